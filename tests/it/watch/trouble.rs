//! What is missing, broken, stuck or gone: it is told of, and watching goes on.

use std::fs;

use super::ALL;
use super::MASTER;
use super::master;
use super::ours;
use super::save;
use super::start;
use crate::bench::Bench;
use crate::bench::MINIMAL;

#[test]
fn a_mistake_is_told_of_and_what_was_made_stays() {
    let bench = master();
    let mut watching = start(&bench, "watch ada.yaml");
    watching.makes(&ALL);
    let before = bench.read("out/ada.pdf");
    save(&bench, "name:", "nmae:");
    watching.fails(&["ada.pdf"]).says("did you mean `name`?");
    assert!(bench.read("out/ada.pdf") == before);
    save(&bench, "For two.", "For two alone.");
    watching.mends("ada.pdf");
    assert!(bench.read("out/ada.pdf") != before);
    watching.stop();
}

#[test]
fn a_mistake_that_is_undone_is_mended_without_making_anything() {
    let bench = master();
    let mut watching = start(&bench, "watch ada.yaml");
    watching.makes(&ALL);
    save(&bench, "name:", "nmae:");
    watching.fails(&["ada.pdf"]);
    let before = bench.files();
    save(&bench, "", "");
    watching.mends("ada.pdf");
    let after = bench.files();
    assert!(before["out/ada.pdf"] == after["out/ada.pdf"]);
    watching.stop();
}

#[test]
fn a_resume_that_is_not_there_yet_is_waited_for() {
    let bench = Bench::new().file("resumes/readme.txt", "");
    let mut watching = start(&bench, "watch ada.yaml");
    watching.fails(&["ada.yaml"]).says("there is no résumé `ada.yaml`");
    bench.put("resumes/ada.yaml", MASTER);
    watching.makes(&ALL);
    watching.stop();
}

#[test]
fn a_resume_in_a_folder_that_is_not_there_yet_is_waited_for() {
    let bench = Bench::new().file("readme.txt", "");
    let mut watching = start(&bench, "watch some/where/ada.yaml");
    watching.fails(&["some/where/ada.yaml"]);
    bench.put("some/where/ada.yaml", MASTER);
    while watching.round().made().is_empty() {}
    assert!(bench.path("out/ada.pdf").is_file());
    watching.stop();
}

#[test]
fn a_resume_that_goes_and_comes_back_is_told_of() {
    for line in ["watch ada.yaml", "watch"] {
        let bench = master();
        let mut watching = start(&bench, line);
        watching.makes(&ALL);
        fs::rename(bench.path("resumes/ada.yaml"), bench.path("kept"))
            .expect("it is there");
        let told = watching.round();
        told.says("\"gone\"").says("ada.yaml");
        assert!(bench.path("out/ada.pdf").is_file());
        fs::rename(bench.path("kept"), bench.path("resumes/ada.yaml"))
            .expect("it is there");
        watching.makes(&[]);
        save(&bench, "For everybody.", "For all.");
        watching.makes(&ALL);
        watching.stop();
    }
}

#[test]
fn a_missing_photo_is_waited_for_and_its_folder_too() {
    let bench = Bench::new().file("ada.yaml", format!("{MINIMAL}photo: pics/ada.png\n"));
    let mut watching = start(&bench, "watch ada.yaml");
    watching.fails(&["ada.pdf"]).says("missing-photo");
    bench.put("pics/ada.png", ours("tests/cases/portrait.png"));
    while watching.round().made().is_empty() {}
    fs::remove_file(bench.path("pics/ada.png")).expect("it is there");
    watching.fails(&["ada.pdf"]).says("missing-photo");
    bench.put("pics/ada.png", ours("tests/cases/portrait.png"));
    watching.mends("ada.pdf");
    watching.stop();
}

#[test]
fn a_theme_that_goes_and_comes_back_is_told_of() {
    let bench = crate::cli::mine("set document(title: view.title)\n[#view.name]");
    let mut watching = start(&bench, "watch ada.yaml --theme ./mine");
    watching.makes(&["ada.pdf"]);
    fs::rename(bench.path("mine"), bench.path("kept")).expect("it is there");
    watching.fails(&["ada.pdf"]).says("there is no theme in `./mine`");
    fs::rename(bench.path("kept"), bench.path("mine")).expect("it is there");
    watching.mends("ada.pdf");
    watching.stop();
}

#[test]
fn a_theme_that_never_ends_is_one_failure_and_watching_goes_on() {
    let good = "set document(title: view.title)\n[#view.name]";
    let bench = crate::cli::mine(good);
    let line = "watch ada.yaml --theme ./mine --time-limit 1";
    let mut watching = start(&bench, line);
    watching.makes(&["ada.pdf"]);
    let text = String::from_utf8(bench.read("mine/theme.typ")).expect("it is text");
    let endless = "for i in range(100000) { for k in range(100000) { let x = i * k } }\n";
    bench.put(
        "mine/theme.typ",
        text.replace("set document", &format!("{endless}set document")),
    );
    watching.fails(&["ada.pdf"]).says("longer than 1 s");
    bench.put("mine/theme.typ", text.replace("[#view.name]", "[Again #view.name]"));
    watching.mends("ada.pdf");
    watching.stop();
}

#[test]
fn a_budget_of_pages_that_is_exceeded_says_by_how_much() {
    let words = "- {title: One, summary: Words.}\n    ".repeat(100);
    let long = format!("{MINIMAL}sections:\n  experience:\n    {}\n", words.trim_end());
    let bench = Bench::new().file("ada.yaml", format!("{long}look: {{pages: 1}}\n"));
    let mut watching = start(&bench, "watch ada.yaml");
    watching.fails(&["ada.pdf"]).says("over 1 page, set as tight as can be");
    bench.put("ada.yaml", MINIMAL);
    watching.mends("ada.pdf");
    watching.stop();
}

#[test]
fn nothing_is_left_behind_but_outputs() {
    let bench = master();
    let mut watching = start(&bench, "watch ada.yaml");
    watching.makes(&ALL);
    for number in 0..5 {
        save(&bench, "For everybody.", &format!("For {number}."));
        watching.makes(&ALL);
    }
    watching.stop();
    let files: Vec<String> = bench.files().into_keys().collect();
    let names = ["out/ada-one.pdf", "out/ada-two.pdf", "out/ada.pdf", "resumes/ada.yaml"];
    assert_eq!(files, names);
}
