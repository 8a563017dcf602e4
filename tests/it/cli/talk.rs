//! What is said, to whom, and with which exit code.

use super::ada;
use crate::bench::Bench;
use crate::bench::MINIMAL;

#[test]
fn an_unknown_key_looks_as_in_the_manual() {
    let text = "name: Alice Nguyen\nupdated: 2026-11\ncontact:\n  location: Lyon, France\n  \
                emial: alice@nguyen.example\n";
    let expected = "error: unknown key `emial` in `contact`
  ┌─ resumes/alice.yaml:5:3
  │
5 │   emial: alice@nguyen.example
  │   ^^^^^ did you mean `email`?

";
    let bench = Bench::new().file("resumes/alice.yaml", text);
    bench.run("render alice.yaml").fails_with(1).stderr(expected).writes_nothing();
}

#[test]
fn a_period_that_ends_before_it_starts_looks_as_in_the_manual() {
    let text = "name: Alice Nguyen\nupdated: 2026-11\nsections:\n  experience:\n    - title: Manager\n      \
                date: Dec 2021 – Oct 2019\n";
    let expected = "error: this period ends before it starts
  ┌─ alice.yaml:6:13
  │
6 │       date: Dec 2021 – Oct 2019
  │             ^^^^^^^^^^^^^^^^^^^ October 2019 lies before December 2021

";
    let bench = Bench::new().file("alice.yaml", text);
    bench.run("render alice.yaml").fails_with(1).stderr(expected).writes_nothing();
}

#[test]
fn a_missing_glyph_looks_as_in_the_manual() {
    let text = format!("{MINIMAL}sections:\n  hobbies: Signs, as 漢.\n");
    let expected = "warning: no font has a glyph for `漢` (U+6F22)
  ┌─ ada.yaml:4:22
  │
4 │   hobbies: Signs, as 漢.
  │                      ^^
  │
  = add a font that has it: `--font-path DIR`

";
    let bench = Bench::new().file("ada.yaml", text);
    bench.run("check ada.yaml").succeeds().stderr(expected);
    bench.run("render ada.yaml").succeeds().says(expected);
    // A result that was warned of is not kept, so the warning never falls silent.
    bench.run("render ada.yaml").succeeds().says(expected);
}

#[test]
fn all_errors_of_a_file_are_told_at_once() {
    let text = "nmae: Ada\ncontact: {emial: a@b.example}\nsections:\n  experience:\n    \
                - {titel: X}\n    - {title: Y, date: 2020 – 2010}\nlook: {colour: red}\n";
    let bench = Bench::new().file("ada.yaml", text);
    let ran = bench.run("render ada.yaml").fails_with(1).writes_nothing();
    let ran = ran.says("`nmae`").says("`emial`").says("`titel`").says("before it starts");
    ran.says("`colour`").says("`name`");
}

#[test]
fn a_strict_run_takes_warnings_for_errors() {
    let bench =
        Bench::new().file("ada.yaml", format!("{MINIMAL}headline: Signs, as 漢.\n"));
    bench.run("render ada.yaml").succeeds().says("warning:").writes(&["out/ada.pdf"]);
    let bench =
        Bench::new().file("ada.yaml", format!("{MINIMAL}headline: Signs, as 漢.\n"));
    let ran = bench.run("render ada.yaml --strict").fails_with(1);
    ran.says("error: no font has a glyph").keeps_quiet_about("warning:").writes_nothing();
    bench.run("check ada.yaml --strict").fails_with(1);
    ada().run("render ada.yaml --strict").succeeds().is_clean();
}

