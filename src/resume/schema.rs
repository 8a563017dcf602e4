//! The JSON Schema of a résumé, for editors: printed from the tables of keys.

use serde_json::Map;
use serde_json::Value;
use serde_json::json;

use super::keys::Key;
use super::keys::MAPPINGS;
use super::keys::Mapping;
use super::keys::RESUME;
use super::keys::SECTIONS;
use super::keys::Shape;

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
    if let (Some(schema), Value::Object(root)) = (schema.as_object_mut(), object(&RESUME))
    {
        schema.extend(root);
        schema.insert("$defs".into(), Value::Object(definitions));
    }
    schema
}

/// Definitions that several keys share.
fn shared() -> Map<String, Value> {
    let text = reference("text");
    let item = json!({"anyOf": [text, reference("item")]});
    let items = json!({"anyOf": [text, reference("item"), list(&item)]});
    let pair = json!({"$ref": "#/$defs/pair", "required": ["text"]});
    let full = json!({"$ref": "#/$defs/pair", "required": ["label"]});
    let labels =
        json!({"type": "object", "additionalProperties": {"anyOf": [items, pair]}});
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
    let file = reference("publication-file");
    let content =
        json!({"anyOf": [text, file, labels, list(&json!({"anyOf": elements}))]});
    let section = json!({
        "if": {"type": "object", "required": ["content"]},
        "then": reference("section"),
        "else": reference("content"),
    });
    let bullets =
        json!({"anyOf": [text, list(&json!({"anyOf": [text, reference("highlight")]}))]});
    let mut shared = Map::new();
    let scalar = json!({
        "description": "Text. Numbers and truth values are taken as they are written.",
        "type": ["string", "number", "boolean"],
    });
    let mut add = |name: &str, value: Value| drop(shared.insert(name.into(), value));
    add("text", scalar);
    add("texts", json!({"anyOf": [text, list(&text)]}));
    add("labels", json!({"anyOf": [labels, list(&full)]}));
    add("content", content);
    add("any-section", section);
    add("bullets", bullets);
    shared
}

/// The schema of a mapping: its keys, and no others.
fn object(mapping: &Mapping) -> Value {
    let Mapping { name: _, subject: _, needs, doc, keys } = mapping;
    let mut properties = Map::new();
    for Key { name, shape, doc } in *keys {
        let mut schema = of(*shape);
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

/// The schema of what a key takes.
fn of(shape: Shape) -> Value {
    let text = reference("text");
    let one_or_more = |name: &str| {
        let one = json!({"anyOf": [text, reference(name)]});
        json!({"anyOf": [text, reference(name), list(&one)]})
    };
    match shape {
        Shape::Text | Shape::Line | Shape::Blocks | Shape::Url => text,
        Shape::Lines | Shape::Texts | Shape::Words => reference("texts"),
        Shape::Date => json!({"anyOf": [text, reference("date")]}),
        Shape::Flag => json!({"type": "boolean"}),
        Shape::PageBreak => json!({"enum": [true, false, "before"]}),
        Shape::Count => json!({"type": "integer", "minimum": 1, "maximum": 999}),
        Shape::Choice(words) => json!({"enum": words}),
        Shape::Known(words) => json!({"anyOf": [{"enum": words}, text]}),
        Shape::Photo => json!({"anyOf": [text, reference("photo")]}),
        Shape::Contact => reference("contact"),
        Shape::Referee => json!({"anyOf": [text, reference("contact")]}),
        Shape::ContactValue => one_or_more("contact-value"),
        Shape::OtherContacts => {
            let one = reference("contact-value");
            json!({"anyOf": [one, list(&one)]})
        }
        Shape::Orgs => one_or_more("org"),
        Shape::Highlights => reference("bullets"),
        Shape::Roles => list(&reference("entry")),
        Shape::Details => reference("labels"),
        Shape::Sections => sections(),
        Shape::Content => reference("content"),
        Shape::Look => reference("look"),
        Shape::Options => {
            json!({"type": "object", "additionalProperties": reference("texts")})
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
