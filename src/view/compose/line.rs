//! Lines of text as the document's language sets them, and how they are joined.

use super::Composer;
use crate::text;
use crate::text::Block;
use crate::text::Inline;
use crate::text::Inlines;
use crate::text::ListItem;
use crate::text::Marked;
use crate::text::bind;
use crate::text::smart;

/// The longest skill that stays together with its level, in characters.
const TOGETHER: usize = 24;

impl Composer<'_> {
    /// A line with the marks of the language.
    pub(super) fn line(&self, line: &Inlines) -> Inlines {
        let mut line = line.clone();
        self.set(&mut line);
        line
    }

    /// Words that are no Markdown, with the marks of the language.
    pub(super) fn words(&self, words: &str) -> String {
        text::plain(&self.line(&vec![Inline::Text(words.to_owned())]))
    }

    /// A name with its apostrophes: as it was typed, where machines come first.
    pub(super) fn name(&self, name: &str) -> String {
        if self.typed { name.to_owned() } else { smart::apostrophes(name) }
    }

    /// Blocks with the marks of the language.
    pub(super) fn blocks(&self, blocks: &[Block]) -> Vec<Block> {
        let mut blocks = blocks.to_vec();
        text::each_line(&mut blocks, &mut |line| self.set(line));
        self.settle(&mut blocks);
        blocks
    }

    /// Sets the marks of the language in a line.
    pub(super) fn set(&self, line: &mut Inlines) {
        if let Some(quotes) = self.quotes {
            smart::smart(line, quotes);
        }
        bind::bind(line, self.marks.spaced);
    }

    /// Sets the signs of labels, and counts anew what has become longer.
    fn settle(&self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Labelled { sign, blocks, .. } => {
                    // French has a space before a colon.
                    if self.locale.typst_lang() != "fr" {
                        *sign = sign.trim_start().to_owned();
                    }
                    self.settle(blocks);
                }
                Block::List { items, .. } => {
                    for ListItem { blocks, chars } in items {
                        self.settle(blocks);
                        *chars = text::chars(blocks);
                    }
                }
                Block::Quote { blocks } => self.settle(blocks),
                Block::Paragraph { .. }
                | Block::Subheading { .. }
                | Block::CodeBlock { .. } => {}
            }
        }
    }

    /// Things that make no sentence, with the sign of the language between them.
    pub(super) fn list(&self, items: Vec<Inlines>) -> Inlines {
        join(items, self.locale.separator())
    }

    /// A label without the sign that the author may have put at its end.
    pub(super) fn label(&self, label: &Inlines) -> Inlines {
        let mut label = label.clone();
        trim_colon(&mut label);
        self.set(&mut label);
        label
    }
}

/// Takes a colon off the end of a label, with the space before it.
fn trim_colon(label: &mut Inlines) {
    match label.last_mut() {
        Some(Inline::Text(text)) => {
            let bare = text.trim_end().trim_end_matches([':', '：']).trim_end();
            if !bare.is_empty() {
                *text = bare.to_owned();
            }
        }
        Some(Inline::Marked(Marked::Strong { body } | Marked::Emph { body })) => {
            trim_colon(body);
        }
        Some(Inline::Marked(_)) | None => {}
    }
}

/// An address as it is printed: without its scheme and a slash that ends a host.
pub(super) fn short_address(url: &str) -> &str {
    let schemes = ["https://", "http://", "mailto:", "tel:"];
    let bare = schemes.iter().find_map(|scheme| url.strip_prefix(scheme)).unwrap_or(url);
    bare.strip_suffix('/').unwrap_or(bare)
}

/// Joins lines that are not empty.
pub(super) fn join(lines: Vec<Inlines>, between: &str) -> Inlines {
    let mut joined = Inlines::new();
    for line in lines.into_iter().filter(|line| !line.is_empty()) {
        if !joined.is_empty() {
            push_text(&mut joined, between);
        }
        joined.extend(line);
    }
    joined
}

/// Adds a qualifier in parentheses, if there is one.
pub(super) fn with_note(mut line: Inlines, note: Inlines) -> Inlines {
    if note.is_empty() {
        return line;
    }
    if line.is_empty() {
        return note;
    }
    push_text(&mut line, " (");
    line.extend(note);
    push_text(&mut line, ")");
    line
}

/// A short thing with its qualifier in parentheses, as one that does not break.
pub(super) fn together(line: Inlines) -> Inlines {
    let is_plain = |it: &Inline| {
        matches!(it, Inline::Text(_) | Inline::Marked(Marked::Whole { .. }))
    };
    let text = text::plain(&line);
    let is_short = text.chars().count() <= TOGETHER;
    match is_short && text.contains(" (") && line.iter().all(is_plain) {
        true => vec![Inline::Marked(Marked::Whole { text })],
        false => line,
    }
}

/// Adds text to the end of a line.
pub(super) fn push_text(line: &mut Inlines, more: &str) {
    match line.last_mut() {
        Some(Inline::Text(text)) => text.push_str(more),
        _ => line.push(Inline::Text(more.to_owned())),
    }
}

/// A line that leads somewhere. Links inside it give way, as links cannot be nested.
pub(super) fn linked(line: Inlines, url: Option<&String>) -> Inlines {
    match url {
        Some(url) if !line.is_empty() => {
            let body = without_links(line);
            vec![Inline::Marked(Marked::Link { url: url.clone(), body })]
        }
        _ => line,
    }
}

/// A line with the text of its links, and without the links.
fn without_links(line: Inlines) -> Inlines {
    let mut bare = Inlines::with_capacity(line.len());
    for inline in line {
        match inline {
            Inline::Marked(Marked::Link { body, .. }) => bare.extend(without_links(body)),
            Inline::Marked(Marked::Strong { body }) => {
                bare.push(Inline::Marked(Marked::Strong { body: without_links(body) }));
            }
            Inline::Marked(Marked::Emph { body }) => {
                bare.push(Inline::Marked(Marked::Emph { body: without_links(body) }));
            }
            other => bare.push(other),
        }
    }
    bare
}