#[test]
fn machines_are_told_in_json_on_standard_output() {
    let bench = Bench::new().file("ada.yaml", "name: Ada\nemial: x\n");
    let ran = bench.run("render ada.yaml --json").fails_with(1).stderr("");
    let [record] = ran.records().try_into().expect("there is one mistake");
    assert_eq!(record["severity"], "error");
    assert_eq!(record["code"], "unknown-key");
    assert_eq!(record["file"], "ada.yaml");
    let place =
        ["line", "column", "end_line", "end_column"].map(|key| record[key].as_u64());
    assert_eq!(place, [Some(2), Some(1), Some(2), Some(6)]);
}

#[test]
fn machines_are_told_what_was_made() {
    let bench = ada();
    let ran = bench.run("render ada.yaml --json").succeeds().stderr("");
    let [record] = ran.records().try_into().expect("one file is made");
    assert_eq!(record["output"], "out/ada.pdf");
    assert_eq!(record["change"], "made");
    assert_eq!(record["cached"], false);
    let again = bench.run("render ada.yaml --json").succeeds().records();
    assert_eq!(again[0]["change"], "unchanged");
    assert_eq!(again[0]["cached"], true);
}

#[test]
fn machines_are_told_of_trouble_with_the_machine() {
    let ran = ada();
    let ran = ran.run("render missing.yaml --json").fails_with(2).stderr("");
    assert_eq!(ran.records()[0]["code"], "machine");
}

#[test]
fn nothing_is_coloured_but_on_a_terminal() {
    let bench = Bench::new().file("ada.yaml", "nmae: Ada\n");
    bench.run("render ada.yaml").fails_with(1).keeps_quiet_about("\u{1b}");
    let bench = bench.variable("NO_COLOR", "1").variable("TERM", "xterm-256color");
    bench.run("render ada.yaml").fails_with(1).keeps_quiet_about("\u{1b}");
    bench.run("--help").succeeds().keeps_quiet_about("\u{1b}");
}

#[test]
fn what_a_file_says_cannot_steer_the_terminal() {
    let text = "name: Ada\n\"\\e[2Jkey\": 1\nsections:\n  experience:\n    \
                - {title: A, date: \"2020 – 2010\\u202E\"}\n";
    let bench = Bench::new().file("a\u{1b}[31mb.yaml", text);
    let ran = bench.run_with(&["render", "a\u{1b}[31mb.yaml"]).fails_with(1);
    let ran = ran.keeps_quiet_about("\u{1b}").keeps_quiet_about("\u{202e}");
    ran.says("\\u{1b}").writes_nothing();
}

