//! What a theme sees: the résumé in words, in the order in which they are set.
//!
//! A view knows nothing of files, of YAML, or of how it will look. Nothing in it is
//! left to decide: dates are words in the document's language, sections have titles,
//! what is empty is gone. Its JSON, which themes read as `/resume.json`, is this
//! module's structs field by field; their doc comments are the theme guide.

pub mod words;
pub mod compose;
pub mod coverage;
pub mod headings;

use serde::Serialize;

use crate::locale::languages::Forms;
use crate::resume::letter::Layout;
use crate::source::FieldPath;
use crate::text::Block;
use crate::text::Inlines;
use crate::theme::manifest;

/// The number of this contract; a theme names the one it was written for.
pub const CONTRACT: u32 = manifest::CONTRACT;

/// A résumé as a theme sees it.
#[derive(Debug, Clone, Serialize)]
pub struct View {
    /// The person's name, as it is printed.
    pub name: String,
    /// The same as the author typed it, for the document's metadata.
    pub author: String,
    /// The document's title, for its metadata.
    pub title: String,
    /// Words that describe the document, for its metadata.
    pub keywords: Vec<String>,
    /// The document's language.
    pub locale: Language,
    /// Lines under the name.
    pub headline: Vec<Inlines>,
    /// The portrait, if there is one and it is wanted.
    pub photo: Option<Photo>,
    /// Ways to reach the person, in order.
    pub contacts: Vec<Contact>,
    /// The opening paragraph.
    pub summary: Summary,
    /// The sections, in order; none is empty.
    pub sections: Vec<Section>,
    /// Small print at the end.
    pub colophon: Vec<Block>,
    /// The letter, if this is one: then only the head is printed besides it. The sections
    /// are there for themes whose head depends on them.
    pub letter: Option<Letter>,
}

/// The document's language, as Typst wants it told, and the words a theme may need.
#[derive(Debug, Clone, Serialize)]
pub struct Language {
    /// The language code: `en`, `zh`.
    pub lang: String,
    /// The region code, if one matters: `GB`, `TW`.
    pub region: Option<String>,
    /// The direction of writing: `ltr` or `rtl`.
    pub dir: &'static str,
    /// What stands after a label that has no sign of its own, as `:` or ` :`.
    pub colon: String,
    /// A page's number, with `{page}` and `{pages}` to be filled in.
    pub page: String,
    /// The same in words, as `Page {page} of {pages}`.
    pub page_words: String,
    /// What the document is called, as `Résumé`.
    pub document: String,
    /// What forms of European applications say.
    pub forms: &'static Forms,
}

/// A portrait.
#[derive(Debug, Clone, Serialize)]
pub struct Photo {
    /// The file in the theme's world: a path that Typst's `image` takes.
    pub file: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
}

/// A cover letter, in the order of the standard layout; what is empty is left out.
#[derive(Debug, Clone, Serialize)]
pub struct Letter {
    /// Where its parts stand: `standard`, `us`, `din` or `fr`.
    pub layout: Layout,
    /// The sender's name and address, line by line.
    pub sender: Vec<Inlines>,
    /// Whether the sender is to be printed besides the head: the layout or the author says
    /// so.
    pub sender_wanted: bool,
    /// To whom it goes, line by line: name, role, company, address.
    pub recipient: Vec<Inlines>,
    /// Place and date, as `Lyon, le 21 novembre 2026`; may be empty.
    pub dateline: Inlines,
    /// What it is about; empty in the layout `us`.
    pub subject: Inlines,
    /// What it opens with; may be empty.
    pub salutation: Inlines,
    /// What it says; never empty.
    pub body: Vec<Block>,
    /// What it closes with; may be empty.
    pub closing: Inlines,
    /// A picture of the signature.
    pub signature: Option<Signature>,
    /// The label of the enclosures without a sign at its end; empty if the author wrote one.
    pub enclosures_label: String,
    /// What goes with it, to be separated by commas; may be empty.
    pub enclosures: Vec<Inlines>,
}

/// A picture of a signature, to be printed above the name.
#[derive(Debug, Clone, Serialize)]
pub struct Signature {
    /// The file in the theme's world: a path that Typst's `image` takes.
    pub file: String,
    /// What it shows; none if it says no more than the name below it, so that it is an
    /// artifact.
    pub alt: Option<String>,
}

/// One way to reach the person.
#[derive(Debug, Clone, Serialize)]
pub struct Contact {
    /// What kind it is: `email`, `phone`, `github`, …, `other`.
    pub kind: String,
    /// The icon's name, a file of `/lib/icons/`; none if there is none.
    pub icon: Option<String>,
    /// A label to print; none if the text speaks for itself, or the icon does. Where
    /// `address` is printed, the label of a network is not needed.
    pub label: Option<String>,
    /// What is printed.
    pub text: String,
    /// The whole address without its scheme, where it says more than `text`.
    pub address: Option<String>,
    /// Where it leads, if it does.
    pub url: Option<String>,
}

/// The opening paragraph with its heading.
#[derive(Debug, Clone, Serialize)]
pub struct Summary {
    /// The heading, for themes that print one.
    pub title: String,
    /// The text; empty if there is none.
    pub blocks: Vec<Block>,
}

