//! Page breaks: a long résumé, pushed down by every distance, never breaks where it must
//! not; and the acceptance checks for long lists, long names and long addresses.

use std::fmt::Write as _;

use cvpdf::diag::Sink;
use cvpdf::inspect;
use cvpdf::text::Block;
use cvpdf::text::Inlines;
use cvpdf::typeset;
use cvpdf::typeset::Document;
use cvpdf::typeset::check;
use cvpdf::typeset::fit::Fit;
use cvpdf::view::Content;
use cvpdf::view::Entry;
use cvpdf::view::Item;
use cvpdf::view::View;

use crate::line;
use crate::line::PAPERS;
use crate::line::THEMES;

/// The share of a page's height that may stay free below its last line.
const FREE: f64 = 0.25;

/// What a stretch of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A heading, a header, a label: it must not end a page.
    Head,
    /// A paragraph: its last line must not begin a page.
    Paragraph,
}

/// A stretch of text in the order of the view.
#[derive(Debug)]
struct Unit {
    role: Role,
    letters: String,
}

/// A line of a page, from its first run to its last.
#[derive(Debug)]
struct Line {
    page: usize,
    baseline: f64,
    text: String,
}

/// The units of a view in which pages are long: sections, and what is in them.
fn units(view: &View) -> Vec<Unit> {
    let mut units = Vec::new();
    for section in &view.sections {
        units.push(head(&section.title));
        section.intro.iter().for_each(|block| add_block(block, &mut units));
        match &section.content {
            Content::Entries { entries } => {
                for item in entries {
                    match item {
                        Item::Entry(entry) => add_entry(entry, &mut units),
                        Item::Blocks { blocks } => {
                            blocks.iter().for_each(|block| add_block(block, &mut units));
                        }
                    }
                }
            }
            Content::Text { blocks } => blocks.iter().for_each(|it| add_block(it, &mut units)),
            Content::Pairs { pairs } => {
                for pair in pairs {
                    let text = plain(&pair.label) + &plain(&pair.body);
                    units.push(paragraph(&text));
                }
            }
            Content::Items { .. }
            | Content::Languages { .. }
            | Content::Publications { .. }
            | Content::References { .. } => {}
        }
        section.outro.iter().for_each(|block| add_block(block, &mut units));
    }
    units
}

/// The body of an entry; its header is what is left between two bodies.
fn add_entry(entry: &Entry, units: &mut Vec<Unit>) {
    let role = if is_bare(entry) { Role::Paragraph } else { Role::Head };
    for part in &entry.header {
        units.push(Unit { role, letters: letters(&plain(&part.body)) });
    }
    entry.body.iter().for_each(|block| add_block(block, units));
    entry.roles.iter().for_each(|role| add_entry(role, units));
    entry.tail.iter().for_each(|block| add_block(block, units));
    for pair in &entry.details {
        units.push(paragraph(&(plain(&pair.label) + &plain(&pair.body))));
    }
}

/// Whether nothing follows an entry's header.
fn is_bare(entry: &Entry) -> bool {
    entry.body.is_empty() && entry.roles.is_empty() && entry.details.is_empty()
}

fn add_block(block: &Block, units: &mut Vec<Unit>) {
    match block {
        Block::Paragraph { body, .. } => units.push(paragraph(&plain(body))),
        Block::Subheading { body } => units.push(head(&plain(body))),
        Block::List { items, .. } => {
            let blocks = items.iter().flat_map(|item| &item.blocks);
            blocks.for_each(|block| add_block(block, units));
        }
        Block::Labelled { label, blocks, .. } => {
            // A label runs into a paragraph, and stands alone before anything else.
            let (first, rest) = blocks.split_first().map_or((None, &[][..]), |(a, b)| (Some(a), b));
            match first {
                Some(Block::Paragraph { body, .. }) => {
                    units.push(paragraph(&(plain(label) + &plain(body))));
                }
                Some(other) => {
                    units.push(head(&plain(label)));
                    add_block(other, units);
                }
                None => units.push(paragraph(&plain(label))),
            }
            rest.iter().for_each(|block| add_block(block, units));
        }
        Block::Quote { blocks } => blocks.iter().for_each(|block| add_block(block, units)),
        Block::CodeBlock { text } => units.push(paragraph(text)),
    }
}

fn head(text: &str) -> Unit {
    Unit { role: Role::Head, letters: letters(text) }
}

fn paragraph(text: &str) -> Unit {
    Unit { role: Role::Paragraph, letters: letters(text) }
}

