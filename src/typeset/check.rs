//! Looks at laid-out pages: what leaves the text area, what has no glyph, what lines
//! there are.
//!
//! A theme says where its text belongs by `#metadata((x0: …, x1: …, y0: …, y1: …))`
//! with the label `<cvpdf-area>`, in points from the left and the top of a page.

use std::collections::BTreeSet;

use typst::foundations::Dict;
use typst::foundations::Label;
use typst::foundations::Selector;
use typst::foundations::Value;
use typst::introspection::Introspector;
use typst::introspection::MetadataElem;
use typst::layout::Abs;
use typst::layout::Frame;
use typst::layout::FrameItem;
use typst::layout::Point;
use typst::layout::Transform;
use typst::model::Destination;
use typst::text::Glyph;
use typst::text::TextItem;
use typst::text::is_default_ignorable;
use typst::utils::PicoStr;
use typst_layout::Page;
use typst_layout::PagedDocument;

use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::typeset::Glyphs;

/// How far text may stand out, in points: optical margins, and rounding.
const TOLERANCE: f64 = 0.5;

/// Where the text of a page belongs, in points from its left and top.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// The left side.
    pub x0: f64,
    /// The right side.
    pub x1: f64,
    /// The top.
    pub y0: f64,
    /// The bottom.
    pub y1: f64,
}

/// A run of text in one font, where it stands on its page.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    /// The text and its glyphs.
    pub item: &'a TextItem,
    /// The left end, in points from the left of the page.
    pub x0: f64,
    /// The right end.
    pub x1: f64,
    /// The baseline, in points from the top of the page.
    pub y: f64,
}

/// The area that the theme names, if it does.
pub fn area(document: &PagedDocument) -> Option<Area> {
    let label = Label::new(PicoStr::intern("cvpdf-area"))?;
    let element = document.introspector().query_first(&Selector::Label(label))?;
    let Value::Dict(area) = &element.to_packed::<MetadataElem>()?.value else {
        return None;
    };
    let side = |name| points(area, name);
    Some(Area { x0: side("x0")?, x1: side("x1")?, y0: side("y0")?, y1: side("y1")? })
}

/// Warns of what a theme could not set as it was asked to, which it tells by metadata
/// with the label `<cvpdf-doubt>`.
pub fn doubts(document: &PagedDocument, sink: &mut Sink) {
    let Some(label) = Label::new(PicoStr::intern("cvpdf-doubt")) else { return };
    let Some(found) = document.introspector().query_first(&Selector::Label(label)) else {
        return;
    };
    let metadata = found.to_packed::<MetadataElem>();
    if metadata.is_some_and(|it| it.value == Value::Str("letter-window".into())) {
        let message =
            "head or recipient are too high for the address window: it stays empty";
        let hint = "choose another theme, shorten the head or the address, or write `layout: standard`";
        sink.warn(Diagnostic::new("letter-window", message).hint(hint));
    }
}

fn points(dict: &Dict, name: &str) -> Option<f64> {
    match dict.get(name).ok()? {
        Value::Int(points) => i32::try_from(*points).ok().map(f64::from),
        Value::Float(points) => Some(*points),
        Value::Length(length) => Some(length.abs.to_pt()),
        _ => None,
    }
}

/// Warns of text that leaves its area, and of characters that cannot be read.
pub fn check(document: &PagedDocument, sink: &mut Sink) -> Glyphs {
    let area = area(document);
    let (mut missing, mut private) = (BTreeSet::new(), BTreeSet::new());
    for (page, number) in document.pages().iter().zip(1..) {
        let (width, height) = (page.frame.width().to_pt(), page.frame.height().to_pt());
        let limits = area.map_or((0.0, width), |area| (area.x0, area.x1));
        runs(page, &mut |run| {
            let (x0, x1) = ink(&run);
            let is_beside = x0 < limits.0 - TOLERANCE || x1 > limits.1 + TOLERANCE;
            // Spaces at a line's end may hang over.
            let is_beside = is_beside && !run.item.text.trim().is_empty();
            if is_beside || run.y < 0.0 || run.y > height {
                warn_of_overflow(&run, number, sink);
            }
            let unset = run.item.glyphs.iter().filter(|glyph| glyph.id == 0);
            missing.extend(unset.filter_map(|glyph| unset_char(run.item, glyph)));
            private.extend(run.item.text.chars().filter(|c| is_private(*c)));
        });
    }
    // Whoever read the résumé may have said so already, with line and column.
    let is_told = sink.diagnostics().iter().any(|said| said.code == "missing-glyph");
    for c in missing.iter().filter(|_| !is_told) {
        let message = format!("no font has a glyph for {}", shown(*c));
        let hint = "add a font that has it: `--font-path DIR`";
        sink.warn(Diagnostic::new("missing-glyph", message).hint(hint));
    }
    for c in private.difference(&missing) {
        let message = format!("{} is another character in every font", shown(*c));
        let hint = "replace it by the character that you mean";
        sink.warn(Diagnostic::new("private-character", message).hint(hint));
    }
    match (missing.is_empty(), private.is_empty()) {
        (true, true) => Glyphs::Complete,
        (true, false) => Glyphs::Private,
        (false, _) => Glyphs::Missing,
    }
}

fn shown(c: char) -> String {
    format!("`{c}` (U+{:04X})", u32::from(c))
}

/// Whether Unicode leaves a character to private agreement.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

