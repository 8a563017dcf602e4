//! The tree of a text, made of the parser's events: aliases, merge keys, limits.

use std::collections::BTreeMap;

use granit_parser::Event;
use granit_parser::ScalarStyle;
use granit_parser::Tag;

use super::Key;
use super::Kind;
use super::MAX_DEPTH;
use super::MAX_ELEMENTS;
use super::MAX_NODES;
use super::MAX_SCALAR;
use super::MAX_TEXT;
use super::Node;
use super::Scalar;
use super::bytes;
use super::trouble;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::source::Source;
use crate::source::Span;

/// The most bytes that aliases may repeat.
const MAX_REPEATED: usize = 4 * MAX_TEXT;

/// Where an event stands, and where its tag begins.
pub(super) struct At {
    /// Where it stands.
    pub(super) span: Span,
    /// Where its tag begins, or else the event itself.
    pub(super) tag: usize,
}

/// Makes the tree of the parser's events.
pub(super) struct Builder<'a> {
    source: &'a Source,
    root: Option<Node>,
    documents: usize,
    open: Vec<Open>,
    anchors: BTreeMap<usize, Anchored>,
    /// Where anchors are that no alias has used so far.
    named: BTreeMap<usize, Span>,
    nodes: usize,
    repeated: usize,
    found: Vec<Diagnostic>,
    warned: Vec<Diagnostic>,
}

/// A list or mapping that is not finished.
struct Open {
    span: Span,
    anchor: usize,
    content: Content,
}

/// What an unfinished list or mapping holds so far.
enum Content {
    List(Vec<Node>),
    Map { entries: Vec<(Key, Node)>, key: Option<Key> },
}

/// What an alias stands for.
struct Anchored {
    node: Node,
    size: (usize, usize),
    depth: usize,
}

impl<'a> Builder<'a> {
    /// Makes a builder for a text.
    pub(super) fn new(source: &'a Source) -> Self {
        Self {
            source,
            root: None,
            documents: 0,
            open: Vec::new(),
            anchors: BTreeMap::new(),
            named: BTreeMap::new(),
            nodes: 0,
            repeated: 0,
            found: Vec::new(),
            warned: Vec::new(),
        }
    }

