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
use cvpdf::view::Section;
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
    /// Its parts; those of a header stand in the order of the theme.
    parts: Vec<String>,
}

/// The letters of all pages as they were drawn, and where each byte of them stands.
#[derive(Debug, Default)]
struct Pages {
    letters: String,
    places: Vec<Place>,
}

/// A line: the number of its page, and its baseline in tenths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    page: usize,
    baseline: i64,
}

/// A unit, its first byte in the letters of all pages, and the one after its last.
struct Found<'a> {
    unit: &'a Unit,
    start: usize,
    end: usize,
}

/// The units of a view in which pages are long: sections, and what is in them, in the
/// order in which the theme sets them.
fn units(view: &View, theme: &str) -> Vec<Unit> {
    let mut units = Vec::new();
    let is_aside = |section: &&Section| {
        let id = section.id.as_deref().unwrap_or_default();
        theme == "sidebar" && line::ASIDE.contains(&id)
    };
    let (mut aside, main): (Vec<_>, Vec<_>) = view.sections.iter().partition(is_aside);
    aside
        .sort_by_key(|it| line::ASIDE.iter().position(|id| it.id.as_deref() == Some(id)));
    for section in aside {
        add_section(section, &mut units);
    }
    for block in &view.summary.blocks {
        add_block(block, &mut units);
    }
    for section in main {
        add_section(section, &mut units);
    }
    units
}

/// A section: its heading, and what is in it.
fn add_section(section: &Section, units: &mut Vec<Unit>) {
    units.push(head(&section.title));
    for block in &section.intro {
        add_block(block, units);
    }
    match &section.content {
        Content::Entries { entries } => {
            for item in entries {
                match item {
                    Item::Entry(entry) => add_entry(entry, units),
                    Item::Blocks { blocks } => {
                        for block in blocks {
                            add_block(block, units);
                        }
                    }
                }
            }
        }
        Content::Text { blocks } => {
            for it in blocks {
                add_block(it, units);
            }
        }
        Content::Pairs { pairs } => {
            for pair in pairs {
                let text = plain(&pair.label) + &plain(&pair.body);
                units.push(paragraph(&text));
            }
        }
        Content::Items { items } => {
            units.push(paragraph(&items.iter().map(plain).collect::<String>()));
        }
        Content::Languages { languages } => {
            // A table has them in another order, and another word for `native`.
            let all = languages.iter().flat_map(|one| [&one.name, &one.note]);
            let parts = all.map(|one| letters(&plain(one))).collect();
            units.push(Unit { role: Role::Paragraph, parts });
        }
        Content::Publications { publications } => {
            units.extend(publications.iter().map(|one| paragraph(&plain(&one.body))));
        }
        Content::References { references } => {
            for one in references {
                let parts = one.header.iter().map(|part| letters(&plain(&part.body)));
                units.push(Unit { role: Role::Paragraph, parts: parts.collect() });
            }
        }
    }
    for block in &section.outro {
        add_block(block, units);
    }
}

/// An entry: its header, then what is in it.
fn add_entry(entry: &Entry, units: &mut Vec<Unit>) {
    let role = if is_bare(entry) { Role::Paragraph } else { Role::Head };
    let parts = entry.header.iter().map(|part| letters(&plain(&part.body)));
    let date = entry.date.iter().map(|date| letters(date));
    units.push(Unit { role, parts: parts.chain(date).collect() });
    for block in &entry.body {
        add_block(block, units);
    }
    for role in &entry.roles {
        add_entry(role, units);
    }
    for block in &entry.tail {
        add_block(block, units);
    }
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
            let (first, rest) =
                blocks.split_first().map_or((None, &[][..]), |(a, b)| (Some(a), b));
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
            for block in rest {
                add_block(block, units);
            }
        }
        Block::Quote { blocks } => {
            for block in blocks {
                add_block(block, units);
            }
        }
        Block::CodeBlock { text } => units.push(paragraph(text)),
    }
}

fn head(text: &str) -> Unit {
    Unit { role: Role::Head, parts: vec![letters(text)] }
}

fn paragraph(text: &str) -> Unit {
    Unit { role: Role::Paragraph, parts: vec![letters(text)] }
}

