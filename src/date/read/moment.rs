//! Reading one moment: a year, a month, a day, a quarter, a season.

use super::Unread;
use crate::date::Day;
use crate::date::Moment;
use crate::date::Month;
use crate::date::Quarter;
use crate::date::Season;
use crate::date::Year;
use crate::date::token;
use crate::date::token::Token;
use crate::date::words;
use crate::date::words::Meaning;

/// Reads one moment from a folded text.
pub(super) fn moment(text: &str) -> Result<Moment, Unread> {
    // A dash with a space, or at an end, belongs to a period.
    let spaced = [" -", " –", "- ", "– "].iter().any(|dash| text.contains(dash));
    if spaced || text.starts_with(['-', '–', '/']) || text.ends_with(['-', '–', '/'])
    {
        return Err(Unread::Unknown);
    }
    let mut tokens = token::tokens(text).ok_or(Unread::Unknown)?;
    let filler =
        |token: &Token| matches!(token, Token::Word(word) if words::is_filler(word));
    // `de 2013` is when something began.
    if let [first, Token::Number(_, 4), ..] = &*tokens
        && filler(first)
    {
        return Err(Unread::Unknown);
    }
    tokens.retain(|token| !filler(token));
    while tokens.last() == Some(&Token::Mark('.')) {
        tokens.pop();
    }
    if tokens.iter().any(|token| matches!(token, Token::Word(_))) {
        in_words(&tokens)
    } else {
        in_numbers(&tokens)
    }
}

/// Reads a moment that is written in numbers alone, or with the signs of the east.
fn in_numbers(tokens: &[Token]) -> Result<Moment, Unread> {
    use Token::Ending;
    use Token::Mark;
    use Token::Number;
    match *tokens {
        [Number(y, 4)] | [Number(y, 4), Ending(_)] => year(y).map(Moment::Year),
        [Number(y, 4), Mark('/'), Number(m, 2)] if m == (y + 1) % 100 => {
            let month = month(m)?;
            Err(Unread::MonthOrYears(year(y)?, month))
        }
        [Number(y, 4), Mark('-' | '/' | '.'), Number(m, 1 | 2)]
        | [Number(m, 1 | 2), Mark('-' | '/' | '.'), Number(y, 4)]
        | [Number(y, 4), Ending(_), Number(m, 1 | 2), Ending(_)] => {
            Ok(Moment::Month(year(y)?, month(m)?))
        }
        [
            Number(y, 4),
            Mark(mark @ ('-' | '/' | '.')),
            Number(m, 1 | 2),
            Mark(again),
            Number(d, 1 | 2),
        ] if mark == again => day(y, m, d),
        [Number(d, 1 | 2), Mark('.'), Number(m, 1 | 2), Mark('.'), Number(y, 4)]
        | [
            Number(y, 4),
            Ending(_),
            Number(m, 1 | 2),
            Ending(_),
            Number(d, 1 | 2),
            Ending(_),
        ] => day(y, m, d),
        [
            Number(first, 1 | 2),
            Mark(mark @ ('/' | '-')),
            Number(second, 1 | 2),
            Mark(again),
            Number(y, 4),
        ] if mark == again => day_or_month(y, first, second),
        [Number(_, 1 | 2), Mark('/' | '-' | '.'), Number(_, 2)]
        | [Mark('\''), Number(_, 2)] => Err(Unread::ShortYear),
        _ => Err(Unread::Unknown),
    }
}

/// Reads a day whose number may stand before or after that of its month.
fn day_or_month(y: u32, a: u32, b: u32) -> Result<Moment, Unread> {
    match (Month::new(a), Month::new(b)) {
        (Some(first), Some(second)) if first != second => {
            Err(Unread::DayOrMonth(first, second))
        }
        (Some(_), None) => day(y, a, b),
        (Some(_) | None, Some(_)) | (None, None) => day(y, b, a),
    }
}

/// What a piece of a date in words is.
#[derive(Clone, Copy)]
enum Part {
    Year(u32),
    Small(u32),
    Month(u32),
    Season(Season),
    Quarter,
    Ordinal(u32),
}

