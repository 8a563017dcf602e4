//! The JSON Schema of a résumé, for editors: printed from the tables of keys.

use std::collections::BTreeSet;

use serde_json::Map;
use serde_json::Value;
use serde_json::json;

use super::keys::Key;
use super::keys::LOOK;
use super::keys::MAPPINGS;
use super::keys::Mapping;
use super::keys::RESUME;
use super::keys::SECTIONS;
use super::keys::Shape;
use super::language;
use crate::locale;

/// The schema as indented JSON with a line end.
pub fn json() -> String {
    let mut text = serde_json::to_string_pretty(&schema()).unwrap_or_default();
    text.push('\n');
    text
}

/// The schema, of draft 2020-12.
pub fn schema() -> Value {
    let mut definitions = shared();
    for mapping in MAPPINGS.iter().filter(|mapping| mapping.name != RESUME.name) {
        definitions.insert(slug(mapping.name), object(mapping));
    }
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A résumé for cvpdf",
    });
    definitions.insert("resume".into(), object(&RESUME));
    if let Some(schema) = schema.as_object_mut() {
        // Editors show what fits the branch that is taken.
        schema.insert("if".into(), json!({"required": ["resume"]}));
        schema.insert("then".into(), reference("letter-file"));
        schema.insert("else".into(), reference("resume"));
        schema.insert("$defs".into(), Value::Object(definitions));
    }
    schema
}

/// Definitions that several keys share.
fn shared() -> Map<String, Value> {
    let text = reference("text");
    let scalar = json!({
        "description": "Text. Numbers and truth values are taken as they are written.",
        "type": ["string", "number", "boolean"],
    });
    let item = json!({"anyOf": [text, reference("item")]});
    let pair = json!({"$ref": "#/$defs/pair", "required": ["text"]});
    let full = json!({"$ref": "#/$defs/pair", "required": ["label"]});
    let labels = json!({
        "type": "object",
        "additionalProperties": {"anyOf": [reference("items"), pair]},
    });
    let element = [
        "text",
        "entry",
        "item",
        "language",
        "publication",
        "publication-file",
        "reference",
    ];
    let mut elements: Vec<Value> = element.iter().map(|name| reference(name)).collect();
    elements.push(full.clone());
    let elements = list(&json!({"anyOf": elements}));
    let file = reference("publication-file");
    let section = json!({
        "if": {"type": "object", "required": ["content"]},
        "then": reference("section"),
        "else": reference("content"),
    });
    let bullet = json!({"anyOf": [text, reference("highlight")]});
    let mut shared = Map::new();
    shared.insert("plain-text".into(), scalar);
    let plain = reference("plain-text");
    let mut add = |name: &str, forms: Value| {
        shared.insert(format!("plain-{name}"), json!({"anyOf": forms}));
    };
    add("texts", json!([plain, list(&text)]));
    add("items", json!([plain, reference("item"), list(&item)]));
    add("labels", json!([labels, list(&full)]));
    add("content", json!([plain, file, labels, elements]));
    add("bullets", json!([plain, list(&bullet)]));
    for name in ["text", "texts", "items", "labels", "content", "bullets"] {
        shared.insert(name.into(), in_languages(&reference(&format!("plain-{name}"))));
    }
    shared.insert("words".into(), json!({"anyOf": [plain, list(&plain)]}));
    shared.insert("any-section".into(), section);
    shared
}

/// The schema of what can be written once, or for each language: `{en: …, fr: …}`.
fn in_languages(one: &Value) -> Value {
    let each = json!({
        "description": "The same in several languages, by their tags.",
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": tags()},
        "additionalProperties": {"anyOf": [one, {"type": "null"}]},
    });
    json!({"anyOf": [one, each]})
}

/// The tags of languages as a pattern: each perhaps with a script and a region.
fn tags() -> String {
    let languages = locale::TAGS.iter().filter_map(|tag| tag.split('-').next());
    let languages: BTreeSet<&str> = languages.chain(["iw", "no"]).collect();
    let languages: Vec<&str> = languages.into_iter().collect();
    format!("^({})([-_][A-Za-z]{{4}})?([-_][A-Za-z]{{2}})?$", languages.join("|"))
}

