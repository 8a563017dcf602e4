//! Glyphs become words, and words lines.

use std::sync::Arc;

use unicode_script::Script;
use unicode_script::UnicodeScript;

use crate::inspect::Line;
use crate::inspect::Word;
use crate::inspect::text::Piece;

/// A gap between glyphs that is a space, as a part of the size of text.
const SPACE: f64 = 0.2;

/// How far a line's glyphs may stand off its baseline, as a part of the size of text.
const SHIFT: f64 = 0.4;

/// A step back that is not an accent's but the beginning of something else, as a part of
/// the size of text.
const STEP_BACK: f64 = 1.5;

/// Scripts that are read from right to left.
const BACKWARDS: &[Script] =
    &[Script::Hebrew, Script::Arabic, Script::Syriac, Script::Thaana, Script::Nko];

/// Puts the glyphs of a page into lines.
///
/// The order of lines is that of the glyphs; within a line, what is read from right to
/// left is turned around, as it stands on the page from left to right.
pub(super) fn lines(pieces: Vec<Piece>) -> Vec<Line> {
    let mut lines: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if is_on(&piece, line) => line.push(piece),
            _ => lines.push(vec![piece]),
        }
    }
    lines.into_iter().filter_map(line).collect()
}

/// Whether a glyph stands on a line.
fn is_on(piece: &Piece, line: &[Piece]) -> bool {
    let largest = line.iter().max_by(|one, other| one.size.total_cmp(&other.size));
    largest.is_some_and(|largest| {
        (piece.y - largest.y).abs() <= SHIFT * largest.size.max(piece.size)
    })
}

/// Makes a line; there is none where there are only spaces.
fn line(pieces: Vec<Piece>) -> Option<Line> {
    let artifact = pieces.iter().all(|piece| piece.artifact);
    let largest = pieces.iter().max_by(|one, other| one.size.total_cmp(&other.size))?;
    let (baseline, size) = (tenth(largest.y), tenth(largest.size));
    let font = pieces.iter().find(|it| !is_space(it))?.font.to_string();
    let words = words(&groups(pieces));
    let text = words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
    let x0 = words.iter().map(|word| word.x0).fold(f64::INFINITY, f64::min);
    let x1 = words.iter().map(|word| word.x1).fold(f64::NEG_INFINITY, f64::max);
    Some(Line { text, words, x0, x1, baseline, size, font, artifact })
}

/// The glyphs of a line in the order of reading, in groups of one direction.
fn groups(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut stretches: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        match stretches.last_mut() {
            Some(stretch) if goes_on(stretch, &piece) => stretch.push(piece),
            _ => stretches.push(vec![piece]),
        }
    }
    let groups = stretches.into_iter().flat_map(turned);
    groups.filter(|group| !group.is_empty()).collect()
}

/// Whether a glyph goes on where a stretch of glyphs ended.
fn goes_on(stretch: &[Piece], piece: &Piece) -> bool {
    stretch.last().is_none_or(|last| piece.x0 > last.x1 - STEP_BACK * piece.size)
}

