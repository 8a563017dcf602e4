//! The words of dates in Korean.

use super::Words;

/// The words of dates in Korean.
pub const WORDS: Words = Words {
    tag: "ko",
    months: MONTHS,
    short: MONTHS,
    in_day: MONTHS,
    since_month: MONTHS,
    seasons: ["봄", "여름", "가을", "겨울"],
    quarter: &["분기", "사분기"],
    ordinals: &[],
    present: &["현재", "현재까지", "지금", "재직 중", "재직중", "재학 중", "오늘"],
    to: &["부터", "까지", "에서"],
    since: &["부터", "이후"],
    also: &[],
    also_seasons: &[],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "1월", "2월", "3월", "4월", "5월", "6월", "7월", "8월", "9월", "10월", "11월", "12월",
];
