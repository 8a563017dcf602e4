//! The grammar of BibTeX and BibLaTeX files: records with fields, abbreviations taken out.
//!
//! What stands between records is a comment. A record that cannot be read is reported
//! and left out, and reading goes on at the next line that begins one. Nothing here is
//! recursive, and no value becomes longer than a limit.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::source::Source;
use crate::source::Span;

/// The longest that a value may become when its abbreviations are filled in, in bytes.
const MOST_VALUE: usize = 1 << 16;

/// The most that all abbreviations of a file may be filled in to, in bytes.
const MOST_FILLED: usize = 1 << 23;

/// After how many records that cannot be read the rest is left alone.
const MOST_TROUBLE: usize = 20;

/// The abbreviations that every file has: months, as numbers.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A record of a file.
#[derive(Debug, Clone)]
pub(super) struct Record {
    /// What it is, in small letters, as `article`.
    pub(super) kind: String,
    /// The key by which it is cited.
    pub(super) key: String,
    /// Where its type and its key stand.
    pub(super) span: Span,
    /// Where it ends.
    pub(super) end: usize,
    /// Values in LaTeX, by name in small letters.
    pub(super) fields: BTreeMap<String, String>,
}

/// Why a record cannot be read: where, and what to say.
struct Trouble {
    at: Span,
    found: &'static str,
    label: String,
    hint: &'static str,
}

/// Reads all records, and reports those that cannot be read.
pub(super) fn read(source: &Source, sink: &mut Sink) -> Vec<Record> {
    let (text, macros) = (source.text(), BTreeMap::new());
    let last = 0..0;
    let mut reader = Reader { source, text, at: 0, last, macros, filled: 0, sink };
    let mut records = Vec::new();
    let mut troubles = 0;
    while let Some(sign) = reader.text[reader.at..].find('@')
        && records.len() < super::MOST
    {
        let start = reader.at + sign;
        reader.at = start + 1;
        match reader.record(start) {
            Ok(record) => records.extend(record),
            Err(Trouble { at, found, label, hint }) => {
                let found = Diagnostic::new("bibtex-syntax", found).at(source, at);
                reader.sink.error(found.label(label).hint(hint));
                reader.skip(start + 1);
                troubles += 1;
                if troubles == MOST_TROUBLE {
                    break;
                }
            }
        }
    }
    records
}

/// A place in a file.
struct Reader<'a> {
    source: &'a Source,
    text: &'a str,
    at: usize,
    /// Where the last value in braces stands.
    last: Span,
    macros: BTreeMap<String, String>,
    /// How much abbreviations were filled in to.
    filled: usize,
    sink: &'a mut Sink,
}

impl<'a> Reader<'a> {
    /// A record that begins with the sign before this place; none of what is no record.
    fn record(&mut self, start: usize) -> Result<Option<Record>, Trouble> {
        self.space();
        let kind = self.word().to_lowercase();
        self.space();
        let close = match self.peek() {
            Some('{') if !kind.is_empty() => '}',
            Some('(') if !kind.is_empty() => ')',
            // An address for mail in a comment, say.
            _ => return Ok(None),
        };
        let open = self.at;
        if kind == "comment" || kind == "preamble" {
            if close == '}' {
                self.braced(open)?;
            }
            return Ok(None);
        }
        self.at += 1;
        self.last = open..open;
        let mut key = String::new();
        if kind != "string" {
            key = self.key(close);
        }
        let span = start..self.at.max(open + 1);
        self.space();
        let mut fields = BTreeMap::new();
        loop {
            self.eat(',');
            match self.field(close, (&kind, open)) {
                Ok(ControlFlow::Break(())) => break,
                Ok(ControlFlow::Continue((name, value))) if kind == "string" => {
                    self.macros.insert(name, value);
                }
                Ok(ControlFlow::Continue((name, value))) => {
                    fields.entry(name).or_insert(value);
                }
                Err(trouble) => return Err(trouble),
            }
        }
        let record = Record { kind, key, span, end: self.at, fields };
        Ok(Some(record).filter(|record| record.kind != "string"))
    }

    /// A name with its value; or the end of the record.
    fn field(
        &mut self,
        close: char,
        (kind, open): (&str, usize),
    ) -> Result<ControlFlow<(), (String, String)>, Trouble> {
        self.space();
        while self.eat(',') {
            self.space();
        }
        match self.peek() {
            Some(found) if found == close => {
                self.at += 1;
                return Ok(ControlFlow::Break(()));
            }
            None => return Err(unclosed(self.swallowing().unwrap_or(open))),
            Some('@') => {
                if let Some(open) = self.swallowing() {
                    return Err(unclosed(open));
                }
            }
            Some(_) => {}
        }
        let start = self.at;
        let name = self.word().to_lowercase();
        let after = self.at;
        self.space();
        if name.is_empty() || !self.eat('=') {
            let end = self.text.ceil_char_boundary(after.max(start + 1));
            let found = "a field of this file is not `name = {value}`";
            let label = format!("expected a name and `=` in this `@{kind}`");
            let hint = "write `name = {value},`: is a comma or a brace missing above?";
            return Err(Trouble { at: start..end, found, label, hint });
        }
        let value = self.value()?;
        Ok(ControlFlow::Continue((name, value)))
    }

