//! cvpdf in French.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// French.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "fr",
    script: "Latn",
    region: None,
    words: &words::fr::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " et ", last: " et " },
    page: "Page {page} sur {pages}",
    document: "Curriculum vitae",
    portrait: "Portrait de {name}",
    references_on_request: "Références sur demande",
    labels: Labels {
        phone: "Téléphone",
        mobile: "Portable",
        email: "E-mail",
        website: "Site web",
        location: "Lieu",
        address: "Adresse",
    },
    letters: Letters {
        document: "Lettre de motivation",
        to_nobody: Frame {
            opening: Some("Madame, Monsieur,"),
            closing: Some(
                "Veuillez agréer, Madame, Monsieur, mes salutations distinguées.",
            ),
        },
        to_named: Frame { opening: None, closing: Some("Cordialement,") },
        enclosures: ["Pièce jointe", "Pièces jointes"],
        on_day: "le {date}",
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
    first: "1er",
    quarters: ["1er trim. {y}", "2e trim. {y}", "3e trim. {y}", "4e trim. {y}"],
    season: "{s} {y}",
    since: "depuis {date}",
    since_year: "depuis {date}",
    to: Some(["{start} à {end}", "{start} à aujourd’hui"]),
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "Profil",
    objective: "Objectif",
    experience: "Expérience professionnelle",
    internships: "Stages",
    projects: "Projets",
    education: "Formation",
    teaching: "Enseignement",
    research: "Recherche",
    publications: "Publications",
    talks: "Conférences",
    patents: "Brevets",
    grants: "Bourses et financements",
    skills: "Compétences",
    languages: "Langues",
    certifications: "Certifications",
    courses: "Formations complémentaires",
    awards: "Prix et distinctions",
    memberships: "Affiliations",
    volunteering: "Bénévolat",
    interests: "Centres d’intérêt",
    hobbies: "Loisirs",
    references: "Références",
    miscellany: "Divers",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "Informations personnelles",
    birth: "Date de naissance",
    nationality: "Nationalité",
    gender: "Genre",
    mother_tongue: "Langue maternelle",
    language: "Langue",
    skills: ["Écoute", "Lecture", "Interaction", "Production", "Écriture"],
    legend: "Niveaux : A1/A2 utilisateur élémentaire, B1/B2 indépendant, C1/C2 expérimenté",
};
