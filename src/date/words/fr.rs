//! The words of dates in French.

use super::Words;

/// The words of dates in French.
pub const WORDS: Words = Words {
    tag: "fr",
    months: MONTHS,
    short: [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.",
        "oct.", "nov.", "déc.",
    ],
    in_day: MONTHS,
    since_month: MONTHS,
    seasons: ["printemps", "été", "automne", "hiver"],
    quarter: &["trim.", "trimestre", "T"],
    ordinals: &[(1, "premier"), (2, "deuxième"), (3, "troisième"), (4, "quatrième")],
    present: &[
        "aujourd’hui",
        "présent",
        "à présent",
        "ce jour",
        "à ce jour",
        "actuel",
        "actuellement",
        "en cours",
        "maintenant",
        "jusqu'à aujourd'hui",
        "jusqu'à ce jour",
        "jusqu'à présent",
    ],
    to: &["à", "au", "jusqu'à", "jusqu'en", "jusqu’au"],
    since: &["depuis", "depuis le", "de", "du", "à partir de", "dès"],
    also: &[
        (1, "jan"),
        (2, "fév"),
        (2, "fevr"),
        (4, "avri"),
        (7, "juill"),
        (9, "septem"),
    ],
    also_seasons: &[],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