/// Reads a moment that has a word in it.
fn in_words(tokens: &[Token]) -> Result<Moment, Unread> {
    let parts = parts(tokens)?;
    match *parts {
        [Part::Month(m), Part::Year(y)] | [Part::Year(y), Part::Month(m)] => {
            Ok(Moment::Month(year(y)?, month(m)?))
        }
        [Part::Small(d), Part::Month(m), Part::Year(y)]
        | [Part::Month(m), Part::Small(d), Part::Year(y)]
        | [Part::Year(y), Part::Month(m), Part::Small(d)] => day(y, m, d),
        [Part::Season(season), Part::Year(y)] | [Part::Year(y), Part::Season(season)] => {
            Ok(Moment::Season(year(y)?, season))
        }
        [Part::Quarter, Part::Small(q) | Part::Ordinal(q), Part::Year(y)]
        | [Part::Small(q) | Part::Ordinal(q), Part::Quarter, Part::Year(y)]
        | [Part::Year(y), Part::Quarter, Part::Small(q) | Part::Ordinal(q)]
        | [Part::Year(y), Part::Small(q) | Part::Ordinal(q), Part::Quarter] => {
            let quarter = Quarter::new(q).ok_or(Unread::NoQuarter(q))?;
            Ok(Moment::Quarter(year(y)?, quarter))
        }
        [Part::Month(_) | Part::Season(_), Part::Small(_)]
        | [Part::Small(_), Part::Month(_), Part::Small(_)] => Err(Unread::ShortYear),
        _ => Err(Unread::Unknown),
    }
}

/// Finds what the pieces say.
fn parts(tokens: &[Token]) -> Result<Vec<Part>, Unread> {
    let mut parts = Vec::new();
    let mut rest = tokens;
    while let [token, after @ ..] = rest {
        rest = after;
        match *token {
            Token::Number(number, 4) => parts.push(Part::Year(number)),
            Token::Number(number, 1 | 2) => parts.push(Part::Small(number)),
            Token::Word(word) => match double(word, rest) {
                Some(month) => {
                    parts.push(month);
                    rest = &rest[1..];
                }
                None => parts.extend(part(word)?),
            },
            Token::Ending(_) | Token::Mark('.' | ',' | '-' | '/') => {}
            Token::Number(..) | Token::Mark(_) => return Err(Unread::Unknown),
        }
    }
    Ok(parts)
}

/// Finds the month whose name is this word and the next: كانون الثاني.
fn double(word: &str, rest: &[Token]) -> Option<Part> {
    let [Token::Word(next), ..] = rest else { return None };
    match words::meaning(&format!("{word} {next}"))? {
        Meaning::Month(number) => Some(Part::Month(number)),
        Meaning::Season(_) | Meaning::Quarter | Meaning::Ordinal(_) => None,
    }
}

/// Finds what a word says, which may be nothing.
fn part(word: &str) -> Result<Option<Part>, Unread> {
    let word = word.trim_start_matches('\'');
    match words::meaning(word) {
        Some(Meaning::Month(number)) => Ok(Some(Part::Month(number))),
        Some(Meaning::Season(season)) => Ok(Some(Part::Season(season))),
        Some(Meaning::Quarter) => Ok(Some(Part::Quarter)),
        Some(Meaning::Ordinal(number)) => Ok(Some(Part::Ordinal(number))),
        None => match word {
            "" => Ok(None),
            "i" => Ok(Some(Part::Ordinal(1))),
            "ii" => Ok(Some(Part::Ordinal(2))),
            "iii" => Ok(Some(Part::Ordinal(3))),
            "iv" => Ok(Some(Part::Ordinal(4))),
            _ => Err(Unread::Unknown),
        },
    }
}

/// Makes a year, or says why it is none.
fn year(number: u32) -> Result<Year, Unread> {
    Year::new(number).ok_or(Unread::NoYear)
}

/// Makes a month, or says why it is none.
fn month(number: u32) -> Result<Month, Unread> {
    Month::new(number).ok_or(Unread::NoMonth(number))
}

/// Makes a day, or says why there is none such.
fn day(y: u32, m: u32, d: u32) -> Result<Moment, Unread> {
    let (year, month) = (year(y)?, month(m)?);
    Day::new(year, month, d).map(Moment::Day).ok_or(Unread::NoDay(year, month, d))
}
