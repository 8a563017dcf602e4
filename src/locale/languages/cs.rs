//! cvpdf in Czech.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Czech.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "cs",
    script: "Latn",
    region: None,
    words: &words::cs::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " a ", last: " a " },
    page: "Strana {page} z {pages}",
    document: "Životopis",
    portrait: "Portrét: {name}",
    references_on_request: "Reference na vyžádání",
    labels: Labels {
        phone: "Telefon",
        mobile: "Mobil",
        email: "E-mail",
        website: "Web",
        location: "Místo",
        address: "Adresa",
    },
    letters: Letters {
        document: "Motivační dopis",
        to_nobody: Frame {
            opening: Some("Vážená paní, vážený pane,"),
            closing: Some("S pozdravem"),
        },
        to_named: Frame { opening: None, closing: Some("S pozdravem") },
        enclosures: ["Příloha", "Přílohy"],
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
    day_number: "{d}. {m}. {y}",
    first: "1",
    quarters: [
        "1. čtvrtletí {y}",
        "2. čtvrtletí {y}",
        "3. čtvrtletí {y}",
        "4. čtvrtletí {y}",
    ],
    season: "{s} {y}",
    since: "od {date}",
    since_year: "od roku {date}",
    to: None,
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "Profil",
    objective: "Kariérní cíl",
    experience: "Pracovní zkušenosti",
    internships: "Stáže",
    projects: "Projekty",
    education: "Vzdělání",
    teaching: "Pedagogická činnost",
    research: "Výzkum",
    publications: "Publikace",
    talks: "Přednášky",
    patents: "Patenty",
    grants: "Granty a stipendia",
    skills: "Dovednosti",
    languages: "Jazyky",
    certifications: "Certifikáty",
    courses: "Kurzy",
    awards: "Ocenění",
    memberships: "Členství",
    volunteering: "Dobrovolnictví",
    interests: "Zájmy",
    hobbies: "Koníčky",
    references: "Reference",
    miscellany: "Ostatní",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "Osobní údaje",
    birth: "Datum narození",
    nationality: "Státní příslušnost",
    gender: "Pohlaví",
    mother_tongue: "Mateřský jazyk",
    language: "Jazyk",
    skills: ["Poslech", "Čtení", "Interakce", "Produkce", "Psaní"],
    legend: "Úrovně: A1/A2 základní, B1/B2 samostatný, C1/C2 zkušený uživatel",
};
