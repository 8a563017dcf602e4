//! The words of dates in Polish.

use super::Words;

/// The words of dates in Polish.
pub const WORDS: Words = Words {
    tag: "pl",
    months: MONTHS,
    short: [
        "sty.", "lut.", "mar.", "kwi.", "maj", "cze.", "lip.", "sie.", "wrz.", "paź.",
        "lis.", "gru.",
    ],
    in_day: GENITIVE,
    since_month: GENITIVE,
    seasons: ["wiosna", "lato", "jesień", "zima"],
    quarter: &["kwartał", "kw."],
    ordinals: &[],
    present: &[
        "obecnie",
        "teraz",
        "dziś",
        "dzisiaj",
        "do dziś",
        "nadal",
        "do teraz",
        "chwili obecnej",
        "do chwili obecnej",
        "obecna",
        "w toku",
    ],
    to: &["do"],
    since: &["od"],
    also: &[],
    also_seasons: &[],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "styczeń",
    "luty",
    "marzec",
    "kwiecień",
    "maj",
    "czerwiec",
    "lipiec",
    "sierpień",
    "wrzesień",
    "październik",
    "listopad",
    "grudzień",
];

/// The months in the genitive.
const GENITIVE: [&str; 12] = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];
