//! The words of dates in Romanian.

use super::Words;
use crate::date::Season;

/// The words of dates in Romanian.
pub const WORDS: Words = Words {
    tag: "ro",
    months: MONTHS,
    short: [
        "ian.", "feb.", "mar.", "apr.", "mai", "iun.", "iul.", "aug.", "sept.", "oct.",
        "nov.", "dec.",
    ],
    in_day: MONTHS,
    since_month: MONTHS,
    seasons: ["primăvara", "vara", "toamna", "iarna"],
    quarter: &["trimestrul", "trim.", "T"],
    ordinals: &[],
    present: &[
        "prezent",
        "în prezent",
        "azi",
        "astăzi",
        "acum",
        "actual",
        "actualmente",
        "până în prezent",
        "până azi",
        "în curs",
    ],
    to: &["până în", "până la", "la", "până"],
    since: &["din", "de la", "de", "începând cu"],
    also: &[(9, "sep")],
    also_seasons: &[
        (Season::Spring, "primăvară"),
        (Season::Summer, "vară"),
        (Season::Autumn, "toamnă"),
        (Season::Winter, "iarnă"),
    ],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "ianuarie",
    "februarie",
    "martie",
    "aprilie",
    "mai",
    "iunie",
    "iulie",
    "august",
    "septembrie",
    "octombrie",
    "noiembrie",
    "decembrie",
];
