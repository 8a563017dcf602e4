//! Which results there are, and what they are called.

use super::jobs;
use super::team;
use crate::bench::Bench;
use crate::bench::MINIMAL;

/// The names of a plan, sorted.
fn names(bench: &Bench, flags: &str) -> Vec<String> {
    let ran = bench.run(&format!("export -n --json {flags}")).succeeds();
    let ran = ran.writes_nothing();
    let mut names: Vec<String> = ran
        .records()
        .iter()
        .filter_map(|record| Some(record["name"].as_str()?.to_owned()))
        .collect();
    names.sort();
    names
}

#[test]
fn a_dry_run_prints_the_plan_and_makes_nothing() {
    let bench = team();
    let ran = bench.run("export --dry-run").succeeds().writes_nothing();
    let ran = ran.prints("out/ada-short.pdf ← resumes/ada.yaml short\n");
    ran.says("4 results to make");
}

#[test]
fn arguments_are_paths_names_folders_and_patterns() {
    let bench =
        team().file("more/carol.yaml", MINIMAL).file("more/deep/dan.yml", MINIMAL);
    let bench = bench.file("more/notes.txt", "").file("more/.hidden.yaml", "");
    assert_eq!(names(&bench, "bob.yaml"), ["bob.pdf"]);
    assert_eq!(names(&bench, "resumes/bob.yaml"), ["bob.pdf"]);
    assert_eq!(names(&bench, "more"), ["carol.pdf", "dan.pdf"]);
    assert_eq!(names(&bench, "more/*.yaml"), ["carol.pdf"]);
    assert_eq!(names(&bench, "more/**/*.y*ml"), ["carol.pdf", "dan.pdf"]);
    assert_eq!(names(&bench, "b*.yaml"), ["bob.pdf"], "in the folder of résumés");
    assert_eq!(names(&bench, "bob.yaml resumes/bob.yaml b*"), ["bob.pdf"], "each once");
    bench.run("export more/*.toml").fails_with(2).says("nothing matches");
}

#[test]
fn the_project_says_where_its_resumes_are() {
    let bench = team().file("people/carol/cv.yaml", MINIMAL);
    bench.put(
        "cvpdf.toml",
        "name = \"{name}-{theme}\"\n[export]\nresumes = [\"people/*/cv.yaml\"]\nthemes = [\"classic\", \"plain\"]\nformats = [\"pdf\", \"svg\"]\n",
    );
    let expected = [
        "Ada-Lovelace-classic.pdf",
        "Ada-Lovelace-classic.svg",
        "Ada-Lovelace-plain.pdf",
        "Ada-Lovelace-plain.svg",
    ];
    assert_eq!(names(&bench, ""), expected);
    bench.put("cvpdf.toml", "[export]\nformats = [\"docx\"]\n");
    bench.run("export").fails_with(1).says("`docx` is no format");
    bench.put("cvpdf.toml", "name = \"../{resume}\"\n");
    bench.run("export").fails_with(1).says("leads out of");
    bench.put("cvpdf.toml", "");
    bench.run("export --name {who}").fails_with(2).says("`{who}` is nothing");
}

#[test]
fn several_themes_languages_and_formats_multiply() {
    let bench = team();
    assert_eq!(
        names(&bench, "bob.yaml --theme classic,plain --lang en --lang fr"),
        [
            "bob-classic-en.pdf",
            "bob-classic-fr.pdf",
            "bob-plain-en.pdf",
            "bob-plain-fr.pdf"
        ]
    );
    assert_eq!(names(&bench, "bob.yaml -f pdf,png"), ["bob.pdf", "bob.png"]);
    assert_eq!(names(&bench, "--profile code"), ["ada-code.pdf"]);
    bench.run("export --profile none").fails_with(2).says("no résumé has a profile");
    bench.run("render bob.yaml --theme classic,plain").fails_with(2).says("export");
}

#[test]
fn two_results_with_one_name_are_an_error_before_anything_is_written() {
    let bench = team().file("more/ada.yaml", MINIMAL).file("more/BOB.yaml", MINIMAL);
    for (flags, one, other) in [
        ("resumes/ada.yaml more/ada.yaml", "resumes/ada.yaml", "more/ada.yaml"),
        ("resumes/bob.yaml more/BOB.yaml", "resumes/bob.yaml", "more/BOB.yaml"),
        ("--name {resume}", "profile `short`", "resumes/ada.yaml"),
    ] {
        let ran = bench.run(&format!("export {flags}")).fails_with(2).writes_nothing();
        ran.says("two results would be one file").says(one).says(other);
    }
    // The same letters, once as one character and once as two.
    let bench = Bench::new().file("a/re\u{301}my.yaml", MINIMAL);
    let bench = bench.file("b/r\u{e9}my.yaml", MINIMAL);
    bench.run("export a b").fails_with(2).says("two results would be one file");
    // Page 1 of `ada.png` is `ada-1.png`.
    let bench = Bench::new().file("a/ada.yaml", MINIMAL).file("a/ada-1.yaml", MINIMAL);
    bench.run("export a -f png").fails_with(2).says("two results would be one file");
    bench.run("export a -f pdf").succeeds();
}

