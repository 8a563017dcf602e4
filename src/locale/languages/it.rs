//! cvpdf in Italian.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Italian.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "it",
    script: "Latn",
    region: None,
    words: &words::it::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " e ", last: " e " },
    page: "Pagina {page} di {pages}",
    document: "Curriculum vitae",
    portrait: "Ritratto di {name}",
    references_on_request: "Referenze disponibili su richiesta",
    labels: Labels {
        phone: "Telefono",
        mobile: "Cellulare",
        email: "E-mail",
        website: "Sito web",
        location: "Luogo",
        address: "Indirizzo",
    },
    letters: Letters {
        document: "Lettera di presentazione",
        to_nobody: Frame {
            opening: Some("Gentili Signore e Signori,"),
            closing: Some("Cordiali saluti"),
        },
        to_named: Frame { opening: None, closing: Some("Cordiali saluti") },
        enclosures: ["Allegato", "Allegati"],
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
    day_long: "{d} {M} {y}",
    day_short: "{d} {M} {y}",
    day_number: "{dd}/{mm}/{y}",
    first: "1º",
    quarters: ["1º trim. {y}", "2º trim. {y}", "3º trim. {y}", "4º trim. {y}"],
    season: "{s} {y}",
    since: "da {date}",
    since_year: "dal {date}",
    to: None,
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "Profilo",
    objective: "Obiettivo",
    experience: "Esperienza professionale",
    internships: "Tirocini",
    projects: "Progetti",
    education: "Istruzione e formazione",
    teaching: "Attività didattica",
    research: "Ricerca",
    publications: "Pubblicazioni",
    talks: "Interventi e conferenze",
    patents: "Brevetti",
    grants: "Borse e finanziamenti",
    skills: "Competenze",
    languages: "Lingue",
    certifications: "Certificazioni",
    courses: "Corsi",
    awards: "Premi e riconoscimenti",
    memberships: "Affiliazioni",
    volunteering: "Volontariato",
    interests: "Interessi",
    hobbies: "Hobby",
    references: "Referenze",
    miscellany: "Altro",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "Informazioni personali",
    birth: "Data di nascita",
    nationality: "Nazionalità",
    gender: "Genere",
    mother_tongue: "Lingua madre",
    language: "Lingua",
    skills: ["Ascolto", "Lettura", "Interazione", "Produzione", "Scrittura"],
    legend: "Livelli: A1/A2 utente base, B1/B2 autonomo, C1/C2 avanzato",
};
