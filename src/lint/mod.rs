//! Whether a theme is as it should be: tried on hard résumés, with every option at its
//! limits, and pushed over every page break.

pub mod faults;
pub mod samples;
mod breaks;
mod letter;
mod pages;
mod units;
mod words;

use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Severity;
use crate::diag::Sink;
use crate::export::Options;
use crate::export::pdf;
use crate::run::Prepared;
use crate::settings::Settings;
use crate::theme::value::Takes;
use crate::typeset;
use crate::typeset::Document;
use crate::typeset::check;
use faults::Fault;
use faults::Faults;
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

/// One of the things that are tried.
#[derive(Debug)]
pub struct Check {
    /// Its name.
    pub name: &'static str,
    /// Whether the others make no sense where it fails.
    pub is_vital: bool,
    /// Tries it and adds what is wrong.
    pub run: fn(&Trial<'_>, &mut Faults<'_>) -> anyhow::Result<()>,
}

/// All checks, in the order in which they are made.
pub const CHECKS: &[Check] = &[
    Check { name: "manifest", is_vital: true, run: manifest },
    Check { name: "contract", is_vital: true, run: contract },
    Check { name: "fonts", is_vital: false, run: fonts },
    Check { name: "options", is_vital: false, run: options },
    Check { name: "overflow", is_vital: false, run: overflow },
    Check { name: "contrast", is_vital: false, run: pages::contrast },
    Check { name: "tags", is_vital: false, run: pages::tags },
    Check { name: "words", is_vital: false, run: words::words },
    Check { name: "breaks", is_vital: false, run: breaks::breaks },
    Check { name: "letter", is_vital: false, run: letter::letter },
];

/// A sample that was set.
struct Set {
    prepared: Prepared,
    document: Document,
    /// What is doubtful about its pages.
    doubts: Vec<Diagnostic>,
}

/// Whether the manifest can be read.
fn manifest(trial: &Trial<'_>, faults: &mut Faults<'_>) -> anyhow::Result<()> {
    let mut said = Sink::default();
    let prepared = trial.prepare(&SHOWCASE, &Looks::new(), &mut said);
    faults.errors("", &mut said);
    unless_reported(prepared).map(drop)
}

/// Whether every sample can be set, and the theme says what it has to say of its pages.
fn contract(trial: &Trial<'_>, faults: &mut Faults<'_>) -> anyhow::Result<()> {
    for sample in &SAMPLES {
        let case = (sample, &Looks::new());
        let Some(set) = trial.set(case, sample.name, faults)? else { continue };
        if check::area(&set.document.pages).is_none() {
            let message = "it does not say where its text belongs: `<cvpdf-area>`";
            faults.add(Fault::of(sample.name, message));
        }
        let mut doubts = set.doubts;
        doubts.retain(|it| it.severity == Severity::Warning && it.code != "overflow");
        faults.say(sample.name, doubts);
    }
    Ok(())
}

/// Whether the manifest names the families in which the showcase is set.
fn fonts(trial: &Trial<'_>, faults: &mut Faults<'_>) -> anyhow::Result<()> {
    let case = (&SHOWCASE, &Looks::new());
    let Some(set) = trial.set(case, SHOWCASE.name, faults)? else { return Ok(()) };
    let named = &set.prepared.recipe.brief.theme.manifest().fonts;
    for family in check::families(&set.document.pages) {
        if !named.contains(&family) {
            let message = format!(
                "text is set in `{family}`, which `fonts` of `theme.toml` does not name"
            );
            faults.add(Fault::of(SHOWCASE.name, &message));
        }
    }
    Ok(())
}

/// Whether the showcase can be set, and stays in its area, with every option at its limits.
fn options(trial: &Trial<'_>, faults: &mut Faults<'_>) -> anyhow::Result<()> {
    let as_designed = (&SHOWCASE, &Looks::new());
    let Some(set) = trial.set(as_designed, SHOWCASE.name, faults)? else { return Ok(()) };
    // What is there at the defaults is for other checks to tell.
    let known: Vec<String> = set.doubts.into_iter().map(|one| one.message).collect();
    let brief = set.prepared.recipe.brief;
    let families = brief.fonts.families();
    let families: Vec<&str> = families.iter().map(|family| family.name).collect();
    for (name, option) in &brief.theme.manifest().options {
        for value in limits(&option.takes) {
            let read = option.takes.read(&value, &families);
            if read.is_some_and(|read| option.lacks(&read, &families).is_some()) {
                continue;
            }
            let looks = Looks::from([(name.as_str(), value.as_str())]);
            let seen = format!("{name}={value}");
            let Some(set) = trial.set((&SHOWCASE, &looks), &seen, faults)? else {
                continue;
            };
            for fault in overflown(&set, &seen) {
                if !known.contains(&fault.message) {
                    faults.add(fault);
                }
            }
        }
    }
    Ok(())
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
fn overflow(trial: &Trial<'_>, faults: &mut Faults<'_>) -> anyhow::Result<()> {
    for sample in &SAMPLES {
        for paper in PAPERS {
            let looks = Looks::from([("paper", paper)]);
            let seen = format!("{}, {paper}", sample.name);
            if let Some(set) = trial.set((sample, &looks), &seen, faults)? {
                overflown(&set, &seen).for_each(|fault| faults.add(fault));
            }
        }
    }
    Ok(())
}

/// The text of a document that leaves its area.
fn overflown<'a>(set: &'a Set, seen: &'a str) -> impl Iterator<Item = Fault> + 'a {
    let all = set.doubts.iter().filter(|one| one.code == "overflow");
    all.map(move |one| Fault::of(seen, &one.message))
}

/// What came of an attempt; none if the reason why not was reported.
fn unless_reported<T>(outcome: anyhow::Result<T>) -> anyhow::Result<Option<T>> {
    match outcome {
        Err(error) if error.is::<Reported>() => Ok(None),
        outcome => outcome.map(Some),
    }
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

    /// Sets a sample; one that cannot be set is a fault.
    fn set(
        &self,
        (sample, looks): (&Sample, &Looks<'_>),
        seen: &str,
        faults: &mut Faults<'_>,
    ) -> anyhow::Result<Option<Set>> {
        let mut said = Sink::default();
        let set = self.attempt(sample, looks, &mut said);
        if set.is_err() {
            faults.errors(seen, &mut said);
        }
        let set = unless_reported(set)?;
        Ok(set.map(|(prepared, document)| Set {
            prepared,
            document,
            doubts: said.take(),
        }))
    }

    /// Sets a sample, or says why it cannot be.
    fn attempt(
        &self,
        sample: &Sample,
        looks: &Looks<'_>,
        said: &mut Sink,
    ) -> anyhow::Result<(Prepared, Document)> {
        let prepared = self.prepare(sample, looks, said)?;
        let document = typeset::typeset(&prepared.recipe.brief, said);
        typeset::forget(3);
        Ok((prepared, document?))
    }
}

/// A document as a file; one that cannot be made is a fault.
fn written(
    document: &Document,
    options: &Options,
    (seen, faults): (&str, &mut Faults<'_>),
) -> Option<Vec<u8>> {
    let mut said = Sink::default();
    let made = (pdf::FORMAT.write)(document, options, &mut said);
    faults.errors(seen, &mut said);
    made.ok()?.files.into_iter().next()
}
