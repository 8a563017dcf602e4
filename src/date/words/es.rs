//! The words of dates in Spanish.

use super::Words;

/// The words of dates in Spanish.
pub const WORDS: Words = Words {
    tag: "es",
    months: MONTHS,
    short: [
        "ene.", "feb.", "mar.", "abr.", "may.", "jun.", "jul.", "ago.", "sept.", "oct.",
        "nov.", "dic.",
    ],
    in_day: MONTHS,
    since_month: MONTHS,
    seasons: ["primavera", "verano", "otoño", "invierno"],
    quarter: &["trimestre", "trim.", "T"],
    ordinals: &[(1, "primer"), (2, "segundo"), (3, "tercer"), (4, "cuarto")],
    present: &[
        "actualidad",
        "la actualidad",
        "presente",
        "el presente",
        "hoy",
        "ahora",
        "actual",
        "actualmente",
        "en curso",
        "la fecha",
        "a la fecha",
        "hasta la fecha",
        "hasta hoy",
        "hasta la actualidad",
        "hasta el presente",
    ],
    to: &["a", "al", "hasta"],
    since: &["desde", "de", "del"],
    also: &[(9, "setiembre"), (9, "sep"), (9, "set")],
    also_seasons: &[],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];
