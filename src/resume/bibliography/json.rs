//! JSON as a tree in which every value knows where it stands.

use serde_json::Value;

use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::resume::yaml::Key;
use crate::resume::yaml::Kind;
use crate::resume::yaml::Node;
use crate::resume::yaml::Scalar;
use crate::source::Source;
use crate::source::Span;

/// Reads a file, or reports where it is no JSON.
///
/// Numbers and truth values are scalars without quotes, as written.
pub(super) fn read(source: &Source, sink: &mut Sink) -> Option<Node> {
    let text = source.text();
    // What is no JSON, or is nested too deeply, goes no further.
    if let Err(error) = serde_json::from_str::<Value>(text) {
        let line = source.line_start(error.line());
        let column = error.column().saturating_sub(1);
        let at = text.floor_char_boundary((line + column).min(text.len()));
        let words = error.to_string();
        let words = words.split(" at line").next().unwrap_or_default();
        let message = format!("this file is not JSON: {words}");
        let found = Diagnostic::new("csl-syntax", message);
        sink.error(found.at(source, at..text.ceil_char_boundary(at + 1)));
        return None;
    }
    Some(Reader { text, at: 0 }.value())
}

/// A place in a text that is known to be JSON.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn value(&mut self) -> Node {
        self.space();
        let start = self.at;
        let kind = match self.peek() {
            Some(b'"') => Kind::Scalar(Scalar { text: self.string(), plain: false }),
            Some(b'[') => Kind::List(self.list()),
            Some(b'{') => Kind::Map(self.map()),
            _ => self.word(),
        };
        let end = match kind {
            // A list or a mapping is shown by where it begins.
            Kind::List(_) | Kind::Map(_) => start + 1,
            Kind::Null | Kind::Scalar(_) => self.at,
        };
        Node { span: start..end, kind }
    }

    fn list(&mut self) -> Vec<Node> {
        let mut list = Vec::new();
        while self.goes_on(b']') {
            list.push(self.value());
        }
        list
    }

    fn map(&mut self) -> Vec<(Key, Node)> {
        let mut map = Vec::new();
        while self.goes_on(b'}') {
            let start = self.at;
            let text = self.string();
            let span: Span = start..self.at;
            self.space();
            self.at += 1;
            map.push((Key { text, span }, self.value()));
        }
        map
    }

    /// Goes past a bracket or a comma to the next element; not if there is none.
    fn goes_on(&mut self, close: u8) -> bool {
        self.space();
        let end = |found: Option<u8>| found.is_none_or(|found| found == close);
        let ended = end(self.peek());
        self.at = (self.at + 1).min(self.text.len());
        self.space();
        let empty = !ended && self.peek() == Some(close);
        self.at += usize::from(empty);
        !ended && !empty
    }

    /// A text; its escapes are resolved.
    fn string(&mut self) -> String {
        let rest = &self.text.as_bytes()[self.at..];
        let mut escaped = false;
        let close = rest.iter().skip(1).position(|byte| {
            let closes = *byte == b'"' && !escaped;
            escaped = *byte == b'\\' && !escaped;
            closes
        });
        let end = close.map_or(self.text.len(), |at| self.at + at + 2);
        let written = &self.text[self.at..end];
        self.at = end;
        serde_json::from_str(written).unwrap_or_default()
    }

    /// A number, a truth value, or nothing.
    fn word(&mut self) -> Kind {
        let rest = &self.text[self.at..];
        let is_end = |it: char| matches!(it, ',' | ']' | '}') || it.is_ascii_whitespace();
        let word = &rest[..rest.find(is_end).unwrap_or(rest.len())];
        self.at += word.len();
        match word {
            "null" => Kind::Null,
            _ => Kind::Scalar(Scalar { text: word.to_owned(), plain: true }),
        }
    }

    fn space(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_ascii_start().len();
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A tree in one line.
    fn outline(node: &Node) -> String {
        let all = |parts: Vec<String>| parts.join(" ");
        match &node.kind {
            Kind::Null => "-".to_owned(),
            Kind::Scalar(Scalar { text, plain: true }) => text.clone(),
            Kind::Scalar(Scalar { text, plain: false }) => format!("{text:?}"),
            Kind::List(list) => format!("[{}]", all(list.iter().map(outline).collect())),
            Kind::Map(map) => {
                let one = |(key, node): &(Key, Node)| {
                    format!("{}@{}={}", key.text, key.span.start, outline(node))
                };
                format!("{{{}}}", all(map.iter().map(one).collect()))
            }
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let source = Source::new("x.json", text);
        let node = read(&source, &mut Sink::default());
        assert_eq!(node.as_ref().map(outline).as_deref(), Some(expected), "{text}");
    }

    #[test]
    fn values_are_read_with_their_places() {
        check(
            r#" {"a" : [1, -2.5e3 ,true,null], "b":{}} "#,
            "{a@2=[1 -2.5e3 true -] b@32={}}",
        );
        check(r#"["\"", "\\", "a\\\"b", "\u00e9\n"]"#, r#"["\"" "\\" "a\\\"b" "é\n"]"#);
        check("[ ]", "[]");
        check("[[],[[]],{}]", "[[] [[]] {}]");
        check("3", "3");
    }
}
