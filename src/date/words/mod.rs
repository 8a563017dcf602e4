//! The words that dates are made of, in every language: to read them and to print them.
//!
//! The tables are ours and not ICU4X's, though that is quick to load: a date may be
//! written in any of the languages, so reading needs all names at hand, without work; and
//! CLDR's forms for résumés need mending here and there. A test holds every name against
//! CLDR, with a list of the exceptions.

use super::Season;
use super::token;

/// The words of one language.
///
/// Names are written as in running text. Reading is blind to case, accents and full
/// stops, so that spellings which differ in these only need not be listed.
#[derive(Debug)]
pub struct Words {
    /// The language's tag.
    pub tag: &'static str,
    /// The months by themselves: `август`.
    pub months: [&'static str; 12],
    /// The months by themselves, short: `Aug`.
    pub short: [&'static str; 12],
    /// The months beside a day: `августа`.
    pub in_day: [&'static str; 12],
    /// The months after "since": `elokuusta`.
    pub since_month: [&'static str; 12],
    /// Spring, summer, autumn, winter.
    pub seasons: [&'static str; 4],
    /// What a quarter is called; read only.
    pub quarter: &'static [&'static str],
    /// The first, second, third and fourth quarter's numbers in words; read only.
    pub ordinals: &'static [(u32, &'static str)],
    /// What says that something goes on; the first is printed.
    pub present: &'static [&'static str],
    /// What may stand between the two ends of a period; read only.
    pub to: &'static [&'static str],
    /// What may stand before or after a start (`from`, `since`) or after an end; read
    /// only.
    pub since: &'static [&'static str],
    /// Other names of months, by their number; read only.
    pub also: &'static [(u32, &'static str)],
    /// Other names of seasons; read only.
    pub also_seasons: &'static [(Season, &'static str)],
}

impl Words {
    /// The season in this language.
    pub fn season(&self, season: Season) -> &'static str {
        // Only English has two words for it; elsewhere fall is autumn.
        let own = self.also_seasons.iter().find(|(named, _)| *named == Season::Fall);
        match (season, own) {
            (Season::Spring, _) => self.seasons[0],
            (Season::Summer, _) => self.seasons[1],
            (Season::Fall, Some((_, name))) => name,
            (Season::Autumn, _) | (Season::Fall, None) => self.seasons[2],
            (Season::Winter, _) => self.seasons[3],
        }
    }

    /// Finds the number of the month that a folded word names.
    fn month(&self, word: &str) -> Option<u32> {
        let lists = [&self.months, &self.short, &self.in_day, &self.since_month];
        let named = (1..).zip(0..12).find(|&(_, index)| {
            lists.iter().any(|names| token::same(names[index], word))
        });
        let also = || self.also.iter().find(|(_, name)| token::same(name, word));
        named.map(|(number, _)| number).or_else(|| also().map(|(number, _)| *number))
    }

    /// Finds the season that a folded word names.
    fn season_named(&self, word: &str) -> Option<Season> {
        const SEASONS: [Season; 4] =
            [Season::Spring, Season::Summer, Season::Autumn, Season::Winter];
        let also = self.also_seasons.iter().copied();
        let mut all = SEASONS.into_iter().zip(self.seasons).chain(also);
        all.find(|(_, name)| token::same(name, word)).map(|(season, _)| season)
    }
}

/// What a word says in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// It names the month of this number.
    Month(u32),
    /// It names a season.
    Season(Season),
    /// It is a word for quarters.
    Quarter,
    /// It is a number in words.
    Ordinal(u32),
}

/// Finds what a folded word means, in whatever language.
pub(super) fn meaning(word: &str) -> Option<Meaning> {
    languages_of(word).find_map(|words| {
        let month = words.month(word).map(Meaning::Month);
        let season = || words.season_named(word).map(Meaning::Season);
        let quarter = || {
            let mut names = words.quarter.iter();
            names.any(|name| token::same(name, word)).then_some(Meaning::Quarter)
        };
        let ordinal = || {
            let mut ordinals = words.ordinals.iter();
            let found = ordinals.find(|(_, name)| token::same(name, word));
            found.map(|(number, _)| Meaning::Ordinal(*number))
        };
        month.or_else(season).or_else(quarter).or_else(ordinal)
    })
}

/// Whether a folded word says nothing in a date (`of`, `de`).
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word)
}

/// Whether a folded text says that something goes on.
pub(super) fn is_present(text: &str) -> bool {
    languages_of(text)
        .any(|words| words.present.iter().any(|name| token::same(name, text)))
}

/// The languages that are written in the script of a folded text: no word of another
/// needs to be looked at.
pub(super) fn languages_of(text: &str) -> impl Iterator<Item = &'static Words> {
    let block = token::block(text);
    ALL.iter().copied().filter(move |words| token::block(words.present[0]) == block)
}

/// Words between the parts of a date that say nothing, folded.
const FILLERS: &[&str] = &[
    "of", "de", "del", "di", "den", "o", "г", "года", "год", "р", "року", "рік", "r",
    "roku", "του", "yil", "yili", "第",
];

pub mod en;
pub mod fr;
pub mod de;
pub mod es;
pub mod it;
pub mod pt;
pub mod nl;
pub mod pl;
pub mod sv;
pub mod nb;
pub mod da;
pub mod fi;
pub mod cs;
pub mod tr;
pub mod ru;
pub mod uk;
pub mod el;
pub mod ro;
pub mod hu;
pub mod ja;
pub mod zh_hans;
pub mod zh_hant;
pub mod ko;
pub mod ar;
pub mod he;
pub mod fa;
pub mod hi;

/// The words of every language. English comes first, as most dates are in it.
pub const ALL: &[&Words] = &[
    &en::WORDS,
    &fr::WORDS,
    &de::WORDS,
    &es::WORDS,
    &it::WORDS,
    &pt::WORDS,
    &nl::WORDS,
    &pl::WORDS,
    &sv::WORDS,
    &nb::WORDS,
    &da::WORDS,
    &fi::WORDS,
    &cs::WORDS,
    &tr::WORDS,
    &ru::WORDS,
    &uk::WORDS,
    &el::WORDS,
    &ro::WORDS,
    &hu::WORDS,
    &ja::WORDS,
    &zh_hans::WORDS,
    &zh_hant::WORDS,
    &ko::WORDS,
    &ar::WORDS,
    &he::WORDS,
    &fa::WORDS,
    &hi::WORDS,
];
