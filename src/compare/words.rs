//! Words: which there are, where they stand, which colour they have.

use crate::compare::Finding;
use crate::compare::Layer;
use crate::compare::Row;
use crate::compare::Sign;
use crate::compare::diff;
use crate::compare::diff::Part;
use crate::inspect::Page;
use crate::inspect::Witness;
use crate::inspect::Word;

/// The least that a length differs by which is given in tenths.
const STEP: f64 = 0.05;

/// How many words of a difference are quoted.
const QUOTED: usize = 8;

/// How many words are listed that stand elsewhere.
const LISTED: usize = 40;

/// A word as it is read: its parts are one where it was divided at the end of a line.
#[derive(Debug)]
struct Token<'a> {
    /// The page that it begins on, from 0, and what it says.
    key: (usize, String),
    parts: Vec<&'a Word>,
}

/// Compares the words of two documents, and where they stand.
pub(super) fn compare(old: &Witness, new: &Witness) -> Vec<Finding> {
    let (old_words, new_words) = (tokens(old), tokens(new));
    let parts = parts(&old_words, &new_words);
    let changed: Vec<&Part> = parts.iter().filter(|part| !part.equal).collect();
    let text = changed.first().map(|first| {
        let mut summary = said(first, &old_words, &new_words);
        summary.push_str(&more(changed.len() - 1));
        let rows = diff::rows(&lines(old), &lines(new));
        Finding { layer: Layer::Text, summary, rows }
    });
    let boxes = boxes(&pairs(&parts, &old_words, &new_words));
    text.into_iter().chain(boxes).collect()
}

/// The words that changed their colour: what to say of it.
pub(super) fn colours(old: &Witness, new: &Witness) -> Option<String> {
    let (old_words, new_words) = (tokens(old), tokens(new));
    let parts = parts(&old_words, &new_words);
    let pairs = pairs(&parts, &old_words, &new_words);
    let colour = |token: &Token<'_>| token.parts.first().map(|word| word.colour.clone());
    let mut changed = pairs.iter().filter(|(old, new)| colour(old) != colour(new));
    let (old, new) = changed.next()?;
    let name = |token| match colour(token) {
        Some(colour) if !colour.is_empty() => format!("`{colour}`"),
        _ => "no plain colour".to_owned(),
    };
    let (was, is, place) = (name(old), name(new), new.place());
    let more = match changed.count() {
        0 => String::new(),
        1 => ", and another word changed its colour".to_owned(),
        more => format!(", and {more} more words changed their colour"),
    };
    Some(format!("{place} was {was} and is {is}{more}"))
}

/// The words of a document, in the order of reading.
fn tokens(witness: &Witness) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    for (number, page) in witness.pages.iter().enumerate() {
        for word in page.lines.iter().flat_map(|line| &line.words) {
            let divided = |last: &&mut Token<'_>| last.key.1.ends_with('\u{ad}');
            if let Some(last) = tokens.last_mut().filter(divided) {
                last.key.1.pop();
                last.key.1.push_str(&word.text);
                last.parts.push(word);
            } else {
                let key = (number, word.text.clone());
                tokens.push(Token { key, parts: vec![word] });
            }
        }
    }
    tokens
}

fn parts(old: &[Token<'_>], new: &[Token<'_>]) -> Vec<Part> {
    let keys = |tokens: &[Token<'_>]| -> Vec<(usize, String)> {
        tokens.iter().map(|token| token.key.clone()).collect()
    };
    diff::parts(&keys(old), &keys(new))
}

/// The words that are in both documents.
fn pairs<'a>(
    parts: &[Part],
    old: &'a [Token<'a>],
    new: &'a [Token<'a>],
) -> Vec<(&'a Token<'a>, &'a Token<'a>)> {
    let equal = parts.iter().filter(|part| part.equal);
    equal
        .flat_map(|part| old[part.old.clone()].iter().zip(&new[part.new.clone()]))
        .collect()
}

