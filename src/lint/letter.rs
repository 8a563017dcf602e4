//! Whether a theme's letters are whole, and begin as its résumés do.

use crate::diag::Severity;
use crate::diag::Sink;
use crate::export::Options;
use crate::export::pdf::Standards;
use crate::inspect;
use crate::inspect::Witness;
use crate::lint::Fault;
use crate::lint::Faults;
use crate::lint::PAPERS;
use crate::lint::Trial;
use crate::lint::pages;
use crate::lint::samples::CORRESPONDENT;
use crate::lint::samples::Looks;
use crate::lint::samples::Sample;
use crate::lint::unless_reported;
use crate::lint::words;
use crate::lint::written;
use crate::resume::letter::Layout;
use crate::typeset;
use crate::view::View;

/// How far a word may stand from where it stands in the résumé, in points.
const TOLERANCE: f64 = 0.1;

/// Sets a letter in every layout on every paper; a theme may have none.
pub(super) fn letter(trial: &Trial<'_>, faults: &mut Faults<'_>) -> anyhow::Result<()> {
    for paper in PAPERS {
        // What fits a budget is set smaller, the head too.
        let looks = Looks::from([("paper", paper), ("pages", "off"), ("photo", "off")]);
        let Some((_, resume)) = set(trial, &CORRESPONDENT, &looks, faults)? else {
            continue;
        };
        for (layout, _) in Layout::ALL {
            let sample = CORRESPONDENT.with_letter(layout);
            let set = set(trial, &sample, &looks, faults)?;
            let Some((view, witness)) = set else { continue };
            let seen = format!("{layout}, {paper}");
            if let Some(message) = moved(&view, &resume, &witness) {
                faults.add(Fault::of(&seen, &message).on(1));
            }
        }
    }
    Ok(())
}

/// Sets a sample and finds what is wrong with it; none if it cannot be set.
fn set(
    trial: &Trial<'_>,
    sample: &Sample,
    looks: &Looks<'_>,
    faults: &mut Faults<'_>,
) -> anyhow::Result<Option<(View, Witness)>> {
    let seen = match sample.letter {
        Some(layout) => format!("{layout}, {}", looks["paper"]),
        None => sample.name.to_owned(),
    };
    let mut said = Sink::default();
    let set = trial.attempt(sample, looks, &mut said);
    let mut said = said.take();
    let Some((prepared, document)) = unless_reported(set)? else {
        said.retain(|one| one.code != typeset::NO_LETTERS);
        faults.say(&seen, said);
        return Ok(None);
    };
    // A head may be too high for the window of an envelope; the author is told.
    said.retain(|one| one.severity == Severity::Warning && one.code != "letter-window");
    faults.say(&seen, said);
    let brief = prepared.recipe.brief;
    let standards = Standards::parse("a-2a,ua-1").map_err(anyhow::Error::msg)?;
    let options = Options { standards, ..Options::default() };
    let Some(file) = written(&document, &options, (&seen, faults)) else {
        return Ok(None);
    };
    let witness = inspect::read(&file)?;
    pages::pale(&seen, &document, &witness, faults)?;
    let wrong = pages::missing(&brief.view, &witness).into_iter();
    let lost = words::lost(&brief.view, &witness, &brief.theme.manifest().unused);
    for message in wrong.chain(lost) {
        faults.add(Fault::of(&seen, &message));
    }
    Ok(Some((brief.view, witness)))
}

/// What of the head does not stand where it stands in the résumé, if anything does not.
fn moved(view: &View, resume: &Witness, letter: &Witness) -> Option<String> {
    // The head is at least as long as the name and the contacts have words.
    let count = view.name.split(' ').count() + view.contacts.len();
    let mut pairs = head(resume).zip(head(letter)).take(count);
    let moved =
        |((here, x0, y0), (there, x1, y1)): ((&str, f64, f64), (&str, f64, f64))| {
            let by = (x1 - x0).abs().max((y1 - y0).abs());
            if here != there {
                return Some(format!(
                    "its head has `{there}` where the résumé's has `{here}`"
                ));
            }
            (by > TOLERANCE).then(|| {
                format!("its head has `{here}` {by:.1} pt from where the résumé's has it")
            })
        };
    pairs.find_map(moved)
}

/// The words of a first page, each with its left end and baseline.
fn head(witness: &Witness) -> impl Iterator<Item = (&str, f64, f64)> {
    let lines = witness.pages.iter().take(1).flat_map(|page| &page.lines);
    let lines = lines.filter(|line| !line.artifact);
    lines.flat_map(|line| {
        line.words.iter().map(|word| (word.text.as_str(), word.x0, line.baseline))
    })
}
