//! Languages and regions: what cvpdf itself says in a résumé, in which direction, and on
//! which paper.
//!
//! A locale is chosen by the author and never by the machine.

pub mod headings;
pub mod dates;
pub mod languages;
pub mod publications;

#[cfg(test)]
mod tests;

use self::dates::DateStyle;
use self::dates::Printer;
use self::headings::KnownSection;
use self::languages::Forms;
use self::languages::LANGUAGES;
use self::languages::Labels;
use self::languages::Language;
use self::languages::Letters;
use crate::date::Date;

/// The tags to offer to authors. More are understood: any region of these languages
/// (`fr-CA`), and the names of `find`.
pub const TAGS: &[&str] = &[
    "en", "en-US", "en-GB", "fr", "de", "es", "it", "pt", "pt-BR", "pt-PT", "nl", "pl",
    "sv", "nb", "da", "fi", "cs", "tr", "ru", "uk", "el", "ro", "hu", "ja", "zh",
    "zh-Hans", "zh-Hant", "ko", "ar", "he", "fa", "hi",
];

/// The language of a document, as one region writes it.
#[derive(Debug, Clone, Copy)]
pub struct Locale {
    language: &'static Language,
    region: Option<[u8; 2]>,
}

impl Locale {
    /// Finds the locale of a tag: a language, perhaps a script, perhaps a region, in
    /// upper or lower case.
    ///
    /// A region without words of its own has those of its language. `pt` is that of
    /// Brazil, `zh` is simplified, `no` is `nb`.
    ///
    /// ```
    /// use cvpdf::locale::Locale;
    ///
    /// assert_eq!(Locale::find("fr-CA").unwrap().tag(), "fr-CA");
    /// assert!(Locale::find("tlh").is_none());
    /// ```
    pub fn find(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']).peekable();
        let primary = parts.next()?;
        let script = parts.next_if(|part| part.len() == 4);
        let region = match parts.next() {
            Some(region) => Some(read_region(region)?),
            None => None,
        };
        if parts.next().is_some() {
            return None;
        }
        let language = language(primary, script, region)?;
        let known =
            script.is_none_or(|script| language.script.eq_ignore_ascii_case(script));
        known.then_some(Self { language, region })
    }

    /// The tag of the locale, as short as it can be: `fr-CA`, `zh-Hant`.
    pub fn tag(&self) -> String {
        match self.region.filter(|region| Some(*region) != self.language.region) {
            Some(region) if self.script_in_tag() => {
                format!("{}-{}-{}", self.typst_lang(), self.script(), letters(&region))
            }
            Some(region) => format!("{}-{}", self.typst_lang(), letters(&region)),
            None => self.language.tag.to_owned(),
        }
    }

    /// The language alone, as Typst wants it: `en`, `zh`.
    pub fn typst_lang(&self) -> &'static str {
        self.language.tag.split_once('-').map_or(self.language.tag, |(lang, _)| lang)
    }

    /// The region, as Typst wants it: `US`; that of the language if the author named
    /// none and the language needs one.
    pub fn region(&self) -> Option<String> {
        self.region.or(self.language.region).map(|region| letters(&region).to_owned())
    }

    /// The script by its four letters: `Latn`, `Hans`.
    pub fn script(&self) -> &'static str {
        self.language.script
    }

    /// The direction of the text.
    pub fn direction(&self) -> Direction {
        match self.language.script {
            "Arab" | "Hebr" => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        }
    }

    /// The paper that the region writes on; A4 if no region was named.
    pub fn paper(&self) -> Paper {
        match self.region {
            Some(region) if LETTER.contains(&&region) => Paper::UsLetter,
            Some(_) | None => Paper::A4,
        }
    }

    /// Whether the language is at home on both papers, and the author named no region.
    pub fn leaves_paper_open(&self) -> bool {
        self.region.is_none() && self.typst_lang() == "en"
    }

    /// Prints a date.
    pub fn date(&self, date: &Date, style: DateStyle) -> String {
        let Language { words, dates, .. } = self.language;
        Printer { words, patterns: dates }.date(date, style)
    }

    /// The word for an end that has not come: `present`.
    pub fn present(&self) -> &'static str {
        self.language.words.present[0]
    }

    /// The heading over a known section.
    pub fn heading(&self, section: KnownSection) -> &'static str {
        self.language.headings.of(section)
    }

    /// What contacts are called.
    pub fn labels(&self) -> Labels {
        self.language.labels
    }

    /// What letters say by themselves.
    pub fn letters(&self) -> Letters {
        self.language.letters
    }

    /// What forms of European applications say.
    pub fn forms(&self) -> &'static Forms {
        &self.language.forms
    }

    /// Lists things: `a`, `a and b`, `a, b and c`.
    pub fn list(&self, items: &[&str]) -> String {
        let marks = &self.language.list;
        match items {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [first, second] => format!("{first}{}{second}", marks.two),
            [first @ .., last] => {
                format!("{}{}{last}", first.join(marks.comma), marks.last)
            }
        }
    }

    /// What stands between things that make no sentence: employers, skills, qualifiers.
    pub fn separator(&self) -> &'static str {
        self.language.list.separator
    }

    /// Where a page stands, in words, with `{page}` and `{pages}` to be filled in:
    /// `Page {page} of {pages}`.
    pub fn page_in_words(&self) -> &'static str {
        self.language.page
    }

    /// The same in numbers, which is the same everywhere.
    pub fn page_in_numbers(&self) -> &'static str {
        "{page} / {pages}"
    }

    /// What a résumé is called: `Résumé`.
    pub fn document(&self) -> &'static str {
        self.language.document
    }

    /// Says what a photo shows: `Portrait of Alice Nguyen`.
    pub fn portrait(&self, name: &str) -> String {
        self.language.portrait.replace("{name}", name)
    }

    /// What stands in place of references.
    pub fn references_on_request(&self) -> &'static str {
        self.language.references_on_request
    }

    /// Whether the tag of the language names a script.
    fn script_in_tag(&self) -> bool {
        self.language.tag.ends_with(self.language.script)
    }
}

