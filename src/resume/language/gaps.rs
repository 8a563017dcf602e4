//! Texts that the wanted language lacks: found in what a version of a résumé prints.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::Choice;
use super::DECISIONS;
use super::Entry;
use super::Order;
use super::Version;
use super::entries;
use super::get;
use super::is_in_languages;
use super::is_tag;
use super::profile;
use super::scalar;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::locale::Locale;
use crate::resume::Audience;
use crate::resume::yaml;
use crate::resume::yaml::Kind;
use crate::resume::yaml::Node;
use crate::source::Source;
use crate::source::Span;
use crate::text;

/// How many texts are shown before the rest is only named by line.
const SHOWN: usize = 10;

/// A text that the wanted language lacks.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Gap {
    /// Where the text begins.
    start: usize,
    /// Where its first line ends.
    end: usize,
    /// The tag of the language that is printed instead.
    printed: String,
}

/// Warns of the texts that a version prints in another language than its own.
pub fn tell(root: &Node, version: &Version<'_>, (source, sink): (&Source, &mut Sink)) {
    let order = Order::of(root, version);
    // What is wrong with a language that nobody knows is said where it was chosen.
    if order.wanted.locale.is_some() {
        warn(&order.wanted.written, &gaps(root, &order, version), (source, sink));
    }
}

/// Warns of the texts that the profiles of a whole résumé print in another language than
/// their own, and notes how many lack a language that some text has and no profile.
pub fn tell_others(source: &Source, whole: &Version<'_>, sink: &mut Sink) {
    let Ok(root) = yaml::read(source, &mut Sink::default()) else { return };
    let mut all = BTreeMap::new();
    for (name, _) in get(&root, "profiles").map_or(&[][..], entries) {
        collect(&root, &Version { profile: Some(&name.text), ..*whole }, &mut all);
    }
    let mut told = BTreeMap::new();
    collect(&root, whole, &mut told);
    for tag in spoken(&root) {
        if !all.contains_key(&tag) && !told.contains_key(&tag) {
            let mut unasked = BTreeMap::new();
            collect(&root, &Version { lang: Some(&tag), ..*whole }, &mut unasked);
            let gaps: Vec<Gap> = unasked.into_values().flatten().collect();
            if !gaps.is_empty() {
                sink.note(counted(&tag, &gaps, source, ""));
            }
        }
    }
    for (tag, gaps) in all {
        let news = |gap: &Gap| told.get(&tag).is_none_or(|told| !told.contains(gap));
        let gaps: Vec<Gap> = gaps.into_iter().filter(news).collect();
        warn(&tag, &gaps, (source, sink));
    }
}

/// Adds the gaps of a version to those of its language.
fn collect(
    root: &Node,
    version: &Version<'_>,
    all: &mut BTreeMap<String, BTreeSet<Gap>>,
) {
    let order = Order::of(root, version);
    if let Some(locale) = order.wanted.locale {
        all.entry(locale.tag()).or_default().extend(gaps(root, &order, version));
    }
}

/// Says for each text that it has no words in a language: the first at their places.
fn warn(tag: &str, gaps: &[Gap], (source, sink): (&Source, &mut Sink)) {
    for (index, Gap { start, end, printed }) in gaps.iter().take(SHOWN).enumerate() {
        let message = format!("this text has no `{tag}`: `{printed}` is printed");
        let found = Diagnostic::new("missing-translation", message);
        let found = found.at(source, *start..*end);
        sink.warn(match index {
            0 => found
                .hint(format!("add `{tag}: …` to it, or `{tag}: \"\"` to print nothing")),
            _ => found,
        });
    }
    let rest = gaps.get(SHOWN..).unwrap_or_default();
    if !rest.is_empty() {
        sink.warn(counted(tag, rest, source, "more "));
    }
}

/// Says of how many texts there are none in a language, and where they stand.
fn counted(tag: &str, gaps: &[Gap], source: &Source, more: &str) -> Diagnostic {
    let lines = gaps.iter().map(|gap| source.position(gap.start).line);
    let lines: BTreeSet<usize> = lines.collect();
    let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
    let (texts, place) = match gaps {
        [_] => ("text has", "it stands in line"),
        _ => ("texts have", "they stand in lines"),
    };
    let message = format!("{} {more}{texts} no `{tag}`", gaps.len());
    let found = Diagnostic::new("missing-translation", message);
    found.hint(format!("{place} {}", lines.join(", ")))
}

