//! The words of a view as stretches of text, in the order in which a theme sets those of
//! one section.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text::Block;
use crate::text::Inline;
use crate::text::Inlines;
use crate::text::Marked;
use crate::view::Content;
use crate::view::Entry;
use crate::view::Item;
use crate::view::Letter;
use crate::view::Section;
use crate::view::View;

/// What a stretch of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A heading, a header, a label: it must not end a page.
    Head,
    /// A paragraph: its last line must not begin a page.
    Paragraph,
}

/// A stretch of text.
#[derive(Debug)]
pub(super) struct Unit {
    /// What it is.
    pub(super) kind: Kind,
    /// Its parts; those of a header stand in the order of the theme.
    pub(super) parts: Vec<String>,
}

/// A unit, its first byte in a text, and the one after its last.
#[derive(Debug)]
pub(super) struct Found<'a> {
    /// The unit.
    pub(super) unit: &'a Unit,
    /// Its first byte.
    pub(super) start: usize,
    /// The byte after its last.
    pub(super) end: usize,
}

/// The sections that are printed: under a letter's head there are none.
pub(super) fn printed(view: &View) -> &[Section] {
    if view.letter.is_some() { &[] } else { &view.sections }
}

/// A section: its heading, and what is in it.
pub(super) fn section(section: &Section) -> Vec<Unit> {
    let mut units = vec![Unit::new(Kind::Head, [section.title.clone()])];
    blocks(&section.intro, &mut units);
    content(&section.content, &mut units);
    blocks(&section.outro, &mut units);
    units.retain(|unit| unit.parts.iter().any(|part| !letters(part).is_empty()));
    units
}

/// The parts of a letter, in no order.
pub(super) fn letter(it: &Letter) -> Vec<Unit> {
    let sender = it.sender.iter().filter(|_| it.sender_wanted);
    let lines = sender.chain(&it.recipient).chain(&it.enclosures);
    let one = [&it.dateline, &it.subject, &it.salutation, &it.closing];
    let said = lines.chain(one).map(plain).chain([it.enclosures_label.clone()]);
    let mut units: Vec<Unit> =
        said.map(|text| Unit::new(Kind::Paragraph, [text])).collect();
    blocks(&it.body, &mut units);
    units.retain(|unit| unit.parts.iter().any(|part| !letters(part).is_empty()));
    units
}

/// Blocks.
pub(super) fn blocks(all: &[Block], units: &mut Vec<Unit>) {
    for one in all {
        block(one, units);
    }
}

fn content(content: &Content, units: &mut Vec<Unit>) {
    match content {
        Content::Entries { entries } => {
            for item in entries {
                match item {
                    Item::Entry(it) => entry(it, units),
                    Item::Blocks { blocks: all } => blocks(all, units),
                }
            }
        }
        Content::Text { blocks: all } => blocks(all, units),
        Content::Pairs { pairs } => {
            let all = pairs.iter().map(|it| plain(&it.label) + &plain(&it.body));
            units.extend(all.map(|text| Unit::new(Kind::Paragraph, [text])));
        }
        Content::Items { items } => {
            let text: String = items.iter().map(plain).collect();
            units.push(Unit::new(Kind::Paragraph, [text]));
        }
        Content::Languages { languages } => {
            // A table has them in another order, and another word for `native`.
            let all = languages.iter().flat_map(|it| [plain(&it.name), plain(&it.note)]);
            units.push(Unit::new(Kind::Paragraph, all));
        }
        Content::Publications { publications } => {
            let all = publications.iter().map(|it| plain(&it.body));
            units.extend(all.map(|text| Unit::new(Kind::Paragraph, [text])));
        }
        Content::References { references } => {
            for it in references {
                let parts = it.header.iter().map(|part| plain(&part.body));
                units.push(Unit::new(Kind::Paragraph, parts));
            }
        }
    }
}

/// An entry: its header, then what is in it.
fn entry(it: &Entry, units: &mut Vec<Unit>) {
    let is_bare = it.body.is_empty() && it.roles.is_empty() && it.details.is_empty();
    let kind = if is_bare { Kind::Paragraph } else { Kind::Head };
    let parts = it.header.iter().map(|part| plain(&part.body));
    units.push(Unit::new(kind, parts.chain(it.date.clone())));
    blocks(&it.body, units);
    for role in &it.roles {
        entry(role, units);
    }
    blocks(&it.tail, units);
    let details = it.details.iter().map(|it| plain(&it.label) + &plain(&it.body));
    units.extend(details.map(|text| Unit::new(Kind::Paragraph, [text])));
}

