//! Bytes that are no text, and characters that no text has.

use super::Case;
use super::Input::After;
use super::Input::Made;
use super::Input::Whole;
use super::case;

/// A text in another encoding, with a mark of its byte order or without.
fn utf16(mark: &[u8], unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let units = "name: Ada\nheadline: Analyst\n".encode_utf16().flat_map(unit);
    mark.iter().copied().chain(units).collect()
}

pub(super) const CASES: &[Case] = &[
    case("an empty file", Whole(""), "empty-file 1:1"),
    case("a file of spaces", Whole("   \n\n  \n"), "empty-file 1:1"),
    case("a file of comments", Whole("# a\n# b\n"), "empty-file 1:1"),
    case("a mark of byte order and nothing else", Whole("\u{feff}"), "empty-file 1:1"),
    case(
        "UTF-16, little end first",
        Made(|| utf16(b"\xff\xfe", u16::to_le_bytes)),
        "not-utf-8 1:1",
    ),
    case(
        "UTF-16, big end first",
        Made(|| utf16(b"\xfe\xff", u16::to_be_bytes)),
        "not-utf-8 1:1",
    ),
    case(
        "UTF-16 without a mark",
        Made(|| utf16(b"", u16::to_le_bytes)),
        "control-character 1:2",
    ),
    case("UTF-32", Made(|| b"\xff\xfe\0\0n\0\0\0a\0\0\0".to_vec()), "not-utf-8 1:1"),
    case(
        "Latin-1",
        Made(|| b"name: Ada\nheadline: caf\xe9\n".to_vec()),
        "not-utf-8 2:14",
    ),
    case(
        "Windows-1252",
        Made(|| b"name: Ada\nheadline: \x93quoted\x94\n".to_vec()),
        "not-utf-8 2:11",
    ),
    case(
        "a byte of UTF-8 that is too many",
        Made(|| b"name: Ada\nheadline: \xc3\xc3\xa9\n".to_vec()),
        "not-utf-8 2:11",
    ),
    case(
        "an overlong form",
        Made(|| b"name: Ada\nheadline: \xc0\xaf\n".to_vec()),
        "not-utf-8 2:11",
    ),
    case(
        "half of a pair",
        Made(|| b"name: Ada\nheadline: \xed\xa0\x80\n".to_vec()),
        "not-utf-8 2:11",
    ),
    case(
        "beyond the last character",
        Made(|| b"name: Ada\nheadline: \xf5\x80\x80\x80\n".to_vec()),
        "not-utf-8 2:11",
    ),
    case(
        "a character that is cut off",
        Made(|| b"name: Ada\xe2\x82".to_vec()),
        "not-utf-8 1:10",
    ),
    case("a NUL", After("headline: a\0b\n"), "control-character 2:12"),
    case("a NUL as an escape", After("headline: \"a\\0b\"\n"), "control-character 2:11"),
    case("a bell", After("headline: a\u{7}b\n"), "control-character 2:12"),
    case("an escape", After("headline: a\u{1b}[31mb\n"), "control-character 2:12"),
    case(
        "an escape as an escape",
        After("headline: \"a\\e[31mb\"\n"),
        "control-character 2:11",
    ),
    case("a vertical tab", After("headline: a\u{b}b\n"), "control-character 2:12"),
    case("a form feed", After("headline: a\u{c}b\n"), "control-character 2:12"),
    case("a delete", After("headline: a\u{7f}b\n"), "control-character 2:12"),
    case(
        "a control of the upper set",
        After("headline: a\u{9b}31mb\n"),
        "control-character 2:12",
    ),
    case(
        "a control in a key",
        After("\"head\\u0001line\": a\n"),
        "control-character 2:1, unknown-key 2:1",
    ),
    case(
        "an override of direction",
        After("headline: a\u{202e}b\n"),
        "direction-mark 2:12",
    ),
    case(
        "an isolate that is left open",
        After("headline: a\u{2067}b\n"),
        "direction-mark 2:12",
    ),
    case(
        "letters of no width",
        After("headline: a\u{200b}b\n"),
        "invisible-character 2:12",
    ),
    case(
        "tag characters",
        After("headline: a\u{e0041}\u{e0042}b\n"),
        "tag-character 2:12",
    ),
    case("a private character", After("headline: a\u{e123}b\n"), "missing-glyph 2:12"),
    case("no character", After("headline: a\u{ffff}b\n"), "indentation 2:11"),
    case(
        "letters that look like others",
        After("headline: p\u{430}ypal\n"),
        "look-alike 2:11",
    ),
    case(
        "a PDF",
        Made(|| b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n".to_vec()),
        "not-utf-8 2:2",
    ),
    case(
        "an archive",
        Made(|| b"PK\x03\x04\x14\0\x08\0\x08\0".to_vec()),
        "control-character 1:3",
    ),
    case(
        "a program",
        Made(|| b"\x7fELF\x02\x01\x01\0\0\0".to_vec()),
        "control-character 1:1",
    ),
    case("only old line ends", Whole("name: Ada\rnmae: Eva\r"), "unknown-key 1:11"),
    case(
        "line ends of two signs",
        Whole("name: Ada\r\nnmae: Eva\r\n"),
        "unknown-key 2:1",
    ),
];