    /// A value: pieces in braces or quotation marks, numbers and abbreviations, put
    /// together by `#`.
    fn value(&mut self) -> Result<String, Trouble> {
        let mut value = String::new();
        let start = self.at;
        loop {
            self.space();
            let at = self.at;
            match self.peek() {
                Some('{') => value.push_str(self.braced(at)?),
                Some('"') => value.push_str(self.quoted()?),
                _ => {
                    let word = self.word();
                    if word.is_empty() {
                        let end = self.text.ceil_char_boundary(at + 1);
                        let found = "a field of this file has no value";
                        let label = "expected `{`, `\"`, a number or an abbreviation";
                        let hint = "put its text into braces, as `title = {Logs},`";
                        let label = label.into();
                        return Err(Trouble { at: at..end, found, label, hint });
                    }
                    let expanded = self.expand(word, at..self.at);
                    self.filled += expanded.len();
                    value.push_str(&expanded);
                }
            }
            if value.len() > MOST_VALUE || self.filled > MOST_FILLED {
                let found = "a value of this file becomes longer than 64 KiB";
                let label = "it is not read".to_owned();
                let hint = "put long texts into the field itself";
                return Err(Trouble { at: start..self.at, found, label, hint });
            }
            self.space();
            if !self.eat('#') {
                return Ok(value);
            }
        }
    }

    /// What an abbreviation stands for.
    fn expand(&mut self, word: &str, place: Span) -> String {
        let name = word.to_lowercase();
        if word.chars().all(|it| it.is_ascii_digit()) {
            return word.to_owned();
        }
        if let Some(value) = self.macros.get(&name) {
            return value.clone();
        }
        if let Some(month) = MONTHS.iter().position(|month| *month == name) {
            return (month + 1).to_string();
        }
        let message = format!("the abbreviation `{word}` is not defined in this file");
        let found = Diagnostic::new("unknown-abbreviation", message);
        let hint = "define it with `@string` above, or put the text into braces";
        let found = found.at(self.source, place).label("printed as written");
        self.sink.warn(found.hint(hint));
        self.macros.insert(name, word.to_owned());
        word.to_owned()
    }

    /// What stands in braces; the brackets inside belong together.
    fn braced(&mut self, open: usize) -> Result<&'a str, Trouble> {
        let mut depth = 0_usize;
        for (offset, sign) in self.text[open..].bytes().enumerate() {
            match sign {
                b'{' => depth += 1,
                b'}' => depth -= 1,
                _ => continue,
            }
            if depth == 0 {
                self.at = open + offset + 1;
                self.last = open..self.at;
                return Ok(&self.text[open + 1..open + offset]);
            }
        }
        Err(unclosed(open))
    }

    /// What stands in quotation marks; those in braces are part of it.
    fn quoted(&mut self) -> Result<&'a str, Trouble> {
        let open = self.at;
        let mut depth = 0_usize;
        for (offset, sign) in self.text[open + 1..].bytes().enumerate() {
            match sign {
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                b'"' if depth == 0 => {
                    self.at = open + 1 + offset + 1;
                    return Ok(&self.text[open + 1..open + 1 + offset]);
                }
                _ => {}
            }
        }
        let found = "a quotation mark of this file is never closed";
        let hint = "close it before the comma at the end of the field";
        let label = "it opens here".into();
        Err(Trouble { at: open..open + 1, found, label, hint })
    }

    /// Where the last value opens, if it has fields in it: its own brace is not closed, and
    /// that of the record closes it.
    fn swallowing(&self) -> Option<usize> {
        let value = &self.text[self.last.clone()];
        let is_field = |line: &str| {
            let name = line.split_once('=').map_or("", |(name, _)| name.trim());
            !name.is_empty() && name.chars().all(|it| it.is_ascii_alphanumeric())
        };
        value.lines().skip(1).any(is_field).then_some(self.last.start)
    }

    /// The key of a record.
    fn key(&mut self, close: char) -> String {
        self.space();
        let rest = &self.text[self.at..];
        let end = rest.find(|it: char| it == ',' || it == close || it.is_whitespace());
        let key = &rest[..end.unwrap_or(rest.len())];
        // Some write no key: what looks like one is then the name of a field.
        if key.contains('=') || rest[key.len()..].trim_start().starts_with('=') {
            return String::new();
        }
        self.at += key.len();
        key.to_owned()
    }

    /// A run of letters, figures and signs that names have.
    fn word(&mut self) -> &'a str {
        let rest = &self.text[self.at..];
        let is_part =
            |it: char| it.is_alphanumeric() || "_-:.+/*'!&?$<>[]^`|;".contains(it);
        let end = rest.find(|it: char| !is_part(it)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// Goes past spaces, and past comments of TeX that fill the rest of a line.
    fn space(&mut self) {
        loop {
            let rest = &self.text[self.at..];
            self.at += rest.len() - rest.trim_start().len();
            if self.peek() != Some('%') {
                return;
            }
            let rest = &self.text[self.at..];
            self.at += rest.find('\n').unwrap_or(rest.len());
        }
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn eat(&mut self, sign: char) -> bool {
        let there = self.peek() == Some(sign);
        self.at += if there { sign.len_utf8() } else { 0 };
        there
    }

    /// Goes to the next line that begins a record.
    fn skip(&mut self, from: usize) {
        let rest = &self.text[from..];
        let mut at = from;
        for line in rest.split_inclusive('\n') {
            if at > from && line.trim_start().starts_with('@') {
                break;
            }
            at += line.len();
        }
        self.at = at;
    }
}

/// What to say of a brace without its partner.
fn unclosed(open: usize) -> Trouble {
    let found = "a brace of this file is never closed";
    let hint = "put a `}` where what it opens ends";
    Trouble { at: open..open + 1, found, label: "it opens here".into(), hint }
}
