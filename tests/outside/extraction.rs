//! Whether title, date and first words of each entry come out together and in order, in
//! six extractors; and whether their text holds anything that is no text.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use cvpdf::text::Block;
use cvpdf::view::Content;
use cvpdf::view::Entry;
use cvpdf::view::Item;
use cvpdf::view::View;

use crate::line;
use crate::tools;

/// Samples written from left to right, of which every extractor makes sense.
const SAMPLES: [&str; 6] =
    ["academic", "alice", "french", "german", "graduate", "veteran"];

/// How many of an entry's first words must follow its header.
const WORDS: usize = 4;

/// An entry as it should come out.
struct Expected {
    /// What its header begins with.
    lead: String,
    /// Its date.
    date: String,
    /// The first words of its body.
    words: String,
    /// How many letters and figures its header has, the date with it.
    length: usize,
}

/// A sample in a theme: what should come out, and what each extractor makes of it.
struct Sample {
    name: &'static str,
    expected: Vec<Expected>,
    texts: BTreeMap<String, String>,
}

static ACADEMIC: LazyLock<Vec<Sample>> = LazyLock::new(|| read("academic", ""));
static CLASSIC: LazyLock<Vec<Sample>> = LazyLock::new(|| read("classic", ""));
static COMPACT: LazyLock<Vec<Sample>> = LazyLock::new(|| read("compact", ""));
static EDITORIAL: LazyLock<Vec<Sample>> = LazyLock::new(|| read("editorial", ""));
static MODERN: LazyLock<Vec<Sample>> = LazyLock::new(|| read("modern", ""));
static PLAIN: LazyLock<Vec<Sample>> = LazyLock::new(|| read("plain", ""));
static EUROPA: LazyLock<Vec<Sample>> = LazyLock::new(|| read("europa", ""));
static SIDEBAR: LazyLock<Vec<Sample>> = LazyLock::new(|| read("sidebar", ""));

/// Makes the samples in a theme, with these flags, and has them read.
fn read(theme: &str, flags: &str) -> Vec<Sample> {
    let folder = tools::folder("extraction");
    let make = |name: &&'static str| {
        let resume = format!("resumes/{name}.yaml");
        let path = folder.join(format!("{name}.{theme}{}.pdf", flags.replace(' ', "")));
        let flags = format!("--theme {theme} {flags}");
        fs::write(&path, line::pdf(&resume, &flags)).expect("files can be written");
        let view = line::prepared(&resume, &flags).recipe.brief.view;
        (*name, path, expected(&view, flags.contains("strict")))
    };
    let done: Vec<(&'static str, PathBuf, Vec<Expected>)> =
        SAMPLES.iter().map(make).collect();
    let paths = done.iter().map(|(_, path, _)| format!("{}\n", path.display()));
    let paths = paths.collect::<Vec<_>>().concat();
    let read = tools::python_reading("extract.py", &[], &paths);
    let pairs = done.into_iter().zip(read.lines());
    let join = |((name, path, expected), texts): ((_, PathBuf, _), &str)| {
        let mut texts: BTreeMap<String, String> =
            serde_json::from_str(texts).expect("the script prints JSON");
        for (extractor, mode) in
            [("poppler", "-nopgbrk"), ("raw", "-raw"), ("layout", "-layout")]
        {
            let path = path.display().to_string();
            let arguments = ["-enc", "UTF-8", mode, &path, "-"];
            let text = tools::run("pdftotext", "poppler-utils", &arguments).stdout;
            texts.insert(extractor.into(), String::from_utf8_lossy(&text).into_owned());
        }
        Sample { name, expected, texts }
    };
    pairs.map(join).collect()
}

/// The entries of a view that have a date and a body, with the addresses of their links
/// where those are printed.
fn expected(view: &View, addresses: bool) -> Vec<Expected> {
    let mut all = Vec::new();
    for section in &view.sections {
        let Content::Entries { entries } = &section.content else { continue };
        for item in entries {
            if let Item::Entry(entry) = item {
                expect(entry, addresses, &mut all);
            }
        }
    }
    all
}

fn expect(entry: &Entry, addresses: bool, all: &mut Vec<Expected>) {
    let first = entry.body.first().map(|it| words(it, addresses)).unwrap_or_default();
    let words: Vec<&str> = first.split_whitespace().take(WORDS).collect();
    let parts: Vec<String> =
        entry.header.iter().map(|part| letters(&plain(&part.body, addresses))).collect();
    let lead = entry.header.first().map(|part| letters(&plain(&part.body, false)));
    if let (Some(date), Some(lead), false) = (&entry.date, lead, words.is_empty()) {
        let date = letters(date);
        let length = parts.iter().map(String::len).sum::<usize>() + date.len();
        let words = letters(&words.join(" "));
        all.push(Expected { lead, date, words, length });
    }
    entry.roles.iter().for_each(|role| expect(role, addresses, all));
}

