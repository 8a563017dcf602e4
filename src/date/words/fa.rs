//! The words of dates in Persian.

use super::Words;

/// The words of dates in Persian.
pub const WORDS: Words = Words {
    tag: "fa",
    months: MONTHS,
    short: MONTHS,
    in_day: MONTHS,
    since_month: MONTHS,
    seasons: ["بهار", "تابستان", "پاییز", "زمستان"],
    quarter: &["سه‌ماهه", "سه‌ماههٔ", "فصل"],
    ordinals: &[(1, "اول"), (2, "دوم"), (3, "سوم"), (4, "چهارم")],
    present: &[
        "اکنون",
        "تاکنون",
        "تا کنون",
        "کنون",
        "تا اکنون",
        "حال",
        "تا به امروز",
        "هم‌اکنون",
        "امروز",
        "زمان حال",
        "ادامه دارد",
    ],
    to: &["تا"],
    since: &["از"],
    also: &[(5, "می"), (7, "جولای"), (8, "آگوست"), (8, "اگوست"), (6, "جون")],
    also_seasons: &[],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "ژانویه",
    "فوریه",
    "مارس",
    "آوریل",
    "مه",
    "ژوئن",
    "ژوئیه",
    "اوت",
    "سپتامبر",
    "اکتبر",
    "نوامبر",
    "دسامبر",
];
