//! The keys of sections and of what stands in entries.

use super::KINDS;
use super::Key;
use super::Mapping;
use super::Shape;

/// A section, in its long form.
pub const SECTION: Mapping = Mapping {
    name: "section",
    subject: "a section",
    needs: &[],
    doc: "A section's long form, recognised by its `content`. The short form is the content itself.",
    keys: &[
        Key {
            name: "title",
            shape: Shape::Text,
            doc: "The heading; the section's own key is then free.",
        },
        Key {
            name: "kind",
            shape: Shape::Choice(KINDS),
            doc: "What the section holds, if that is not seen from the content.",
        },
        Key { name: "intro", shape: Shape::Blocks, doc: "Text before the content." },
        Key { name: "content", shape: Shape::Content, doc: "What the section holds." },
        Key { name: "outro", shape: Shape::Blocks, doc: "Text after the content." },
        Key { name: "for", shape: Shape::Words, doc: "For which profiles it is kept." },
        Key {
            name: "page-break",
            shape: Shape::PageBreak,
            doc: "Whether the section begins a page.",
        },
    ],
};

/// An entry.
pub const ENTRY: Mapping = Mapping {
    name: "entry",
    subject: "an entry",
    needs: &["title", "org"],
    doc: "A job, a degree, a project, a certificate, or a role in one of them. It needs a \
          `title` or an `org`.",
    keys: &[
        Key {
            name: "title",
            shape: Shape::Line,
            doc: "What the person was, got or made.",
        },
        Key {
            name: "org",
            shape: Shape::Orgs,
            doc: "The employer, the school, the issuer.",
        },
        Key { name: "unit", shape: Shape::Line, doc: "The department or site." },
        Key {
            name: "place",
            shape: Shape::Lines,
            doc: "Where; a list if it was in several places.",
        },
        Key {
            name: "date",
            shape: Shape::Date,
            doc: "When, as `Aug 2013 – present`, `2009 – 2011` or `2012-05`.",
        },
        Key { name: "duration", shape: Shape::Line, doc: "How long, in words." },
        Key {
            name: "note",
            shape: Shape::Lines,
            doc: "Qualifiers as `part-time`, printed in parentheses after the title.",
        },
        Key { name: "url", shape: Shape::Url, doc: "Where the title leads." },
        Key {
            name: "summary",
            shape: Shape::Blocks,
            doc: "Paragraphs before the bullets.",
        },
        Key { name: "highlights", shape: Shape::Highlights, doc: "The bullets." },
        Key { name: "outro", shape: Shape::Blocks, doc: "Paragraphs after the bullets." },
        Key {
            name: "roles",
            shape: Shape::Roles,
            doc: "Roles under this employer, or teams under a role; to a depth of two.",
        },
        Key {
            name: "details",
            shape: Shape::Details,
            doc: "Labelled lines at the end, as `Technologies used: Go, Python`.",
        },
        Key { name: "for", shape: Shape::Words, doc: "For which profiles it is kept." },
        Key {
            name: "keep",
            shape: Shape::Flag,
            doc: "Whether the entry must not break across pages.",
        },
        Key {
            name: "page-break",
            shape: Shape::PageBreak,
            doc: "Whether the entry begins a page.",
        },
    ],
};

/// An employer, in full.
pub const ORG: Mapping = Mapping {
    name: "org",
    subject: "`org`",
    needs: &["name"],
    doc: "An employer, a school, an issuer, in full.",
    keys: &[
        Key { name: "name", shape: Shape::Line, doc: "Its name." },
        Key { name: "url", shape: Shape::Url, doc: "Its address on the web." },
        Key { name: "note", shape: Shape::Line, doc: "What it is, in a few words." },
    ],
};

/// A date, in full.
pub const DATE: Mapping = Mapping {
    name: "date",
    subject: "a date",
    needs: &["start", "text"],
    doc: "A date in full: `{start, end}`, or `{text}` to print it as it is.",
    keys: &[
        Key { name: "start", shape: Shape::Text, doc: "When it began." },
        Key {
            name: "end",
            shape: Shape::Text,
            doc: "When it ended, or `present`; without it, the end is open.",
        },
        Key { name: "text", shape: Shape::Text, doc: "Words to print instead." },
    ],
};

/// A bullet, in full.
pub const HIGHLIGHT: Mapping = Mapping {
    name: "highlight",
    subject: "a highlight",
    needs: &["text", "label"],
    doc: "A bullet with bullets of its own, or with `label` a sub-heading over bullets.",
    keys: &[
        Key { name: "text", shape: Shape::Blocks, doc: "What the bullet says." },
        Key {
            name: "label",
            shape: Shape::Line,
            doc: "A sub-heading instead of a bullet.",
        },
        Key {
            name: "highlights",
            shape: Shape::Highlights,
            doc: "Bullets under it, to three levels.",
        },
        Key { name: "for", shape: Shape::Words, doc: "For which profiles it is kept." },
    ],
};

/// A label with its text, in full.
pub const PAIR: Mapping = Mapping {
    name: "pair",
    subject: "a pair",
    needs: &[],
    doc: "A label with its text, in full. Below a label that is a key, `label` is left out.",
    keys: &[
        Key { name: "label", shape: Shape::Line, doc: "The label." },
        Key {
            name: "text",
            shape: Shape::Items,
            doc: "Its text; a list is set as short things in a line.",
        },
        Key { name: "for", shape: Shape::Words, doc: "For which profiles it is kept." },
    ],
};
