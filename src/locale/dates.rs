//! Dates in words: the months, seasons and periods of a language, put together.
//!
//! Numbers are in European digits in every language, also in Arabic, Persian and Hindi:
//! that is how telephone numbers and addresses on the same page are written, what every
//! embedded font has, and what the programs that read applications understand. Years are
//! Gregorian everywhere.

use crate::date::Date;
use crate::date::Day;
use crate::date::Moment;
use crate::date::Month;
use crate::date::Period;
use crate::date::Until;
use crate::date::words::Words;

/// How dates look. The default is `Aug 2013 – present`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DateStyle {
    /// How months are written.
    pub month: MonthStyle,
    /// What stands between the ends of a period.
    pub range: RangeMark,
    /// How a period looks of whose end nothing was said.
    pub open: OpenEnd,
}

/// How months are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MonthStyle {
    /// `Aug 2013`
    #[default]
    Short,
    /// `August 2013`
    Long,
    /// `08/2013`
    Number,
    /// `2013`: years alone, also of seasons, quarters and days.
    None,
}

/// What stands between the ends of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RangeMark {
    /// `2011 – 2020`
    #[default]
    EnDashSpaced,
    /// `2011–2020`
    EnDash,
    /// `2011 - 2020`
    HyphenSpaced,
    /// `2011 to 2020`; languages that would inflect both ends have a spaced dash.
    To,
}

impl RangeMark {
    /// The mark with the spaces around it.
    fn text(self) -> &'static str {
        match self {
            Self::EnDashSpaced | Self::To => " – ",
            Self::EnDash => "–",
            Self::HyphenSpaced => " - ",
        }
    }
}

/// How a period looks of whose end nothing was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OpenEnd {
    /// `August 2011 –`
    #[default]
    Dash,
    /// `since August 2011`; seasons and quarters have a dash in languages that would
    /// inflect them.
    Since,
    /// `August 2011 – present`
    Present,
}

/// How the dates of a language are put together.
///
/// `{y}` is the year, `{M}` the name of the month, `{m}` and `{mm}` its number, `{d}` and
/// `{dd}` that of the day, `{s}` the season, `{date}`, `{start}` and `{end}` moments that
/// are put together already.
#[derive(Debug)]
pub(super) struct Patterns {
    /// A month by its name.
    pub(super) month_long: &'static str,
    /// A month by its short name.
    pub(super) month_short: &'static str,
    /// A month by its number.
    pub(super) month_number: &'static str,
    /// A day, the month by its name.
    pub(super) day_long: &'static str,
    /// A day, the month by its short name.
    pub(super) day_short: &'static str,
    /// A day in numbers.
    pub(super) day_number: &'static str,
    /// The number of the first day of a month: `1er` in French.
    pub(super) first: &'static str,
    /// The four quarters.
    pub(super) quarters: [&'static str; 4],
    /// A season.
    pub(super) season: &'static str,
    /// A start without an end.
    pub(super) since: &'static str,
    /// The same if it is a year.
    pub(super) since_year: &'static str,
    /// A period with a word between its ends; and one that goes on.
    pub(super) to: Option<[&'static str; 2]>,
}

/// The words and patterns of a language, as printing needs them.
#[derive(Clone, Copy)]
pub(super) struct Printer<'a> {
    /// The words that dates are made of.
    pub(super) words: &'a Words,
    /// How they are put together.
    pub(super) patterns: &'a Patterns,
}

impl Printer<'_> {
    /// Prints a date.
    pub(super) fn date(self, date: &Date, style: DateStyle) -> String {
        match date {
            Date::Moment(moment) => self.moment(*moment, style.month),
            Date::Period(period) => self.period(*period, style),
            Date::Text(text) => text.clone(),
        }
    }

    /// Prints a period. One whose ends look the same looks like a moment.
    fn period(self, period: Period, style: DateStyle) -> String {
        let start = self.moment(period.start(), style.month);
        let end = match (period.end(), style.open) {
            (Until::Moment(end), _) => self.moment(end, style.month),
            (Until::Present, _) | (Until::Open, OpenEnd::Present) => {
                return self.ongoing(&start, style.range);
            }
            (Until::Open, OpenEnd::Since) => {
                let since = self.since(period.start(), style.month);
                return since.unwrap_or_else(|| open(&start, style.range));
            }
            (Until::Open, OpenEnd::Dash) => return open(&start, style.range),
        };
        match (style.range, self.patterns.to) {
            _ if start == end => start,
            (RangeMark::To, Some([to, _])) => {
                to.replace("{start}", &start).replace("{end}", &end)
            }
            (range, _) => format!("{start}{}{end}", range.text()),
        }
    }

