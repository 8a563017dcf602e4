//! Publications from files beside the résumé, through the program.

use crate::bench::Bench;

/// A résumé in a folder of its own that takes its publications from a file.
fn listing(file: &str) -> Bench {
    let yaml = format!(
        "name: Ada Byrne\nsections:\n  publications: {{file: {file}}}\nupdated: 2026-01\n"
    );
    Bench::new().file("cv/ada.yaml", yaml).file("out.bib", PAPER)
}

/// A file with one publication.
const PAPER: &str =
    "@article{a, author = {Byrne, A.}, title = {On engines}, year = 1843}\n";

#[test]
fn a_file_beside_the_resume_is_printed() {
    let bench = listing("papers.bib").file("cv/papers.bib", PAPER);
    bench.run("render cv/ada.yaml -o ada.pdf").succeeds().is_clean();
    let first = bench.read("ada.pdf");
    bench.put("cv/papers.bib", PAPER.replace("engines", "motors"));
    bench.run("render cv/ada.yaml -o ada.pdf").succeeds().is_clean();
    assert_ne!(
        first,
        bench.read("ada.pdf"),
        "a file that changes is not taken for the old one"
    );
}

#[test]
fn a_file_that_is_not_there_is_told_of() {
    let refused = |file: &str, code: &str| {
        let bench = listing(file);
        let ran = bench.run("render cv/ada.yaml --json").fails_with(1).writes_nothing();
        let told = ran.diagnostics().join("\n");
        assert!(told.contains(code) && told.contains("3:24"), "{told}");
    };
    refused("none.bib", "missing-publications");
    refused("../out.bib", "publications-outside");
    refused("/etc/hostname", "publications-outside");
    refused(".", "unreadable-publications");
    let bench = listing("../out.bib");
    bench.run("render cv/ada.yaml --root .").succeeds().is_clean();
}

#[test]
fn what_is_wrong_in_a_file_is_said_in_that_file() {
    let bench = listing("papers.bib").file("cv/papers.bib", "@misc{a,\n  title {A}\n}\n");
    let ran = bench.run("render cv/ada.yaml").fails_with(1).writes_nothing();
    ran.says("cv/papers.bib:2:3").says("title {A}");
    let bench = listing("papers.bib").file("cv/papers.bib", "@misc{a, year = 1843}\n");
    bench.run("render cv/ada.yaml").succeeds().says("no title").says("cv/papers.bib:1:1");
}

#[test]
fn old_files_in_latin_1_are_read() {
    let paper = PAPER
        .replace("engines", "\u{e9}")
        .chars()
        .map(|it| u8::try_from(it).expect("it is Latin-1"))
        .collect::<Vec<_>>();
    let bench = listing("papers.bib").file("cv/papers.bib", paper);
    bench.run("render cv/ada.yaml").succeeds().is_clean();
}

#[test]
fn profiles_choose_publications_by_keyword() {
    let yaml = "name: Ada Byrne\nsections: {publications: {file: p.bib}}\n\
                profiles: {short: {for: [cv]}}\nupdated: 2026-01\n";
    let papers = "@misc{a, title = {Kept one}, keywords = {cv, sea}}\n\
                  @misc{b, title = {Kept too}, keywords = {sea}}\n";
    let bench = Bench::new().file("ada.yaml", yaml).file("p.bib", papers);
    bench.run("render ada.yaml --profile short").succeeds().is_clean();
    let ran = bench.run("render ada.yaml --for land").succeeds();
    ran.says("nothing in this résumé is for `land`");
    bench.run("render ada.yaml --for sea").succeeds().is_clean();
}

#[test]
fn who_is_among_no_authors_is_told() {
    let noted = |name: &str, more: &str| {
        let yaml = format!(
            "name: {name}\n{more}sections: {{publications: {{file: p.bib}}}}\nupdated: 2026-01\n"
        );
        let bench = Bench::new().file("ada.yaml", yaml).file("p.bib", PAPER);
        let ran = bench.run("render ada.yaml --strict --json").succeeds();
        ran.diagnostics().iter().any(|it| it.contains("no-own-name"))
    };
    assert!(noted("Ada King", ""));
    assert!(!noted("Dr. Ada Byrne (she/her)", ""));
    assert!(!noted("\"Ada Byrne, PhD\"", ""));
    assert!(!noted("Ada King", "aliases: [Byrne]\n"));
}
