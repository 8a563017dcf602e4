//! What is read as a date, and what is not.

use super::Date;
use super::Day;
use super::Moment;
use super::Month;
use super::Period;
use super::Quarter;
use super::Season;
use super::Until;
use super::Year;
use super::read;

/// Reads each text of a table; expects its form for machines, or the reason why it is
/// not read.
#[track_caller]
fn check(rows: &[(&str, &str)]) {
    let found: Vec<_> = rows.iter().map(|(text, _)| (*text, outcome(text))).collect();
    let wrong: Vec<_> = rows
        .iter()
        .zip(&found)
        .filter(|((_, expected), (_, found))| expected != found)
        .map(|((text, expected), (_, found))| format!("{text}: {found}, not {expected}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Reads a text, for comparison.
fn outcome(text: &str) -> String {
    match read(text) {
        Ok(date) => date.iso().expect("what is read is no free text"),
        Err(why) => why.to_string(),
    }
}

const UNKNOWN: &str = "this is no form of date that is known here";

#[test]
fn years_months_and_days_are_read_in_numbers() {
    check(&[
        ("2013", "2013"),
        ("0987", "0987"),
        ("9999", "9999"),
        (" 2013 ", "2013"),
        ("2013-08", "2013-08"),
        ("2013-8", "2013-08"),
        ("2011-12", "2011-12"),
        ("2012-02", "2012-02"),
        ("2013/08", "2013-08"),
        ("2013.08", "2013-08"),
        ("2013. 8.", "2013-08"),
        ("08/2013", "2013-08"),
        ("8/2013", "2013-08"),
        ("08.2013", "2013-08"),
        ("08-2013", "2013-08"),
        ("2013-08-21", "2013-08-21"),
        ("2013/8/21", "2013-08-21"),
        ("2012-02-29", "2012-02-29"),
        ("2000-02-29", "2000-02-29"),
        ("21.08.2013", "2013-08-21"),
        ("21. 8. 2013", "2013-08-21"),
        ("03.04.2013", "2013-04-03"),
        ("21/08/2013", "2013-08-21"),
        ("08/21/2013", "2013-08-21"),
        ("05/05/2013", "2013-05-05"),
        ("21-08-2013", "2013-08-21"),
        ("2013. 08. 21.", "2013-08-21"),
        // A hyphen that a word processor has made longer or kept from breaking.
        ("2013\u{2011}08", "2013-08"),
        ("2013–08", "2013-08"),
    ]);
}

#[test]
fn months_are_read_in_words() {
    check(&[
        ("Aug 2013", "2013-08"),
        ("August 2013", "2013-08"),
        ("Aug. 2013", "2013-08"),
        ("AUGUST 2013", "2013-08"),
        ("august 2013", "2013-08"),
        ("Aug, 2013", "2013-08"),
        ("August, 2013", "2013-08"),
        ("August of 2013", "2013-08"),
        ("Aug-2013", "2013-08"),
        ("2013 August", "2013-08"),
        ("2013-Aug", "2013-08"),
        ("Sept. 2015", "2015-09"),
        ("Sep 2015", "2015-09"),
        ("Sept 2015", "2015-09"),
        ("Jun 2015", "2015-06"),
        ("Jul. 2015", "2015-07"),
        ("May 2015", "2015-05"),
        ("21 August 2013", "2013-08-21"),
        ("21st August 2013", "2013-08-21"),
        ("2nd of August 2013", "2013-08-02"),
        ("August 21, 2013", "2013-08-21"),
        ("Aug. 3rd, 2013", "2013-08-03"),
        ("21-Aug-2013", "2013-08-21"),
        ("  Aug \t 2013\n", "2013-08"),
        ("Aug\u{A0}2013", "2013-08"),
    ]);
}

#[test]
fn quarters_and_seasons_are_read() {
    check(&[
        ("2009 Q3", "2009-Q3"),
        ("2009-Q3", "2009-Q3"),
        ("2009/Q3", "2009-Q3"),
        ("2009Q3", "2009-Q3"),
        ("Q3 2009", "2009-Q3"),
        ("q3/2009", "2009-Q3"),
        ("Q3, 2009", "2009-Q3"),
        ("3Q 2009", "2009-Q3"),
        ("3rd quarter 2009", "2009-Q3"),
        ("third quarter of 2009", "2009-Q3"),
        ("3e trimestre 2009", "2009-Q3"),
        ("1er trim. 2009", "2009-Q1"),
        ("T3 2009", "2009-Q3"),
        ("drittes Quartal 2009", "2009-Q3"),
        ("III kwartał 2009", "2009-Q3"),
        ("3 кв. 2009", "2009-Q3"),
        ("IV квартал 2009 г.", "2009-Q4"),
        ("2009年第3四半期", "2009-Q3"),
        ("2009년 3분기", "2009-Q3"),
        ("3η τριμ. 2009", UNKNOWN),
        ("2009 Q5", "there is no quarter 5"),
        ("Q0 2009", "there is no quarter 0"),
        ("Fall 2011", "2011-Fall"),
        ("fall 2011", "2011-Fall"),
        ("2011-Fall", "2011-Fall"),
        ("2011 Fall", "2011-Fall"),
        ("Fall, 2011", "2011-Fall"),
        ("Autumn 2011", "2011-Autumn"),
        ("Spring 2012", "2012-Spring"),
        ("summer of 2012", "2012-Summer"),
        ("Winter 2012", "2012-Winter"),
        ("automne 2011", "2011-Autumn"),
        ("été 2011", "2011-Summer"),
        ("Frühjahr 2011", "2011-Spring"),
        ("otoño de 2011", "2011-Autumn"),
        ("hösten 2011", "2011-Autumn"),
        ("2011 ősze", "2011-Autumn"),
        ("2011. ősz", "2011-Autumn"),
        ("осень 2011", "2011-Autumn"),
        ("2011年秋", "2011-Autumn"),
        ("2011年秋季", "2011-Autumn"),
        ("2011년 가을", "2011-Autumn"),
        ("خريف 2011", "2011-Autumn"),
    ]);
}

#[test]
fn periods_are_read_with_any_mark() {
    check(PERIODS);
}

/// Periods of which both ends are known.
const PERIODS: &[(&str, &str)] = &[
    ("2013-08/2014-09", "2013-08/2014-09"),
    ("2013-08 - 2014-09", "2013-08/2014-09"),
    ("2013-08 – 2014-09", "2013-08/2014-09"),
    ("2013-08 — 2014-09", "2013-08/2014-09"),
    ("2013-08–2014-09", "2013-08/2014-09"),
    ("2013-08-2014-09", "2013-08/2014-09"),
    ("2013-08 to 2014-09", "2013-08/2014-09"),
    ("2013-08 until 2014-09", "2013-08/2014-09"),
    ("2013-08 / 2014-09", "2013-08/2014-09"),
    ("2013-08--2014-09", "2013-08/2014-09"),
    ("2013-08-01/2014-09-30", "2013-08-01/2014-09-30"),
    ("08/2013 - 09/2014", "2013-08/2014-09"),
    ("08/2013-09/2014", "2013-08/2014-09"),
    ("08/2013–09/2014", "2013-08/2014-09"),
    ("08.2013 - 09.2014", "2013-08/2014-09"),
    ("2013/08 - 2014/09", "2013-08/2014-09"),
    ("2011-2020", "2011/2020"),
    ("2011 - 2020", "2011/2020"),
    ("2011–2020", "2011/2020"),
    ("2011 – 2020", "2011/2020"),
    ("2011—2020", "2011/2020"),
    ("2011/2020", "2011/2020"),
    ("2011 to 2020", "2011/2020"),
    ("from 2011 to 2020", "2011/2020"),
    ("2011 through 2020", "2011/2020"),
    ("2011~2020", "2011/2020"),
    ("2011–14", "2011/2014"),
    ("2013/14", "2013/2014"),
    ("1999/00", "1999/2000"),
    ("January 2007-August 2010", "2007-01/2010-08"),
    ("January 2007 - August 2010", "2007-01/2010-08"),
    ("June 2012 — July 2012", "2012-06/2012-07"),
    ("Sept. 2015 - Dec 2017", "2015-09/2017-12"),
    ("Sept. 2015-Dec. 2017", "2015-09/2017-12"),
    ("Aug 2013 -Dec 2013", "2013-08/2013-12"),
    ("Aug 2013- Dec 2013", "2013-08/2013-12"),
    ("Oct 2019 – Dec 2021", "2019-10/2021-12"),
    ("Jun – Aug 2015", "2015-06/2015-08"),
    ("June to August 2015", "2015-06/2015-08"),
    ("Fall 2011 – Spring 2012", "2011-Fall/2012-Spring"),
    ("2009-Q3 - 2010-Q1", "2009-Q3/2010-Q1"),
    ("Q3 2009–Q1 2010", "2009-Q3/2010-Q1"),
    ("2009 Q3/2010 Q1", "2009-Q3/2010-Q1"),
    ("2011 – Aug 2013", "2011/2013-08"),
    ("21 Aug 2013 – 3 Sep 2013", "2013-08-21/2013-09-03"),
    ("2013 – 2013", "2013/2013"),
    // A month belongs to the year before it, unless that leaves nothing to end with.
    ("2013-08/2014", "2013-08/2014"),
    ("2013/08-2014", "2013-08/2014"),
    ("2013-08-2014", "2013-08/2014"),
    ("08/2013-2014", "2013-08/2014"),
    ("2011-Aug 2013", "2011/2013-08"),
];

#[test]
fn periods_may_go_on_or_stay_open() {
    check(&[
        ("August 2013 - present", "2013-08/present"),
        ("August 2013 – Present", "2013-08/present"),
        ("Aug 2013-present", "2013-08/present"),
        ("Aug 2013–PRESENT", "2013-08/present"),
        ("Dec. 2021 - Today", "2021-12/present"),
        ("Dec 2021 – now", "2021-12/present"),
        ("Dec 2021 – current", "2021-12/present"),
        ("Dec 2021 – ongoing", "2021-12/present"),
        ("Dec 2021 to present", "2021-12/present"),
        ("Dec 2021 to date", "2021-12/present"),
        ("Dec 2021 until now", "2021-12/present"),
        ("since Dec 2021 – present", "2021-12/present"),
        ("2013-08/present", "2013-08/present"),
        ("2011-present", "2011/present"),
        ("2011/today", "2011/present"),
        ("Fall 2011 – present", "2011-Fall/present"),
        ("August 2011 –", "2011-08/"),
        ("August 2011–", "2011-08/"),
        ("August 2011-", "2011-08/"),
        ("August 1999-", "1999-08/"),
        ("2011-", "2011/"),
        ("2011 -", "2011/"),
        ("2011–", "2011/"),
        ("2011/", "2011/"),
        ("2013-08-", "2013-08/"),
        ("2011-08/..", "2011-08/"),
        ("since August 2011", "2011-08/"),
        ("from 2011", "2011/"),
        ("depuis août 2011", "2011-08/"),
        ("seit 2011", "2011/"),
        ("od sierpnia 2011", "2011-08/"),
        ("с августа 2011 г.", "2011-08/"),
        ("2011年8月から", "2011-08/"),
        ("2011. augusztus óta", "2011-08/"),
        ("מאז אוגוסט 2011", "2011-08/"),
    ]);
}

#[test]
fn what_does_not_exist_is_named() {
    check(&[
        ("2013-13", "there is no month 13"),
        ("2013-00", "there is no month 0"),
        ("13/2013", "there is no month 13"),
        ("2011-14", "there is no month 14"),
        ("2013-08 – 2014-19", "there is no month 19"),
        ("2013-08/2014-19", "there is no month 19"),
        ("2013-02-31", "February 2013 has no day 31"),
        ("2013-02-29", "February 2013 has no day 29"),
        ("1900-02-29", "February 1900 has no day 29"),
        ("2013-04-31", "April 2013 has no day 31"),
        ("2013-08-00", "August 2013 has no day 0"),
        ("31 Feb 2013", "February 2013 has no day 31"),
        ("13/13/2013", "there is no month 13"),
        ("0000", "there is no year 0"),
        ("0000-08", "there is no year 0"),
        ("Aug 0000", "there is no year 0"),
    ]);
}

#[test]
fn what_may_mean_two_things_is_not_guessed() {
    check(&[
        ("2011/12", "this may be December 2011, or 2011 to 2012"),
        ("2008/09", "this may be September 2008, or 2008 to 2009"),
        ("2008–11", "this may be November 2008, or 2008 to 2011"),
        ("08/09/2013", "this may be a day in August or in September"),
        ("08-09-2013", "this may be a day in August or in September"),
        ("08/13", "a year has four digits here"),
        ("Aug 13", "a year has four digits here"),
        ("Aug '13", "a year has four digits here"),
        ("Aug ’13 – Sep ’14", "a year has four digits here"),
        ("1 Aug 13", "a year has four digits here"),
        ("Nov – Feb 2014", UNKNOWN),
    ]);
}

#[test]
fn other_texts_are_no_dates() {
    check(&[
        ("", UNKNOWN),
        (" ", UNKNOWN),
        ("-", UNKNOWN),
        ("–", UNKNOWN),
        ("/", UNKNOWN),
        ("present", UNKNOWN),
        ("– 2013", UNKNOWN),
        ("(2011-2020)", UNKNOWN),
        ("August", UNKNOWN),
        ("Q3", UNKNOWN),
        ("Fall", UNKNOWN),
        ("Augustus Caesar 2013", UNKNOWN),
        ("two years", UNKNOWN),
        ("of 2013", UNKNOWN),
        ("c. 2013", UNKNOWN),
        ("~2013", UNKNOWN),
        ("2013?", UNKNOWN),
        ("13", UNKNOWN),
        ("20130821", UNKNOWN),
        ("20131", UNKNOWN),
        ("99999999999999999999", UNKNOWN),
        ("2013-08T10:00", UNKNOWN),
        ("2013 - 2014 - 2015", UNKNOWN),
        ("2013, 2015", UNKNOWN),
        ("2013 08", UNKNOWN),
        ("Aug Sep 2013", UNKNOWN),
        ("every summer", UNKNOWN),
        ("Spring/Summer 2012", UNKNOWN),
        ("expected 2027", UNKNOWN),
        ("present – 2013", UNKNOWN),
        ("12 – 14", UNKNOWN),
        ("🙂 2013", UNKNOWN),
    ]);
}

#[test]
fn an_end_before_its_start_is_refused() {
    check(&[
        ("Dec 2021 – Oct 2019", "October 2019 lies before December 2021"),
        ("2021 – 2020", "2020 lies before 2021"),
        ("2021-2020", "2020 lies before 2021"),
        ("2014-09/2013-08", "August 2013 lies before September 2014"),
        ("2013-08-21 – 2013-08-20", "20 August 2013 lies before 21 August 2013"),
        ("2010 Q1 – 2009 Q4", "2009 Q4 lies before 2010 Q1"),
        ("Fall 2012 – Spring 2011", "Spring 2011 lies before Fall 2012"),
        ("август 2014 – июль 2014", "July 2014 lies before August 2014"),
    ]);
}

#[test]
fn what_may_be_in_order_is_not_refused() {
    check(&[
        ("2021-06 – 2021", "2021-06/2021"),
        ("2021 – 2021-06", "2021/2021-06"),
        ("2021-06 – 2021 Q2", "2021-06/2021-Q2"),
        ("2021-12-24 – 2021-12", "2021-12-24/2021-12"),
        // South of the equator, spring is the end of the year.
        ("Autumn 2011 – Spring 2011", "2011-Autumn/2011-Spring"),
        ("January 2012 – Winter 2011", "2012-01/2011-Winter"),
        ("2009 Q4 – October 2009", "2009-Q4/2009-10"),
    ]);
}

#[test]
fn moments_know_their_first_and_last_day() {
    let ends = |text: &str| match read(text) {
        Ok(Date::Moment(moment)) => (moment.earliest(), moment.latest()),
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(ends("2013"), ((2013, 1, 1), (2013, 12, 31)));
    assert_eq!(ends("2013-08"), ((2013, 8, 1), (2013, 8, 31)));
    assert_eq!(ends("2013-08-21"), ((2013, 8, 21), (2013, 8, 21)));
    assert_eq!(ends("2009 Q3"), ((2009, 7, 1), (2009, 9, 30)));
    assert_eq!(ends("2009 Q4"), ((2009, 10, 1), (2009, 12, 31)));
    assert_eq!(ends("2013-02"), ((2013, 2, 1), (2013, 2, 28)));
    assert_eq!(ends("Winter 2011"), ((2011, 1, 1), (2012, 2, 29)));
}

#[test]
fn every_form_for_machines_is_read_back() {
    let year = Year::new(2012).expect("a year");
    let mut moments = vec![Moment::Year(year)];
    moments.extend((1..=4).filter_map(Quarter::new).map(|q| Moment::Quarter(year, q)));
    moments.extend(Season::ALL.map(|season| Moment::Season(year, season)));
    for month in (1..=12).filter_map(Month::new) {
        moments.push(Moment::Month(year, month));
        moments
            .extend((1..=31).filter_map(|d| Day::new(year, month, d)).map(Moment::Day));
    }
    assert_eq!(moments.len(), 1 + 4 + 5 + 12 + 366);
    for moment in moments {
        for end in [Until::Moment(moment), Until::Present, Until::Open] {
            let period = Period::new(moment, end).expect("an end that is the start");
            assert_eq!(read(&period.iso()), Ok(Date::Period(period)));
        }
        assert_eq!(read(&moment.iso()), Ok(Date::Moment(moment)));
        assert_eq!(read(&moment.to_string()), Ok(Date::Moment(moment)));
    }
}

#[test]
fn whatever_is_read_has_a_form_for_machines_that_means_the_same() {
    let pieces = [
        "2013", "2014", "08", "3", "31", "0", "-", "–", "/", ".", " ", " - ", "Aug", "T",
        "Q3", "Fall", "present", " to ", "since ", "'", "年", "月", "から", "à", "de ",
        "ل", "ä",
    ];
    let mut texts = ["2013", "Aug ", "08/"].map(str::to_owned).to_vec();
    for _ in 0..3 {
        let longer = |text: &String| pieces.map(|piece| format!("{text}{piece}"));
        texts = texts.iter().flat_map(longer).collect();
    }
    let mut count = 0;
    for text in &texts {
        if let Ok(date) = read(text) {
            let iso = date.iso().expect("what is read is no free text");
            assert_eq!(read(&iso), Ok(date), "{text}");
            count += 1;
        }
    }
    assert!(count > 1_000 && count < texts.len() / 10, "{count} of {}", texts.len());
}

#[test]
fn a_text_without_end_is_given_up_at_once() {
    for piece in ["-", "2013-", "à ", "年", "\u{301}", " – ", "since "] {
        check(&[(&piece.repeat(2_000_000), UNKNOWN)]);
    }
}

mod languages;
