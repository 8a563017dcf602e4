//! The last touches to a line of text: spaces, addresses, and words that stay whole.

use unicode_normalization::IsNormalized;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::is_nfc_quick;

use super::Block;
use super::Inline;
use super::Inlines;
use super::Marked;
use super::link;
use super::literal;
use super::plain;

/// The longest word that is kept whole for its signs.
const WHOLE: usize = 12;

/// A token of more characters than this makes its paragraph ragged if it cannot break.
const LONG: usize = 24;

/// Makes a paragraph of a tidy line.
pub(super) fn paragraph(body: Inlines) -> Block {
    let ragged = plain(&body).split(char::is_whitespace).any(is_unbreakable);
    Block::Paragraph { body, ragged }
}

/// Whether a token is so long that a justified line before it would open up.
///
/// Words of letters can be hyphenated, and ideographs break anywhere.
fn is_unbreakable(token: &str) -> bool {
    let runs = token.split(is_ideograph);
    let long = runs.filter(|run| run.chars().count() > LONG);
    let word = |it: char| it.is_alphabetic() || "-–—'’.,;:!?()\"“”„«»".contains(it);
    long.into_iter()
        .any(|run| !run.trim_end_matches(['.', ',', ';', ':']).chars().all(word))
}

/// Whether lines may break beside a character as they may in Chinese.
fn is_ideograph(character: char) -> bool {
    character >= '\u{2E80}' && !('\u{A640}'..='\u{ABFF}').contains(&character)
}

/// Tidies a line of text.
pub(super) fn tidy(inlines: Inlines) -> Inlines {
    let mut line = inside(inlines, Linking::Yes);
    trim_start(&mut line);
    trim_end(&mut line);
    line
}

/// Takes the guard off a tidy line.
pub(super) fn unguard(mut line: Inlines) -> Inlines {
    if let Some(Inline::Text(text)) = line.first_mut() {
        *text = text.strip_prefix(literal::GUARD).unwrap_or(text).to_owned();
    }
    trim_start(&mut line);
    line
}

/// Code as it is printed: composed characters, no line break at its end.
pub(super) fn code(text: &str) -> String {
    compose(text.trim_end_matches('\n'))
}

/// Whether addresses in the text become links.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Linking {
    /// They do.
    Yes,
    /// They are in a link already.
    No,
}

fn inside(inlines: Inlines, linking: Linking) -> Inlines {
    let mut line = Inlines::new();
    for inline in join(inlines) {
        match inline {
            Inline::Text(text) => push_text(&compose(&spaces(&text)), linking, &mut line),
            Inline::Marked(marked) => line.extend(tidy_marked(marked, linking)),
        }
    }
    line
}

fn tidy_marked(marked: Marked, linking: Linking) -> Option<Inline> {
    let marked = match marked {
        Marked::Strong { body } => Marked::Strong { body: inside(body, linking) },
        Marked::Emph { body } => Marked::Emph { body: inside(body, linking) },
        Marked::Link { url, body } => {
            Marked::Link { url, body: inside(body, Linking::No) }
        }
        Marked::Code { .. } | Marked::Whole { .. } | Marked::Break => marked,
    };
    let empty = match &marked {
        Marked::Strong { body } | Marked::Emph { body } | Marked::Link { body, .. } => {
            body.is_empty()
        }
        Marked::Code { text } | Marked::Whole { text } => text.is_empty(),
        Marked::Break => false,
    };
    (!empty).then_some(Inline::Marked(marked))
}

/// Joins texts that follow each other.
fn join(inlines: Inlines) -> Inlines {
    let mut joined = Inlines::new();
    for inline in inlines {
        match (joined.last_mut(), inline) {
            (Some(Inline::Text(text)), Inline::Text(more)) => text.push_str(&more),
            (_, inline) => joined.push(inline),
        }
    }
    joined
}

/// One space for each run of them; no-break spaces stay.
fn spaces(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        let space = matches!(character, ' ' | '\t' | '\n' | '\r');
        if !space {
            line.push(character);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

/// Composed characters (NFC), without marks of byte order, which say nothing in a text
/// and for which no font has a glyph.
pub(super) fn compose(text: &str) -> String {
    const MARK: char = '\u{feff}';
    if text.contains(MARK) {
        return text.chars().filter(|it| *it != MARK).nfc().collect();
    }
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.into(),
        IsNormalized::No | IsNormalized::Maybe => text.nfc().collect(),
    }
}

/// Adds a text: its addresses as links, its line breaks as such.
fn push_text(text: &str, linking: Linking, line: &mut Inlines) {
    let mut parts = text.split(literal::BREAK);
    push_linked(parts.next().unwrap_or_default(), linking, line);
    for part in parts {
        trim_end(line);
        line.push(Inline::Marked(Marked::Break));
        push_linked(part.trim_start_matches(' '), linking, line);
    }
}

fn push_linked(text: &str, linking: Linking, line: &mut Inlines) {
    let mut from = 0;
    while linking == Linking::Yes
        && let Some((range, url)) = link::find(text, from)
    {
        push_words(&text[from..range.start], line);
        let body = vec![Inline::Text(text[range.clone()].into())];
        line.push(Inline::Marked(Marked::Link { url, body }));
        from = range.end;
    }
    push_words(&text[from..], line);
}

/// Adds words: those with signs that must not break inside on their own.
fn push_words(text: &str, line: &mut Inlines) {
    let mut from = 0;
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let length = rest.find(|it| !is_of_word(it)).unwrap_or(rest.len());
        if length == 0 {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let word =
            rest[..length].trim_end_matches(['.', '-', ':', '=', '%', '&', '/', '@']);
        if is_whole(word) {
            push_plain(&text[from..at], line);
            line.push(Inline::Marked(Marked::Whole { text: word.into() }));
            from = at + word.len();
        }
        at += length;
    }
    push_plain(&text[from..], line);
}

fn push_plain(text: &str, line: &mut Inlines) {
    line.extend((!text.is_empty()).then(|| Inline::Text(text.into())));
}

/// Whether a character may stand in a word with signs.
fn is_of_word(character: char) -> bool {
    let letter = character.is_alphanumeric() && !is_ideograph(character);
    letter || "+#/.-_&@%=:".contains(character)
}

/// Whether a word must not break inside: `C++`, `.NET`, `TCP/IP`.
fn is_whole(word: &str) -> bool {
    let signs = word.contains(['+', '#', '/']) || word.starts_with('.');
    // Tags end in words like `/div`.
    let signs = signs && !word.starts_with('/');
    let number = word.trim_start_matches('+').chars().all(|it| it.is_ascii_digit());
    let letters = word.chars().any(char::is_alphanumeric);
    signs && letters && !number && !word.contains("//") && word.chars().count() <= WHOLE
}

fn trim_start(line: &mut Inlines) {
    while let Some(first) = line.first_mut() {
        match first {
            Inline::Text(text) => {
                *text = text.trim_start_matches(' ').into();
                if !text.is_empty() {
                    return;
                }
            }
            Inline::Marked(Marked::Break) => {}
            Inline::Marked(_) => return,
        }
        line.remove(0);
    }
}

fn trim_end(line: &mut Inlines) {
    while let Some(last) = line.last_mut() {
        match last {
            Inline::Text(text) => {
                text.truncate(text.trim_end_matches(' ').len());
                if !text.is_empty() {
                    return;
                }
            }
            Inline::Marked(Marked::Break) => {}
            Inline::Marked(_) => return,
        }
        line.pop();
    }
}
