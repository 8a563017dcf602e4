//! cvpdf in Brazilian Portuguese.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Brazilian Portuguese.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "pt-BR",
    script: "Latn",
    region: Some(*b"BR"),
    words: &words::pt::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " e ", last: " e " },
    page: "Página {page} de {pages}",
    document: "Currículo",
    portrait: "Retrato de {name}",
    references_on_request: "Referências disponíveis mediante solicitação",
    labels: Labels {
        phone: "Telefone",
        mobile: "Celular",
        email: "E-mail",
        website: "Site",
        location: "Localização",
        address: "Endereço",
    },
    letters: Letters {
        document: "Carta de apresentação",
        to_nobody: Frame {
            opening: Some("Prezados senhores e prezadas senhoras,"),
            closing: Some("Atenciosamente,"),
        },
        to_named: Frame { opening: None, closing: Some("Atenciosamente,") },
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
    first: "1º",
    quarters: ["1º trim. {y}", "2º trim. {y}", "3º trim. {y}", "4º trim. {y}"],
    season: "{s} de {y}",
    since: "desde {date}",
    since_year: "desde {date}",
    to: Some(["{start} a {end}", "{start} até o presente"]),
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "Resumo",
    objective: "Objetivo",
    experience: "Experiência profissional",
    internships: "Estágios",
    projects: "Projetos",
    education: "Formação acadêmica",
    teaching: "Docência",
    research: "Pesquisa",
    publications: "Publicações",
    talks: "Palestras",
    patents: "Patentes",
    grants: "Bolsas e auxílios",
    skills: "Competências",
    languages: "Idiomas",
    certifications: "Certificações",
    courses: "Cursos",
    awards: "Prêmios e distinções",
    memberships: "Associações",
    volunteering: "Voluntariado",
    interests: "Interesses",
    hobbies: "Hobbies",
    references: "Referências",
    miscellany: "Outras informações",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "Informações pessoais",
    birth: "Data de nascimento",
    nationality: "Nacionalidade",
    gender: "Gênero",
    mother_tongue: "Língua materna",
    language: "Idioma",
    skills: ["Escuta", "Leitura", "Interação", "Produção", "Escrita"],
    legend: "Níveis: A1/A2 usuário básico, B1/B2 independente, C1/C2 proficiente",
};