/// A stretch of glyphs from left to right, in the order of reading.
fn turned(stretch: Vec<Piece>) -> Vec<Vec<Piece>> {
    let backwards = stretch.iter().filter(|it| is_backwards(it)).count();
    let forwards = stretch.iter().filter(|it| is_forwards(it)).count();
    if backwards == 0 {
        return vec![stretch];
    }
    let stretch = arranged(stretch);
    // Signs and spaces between two directions go with the main one.
    let main = backwards >= forwards;
    let mut groups = divided(stretch, main);
    for (_, group) in groups.iter_mut().filter(|(backwards, _)| *backwards) {
        group.reverse();
    }
    if main {
        groups.reverse();
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// Glyphs from left to right: what was set later and stands wholly before others goes
/// before them.
fn arranged(stretch: Vec<Piece>) -> Vec<Piece> {
    let mut arranged: Vec<Piece> = Vec::new();
    for piece in stretch {
        let after = arranged.iter().rposition(|it| it.x0 < piece.x1 - SPACE * piece.size);
        arranged.insert(after.map_or(0, |after| after + 1), piece);
    }
    arranged
}

/// Divides glyphs where the direction of reading changes.
fn divided(stretch: Vec<Piece>, main: bool) -> Vec<(bool, Vec<Piece>)> {
    let mut groups: Vec<(bool, Vec<Piece>)> = Vec::new();
    let mut waiting = Vec::new();
    for piece in stretch {
        let direction = is_backwards(&piece);
        if !direction && !is_forwards(&piece) {
            waiting.push(piece);
            continue;
        }
        match groups.last_mut() {
            Some((last, group)) if *last == direction => group.append(&mut waiting),
            _ => {
                groups.push((main, std::mem::take(&mut waiting)));
                groups.push((direction, Vec::new()));
            }
        }
        if let Some((_, group)) = groups.last_mut() {
            group.push(piece);
        }
    }
    groups.push((main, waiting));
    groups
}

/// Whether a glyph is read from right to left.
fn is_backwards(piece: &Piece) -> bool {
    piece.backwards || piece.text.chars().any(|char| BACKWARDS.contains(&char.script()))
}

/// Whether a glyph is read from left to right.
fn is_forwards(piece: &Piece) -> bool {
    !is_backwards(piece) && piece.text.chars().any(char::is_alphanumeric)
}

/// Whether a glyph is a space.
fn is_space(piece: &Piece) -> bool {
    piece.text.chars().all(char::is_whitespace)
}

/// Divides glyphs, which are in the order of reading, into words.
fn words(groups: &[Vec<Piece>]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    // What a gap is measured from; after a space there is nothing to measure.
    let mut before: Option<(f64, f64)> = None;
    for group in groups {
        let extent = extent(group);
        for (index, piece) in group.iter().enumerate() {
            let reach = (piece.x0, piece.x1);
            let here = if index == 0 { extent } else { reach };
            let gap = before.map(|before| (here.0 - before.1).max(before.0 - here.1));
            let joined = gap.is_some_and(|gap| gap <= SPACE * piece.size);
            before = match before {
                _ if is_space(piece) => None,
                // An accent is narrower than the letter that it stands on.
                Some((x0, x1)) if joined && index > 0 => {
                    Some((reach.0.min(x0), reach.1.max(x1)))
                }
                _ => Some(reach),
            };
            match words.last_mut() {
                _ if is_space(piece) => {}
                Some(word) if joined => widen(word, piece),
                _ => words.push(word(piece)),
            }
        }
        before = before.map(|_| extent);
    }
    words.iter_mut().for_each(round);
    words
}

/// The left and the right end of glyphs.
fn extent(pieces: &[Piece]) -> (f64, f64) {
    let left = pieces.iter().map(|piece| piece.x0).fold(f64::INFINITY, f64::min);
    let right = pieces.iter().map(|piece| piece.x1).fold(f64::NEG_INFINITY, f64::max);
    (left, right)
}

/// Begins a word.
fn word(piece: &Piece) -> Word {
    let Piece { text, x0, x1, y, size, colour, .. } = piece;
    let (text, y0, y1) = (text.clone(), y - 0.8 * size, y + 0.2 * size);
    Word { text, x0: *x0, y0, x1: *x1, y1, colour: Arc::clone(colour) }
}

/// Adds a glyph to a word.
fn widen(word: &mut Word, piece: &Piece) {
    word.text.push_str(&piece.text);
    word.x0 = word.x0.min(piece.x0);
    word.x1 = word.x1.max(piece.x1);
    word.y0 = word.y0.min(piece.y - 0.8 * piece.size);
    word.y1 = word.y1.max(piece.y + 0.2 * piece.size);
}

/// Rounds a word's place.
fn round(word: &mut Word) {
    for length in [&mut word.x0, &mut word.y0, &mut word.x1, &mut word.y1] {
        *length = tenth(*length);
    }
}

/// Rounds to a tenth; there is no negative zero.
fn tenth(length: f64) -> f64 {
    (length * 10.0).round() / 10.0 + 0.0
}
