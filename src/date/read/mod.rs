//! Reading dates as people write them, in every language that cvpdf prints.
//!
//! Whatever has one meaning is read; what may have two is left unread, with the reason.

mod moment;

use std::fmt;
use std::iter;

use self::moment::moment;
use super::Backwards;
use super::Date;
use super::Moment;
use super::Month;
use super::Period;
use super::Until;
use super::Year;
use super::token;
use super::words;
use super::words::Meaning;

/// The forms to show to someone whose date could not be read.
pub const FORMS: &[&str] = &[
    "2013",
    "2013-08",
    "2013-08-21",
    "Aug 2013",
    "2009 Q3",
    "Fall 2011",
    "2013 – present",
];

/// Why a text could not be read as a date. Prints as the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It is a period that ends before it starts. This cannot be meant; all other
    /// reasons may come from a text that is fine as it is.
    Backwards(Backwards),
    /// There is no year 0.
    NoYear,
    /// There is no quarter of this number.
    NoQuarter(u32),
    /// There is no month of this number.
    NoMonth(u32),
    /// The month does not have this day.
    NoDay(Year, Month, u32),
    /// A year was written with two digits.
    ShortYear,
    /// It may be a month of the year, or the year and some that follow it.
    MonthOrYears(Year, Month),
    /// Day and month could be the other way round.
    DayOrMonth(Month, Month),
    /// It has no form that is known here.
    Unknown,
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Backwards(backwards) => write!(f, "{backwards}"),
            Self::NoYear => write!(f, "there is no year 0"),
            Self::NoQuarter(number) => write!(f, "there is no quarter {number}"),
            Self::NoMonth(number) => write!(f, "there is no month {number}"),
            Self::NoDay(year, month, day) => {
                write!(f, "{} {year} has no day {day}", month.name())
            }
            Self::ShortYear => write!(f, "a year has four digits here"),
            Self::MonthOrYears(year, month) => {
                let last = year.number() / 100 * 100 + u16::from(month.number());
                write!(f, "this may be {} {year}, or {year} to {last:04}", month.name())
            }
            Self::DayOrMonth(a, b) => {
                write!(f, "this may be a day in {} or in {}", a.name(), b.name())
            }
            Self::Unknown => write!(f, "this is no form of date that is known here"),
        }
    }
}

/// Reads a date: [`date::read`](super::read()).
pub(super) fn date(text: &str) -> Result<Date, Unread> {
    if text.len() > LONGEST {
        return Err(Unread::Unknown);
    }
    let text = token::fold(text);
    let mut why = match moment(&text) {
        Ok(moment) => return Ok(Date::Moment(moment)),
        Err(why) => why,
    };
    // Words are looked for only after the dashes: they are many.
    let dashed = dashes(&text, Between::Clear);
    let opened = || since(&text).map(|start| period(start, Until::Open));
    let rest = || {
        let marks = [Between::Dash, Between::Hyphen, Between::Slash].into_iter();
        let all = marks.flat_map(|mark| dashes(&text, mark));
        all.clone().filter(|cut| !is_torn(*cut)).chain(all.filter(|cut| is_torn(*cut)))
    };
    let outcomes = dashed
        .map(halves)
        .chain(iter::once_with(opened).flatten())
        .chain(iter::once_with(|| between_words(&text)).flatten().map(halves))
        .chain(iter::once_with(rest).flatten().map(halves));
    for outcome in outcomes {
        match outcome {
            Err(Unread::Unknown) => {}
            Err(reason @ Unread::Backwards(_)) => return Err(reason),
            // The first reason that says something is the one that is told.
            Err(reason) if why == Unread::Unknown => why = reason,
            Err(_) => {}
            Ok(date) => return Ok(date),
        }
    }
    Err(why)
}

/// The most bytes that a date may have: what is longer is a mistake, and trying all places
/// to cut it would take long.
const LONGEST: usize = 200;

/// Makes a period into a date.
fn period(start: Moment, end: Until) -> Result<Date, Unread> {
    Period::new(start, end).map(Date::Period).map_err(Unread::Backwards)
}

/// A place where a text may be cut into a start and an end.
#[derive(Clone, Copy)]
struct Cut<'a> {
    start: &'a str,
    end: &'a str,
    mark: Between,
}

/// What stands between a start and an end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Between {
    /// A dash or hyphen with a space, or a word.
    Clear,
    /// A dash without spaces.
    Dash,
    /// A hyphen without spaces.
    Hyphen,
    /// A slash.
    Slash,
}

/// Finds the places where a text may be cut at marks of one kind.
fn dashes(text: &str, wanted: Between) -> impl Iterator<Item = Cut<'_>> + Clone {
    text.match_indices(['–', '-', '/']).filter_map(move |(at, mark)| {
        let after = at + mark.len();
        let spaced = text[..at].ends_with(' ') || text[after..].starts_with(' ');
        let between = match mark {
            "/" => Between::Slash,
            _ if spaced => Between::Clear,
            "–" => Between::Dash,
            _ => Between::Hyphen,
        };
        (between == wanted).then(|| cut(text, (at, after), between))
    })
}

