//! Kinds of publications, what they are called in a language, and the words that stand
//! in a publication.

mod western;
mod eastern;

use super::Locale;

/// A kind of publication with a heading in every language.
///
/// Authors name it by its key; any other word is a heading as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// In a journal.
    Article,
    /// In the proceedings of a conference.
    Conference,
    /// A book, or proceedings as a whole.
    Book,
    /// A part of a book.
    Chapter,
    /// For a degree.
    Thesis,
    /// A report, a manual.
    Report,
    /// An invention.
    Patent,
    /// Not yet printed, or never.
    Preprint,
    /// What was said.
    Talk,
    /// A program.
    Software,
    /// Data.
    Dataset,
    /// Anything else.
    Other,
}

impl Kind {
    /// Every kind, in the order in which groups of them are printed.
    pub const ALL: [Self; 12] = [
        Self::Article,
        Self::Conference,
        Self::Book,
        Self::Chapter,
        Self::Thesis,
        Self::Report,
        Self::Patent,
        Self::Preprint,
        Self::Talk,
        Self::Software,
        Self::Dataset,
        Self::Other,
    ];

    /// Finds the kind of this key.
    pub fn find(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// The word by which authors call it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Conference => "conference",
            Self::Book => "book",
            Self::Chapter => "chapter",
            Self::Thesis => "thesis",
            Self::Report => "report",
            Self::Patent => "patent",
            Self::Preprint => "preprint",
            Self::Talk => "talk",
            Self::Software => "software",
            Self::Dataset => "dataset",
            Self::Other => "other",
        }
    }
}

/// The words of publications in one language; `{}` is where a name or a number goes.
#[derive(Debug)]
pub struct Citing {
    /// What the kinds are called as headings, in their order.
    kinds: [&'static str; 12],
    /// Before what a publication is a part of, at the beginning of a sentence; may be
    /// empty.
    pub within: &'static str,
    /// Who put a book together.
    pub edited: &'static str,
    /// What stands after the name of an editor, and of several.
    pub editors: [&'static str; 2],
    /// Which edition it is.
    pub edition: &'static str,
    /// How many authors are not named.
    pub others: &'static str,
    /// That there are more authors.
    pub et_al: &'static str,
    /// A volume.
    pub volume: &'static str,
    /// An issue.
    pub issue: &'static str,
    /// A page.
    pub page: &'static str,
    /// Several pages.
    pub pages: &'static str,
    /// A thesis for the degree of a doctor.
    pub doctoral: &'static str,
    /// A thesis for the degree of a master.
    pub masters: &'static str,
    /// A report.
    pub report: &'static str,
    /// In place of a year: that it is being printed, that it will be, that it was sent in.
    states: [&'static str; 3],
}

/// What authors write in place of a year, in the order of the tables.
const STATES: [&str; 3] = ["in press", "forthcoming", "submitted"];

impl Citing {
    /// The heading over publications of a kind.
    pub fn heading(&self, kind: Kind) -> &'static str {
        let place = Kind::ALL.iter().position(|it| *it == kind).unwrap_or_default();
        self.kinds[place]
    }

    /// What stands in place of a year in words of the language, if it is one of the usual
    /// ones of English; otherwise as it is written.
    pub fn year<'a>(&self, year: &'a str) -> &'a str {
        let place = STATES.iter().position(|it| it.eq_ignore_ascii_case(year.trim()));
        place.map_or(year, |place| self.states[place])
    }
}

impl Locale {
    /// What stands between listed things after the one at this place, from 0.
    pub fn between(&self, at: usize, count: usize) -> &'static str {
        let marks = &self.language.list;
        match (at + 2 == count, count) {
            (true, 2) => marks.two,
            (true, _) => marks.last,
            (false, _) => marks.comma,
        }
    }

    /// What stands between any two listed things but the last.
    pub fn comma(&self) -> &'static str {
        self.language.list.comma
    }

    /// The words of publications.
    pub fn citing(&self) -> &'static Citing {
        let tag = self.language.tag;
        let all = || western::TABLE.iter().chain(eastern::TABLE);
        let exact = all().find(|(own, _)| *own == tag);
        // British English has the same ones.
        let found = exact.or_else(|| all().find(|(own, _)| *own == self.typst_lang()));
        &found.unwrap_or(&western::TABLE[0]).1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::languages::LANGUAGES;

    #[test]
    fn every_language_has_words_of_its_own() {
        let all = || western::TABLE.iter().chain(eastern::TABLE);
        for language in LANGUAGES.iter().filter(|it| it.tag != "en-GB") {
            assert!(all().any(|(tag, _)| *tag == language.tag), "{}", language.tag);
        }
        for (tag, _) in all() {
            assert!(LANGUAGES.iter().any(|it| it.tag == *tag), "{tag}");
        }
    }

    #[test]
    fn patterns_have_one_place_to_fill() {
        for (tag, citing) in western::TABLE.iter().chain(eastern::TABLE) {
            let patterns = [
                citing.edited,
                citing.edition,
                citing.others,
                citing.volume,
                citing.issue,
                citing.page,
                citing.pages,
            ];
            for pattern in patterns {
                assert_eq!(pattern.matches("{}").count(), 1, "{tag}: {pattern}");
            }
            let words = [citing.et_al, citing.doctoral, citing.masters, citing.report];
            let words = words.iter().chain(&citing.editors).chain(&citing.states);
            for word in words.chain(&citing.kinds) {
                assert!(!word.is_empty() && !word.contains('{'), "{tag}: {word}");
            }
        }
    }

    #[test]
    fn headings_of_kinds_are_words_of_the_language() {
        let heading = |tag: &str, kind| Locale::find(tag).unwrap().citing().heading(kind);
        assert_eq!(heading("en-GB", Kind::Article), "Journal articles");
        assert_eq!(heading("fr-CA", Kind::Chapter), "Chapitres d’ouvrages");
        assert_eq!(heading("pt", Kind::Other), "Outras publicações");
        assert_eq!(heading("zh-TW", Kind::Software), "軟體");
    }

    #[test]
    fn what_is_not_out_yet_is_told_in_the_language() {
        let year = |tag: &str, year| Locale::find(tag).unwrap().citing().year(year);
        assert_eq!(year("de", "in press"), "im Druck");
        assert_eq!(year("fr", "Forthcoming"), "à paraître");
        assert_eq!(year("en", "in press"), "in press");
        assert_eq!(year("de", "2020"), "2020");
    }
}
