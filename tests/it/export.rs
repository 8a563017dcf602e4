//! `cvpdf export`: the plan, what is made of it, and what it survives.

mod plan; // which results there are, and what they are called
mod prune; // outputs that nobody wants any more
mod robust; // hostile input, kills, two at once

use std::collections::BTreeMap;

use serde_json::Value;

use crate::bench::Bench;
use crate::bench::MINIMAL;
use crate::bench::Ran;

/// A project with two résumés, the first of which has two profiles.
fn team() -> Bench {
    let ada = format!(
        "{MINIMAL}sections:\n  skills:\n    - Analysis\n    - {{name: Rust, for: [code]}}\nprofiles:\n  short: {{pages: 1}}\n  code: {{for: [code], headline: Coder}}\n"
    );
    let bob = "name: Bob Babbage\nupdated: 2026-11\nsummary: Builds engines.\n";
    Bench::new()
        .file("cvpdf.toml", "")
        .file("resumes/ada.yaml", ada)
        .file("resumes/bob.yaml", bob)
}

/// The records of jobs by name.
fn jobs(ran: &Ran<'_>) -> BTreeMap<String, Value> {
    let jobs = ran.records().into_iter().filter(|record| record.get("job").is_some());
    jobs.map(|job| (job["job"].as_str().unwrap().to_owned(), job)).collect()
}

/// The record of the whole.
fn summary(ran: &Ran<'_>) -> Value {
    let records = ran.records();
    let summary = records.iter().find_map(|record| record.get("summary"));
    summary.expect("every export ends with a summary").clone()
}

/// How often jobs ended in this way.
fn count(ran: &Ran<'_>, status: &str) -> u64 {
    summary(ran)[status].as_u64().unwrap()
}

#[test]
fn every_profile_of_every_resume_is_made() {
    let bench = team();
    let ran = bench.run("export").succeeds().is_clean().prints_nothing();
    let ran = ran.writes(&[
        "out/.cvpdf-outputs",
        "out/ada-code.pdf",
        "out/ada-short.pdf",
        "out/ada.pdf",
        "out/bob.pdf",
    ]);
    ran.says("4 results: 4 made, 0 from the cache, 0 unchanged, 0 failed");
}

#[test]
fn what_export_writes_is_what_render_writes() {
    let bench = team();
    bench.run("export --no-cache").succeeds();
    for (file, flags) in [("ada", ""), ("ada-code", "--profile code"), ("bob", "")] {
        let resume = file.split('-').next().unwrap();
        bench.run(&format!("render {resume}.yaml {flags} -o alone.pdf")).succeeds();
        assert!(
            bench.read(&format!("out/{file}.pdf")) == bench.read("alone.pdf"),
            "{file}"
        );
    }
}

#[test]
fn what_did_not_change_is_not_touched() {
    let bench = team();
    let first = bench.run("export --json").succeeds();
    assert_eq!(count(&first, "made"), 4);
    let again = bench.run("export --json").succeeds().writes_nothing();
    assert_eq!(count(&again, "unchanged"), 4);
    assert_eq!(summary(&first)["digest"], summary(&again)["digest"]);
    bench.put("resumes/bob.yaml", "name: Bob Babbage\nupdated: 2026-11\n");
    let ran = bench
        .run("export --json")
        .succeeds()
        .writes(&["out/.cvpdf-outputs", "out/bob.pdf"]);
    assert_eq!((count(&ran, "made"), count(&ran, "unchanged")), (1, 3));
    assert_ne!(summary(&first)["digest"], summary(&ran)["digest"]);
}

#[test]
fn an_output_that_is_gone_or_changed_is_written_again_from_the_cache() {
    let bench = team();
    let first = bench.run("export --json").succeeds();
    let pdf = bench.read("out/bob.pdf");
    std::fs::remove_file(bench.path("out/bob.pdf")).unwrap();
    bench.put("out/ada.pdf", "something else");
    let ran = bench.run("export --json").succeeds();
    assert_eq!((count(&ran, "cached"), count(&ran, "unchanged")), (2, 2));
    assert!(bench.read("out/bob.pdf") == pdf);
    assert_eq!(summary(&first)["digest"], summary(&ran)["digest"]);
}

