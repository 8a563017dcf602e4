//! Letters and résumés that are not finished: what is told of them, where, and by which
//! command.

use crate::bench::Bench;

/// A résumé whose letter is only what other letters have in common.
const BASE: &str = "\
name: Ada Byrne
updated: 2026-11
letter: {closing: \"Yours,\"}
profiles:
  acme: {letter: {body: I mend engines.}}
  plain: {letter: {closing: \"Best,\"}}
";

#[test]
fn a_letter_without_a_body_is_only_what_others_have_in_common() {
    let bench = Bench::new()
        .file("ada.yaml", BASE)
        .file("own.yaml", "resume: ada.yaml\nbody: Yes.\n");
    bench.run("export ada.yaml").succeeds().writes(&[
        "out/.cvpdf-outputs",
        "out/ada-acme-letter.pdf",
        "out/ada-acme.pdf",
        "out/ada-plain.pdf",
        "out/ada.pdf",
    ]);
    bench.run("check ada.yaml").succeeds().is_clean();
    bench.run("render own.yaml").succeeds();
    // Who asks for it is told where it stands.
    bench.run("render ada.yaml --letter").fails_with(1).says("ada.yaml:3:1");
    bench
        .run("render ada.yaml --letter --profile plain")
        .fails_with(1)
        .says("this letter has no `body`")
        .says("ada.yaml:6:11");
}

#[test]
fn a_check_tells_what_an_export_refuses() {
    let bench = Bench::new()
        .file(
            "signed.yaml",
            "name: Ada Byrne\nupdated: 2026-11\nletter: {body: Yes., signature: s.png}\n",
        )
        .file(
            "norsk.yaml",
            "name: Ada Byrne\nupdated: 2026-11\nlook: {lang: nb}\n\
             profiles: {acme: {letter: {body: Ja.}}}\n",
        );
    for name in ["signed.yaml", "norsk.yaml"] {
        bench.run(&format!("export {name}")).fails_with(1);
        bench.run(&format!("check {name}")).fails_with(1);
    }
    bench.run("check signed.yaml").fails_with(1).says("signed.yaml:3:33");
    bench.run("check norsk.yaml").fails_with(1).says("norsk.yaml:4:19");
}

#[test]
fn a_check_counts_the_copy_for_portals() {
    let text = "name: Ada Byrne\nupdated: 2026-11\nsections: {Rivers: I swam them.}\n";
    let bench = Bench::new().file("ada.yaml", text);
    bench.run("check ada.yaml --strict").succeeds().is_clean();
    bench.run("check ada.yaml --ats-copy --strict").fails_with(1).says("Rivers");
}

#[test]
fn a_check_says_nothing_of_a_language_that_is_complete() {
    let text =
        "name: Ada Byrne\nupdated: 2026-11\nheadline: {en: Diver, fr: Plongeuse}\n";
    let bench = Bench::new().file("ada.yaml", text);
    bench.run("check ada.yaml").succeeds().is_clean().keeps_quiet_about("`fr`");
}

#[test]
fn what_is_wrong_with_a_letter_is_told_at_its_place() {
    let bench = Bench::new()
        .file("ada.yaml", "name: Ada Byrne\nupdated: 2026\nprofiles: {sre: {}}\n")
        .file("misspelt.yaml", "resume: ada.yaml\nprofile: sra\nbody: Yes.\n")
        .file("empty.yaml", "# nothing yet\nresume: ada.yaml\n")
        .file(
            "subject.yaml",
            "resume: ada.yaml\nbody: Yes.\nlayout: us\nsubject: Engines\n",
        );
    let misspelt = bench.run("render misspelt.yaml").fails_with(1);
    misspelt.says("misspelt.yaml:2:10").says("did you mean `sre`?");
    bench.run("render empty.yaml").fails_with(1).says("empty.yaml:2:9");
    bench.run("render subject.yaml").succeeds().says("subject.yaml:4:10");
}

#[test]
fn a_letter_says_which_resume_it_meant() {
    let bench = Bench::new()
        .file("alice.yaml", "name: Ada Byrne\nupdated: 2026\n")
        .file("resumes/bo.yaml", "name: Bo Li\nupdated: 2026\n")
        .file("typo.yaml", "resume: alcie.yaml\nbody: Yes.\n")
        .file("bare.yaml", "resume: bo\nbody: Yes.\n")
        .file("itself.yaml", "resume: itself.yaml\nbody: Yes.\n")
        .file("other.yaml", "resume: typo.yaml\nbody: Yes.\n");
    let says = |name: &str, words: &str| {
        let ran = bench.run(&format!("render {name}")).fails_with(1);
        ran.says(words).says(&format!("{name}:1:9")).keeps_quiet_about("unknown key");
    };
    says("typo.yaml", "did you mean `alice.yaml`?");
    says("bare.yaml", "did you mean `bo.yaml`?");
    says("itself.yaml", "`itself.yaml` is this letter");
    says("other.yaml", "`typo.yaml` is a letter");
}

#[test]
fn hidden_words_in_files_of_publications_stop_the_work() {
    let bench = Bench::new()
        .file(
            "ada.yaml",
            "name: Ada Byrne\nupdated: 2026\nsections: {publications: {file: p.bib}}\n",
        )
        .file("p.bib", "@misc{a,\n  title = {On \u{e0041}engines},\n}\n");
    let ran = bench.run("render ada.yaml").fails_with(1).writes_nothing();
    ran.says("p.bib:2:15").says("hidden tag character");
}
