//! cvpdf in Danish.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Danish.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "da",
    script: "Latn",
    region: None,
    words: &words::da::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " og ", last: " og " },
    page: "Side {page} af {pages}",
    document: "Curriculum vitae",
    portrait: "Portræt af {name}",
    references_on_request: "Referencer oplyses på anmodning",
    labels: Labels {
        phone: "Telefon",
        mobile: "Mobil",
        email: "E-mail",
        website: "Hjemmeside",
        location: "Sted",
        address: "Adresse",
    },
    letters: Letters {
        document: "Ansøgning",
        to_nobody: Frame { opening: None, closing: Some("Med venlig hilsen") },
        to_named: Frame { opening: None, closing: Some("Med venlig hilsen") },
        enclosures: ["Bilag", "Bilag"],
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
    to: Some(["{start} til {end}", "{start} til nu"]),
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "Profil",
    objective: "Mål",
    experience: "Erhvervserfaring",
    internships: "Praktikophold",
    projects: "Projekter",
    education: "Uddannelse",
    teaching: "Undervisning",
    research: "Forskning",
    publications: "Publikationer",
    talks: "Foredrag",
    patents: "Patenter",
    grants: "Legater og bevillinger",
    skills: "Kompetencer",
    languages: "Sprog",
    certifications: "Certificeringer",
    courses: "Kurser",
    awards: "Priser og udmærkelser",
    memberships: "Medlemskaber",
    volunteering: "Frivilligt arbejde",
    interests: "Interesser",
    hobbies: "Fritidsinteresser",
    references: "Referencer",
    miscellany: "Andet",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "Personlige oplysninger",
    birth: "Fødselsdato",
    nationality: "Nationalitet",
    gender: "Køn",
    mother_tongue: "Modersmål",
    language: "Sprog",
    skills: ["Lytning", "Læsning", "Interaktion", "Produktion", "Skrivning"],
    legend: "Niveauer: A1/A2 basisbruger, B1/B2 selvstændig, C1/C2 kompetent bruger",
};
