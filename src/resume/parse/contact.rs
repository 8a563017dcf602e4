//! Reading ways to reach a person.

use super::Reader;
use super::fields::Given;
use super::value::Address;
use crate::diag::Diagnostic;
use crate::resume::Audience;
use crate::resume::Contact;
use crate::resume::keys;
use crate::resume::keys::Shape;
use crate::resume::network;
use crate::resume::network::Reach;
use crate::resume::yaml::Kind;
use crate::resume::yaml::Node;
use crate::text;

/// What says who a person is rather than how to reach them.
const PERSONAL: &[&str] = &["birth", "nationality", "gender"];

impl Reader<'_> {
    /// The mapping of contacts, in its order.
    pub(super) fn contacts(&mut self, given: &Given<'_>) -> Vec<Contact> {
        match self.fields(given.node, &keys::CONTACT) {
            Some(fields) => fields.all().flat_map(|given| self.contact(given)).collect(),
            None => self.wrong_given(given).unwrap_or_default(),
        }
    }

    /// Ways to reach a referee: a mapping, or a text that says by itself what it is.
    pub(super) fn referee(&mut self, given: &Given<'_>) -> Vec<Contact> {
        let Some(written) = given.node.as_text().map(text::line) else {
            return self.contacts(given);
        };
        if written.is_empty() {
            return Vec::new();
        }
        let kinds = ["email", "phone", "website"].into_iter();
        let mut found = kinds.map(|kind| (kind, network::reach(kind, &written)));
        let (kind, reach) = found
            .find(|(_, reach)| reach.url.is_some())
            .unwrap_or_else(|| ("other", Reach { text: written.clone(), url: None }));
        let Reach { text, url } = reach;
        let audience = Audience::default();
        vec![Contact { kind: kind.into(), label: None, text, url, audience }]
    }

    /// What stands under one key of `contact`.
    fn contact(&mut self, given: &Given<'_>) -> Vec<Contact> {
        if PERSONAL.contains(&given.key.name) {
            let message = format!("`{}` is not needed in many countries", given.key.name);
            let note = Diagnostic::new("personal-detail", message);
            let hint = "where it is asked for, leave it; elsewhere, leave it away";
            self.sink.note(note.at(self.source, given.node.span.clone()).hint(hint));
        }
        let Kind::List(list) = &given.node.kind else {
            return self.contact_value(given, given.node).into_iter().collect();
        };
        let nodes = self.not_empty(list, given.key.name);
        let texts = nodes.iter().map(|node| node.as_text().map(text::line));
        if given.key.name == "location"
            && let Some(lines) = texts.collect::<Option<Vec<String>>>()
        {
            let lines: Vec<&str> =
                lines.iter().map(|it| it.trim_end_matches(',')).collect();
            return vec![plain(given, lines.join(", "))];
        }
        nodes.into_iter().filter_map(|node| self.contact_value(given, node)).collect()
    }

    fn contact_value(&mut self, given: &Given<'_>, node: &Node) -> Option<Contact> {
        let kind = given.key.name;
        match &node.kind {
            Kind::Scalar(scalar) if given.key.shape == Shape::ContactValue => {
                let written = text::line(&scalar.text);
                let Reach { text, url } = network::reach(kind, &written);
                if url.is_none() && leads_elsewhere(kind, &written) {
                    self.dead_link(node.span.clone(), "this cannot be followed");
                }
                Some(Contact { url, ..plain(given, text) })
                    .filter(|it| !it.text.is_empty())
            }
            Kind::Map(_) => {
                let fields = self.fields(node, &keys::CONTACT_VALUE)?;
                let label = fields.get("label").and_then(|given| self.text(given));
                let audience = self.audience(&fields);
                let address = self.address(&fields, "url");
                let Some(written) = fields.get("text").and_then(|given| self.text(given))
                else {
                    return Some(only_address(kind, label, audience, address?));
                };
                let reach = network::reach(kind, &written);
                let (text, url) = match address {
                    None => (reach.text, reach.url),
                    Some(Address::Live(url)) => (reach.text, Some(url)),
                    Some(Address::Dead(more)) => (format!("{written}, {more}"), None),
                };
                let contact = Contact { kind: kind.into(), label, text, url, audience };
                Some(contact).filter(|it| !it.text.is_empty())
            }
            Kind::Null | Kind::Scalar(_) | Kind::List(_) => {
                self.wrong(node, kind, &given.key.shape.expected());
                None
            }
        }
    }
}

/// A contact without a text: its address is printed.
fn only_address(
    kind: &str,
    label: Option<String>,
    audience: Audience,
    address: Address,
) -> Contact {
    let (text, url) = match address {
        Address::Live(url) => (network::without_scheme(&url).to_owned(), Some(url)),
        Address::Dead(text) => (text, None),
    };
    Contact { kind: kind.into(), label, text, url, audience }
}

/// A contact that is only text.
fn plain(given: &Given<'_>, text: String) -> Contact {
    let kind = given.key.name.to_owned();
    Contact { kind, label: None, text, url: None, audience: Audience::default() }
}

/// Whether a text that leads nowhere looks as if it should: an address with a scheme.
fn leads_elsewhere(kind: &str, written: &str) -> bool {
    let page = kind == "website" || network::find(kind).is_some();
    let scheme = written.split_once(':').map_or("", |(scheme, _)| scheme);
    let word = !scheme.is_empty() && scheme.chars().all(|it| it.is_ascii_alphabetic());
    page && word && !written.contains(' ')
}
