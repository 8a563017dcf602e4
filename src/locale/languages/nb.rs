//! cvpdf in Norwegian.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Norwegian.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "nb",
    script: "Latn",
    region: None,
    words: &words::nb::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " og ", last: " og " },
    page: "Side {page} av {pages}",
    document: "Curriculum vitae",
    portrait: "Portrett av {name}",
    references_on_request: "Referanser oppgis på forespørsel",
    labels: Labels {
        phone: "Telefon",
        mobile: "Mobil",
        email: "E-post",
        website: "Nettsted",
        location: "Sted",
        address: "Adresse",
    },
    letters: Letters {
        document: "Søknad",
        to_nobody: Frame { opening: None, closing: Some("Med vennlig hilsen") },
        to_named: Frame { opening: None, closing: Some("Med vennlig hilsen") },
        enclosures: ["Vedlegg", "Vedlegg"],
        on_day: "{date}",
    },
    forms: FORMS,
    headings: HEADINGS,
};

/// How dates are put together.
const DATES: Patterns = Patterns {
    month_long: "{M} {y}",
    month_short: "{M} {y}",
    month_number: "{mm}.{y}",
    day_long: "{d}. {M} {y}",
    day_short: "{d}. {M} {y}",
    day_number: "{dd}.{mm}.{y}",
    first: "1",
    quarters: ["1. kvartal {y}", "2. kvartal {y}", "3. kvartal {y}", "4. kvartal {y}"],
    season: "{s} {y}",
    since: "siden {date}",
    since_year: "siden {date}",
    to: Some(["{start} til {end}", "{start} til nå"]),
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "Sammendrag",
    objective: "Mål",
    experience: "Arbeidserfaring",
    internships: "Praksisopphold",
    projects: "Prosjekter",
    education: "Utdanning",
    teaching: "Undervisning",
    research: "Forskning",
    publications: "Publikasjoner",
    talks: "Foredrag",
    patents: "Patenter",
    grants: "Stipender og tilskudd",
    skills: "Ferdigheter",
    languages: "Språk",
    certifications: "Sertifiseringer",
    courses: "Kurs",
    awards: "Priser og utmerkelser",
    memberships: "Medlemskap",
    volunteering: "Frivillig arbeid",
    interests: "Interesser",
    hobbies: "Fritidsinteresser",
    references: "Referanser",
    miscellany: "Annet",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "Personopplysninger",
    birth: "Fødselsdato",
    nationality: "Nasjonalitet",
    gender: "Kjønn",
    mother_tongue: "Morsmål",
    language: "Språk",
    skills: ["Lytting", "Lesing", "Interaksjon", "Produksjon", "Skriving"],
    legend: "Nivåer: A1/A2 basisbruker, B1/B2 selvstendig, C1/C2 avansert bruker",
};
