//! cvpdf in Dutch.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Dutch.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "nl",
    script: "Latn",
    region: None,
    words: &words::nl::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " en ", last: " en " },
    page: "Pagina {page} van {pages}",
    document: "Curriculum vitae",
    portrait: "Portret van {name}",
    references_on_request: "Referenties op aanvraag",
    labels: Labels {
        phone: "Telefoon",
        mobile: "Mobiel",
        email: "E-mail",
        website: "Website",
        location: "Woonplaats",
        address: "Adres",
    },
    letters: Letters {
        document: "Motivatiebrief",
        to_nobody: Frame {
            opening: Some("Geachte heer, mevrouw,"),
            closing: Some("Met vriendelijke groet,"),
        },
        to_named: Frame { opening: None, closing: Some("Met vriendelijke groet,") },
        enclosures: ["Bijlage", "Bijlagen"],
        on_day: "{date}",
    },
    forms: FORMS,
    headings: HEADINGS,
};

/// How dates are put together.
const DATES: Patterns = Patterns {
    month_long: "{M} {y}",
    month_short: "{M} {y}",
    month_number: "{mm}-{y}",
    day_long: "{d} {M} {y}",
    day_short: "{d} {M} {y}",
    day_number: "{dd}-{mm}-{y}",
    first: "1",
    quarters: [
        "1e kwartaal {y}",
        "2e kwartaal {y}",
        "3e kwartaal {y}",
        "4e kwartaal {y}",
    ],
    season: "{s} {y}",
    since: "sinds {date}",
    since_year: "sinds {date}",
    to: Some(["{start} tot {end}", "{start} tot heden"]),
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "Profiel",
    objective: "Doelstelling",
    experience: "Werkervaring",
    internships: "Stages",
    projects: "Projecten",
    education: "Opleiding",
    teaching: "Onderwijservaring",
    research: "Onderzoek",
    publications: "Publicaties",
    talks: "Lezingen",
    patents: "Octrooien",
    grants: "Beurzen en subsidies",
    skills: "Vaardigheden",
    languages: "Talen",
    certifications: "Certificaten",
    courses: "Cursussen",
    awards: "Prijzen en onderscheidingen",
    memberships: "Lidmaatschappen",
    volunteering: "Vrijwilligerswerk",
    interests: "Interesses",
    hobbies: "Hobby’s",
    references: "Referenties",
    miscellany: "Overig",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "Persoonlijke informatie",
    birth: "Geboortedatum",
    nationality: "Nationaliteit",
    gender: "Geslacht",
    mother_tongue: "Moedertaal",
    language: "Taal",
    skills: ["Luisteren", "Lezen", "Interactie", "Productie", "Schrijven"],
    legend: "Niveaus: A1/A2 basisgebruiker, B1/B2 onafhankelijk, C1/C2 vaardig",
};
