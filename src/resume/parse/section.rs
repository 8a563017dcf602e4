//! Reading sections: short form and long, and what kind of thing they hold.

use super::Reader;
use super::fields::Given;
use crate::diag;
use crate::diag::Diagnostic;
use crate::resume::Audience;
use crate::resume::Content;
use crate::resume::Item;
use crate::resume::Publications;
use crate::resume::Section;
use crate::resume::keys;
use crate::resume::yaml;
use crate::resume::yaml::Kind;
use crate::resume::yaml::Node;
use crate::source::FieldPath;
use crate::source::Span;
use crate::text;

/// What a section holds, before it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Entries,
    Pairs,
    Items,
    Text,
    Languages,
    Publications,
    References,
}

/// A text up to this many bytes can be one of several in a line.
const SHORT: usize = 80;

impl Reader<'_> {
    /// All sections, in their order.
    pub(super) fn sections(
        &mut self,
        given: &Given<'_>,
        path: &FieldPath,
    ) -> Vec<Section> {
        let Kind::Map(entries) = &given.node.kind else {
            return self.wrong_given(given).unwrap_or_default();
        };
        let mut sections = Vec::with_capacity(entries.len());
        for (key, node) in entries {
            if matches!(node.kind, Kind::Null) {
                self.no_value(key, node);
                continue;
            }
            self.check_name(key);
            let given = Given { key: given.key, span: key.span.clone(), node };
            sections.extend(self.section(&key.text, &given, &path.key(&key.text)));
        }
        sections
    }

    /// Warns of a heading that is nearly a known name.
    fn check_name(&mut self, key: &yaml::Key) {
        let name = key.text.as_str();
        let lower = name.chars().all(|it| it.is_lowercase() || it == '-');
        if keys::SECTIONS.contains(&name) || !lower {
            return;
        }
        let near = diag::nearest(name, keys::SECTIONS.iter().copied());
        if near.is_some() {
            let message =
                format!("`{name}` is no known section: it is printed as written");
            self.sink.warn(
                Diagnostic::new("unknown-section", message)
                    .at(self.source, key.span.clone())
                    .meant(near)
                    .hint("write a heading of your own with a capital"),
            );
        }
    }

    fn section(
        &mut self,
        name: &str,
        given: &Given<'_>,
        path: &FieldPath,
    ) -> Option<Section> {
        let long = given
            .node
            .as_map()
            .filter(|it| it.iter().any(|(key, _)| key.text == "content"));
        if long.is_none() {
            let kind = infer(name, given.node);
            let content = self.content(name, (given.node, kind), path);
            let section = short(name, content, path);
            self.heading(&section, given.span.clone());
            return Some(section);
        }
        let fields = self.fields(given.node, &keys::SECTION)?;
        let kind = fields.get("kind").and_then(|given| self.kind(given));
        let title = fields.get("title").and_then(|given| self.text(given));
        let intro = self.blocks_of(&fields, "intro");
        let audience = self.audience(&fields);
        let page_break = self.page_break(&fields);
        let outro = self.blocks_of(&fields, "outro");
        // A `content` without a value has been warned of.
        let content = fields.get("content")?;
        let kind = kind.unwrap_or_else(|| infer(name, content.node));
        let content = self.content(name, (content.node, kind), &path.key("content"));
        let (key, path) = (name.to_owned(), path.clone());
        let section =
            Section { key, title, intro, content, outro, audience, page_break, path };
        let titled = fields.get("title").filter(|given| given.node.is_text());
        self.heading(&section, titled.map_or(&given.span, |it| &it.node.span).clone());
        Some(section)
    }

    /// Reports a heading without words over something that is printed.
    fn heading(&mut self, section: &Section, span: Span) {
        let heading = section.title.as_ref().unwrap_or(&section.key);
        let bare = section.intro.is_empty() && section.outro.is_empty();
        if heading.trim().is_empty() && !(bare && section.content.is_empty()) {
            self.empty("empty-heading", span, "this section has no heading");
        }
    }

    fn kind(&mut self, given: &Given<'_>) -> Option<Holds> {
        match given.node.as_text() {
            Some("entries") => Some(Holds::Entries),
            Some("pairs") => Some(Holds::Pairs),
            Some("items") => Some(Holds::Items),
            Some("text") => Some(Holds::Text),
            Some("languages") => Some(Holds::Languages),
            Some("publications") => Some(Holds::Publications),
            Some("references") => Some(Holds::References),
            _ => self.wrong_given(given),
        }
    }

    /// What a node holds, read as what it is taken for.
    fn content(
        &mut self,
        name: &str,
        (node, kind): (&Node, Holds),
        path: &FieldPath,
    ) -> Content {
        let published = name == "publications" || kind == Holds::Publications;
        if published && self.bare_files(name, node) {
            return Content::Publications(Publications::default());
        }
        match kind {
            Holds::Entries => Content::Entries(self.items_of_entries(name, node, path)),
            Holds::Pairs => Content::Pairs(self.pairs(name, node)),
            Holds::Items => Content::Items(self.items(name, node)),
            Holds::Text => Content::Text(self.prose(name, node)),
            Holds::Languages => Content::Languages(self.languages(name, node)),
            Holds::Publications => {
                Content::Publications(self.publications(name, node, path))
            }
            Holds::References => Content::References(self.references(name, node)),
        }
    }

    /// Reports names of files that are written as if they were publications.
    fn bare_files(&mut self, name: &str, node: &Node) -> bool {
        let nodes = match &node.kind {
            Kind::List(list) => list.as_slice(),
            Kind::Null | Kind::Scalar(_) | Kind::Map(_) => std::slice::from_ref(node),
        };
        let mut found = false;
        for node in nodes {
            if let Some(file) = node.as_text().filter(|text| is_file_name(text)) {
                self.wrong(node, name, &format!("{{file: {}}}", file.trim()));
                found = true;
            }
        }
        found
    }

    /// Entries, and texts between them.
    fn items_of_entries(
        &mut self,
        name: &str,
        node: &Node,
        path: &FieldPath,
    ) -> Vec<Item> {
        let Kind::List(list) = &node.kind else {
            self.wrong(node, name, "a list of entries");
            return Vec::new();
        };
        let mut items = Vec::with_capacity(list.len());
        self.not_empty(list, name);
        for (index, node) in list.iter().enumerate() {
            match &node.kind {
                Kind::Null => {}
                Kind::Scalar(_) => {
                    let blocks = self.markdown(node, text::blocks);
                    items.extend((!blocks.is_empty()).then_some(Item::Blocks(blocks)));
                }
                Kind::Map(_) => {
                    let entry = self.entry(node, &path.index(index), 0);
                    items.extend(entry.map(|entry| Item::Entry(Box::new(entry))));
                }
                Kind::List(_) => self.wrong(node, name, "an entry or text"),
            }
        }
        items
    }

    /// Text: one, or a list of paragraphs.
    fn prose(&mut self, name: &str, node: &Node) -> Vec<text::Block> {
        let nodes = match &node.kind {
            Kind::Scalar(_) => vec![node],
            Kind::List(list) => self.not_empty(list, name),
            Kind::Null | Kind::Map(_) => {
                self.wrong(node, name, "text");
                return Vec::new();
            }
        };
        let mut blocks = Vec::new();
        for node in nodes {
            match node.is_text() {
                true => blocks.extend(self.markdown(node, text::blocks)),
                false => self.wrong(node, name, "text"),
            }
        }
        blocks
    }
}

