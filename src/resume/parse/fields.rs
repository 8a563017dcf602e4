//! A mapping of the text, held against the table of its keys.

use super::Reader;
use crate::diag::Diagnostic;
use crate::resume::keys;
use crate::resume::keys::Key;
use crate::resume::keys::Mapping;
use crate::resume::language;
use crate::resume::yaml;
use crate::resume::yaml::Kind;
use crate::resume::yaml::Node;
use crate::source::Span;

/// What an author wrote under the keys of a table.
pub(super) struct Fields<'n> {
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
    /// Holds a mapping against its table: reports keys that the table does not have and
    /// needed ones that are missing, and leaves out keys without a value, with a warning.
    pub(super) fn fields<'n>(
        &mut self,
        node: &'n Node,
        mapping: &'static Mapping,
    ) -> Option<Fields<'n>> {
        let entries = node.as_map()?;
        let mut given = Vec::with_capacity(entries.len());
        let mut meant = Vec::new();
        for (key, node) in entries {
            match mapping.key(&key.text) {
                None => meant.extend(self.unknown_key(key, mapping)),
                Some(_) if matches!(node.kind, Kind::Null) => self.no_value(key, node),
                Some(found) => {
                    given.push(Given { key: found, span: key.span.clone(), node });
                }
            }
        }
        // A needed key that was only mistyped has been reported.
        let there = |name: &&str| {
            given.iter().any(|given| given.key.name == *name) || meant.contains(name)
        };
        if !mapping.needs.is_empty() && !mapping.needs.iter().any(there) {
            self.missing_key(node, mapping);
        }
        Some(Fields { given })
    }

    fn missing_key(&mut self, node: &Node, mapping: &Mapping) {
        let found = Diagnostic::new("missing-key", mapping.need());
        let span = node.span.clone();
        self.sink.error(match mapping.name == keys::RESUME.name {
            true => {
                let found = found.at(self.source, span.start..span.start);
                found.hint("add a line `name: Your Name`")
            }
            false => found.at(self.source, span),
        });
    }

    /// Reports a key that the table does not have; returns the one that was meant.
    fn unknown_key(
        &mut self,
        key: &yaml::Key,
        mapping: &Mapping,
    ) -> Option<&'static str> {
        let top = mapping.name == keys::RESUME.name;
        let place = if top { String::new() } else { format!(" in {}", mapping.subject) };
        let message = format!("unknown key `{}`{place}", shown(&key.text));
        let found =
            Diagnostic::new("unknown-key", message).at(self.source, key.span.clone());
        let near = mapping.nearest(&key.text);
        self.sink.error(match near {
            Some("date")
                if matches!(key.text.as_str(), "start" | "end" | "from" | "to") =>
            {
                found
                    .label("a period is one text")
                    .hint("write `date: Oct 2019 – Dec 2021`")
            }
            Some(_) => found.meant(near),
            None if top && keys::SECTIONS.contains(&key.text.as_str()) => {
                found.label("sections stand under `sections`")
            }
            None => {
                let names: Vec<&str> = mapping.keys.iter().map(|key| key.name).collect();
                found
                    .label("not known here")
                    .hint(format!("the keys are {}", names.join(", ")))
            }
        });
        near
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
        if self.mixed(node) {
            return;
        }
        let message = match &node.kind {
            Kind::Scalar(scalar)
                if scalar.text.len() <= 40 && !scalar.text.contains('\n') =>
            {
                format!("found `{}` in `{}`", shown(&scalar.text), shown(name))
            }
            _ => format!("found {} in `{}`", node.noun(), shown(name)),
        };
        let found = Diagnostic::new("wrong-form", message)
            .at(self.source, node.span.clone())
            .label(format!("expected {expected}"));
        self.sink.error(match language::is_in_capitals(node) {
            true => {
                found.hint("tags of languages begin with small letters: `en`, `pt-BR`")
            }
            false => found,
        });
    }

    /// Reports a mapping in which other keys stand beside tags of languages; tells whether
    /// it is one.
    fn mixed(&mut self, node: &Node) -> bool {
        let map = node.as_map().unwrap_or_default();
        let tags = map.iter().filter(|(key, _)| language::is_tag(&key.text)).count();
        let other = map.iter().find(|(key, _)| !language::is_tag(&key.text));
        let Some((key, _)) = other.filter(|_| tags > 0) else { return false };
        let message =
            format!("found `{}` among texts in several languages", shown(&key.text));
        let found = Diagnostic::new("mixed-languages", message);
        let hint = "a text in several languages has only tags, as `{en: …, fr: …}`";
        self.sink.error(found.at(self.source, key.span.clone()).hint(hint));
        true
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
