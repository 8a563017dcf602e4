//! cvpdf in Hindi.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Hindi.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "hi",
    script: "Deva",
    region: None,
    words: &words::hi::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " और ", last: " और " },
    page: "पृष्ठ {page} / {pages}",
    document: "जीवन-वृत्त",
    portrait: "{name} का चित्र",
    references_on_request: "संदर्भ अनुरोध पर उपलब्ध",
    labels: Labels {
        phone: "फ़ोन",
        mobile: "मोबाइल",
        email: "ईमेल",
        website: "वेबसाइट",
        location: "स्थान",
        address: "पता",
    },
    letters: Letters {
        document: "आवेदन पत्र",
        to_nobody: Frame {
            opening: Some("महोदय/महोदया,"), closing: None
        },
        to_named: Frame { opening: None, closing: None },
        enclosures: ["संलग्नक", "संलग्नक"],
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
        "पहली तिमाही {y}",
        "दूसरी तिमाही {y}",
        "तीसरी तिमाही {y}",
        "चौथी तिमाही {y}",
    ],
    season: "{s} {y}",
    since: "{date} से",
    since_year: "{date} से",
    to: Some(["{start} से {end} तक", "{start} से वर्तमान तक"]),
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "सारांश",
    objective: "उद्देश्य",
    experience: "कार्य अनुभव",
    internships: "इंटर्नशिप",
    projects: "परियोजनाएँ",
    education: "शिक्षा",
    teaching: "अध्यापन",
    research: "शोध",
    publications: "प्रकाशन",
    talks: "व्याख्यान",
    patents: "पेटेंट",
    grants: "अनुदान",
    skills: "कौशल",
    languages: "भाषाएँ",
    certifications: "प्रमाणपत्र",
    courses: "पाठ्यक्रम",
    awards: "पुरस्कार",
    memberships: "सदस्यताएँ",
    volunteering: "स्वयंसेवा",
    interests: "रुचियाँ",
    hobbies: "शौक",
    references: "संदर्भ",
    miscellany: "विविध",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "व्यक्तिगत जानकारी",
    birth: "जन्म तिथि",
    nationality: "राष्ट्रीयता",
    gender: "लिंग",
    mother_tongue: "मातृभाषा",
    language: "भाषा",
    skills: ["सुनना", "पढ़ना", "संवाद", "अभिव्यक्ति", "लिखना"],
    legend: "स्तर: A1/A2 बुनियादी, B1/B2 स्वतंत्र, C1/C2 प्रवीण",
};
