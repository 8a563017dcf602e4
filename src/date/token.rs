//! The letters and pieces of a written date: folding away case, accents and other
//! alphabets' digits, and cutting into numbers, words and marks.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_compatible;
use unicode_normalization::char::is_combining_mark;

/// A piece of a folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A number, and with how many digits it was written.
    Number(u32, usize),
    /// Letters.
    Word(&'a str),
    /// The letter that may end a number: of an ordinal (`1st`), or a sign for a year,
    /// month or day (`2013年8月`).
    Ending(&'a str),
    /// Any other character but a space.
    Mark(char),
}

/// Folds a text: lower case, no accents, European digits, single spaces, `-` for hyphens,
/// `–` for all longer dashes.
pub(super) fn fold(text: &str) -> String {
    let text: String = text.nfkd().flat_map(fold_char).nfc().collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.contains("--") {
        text.replace("---", "–").replace("--", "–")
    } else {
        text
    }
}

/// Folds a word of a table; most are folded already.
pub(super) fn folded(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii_lowercase() || b == b' ') {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(fold(word))
    }
}

/// Folds one decomposed character into none, one or more.
fn fold_char(c: char) -> impl Iterator<Item = char> {
    let c = match c {
        // Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic, the
        // Devanagari nukta. Marks of other scripts are letters to their readers.
        '\u{300}'..='\u{36F}'
        | '\u{591}'..='\u{5C7}'
        | '\u{64B}'..='\u{65F}'
        | '\u{93C}'
            if is_combining_mark(c) =>
        {
            None
        }
        // Marks of direction, joiners, soft hyphens.
        '\u{AD}'
        | '\u{61C}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}' => None,
        'ı' => Some('i'),
        'ø' | 'Ø' => Some('o'),
        'ł' | 'Ł' => Some('l'),
        'ς' => Some('σ'),
        'ي' | 'ى' => Some('ی'),
        'ك' => Some('ک'),
        '\u{2010}'..='\u{2012}' | '\u{2212}' | '־' => Some('-'),
        '\u{2013}'..='\u{2015}' | '~' | '〜' | '∼' => Some('–'),
        '’' | '‘' | 'ʼ' | '′' | '׳' | '´' | '`' => Some('\''),
        '॰' | '。' => Some('.'),
        '،' | '、' => Some(','),
        // The digits of Arabic, Persian and Devanagari.
        '\u{660}'..='\u{669}' => digit(c, '\u{660}'),
        '\u{6F0}'..='\u{6F9}' => digit(c, '\u{6F0}'),
        '\u{966}'..='\u{96F}' => digit(c, '\u{966}'),
        c => Some(c),
    };
    // Lower case may bring an accent of its own (İ), and the final sigma.
    c.into_iter().flat_map(char::to_lowercase).filter(|c| *c != '\u{307}')
}

/// The European digit for one of an alphabet whose nought is given.
fn digit(c: char, nought: char) -> Option<char> {
    char::from_digit(u32::from(c) - u32::from(nought), 10)
}

/// Whether a name of a table is the folded word; full stops at the end do not count.
pub(super) fn same(name: &str, word: &str) -> bool {
    let name = name.trim_end_matches('.');
    if name.is_ascii() {
        return name.eq_ignore_ascii_case(word);
    }
    // Most names differ in the first letter already, and folding is not free.
    initial(name) == initial(word)
        && fold(name).trim_end_matches(['.', '\'']) == word.trim_end_matches('\'')
}

/// The first letter of a text without its accents.
fn initial(text: &str) -> Option<char> {
    let mut base = None;
    decompose_compatible(text.chars().next()?, |c| base = base.or(fold_char(c).next()));
    base
}

/// The script of a text, as far as languages here differ in it: the first code point of
/// its block, told by the first letter.
pub(super) fn block(text: &str) -> u32 {
    match text.chars().find(|c| c.is_alphabetic()).map_or(0, u32::from) {
        0..0x370 | 0x1E00..0x1F00 => 0,
        0x370..0x400 | 0x1F00..0x2000 => 0x370,
        0x400..0x590 => 0x400,
        0x590..0x600 => 0x590,
        0x600..0x900 => 0x600,
        0x900..0xA00 => 0x900,
        0xAC00..0xD7B0 => 0xAC00,
        _ => 0x2E80,
    }
}

/// Cuts a folded text into pieces, or gives up at a number that is too long to be one.
pub(super) fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut after_number = false;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_ascii_digit() {
            length(rest, |c| c.is_ascii_digit())
        } else if is_letter(first) && !(after_number && is_sign(first)) {
            length(rest, is_letter)
        } else {
            first.len_utf8()
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        if first.is_ascii_digit() {
            tokens.push(Token::Number(piece.parse().ok()?, length));
        } else if after_number && (is_sign(first) || is_ordinal(piece)) {
            tokens.push(Token::Ending(piece));
        } else if is_letter(first) {
            tokens.push(Token::Word(piece));
        } else if first != ' ' {
            tokens.push(Token::Mark(first));
        }
        // A space parts a number from what comes after it.
        after_number = first.is_ascii_digit();
    }
    Some(tokens)
}

/// Counts the bytes of the characters at the start of a text that belong together.
fn length(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

/// Whether a character is part of a word. Indian words hold marks that are not letters.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || c == '\'' || c == '\u{94D}'
}

/// Whether a character after a number makes it a year, a month or a day.
fn is_sign(c: char) -> bool {
    matches!(c, '年' | '月' | '日' | '号' | '號' | '년' | '월' | '일')
}

/// Whether letters directly after a number only say that it is an ordinal.
fn is_ordinal(word: &str) -> bool {
    matches!(
        word,
        "st" | "nd"
            | "rd"
            | "th"
            | "er"
            | "e"
            | "eme"
            | "o"
            | "a"
            | "os"
            | "οσ"
            | "ο"
            | "й"
            | "го"
    )
}
