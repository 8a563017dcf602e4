//! Sets a résumé tighter, step by step, until it fits the pages that it may have.
//!
//! `pages: 2` is a budget: first the gaps shrink, then the pitch of the lines, the size
//! of the text and the margins. Without a budget, a last page with hardly anything on
//! it is avoided if a little less space does.

use serde::Serialize;
use serde_json::Value;

use crate::brief::Brief;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::typeset::Draft;
use crate::typeset::check;
use crate::typeset::lay_out;

/// How tight to set, as themes read it under `fit` in `/options.json`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Fit {
    /// What to multiply gaps with, from 1 down to 0.55.
    pub gap: f64,
    /// What to multiply the distance of baselines with, from 1 down to 0.95.
    pub pitch: f64,
    /// What to multiply sizes of text with, from 1 down; the body stays at 9.2 pt.
    pub size: f64,
    /// What to multiply the margins with, from 1 down; they stay at 12 mm.
    pub margin: f64,
    /// Space before everything, in points, for tests of page breaks.
    pub start: f64,
}

impl Fit {
    /// As the theme has it.
    pub const AS_DESIGNED: Self =
        Self { gap: 1.0, pitch: 1.0, size: 1.0, margin: 1.0, start: 0.0 };
}

/// The pages that a résumé may have, if the author set a limit.
pub fn budget(brief: &Brief) -> Option<usize> {
    let pages = brief.choices.options.get("pages").and_then(Value::as_u64)?;
    usize::try_from(pages).ok().filter(|pages| *pages > 0)
}

/// Sets a brief as its theme has it, or as much tighter as its budget demands.
pub fn fit(brief: &Brief, sink: &mut Sink) -> Result<Draft, Reported> {
    let draft = lay_out(brief, &Fit::AS_DESIGNED, sink)?;
    match budget(brief) {
        Some(budget) if draft.page_count() > budget => squeeze(brief, &draft, budget, sink),
        _ if is_nearly_empty_at_the_end(&draft) => without_last_page(brief, draft, sink),
        _ => Ok(draft),
    }
}

/// Takes the first step at which the résumé fits its budget.
fn squeeze(
    brief: &Brief,
    designed: &Draft,
    budget: usize,
    sink: &mut Sink,
) -> Result<Draft, Reported> {
    let steps = steps(designed);
    let tightest = lay_out(brief, &steps[steps.len() - 1], sink)?;
    if tightest.page_count() > budget {
        return Err(sink.error(over(&tightest, budget)));
    }
    // Each step is tighter than the one before, so the first that fits can be halved for.
    let (mut least, mut best, mut at) = (0, tightest, steps.len() - 1);
    while least < at {
        let middle = usize::midpoint(least, at);
        let draft = lay_out(brief, &steps[middle], sink)?;
        if draft.page_count() > budget {
            least = middle + 1;
        } else {
            (best, at) = (draft, middle);
        }
    }
    sink.note(Diagnostic::new("fitted", told(&steps[at], budget)));
    Ok(best)
}

/// The steps from the theme's own setting to the tightest, in order.
fn steps(designed: &Draft) -> Vec<Fit> {
    const SIZE: f64 = 9.2;
    const MARGIN: f64 = 12.0 * 72.0 / 25.4;
    let last_size = check::body_size(&designed.pages).map_or(1.0, |body| SIZE / body);
    let last_margin = side_margin(designed).map_or(1.0, |margin| MARGIN / margin);
    let mut fit = Fit::AS_DESIGNED;
    let mut steps = Vec::new();
    for gap in down_to(0.55, 9) {
        fit.gap = gap;
        steps.push(fit);
    }
    for pitch in down_to(0.95, 5) {
        fit.pitch = pitch;
        steps.push(fit);
    }
    for size in down_to(last_size, 8) {
        fit.size = size;
        steps.push(fit);
    }
    for margin in down_to(last_margin, 8) {
        fit.margin = margin;
        steps.push(fit);
    }
    steps
}

/// Equal steps from 1 down to a factor; none if that is no way down.
fn down_to(last: f64, count: u8) -> impl Iterator<Item = f64> {
    let count = if last < 1.0 { count } else { 0 };
    let part = move |step: u8| f64::from(step) / f64::from(count);
    // Rounded, so that a theme's author reads a number and not an accident.
    (1..=count).map(move |step| ((1.0 - (1.0 - last) * part(step)) * 1e4).round() / 1e4)
}

/// The narrower of the side margins, in points.
fn side_margin(designed: &Draft) -> Option<f64> {
    let area = check::area(&designed.pages)?;
    let width = designed.pages.pages().first()?.frame.width().to_pt();
    Some(area.x0.min(width - area.x1))
}

/// Says what was done to fit.
fn told(fit: &Fit, budget: usize) -> String {
    let Fit { gap, pitch, size, margin, start: _ } = *fit;
    let parts = [("gaps", gap), ("lines", pitch), ("text", size), ("margins", margin)];
    let parts = parts.into_iter().filter(|(_, factor)| *factor < 1.0);
    let parts: Vec<String> = parts.map(|(what, by)| format!("{what} {}", less(by))).collect();
    format!("set tighter to fit {}: {}", pages(budget), parts.join(", "))
}

fn less(factor: f64) -> String {
    let percent = ((1.0 - factor) * 1000.0).round() / 10.0;
    format!("−{percent} %")
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
    let message = format!("this is {lines} over {}, set as tight as can be", pages(budget));
    Diagnostic::new("over-budget", message).hint("shorten it, or raise `pages`")
}

/// Whether the last of several pages has fewer than four lines.
fn is_nearly_empty_at_the_end(draft: &Draft) -> bool {
    let area = check::area(&draft.pages);
    let last = draft.pages.pages().last().filter(|_| draft.page_count() > 1);
    last.is_some_and(|page| check::lines(page, area) < 4)
}

/// Lowers the gaps a little if that saves the last page, else leaves all as it is.
fn without_last_page(
    brief: &Brief,
    designed: Draft,
    sink: &mut Sink,
) -> Result<Draft, Reported> {
    const STEPS: [f64; 5] = [0.98, 0.96, 0.94, 0.92, 0.9];
    let at = |gap| Fit { gap, ..Fit::AS_DESIGNED };
    // If the last step does not save it, none does.
    let tightest = lay_out(brief, &at(STEPS[4]), sink)?;
    if tightest.page_count() >= designed.page_count() {
        return Ok(designed);
    }
    for gap in &STEPS[..4] {
        let draft = lay_out(brief, &at(*gap), sink)?;
        if draft.page_count() < designed.page_count() {
            sink.note(Diagnostic::new("fitted", told(&at(*gap), draft.page_count())));
            return Ok(draft);
        }
    }
    sink.note(Diagnostic::new("fitted", told(&at(STEPS[4]), tightest.page_count())));
    Ok(tightest)
}
