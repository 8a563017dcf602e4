//! Whether pages break well, wherever a page's end falls.

use crate::diag::Sink;
use crate::lint::Fault;
use crate::lint::Faults;
use crate::lint::PAPERS;
use crate::lint::Trial;
use crate::lint::samples::LONG;
use crate::lint::samples::Looks;
use crate::lint::units;
use crate::lint::units::Found;
use crate::lint::units::Kind;
use crate::lint::units::Unit;
use crate::lint::unless_reported;
use crate::typeset;
use crate::typeset::Document;
use crate::typeset::check;
use crate::typeset::check::Area;
use crate::typeset::fit::Fit;
use crate::view::View;

/// How far down everything is pushed at the most, in points.
const FARTHEST: u16 = 760;

/// The share of a page's height that may stay free below its last line.
const FREE: f64 = 0.25;

/// The letters of all pages as they were drawn, and where each byte of them stands.
#[derive(Debug, Default)]
struct Pages {
    letters: String,
    places: Vec<Place>,
}

/// A line: the number of its page, and its baseline in points.
#[derive(Debug, Clone, Copy)]
struct Place {
    page: usize,
    baseline: f64,
}

/// Pushes a long résumé down, step by step.
pub(super) fn breaks(trial: &Trial<'_>, all: &mut Faults<'_>) -> anyhow::Result<()> {
    let (papers, step) =
        if trial.thorough { (&PAPERS[..], 7) } else { (&PAPERS[..1], 35) };
    for paper in papers {
        let looks = Looks::from([("paper", *paper)]);
        let mut said = Sink::default();
        let prepared = trial.prepare(&LONG, &looks, &mut said);
        all.errors(LONG.name, &mut said);
        let Some(prepared) = unless_reported(prepared)? else { continue };
        let brief = prepared.recipe.brief;
        let sections = sections(&brief.view);
        for start in (0..=FARTHEST).step_by(step) {
            let fit = Fit { start: f64::from(start), ..Fit::AS_DESIGNED };
            let document = typeset::typeset_at(&brief, &fit, &mut said);
            typeset::forget(3);
            let seen = format!("{}, {paper}, pushed down by {start} pt", LONG.name);
            all.errors(&seen, &mut said);
            let Ok(document) = document else { continue };
            for (page, fault) in faults(&seen, &document, &sections) {
                all.add(fault.on(page));
            }
        }
    }
    Ok(())
}

/// The units of a view, section by section.
fn sections(view: &View) -> Vec<Vec<Unit>> {
    let mut summary = Vec::new();
    units::blocks(&view.summary.blocks, &mut summary);
    let sections = view.sections.iter().map(units::section);
    std::iter::once(summary).chain(sections).collect()
}

/// Everything that is wrong with the breaks of a document, and on which page.
fn faults(
    seen: &str,
    document: &Document,
    sections: &[Vec<Unit>],
) -> Vec<(usize, Fault)> {
    let Some(area) = check::area(&document.pages) else { return Vec::new() };
    let pages = pages(document, area);
    let mut found: Vec<Found<'_>> = Vec::new();
    for units in sections {
        found.extend(units::find_anywhere(&pages.letters, units).0);
    }
    found.sort_by_key(|it| it.start);
    let page_of = |byte: usize| pages.places.get(byte).map_or(0, |place| place.page);
    let mut faults = Vec::new();
    for pair in found.windows(2) {
        let [this, next] = pair else { continue };
        let page = page_of(this.end - 1);
        if this.unit.kind == Kind::Head && page < page_of(next.start) {
            let message = format!("it ends in `{}`", this.unit.shown());
            faults.push((page, Fault::of(seen, &message)));
        }
    }
    for it in &found {
        if let Some(page) = last_line_alone(&pages.places[it.start..it.end]) {
            let words = it.unit.shown();
            let message = format!("it begins with the last line of `{words}`");
            faults.push((page, Fault::of(seen, &message)));
        }
    }
    let body = found.first().map_or(0, |it| it.start);
    let free = free(&pages.places[body..], area, document.pages.pages().len());
    // How much is free is another number after each push.
    let fault = |message: &str| Fault::of(seen, message).of_kind("free".to_owned());
    faults.extend(free.into_iter().map(|(page, message)| (page, fault(&message))));
    faults
}

/// The page that begins with one line of what began on the page before.
fn last_line_alone(places: &[Place]) -> Option<usize> {
    let first = places.iter().map(|place| place.page).min()?;
    let mut after: Vec<f64> = places
        .iter()
        .filter(|place| place.page > first)
        .map(|place| place.baseline)
        .collect();
    after.sort_unstable_by(f64::total_cmp);
    // Words in another size share a baseline but for rounding.
    after.dedup_by(|one, before| *one - *before < 0.5);
    (after.len() == 1).then_some(first + 1)
}

/// Pages but the last that are left too empty.
fn free(places: &[Place], area: Area, count: usize) -> Vec<(usize, String)> {
    let mut faults = Vec::new();
    for page in 1..count {
        let lines = places.iter().filter(|place| place.page == page);
        let Some(last) = lines.map(|place| place.baseline).max_by(f64::total_cmp) else {
            continue;
        };
        let free = (area.y1 - last) / (area.y1 - area.y0);
        if free > FREE {
            faults.push((page, format!("{:.0} % of it are free", 100.0 * free)));
        }
    }
    faults
}

/// The letters of all pages within the text area.
fn pages(document: &Document, area: Area) -> Pages {
    let mut pages = Pages::default();
    for (page, number) in document.pages.pages().iter().zip(1..) {
        check::runs(page, &mut |run| {
            if area.y0 <= run.y && run.y <= area.y1 {
                let letters = units::letters(&run.item.text);
                let place = Place { page: number, baseline: run.y };
                pages.places.extend(letters.bytes().map(|_| place));
                pages.letters.push_str(&letters);
            }
        });
    }
    pages
}
