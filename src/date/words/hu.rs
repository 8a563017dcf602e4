//! The words of dates in Hungarian.

use super::Words;
use crate::date::Season;

/// The words of dates in Hungarian.
pub const WORDS: Words = Words {
    tag: "hu",
    months: MONTHS,
    short: [
        "jan.", "febr.", "márc.", "ápr.", "máj.", "jún.", "júl.", "aug.", "szept.",
        "okt.", "nov.", "dec.",
    ],
    in_day: MONTHS,
    since_month: MONTHS,
    seasons: ["tavasza", "nyara", "ősze", "tele"],
    quarter: &["negyedév"],
    ordinals: &[],
    present: &[
        "jelenleg",
        "jelen",
        "napjainkig",
        "ma",
        "most",
        "máig",
        "folyamatban",
        "jelenleg is",
    ],
    to: &["eddig"],
    since: &["óta"],
    also: &[(2, "feb"), (3, "már")],
    also_seasons: &[
        (Season::Spring, "tavasz"),
        (Season::Summer, "nyár"),
        (Season::Autumn, "ősz"),
        (Season::Winter, "tél"),
    ],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "január",
    "február",
    "március",
    "április",
    "május",
    "június",
    "július",
    "augusztus",
    "szeptember",
    "október",
    "november",
    "december",
];
