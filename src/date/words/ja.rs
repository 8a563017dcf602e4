//! The words of dates in Japanese.

use super::Words;
use crate::date::Season;

/// The words of dates in Japanese.
pub const WORDS: Words = Words {
    tag: "ja",
    months: MONTHS,
    short: MONTHS,
    in_day: MONTHS,
    since_month: MONTHS,
    seasons: ["春", "夏", "秋", "冬"],
    quarter: &["四半期"],
    ordinals: &[],
    present: &[
        "現在",
        "至現在",
        "現職",
        "在職中",
        "在学中",
        "今",
        "今日",
        "継続中",
        "至る現在",
    ],
    to: &["から", "まで", "至"],
    since: &["から", "より", "以降"],
    also: &[],
    also_seasons: &[
        (Season::Spring, "春季"),
        (Season::Summer, "夏季"),
        (Season::Autumn, "秋季"),
        (Season::Winter, "冬季"),
        (Season::Spring, "春期"),
        (Season::Autumn, "秋期"),
    ],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月",
];
