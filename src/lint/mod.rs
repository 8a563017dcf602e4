//! Whether a theme is as it should be: tried on hard résumés, with every option at its
//! limits, and pushed over every page break.

pub mod samples;
mod breaks;
mod letter;
mod pages;
mod units;
mod words;

use serde_json::Value;
use serde_json::json;

use crate::diag::Diagnostic;
use crate::diag::Severity;
use crate::diag::Sink;
use crate::export::pdf;
use crate::run::Prepared;
use crate::settings::Settings;
use crate::theme::value::Takes;
use crate::typeset;
use crate::typeset::Document;
use crate::typeset::check;
use samples::Looks;
use samples::SAMPLES;
use samples::SHOWCASE;
use samples::Sample;

/// How many faults of one check a person is told.
pub const SHOWN: usize = 8;

/// The papers.
const PAPERS: [&str; 2] = ["a4", "us-letter"];

/// A theme that is tried.
#[derive(Debug, Clone, Copy)]
pub struct Trial<'a> {
    /// The theme: a built-in one's name, or a folder.
    pub theme: &'a str,
    /// What else is settled; looks are not taken from there.
    pub settings: &'a Settings,
    /// Whether every page break is tried.
    pub thorough: bool,
}

/// Something that is wrong with a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// With which sample it was seen; empty if with none.
    pub sample: String,
    /// The number of the page, where it is on one.
    pub page: Option<usize>,
    /// What is wrong, in one line.
    pub message: String,
}

/// One of the things that are tried.
#[derive(Debug)]
pub struct Check {
    /// Its name.
    pub name: &'static str,
    /// Whether the others make no sense where it fails.
    pub is_vital: bool,
    /// Tries it; what must be told with a place in the theme's files goes into the sink.
    pub run: fn(&Trial<'_>, &mut Sink) -> anyhow::Result<Vec<Fault>>,
}

/// All checks, in the order in which they are made.
pub const CHECKS: &[Check] = &[
    Check { name: "manifest", is_vital: true, run: manifest },
    Check { name: "contract", is_vital: true, run: contract },
    Check { name: "options", is_vital: false, run: options },
    Check { name: "overflow", is_vital: false, run: overflow },
    Check { name: "contrast", is_vital: false, run: pages::contrast },
    Check { name: "tags", is_vital: false, run: pages::tags },
    Check { name: "words", is_vital: false, run: words::words },
    Check { name: "breaks", is_vital: false, run: breaks::breaks },
    Check { name: "letter", is_vital: false, run: letter::letter },
];

/// Whether the manifest can be read.
fn manifest(trial: &Trial<'_>, sink: &mut Sink) -> anyhow::Result<Vec<Fault>> {
    let prepared = trial.prepare(&SHOWCASE, &Looks::new(), sink);
    match prepared {
        Ok(_) => Ok(Vec::new()),
        Err(error) if error.is::<crate::diag::Reported>() => {
            Ok(first_errors("", sink.diagnostics()))
        }
        Err(error) => Err(error),
    }
}

/// Whether every sample can be set, and the theme says what it has to say of its pages.
fn contract(trial: &Trial<'_>, sink: &mut Sink) -> anyhow::Result<Vec<Fault>> {
    let mut faults = Vec::new();
    for sample in &SAMPLES {
        let prepared = trial.prepare(sample, &Looks::new(), sink)?;
        let mut said = Sink::default();
        let Ok(document) = typeset::typeset(&prepared.recipe.brief, &mut said) else {
            faults.extend(first_errors(sample.name, said.diagnostics()));
            if faults.len() == 1 {
                sink.extend(said.take());
            }
            continue;
        };
        if check::area(&document.pages).is_none() {
            let message = "it does not say where its text belongs: `<cvpdf-area>`";
            faults.push(Fault::of(sample.name, message));
        }
        let doubts = said
            .diagnostics()
            .iter()
            .filter(|one| one.severity == Severity::Warning && one.code != "overflow");
        faults.extend(doubts.map(|one| Fault::of(sample.name, &one.message)));
        typeset::forget(3);
    }
    Ok(faults)
}

/// Whether the showcase can be set, and stays in its area, with every option at its limits.
fn options(trial: &Trial<'_>, sink: &mut Sink) -> anyhow::Result<Vec<Fault>> {
    let prepared = trial.prepare(&SHOWCASE, &Looks::new(), sink)?;
    let brief = prepared.recipe.brief;
    let families = brief.fonts.families();
    let families: Vec<&str> = families.iter().map(|family| family.name).collect();
    let mut faults = Vec::new();
    for (name, option) in &brief.theme.manifest().options {
        for value in limits(&option.takes) {
            let read = option.takes.read(&value, &families);
            if read.is_none_or(|read| option.lacks(&read, &families).is_none()) {
                faults.extend(trial.option(name, &value));
            }
        }
    }
    Ok(faults)
}

/// Values with which an option is tried: the words, the ends of the range.
fn limits(takes: &Takes) -> Vec<String> {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    match takes {
        Takes::Word(_) | Takes::Listed(_) => owned(&takes.words()),
        Takes::Color => owned(&["black", "ochre"]),
        Takes::Number { min, max } => vec![min.to_string(), max.to_string()],
        Takes::Flag => owned(&["on", "off"]),
        Takes::Text => owned(&["none", "Some words of the author's own"]),
        Takes::Font => owned(&["Inter", "EB Garamond"]),
        Takes::Margin => owned(&["10mm", "40mm"]),
        Takes::Pages => owned(&["auto"]),
    }
}

/// Whether text stays in its area, on both papers.
fn overflow(trial: &Trial<'_>, sink: &mut Sink) -> anyhow::Result<Vec<Fault>> {
    let mut faults = Vec::new();
    for sample in &SAMPLES {
        for paper in PAPERS {
            let mut said = Sink::default();
            trial.set(sample, &Looks::from([("paper", paper)]), (&mut said, sink))?;
            let all = said.diagnostics().iter().filter(|one| one.code == "overflow");
            let seen = format!("{}, {paper}", sample.name);
            faults.extend(all.map(|one| Fault::of(&seen, &one.message)));
        }
    }
    Ok(faults)
}

/// The errors among what was told, as faults.
fn first_errors(sample: &str, told: &[Diagnostic]) -> Vec<Fault> {
    let errors = told.iter().filter(|one| one.severity == Severity::Error);
    errors.map(|one| Fault::of(sample, &one.message)).collect()
}

impl Trial<'_> {
    /// Readies a sample.
    fn prepare(
        &self,
        sample: &Sample,
        looks: &Looks<'_>,
        sink: &mut Sink,
    ) -> anyhow::Result<Prepared> {
        let mut said = Sink::default();
        let around = (self.settings, &pdf::FORMAT);
        let prepared = samples::prepare(sample, (self.theme, looks), around, &mut said);
        // What is doubtful about a sample's words is nothing to a theme's author.
        let mut said = said.take();
        said.retain(|one| one.severity == Severity::Error);
        sink.extend(said);
        prepared
    }

