//! Dates that cannot be, and dates that cannot be read.

use super::Case;
use super::Input::After;
use super::case;

pub(super) const CASES: &[Case] = &[
    case(
        "an end before its start",
        After("sections:\n  experience:\n    - {title: A, date: Dec 2021 – Oct 2019}\n"),
        "end-before-start 4:24",
    ),
    case(
        "an end before its start in years",
        After("sections:\n  experience:\n    - {title: A, date: 2021-2019}\n"),
        "end-before-start 4:24",
    ),
    case(
        "an end before its start in keys",
        After(
            "sections:\n  experience:\n    - {title: A, date: {start: 2021, end: 2019}}\n",
        ),
        "end-before-start 4:43",
    ),
    case(
        "a month before the year it is in",
        After("sections:\n  experience:\n    - {title: A, date: 2021 – Dec 2020}\n"),
        "end-before-start 4:24",
    ),
    case(
        "a quarter before another",
        After("sections:\n  experience:\n    - {title: A, date: 2020 Q3 – 2020 Q1}\n"),
        "end-before-start 4:24",
    ),
    case(
        "a thirteenth month",
        After("sections:\n  experience:\n    - {title: A, date: 2020-13}\n"),
        "unread-date 4:24",
    ),
    case(
        "a month of no number",
        After("sections:\n  experience:\n    - {title: A, date: 2020-00}\n"),
        "unread-date 4:24",
    ),
    case(
        "a thirtieth of February",
        After("sections:\n  experience:\n    - {title: A, date: 2020-02-30}\n"),
        "unread-date 4:24",
    ),
    case(
        "a day in February that this year lacks",
        After("sections:\n  experience:\n    - {title: A, date: 2021-02-29}\n"),
        "unread-date 4:24",
    ),
    case(
        "a fifth quarter",
        After("sections:\n  experience:\n    - {title: A, date: 2020 Q5}\n"),
        "unread-date 4:24",
    ),
    case(
        "a year of two figures",
        After("sections:\n  experience:\n    - {title: A, date: Aug 13}\n"),
        "unread-date 4:24",
    ),
    case(
        "a year of five figures",
        After("sections:\n  experience:\n    - {title: A, date: 20200}\n"),
        "unread-date 4:24",
    ),
    case(
        "a misspelt month",
        After("sections:\n  experience:\n    - {title: A, date: Agust 2013}\n"),
        "unread-date 4:24",
    ),
    case(
        "a date in words",
        After("sections:\n  experience:\n    - {title: A, date: when I was young}\n"),
        "unread-date 4:24",
    ),
    case(
        "a date with a time",
        After(
            "sections:\n  experience:\n    - {title: A, date: \"2013-08-21T12:00:00Z\"}\n",
        ),
        "unread-date 4:24",
    ),
    case(
        "present before something",
        After("sections:\n  experience:\n    - {title: A, date: present – 2020}\n"),
        "unread-date 4:24",
    ),
    case(
        "three dates",
        After("sections:\n  experience:\n    - {title: A, date: 2010 – 2012 – 2014}\n"),
        "unread-date 4:24",
    ),
    case(
        "a dash alone",
        After("sections:\n  experience:\n    - {title: A, date: –}\n"),
        "unread-date 4:24",
    ),
    case(
        "a date that is a list",
        After("sections:\n  experience:\n    - {title: A, date: [2010, 2012]}\n"),
        "wrong-form 4:24",
    ),
    case(
        "a date with a text and a start",
        After(
            "sections:\n  experience:\n    - {title: A, date: {text: soon, start: 2020}}\n",
        ),
        "date-twice 4:37",
    ),
    case(
        "a date without anything",
        After("sections:\n  experience:\n    - {title: A, date: {}}\n"),
        "missing-key 4:24",
    ),
    case(
        "a start that is a period",
        After("sections:\n  experience:\n    - {title: A, date: {start: 2010 – 2012}}\n"),
        "unread-date 4:32",
    ),
    case(
        "a start that is not read",
        After("sections:\n  experience:\n    - {title: A, date: {start: soon}}\n"),
        "unread-date 4:32",
    ),
    case(
        "start and end as keys of an entry",
        After("sections:\n  experience:\n    - {title: A, start: 2020, end: 2021}\n"),
        "unknown-key 4:18, unknown-key 4:31",
    ),
];
