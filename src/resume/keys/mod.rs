//! The keys that an author can write: one table for each mapping of a résumé.
//!
//! The parser reads by these tables, the JSON Schema and the manual are printed from
//! them, and nothing else lists the keys. A line here is a line of the manual.

mod entry;
mod letter;
mod list;
mod look;
mod person;

use std::fmt::Write as _;

use super::network;
use crate::diag;
use crate::locale::publications::Kind;

pub use entry::DATE;
pub use entry::ENTRY;
pub use entry::HIGHLIGHT;
pub use entry::ORG;
pub use entry::PAIR;
pub use entry::SECTION;
pub use letter::LETTER;
pub use letter::LETTER_FILE;
pub use letter::RECIPIENT;
pub use letter::SIGNATURE;
pub use list::ITEM;
pub use list::LANGUAGE;
pub use list::PUBLICATION;
pub use list::PUBLICATION_FILE;
pub use list::REFERENCE;
pub use look::LOOK;
pub use look::PROFILE;
pub use person::CONTACT;
pub use person::CONTACT_VALUE;
pub use person::PHOTO;
pub use person::RESUME;

/// A mapping of the schema.
#[derive(Debug)]
pub struct Mapping {
    /// What it is called in messages, in the manual and in the JSON Schema.
    pub name: &'static str,
    /// What it is in a sentence: `an entry`.
    pub subject: &'static str,
    /// Keys of which at least one must be there; none if all are optional.
    pub needs: &'static [&'static str],
    /// What it describes.
    pub doc: &'static str,
    /// Its keys, in the order of the manual.
    pub keys: &'static [Key],
}

/// A key of a mapping.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// What it takes.
    pub shape: Shape,
    /// What it is for.
    pub doc: &'static str,
}

/// What a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Text that is printed as it is.
    Text,
    /// A line of Markdown.
    Line,
    /// A line of Markdown, or a list of such lines.
    Lines,
    /// Plain text, or a list of texts.
    Texts,
    /// Markdown with paragraphs and lists.
    Blocks,
    /// A date.
    Date,
    /// A web address.
    Url,
    /// Words for `for`.
    Words,
    /// A truth value.
    Flag,
    /// Where a page begins: `true` or `before`.
    PageBreak,
    /// A whole number from 1 on.
    Count,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// One of these words, or another text.
    Known(&'static [&'static str]),
    /// A photo: a file, or a mapping.
    Photo,
    /// A signature: a file, or a mapping.
    Signature,
    /// To whom a letter goes: lines, or a mapping.
    Recipient,
    /// A cover letter.
    Letter,
    /// Ways to reach a person.
    Contact,
    /// Ways to reach a referee: text, or a mapping.
    Referee,
    /// A way to reach a person: text, a mapping, or a list of these.
    ContactValue,
    /// A list of labelled ways to reach a person.
    OtherContacts,
    /// An employer: text, a mapping, or a list of these.
    Orgs,
    /// Short things in a line: text, a mapping, or a list of these.
    Items,
    /// Bullets.
    Highlights,
    /// Entries in an entry.
    Roles,
    /// Labels with text.
    Details,
    /// Sections by key.
    Sections,
    /// What a section holds.
    Content,
    /// Looks.
    Look,
    /// Options of a theme, by name.
    Options,
    /// Profiles by name.
    Profiles,
}

/// Sections that have a heading in every language, by key.
pub const SECTIONS: &[&str] = &[
    "summary",
    "objective",
    "experience",
    "internships",
    "projects",
    "education",
    "teaching",
    "research",
    "publications",
    "talks",
    "patents",
    "grants",
    "skills",
    "languages",
    "certifications",
    "courses",
    "awards",
    "memberships",
    "volunteering",
    "interests",
    "hobbies",
    "references",
    "miscellany",
];

/// What a section can hold.
pub const KINDS: &[&str] =
    &["entries", "pairs", "items", "text", "languages", "publications", "references"];