/// The text at the beginning of a block.
fn words(block: &Block, addresses: bool) -> String {
    match block {
        Block::Paragraph { body, .. } | Block::Subheading { body } => {
            plain(body, addresses)
        }
        Block::List { items, .. } => items
            .first()
            .and_then(|item| item.blocks.first())
            .map(|it| words(it, addresses))
            .unwrap_or_default(),
        Block::Labelled { label, .. } => plain(label, addresses),
        Block::Quote { blocks } => {
            blocks.first().map(|it| words(it, addresses)).unwrap_or_default()
        }
        Block::CodeBlock { text } => text.clone(),
    }
}

/// Text without its marks, as its JSON holds it: every string that is no kind, and after
/// a link its address if addresses are printed.
fn plain(body: &cvpdf::text::Inlines, addresses: bool) -> String {
    fn walk(value: &serde_json::Value, addresses: bool, text: &mut String) {
        match value {
            serde_json::Value::String(words) => text.push_str(words),
            serde_json::Value::Array(all) => {
                all.iter().for_each(|one| walk(one, addresses, text));
            }
            serde_json::Value::Object(fields) => {
                let said =
                    fields.iter().filter(|(key, _)| *key == "body" || *key == "text");
                said.for_each(|(_, value)| walk(value, addresses, text));
                let address = fields.get("url").and_then(|it| it.as_str());
                let address = address.and_then(|it| it.split_once("://"));
                let address = address.map(|(_, rest)| rest.trim_end_matches('/'));
                if let Some(address) =
                    address.filter(|it| addresses && !text.ends_with(it))
                {
                    text.push_str(" (");
                    text.push_str(address);
                    text.push(')');
                }
                text.push_str(if fields["kind"] == "break" { " " } else { "" });
            }
            _ => {}
        }
    }
    let mut text = String::new();
    walk(&serde_json::to_value(body).expect("text is JSON"), addresses, &mut text);
    text
}

/// The letters and figures of a text, in lower case.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|char| char.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether an entry is whole: from its lead over its date to its first words there is
/// nothing but the header, and at most so many letters that stand beside it; or its date
/// is right before that.
fn is_whole(expected: &Expected, text: &str, beside: usize) -> bool {
    let Expected { lead, date, words, length } = expected;
    text.match_indices(lead.as_str()).any(|(start, _)| {
        let (before, rest) = text.split_at(start);
        let end = rest.find(words.as_str()).filter(|end| *end <= *length + beside);
        end.is_some_and(|end| {
            let is_after = rest[..end].contains(date.as_str()) && *length <= end;
            is_after || before.ends_with(date.as_str()) && *length - date.len() == end
        })
    })
}

/// Holds the share of whole entries against what a theme promises.
#[track_caller]
fn check<S: std::borrow::Borrow<Sample>>(samples: &[S], promises: &[(&str, f64)]) {
    check_beside(samples, promises, 0);
}

