//! What a finished PDF says, read back by a parser that did not write it.
//!
//! A witness is what a reader and a machine find in a document: words in the order of
//! the page with their places, structure, fonts, links, metadata. Tests hold it against
//! what was meant, and goldens against what was accepted.

mod facts;
mod lines;
mod marks;
mod text;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use hayro_syntax::Pdf;

/// What a PDF says.
#[derive(Debug, Clone, PartialEq)]
pub struct Witness {
    /// The document's language.
    pub language: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its author.
    pub author: Option<String>,
    /// Its keywords.
    pub keywords: Option<String>,
    /// The day on which it says it was made, as `2026-11-21`.
    pub date: Option<String>,
    /// Whether it says that it is tagged.
    pub tagged: bool,
    /// The standards that it claims: `PDF/UA-1`, `PDF/A-2a`.
    pub standards: Vec<String>,
    /// The outline, in order.
    pub outline: Vec<Bookmark>,
    /// The fonts, by name.
    pub fonts: Vec<Font>,
    /// How many elements of each kind its structure has.
    pub roles: BTreeMap<String, usize>,
    /// The elements of its structure, in order.
    pub tags: Vec<Tag>,
    /// The alternative texts of its structure, in order.
    pub alternatives: Vec<String>,
    /// The pages.
    pub pages: Vec<Page>,
}

/// An element of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bookmark {
    /// How deep it stands, from 1.
    pub level: usize,
    /// Its words.
    pub title: String,
}

/// An element of the structure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// How deep it stands, from 1.
    pub level: usize,
    /// What it is, by its standard name: `H1`, `P`.
    pub role: String,
    /// Its language, if it says one.
    pub language: Option<String>,
    /// The text that stands for it, if it has one.
    pub alternative: Option<String>,
}

/// A font of a document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Font {
    /// Its PostScript name, without the letters that mark a subset.
    pub name: String,
    /// Whether it is in the document.
    pub embedded: bool,
    /// Whether only a part of it is.
    pub subset: bool,
    /// Whether its glyphs are mapped to Unicode.
    pub unicode: bool,
}

/// A page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its width in points.
    pub width: f64,
    /// Its height in points.
    pub height: f64,
    /// Its lines, in the order in which they were set.
    pub lines: Vec<Line>,
    /// Its links, in order.
    pub links: Vec<String>,
    /// How many artifacts it has: marks that are no content.
    pub artifacts: usize,
}

/// A line of text: what stands on one baseline, and was set at one go.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its words with single spaces between them, in the order of reading.
    pub text: String,
    /// Its words.
    pub words: Vec<Word>,
    /// Its left end, in points from the left of the page.
    pub x0: f64,
    /// Its right end.
    pub x1: f64,
    /// Its baseline, in points from the top of the page.
    pub baseline: f64,
    /// The largest size of text in it, in points.
    pub size: f64,
    /// The PostScript name of the font it begins with; empty if that has none.
    pub font: String,
    /// Whether all of it is an artifact, as running heads and feet are.
    pub artifact: bool,
}

/// A word with its place, to a tenth of a point.
///
/// Its height is that of its size: from 0.8 above the baseline to 0.2 below.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// The word. Ligatures are letters.
    pub text: String,
    /// Its left end, in points from the left of the page.
    pub x0: f64,
    /// Its upper end, in points from the top of the page.
    pub y0: f64,
    /// Its right end.
    pub x1: f64,
    /// Its lower end.
    pub y1: f64,
    /// The colour that it begins with: `#rrggbb`, and two digits more if it is not
    /// opaque. Empty if it is invisible or has a pattern.
    pub colour: Arc<str>,
}

/// Why a file cannot be read back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no PDF, or so damaged that no page is found in it.
    Damaged,
    /// It is encrypted.
    Encrypted,
}

/// Reads a PDF.
pub fn read(bytes: &[u8]) -> Result<Witness, Unreadable> {
    use hayro_syntax::LoadPdfError::Decryption;
    use hayro_syntax::LoadPdfError::Invalid;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        Decryption(_) => Unreadable::Encrypted,
        Invalid => Unreadable::Damaged,
    })?;
    let pages = text::pages(&pdf)?;
    if pages.is_empty() {
        return Err(Unreadable::Damaged);
    }
    Ok(facts::read(&pdf, pages))
}

impl Witness {
    /// The witness as text, a line for each thing, to be compared and reviewed.
    pub fn render(&self) -> String {
        let mut text = self.head();
        for (index, page) in self.pages.iter().enumerate() {
            let _ = writeln!(text, "\n── page {}", index + 1);
            for line in &page.lines {
                let mark = if line.artifact { "~ " } else { "" };
                let _ = writeln!(text, "{mark}{}", line.spaced());
            }
        }
        text
    }

