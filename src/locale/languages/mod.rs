//! What cvpdf says in each language: a file for each, with a table in which the compiler
//! finds what is missing.

use serde::Serialize;

use super::dates::Patterns;
use super::headings::Headings;
use crate::date::words::Words;

mod en;
mod en_gb;
mod fr;
mod de;
mod es;
mod it;
mod pt_br;
mod pt_pt;
mod nl;
mod pl;
mod sv;
mod nb;
mod da;
mod fi;
mod cs;
mod tr;
mod ru;
mod uk;
mod el;
mod ro;
mod hu;
mod ja;
mod zh_hans;
mod zh_hant;
mod ko;
mod ar;
mod he;
mod fa;
mod hi;

/// Every language, in the order in which they are listed for authors.
pub(super) const LANGUAGES: &[&Language] = &[
    &en::LANGUAGE,
    &en_gb::LANGUAGE,
    &fr::LANGUAGE,
    &de::LANGUAGE,
    &es::LANGUAGE,
    &it::LANGUAGE,
    &pt_br::LANGUAGE,
    &pt_pt::LANGUAGE,
    &nl::LANGUAGE,
    &pl::LANGUAGE,
    &sv::LANGUAGE,
    &nb::LANGUAGE,
    &da::LANGUAGE,
    &fi::LANGUAGE,
    &cs::LANGUAGE,
    &tr::LANGUAGE,
    &ru::LANGUAGE,
    &uk::LANGUAGE,
    &el::LANGUAGE,
    &ro::LANGUAGE,
    &hu::LANGUAGE,
    &ja::LANGUAGE,
    &zh_hans::LANGUAGE,
    &zh_hant::LANGUAGE,
    &ko::LANGUAGE,
    &ar::LANGUAGE,
    &he::LANGUAGE,
    &fa::LANGUAGE,
    &hi::LANGUAGE,
];

/// All words of one language.
#[derive(Debug)]
pub(super) struct Language {
    /// Its tag: the language, then a script or a region where one language has several.
    pub(super) tag: &'static str,
    /// The script that it is written in, by its four letters.
    pub(super) script: &'static str,
    /// The region that it is of unless the author names one.
    pub(super) region: Option<[u8; 2]>,
    /// The words that dates are made of.
    pub(super) words: &'static Words,
    /// How dates are put together.
    pub(super) dates: Patterns,
    /// How things are listed.
    pub(super) list: List,
    /// Where a page stands, with `{page}` and `{pages}`.
    pub(super) page: &'static str,
    /// What a résumé is called.
    pub(super) document: &'static str,
    /// What a photo shows, with `{name}`.
    pub(super) portrait: &'static str,
    /// What stands in place of references.
    pub(super) references_on_request: &'static str,
    /// What contacts are called.
    pub(super) labels: Labels,
    /// What letters say by themselves.
    pub(super) letters: Letters,
    /// What forms of European applications say.
    pub(super) forms: Forms,
    /// What known sections are called.
    pub(super) headings: Headings,
}

/// What stands between listed things, with the spaces around it.
#[derive(Debug)]
pub(super) struct List {
    /// Between any two where no sentence is made of them, as in headers and skills; the
    /// themes' library has the same.
    pub(super) separator: &'static str,
    /// Between any two but the last.
    pub(super) comma: &'static str,
    /// Between two, if there are two.
    pub(super) two: &'static str,
    /// Before the last of three and more.
    pub(super) last: &'static str,
}

/// What contacts are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Labels {
    /// A telephone.
    pub phone: &'static str,
    /// A telephone to carry.
    pub mobile: &'static str,
    /// An address for electronic mail.
    pub email: &'static str,
    /// A home page.
    pub website: &'static str,
    /// The place where someone lives.
    pub location: &'static str,
    /// A postal address.
    pub address: &'static str,
}

/// What letters say by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letters {
    /// What a letter that goes with a résumé is called.
    pub document: &'static str,
    /// What frames a letter to nobody in particular.
    pub to_nobody: Frame,
    /// What frames a letter to somebody of whom only the name is known, with `{name}`:
    /// in most languages nobody can be greeted so.
    pub to_named: Frame,
    /// What stands before one enclosure, and before several.
    pub enclosures: [&'static str; 2],
    /// A day on which something is written, with `{date}`: `le {date}`.
    pub on_day: &'static str,
}

/// What a letter opens and closes with; none where it depends on who writes to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// Before the first paragraph.
    pub opening: Option<&'static str>,
    /// After the last one.
    pub closing: Option<&'static str>,
}

/// What forms of European applications say: over the head, beside personal details, and
/// of languages, whose levels are those of the Common European Framework of Reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Forms {
    /// What stands beside the head.
    pub personal: &'static str,
    /// The date of birth.
    pub birth: &'static str,
    /// The nationality.
    pub nationality: &'static str,
    /// The gender.
    pub gender: &'static str,
    /// The language of one's childhood.
    pub mother_tongue: &'static str,
    /// Any language.
    pub language: &'static str,
    /// Listening, reading, interaction, production, writing.
    pub skills: [&'static str; 5],
    /// What the levels mean.
    pub legend: &'static str,
}