#[test]
fn a_long_list_comes_from_a_file_or_from_standard_input() {
    let bench = team().input(
        "# everybody\nresumes/bob.yaml\n\n{\"resume\": \"ada.yaml\", \"profile\": \"code\", \"output\": \"x/y\"}\n",
    );
    let ran = bench.run("export --json -").succeeds();
    assert_eq!(jobs(&ran).into_keys().collect::<Vec<_>>(), ["bob.pdf", "x/y.pdf"]);
    bench.read("out/x/y.pdf");
    let bench = team().file("list.jsonl", "{\"resume\": \"bob.yaml\", \"theme\": \"plain\", \"lang\": \"fr\", \"format\": \"svg\"}\n");
    let ran = bench.run("export --json --manifest list.jsonl").succeeds();
    assert_eq!(jobs(&ran)["bob.svg"]["theme"], "plain");
    bench.put("list.jsonl", "{\"resumé\": \"bob.yaml\"}\n");
    let ran = bench.run("export --manifest list.jsonl").fails_with(2);
    ran.says("list.jsonl:1 is neither a path nor").says("unknown field");
    bench.put("list.jsonl", "{\"resume\": \"bob.yaml\", \"output\": \"../up\"}\n");
    bench.run("export --manifest list.jsonl").fails_with(2).says("not in the folder");
    bench.put("list.jsonl", "");
    bench.run("export --manifest list.jsonl").fails_with(2).says("the list is empty");
    bench.run("export --manifest none.jsonl").fails_with(2).says("none.jsonl");
}

#[test]
fn a_resume_of_the_list_that_is_missing_is_one_failure() {
    let bench = team().file("list", "bob.yaml\nbbo.yaml\n");
    let ran = bench.run("export --manifest list").fails_with(1);
    let ran = ran.says("there is no résumé `bbo.yaml`").says("1 made").says("1 failed");
    ran.writes(&["out/.cvpdf-outputs", "out/bob.pdf"]);
}

#[test]
fn without_resumes_it_says_where_it_looked() {
    let bench = Bench::new().file("cvpdf.toml", "resumes = \"cvs\"\n");
    bench.run("export").fails_with(2).says("there is no folder cvs").writes_nothing();
    let bench = bench.file("cvs/readme.md", "");
    bench.run("export").fails_with(2).says("there is no résumé in cvs").writes_nothing();
}

#[test]
fn letters_are_exported_beside_their_resumes() {
    let letter =
        "letter: {recipient: Acme, salutation: Dear all, body: Hello., closing: Yours}\n";
    let bench = Bench::new().file("cvpdf.toml", "");
    let bench = bench.file(
        "resumes/ada.yaml",
        format!(
            "{MINIMAL}{letter}profiles: {{a: {{}}, b: {{letter: {{body: Other.}}}}}}\n"
        ),
    );
    let bench = bench.file("resumes/to-bob.yaml", "resume: ada.yaml\nrecipient: Bob\nsalutation: Hi\nbody: Hello.\nclosing: Yours\n");
    let expected = [
        "ada-a.pdf",
        "ada-b-letter.pdf",
        "ada-b.pdf",
        "ada-letter.pdf",
        "ada.pdf",
        "to-bob.pdf",
    ];
    assert_eq!(names(&bench, ""), expected);
    let ran = bench.run("export").succeeds().is_clean();
    drop(ran);
    bench.run("render ada.yaml --letter -o alone.pdf").succeeds();
    assert!(bench.read("out/ada-letter.pdf") == bench.read("alone.pdf"));
}

#[test]
fn a_copy_for_portals_is_plain_whatever_the_theme() {
    let bench = team();
    let expected = ["bob-classic.pdf", "bob-modern.pdf", "bob-plain-ats.pdf"];
    assert_eq!(names(&bench, "bob.yaml --theme classic,modern --ats-copy"), expected);
    bench.run("export bob.yaml --theme modern --ats-copy").succeeds().is_clean();
    bench.run("render bob.yaml --theme plain -O ats=strict -o alone.pdf").succeeds();
    assert!(bench.read("out/bob-ats.pdf") == bench.read("alone.pdf"));
    let ran =
        bench.run("render bob.yaml --theme modern --ats-copy -o mine.pdf").succeeds();
    drop(ran.writes(&["mine-ats.pdf", "mine.pdf"]));
    assert!(bench.read("mine-ats.pdf") == bench.read("alone.pdf"));
    bench.run("render bob.yaml --ats-copy -o -").fails_with(2).says("two files");
}

#[test]
fn a_copy_for_portals_has_no_budget_of_pages() {
    let bench = Bench::new().folder("resumes", "resumes");
    let ran = bench.run("render alice.yaml --ats-copy --profile sre").succeeds();
    ran.writes(&["out/alice-sre-ats.pdf", "out/alice-sre.pdf"]).is_clean();
    bench
        .run("export alice.yaml --ats-copy --profile sre --pages 1")
        .succeeds()
        .is_clean();
}

#[test]
fn what_is_said_of_a_copy_says_that_it_is_the_copy() {
    let text = "name: Ada Lovelace\nupdated: 2026-11\nsections: {How can I help?: x}\n";
    let bench = Bench::new().file("resumes/ada.yaml", text);
    for command in ["render", "export"] {
        let ran = bench.run(&format!("{command} ada.yaml --ats-copy")).succeeds();
        let ran = ran.says("machines may not know").says("the copy for application");
        assert_eq!(ran.talk.matches("warning").count(), 1, "{}", ran.talk);
    }
}
