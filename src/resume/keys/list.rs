//! The keys of skills, languages, publications and references.

use super::Key;
use super::Mapping;
use super::PUBLICATION_KINDS;
use super::Shape;

/// Levels of languages that Europe knows.
const LEVELS: &[&str] = &["A1", "A2", "B1", "B2", "C1", "C2", "native"];

/// A short thing in a line, in full.
pub const ITEM: Mapping = Mapping {
    name: "item",
    subject: "an item",
    needs: &["name"],
    doc: "A short thing in a line, as a skill, in full.",
    keys: &[
        Key { name: "name", shape: Shape::Line, doc: "What it is." },
        Key { name: "level", shape: Shape::Line, doc: "How well, in words." },
        Key { name: "note", shape: Shape::Line, doc: "A qualifier, as `9 years`." },
        Key { name: "for", shape: Shape::Words, doc: "For which profiles it is kept." },
    ],
};

/// A language that the person knows.
pub const LANGUAGE: Mapping = Mapping {
    name: "language",
    subject: "a language",
    needs: &["name"],
    doc: "A language that the person knows.",
    keys: &[
        Key { name: "name", shape: Shape::Line, doc: "Which one." },
        Key {
            name: "level",
            shape: Shape::Known(LEVELS),
            doc: "How well: free words, or a level from A1 to C2.",
        },
        Key {
            name: "listening",
            shape: Shape::Known(LEVELS),
            doc: "The level in listening, where it is another.",
        },
        Key {
            name: "reading",
            shape: Shape::Known(LEVELS),
            doc: "The level in reading.",
        },
        Key {
            name: "interaction",
            shape: Shape::Known(LEVELS),
            doc: "The level in talking with others.",
        },
        Key {
            name: "production",
            shape: Shape::Known(LEVELS),
            doc: "The level in talking at length.",
        },
        Key {
            name: "writing",
            shape: Shape::Known(LEVELS),
            doc: "The level in writing.",
        },
        Key { name: "note", shape: Shape::Line, doc: "A qualifier, as a certificate." },
        Key { name: "for", shape: Shape::Words, doc: "For which profiles it is kept." },
    ],
};

/// A publication.
pub const PUBLICATION: Mapping = Mapping {
    name: "publication",
    subject: "a publication",
    needs: &["title"],
    doc: "A publication. It needs a `title`.",
    keys: &[
        Key {
            name: "authors",
            shape: Shape::Texts,
            doc: "The authors, in order; the person's own name is set apart.",
        },
        Key { name: "title", shape: Shape::Line, doc: "Its title." },
        Key {
            name: "container",
            shape: Shape::Line,
            doc: "The journal, the proceedings, the book.",
        },
        Key {
            name: "editors",
            shape: Shape::Texts,
            doc: "Who edited the book that it is in.",
        },
        Key { name: "volume", shape: Shape::Text, doc: "The volume." },
        Key { name: "issue", shape: Shape::Text, doc: "The issue." },
        Key { name: "pages", shape: Shape::Text, doc: "The pages, as `117–134`." },
        Key { name: "year", shape: Shape::Text, doc: "The year, or `in press`." },
        Key { name: "series", shape: Shape::Line, doc: "The series, with its number." },
        Key {
            name: "edition",
            shape: Shape::Text,
            doc: "The edition: a number, or words.",
        },
        Key {
            name: "number",
            shape: Shape::Text,
            doc: "The number of a report or a patent, the version of software.",
        },
        Key {
            name: "publisher",
            shape: Shape::Line,
            doc: "The publisher, or the school of a thesis.",
        },
        Key {
            name: "doi",
            shape: Shape::Text,
            doc: "The digital object identifier, as `10.1000/182`.",
        },
        Key { name: "url", shape: Shape::Url, doc: "Where it can be read." },
        Key {
            name: "type",
            shape: Shape::Known(PUBLICATION_KINDS),
            doc: "What kind of publication it is: one that every language has a heading for, or \
                  words.",
        },
        Key { name: "note", shape: Shape::Line, doc: "A qualifier, as `best paper`." },
        Key { name: "role", shape: Shape::Line, doc: "What the person did in it." },
        Key { name: "for", shape: Shape::Words, doc: "For which profiles it is kept." },
    ],
};

/// Files with publications.
pub const PUBLICATION_FILE: Mapping = Mapping {
    name: "publication file",
    subject: "a file of publications",
    needs: &["file"],
    doc: "Publications from files beside the résumé, the newest first: alone, or as an \
          element of a list of publications.",
    keys: &[Key {
        name: "file",
        shape: Shape::Texts,
        doc: "A file of BibTeX, BibLaTeX or CSL-JSON, from the résumé's folder; or a list of \
              such files.",
    }],
};

/// Somebody who can be asked.
pub const REFERENCE: Mapping = Mapping {
    name: "reference",
    subject: "a reference",
    needs: &["name"],
    doc: "Somebody who can be asked about the person.",
    keys: &[
        Key { name: "name", shape: Shape::Line, doc: "The referee's name." },
        Key { name: "title", shape: Shape::Line, doc: "What the referee is." },
        Key { name: "org", shape: Shape::Line, doc: "Where the referee works." },
        Key { name: "contact", shape: Shape::Referee, doc: "Ways to reach the referee." },
        Key { name: "quote", shape: Shape::Blocks, doc: "What the referee said." },
        Key { name: "for", shape: Shape::Words, doc: "For which profiles it is kept." },
    ],
};
