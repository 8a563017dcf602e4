//! The author's facts, typed: a résumé before anything is decided about its looks.
//!
//! The keys that an author writes are listed in `keys`; here is what they become.

pub mod yaml;
pub mod network;
pub mod letter;
pub mod keys;
pub mod language;
pub mod name;
pub mod publication;
pub mod parse;
pub mod profile;
pub mod tally;
pub mod bibliography;
pub mod schema;

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::date::Date;
use crate::diag::Diagnostic;
use crate::digest::Digest;
use crate::digest::Digester;
use crate::source::FieldPath;
use crate::text::Block;
use crate::text::Inlines;
use letter::Letter;
use name::Name;

/// One person's résumé: everything in the file, in the author's order.
#[derive(Debug, Clone)]
pub struct Resume {
    /// The person's name.
    pub name: String,
    /// Other names of the person, under which publications may be found.
    pub aliases: Vec<String>,
    /// Lines under the name.
    pub headline: Vec<Inlines>,
    /// A portrait.
    pub photo: Option<Photo>,
    /// Ways to reach the person.
    pub contact: Vec<Contact>,
    /// When the text was last changed: the only date in the PDF.
    pub updated: Option<Date>,
    /// An opening paragraph.
    pub summary: Vec<Block>,
    /// The sections.
    pub sections: Vec<Section>,
    /// Small print at the end.
    pub colophon: Vec<Block>,
    /// A cover letter.
    pub letter: Option<Box<Letter>>,
    /// How it looks, unless a profile or the command line says otherwise.
    pub look: Look,
    /// Named versions of this résumé.
    pub profiles: Vec<Profile>,
}

/// A portrait.
#[derive(Debug, Clone)]
pub struct Photo {
    /// The file, relative to the résumé's folder.
    pub file: String,
    /// What it shows, for those who do not see it; by default the person's name.
    pub alt: Option<String>,
    /// Where the file's name stands.
    pub path: FieldPath,
}

/// One way to reach a person.
#[derive(Debug, Clone)]
pub struct Contact {
    /// The key it was written under: `email`, `phone`, `github`, … or `other`.
    pub kind: String,
    /// A label that the author gave.
    pub label: Option<String>,
    /// What is printed: an address, a number, a user name.
    pub text: String,
    /// Where it leads, if it does.
    pub url: Option<String>,
    /// For whom it is kept.
    pub audience: Audience,
}

/// For whom something is kept: the words of `for`; everybody when there are none.
///
/// A word is wanted as it is, `a+b` when both are, `not a` when `a` is not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Audience(pub Vec<String>);