/// The tags of all languages that some text has, as short as they can be.
fn spoken(root: &Node) -> BTreeSet<String> {
    fn walk(node: &Node, tags: &mut BTreeSet<String>) {
        match &node.kind {
            Kind::Null | Kind::Scalar(_) => {}
            Kind::List(list) => list.iter().for_each(|node| walk(node, tags)),
            Kind::Map(map) if is_in_languages(map) => {
                let locales = map.iter().filter_map(|(key, _)| Locale::find(&key.text));
                tags.extend(locales.map(|locale| locale.tag()));
            }
            Kind::Map(map) => printed(map).for_each(|(_, node)| walk(node, tags)),
        }
    }
    let mut tags = BTreeSet::new();
    for (_, node) in printed(entries(root)).filter(|(key, _)| key.text != "profiles") {
        walk(node, &mut tags);
    }
    tags
}

/// The texts of a version that have no words in its language, in the order of the file.
fn gaps(root: &Node, order: &Order, version: &Version<'_>) -> Vec<Gap> {
    let profile = version.profile.and_then(|name| profile(root, name));
    let own =
        |name: &str| get(profile?, name).filter(|it| !matches!(it.kind, Kind::Null));
    let mut words = version.wanted.to_vec();
    words.extend(own("for").map_or(Vec::new(), texts));
    let mut finder = Finder { order, words, gaps: Vec::new() };
    let sections = own("sections").map(texts);
    for (key, node) in printed(entries(root)) {
        match key.text.as_str() {
            "profiles" => {}
            name @ ("headline" | "summary") => finder.walk(own(name).unwrap_or(node)),
            "sections" => match (&sections, &node.kind) {
                (Some(kept), Kind::Map(map)) if !is_in_languages(map) => {
                    let kept = map.iter().filter(|(key, _)| kept.contains(&key.text));
                    kept.for_each(|(_, node)| finder.walk(node));
                }
                _ => finder.walk(node),
            },
            _ => finder.walk(node),
        }
    }
    for name in ["headline", "summary"] {
        if get(root, name).is_none()
            && let Some(node) = own(name)
        {
            finder.walk(node);
        }
    }
    let mut gaps = finder.gaps;
    gaps.sort();
    gaps
}

/// Looks for gaps in what is kept.
struct Finder<'a> {
    order: &'a Order,
    /// The words that are wanted; everything is kept when there are none.
    words: Vec<String>,
    gaps: Vec<Gap>,
}

impl Finder<'_> {
    fn walk(&mut self, node: &Node) {
        match &node.kind {
            Kind::List(list) => list.iter().for_each(|node| self.walk(node)),
            Kind::Map(map) if is_in_languages(map) => {
                // What has other keys is reported, and may be no text at all.
                if map.iter().all(|(key, _)| is_tag(&key.text)) {
                    self.judge(node, map);
                }
            }
            Kind::Map(map) if self.keeps(node) => {
                printed(map).for_each(|(_, node)| self.walk(node));
            }
            Kind::Null | Kind::Scalar(_) | Kind::Map(_) => {}
        }
    }

    fn judge(&mut self, node: &Node, map: &[Entry]) {
        if let Some(Choice { entry: (key, _), other: true }) = self.order.choose(map) {
            let Span { start, end } = node.span;
            self.gaps.push(Gap { start, end, printed: key.text.clone() });
        }
    }

    fn keeps(&self, node: &Node) -> bool {
        let words = get(node, "for").map_or(Vec::new(), texts);
        self.words.is_empty() || Audience(words).is_wanted(&self.words)
    }
}

/// What of a mapping can be printed: its values without decisions.
fn printed(map: &[Entry]) -> impl Iterator<Item = &Entry> {
    map.iter().filter(|(key, _)| !DECISIONS.contains(&key.text.as_str()))
}

/// The texts that a value is or lists.
fn texts(node: &Node) -> Vec<String> {
    let nodes = match &node.kind {
        Kind::List(list) => list.as_slice(),
        Kind::Null | Kind::Scalar(_) | Kind::Map(_) => std::slice::from_ref(node),
    };
    nodes.iter().filter_map(scalar).map(text::line).collect()
}
