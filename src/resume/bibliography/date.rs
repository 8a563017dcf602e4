//! Dates and pages, as bibliographies write them.

/// A day, or as much of it as was written.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct When {
    /// The year or the years, to be printed.
    pub(super) year: String,
    /// The month, from 1.
    pub(super) month: Option<u8>,
    /// The day of the month, from 1.
    pub(super) day: Option<u8>,
}

/// Names of months that are not numbers, by their first letters.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What BibLaTeX knows of works that are not out, and how it is said.
const STATES: &[(&str, &str)] = &[
    ("inpreparation", "in preparation"),
    ("submitted", "submitted"),
    ("forthcoming", "forthcoming"),
    ("inpress", "in press"),
    ("prepublished", "prepublished"),
];

/// Reads `2024`, `2024-05-12`, `2024/2025`, `c. 2024`; other words stay as they are.
pub(super) fn read(text: &str) -> When {
    let (start, end) = text.split_once('/').map_or((text, None), |(a, b)| (a, Some(b)));
    let Some((year, month, day)) = parts(start) else {
        return When { year: text.trim().to_owned(), ..When::default() };
    };
    let end = end.map(|end| parts(end).map_or(String::new(), |(year, ..)| year));
    let year = match end {
        Some(end) if end != year => format!("{year}–{end}"),
        _ => year,
    };
    When { year, month, day }
}

/// Year, month and day of a date in figures; the signs of doubt `~?%` are left out.
fn parts(text: &str) -> Option<(String, Option<u8>, Option<u8>)> {
    let text = text.trim().trim_end_matches(['~', '?', '%']);
    let text = text.split('T').next().unwrap_or(text);
    let mut parts = text.split('-');
    let year = parts.next().filter(|it| it.len() == 4 && it.parse::<u16>().is_ok())?;
    let mut number = |most: u8| {
        let number = parts.next().and_then(|it| it.parse().ok());
        number.filter(|it| (1..=most).contains(it))
    };
    let month = number(12);
    Some((year.to_owned(), month, number(31)))
}

/// The month that a number or a name is.
pub(super) fn month(text: &str) -> Option<u8> {
    let text = text.trim().to_lowercase();
    let named = || MONTHS.iter().position(|name| text.starts_with(name));
    let number = text.parse().ok().or_else(|| u8::try_from(named()? + 1).ok());
    number.filter(|it| (1..=12).contains(it))
}

/// A state in words.
pub(super) fn state(text: &str) -> String {
    let known = STATES.iter().find(|(name, _)| *name == text);
    known.map_or(text, |(_, words)| words).to_owned()
}

/// Pages with a dash between their numbers: `117-134` is `117–134`.
pub(super) fn pages(text: &str) -> String {
    let signs: Vec<char> = text.chars().filter(|it| !it.is_whitespace()).collect();
    let dashed = signs.iter().enumerate().map(|(at, sign)| {
        let figure = |at: Option<usize>| {
            at.and_then(|at| signs.get(at)).is_some_and(char::is_ascii_digit)
        };
        let between = figure(at.checked_sub(1)) && figure(Some(at + 1));
        if *sign == '-' && between { '–' } else { *sign }
    });
    dashed.collect::<String>().replace(',', ", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_far_as_they_go() {
        let check = |text: &str, year: &str, month, day| {
            assert_eq!(read(text), When { year: year.into(), month, day }, "{text}");
        };
        check("2024", "2024", None, None);
        check("2024-05", "2024", Some(5), None);
        check("2024-05-12", "2024", Some(5), Some(12));
        check("2024-21", "2024", None, None);
        check("2023/2024", "2023–2024", None, None);
        check("2023-01/2023-04", "2023", Some(1), None);
        check("2023/", "2023–", None, None);
        check("2023~", "2023", None, None);
        check("in press", "in press", None, None);
        check("", "", None, None);
    }

    #[test]
    fn months_have_numbers_and_names() {
        let months = ["5", "may", "May", "September", "13", "x", ""].map(month);
        assert_eq!(months, [Some(5), Some(5), Some(5), Some(9), None, None, None]);
    }

    #[test]
    fn pages_have_dashes() {
        assert_eq!(pages("117-134"), "117–134");
        assert_eq!(pages("117 – 134"), "117–134");
        assert_eq!(pages("e12-4,15-16"), "e12–4, 15–16");
        assert_eq!(pages("A-7"), "A-7");
    }
}
