//! A text that a person wrote: its name, its lines, and where each field stands.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use std::sync::OnceLock;

/// A stretch of a source's text, in bytes.
pub type Span = Range<usize>;

/// A file's text with the name to show for it.
///
/// Cloning is cheap: diagnostics carry the source that they point into.
#[derive(Debug, Clone)]
pub struct Source(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    name: String,
    text: String,
    lines: Vec<usize>,
    fields: OnceLock<BTreeMap<FieldPath, Span>>,
}

/// The way to a field, as in `sections.experience[2].date`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(transparent)]
pub struct FieldPath(String);

/// Where a byte stands, as editors count: lines and columns from 1, columns in
/// characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
}

impl Source {
    /// Makes a source of a file's display name and its text.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let (name, text) = (name.into(), text.into());
        let starts = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(starts).collect();
        Self(Arc::new(Inner { name, text, lines, fields: OnceLock::new() }))
    }

    /// The name to show for this source: a path as the author gave it.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// The position of a byte; a byte past the end is the end.
    pub fn position(&self, byte: usize) -> Position {
        let byte = self.0.text.floor_char_boundary(byte);
        let line = self.0.lines.partition_point(|start| *start <= byte);
        let start = self.0.lines[line - 1];
        Position { line, column: self.0.text[start..byte].chars().count() + 1 }
    }

    /// The byte at which a line (from 1) begins; the end of the text if there is none.
    pub fn line_start(&self, line: usize) -> usize {
        let text_end = self.0.text.len();
        self.0.lines.get(line.saturating_sub(1)).copied().unwrap_or(text_end)
    }

    /// Remembers where each field stands; what was remembered first stays.
    pub fn remember(&self, fields: BTreeMap<FieldPath, Span>) {
        self.0.fields.get_or_init(|| fields);
    }

    /// Where a field stands, if the text has it.
    pub fn find(&self, path: &FieldPath) -> Option<Span> {
        self.0.fields.get()?.get(path).cloned()
    }
}

impl FieldPath {
    /// The path of the whole text.
    pub fn root() -> Self {
        Self(String::new())
    }

    /// The path of a key below this one.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        if self.0.is_empty() { Self(key.into()) } else { Self(format!("{self}.{key}")) }
    }

    /// The path of a list's element below this one, counted from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{self}[{index}]"))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for FieldPath {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, byte: usize, line: usize, column: usize) {
        assert_eq!(Source::new("x", text).position(byte), Position { line, column });
    }

    #[test]
    fn positions_count_lines_and_characters_from_one() {
        check("", 0, 1, 1);
        check("ab\ncd", 2, 1, 3);
        check("ab\ncd", 3, 2, 1);
        check("é\nñx", 5, 2, 2);
        check("é\nñx", 99, 2, 3);
    }

    #[test]
    fn paths_read_like_the_yaml_they_point_into() {
        let path =
            FieldPath::root().key("sections").key("experience").index(2).key("date");
        assert_eq!(path.as_str(), "sections.experience[2].date");
    }
}
