//! Dates as a career has them: a year, a month, a season; and periods, which never end
//! before they start.
//!
//! Nothing here knows today's date. How a date is printed is the business of the locale.

pub mod words;
pub mod read;

mod token;
#[cfg(test)]
mod tests;

use std::fmt;

/// A calendar day as numbers (year, month, day), for comparing moments.
pub type Ymd = (u16, u8, u8);

/// Reads a date.
///
/// ```
/// use cvpdf::date;
///
/// let date = date::read("août 2013 – aujourd'hui").unwrap();
/// assert_eq!(date.iso().unwrap(), "2013-08/present");
/// assert_eq!(date::read("2013-13").unwrap_err().to_string(), "there is no month 13");
/// ```
pub fn read(text: &str) -> Result<Date, read::Unread> {
    read::date(text)
}

/// What an author can say about when something was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Date {
    /// One moment: `August 2013`.
    Moment(Moment),
    /// A stretch of time: `Aug 2013 – present`.
    Period(Period),
    /// Words that are printed as they are.
    Text(String),
}

impl Date {
    /// Writes the date for machines, in a form that [`read`](read()) reads back: `2013-08`,
    /// `2013-08/2014-09`, `2013-08/present`, `2013-08/` for an open end.
    ///
    /// Free words have no such form.
    pub fn iso(&self) -> Option<String> {
        match self {
            Self::Moment(moment) => Some(moment.iso()),
            Self::Period(period) => Some(period.iso()),
            Self::Text(_) => None,
        }
    }
}

/// A stretch of time that cannot end before it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    start: Moment,
    end: Until,
}

impl Period {
    /// Makes a period, unless it would end before it starts.
    ///
    /// A year and a month in it are in order either way round: only what cannot be true
    /// is refused.
    pub fn new(start: Moment, end: Until) -> Result<Self, Backwards> {
        match end {
            Until::Moment(end) if end.latest() < start.earliest() => {
                Err(Backwards { start, end })
            }
            Until::Moment(_) | Until::Present | Until::Open => Ok(Self { start, end }),
        }
    }

    /// The moment in which the period starts.
    pub fn start(self) -> Moment {
        self.start
    }

    /// The end of the period, if it has one.
    pub fn end(self) -> Until {
        self.end
    }

    /// Writes the period for machines: two moments with a slash between.
    pub fn iso(self) -> String {
        let end = match self.end {
            Until::Moment(moment) => moment.iso(),
            Until::Present => "present".to_owned(),
            Until::Open => String::new(),
        };
        format!("{}/{end}", self.start.iso())
    }
}

/// A period that would end before it starts.
///
/// Prints as the reason: `October 2019 lies before December 2021`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backwards {
    /// Where it was said to start.
    pub start: Moment,
    /// Where it was said to end.
    pub end: Moment,
}

impl fmt::Display for Backwards {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} lies before {}", self.end, self.start)
    }
}

/// How a period ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// In this moment.
    Moment(Moment),
    /// It goes on, and the author says so.
    Present,
    /// Nothing is said about the end.
    Open,
}

/// A point in time, as exact as the author made it.
///
/// Prints in English, for messages; documents are printed by the locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// `2013`
    Year(Year),
    /// `2009 Q3`
    Quarter(Year, Quarter),
    /// `Fall 2011`
    Season(Year, Season),
    /// `August 2013`
    Month(Year, Month),
    /// `21 August 2013`
    Day(Day),
}

impl Moment {
    /// The year in which the moment lies.
    pub fn year(self) -> Year {
        match self {
            Self::Year(year)
            | Self::Quarter(year, _)
            | Self::Season(year, _)
            | Self::Month(year, _) => year,
            Self::Day(day) => day.year,
        }
    }

    /// The first day that may be meant.
    ///
    /// A season may lie anywhere in its year, as we do not know the hemisphere.
    pub fn earliest(self) -> Ymd {
        let year = self.year().0;
        match self {
            Self::Year(_) | Self::Season(..) => (year, 1, 1),
            Self::Quarter(_, quarter) => (year, quarter.0 * 3 - 2, 1),
            Self::Month(_, month) => (year, month.0, 1),
            Self::Day(day) => (year, day.month.0, day.number),
        }
    }

