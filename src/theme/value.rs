//! What values an option takes, and reading them from the words of an author.
//!
//! Whoever chooses a value, a flag, a key of YAML or a manifest, writes it as text;
//! here it becomes the JSON that themes read.

use serde_json::Value;
use serde_json::json;

use crate::diag;
use crate::theme::color;

/// What values an option takes.
#[derive(Debug, Clone, PartialEq)]
pub enum Takes {
    /// One of these words.
    Word(&'static [&'static str]),
    /// One of these words, which a manifest lists.
    Listed(Vec<String>),
    /// The name of a colour, or `#rrggbb`; themes get `#rrggbb`.
    Color,
    /// A number between two others, both included.
    Number {
        /// The least.
        min: f64,
        /// The greatest.
        max: f64,
    },
    /// Yes or no.
    Flag,
    /// Any text.
    Text,
    /// A font family of the set.
    Font,
    /// One length, or four: top, right, bottom, left. Themes get points by side.
    Margin,
    /// `off`, `auto`, or a number of pages.
    Pages,
}

/// The least and the greatest margin, in points.
const MARGINS: std::ops::RangeInclusive<f64> = 14.0..=170.0;

/// The most pages that a budget may have: no document has more.
const MOST_PAGES: u64 = 50;

impl Takes {
    /// The value that a text stands for, if the option takes it.
    ///
    /// Words and families are found whatever their case, and given as they are listed.
    pub fn read(&self, text: &str, families: &[&str]) -> Option<Value> {
        let text = text.trim();
        match self {
            Self::Word(_) | Self::Listed(_) => find(&self.words(), text).map(Value::from),
            Self::Color => color::read(text).map(|color| Value::from(color.to_string())),
            Self::Number { min, max } => number(text, *min, *max),
            Self::Flag => flag(text).map(Value::from),
            Self::Text => Some(Value::from(text)),
            Self::Font => find(families, text).map(Value::from),
            Self::Margin => margin(text),
            Self::Pages => pages(text),
        }
    }

    /// Describes what is taken, as the end of a sentence that begins with the option.
    pub fn describe(&self) -> String {
        match self {
            Self::Word(_) | Self::Listed(_) => list(&self.words(), "or"),
            Self::Color => {
                let names: Vec<&str> = color::PALETTE.iter().map(|it| it.0).collect();
                format!("a colour as `#7a1f2b`, or {}", list(&names, "or"))
            }
            Self::Number { min, max } => format!("a number from {min} to {max}"),
            Self::Flag => "`on` or `off`".into(),
            Self::Text => "any text".into(),
            Self::Font => "a family that `cvpdf fonts` lists".into(),
            Self::Margin => {
                "one length from 5 mm to 60 mm, or four (top, right, bottom, \
                             left), in `mm`, `cm`, `in` or `pt`"
                    .into()
            }
            Self::Pages => format!("`off`, `auto`, or a number from 1 to {MOST_PAGES}"),
        }
    }

    /// The known word that is nearest to one that is not taken.
    pub fn nearest<'a>(&'a self, text: &str, families: &[&'a str]) -> Option<&'a str> {
        match self {
            Self::Word(_) | Self::Listed(_) => diag::nearest(text, self.words()),
            Self::Color => diag::nearest(text, color::PALETTE.iter().map(|it| it.0)),
            Self::Font => diag::nearest(text, families.iter().copied()),
            Self::Number { .. }
            | Self::Flag
            | Self::Text
            | Self::Margin
            | Self::Pages => None,
        }
    }

    /// The words that are taken, where only certain words are.
    pub fn words(&self) -> Vec<&str> {
        match self {
            Self::Word(words) => words.to_vec(),
            Self::Listed(words) => words.iter().map(String::as_str).collect(),
            Self::Color
            | Self::Number { .. }
            | Self::Flag
            | Self::Text
            | Self::Font
            | Self::Margin
            | Self::Pages => Vec::new(),
        }
    }
}

/// Names in backticks, with a word before the last of them.
pub fn list(names: &[&str], word: &str) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} {word} {last}", before.join(", ")),
    }
}

/// The listed word that a text is, whatever its case.
fn find(words: &[&str], text: &str) -> Option<String> {
    let text = text.to_lowercase();
    words.iter().find(|word| word.to_lowercase() == text).map(|word| (*word).to_owned())
}

/// A number in its range; whole numbers have one form. Sizes may say `pt`.
fn number(text: &str, min: f64, max: f64) -> Option<Value> {
    let text = text.strip_suffix("pt").unwrap_or(text).trim_end();
    let number = plain(text).filter(|number| (min..=max).contains(number))?;
    let whole = format!("{number}").parse::<i64>().ok();
    Some(whole.map_or_else(|| json!(number), Value::from))
}