fn block(block: &Block, units: &mut Vec<Unit>) {
    match block {
        Block::Paragraph { body, .. } => {
            units.push(Unit::new(Kind::Paragraph, [plain(body)]));
        }
        Block::Subheading { body } => units.push(Unit::new(Kind::Head, [plain(body)])),
        Block::List { items, .. } => {
            for item in items {
                blocks(&item.blocks, units);
            }
        }
        Block::Labelled { label, blocks: owned, .. } => labelled(label, owned, units),
        Block::Quote { blocks: quoted } => blocks(quoted, units),
        Block::CodeBlock { text } => {
            units.push(Unit::new(Kind::Paragraph, [text.clone()]));
        }
    }
}

/// A label runs into a paragraph, and stands alone before anything else.
fn labelled(label: &Inlines, owned: &[Block], units: &mut Vec<Unit>) {
    let rest = match owned {
        [Block::Paragraph { body, .. }, rest @ ..] => {
            let text = plain(label) + &plain(body);
            units.push(Unit::new(Kind::Paragraph, [text]));
            rest
        }
        [] => return units.push(Unit::new(Kind::Paragraph, [plain(label)])),
        rest => {
            units.push(Unit::new(Kind::Head, [plain(label)]));
            rest
        }
    };
    blocks(rest, units);
}

/// Text without its marks.
pub(super) fn plain(body: &Inlines) -> String {
    let one = |inline: &Inline| match inline {
        Inline::Text(text)
        | Inline::Marked(Marked::Code { text } | Marked::Whole { text }) => text.clone(),
        Inline::Marked(
            Marked::Strong { body } | Marked::Emph { body } | Marked::Link { body, .. },
        ) => plain(body),
        Inline::Marked(Marked::Break) => " ".to_owned(),
    };
    body.iter().map(one).collect()
}

impl Unit {
    /// Makes one of these parts. Where the directions of two scripts meet, the order of
    /// words is a matter of taste: each of them is a part.
    pub(super) fn new(kind: Kind, parts: impl IntoIterator<Item = String>) -> Self {
        let mut all = Vec::new();
        for part in parts {
            let both = part.contains(is_right_to_left)
                && part.contains(|char: char| char.is_ascii_alphanumeric());
            if both {
                all.extend(part.split_whitespace().map(str::to_owned));
            } else {
                all.push(part);
            }
        }
        Self { kind, parts: all }
    }

    /// Its words, not too many of them.
    pub(super) fn shown(&self) -> String {
        const MOST: usize = 60;
        let words = self.parts.join(" ");
        let mut shown: String = words.chars().take(MOST).collect();
        if shown.len() < words.len() {
            shown.push('…');
        }
        shown
    }
}

/// Whether a letter is Hebrew or Arabic.
fn is_right_to_left(char: char) -> bool {
    matches!(char, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// The letters and figures of a text, in one form and one case, without marks on them: a
/// letter with a mark may come out of a PDF as one character or as two.
pub(super) fn letters(text: &str) -> String {
    let is_letter = |char: &char| char.is_alphanumeric() && !is_combining_mark(*char);
    let bare = text.nfkd().filter(is_letter);
    bare.flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect()
}

/// Finds the units of a section, in order, after a byte of a text; those that are not
/// there are given back besides.
pub(super) fn find<'a>(
    text: &str,
    units: &'a [Unit],
    start: usize,
) -> (Vec<Found<'a>>, Vec<&'a Unit>) {
    let (mut found, mut lost, mut at) = (Vec::new(), Vec::new(), start);
    for unit in units {
        let parts = unit.parts.iter().map(|part| letters(part));
        let places: Option<Vec<(usize, usize)>> = parts
            .filter(|part| !part.is_empty())
            .map(|part| {
                let start = at + text[at..].find(&part)?;
                Some((start, start + part.len()))
            })
            .collect();
        let Some(places) = places else {
            lost.push(unit);
            continue;
        };
        let (Some(start), Some(end)) =
            (places.iter().map(|it| it.0).min(), places.iter().map(|it| it.1).max())
        else {
            continue;
        };
        found.push(Found { unit, start, end });
        at = end;
    }
    (found, lost)
}

/// Finds the units of a section wherever it begins: where the fewest of them are lost.
pub(super) fn find_anywhere<'a>(
    text: &str,
    units: &'a [Unit],
) -> (Vec<Found<'a>>, Vec<&'a Unit>) {
    let first = units.first().and_then(|unit| unit.parts.first());
    let first = first.map(|part| letters(part)).unwrap_or_default();
    let mut best = find(text, units, 0);
    if first.is_empty() {
        return best;
    }
    for (start, _) in text.match_indices(&first) {
        let next = find(text, units, start);
        let span = |it: &[Found<'_>]| {
            it.last().map_or(0, |last| last.end) - it.first().map_or(0, |it| it.start)
        };
        let (lost, long) = (next.1.len(), span(&next.0));
        if (lost, long) < (best.1.len(), span(&best.0)) {
            best = next;
        }
    }
    best
}
