//! The words of dates in Finnish.

use super::Words;
use crate::date::Season;

/// The words of dates in Finnish.
pub const WORDS: Words = Words {
    tag: "fi",
    months: MONTHS,
    short: [
        "tammik.", "helmik.", "maalisk.", "huhtik.", "toukok.", "kesäk.", "heinäk.",
        "elok.", "syysk.", "lokak.", "marrask.", "jouluk.",
    ],
    in_day: [
        "tammikuuta",
        "helmikuuta",
        "maaliskuuta",
        "huhtikuuta",
        "toukokuuta",
        "kesäkuuta",
        "heinäkuuta",
        "elokuuta",
        "syyskuuta",
        "lokakuuta",
        "marraskuuta",
        "joulukuuta",
    ],
    since_month: [
        "tammikuusta",
        "helmikuusta",
        "maaliskuusta",
        "huhtikuusta",
        "toukokuusta",
        "kesäkuusta",
        "heinäkuusta",
        "elokuusta",
        "syyskuusta",
        "lokakuusta",
        "marraskuusta",
        "joulukuusta",
    ],
    seasons: ["kevät", "kesä", "syksy", "talvi"],
    quarter: &["neljännes", "vuosineljännes", "kvartaali", "Q"],
    ordinals: &[],
    present: &[
        "nykyhetki",
        "nykyinen",
        "nyt",
        "tänään",
        "tällä hetkellä",
        "jatkuu",
        "edelleen",
    ],
    to: &["asti", "saakka"],
    since: &["alkaen", "lähtien", "vuodesta"],
    also: &[
        (1, "tammi"),
        (2, "helmi"),
        (3, "maalis"),
        (4, "huhti"),
        (5, "touko"),
        (7, "heinä"),
        (8, "elo"),
        (9, "syys"),
        (10, "loka"),
        (11, "marras"),
        (12, "joulu"),
    ],
    also_seasons: &[
        (Season::Spring, "keväällä"),
        (Season::Summer, "kesällä"),
        (Season::Autumn, "syksyllä"),
        (Season::Winter, "talvella"),
    ],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "tammikuu",
    "helmikuu",
    "maaliskuu",
    "huhtikuu",
    "toukokuu",
    "kesäkuu",
    "heinäkuu",
    "elokuu",
    "syyskuu",
    "lokakuu",
    "marraskuu",
    "joulukuu",
];
