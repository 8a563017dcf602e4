//! The words of dates in Dutch.

use super::Words;
use crate::date::Season;

/// The words of dates in Dutch.
pub const WORDS: Words = Words {
    tag: "nl",
    months: MONTHS,
    short: [
        "jan.", "feb.", "mrt.", "apr.", "mei", "juni", "juli", "aug.", "sept.", "okt.",
        "nov.", "dec.",
    ],
    in_day: MONTHS,
    since_month: MONTHS,
    seasons: ["lente", "zomer", "herfst", "winter"],
    quarter: &["kwartaal", "kw.", "Q"],
    ordinals: &[],
    present: &[
        "heden",
        "nu",
        "vandaag",
        "huidig",
        "heden toe",
        "tot heden",
        "tot nu",
        "tot op heden",
        "lopend",
    ],
    to: &["tot", "tot en met", "t/m", "tm"],
    since: &["sinds", "vanaf", "van"],
    also: &[(1, "janu"), (3, "maa"), (6, "jun"), (7, "jul"), (9, "sep")],
    also_seasons: &[(Season::Spring, "voorjaar"), (Season::Autumn, "najaar")],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
