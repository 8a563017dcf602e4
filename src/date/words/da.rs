//! The words of dates in Danish.

use super::Words;
use crate::date::Season;

/// The words of dates in Danish.
pub const WORDS: Words = Words {
    tag: "da",
    months: MONTHS,
    short: [
        "jan.", "feb.", "marts", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.",
        "nov.", "dec.",
    ],
    in_day: MONTHS,
    since_month: MONTHS,
    seasons: ["foråret", "sommeren", "efteråret", "vinteren"],
    quarter: &["kvartal", "kv."],
    ordinals: &[],
    present: &["nu", "nuværende", "i dag", "idag", "d.d.", "dags dato", "igangværende"],
    to: &["til"],
    since: &["siden", "fra"],
    also: &[(3, "mar"), (6, "jun"), (7, "jul"), (9, "sept")],
    also_seasons: &[
        (Season::Spring, "forår"),
        (Season::Summer, "sommer"),
        (Season::Autumn, "efterår"),
        (Season::Winter, "vinter"),
    ],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];