/// A section in its short form.
fn short(name: &str, content: Content, path: &FieldPath) -> Section {
    Section {
        key: name.to_owned(),
        title: None,
        intro: Vec::new(),
        content,
        outro: Vec::new(),
        audience: Audience::default(),
        page_break: false,
        path: path.clone(),
    }
}

/// What a section holds, as its key and its content say.
fn infer(name: &str, node: &Node) -> Holds {
    let list = match &node.kind {
        Kind::Null | Kind::Scalar(_) => return Holds::Text,
        Kind::Map(_) if name == "languages" => return Holds::Languages,
        Kind::Map(_) if name == "publications" => return Holds::Publications,
        Kind::Map(_) => return Holds::Pairs,
        Kind::List(list) => list,
    };
    let maps = || list.iter().filter_map(|node| node.as_map());
    let any = |keys: &[&str]| {
        let has = |(key, _): &(yaml::Key, Node)| keys.contains(&key.text.as_str());
        maps().any(|map| map.iter().any(has))
    };
    if name == "languages" {
        return Holds::Languages;
    }
    if maps().next().is_none() {
        let one_line =
            |text: &str| text.len() <= SHORT && !text.trim_end().contains('\n');
        let line = list.iter().filter_map(Node::as_text).all(one_line);
        let apart = matches!(name, "publications" | "references");
        return if line && !apart { Holds::Items } else { Holds::Entries };
    }
    match name {
        "publications" if !any(&["org", "date", "highlights"]) => Holds::Publications,
        "references" if any(&["name"]) => Holds::References,
        _ if any(&["authors", "container", "doi", "file"]) => Holds::Publications,
        _ if any(&["contact", "quote"]) && any(&["name"]) => Holds::References,
        _ if any(&["title", "org", "roles", "highlights", "date"]) => Holds::Entries,
        _ if any(&["name"]) => Holds::Items,
        _ if any(&["label"]) => Holds::Pairs,
        _ => Holds::Entries,
    }
}

/// Whether a text is the name of a file with publications.
fn is_file_name(text: &str) -> bool {
    let name = text.trim().to_lowercase();
    let is_ending = |it: &&str| matches!(*it, "bib" | "bibtex" | "json");
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.as_ref().is_some_and(is_ending) && !name.contains(char::is_whitespace)
}

impl Node {
    /// The keys and values of this mapping, if it is one.
    pub(in crate::resume) fn as_map(&self) -> Option<&[(yaml::Key, Node)]> {
        match &self.kind {
            Kind::Map(entries) => Some(entries),
            Kind::Null | Kind::Scalar(_) | Kind::List(_) => None,
        }
    }
}
