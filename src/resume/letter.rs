//! A cover letter, typed: what its author wrote, before a language fills in the rest.

use serde::Serialize;

use super::Look;
use super::Photo;
use crate::date::Date;
use crate::source::FieldPath;
use crate::text::Block;
use crate::text::Inlines;

/// A cover letter; what is absent is left to another one below it, or to the language.
#[derive(Debug, Clone, Default)]
pub struct Letter {
    /// Where its parts stand.
    pub layout: Option<Layout>,
    /// The sender's postal address.
    pub sender: Option<Vec<Inlines>>,
    /// To whom it goes.
    pub recipient: Option<Recipient>,
    /// Where it was written.
    pub place: Option<Inlines>,
    /// When.
    pub date: Option<Date>,
    /// What it is about.
    pub subject: Option<Inlines>,
    /// What it opens with; empty if it opens with nothing.
    pub salutation: Option<Inlines>,
    /// What it says.
    pub body: Option<Vec<Block>>,
    /// What it closes with; empty if it closes with nothing.
    pub closing: Option<Inlines>,
    /// A picture of the signature.
    pub signature: Option<Photo>,
    /// What goes with it.
    pub enclosures: Option<Vec<Inlines>>,
    /// How it looks, where that is not as the résumé looks.
    pub look: Look,
}

/// Where the parts of a letter stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// Recipient, date, subject, one below the other.
    Standard,
    /// Date, recipient, no subject.
    Us,
    /// Recipient in the window of an envelope, after DIN 5008, form B.
    Din,
    /// Sender at the left, recipient and date at the right.
    Fr,
}

impl Layout {
    /// Every layout with the name that authors write.
    pub const ALL: [(&'static str, Self); 4] = [
        ("standard", Self::Standard),
        ("us", Self::Us),
        ("din", Self::Din),
        ("fr", Self::Fr),
    ];
}

/// To whom a letter goes.
#[derive(Debug, Clone, Default)]
pub struct Recipient {
    /// The person's name; empty if it is not known, or not known to be one.
    pub name: Inlines,
    /// The lines after the name.
    pub lines: Vec<Inlines>,
}

/// A letter in a file of its own.
#[derive(Debug, Clone)]
pub struct LetterFile {
    /// The résumé's file, relative to the letter's folder, and where its name stands.
    pub resume: (String, FieldPath),
    /// The profile of the résumé that counts.
    pub profile: Option<String>,
    /// The letter.
    pub letter: Letter,
}

impl Letter {
    /// The same, with what it leaves open filled in from another one.
    #[must_use]
    pub fn over(self, below: Self) -> Self {
        // No `..` here: a new field does not compile until it was thought of.
        let Self {
            layout,
            sender,
            recipient,
            place,
            date,
            subject,
            salutation,
            body,
            closing,
            signature,
            enclosures,
            look,
        } = self;
        Self {
            layout: layout.or(below.layout),
            sender: sender.or(below.sender),
            recipient: recipient.or(below.recipient),
            place: place.or(below.place),
            date: date.or(below.date),
            subject: subject.or(below.subject),
            salutation: salutation.or(below.salutation),
            body: body.or(below.body),
            closing: closing.or(below.closing),
            signature: signature.or(below.signature),
            enclosures: enclosures.or(below.enclosures),
            look: look.over(&below.look),
        }
    }
}
