//! The words of dates in Hindi.

use super::Words;
use crate::date::Season;

/// The words of dates in Hindi.
pub const WORDS: Words = Words {
    tag: "hi",
    months: MONTHS,
    short: [
        "जन॰",
        "फ़र॰",
        "मार्च",
        "अप्रैल",
        "मई",
        "जून",
        "जुल॰",
        "अग॰",
        "सित॰",
        "अक्टू॰",
        "नव॰",
        "दिस॰",
    ],
    in_day: MONTHS,
    since_month: MONTHS,
    seasons: ["वसंत", "ग्रीष्म", "शरद", "शीत"],
    quarter: &["तिमाही"],
    ordinals: &[(1, "पहली"), (2, "दूसरी"), (3, "तीसरी"), (4, "चौथी")],
    present: &["वर्तमान", "अब तक", "आज", "आज तक", "अब", "वर्तमान तक", "जारी"],
    to: &["से", "तक"],
    since: &["से"],
    also: &[(9, "सितम्बर"), (10, "अक्तूबर"), (11, "नवम्बर"), (12, "दिसम्बर")],
    also_seasons: &[
        (Season::Spring, "बसंत"),
        (Season::Summer, "गर्मी"),
        (Season::Winter, "सर्दी"),
        (Season::Autumn, "पतझड़"),
    ],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "जनवरी",
    "फ़रवरी",
    "मार्च",
    "अप्रैल",
    "मई",
    "जून",
    "जुलाई",
    "अगस्त",
    "सितंबर",
    "अक्टूबर",
    "नवंबर",
    "दिसंबर",
];