#[test]
fn everything_that_a_result_depends_on_makes_it_anew() {
    let picture =
        std::fs::read(crate::line::project("tests/cases/portrait.png")).unwrap();
    let with_photo = format!("{MINIMAL}photo: ada.png\n");
    let bench = Bench::new().file("cvpdf.toml", "").file("resumes/ada.yaml", with_photo);
    let bench = bench.file("resumes/ada.png", &picture);
    let flags = "export --json -O photo=right";
    let status = |flags: &str| jobs(&bench.run(flags))["ada.pdf"]["status"].clone();
    assert_eq!(status(flags), "made");
    assert_eq!(status(flags), "unchanged");
    let other = std::fs::read(crate::line::project("docs/pictures/plain.png")).unwrap();
    bench.put("resumes/ada.png", other);
    assert_eq!(status(flags), "made", "the photo is another");
    assert_eq!(status(&format!("{flags} --date 2025-01")), "made", "the date is another");
    bench.put("cvpdf.toml", "[look]\nfont-size = 11\n");
    assert_eq!(status(flags), "made", "the project's look is another");
    assert_eq!(status(&format!("{flags} --ppi 100")), "unchanged", "the pixels are none");
    assert_eq!(status(&format!("{flags} --theme plain")), "made", "the theme is another");
    bench.put("resumes/ada.png", picture);
    bench.put("cvpdf.toml", "");
    assert_eq!(status(flags), "cached", "all is as it was");
}

#[test]
fn a_bad_resume_fails_alone() {
    let bench = team().file("resumes/bad.yaml", "name: Bad\nemial: x\n");
    let ran = bench.run("export").fails_with(1).says("unknown key `emial`");
    let ran = ran.says("bad.pdf failed").says("4 made").says("1 failed");
    ran.writes(&[
        "out/.cvpdf-outputs",
        "out/ada-code.pdf",
        "out/ada-short.pdf",
        "out/ada.pdf",
        "out/bob.pdf",
    ]);
    let ran = bench.run("export --json").fails_with(1);
    let bad = &jobs(&ran)["bad.pdf"];
    assert_eq!(bad["told"][0]["code"], "unknown-key");
    assert_eq!(bad["told"][0]["line"], 2);
    assert_eq!(bad["digest"], Value::Null);
}

#[test]
fn a_batch_stops_at_as_many_failures_as_are_allowed() {
    let bench = (0..40).fold(Bench::new().file("cvpdf.toml", ""), |bench, number| {
        bench.file(&format!("resumes/bad{number:02}.yaml"), "name: [A\n")
    });
    let ran = bench.run("export --json --jobs 1 --max-failures 3").fails_with(1);
    let failed = count(&ran, "failed");
    assert!((3..=6).contains(&failed), "those under way come to their end: {failed}");
    let ran = bench.run("export --jobs 1 --fail-fast").fails_with(1);
    ran.says("stopped");
    let ran = bench.run("export --json").fails_with(1);
    assert_eq!(count(&ran, "failed"), 40);
}

#[test]
fn a_fault_that_profiles_share_is_told_once() {
    let text = format!(
        "{MINIMAL}sections:\n  talks: [{{title: A, date: sometime}}]\nprofiles: {{a: {{}}, b: {{}}}}\n"
    );
    let bench = Bench::new().file("cvpdf.toml", "").file("resumes/ada.yaml", text);
    let ran = bench.run("export").succeeds();
    assert_eq!(ran.talk.matches("sometime").count(), 1, "{}", ran.talk);
    bench.run("export --strict").fails_with(1).says("3 failed");
}

#[test]
fn a_note_is_told_again_when_the_cache_has_the_result() {
    let line = "Some words that fill a line of the page nearly to its end, and one more.";
    let items = format!("      - {line}\n").repeat(56);
    let text = format!(
        "{MINIMAL}sections:\n  projects:\n    - title: All\n      highlights:\n{items}look: {{pages: 1, theme: plain}}\n"
    );
    let bench = Bench::new().file("cvpdf.toml", "").file("resumes/ada.yaml", text);
    let told = |ran: &Ran<'_>| jobs(ran)["ada.pdf"]["told"].clone();
    let first = bench.run("export --json").succeeds();
    assert_eq!(told(&first)[0]["code"], "fitted");
    std::fs::remove_file(bench.path("out/ada.pdf")).unwrap();
    let again = bench.run("export --json").succeeds();
    assert_eq!(count(&again, "cached"), 1);
    assert_eq!(told(&first), told(&again));
}

#[test]
fn the_digest_does_not_depend_on_how_the_work_was_done() {
    let bench = team();
    let digest = |flags: &str| {
        let ran = bench.run(&format!("export --json {flags}")).succeeds();
        summary(&ran)["digest"].clone()
    };
    let one = digest("--no-cache --jobs 1");
    assert_eq!(one, digest("--no-cache --jobs 4"));
    assert_eq!(one, digest(""));
    assert_eq!(one, digest("-o elsewhere"));
    assert_eq!(one, digest("resumes/bob.yaml resumes/ada.yaml"));
    assert_ne!(one, digest("ada.yaml"));
}