/// Text without its marks: every string of its JSON that is a text or a body.
fn plain(body: &Inlines) -> String {
    fn walk(value: &serde_json::Value, text: &mut String) {
        match value {
            serde_json::Value::String(words) => text.push_str(words),
            serde_json::Value::Array(all) => all.iter().for_each(|one| walk(one, text)),
            serde_json::Value::Object(fields) => {
                let said = fields.iter().filter(|(key, _)| *key == "body" || *key == "text");
                said.for_each(|(_, value)| walk(value, text));
            }
            _ => {}
        }
    }
    let mut text = String::new();
    walk(&serde_json::to_value(body).expect("text is JSON"), &mut text);
    text
}

/// The letters and figures of a text, in one case.
fn letters(text: &str) -> String {
    text.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The lines of all pages within the text area, in order.
fn lines(document: &Document) -> Vec<Line> {
    let area = check::area(&document.pages).expect("the theme names its area");
    let mut lines: Vec<Line> = Vec::new();
    for (page, number) in document.pages.pages().iter().zip(1..) {
        check::runs(page, &mut |run| {
            if run.item.text.trim().is_empty() || run.y < area.y0 || run.y > area.y1 {
                return;
            }
            let text = run.item.text.as_str();
            match lines.iter_mut().find(|it| it.page == number && (it.baseline - run.y).abs() < 0.5) {
                Some(line) => line.text.push_str(text),
                None => lines.push(Line { page: number, baseline: run.y, text: text.to_owned() }),
            }
        });
    }
    lines
}

/// Everything that is wrong with the breaks of a document.
fn faults(document: &Document, units: &[Unit]) -> Vec<String> {
    let area = check::area(&document.pages).expect("the theme names its area");
    let lines = lines(document);
    let mut faults = Vec::new();
    // What each letter of the pages belongs to.
    let ends: Vec<usize> = lines.iter().scan(0, |end, line| {
        *end += letters(&line.text).len();
        Some(*end)
    }).collect();
    let text: String = lines.iter().map(|line| letters(&line.text)).collect();
    let places = places(&text, units, &mut faults);
    for (index, pair) in lines.windows(2).enumerate() {
        let [last, first] = pair else { continue };
        if last.page == first.page {
            continue;
        }
        let (page, end) = (last.page, ends[index]);
        let after = ends[index + 1];
        for (unit, start, stop) in &places {
            let ends_here = *start < end && end <= *stop;
            if unit.role == Role::Head && ends_here {
                faults.push(format!("page {page} ends in `{}`", last.text));
            }
            if unit.role == Role::Paragraph && *start < end && end < *stop && *stop <= after {
                faults.push(format!("page {} begins with the last line `{}`", page + 1, first.text));
            }
        }
        let free = (area.y1 - last.baseline) / (area.y1 - area.y0);
        if free > FREE {
            let percent = 100.0 * free;
            faults.push(format!("{percent:.0} % of page {page} are free after `{}`", last.text));
        }
    }
    faults
}

/// Where each unit stands in the letters of all pages: its first and after its last.
fn places<'a>(
    text: &str,
    units: &'a [Unit],
    faults: &mut Vec<String>,
) -> Vec<(&'a Unit, usize, usize)> {
    let mut places = Vec::new();
    let mut at = 0;
    for unit in units.iter().filter(|unit| !unit.letters.is_empty()) {
        match text[at..].find(&unit.letters) {
            Some(found) => {
                let start = at + found;
                at = start + unit.letters.len();
                places.push((unit, start, at));
            }
            None => faults.push(format!("`{}` is not on the pages in order", unit.letters)),
        }
    }
    places
}

/// Sweeps one résumé in one theme on one paper: from 0 to 760 points in steps of 7.
#[track_caller]
fn sweep(theme: &str, paper: &str) {
    let flags = format!("--theme {theme} --paper {paper}");
    let brief = line::prepared("resumes/veteran.yaml", &flags).recipe.brief;
    let units = units(&brief.view);
    assert!(units.len() > 100, "the résumé is long");
    let mut told = String::new();
    for start in (0..=760).step_by(7) {
        let fit = Fit { start: f64::from(start), ..Fit::AS_DESIGNED };
        let mut sink = Sink::default();
        let document = typeset::typeset_at(&brief, &fit, &mut sink);
        let document = document.unwrap_or_else(|_| panic!("{}", line::say(sink.diagnostics())));
        for fault in faults(&document, &units) {
            let _ = writeln!(told, "{start} pt: {fault}");
        }
        typeset::forget(3);
    }
    let count = told.lines().count();
    assert!(told.is_empty(), "{theme} on {paper}, {count} faults:\n{told}");
}

#[test]
fn classic_breaks_well_on_a4() {
    sweep(THEMES[0], PAPERS[0]);
}

