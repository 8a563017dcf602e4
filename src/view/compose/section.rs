//! Sections: their heading, and what they hold.

use super::Composer;
use super::line;
use crate::locale::headings::KnownSection;
use crate::resume;
use crate::text;
use crate::text::Inline;
use crate::text::Inlines;
use crate::view::Content;
use crate::view::Part;
use crate::view::Reference;
use crate::view::Role;
use crate::view::Section;
use crate::view::Spoken;

impl Composer<'_> {
    /// A section; none if nothing is in it.
    pub(super) fn section(&self, section: &resume::Section) -> Option<Section> {
        let known = KnownSection::find(&section.key);
        let heading = || known.map_or(section.key.as_str(), |it| self.locale.heading(it));
        let title = section.title.as_deref().unwrap_or_else(heading);
        let composed = Section {
            id: known.map(|known| known.key().to_owned()),
            title: self.words(title),
            intro: self.blocks(&section.intro),
            content: self.content(&section.content),
            outro: self.blocks(&section.outro),
            page_break: section.page_break,
            path: section.path.clone(),
        };
        let empty = composed.intro.is_empty()
            && composed.outro.is_empty()
            && is_empty(&composed.content);
        (!empty).then_some(composed)
    }

    fn content(&self, content: &resume::Content) -> Content {
        match content {
            resume::Content::Entries(items) => {
                Content::Entries { entries: self.items(items) }
            }
            resume::Content::Pairs(pairs) => Content::Pairs { pairs: self.pairs(pairs) },
            resume::Content::Items(skills) => {
                let items = skills.iter().map(|skill| self.skill(skill));
                Content::Items { items: items.filter(|item| !item.is_empty()).collect() }
            }
            resume::Content::Text(blocks) => {
                Content::Text { blocks: self.blocks(blocks) }
            }
            resume::Content::Languages(languages) => {
                let languages = languages.iter().map(|it| self.language(it)).collect();
                Content::Languages { languages }
            }
            resume::Content::Publications(all) => {
                Content::Publications { publications: self.publications(all) }
            }
            resume::Content::References(references) => {
                let references = references.iter().map(|it| self.reference(it)).collect();
                Content::References { references }
            }
        }
    }

    fn language(&self, language: &resume::Language) -> Spoken {
        let resume::Language { name, level, skills, note, audience: _ } = language;
        let (level, note) = (self.line(level), self.line(note));
        let skills = self.skills(&level, skills);
        let words = match skills.as_slice() {
            [first, rest @ ..] if rest.iter().all(|it| it == first) => first.clone(),
            [] => level.clone(),
            all => {
                let names = self.locale.forms().skills.iter().zip(all);
                let said = names.filter(|(_, level)| !level.is_empty());
                let said = said.map(|(name, level)| {
                    line::join(
                        vec![vec![Inline::Text((*name).into())], level.clone()],
                        " ",
                    )
                });
                self.list(said.collect())
            }
        };
        let native = is_native(&level, self.locale.forms().mother_tongue);
        let level = self.list(vec![words, note.clone()]);
        Spoken { name: self.line(name), level, native, skills, note }
    }

    /// The levels in five skills: those that the author gives, or else that of the whole;
    /// none if neither is a level from A1 to C2.
    fn skills(&self, level: &Inlines, skills: &[Inlines; 5]) -> Vec<Inlines> {
        let whole = if is_level(level) { level.clone() } else { Inlines::new() };
        let given = skills.iter().any(|skill| !skill.is_empty());
        if !given && whole.is_empty() {
            return Vec::new();
        }
        let or_whole = |skill: &Inlines| {
            if skill.is_empty() { whole.clone() } else { self.line(skill) }
        };
        skills.iter().map(or_whole).collect()
    }

    fn reference(&self, reference: &resume::Reference) -> Reference {
        let resume::Reference { name, title, org, contact, quote, audience: _ } =
            reference;
        let parts = [(Role::Title, name), (Role::Note, title), (Role::Org, org)];
        let parts = parts.into_iter().filter(|(_, line)| !line.is_empty());
        Reference {
            header: parts.map(|(role, it)| Part { role, body: self.line(it) }).collect(),
            contacts: contact.iter().filter_map(|it| self.contact(it)).collect(),
            quote: self.blocks(quote),
        }
    }
}

/// Whether a level is one of the Common European Framework.
fn is_level(level: &Inlines) -> bool {
    let words = text::plain(level);
    let word = words.trim().to_ascii_uppercase();
    ["A1", "A2", "B1", "B2", "C1", "C2"].contains(&word.as_str())
}

/// Whether a level says that a language is a mother tongue, in English or in the
/// document's language.
fn is_native(level: &Inlines, mother_tongue: &str) -> bool {
    let words = text::plain(level).trim().to_lowercase();
    words == mother_tongue.to_lowercase()
        || ["native", "native speaker", "mother tongue"].contains(&words.as_str())
}

fn is_empty(content: &Content) -> bool {
    match content {
        Content::Entries { entries } => entries.is_empty(),
        Content::Pairs { pairs } => pairs.is_empty(),
        Content::Items { items } => items.is_empty(),
        Content::Text { blocks } => blocks.is_empty(),
        Content::Languages { languages } => languages.is_empty(),
        Content::Publications { publications } => publications.is_empty(),
        Content::References { references } => references.is_empty(),
    }
}