impl Content {
    /// How many elements there are; files of publications count as one each.
    pub fn len(&self) -> usize {
        match self {
            Self::Entries(items) => items.len(),
            Self::Pairs(pairs) => pairs.len(),
            Self::Items(items) => items.len(),
            Self::Text(blocks) => blocks.len(),
            Self::Languages(languages) => languages.len(),
            Self::Publications(all) => all.list.len() + all.files.len(),
            Self::References(references) => references.len(),
        }
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Audience {
    /// Whether this is kept when some words are wanted.
    pub fn is_wanted(&self, wanted: &[String]) -> bool {
        let one = |part: &str| match part.strip_prefix("not ") {
            Some(word) => !wanted.iter().any(|it| it == word.trim()),
            None => wanted.iter().any(|it| it == part),
        };
        self.0.is_empty()
            || self.0.iter().any(|text| text.split('+').map(str::trim).all(one))
    }

    /// The words in one text of `for`: of `a+not b`, that is `a` and `b`.
    pub fn words_of(text: &str) -> impl Iterator<Item = &str> {
        let parts = text.split('+').map(str::trim);
        parts.map(|part| part.strip_prefix("not ").map_or(part, str::trim))
    }
}

/// A section.
#[derive(Debug, Clone)]
pub struct Section {
    /// The key it was written under.
    pub key: String,
    /// The heading that the author gave; else a known key has one in each language.
    pub title: Option<String>,
    /// Blocks before the content.
    pub intro: Vec<Block>,
    /// The content.
    pub content: Content,
    /// Blocks after the content.
    pub outro: Vec<Block>,
    /// For whom it is kept.
    pub audience: Audience,
    /// Whether it begins a page.
    pub page_break: bool,
    /// Where it stands.
    pub path: FieldPath,
}

/// What a section holds.
#[derive(Debug, Clone)]
pub enum Content {
    /// Entries, and paragraphs between them.
    Entries(Vec<Item>),
    /// Labels with text.
    Pairs(Vec<Pair>),
    /// Short things in a line.
    Items(Vec<Skill>),
    /// Markdown.
    Text(Vec<Block>),
    /// Languages with levels.
    Languages(Vec<Language>),
    /// Publications.
    Publications(Publications),
    /// People who can be asked.
    References(Vec<Reference>),
}

/// An element of a section of entries.
#[derive(Debug, Clone)]
pub enum Item {
    /// A job, a degree, a project.
    Entry(Box<Entry>),
    /// A Markdown block of its own.
    Blocks(Vec<Block>),
}

/// A job, a degree, a project, a certificate, or a role in one of them.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What the person was, got or made.
    pub title: Inlines,
    /// Where: employers, schools, issuers.
    pub orgs: Vec<Org>,
    /// The department or site.
    pub unit: Inlines,
    /// Places.
    pub places: Vec<Inlines>,
    /// When.
    pub date: Option<Date>,
    /// How long, in words.
    pub duration: Inlines,
    /// Qualifiers, printed in parentheses after the title.
    pub notes: Vec<Inlines>,
    /// Where the title leads.
    pub url: Option<String>,
    /// Paragraphs before the bullets.
    pub summary: Vec<Block>,
    /// The bullets.
    pub highlights: Vec<Highlight>,
    /// Paragraphs after the bullets.
    pub outro: Vec<Block>,
    /// Roles under this employer, or teams under this role.
    pub roles: Vec<Entry>,
    /// Labelled lines at the end.
    pub details: Vec<Pair>,
    /// For whom it is kept.
    pub audience: Audience,
    /// Whether it must not break across pages.
    pub keep: bool,
    /// Whether it begins a page.
    pub page_break: bool,
    /// Where it stands.
    pub path: FieldPath,
}

/// An employer, a school, an issuer.
#[derive(Debug, Clone)]
pub struct Org {
    /// Its name.
    pub name: Inlines,
    /// Its address on the web.
    pub url: Option<String>,
    /// What it is, in a few words.
    pub note: Inlines,
}

/// A bullet, or a sub-heading with bullets of its own.
#[derive(Debug, Clone)]
pub struct Highlight {
    /// What kind of thing it is.
    pub body: HighlightBody,
    /// For whom it is kept.
    pub audience: Audience,
}

/// What a highlight says.
#[derive(Debug, Clone)]
pub enum HighlightBody {
    /// A bullet with text and perhaps bullets under it.
    Bullet {
        /// The text.
        blocks: Vec<Block>,
        /// Bullets one level down.
        nested: Vec<Highlight>,
    },
    /// A sub-heading over bullets of the same level.
    Group {
        /// The sub-heading.
        label: Inlines,
        /// The bullets under it.
        highlights: Vec<Highlight>,
    },
}

/// A label with its text.
#[derive(Debug, Clone)]
pub struct Pair {
    /// The label.
    pub label: Inlines,
    /// Its text: one element, or short things in a line.
    pub items: Vec<Skill>,
    /// For whom it is kept.
    pub audience: Audience,
}

/// A short thing in a line: a skill, an interest.
#[derive(Debug, Clone)]
pub struct Skill {
    /// What it is.
    pub name: Inlines,
    /// How well, in words.
    pub level: Inlines,
    /// Qualifiers in words.
    pub note: Inlines,
    /// For whom it is kept.
    pub audience: Audience,
}

/// A language that the person knows.
#[derive(Debug, Clone, Default)]
pub struct Language {
    /// Which one.
    pub name: Inlines,
    /// How well: free words, or a level from A1 to C2.
    pub level: Inlines,
    /// The same for listening, reading, interaction, production and writing; empty where
    /// the level is that of the whole.
    pub skills: [Inlines; 5],
    /// Qualifiers in words.
    pub note: Inlines,
    /// For whom it is kept.
    pub audience: Audience,
}

/// Publications: those that the author wrote, and those of files.
#[derive(Debug, Clone, Default)]
pub struct Publications {
    /// The publications; with those of the files once these are read, and then the newest
    /// first.
    pub list: Vec<Publication>,
    /// Files with more of them.
    pub files: Vec<PublicationFile>,
}

/// A file with publications, as it is named in a résumé.
#[derive(Debug, Clone)]
pub struct PublicationFile {
    /// The file, relative to the résumé's folder.
    pub file: String,
    /// Where its name stands.
    pub path: FieldPath,
}

/// A publication.
#[derive(Debug, Clone)]
pub struct Publication {
    /// The authors, in order.
    pub authors: Vec<Name>,
    /// Whether there are more authors, whom the file does not name.
    pub others: bool,
    /// Its title.
    pub title: Inlines,
    /// The journal, the proceedings, the book.
    pub container: Inlines,
    /// Who edited the book.
    pub editors: Vec<Name>,
    /// The volume.
    pub volume: String,
    /// The issue.
    pub issue: String,
    /// The pages.
    pub pages: String,
    /// The year.
    pub year: String,
    /// Where it stands in time.
    pub order: publication::Order,
    /// The series, with the number in it.
    pub series: Inlines,
    /// The edition: a number, or words.
    pub edition: String,
    /// The number of a report or a patent, the version of software.
    pub number: String,
    /// Who brought it out, or the school of a thesis.
    pub publisher: Inlines,
    /// What a thesis or a report is: `doctoral`, `masters`, `report`, or words.
    pub genre: String,
    /// The digital object identifier, without `https://doi.org/`.
    pub doi: String,
    /// Where it can be read.
    pub url: Option<String>,
    /// What kind of publication it is: a key that every language has a heading for, or
    /// words.
    pub kind: String,
    /// Qualifiers in words.
    pub note: Inlines,
    /// What the person did in it, in words.
    pub role: Inlines,
    /// For whom it is kept.
    pub audience: Audience,
    /// Where it stands, or where its file is named.
    pub path: FieldPath,
}

/// Somebody who can be asked about the person.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The referee's name.
    pub name: Inlines,
    /// What the referee is.
    pub title: Inlines,
    /// Where the referee works.
    pub org: Inlines,
    /// Ways to reach the referee.
    pub contact: Vec<Contact>,
    /// What the referee said.
    pub quote: Vec<Block>,
    /// For whom it is kept.
    pub audience: Audience,
}

