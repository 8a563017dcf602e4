//! `cvpdf golden` and `cvpdf diff`, through the program.

use std::fs;

use serde_json::Value;

use crate::bench::Bench;
use crate::bench::MINIMAL;

/// A project with two résumés, of which one has a profile.
fn project() -> Bench {
    let alice = "name: Alice Nguyen\nupdated: 2026-11\nsummary: I keep systems up.\nprofiles:\n  short:\n    headline: In short\n";
    Bench::new()
        .file("cvpdf.toml", "")
        .file("resumes/ada.yaml", MINIMAL)
        .file("resumes/alice.yaml", alice)
}

/// The same with goldens.
fn accepted() -> Bench {
    let bench = project();
    bench.run("golden --accept").succeeds();
    bench
}

/// The records' statuses by name: `ada same`.
fn statuses(records: &[Value]) -> Vec<String> {
    let text =
        |record: &Value, key: &str| record[key].as_str().unwrap_or_default().to_owned();
    let pair = |it: &Value| format!("{} {}", text(it, "golden"), text(it, "status"));
    records.iter().map(pair).collect()
}

#[track_caller]
fn check(bench: &Bench, code: i32, expected: &[&str]) {
    let ran = bench.run("golden --json").fails_with(code);
    assert_eq!(statuses(&ran.records()), expected);
}

const FILES: [&str; 7] = [
    "golden/ada.pdf",
    "golden/ada.txt",
    "golden/alice-short.pdf",
    "golden/alice-short.txt",
    "golden/alice.pdf",
    "golden/alice.txt",
    "golden/digests",
];

#[test]
fn what_is_accepted_passes_and_what_is_missing_does_not() {
    let bench = project();
    let ran = bench.run("golden").fails_with(1).writes_nothing();
    ran.says("ada: there is no golden yet").says("3 goldens: 3 missing");
    let ran = bench.run("golden --accept").succeeds().writes(&FILES);
    ran.says("ACCEPTED new      alice-short").says("this is the truth now");
    bench.run("golden").succeeds().writes_nothing().says("3 goldens: 3 the same");
    bench.run("golden --accept").succeeds().writes_nothing().says("nothing to accept");
    check(&bench, 0, &["ada same", "alice same", "alice-short same"]);
}

#[test]
fn a_witness_reads_well_in_a_review() {
    let bench = accepted();
    let text = String::from_utf8(bench.read("golden/alice.txt")).expect("it is text");
    for part in
        ["1 page, ", "author   Alice Nguyen", "\n── page 1\n", "I keep systems up."]
    {
        assert!(text.contains(part), "{text}");
    }
    assert!(text.contains("\n── tags\nDocument\n  "), "{text}");
}

#[test]
fn a_change_is_told_by_the_first_layer_that_shows_it() {
    let bench = accepted();
    bench.put("resumes/ada.yaml", MINIMAL.replace("Lovelace", "Byron"));
    let ran = bench.run("golden").fails_with(1).writes_nothing();
    let ran = ran.says("ada: text: page 1: `Lovelace` became `Byron`");
    ran.says("  - Ada Lovelace").says("also different: ").says("1 different");
    check(&bench, 1, &["ada different", "alice same", "alice-short same"]);
    let ran = bench.run("golden --accept").succeeds();
    let ran = ran.says("ACCEPTED changed  ada: text: page 1: `Lovelace` became `Byron`");
    ran.writes(&["golden/ada.pdf", "golden/ada.txt", "golden/digests"]);
    bench.run("golden").succeeds();
}

