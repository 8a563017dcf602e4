//! cvpdf in Hebrew.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Hebrew.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "he",
    script: "Hebr",
    region: None,
    words: &words::he::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " ו", last: " ו" },
    page: "עמוד {page} מתוך {pages}",
    document: "קורות חיים",
    portrait: "דיוקן: {name}",
    references_on_request: "ממליצים יימסרו לפי בקשה",
    labels: Labels {
        phone: "טלפון",
        mobile: "נייד",
        email: "דוא״ל",
        website: "אתר",
        location: "מיקום",
        address: "כתובת",
    },
    letters: Letters {
        document: "מכתב מקדים",
        to_nobody: Frame {
            opening: Some("שלום רב,"), closing: Some("בברכה,")
        },
        to_named: Frame { opening: None, closing: Some("בברכה,") },
        enclosures: ["נספח", "נספחים"],
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
    day_number: "{dd}.{mm}.{y}",
    first: "1",
    quarters: ["רבעון 1 {y}", "רבעון 2 {y}", "רבעון 3 {y}", "רבעון 4 {y}"],
    season: "{s} {y}",
    since: "מאז {date}",
    since_year: "מאז {date}",
    to: Some(["{start} עד {end}", "{start} עד היום"]),
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "תמצית",
    objective: "מטרה",
    experience: "ניסיון תעסוקתי",
    internships: "התמחויות",
    projects: "פרויקטים",
    education: "השכלה",
    teaching: "הוראה",
    research: "מחקר",
    publications: "פרסומים",
    talks: "הרצאות",
    patents: "פטנטים",
    grants: "מענקים",
    skills: "מיומנויות",
    languages: "שפות",
    certifications: "הסמכות",
    courses: "קורסים",
    awards: "פרסים",
    memberships: "חברות בארגונים",
    volunteering: "התנדבות",
    interests: "תחומי עניין",
    hobbies: "תחביבים",
    references: "ממליצים",
    miscellany: "שונות",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "פרטים אישיים",
    birth: "תאריך לידה",
    nationality: "אזרחות",
    gender: "מגדר",
    mother_tongue: "שפת אם",
    language: "שפה",
    skills: ["האזנה", "קריאה", "שיחה", "הבעה", "כתיבה"],
    legend: "רמות: A1/A2 בסיסית, B1/B2 עצמאית, C1/C2 מיומנת",
};