/// The lines of all pages, as a witness has them.
fn lines(witness: &Witness) -> Vec<String> {
    let mut lines = Vec::new();
    for (index, Page { lines: of_page, .. }) in witness.pages.iter().enumerate() {
        lines.push(format!("── page {}", index + 1));
        lines.extend(of_page.iter().map(|line| line.text.clone()));
    }
    lines
}

/// What happened to words, in a few of them.
fn said(part: &Part, old: &[Token<'_>], new: &[Token<'_>]) -> String {
    let Part { equal: _, old: was, new: is } = part;
    let page = |tokens: &[Token<'_>], at: usize| tokens.get(at).map(|it| it.key.0 + 1);
    let first = if is.is_empty() { page(old, was.start) } else { page(new, is.start) };
    let number = first.unwrap_or(1);
    let (was, is) = (quoted(&old[was.clone()]), quoted(&new[is.clone()]));
    match (was.is_empty(), is.is_empty()) {
        (true, _) => format!("page {number}: {is} is new"),
        (_, true) => format!("page {number}: {was} is gone"),
        _ if was == is => format!("{was} moved to page {number}"),
        _ => format!("page {number}: {was} became {is}"),
    }
}

fn quoted(tokens: &[Token<'_>]) -> String {
    if tokens.is_empty() {
        return String::new();
    }
    let words = tokens.iter().take(QUOTED).map(|token| token.key.1.as_str());
    let words = words.collect::<Vec<_>>().join(" ");
    let more = if tokens.len() > QUOTED { " …" } else { "" };
    format!("`{words}{more}`")
}

fn more(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => ", and one more place".to_owned(),
        _ => format!(", and {count} more places"),
    }
}

/// Compares where words stand.
fn boxes(pairs: &[(&Token<'_>, &Token<'_>)]) -> Option<Finding> {
    let moved: Vec<_> =
        pairs.iter().filter(|(old, new)| distance(old, new) > STEP).collect();
    let (first, _) = moved.first()?;
    let most = moved.iter().map(|(old, new)| distance(old, new)).fold(0.0, f64::max);
    let most = match most.is_finite() {
        true => format!("by {most:.1} pt at most"),
        false => "and lines break elsewhere".to_owned(),
    };
    let (count, all, place) = (moved.len(), pairs.len(), first.place());
    let summary =
        format!("{count} of {all} words stand elsewhere, {most}; the first is {place}");
    let mut rows = Vec::new();
    for (old, new) in moved.iter().take(LISTED) {
        rows.push(Row::new(Sign::Old, &old.boxes()));
        rows.push(Row::new(Sign::New, &new.boxes()));
    }
    if let Some(more) = moved.len().checked_sub(LISTED).filter(|more| *more > 0) {
        rows.push(Row::new(Sign::Gap, &format!("… {more} more words")));
    }
    Some(Finding { layer: Layer::Boxes, summary, rows })
}

/// How far apart the boxes of two words are; without end if one is divided and the other
/// is not.
fn distance(old: &Token<'_>, new: &Token<'_>) -> f64 {
    if old.parts.len() != new.parts.len() {
        return f64::INFINITY;
    }
    let sides = |word: &Word| [word.x0, word.y0, word.x1, word.y1];
    let pairs = old.parts.iter().zip(&new.parts);
    let gaps = pairs.flat_map(|(old, new)| {
        let pairs = sides(old).into_iter().zip(sides(new));
        pairs.map(|(old, new)| (old - new).abs())
    });
    gaps.fold(0.0, f64::max)
}

impl Token<'_> {
    /// The word and its page.
    fn place(&self) -> String {
        let (page, text) = &self.key;
        format!("`{text}` on page {}", page + 1)
    }

    /// The word with its box or boxes.
    fn boxes(&self) -> String {
        let (page, text) = &self.key;
        let boxes = self.parts.iter().map(|Word { x0, y0, x1, y1, .. }| {
            format!(" {x0:.1}–{x1:.1} × {y0:.1}–{y1:.1}")
        });
        format!("page {} {text}{}", page + 1, boxes.collect::<String>())
    }
}
