//! Reading the simple values: texts, words, truth values, addresses.

use super::Reader;
use super::fields::Fields;
use super::fields::Given;
use crate::diag::Diagnostic;
use crate::resume::Audience;
use crate::resume::keys::Mapping;
use crate::resume::yaml::Kind;
use crate::resume::yaml::Node;
use crate::source::Span;
use crate::text;
use crate::text::Block;
use crate::text::Inline;
use crate::text::Inlines;
use crate::text::Parsed;
use crate::text::Target;

/// An address that was written where one is wanted.
pub(super) enum Address {
    /// It can be followed.
    Live(String),
    /// It cannot: the text is to be printed instead.
    Dead(String),
}

impl Reader<'_> {
    /// Plain text.
    pub(super) fn text(&mut self, given: &Given<'_>) -> Option<String> {
        match given.node.as_text() {
            Some(text) => Some(text::line(text)),
            None => self.wrong_given(given),
        }
    }

    /// Plain text under a key, or none.
    pub(super) fn text_of(&mut self, fields: &Fields<'_>, name: &str) -> String {
        fields.get(name).and_then(|given| self.text(given)).unwrap_or_default()
    }

    /// Plain texts: one, or a list.
    pub(super) fn texts(&mut self, given: &Given<'_>) -> Vec<String> {
        let nodes = self.elements(given);
        nodes.into_iter().filter_map(Node::as_text).map(text::line).collect()
    }

    /// A line of Markdown.
    pub(super) fn line(&mut self, given: &Given<'_>) -> Option<Inlines> {
        match given.node.as_text() {
            Some(_) => Some(self.markdown(given.node, text::inlines)),
            None => self.wrong_given(given),
        }
    }

    /// A line of Markdown under a key, or none.
    pub(super) fn line_of(&mut self, fields: &Fields<'_>, name: &str) -> Inlines {
        fields.get(name).and_then(|given| self.line(given)).unwrap_or_default()
    }

    /// Lines of Markdown under a key: one, or a list.
    pub(super) fn lines_of(&mut self, fields: &Fields<'_>, name: &str) -> Vec<Inlines> {
        fields.get(name).map_or(Vec::new(), |given| self.lines(given))
    }

    /// Lines of Markdown: one, or a list.
    pub(super) fn lines(&mut self, given: &Given<'_>) -> Vec<Inlines> {
        let nodes = self.elements(given);
        let lines = nodes.into_iter().map(|node| self.markdown(node, text::inlines));
        lines.filter(|line| !line.is_empty()).collect()
    }

    /// Blocks of Markdown under a key, or none.
    pub(super) fn blocks_of(&mut self, fields: &Fields<'_>, name: &str) -> Vec<Block> {
        fields.get(name).map_or(Vec::new(), |given| self.blocks(given))
    }

    /// Blocks of Markdown.
    pub(super) fn blocks(&mut self, given: &Given<'_>) -> Vec<Block> {
        match given.node.as_text() {
            Some(_) => self.markdown(given.node, text::blocks),
            None => self.wrong_given(given).unwrap_or_default(),
        }
    }

    /// A text as a tree, by a function that reads Markdown; warns of what is doubtful.
    pub(super) fn markdown<T>(&mut self, node: &Node, read: fn(&str) -> Parsed<T>) -> T {
        let Parsed { value, issues } = read(node.as_text().unwrap_or_default());
        for issue in issues {
            let place = node.locate(self.source, &issue.range);
            let found = Diagnostic::new(issue.code, issue.message).hint(issue.hint);
            self.sink.warn(found.at(self.source, place));
        }
        value
    }

    /// Reports a value without words that something needs.
    ///
    /// Texts in other languages than the chosen one may say nothing: what they stand for
    /// may be left out there.
    pub(super) fn wordless(&mut self, given: &Given<'_>, message: &str) {
        let text = given.node.is_text();
        let span = if text { &given.node.span } else { &given.span };
        self.empty("missing-key", span.clone(), message);
    }

    /// The same of something that has a name of its own.
    pub(super) fn empty(&mut self, code: &'static str, span: Span, message: &str) {
        if self.chosen {
            let found = Diagnostic::new(code, message).at(self.source, span);
            self.sink.error(found.label("this is empty"));
        }
    }

    /// Whether something has a name; what has one without words is left out, and is
    /// reported if more than the name would be lost.
    pub(super) fn named(
        &mut self,
        (fields, mapping): (&Fields<'_>, &Mapping),
        name: &Inlines,
        bare: bool,
    ) -> bool {
        let blank = is_blank(name);
        match mapping.needs.iter().find_map(|key| fields.get(key)) {
            Some(given) if blank && !bare => self.wordless(given, &mapping.need()),
            _ => {}
        }
        !blank
    }

    /// Words of a `for` under this key.
    pub(super) fn audience(&mut self, fields: &Fields<'_>) -> Audience {
        let Some(given) = fields.get("for") else { return Audience::default() };
        let words = self.words(given);
        self.carried.extend(words.iter().cloned());
        Audience(words.into_iter().map(|(word, _)| word).collect())
    }

    /// Words: one, or a list; with where they stand.
    pub(super) fn words(&mut self, given: &Given<'_>) -> Vec<(String, Span)> {
        let mut words = Vec::new();
        for node in self.elements(given) {
            let word = node.as_text().map(text::line).unwrap_or_default();
            if Audience::words_of(&word).any(str::is_empty) {
                let expected = "a word, or several with `+` between them, as `a+not b`";
                self.wrong(node, given.key.name, expected);
                continue;
            }
            words.push((word, node.span.clone()));
        }
        words
    }

    /// The texts that a value is or lists; others are reported.
    pub(super) fn elements<'n>(&mut self, given: &Given<'n>) -> Vec<&'n Node> {
        let Kind::List(list) = &given.node.kind else {
            if given.node.is_text() {
                return vec![given.node];
            }
            return self.wrong_given(given).unwrap_or_default();
        };
        let mut texts = Vec::with_capacity(list.len());
        for node in self.not_empty(list, given.key.name) {
            match node.is_text() {
                true => texts.push(node),
                false => self.wrong(node, given.key.name, "text"),
            }
        }
        texts
    }

    /// The elements of a list; those without a value are left out with a warning.
    pub(super) fn not_empty<'n>(
        &mut self,
        list: &'n [Node],
        name: &str,
    ) -> Vec<&'n Node> {
        let (empty, rest): (Vec<_>, Vec<_>) =
            list.iter().partition(|node| matches!(node.kind, Kind::Null));
        for node in empty {
            let message =
                format!("an element of `{}` has no value", super::fields::shown(name));
            let found = Diagnostic::new("no-value", message);
            let hint = "remove it, or put a text that begins with `#` into quotes";
            self.sink.warn(found.at(self.source, node.span.clone()).hint(hint));
        }
        rest
    }

    /// A truth value under a key; false if there is none.
    pub(super) fn flag(&mut self, fields: &Fields<'_>, name: &str) -> bool {
        let Some(given) = fields.get(name) else { return false };
        match given.node.as_text() {
            Some("true" | "True" | "TRUE") => true,
            Some("false" | "False" | "FALSE") => false,
            _ => self.wrong_given(given).unwrap_or_default(),
        }
    }

    /// Whether a page begins here.
    pub(super) fn page_break(&mut self, fields: &Fields<'_>) -> bool {
        match fields.get("page-break").and_then(|given| given.node.as_text()) {
            Some("before") => true,
            _ => self.flag(fields, "page-break"),
        }
    }

    /// A whole number from 1 on.
    pub(super) fn count(&mut self, given: &Given<'_>) -> Option<usize> {
        match given.node.as_text().and_then(|text| text.parse().ok()) {
            Some(number @ 1..=999) => Some(number),
            _ => self.wrong_given(given),
        }
    }

    /// A note, and an address; one that cannot be followed is printed in the note.
    pub(super) fn note_and_url(
        &mut self,
        fields: &Fields<'_>,
    ) -> (Inlines, Option<String>) {
        let mut note = self.line_of(fields, "note");
        match self.address(fields, "url") {
            Some(Address::Live(url)) => (note, Some(url)),
            // What leads nowhere is still printed: nothing of a text is lost.
            Some(Address::Dead(text)) => {
                let comma = if note.is_empty() { "" } else { ", " };
                note.push(Inline::Text(format!("{comma}{text}")));
                (note, None)
            }
            None => (note, None),
        }
    }

    /// An address under a key, with a warning if it cannot be followed.
    pub(super) fn address(&mut self, fields: &Fields<'_>, name: &str) -> Option<Address> {
        let given = fields.get(name)?;
        let written = self.text(given).filter(|written| !written.is_empty())?;
        let target = match text::target(&written) {
            // People write addresses as they are printed, without a scheme.
            Target::Unknown if looks_bare(&written) => {
                text::target(&format!("https://{written}"))
            }
            target => target,
        };
        let reason = match target {
            Target::Followed(url) if url.len() <= 2048 => {
                return Some(Address::Live(url));
            }
            Target::Followed(_) => "it is longer than 2048 characters".to_owned(),
            Target::Nowhere => "it leads nowhere".to_owned(),
            Target::Refused(scheme) => format!("`{scheme}:` is not followed"),
            Target::Unknown => "this is no web address".to_owned(),
        };
        let place = given.node.span.clone();
        self.dead_link(place, &reason);
        Some(Address::Dead(written))
    }

    /// Warns that an address is printed as text.
    pub(super) fn dead_link(&mut self, place: Span, reason: &str) {
        self.sink.warn(
            Diagnostic::new("dead-link", "this address is printed as text, without a link")
                .at(self.source, place)
                .label(reason)
                .hint("write an address that begins with `https://`, `http://`, `mailto:` or `tel:`"),
        );
    }
}

impl Node {
    /// The text that this is, if it is one.
    pub(in crate::resume) fn as_text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar(scalar) => Some(&scalar.text),
            Kind::Null | Kind::List(_) | Kind::Map(_) => None,
        }
    }

    /// Whether this is a text.
    pub(in crate::resume) fn is_text(&self) -> bool {
        self.as_text().is_some()
    }
}

/// Whether a line has no words.
pub(super) fn is_blank(line: &Inlines) -> bool {
    text::plain(line).trim().is_empty()
}

/// Whether a text is an address without its scheme: `host.example/path`.
fn looks_bare(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, top) = host.rsplit_once('.').unwrap_or_default();
    let plain = |it: char| it.is_alphanumeric() || "-.".contains(it);
    !name.is_empty() && top.chars().count() > 1 && host.chars().all(plain)
}
