//! What `watch` makes again and when, with the real program: files are saved as editors
//! save them, and what becomes of it is read from its stream of records.

mod live; // a running watch, and waiting for what it says
mod saves; // how files are saved, by which editor
mod trouble; // what is missing, broken, stuck or gone

use std::fs;
use std::process::Command;

use live::Watching;

use crate::bench::Bench;
use crate::bench::MINIMAL;
use crate::line::project;

/// A master with two profiles, of which each keeps a bullet of its own.
const MASTER: &str = "\
name: Ada Lovelace
updated: 2026-11
sections:
  experience:
    - title: Analyst
      highlights:
        - For everybody.
        - {text: For one., for: [one]}
        - {text: For two., for: [two]}
profiles:
  one: {for: [one]}
  two: {for: [two]}
";

/// A theme that sets a name and no more, after another one.
const OTHER: &str = "
#let theme(view, options) = {
  set document(title: view.title)
  [#view.name]
}
";

/// The outputs of the master.
const ALL: [&str; 3] = ["ada.pdf", "ada-one.pdf", "ada-two.pdf"];

/// A project with the master.
fn master() -> Bench {
    Bench::new().file("resumes/ada.yaml", MASTER)
}

/// Saves the master with other words.
fn save(bench: &Bench, from: &str, to: &str) {
    bench.put("resumes/ada.yaml", MASTER.replace(from, to));
}

/// The program with this command line, in a project.
fn command(bench: &Bench, line: &str) -> Command {
    bench.command(&line.split_whitespace().collect::<Vec<_>>())
}

/// Starts to watch.
fn start(bench: &Bench, line: &str) -> Watching {
    Watching::machine(command(bench, line))
}

/// The bytes of one of our files.
fn ours(path: &str) -> Vec<u8> {
    fs::read(project(path)).expect("it is there")
}

#[test]
fn every_profile_is_made_as_export_and_render_make_it() {
    let bench = master();
    let mut watching = start(&bench, "watch");
    watching.makes(&ALL);
    watching.stop();
    let watched = bench.files();
    for (name, flags) in [("ada", ""), ("ada-one", "--profile one")] {
        bench.run(&format!("render ada.yaml {flags} --no-cache -o x.pdf")).succeeds();
        assert!(bench.read("x.pdf") == watched[&format!("out/{name}.pdf")], "{name}");
    }
}

#[test]
fn only_what_prints_the_change_is_made_again() {
    let bench = master();
    let mut watching = start(&bench, "watch");
    watching.makes(&ALL);
    save(&bench, "For one.", "For one alone.");
    watching.makes(&["ada.pdf", "ada-one.pdf"]);
    save(&bench, "For everybody.", "For everyone.");
    watching.makes(&ALL);
    watching.stop();
}

#[test]
fn what_is_saved_without_a_change_makes_nothing() {
    let bench = master();
    let mut watching = start(&bench, "watch resumes/ada.yaml");
    watching.makes(&ALL);
    let before = bench.files();
    save(&bench, "For", "For");
    watching.makes(&[]);
    assert!(before == bench.files());
    watching.stop();
}

#[test]
fn a_resume_of_two_is_made_again_alone() {
    let bench = master().file("resumes/bob.yaml", MINIMAL);
    let mut watching = start(&bench, "watch");
    watching.makes(&["ada.pdf", "ada-one.pdf", "ada-two.pdf", "bob.pdf"]);
    bench.put("resumes/bob.yaml", MINIMAL.replace("Ada", "Bob"));
    watching.makes(&["bob.pdf"]);
    watching.stop();
}

#[test]
fn a_profile_that_is_added_is_made() {
    let bench = master();
    let mut watching = start(&bench, "watch ada.yaml");
    watching.makes(&ALL);
    bench.put(
        "resumes/ada.yaml",
        format!("{MASTER}  three: {{sections: [experience]}}\n"),
    );
    watching.makes(&["ada-three.pdf"]);
    watching.stop();
}

#[test]
fn a_resume_that_is_added_to_the_project_is_made() {
    let bench = master();
    let mut watching = start(&bench, "watch");
    watching.makes(&ALL);
    bench.put("resumes/bob.yaml", MINIMAL);
    watching.makes(&["bob.pdf"]);
    bench.put("resumes/team/eve.yaml", MINIMAL);
    watching.makes(&["eve.pdf"]);
    watching.stop();
}

#[test]
fn what_comes_to_match_a_pattern_is_made() {
    let bench = master().file("team/bob.yaml", MINIMAL);
    let mut watching =
        start(&bench, "watch team/*.yaml new/*.yaml ada.yaml --profile one");
    watching
        .fails(&["the list of résumés", "team/bob.yaml"])
        .says("nothing matches `new/*.yaml`");
    bench.put("team/eve.yaml", MASTER.replace("Ada", "Eve"));
    watching.makes(&["eve-one.pdf"]);
    fs::remove_file(bench.path("team/eve.yaml")).expect("it is there");
    watching.loses("team/eve.yaml");
    watching.stop();
}

#[test]
fn two_that_would_be_the_same_file_are_told_of() {
    let bench = master().file("team/ada.yaml", MINIMAL);
    let mut watching = start(&bench, "watch ada.yaml team");
    watching.fails(&["team/ada.yaml"]).says("ada.yaml and team/ada.yaml would be");
    fs::remove_file(bench.path("team/ada.yaml")).expect("it is there");
    watching.loses("team/ada.yaml");
    watching.stop();
}