    /// Prints a period that goes on.
    fn ongoing(self, start: &str, range: RangeMark) -> String {
        match (range, self.patterns.to) {
            (RangeMark::To, Some([_, to])) => to.replace("{start}", start),
            (range, _) => format!("{start}{}{}", range.text(), self.words.present[0]),
        }
    }

    /// Prints a start without an end, if the language can say it.
    fn since(self, start: Moment, style: MonthStyle) -> Option<String> {
        let inflects = self.words.since_month != self.words.months;
        let year_alone = style == MonthStyle::None || matches!(start, Moment::Year(_));
        let (pattern, date) = match start {
            _ if year_alone => (self.patterns.since_year, self.moment(start, style)),
            Moment::Season(..) | Moment::Quarter(..) if inflects => return None,
            Moment::Month(year, month) => {
                let month = self.month(month, style, &self.words.since_month);
                (self.patterns.since, month.replace("{y}", &year.to_string()))
            }
            Moment::Year(_)
            | Moment::Season(..)
            | Moment::Quarter(..)
            | Moment::Day(_) => (self.patterns.since, self.moment(start, style)),
        };
        Some(pattern.replace("{date}", &date))
    }

    /// Prints a moment.
    fn moment(self, moment: Moment, style: MonthStyle) -> String {
        let year = moment.year().to_string();
        let text = match moment {
            _ if style == MonthStyle::None => return year,
            Moment::Year(_) => return year,
            Moment::Quarter(_, quarter) => {
                self.patterns.quarters[usize::from(quarter.number()) - 1].to_owned()
            }
            Moment::Season(_, season) => {
                self.patterns.season.replace("{s}", self.words.season(season))
            }
            Moment::Month(_, month) => self.month(month, style, &self.words.months),
            Moment::Day(day) => self.day(day, style),
        };
        text.replace("{y}", &year)
    }

    /// Prints a month in a case, but for its year.
    fn month(self, month: Month, style: MonthStyle, case: &[&'static str; 12]) -> String {
        let pattern = match style {
            MonthStyle::Long => self.patterns.month_long,
            MonthStyle::Short => self.patterns.month_short,
            MonthStyle::Number | MonthStyle::None => self.patterns.month_number,
        };
        numbers(pattern, month, 1).replace("{M}", self.name(month, style, case))
    }

    /// Prints a day, but for its year.
    fn day(self, day: Day, style: MonthStyle) -> String {
        let pattern = match style {
            MonthStyle::Long => self.patterns.day_long,
            MonthStyle::Short => self.patterns.day_short,
            MonthStyle::Number | MonthStyle::None => self.patterns.day_number,
        };
        let named = matches!(style, MonthStyle::Long | MonthStyle::Short);
        let pattern = match day.number() {
            1 if named => pattern.replace("{d}", self.patterns.first),
            _ => pattern.to_owned(),
        };
        let name = self.name(day.month(), style, &self.words.in_day);
        numbers(&pattern, day.month(), day.number()).replace("{M}", name)
    }

    /// The name of a month, long or short, in a case. A short name that is whole
    /// (`май`) is inflected as a long one is.
    fn name(
        self,
        month: Month,
        style: MonthStyle,
        case: &[&'static str; 12],
    ) -> &'static str {
        let short = self.words.short[month.index()];
        let whole = short == self.words.months[month.index()];
        if whole || style == MonthStyle::Long { case[month.index()] } else { short }
    }
}

/// Prints a start with a mark after it.
fn open(start: &str, range: RangeMark) -> String {
    format!("{start}{}", range.text().trim_end())
}

/// Fills the numbers of a month and a day into a pattern.
fn numbers(pattern: &str, month: Month, day: u8) -> String {
    let month = month.number();
    pattern
        .replace("{mm}", &format!("{month:02}"))
        .replace("{m}", &month.to_string())
        .replace("{dd}", &format!("{day:02}"))
        .replace("{d}", &day.to_string())
}
