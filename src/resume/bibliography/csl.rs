//! CSL-JSON as publications: what Zotero and its like export.

use super::date;
use super::json;
use super::tex;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::locale::publications::Kind as Type;
use crate::resume::Audience;
use crate::resume::Publication;
use crate::resume::name::Name;
use crate::resume::name::Parts;
use crate::resume::parse::letters::Letters;
use crate::resume::publication;
use crate::resume::yaml::Key;
use crate::resume::yaml::Kind;
use crate::resume::yaml::Node;
use crate::resume::yaml::Scalar;
use crate::source::FieldPath;
use crate::source::Source;
use crate::source::Span;
use crate::text;
use crate::text::Inline;
use crate::text::Inlines;
use crate::text::Marked;

/// What the types of items are.
const KINDS: &[(&str, Type)] = &[
    ("article-journal", Type::Article),
    ("article-magazine", Type::Article),
    ("article-newspaper", Type::Article),
    ("review", Type::Article),
    ("review-book", Type::Article),
    ("article", Type::Preprint),
    ("manuscript", Type::Preprint),
    ("paper-conference", Type::Conference),
    ("book", Type::Book),
    ("collection", Type::Book),
    ("periodical", Type::Book),
    ("chapter", Type::Chapter),
    ("entry", Type::Chapter),
    ("entry-encyclopedia", Type::Chapter),
    ("entry-dictionary", Type::Chapter),
    ("thesis", Type::Thesis),
    ("report", Type::Report),
    ("standard", Type::Report),
    ("patent", Type::Patent),
    ("speech", Type::Talk),
    ("software", Type::Software),
    ("dataset", Type::Dataset),
];

/// The keys of an item whose texts can be printed.
const PRINTED: &[&str] = &[
    "author",
    "collection-number",
    "collection-title",
    "container-title",
    "DOI",
    "edition",
    "editor",
    "event",
    "event-place",
    "event-title",
    "genre",
    "issue",
    "issued",
    "note",
    "number",
    "page",
    "publisher",
    "status",
    "title",
    "URL",
    "version",
    "volume",
];

/// An item, and where it begins in its file.
pub(super) struct Item {
    /// The item.
    pub(super) publication: Publication,
    /// Its identifier, or its bracket.
    pub(super) span: Span,
}

/// Reads a list of items, or one, or a mapping that has them under `items`.
pub(super) fn read(source: &Source, path: &FieldPath, sink: &mut Sink) -> Vec<Item> {
    let Some(root) = json::read(source, sink) else { return Vec::new() };
    let inner = root.as_map().into_iter().flatten().find(|(key, _)| key.text == "items");
    let items = match (&root.kind, inner.map(|(_, node)| &node.kind)) {
        (Kind::List(items), _) | (_, Some(Kind::List(items))) => items.as_slice(),
        _ => std::slice::from_ref(&root),
    };
    let items = items.iter().filter_map(|item| Some((item, item.as_map()?)));
    let items: Vec<_> = items.take(super::MOST).collect();
    let texts = items.iter().map(|(item, map)| printed(item, map)).collect();
    Letters::of(source, sink).walk(&Node { span: 0..0, kind: Kind::List(texts) });
    let mut read = Vec::with_capacity(items.len());
    for (item, map) in items {
        let id = map.iter().find(|(key, _)| key.text == "id");
        let span = id.map_or(&item.span, |(_, id)| &id.span).clone();
        let publication = Reader { map, source, sink }.publication(path);
        read.push(Item { publication, span });
    }
    read
}

/// What of an item can be printed.
fn printed(item: &Node, map: &[(Key, Node)]) -> Node {
    let is_printed = |(key, _): &&(Key, Node)| PRINTED.contains(&key.text.as_str());
    let kind = Kind::Map(map.iter().filter(is_printed).cloned().collect());
    Node { span: item.span.clone(), kind }
}

/// Reads one item, and collects what is wrong with it.
struct Reader<'a> {
    map: &'a [(Key, Node)],
    source: &'a Source,
    sink: &'a mut Sink,
}

