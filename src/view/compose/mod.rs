//! The author's facts, put into words and into order: a [`Resume`] becomes a [`View`].
//!
//! All kindness to authors ends here. What a theme would otherwise have to ask (which
//! language, is it empty, what joins it) is answered once, for all themes.

mod citation;
mod contact;
mod entry;
pub mod letter;
mod line;
mod publication;
mod section;

use crate::date::Date;
use crate::locale::Locale;
use crate::locale::dates::DateStyle;
use crate::locale::dates::MonthStyle;
use crate::locale::dates::OpenEnd;
use crate::locale::dates::RangeMark;
use crate::locale::headings::KnownSection;
use crate::resume;
use crate::resume::Resume;
use crate::resume::name::Own;
use crate::text;
use crate::text::Inlines;
use crate::text::smart;
use crate::text::smart::Quotes;
use crate::theme::options::Choices;
use crate::view::Content;
use crate::view::Language;
use crate::view::Photo;
use crate::view::Section;
use crate::view::Summary;
use crate::view::View;
use publication::Publishing;

/// How many words describe a document in its metadata.
const KEYWORDS: usize = 20;

/// What stands between words in a line, in all scripts.
const APART: [char; 7] = [',', ';', '،', '؛', '、', '，', '；'];

/// Composes what a theme sees.
///
/// The options `month`, `range`, `open-range`, `entry-lead`, `quotes`, `icons`, `photo`,
/// `link-url` and `ats` decide words and order here; `style`, `group`, `numbering` and
/// `authors` do for publications, in themes that have them.
pub fn compose(resume: &Resume, choices: &Choices, locale: &Locale) -> View {
    let composer = Composer::new(resume, choices, locale);
    let sections: Vec<Section> =
        resume.sections.iter().filter_map(|section| composer.section(section)).collect();
    View {
        name: composer.name(&resume.name),
        author: resume.name.clone(),
        title: format!("{} – {}", resume.name, locale.document()),
        keywords: keywords(&sections),
        locale: language(locale),
        headline: resume.headline.iter().map(|line| composer.line(line)).collect(),
        photo: composer.photo(),
        contacts: resume.contact.iter().filter_map(|it| composer.contact(it)).collect(),
        summary: Summary {
            title: locale.heading(KnownSection::Summary).to_owned(),
            blocks: composer.blocks(&resume.summary),
        },
        sections,
        colophon: composer.blocks(&resume.colophon),
        letter: None,
    }
}

/// What all parts of a view are composed with.
struct Composer<'a> {
    /// Whose view it is.
    resume: &'a Resume,
    /// The document's language.
    locale: &'a Locale,
    /// Its quotation marks.
    marks: &'static Quotes,
    /// The same, unless the author wants straight ones.
    quotes: Option<&'static Quotes>,
    /// Whether names are as they were typed: machines compare them.
    typed: bool,
    /// How dates look.
    dates: DateStyle,
    /// What an entry begins with.
    lead: Lead,
    /// Whether contacts have icons.
    icons: bool,
    /// The portrait, if one is wanted.
    photo: Option<&'a resume::Photo>,
    /// Whether the theme prints the address of a link after its words.
    addresses: bool,
    /// How publications look.
    publishing: Publishing,
    /// Under which names the person publishes.
    own: Own,
}

/// What an entry begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// What the person was.
    Title,
    /// Where.
    Org,
}

impl<'a> Composer<'a> {
    fn new(resume: &'a Resume, choices: &Choices, locale: &'a Locale) -> Self {
        let marks = smart::quotes(&locale.tag());
        Self {
            resume,
            locale,
            marks,
            quotes: (choices.text("quotes") != "straight").then_some(marks),
            typed: choices.text("quotes") == "straight"
                || choices.text("ats") == "strict",
            dates: date_style(choices),
            lead: if choices.text("entry-lead") == "org" {
                Lead::Org
            } else {
                Lead::Title
            },
            icons: choices.flag("icons"),
            photo: resume.photo.as_ref().filter(|_| choices.text("photo") != "off"),
            addresses: choices.text("link-url") == "print",
            publishing: Publishing::of(choices),
            own: Own::new(&resume.name, &resume.aliases),
        }
    }

    /// The portrait, if there is one and it is wanted.
    fn photo(&self) -> Option<Photo> {
        let photo = self.photo?;
        let portrait = || self.locale.portrait(&self.resume.name);
        let alt = photo.alt.clone().unwrap_or_else(portrait);
        Some(Photo { file: photo.file.clone(), alt })
    }

    /// A date in words; none if there are none.
    fn date(&self, date: Option<&Date>) -> Option<String> {
        let words = self.locale.date(date?, self.dates);
        (!words.is_empty()).then_some(words)
    }
}

/// How the author wants dates to look.
fn date_style(choices: &Choices) -> DateStyle {
    DateStyle {
        month: match choices.text("month") {
            "long" => MonthStyle::Long,
            "number" => MonthStyle::Number,
            "none" => MonthStyle::None,
            _ => MonthStyle::Short,
        },
        range: match choices.text("range") {
            "en-dash" => RangeMark::EnDash,
            "hyphen-spaced" => RangeMark::HyphenSpaced,
            "to" => RangeMark::To,
            _ => RangeMark::EnDashSpaced,
        },
        open: match choices.text("open-range") {
            "since" => OpenEnd::Since,
            "present" => OpenEnd::Present,
            _ => OpenEnd::Dash,
        },
    }
}

/// The document's language with the words that a theme may need.
fn language(locale: &Locale) -> Language {
    let lang = locale.typst_lang();
    let colon = match lang {
        "fr" => " :",
        "ja" | "zh" => "：",
        _ => ":",
    };
    Language {
        lang: lang.to_owned(),
        region: locale.region(),
        dir: locale.direction().name(),
        colon: colon.to_owned(),
        page: locale.page_in_numbers().to_owned(),
        page_words: locale.page_in_words().to_owned(),
        document: locale.document().to_owned(),
        forms: locale.forms(),
    }
}

/// Words that describe the document: the skills, without levels.
fn keywords(sections: &[Section]) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let skills = sections.iter().filter(|it| it.id.as_deref() == Some("skills"));
    for section in skills {
        let lines: Vec<&Inlines> = match &section.content {
            Content::Items { items } => items.iter().collect(),
            Content::Pairs { pairs } => pairs.iter().map(|pair| &pair.body).collect(),
            _ => continue,
        };
        let lines: Vec<String> =
            lines.into_iter().map(|line| text::plain(line)).collect();
        for word in lines.iter().flat_map(|line| line.split(APART)) {
            let word = word.split('(').next().unwrap_or_default();
            let word = word.trim().trim_end_matches(['.', ')']).to_owned();
            let short = (1..=40).contains(&word.chars().count());
            if short && !words.contains(&word) && words.len() < KEYWORDS {
                words.push(word);
            }
        }
    }
    words
}

#[cfg(test)]
mod citation_tests;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod tests;
