//! What a section holds, counted: for telling what a profile keeps of it.

use super::Content;
use super::Entry;
use super::Highlight;
use super::HighlightBody;
use super::Item;
use super::Section;

/// How much a section holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// What its elements are called, one and several.
    pub noun: (&'static str, &'static str),
    /// How many elements there are; an employer with roles counts as its roles.
    pub elements: usize,
    /// How many bullets are in them, on all levels.
    pub bullets: usize,
}

/// Counts what is in a section.
pub fn count(section: &Section) -> Tally {
    let of =
        |one, several, elements| Tally { noun: (one, several), elements, bullets: 0 };
    match &section.content {
        Content::Entries(items) => {
            let mut tally = of("entry", "entries", 0);
            for item in items {
                match item {
                    Item::Entry(entry) => add(entry, &mut tally),
                    Item::Blocks(_) => tally.elements += 1,
                }
            }
            tally
        }
        Content::Pairs(pairs) => of("line", "lines", pairs.len()),
        Content::Items(items) => of("item", "items", items.len()),
        Content::Text(blocks) => of("paragraph", "paragraphs", blocks.len()),
        Content::Languages(all) => of("language", "languages", all.len()),
        Content::Publications(all) => of("publication", "publications", all.list.len()),
        Content::References(all) => of("referee", "referees", all.len()),
    }
}

fn add(entry: &Entry, tally: &mut Tally) {
    tally.elements += usize::from(entry.roles.is_empty());
    tally.bullets += bullets(&entry.highlights);
    entry.roles.iter().for_each(|role| add(role, tally));
}

/// The bullets of a list and of those below it; a sub-heading is none.
fn bullets(highlights: &[Highlight]) -> usize {
    let count = |highlight: &Highlight| match &highlight.body {
        HighlightBody::Bullet { blocks: _, nested } => 1 + bullets(nested),
        HighlightBody::Group { label: _, highlights } => bullets(highlights),
    };
    highlights.iter().map(count).sum()
}
