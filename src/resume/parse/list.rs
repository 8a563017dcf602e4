//! Reading labels with text, short things in a line, languages, publications, references.

use super::Reader;
use super::fields::Fields;
use super::value::is_blank;
use crate::diag;
use crate::diag::Diagnostic;
use crate::locale::publications::Kind as Type;
use crate::resume::Audience;
use crate::resume::Language;
use crate::resume::Pair;
use crate::resume::Publication;
use crate::resume::PublicationFile;
use crate::resume::Publications;
use crate::resume::Reference;
use crate::resume::Skill;
use crate::resume::keys;
use crate::resume::name::Name;
use crate::resume::publication;
use crate::resume::yaml;
use crate::resume::yaml::Kind;
use crate::resume::yaml::Node;
use crate::source::FieldPath;
use crate::text;
use crate::text::Inlines;

impl Reader<'_> {
    /// Labels with text: a mapping, or a list of `{label, text, for}`.
    pub(super) fn pairs(&mut self, name: &str, node: &Node) -> Vec<Pair> {
        match &node.kind {
            Kind::Map(entries) => entries
                .iter()
                .filter_map(|(key, node)| self.pair_of_key(key, node))
                .collect(),
            Kind::List(list) => {
                let nodes = self.not_empty(list, name);
                nodes.into_iter().filter_map(|node| self.pair(name, node)).collect()
            }
            Kind::Null | Kind::Scalar(_) => {
                let expected =
                    "a mapping of labels to text, or a list of {label, text, for}";
                self.wrong(node, name, expected);
                Vec::new()
            }
        }
    }

    fn pair_of_key(&mut self, key: &yaml::Key, node: &Node) -> Option<Pair> {
        let label = text::inlines(&key.text).value;
        let pair = match &node.kind {
            Kind::Null => {
                self.no_value(key, node);
                None
            }
            Kind::Map(_) => {
                let fields = self.fields(node, &keys::PAIR)?;
                let text = fields.get("text");
                if text.is_none() {
                    self.missing(node, "a label needs a `text`");
                }
                let items =
                    text.map_or(Vec::new(), |given| self.items(&key.text, given.node));
                Some(Pair { label, items, audience: self.audience(&fields) })
            }
            Kind::Scalar(_) | Kind::List(_) => {
                if matches!(&node.kind, Kind::List(list) if list.is_empty()) {
                    self.no_value(key, node);
                }
                let items = self.items(&key.text, node);
                Some(Pair { label, items, audience: Audience::default() })
            }
        };
        let pair = pair.filter(|pair| !pair.items.is_empty())?;
        if is_blank(&pair.label) {
            self.empty("missing-key", key.span.clone(), "a pair needs a `label`");
        }
        Some(pair)
    }

    fn pair(&mut self, name: &str, node: &Node) -> Option<Pair> {
        let Some(fields) = self.fields(node, &keys::PAIR) else {
            self.wrong(node, name, "{label, text, for}");
            return None;
        };
        if fields.get("label").is_none() {
            self.missing(node, "a pair needs a `label`");
        }
        let label = self.line_of(&fields, "label");
        let items =
            fields.get("text").map_or(Vec::new(), |given| self.items("text", given.node));
        let pair = Pair { label, items, audience: self.audience(&fields) };
        match fields.get("label") {
            Some(given) if is_blank(&pair.label) && !pair.items.is_empty() => {
                self.wordless(given, "a pair needs a `label`");
            }
            Some(_) if fields.get("text").is_none() => {
                self.missing(node, "a label needs a `text`");
            }
            _ => {}
        }
        Some(pair).filter(|pair| !pair.items.is_empty())
    }

    /// Short things in a line: one, or a list of text and `{name, level, note, for}`.
    pub(super) fn items(&mut self, name: &str, node: &Node) -> Vec<Skill> {
        let nodes = match &node.kind {
            Kind::List(list) => self.not_empty(list, name),
            Kind::Scalar(_) | Kind::Map(_) | Kind::Null => vec![node],
        };
        nodes.into_iter().filter_map(|node| self.item(name, node)).collect()
    }

    fn item(&mut self, name: &str, node: &Node) -> Option<Skill> {
        match &node.kind {
            Kind::Scalar(_) => {
                let name = self.markdown(node, text::inlines);
                (!name.is_empty()).then(|| Skill {
                    name,
                    level: Inlines::new(),
                    note: Inlines::new(),
                    audience: Audience::default(),
                })
            }
            Kind::Map(_) => {
                let fields = self.fields(node, &keys::ITEM)?;
                let skill = Skill {
                    name: self.line_of(&fields, "name"),
                    level: self.line_of(&fields, "level"),
                    note: self.line_of(&fields, "note"),
                    audience: self.audience(&fields),
                };
                let bare = skill.level.is_empty() && skill.note.is_empty();
                self.named((&fields, &keys::ITEM), &skill.name, bare).then_some(skill)
            }
            Kind::Null | Kind::List(_) => {
                self.wrong(node, name, "text or {name, level, note, for}");
                None
            }
        }
    }

    /// Languages: a list of text and `{name, level, note, for}`, or names with levels.
    pub(super) fn languages(&mut self, name: &str, node: &Node) -> Vec<Language> {
        if let Kind::Map(entries) = &node.kind {
            let languages = entries.iter();
            return languages
                .filter_map(|(key, node)| self.language_of_key(key, node))
                .collect();
        }
        let Kind::List(list) = &node.kind else {
            self.wrong(node, name, "a list of {name, level, note, for}");
            return Vec::new();
        };
        let skills = self.not_empty(list, name).into_iter();
        skills.filter_map(|node| self.language(name, node)).collect()
    }

    fn language(&mut self, name: &str, node: &Node) -> Option<Language> {
        let Some(fields) = self.fields(node, &keys::LANGUAGE) else {
            let Skill { name, level, note, audience } = self.item(name, node)?;
            let skills = <[Inlines; 5]>::default();
            return Some(Language { name, level, skills, note, audience });
        };
        let skills = ["listening", "reading", "interaction", "production", "writing"];
        let language = Language {
            name: self.line_of(&fields, "name"),
            level: self.line_of(&fields, "level"),
            skills: skills.map(|skill| self.line_of(&fields, skill)),
            note: self.line_of(&fields, "note"),
            audience: self.audience(&fields),
        };
        let Language { level, skills, note, .. } = &language;
        let bare = [level, note].into_iter().chain(skills).all(Vec::is_empty);
        self.named((&fields, &keys::LANGUAGE), &language.name, bare).then_some(language)
    }

    fn language_of_key(&mut self, key: &yaml::Key, node: &Node) -> Option<Language> {
        match &node.kind {
            Kind::Null => {
                self.no_value(key, node);
                None
            }
            Kind::Scalar(_) => {
                let name = text::inlines(&key.text).value;
                if is_blank(&name) {
                    let message = keys::LANGUAGE.need();
                    self.empty("missing-key", key.span.clone(), &message);
                }
                let level = self.markdown(node, text::inlines);
                Some(Language { name, level, ..Language::default() })
            }
            Kind::List(_) | Kind::Map(_) => {
                self.wrong(node, &key.text, "a level, as C1");
                None
            }
        }
    }

    /// Publications: a list of mappings, of which some may name files; or one that does.
    pub(super) fn publications(
        &mut self,
        name: &str,
        node: &Node,
        path: &FieldPath,
    ) -> Publications {
        let mut publications = Publications::default();
        if names_file(node) {
            publications.files = self.publication_files(node, path);
            return publications;
        }
        let Kind::List(list) = &node.kind else {
            let expected =
                "{file: papers.bib}, or a list of {authors, title, container, year}";
            self.wrong(node, name, expected);
            return publications;
        };
        self.not_empty(list, name);
        let nodes =
            list.iter().enumerate().filter(|(_, it)| !matches!(it.kind, Kind::Null));
        for (at, node) in nodes {
            let path = path.index(at);
            if names_file(node) {
                publications.files.extend(self.publication_files(node, &path));
            } else {
                publications.list.extend(self.publication(name, node, path));
            }
        }
        publications
    }

    /// `{file: papers.bib}`, or several files.
    fn publication_files(
        &mut self,
        node: &Node,
        path: &FieldPath,
    ) -> Vec<PublicationFile> {
        let fields = self.fields(node, &keys::PUBLICATION_FILE);
        let Some(given) = fields.as_ref().and_then(|fields| fields.get("file")) else {
            return Vec::new();
        };
        let path = path.key("file");
        let single = given.node.is_text();
        let files = self.texts(given).into_iter().enumerate();
        files
            .map(|(at, file)| {
                let path = if single { path.clone() } else { path.index(at) };
                PublicationFile { file, path }
            })
            .collect()
    }

    fn publication(
        &mut self,
        name: &str,
        node: &Node,
        path: FieldPath,
    ) -> Option<Publication> {
        let Some(fields) = self.fields(node, &keys::PUBLICATION) else {
            self.wrong(node, name, "a publication, as {authors, title, container, year}");
            return None;
        };
        let (remark, url) = self.note_and_url(&fields);
        let title = self.line_of(&fields, "title");
        match fields.get("title") {
            Some(given) if given.node.is_text() && is_blank(&title) => {
                self.wordless(given, &keys::PUBLICATION.need());
            }
            _ => {}
        }
        let doi = self.text_of(&fields, "doi");
        let year = self.text_of(&fields, "year");
        Some(Publication {
            authors: self.names(&fields, "authors"),
            others: false,
            title,
            container: self.line_of(&fields, "container"),
            editors: self.names(&fields, "editors"),
            volume: self.text_of(&fields, "volume"),
            issue: self.text_of(&fields, "issue"),
            pages: self.text_of(&fields, "pages"),
            order: publication::order(&year, None, None),
            year,
            series: self.line_of(&fields, "series"),
            edition: self.text_of(&fields, "edition"),
            number: self.text_of(&fields, "number"),
            publisher: self.line_of(&fields, "publisher"),
            genre: String::new(),
            doi: publication::bare_doi(&doi).to_owned(),
            url,
            kind: self.publication_type(&fields),
            note: remark,
            role: self.line_of(&fields, "role"),
            audience: self.audience(&fields),
            path,
        })
    }

    /// What a publication is: a word that every language has, or a heading of the author's.
    fn publication_type(&mut self, fields: &Fields<'_>) -> String {
        let written = self.text_of(fields, "type");
        let lower = written.chars().all(|it| it.is_lowercase() || it == '-');
        if let Some(given) = fields.get("type")
            && lower
            && !written.is_empty()
            && Type::find(&written).is_none()
        {
            let message =
                format!("`{written}` is no known type: it is printed as written");
            let types = Type::ALL.map(Type::key);
            let hint = format!(
                "the types are {}; a heading of your own has a capital",
                types.join(", ")
            );
            let found = Diagnostic::new("unknown-type", message);
            let found = found.at(self.source, given.node.span.clone());
            self.sink.warn(found.meant(diag::nearest(&written, types)).hint(hint));
        }
        written
    }

    /// Names of people under a key: one, or a list.
    fn names(&mut self, fields: &Fields<'_>, key: &str) -> Vec<Name> {
        let texts = fields.get(key).map_or(Vec::new(), |given| self.texts(given));
        texts.iter().map(|text| Name::read(text)).collect()
    }

    /// Referees: a list of mappings.
    pub(super) fn references(&mut self, name: &str, node: &Node) -> Vec<Reference> {
        let Kind::List(list) = &node.kind else {
            self.wrong(node, name, "a list of referees, as {name, title, org, contact}");
            return Vec::new();
        };
        let nodes = self.not_empty(list, name).into_iter();
        nodes.filter_map(|node| self.reference(name, node)).collect()
    }

    fn reference(&mut self, name: &str, node: &Node) -> Option<Reference> {
        let Some(fields) = self.fields(node, &keys::REFERENCE) else {
            self.wrong(node, name, "a referee, as {name, title, org, contact}");
            return None;
        };
        let reference = Reference {
            name: self.line_of(&fields, "name"),
            title: self.line_of(&fields, "title"),
            org: self.line_of(&fields, "org"),
            contact: fields
                .get("contact")
                .map_or(Vec::new(), |given| self.referee(given)),
            quote: self.blocks_of(&fields, "quote"),
            audience: self.audience(&fields),
        };
        let Reference { title, org, contact, quote, .. } = &reference;
        let bare = title.is_empty() && org.is_empty();
        let bare = bare && contact.is_empty() && quote.is_empty();
        let named = self.named((&fields, &keys::REFERENCE), &reference.name, bare);
        named.then_some(reference)
    }

    /// Reports that a mapping lacks a key.
    fn missing(&mut self, node: &Node, message: &str) {
        let found = Diagnostic::new("missing-key", message);
        self.sink.error(found.at(self.source, node.span.clone()));
    }
}

/// Whether a mapping names a file of publications, perhaps under a mistyped key.
fn names_file(node: &Node) -> bool {
    let is_file = |(key, _): &(yaml::Key, Node)| {
        let other = keys::PUBLICATION.key(&key.text).is_some()
            || keys::PUBLICATION.nearest(&key.text).is_some();
        let near = keys::PUBLICATION_FILE.nearest(&key.text);
        key.text == "file" || !other && near == Some("file")
    };
    node.as_map().is_some_and(|map| map.iter().any(is_file))
}
