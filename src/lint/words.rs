//! Whether every word of the samples is in the PDF's text, as machines read it.

use crate::inspect;
use crate::inspect::Witness;
use crate::lint::Fault;
use crate::lint::Faults;
use crate::lint::Trial;
use crate::lint::samples::Looks;
use crate::lint::samples::SAMPLES;
use crate::lint::units;
use crate::lint::units::Kind;
use crate::lint::units::Unit;
use crate::lint::written;
use crate::view::View;

/// Looks for all words of all samples.
pub(super) fn words(trial: &Trial<'_>, faults: &mut Faults<'_>) -> anyhow::Result<()> {
    for sample in &SAMPLES {
        let case = (sample, &Looks::new());
        let Some(set) = trial.set(case, sample.name, faults)? else { continue };
        let recipe = &set.prepared.recipe;
        let file = written(&set.document, &recipe.options, (sample.name, faults));
        let Some(file) = file else { continue };
        let unused = &recipe.brief.theme.manifest().unused;
        for message in lost(&recipe.brief.view, &inspect::read(&file)?, unused) {
            faults.add(Fault::of(sample.name, &message));
        }
    }
    Ok(())
}

/// The letters of a document, but for running heads and feet.
fn text(witness: &Witness) -> String {
    let lines = witness.pages.iter().flat_map(|page| &page.lines);
    let lines = lines.filter(|line| !line.artifact);
    lines.map(|line| units::letters(&line.text)).collect()
}

/// What of a view is not in the text of its PDF, a line each.
pub(super) fn lost(view: &View, witness: &Witness, unused: &[String]) -> Vec<String> {
    let text = &text(witness);
    let mut lost = Vec::new();
    let is_used = |field: &str| !unused.iter().any(|unused| unused == field);
    let mut summary = Vec::new();
    units::blocks(&view.summary.blocks, &mut summary);
    let mut colophon = Vec::new();
    units::blocks(&view.colophon, &mut colophon);
    let sections = units::printed(view).iter();
    let sections = sections.map(|it| (it.title.as_str(), units::section(it)));
    let around = [("summary", summary), ("colophon", colophon)];
    // Where the parts of a letter stand is its layout's to say.
    let letter = view.letter.iter().flat_map(units::letter);
    let letter = letter.map(|unit| ("letter", vec![unit]));
    let body = around.into_iter().chain(sections).chain(letter);
    let body: Vec<(&str, Vec<Unit>)> = body.collect();
    lost.extend(lost_in_head(view, text, &body).into_iter().filter_map(
        |(field, words)| is_used(field).then(|| format!("{field}: `{words}` is missing")),
    ));
    for (name, units) in &body {
        let (_, gone) = units::find_anywhere(text, units);
        lost.extend(gone.iter().filter(|_| is_used(name)).map(|unit| {
            let parts = unit.parts.iter().map(|part| units::letters(part));
            let what = if parts.into_iter().all(|part| text.contains(&part)) {
                "out of order"
            } else {
                "missing"
            };
            format!("{name}: `{}` is {what}", unit.shown())
        }));
    }
    lost
}

/// What of the head is not in a text, besides where the body says the same words.
fn lost_in_head(
    view: &View,
    text: &str,
    body: &[(&str, Vec<Unit>)],
) -> Vec<(&'static str, String)> {
    let said = body.iter().flat_map(|(_, units)| units).flat_map(|unit| &unit.parts);
    let said: Vec<String> = said.map(|part| units::letters(part)).collect();
    let is_lost = |part: &String| {
        let words = units::letters(part);
        let elsewhere: usize =
            said.iter().map(|part| part.matches(words.as_str()).count()).sum();
        !words.is_empty() && text.matches(words.as_str()).count() <= elsewhere
    };
    let lost = |unit: &Unit| unit.parts.iter().any(is_lost);
    let head = head(view).into_iter();
    head.filter(|(_, unit)| lost(unit))
        .map(|(field, unit)| (field, unit.shown()))
        .collect()
}

/// What stands in the head, in whichever order, with the names of the fields.
fn head(view: &View) -> Vec<(&'static str, Unit)> {
    let unit = |text: String| Unit::new(Kind::Paragraph, [text]);
    let headline =
        view.headline.iter().map(|line| ("headline", unit(units::plain(line))));
    let contacts = view.contacts.iter().map(|it| ("contacts", unit(it.text.clone())));
    let name = std::iter::once(("name", unit(view.name.clone())));
    name.chain(headline).chain(contacts).collect()
}
