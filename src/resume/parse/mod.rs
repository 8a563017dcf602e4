//! From a text's tree to a résumé, reporting every problem at once.
//!
//! Each function here reads one kind of value; what it cannot read it reports and
//! leaves out, so that the rest can be read. A résumé comes out only if nothing was an
//! error.

mod compare;
mod contact;
mod date;
mod entry;
mod fields;
pub mod letter;
pub mod letters;
mod list;
mod look;
mod section;
mod value;

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::Photo;
use super::Resume;
use super::keys;
use super::language;
use super::language::Order;
use super::language::Version;
use super::language::gaps;
use super::yaml;
use super::yaml::Kind;
use super::yaml::Node;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Severity;
use crate::diag::Sink;
use crate::source::FieldPath;
use crate::source::Source;
use crate::source::Span;
use fields::Given;

/// Makes a source of a file's bytes, or reports why they are no text.
pub fn source(name: &str, content: &[u8], sink: &mut Sink) -> Result<Source, Reported> {
    yaml::decode(name, content, sink)
}

/// Reads a résumé in its own language, or reports everything that is wrong with its text.
pub fn parse(source: &Source, sink: &mut Sink) -> Result<Resume, Reported> {
    parse_in(source, &Version::default(), sink)
}

/// Reads a résumé in the language of a version, or reports everything that is wrong with
/// its text, in whatever language.
pub fn parse_in(
    source: &Source,
    version: &Version<'_>,
    sink: &mut Sink,
) -> Result<Resume, Reported> {
    let before = sink.count(Severity::Error);
    let root = yaml::read(source, sink)?;
    if root.as_map().is_none() {
        let found =
            Diagnostic::new("not-a-mapping", "a résumé is a mapping of keys to values")
                .at(source, root.span.clone())
                .label(format!("found {}", root.noun()))
                .hint("begin with `name: Your Name`");
        return Err(sink.error(found));
    }
    letters::check(&root, source, sink);
    let resume = match language::check(&root, source, sink) {
        0 => read(&root, source, true, sink),
        languages => {
            let order = Order::of(&root, version);
            let resume = read(&order.narrow(&root, 0), source, true, sink);
            read_others(&root, &order, languages, (source, sink));
            gaps::tell(&root, version, (source, sink));
            resume
        }
    };
    match (resume, sink.reported().filter(|_| sink.count(Severity::Error) > before)) {
        (Some(resume), None) => Ok(resume),
        (_, Some(reported)) => Err(reported),
        (None, None) => {
            Err(sink.error(Diagnostic::new("not-a-mapping", "this is no résumé")))
        }
    }
}

/// Reads a tree in which every text is in one language: the chosen one, or another.
fn read(root: &Node, source: &Source, chosen: bool, sink: &mut Sink) -> Option<Resume> {
    source.remember(places(root));
    let mut reader = Reader { source, sink, carried: Vec::new(), chosen };
    let resume = reader.resume(root)?;
    reader.compare(&resume);
    Some(resume)
}

/// Reads the texts in other languages than the chosen one, for what is wrong with them.
fn read_others(
    root: &Node,
    order: &Order,
    languages: usize,
    (source, sink): (&Source, &mut Sink),
) {
    let name = |one: &Diagnostic| {
        let span = one.place.as_ref().map(|place| (place.span.start, place.span.end));
        (one.code, span, one.message.clone())
    };
    let mut told: BTreeSet<_> = sink.diagnostics().iter().map(name).collect();
    for rank in 1..languages {
        let mut others = Sink::default();
        read(&order.narrow(root, rank), source, false, &mut others);
        let mut news = others.take();
        news.retain(|one| told.insert(name(one)));
        sink.extend(news);
    }
}

/// Reads values, and collects what is wrong with them.
pub(super) struct Reader<'a> {
    source: &'a Source,
    sink: &'a mut Sink,
    /// Every word of a `for`, with where it stands.
    carried: Vec<(String, Span)>,
    /// Whether the texts are those that are printed, not those in other languages.
    chosen: bool,
}

impl Reader<'_> {
    fn resume(&mut self, root: &Node) -> Option<Resume> {
        let fields = self.fields(root, &keys::RESUME)?;
        let root = FieldPath::root();
        let name = fields.get("name");
        if let Some(given) =
            name.filter(|it| it.node.as_text().is_some_and(|it| it.trim().is_empty()))
        {
            let found = Diagnostic::new("missing-key", keys::RESUME.need());
            self.sink
                .error(found.at(self.source, given.span.clone()).label("this is empty"));
        }
        Some(Resume {
            name: name.and_then(|given| self.text(given)).unwrap_or_default(),
            aliases: fields.get("aliases").map_or(Vec::new(), |given| self.texts(given)),
            headline: self.lines_of(&fields, "headline"),
            photo: fields.get("photo").and_then(|given| self.photo(given)),
            contact: fields
                .get("contact")
                .map_or(Vec::new(), |given| self.contacts(given)),
            updated: fields.get("updated").and_then(|given| self.date(given)),
            summary: self.blocks_of(&fields, "summary"),
            sections: fields
                .get("sections")
                .map_or(Vec::new(), |given| self.sections(given, &root.key("sections"))),
            colophon: self.blocks_of(&fields, "colophon"),
            letter: fields
                .get("letter")
                .and_then(|given| self.letter(given, &root.key("letter"))),
            look: fields
                .get("look")
                .map_or_else(Default::default, |given| self.look(given)),
            profiles: fields
                .get("profiles")
                .map_or(Vec::new(), |given| self.profiles(given, &root.key("profiles"))),
        })
    }

    fn photo(&mut self, given: &Given<'_>) -> Option<Photo> {
        let path = FieldPath::root().key("photo");
        match &given.node.kind {
            Kind::Scalar(_) => {
                let file = self.text(given).filter(|file| !file.is_empty())?;
                Some(Photo { file, alt: None, path })
            }
            Kind::Map(_) => {
                let fields = self.fields(given.node, &keys::PHOTO)?;
                let alt = fields.get("alt").and_then(|given| self.text(given));
                let file = fields.get("file").and_then(|given| self.text(given));
                let file = file.filter(|file| !file.is_empty())?;
                Some(Photo { file, alt, path: path.key("file") })
            }
            Kind::Null | Kind::List(_) => self.wrong_given(given),
        }
    }
}

/// Where every field of a tree stands.
fn places(root: &Node) -> BTreeMap<FieldPath, Span> {
    fn walk(node: &Node, path: &FieldPath, places: &mut Vec<(FieldPath, Span)>) {
        match &node.kind {
            Kind::Null | Kind::Scalar(_) => {}
            Kind::List(list) => {
                for (index, node) in list.iter().enumerate() {
                    let path = path.index(index);
                    walk(node, &path, places);
                    places.push((path, node.span.clone()));
                }
            }
            Kind::Map(map) => {
                for (key, node) in map {
                    let path = path.key(&key.text);
                    walk(node, &path, places);
                    let span = if node.is_text() { &node.span } else { &key.span };
                    places.push((path, span.clone()));
                }
            }
        }
    }
    let mut places = Vec::new();
    walk(root, &FieldPath::root(), &mut places);
    places.into_iter().collect()
}
