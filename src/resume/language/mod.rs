//! Text in several languages: which mappings are such texts, and which of them is chosen.
//!
//! A mapping is a text in several languages when all its keys are tags of languages:
//! `{en: Engineer, fr: Ingénieure}`. A tree with such texts is narrowed to one language
//! before it is read, so that nothing that reads a résumé knows of them.

pub mod gaps;

use super::keys;
use super::yaml::Key;
use super::yaml::Kind;
use super::yaml::Node;
use crate::diag;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::locale;
use crate::locale::Locale;
use crate::source::Source;

/// The most languages of one text: each is read by itself.
const MOST: usize = 16;

/// Keys whose values are decisions, the same in every language.
pub const DECISIONS: &[&str] = &["for", "keep", "kind", "look", "page-break", "updated"];

/// The language of a document for which nobody chose one.
const DEFAULT: &str = "en";

/// Which version of a résumé is wanted, as far as its words depend on it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Version<'a> {
    /// The profile.
    pub profile: Option<&'a str>,
    /// The words of `for` that are wanted, besides the profile's.
    pub wanted: &'a [String],
    /// The language, over what profile and résumé say.
    pub lang: Option<&'a str>,
    /// The language, where nothing else says one.
    pub fallback: Option<&'a str>,
}

/// The languages in which a text is looked for.
#[derive(Debug)]
pub struct Order {
    wanted: Tag,
    own: Tag,
}

/// A tag that somebody wrote, and the language that is known by it.
#[derive(Debug)]
struct Tag {
    written: String,
    locale: Option<Locale>,
}

/// A key with its value.
type Entry = (Key, Node);

/// The text that is chosen of several.
struct Choice<'n> {
    entry: &'n Entry,
    /// Whether it is in another language than the wanted one.
    other: bool,
}

impl Order {
    /// Settles the order for a version of a résumé: its language, then the résumé's own.
    pub fn of(root: &Node, version: &Version<'_>) -> Self {
        let look = |node: &Node| {
            let lang = get(get(node, "look")?, "lang")?;
            scalar(lang).map(|text| text.trim().to_owned())
        };
        let profile = version.profile.and_then(|name| profile(root, name));
        let own =
            look(root).unwrap_or_else(|| version.fallback.unwrap_or(DEFAULT).to_owned());
        let asked = version.lang.map(str::to_owned);
        let wanted = asked.or_else(|| profile.and_then(look));
        Self { wanted: Tag::new(wanted.as_ref().unwrap_or(&own)), own: Tag::new(&own) }
    }

    /// A tree in which of each text in several languages one is left: the chosen one at
    /// rank 0, then the others, each at some rank; a text that has no more is the chosen
    /// one again.
    pub fn narrow(&self, root: &Node, rank: usize) -> Node {
        let kind = match &root.kind {
            Kind::Map(map) => {
                let one = |(key, node): &Entry| {
                    let node = match (key.text.as_str(), &node.kind) {
                        // The names of profiles may be tags.
                        ("profiles", Kind::Map(profiles)) => {
                            let one = |(name, node): &Entry| {
                                (name.clone(), self.narrow_within(node, rank))
                            };
                            let kind = Kind::Map(profiles.iter().map(one).collect());
                            Node { span: node.span.clone(), kind }
                        }
                        _ => self.narrow_value(key, node, rank),
                    };
                    (key.clone(), node)
                };
                Kind::Map(map.iter().map(one).collect())
            }
            Kind::Null | Kind::Scalar(_) | Kind::List(_) => root.kind.clone(),
        };
        Node { span: root.span.clone(), kind }
    }

    fn narrow_value(&self, key: &Key, node: &Node, rank: usize) -> Node {
        match DECISIONS.contains(&key.text.as_str()) {
            true => node.clone(),
            false => self.narrow_within(node, rank),
        }
    }

    fn narrow_within(&self, node: &Node, rank: usize) -> Node {
        let kind = match &node.kind {
            Kind::Null | Kind::Scalar(_) => node.kind.clone(),
            Kind::List(list) => {
                Kind::List(list.iter().map(|it| self.narrow_within(it, rank)).collect())
            }
            Kind::Map(map) if is_in_languages(map) => return self.pick(node, map, rank),
            Kind::Map(map) => {
                let one = |(key, node): &Entry| {
                    (key.clone(), self.narrow_value(key, node, rank))
                };
                Kind::Map(map.iter().map(one).collect())
            }
        };
        Node { span: node.span.clone(), kind }
    }

