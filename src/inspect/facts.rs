//! What a PDF says of itself as a whole: metadata, outline, fonts, structure.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use hayro_syntax::Pdf;
use hayro_syntax::object::Array;
use hayro_syntax::object::Dict;
use hayro_syntax::object::Name;
use hayro_syntax::object::Object;
use hayro_syntax::object::Stream;
use hayro_syntax::object::String as Bytes;
use hayro_syntax::page;

use crate::inspect::Bookmark;
use crate::inspect::Font;
use crate::inspect::Page;
use crate::inspect::Tag;
use crate::inspect::Witness;
use crate::inspect::marks;

/// How many elements of an outline or a structure are read; more are damage.
const MOST_ELEMENTS: usize = 100_000;

/// How deep they may stand in each other.
const DEEPEST: usize = 100;

/// Reads what a PDF says, besides its pages.
pub(super) fn read(pdf: &Pdf, pages: Vec<Page>) -> Witness {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default();
    let packet = catalog.get::<Stream<'_>>("Metadata");
    let packet = packet.and_then(|stream| Some(stream.decoded().ok()?.into_owned()));
    let packet = String::from_utf8_lossy(&packet.unwrap_or_default()).into_owned();
    let info = pdf.metadata();
    let text = |bytes: &Option<Vec<u8>>| bytes.as_deref().map(marks::decode);
    let marked = catalog.get::<Dict<'_>>("MarkInfo");
    let date = info.creation_date.as_ref();
    let mut structure = Structure::new(&catalog);
    structure.read();
    let mut outline = Vec::new();
    bookmarks(&catalog.get::<Dict<'_>>("Outlines").unwrap_or_default(), 1, &mut outline);
    Witness {
        language: catalog.get::<Bytes<'_>>("Lang").map(|it| marks::decode(it.as_bytes())),
        title: text(&info.title),
        author: text(&info.author),
        keywords: text(&info.keywords),
        date: date.map(|it| format!("{:04}-{:02}-{:02}", it.year, it.month, it.day)),
        tagged: marked.and_then(|it| it.get::<bool>("Marked")).unwrap_or_default(),
        standards: standards(&packet),
        outline,
        fonts: fonts(pdf),
        roles: structure.roles(),
        alternatives: structure.alternatives(),
        tags: structure.tags,
        pages,
    }
}

/// The addresses that a page links to, in order.
pub(super) fn links(page: &page::Page<'_>) -> Vec<String> {
    let annotations = page.raw().get::<Array<'_>>("Annots").unwrap_or_default();
    let url = |annotation: Dict<'_>| {
        let action = annotation.get::<Dict<'_>>("A")?;
        Some(marks::decode(action.get::<Bytes<'_>>("URI")?.as_bytes()))
    };
    annotations.iter::<Dict<'_>>().filter_map(url).collect()
}

/// The standards that a packet of metadata claims.
fn standards(packet: &str) -> Vec<String> {
    let universal = property(packet, "pdfuaid:part").map(|part| format!("PDF/UA-{part}"));
    let archive = property(packet, "pdfaid:part").map(|part| {
        let level = property(packet, "pdfaid:conformance").unwrap_or_default();
        format!("PDF/A-{part}{}", level.to_lowercase())
    });
    universal.into_iter().chain(archive).collect()
}

/// A property of a packet of metadata, which is an element or an attribute.
fn property<'a>(packet: &'a str, name: &str) -> Option<&'a str> {
    let after = &packet[packet.find(name)? + name.len()..];
    let after = after.trim_start_matches(['>', '=', '"', '\'', ' ']);
    after.split(['<', '"', '\'']).next()
}

/// The fonts, sorted: the reader finds them in no order.
fn fonts(pdf: &Pdf) -> Vec<Font> {
    let mut fonts = BTreeSet::new();
    for object in pdf.objects() {
        if let Object::Dict(dict) = object {
            fonts.extend(font(&dict));
        }
    }
    fonts.into_iter().collect()
}

