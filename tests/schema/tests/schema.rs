//! The JSON Schema, by an independent validator: it takes every sample, and refuses what
//! the parser refuses.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use cvpdf_schema::diag::Sink;
use cvpdf_schema::resume::parse;
use cvpdf_schema::resume::schema;
use cvpdf_schema::resume::yaml;
use cvpdf_schema::resume::yaml::Kind;
use cvpdf_schema::resume::yaml::Node;
use cvpdf_schema::source::Source;
use serde_json::Value;

/// What schema and parser both refuse below `name: Ada Byrne`, a line each.
const BROKEN: &str = include_str!("../broken.txt");

#[test]
fn the_schema_is_one_of_draft_2020_12() {
    assert!(jsonschema::draft202012::meta::is_valid(&schema::schema()));
}

#[test]
fn every_sample_is_taken() {
    let validator = validator();
    let files = ["resumes", "tests/cases", "tests/cases/letters", "tests/cases/shapes"].map(files).concat();
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
    for broken in BROKEN.lines() {
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

/// The samples in a folder, sorted.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
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
