//! Printing: diagnostics and outcomes, for people or as JSON. Nothing else prints.

use std::fmt::Write as _;
use std::io::Write as _;
use std::ops::Range;

use codespan_reporting::diagnostic as codespan;
use codespan_reporting::files::Error;
use codespan_reporting::files::Files;
use codespan_reporting::term;
use codespan_reporting::term::termcolor::Buffer;
use indicatif::ProgressBar;
use indicatif::ProgressStyle;
use serde_json::Value;
use serde_json::json;

use crate::batch::Told;
use crate::diag::Diagnostic;
use crate::diag::Place;
use crate::diag::Severity;
use crate::diag::Sink;
use crate::system;

/// How many errors of one run are shown in full.
const SHOWN: usize = 20;

/// The longest line that is shown whole; of longer ones, the part around the place.
const LINE: usize = 160;

/// Who is told, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// A person, in words on standard error.
    Person,
    /// A machine, as JSON on standard output.
    Machine,
}

/// Where a command says what it has to say.
#[derive(Debug)]
pub struct Report {
    audience: Audience,
    colour: bool,
    strict: bool,
    progress: Option<ProgressBar>,
    broken: Option<anyhow::Error>,
}

/// How diagnostics are told that come from another process.
#[derive(Debug, Clone, Copy)]
pub struct Teller(Audience);

impl Teller {
    /// A diagnostic as the report tells it.
    pub fn told(self, diagnostic: &Diagnostic, colour: bool) -> Told {
        let text = match self.0 {
            Audience::Person => {
                String::from_utf8_lossy(&excerpt(diagnostic, colour)).into_owned()
            }
            Audience::Machine => String::new(),
        };
        Told { record: record(diagnostic), text }
    }
}

impl Report {
    /// Makes a report for somebody; `strict` turns warnings into errors.
    pub fn new(audience: Audience, strict: bool) -> Self {
        Self {
            audience,
            colour: system::env::colour(),
            strict,
            progress: None,
            broken: None,
        }
    }

    /// Whether a machine is told.
    pub fn is_for_machine(&self) -> bool {
        self.audience == Audience::Machine
    }

    /// Whether warnings are errors.
    pub fn is_strict(&self) -> bool {
        self.strict
    }

    /// Tells all that a sink collected, and whether an error is among it.
    pub fn tell(&mut self, sink: &mut Sink) -> Result<(), crate::diag::Reported> {
        if self.strict {
            sink.warnings_are_errors();
        }
        let diagnostics = sink.in_order();
        match self.audience {
            Audience::Person => self.tell_person(&diagnostics),
            Audience::Machine => {
                for one in &diagnostics {
                    self.print_record(&record(one));
                }
            }
        }
        sink.extend(diagnostics);
        let outcome = sink.reported();
        sink.take();
        outcome.map_or(Ok(()), Err)
    }

    fn tell_person(&self, diagnostics: &[Diagnostic]) {
        for diagnostic in diagnostics.iter().take(SHOWN) {
            self.print(&excerpt(diagnostic, self.colour));
        }
        if let Some(more) = diagnostics.len().checked_sub(SHOWN).filter(|more| *more > 0)
        {
            self.print(format!("… and {more} more like these\n").as_bytes());
        }
    }

    /// Says a line to a person; a machine is not told.
    pub fn say(&self, line: &str) {
        if self.audience == Audience::Person {
            self.print(format!("{}\n", escape(line)).as_bytes());
        }
    }

    /// Clears the terminal of a person who looks at one.
    pub fn clear(&self) {
        if self.audience == Audience::Person && system::env::stderr_is_terminal() {
            print(b"\x1b[2J\x1b[3J\x1b[H");
        }
    }

    /// Adds a record for a machine; a person is not told.
    #[expect(clippy::needless_pass_by_value, reason = "records are made for this")]
    pub fn record(&mut self, record: Value) {
        if self.audience == Audience::Machine {
            self.print_record(&record);
        }
    }

    /// How diagnostics are told that come from another process: as this report would.
    pub fn teller(&self) -> Teller {
        Teller(self.audience)
    }

    /// Tells a person what another process has to say; a machine is told in records.
    pub fn pass_on(&self, told: &[Told]) {
        if self.audience == Audience::Person {
            for one in told {
                self.print(one.text.as_bytes());
            }
        }
    }

