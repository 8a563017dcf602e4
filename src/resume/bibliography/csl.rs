//! CSL-JSON as publications: what Zotero and its like export.

use serde_json::Value;

use super::date;
use super::tex;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::locale::publications::Kind;
use crate::resume::Audience;
use crate::resume::Publication;
use crate::resume::name::Name;
use crate::resume::name::Parts;
use crate::resume::publication;
use crate::source::FieldPath;
use crate::source::Source;
use crate::text;
use crate::text::Inline;
use crate::text::Inlines;
use crate::text::Marked;

/// What the types of items are.
const KINDS: &[(&str, Kind)] = &[
    ("article-journal", Kind::Article),
    ("article-magazine", Kind::Article),
    ("article-newspaper", Kind::Article),
    ("review", Kind::Article),
    ("review-book", Kind::Article),
    ("article", Kind::Preprint),
    ("manuscript", Kind::Preprint),
    ("paper-conference", Kind::Conference),
    ("book", Kind::Book),
    ("collection", Kind::Book),
    ("periodical", Kind::Book),
    ("chapter", Kind::Chapter),
    ("entry", Kind::Chapter),
    ("entry-encyclopedia", Kind::Chapter),
    ("entry-dictionary", Kind::Chapter),
    ("thesis", Kind::Thesis),
    ("report", Kind::Report),
    ("standard", Kind::Report),
    ("patent", Kind::Patent),
    ("speech", Kind::Talk),
    ("software", Kind::Software),
    ("dataset", Kind::Dataset),
];

/// An item, and by what it is found in its file.
pub(super) struct Item {
    /// The item.
    pub(super) publication: Publication,
    /// Its identifier; may be empty.
    pub(super) id: String,
}

/// Reads a list of items, or one, or a mapping that has them under `items`.
pub(super) fn read(source: &Source, path: &FieldPath, sink: &mut Sink) -> Vec<Item> {
    let text = source.text();
    let value: Value = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(value) => value,
        Err(error) => {
            let line = source.line_start(error.line());
            let column = error.column().saturating_sub(1);
            let at = text.floor_char_boundary((line + column).min(text.len()));
            let words = error.to_string();
            let words = words.split(" at line").next().unwrap_or_default();
            let message = format!("this file is not JSON: {words}");
            let found = Diagnostic::new("csl-syntax", message);
            sink.error(found.at(source, at..text.ceil_char_boundary(at + 1)));
            return Vec::new();
        }
    };
    let items = match &value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(map) => match map.get("items").and_then(Value::as_array) {
            Some(items) => items.iter().collect(),
            None => vec![&value],
        },
        _ => Vec::new(),
    };
    let items = items.into_iter().filter(|item| item.is_object());
    let items = items.take(super::MOST);
    items
        .map(|item| Item { id: words(item, "id"), publication: publication(item, path) })
        .collect()
}

/// Makes a publication of an item.
fn publication(item: &Value, path: &FieldPath) -> Publication {
    let plain = |name: &str| text::plain(&line(&words(item, name)));
    let kind = item.get("type").and_then(Value::as_str).unwrap_or_default();
    let kind = KINDS.iter().find(|(own, _)| *own == kind).map_or(Kind::Other, |it| it.1);
    let day = day(item.get("issued"));
    let day = match day.year.is_empty() {
        true => date::When { year: date::state(&plain("status")), ..day },
        false => day,
    };
    let event = ["event-title", "event"].map(plain);
    let event = event.into_iter().find(|it| !it.is_empty()).unwrap_or_default();
    let mut container = line(&words(item, "container-title"));
    if container.is_empty() && matches!(kind, Kind::Talk | Kind::Conference) {
        container = line(&event);
    }
    let mut publisher = line(&words(item, "publisher"));
    if publisher.is_empty() && kind == Kind::Talk {
        publisher = line(&words(item, "event-place"));
    }
    let (number, series) = numbers(item);
    Publication {
        authors: people(item.get("author")),
        others: false,
        title: line(&words(item, "title")),
        container,
        editors: people(item.get("editor")),
        volume: plain("volume"),
        issue: plain("issue"),
        pages: date::pages(&plain("page")),
        order: publication::order(&day.year, day.month, day.day),
        year: day.year,
        series,
        edition: plain("edition"),
        number,
        publisher,
        genre: publication::genre(&plain("genre")),
        doi: publication::bare_doi(&words(item, "DOI")).to_owned(),
        url: publication::followed(&words(item, "URL")),
        kind: kind.key().to_owned(),
        note: line(&words(item, "note")),
        role: Inlines::new(),
        audience: keywords(&words(item, "keyword")),
        path: path.clone(),
    }
}

/// A number outside of a series, and the series with the number in it.
fn numbers(item: &Value) -> (String, Inlines) {
    let version = words(item, "version");
    let sign = if version.starts_with(|it: char| it.is_ascii_digit()) { "v" } else { "" };
    let parts = [words(item, "number"), format!("{sign}{version}")];
    let parts = parts.into_iter().filter(|it| !it.is_empty());
    let number = parts.collect::<Vec<_>>().join(", ");
    let series = ["collection-title", "collection-number"].map(|name| words(item, name));
    let series = if series[0].is_empty() { String::new() } else { series.join(" ") };
    (number, line(&text::line(&series)))
}

/// A text, or a number as text.
fn words(item: &Value, name: &str) -> String {
    match item.get(name) {
        Some(Value::String(text)) => text::line(text),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// The day of `issued`: parts, or text.
fn day(issued: Option<&Value>) -> date::When {
    let Some(issued) = issued else { return date::When::default() };
    let part = |date: &Value, at: usize| -> Option<u16> {
        let part = date.get(at)?;
        let number = part.as_u64().or_else(|| part.as_str()?.trim().parse().ok());
        u16::try_from(number?).ok()
    };
    let written = ["raw", "literal"].map(|name| words(issued, name));
    let Some(dates) = issued.get("date-parts").and_then(Value::as_array) else {
        let text = written.into_iter().find(|it| !it.is_empty());
        return date::read(&text.unwrap_or_default());
    };
    let text = |date: &Value| {
        let Some(year) = part(date, 0) else { return String::new() };
        let rest = [part(date, 1), part(date, 2)].into_iter().flatten();
        rest.fold(format!("{year:04}"), |text, part| format!("{text}-{part:02}"))
    };
    date::read(&dates.iter().take(2).map(text).collect::<Vec<_>>().join("/"))
}

/// Names of people and bodies.
fn people(list: Option<&Value>) -> Vec<Name> {
    let people = list.and_then(Value::as_array).into_iter().flatten();
    let names = people.map(|person| {
        let part = |name: &str| words(person, name);
        let literal = part("literal");
        if !literal.is_empty() {
            return Name::of(Parts { family: literal, ..Parts::default() });
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
        Name::of(parts)
    });
    names.filter(|name| !name.text().is_empty()).collect()
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
