//! Witnesses as text: what is kept for people to review, and what can still be said
//! when the documents themselves are gone.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::compare::Comparison;
use crate::compare::Finding;
use crate::compare::Layer;
use crate::compare::Verdict;
use crate::compare::lists;
use crate::inspect::Witness;

/// The line before the tags.
const TAGS: &str = "── tags";

/// A document as text: what it says of itself, its pages, its colours, and its tags in
/// their order.
pub fn describe(witness: &Witness) -> String {
    let mut text = witness.render();
    let mut colours: BTreeMap<&str, usize> = BTreeMap::new();
    let lines = witness.pages.iter().flat_map(|page| &page.lines);
    for word in lines.flat_map(|line| &line.words) {
        *colours.entry(&word.colour).or_default() += 1;
    }
    text.push_str("\n── colours\n");
    for (colour, count) in colours {
        let colour = if colour.is_empty() { "none" } else { colour };
        let plural = if count == 1 { "" } else { "s" };
        let _ = writeln!(text, "{colour} {count} word{plural}");
    }
    let _ = writeln!(text, "\n{TAGS}");
    for line in witness.tree() {
        let _ = writeln!(text, "{line}");
    }
    text
}

/// Compares witnesses as text, where the documents are not to be had.
///
/// Where words stand and what pages look like cannot be told.
pub fn witnesses(old: &str, new: &str) -> Comparison {
    if old == new {
        return Comparison { verdict: Verdict::Same, findings: Vec::new() };
    }
    let (before, after) = (sorted(old), sorted(new));
    let findings: Vec<Finding> = Layer::ALL
        .iter()
        .filter_map(|layer| lists::finding(*layer, before.of(*layer), after.of(*layer)))
        .collect();
    Comparison::new(findings)
}

/// The lines of a witness, by layer.
#[derive(Debug, Default)]
struct Sorted(BTreeMap<Layer, Vec<String>>);

impl Sorted {
    fn of(&self, layer: Layer) -> &[String] {
        self.0.get(&layer).map(Vec::as_slice).unwrap_or_default()
    }

    fn add(&mut self, layer: Layer, line: &str) {
        self.0.entry(layer).or_default().push(line.to_owned());
    }
}

/// Sorts the lines of a witness, or of several of which each has a line before it.
fn sorted(text: &str) -> Sorted {
    let mut sorted = Sorted::default();
    // Until a page begins, a line's first word tells what it is.
    let mut body = None;
    let mut is_first = true;
    for line in text.lines() {
        if line.starts_with("══ ") {
            (body, is_first) = (None, true);
            sorted.add(Layer::Text, line);
        } else if line == TAGS {
            body = Some(Layer::Structure);
        } else if line == "── colours" {
            body = Some(Layer::Pixels);
        } else if line.starts_with("── page ") {
            body = Some(Layer::Text);
            sorted.add(Layer::Text, line);
        } else if let Some(layer) = body {
            sorted.add(layer, line);
        } else if is_first {
            first(line, &mut sorted);
            is_first = false;
        } else {
            sorted.add(of_head(line), line);
        }
    }
    sorted
}

/// The layer of a line before the first page.
fn of_head(line: &str) -> Layer {
    match line.split(' ').next().unwrap_or_default() {
        "outline" | "role" | "alt" => Layer::Structure,
        "link" => Layer::Links,
        _ => Layer::Metadata,
    }
}

/// Divides the first line: pages and sizes, then language, tagged or not, and title.
fn first(line: &str, sorted: &mut Sorted) {
    let (head, title) = line.split_once(", \"").unwrap_or((line, ""));
    let mut words = head.rsplitn(3, ", ");
    let (tagged, language) = (words.next(), words.next());
    sorted.add(Layer::Structure, words.next().unwrap_or_default());
    let title = title.trim_end_matches('"');
    for (name, value) in [("title", Some(title)), ("language", language), ("", tagged)] {
        sorted
            .add(Layer::Metadata, format!("{name} {}", value.unwrap_or_default()).trim());
    }
}