#[test]
fn themes_and_formats_are_those_of_the_command_line() {
    let bench = Bench::new().file("ada.yaml", MINIMAL);
    let mut watching = start(&bench, "watch ada.yaml --theme plain --lang fr -f pdf,svg");
    watching.makes(&["ada.pdf", "ada.svg"]);
    watching.stop();
    bench.run("render ada.yaml --theme plain --lang fr --no-cache -o x.pdf").succeeds();
    assert!(bench.read("x.pdf") == bench.read("out/ada.pdf"));
}

#[test]
fn a_photo_that_changes_is_set_anew() {
    let bench = Bench::new().file("cv/ada.yaml", format!("{MINIMAL}photo: ada.png\n"));
    let bench = bench.file("cv/ada.png", ours("tests/cases/portrait.png"));
    let mut watching = start(&bench, "watch cv/ada.yaml");
    watching.makes(&["ada.pdf"]);
    let before = bench.read("out/ada.pdf");
    bench.put("cv/ada.png", ours("resumes/french.jpg"));
    watching.makes(&["ada.pdf"]);
    assert!(before != bench.read("out/ada.pdf"));
    watching.stop();
}

#[test]
fn a_file_that_a_resume_names_is_followed() {
    let text = format!("{MINIMAL}sections:\n  publications: {{file: ada.bib}}\n");
    let bench = Bench::new().file("ada.yaml", text);
    let mut watching = start(&bench, "watch ada.yaml");
    watching.fails(&["ada.pdf"]).says("missing-publications");
    let paper = "@article{a, author = {Ada Lovelace}, title = {Notes}, year = 1843}\n";
    bench.put("ada.bib", paper);
    watching.mends("ada.pdf");
    bench.put("ada.bib", paper.replace("Notes", "More Notes"));
    watching.makes(&["ada.pdf"]);
    watching.stop();
}

#[test]
fn a_theme_that_changes_is_used_anew() {
    let bench = master().folder("mine", "themes/plain").folder("lib", "themes/lib");
    let mut watching = start(&bench, "watch ada.yaml --profile one --theme ./mine");
    watching.makes(&["ada-one.pdf"]);
    let theme = String::from_utf8(bench.read("mine/theme.typ")).expect("it is text");
    bench.put("mine/theme.typ", theme.replace("#let theme(", "#let other(") + OTHER);
    watching.makes(&["ada-one.pdf"]);
    let broken = format!("#import \"parts/more.typ\": more\n{theme}");
    bench.put("mine/theme.typ", broken);
    watching.fails(&["ada-one.pdf"]).says("more.typ");
    // A folder that was not there before, and a file in it.
    bench.put("mine/parts/more.typ", "#let more = 1\n");
    watching.mends("ada-one.pdf");
    watching.stop();
}

#[test]
fn a_folder_of_fonts_that_changes_is_read_anew() {
    let font = fs::read_dir(project("fonts")).expect("fonts are there").flatten();
    let mut fonts = font.flat_map(|it| fs::read_dir(it.path()).into_iter().flatten());
    let font = fonts.find_map(|file| {
        let path = file.expect("it can be listed").path();
        path.extension().is_some_and(|it| it == "ttf" || it == "otf").then_some(path)
    });
    let font = fs::read(font.expect("there is a font")).expect("it can be read");
    let bench = Bench::new().file("ada.yaml", MINIMAL).file("faces/readme.txt", "none");
    let mut watching = start(&bench, "watch ada.yaml --font-path faces");
    watching.makes(&["ada.pdf"]).says("there is no font");
    bench.put("faces/one.ttf", font);
    watching.tries(&["ada.pdf"]);
    watching.stop();
}

#[test]
fn settings_of_the_project_are_followed() {
    let bench = master();
    let mut watching = start(&bench, "watch ada.yaml --profile one");
    watching.makes(&["ada-one.pdf"]);
    bench.put("cvpdf.toml", "[look]\naccent = \"navy\"\n");
    watching.makes(&["ada-one.pdf"]);
    bench.put("cvpdf.toml", "[lok]\naccent = \"navy\"\n");
    watching.fails(&["cvpdf.toml"]).says("unknown key `lok`");
    bench.put("cvpdf.toml", "name = \"cv-{profile}\"\n");
    watching.makes(&["cv-one.pdf"]);
    fs::remove_file(bench.path("cvpdf.toml")).expect("it is there");
    watching.loses("cvpdf.toml");
    watching.stop();
}

#[test]
fn looking_again_and_again_sees_the_same() {
    let bench = master();
    let mut watching = start(&bench, "watch ada.yaml --poll");
    watching.makes(&ALL);
    save(&bench, "For one.", "For one alone.");
    watching.makes(&["ada.pdf", "ada-one.pdf"]);
    fs::remove_file(bench.path("resumes/ada.yaml")).expect("it is there");
    watching.loses("ada.yaml");
    save(&bench, "For two.", "For two alone.");
    watching.mends("ada.yaml");
    watching.stop();
}

#[test]
fn people_are_told_in_plain_lines() {
    let bench = master();
    let mut watching =
        Watching::person(command(&bench, "watch ada.yaml --profile one --clear"));
    watching.hears("out/ada-one.pdf made");
    watching.hears("waiting");
    save(&bench, "name:", "nam:");
    watching.hears("unknown key `nam`");
    watching.hears("waiting");
    save(&bench, "For one.", "For one alone.");
    watching.hears("out/ada-one.pdf");
    watching.stop();
    assert!(!watching.talk().contains('\u{1b}'), "{}", watching.talk());
}
