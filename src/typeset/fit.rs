//! Sets a résumé tighter, step by step, until it fits the pages that it may have.
//!
//! `pages: 2` is a budget: first the gaps shrink, then the pitch of the lines, the size
//! of the text and the margins. With `pages: auto`, one page is the budget of what is
//! hardly more than one. Without a budget, a last page with hardly anything on it is
//! avoided if a little less space does.

use serde::Serialize;

use crate::brief::Brief;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::typeset::Draft;
use crate::typeset::check;
use crate::typeset::check::Area;
use crate::typeset::lay_out;

/// How tight to set, as themes read it under `fit` in `/options.json`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Fit {
    /// What to multiply gaps with, from 1 down to 0.55.
    pub gap: f64,
    /// What to multiply the distance of baselines with, from 1 down to 0.95.
    pub pitch: f64,
    /// The size of the body, in points; none if theme and author decide.
    pub size: Option<f64>,
    /// What no margin may exceed, in points; none if theme and author decide.
    pub margin: Option<f64>,
    /// Space before everything, in points, for tests of page breaks.
    pub start: f64,
}

impl Fit {
    /// As the theme has it.
    pub const AS_DESIGNED: Self =
        Self { gap: 1.0, pitch: 1.0, size: None, margin: None, start: 0.0 };
}

/// The pages that a résumé may have, if the author set a limit.
pub fn budget(brief: &Brief) -> Option<usize> {
    brief.choices.pages().filter(|pages| *pages > 0)
}

/// Sets a brief as its theme has it, or as much tighter as its budget demands.
pub fn fit(brief: &Brief, sink: &mut Sink) -> Result<Draft, Reported> {
    let draft = lay_out(brief, &Fit::AS_DESIGNED, sink)?;
    if brief.choices.wants_one_page() && is_nearly_one_page(&draft) {
        let found = first_that_fits(brief, &steps(&draft), 1, sink)?;
        return Ok(found.unwrap_or(draft));
    }
    match budget(brief) {
        Some(budget) if draft.page_count() > budget => {
            let found = first_that_fits(brief, &steps(&draft), budget, sink)?;
            found.map_err(|tightest| sink.error(over(&tightest, budget)))
        }
        _ if is_nearly_empty_at_the_end(&draft) => without_last_page(brief, draft, sink),
        _ => Ok(draft),
    }
}

/// How much of a second page may be filled by what is nearly one page.
const NEARLY: f64 = 0.25;

/// Whether there is a second page, and little on it.
fn is_nearly_one_page(draft: &Draft) -> bool {
    let area = check::area(&draft.pages);
    let [_, second] = draft.pages.pages() else { return false };
    area.is_some_and(|area| check::filled(second, area) < NEARLY)
}

/// Takes the first step at which the résumé has so few pages; gives back the tightest
/// if it has more even there.
///
/// Each step is tighter than the one before, so the first that fits is halved for.
fn first_that_fits(
    brief: &Brief,
    steps: &[Fit],
    budget: usize,
    sink: &mut Sink,
) -> Result<Result<Draft, Draft>, Reported> {
    let mut at = steps.len() - 1;
    let mut best = lay_out(brief, &steps[at], sink)?;
    if best.page_count() > budget {
        return Ok(Err(best));
    }
    let mut least = 0;
    while least < at {
        let middle = usize::midpoint(least, at);
        let draft = lay_out(brief, &steps[middle], sink)?;
        if draft.page_count() > budget {
            least = middle + 1;
        } else {
            (at, best) = (middle, draft);
        }
    }
    sink.note(Diagnostic::new("fitted", told(&steps[at], budget)));
    Ok(Ok(best))
}

/// A millimetre, in points.
const MM: f64 = 72.0 / 25.4;

/// The steps from the theme's own setting to the tightest, in order.
fn steps(designed: &Draft) -> Vec<Fit> {
    let body = check::body_size(&designed.pages).unwrap_or_default();
    let margin = widest_margin(designed).unwrap_or_default();
    let mut fit = Fit::AS_DESIGNED;
    let mut steps = Vec::new();
    for gap in down(100.0, 5.0, 55.0) {
        fit.gap = gap / 100.0;
        steps.push(fit);
    }
    for pitch in down(100.0, 1.0, 95.0) {
        fit.pitch = pitch / 100.0;
        steps.push(fit);
    }
    // In tenths of a point, and in millimetres: numbers that a theme's author can read.
    for tenths in down((body * 10.0).ceil(), 1.0, 92.0) {
        fit.size = Some(tenths / 10.0);
        steps.push(fit);
    }
    for millimetres in down((margin / MM).ceil(), 1.0, 12.0) {
        fit.margin = Some(millimetres * MM);
        steps.push(fit);
    }
    steps
}

/// The numbers below one, in steps, down to another.
fn down(from: f64, step: f64, to: f64) -> impl Iterator<Item = f64> {
    let next = move |before: &f64| Some(before - step).filter(|next| *next >= to);
    std::iter::successors(next(&from), next)
}

/// The widest of the margins, in points.
fn widest_margin(designed: &Draft) -> Option<f64> {
    let Area { x0, x1, y0, y1 } = check::area(&designed.pages)?;
    let frame = &designed.pages.pages().first()?.frame;
    let (right, bottom) = (frame.width().to_pt() - x1, frame.height().to_pt() - y1);
    Some(x0.max(right).max(y0).max(bottom))
}

/// Says what was done to fit.
fn told(fit: &Fit, budget: usize) -> String {
    let Fit { gap, pitch, size, margin, start: _ } = *fit;
    let less = |factor: f64| ((1.0 - factor) * 100.0).round();
    let mut parts = vec![format!("gaps −{} %", less(gap))];
    if pitch < 1.0 {
        parts.push(format!("lines −{} %", less(pitch)));
    }
    if let Some(size) = size {
        parts.push(format!("text {size} pt"));
    }
    if let Some(margin) = margin {
        parts.push(format!("margins {} mm", (margin / MM).round()));
    }
    format!("set tighter to fit {}: {}", pages(budget), parts.join(", "))
}

fn pages(count: usize) -> String {
    if count == 1 { "1 page".into() } else { format!("{count} pages") }
}

/// Says by how much a résumé does not fit.
fn over(tightest: &Draft, budget: usize) -> Diagnostic {
    let area = check::area(&tightest.pages);
    let beyond = tightest.pages.pages().iter().skip(budget);
    let lines: usize = beyond.map(|page| check::lines(page, area)).sum();
    let lines = if lines == 1 { "1 line".into() } else { format!("{lines} lines") };
    let message =
        format!("this is {lines} over {}, set as tight as can be", pages(budget));
    Diagnostic::new("over-budget", message).hint("shorten it, or raise `pages`")
}

/// Whether the last of several pages has fewer than four lines.
fn is_nearly_empty_at_the_end(draft: &Draft) -> bool {
    let area = check::area(&draft.pages);
    let last = draft.pages.pages().last().filter(|_| draft.page_count() > 1);
    last.is_some_and(|page| check::lines(page, area) < 4)
}

/// Lowers the gaps a little, then more, if that saves the last page; else leaves all as it
/// is.
fn without_last_page(
    brief: &Brief,
    designed: Draft,
    sink: &mut Sink,
) -> Result<Draft, Reported> {
    for gap in [0.9, 0.75] {
        let fit = Fit { gap, ..Fit::AS_DESIGNED };
        let draft = lay_out(brief, &fit, sink)?;
        if draft.page_count() < designed.page_count() {
            sink.note(Diagnostic::new("fitted", told(&fit, draft.page_count())));
            return Ok(draft);
        }
    }
    Ok(designed)
}
