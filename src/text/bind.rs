//! What no line break parts: a figure and its unit, and French marks and their words.
//!
//! What is bound becomes one [`Marked::Whole`]. No-break spaces are not inserted, because
//! text that is copied out of a document would keep them.

use std::ops::Range;

use super::Inline;
use super::Inlines;
use super::Marked;
use super::smart;

/// The longest figure with its unit that is bound, in characters: beyond, a narrow column
/// could not hold it.
const LONGEST: usize = 24;

/// Binds figures to their units, in all languages, and French marks to the words beside
/// them.
pub fn bind(line: &mut Inlines, french: bool) {
    let mut bound = Inlines::with_capacity(line.len());
    let mut run = Run::default();
    for inline in line.drain(..) {
        match inline {
            Inline::Text(text) => run.words.push_str(&text),
            Inline::Marked(Marked::Whole { text }) => {
                let start = run.words.len();
                run.words.push_str(&text);
                run.whole.push(start..run.words.len());
            }
            Inline::Marked(mut marked) => {
                std::mem::take(&mut run).finish(french, &mut bound);
                if let Marked::Strong { body } | Marked::Emph { body } = &mut marked {
                    bind(body, french);
                }
                if let Marked::Link { url, body } = &mut marked
                    && !smart::is_address(url, body)
                {
                    bind(body, french);
                }
                bound.push(Inline::Marked(marked));
            }
        }
    }
    run.finish(french, &mut bound);
    *line = bound;
}

/// Words that follow each other without a mark between them.
#[derive(Default)]
struct Run {
    words: String,
    /// Those that stay whole, in order.
    whole: Vec<Range<usize>>,
}

impl Run {
    /// Adds the words to a line, cut into those that stay whole and text that may break.
    fn finish(self, french: bool, line: &mut Inlines) {
        let Self { words, mut whole } = self;
        whole.extend(bonds(&words, french));
        whole.sort_by_key(|range| range.start);
        let mut from = 0;
        for range in merged(whole) {
            let plain = &words[from..range.start];
            line.extend((!plain.is_empty()).then(|| Inline::Text(plain.into())));
            from = range.end;
            line.push(Inline::Marked(Marked::Whole { text: words[range].into() }));
        }
        let rest = &words[from..];
        line.extend((!rest.is_empty()).then(|| Inline::Text(rest.into())));
    }
}

/// Ranges in order, those that overlap made one.
fn merged(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// The pairs of words that no line break parts, in order.
fn bonds(words: &str, french: bool) -> Vec<Range<usize>> {
    let mut bonds = Vec::new();
    let mut start = 0;
    for (space, _) in words.match_indices(' ') {
        let left = &words[start..space];
        let after = &words[space + 1..];
        let right = &after[..after.find(' ').unwrap_or(after.len())];
        let whole = !left.is_empty() && !right.is_empty();
        if whole && (is_measure(left, right) || (french && is_french(left, right))) {
            bonds.push(start..space + 1 + right.len());
        }
        start = space + 1;
    }
    bonds
}

/// Whether French has no line break between two words: inside guillemets, before high
/// signs.
fn is_french(left: &str, right: &str) -> bool {
    let mut letters = right.chars();
    let sign = letters.next().is_some_and(|it| ":;!?»".contains(it));
    left.ends_with('«') || (sign && !letters.next().is_some_and(char::is_alphanumeric))
}

/// Whether two words are a figure and what it counts, in either order, or two groups of
/// the digits of one figure.
fn is_measure(left: &str, right: &str) -> bool {
    if left.chars().count() + right.chars().count() >= LONGEST {
        return false;
    }
    let counted = right.strip_prefix(['%', '‰']).is_some_and(|rest| !begins_word(rest));
    counted
        || (is_figure(left) && (is_unit(right) || are_groups(left, right)))
        || (is_sign(left) && right.starts_with(|it: char| it.is_numeric() || it == '−'))
}

/// Whether a word is a figure, as `71`, `(1,5`, `20–30` or `€5k`.
fn is_figure(word: &str) -> bool {
    let figure = word.trim_start_matches(|it: char| !it.is_alphanumeric());
    let figure = figure.trim_end_matches(['k', 'K', 'M']);
    figure.ends_with(char::is_numeric)
        && figure.chars().all(|it| it.is_numeric() || ".,'’·:/×x–—-−±".contains(it))
}

/// Whether two words are groups of the digits of one figure, as in `1 200`.
fn are_groups(left: &str, right: &str) -> bool {
    let left = left.trim_start_matches(|it: char| !it.is_alphanumeric());
    let digits = right.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&left.len())
        && left.bytes().all(|it| it.is_ascii_digit())
        && digits == 3
        && !begins_word(&right[3..])
}