/// Digits with perhaps a sign and a point: no exponents, no infinity.
fn plain(text: &str) -> Option<f64> {
    let digits = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-'));
    if digits { text.parse().ok() } else { None }
}

/// Yes or no, in the words that people use.
fn flag(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "on" | "true" | "yes" => Some(true),
        "off" | "false" | "no" => Some(false),
        _ => None,
    }
}

/// No budget, one page if it nearly is one, or a number of pages.
fn pages(text: &str) -> Option<Value> {
    if flag(text) == Some(false) {
        return Some(Value::Null);
    }
    if text.eq_ignore_ascii_case("auto") {
        return Some(Value::from("auto"));
    }
    let number = text.parse::<u64>().ok();
    number.filter(|number| (1..=MOST_PAGES).contains(number)).map(Value::from)
}

/// One length or four, as points by side.
fn margin(text: &str) -> Option<Value> {
    let text = text.trim_start_matches('[').trim_end_matches(']');
    let mut lengths = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (length, after) = length(rest)?;
        lengths.push(length);
        rest = after.trim_start_matches([' ', ',']);
    }
    let [top, right, bottom, left] = match *lengths.as_slice() {
        [all] => [all; 4],
        [top, right, bottom, left] => [top, right, bottom, left],
        _ => return None,
    };
    Some(json!({ "top": top, "right": right, "bottom": bottom, "left": left }))
}

/// The length that a text begins with, in points, and what follows it.
fn length(text: &str) -> Option<(f64, &str)> {
    let digits = |c: char| c.is_ascii_digit() || c == '.';
    let end = text.find(|c| !digits(c))?;
    let (number, rest) = text.split_at(end);
    let rest = rest.trim_start();
    let units = [("mm", 72.0 / 25.4), ("cm", 720.0 / 25.4), ("in", 72.0), ("pt", 1.0)];
    let (points, rest) = units
        .iter()
        .find_map(|(unit, points)| Some((points, rest.strip_prefix(unit)?)))?;
    let length = (plain(number)? * points * 1000.0).round() / 1000.0;
    MARGINS.contains(&length).then_some((length, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(takes: &Takes, text: &str, expected: &str) {
        let value = takes.read(text, &["Inter", "Source Serif 4"]);
        assert_eq!(value.map_or("refused".into(), |it| it.to_string()), expected);
    }

    #[test]
    fn words_are_found_whatever_their_case() {
        check(&Takes::Word(&["a4", "us-letter"]), "A4", "\"a4\"");
        check(&Takes::Word(&["a4", "us-letter"]), "letter", "refused");
        check(&Takes::Font, "source serif 4", "\"Source Serif 4\"");
        check(&Takes::Font, "Comic Sans", "refused");
    }

    #[test]
    fn whole_numbers_have_one_form() {
        let takes = Takes::Number { min: 9.0, max: 12.0 };
        check(&takes, "10", "10");
        check(&takes, "10.00", "10");
        check(&takes, "10.25 pt", "10.25");
        check(&takes, "8.99", "refused");
        check(&takes, "12.01", "refused");
        check(&takes, "1e1", "refused");
        check(&takes, "NaN", "refused");
    }

    #[test]
    fn flags_are_written_in_the_words_that_people_use() {
        for text in ["on", "true", "Yes"] {
            check(&Takes::Flag, text, "true");
        }
        for text in ["off", "FALSE", "no"] {
            check(&Takes::Flag, text, "false");
        }
        check(&Takes::Flag, "1", "refused");
    }

    #[test]
    fn margins_are_one_length_or_four() {
        let all = |side: &str| {
            format!(r#"{{"top":{side},"right":{side},"bottom":{side},"left":{side}}}"#)
        };
        check(&Takes::Margin, "20mm", &all("56.693"));
        check(&Takes::Margin, "2 cm", &all("56.693"));
        check(&Takes::Margin, "1in", &all("72.0"));
        let four = r#"{"top":20.0,"right":30.0,"bottom":40.5,"left":50.0}"#;
        check(&Takes::Margin, "20pt 30pt 40.5pt 50pt", four);
        check(&Takes::Margin, "[20pt, 30 pt, 40.5 pt, 50pt]", four);
    }

    #[test]
    fn margins_need_a_unit_and_a_sensible_size() {
        for text in ["", "20", "20 px", "20mm 30mm", "1mm", "90mm", "-20mm", "1.2.3mm"] {
            check(&Takes::Margin, text, "refused");
        }
    }

    #[test]
    fn a_budget_is_a_number_of_pages() {
        check(&Takes::Pages, "off", "null");
        check(&Takes::Pages, "2", "2");
        check(&Takes::Pages, "Auto", "\"auto\"");
        check(&Takes::Pages, "0", "refused");
        check(&Takes::Pages, "51", "refused");
    }
}
