//! The keys of cover letters.

use super::Key;
use super::Mapping;
use super::Shape;

/// Where the parts of a letter stand.
const LAYOUTS: &[&str] = &["standard", "us", "din", "fr"];

/// A cover letter.
pub const LETTER: Mapping = Mapping {
    name: "letter",
    subject: "a letter",
    needs: &[],
    doc: "A cover letter, set by `--letter`. What it leaves out and the language has words for \
          is filled in; of a profile's letter, what it leaves out is the résumé's.",
    keys: &KEYS,
};

/// A letter in a file of its own.
pub const LETTER_FILE: Mapping = Mapping {
    name: "letter file",
    subject: "a letter",
    needs: &["resume"],
    doc: "A file that names a résumé is a letter: it has the keys of `letter`, and these two.",
    keys: &FILE_KEYS,
};

/// What only a file of its own has.
const OWN_KEYS: [Key; 2] = [
    Key {
        name: "resume",
        shape: Shape::Text,
        doc: "The résumé's file: beside the letter, or in the project's folder of résumés.",
    },
    Key {
        name: "profile",
        shape: Shape::Text,
        doc: "The profile of the résumé whose head, look and letter count.",
    },
];

/// What every letter has.
const KEYS: [Key; 12] = [
    Key {
        name: "layout",
        shape: Shape::Choice(LAYOUTS),
        doc: "Where its parts stand; `us` on US Letter if there is no subject, else `standard`.",
    },
    Key {
        name: "sender",
        shape: Shape::Lines,
        doc: "The sender's postal address; in the layouts `din` and `fr` name and `location` if it is left out.",
    },
    Key { name: "recipient", shape: Shape::Recipient, doc: "To whom it goes." },
    Key { name: "place", shape: Shape::Line, doc: "Where it was written." },
    Key {
        name: "date",
        shape: Shape::Date,
        doc: "The date, printed in the document's language; without it, none is printed.",
    },
    Key { name: "subject", shape: Shape::Line, doc: "What it is about." },
    Key {
        name: "salutation",
        shape: Shape::Line,
        doc: "What it opens with, as `Dear Ms Solberg,`; an empty text leaves it out.",
    },
    Key { name: "body", shape: Shape::Blocks, doc: "What it says." },
    Key {
        name: "closing",
        shape: Shape::Line,
        doc: "What it closes with, as `Yours sincerely,`; an empty text leaves it out.",
    },
    Key {
        name: "signature",
        shape: Shape::Signature,
        doc: "A picture of the signature: a file beside the text.",
    },
    Key {
        name: "enclosures",
        shape: Shape::Lines,
        doc: "What goes with it; the language has the word before it.",
    },
    Key {
        name: "look",
        shape: Shape::Look,
        doc: "How it looks, where that is not as the résumé looks.",
    },
];

/// What a letter in a file of its own has.
const FILE_KEYS: [Key; OWN_KEYS.len() + KEYS.len()] = {
    let mut all = [OWN_KEYS[0]; OWN_KEYS.len() + KEYS.len()];
    let mut at = 1;
    while at < all.len() {
        let own = at < OWN_KEYS.len();
        all[at] = if own { OWN_KEYS[at] } else { KEYS[at - OWN_KEYS.len()] };
        at += 1;
    }
    all
};

/// To whom a letter goes.
pub const RECIPIENT: Mapping = Mapping {
    name: "recipient",
    subject: "`recipient`",
    needs: &["name", "company", "address"],
    doc: "To whom a letter goes, in full; each is a line of its own.",
    keys: &[
        Key { name: "name", shape: Shape::Line, doc: "The person's name." },
        Key { name: "role", shape: Shape::Line, doc: "What the person is there." },
        Key { name: "company", shape: Shape::Line, doc: "Where the person works." },
        Key {
            name: "address",
            shape: Shape::Lines,
            doc: "The postal address, line by line.",
        },
    ],
};

/// A picture of a signature.
pub const SIGNATURE: Mapping = Mapping {
    name: "signature",
    subject: "`signature`",
    needs: &["file"],
    doc: "A picture of a signature, printed 12 mm high.",
    keys: &[
        Key {
            name: "file",
            shape: Shape::Text,
            doc: "The picture's file, from the folder of the text that names it.",
        },
        Key {
            name: "alt",
            shape: Shape::Text,
            doc: "What the picture shows; without it, readers of the tags are told only the name below.",
        },
    ],
};
