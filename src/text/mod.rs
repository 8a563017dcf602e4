//! Markdown as a tree: what an author's text says, ready to be set, never evaluated.
//!
//! Text is CommonMark without reference surprises: what is not clearly markup is printed
//! as written. HTML is words, a lone `1.` or `>` before a figure is words, and `\\` is
//! two backslashes. There are no tables, footnotes, formulas or pictures.

pub mod bind;
mod label;
mod link;
mod literal;
mod markdown;
pub mod smart;
mod tidy;

use std::ops::Range;

use serde::Serialize;

/// A run of text within one paragraph.
pub type Inlines = Vec<Inline>;

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Inline {
    /// Words, to be printed as they are.
    Text(String),
    /// Words with a meaning of their own.
    Marked(Marked),
}

/// Words that are marked in some way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Marked {
    /// Strong words, as in `**strong**`.
    Strong {
        /// What is strong.
        body: Inlines,
    },
    /// Words with emphasis, as in `*emphasis*`.
    Emph {
        /// What is emphasised.
        body: Inlines,
    },
    /// Code, flags, host and file names.
    Code {
        /// The code, as written.
        text: String,
    },
    /// A link that may be followed: its scheme is http, https, mailto or tel.
    Link {
        /// Where it leads.
        url: String,
        /// What is printed.
        body: Inlines,
    },
    /// A word that must not break inside, as `C++` or `TCP/IP`.
    Whole {
        /// The word.
        text: String,
    },
    /// A line break that the author asked for.
    Break,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its text.
        body: Inlines,
        /// Whether it holds a token too long to be justified around.
        ragged: bool,
    },
    /// A list of bullets, or of numbers.
    List {
        /// The number of the first item; none for bullets.
        start: Option<u64>,
        /// The items, in order.
        items: Vec<ListItem>,
    },
    /// A label with the blocks that it owns, as in `**In short:** …`.
    Labelled {
        /// The label, without the sign at its end.
        label: Inlines,
        /// The sign at its end: a colon or a full stop.
        sign: String,
        /// What the label owns. If the first is a paragraph, the label runs into it.
        blocks: Vec<Block>,
    },
    /// A heading inside an entry.
    Subheading {
        /// Its words.
        body: Inlines,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
    },
    /// Lines of code.
    CodeBlock {
        /// The code, as written.
        text: String,
    },
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListItem {
    /// What it says.
    pub blocks: Vec<Block>,
    /// How many characters that is, nested lists included.
    pub chars: usize,
}

/// What was read, and what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed<T> {
    /// The text as a tree.
    pub value: T,
    /// What was not printed as the author may have meant it, in order.
    pub issues: Vec<Issue>,
}

/// Something doubtful in a text: a warning, once its place in the file is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The stable name under which the manual explains it.
    pub code: &'static str,
    /// One line, lower case, no full stop, names in backticks.
    pub message: String,
    /// What to do about it.
    pub hint: &'static str,
    /// Where, in bytes of the text that was read.
    pub range: Range<usize>,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To an address that may be followed, in ASCII.
    Followed(String),
    /// Nowhere: the address is empty, or only `#`.
    Nowhere,
    /// To an address whose scheme is not http, https, mailto or tel.
    Refused(String),
    /// To something that is no address.
    Unknown,
}

/// Finds out where a link leads.
pub fn target(url: &str) -> Target {
    link::target(url)
}

/// Reads a text that may have paragraphs, lists and sub-headings.
pub fn blocks(text: &str) -> Parsed<Vec<Block>> {
    markdown::blocks(text, label::Place::Free)
}

/// Reads the text of a bullet: a single line of it is a paragraph whatever it begins with.
///
/// In a bullet, a strong run that ends in a full stop is no label but part of the text.
pub fn item(text: &str) -> Parsed<Vec<Block>> {
    if text.trim().contains('\n') {
        return markdown::blocks(text, label::Place::Bullet);
    }
    let Parsed { value: body, issues } = inlines(text);
    let paragraph = (!body.is_empty()).then(|| tidy::paragraph(body));
    let value = label::group(paragraph.into_iter().collect(), label::Place::Bullet);
    Parsed { value, issues }
}

/// Reads a text that is one line: a title, a place, a skill.
pub fn inlines(text: &str) -> Parsed<Inlines> {
    markdown::inlines(text)
}

/// Text that is no Markdown on one line: single spaces, composed characters.
pub fn line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    tidy::compose(&words.join(" "))
}

/// The words alone; a line break is a space.
pub fn plain(inlines: &[Inline]) -> String {
    let mut words = String::new();
    push_plain(inlines, &mut words);
    words
}

fn push_plain(inlines: &[Inline], words: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text)
            | Inline::Marked(Marked::Code { text } | Marked::Whole { text }) => {
                words.push_str(text);
            }
            Inline::Marked(
                Marked::Strong { body }
                | Marked::Emph { body }
                | Marked::Link { body, .. },
            ) => push_plain(body, words),
            Inline::Marked(Marked::Break) => words.push(' '),
        }
    }
}

/// How many characters a line of text has.
pub fn inline_chars(inlines: &[Inline]) -> usize {
    inlines.iter().map(one_chars).sum()
}

fn one_chars(inline: &Inline) -> usize {
    match inline {
        Inline::Text(text)
        | Inline::Marked(Marked::Code { text } | Marked::Whole { text }) => {
            text.chars().count()
        }
        Inline::Marked(
            Marked::Strong { body } | Marked::Emph { body } | Marked::Link { body, .. },
        ) => inline_chars(body),
        Inline::Marked(Marked::Break) => 1,
    }
}

/// How many characters blocks have, what is nested in them included.
pub fn chars(blocks: &[Block]) -> usize {
    blocks.iter().map(block_chars).sum()
}

fn block_chars(block: &Block) -> usize {
    match block {
        Block::Paragraph { body, .. } | Block::Subheading { body } => inline_chars(body),
        Block::List { items, .. } => items.iter().map(|item| item.chars).sum(),
        Block::Labelled { label, sign, blocks } => {
            inline_chars(label) + sign.chars().count() + chars(blocks)
        }
        Block::Quote { blocks } => chars(blocks),
        Block::CodeBlock { text } => text.chars().count(),
    }
}

/// Makes an item of a list of its blocks.
pub fn list_item(blocks: Vec<Block>) -> ListItem {
    ListItem { chars: chars(&blocks), blocks }
}

/// Makes a paragraph of a line of text.
pub fn paragraph(body: Inlines) -> Block {
    tidy::paragraph(body)
}

/// Calls a function on every line of text in blocks, top down.
pub fn each_line(blocks: &mut [Block], visit: &mut impl FnMut(&mut Inlines)) {
    for block in blocks {
        match block {
            Block::Paragraph { body, .. } | Block::Subheading { body } => visit(body),
            Block::List { items, .. } => {
                for item in items {
                    each_line(&mut item.blocks, visit);
                }
            }
            Block::Labelled { label, sign: _, blocks } => {
                visit(label);
                each_line(blocks, visit);
            }
            Block::Quote { blocks } => each_line(blocks, visit),
            Block::CodeBlock { .. } => {}
        }
    }
}

#[cfg(test)]
pub(crate) mod short;
#[cfg(test)]
mod tests;
