//! cvpdf in Swedish.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Swedish.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "sv",
    script: "Latn",
    region: None,
    words: &words::sv::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " och ", last: " och " },
    page: "Sida {page} av {pages}",
    document: "Meritförteckning",
    portrait: "Porträtt av {name}",
    references_on_request: "Referenser lämnas på begäran",
    labels: Labels {
        phone: "Telefon",
        mobile: "Mobil",
        email: "E-post",
        website: "Webbplats",
        location: "Ort",
        address: "Adress",
    },
    letters: Letters {
        document: "Personligt brev",
        to_nobody: Frame {
            opening: Some("Hej!"),
            closing: Some("Med vänliga hälsningar"),
        },
        to_named: Frame { opening: None, closing: Some("Med vänliga hälsningar") },
        enclosures: ["Bilaga", "Bilagor"],
        on_day: "{date}",
    },
    forms: FORMS,
    headings: HEADINGS,
};

/// How dates are put together.
const DATES: Patterns = Patterns {
    month_long: "{M} {y}",
    month_short: "{M} {y}",
    month_number: "{y}-{mm}",
    day_long: "{d} {M} {y}",
    day_short: "{d} {M} {y}",
    day_number: "{y}-{mm}-{dd}",
    first: "1",
    quarters: ["kvartal 1 {y}", "kvartal 2 {y}", "kvartal 3 {y}", "kvartal 4 {y}"],
    season: "{s} {y}",
    since: "sedan {date}",
    since_year: "sedan {date}",
    to: Some(["{start} till {end}", "{start} till nu"]),
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "Sammanfattning",
    objective: "Mål",
    experience: "Arbetslivserfarenhet",
    internships: "Praktik",
    projects: "Projekt",
    education: "Utbildning",
    teaching: "Undervisning",
    research: "Forskning",
    publications: "Publikationer",
    talks: "Föredrag",
    patents: "Patent",
    grants: "Stipendier och anslag",
    skills: "Kompetenser",
    languages: "Språk",
    certifications: "Certifieringar",
    courses: "Kurser",
    awards: "Utmärkelser",
    memberships: "Medlemskap",
    volunteering: "Ideellt engagemang",
    interests: "Intressen",
    hobbies: "Fritidsintressen",
    references: "Referenser",
    miscellany: "Övrigt",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "Personuppgifter",
    birth: "Födelsedatum",
    nationality: "Nationalitet",
    gender: "Kön",
    mother_tongue: "Modersmål",
    language: "Språk",
    skills: ["Lyssna", "Läsa", "Interaktion", "Produktion", "Skriva"],
    legend: "Nivåer: A1/A2 nybörjare, B1/B2 självständig, C1/C2 avancerad användare",
};
