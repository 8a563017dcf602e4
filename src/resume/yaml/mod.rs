//! YAML text as a tree in which every value knows where it stands.
//!
//! Scalars are text, exactly as written: `3.10`, `NO` and `2021` are never numbers or
//! truth values here. Aliases and merge keys are resolved. Nothing is typed by serde:
//! a deserialiser would read numbers and lose how a text was written and where it ends,
//! so the tree is made of the parser's events.

mod build;
mod bytes;
mod trouble;
#[cfg(test)]
mod tests;

use granit_parser::Options;
use granit_parser::Parser;

use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::source::Source;
use crate::source::Span;
use build::At;
use build::Builder;

/// The longest text that is read, in bytes: a thousand pages.
pub const MAX_TEXT: usize = 1 << 20;
/// The longest scalar, in bytes.
pub const MAX_SCALAR: usize = 64 << 10;
/// The deepest nesting of lists and mappings.
pub const MAX_DEPTH: usize = 64;
/// The longest list or mapping, in elements.
pub const MAX_ELEMENTS: usize = 5_000;
/// The most values in a text, with those that aliases repeat.
pub const MAX_NODES: usize = 100_000;

/// A value in the text.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where it stands; for a list or a mapping, its first line.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// What a value is.
#[derive(Debug, Clone)]
pub enum Kind {
    /// Nothing, `null` or `~`.
    Null,
    /// Text.
    Scalar(Scalar),
    /// A list.
    List(Vec<Node>),
    /// A mapping, in the author's order, without repeated keys.
    Map(Vec<(Key, Node)>),
}

/// A text.
#[derive(Debug, Clone)]
pub struct Scalar {
    /// The text: escapes are resolved, nothing is typed.
    pub text: String,
    /// Whether it was written without quotes or block signs.
    pub plain: bool,
}

/// A key of a mapping.
#[derive(Debug, Clone)]
pub struct Key {
    /// The key.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// Makes a source of a file's bytes, or reports why they are no text.
pub fn decode(name: &str, content: &[u8], sink: &mut Sink) -> Result<Source, Reported> {
    bytes::decode(name, content, sink)
}

/// Finds the first control character of a text: where it stands, and what to say of it.
pub fn control(text: &str) -> Option<(Span, Diagnostic)> {
    let found = bytes::control(text)?;
    let at = text.find(found).unwrap_or_default();
    Some((at..at + found.len_utf8(), trouble::control(found)))
}

/// Reads a text, reporting all that is wrong with it as YAML.
///
/// After a break in the structure nothing more can be read; repeated keys, tags, and
/// characters that cannot be printed are reported together.
pub fn read(source: &Source, sink: &mut Sink) -> Result<Node, Reported> {
    let text = source.text();
    bytes::check(source, sink)?;
    let mut options = Options::default();
    options.flow_nesting_limit = MAX_DEPTH;
    options.block_nesting_limit = MAX_DEPTH;
    options.emit_anchor_events = true;
    options.set_emit_comments(false);
    let mut builder = Builder::new(source);
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, span)) => {
                let start = span.start.byte_offset().unwrap_or_default();
                let end = span.end.byte_offset().unwrap_or_default().max(start);
                let tag = span.tag_start().and_then(|mark| mark.byte_offset());
                let at = At { span: start..end, tag: tag.unwrap_or(start) };
                if let Err(found) = builder.take(event, at) {
                    return Err(sink.error(found));
                }
            }
            Err(error) => return Err(sink.error(trouble::explain(source, &error))),
        }
    }
    builder.finish(sink)
}

impl Node {
    /// What this value is, for messages: `a list`.
    pub fn noun(&self) -> &'static str {
        match &self.kind {
            Kind::Null => "nothing",
            Kind::Scalar(_) => "text",
            Kind::List(_) => "a list",
            Kind::Map(_) => "a mapping",
        }
    }

    /// Where a stretch of this scalar's text stands in the source: as exactly as can be
    /// told where lines were folded or characters escaped.
    pub fn locate(&self, source: &Source, stretch: &Span) -> Span {
        let Kind::Scalar(Scalar { text, .. }) = &self.kind else {
            return self.span.clone();
        };
        let written = &source.text()[self.span.clone()];
        let Some(words) = text.get(stretch.clone()) else { return self.span.clone() };
        let words = words.lines().next().unwrap_or_default();
        let before = text[..stretch.start].matches(words).count();
        match written.match_indices(words).nth(before) {
            Some((at, _)) if !words.is_empty() => {
                let start = self.span.start + at;
                start..start + words.len()
            }
            _ => self.span.clone(),
        }
    }

    /// How many values this is, and how many bytes of text.
    fn size(&self) -> (usize, usize) {
        let add = |(nodes, bytes), one: &Node| {
            let (more, text) = one.size();
            (nodes + more, bytes + text)
        };
        match &self.kind {
            Kind::Null => (1, 0),
            Kind::Scalar(scalar) => (1, scalar.text.len()),
            Kind::List(list) => list.iter().fold((1, 0), add),
            Kind::Map(map) => map.iter().fold((1, 0), |size, (key, value)| {
                let (nodes, bytes) = add(size, value);
                (nodes, bytes + key.text.len())
            }),
        }
    }

    /// How many lists and mappings stand in each other at most.
    fn depth(&self) -> usize {
        match &self.kind {
            Kind::Null | Kind::Scalar(_) => 0,
            Kind::List(list) => 1 + list.iter().map(Self::depth).max().unwrap_or(0),
            Kind::Map(map) => 1 + map.iter().map(|it| it.1.depth()).max().unwrap_or(0),
        }
    }
}