fn warn_of_overflow(run: &Run, page: usize, sink: &mut Sink) {
    const MOST: usize = 60;
    let mut words: String = run.item.text.chars().take(MOST).collect();
    if words.len() < run.item.text.len() {
        words.push('…');
    }
    let message = format!("text leaves its area on page {page}: `{words}`");
    let hint = "shorten it, or let it break: after `/`, `-` or a space";
    sink.warn(Diagnostic::new("overflow", message).hint(hint));
}

/// The character that a glyph does not show, unless it is of those that never show.
fn unset_char(item: &TextItem, glyph: &Glyph) -> Option<char> {
    let text = item.text.get(glyph.range())?;
    text.chars().find(|c| !c.is_whitespace() && !is_default_ignorable(*c))
}

/// The ends of a run without a mark that may hang over: a full stop, a hyphen.
fn ink(run: &Run) -> (f64, f64) {
    let glyphs = &run.item.glyphs;
    let left = overhang(run.item, glyphs.iter());
    let right = overhang(run.item, glyphs.iter().rev());
    (run.x0 + left, run.x1 - right)
}

/// How wide the first glyph that takes space is, if it is no letter and no figure.
fn overhang<'a>(item: &TextItem, mut glyphs: impl Iterator<Item = &'a Glyph>) -> f64 {
    let is_word = |glyph: &&Glyph| {
        let text = item.text.get(glyph.range());
        text.is_some_and(|text| text.contains(char::is_alphanumeric))
    };
    let first = glyphs.find(|glyph| glyph.x_advance.get() != 0.0);
    let hangs = first.filter(|glyph| !is_word(glyph));
    hangs.map_or(0.0, |glyph| glyph.x_advance.at(item.size).to_pt())
}

/// How many lines of text a page has within the area: those of different baselines.
pub fn lines(page: &Page, area: Option<Area>) -> usize {
    let mut baselines = Vec::new();
    runs(page, &mut |run| {
        let is_inside = area.is_none_or(|area| area.y0 <= run.y && run.y <= area.y1);
        if is_inside && !run.item.text.trim().is_empty() {
            baselines.push(run.y);
        }
    });
    baselines.sort_unstable_by(f64::total_cmp);
    // Half a point: words in another size share a baseline but for rounding.
    baselines.dedup_by(|one, before| *one - *before < 0.5);
    baselines.len()
}

/// The share of the area's height that a page's text fills, down to its last line.
pub fn filled(page: &Page, area: Area) -> f64 {
    let mut last = area.y0;
    runs(page, &mut |run| {
        if run.y <= area.y1 && !run.item.text.trim().is_empty() {
            last = last.max(run.y);
        }
    });
    (last - area.y0) / (area.y1 - area.y0)
}

/// The size in which most of the document is set, in points.
pub fn body_size(document: &PagedDocument) -> Option<f64> {
    let mut sizes: Vec<(Abs, usize)> = Vec::new();
    for page in document.pages() {
        runs(page, &mut |Run { item, .. }| match sizes
            .iter_mut()
            .find(|(size, _)| *size == item.size)
        {
            Some((_, glyphs)) => *glyphs += item.glyphs.len(),
            None => sizes.push((item.size, item.glyphs.len())),
        });
    }
    let most = sizes.iter().max_by_key(|(_, glyphs)| *glyphs);
    most.map(|(size, _)| size.to_pt())
}

/// The families in which text is set, sorted.
pub fn families(document: &PagedDocument) -> BTreeSet<String> {
    let mut families = BTreeSet::new();
    for page in document.pages() {
        runs(page, &mut |Run { item, .. }| {
            if !item.text.trim().is_empty() {
                families.insert(item.font.info().family.clone());
            }
        });
    }
    families
}

/// Refuses links that a résumé must not have: those that could run something.
pub fn check_links(document: &PagedDocument, sink: &mut Sink) -> Result<(), Reported> {
    let refused = document.pages().iter().find_map(|page| refused_link(&page.frame));
    refused.map_or(Ok(()), |url| {
        let message = format!("the theme links to `{url}`");
        let hint = "link to nothing but http, https, mailto and tel";
        Err(sink.error(Diagnostic::new("link-scheme", message).hint(hint)))
    })
}

fn refused_link(frame: &Frame) -> Option<&str> {
    const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];
    frame.items().find_map(|(_, item)| match item {
        FrameItem::Group(group) => refused_link(&group.frame),
        FrameItem::Link(Destination::Url(url), _) => {
            let scheme = url.split_once(':').map_or("", |(scheme, _)| scheme);
            let is_safe = SCHEMES.iter().any(|safe| safe.eq_ignore_ascii_case(scheme));
            (!is_safe).then(|| url.as_str())
        }
        _ => None,
    })
}

/// Shows all runs of a page, in the order in which they are drawn.
pub fn runs<'a>(page: &'a Page, see: &mut dyn FnMut(Run<'a>)) {
    walk(&page.frame, Transform::identity(), see);
}

fn walk<'a>(frame: &'a Frame, outer: Transform, see: &mut dyn FnMut(Run<'a>)) {
    for (at, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                let inner = outer
                    .pre_concat(Transform::translate(at.x, at.y))
                    .pre_concat(group.transform);
                walk(&group.frame, inner, see);
            }
            FrameItem::Text(item) => see(run(item, *at, outer)),
            _ => {}
        }
    }
}

fn run(item: &TextItem, at: Point, outer: Transform) -> Run<'_> {
    let start = at.transform(outer);
    let end = Point::new(at.x + item.width(), at.y).transform(outer);
    let (x0, x1) = (start.x.min(end.x), start.x.max(end.x));
    Run { item, x0: x0.to_pt(), x1: x1.to_pt(), y: start.y.max(end.y).to_pt() }
}