/// Whether a word begins with a unit: `km`, `m²,`, `MB/s`, `€)`.
fn is_unit(word: &str) -> bool {
    let of_unit = |it: char| it.is_alphabetic() || "°%‰€$£¥₹₽₩₺₴".contains(it);
    let end = word.find(|it| !of_unit(it)).unwrap_or(word.len());
    let (unit, rest) = word.split_at(end);
    let rest = rest.strip_prefix(['²', '³', '2', '3']).unwrap_or(rest);
    // What goes on is another word: `s’est`, `m.example`, `t-tests`.
    let mut signs = rest.chars();
    let sign = signs.next().unwrap_or(' ');
    let goes_on = match sign {
        '.' => signs.next().is_some_and(char::is_alphanumeric),
        '/' | '-' => sign == '-' && unit.ends_with(char::is_alphabetic),
        _ => sign.is_alphanumeric() || "'’@_+#".contains(sign),
    };
    !goes_on && UNITS.contains(&unit)
}

/// Whether a word stands before a figure and belongs to it.
fn is_sign(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '[', '„', '“', '"', '«', '‹', '‘']);
    SIGNS.contains(&word)
}

/// Whether a text begins with a letter or a figure.
fn begins_word(text: &str) -> bool {
    text.starts_with(char::is_alphanumeric)
}

/// What stands before figures.
const SIGNS: &[&str] = &[
    "€", "$", "£", "¥", "₹", "₽", "₩", "₺", "US$", "EUR", "USD", "GBP", "CHF", "JPY",
    "±", "≈", "~", "<", ">", "≤", "≥", "−", "§", "№", "n°", "nº", "N°",
];

/// What stands after figures: units, and what else they count in.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    // Lengths, areas, volumes, masses
    "nm", "µm", "μm", "mm", "cm", "dm", "m", "km", "ft", "ha", "ml", "mL", "cl", "dl", "l", "L", "hl",
    "ng", "µg", "μg", "mg", "g", "kg", "t", "kt", "Mt", "lb", "lbs", "oz",
    // Times and how often
    "ns", "ps", "µs", "μs", "ms", "s", "min", "h", "Hz", "kHz", "MHz", "GHz", "THz", "rpm", "fps", "bpm",
    // Physics
    "°", "°C", "°F", "K", "N", "kN", "MN", "Nm", "J", "kJ", "MJ", "GJ", "Pa", "hPa", "kPa", "MPa", "GPa", "bar", "mbar",
    "W", "mW", "kW", "MW", "GW", "TW", "Wh", "kWh", "MWh", "GWh", "TWh", "V", "mV", "kV", "A", "mA", "kA", "VA", "kVA",
    "MVA", "Ω", "kΩ", "MΩ", "F", "µF", "T", "lm", "lx", "cd", "mol", "eV", "keV", "MeV", "GeV", "TeV", "Bq", "Sv",
    "mSv", "dB", "dBA", "ppm", "ppb", "kn",
    // Machines
    "B", "kB", "KB", "MB", "GB", "TB", "PB", "EB", "KiB", "MiB", "GiB", "TiB", "PiB", "bit", "kbit", "Mbit", "Gbit",
    "Mb", "Gb", "kbps", "Mbps", "Gbps", "Ko", "ko", "Mo", "Go", "To", "px", "pt", "dpi", "ppi",
    // Money, and large numbers of it
    "€", "$", "£", "¥", "₹", "₽", "₩", "₺", "₴", "k€", "M€", "Md€", "k$", "M$", "US$", "EUR", "USD", "GBP", "CHF",
    "JPY", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "INR", "CNY", "BRL", "zł", "Kč", "kr", "Ft",
    "lei", "руб", "грн", "Mio", "Mrd", "Md", "Mds", "bn", "mln", "mld", "млн", "млрд",
    // The same in other scripts
    "мм", "см", "м", "км", "га", "мг", "г", "кг", "т", "мл", "л", "мин", "ч", "Гц", "кВт", "МВт", "кВ", "МБ", "ГБ", "ТБ",
    "كم", "كغ", "גרם",
];