/// Kinds of publications that have a heading in every language.
pub const PUBLICATION_KINDS: &[&str] = &{
    let mut keys = [""; Kind::ALL.len()];
    let mut at = 0;
    while at < keys.len() {
        keys[at] = Kind::ALL[at].key();
        at += 1;
    }
    keys
};

/// All tables, in the order of the manual.
pub const MAPPINGS: &[&Mapping] = &[
    &RESUME,
    &PHOTO,
    &CONTACT,
    &CONTACT_VALUE,
    &SECTION,
    &ENTRY,
    &ORG,
    &DATE,
    &HIGHLIGHT,
    &PAIR,
    &ITEM,
    &LANGUAGE,
    &PUBLICATION,
    &PUBLICATION_FILE,
    &REFERENCE,
    &LETTER,
    &LETTER_FILE,
    &RECIPIENT,
    &SIGNATURE,
    &LOOK,
    &PROFILE,
];

/// What people write, and what it is called here.
const SYNONYMS: &[(&str, &str)] = &[
    ("position", "title"),
    ("role", "title"),
    ("job", "title"),
    ("degree", "title"),
    ("heading", "title"),
    ("label", "title"),
    ("name", "title"),
    ("company", "org"),
    ("employer", "org"),
    ("organization", "org"),
    ("school", "org"),
    ("institution", "org"),
    ("university", "org"),
    ("issuer", "org"),
    ("name", "org"),
    ("department", "unit"),
    ("city", "place"),
    ("where", "place"),
    ("location", "place"),
    ("when", "date"),
    ("dates", "date"),
    ("start", "date"),
    ("end", "date"),
    ("period", "date"),
    ("from", "date"),
    ("to", "date"),
    ("year", "date"),
    ("link", "url"),
    ("website", "url"),
    ("href", "url"),
    ("bullets", "highlights"),
    ("points", "highlights"),
    ("items", "highlights"),
    ("text", "summary"),
    ("description", "summary"),
    ("about", "summary"),
    ("notes", "note"),
    ("positions", "roles"),
    ("tags", "for"),
    ("audience", "for"),
    ("mail", "email"),
    ("e-mail", "email"),
    ("tel", "phone"),
    ("telephone", "phone"),
    ("mobile", "phone"),
    ("address", "location"),
    ("url", "website"),
    ("web", "website"),
    ("homepage", "website"),
    ("pgp", "other"),
    ("journal", "container"),
    ("booktitle", "container"),
    ("type", "kind"),
    ("style", "look"),
    ("design", "look"),
    ("theme", "look"),
    ("picture", "photo"),
    ("image", "photo"),
    ("path", "file"),
    ("title", "headline"),
    ("tagline", "headline"),
    ("contacts", "contact"),
    ("color", "accent"),
    ("colour", "accent"),
    ("language", "lang"),
    ("font", "font-body"),
    ("fluency", "level"),
    ("proficiency", "level"),
    ("header", "title"),
    ("last-modified", "updated"),
    ("footer", "colophon"),
    ("size", "paper"),
    ("to", "recipient"),
    ("addressee", "recipient"),
    ("from", "sender"),
    ("greeting", "salutation"),
    ("opening", "salutation"),
    ("title", "subject"),
    ("re", "subject"),
    ("text", "body"),
    ("content", "body"),
    ("sign-off", "closing"),
    ("attachments", "enclosures"),
    ("attached", "enclosures"),
    ("cv", "resume"),
    ("org", "company"),
    ("organization", "company"),
    ("employer", "company"),
    ("title", "role"),
    ("street", "address"),
    ("city", "address"),
    ("picture", "file"),
    ("image", "file"),
];

impl Mapping {
    /// Finds a key.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// What is missing if none of the needed keys is there, in words.
    pub fn need(&self) -> String {
        let article =
            |name: &str| if name.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
        let needs = self.needs.iter().map(|name| format!("{} `{name}`", article(name)));
        let needs: Vec<String> = needs.collect();
        format!("{} needs {}", self.subject, needs.join(" or "))
    }

