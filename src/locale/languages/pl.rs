//! cvpdf in Polish.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Polish.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "pl",
    script: "Latn",
    region: None,
    words: &words::pl::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " i ", last: " i " },
    page: "Strona {page} z {pages}",
    document: "Życiorys",
    portrait: "Portret: {name}",
    references_on_request: "Referencje dostępne na życzenie",
    labels: Labels {
        phone: "Telefon",
        mobile: "Tel. komórkowy",
        email: "E-mail",
        website: "Strona internetowa",
        location: "Lokalizacja",
        address: "Adres",
    },
    letters: Letters {
        document: "List motywacyjny",
        to_nobody: Frame {
            opening: Some("Szanowni Państwo,"),
            closing: Some("Z poważaniem"),
        },
        to_named: Frame { opening: None, closing: Some("Z poważaniem") },
        enclosures: ["Załącznik", "Załączniki"],
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
    day_long: "{d} {M} {y}",
    day_short: "{d} {M} {y}",
    day_number: "{dd}.{mm}.{y}",
    first: "1",
    quarters: ["I kwartał {y}", "II kwartał {y}", "III kwartał {y}", "IV kwartał {y}"],
    season: "{s} {y}",
    since: "od {date}",
    since_year: "od {date}",
    to: None,
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "Podsumowanie",
    objective: "Cel zawodowy",
    experience: "Doświadczenie zawodowe",
    internships: "Staże i praktyki",
    projects: "Projekty",
    education: "Wykształcenie",
    teaching: "Działalność dydaktyczna",
    research: "Działalność naukowa",
    publications: "Publikacje",
    talks: "Wystąpienia",
    patents: "Patenty",
    grants: "Granty i stypendia",
    skills: "Umiejętności",
    languages: "Języki",
    certifications: "Certyfikaty",
    courses: "Kursy i szkolenia",
    awards: "Nagrody i wyróżnienia",
    memberships: "Członkostwo",
    volunteering: "Wolontariat",
    interests: "Zainteresowania",
    hobbies: "Hobby",
    references: "Referencje",
    miscellany: "Inne",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "Dane osobowe",
    birth: "Data urodzenia",
    nationality: "Obywatelstwo",
    gender: "Płeć",
    mother_tongue: "Język ojczysty",
    language: "Język",
    skills: ["Słuchanie", "Czytanie", "Interakcja", "Produkcja", "Pisanie"],
    legend: "Poziomy: A1/A2 podstawowy, B1/B2 samodzielny, C1/C2 biegły",
};