    /// The last day that may be meant; that of a winter lies in the year after.
    pub fn latest(self) -> Ymd {
        let year = self.year().0;
        match self {
            Self::Season(_, Season::Winter) => (year + 1, 2, 29),
            Self::Year(_) | Self::Season(..) => (year, 12, 31),
            Self::Quarter(of, Quarter(quarter)) => {
                (year, quarter * 3, days(of, Month(quarter * 3)))
            }
            Self::Month(of, month) => (year, month.0, days(of, month)),
            Self::Day(day) => (year, day.month.0, day.number),
        }
    }

    /// Writes the moment for machines: `2013`, `2009-Q3`, `2011-Fall`, `2013-08`,
    /// `2013-08-21`.
    pub fn iso(self) -> String {
        match self {
            Self::Year(year) => format!("{year}"),
            Self::Quarter(year, quarter) => format!("{year}-Q{}", quarter.0),
            Self::Season(year, season) => format!("{year}-{}", season.name()),
            Self::Month(year, month) => format!("{year}-{:02}", month.0),
            Self::Day(day) => {
                format!("{}-{:02}-{:02}", day.year, day.month.0, day.number)
            }
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match *self {
            Self::Year(year) => write!(f, "{year}"),
            Self::Quarter(year, quarter) => write!(f, "{year} Q{}", quarter.0),
            Self::Season(year, season) => write!(f, "{} {year}", season.name()),
            Self::Month(year, month) => write!(f, "{} {year}", month.name()),
            Self::Day(day) => {
                write!(f, "{} {} {}", day.number, day.month.name(), day.year)
            }
        }
    }
}

/// A year, 1 to 9999; prints with four digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Year(u16);

impl Year {
    /// The year of this number, if there is one.
    pub fn new(number: u32) -> Option<Self> {
        let number = u16::try_from(number).ok()?;
        (1..=9999).contains(&number).then_some(Self(number))
    }

    /// The number of the year.
    pub fn number(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

/// A quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quarter(u8);

impl Quarter {
    /// The quarter of this number, 1 to 4.
    pub fn new(number: u32) -> Option<Self> {
        let number = u8::try_from(number).ok()?;
        (1..=4).contains(&number).then_some(Self(number))
    }

    /// The number of the quarter, 1 to 4.
    pub fn number(self) -> u8 {
        self.0
    }
}

/// A season, in the author's word: `fall` stays fall, `autumn` stays autumn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Season {
    /// `Spring 2012`
    Spring,
    /// `Summer 2012`
    Summer,
    /// `Autumn 2011`
    Autumn,
    /// `Fall 2011`
    Fall,
    /// `Winter 2011`
    Winter,
}

impl Season {
    /// Every season, in the order of the (northern) year.
    pub const ALL: [Self; 5] =
        [Self::Spring, Self::Summer, Self::Autumn, Self::Fall, Self::Winter];

    /// The season in English.
    pub fn name(self) -> &'static str {
        match self {
            Self::Spring => "Spring",
            Self::Summer => "Summer",
            Self::Autumn => "Autumn",
            Self::Fall => "Fall",
            Self::Winter => "Winter",
        }
    }
}

/// A month of the Gregorian year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(u8);

impl Month {
    /// The month of this number, 1 to 12.
    pub fn new(number: u32) -> Option<Self> {
        let number = u8::try_from(number).ok()?;
        (1..=12).contains(&number).then_some(Self(number))
    }

    /// The number of the month, 1 to 12.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The place of the month in a table of twelve.
    pub fn index(self) -> usize {
        usize::from(self.0) - 1
    }

    /// The month in English.
    pub fn name(self) -> &'static str {
        words::en::WORDS.months[self.index()]
    }
}

/// A day that exists: never 31 February.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    year: Year,
    month: Month,
    number: u8,
}

impl Day {
    /// The day of this number in a month, if the month has it.
    pub fn new(year: Year, month: Month, number: u32) -> Option<Self> {
        let number = u8::try_from(number).ok()?;
        (1..=days(year, month)).contains(&number).then_some(Self { year, month, number })
    }

    /// The month in which the day lies.
    pub fn month(self) -> Month {
        self.month
    }

    /// The number of the day in its month, 1 to 31.
    pub fn number(self) -> u8 {
        self.number
    }
}

/// Counts the days of a month.
fn days(Year(year): Year, Month(month): Month) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
