//! The words of dates in German.

use super::Words;
use crate::date::Season;

/// The words of dates in German.
pub const WORDS: Words = Words {
    tag: "de",
    months: MONTHS,
    short: [
        "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.",
        "Nov.", "Dez.",
    ],
    in_day: MONTHS,
    since_month: MONTHS,
    seasons: ["Frühling", "Sommer", "Herbst", "Winter"],
    quarter: &["Quartal", "Quart", "Q", "Vierteljahr"],
    ordinals: &[(1, "erstes"), (2, "zweites"), (3, "drittes"), (4, "viertes")],
    present: &[
        "heute",
        "jetzt",
        "aktuell",
        "dato",
        "laufend",
        "andauernd",
        "gegenwärtig",
        "Gegenwart",
        "bis heute",
        "bis dato",
        "derzeit",
        "zur Zeit",
    ],
    to: &["bis", "bis zum"],
    since: &["seit", "ab", "von", "vom"],
    also: &[
        (1, "Jänner"),
        (1, "Jän"),
        (2, "Feber"),
        (3, "Maerz"),
        (3, "Mär"),
        (3, "Mrz"),
        (6, "Jun"),
        (7, "Jul"),
        (9, "Sep"),
    ],
    also_seasons: &[(Season::Spring, "Frühjahr")],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
