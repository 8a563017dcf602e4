//! cvpdf in English.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// English.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "en",
    script: "Latn",
    region: None,
    words: &words::en::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " and ", last: ", and " },
    page: "Page {page} of {pages}",
    document: "Résumé",
    portrait: "Portrait of {name}",
    references_on_request: "References available on request",
    labels: Labels {
        phone: "Phone",
        mobile: "Mobile",
        email: "Email",
        website: "Website",
        location: "Location",
        address: "Address",
    },
    letters: Letters {
        document: "Cover letter",
        to_nobody: Frame {
            opening: Some("Dear Hiring Manager,"),
            closing: Some("Sincerely,"),
        },
        to_named: Frame { opening: Some("Dear {name},"), closing: Some("Sincerely,") },
        enclosures: ["Enclosure", "Enclosures"],
        on_day: "{date}",
    },
    forms: FORMS,
    headings: HEADINGS,
};

/// How dates are put together.
pub(super) const DATES: Patterns = Patterns {
    month_long: "{M} {y}",
    month_short: "{M} {y}",
    month_number: "{mm}/{y}",
    day_long: "{M} {d}, {y}",
    day_short: "{M} {d}, {y}",
    day_number: "{mm}/{dd}/{y}",
    first: "1",
    quarters: ["{y} Q1", "{y} Q2", "{y} Q3", "{y} Q4"],
    season: "{s} {y}",
    since: "since {date}",
    since_year: "since {date}",
    to: Some(["{start} to {end}", "{start} to present"]),
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "Summary",
    objective: "Objective",
    experience: "Experience",
    internships: "Internships",
    projects: "Projects",
    education: "Education",
    teaching: "Teaching",
    research: "Research",
    publications: "Publications",
    talks: "Talks",
    patents: "Patents",
    grants: "Grants",
    skills: "Skills",
    languages: "Languages",
    certifications: "Certifications",
    courses: "Courses",
    awards: "Awards",
    memberships: "Memberships",
    volunteering: "Volunteering",
    interests: "Interests",
    hobbies: "Hobbies",
    references: "References",
    miscellany: "Miscellany",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "Personal information",
    birth: "Date of birth",
    nationality: "Nationality",
    gender: "Gender",
    mother_tongue: "Mother tongue",
    language: "Language",
    skills: ["Listening", "Reading", "Interaction", "Production", "Writing"],
    legend: "Levels: A1/A2 basic, B1/B2 independent, C1/C2 proficient",
};