    /// Where every line of text stands, a line each: page, left, right, baseline, size,
    /// font, and the words with their left ends.
    pub fn layout(&self) -> String {
        let mut text = String::new();
        for (index, page) in self.pages.iter().enumerate() {
            for line in &page.lines {
                let Line { text: _, words, x0, x1, baseline, size, font, artifact: _ } =
                    line;
                let number = index + 1;
                let _ = write!(
                    text,
                    "{number} {x0:.1} {x1:.1} {baseline:.1} {size:.1} {font}:"
                );
                for Word { text: word, x0, y0: _, x1: _, y1: _, colour: _ } in words {
                    let _ = write!(text, " {word}@{x0:.1}");
                }
                text.push('\n');
            }
        }
        text
    }

    /// All words in the order in which they were set; a word that was divided at the end
    /// of a line is whole again, if its hyphen is a soft one.
    pub fn running_text(&self) -> String {
        let mut text = String::new();
        for line in self.pages.iter().flat_map(|page| &page.lines) {
            if text.ends_with('\u{ad}') {
                text.pop();
            } else if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&line.text);
        }
        text
    }

    /// The structure, a line for each element: indented, with what it says of itself.
    pub fn tree(&self) -> Vec<String> {
        self.tags.iter().map(Tag::describe).collect()
    }

    /// What the witness says of the document as a whole.
    fn head(&self) -> String {
        let Self { language, title, author, keywords, date, tagged, standards, .. } =
            self;
        let Self { outline, fonts, roles, alternatives, pages, .. } = self;
        let mut sizes: Vec<String> = pages.iter().map(Page::size).collect();
        sizes.dedup();
        let plural = if pages.len() == 1 { "" } else { "s" };
        let language = language.as_deref().unwrap_or("no language");
        let tagged = if *tagged { "tagged" } else { "not tagged" };
        let title = title.as_deref().unwrap_or_default();
        let (count, sizes) = (pages.len(), sizes.join(", "));
        let mut text =
            format!("{count} page{plural}, {sizes}, {language}, {tagged}, \"{title}\"\n");
        let mut row = |label: &str, value: &str| {
            if !value.is_empty() {
                let _ = writeln!(text, "{label:9}{value}");
            }
        };
        row("author", author.as_deref().unwrap_or_default());
        row("keywords", keywords.as_deref().unwrap_or_default());
        row("date", date.as_deref().unwrap_or_default());
        row("standard", &standards.join(", "));
        for font in fonts {
            row("font", &font.describe());
        }
        for Bookmark { level, title } in outline {
            row("outline", &format!("{}{title}", "  ".repeat(level.saturating_sub(1))));
        }
        for (role, count) in roles {
            row("role", &format!("{role} {count}"));
        }
        let artifacts: usize = pages.iter().map(|page| page.artifacts).sum();
        row("role", &format!("Artifact {artifacts}"));
        for alternative in alternatives {
            row("alt", alternative);
        }
        for link in pages.iter().flat_map(|page| &page.links) {
            row("link", link);
        }
        text
    }
}

impl Page {
    /// The size, in points.
    fn size(&self) -> String {
        format!("{:.1} × {:.1} pt", self.width, self.height)
    }
}

impl Tag {
    /// The role at its depth, and what the element says besides.
    fn describe(&self) -> String {
        let Self { level, role, language, alternative } = self;
        let mut text = format!("{}{role}", "  ".repeat(level.saturating_sub(1)));
        if let Some(language) = language {
            let _ = write!(text, " ({language})");
        }
        if let Some(alternative) = alternative {
            let _ = write!(text, " \"{alternative}\"");
        }
        text
    }
}

impl Font {
    /// The name, and what is so about the font.
    pub fn describe(&self) -> String {
        let Self { name, embedded, subset, unicode } = self;
        let embedded = if *embedded { "embedded" } else { "not embedded" };
        let subset = if *subset { "subset" } else { "whole" };
        let unicode = if *unicode { "unicode" } else { "no unicode" };
        format!("{name} ({embedded}, {subset}, {unicode})")
    }
}

impl Line {
    /// The words, with more space where there is much on the page.
    fn spaced(&self) -> String {
        let mut text = String::new();
        let mut before: Option<&Word> = None;
        for word in &self.words {
            if let Some(before) = before {
                let gap = (word.x0 - before.x1).max(before.x0 - word.x1);
                text.push_str(if gap > 2.0 * self.size { "    " } else { " " });
            }
            text.push_str(&word.text);
            before = Some(word);
        }
        text
    }
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Damaged => "this is not a PDF, or a damaged one",
            Self::Encrypted => "this PDF is encrypted",
        })
    }
}

impl std::error::Error for Unreadable {}

#[cfg(test)]
mod tests;
