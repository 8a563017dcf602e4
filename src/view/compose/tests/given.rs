//! Parts of a résumé as short as tests want them.

use crate::resume;
use crate::resume::Audience;
use crate::resume::Highlight;
use crate::resume::HighlightBody;
use crate::resume::Look;
use crate::resume::Resume;
use crate::resume::name::Name;
use crate::source::FieldPath;
use crate::text;
use crate::text::Inlines;

pub(super) fn inlines(text: &str) -> Inlines {
    text::inlines(text).value
}

pub(super) fn everybody() -> Audience {
    Audience::default()
}

pub(super) fn resume(sections: Vec<resume::Section>) -> Resume {
    Resume {
        name: "Alice Nguyen".into(),
        aliases: Vec::new(),
        headline: vec![inlines("Staff \"Site\" Engineer")],
        photo: None,
        contact: Vec::new(),
        updated: None,
        summary: text::blocks("It's **fine**.").value,
        sections,
        colophon: Vec::new(),
        letter: None,
        look: Look::default(),
        profiles: Vec::new(),
    }
}

pub(super) fn section(key: &str, content: resume::Content) -> resume::Section {
    resume::Section {
        key: key.into(),
        title: None,
        intro: Vec::new(),
        content,
        outro: Vec::new(),
        audience: everybody(),
        page_break: false,
        path: FieldPath::root().key("sections").key(key),
    }
}

pub(super) fn org(name: &str) -> resume::Org {
    resume::Org { name: inlines(name), url: None, note: Vec::new() }
}

pub(super) fn entry(title: &str, orgs: &[&str]) -> resume::Entry {
    resume::Entry {
        title: inlines(title),
        orgs: orgs.iter().map(|name| org(name)).collect(),
        unit: Vec::new(),
        places: Vec::new(),
        date: None,
        duration: Vec::new(),
        notes: Vec::new(),
        url: None,
        summary: Vec::new(),
        highlights: Vec::new(),
        outro: Vec::new(),
        roles: Vec::new(),
        details: Vec::new(),
        audience: everybody(),
        keep: false,
        page_break: false,
        path: FieldPath::root(),
    }
}

pub(super) fn bullet(text: &str, nested: Vec<Highlight>) -> Highlight {
    let blocks = text::item(text).value;
    Highlight { body: HighlightBody::Bullet { blocks, nested }, audience: everybody() }
}

pub(super) fn group(label: &str, highlights: Vec<Highlight>) -> Highlight {
    let label = inlines(label);
    Highlight { body: HighlightBody::Group { label, highlights }, audience: everybody() }
}

pub(super) fn skill(name: &str, level: &str, note: &str) -> resume::Skill {
    let (name, level, note) = (inlines(name), inlines(level), inlines(note));
    resume::Skill { name, level, note, audience: everybody() }
}

pub(super) fn pair(label: &str, items: Vec<resume::Skill>) -> resume::Pair {
    resume::Pair { label: inlines(label), items, audience: everybody() }
}

pub(super) fn contact(kind: &str, text: &str, url: &str) -> resume::Contact {
    let url = Some(url.to_owned()).filter(|url| !url.is_empty());
    let (kind, text) = (kind.into(), text.into());
    resume::Contact { kind, label: None, text, url, audience: everybody() }
}

pub(super) fn publication(authors: &[&str]) -> resume::Publication {
    resume::Publication {
        authors: authors.iter().map(|name| Name::read(name)).collect(),
        others: false,
        title: inlines("Quorums at Ease"),
        container: inlines("Journal of Logs"),
        editors: Vec::new(),
        series: Vec::new(),
        edition: String::new(),
        number: String::new(),
        publisher: Vec::new(),
        genre: String::new(),
        order: (2020, 0, 0),
        volume: "12".into(),
        issue: "3".into(),
        pages: "1–9".into(),
        year: "2020".into(),
        doi: "10.1234/jl.(5)<6>".into(),
        url: None,
        kind: "Articles".into(),
        note: Vec::new(),
        role: Vec::new(),
        audience: everybody(),
        path: FieldPath::root(),
    }
}