    /// What is wrong with the showcase where an option has this value.
    fn option(&self, name: &str, value: &str) -> Vec<Fault> {
        let (looks, mut said) = (Looks::from([(name, value)]), Sink::default());
        let shown = format!("{name}={value}");
        let set = self.prepare(&SHOWCASE, &looks, &mut said).and_then(|prepared| {
            Ok(typeset::typeset(&prepared.recipe.brief, &mut said)?)
        });
        typeset::forget(3);
        let is_grave =
            |one: &&Diagnostic| one.severity == Severity::Error || one.code == "overflow";
        let grave = said.diagnostics().iter().filter(is_grave);
        let mut faults: Vec<Fault> =
            grave.map(|one| Fault::of(&shown, &one.message)).collect();
        if set.is_err() && faults.is_empty() {
            faults.push(Fault::of(&shown, "it cannot be set"));
        }
        faults
    }

    /// Sets a sample; what is said of its pages goes into the first sink.
    fn set(
        &self,
        sample: &Sample,
        looks: &Looks<'_>,
        (said, sink): (&mut Sink, &mut Sink),
    ) -> anyhow::Result<(Prepared, Document)> {
        let prepared = self.prepare(sample, looks, sink)?;
        let document = typeset::typeset(&prepared.recipe.brief, said);
        typeset::forget(3);
        Ok((prepared, document?))
    }
}

impl Fault {
    /// Makes one that was seen with a sample.
    fn of(sample: &str, message: &str) -> Self {
        Self { sample: sample.to_owned(), page: None, message: message.to_owned() }
    }

    /// The same on a page.
    fn on(self, page: usize) -> Self {
        Self { page: Some(page), ..self }
    }

    /// The fault in one line.
    pub fn shown(&self) -> String {
        let Self { sample, page, message } = self;
        let page = page.map(|page| format!("page {page}: ")).unwrap_or_default();
        let sample =
            if sample.is_empty() { String::new() } else { format!(" ({sample})") };
        format!("{page}{message}{sample}")
    }

    /// The fault for machines.
    pub fn record(&self) -> Value {
        json!({ "sample": self.sample, "page": self.page, "message": self.message })
    }
}
