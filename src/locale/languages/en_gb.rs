//! cvpdf in British English, and in that of all countries but those that write as the
//! United States do.

use super::Frame;
use super::Language;
use super::Letters;
use super::List;
use super::en;
use crate::locale::dates::Patterns;

/// British English.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "en-GB",
    region: Some(*b"GB"),
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " and ", last: " and " },
    document: "Curriculum vitae",
    letters: Letters {
        document: "Cover letter",
        to_nobody: Frame {
            opening: Some("Dear Hiring Manager,"),
            closing: Some("Yours faithfully,"),
        },
        to_named: Frame {
            opening: Some("Dear {name},"),
            closing: Some("Yours sincerely,"),
        },
        enclosures: ["Enclosure", "Enclosures"],
        on_day: "{date}",
    },
    ..en::LANGUAGE
};

/// How dates are put together.
const DATES: Patterns = Patterns {
    day_long: "{d} {M} {y}",
    day_short: "{d} {M} {y}",
    day_number: "{dd}/{mm}/{y}",
    ..en::DATES
};