impl<'a> Reader<'a> {
    /// Makes a publication of the item.
    fn publication(&mut self, path: &FieldPath) -> Publication {
        let kind = self.words("type");
        let kind =
            KINDS.iter().find(|(own, _)| *own == kind).map_or(Type::Other, |it| it.1);
        let day = self.day();
        let status = self.plain("status");
        let day = match day.year.is_empty() {
            true => date::When { year: date::state(&status), ..day },
            false => day,
        };
        let event = ["event-title", "event"].map(|name| self.plain(name));
        let event = event.into_iter().find(|it| !it.is_empty()).unwrap_or_default();
        let mut container = line(&self.words("container-title"));
        if container.is_empty() && matches!(kind, Type::Talk | Type::Conference) {
            container = line(&event);
        }
        let mut publisher = line(&self.words("publisher"));
        if publisher.is_empty() && kind == Type::Talk {
            publisher = line(&self.words("event-place"));
        }
        let (number, series) = self.numbers();
        Publication {
            authors: self.people("author"),
            others: false,
            title: line(&self.words("title")),
            container,
            editors: self.people("editor"),
            volume: self.plain("volume"),
            issue: self.plain("issue"),
            pages: date::pages(&self.plain("page")),
            order: publication::order(&day.year, day.month, day.day),
            year: day.year,
            series,
            edition: self.plain("edition"),
            number,
            publisher,
            genre: publication::genre(&self.plain("genre")),
            doi: publication::bare_doi(&self.words("DOI")).to_owned(),
            url: publication::followed(&self.words("URL")),
            kind: kind.key().to_owned(),
            note: line(&self.words("note")),
            role: Inlines::new(),
            audience: keywords(&self.words("keyword")),
            path: path.clone(),
        }
    }

    /// A number outside of a series, and the series with the number in it.
    fn numbers(&mut self) -> (String, Inlines) {
        let version = self.words("version");
        let sign =
            if version.starts_with(|it: char| it.is_ascii_digit()) { "v" } else { "" };
        let parts = [self.words("number"), format!("{sign}{version}")];
        let parts = parts.into_iter().filter(|it| !it.is_empty());
        let number = parts.collect::<Vec<_>>().join(", ");
        let series =
            ["collection-title", "collection-number"].map(|name| self.words(name));
        let series = if series[0].is_empty() { String::new() } else { series.join(" ") };
        (number, line(&text::line(&series)))
    }

    fn get(&self, name: &str) -> Option<&'a Node> {
        let found = self.map.iter().find(|(key, _)| key.text == name);
        found.map(|(_, node)| node).filter(|node| !matches!(node.kind, Kind::Null))
    }

    /// A text or a number; of a list with one text, as Crossref writes them, that text.
    fn words(&mut self, name: &str) -> String {
        let Some(node) = self.get(name) else { return String::new() };
        let single = match &node.kind {
            Kind::List(list) if list.is_empty() => return String::new(),
            Kind::List(list) if list.len() == 1 => list.first().unwrap_or(node),
            _ => node,
        };
        if let Some(text) = single.as_text() {
            return text::line(text);
        }
        self.wrong(name, node, "text");
        String::new()
    }

    /// The same without marks.
    fn plain(&mut self, name: &str) -> String {
        text::plain(&line(&self.words(name)))
    }

    /// The day of `issued`: parts, or text.
    fn day(&mut self) -> date::When {
        let Some(issued) = self.get("issued") else { return date::When::default() };
        let inner = |name: &str| {
            let mut entries = issued.as_map().into_iter().flatten();
            entries.find(|(key, _)| key.text == name).map(|(_, node)| node)
        };
        let written = ["date-parts", "raw", "literal"].into_iter().find_map(inner);
        let read = match &written.unwrap_or(issued).kind {
            Kind::Scalar(scalar) => Some(text::line(&scalar.text)),
            Kind::List(dates) => parts(dates),
            // Without anything in it, it says nothing.
            Kind::Map(map) => map.is_empty().then(String::new),
            Kind::Null => Some(String::new()),
        };
        if read.is_none() {
            let expected = "{\"date-parts\": [[2024, 5, 12]]} or text";
            self.wrong("issued", issued, expected);
        }
        date::read(&read.unwrap_or_default())
    }

    /// Names of people and bodies: a list, or one.
    fn people(&mut self, name: &str) -> Vec<Name> {
        let Some(node) = self.get(name) else { return Vec::new() };
        let people = match &node.kind {
            Kind::List(list) => list.as_slice(),
            Kind::Null | Kind::Scalar(_) | Kind::Map(_) => std::slice::from_ref(node),
        };
        let mut names = Vec::with_capacity(people.len());
        let people = people.iter().filter(|it| !matches!(it.kind, Kind::Null));
        for person in people {
            match person_of(person) {
                Some(person) => names.push(person),
                None => self.wrong(name, person, "{\"family\": …, \"given\": …}"),
            }
        }
        names.retain(|name| !name.text().is_empty());
        names
    }

    /// Warns of a value that is not what its key takes.
    fn wrong(&mut self, name: &str, node: &Node, expected: &str) {
        let message = format!("found {} in `{name}`, which is left out", noun(node));
        let found = Diagnostic::new("csl-value", message);
        let found = found.at(self.source, node.span.clone());
        self.sink.warn(found.label(format!("expected {expected}")));
    }
}

