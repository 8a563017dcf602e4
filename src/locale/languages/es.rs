//! cvpdf in Spanish.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Spanish.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "es",
    script: "Latn",
    region: None,
    words: &words::es::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " y ", last: " y " },
    page: "Página {page} de {pages}",
    document: "Currículum vítae",
    portrait: "Retrato de {name}",
    references_on_request: "Referencias disponibles a petición",
    labels: Labels {
        phone: "Teléfono",
        mobile: "Móvil",
        email: "Correo electrónico",
        website: "Sitio web",
        location: "Ubicación",
        address: "Dirección",
    },
    letters: Letters {
        document: "Carta de presentación",
        to_nobody: Frame {
            opening: Some("A quien corresponda:"),
            closing: Some("Atentamente,"),
        },
        to_named: Frame { opening: None, closing: Some("Atentamente,") },
        enclosures: ["Anexo", "Anexos"],
        on_day: "{date}",
    },
    forms: FORMS,
    headings: HEADINGS,
};

/// How dates are put together.
const DATES: Patterns = Patterns {
    month_long: "{M} de {y}",
    month_short: "{M} {y}",
    month_number: "{mm}/{y}",
    day_long: "{d} de {M} de {y}",
    day_short: "{d} {M} {y}",
    day_number: "{dd}/{mm}/{y}",
    first: "1",
    quarters: ["T1 {y}", "T2 {y}", "T3 {y}", "T4 {y}"],
    season: "{s} de {y}",
    since: "desde {date}",
    since_year: "desde {date}",
    to: Some(["{start} a {end}", "{start} a la actualidad"]),
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "Perfil",
    objective: "Objetivo",
    experience: "Experiencia profesional",
    internships: "Prácticas",
    projects: "Proyectos",
    education: "Formación académica",
    teaching: "Docencia",
    research: "Investigación",
    publications: "Publicaciones",
    talks: "Ponencias",
    patents: "Patentes",
    grants: "Becas y ayudas",
    skills: "Competencias",
    languages: "Idiomas",
    certifications: "Certificaciones",
    courses: "Cursos",
    awards: "Premios y distinciones",
    memberships: "Asociaciones",
    volunteering: "Voluntariado",
    interests: "Intereses",
    hobbies: "Aficiones",
    references: "Referencias",
    miscellany: "Otros datos",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "Información personal",
    birth: "Fecha de nacimiento",
    nationality: "Nacionalidad",
    gender: "Género",
    mother_tongue: "Lengua materna",
    language: "Idioma",
    skills: ["Escucha", "Lectura", "Interacción", "Producción", "Escritura"],
    legend: "Niveles: A1/A2 usuario básico, B1/B2 independiente, C1/C2 competente",
};
