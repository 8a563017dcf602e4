//! The keys of looks and profiles.
//!
//! What an option takes to the letter, and its default, is the business of themes: here
//! are the names, with what they are for.

use super::Key;
use super::Mapping;
use super::Shape;

/// Colours that are known by name.
const ACCENTS: &[&str] = &[
    "ink", "burgundy", "plum", "graphite", "navy", "eu-blue", "slate", "forest",
    "petrol", "rust", "blue", "teal", "ochre",
];

/// Languages that have month names and headings.
const LANGUAGES: &[&str] = &[
    "en", "en-GB", "fr", "de", "es", "it", "pt", "pt-BR", "nl", "pl", "sv", "nb", "da",
    "fi", "cs", "tr", "ru", "uk", "el", "ro", "hu", "ja", "zh-Hans", "zh-Hant", "ko",
    "ar", "he", "fa", "hi",
];

/// How it looks.
pub const LOOK: Mapping = Mapping {
    name: "look",
    subject: "`look`",
    needs: &[],
    doc: "How it looks. Each key is also a flag of the command line.",
    keys: &[
        Key {
            name: "theme",
            shape: Shape::Known(&[
                "academic",
                "classic",
                "compact",
                "editorial",
                "europa",
                "modern",
                "plain",
                "sidebar",
            ]),
            doc: "A theme's name, or a folder with a theme of your own.",
        },
        Key {
            name: "lang",
            shape: Shape::Known(LANGUAGES),
            doc: "The document's language: headings, dates, quotes, hyphenation.",
        },
        Key {
            name: "paper",
            shape: Shape::Known(&["a4", "us-letter"]),
            doc: "The paper; by default what is usual where the language is spoken.",
        },
        Key {
            name: "margin",
            shape: Shape::Texts,
            doc: "Margins: one length for all sides, or top, right, bottom, left.",
        },
        Key {
            name: "accent",
            shape: Shape::Known(ACCENTS),
            doc: "The colour of headings, links and marks: a name, or `#7a1f2b`.",
        },
        Key {
            name: "accent-strict",
            shape: Shape::Flag,
            doc: "Whether an accent that is too pale to read is darkened.",
        },
        Key {
            name: "font-body",
            shape: Shape::Text,
            doc: "The font family of the text.",
        },
        Key {
            name: "font-heading",
            shape: Shape::Text,
            doc: "The font family of the name and of headings.",
        },
        Key { name: "font-mono", shape: Shape::Text, doc: "The font family of code." },
        Key {
            name: "font-size",
            shape: Shape::Text,
            doc: "The size of the text, as `10pt`.",
        },
        Key {
            name: "density",
            shape: Shape::Known(&["normal", "compact", "relaxed"]),
            doc: "How much space there is between lines and entries.",
        },
        Key {
            name: "pages",
            shape: Shape::Known(&["off", "auto"]),
            doc: "How many pages it may have: space and size give way until it fits.",
        },
        Key {
            name: "date-position",
            shape: Shape::Known(&["right", "inline", "below", "margin"]),
            doc: "Where the dates of entries stand.",
        },
        Key {
            name: "date-side",
            shape: Shape::Known(&["end", "start"]),
            doc: "The side of the margin in which dates stand.",
        },
        Key {
            name: "month",
            shape: Shape::Known(&["short", "long", "number", "none"]),
            doc: "How months are written.",
        },
        Key {
            name: "range",
            shape: Shape::Known(&["en-dash-spaced", "en-dash", "hyphen-spaced", "to"]),
            doc: "What stands between the two ends of a period.",
        },
        Key {
            name: "open-range",
            shape: Shape::Known(&["dash", "since", "present"]),
            doc: "How a period without an end is written.",
        },
        Key {
            name: "heading",
            shape: Shape::Known(&["rule", "plain", "smallcaps", "caps", "bar"]),
            doc: "How headings are set, as far as the theme has a choice.",
        },
        Key {
            name: "icons",
            shape: Shape::Known(&["on", "off"]),
            doc: "Whether contacts have icons.",
        },
        Key {
            name: "photo",
            shape: Shape::Known(&["off", "left", "right"]),
            doc: "Where the photo stands, if there is one.",
        },
        Key {
            name: "photo-shape",
            shape: Shape::Known(&["rect", "round", "circle"]),
            doc: "The photo's shape.",
        },
        Key {
            name: "entry-lead",
            shape: Shape::Known(&["title", "org"]),
            doc: "Whether entries begin with what the person was, or with where.",
        },
        Key {
            name: "link-style",
            shape: Shape::Known(&["color", "underline", "none"]),
            doc: "How links are told from other text.",
        },
        Key {
            name: "link-url",
            shape: Shape::Known(&["never", "print"]),
            doc: "Whether the address of a link is printed after its text.",
        },
        Key {
            name: "footer",
            shape: Shape::Known(&["auto", "none"]),
            doc: "The foot of the pages: page numbers if there are several, nothing, or a text.",
        },
        Key {
            name: "ats",
            shape: Shape::Known(&["normal", "strict"]),
            doc: "Whether looks give way so that every machine reads the text in order.",
        },
        Key {
            name: "summary-title",
            shape: Shape::Flag,
            doc: "Whether the summary has a heading.",
        },
        Key {
            name: "quotes",
            shape: Shape::Known(&["smart", "straight"]),
            doc: "Whether straight quotes become those of the language.",
        },
        Key {
            name: "options",
            shape: Shape::Options,
            doc: "What the chosen theme declares besides, by name.",
        },
    ],
};

/// A named version of a résumé.
pub const PROFILE: Mapping = Mapping {
    name: "profile",
    subject: "a profile",
    needs: &[],
    doc: "A named version of this résumé: what it keeps, and how it looks.",
    keys: &[
        Key {
            name: "for",
            shape: Shape::Words,
            doc: "The words that are wanted: it keeps what has no `for`, and what is for one of them.",
        },
        Key {
            name: "headline",
            shape: Shape::Lines,
            doc: "Replaces the résumé's headline.",
        },
        Key {
            name: "summary",
            shape: Shape::Blocks,
            doc: "Replaces the résumé's summary.",
        },
        Key {
            name: "sections",
            shape: Shape::Texts,
            doc: "Which sections are printed, by key, in this order.",
        },
        Key {
            name: "letter",
            shape: Shape::Letter,
            doc: "A cover letter; what is left out is that of the résumé's.",
        },
        Key {
            name: "look",
            shape: Shape::Look,
            doc: "How it looks; what is left out is the résumé's.",
        },
        Key {
            name: "pages",
            shape: Shape::Count,
            doc: "How many pages it may have: it fits, or it says by how much it fails.",
        },
    ],
};
