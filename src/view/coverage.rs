//! Characters that no font has, each said once.

use std::collections::BTreeSet;

use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::source::Source;
use crate::source::Span;
use crate::view::View;

/// How many characters are named before the rest is only counted.
const NAMED: usize = 10;

/// What to do about a character that no font has.
const HINT: &str = "add a font that has it: `--font-path DIR`";

/// Warns of every character of the view that no font has, in the order of the author's
/// files.
pub fn uncovered(
    sources: &[&Source],
    view: &View,
    covers: impl Fn(char) -> bool,
    sink: &mut Sink,
) {
    let missing =
        characters(view).into_iter().filter(|it| !is_unseen(*it) && !covers(*it));
    let find = |it| {
        let mut numbered = sources.iter().enumerate();
        numbered.find_map(|(number, source)| Some((number, place(source, it)?)))
    };
    let mut missing: Vec<(Option<(usize, Span)>, char)> =
        missing.map(|it| (find(it), it)).collect();
    missing.sort_by_key(|(found, it)| {
        let key = found.as_ref().map(|(number, span)| (*number, span.start));
        (key.is_none(), key, *it)
    });
    for (found, character) in missing.iter().take(NAMED) {
        let code_point = u32::from(*character);
        let shown = character.escape_debug();
        let message = format!("no font has a glyph for `{shown}` (U+{code_point:04X})");
        let diagnostic = Diagnostic::new("missing-glyph", message).hint(HINT);
        sink.warn(match found {
            Some((number, span)) => diagnostic.at(sources[*number], span.clone()),
            None => diagnostic,
        });
    }
    let more = missing.len().saturating_sub(NAMED);
    if more > 0 {
        let message =
            format!("no font has a glyph for the characters above and {more} more");
        sink.warn(Diagnostic::new("missing-glyph", message).hint(HINT));
    }
}

/// The characters that are printed, each once.
fn characters(view: &View) -> BTreeSet<char> {
    // Nearly all text is ASCII, and a table is a hundred times faster than a set.
    let mut ascii = [false; 128];
    let mut characters = BTreeSet::new();
    view.each_text(&mut |text| {
        for character in text.chars() {
            match ascii.get_mut(character as usize) {
                Some(seen) => *seen = true,
                None => drop(characters.insert(character)),
            }
        }
    });
    let seen = (0..128_u8).filter(|it| ascii[usize::from(*it)]);
    characters.extend(seen.map(char::from));
    characters
}

/// Whether a character prints nothing, so that a font need not have it: spaces, joiners,
/// marks of direction, selectors of variants.
fn is_unseen(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '\u{AD}'
                | '\u{34F}'
                | '\u{61C}'
                | '\u{180B}'..='\u{180E}'
                | '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}'
                | '\u{E0000}'..='\u{E0FFF}'
        )
}

/// Where a character stands first in the author's file, comments aside.
///
/// There is no such place for what the file writes in other characters: escapes, or
/// letters and accents that were composed.
fn place(source: &Source, character: char) -> Option<Span> {
    let text = source.text();
    let in_comment = |at: usize| {
        let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
        text[line..].trim_start().starts_with('#')
    };
    let all = text.char_indices().filter(|(_, it)| *it == character);
    let at = all.map(|(at, _)| at).find(|at| !in_comment(*at))?;
    Some(at..at + character.len_utf8())
}