/// A section.
#[derive(Debug, Clone, Serialize)]
pub struct Section {
    /// The known section that it is, as `experience`; none for a heading of the author's.
    pub id: Option<String>,
    /// The heading.
    pub title: String,
    /// Blocks before the content.
    pub intro: Vec<Block>,
    /// The content.
    #[serde(flatten)]
    pub content: Content,
    /// Blocks after the content.
    pub outro: Vec<Block>,
    /// Whether it begins a page.
    pub page_break: bool,
    /// Where it stands in the author's file; themes are not told.
    #[serde(skip)]
    pub path: FieldPath,
}

/// What a section holds, told apart by `kind`.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Content {
    /// Entries, and blocks between them.
    Entries {
        /// In order.
        entries: Vec<Item>,
    },
    /// Labels with text.
    Pairs {
        /// In order.
        pairs: Vec<Pair>,
    },
    /// Short things in a line, to be separated by commas.
    Items {
        /// In order, as `C (expert, 9 years)`.
        items: Vec<Inlines>,
    },
    /// Blocks of text.
    Text {
        /// In order.
        blocks: Vec<Block>,
    },
    /// Languages, to be separated by commas or set as a table.
    Languages {
        /// In order.
        languages: Vec<Spoken>,
    },
    /// Publications, a paragraph each.
    Publications {
        /// In order.
        publications: Vec<Publication>,
    },
    /// People who can be asked.
    References {
        /// In order.
        references: Vec<Reference>,
    },
}

/// An element of a section of entries, told apart by `kind`.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Item {
    /// An entry.
    Entry(Entry),
    /// Blocks of text between entries.
    Blocks {
        /// In order.
        blocks: Vec<Block>,
    },
}

/// A job, a degree, a project, or a role in one of them.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    /// The parts of its header line, in order; none is empty.
    pub header: Vec<Part>,
    /// Its date in words, as `Aug 2013 – present`.
    pub date: Option<String>,
    /// What follows the header: summary, bullets, and for an entry without roles
    /// also closing paragraphs and details.
    pub body: Vec<Block>,
    /// Labelled lines at the end of the body, as `Technologies used: …`.
    pub details: Vec<Pair>,
    /// Roles under it. Their closing paragraphs and details are their own.
    pub roles: Vec<Entry>,
    /// For an entry with roles: closing paragraphs after the last of them.
    pub tail: Vec<Block>,
    /// How many characters all of it has, roles included.
    pub chars: usize,
    /// Whether it must not break across pages.
    pub keep: bool,
    /// Whether it begins a page.
    pub page_break: bool,
    /// Where it stands in the author's file; themes are not told.
    #[serde(skip)]
    pub path: FieldPath,
}

/// A part of an entry's header.
#[derive(Debug, Clone, Serialize)]
pub struct Part {
    /// What it is.
    pub role: Role,
    /// Its words; a link if it leads somewhere. Notes come without parentheses.
    pub body: Inlines,
}

/// What a part of an entry's header is.
///
/// The order is the usual one: the title with its notes, then where it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// What the person was, got or made.
    Title,
    /// Qualifiers and duration, for parentheses after the part before.
    Note,
    /// The employer, the school, the issuer; several are one part.
    Org,
    /// What the employer is, in a few words.
    OrgNote,
    /// The department or site.
    Unit,
    /// The place; several are one part.
    Place,
}

/// A label with its text.
#[derive(Debug, Clone, Serialize)]
pub struct Pair {
    /// The label, without a sign at its end.
    pub label: Inlines,
    /// Its text.
    pub body: Inlines,
}

/// A language that the person knows.
#[derive(Debug, Clone, Serialize)]
pub struct Spoken {
    /// Which one.
    pub name: Inlines,
    /// Level and qualifiers, for parentheses after the name; may be empty.
    pub level: Inlines,
    /// Whether it is a mother tongue.
    pub native: bool,
    /// Levels from A1 to C2 in listening, reading, interaction, production and writing;
    /// empty if there are none.
    pub skills: Vec<Inlines>,
    /// The qualifiers alone; may be empty.
    pub note: Inlines,
}

/// A publication.
#[derive(Debug, Clone, Serialize)]
pub struct Publication {
    /// The whole of it, authors to identifier, the person's own name strong.
    pub body: Inlines,
    /// Its number, as `3.`, if the theme has the option `numbering` and it is not `none`.
    pub number: Option<String>,
    /// The heading of the group that it is in; publications of one group follow each
    /// other. Empty if there are no groups.
    pub group: String,
    /// The year, for themes that print it elsewhere.
    pub year: String,
    /// Qualifiers and the person's part in it, for parentheses; may be empty.
    pub note: Inlines,
    /// Where it stands in the author's file; themes are not told.
    #[serde(skip)]
    pub path: FieldPath,
}

/// Somebody who can be asked.
#[derive(Debug, Clone, Serialize)]
pub struct Reference {
    /// Name (as title), what the person is (as note) and employer, as in an entry's header.
    pub header: Vec<Part>,
    /// Ways to reach the referee.
    pub contacts: Vec<Contact>,
    /// What the referee said.
    pub quote: Vec<Block>,
}