#[test]
fn stale_and_extra_goldens_fail_until_they_are_removed() {
    let bench =
        accepted().file("golden/other.pdf", "x").file("golden/README.md", "Ours.");
    let bench = bench.file("golden/.gitattributes", "* -text");
    fs::rename(bench.path("resumes/ada.yaml"), bench.path("resumes/eve.yaml"))
        .expect("files can be renamed");
    let all =
        ["ada stale", "alice same", "alice-short same", "eve missing", "other.pdf extra"];
    check(&bench, 1, &all);
    let ran = bench.run("golden --accept");
    assert!(ran.talk.contains("ACCEPTED removed  ada"), "{}", ran.talk);
    assert!(ran.talk.contains("ACCEPTED removed  other.pdf"), "{}", ran.talk);
    for gone in ["golden/ada.pdf", "golden/ada.txt", "golden/other.pdf"] {
        assert!(!bench.path(gone).exists(), "{gone}");
    }
    assert_eq!(bench.read("golden/README.md"), b"Ours.");
    assert_eq!(bench.read("golden/.gitattributes"), b"* -text");
    bench.run("golden").succeeds();
}

#[test]
fn damage_is_told_from_change() {
    let bench = accepted();
    fs::remove_file(bench.path("golden/ada.txt")).expect("it is there");
    let mut pdf = bench.read("golden/alice.pdf");
    let middle = pdf.len() / 2;
    pdf[middle] ^= 1;
    bench.put("golden/alice.pdf", pdf);
    let ran =
        bench.run("golden").fails_with(1).says("ada: it is damaged: `ada.txt` is gone");
    ran.says("alice: it is damaged: its files are not those that were accepted");
    bench.run("golden --accept").succeeds();
    bench.run("golden").succeeds();
    bench.put("golden/digests", "<<<<<<< HEAD\n");
    bench.run("golden").fails_with(1).says("digests: it is damaged");
    bench.run("golden --accept").succeeds();
    bench.run("golden").succeeds();
}

#[test]
fn lines_that_end_as_on_windows_are_no_damage() {
    let bench = accepted();
    let text = String::from_utf8(bench.read("golden/ada.txt")).expect("it is text");
    bench.put("golden/ada.txt", text.replace('\n', "\r\n"));
    bench.run("golden").succeeds();
}

#[test]
fn nothing_is_accepted_if_anything_cannot_be_made() {
    let bench = project().file("resumes/bad.yaml", "nmae: Eve\n");
    bench
        .run("golden --accept")
        .fails_with(1)
        .says("nothing was accepted")
        .writes_nothing();
    let ran = bench.run("golden").fails_with(1);
    ran.says("bad: it could not be made: unknown key `nmae`");
    bench.run("golden --accept --filter al*").succeeds();
    bench.run("golden --filter al*").succeeds().says("2 goldens: 2 the same");
    bench.run("golden --filter [").fails_with(2).says("--filter [");
}

#[test]
fn a_filter_leaves_other_goldens_alone() {
    let bench = accepted();
    bench.put("resumes/ada.yaml", MINIMAL.replace("Ada", "Eda"));
    bench.put("resumes/alice.yaml", "name: Alice\n");
    bench.run("golden --accept --filter ada").succeeds().says("ACCEPTED changed  ada");
    check(&bench, 1, &["ada same", "alice different", "alice-short stale"]);
    bench.run("golden --filter ada").succeeds().says("1 golden: 1 the same");
    bench
        .run("golden --filter alice-*")
        .fails_with(1)
        .says("alice-short: no résumé makes it");
}

#[test]
fn an_acceptance_that_was_killed_is_undone() {
    let bench = accepted();
    fs::create_dir(bench.path(".cvpdf-golden")).expect("it is not there");
    fs::rename(bench.path("golden"), bench.path(".cvpdf-golden/old"))
        .expect("folders can be renamed");
    bench.put(".cvpdf-golden/new/ada.pdf", "half");
    bench.run("golden").succeeds();
    bench.put("resumes/ada.yaml", MINIMAL.replace("Ada", "Eda"));
    bench.run("golden --accept").succeeds();
    assert!(!bench.path(".cvpdf-golden").exists());
    bench.run("golden").succeeds();
}