    /// Takes the next event. What it returns ends the reading.
    pub(super) fn take(&mut self, event: Event, at: At) -> Result<(), Diagnostic> {
        match event {
            Event::DocumentStart(..) => self.begin_document(at.span),
            Event::Scalar(text, style, anchor, tag) => {
                let known = self.check_tag(tag.as_deref(), &at);
                let span = self.check_scalar(&text, style, at.span)?;
                let plain = style == ScalarStyle::Plain;
                let scalar = Scalar { text: text.into(), plain };
                self.complete(Node { span, kind: known.kind(scalar) }, anchor)
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.check_tag(tag.as_deref(), &at);
                self.begin(at.span, anchor, Content::List(Vec::new()))
            }
            Event::MappingStart(_, anchor, tag) => {
                self.check_tag(tag.as_deref(), &at);
                self.begin(
                    at.span,
                    anchor,
                    Content::Map { entries: Vec::new(), key: None },
                )
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(at.span.end),
            Event::Alias(id) => self.alias(id, at.span),
            Event::Anchor(id, _) => {
                self.named.insert(id, at.span);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn begin_document(&mut self, span: Span) -> Result<(), Diagnostic> {
        self.documents += 1;
        if self.documents == 1 {
            return Ok(());
        }
        Err(Diagnostic::new("two-documents", "a second document begins here")
            .at(self.source, span)
            .hint("write one résumé a file: remove `---`, or move what follows to a file of its own"))
    }

    /// Looks a scalar through; where it stands, without the space behind it.
    fn check_scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        span: Span,
    ) -> Result<Span, Diagnostic> {
        let written = &self.source.text()[span.clone()];
        let span = span.start..span.start + written.trim_end().len();
        if text.len() > MAX_SCALAR {
            return Err(self.too_much("too-long", "a text of more than 64 KiB", span));
        }
        if style == ScalarStyle::Plain {
            self.warned.extend(trouble::tight_comment(self.source, span.end));
        }
        if style == ScalarStyle::DoubleQuoted
            && let Some(found) = bytes::control(text)
        {
            self.found.push(trouble::control(found).at(self.source, span.clone()));
        }
        Ok(span)
    }

    fn begin(
        &mut self,
        span: Span,
        anchor: usize,
        content: Content,
    ) -> Result<(), Diagnostic> {
        if self.open.len() >= MAX_DEPTH {
            return Err(self.too_much(
                "too-deep",
                "nesting of more than 64 levels",
                span,
            ));
        }
        self.open.push(Open { span, anchor, content });
        Ok(())
    }

    fn end(&mut self, end: usize) -> Result<(), Diagnostic> {
        let Some(Open { span, anchor, content }) = self.open.pop() else { return Ok(()) };
        let span = first_line(self.source.text(), span.start..end);
        let kind = match content {
            Content::List(list) => Kind::List(list),
            Content::Map { entries, .. } => {
                let entries = self.without_repeats(entries);
                Kind::Map(self.merge(entries))
            }
        };
        self.complete(Node { span, kind }, anchor)
    }

    fn alias(&mut self, id: usize, span: Span) -> Result<(), Diagnostic> {
        self.named.remove(&id);
        let Some(anchored) = self.anchors.get(&id) else {
            let diagnostic =
                Diagnostic::new("alias", "an alias stands inside what it repeats");
            let hint = "write the text out, or put it into quotes if it begins with `*`";
            return Err(diagnostic.at(self.source, span).hint(hint));
        };
        self.nodes += anchored.size.0;
        self.repeated += anchored.size.1;
        if self.nodes > MAX_NODES || self.repeated > MAX_REPEATED {
            let what = "aliases that repeat more than 100,000 values or 4 MiB";
            return Err(self.too_much("too-much", what, span));
        }
        if self.open.len() + anchored.depth > MAX_DEPTH {
            return Err(self.too_much(
                "too-deep",
                "nesting of more than 64 levels",
                span,
            ));
        }
        let node = anchored.node.clone();
        self.attach(node)
    }

    /// Puts a finished value where it belongs, and keeps it for its aliases.
    fn complete(&mut self, node: Node, anchor: usize) -> Result<(), Diagnostic> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            let span = node.span;
            return Err(self.too_much("too-much", "more than 100,000 values", span));
        }
        if anchor > 0 {
            let (size, depth) = (node.size(), node.depth());
            self.anchors.insert(anchor, Anchored { node: node.clone(), size, depth });
        }
        self.attach(node)
    }

    fn attach(&mut self, node: Node) -> Result<(), Diagnostic> {
        let span = node.span.clone();
        let length = match self.open.last_mut().map(|open| &mut open.content) {
            None => {
                self.root = Some(node);
                return Ok(());
            }
            Some(Content::List(list)) => {
                list.push(node);
                list.len()
            }
            Some(Content::Map { entries, key }) => {
                if let Some(key) = key.take() {
                    entries.push((key, node));
                } else {
                    let (found, text) = as_key(self.source, node);
                    self.found.extend(found);
                    *key = Some(Key { text, span: span.clone() });
                }
                entries.len()
            }
        };
        match length > MAX_ELEMENTS {
            true => Err(self.too_much(
                "too-much",
                "more than 5,000 elements in one place",
                span,
            )),
            false => Ok(()),
        }
    }

    fn too_much(&self, code: &'static str, what: &str, span: Span) -> Diagnostic {
        Diagnostic::new(code, format!("found {what}"))
            .at(self.source, first_line(self.source.text(), span))
            .hint("split it up or shorten it: no résumé needs so much")
    }

    /// The entries of a mapping; of repeated keys the first stays, the others are reported.
    fn without_repeats(&mut self, mut entries: Vec<(Key, Node)>) -> Vec<(Key, Node)> {
        let mut order: Vec<usize> = (0..entries.len()).collect();
        order.sort_by(|a, b| entries[*a].0.text.cmp(&entries[*b].0.text));
        let mut repeats = Vec::new();
        for group in order.chunk_by(|a, b| entries[*a].0.text == entries[*b].0.text) {
            let line = self.source.position(entries[group[0]].0.span.start).line;
            for again in &group[1..] {
                let Key { text, span } = &entries[*again].0;
                let message = format!("repeated key `{text}`");
                let label = format!("it stands in line {line} already");
                let found = Diagnostic::new("repeated-key", message);
                self.found.push(found.at(self.source, span.clone()).label(label));
                repeats.push(*again);
            }
        }
        if !repeats.is_empty() {
            let mut at = 0..;
            entries.retain(|_| at.next().is_some_and(|at| !repeats.contains(&at)));
        }
        entries
    }

    /// Puts the entries of merged mappings in the place of `<<`; own entries win.
    fn merge(&mut self, entries: Vec<(Key, Node)>) -> Vec<(Key, Node)> {
        if !entries.iter().any(|(key, _)| key.text == "<<") {
            return entries;
        }
        let mut taken: Vec<String> = entries.iter().map(|it| it.0.text.clone()).collect();
        let mut merged = Vec::with_capacity(entries.len());
        for (key, node) in entries {
            if key.text != "<<" {
                merged.push((key, node));
                continue;
            }
            let maps = match node.kind {
                Kind::List(list) => list,
                Kind::Null | Kind::Scalar(_) | Kind::Map(_) => vec![node],
            };
            for map in maps {
                let Kind::Map(more) = map.kind else {
                    let found = Diagnostic::new("merge", "`<<` wants a mapping to merge");
                    self.found
                        .push(found.at(self.source, map.span).label("this is none"));
                    continue;
                };
                for (key, node) in more {
                    if !taken.contains(&key.text) {
                        taken.push(key.text.clone());
                        merged.push((key, node));
                    }
                }
            }
        }
        merged
    }

    fn check_tag(&mut self, tag: Option<&Tag>, at: &At) -> Known {
        let Some(tag) = tag else { return Known::Any };
        match tag.core_suffix() {
            Some("str") => return Known::Text,
            Some("null") => return Known::Null,
            Some("int" | "float" | "bool" | "seq" | "map") => return Known::Any,
            _ if tag.original() == "!" => return Known::Text,
            _ => {}
        }
        let name = tag.original();
        let text = self.source.text();
        let span = at.tag..(at.tag + name.len()).min(text.len());
        let span = if text.is_char_boundary(span.end) { span } else { at.tag..at.tag };
        self.found.push(
            Diagnostic::new("unknown-tag", format!("unknown tag `{name}`"))
                .at(self.source, span)
                .hint("remove it, or put the text into quotes if it begins with `!`"),
        );
        Known::Any
    }

    /// The tree, with everything reported that was found on the way.
    pub(super) fn finish(self, sink: &mut Sink) -> Result<Node, Reported> {
        for found in self.found {
            sink.error(found);
        }
        for warned in self.warned {
            sink.warn(warned);
        }
        for span in self.named.into_values() {
            let name = &self.source.text()[span.clone()];
            let message =
                format!("`{name}` is not printed: it names the value behind it");
            sink.warn(
                Diagnostic::new("unused-anchor", message)
                    .at(self.source, span)
                    .label("no alias uses this name")
                    .hint("put the text into quotes if it begins with `&`"),
            );
        }
        match self.root {
            Some(Node { kind: Kind::Null, .. }) | None => {
                Err(sink.error(trouble::empty(self.source)))
            }
            Some(root) => Ok(root),
        }
    }
}

/// What a tag says about a scalar.
enum Known {
    Any,
    Text,
    Null,
}

impl Known {
    /// What a scalar with this tag is.
    fn kind(self, scalar: Scalar) -> Kind {
        const NULLS: [&str; 5] = ["", "~", "null", "Null", "NULL"];
        let null = match self {
            Self::Null => true,
            Self::Text => false,
            Self::Any => scalar.plain && NULLS.contains(&scalar.text.as_str()),
        };
        if null { Kind::Null } else { Kind::Scalar(scalar) }
    }
}

/// The text of a key; keys that are lists or mappings are reported.
fn as_key(source: &Source, node: Node) -> (Option<Diagnostic>, String) {
    let noun = node.noun();
    let written = source.text()[node.span.clone()].to_owned();
    match node.kind {
        Kind::Scalar(scalar) => (None, scalar.text),
        Kind::Null => (None, written),
        Kind::List(_) | Kind::Map(_) => {
            let found = Diagnostic::new("key-not-text", format!("found {noun} as a key"))
                .at(source, node.span)
                .hint(
                    "keys are text: put it into quotes if it begins with `[`, `{` or `?`",
                );
            (Some(found), written)
        }
    }
}

/// The part of a span that stands in its first line.
fn first_line(text: &str, span: Span) -> Span {
    let line = text[span.clone()].lines().next().unwrap_or_default();
    span.start..span.start + line.trim_end().len()
}