    /// The text of a rank; nothing if no language has one.
    fn pick(&self, node: &Node, map: &[Entry], rank: usize) -> Node {
        let Some(Choice { entry: chosen, .. }) = self.choose(map) else {
            return Node { span: node.span.clone(), kind: Kind::Null };
        };
        let mut others = texts(map).filter(|entry| !std::ptr::eq(*entry, chosen));
        let other = rank.checked_sub(1).and_then(|at| others.nth(at));
        self.narrow_within(&other.unwrap_or(chosen).1, rank)
    }

    /// Chooses a text: in the wanted language, in the résumé's own, the first.
    fn choose<'n>(&self, map: &'n [Entry]) -> Option<Choice<'n>> {
        let nearest = |tag: &Tag| {
            let ranked =
                texts(map).filter_map(|entry| Some((tag.distance(entry)?, entry)));
            ranked.min_by_key(|(distance, _)| *distance)
        };
        if let Some((distance, entry)) = nearest(&self.wanted) {
            return Some(Choice { entry, other: distance == Distance::Script });
        }
        let own = nearest(&self.own).map(|(_, entry)| entry);
        let entry = own.or_else(|| texts(map).next())?;
        Some(Choice { entry, other: true })
    }
}

/// How far the language of a text is from the wanted one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Distance {
    /// The same tag.
    Tag,
    /// Another tag of the same: `en` and `en-US`.
    Name,
    /// The language without a region.
    Language,
    /// The language of another region.
    Region,
    /// The language in another script.
    Script,
}

impl Tag {
    fn new(written: &str) -> Self {
        Self { written: written.to_owned(), locale: Locale::find(written) }
    }

    /// How far a text is from this language; none if it is in another.
    fn distance(&self, (key, _): &Entry) -> Option<Distance> {
        let wanted = self.locale.as_ref()?;
        let found = Locale::find(&key.text)?;
        if found.typst_lang() != wanted.typst_lang() {
            return None;
        }
        Some(if key.text.eq_ignore_ascii_case(&self.written) {
            Distance::Tag
        } else if found.tag() == wanted.tag() {
            Distance::Name
        } else if found.script() != wanted.script() {
            Distance::Script
        } else if !key.text.contains(['-', '_']) {
            Distance::Language
        } else {
            Distance::Region
        })
    }
}

/// Looks for texts in several languages and reports what is wrong with them; returns how
/// many languages the richest has, 0 if there is none.
pub fn check(root: &Node, source: &Source, sink: &mut Sink) -> usize {
    let mut checker = Checker { source, sink, most: 0, outer: None };
    for (key, node) in entries(root) {
        match key.text.as_str() {
            "profiles" => entries(node).iter().for_each(|(_, node)| checker.walk(node)),
            _ => checker.value(key, node),
        }
    }
    checker.most
}

struct Checker<'a> {
    source: &'a Source,
    sink: &'a mut Sink,
    most: usize,
    /// The language of the text that is being walked through.
    outer: Option<String>,
}

impl Checker<'_> {
    fn value(&mut self, key: &Key, node: &Node) {
        if !DECISIONS.contains(&key.text.as_str()) {
            self.walk(node);
        }
    }

    fn walk(&mut self, node: &Node) {
        match &node.kind {
            Kind::Null | Kind::Scalar(_) => {}
            Kind::List(list) => list.iter().for_each(|node| self.walk(node)),
            Kind::Map(map) if is_in_languages(map) => self.languages(node, map),
            Kind::Map(map) => map.iter().for_each(|(key, node)| self.value(key, node)),
        }
    }

    fn languages(&mut self, node: &Node, map: &[Entry]) {
        if let Some(outer) = &self.outer {
            let message = format!("several languages stand in the text for `{outer}`");
            let found = Diagnostic::new("nested-languages", message);
            let hint = "write out the text for each language, without further ones in it";
            self.sink.error(found.at(self.source, node.span.clone()).hint(hint));
            return;
        }
        self.most = self.most.max(map.len().min(MOST));
        if map.len() > MOST {
            let message = format!("found more than {MOST} languages in one text");
            let found = Diagnostic::new("too-much", message);
            self.sink.error(found.at(self.source, node.span.clone()));
            return;
        }
        for (key, node) in map {
            if !is_tag(&key.text) {
                self.no_language(key, map);
            }
            self.outer = Some(key.text.clone());
            self.walk(node);
        }
        self.outer = None;
    }

    /// Reports a key that stands among tags and is none.
    fn no_language(&mut self, key: &Key, map: &[Entry]) {
        let text = &key.text;
        let tags: Vec<&str> = map
            .iter()
            .map(|(key, _)| key.text.as_str())
            .filter(|key| is_tag(key))
            .collect();
        let at = |found: Diagnostic| found.at(self.source, key.span.clone());
        let found = if is_key(text) || !looks_like_tag(text) {
            let message = format!("found `{text}` among texts in several languages");
            let hint =
                "put the languages under a key of their own, as `text: {en: …, fr: …}`";
            at(Diagnostic::new("mixed-languages", message)).hint(hint)
        } else {
            let message = format!("no language is known as `{text}`");
            let near = nearest(text);
            let hint = match (&near, tags.as_slice()) {
                (None, [tag]) if text.starts_with(char::is_uppercase) => format!(
                    "is `{tag}` a label? then write `- {{label: {tag}, text: …}}`, and the \
                     others likewise"
                ),
                (_, _) => format!("the languages are {}", locale::TAGS.join(", ")),
            };
            let found = at(Diagnostic::new("unknown-language", message));
            found.meant(near.as_deref()).hint(hint)
        };
        self.sink.error(found);
    }
}

