//! The words of dates in Swedish.

use super::Words;
use crate::date::Season;

/// The words of dates in Swedish.
pub const WORDS: Words = Words {
    tag: "sv",
    months: MONTHS,
    short: [
        "jan.", "feb.", "mars", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.",
        "nov.", "dec.",
    ],
    in_day: MONTHS,
    since_month: MONTHS,
    seasons: ["våren", "sommaren", "hösten", "vintern"],
    quarter: &["kvartalet", "kvartal", "kv."],
    ordinals: &[],
    present: &[
        "nu",
        "nuvarande",
        "idag",
        "i dag",
        "pågående",
        "pågår",
        "tills vidare",
        "till nu",
        "till idag",
    ],
    to: &["till", "t.o.m.", "tom"],
    since: &["sedan", "från", "fr.o.m."],
    also: &[(3, "mar"), (6, "jun"), (7, "jul"), (9, "sept")],
    also_seasons: &[
        (Season::Spring, "vår"),
        (Season::Summer, "sommar"),
        (Season::Autumn, "höst"),
        (Season::Winter, "vinter"),
    ],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
