//! Two PDFs held against each other: what differs, beginning with what a reader sees
//! first.
//!
//! A comparison of bytes says *that* something changed, a reader needs *what*. So two
//! documents that differ are compared in layers, and the first that differs is the
//! headline. No layer sees everything: a link has no pixels, a letter of a telephone
//! number has next to none.

mod diff;
mod lists;
mod pixels;
mod text;
mod words;

use std::fmt;

use crate::export::Resolution;
use crate::inspect;
use crate::inspect::Unreadable;

pub use diff::Row;
pub use diff::Sign;
pub use pixels::Picture;
pub use pixels::Sheet;
pub use pixels::pictures;
pub use text::describe;
pub use text::witnesses;

/// What two documents are compared by, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// The words of every page, in the order of reading.
    Text,
    /// Where the words stand, to a tenth of a point.
    Boxes,
    /// Tags in their order, outline, alternative texts, pages and their sizes.
    Structure,
    /// The addresses that pages link to.
    Links,
    /// Title, author, keywords, date, language, standards, fonts.
    Metadata,
    /// Colours of words, and what the pages look like.
    Pixels,
}

/// How much two documents may differ and still count as equal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// How many pixels of a page may differ.
    pub pixels: u64,
    /// How far a colour of a pixel may be off before the pixel counts as different.
    pub delta: u8,
    /// How fine pages are drawn.
    pub resolution: Resolution,
    /// The layers that count.
    pub layers: Vec<Layer>,
}

/// How two documents compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// Whether they do at all.
    pub verdict: Verdict,
    /// What differs: at most one finding for each layer, in the order of layers.
    pub findings: Vec<Finding>,
}

/// Whether two documents differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// They have the same bytes.
    Same,
    /// Their bytes differ, but nothing that a layer sees.
    Alike,
    /// Something differs that somebody can see.
    Different,
}

/// What differs in one layer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The layer.
    pub layer: Layer,
    /// What it is, in one line.
    pub summary: String,
    /// The lines that differ, among some that do not.
    pub rows: Vec<Row>,
}

/// Why two documents cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The old one cannot be read.
    Old(Unreadable),
    /// The new one cannot be read.
    New(Unreadable),
}

/// Compares two PDFs: their bytes, then every layer that counts.
pub fn compare(old: &[u8], new: &[u8], limits: &Limits) -> Result<Comparison, Trouble> {
    if old == new {
        return Ok(Comparison { verdict: Verdict::Same, findings: Vec::new() });
    }
    layers(old, new, limits)
}

/// Compares two PDFs by every layer that counts, even if their bytes are the same.
pub fn layers(old: &[u8], new: &[u8], limits: &Limits) -> Result<Comparison, Trouble> {
    let [before, after] = [
        inspect::read(old).map_err(Trouble::Old)?,
        inspect::read(new).map_err(Trouble::New)?,
    ];
    let mut findings = words::compare(&before, &after);
    findings.extend(lists::structure(&before, &after));
    findings.extend(lists::links(&before, &after));
    findings.extend(lists::metadata(&before, &after));
    findings.retain(|finding| limits.layers.contains(&finding.layer));
    if limits.layers.contains(&Layer::Pixels) {
        let colours = words::colours(&before, &after);
        findings.extend(pixels::compare(old, new, limits, colours)?);
    }
    findings.sort_by_key(|finding| finding.layer);
    Ok(Comparison::new(findings))
}

impl Layer {
    /// Every layer, in order.
    pub const ALL: [Self; 6] = [
        Self::Text,
        Self::Boxes,
        Self::Structure,
        Self::Links,
        Self::Metadata,
        Self::Pixels,
    ];

    /// Its name, as settings and reports have it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Boxes => "boxes",
            Self::Structure => "structure",
            Self::Links => "links",
            Self::Metadata => "metadata",
            Self::Pixels => "pixels",
        }
    }

    /// The layer of this name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layer| layer.name() == name)
    }
}

impl fmt::Display for Layer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl Default for Limits {
    /// Every layer, and not one pixel; colours may be off by what rounding does.
    fn default() -> Self {
        let resolution = Resolution::default();
        Self { pixels: 0, delta: 2, resolution, layers: Layer::ALL.to_vec() }
    }
}

impl Comparison {
    /// Makes a comparison of documents whose bytes differ.
    fn new(findings: Vec<Finding>) -> Self {
        let verdict =
            if findings.is_empty() { Verdict::Alike } else { Verdict::Different };
        Self { verdict, findings }
    }

    /// What to say of it in one line: the first layer that differs, and what differs.
    pub fn headline(&self) -> String {
        match (self.findings.first(), self.verdict) {
            (Some(Finding { layer, summary, rows: _ }), _) => {
                format!("{layer}: {summary}")
            }
            (None, Verdict::Same) => "nothing differs".to_owned(),
            (None, Verdict::Alike | Verdict::Different) => {
                "only the bytes differ".to_owned()
            }
        }
    }

    /// The names of the layers that differ, besides the first.
    pub fn others(&self) -> String {
        let others = self.findings.iter().skip(1).map(|finding| finding.layer.name());
        others.collect::<Vec<_>>().join(", ")
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Old(why) => write!(formatter, "the old one: {why}"),
            Self::New(why) => write!(formatter, "the new one: {why}"),
        }
    }
}

impl std::error::Error for Trouble {}

#[cfg(test)]
mod tests;
