//! Jobs, degrees and projects: their header in order, their body as blocks.

use super::Composer;
use super::Lead;
use super::line;
use crate::resume;
use crate::resume::Highlight;
use crate::resume::HighlightBody;
use crate::text;
use crate::text::Block;
use crate::text::Inlines;
use crate::text::ListItem;
use crate::view::Entry;
use crate::view::Item;
use crate::view::Pair;
use crate::view::Part;
use crate::view::Role;

impl Composer<'_> {
    /// Elements of a section of entries that have something to print.
    pub(super) fn items(&self, items: &[resume::Item]) -> Vec<Item> {
        let element = |item: &resume::Item| match item {
            resume::Item::Entry(entry) => Some(Item::Entry(self.entry(entry))),
            resume::Item::Blocks(blocks) => {
                let blocks = self.blocks(blocks);
                (!blocks.is_empty()).then_some(Item::Blocks { blocks })
            }
        };
        items.iter().filter_map(element).collect()
    }

    fn entry(&self, entry: &resume::Entry) -> Entry {
        let mut body = self.blocks(&entry.summary);
        body.extend(self.highlights(&entry.highlights));
        let mut tail = self.blocks(&entry.outro);
        if entry.roles.is_empty() {
            body.append(&mut tail);
        }
        let mut composed = Entry {
            header: self.header(entry),
            date: self.date(entry.date.as_ref()),
            body,
            details: self.pairs(&entry.details),
            roles: entry.roles.iter().map(|role| self.entry(role)).collect(),
            tail,
            chars: 0,
            keep: entry.keep,
            page_break: entry.page_break,
            path: entry.path.clone(),
        };
        composed.chars = chars(&composed);
        composed
    }

    /// The parts of an entry's header that are not empty, in order.
    fn header(&self, entry: &resume::Entry) -> Vec<Part> {
        let (org, org_note) = self.org(entry);
        let title = line::linked(self.line(&entry.title), entry.url.as_ref());
        let notes = entry.notes.iter().chain([&entry.duration]);
        let notes = self.list(notes.map(|note| self.line(note)).collect());
        let unit = self.line(&entry.unit);
        let places = entry.places.iter().map(|place| self.line(place)).collect();
        // A place has commas of its own, so others are told apart by a dot.
        let place = line::join(places, " · ");
        // Qualifiers belong to the title; without one, to where it was. Where there were
        // several roles, it is the employer who leads.
        let titled = !title.is_empty() && (entry.roles.is_empty() || org.is_empty());
        let title = [(Role::Title, title), (Role::Note, notes)];
        let org = [(Role::Org, org), (Role::OrgNote, org_note), (Role::Unit, unit)];
        let parts: Vec<(Role, Inlines)> = if self.lead == Lead::Title && titled {
            title.into_iter().chain(org).chain([(Role::Place, place)]).collect()
        } else {
            org.into_iter().chain(title).chain([(Role::Place, place)]).collect()
        };
        let parts = parts.into_iter().filter(|(_, body)| !body.is_empty());
        parts.map(|(role, body)| Part { role, body }).collect()
    }

    /// Where it was, and what that is; of several, each with what it is.
    fn org(&self, entry: &resume::Entry) -> (Inlines, Inlines) {
        if let [only] = entry.orgs.as_slice() {
            // What has no title leads where the entry leads.
            let url = entry.url.as_ref().filter(|_| entry.title.is_empty());
            let name = line::linked(self.line(&only.name), only.url.as_ref().or(url));
            return (name, self.line(&only.note));
        }
        let each = entry.orgs.iter().map(|org| {
            let name = line::linked(self.line(&org.name), org.url.as_ref());
            line::with_note(name, self.line(&org.note))
        });
        (self.list(each.collect()), Inlines::new())
    }

    /// Bullets as lists, with sub-headings between them.
    fn highlights(&self, highlights: &[Highlight]) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        for highlight in highlights {
            match &highlight.body {
                HighlightBody::Bullet { blocks: text, nested } => {
                    let mut item = self.blocks(text);
                    item.extend(self.highlights(nested));
                    if !item.is_empty() {
                        push_item(&mut blocks, text::list_item(item));
                    }
                }
                HighlightBody::Group { label, highlights } => {
                    let body = self.line(label);
                    blocks
                        .extend((!body.is_empty()).then_some(Block::Subheading { body }));
                    blocks.extend(self.highlights(highlights));
                }
            }
        }
        blocks
    }

    /// Labels with text.
    pub(super) fn pairs(&self, pairs: &[resume::Pair]) -> Vec<Pair> {
        let pair = |pair: &resume::Pair| {
            let items = pair.items.iter().map(|item| self.skill(item)).collect();
            Pair { label: self.label(&pair.label), body: self.list(items) }
        };
        let pairs = pairs.iter().map(pair);
        pairs.filter(|it| !it.label.is_empty() || !it.body.is_empty()).collect()
    }

    /// A short thing in a line, as `C (expert, 9 years)`.
    pub(super) fn skill(&self, skill: &resume::Skill) -> Inlines {
        let resume::Skill { name, level, note, audience: _ } = skill;
        let qualifiers = self.list(vec![self.line(level), self.line(note)]);
        line::together(line::with_note(self.line(name), qualifiers))
    }
}

/// Adds an item to the list at the end of the blocks, or begins one.
fn push_item(blocks: &mut Vec<Block>, item: ListItem) {
    match blocks.last_mut() {
        Some(Block::List { start: None, items }) => items.push(item),
        _ => blocks.push(Block::List { start: None, items: vec![item] }),
    }
}

/// How many characters an entry has, roles included.
fn chars(entry: &Entry) -> usize {
    let Entry { header, date, body, details, roles, tail, .. } = entry;
    let header: usize = header.iter().map(|it| text::inline_chars(&it.body)).sum();
    let date = date.as_ref().map_or(0, |date| date.chars().count());
    let line = |it: &Pair| text::inline_chars(&it.label) + text::inline_chars(&it.body);
    let details: usize = details.iter().map(line).sum();
    let roles: usize = roles.iter().map(|role| role.chars).sum();
    header + date + text::chars(body) + details + roles + text::chars(tail)
}
