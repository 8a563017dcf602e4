//! Quotation marks and apostrophes of a language, for those that a keyboard has.

use super::Inline;
use super::Inlines;
use super::Marked;

/// The quotation marks of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotes {
    /// The marks for `"`.
    pub double: (char, char),
    /// The marks for `'`.
    pub single: (char, char),
    /// Whether spaces stand inside the outer marks, as in French.
    pub spaced: bool,
}

/// The quotation marks of each language that has other ones than English, by the tags
/// under which they are known; a tag with a region comes before its language.
const QUOTES: &[(&[&str], Quotes)] = &[
    (&["de-CH", "de-LI"], marks(['«', '»', '‹', '›'])),
    (&["fr-CH"], marks(['«', '»', '‹', '›'])),
    (&["fr"], Quotes { double: ('«', '»'), single: ('“', '”'), spaced: true }),
    (&["de", "cs", "sk", "sl", "bg", "is"], marks(['„', '“', '‚', '‘'])),
    (&["es-MX", "es-US", "es-419"], marks(['“', '”', '‘', '’'])),
    (&["es", "it", "ca", "pt-PT", "el", "hy"], marks(['«', '»', '“', '”'])),
    (&["pl", "ro"], marks(['„', '”', '«', '»'])),
    (&["hu"], marks(['„', '”', '»', '«'])),
    (&["sv", "fi", "he"], marks(['”', '”', '’', '’'])),
    (&["nb", "nn", "no"], marks(['«', '»', '‘', '’'])),
    (&["ru", "uk", "be"], marks(['«', '»', '„', '“'])),
    (&["ar"], marks(['”', '“', '’', '‘'])),
    (&["fa"], marks(['«', '»', '‹', '›'])),
    (&["ja", "zh-Hant", "zh-TW", "zh-HK", "zh-MO"], marks(['「', '」', '『', '』'])),
];

/// The marks of English, and of all languages that are not in the table: Dutch, Danish,
/// Turkish, Portuguese of Brazil, Korean, Hindi, simplified Chinese and more.
const ENGLISH: Quotes = marks(['“', '”', '‘', '’']);

const fn marks(marks: [char; 4]) -> Quotes {
    let [open, close, inner_open, inner_close] = marks;
    Quotes { double: (open, close), single: (inner_open, inner_close), spaced: false }
}

/// The quotation marks of a language by its tag: those of its region or script if they
/// differ.
pub fn quotes(tag: &str) -> &'static Quotes {
    let mut tag = tag;
    loop {
        if let Some((_, quotes)) = QUOTES.iter().find(|(tags, _)| tags.contains(&tag)) {
            return quotes;
        }
        match tag.rsplit_once('-') {
            Some((shorter, _)) => tag = shorter,
            None => return &ENGLISH,
        }
    }
}

/// Sets straight quotes and apostrophes of a line as the language has them.
///
/// Code and addresses stay as they are, and so do signs of feet and inches, and quotes
/// between Hebrew letters, which mark abbreviations. What the author typed as `“` stays.
pub fn smart(line: &mut Inlines, quotes: &Quotes) {
    let mut characters = Vec::new();
    collect(line, &mut characters);
    if characters.iter().any(|it| matches!(it, '"' | '\'')) {
        let set = Setter::new(&characters, quotes).set();
        let mut set = set.into_iter();
        replace(line, &mut set);
    }
}

/// Sets the apostrophes between two letters, in words that are no Markdown: `O’Brien`.
///
/// Between Hebrew letters the sign is another one and stays.
pub fn apostrophes(words: &str) -> String {
    let letter =
        |it: Option<char>| it.is_some_and(|it| it.is_alphabetic() && !is_hebrew(it));
    let mut before = None;
    let mut rest = words.chars();
    let mut set = String::with_capacity(words.len());
    while let Some(sign) = rest.next() {
        let after = rest.clone().next();
        let within = sign == '\'' && letter(before) && letter(after);
        set.push(if within { APOSTROPHE } else { sign });
        before = Some(sign);
    }
    set
}

/// What stands for a thing that is no text: it counts as a letter.
const OPAQUE: char = '\u{FFFC}';

/// Whether a link prints its own address, which has to stay as it is.
pub(super) fn is_address(url: &str, body: &[Inline]) -> bool {
    match body {
        [Inline::Text(text)] => url.contains(text.as_str()),
        _ => false,
    }
}

/// The characters of a line, in order.
fn collect(line: &[Inline], characters: &mut Vec<char>) {
    for inline in line {
        match inline {
            Inline::Text(text) => characters.extend(text.chars()),
            Inline::Marked(Marked::Strong { body } | Marked::Emph { body }) => {
                collect(body, characters);
            }
            Inline::Marked(Marked::Link { url, body }) if !is_address(url, body) => {
                collect(body, characters);
            }
            Inline::Marked(Marked::Break) => characters.push('\n'),
            Inline::Marked(
                Marked::Code { .. } | Marked::Whole { .. } | Marked::Link { .. },
            ) => {
                characters.push(OPAQUE);
            }
        }
    }
}