#[test]
fn reports_are_written_for_browsers_and_build_servers() {
    let bench = accepted();
    bench.put("resumes/ada.yaml", MINIMAL.replace("Lovelace", "<b>Byron"));
    let ran = bench.run("golden --report report --junit junit.xml").fails_with(1);
    ran.writes(&["junit.xml", "report/index.html"]);
    let page = String::from_utf8(bench.read("report/index.html")).expect("it is text");
    assert!(page.contains("&lt;b&gt;Byron") && !page.contains("<b>Byron"), "{page}");
    assert_eq!(page.matches("src=\"data:image/png;base64,").count(), 3);
    let xml = String::from_utf8(bench.read("junit.xml")).expect("it is text");
    assert!(xml.contains("tests=\"3\"") && xml.contains("failures=\"1\""), "{xml}");
    bench.run("golden --report one.html").fails_with(1).writes(&["one.html"]);
}

#[test]
fn limits_are_set_in_the_project_or_by_flags() {
    let bench = accepted();
    bench.put("resumes/ada.yaml", format!("{MINIMAL}sections: {{Work: Words.}}\n"));
    bench.run("golden --accept").succeeds();
    let look = |theme: &str, more: &str| format!("[look]\n{theme}\n[golden]\n{more}\n");
    bench.put("cvpdf.toml", look("accent = \"#aa0000\"", ""));
    bench.run("golden").fails_with(1).says("ada: pixels: `Work` on page 1 was ");
    bench.put(
        "cvpdf.toml",
        look("accent = \"#aa0000\"", "layers = [\"text\", \"boxes\"]"),
    );
    let ran = bench.run("golden").succeeds();
    ran.says("differ only in bytes");
    bench.run("golden --strict").fails_with(1);
    bench.run("golden --layers text,pixels").fails_with(1);
    bench.run("golden --layers words").fails_with(2).says("expected one of text, boxes");
    for (wrong, code) in [
        ("pixels = -1", "wrong-type"),
        ("delta = 256", "wrong-type"),
        ("resolution = 5", "wrong-type"),
        ("layers = [\"words\"]", "unknown-layer"),
        ("layers = []", "wrong-type"),
        ("percent = 1", "unknown-key"),
    ] {
        bench.put("cvpdf.toml", look("", wrong));
        let found = bench.run("golden --json").fails_with(1).diagnostics();
        assert!(found.iter().any(|it| it.starts_with(code)), "{wrong}: {found:?}");
    }
}

#[test]
fn a_theme_of_the_users_own_is_bounded_here_too() {
    let theme =
        "#let theme(view, options) = { set document(title: view.title); while true { } }";
    let manifest = "title = \"Mine\"\nsummary = \"Mine alone.\"\ncontract = 1\n";
    let bench = project().file("mine/theme.typ", theme).file("mine/theme.toml", manifest);
    bench.put("resumes/ada.yaml", format!("{MINIMAL}look: {{theme: ../mine}}\n"));
    let ran = bench.run("golden --accept --time-limit 2").fails_with(1);
    ran.says("nothing was accepted, since this cannot be made: ada").writes_nothing();
}

#[test]
fn two_pdfs_are_compared_by_themselves() {
    let bench = accepted();
    bench.run("diff golden/ada.pdf golden/ada.pdf").succeeds().says("nothing differs");
    let ran = bench.run("diff golden/ada.pdf golden/alice.pdf").fails_with(1);
    ran.says("text: page 1: `Ada Lovelace` became `Alice Nguyen").writes_nothing();
    let ran = bench.run("diff golden/ada.pdf golden/alice.pdf --json").fails_with(1);
    assert_eq!(ran.records()[0]["findings"][0]["layer"], "text");
    let ran = bench.run("diff golden/ada.pdf golden/alice.pdf --report d.html");
    ran.fails_with(1).writes(&["d.html"]);
    let ran = bench.run("diff golden/ada.pdf golden/ada.txt").fails_with(2);
    ran.says("golden/ada.txt cannot be compared").says("not a PDF");
    bench.run("diff golden/ada.pdf none.pdf").fails_with(2).says("cannot read none.pdf");
}
