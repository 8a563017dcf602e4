//! The words of dates in Norwegian.

use super::Words;
use crate::date::Season;

/// The words of dates in Norwegian.
pub const WORDS: Words = Words {
    tag: "nb",
    months: MONTHS,
    short: [
        "jan.", "feb.", "mars", "apr.", "mai", "juni", "juli", "aug.", "sep.", "okt.",
        "nov.", "des.",
    ],
    in_day: MONTHS,
    since_month: MONTHS,
    seasons: ["våren", "sommeren", "høsten", "vinteren"],
    quarter: &["kvartal", "kv."],
    ordinals: &[],
    present: &[
        "nå",
        "nåværende",
        "i dag",
        "idag",
        "d.d.",
        "dags dato",
        "pågående",
        "pågår",
    ],
    to: &["til"],
    since: &["siden", "fra"],
    also: &[(3, "mar"), (6, "jun"), (7, "jul"), (9, "sept")],
    also_seasons: &[
        (Season::Spring, "vår"),
        (Season::Summer, "sommer"),
        (Season::Autumn, "høst"),
        (Season::Winter, "vinter"),
    ],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
];
