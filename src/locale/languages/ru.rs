//! cvpdf in Russian.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Russian.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "ru",
    script: "Cyrl",
    region: None,
    words: &words::ru::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " и ", last: " и " },
    page: "Страница {page} из {pages}",
    document: "Резюме",
    portrait: "Портрет: {name}",
    references_on_request: "Рекомендации предоставляются по запросу",
    labels: Labels {
        phone: "Телефон",
        mobile: "Мобильный",
        email: "Эл. почта",
        website: "Сайт",
        location: "Город",
        address: "Адрес",
    },
    letters: Letters {
        document: "Сопроводительное письмо",
        to_nobody: Frame {
            opening: Some("Уважаемые дамы и господа!"),
            closing: Some("С уважением,"),
        },
        to_named: Frame { opening: None, closing: Some("С уважением,") },
        enclosures: ["Приложение", "Приложения"],
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
    since: "с {date} г.",
    since_year: "с {date} г.",
    to: None,
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "О себе",
    objective: "Цель",
    experience: "Опыт работы",
    internships: "Стажировки",
    projects: "Проекты",
    education: "Образование",
    teaching: "Преподавание",
    research: "Научная деятельность",
    publications: "Публикации",
    talks: "Доклады",
    patents: "Патенты",
    grants: "Гранты и стипендии",
    skills: "Навыки",
    languages: "Языки",
    certifications: "Сертификаты",
    courses: "Курсы",
    awards: "Награды",
    memberships: "Членство в организациях",
    volunteering: "Волонтёрство",
    interests: "Интересы",
    hobbies: "Хобби",
    references: "Рекомендации",
    miscellany: "Дополнительная информация",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "Личные данные",
    birth: "Дата рождения",
    nationality: "Гражданство",
    gender: "Пол",
    mother_tongue: "Родной язык",
    language: "Язык",
    skills: ["Аудирование", "Чтение", "Диалог", "Монолог", "Письмо"],
    legend: "Уровни: A1/A2 элементарное, B1/B2 самостоятельное, C1/C2 свободное владение",
};