/// Finds the places where a text may be cut at a word.
fn between_words(text: &str) -> impl Iterator<Item = Cut<'_>> {
    words::languages_of(text)
        .flat_map(|words| words.to)
        .flat_map(|word| places(text, word))
        .map(|place| cut(text, place, Between::Clear))
}

/// Cuts a text.
fn cut(text: &str, (from, to): (usize, usize), mark: Between) -> Cut<'_> {
    Cut { start: text[..from].trim_end(), end: text[to..].trim_start(), mark }
}

/// Finds where a word stands in a folded text, with its ends.
fn places(text: &str, word: &str) -> Vec<(usize, usize)> {
    let word = token::folded(word);
    let alone = needs_spaces(&word);
    text.match_indices(&*word)
        .map(|(at, word)| (at, at + word.len()))
        .filter(|&(from, to)| {
            !alone || text[..from].ends_with(' ') && text[to..].starts_with(' ')
        })
        .collect()
}

/// Whether a small word of this script is always parted from others: not so in Hebrew
/// and Arabic, where it may be a prefix, nor in the east.
fn needs_spaces(word: &str) -> bool {
    token::block(word) < 0x590
}

/// Reads a start and an end.
fn halves(cut: Cut) -> Result<Date, Unread> {
    if let Some(short) = short_end(cut) {
        return short;
    }
    let end = until(cut.end)?;
    let start = match moment(cut.start) {
        Ok(start) => start,
        Err(why) => since(cut.start).or_else(|| borrowed(cut.start, end)).ok_or(why)?,
    };
    period(start, end)
}

/// Whether a cut may have torn a month from its year, as in `2013-08/2014` at the hyphen:
/// what is left is a year, and the rest has one at its end.
fn is_torn(cut: Cut) -> bool {
    let digit = |b: &u8| b.is_ascii_digit();
    let first = cut.end.bytes().take_while(|b| digit(b)).count();
    let last = cut.end.bytes().rev().take_while(|b| digit(b)).count();
    cut.start.bytes().all(|b| digit(&b)) && last == 4 && first != 4
}

/// Reads `2011–14`, where the end lacks its century. A hyphen there means a month.
fn short_end(cut: Cut) -> Option<Result<Date, Unread>> {
    let number = (cut.end.len() == 2).then(|| cut.end.parse::<u32>().ok()).flatten()?;
    let Ok(Moment::Year(year)) = moment(cut.start) else { return None };
    let (century, short) = (u32::from(year.0) / 100, u32::from(year.0) % 100);
    let later = match cut.mark {
        Between::Clear | Between::Hyphen => return None,
        Between::Dash => number > short,
        Between::Slash => number == (short + 1) % 100,
    };
    Some(match (Month::new(number), later) {
        (Some(month), true) => Err(Unread::MonthOrYears(year, month)),
        (Some(month), false) => Ok(Date::Moment(Moment::Month(year, month))),
        (None, true) => {
            let century = if number > short { century } else { century + 1 };
            let end = Year::new(century * 100 + number).ok_or(Unread::Unknown);
            end.and_then(|end| {
                period(Moment::Year(year), Until::Moment(Moment::Year(end)))
            })
        }
        (None, false) => Err(Unread::NoMonth(number)),
    })
}

/// Reads the end of a period.
fn until(text: &str) -> Result<Until, Unread> {
    if text.is_empty() || text == ".." {
        return Ok(Until::Open);
    }
    let named = text.trim_end_matches('.');
    if words::is_present(named) {
        return Ok(Until::Present);
    }
    let whole = moment(text).map(Until::Moment);
    whole.or_else(|why| {
        let bare = words::languages_of(text)
            .flat_map(|words| words.to)
            .filter_map(|word| without(text, word));
        let mut ends = bare.filter_map(|text| {
            let present = words::is_present(text).then_some(Until::Present);
            present.or_else(|| moment(text).ok().map(Until::Moment))
        });
        ends.next().ok_or(why)
    })
}

/// Reads a start that says so, in one word or two: `since August 2011`, `2011年8月から`,
/// `vuodesta 2011 alkaen`.
fn since(text: &str) -> Option<Moment> {
    words::languages_of(text)
        .flat_map(|words| words.since)
        .filter_map(|word| without(text, word))
        .find_map(|text| moment(text).ok().or_else(|| since(text)))
}

/// Takes a word away that stands at the beginning or the end of a folded text.
fn without<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let word = token::folded(word);
    let alone = needs_spaces(&word);
    let front = text.strip_prefix(&*word).filter(|rest| !alone || rest.starts_with(' '));
    let back = || text.strip_suffix(&*word).filter(|rest| !alone || rest.ends_with(' '));
    front.or_else(back).map(str::trim)
}

/// Reads a month that takes its year from the end: `Jun – Aug 2015`.
fn borrowed(text: &str, end: Until) -> Option<Moment> {
    let Until::Moment(Moment::Month(year, last)) = end else { return None };
    match words::meaning(text.trim_end_matches('.'))? {
        Meaning::Month(number) => {
            let month = Month::new(number).filter(|month| *month <= last)?;
            Some(Moment::Month(year, month))
        }
        Meaning::Season(_) | Meaning::Quarter | Meaning::Ordinal(_) => None,
    }
}
