//! cvpdf in Persian.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Persian.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "fa",
    script: "Arab",
    region: None,
    words: &words::fa::WORDS,
    dates: DATES,
    list: List { separator: "، ", comma: "، ", two: " و ", last: " و " },
    page: "صفحهٔ {page} از {pages}",
    document: "رزومه",
    portrait: "تصویر {name}",
    references_on_request: "معرف‌ها در صورت درخواست",
    labels: Labels {
        phone: "تلفن",
        mobile: "تلفن همراه",
        email: "ایمیل",
        website: "وب‌سایت",
        location: "محل سکونت",
        address: "نشانی",
    },
    letters: Letters {
        document: "نامه درخواست شغل",
        to_nobody: Frame {
            opening: Some("با سلام و احترام،"),
            closing: Some("با احترام،"),
        },
        to_named: Frame { opening: None, closing: Some("با احترام،") },
        enclosures: ["پیوست", "پیوست"],
        on_day: "{date}",
    },
    forms: FORMS,
    headings: HEADINGS,
};

/// How dates are put together.
const DATES: Patterns = Patterns {
    month_long: "{M} {y}",
    month_short: "{M} {y}",
    month_number: "{y}/{mm}",
    day_long: "{d} {M} {y}",
    day_short: "{d} {M} {y}",
    day_number: "{y}/{mm}/{dd}",
    first: "1",
    quarters: ["سه‌ماههٔ اول {y}", "سه‌ماههٔ دوم {y}", "سه‌ماههٔ سوم {y}", "سه‌ماههٔ چهارم {y}"],
    season: "{s} {y}",
    since: "از {date}",
    since_year: "از {date}",
    to: Some(["{start} تا {end}", "{start} تا کنون"]),
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "خلاصه",
    objective: "هدف شغلی",
    experience: "سوابق شغلی",
    internships: "کارآموزی",
    projects: "پروژه‌ها",
    education: "سوابق تحصیلی",
    teaching: "سوابق تدریس",
    research: "پژوهش",
    publications: "مقالات و انتشارات",
    talks: "سخنرانی‌ها",
    patents: "اختراعات",
    grants: "کمک‌هزینه‌های پژوهشی",
    skills: "مهارت‌ها",
    languages: "زبان‌ها",
    certifications: "گواهینامه‌ها",
    courses: "دوره‌های آموزشی",
    awards: "جوایز و افتخارات",
    memberships: "عضویت‌ها",
    volunteering: "فعالیت‌های داوطلبانه",
    interests: "علایق",
    hobbies: "سرگرمی‌ها",
    references: "معرف‌ها",
    miscellany: "سایر موارد",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "اطلاعات شخصی",
    birth: "تاریخ تولد",
    nationality: "ملیت",
    gender: "جنسیت",
    mother_tongue: "زبان مادری",
    language: "زبان",
    skills: ["شنیدن", "خواندن", "گفت‌وگو", "بیان شفاهی", "نوشتن"],
    legend: "سطح‌ها: A1/A2 پایه، B1/B2 مستقل، C1/C2 ماهر",
};
