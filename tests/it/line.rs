//! The line of values within this process: from a résumé's file to pages and bytes.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use clap::Parser;
use cvpdf::diag::Diagnostic;
use cvpdf::diag::Severity;
use cvpdf::diag::Sink;
use cvpdf::export::Artifact;
use cvpdf::export::pdf;
use cvpdf::plan;
use cvpdf::plan::Job;
use cvpdf::plan::Target;
use cvpdf::recipe;
use cvpdf::run;
use cvpdf::run::Prepared;
use cvpdf::settings;
use cvpdf::settings::Flags;
use cvpdf::settings::Settings;

/// The themes that come with the program and are finished.
pub(crate) const THEMES: [&str; 8] = [
    "classic",
    "plain",
    "modern",
    "compact",
    "editorial",
    "academic",
    "sidebar",
    "europa",
];

/// The sections that stand in the column of `sidebar` before all others, in its order.
pub(crate) const ASIDE: [&str; 5] =
    ["skills", "certifications", "languages", "interests", "hobbies"];

/// The papers.
pub(crate) const PAPERS: [&str; 2] = ["a4", "us-letter"];

/// The flags of `cvpdf render`, as a person would write them.
#[derive(Debug, Parser)]
struct Line {
    #[command(flatten)]
    flags: Flags,
}

/// Where something of the project lies.
pub(crate) fn project(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Every sample and every case with its text, by path from the project's folder.
pub(crate) fn resumes() -> Vec<(String, String)> {
    let mut resumes = samples();
    resumes.extend(yaml_files("tests/cases"));
    resumes.extend(yaml_files("tests/cases/shapes"));
    resumes
}

/// Every sample of a résumé with its text, by path from the project's folder.
pub(crate) fn samples() -> Vec<(String, String)> {
    let mut samples = yaml_files("resumes");
    samples.retain(|(_, text)| !is_letter(text));
    samples
}

/// Every letter with its text, by path from the project's folder.
pub(crate) fn letters() -> Vec<(String, String)> {
    let mut letters = yaml_files("resumes");
    letters.retain(|(_, text)| is_letter(text));
    letters.extend(yaml_files("tests/cases/letters"));
    letters
}

/// Whether a text names the résumé whose letter it is.
fn is_letter(text: &str) -> bool {
    text.lines().any(|line| line.starts_with("resume:"))
}

/// The texts of a folder, by path from the project's folder.
pub(crate) fn yaml_files(folder: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(project(folder)).expect("the folder is there");
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let yaml = |name: &String| Path::new(name).extension().is_some_and(|it| it == "yaml");
    let mut names: Vec<String> = names.filter(yaml).collect();
    names.sort();
    let read = |name: &String| {
        let path = format!("{folder}/{name}");
        let text = fs::read_to_string(project(&path)).expect("it is text");
        (path, text)
    };
    names.iter().map(read).collect()
}

/// The flags that set a résumé in a theme.
///
/// `every-field` chooses an option that only `classic` has.
pub(crate) fn themed(resume: &str, theme: &str) -> String {
    let other = resume.ends_with("every-field.yaml") && theme != THEMES[0];
    format!("--theme {theme}{}", if other { " --heading plain" } else { "" })
}

/// Readies a résumé as `cvpdf render` would with these flags; says what was told of it.
pub(crate) fn prepare(resume: &str, flags: &str) -> (Option<Prepared>, Vec<Diagnostic>) {
    let words = std::iter::once("render").chain(flags.split_whitespace());
    let line =
        Line::try_parse_from(words).unwrap_or_else(|error| panic!("{flags}: {error}"));
    let mut sink = Sink::default();
    let settings = settings::resolve(&line.flags, &mut sink).and_then(Settings::single);
    let prepared = settings.and_then(|settings| {
        let input = plan::input(resume, &settings)?;
        let job = Job { input, format: &pdf::FORMAT, target: Target::Stdout };
        run::prepare(&job, &settings, &mut run::Trail::default(), &mut sink)
    });
    (prepared.ok(), sink.take())
}

/// The same for a résumé without a fault.
#[track_caller]
pub(crate) fn prepared(resume: &str, flags: &str) -> Prepared {
    let (prepared, told) = prepare(resume, flags);
    prepared.unwrap_or_else(|| panic!("{resume} {flags}: {}", say(&told)))
}

/// Makes a PDF; says what was told on the way.
pub(crate) fn make(resume: &str, flags: &str) -> (Option<Artifact>, Vec<Diagnostic>) {
    let (prepared, mut told) = prepare(resume, flags);
    let Some(prepared) = prepared else { return (None, told) };
    let mut sink = Sink::default();
    let artifact = recipe::make(&prepared.recipe, &mut sink).ok();
    told.extend(sink.take());
    (artifact, told)
}

/// The PDF of a résumé without a fault.
#[track_caller]
pub(crate) fn pdf(resume: &str, flags: &str) -> Vec<u8> {
    let (artifact, told) = make(resume, flags);
    let artifact = artifact.unwrap_or_else(|| panic!("{resume} {flags}: {}", say(&told)));
    artifact.files.into_iter().next().expect("a PDF is one file")
}

/// What is more than a note, a line each: `code: message`.
pub(crate) fn say(told: &[Diagnostic]) -> String {
    let grave = told.iter().filter(|one| one.severity != Severity::Note);
    let lines: Vec<_> =
        grave.map(|one| format!("{}: {}\n", one.code, one.message)).collect();
    lines.concat()
}