/// A named version of a résumé.
#[derive(Debug, Clone)]
pub struct Profile {
    /// Its name.
    pub name: String,
    /// The words that are wanted; everything when there are none.
    pub wanted: Vec<String>,
    /// Lines under the name, instead of the résumé's.
    pub headline: Option<Vec<Inlines>>,
    /// An opening paragraph, instead of the résumé's.
    pub summary: Option<Vec<Block>>,
    /// The sections to print, by key, in order; all when there are none.
    pub sections: Option<Vec<String>>,
    /// A cover letter, over the résumé's.
    pub letter: Option<Box<Letter>>,
    /// How it looks.
    pub look: Look,
    /// How many pages it may have.
    pub pages: Option<usize>,
    /// Where it stands.
    pub path: FieldPath,
}

/// What somebody decided about looks; what is absent is left to whoever comes next.
///
/// The keys are those of `theme::options::COMMON` besides the two that choose
/// everything else: theme and language.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// A built-in theme's name, or a folder.
    pub theme: Option<Chosen>,
    /// The document's language, as a tag.
    pub lang: Option<Chosen>,
    /// Options, by name: those that all themes have, and the theme's own.
    pub options: BTreeMap<String, Chosen>,
    /// Which of the options were chosen for another theme than the one that is set:
    /// where that one does not take them, they are of no account.
    pub for_another: BTreeSet<String>,
}

/// A value that somebody chose, as text, and where.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// The value, as it was written.
    pub value: String,
    /// Who chose it.
    pub origin: Origin,
}

impl Chosen {
    /// A value that a flag sets.
    pub fn flag(value: String) -> Self {
        Self { value, origin: Origin::Flag }
    }

    /// Points a diagnostic at where this was chosen.
    pub fn place(&self, diagnostic: Diagnostic) -> Diagnostic {
        match &self.origin {
            Origin::Flag => diagnostic,
            Origin::Key(source, span) => diagnostic.at(source, span.clone()),
        }
    }
}

/// Who chose a value: for messages.
#[derive(Debug, Clone)]
pub enum Origin {
    /// A flag of the command line.
    Flag,
    /// A key in a text.
    Key(crate::source::Source, crate::source::Span),
}

impl Look {
    /// A name for what was decided, wherever that was.
    pub fn digest(&self) -> Digest {
        // No `..` here: a new field does not compile until it counts.
        let Self { theme, lang, options, for_another } = self;
        let [theme, lang] =
            [theme, lang].map(|it| it.as_ref().map(|it| it.value.as_str()));
        let mut all = Digester::default();
        for (name, value) in [("theme", theme), ("lang", lang)] {
            all = value
                .into_iter()
                .fold(all, |all, value| all.part(name, value.as_bytes()));
        }
        for (name, chosen) in options {
            all = all
                .part("option", name.as_bytes())
                .part("value", chosen.value.as_bytes());
        }
        for_another
            .iter()
            .fold(all, |all, name| all.part("other", name.as_bytes()))
            .finish()
    }

    /// The same, with what another leaves open filled in from below.
    #[must_use]
    pub fn over(mut self, below: &Self) -> Self {
        let another = |above: &Chosen| {
            below.theme.as_ref().map(|it| &it.value) != Some(&above.value)
        };
        let another = self.theme.as_ref().is_some_and(another);
        self.theme = self.theme.or_else(|| below.theme.clone());
        self.lang = self.lang.or_else(|| below.lang.clone());
        for (name, chosen) in &below.options {
            let is_new = !self.options.contains_key(name);
            if is_new && (another || below.for_another.contains(name)) {
                self.for_another.insert(name.clone());
            }
            self.options.entry(name.clone()).or_insert_with(|| chosen.clone());
        }
        self
    }
}