/// Text without its marks: every string of its JSON that is a text or a body.
fn plain(body: &Inlines) -> String {
    fn walk(value: &serde_json::Value, text: &mut String) {
        match value {
            serde_json::Value::String(words) => text.push_str(words),
            serde_json::Value::Array(all) => all.iter().for_each(|one| walk(one, text)),
            serde_json::Value::Object(fields) => {
                let said =
                    fields.iter().filter(|(key, _)| *key == "body" || *key == "text");
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
    text.chars()
        .filter(|char| char.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The letters of all pages within the text area.
fn pages(document: &Document) -> Pages {
    let area = check::area(&document.pages).expect("the theme names its area");
    let mut pages = Pages::default();
    for (page, number) in document.pages.pages().iter().zip(1..) {
        check::runs(page, &mut |run| {
            if area.y0 <= run.y && run.y <= area.y1 {
                let letters = letters(&run.item.text);
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "a page has few points"
                )]
                let baseline = (run.y * 10.0).round() as i64;
                let place = Place { page: number, baseline };
                pages.places.extend(letters.bytes().map(|_| place));
                pages.letters.push_str(&letters);
            }
        });
    }
    pages
}

/// Everything that is wrong with the breaks of a document.
fn faults(document: &Document, units: &[Unit]) -> Vec<String> {
    let pages = pages(document);
    let mut faults = Vec::new();
    let found = find(&pages.letters, units, &mut faults);
    for pair in found.windows(2) {
        let [this, next] = pair else { continue };
        let words = this.unit.parts.join(" ");
        let (last, first) =
            (pages.places[this.end - 1].page, pages.places[next.start].page);
        if this.unit.role == Role::Head && last < first {
            faults.push(format!("page {last} ends in `{words}`"));
        }
    }
    for Found { unit, start, end } in &found {
        let mut lines = pages.places[*start..*end].to_vec();
        lines.sort_unstable();
        lines.dedup();
        let after = lines.iter().filter(|line| line.page > lines[0].page).count();
        if after == 1 {
            let words = unit.parts.join(" ");
            faults.push(format!(
                "page {} begins with the last line of `{words}`",
                lines[0].page + 1
            ));
        }
    }
    faults.extend(
        found.first().into_iter().flat_map(|first| free(document, &pages, first.start)),
    );
    faults
}

/// Pages that are left too empty, but for those with nothing but the head and the space
/// that pushes the rest down.
fn free(document: &Document, pages: &Pages, body: usize) -> Vec<String> {
    let area = check::area(&document.pages).expect("the theme names its area");
    let count = document.pages.pages().len();
    let mut faults = Vec::new();
    for page in 1..count {
        let lines = pages.places[body..].iter().filter(|place| place.page == page);
        let Some(last) = lines.map(|place| place.baseline).max() else { continue };
        #[expect(clippy::cast_precision_loss, reason = "a page has few points")]
        let free = (area.y1 - last as f64 / 10.0) / (area.y1 - area.y0);
        if free > FREE {
            faults.push(format!("{:.0} % of page {page} are free", 100.0 * free));
        }
    }
    faults
}

/// Finds each unit in the letters of all pages, in order.
fn find<'a>(text: &str, units: &'a [Unit], faults: &mut Vec<String>) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    let mut at = 0;
    for unit in units {
        let place = |part: &String| {
            let start = at + text[at..].find(part.as_str())?;
            Some((start, start + part.len()))
        };
        let parts = unit.parts.iter().filter(|part| !part.is_empty());
        let places: Option<Vec<(usize, usize)>> = parts.map(place).collect();
        match places.as_deref() {
            None => faults
                .push(format!("`{}` is not on the pages in order", unit.parts.join(" "))),
            Some([]) => {}
            Some(places) => {
                let start = places.iter().map(|(start, _)| *start).min().unwrap_or(at);
                let end = places.iter().map(|(_, end)| *end).max().unwrap_or(at);
                found.push(Found { unit, start, end });
                at = end;
            }
        }
    }
    found
}

/// Sweeps one résumé in one theme on one paper: from 0 to 760 points in steps of 7.
#[track_caller]
fn sweep(theme: &str, paper: &str) {
    let flags = format!("--theme {theme} --paper {paper}");
    let brief = line::prepared("resumes/veteran.yaml", &flags).recipe.brief;
    let units = units(&brief.view, theme);
    assert!(units.len() > 100, "the résumé is long");
    let mut told = String::new();
    for start in (0..=760).step_by(7) {
        let fit = Fit { start: f64::from(start), ..Fit::AS_DESIGNED };
        let mut sink = Sink::default();
        let document = typeset::typeset_at(&brief, &fit, &mut sink);
        let document =
            document.unwrap_or_else(|_| panic!("{}", line::say(sink.diagnostics())));
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
fn europa_breaks_well_on_a4() {
    sweep("europa", PAPERS[0]);
}

#[test]
fn europa_breaks_well_on_us_letter() {
    sweep("europa", PAPERS[1]);
}

#[test]
fn sidebar_breaks_well_on_a4() {
    sweep("sidebar", PAPERS[0]);
}

#[test]
fn sidebar_breaks_well_on_us_letter() {
    sweep("sidebar", PAPERS[1]);
}

#[test]
fn modern_breaks_well_on_a4() {
    sweep("modern", PAPERS[0]);
}

#[test]
fn modern_breaks_well_on_us_letter() {
    sweep("modern", PAPERS[1]);
}

#[test]
fn compact_breaks_well_on_a4() {
    sweep("compact", PAPERS[0]);
}

#[test]
fn compact_breaks_well_on_us_letter() {
    sweep("compact", PAPERS[1]);
}

#[test]
fn editorial_breaks_well_on_a4() {
    sweep("editorial", PAPERS[0]);
}

#[test]
fn editorial_breaks_well_on_us_letter() {
    sweep("editorial", PAPERS[1]);
}

#[test]
fn academic_breaks_well_on_a4() {
    sweep("academic", PAPERS[0]);
}

#[test]
fn academic_breaks_well_on_us_letter() {
    sweep("academic", PAPERS[1]);
}

#[test]
fn all_sixty_bullets_are_there_in_order() {
    for theme in THEMES {
        let pdf =
            line::pdf("tests/cases/sixty-bullets.yaml", &format!("--theme {theme}"));
        let witness = inspect::read(&pdf).expect("it is a PDF");
        let lines = witness.pages.iter().flat_map(|page| &page.lines);
        let bullets: Vec<&str> = lines
            .map(|line| line.text.as_str())
            .filter(|text| text.starts_with(['•', '–']))
            .collect();
        assert_eq!(bullets.len(), 60, "{theme}: {bullets:#?}");
        assert!(witness.pages.len() >= 2);
        let brief =
            line::prepared("tests/cases/sixty-bullets.yaml", &format!("--theme {theme}"));
        let brief = brief.recipe.brief;
        let mut sink = Sink::default();
        let document = typeset::typeset(&brief, &mut sink).expect("it is set");
        assert_eq!(line::say(sink.diagnostics()), "");
        assert_eq!(
            faults(&document, &units(&brief.view, theme)),
            Vec::<String>::new(),
            "{theme}"
        );
    }
}
