//! The words of dates in Simplified Chinese.

use super::Words;
use crate::date::Season;

/// The words of dates in Simplified Chinese.
pub const WORDS: Words = Words {
    tag: "zh-Hans",
    months: MONTHS,
    short: MONTHS,
    in_day: MONTHS,
    since_month: MONTHS,
    seasons: ["春季", "夏季", "秋季", "冬季"],
    quarter: &["季度"],
    ordinals: &[],
    present: &["至今", "今", "现在", "目前", "迄今", "当前"],
    to: &["至", "到"],
    since: &["从", "自", "起", "始于"],
    also: &[
        (1, "一月"),
        (2, "二月"),
        (3, "三月"),
        (4, "四月"),
        (5, "五月"),
        (6, "六月"),
        (7, "七月"),
        (8, "八月"),
        (9, "九月"),
        (10, "十月"),
        (11, "十一月"),
        (12, "十二月"),
    ],
    also_seasons: &[
        (Season::Spring, "春天"),
        (Season::Summer, "夏天"),
        (Season::Autumn, "秋天"),
        (Season::Winter, "冬天"),
    ],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月",
];