/// A font, if this is one, and not the part of one.
fn font(dict: &Dict<'_>) -> Option<Font> {
    let kind = dict.get::<Name<'_>>("Type")?;
    let subtype = dict.get::<Name<'_>>("Subtype")?;
    if kind.as_str() != "Font" || subtype.as_str().starts_with("CIDFont") {
        return None;
    }
    let base = dict.get::<Name<'_>>("BaseFont");
    let base = base.map_or("Type3".to_owned(), |base| base.as_str().to_owned());
    let base = base.trim_end_matches("-Identity-H").trim_end_matches("-Identity-V");
    let (subset, name) = match base.split_once('+') {
        Some((tag, name)) if tag.len() == 6 => (true, name),
        _ => (false, base),
    };
    let part = dict.get::<Array<'_>>("DescendantFonts");
    let part = part.and_then(|parts| parts.iter::<Dict<'_>>().next());
    let descriptor = part.as_ref().unwrap_or(dict).get::<Dict<'_>>("FontDescriptor");
    let files = ["FontFile", "FontFile2", "FontFile3"];
    let embedded =
        descriptor.is_some_and(|it| files.iter().any(|file| it.contains_key(file)));
    Some(Font {
        name: name.to_owned(),
        embedded: embedded || subtype.as_str() == "Type3",
        subset,
        unicode: dict.contains_key("ToUnicode"),
    })
}

/// Reads the outline's elements below one of them.
fn bookmarks(parent: &Dict<'_>, level: usize, outline: &mut Vec<Bookmark>) {
    let mut next = parent.get::<Dict<'_>>("First");
    while let Some(element) = next {
        if level > DEEPEST || outline.len() >= MOST_ELEMENTS {
            return;
        }
        let title = element.get::<Bytes<'_>>("Title");
        let title = title.map(|it| marks::decode(it.as_bytes())).unwrap_or_default();
        outline.push(Bookmark { level, title });
        bookmarks(&element, level + 1, outline);
        next = element.get::<Dict<'_>>("Next");
    }
}

/// The structure of a document, as it is read.
struct Structure<'a> {
    root: Dict<'a>,
    standard: Dict<'a>,
    tags: Vec<Tag>,
}

impl<'a> Structure<'a> {
    /// Finds the structure of a document.
    fn new(catalog: &Dict<'a>) -> Self {
        let root = catalog.get::<Dict<'a>>("StructTreeRoot").unwrap_or_default();
        let standard = root.get::<Dict<'a>>("RoleMap").unwrap_or_default();
        Self { root, standard, tags: Vec::new() }
    }

    /// Reads all of it.
    fn read(&mut self) {
        if let Some(children) = self.root.get::<Object<'a>>("K") {
            self.children(children, 0, 1);
        }
    }

    /// Reads what stands below an element: elements, and parts of pages.
    fn children(&mut self, children: Object<'a>, depth: usize, level: usize) {
        if depth > DEEPEST || self.tags.len() > MOST_ELEMENTS {
            return;
        }
        match children {
            Object::Array(list) => {
                for child in list.iter::<Object<'a>>() {
                    self.children(child, depth + 1, level);
                }
            }
            Object::Dict(element) => self.element(&element, depth, level),
            // Parts of pages have numbers; nothing else belongs here.
            _ => {}
        }
    }

    /// Reads an element.
    fn element(&mut self, element: &Dict<'a>, depth: usize, level: usize) {
        let Some(role) = element.get::<Name<'a>>("S") else { return };
        let standard = self.standard.get::<Name<'a>>(&role);
        let role = standard.as_ref().unwrap_or(&role).as_str().to_owned();
        let text = |key: &str| {
            element.get::<Bytes<'a>>(key).map(|it| marks::decode(it.as_bytes()))
        };
        let (language, alternative) = (text("Lang"), text("Alt"));
        self.tags.push(Tag { level, role, language, alternative });
        if let Some(children) = element.get::<Object<'a>>("K") {
            self.children(children, depth + 1, level + 1);
        }
    }

    /// How many elements of each role there are.
    fn roles(&self) -> BTreeMap<String, usize> {
        let mut roles = BTreeMap::new();
        for tag in &self.tags {
            *roles.entry(tag.role.clone()).or_default() += 1;
        }
        roles
    }

    /// The alternative texts, in order.
    fn alternatives(&self) -> Vec<String> {
        self.tags.iter().filter_map(|tag| tag.alternative.clone()).collect()
    }
}
