//! The words of dates in Turkish.

use super::Words;
use crate::date::Season;

/// The words of dates in Turkish.
pub const WORDS: Words = Words {
    tag: "tr",
    months: MONTHS,
    short: [
        "Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas",
        "Ara",
    ],
    in_day: MONTHS,
    since_month: MONTHS,
    seasons: ["ilkbahar", "yaz", "sonbahar", "kış"],
    quarter: &["çeyrek", "çeyreği"],
    ordinals: &[],
    present: &[
        "halen",
        "günümüz",
        "devam ediyor",
        "devam",
        "şu an",
        "şimdi",
        "bugün",
        "hâlâ",
        "şu anda",
        "günümüze kadar",
    ],
    to: &["kadar"],
    since: &["itibarıyla", "itibaren", "beri"],
    also: &[],
    also_seasons: &[(Season::Spring, "bahar"), (Season::Autumn, "güz")],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül",
    "Ekim", "Kasım", "Aralık",
];
