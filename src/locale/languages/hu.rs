//! cvpdf in Hungarian.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Hungarian.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "hu",
    script: "Latn",
    region: None,
    words: &words::hu::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " és ", last: " és " },
    page: "{page}. oldal, összesen {pages}",
    document: "Önéletrajz",
    portrait: "Portré: {name}",
    references_on_request: "Referenciák kérésre",
    labels: Labels {
        phone: "Telefon",
        mobile: "Mobil",
        email: "E-mail",
        website: "Honlap",
        location: "Lakóhely",
        address: "Cím",
    },
    letters: Letters {
        document: "Motivációs levél",
        to_nobody: Frame {
            opening: Some("Tisztelt Hölgyem, Tisztelt Uram!"),
            closing: Some("Tisztelettel:"),
        },
        to_named: Frame { opening: None, closing: Some("Tisztelettel:") },
        enclosures: ["Melléklet", "Mellékletek"],
        on_day: "{date}",
    },
    forms: FORMS,
    headings: HEADINGS,
};

/// How dates are put together.
const DATES: Patterns = Patterns {
    month_long: "{y}. {M}",
    month_short: "{y}. {M}",
    month_number: "{y}. {mm}.",
    day_long: "{y}. {M} {d}.",
    day_short: "{y}. {M} {d}.",
    day_number: "{y}. {mm}. {dd}.",
    first: "1",
    quarters: [
        "{y}. I. negyedév",
        "{y}. II. negyedév",
        "{y}. III. negyedév",
        "{y}. IV. negyedév",
    ],
    season: "{y} {s}",
    since: "{date} óta",
    since_year: "{date} óta",
    to: None,
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "Összefoglaló",
    objective: "Karriercél",
    experience: "Szakmai tapasztalat",
    internships: "Szakmai gyakorlat",
    projects: "Projektek",
    education: "Tanulmányok",
    teaching: "Oktatási tevékenység",
    research: "Kutatás",
    publications: "Publikációk",
    talks: "Előadások",
    patents: "Szabadalmak",
    grants: "Ösztöndíjak és pályázatok",
    skills: "Készségek",
    languages: "Nyelvtudás",
    certifications: "Tanúsítványok",
    courses: "Tanfolyamok",
    awards: "Díjak és elismerések",
    memberships: "Szervezeti tagságok",
    volunteering: "Önkéntes munka",
    interests: "Érdeklődési kör",
    hobbies: "Hobbi",
    references: "Referenciák",
    miscellany: "Egyéb",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "Személyes adatok",
    birth: "Születési dátum",
    nationality: "Állampolgárság",
    gender: "Nem",
    mother_tongue: "Anyanyelv",
    language: "Nyelv",
    skills: ["Hallás utáni értés", "Olvasás", "Társalgás", "Folyamatos beszéd", "Írás"],
    legend: "Szintek: A1/A2 alapszintű, B1/B2 önálló, C1/C2 mesterfokú nyelvhasználó",
};