    /// Whether people see progress as a bar: their terminal shows one.
    pub fn shows_progress(&self) -> bool {
        self.audience == Audience::Person && system::env::stderr_is_terminal()
    }

    /// Begins to show progress towards so many of something; what is said meanwhile
    /// stands above it. Whoever has no terminal sees none.
    pub fn begin_progress(&mut self, count: usize) {
        if !self.shows_progress() {
            return;
        }
        let style =
            ProgressStyle::with_template("{wide_bar} {pos}/{len}, {per_sec}, {eta} left");
        let bar = ProgressBar::new(count as u64);
        self.progress =
            Some(bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())));
    }

    /// Shows that one more is done.
    pub fn progress(&self) {
        if let Some(bar) = &self.progress {
            bar.inc(1);
        }
    }

    /// Takes the bar away.
    pub fn end_progress(&mut self) {
        if let Some(bar) = self.progress.take() {
            bar.finish_and_clear();
        }
    }

    /// Writes to standard error, above the bar if there is one.
    fn print(&self, bytes: &[u8]) {
        match &self.progress {
            Some(bar) => bar.suspend(|| print(bytes)),
            None => print(bytes),
        }
    }

    /// Prints a record at once, so that whoever reads need not wait for the end.
    fn print_record(&mut self, record: &Value) {
        if let Err(error) = system::files::write_stdout(format!("{record}\n").as_bytes())
        {
            self.broken.get_or_insert(error);
        }
    }

    /// Tells of trouble with the machine: what, then why.
    pub fn trouble(&mut self, error: &anyhow::Error) {
        let mut text = format!("error: {}\n", escape(&error.to_string()));
        for cause in error.chain().skip(1) {
            let _ = writeln!(text, "  because {}", escape(&cause.to_string()));
        }
        match self.audience {
            Audience::Person => self.print(text.as_bytes()),
            Audience::Machine => {
                let causes: Vec<String> =
                    error.chain().skip(1).map(ToString::to_string).collect();
                self.print_record(&json!({
                    "severity": "error", "code": "machine",
                    "message": error.to_string(), "hints": causes,
                }));
            }
        }
    }

    /// Says whether all that machines were told has reached them.
    pub fn finish(&mut self) -> anyhow::Result<()> {
        self.broken.take().map_or(Ok(()), Err)
    }
}

/// Writes to standard error.
#[expect(clippy::disallowed_methods, reason = "nothing else speaks to people")]
fn print(bytes: &[u8]) {
    // Nobody is left to be told when standard error is closed.
    let _ = std::io::stderr().lock().write_all(bytes);
}

/// A diagnostic as JSON; lines and columns count from 1, columns in characters.
pub fn record(diagnostic: &Diagnostic) -> Value {
    let Diagnostic { severity, code, message, place, hints } = diagnostic;
    let mut record = json!({
        "severity": name(*severity), "code": code, "message": message, "hints": hints,
    });
    if let Some(Place { source, span, label }) = place {
        let (start, end) = (source.position(span.start), source.position(span.end));
        record["file"] = json!(source.name());
        record["line"] = json!(start.line);
        record["column"] = json!(start.column);
        record["end_line"] = json!(end.line);
        record["end_column"] = json!(end.column);
        record["label"] = json!(label);
    }
    record
}

