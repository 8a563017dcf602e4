//! Reading entries and their bullets.

use super::Reader;
use super::fields::Fields;
use super::fields::Given;
use super::value::Address;
use super::value::is_blank;
use crate::diag::Severity;
use crate::resume::Audience;
use crate::resume::Entry;
use crate::resume::Highlight;
use crate::resume::HighlightBody;
use crate::resume::Org;
use crate::resume::keys;
use crate::resume::yaml::Kind;
use crate::resume::yaml::Node;
use crate::source::FieldPath;
use crate::text;
use crate::text::Inline;
use crate::text::Inlines;

/// How deep roles stand in each other.
const ROLES: usize = 2;
/// How deep bullets stand in each other.
const LEVELS: usize = 3;

impl Reader<'_> {
    /// An entry, or a role at some depth.
    pub(super) fn entry(
        &mut self,
        node: &Node,
        path: &FieldPath,
        depth: usize,
    ) -> Option<Entry> {
        let Some(fields) = self.fields(node, &keys::ENTRY) else {
            self.wrong(node, "roles", "an entry, as {title, date}");
            return None;
        };
        let (title, orgs) = self.header(&fields);
        let mut notes = self.lines_of(&fields, "note");
        let url = match self.address(&fields, "url") {
            Some(Address::Live(url)) => Some(url),
            // What leads nowhere is still printed: nothing of a text is lost.
            Some(Address::Dead(text)) => {
                notes.push(vec![Inline::Text(text)]);
                None
            }
            None => None,
        };
        Some(Entry {
            title,
            orgs,
            unit: self.line_of(&fields, "unit"),
            places: self.lines_of(&fields, "place"),
            date: fields.get("date").and_then(|given| self.date(given)),
            duration: self.line_of(&fields, "duration"),
            notes,
            url,
            summary: self.blocks_of(&fields, "summary"),
            highlights: fields
                .get("highlights")
                .map_or(Vec::new(), |it| self.highlights(it, 1)),
            outro: self.blocks_of(&fields, "outro"),
            roles: self.roles(&fields, path, depth),
            details: fields
                .get("details")
                .map_or(Vec::new(), |given| self.pairs("details", given.node)),
            audience: self.audience(&fields),
            keep: self.flag(&fields, "keep"),
            page_break: self.page_break(&fields),
            path: path.clone(),
        })
    }

    /// The title and the employers of an entry, of which one must have words.
    fn header(&mut self, fields: &Fields<'_>) -> (Inlines, Vec<Org>) {
        let before = self.sink.count(Severity::Error);
        let title = self.line_of(fields, "title");
        let orgs = fields.get("org").map_or(Vec::new(), |given| self.orgs(given));
        let given = fields.get("title").or_else(|| fields.get("org"));
        if let Some(given) = given
            && is_blank(&title)
            && orgs.is_empty()
            && self.sink.count(Severity::Error) == before
        {
            self.wordless(given, &keys::ENTRY.need());
        }
        (title, orgs)
    }

    fn roles(
        &mut self,
        fields: &Fields<'_>,
        path: &FieldPath,
        depth: usize,
    ) -> Vec<Entry> {
        let Some(given) = fields.get("roles") else { return Vec::new() };
        if depth == ROLES {
            self.need(
                given,
                "roles-too-deep",
                "roles stand in each other to a depth of two",
            );
            return Vec::new();
        }
        let Kind::List(list) = &given.node.kind else {
            return self.wrong_given(given).unwrap_or_default();
        };
        self.not_empty(list, "roles");
        let path = path.key("roles");
        let nodes =
            list.iter().enumerate().filter(|(_, it)| !matches!(it.kind, Kind::Null));
        nodes
            .filter_map(|(index, it)| self.entry(it, &path.index(index), depth + 1))
            .collect()
    }

    /// Employers: text, mappings, or a list of these.
    fn orgs(&mut self, given: &Given<'_>) -> Vec<Org> {
        let nodes = match &given.node.kind {
            Kind::List(list) => self.not_empty(list, "org"),
            Kind::Null | Kind::Scalar(_) | Kind::Map(_) => vec![given.node],
        };
        let mut orgs = Vec::with_capacity(nodes.len());
        for node in nodes {
            match &node.kind {
                Kind::Scalar(_) => {
                    let name = self.markdown(node, text::inlines);
                    if !is_blank(&name) {
                        orgs.push(Org { name, url: None, note: Inlines::new() });
                    }
                }
                Kind::Map(_) => {
                    let fields = self.fields(node, &keys::ORG);
                    orgs.extend(fields.and_then(|fields| self.org(&fields)));
                }
                Kind::Null | Kind::List(_) => {
                    self.wrong(node, "org", "text or {name, url, note}");
                }
            }
        }
        orgs
    }

    fn org(&mut self, fields: &Fields<'_>) -> Option<Org> {
        let name = self.line_of(fields, "name");
        let (note, url) = self.note_and_url(fields);
        let bare = note.is_empty() && url.is_none();
        self.named((fields, &keys::ORG), &name, bare).then_some(Org { name, url, note })
    }

    /// Bullets at some level, counted from 1.
    fn highlights(&mut self, given: &Given<'_>, level: usize) -> Vec<Highlight> {
        if level > LEVELS {
            self.need(
                given,
                "bullets-too-deep",
                "bullets stand in each other to three levels",
            );
            return Vec::new();
        }
        let nodes = match &given.node.kind {
            Kind::List(list) => self.not_empty(list, "highlights"),
            Kind::Scalar(_) => vec![given.node],
            Kind::Null | Kind::Map(_) => {
                return self.wrong_given(given).unwrap_or_default();
            }
        };
        nodes.into_iter().filter_map(|node| self.highlight(node, level)).collect()
    }

    fn highlight(&mut self, node: &Node, level: usize) -> Option<Highlight> {
        if node.is_text() {
            let blocks = self.markdown(node, text::item);
            let there = !blocks.is_empty();
            let body = HighlightBody::Bullet { blocks, nested: Vec::new() };
            return there.then_some(Highlight { body, audience: Audience::default() });
        }
        let Some(fields) = self.fields(node, &keys::HIGHLIGHT) else {
            self.wrong(
                node,
                "highlights",
                "text, {text, for, highlights}, or {label, highlights}",
            );
            return None;
        };
        let audience = self.audience(&fields);
        let below = fields.get("highlights");
        let body = match (fields.get("text"), fields.get("label")) {
            (Some(_), Some(label)) => {
                self.need(
                    label,
                    "label-and-text",
                    "found both `label` and `text` in a highlight",
                );
                return None;
            }
            (None, None) => return None,
            (Some(words), None) => {
                let blocks = match words.node.is_text() {
                    true => self.markdown(words.node, text::item),
                    false => self.wrong_given(words).unwrap_or_default(),
                };
                let nested =
                    below.map_or(Vec::new(), |given| self.highlights(given, level + 1));
                if blocks.is_empty() && nested.is_empty() {
                    return None;
                }
                HighlightBody::Bullet { blocks, nested }
            }
            (None, Some(label)) => {
                let label = self.line(label).unwrap_or_default();
                let highlights =
                    below.map_or(Vec::new(), |given| self.highlights(given, level));
                HighlightBody::Group { label, highlights }
            }
        };
        Some(Highlight { body, audience })
    }
}
