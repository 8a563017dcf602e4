//! Reading looks and profiles.

use std::collections::BTreeMap;

use super::Reader;
use super::fields::Fields;
use super::fields::Given;
use crate::resume::Chosen;
use crate::resume::Look;
use crate::resume::Origin;
use crate::resume::Profile;
use crate::resume::keys;
use crate::resume::yaml::Kind;
use crate::resume::yaml::Node;
use crate::source::FieldPath;
use crate::text;

impl Reader<'_> {
    /// What an author decided about looks, as text: what options take is the theme's to say.
    pub(super) fn look(&mut self, given: &Given<'_>) -> Look {
        let Some(fields) = self.fields(given.node, &keys::LOOK) else {
            return self.wrong_given(given).unwrap_or_default();
        };
        let mut look = Look::default();
        for given in fields.all() {
            match given.key.name {
                "theme" => look.theme = self.chosen(given),
                "lang" => look.lang = self.chosen(given),
                "options" => self.options(given, &mut look.options),
                name => {
                    let chosen = self.chosen(given);
                    look.options.extend(chosen.map(|chosen| (name.to_owned(), chosen)));
                }
            }
        }
        look
    }

    /// What stands under `options`: what the chosen theme declares.
    fn options(&mut self, given: &Given<'_>, options: &mut BTreeMap<String, Chosen>) {
        let Some(entries) = given.node.as_map() else {
            self.wrong_given::<()>(given);
            return;
        };
        for (key, node) in entries {
            if matches!(node.kind, Kind::Null) {
                self.no_value(key, node);
                continue;
            }
            match value(node) {
                Some(value) => {
                    options.insert(key.text.clone(), self.here(value, node));
                }
                None => self.wrong(node, &key.text, "text or a list of text"),
            }
        }
    }

    fn chosen(&mut self, given: &Given<'_>) -> Option<Chosen> {
        match value(given.node) {
            Some(value) => Some(self.here(value, given.node)),
            None => self.wrong_given(given),
        }
    }

    fn here(&self, value: String, node: &Node) -> Chosen {
        Chosen { value, origin: Origin::Key(self.source.clone(), node.span.clone()) }
    }

    /// Profiles by name.
    pub(super) fn profiles(
        &mut self,
        given: &Given<'_>,
        path: &FieldPath,
    ) -> Vec<Profile> {
        let Some(entries) = given.node.as_map() else {
            return self.wrong_given(given).unwrap_or_default();
        };
        let mut profiles = Vec::with_capacity(entries.len());
        for (key, node) in entries {
            let path = path.key(&key.text);
            // A profile that decides nothing prints everything.
            let empty = Node { span: node.span.clone(), kind: Kind::Map(Vec::new()) };
            let node = if matches!(node.kind, Kind::Null) { &empty } else { node };
            match self.fields(node, &keys::PROFILE) {
                Some(fields) => profiles.push(self.profile(&key.text, &fields, path)),
                None => {
                    self.wrong(node, &key.text, "a profile, as {for: [sre], pages: 1}");
                }
            }
        }
        profiles
    }

    fn profile(&mut self, name: &str, fields: &Fields<'_>, path: FieldPath) -> Profile {
        let words = fields.get("for").map_or(Vec::new(), |given| self.words(given));
        let mut look =
            fields.get("look").map_or_else(Look::default, |given| self.look(given));
        let pages = fields.get("pages").and_then(|given| self.count(given));
        if let (Some(count), Some(given)) = (pages, fields.get("pages")) {
            look.options.insert("pages".into(), self.here(count.to_string(), given.node));
        }
        Profile {
            name: text::line(name),
            wanted: words.into_iter().map(|(word, _)| word).collect(),
            headline: fields.get("headline").map(|given| self.lines(given)),
            summary: fields.get("summary").map(|given| self.blocks(given)),
            sections: fields.get("sections").map(|given| self.texts(given)),
            letter: fields
                .get("letter")
                .and_then(|given| self.letter(given, &path.key("letter"))),
            look,
            pages,
            path,
        }
    }
}

/// The text of a value; of a list, its texts with commas between.
fn value(node: &Node) -> Option<String> {
    let Kind::List(list) = &node.kind else { return node.as_text().map(text::line) };
    let texts = list.iter().map(|node| node.as_text().map(text::line));
    texts.collect::<Option<Vec<String>>>().map(|texts| texts.join(", "))
}
