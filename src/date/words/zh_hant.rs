//! The words of dates in Traditional Chinese.

use super::Words;

/// The words of dates in Traditional Chinese.
pub const WORDS: Words = Words {
    tag: "zh-Hant",
    months: MONTHS,
    short: MONTHS,
    in_day: MONTHS,
    since_month: MONTHS,
    seasons: ["春季", "夏季", "秋季", "冬季"],
    quarter: &["季"],
    ordinals: &[],
    present: &["至今", "今", "現在", "目前", "迄今"],
    to: &["至", "到"],
    since: &["從", "自", "起", "始於"],
    also: &[],
    also_seasons: &[],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月",
];
