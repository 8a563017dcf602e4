//! cvpdf in European Portuguese.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// European Portuguese.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "pt-PT",
    script: "Latn",
    region: Some(*b"PT"),
    words: &words::pt::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " e ", last: " e " },
    page: "Página {page} de {pages}",
    document: "Curriculum vitae",
    portrait: "Retrato de {name}",
    references_on_request: "Referências disponíveis mediante pedido",
    labels: Labels {
        phone: "Telefone",
        mobile: "Telemóvel",
        email: "E-mail",
        website: "Sítio Web",
        location: "Localização",
        address: "Morada",
    },
    letters: Letters {
        document: "Carta de apresentação",
        to_nobody: Frame {
            opening: Some("Exmos. Senhores,"),
            closing: Some("Com os melhores cumprimentos,"),
        },
        to_named: Frame { opening: None, closing: Some("Com os melhores cumprimentos,") },
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
    quarters: ["1.º trim. {y}", "2.º trim. {y}", "3.º trim. {y}", "4.º trim. {y}"],
    season: "{s} de {y}",
    since: "desde {date}",
    since_year: "desde {date}",
    to: Some(["{start} a {end}", "{start} até ao presente"]),
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "Perfil",
    objective: "Objetivo",
    experience: "Experiência profissional",
    internships: "Estágios",
    projects: "Projetos",
    education: "Formação académica",
    teaching: "Docência",
    research: "Investigação",
    publications: "Publicações",
    talks: "Comunicações",
    patents: "Patentes",
    grants: "Bolsas e financiamentos",
    skills: "Competências",
    languages: "Línguas",
    certifications: "Certificações",
    courses: "Cursos",
    awards: "Prémios e distinções",
    memberships: "Associações",
    volunteering: "Voluntariado",
    interests: "Interesses",
    hobbies: "Passatempos",
    references: "Referências",
    miscellany: "Outras informações",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "Informação pessoal",
    birth: "Data de nascimento",
    nationality: "Nacionalidade",
    gender: "Género",
    mother_tongue: "Língua materna",
    language: "Língua",
    skills: ["Escuta", "Leitura", "Interação", "Produção", "Escrita"],
    legend: "Níveis: A1/A2 utilizador básico, B1/B2 independente, C1/C2 avançado",
};
