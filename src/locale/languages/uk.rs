//! cvpdf in Ukrainian.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Ukrainian.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "uk",
    script: "Cyrl",
    region: None,
    words: &words::uk::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " і ", last: " і " },
    page: "Сторінка {page} з {pages}",
    document: "Резюме",
    portrait: "Портрет: {name}",
    references_on_request: "Рекомендації надаються за запитом",
    labels: Labels {
        phone: "Телефон",
        mobile: "Мобільний",
        email: "Ел. пошта",
        website: "Сайт",
        location: "Місто",
        address: "Адреса",
    },
    letters: Letters {
        document: "Супровідний лист",
        to_nobody: Frame {
            opening: Some("Шановні пані та панове!"),
            closing: Some("З повагою,"),
        },
        to_named: Frame { opening: None, closing: Some("З повагою,") },
        enclosures: ["Додаток", "Додатки"],
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
    quarters: ["I квартал {y}", "II квартал {y}", "III квартал {y}", "IV квартал {y}"],
    season: "{s} {y}",
    since: "з {date} р.",
    since_year: "з {date} р.",
    to: None,
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "Про себе",
    objective: "Мета",
    experience: "Досвід роботи",
    internships: "Стажування",
    projects: "Проєкти",
    education: "Освіта",
    teaching: "Викладання",
    research: "Наукова діяльність",
    publications: "Публікації",
    talks: "Доповіді",
    patents: "Патенти",
    grants: "Гранти та стипендії",
    skills: "Навички",
    languages: "Мови",
    certifications: "Сертифікати",
    courses: "Курси",
    awards: "Нагороди",
    memberships: "Членство в організаціях",
    volunteering: "Волонтерство",
    interests: "Інтереси",
    hobbies: "Хобі",
    references: "Рекомендації",
    miscellany: "Додаткова інформація",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "Особисті дані",
    birth: "Дата народження",
    nationality: "Громадянство",
    gender: "Стать",
    mother_tongue: "Рідна мова",
    language: "Мова",
    skills: ["Аудіювання", "Читання", "Діалог", "Монолог", "Письмо"],
    legend: "Рівні: A1/A2 елементарне, B1/B2 самостійне, C1/C2 вільне володіння",
};