    /// The key that somebody meant who wrote another, if that can be guessed.
    pub fn nearest(&self, name: &str) -> Option<&'static str> {
        let names = || self.keys.iter().map(|key| key.name);
        let written = name.to_lowercase().replace(['_', ' '], "-");
        let meant = SYNONYMS.iter().filter(|(other, _)| *other == written);
        diag::nearest(name, names()).or_else(|| {
            let mut meant = meant.map(|(_, key)| *key);
            meant.find_map(|key| names().find(|name| *name == key))
        })
    }
}

impl Shape {
    /// What it takes, for messages and for the manual.
    pub fn expected(self) -> String {
        match self {
            Self::Text | Self::Line | Self::Blocks => "text".into(),
            Self::Lines | Self::Texts => "text or a list of text".into(),
            Self::Date => "a date, {start, end}, or {text}".into(),
            Self::Url => "a web address".into(),
            Self::Words => "a word or a list of words".into(),
            Self::Flag => "true or false".into(),
            Self::PageBreak => "true, false, or before".into(),
            Self::Count => "a whole number from 1".into(),
            Self::Choice(words) => format!("one of {}", words.join(", ")),
            Self::Known(words) => format!("text, as {}", words.join(", ")),
            Self::Photo | Self::Signature => "a file name, or {file, alt}".into(),
            Self::Recipient => {
                "text, a list of lines, or {name, role, company, address}".into()
            }
            Self::Letter => "a mapping, as {recipient: …, body: …}".into(),
            Self::Contact => "a mapping, as {email: me@home.example}".into(),
            Self::Referee => "text, or a mapping, as {email: me@home.example}".into(),
            Self::ContactValue => {
                "text, {text, label, url, for}, or a list of these".into()
            }
            Self::OtherContacts => "a list of {label, text, url, for}".into(),
            Self::Orgs => "text, {name, url, note}, or a list of these".into(),
            Self::Items => "text, {name, level, note, for}, or a list of these".into(),
            Self::Highlights => {
                "a list of text, {text, for, highlights}, or {label, highlights}".into()
            }
            Self::Roles => "a list of entries".into(),
            Self::Details => {
                "a mapping of labels to text, or a list of {label, text, for}".into()
            }
            Self::Sections => "a mapping of sections".into(),
            Self::Content => "text, a list, or a mapping of labels to text".into(),
            Self::Look => "a mapping, as {theme: classic}".into(),
            Self::Options => "a mapping of options to values".into(),
            Self::Profiles => "a mapping of names to profiles".into(),
        }
    }
}

/// What holds for all texts, at the head of the reference.
const LANGUAGES: &str = "\
Wherever text may stand, there may be one for each language, as `{en: Engineer, fr: Ingénieure}`;
instead of a list of texts, a list for each. See [several languages](dates.md#several-languages).

";

/// The reference of all keys, as Markdown.
pub fn reference() -> String {
    let mut page = LANGUAGES.to_owned();
    for mapping in MAPPINGS {
        let Mapping { name, subject: _, needs: _, doc, keys } = mapping;
        let _ = writeln!(page, "## {}\n\n{doc}\n", title(name));
        page.push_str("| key | takes | |\n|---|---|---|\n");
        for Key { name, shape, doc } in *keys {
            let takes = shape.expected().replace('|', "\\|");
            let _ = writeln!(page, "| `{name}` | {takes} | {doc} |");
        }
        page.push('\n');
    }
    let known: Vec<String> = SECTIONS.iter().map(|name| format!("`{name}`")).collect();
    page.push_str("## Sections with a heading in every language\n\n");
    page.push_str(&known.join(", "));
    page.push_str(".\n\n## Networks\n\n| key | icon | leads to |\n|---|---|---|\n");
    for network in network::NETWORKS {
        let leads = network.url.map_or(String::new(), |url| format!("`{url}`"));
        let _ = writeln!(page, "| `{}` | {} | {leads} |", network.key, network.icon);
    }
    page
}

/// A name as a title: with a capital.
fn title(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or(String::new(), |it| it.to_uppercase().chain(letters).collect())
}