/// Puts what was set back into the line, in the same order.
fn replace(line: &mut Inlines, set: &mut impl Iterator<Item = Set>) {
    for inline in line {
        match inline {
            Inline::Text(text) => {
                let count = text.chars().count();
                *text = set.by_ref().take(count).flat_map(Set::characters).collect();
            }
            Inline::Marked(Marked::Strong { body } | Marked::Emph { body }) => {
                replace(body, set);
            }
            Inline::Marked(Marked::Link { url, body }) if !is_address(url, body) => {
                replace(body, set);
            }
            Inline::Marked(_) => {
                set.next();
            }
        }
    }
}

/// A character as it is set.
#[derive(Clone, Copy)]
enum Set {
    /// On its own.
    One(char),
    /// With a space on its inner side, as French marks.
    Spaced(char, char),
}

impl Set {
    fn characters(self) -> impl Iterator<Item = char> {
        let (first, second) = match self {
            Self::One(character) => (character, None),
            Self::Spaced(first, second) => (first, Some(second)),
        };
        std::iter::once(first).chain(second)
    }
}

/// The work of setting one line.
struct Setter<'a> {
    characters: &'a [char],
    quotes: &'a Quotes,
    /// How many double marks are open.
    doubles: usize,
    /// How many single marks are open.
    singles: usize,
}

impl<'a> Setter<'a> {
    fn new(characters: &'a [char], quotes: &'a Quotes) -> Self {
        Self { characters, quotes, doubles: 0, singles: 0 }
    }

    fn set(mut self) -> Vec<Set> {
        (0..self.characters.len())
            .map(|at| match self.characters[at] {
                '"' => self.double(at),
                '\'' => Set::One(self.single(at)),
                other => Set::One(other),
            })
            .collect()
    }

    fn double(&mut self, at: usize) -> Set {
        let (before, after) = self.around(at);
        let (open, close) = self.quotes.double;
        if self.doubles == 0 && (is_figure(before) || (is_word(before) && is_word(after)))
        {
            return Set::One('"'); // inches, or a Hebrew abbreviation
        }
        if opens(before) && after.is_some_and(|it| !it.is_whitespace()) {
            self.doubles += 1;
            return if self.quotes.spaced {
                Set::Spaced(open, ' ')
            } else {
                Set::One(open)
            };
        }
        if self.doubles == 0 && opens(before) {
            return Set::One('"'); // a quote on its own
        }
        self.doubles = self.doubles.saturating_sub(1);
        if self.quotes.spaced { Set::Spaced(' ', close) } else { Set::One(close) }
    }

    fn single(&mut self, at: usize) -> char {
        let (before, after) = self.around(at);
        let (open, close) = self.quotes.single;
        if before.is_some_and(is_hebrew) && self.singles == 0 {
            return '\'';
        }
        if is_word(before) && is_word(after) {
            let feet = is_figure(before) && is_figure(after);
            return if feet { '\'' } else { APOSTROPHE };
        }
        if is_figure(before) && self.singles == 0 {
            return '\''; // feet
        }
        if opens(before) && is_word(after) && (self.elides(at) || !self.closes_after(at))
        {
            return APOSTROPHE;
        }
        if opens(before) && after.is_some_and(|it| !it.is_whitespace()) {
            self.singles += 1;
            return open;
        }
        if self.singles > 0 {
            self.singles -= 1;
            return close;
        }
        if opens(before) { '\'' } else { APOSTROPHE }
    }

    fn around(&self, at: usize) -> (Option<char>, Option<char>) {
        let before = at.checked_sub(1).map(|it| self.characters[it]);
        (before, self.characters.get(at + 1).copied())
    }

    /// Whether an apostrophe stands for what was left out at a word's start: `’90s`,
    /// `’n’`, `’t`.
    fn elides(&self, at: usize) -> bool {
        let rest = &self.characters[at + 1..];
        let word: String = rest.iter().take_while(|it| it.is_alphanumeric()).collect();
        let figures = word.chars().take_while(char::is_ascii_digit).count();
        (figures == 2 && matches!(&word[2..], "" | "s"))
            || ELIDED.contains(&word.to_lowercase().as_str())
    }

    /// Whether a mark that would be opened here is closed further on.
    fn closes_after(&self, at: usize) -> bool {
        let rest = &self.characters[at + 1..];
        rest.iter().enumerate().skip(1).any(|(nth, it)| {
            let after = rest.get(nth + 1).copied();
            *it == '\'' && !rest[nth - 1].is_whitespace() && !is_word(after)
        })
    }
}

/// The apostrophe, in all languages.
const APOSTROPHE: char = '’';

/// Words whose start is left out, in English and Dutch.
const ELIDED: [&str; 11] =
    ["n", "t", "s", "k", "em", "til", "tis", "twas", "cause", "bout", "cuz"];

/// Whether a mark after this character opens.
fn opens(before: Option<char>) -> bool {
    before.is_none_or(|it| {
        it.is_whitespace() || "([{<–—-/=+&«‹“‘„‚\"'「『（：、。，".contains(it)
    })
}

fn is_word(character: Option<char>) -> bool {
    character.is_some_and(|it| it.is_alphanumeric() || it == OPAQUE)
}

fn is_figure(character: Option<char>) -> bool {
    character.is_some_and(|it| it.is_ascii_digit())
}

fn is_hebrew(character: char) -> bool {
    ('\u{5D0}'..='\u{5EA}').contains(&character)
}
