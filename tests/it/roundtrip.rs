//! Nothing is lost: every word of every résumé is in its PDF's text, in order.
//!
//! The words are read from the YAML by a parser that is not the program's, and the text
//! from the finished PDF by one that did not write it. Letters and figures are compared:
//! quotes, dashes and hyphens are the typesetter's business.

mod letters; // what of two texts must be the same

use std::fmt::Write as _;

use cvpdf::inspect;
use cvpdf::typeset;
use pulldown_cmark::Event;
use pulldown_cmark::Parser;
use serde_json::Map;
use serde_json::Value;

use crate::languages;
use crate::line;
use crate::line::THEMES;
use letters::is_right_to_left;
pub(crate) use letters::letters;

/// Keys whose values are decisions and addresses, not words.
const SILENT: &[&str] = &[
    "aliases",
    "doi",
    "file",
    "for",
    "keep",
    "kind",
    "look",
    "page-break",
    "photo",
    "profiles",
    "type",
    "updated",
    "url",
];

/// Keys that are words themselves only in the schema, in the order in which their values
/// are printed; what stands before `summary` is printed in the order of the theme.
const KEYS: &[&str] = &[
    "name",
    "label",
    "title",
    "level",
    "listening",
    "reading",
    "interaction",
    "production",
    "writing",
    "org",
    "unit",
    "place",
    "date",
    "start",
    "end",
    "note",
    "duration",
    "authors",
    "container",
    "editors",
    "volume",
    "issue",
    "pages",
    "year",
    "edition",
    "series",
    "number",
    "publisher",
    "role",
    "contact",
    "email",
    "phone",
    "website",
    "summary",
    "text",
    "intro",
    "content",
    "highlights",
    "quote",
    "roles",
    "outro",
    "details",
];

/// How many of them are printed in the order of the theme.
const LOOSE: usize = 28;

/// Sections that are printed with a heading of the document's language.
const KNOWN: &[&str] = &[
    "summary",
    "objective",
    "experience",
    "internships",
    "projects",
    "education",
    "teaching",
    "research",
    "publications",
    "talks",
    "patents",
    "grants",
    "skills",
    "languages",
    "certifications",
    "courses",
    "awards",
    "memberships",
    "volunteering",
    "interests",
    "hobbies",
    "references",
    "miscellany",
];

/// The letters of a PDF, how far they have been read, and what was not found in them.
struct Reader {
    text: String,
    at: usize,
    /// Where the search ends: a header's words stand together.
    end: usize,
    /// Sections that stand before all others, in the order of the theme.
    asides: &'static [&'static str],
    /// Whether languages stand in a table.
    tables: bool,
    lost: Vec<String>,
}

impl Reader {
    /// Reads the résumé's fields; what is above the sections may stand in any order.
    fn resume(&mut self, fields: &Map<String, Value>) {
        let mut head = 0;
        for key in ["name", "headline"] {
            self.loose(fields.get(key), key, 0);
            head = head.max(self.at);
        }
        for (kind, contact) in
            fields.get("contact").and_then(Value::as_object).into_iter().flatten()
        {
            let all =
                contact.as_array().cloned().unwrap_or_else(|| vec![contact.clone()]);
            for one in &all {
                self.loose(Some(one), kind, 0);
                head = head.max(self.at);
            }
        }
        let sections = fields.get("sections").and_then(Value::as_object);
        // What is to begin a page stands in no column beside others.
        let is_aside = |key: &str| {
            let section = sections.and_then(|sections| sections.get(key));
            let asks = section.is_some_and(|section| section.get("page-break").is_some());
            self.asides.contains(&key) && !asks
        };
        let keys: Vec<&str> =
            self.asides.iter().copied().filter(|key| is_aside(key)).collect();
        self.at = if keys.is_empty() { 0 } else { head };
        for key in &keys {
            if let Some(section) = sections.and_then(|sections| sections.get(*key)) {
                self.section(key, section);
            }
        }
        self.value(fields.get("summary"), "summary");
        for (key, section) in sections.into_iter().flatten() {
            if !keys.contains(&key.as_str()) {
                self.section(key, section);
            }
        }
        self.value(fields.get("colophon"), "colophon");
    }

    fn section(&mut self, key: &str, section: &Value) {
        let long = section.as_object().filter(|fields| fields.contains_key("content"));
        let title = long.and_then(|fields| fields.get("title")).and_then(Value::as_str);
        if let Some(title) = title.or((!KNOWN.contains(&key)).then_some(key)) {
            self.words(title, key);
        }
        match long {
            None if key == "languages" => self.languages(section),
            None => self.value(Some(section), key),
            Some(fields) => {
                for part in ["intro", "content", "outro"] {
                    self.value(fields.get(part), &format!("{key}.{part}"));
                }
            }
        }
    }