fn name(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// A diagnostic with an excerpt of the text that it is about.
fn excerpt(diagnostic: &Diagnostic, colour: bool) -> Vec<u8> {
    let Diagnostic { severity, code: _, message, place, hints } = diagnostic;
    let severity = match severity {
        Severity::Note => codespan::Severity::Note,
        Severity::Warning => codespan::Severity::Warning,
        Severity::Error => codespan::Severity::Error,
    };
    let mut shown = codespan::Diagnostic::new(severity)
        .with_message(escape(message))
        .with_notes(hints.iter().map(|hint| escape(hint)).collect());
    let page = place.as_ref().map(Page::new).unwrap_or_default();
    if let Some(place) = place {
        let label = codespan::Label::primary((), page.span.clone());
        shown = shown.with_labels(vec![label.with_message(escape(&place.label))]);
    }
    let mut buffer = if colour { Buffer::ansi() } else { Buffer::no_color() };
    let config = term::Config { tab_width: 1, ..term::Config::default() };
    // Writing to memory cannot fail, and the page has every line that is asked for.
    let _ = term::emit_to_write_style(&mut buffer, &config, &page, &shown);
    buffer.into_inner()
}

/// The lines around a place, with nothing in them that could move a terminal's cursor.
#[derive(Default)]
struct Page {
    name: String,
    text: String,
    line: usize,
    column: usize,
    span: Range<usize>,
}

impl Page {
    /// Takes the first line of the place; of a long one the part around it.
    fn new(place: &Place) -> Self {
        let Place { source, span, label: _ } = place;
        let position = source.position(span.start);
        let start = source.line_start(position.line);
        let line = source.text()[start..].lines().next().unwrap_or_default();
        let in_line = |byte: usize| line.floor_char_boundary(byte.saturating_sub(start));
        let (from, to) = (in_line(span.start), in_line(span.end.max(span.start)));
        let cut = cut(line, from);
        let (from, to) = (from.clamp(cut.start, cut.end), to.clamp(cut.start, cut.end));
        let before = escape(&line[cut.start..from]);
        let marked = escape(&line[from..to]);
        let after = escape(&line[to..cut.end]);
        let head = if cut.start > 0 { "…" } else { "" };
        let tail = if cut.end < line.len() { "…" } else { "" };
        let first = head.len() + before.len();
        Self {
            name: escape(source.name()),
            text: format!("{head}{before}{marked}{after}{tail}"),
            line: position.line,
            column: position.column,
            span: first..first + marked.len(),
        }
    }
}

/// The part of a line to show around a byte of it.
fn cut(line: &str, around: usize) -> Range<usize> {
    if line.len() <= LINE {
        return 0..line.len();
    }
    let start = line.floor_char_boundary(around.saturating_sub(LINE / 3));
    start..line.floor_char_boundary(start + LINE)
}

impl<'a> Files<'a> for Page {
    type FileId = ();
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(&self.name)
    }

    fn source(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(&self.text)
    }

    fn line_index(&'a self, (): (), _: usize) -> Result<usize, Error> {
        Ok(0)
    }

    fn line_number(&'a self, (): (), _: usize) -> Result<usize, Error> {
        Ok(self.line)
    }

    fn column_number(&'a self, (): (), _: usize, _: usize) -> Result<usize, Error> {
        Ok(self.column)
    }

    fn line_range(&'a self, (): (), _: usize) -> Result<Range<usize>, Error> {
        Ok(0..self.text.len())
    }
}

/// The text with control and direction characters made visible.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\t' => safe.push(' '),
            _ if is_unsafe(char) => safe.extend(char.escape_unicode()),
            _ => safe.push(char),
        }
    }
    safe
}

/// Whether a terminal could take this character for an order.
fn is_unsafe(char: char) -> bool {
    let turns = matches!(char, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let hides = matches!(
        char,
        '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
    );
    char.is_control() || turns || hides
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn shown(diagnostic: &Diagnostic) -> String {
        String::from_utf8(excerpt(diagnostic, false)).expect("excerpts are text")
    }

    fn error(text: &str, span: Range<usize>, label: &str) -> Diagnostic {
        let source = Source::new("resumes/alice.yaml", text);
        let mut sink = Sink::default();
        sink.error(Diagnostic::new("test", "message").at(&source, span).label(label));
        sink.take().remove(0)
    }

    #[test]
    fn an_error_shows_its_line_as_in_the_manual() {
        let shown = shown(&error(
            "name: A\ncontact:\n  emial: a\n",
            19..24,
            "did you mean `email`?",
        ));
        let expected = "error: message
  ┌─ resumes/alice.yaml:3:3
  │
3 │   emial: a
  │   ^^^^^ did you mean `email`?

";
        assert_eq!(shown, expected);
    }

    #[test]
    fn control_characters_never_reach_the_terminal() {
        let shown = shown(&error("na\u{1b}[31mme: \u{202e}A", 0..2, "\u{7}"));
        assert!(!shown.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{shown:?}");
        assert!(shown.contains("\\u{1b}[31m"));
    }

    #[test]
    fn of_a_long_line_the_part_around_the_place_is_shown() {
        let text = format!("{}here{}", "a".repeat(5000), "b".repeat(5000));
        let shown = shown(&error(&text, 5000..5004, "this"));
        assert!(
            shown.contains("…a") && shown.contains("b…") && shown.contains("^^^^ this")
        );
        assert!(shown.len() < 1000);
    }
}
