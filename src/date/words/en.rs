//! The words of dates in English.

use super::Words;
use crate::date::Season;

/// The words of dates in English.
pub const WORDS: Words = Words {
    tag: "en",
    months: MONTHS,
    short: [
        "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov",
        "Dec",
    ],
    in_day: MONTHS,
    since_month: MONTHS,
    seasons: ["Spring", "Summer", "Autumn", "Winter"],
    quarter: &["Q", "quarter", "qtr"],
    ordinals: &[(1, "first"), (2, "second"), (3, "third"), (4, "fourth")],
    present: &[
        "present",
        "today",
        "now",
        "current",
        "currently",
        "ongoing",
        "to date",
        "date",
        "to present",
        "until now",
    ],
    to: &["to", "until", "till", "til", "through", "thru"],
    since: &["since", "from", "as of"],
    also: &[(6, "Jun"), (7, "Jul"), (9, "Sep")],
    also_seasons: &[(Season::Fall, "Fall")],
};

/// The months by themselves.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
