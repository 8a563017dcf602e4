//! The words of dates in Czech.

use super::Words;

/// The words of dates in Czech.
pub const WORDS: Words = Words {
    tag: "cs",
    months: MONTHS,
    short: [
        "led.", "úno.", "bře.", "dub.", "kvě.", "čvn.", "čvc.", "srp.", "zář.", "říj.",
        "lis.", "pro.",
    ],
    in_day: GENITIVE,
    since_month: GENITIVE,
    seasons: ["jaro", "léto", "podzim", "zima"],
    quarter: &["čtvrtletí", "kvartál"],
    ordinals: &[],
    present: &["dosud", "současnost", "nyní", "dnes", "současný", "trvá", "doposud"],
    to: &["do", "až"],
    since: &["od", "od roku"],
    also: &[(12, "pros")],
    also_seasons: &[],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "leden",
    "únor",
    "březen",
    "duben",
    "květen",
    "červen",
    "červenec",
    "srpen",
    "září",
    "říjen",
    "listopad",
    "prosinec",
];

/// The months in the genitive.
const GENITIVE: [&str; 12] = [
    "ledna",
    "února",
    "března",
    "dubna",
    "května",
    "června",
    "července",
    "srpna",
    "září",
    "října",
    "listopadu",
    "prosince",
];