/// The direction of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// As in English.
    LeftToRight,
    /// As in Arabic and Hebrew: the page is mirrored.
    RightToLeft,
}

impl Direction {
    /// The direction as Typst calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm
    A4,
    /// 8.5 × 11 in
    UsLetter,
}

impl Paper {
    /// The paper as Typst and authors call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::UsLetter => "us-letter",
        }
    }
}

/// Finds the offered tag that someone may have meant by a tag that is not known.
///
/// ```
/// use cvpdf::locale;
///
/// assert_eq!(locale::nearest("jp"), Some("ja"));
/// ```
pub fn nearest(tag: &str) -> Option<&'static str> {
    let tag = tag.to_ascii_lowercase();
    let confused =
        CONFUSED.iter().find(|(wrong, _)| *wrong == tag).map(|(_, right)| *right);
    // A tag that goes on too long (`fr-FR-1990`, `en-Latin`), or a name (`english`).
    let longer = || {
        let mut known = TAGS.iter().rev().copied();
        known.find(|known| tag.starts_with(&known.to_ascii_lowercase()))
    };
    confused.or_else(longer)
}

/// Finds the language of the parts of a tag, which are in lower case.
fn language(
    primary: &str,
    script: Option<&str>,
    region: Option<[u8; 2]>,
) -> Option<&'static Language> {
    let tag = match (primary, region.as_ref()) {
        ("en", None | Some(b"US" | b"CA" | b"PH" | b"PR")) => "en",
        ("en", Some(_)) => "en-GB",
        ("pt", None | Some(b"BR")) => "pt-BR",
        ("pt", Some(_)) => "pt-PT",
        ("zh", _) if script == Some("hant") => "zh-Hant",
        ("zh", Some(b"TW" | b"HK" | b"MO")) if script.is_none() => "zh-Hant",
        ("zh", _) => "zh-Hans",
        ("no", _) => "nb",
        ("iw", _) => "he",
        (primary, _) => primary,
    };
    LANGUAGES.iter().copied().find(|language| language.tag == tag)
}

/// Reads the two letters of a region. The United Kingdom is known by both its names.
fn read_region(part: &str) -> Option<[u8; 2]> {
    let part = part.to_ascii_uppercase();
    let region = <[u8; 2]>::try_from(part.as_bytes()).ok()?;
    let known = region.iter().all(u8::is_ascii_uppercase);
    known.then_some(if region == *b"UK" { *b"GB" } else { region })
}

/// The letters of a region as text.
fn letters(region: &[u8; 2]) -> &str {
    std::str::from_utf8(region).unwrap_or_default()
}

/// The regions that write on US Letter, after CLDR.
const LETTER: &[&[u8; 2]] = &[
    b"BZ", b"CA", b"CL", b"CO", b"CR", b"GT", b"MX", b"NI", b"PA", b"PH", b"PR", b"SV",
    b"US", b"VE",
];

/// Tags that people write for others: mostly countries for languages.
const CONFUSED: &[(&str, &str)] = &[
    ("us", "en-US"),
    ("gb", "en-GB"),
    ("eng", "en"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("deu", "de"),
    ("ger", "de"),
    ("german", "de"),
    ("deutsch", "de"),
    ("at", "de"),
    ("ch", "de"),
    ("spa", "es"),
    ("spanish", "es"),
    ("mx", "es"),
    ("por", "pt"),
    ("br", "pt-BR"),
    ("dutch", "nl"),
    ("nld", "nl"),
    ("polish", "pl"),
    ("se", "sv"),
    ("swedish", "sv"),
    ("nn", "nb"),
    ("norwegian", "nb"),
    ("dk", "da"),
    ("cz", "cs"),
    ("czech", "cs"),
    ("turkish", "tr"),
    ("ua", "uk"),
    ("gr", "el"),
    ("greek", "el"),
    ("jp", "ja"),
    ("jpn", "ja"),
    ("cn", "zh-Hans"),
    ("chi", "zh"),
    ("zho", "zh"),
    ("chinese", "zh"),
    ("tw", "zh-Hant"),
    ("kr", "ko"),
    ("kor", "ko"),
    ("il", "he"),
    ("ir", "fa"),
    ("in", "hi"),
    ("persian", "fa"),
    ("farsi", "fa"),
];
