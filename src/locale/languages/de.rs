//! cvpdf in German.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// German.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "de",
    script: "Latn",
    region: None,
    words: &words::de::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " und ", last: " und " },
    page: "Seite {page} von {pages}",
    document: "Lebenslauf",
    portrait: "Porträt von {name}",
    references_on_request: "Referenzen auf Anfrage",
    labels: Labels {
        phone: "Telefon",
        mobile: "Mobil",
        email: "E-Mail",
        website: "Website",
        location: "Ort",
        address: "Anschrift",
    },
    letters: Letters {
        document: "Anschreiben",
        to_nobody: Frame {
            opening: Some("Sehr geehrte Damen und Herren,"),
            closing: Some("Mit freundlichen Grüßen"),
        },
        to_named: Frame { opening: None, closing: Some("Mit freundlichen Grüßen") },
        enclosures: ["Anlage", "Anlagen"],
        on_day: "{date}",
    },
    forms: FORMS,
    headings: HEADINGS,
};

/// How dates are put together.
const DATES: Patterns = Patterns {
    month_long: "{M} {y}",
    month_short: "{M} {y}",
    month_number: "{mm}/{y}",
    day_long: "{d}. {M} {y}",
    day_short: "{d}. {M} {y}",
    day_number: "{dd}.{mm}.{y}",
    first: "1",
    quarters: ["1. Quartal {y}", "2. Quartal {y}", "3. Quartal {y}", "4. Quartal {y}"],
    season: "{s} {y}",
    since: "seit {date}",
    since_year: "seit {date}",
    to: Some(["{start} bis {end}", "{start} bis heute"]),
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "Profil",
    objective: "Berufsziel",
    experience: "Berufserfahrung",
    internships: "Praktika",
    projects: "Projekte",
    education: "Ausbildung",
    teaching: "Lehre",
    research: "Forschung",
    publications: "Veröffentlichungen",
    talks: "Vorträge",
    patents: "Patente",
    grants: "Stipendien und Fördermittel",
    skills: "Kenntnisse",
    languages: "Sprachen",
    certifications: "Zertifikate",
    courses: "Weiterbildung",
    awards: "Auszeichnungen",
    memberships: "Mitgliedschaften",
    volunteering: "Ehrenamt",
    interests: "Interessen",
    hobbies: "Hobbys",
    references: "Referenzen",
    miscellany: "Sonstiges",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "Persönliche Daten",
    birth: "Geburtsdatum",
    nationality: "Staatsangehörigkeit",
    gender: "Geschlecht",
    mother_tongue: "Muttersprache",
    language: "Sprache",
    skills: ["Hören", "Lesen", "Interaktion", "Produktion", "Schreiben"],
    legend: "Niveaus: A1/A2 elementare, B1/B2 selbstständige, C1/C2 kompetente Sprachverwendung",
};