#[test]
fn the_command_line_explains_itself() {
    let bench = ada();
    bench.run("").fails_with(2).writes_nothing();
    bench.run("rendr ada.yaml").fails_with(2).says("render").writes_nothing();
    bench.run("render").fails_with(2).writes_nothing();
    bench
        .run("render ada.yaml --them plain")
        .fails_with(2)
        .says("--theme")
        .writes_nothing();
    bench.run("render ada.yaml --ppi 5").fails_with(2).says("5").writes_nothing();
    bench.run("--help").succeeds().stderr("").prints("render").prints("completions");
    bench.run("render --help").succeeds().prints("--theme").prints("--profile");
    bench
        .run("--version")
        .succeeds()
        .prints(concat!("cvpdf ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn every_key_of_look_is_a_flag() {
    let ran = ada();
    let ran = ran.run("render --help").succeeds();
    for option in cvpdf::theme::options::COMMON {
        assert!(ran.text().contains(&format!("--{} ", option.name)), "{}", option.name);
    }
}

#[test]
fn a_check_tells_and_writes_nothing() {
    let bench = ada().file("wrong.yaml", "nmae: Ada\n");
    bench.run("check ada.yaml").succeeds().is_clean().says("ada.yaml").writes_nothing();
    let both = bench.run("check ada.yaml wrong.yaml").fails_with(1).writes_nothing();
    both.says("wrong.yaml:1:1").says("`name`");
}

#[test]
fn a_check_says_when_a_pdf_is_no_archive_file() {
    let bench = Bench::new().file("ada.yaml", "name: Ada\n").without("SOURCE_DATE_EPOCH");
    bench.run("check ada.yaml").succeeds().says("PDF/A-2a").says("updated: ");
    ada().run("check ada.yaml").succeeds().keeps_quiet_about("PDF/A");
}

/// The codes with which a command line is answered.
#[track_caller]
fn answers(bench: &Bench, line: &str, codes: &[&str]) {
    assert_eq!(bench.run(&format!("{line} --json")).diagnostics(), codes, "{line}");
}

#[test]
fn mistakes_on_the_command_line_have_codes() {
    let bench = ada().file("none/readme.txt", "").file("bad/bad.ttf", "no font");
    answers(&bench, "render ada.yaml -O density", &["option-without-value"]);
    answers(&bench, "render ada.yaml -o x.docx", &["unknown-format"]);
    answers(&bench, "render ada.yaml --pdf-standard x", &["unknown-standard"]);
    answers(&bench, "render ada.yaml --font-path none", &["no-fonts"]);
    answers(&bench, "render ada.yaml --font-path bad", &["unusable-font"]);
    let undated =
        Bench::new().file("ada.yaml", "name: Ada\n").without("SOURCE_DATE_EPOCH");
    answers(&undated, "check ada.yaml", &["no-date"]);
}

#[test]
fn a_budget_is_kept_or_told_of() {
    let samples = Bench::new().folder("resumes", "resumes");
    answers(&samples, "check veteran.yaml --pages 1", &["over-budget"]);
    let ran = samples.run("render veteran.yaml --pages 1").fails_with(1).writes_nothing();
    ran.says("lines over 1 page");
    answers(&samples, "check alice.yaml --profile sre", &["fitted"]);
}

#[test]
fn a_picture_that_would_fill_the_memory_is_refused() {
    let bench = super::mine("set page(width: 20000pt, height: 100pt)\n[#view.name]");
    answers(
        &bench,
        "render ada.yaml --theme ./mine -o x.png --ppi 1200",
        &["picture-too-large"],
    );
}

#[test]
fn headings_that_machines_may_not_know_are_told_of_if_they_matter() {
    let text = format!("{MINIMAL}sections: {{How can I help?: With looms.}}\n");
    let bench = Bench::new().file("ada.yaml", text);
    answers(&bench, "check ada.yaml", &[]);
    answers(&bench, "check ada.yaml --ats strict", &["unusual-heading 3:12"]);
}

#[test]
fn headings_that_machines_know_are_not_warned_of_in_any_form() {
    let said = |lang: &str, sections: &str| {
        let text = format!("{MINIMAL}look: {{ats: strict}}\nsections: {sections}\n");
        let bench = Bench::new().file("ada.yaml", text);
        let line = format!("check ada.yaml --lang {lang} --json");
        let ran = bench.run(&line).succeeds();
        ran.diagnostics()
    };
    let english =
        "{Education: x, EXPERIENCE: y, Work Experience: z, Professional Experience: q}";
    assert_eq!(said("en", english), [""; 0]);
    let french =
        "{Formation: x, Langues: y, Expérience professionnelle: z, Experience: q}";
    assert_eq!(said("fr", french), [""; 0]);
    assert_eq!(said("en", "{Formation: x}"), ["unusual-heading 4:12"]);
}

#[test]
fn headings_that_machines_may_not_know_are_shown_and_the_hint_is_said_once() {
    let text = "look: {ats: strict}
sections:
  Skills: Weaving.
  Things I Make: Sourdough.
  experience: {title: My Way, content: [{title: Weaver}]}
";
    let bench = Bench::new().file("ada.yaml", format!("{MINIMAL}{text}"));
    let ran = bench.run("check ada.yaml").succeeds();
    let ran = ran.says("ada.yaml:6:3").says("ada.yaml:7:23");
    assert_eq!(ran.talk.matches("use one that they know").count(), 1, "{}", ran.talk);
}
