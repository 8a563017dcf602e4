//! cvpdf in Finnish.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Finnish.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "fi",
    script: "Latn",
    region: None,
    words: &words::fi::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " ja ", last: " ja " },
    page: "Sivu {page}/{pages}",
    document: "Ansioluettelo",
    portrait: "Henkilökuva: {name}",
    references_on_request: "Suosittelijat pyydettäessä",
    labels: Labels {
        phone: "Puhelin",
        mobile: "Matkapuhelin",
        email: "Sähköposti",
        website: "Verkkosivusto",
        location: "Sijainti",
        address: "Osoite",
    },
    letters: Letters {
        document: "Työhakemus",
        to_nobody: Frame { opening: None, closing: Some("Ystävällisin terveisin") },
        to_named: Frame { opening: None, closing: Some("Ystävällisin terveisin") },
        enclosures: ["Liite", "Liitteet"],
        on_day: "{date}",
    },
    forms: FORMS,
    headings: HEADINGS,
};

/// How dates are put together.
const DATES: Patterns = Patterns {
    month_long: "{M} {y}",
    month_short: "{M} {y}",
    month_number: "{m}/{y}",
    day_long: "{d}. {M} {y}",
    day_short: "{d}. {M} {y}",
    day_number: "{d}.{m}.{y}",
    first: "1",
    quarters: [
        "1. neljännes {y}",
        "2. neljännes {y}",
        "3. neljännes {y}",
        "4. neljännes {y}",
    ],
    season: "{s} {y}",
    since: "{date} alkaen",
    since_year: "vuodesta {date} alkaen",
    to: None,
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "Tiivistelmä",
    objective: "Tavoite",
    experience: "Työkokemus",
    internships: "Harjoittelut",
    projects: "Projektit",
    education: "Koulutus",
    teaching: "Opetuskokemus",
    research: "Tutkimus",
    publications: "Julkaisut",
    talks: "Esitelmät",
    patents: "Patentit",
    grants: "Apurahat",
    skills: "Osaaminen",
    languages: "Kielitaito",
    certifications: "Sertifikaatit",
    courses: "Kurssit",
    awards: "Palkinnot",
    memberships: "Jäsenyydet",
    volunteering: "Vapaaehtoistyö",
    interests: "Kiinnostuksen kohteet",
    hobbies: "Harrastukset",
    references: "Suosittelijat",
    miscellany: "Muut tiedot",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "Henkilötiedot",
    birth: "Syntymäaika",
    nationality: "Kansalaisuus",
    gender: "Sukupuoli",
    mother_tongue: "Äidinkieli",
    language: "Kieli",
    skills: ["Kuuntelu", "Lukeminen", "Vuorovaikutus", "Tuottaminen", "Kirjoittaminen"],
    legend: "Tasot: A1/A2 perustason, B1/B2 itsenäinen, C1/C2 taitava kielenkäyttäjä",
};