/// What a value is, for messages.
fn noun(node: &Node) -> &'static str {
    match &node.kind {
        Kind::Scalar(Scalar { plain: true, .. }) => "a number or a truth value",
        Kind::Null | Kind::Scalar(_) | Kind::List(_) | Kind::Map(_) => node.noun(),
    }
}

/// Dates in parts, as one text: `[[2024, 5, 12]]`, or the parts of one alone.
fn parts(dates: &[Node]) -> Option<String> {
    let number =
        |part: &Node| part.as_text().and_then(|it| it.trim().parse::<u16>().ok());
    let is_there = |part: &&Node| part.as_text().is_some_and(|it| !it.trim().is_empty());
    let one = |date: &[Node]| {
        let mut parts = date.iter().take(3).filter(is_there);
        let Some(year) = parts.next() else { return Some(String::new()) };
        let start = format!("{:04}", number(year)?);
        let rest = parts.map_while(number);
        Some(rest.fold(start, |text, part| format!("{text}-{part:02}")))
    };
    if !dates.iter().any(|date| matches!(date.kind, Kind::List(_))) {
        return one(dates);
    }
    let dates = dates.iter().take(2).map(|date| match &date.kind {
        Kind::List(date) => one(date),
        Kind::Null | Kind::Scalar(_) | Kind::Map(_) => None,
    });
    dates.collect::<Option<Vec<_>>>().map(|dates| dates.join("/"))
}

/// A person or a body: parts of a name, or all of it as text.
fn person_of(node: &Node) -> Option<Name> {
    if let Kind::Scalar(Scalar { text, plain: false }) = &node.kind {
        return Some(Name::read(&text::line(text)));
    }
    let map = node.as_map()?;
    let part = |name: &str| {
        let found = map.iter().find(|(key, _)| key.text == name);
        text::line(found.and_then(|(_, node)| node.as_text()).unwrap_or_default())
    };
    let literal = part("literal");
    if !literal.is_empty() {
        return Some(Name::of(Parts { family: literal, ..Parts::default() }));
    }
    let particles = [part("dropping-particle"), part("non-dropping-particle")];
    let mut parts = Parts {
        given: part("given"),
        particle: text::line(&particles.join(" ")),
        family: part("family"),
        suffix: part("suffix"),
    };
    // Most programs leave the particle in the family's name.
    if parts.particle.is_empty() && !parts.given.is_empty() {
        let split = crate::resume::name::before_comma(&parts.family);
        (parts.particle, parts.family) = (split.particle, split.family);
    }
    let name = Name::of(parts);
    (!name.text().is_empty()).then_some(name)
}

/// The keywords, as words of `for`.
fn keywords(text: &str) -> Audience {
    let words = text.split([',', ';']).map(str::trim);
    Audience(words.filter(|word| !word.is_empty()).map(str::to_owned).collect())
}

/// A text in which a little HTML may stand: `<i>` and `<b>` count, other tags go.
fn line(text: &str) -> Inlines {
    let mut line = Inlines::new();
    let mut open: Vec<(bool, usize)> = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        let Some(end) = rest[start..].find('>').map(|it| start + it) else { break };
        let tag = &rest[start + 1..end];
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        if !["i", "em", "b", "strong", "sup", "sub", "sc", "span"].contains(&name) {
            line.push(Inline::Text(rest[..=start].to_owned()));
            rest = &rest[start + 1..];
            continue;
        }
        line.push(Inline::Text(rest[..start].to_owned()));
        rest = &rest[end + 1..];
        let strong = matches!(name, "b" | "strong");
        match (strong || matches!(name, "i" | "em"), tag.starts_with('/')) {
            (true, false) => open.push((strong, line.len())),
            (true, true) => close(&mut line, open.pop()),
            (false, _) => {}
        }
    }
    line.push(Inline::Text(rest.to_owned()));
    tex::tidy(&mut line, true, true);
    line
}

/// Marks what was put into a line since a tag was opened.
fn close(line: &mut Inlines, opened: Option<(bool, usize)>) {
    let Some((strong, from)) = opened else { return };
    let body = line.split_off(from.min(line.len()));
    if !body.is_empty() {
        let marked = if strong { Marked::Strong { body } } else { Marked::Emph { body } };
        line.push(Inline::Marked(marked));
    }
}