#[test]
fn classic_breaks_well_on_us_letter() {
    sweep(THEMES[0], PAPERS[1]);
}

#[test]
fn plain_breaks_well_on_a4() {
    sweep(THEMES[1], PAPERS[0]);
}

#[test]
fn plain_breaks_well_on_us_letter() {
    sweep(THEMES[1], PAPERS[1]);
}

#[test]
fn all_sixty_bullets_are_there_in_order() {
    for theme in THEMES {
        let pdf = line::pdf("tests/cases/sixty-bullets.yaml", &format!("--theme {theme}"));
        let witness = inspect::read(&pdf).expect("it is a PDF");
        let lines = witness.pages.iter().flat_map(|page| &page.lines);
        let bullets: Vec<&str> =
            lines.map(|line| line.text.as_str()).filter(|text| text.starts_with('•')).collect();
        assert_eq!(bullets.len(), 60, "{theme}: {bullets:#?}");
        assert!(witness.pages.len() >= 2);
        let brief = line::prepared("tests/cases/sixty-bullets.yaml", &format!("--theme {theme}"));
        let brief = brief.recipe.brief;
        let mut sink = Sink::default();
        let document = typeset::typeset(&brief, &mut sink).expect("it is set");
        assert_eq!(line::say(sink.diagnostics()), "");
        assert_eq!(faults(&document, &units(&brief.view)), Vec::<String>::new(), "{theme}");
    }
}

/// The lines above the contacts: those in the largest size of the first page.
fn name_lines(name: &str, flags: &str) -> Vec<inspect::Line> {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("name.yaml");
    std::fs::write(&path, format!("name: {name}\nupdated: 2026\n")).expect("it is new");
    let pdf = line::pdf(&path.display().to_string(), flags);
    let witness = inspect::read(&pdf).expect("it is a PDF");
    let lines = witness.pages.into_iter().next().expect("there is a page").lines;
    lines.into_iter().filter(|line| !line.artifact && line.size > 14.0).collect()
}

#[test]
fn a_long_name_stays_on_one_line() {
    for theme in THEMES {
        let lines = name_lines("Maximilienne Oyelaran-Świętochowska", &format!("--theme {theme}"));
        let texts: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["Maximilienne Oyelaran-Świętochowska"], "{theme}");
    }
}

#[test]
fn a_very_long_name_has_two_balanced_lines() {
    let name = "Wilhelmina Josephina Konstantinopolska van Oldenbarnevelt-Schutte";
    assert_eq!(name.chars().count(), 65);
    let name = format!("{name}r");
    for theme in THEMES {
        for paper in PAPERS {
            let lines = name_lines(&name, &format!("--theme {theme} --paper {paper}"));
            let texts: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
            assert_eq!(texts.join(" "), name, "no hyphen is added: {texts:?}");
            let [first, second] = lines.as_slice() else { panic!("{theme}: {texts:?}") };
            let (first, second) = (first.x1 - first.x0, second.x1 - second.x0);
            let ratio = first.min(second) / first.max(second);
            assert!(ratio > 0.6, "{theme}: {first} and {second} are not balanced");
        }
    }
}

#[test]
fn nine_contacts_with_a_long_address_are_set_in_rows() {
    let address = format!("https://long.example/{}", "segment-/".repeat(8).trim_end_matches('/'));
    assert!(address.chars().count() >= 88, "{}", address.chars().count());
    let text = format!(
        "name: Ada Lovelace\nupdated: 2026\ncontact:\n  location: London, England\n  \
         email: [ada@lovelace.example, countess@lovelace.example]\n  phone: [\"+44 20 7946 0018\", \
         \"+44 20 7946 0019\"]\n  website: {address}\n  github: ada-lovelace\n  \
         linkedin: ada-lovelace\n  mastodon: \"@ada@engines.example\"\n"
    );
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("ada.yaml");
    std::fs::write(&path, text).expect("it is new");
    for theme in THEMES {
        for paper in PAPERS {
            let flags = format!("--theme {theme} --paper {paper}");
            let (artifact, told) = line::make(&path.display().to_string(), &flags);
            assert_eq!(line::say(&told), "", "{theme} {paper}");
            let artifact = artifact.expect("it is set");
            let witness = inspect::read(&artifact.files[0]).expect("it is a PDF");
            let rows = witness.pages[0].lines.iter().skip(1);
            for row in rows {
                let is_parted = |char: char| char == '·' || char == '|';
                let text = row.text.trim();
                let wrong = text.starts_with(is_parted) || text.ends_with(is_parted);
                assert!(!wrong, "{theme} {paper}: `{text}` begins or ends with a separator");
            }
        }
    }
}
