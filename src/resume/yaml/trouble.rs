//! What is wrong with a text as YAML, in words for people who write résumés.

use granit_parser::ErrorKind;
use granit_parser::ScanError;

use crate::diag::Diagnostic;
use crate::source::Source;
use crate::source::Span;

/// How many lines back the reason for a break is looked for.
const MOST_LINES: usize = 200;

/// Explains why the parser stopped.
pub(super) fn explain(source: &Source, error: &ScanError) -> Diagnostic {
    let text = source.text();
    let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
    let at = text.floor_char_boundary(at);
    if let Some(tab) = tab_before(text, at) {
        let found = Diagnostic::new("tab", "a tab is used as indentation");
        return found.at(source, tab).hint("indent with spaces: two for each level");
    }
    match error.kind() {
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent => {
            let found = Diagnostic::new("unclosed-quote", "this quote is never closed");
            let hint =
                "put the same quote at the end; inside single quotes `'` is written `''`";
            found.at(source, open_quote(text, at)).hint(hint)
        }
        ErrorKind::UnclosedFlowCollection { open } => {
            let close = if *open == '[' { ']' } else { '}' };
            unclosed(source, at, (*open, close))
        }
        ErrorKind::UnexpectedEofFlowSequence => unclosed(source, at, ('[', ']')),
        ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping => unclosed(source, at, ('{', '}')),
        ErrorKind::RecursionLimitExceeded => {
            Diagnostic::new("too-deep", "found nesting of more than 64 levels")
                .at(source, one(text, at))
                .hint("split it up or shorten it: no résumé needs so much")
        }
        kind => structure(source, at, kind),
    }
}

/// A control character that was found; the caller knows where.
pub(super) fn control(found: char) -> Diagnostic {
    let point = u32::from(found);
    let name = if found == '\0' { " (NUL)" } else { "" };
    let message = format!("found the control character U+{point:04X}{name}");
    Diagnostic::new("control-character", message)
        .hint("remove it: it cannot be printed and may hide what is there")
}

/// A text in which nothing stands.
pub(super) fn empty(source: &Source) -> Diagnostic {
    Diagnostic::new("empty-file", "this file has nothing in it")
        .at(source, 0..0)
        .hint("begin with `name: Your Name`, or let `cvpdf new` write a start")
}

/// Breaks of the structure, which have a few common reasons.
fn structure(source: &Source, at: usize, kind: &ErrorKind) -> Diagnostic {
    let text = source.text();
    let Some((span, sign)) = unquoted(text, at) else {
        return match (kind, open_bracket(text, at)) {
            (
                ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement,
                Some(it),
            ) => unclosed(source, it.0, it.1),
            (ErrorKind::MappingValueNotAllowed, None) => colon(source, at),
            _ => layout(source, at, kind),
        };
    };
    let sign = if sign == '`' { "a backtick".into() } else { format!("`{sign}`") };
    let message = format!("a text that begins with {sign} needs quotes");
    let hint = "write it as '…', or start with another word";
    Diagnostic::new("needs-quotes", message).at(source, span).hint(hint)
}

/// A colon where no key can be: in a text, below a text, or after a line without one.
fn colon(source: &Source, at: usize) -> Diagnostic {
    let text = source.text();
    let start = line_start(text, at);
    let (key, above) = (&text[start..at], &text[..start]);
    let indent = |line: &str| line.len() - line.trim_start().len();
    let previous = above.trim_end();
    let previous = &previous[line_start(previous, previous.len())..];
    if key.contains(": ") || previous.is_empty() {
        return Diagnostic::new("colon-in-text", "a second `: ` in one line")
            .at(source, one(text, at))
            .hint("put a text with `: ` in it into quotes");
    }
    let here = start + indent(key)..at;
    if previous.contains(": ") {
        return Diagnostic::new("indentation", "a key stands below a text")
            .at(source, here)
            .label("indent it like the key above")
            .hint("if it is part of the text above, put all of it into quotes");
    }
    let from = previous.as_ptr() as usize - text.as_ptr() as usize;
    Diagnostic::new("colon-missing", "this line has no `: ` after its key")
        .at(source, from + indent(previous)..from + previous.len())
        .hint("write `key: value`, with a space after the colon")
}

/// Breaks of the structure that do not come from a sign at the start of a text.
fn layout(source: &Source, at: usize, kind: &ErrorKind) -> Diagnostic {
    let text = source.text();
    let (code, message, hint) = match kind {
        ErrorKind::InvalidColonPlacement | ErrorKind::InvalidMappingValueWhitespace => (
            "colon-in-text",
            "a colon stands where no key is",
            "put a text with `: ` in it into quotes",
        ),
        ErrorKind::UnknownAnchor => {
            ("alias", "no such alias", "put a text that begins with `*` into quotes")
        }
        ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::InvalidTrailingSingleQuotedScalar => (
            "text-after-quote",
            "there is more text after the closing quote",
            "put all of it into one pair of quotes; inside '…' a `'` is written `''`",
        ),
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidUnicodeEscape => (
            "escape",
            "a backslash in double quotes begins an escape, and this is none",
            "use single quotes, in which a backslash is just one, or write `\\\\`",
        ),
        ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => (
            "bracket",
            "brackets or commas do not fit together here",
            "close what was opened, in order; put a text with brackets or commas into quotes",
        ),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => (
            "colon-missing",
            "this line has no `:` after its key",
            "write `key: value`, or indent the line if it goes on with the text above",
        ),
        _ => (
            "indentation",
            "this does not fit with the lines above",
            "indent it like its neighbours: keys of one mapping, and all `-` of one list, \
             begin in the same column",
        ),
    };
    let at = if code == "escape" { escape(text, at) } else { at };
    Diagnostic::new(code, message).at(source, one(text, at)).hint(hint)
}

