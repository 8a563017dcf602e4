//! Labelled paragraphs: `**In short:** …` and what the label owns.

use super::Block;
use super::Inline;
use super::Inlines;
use super::Marked;
use super::plain;
use super::tidy;

/// The most words that a label has.
const WORDS: usize = 6;

/// Where blocks stand: it decides what is a label.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a text of its own.
    Free,
    /// In a bullet, where a run that ends in a full stop is part of the text.
    Bullet,
}

/// Gives each label what follows it, up to the next label, sub-heading or the end.
pub(super) fn group(blocks: Vec<Block>, place: Place) -> Vec<Block> {
    let mut grouped = Vec::new();
    let mut open: Option<Open> = None;
    for block in blocks {
        match (split(block, place), &mut open) {
            (Split::Label(next), _) => {
                grouped.extend(open.replace(next).map(Open::close));
            }
            (Split::Block(block @ Block::Subheading { .. }), _) => {
                grouped.extend(open.take().map(Open::close));
                grouped.push(block);
            }
            (Split::Block(block), Some(label)) => label.blocks.push(block),
            (Split::Block(block), None) => grouped.push(block),
        }
    }
    grouped.extend(open.map(Open::close));
    grouped
}

/// A label with what it owns so far.
struct Open {
    /// The paragraph that it was, for a label that owns nothing.
    whole: Block,
    label: Inlines,
    sign: String,
    blocks: Vec<Block>,
}

impl Open {
    fn close(self) -> Block {
        let Self { whole, label, sign, blocks } = self;
        if blocks.is_empty() { whole } else { Block::Labelled { label, sign, blocks } }
    }
}

/// A block that was looked at.
enum Split {
    /// A paragraph that begins with a label.
    Label(Open),
    /// Anything else.
    Block(Block),
}

fn split(block: Block, place: Place) -> Split {
    let Block::Paragraph { body, .. } = &block else { return Split::Block(block) };
    let Some((label, sign, rest)) = label(body) else { return Split::Block(block) };
    let stop = sign.ends_with('.');
    if stop && (rest.is_empty() || place == Place::Bullet) {
        return Split::Block(block);
    }
    let blocks = if rest.is_empty() { Vec::new() } else { vec![tidy::paragraph(rest)] };
    Split::Label(Open { whole: block, label, sign, blocks })
}

/// The label at the start of a paragraph, its sign, and the rest of the paragraph.
fn label(body: &Inlines) -> Option<(Inlines, String, Inlines)> {
    let (first, rest) = body.split_first()?;
    let mut label = strong(first)?.clone();
    let mut rest = rest.to_vec();
    let sign = match take_sign(&mut label) {
        Some(sign) => sign,
        None => take_sign_before(&mut rest)?,
    };
    let words = plain(&label).split_whitespace().count();
    (1..=WORDS).contains(&words).then(|| (label, sign, tidy::tidy(rest)))
}

/// What is strong in an inline, with or without emphasis around it.
fn strong(inline: &Inline) -> Option<&Inlines> {
    match inline {
        Inline::Marked(Marked::Strong { body }) => Some(body),
        Inline::Marked(Marked::Emph { body }) => match body.as_slice() {
            [Inline::Marked(Marked::Strong { .. })] => Some(body),
            _ => None,
        },
        _ => None,
    }
}

/// Takes the sign off the end of a label, with the space that the author put before it.
fn take_sign(label: &mut Inlines) -> Option<String> {
    let sign = match label.last_mut()? {
        Inline::Text(text) => {
            let bare = without_sign(text)?;
            let sign = text[bare..].to_owned();
            text.truncate(bare);
            sign
        }
        Inline::Marked(Marked::Strong { body } | Marked::Emph { body }) => {
            take_sign(body)?
        }
        Inline::Marked(_) => return None,
    };
    if label.last().is_some_and(is_empty) {
        label.pop();
    }
    Some(sign)
}

fn is_empty(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text) => text.is_empty(),
        Inline::Marked(Marked::Strong { body } | Marked::Emph { body }) => {
            body.is_empty()
        }
        Inline::Marked(_) => false,
    }
}

/// Where the sign at the end of a text begins, the space before it included.
fn without_sign(text: &str) -> Option<usize> {
    let text = text.trim_end_matches(' ');
    let bare = text.strip_suffix([':', '：', '.'])?;
    if bare.ends_with(['.', ':']) {
        return None;
    }
    let stop = text.ends_with('.');
    Some(if stop { bare.len() } else { bare.trim_end_matches(is_space).len() })
}

/// Takes the sign off the start of what follows a strong run.
fn take_sign_before(rest: &mut Inlines) -> Option<String> {
    let Inline::Text(text) = rest.first_mut()? else { return None };
    let space = text.len() - text.trim_start_matches(is_space).len();
    let sign = text[space..].chars().next()?;
    let end = space + sign.len_utf8();
    let after = &text[end..];
    let ends = after.is_empty() || after.starts_with(' ') || sign == '：';
    let is_sign = matches!(sign, ':' | '：') || (sign == '.' && space == 0);
    if !ends || !is_sign {
        return None;
    }
    let taken = text[..end].to_owned();
    *text = after.to_owned();
    Some(taken)
}

fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}' | '\u{202f}')
}