/// The schema of a mapping: its keys, and no others.
fn object(mapping: &Mapping) -> Value {
    let Mapping { name: _, subject: _, needs, doc, keys } = mapping;
    let mut properties = Map::new();
    for Key { name, shape, doc } in *keys {
        let settled = mapping.name == LOOK.name || language::DECISIONS.contains(name);
        let words = if settled { Words::Settled } else { Words::Spoken };
        let mut schema = of(*shape, words);
        if let Some(schema) = schema.as_object_mut() {
            schema.insert("description".into(), json!(doc));
        }
        properties.insert((*name).into(), schema);
    }
    let mut object = json!({
        "description": doc,
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    let (key, value) = match *needs {
        [] => return object,
        [only] => ("required", json!([only])),
        any => ("anyOf", any.iter().map(|name| json!({"required": [name]})).collect()),
    };
    object[key] = value;
    object
}

/// Whether texts are in a language.
#[derive(Debug, Clone, Copy)]
enum Words {
    /// They are, so there may be one for each.
    Spoken,
    /// They are decisions, the same in every language.
    Settled,
}

/// The schema of what a key takes.
fn of(shape: Shape, words: Words) -> Value {
    let (text, texts) = match words {
        Words::Spoken => (reference("text"), reference("texts")),
        Words::Settled => (reference("plain-text"), reference("words")),
    };
    let one_or_more = |name: &str| {
        let one = json!({"anyOf": [text, reference(name)]});
        json!({"anyOf": [text, reference(name), list(&one)]})
    };
    match shape {
        Shape::Text | Shape::Line | Shape::Blocks | Shape::Url => text,
        Shape::Lines | Shape::Texts | Shape::Words => texts,
        Shape::Date => json!({"anyOf": [text, reference("date")]}),
        Shape::Flag => json!({"type": "boolean"}),
        Shape::PageBreak => json!({"enum": [true, false, "before"]}),
        Shape::Count => json!({"type": "integer", "minimum": 1, "maximum": 999}),
        Shape::Choice(words) => json!({"enum": words}),
        Shape::Known(words) => json!({"anyOf": [{"enum": words}, text]}),
        Shape::Photo => json!({"anyOf": [text, reference("photo")]}),
        Shape::Signature => json!({"anyOf": [text, reference("signature")]}),
        Shape::Recipient => {
            json!({"anyOf": [reference("texts"), reference("recipient")]})
        }
        Shape::Letter => reference("letter"),
        Shape::Contact => reference("contact"),
        Shape::Referee => json!({"anyOf": [text, reference("contact")]}),
        Shape::ContactValue => one_or_more("contact-value"),
        Shape::OtherContacts => {
            let one = reference("contact-value");
            json!({"anyOf": [one, list(&one)]})
        }
        Shape::Orgs => one_or_more("org"),
        Shape::Items => reference("items"),
        Shape::Highlights => reference("bullets"),
        Shape::Roles => list(&reference("entry")),
        Shape::Details => reference("labels"),
        Shape::Sections => sections(),
        Shape::Content => reference("content"),
        Shape::Look => reference("look"),
        Shape::Options => {
            json!({"type": "object", "additionalProperties": reference("words")})
        }
        Shape::Profiles => json!({
            "type": "object",
            "additionalProperties": {"anyOf": [reference("profile"), {"type": "null"}]},
        }),
    }
}

/// Sections by key: the known ones are offered, all others are headings.
fn sections() -> Value {
    let known =
        SECTIONS.iter().map(|name| ((*name).to_owned(), reference("any-section")));
    let known: Map<String, Value> = known.collect();
    json!({
        "type": "object",
        "properties": known,
        "additionalProperties": reference("any-section"),
    })
}

fn list(element: &Value) -> Value {
    json!({"type": "array", "items": element, "maxItems": super::yaml::MAX_ELEMENTS})
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/$defs/{name}")})
}

/// A mapping's name as a part of an address.
fn slug(name: &str) -> String {
    name.replace(' ', "-")
}