/// The backslash from a byte on that begins no escape.
fn escape(text: &str, at: usize) -> usize {
    let mut from = at;
    while let Some(found) = text[from..].find('\\') {
        let next = text[from + found + 1..].chars().next();
        if !next.is_some_and(|it| "0abt\tnvfre \"/\\N_LP\n".contains(it)) {
            return from + found;
        }
        from += found + 2;
    }
    at
}

fn unclosed(source: &Source, at: usize, (open, close): (char, char)) -> Diagnostic {
    let message = format!("this `{open}` is never closed");
    Diagnostic::new("unclosed-bracket", message)
        .at(source, opening(source.text(), at, &[open]))
        .hint(format!("put `{close}` where it ends, or quotes around it if it is text"))
}

/// The tab in the indentation of the line of a byte, or of the lines around it.
fn tab_before(text: &str, at: usize) -> Option<Span> {
    let here = line_start(text, at);
    let above = line_start(text, here.saturating_sub(1));
    let below = text[at..].find('\n').map_or(text.len(), |it| at + it + 1);
    [here, above, below].into_iter().find_map(|start| {
        let line = text[start..].lines().next().unwrap_or_default();
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let tab = line[..indent].find('\t')?;
        Some(start + tab..start + tab + 1)
    })
}

/// Where the line of a byte begins.
fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |it| it + 1)
}

/// The lines before a byte that begin a value, last first: where the value begins, and
/// the rest of its line.
fn values(text: &str, at: usize) -> impl Iterator<Item = (usize, &str)> {
    let lines = text[..at].split_inclusive('\n').rev().take(MOST_LINES);
    lines.filter_map(move |line| {
        let value = value(line.trim_end());
        let from = value.as_ptr() as usize - text.as_ptr() as usize;
        (!value.is_empty()).then_some((from, value))
    })
}

/// What stands in a line after its dashes and its key.
fn value(line: &str) -> &str {
    let mut value = line.trim_start();
    while let Some(rest) = value.strip_prefix("- ") {
        value = rest.trim_start();
    }
    match value.split_once(": ") {
        Some((key, rest))
            if key.chars().all(|it| it.is_alphanumeric() || "-_ ".contains(it)) =>
        {
            rest.trim_start()
        }
        _ => value,
    }
}

/// The quote before a byte that begins a value and is not closed in its line.
fn open_quote(text: &str, at: usize) -> Span {
    let end = text[at..].find('\n').map_or(text.len(), |it| at + it);
    let found = values(text, end).find(|(_, value)| {
        let quote = value.chars().next().filter(|it| matches!(it, '"' | '\''));
        quote.is_some_and(|quote| value.matches(quote).count() % 2 == 1)
    });
    found.map_or_else(|| opening(text, at, &['"', '\'']), |(at, _)| at..at + 1)
}

/// The bracket in the lines before that of a byte that begins a value and is not closed.
fn open_bracket(text: &str, at: usize) -> Option<(usize, (char, char))> {
    values(text, line_start(text, at)).find_map(|(from, value)| {
        let pair =
            [('[', ']'), ('{', '}')].into_iter().find(|it| value.starts_with(it.0))?;
        let inside = &text[from..at];
        (inside.matches(pair.0).count() > inside.matches(pair.1).count())
            .then_some((from, pair))
    })
}

/// The sign with which a text begins that YAML takes for something else: in the line of
/// a byte, at the start of a value.
fn unquoted(text: &str, at: usize) -> Option<(Span, char)> {
    let start = line_start(text, at);
    let line = text[start..].lines().next().unwrap_or_default();
    let value = value(line);
    let sign = value.chars().next()?;
    let from = start + line.len() - value.len();
    let special = match sign {
        '@' | '`' | '%' | '*' | '&' | '!' | '|' | '>' => true,
        // A list or mapping with something behind it, as in `[link](address) and more`.
        '[' | '{' => at > from && !value.trim_end().ends_with([']', '}', ',', '[', '{']),
        _ => false,
    };
    special.then(|| (from..from + value.trim_end().len(), sign))
}

/// The last of some signs before a byte that opens something, or the byte.
fn opening(text: &str, at: usize, signs: &[char]) -> Span {
    let here = text[at..].starts_with(signs);
    match if here { Some(at) } else { text[..at].rfind(signs) } {
        Some(found) => found..found + 1,
        None => one(text, at),
    }
}

/// The character at a byte; at the end of a line or the text, nothing.
fn one(text: &str, at: usize) -> Span {
    let width =
        text[at..].chars().next().filter(|it| *it != '\n').map_or(0, char::len_utf8);
    at..at + width
}
