//! What is printed from the tables of keys: the files in `docs` are current, and the keys
//! of `look` are those of themes.
//!
//! An independent validator reads the schema in `tests/schema`, a package of its own: its
//! dependencies would change features of Typst's.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use cvpdf::resume::keys;
use cvpdf::resume::keys::Shape;
use cvpdf::resume::schema;
use cvpdf::theme;
use cvpdf::theme::options;

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
fn looks_have_a_key_for_each_option_that_all_themes_have() {
    let common = options::COMMON.iter().map(|option| option.name);
    let expected: BTreeSet<&str> = common.chain(["theme", "lang", "options"]).collect();
    let found: BTreeSet<&str> = keys::LOOK.keys.iter().map(|key| key.name).collect();
    assert_eq!(found, expected);
}

#[test]
fn editors_are_told_of_every_theme() {
    let key = keys::LOOK.keys.iter().find(|key| key.name == "theme");
    let Some(Shape::Known(told)) = key.map(|key| &key.shape) else { panic!("a theme") };
    assert_eq!(told.to_vec(), theme::builtin_names().collect::<Vec<_>>());
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
