//! The words of dates in Italian.

use super::Words;

/// The words of dates in Italian.
pub const WORDS: Words = Words {
    tag: "it",
    months: MONTHS,
    short: [
        "gen.", "feb.", "mar.", "apr.", "mag.", "giu.", "lug.", "ago.", "set.", "ott.",
        "nov.", "dic.",
    ],
    in_day: MONTHS,
    since_month: MONTHS,
    seasons: ["primavera", "estate", "autunno", "inverno"],
    quarter: &["trimestre", "trim.", "T"],
    ordinals: &[(1, "primo"), (2, "secondo"), (3, "terzo"), (4, "quarto")],
    present: &[
        "oggi",
        "presente",
        "in corso",
        "attuale",
        "attualmente",
        "attualità",
        "adesso",
        "ad oggi",
        "a oggi",
        "fino a oggi",
    ],
    to: &["a", "ad", "al", "fino a", "fino al"],
    since: &["da", "dal", "dall’", "di"],
    also: &[(1, "genn"), (2, "febbr"), (6, "giugn"), (9, "sett")],
    also_seasons: &[],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];