/// The same where other text may stand beside a header.
#[track_caller]
fn check_beside<S: std::borrow::Borrow<Sample>>(
    samples: &[S],
    promises: &[(&str, f64)],
    beside: usize,
) {
    let mut faults = String::new();
    for (extractor, promised) in promises {
        let (mut whole, mut all, mut broken) = (0.0, 0.0, Vec::new());
        for sample in samples.iter().map(S::borrow) {
            let text = letters(&sample.texts[*extractor]);
            for expected in &sample.expected {
                all += 1.0;
                if is_whole(expected, &text, beside) {
                    whole += 1.0;
                } else {
                    broken.push(format!(
                        "{}: {} {}",
                        sample.name, expected.lead, expected.date
                    ));
                }
            }
        }
        let share = 100.0 * whole / all;
        if share < *promised {
            let _ = writeln!(
                faults,
                "{extractor}: {share:.1} %, not {promised} %: {broken:#?}"
            );
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn plain_comes_out_whole_everywhere() {
    let names = ["poppler", "raw", "layout", "pdfminer", "pypdf", "pymupdf"];
    check(&*PLAIN, &names.map(|name| (name, 100.0)));
}

#[test]
fn classic_comes_out_whole_but_for_three_in_a_hundred() {
    let names = ["poppler", "raw", "layout", "pdfminer", "pypdf", "pymupdf"];
    check(&*CLASSIC, &names.map(|name| (name, 97.0)));
}

/// Programs that follow the geometry of a page read a date at the line's end after the
/// words under it, where none of those reach as far as the date.
#[test]
fn modern_comes_out_whole_but_where_all_lines_are_short() {
    let names = ["raw", "layout", "pdfminer", "pypdf", "pymupdf"];
    check(&*MODERN, &names.map(|name| (name, 97.0)));
    check(&*MODERN, &[("poppler", 94.0)]);
    check(&long(&MODERN), &[("poppler", 100.0)]);
}

#[test]
fn compact_comes_out_whole_but_where_all_lines_are_short() {
    let names = ["raw", "layout", "pdfminer", "pypdf", "pymupdf"];
    check(&*COMPACT, &names.map(|name| (name, 97.0)));
    check(&*COMPACT, &[("poppler", 78.0)]);
    check(&long(&COMPACT), &[("poppler", 89.0)]);
}

/// Dates of months have two lines in its narrow column, the second beside the text, which
/// programs that follow the geometry of a page take for a part of it.
#[test]
fn academic_comes_out_whole_where_its_dates_have_one_line() {
    let names = ["raw", "pypdf", "pymupdf"];
    check(&*ACADEMIC, &names.map(|name| (name, 100.0)));
    check(&*ACADEMIC, &[("poppler", 89.0)]);
    let own: Vec<&Sample> = ACADEMIC.iter().filter(|it| it.name == "academic").collect();
    check(&own, &[("poppler", 100.0), ("layout", 100.0)]);
}

/// Dates in the margin come before what they date.
#[test]
fn editorial_comes_out_whole_as_its_design_promises() {
    let promises = [
        ("poppler", 89.0),
        ("raw", 94.0),
        ("layout", 100.0),
        ("pdfminer", 78.0),
        ("pypdf", 100.0),
        ("pymupdf", 100.0),
    ];
    check(&*EDITORIAL, &promises);
}

/// The sample of several pages.
fn long(samples: &[Sample]) -> Vec<&Sample> {
    samples.iter().filter(|sample| sample.name == "veteran").collect()
}

#[test]
fn strict_comes_out_whole_everywhere_in_every_theme() {
    let names = ["poppler", "raw", "layout", "pdfminer", "pypdf", "pymupdf"];
    for theme in line::THEMES {
        let samples = read(theme, "--ats strict");
        check(&samples, &names.map(|name| (name, 100.0)));
        let texts = samples.iter().flat_map(|sample| sample.texts.values());
        let odd =
            |char: char| matches!(char, '\u{ad}' | '\u{fffd}' | '\u{e000}'..='\u{f8ff}');
        assert!(texts.into_iter().all(|text| !text.contains(odd)), "{theme}");
    }
}

#[test]
fn europa_comes_out_as_well_as_other_dates_in_a_margin() {
    let names = [
        ("poppler", 89.0),
        ("raw", 94.0),
        ("layout", 100.0),
        ("pdfminer", 78.0),
        ("pypdf", 100.0),
        ("pymupdf", 100.0),
    ];
    check(&*EUROPA, &names);
}

#[test]
fn sidebar_comes_out_whole_everywhere() {
    let names = ["poppler", "raw", "pdfminer", "pypdf", "pymupdf"];
    check(&*SIDEBAR, &names.map(|name| (name, 100.0)));
    // Who keeps lines across the page has two lines of the sidebar in each header.
    check_beside(&*SIDEBAR, &[("layout", 94.0)], 80);
}

#[test]
fn there_are_enough_entries_to_speak_of_a_share() {
    let count: usize = CLASSIC.iter().map(|sample| sample.expected.len()).sum();
    assert!(count >= 30, "{count}");
}

#[test]
fn no_extractor_sees_anything_that_is_no_text() {
    let mut faults = String::new();
    let themes = [
        ("academic", &ACADEMIC),
        ("classic", &CLASSIC),
        ("compact", &COMPACT),
        ("editorial", &EDITORIAL),
        ("modern", &MODERN),
        ("plain", &PLAIN),
        ("sidebar", &SIDEBAR),
        ("europa", &EUROPA),
    ];
    for (theme, samples) in themes {
        for Sample { name, texts, .. } in samples.iter() {
            for (extractor, text) in texts {
                let odd = |char: &char| {
                    let is_private = matches!(char, '\u{e000}'..='\u{f8ff}');
                    let is_hyphen = matches!(theme, "plain" | "sidebar" | "europa")
                        && *char == '\u{ad}';
                    *char == '\u{fffd}' || is_private || is_hyphen
                };
                if let Some(char) = text.chars().find(odd) {
                    let point = u32::from(char);
                    let _ =
                        writeln!(faults, "{name}.{theme} in {extractor}: U+{point:04X}");
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}