    /// Finds all words of languages. Where they stand in a table, mother tongues are
    /// first, and are called so.
    fn languages(&mut self, section: &Value) {
        let Some(all) = section.as_array().filter(|_| self.tables) else {
            return self.value(Some(section), "languages");
        };
        let (start, mut end) = (self.at, self.at);
        for fields in all.iter().filter_map(Value::as_object) {
            for (key, value) in fields {
                if value != "native" && !SILENT.contains(&key.as_str()) {
                    self.loose(Some(value), &format!("languages.{key}"), start);
                    end = end.max(self.at);
                }
            }
        }
        self.at = end;
    }

    /// Finds all words of a value, in order.
    fn value(&mut self, value: Option<&Value>, path: &str) {
        match value {
            // How the other parser spells `yes`, `012` and `1e3` is not how they were written.
            None | Some(Value::Null | Value::Bool(_) | Value::Number(_)) => {}
            // Themes that group them have the newest first.
            Some(all @ Value::Array(_)) if path == "publications" && !filed(all) => {
                let (start, mut end) = (self.at, self.at);
                for (index, one) in all.as_array().into_iter().flatten().enumerate() {
                    self.publication(one, &format!("{path}[{index}]"), start);
                    end = end.max(self.at);
                }
                self.at = end;
            }
            Some(Value::Array(all)) => {
                for (index, one) in all.iter().enumerate() {
                    self.value(Some(one), &format!("{path}[{index}]"));
                }
            }
            Some(Value::Object(fields)) => {
                match fields.get("file").and_then(Value::as_str) {
                    Some(file) => self.publications(file),
                    None => self.fields(fields, path),
                }
            }
            Some(Value::String(text)) => self.markdown(text, path),
        }
    }

    /// Finds the publications of a sample's file, in whichever order they are.
    fn publications(&mut self, file: &str) {
        let text = std::fs::read_to_string(line::project("resumes").join(file));
        let library = hayagriva::io::from_biblatex_str(&text.expect("it is there"));
        let start = self.at;
        let mut end = start;
        for entry in library.expect("another program reads it").iter() {
            let container = entry.parents().first().and_then(|parent| parent.title());
            let titles = entry.title().into_iter().chain(container);
            let people = entry.authors().unwrap_or_default();
            // The other program leaves this command as it is.
            let words = titles.map(|title| title.to_string().replace("\\emph", ""));
            for words in words.chain(people.iter().map(|person| person.name.clone())) {
                self.at = start;
                self.words(&words, &format!("{file}: {}", entry.key()));
                end = end.max(self.at);
            }
        }
        self.at = end;
    }

    /// Finds the title of a publication after `start`, and all else of it around that.
    fn publication(&mut self, publication: &Value, path: &str, start: usize) {
        self.loose(publication.get("title"), &format!("{path}.title"), start);
        let around = 2 * publication.to_string().len();
        let before = self.text.floor_char_boundary(self.at.saturating_sub(around));
        self.end = self.text.ceil_char_boundary(self.at + around);
        self.loose(Some(publication), path, start.max(before));
        self.end = self.text.len();
    }

    /// A mapping: keys of the schema in their order, keys of the author as labels.
    fn fields(&mut self, fields: &Map<String, Value>, path: &str) {
        let start = self.at;
        let mut end = start;
        let header =
            KEYS[..LOOSE].iter().filter_map(|key| Some((key, fields.get(*key)?)));
        let length: usize =
            header.clone().map(|(_, value)| value.to_string().len()).sum();
        // Dates become longer, and a page may end before the header.
        self.end = self.text.ceil_char_boundary(start + 2 * length + 60);
        for (key, value) in header {
            self.loose(Some(value), &format!("{path}.{key}"), start);
            end = end.max(self.at);
        }
        self.at = end;
        self.end = self.text.len();
        for key in &KEYS[LOOSE..] {
            self.value(fields.get(*key), &format!("{path}.{key}"));
        }
        for (key, value) in fields {
            if !KEYS.contains(&key.as_str()) && !SILENT.contains(&key.as_str()) {
                self.words(key, path);
                self.value(Some(value), &format!("{path}.{key}"));
            }
        }
    }

    /// Finds words whose order is the theme's: each of them after `start`.
    fn loose(&mut self, value: Option<&Value>, path: &str, start: usize) {
        self.at = start;
        match value {
            None | Some(Value::Null) => {}
            Some(Value::Array(all)) => {
                let mut end = start;
                for one in all {
                    self.loose(Some(one), path, start);
                    end = end.max(self.at);
                }
                self.at = end;
            }
            Some(Value::Object(fields)) => {
                let mut end = start;
                let said =
                    fields.iter().filter(|(key, _)| !SILENT.contains(&key.as_str()));
                for (key, one) in said {
                    let path = format!("{path}.{key}");
                    self.loose(Some(one), &path, start);
                    end = end.max(self.at);
                }
                self.at = end;
            }
            Some(Value::String(text)) if is_date(path) => self.years(text, path),
            Some(Value::String(text)) => self.markdown(text, path),
            Some(other) => self.words(&other.to_string(), path),
        }
    }

