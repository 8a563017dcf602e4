//! Markdown as a tree: what an author's text says, ready to be set, never evaluated.

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
