//! cvpdf in Romanian.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Romanian.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "ro",
    script: "Latn",
    region: None,
    words: &words::ro::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " și ", last: " și " },
    page: "Pagina {page} din {pages}",
    document: "Curriculum vitae",
    portrait: "Portret: {name}",
    references_on_request: "Referințe la cerere",
    labels: Labels {
        phone: "Telefon",
        mobile: "Mobil",
        email: "E-mail",
        website: "Site web",
        location: "Localitate",
        address: "Adresă",
    },
    letters: Letters {
        document: "Scrisoare de intenție",
        to_nobody: Frame {
            opening: Some("Stimată doamnă, stimate domn,"),
            closing: Some("Cu stimă,"),
        },
        to_named: Frame { opening: None, closing: Some("Cu stimă,") },
        enclosures: ["Anexă", "Anexe"],
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
    quarters: ["trim. I {y}", "trim. II {y}", "trim. III {y}", "trim. IV {y}"],
    season: "{s} {y}",
    since: "din {date}",
    since_year: "din {date}",
    to: Some(["{start} până în {end}", "{start} până în prezent"]),
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "Profil",
    objective: "Obiectiv profesional",
    experience: "Experiență profesională",
    internships: "Stagii",
    projects: "Proiecte",
    education: "Educație și formare",
    teaching: "Activitate didactică",
    research: "Cercetare",
    publications: "Publicații",
    talks: "Prezentări",
    patents: "Brevete",
    grants: "Burse și granturi",
    skills: "Competențe",
    languages: "Limbi străine",
    certifications: "Certificări",
    courses: "Cursuri",
    awards: "Premii și distincții",
    memberships: "Afilieri",
    volunteering: "Voluntariat",
    interests: "Interese",
    hobbies: "Pasiuni",
    references: "Referințe",
    miscellany: "Diverse",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "Informații personale",
    birth: "Data nașterii",
    nationality: "Cetățenie",
    gender: "Gen",
    mother_tongue: "Limba maternă",
    language: "Limba",
    skills: ["Ascultare", "Citire", "Conversație", "Discurs oral", "Scriere"],
    legend: "Niveluri: A1/A2 utilizator elementar, B1/B2 independent, C1/C2 experimentat",
};