    /// Finds the years of a date; how the rest is written is the language's business.
    fn years(&mut self, text: &str, path: &str) {
        let figures = text.split(|char: char| !char.is_ascii_digit());
        for year in figures.filter(|figures| figures.len() == 4) {
            self.words(year, path);
        }
    }

    /// Finds a text block by block, without its marks.
    fn markdown(&mut self, text: &str, path: &str) {
        let text = text.trim();
        if let Some(address) =
            text.strip_prefix("https://").or(text.strip_prefix("http://"))
        {
            return self.words(address.trim_start_matches("www."), path);
        }
        let mut block = String::new();
        for event in Parser::new(text) {
            match event {
                Event::Text(text)
                | Event::Code(text)
                | Event::Html(text)
                | Event::InlineHtml(text) => {
                    block.push_str(&text);
                }
                Event::SoftBreak | Event::HardBreak => block.push(' '),
                Event::Start(_) | Event::End(_) if !is_inline(&event) => {
                    self.words(&std::mem::take(&mut block), path);
                }
                _ => {}
            }
        }
        self.words(&block, path);
    }

    /// Finds these words next, or tells that they are lost.
    fn words(&mut self, words: &str, path: &str) {
        let wanted = letters(words);
        let both = wanted.contains(is_right_to_left)
            && wanted.contains(|it: char| it.is_ascii());
        if both && words.contains(' ') {
            // Where the directions of two scripts meet, an order of words is a matter of taste.
            let start = self.at;
            let mut end = start;
            for word in words.split(' ') {
                self.at = start;
                self.words(word, path);
                end = end.max(self.at);
            }
            self.at = end;
            return;
        }
        match self.text[self.at..self.end.max(self.at)].find(&wanted) {
            Some(found) => self.at += found + wanted.len(),
            None if self.text.contains(&wanted) => {
                self.lost.push(format!("{path}: `{words}` is out of order"));
            }
            None => self.lost.push(format!("{path}: `{words}` is missing")),
        }
    }
}

/// Whether an event begins or ends something within a paragraph.
fn is_inline(event: &Event<'_>) -> bool {
    use pulldown_cmark::Tag;
    use pulldown_cmark::TagEnd;
    match event {
        Event::Start(tag) => {
            matches!(
                tag,
                Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. }
            )
        }
        Event::End(tag) => {
            matches!(
                tag,
                TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image
            )
        }
        _ => true,
    }
}

fn is_date(path: &str) -> bool {
    matches!(path.rsplit_once('.'), Some((_, "date" | "start" | "end")))
}

/// Whether publications stand in files.
fn filed(all: &Value) -> bool {
    all.as_array().into_iter().flatten().any(|one| one.get("file").is_some())
}

/// The words of a résumé that are not in its PDF, with this theme and these flags.
pub(crate) fn lost(resume: &str, value: &Value, flags: &str) -> Vec<String> {
    let pdf = line::pdf(resume, flags);
    let witness = inspect::read(&pdf).expect("it is a PDF");
    let lines = witness.pages.iter().flat_map(|page| &page.lines);
    let lines = lines.filter(|line| !line.artifact).map(|line| letters(&line.text));
    let text: String = lines.collect();
    let end = text.len();
    let is_in = |theme: &str| flags.contains(&format!("--theme {theme}"));
    let asides: &[&str] = if is_in("sidebar") { &line::ASIDE } else { &[] };
    let tables = is_in("europa");
    let mut reader = Reader { text, at: 0, end, asides, tables, lost: Vec::new() };
    reader.resume(value.as_object().expect("a résumé is a mapping"));
    reader.lost
}

/// Looks for all words of all résumés of one theme, each in its own language.
#[track_caller]
fn check(resumes: &[(String, String)], theme: &str) {
    let mut faults = String::new();
    // Japanese has no glyphs without a font from elsewhere, so its PDF has no words.
    for (resume, text) in resumes.iter().filter(|(name, _)| !name.contains("japanese")) {
        let value: Value = serde_saphyr::from_str(text).expect("it is YAML");
        let own = value["look"]["lang"].as_str().unwrap_or("en").to_owned();
        let value = languages::choose(value, &own);
        for lost in lost(resume, &value, &line::themed(resume, theme)) {
            let _ = writeln!(faults, "{resume}: {lost}");
        }
        typeset::forget(0);
    }
    assert!(faults.is_empty(), "{theme}:\n{faults}");
}

#[test]
fn every_word_of_every_sample_is_in_every_theme() {
    for theme in THEMES {
        check(&line::samples(), theme);
    }
}

#[test]
fn every_word_of_every_case_is_in_every_theme() {
    for theme in THEMES {
        check(&cases(), theme);
    }
}

fn cases() -> Vec<(String, String)> {
    let mut cases = line::yaml_files("tests/cases");
    cases.extend(line::yaml_files("tests/cases/shapes"));
    cases
}
