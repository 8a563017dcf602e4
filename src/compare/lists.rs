//! Structure, links and metadata: each a list of lines.

use std::fmt::Write as _;

use crate::compare::Finding;
use crate::compare::Layer;
use crate::compare::diff;
use crate::inspect::Bookmark;
use crate::inspect::Witness;

/// Compares pages and their sizes, the tags in their order, and the outline.
pub(super) fn structure(old: &Witness, new: &Witness) -> Option<Finding> {
    finding(Layer::Structure, &shape(old), &shape(new))
}

/// Compares the addresses of links, in their order.
pub(super) fn links(old: &Witness, new: &Witness) -> Option<Finding> {
    finding(Layer::Links, &addresses(old), &addresses(new))
}

/// Compares what documents say of themselves.
pub(super) fn metadata(old: &Witness, new: &Witness) -> Option<Finding> {
    finding(Layer::Metadata, &properties(old), &properties(new))
}

/// What differs between two lists, if anything does.
pub(super) fn finding(layer: Layer, old: &[String], new: &[String]) -> Option<Finding> {
    let parts = diff::parts(old, new);
    let mut changed = parts.iter().filter(|part| !part.equal);
    let first = changed.next()?;
    let mut summary = said(&old[first.old.clone()], &new[first.new.clone()]);
    match changed.count() {
        0 => {}
        1 => summary.push_str(", and one more place"),
        more => {
            let _ = write!(summary, ", and {more} more places");
        }
    }
    Some(Finding { layer, summary, rows: diff::rows(old, new) })
}

/// What happened to lines, in the first of them.
fn said(old: &[String], new: &[String]) -> String {
    let squeezed = |line: &String| line.split_whitespace().collect::<Vec<_>>().join(" ");
    match (old.first().map(squeezed), new.first().map(squeezed)) {
        (Some(old), Some(new)) if old == new => format!("`{old}` is at another level"),
        (Some(old), Some(new)) => format!("`{old}` became `{new}`"),
        (Some(old), None) => format!("`{old}` is gone"),
        (None, Some(new)) => format!("`{new}` is new"),
        (None, None) => String::new(),
    }
}

fn shape(witness: &Witness) -> Vec<String> {
    let mut lines = vec![format!("pages {}", witness.pages.len())];
    for (page, number) in witness.pages.iter().zip(1..) {
        let (width, height) = (page.width, page.height);
        lines.push(format!("page {number}: {width:.1} × {height:.1} pt"));
    }
    for Bookmark { level, title } in &witness.outline {
        lines.push(format!("outline {}{title}", "  ".repeat(level.saturating_sub(1))));
    }
    lines.extend(witness.tree().into_iter().map(|line| format!("tag {line}")));
    lines
}

fn addresses(witness: &Witness) -> Vec<String> {
    let mut lines = Vec::new();
    for (page, number) in witness.pages.iter().zip(1..) {
        lines.extend(page.links.iter().map(|link| format!("page {number}: {link}")));
    }
    lines
}

fn properties(witness: &Witness) -> Vec<String> {
    let Witness { language, title, author, keywords, date, tagged, standards, .. } =
        witness;
    let mut lines = Vec::new();
    let pairs = [
        ("title", title),
        ("author", author),
        ("keywords", keywords),
        ("date", date),
        ("language", language),
    ];
    for (name, value) in pairs {
        lines.extend(value.as_ref().map(|value| format!("{name} {value}")));
    }
    lines.push(if *tagged { "tagged" } else { "not tagged" }.to_owned());
    lines.extend(standards.iter().map(|standard| format!("standard {standard}")));
    lines.extend(witness.fonts.iter().map(|font| format!("font {}", font.describe())));
    lines
}
