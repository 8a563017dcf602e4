//! The words of dates in Portuguese.

use super::Words;

/// The words of dates in Portuguese.
pub const WORDS: Words = Words {
    tag: "pt",
    months: MONTHS,
    short: [
        "jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.",
        "nov.", "dez.",
    ],
    in_day: MONTHS,
    since_month: MONTHS,
    seasons: ["primavera", "verão", "outono", "inverno"],
    quarter: &["trimestre", "trim.", "T"],
    ordinals: &[(1, "primeiro"), (2, "segundo"), (3, "terceiro"), (4, "quarto")],
    present: &[
        "presente",
        "atual",
        "atualmente",
        "actual",
        "actualmente",
        "hoje",
        "agora",
        "atualidade",
        "actualidade",
        "em curso",
        "o presente",
        "o momento",
        "até hoje",
        "até o presente",
        "até o momento",
        "até ao presente",
    ],
    to: &["a", "até", "ao", "à"],
    since: &["desde", "de", "a partir de"],
    also: &[],
    also_seasons: &[],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "janeiro",
    "fevereiro",
    "março",
    "abril",
    "maio",
    "junho",
    "julho",
    "agosto",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
];
