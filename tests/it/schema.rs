//! The JSON Schema: it is the one in `docs`, takes every sample, and refuses what the
//! parser refuses.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use cvpdf::diag::Sink;
use cvpdf::resume::keys;
use cvpdf::resume::parse;
use cvpdf::resume::schema;
use cvpdf::resume::yaml;
use cvpdf::resume::yaml::Kind;
use cvpdf::resume::yaml::Node;
use cvpdf::source::Source;
use serde_json::Value;

/// What schema and parser both refuse, below `name: Ada Byrne`.
const BROKEN: &[&str] = &[
    "nam: Ada",
    "headline: {text: a}",
    "headline: [[a]]",
    "photo: {alt: a}",
    "photo: [a.jpg]",
    "photo: {file: a.jpg, size: 3}",
    "contact: [a]",
    "contact: {emial: a}",
    "contact: {email: {label: a}}",
    "contact: {email: [[a]]}",
    "contact: {email: {text: a, lable: b}}",
    "contact: {other: a}",
    "contact: {other: [a]}",
    "updated: [2013]",
    "updated: {end: 2013}",
    "summary: [a]",
    "summary: {a: b}",
    "colophon: [a]",
    "sections: [a]",
    "sections: a",
    "sections: {a: {content: b, titel: c}}",
    "sections: {a: {content: b, kind: list}}",
    "sections: {a: {content: b, page-break: after}}",
    "sections: {a: {content: b, for: {c: d}}}",
    "sections: {a: [{date: 2013}]}",
    "sections: {a: [{title: [b]}]}",
    "sections: {a: [{title: b, orgg: c}]}",
    "sections: {a: [{title: b, org: {url: c.example}}]}",
    "sections: {a: [{title: b, org: {name: c, web: d}}]}",
    "sections: {a: [{title: b, date: [2013]}]}",
    "sections: {a: [{title: b, date: {begin: 2013}}]}",
    "sections: {a: [{title: b, keep: maybe}]}",
    "sections: {a: [{title: b, page-break: 3}]}",
    "sections: {a: [{title: b, roles: c}]}",
    "sections: {a: [{title: b, roles: [c]}]}",
    "sections: {a: [{title: b, roles: [{date: 2013}]}]}",
    "sections: {a: [{title: b, highlights: {c: d}}]}",
    "sections: {a: [{title: b, highlights: [{for: c}]}]}",
    "sections: {a: [{title: b, highlights: [[c]]}]}",
    "sections: {a: [{title: b, highlights: [{text: c, bullets: [d]}]}]}",
    "sections: {a: [{title: b, details: c}]}",
    "sections: {a: [{title: b, details: [{text: c}]}]}",
    "sections: {a: [{title: b, place: {c: d}}]}",
    "sections: {a: [{title: b, summary: [c]}]}",
    "sections: {a: {b: [[c]]}}",
    "sections: {a: {b: [{level: c}]}}",
    "sections: {languages: [{level: C2}]}",
    "sections: {publications: [{year: 1843}]}",
    "sections: {a: [[b]]}",
    "look: classic",
    "look: {colour: red}",
    "look: {theme: {name: classic}}",
    "look: {options: [a]}",
    "look: {options: {a: {b: c}}}",
    "profiles: [a]",
    "profiles: {a: [b]}",
    "profiles: {a: {pages: one}}",
    "profiles: {a: {pages: 0}}",
    "profiles: {a: {section: [b]}}",
    "profiles: {a: {look: plain}}",
    "profiles: {a: {sections: {b: c}}}",
];

#[test]
fn the_schema_in_docs_is_the_one_that_is_printed() {
    written("docs/cvpdf.schema.json", &schema::json());
}

#[test]
fn the_reference_in_docs_is_the_one_that_is_printed() {
    let page = keys::reference();
    written("docs/schema.md", &format!("# All keys\n\n{page}"));
}

#[test]
fn the_schema_is_one_of_draft_2020_12() {
    assert!(jsonschema::draft202012::meta::is_valid(&schema::schema()));
}

#[test]
fn every_sample_is_taken() {
    let validator = validator();
    let files = ["resumes", "tests/cases", "tests/cases/shapes"].map(files).concat();
    assert!(files.len() > 70, "only {} samples were found", files.len());
    for file in files {
        let text = fs::read_to_string(&file).expect("a sample can be read");
        let errors: Vec<String> = validator
            .iter_errors(&json(&text))
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", file.display());
    }
}

#[test]
fn what_is_broken_is_refused_by_schema_and_parser() {
    let validator = validator();
    for broken in BROKEN {
        let text = format!("name: Ada Byrne\n{broken}\n");
        let mut sink = Sink::default();
        let parsed = parse::parse(&Source::new("case.yaml", text.as_str()), &mut sink);
        assert!(parsed.is_err(), "the parser takes {broken}");
        assert!(!validator.is_valid(&json(&text)), "the schema takes {broken}");
    }
}

#[test]
fn a_name_is_needed_by_schema_and_parser() {
    assert!(!validator().is_valid(&json("headline: a\n")));
    assert!(!validator().is_valid(&json("- a\n")));
}

fn validator() -> jsonschema::Validator {
    jsonschema::validator_for(&schema::schema()).expect("the schema is one")
}

/// Holds a file of the repository against what is printed; `UPDATE=1` writes it.
#[track_caller]
fn written(path: &str, printed: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, printed).expect("docs can be written");
    }
    let found = fs::read_to_string(&file).unwrap_or_default();
    assert!(found == printed, "{path} is old: run this test with UPDATE=1");
}

/// The samples in a folder, sorted.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(&folder).expect("the folder is there");
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|it| it == "yaml"));
    files.sort();
    files
}

/// A text as an editor reads it: typed by the rules of YAML's core schema.
fn json(text: &str) -> Value {
    let root = yaml::read(&Source::new("case.yaml", text), &mut Sink::default());
    typed(&root.expect("the text is YAML"))
}

fn typed(node: &Node) -> Value {
    match &node.kind {
        Kind::Null => Value::Null,
        Kind::List(list) => list.iter().map(typed).collect(),
        Kind::Map(map) => {
            map.iter().map(|(key, node)| (key.text.clone(), typed(node))).collect()
        }
        Kind::Scalar(scalar) if scalar.plain => match scalar.text.as_str() {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            text => text.parse::<serde_json::Number>().map_or(text.into(), Value::Number),
        },
        Kind::Scalar(scalar) => scalar.text.as_str().into(),
    }
}
