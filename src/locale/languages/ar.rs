//! cvpdf in Arabic.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Arabic.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "ar",
    script: "Arab",
    region: None,
    words: &words::ar::WORDS,
    dates: DATES,
    list: List { separator: "، ", comma: " و", two: " و", last: " و" },
    page: "صفحة {page} من {pages}",
    document: "السيرة الذاتية",
    portrait: "صورة {name}",
    references_on_request: "المعرّفون متاحون عند الطلب",
    labels: Labels {
        phone: "الهاتف",
        mobile: "الجوال",
        email: "البريد الإلكتروني",
        website: "الموقع الإلكتروني",
        location: "مكان الإقامة",
        address: "العنوان",
    },
    letters: Letters {
        document: "خطاب تقديم",
        to_nobody: Frame {
            opening: Some("السادة المحترمون،"),
            closing: Some("وتفضلوا بقبول فائق الاحترام والتقدير،"),
        },
        to_named: Frame {
            opening: None,
            closing: Some("وتفضلوا بقبول فائق الاحترام والتقدير،"),
        },
        enclosures: ["المرفق", "المرفقات"],
        on_day: "{date}",
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
    first: "1",
    quarters: [
        "الربع الأول {y}",
        "الربع الثاني {y}",
        "الربع الثالث {y}",
        "الربع الرابع {y}",
    ],
    season: "{s} {y}",
    since: "منذ {date}",
    since_year: "منذ {date}",
    to: Some(["{start} إلى {end}", "{start} إلى الآن"]),
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "نبذة مهنية",
    objective: "الهدف الوظيفي",
    experience: "الخبرات المهنية",
    internships: "التدريب العملي",
    projects: "المشاريع",
    education: "المؤهلات العلمية",
    teaching: "الخبرة التدريسية",
    research: "الأبحاث",
    publications: "المنشورات",
    talks: "المحاضرات",
    patents: "براءات الاختراع",
    grants: "المنح",
    skills: "المهارات",
    languages: "اللغات",
    certifications: "الشهادات المهنية",
    courses: "الدورات التدريبية",
    awards: "الجوائز والتكريمات",
    memberships: "العضويات",
    volunteering: "العمل التطوعي",
    interests: "الاهتمامات",
    hobbies: "الهوايات",
    references: "المعرّفون",
    miscellany: "معلومات إضافية",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "المعلومات الشخصية",
    birth: "تاريخ الميلاد",
    nationality: "الجنسية",
    gender: "الجنس",
    mother_tongue: "اللغة الأم",
    language: "اللغة",
    skills: ["الاستماع", "القراءة", "المحادثة", "التعبير الشفوي", "الكتابة"],
    legend: "المستويات: A1/A2 مبتدئ، B1/B2 مستقل، C1/C2 متمكن",
};