/// Whether a mapping is a text in several languages.
///
/// All its keys are tags; or what is no tag is a slip, since others are.
fn is_in_languages(map: &[Entry]) -> bool {
    let tags = map.iter().filter(|(key, _)| is_tag(&key.text)).count();
    let slip = |(key, _): &Entry| !is_key(&key.text) && looks_like_tag(&key.text);
    tags > 1 || tags == 1 && map.iter().all(|entry| is_tag(&entry.0.text) || slip(entry))
}

/// The texts of a mapping in several languages, without those that are nothing.
fn texts(map: &[Entry]) -> impl Iterator<Item = &Entry> {
    map.iter()
        .filter(|(key, node)| !is_key(&key.text) && !matches!(node.kind, Kind::Null))
}

/// Whether a key is the tag of a known language: two small letters, perhaps with a
/// script and a region. `IT` is a label.
pub fn is_tag(key: &str) -> bool {
    let language = key.split(['-', '_']).next().unwrap_or_default();
    let small = language.len() == 2 && language.bytes().all(|it| it.is_ascii_lowercase());
    small && Locale::find(key).is_some()
}

/// Whether a value is no text in several languages only because its tags have capitals.
pub fn is_in_capitals(node: &Node) -> bool {
    let map = entries(node);
    let tags = map.iter().all(|(key, _)| is_tag(&key.text.to_ascii_lowercase()));
    tags && map.iter().any(|(key, _)| !is_tag(&key.text))
}

/// Whether a key could be a mistyped tag: letters as of a tag, or the name of a language.
fn looks_like_tag(key: &str) -> bool {
    let mut parts = key.split(['-', '_']);
    let language = parts.next().unwrap_or_default();
    let letters = |part: &str| part.bytes().all(|it| it.is_ascii_alphabetic());
    let short = matches!(language.len(), 2 | 3) && letters(language);
    short && parts.all(|part| matches!(part.len(), 2..=4) && letters(part))
        || locale::nearest(key).is_some()
}

/// Whether a key is one of the tables: no tag, however it looks.
fn is_key(key: &str) -> bool {
    keys::MAPPINGS.iter().any(|mapping| mapping.key(key).is_some())
}

/// The tag that somebody meant who wrote another.
fn nearest(key: &str) -> Option<String> {
    let known = locale::TAGS.iter().copied();
    let other_case = || Locale::find(key).map(|locale| locale.tag());
    let near = || locale::nearest(key).or_else(|| diag::nearest(key, known));
    other_case().or_else(|| near().map(str::to_owned))
}

/// The keys and values of a mapping; none of another value.
fn entries(node: &Node) -> &[Entry] {
    match &node.kind {
        Kind::Map(map) => map,
        Kind::Null | Kind::Scalar(_) | Kind::List(_) => &[],
    }
}

fn get<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    entries(node).iter().find(|(key, _)| key.text == name).map(|(_, node)| node)
}

fn scalar(node: &Node) -> Option<&str> {
    match &node.kind {
        Kind::Scalar(scalar) => Some(&scalar.text),
        Kind::Null | Kind::List(_) | Kind::Map(_) => None,
    }
}

fn profile<'n>(root: &'n Node, name: &str) -> Option<&'n Node> {
    get(get(root, "profiles")?, name)
}
