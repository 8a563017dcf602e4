//! A mapping of the text, held against the table of its keys.

use crate::diag::Diagnostic;
use crate::resume::keys;
use crate::resume::keys::Key;
use crate::resume::keys::Mapping;
use crate::resume::yaml;
use crate::resume::yaml::Kind;
use crate::resume::yaml::Node;
use crate::source::Span;

use super::Reader;

/// What an author wrote under the keys of a table.
pub(super) struct Fields<'n> {
    /// Where the mapping begins.
    pub(super) start: usize,
    given: Vec<Given<'n>>,
}

/// A value under a key of a table.
pub(super) struct Given<'n> {
    /// The key, in its table.
    pub(super) key: &'static Key,
    /// Where the key stands.
    pub(super) span: Span,
    /// The value; never nothing.
    pub(super) node: &'n Node,
}

impl<'n> Fields<'n> {
    /// What stands under a key, if anything does.
    pub(super) fn get(&self, name: &str) -> Option<&Given<'n>> {
        self.given.iter().find(|given| given.key.name == name)
    }

    /// Everything that was given, in the author's order.
    pub(super) fn all(&self) -> impl Iterator<Item = &Given<'n>> {
        self.given.iter()
    }
}

impl Reader<'_> {
    /// Holds a mapping against its table: reports keys that the table does not have,
    /// and leaves out keys without a value, with a warning.
    pub(super) fn fields<'n>(
        &mut self,
        entries: &'n [(yaml::Key, Node)],
        mapping: &'static Mapping,
    ) -> Fields<'n> {
        let start = entries.first().map_or(0, |(key, _)| key.span.start);
        let mut given = Vec::with_capacity(entries.len());
        for (key, node) in entries {
            match mapping.key(&key.text) {
                None => self.unknown_key(key, mapping),
                Some(_) if matches!(node.kind, Kind::Null) => self.no_value(key, node),
                Some(found) => {
                    given.push(Given { key: found, span: key.span.clone(), node })
                }
            }
        }
        Fields { start, given }
    }

    fn unknown_key(&mut self, key: &yaml::Key, mapping: &Mapping) {
        let message = format!("unknown key `{}`{}", shown(&key.text), mapping.place);
        let found =
            Diagnostic::new("unknown-key", message).at(self.source, key.span.clone());
        let top = mapping.name == keys::RESUME.name;
        let found = match mapping.nearest(&key.text) {
            Some("date")
                if matches!(key.text.as_str(), "start" | "end" | "from" | "to") =>
            {
                found
                    .label("a period is one text")
                    .hint("write `date: Oct 2019 – Dec 2021`")
            }
            Some(near) => found.label(format!("did you mean `{near}`?")),
            None if top && keys::SECTIONS.contains(&key.text.as_str()) => {
                found.label("sections stand under `sections`")
            }
            None => {
                let names: Vec<&str> = mapping.keys.iter().map(|key| key.name).collect();
                found
                    .label("not known here")
                    .hint(format!("the keys are {}", names.join(", ")))
            }
        };
        self.sink.error(found);
    }

    /// Warns that a key has no value; what looks like one may be a comment.
    pub(super) fn no_value(&mut self, key: &yaml::Key, node: &Node) {
        let text = self.source.text();
        let line = text[key.span.end..].lines().next().unwrap_or_default();
        let comment = line.split_once('#').map(|(_, rest)| rest);
        let message = format!("`{}` has no value", shown(&key.text));
        let found = Diagnostic::new("no-value", message)
            .at(self.source, key.span.clone())
            .label("as if it were not there");
        let tight =
            comment.is_some_and(|rest| rest.starts_with(|it: char| !it.is_whitespace()));
        self.sink.warn(match tight && node.span.is_empty() {
            true => found
                .hint("`#` begins a comment: put a text that begins with it into quotes"),
            false => found,
        });
    }

    /// Reports that a value has another form than its key takes.
    pub(super) fn wrong_given<T>(&mut self, given: &Given<'_>) -> Option<T> {
        let expected = given.key.shape.expected();
        self.wrong(given.node, given.key.name, &expected);
        None
    }

    /// Reports that a value, or an element of one, has another form than expected.
    pub(super) fn wrong(&mut self, node: &Node, name: &str, expected: &str) {
        let message = match &node.kind {
            Kind::Scalar(scalar)
                if scalar.text.len() <= 40 && !scalar.text.contains('\n') =>
            {
                format!("found `{}` in `{}`", shown(&scalar.text), shown(name))
            }
            _ => format!("found {} in `{}`", node.noun(), shown(name)),
        };
        self.sink.error(
            Diagnostic::new("wrong-form", message)
                .at(self.source, node.span.clone())
                .label(format!("expected {expected}")),
        );
    }

    /// Reports that something is missing in a value.
    pub(super) fn need(&mut self, given: &Given<'_>, code: &'static str, message: &str) {
        let found = Diagnostic::new(code, message);
        self.sink.error(found.at(self.source, given.span.clone()));
    }
}

/// An author's word as messages show it: at most forty characters.
pub(super) fn shown(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
