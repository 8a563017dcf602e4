//! From bytes to text: encodings, sizes, and characters that no text has.

use super::MAX_TEXT;
use super::trouble;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::source::Source;

/// Makes a source of a file's bytes, or reports why they are no text.
pub(super) fn decode(
    name: &str,
    content: &[u8],
    sink: &mut Sink,
) -> Result<Source, Reported> {
    if content.len() > MAX_TEXT {
        return Err(too_large(&Source::new(name, ""), content.len(), sink));
    }
    match String::from_utf8(content.to_vec()) {
        Ok(text) => Ok(Source::new(name, text)),
        Err(error) => {
            let (text, at, encoding) = guess(content, error.utf8_error().valid_up_to());
            let source = Source::new(name, text);
            let message = format!("this file is not UTF-8: it looks like {encoding}");
            Err(sink.error(
                Diagnostic::new("not-utf-8", message)
                    .at(&source, at..at)
                    .label("from here on")
                    .hint("save it as UTF-8 in the editor, or convert it with `iconv`"),
            ))
        }
    }
}

/// Reports a text that is too long, and control characters in it.
pub(super) fn check(source: &Source, sink: &mut Sink) -> Result<(), Reported> {
    let text = source.text();
    if text.len() > MAX_TEXT {
        return Err(too_large(source, text.len(), sink));
    }
    match control(text.strip_prefix('\u{FEFF}').unwrap_or(text)) {
        None => Ok(()),
        Some(found) => {
            let at = text.find(found).unwrap_or_default();
            let span = at..at + found.len_utf8();
            Err(sink.error(trouble::control(found).at(source, span)))
        }
    }
}

/// The first control character of a text, besides tabs and line ends.
pub(super) fn control(text: &str) -> Option<char> {
    // Most texts have none: look at bytes before looking at characters.
    let suspect = |byte: &u8| matches!(byte, 0..=8 | 11..=12 | 14..=31 | 0x7F | 0xC2);
    if !text.as_bytes().iter().any(suspect) {
        return None;
    }
    text.chars().find(|found| found.is_control() && !matches!(found, '\t' | '\n' | '\r'))
}

fn too_large(source: &Source, size: usize, sink: &mut Sink) -> Reported {
    let size = size.div_ceil(1024);
    let message =
        format!("this file has {size} KiB, more than the 1024 KiB that are read");
    let end = source.line_start(2);
    let span = 0..source.text()[..end].trim_end().len().min(80);
    let span = 0..source.text().floor_char_boundary(span.end);
    sink.error(
        Diagnostic::new("too-large", message)
            .at(source, span)
            .hint("is this the right file? a résumé of ten pages has 40 KiB"),
    )
}

/// Guesses the encoding of bytes that are not UTF-8: the text to show, the byte in it
/// from which on it is not UTF-8, and the encoding's name.
fn guess(content: &[u8], valid: usize) -> (String, usize, &'static str) {
    let wide = |make: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let units: Vec<u16> =
            bytes.chunks_exact(2).map(|it| make([it[0], it[1]])).collect();
        printable(&String::from_utf16_lossy(&units))
    };
    match content {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => (String::new(), 0, "UTF-32"),
        [0xFF, 0xFE, rest @ ..] => {
            (wide(u16::from_le_bytes, rest), 0, "UTF-16 (little endian)")
        }
        [0xFE, 0xFF, rest @ ..] => {
            (wide(u16::from_be_bytes, rest), 0, "UTF-16 (big endian)")
        }
        _ => {
            let encoding = match content[valid] {
                0x80..=0x9F => "Windows-1252",
                0xC0 | 0xC1 => "a damaged file",
                0xED..=0xFF if content.get(valid + 1).is_some_and(|it| *it >= 0x80) => {
                    "a damaged file"
                }
                _ => "Latin-1",
            };
            let text: String = content.iter().map(|byte| char::from(*byte)).collect();
            // Before `valid` the text is UTF-8, which Latin-1 would show as rubbish.
            let start = String::from_utf8_lossy(&content[..valid]).into_owned();
            let at = start.len();
            let rest: String = text.chars().skip(valid).collect();
            (start + &printable(&rest), at, encoding)
        }
    }
}

/// The text without control characters: it is only shown.
fn printable(text: &str) -> String {
    let shown = |it: char| if it.is_control() && it != '\n' { '\u{FFFD}' } else { it };
    text.chars().map(shown).collect()
}
