//! The shape of the source: what stands above what, who names which crate, how long files
//! are, and whether every diagnostic is explained.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::bench::read_tree;
use crate::line::project;

/// The longest that a file may be.
const LINES: usize = 500;

/// Crates that only one part of the source may name, and that part.
const OWNED: &[(&str, &[&str])] = &[
    ("typst", &["src/typeset/", "src/export/"]),
    ("typst_layout", &["src/typeset/", "src/export/"]),
    ("typst_pdf", &["src/export/"]),
    ("typst_render", &["src/export/"]),
    ("typst_svg", &["src/export/"]),
    ("granit_parser", &["src/resume/yaml/"]),
    ("codespan_reporting", &["src/report"]),
    ("pulldown_cmark", &["src/text/"]),
];

/// Every file of Rust in these folders, by path from the project's folder.
fn sources(folders: &[&str]) -> BTreeMap<String, String> {
    let mut sources = BTreeMap::new();
    for folder in folders {
        for (name, bytes) in read_tree(&project(folder)) {
            if Path::new(&name).extension().is_some_and(|it| it == "rs") {
                let text = String::from_utf8(bytes).expect("source is text");
                sources.insert(format!("{folder}/{name}"), text);
            }
        }
    }
    sources
}

/// Fails with all faults, a line each.
#[track_caller]
fn finish(faults: &str) {
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn every_file_opens_with_what_it_is() {
    let mut faults = String::new();
    for (name, text) in sources(&["src", "tests", "benches"]) {
        let is_tests = name.starts_with("src/") && name.ends_with("tests.rs");
        if !text.starts_with("//! ") && !is_tests {
            let _ = writeln!(faults, "{name} does not open with `//!`");
        }
    }
    finish(&faults);
}

#[test]
fn no_file_is_too_long() {
    let mut faults = String::new();
    for (name, text) in sources(&["src", "tests"]) {
        let lines = text.lines().count();
        let is_tests = name.starts_with("src/") && name.ends_with("tests.rs");
        if lines > LINES && !is_tests {
            let _ = writeln!(faults, "{name} has {lines} lines");
        }
    }
    finish(&faults);
}

/// The modules in the order of `lib.rs`.
fn order() -> Vec<String> {
    let text = fs::read_to_string(project("src/lib.rs")).expect("it is there");
    let modules = text.lines().filter_map(|line| line.strip_prefix("pub mod "));
    modules.filter_map(|rest| Some(rest.split(';').next()?.to_owned())).collect()
}

#[test]
fn a_module_uses_only_those_above_it() {
    let order = order();
    let place = |module: &str| order.iter().position(|other| other == module);
    let mut faults = String::new();
    for (name, text) in sources(&["src"]) {
        let own = name.trim_start_matches("src/");
        let own = own.split('/').next().unwrap_or(own).trim_end_matches(".rs");
        let Some(at) = place(own) else { continue };
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let is_code = |line: &&str| !line.trim_start().starts_with("//");
        let is_tests = name.ends_with("tests.rs") || name.ends_with("bench.rs");
        for line in code.lines().filter(is_code).filter(|_| !is_tests) {
            for rest in line.split("crate::").skip(1) {
                let other: String = rest
                    .chars()
                    .take_while(|it| it.is_alphanumeric() || *it == '_')
                    .collect();
                if place(&other).is_some_and(|other| other > at) {
                    let _ = writeln!(
                        faults,
                        "{name} uses `{other}`, which stands below it: {line}"
                    );
                }
            }
        }
    }
    finish(&faults);
}

#[test]
fn every_module_of_the_crate_is_in_the_list() {
    let order: BTreeSet<String> = order().into_iter().collect();
    let names = sources(&["src"]).into_keys().filter_map(|name| {
        let own = name.trim_start_matches("src/").split('/').next()?.to_owned();
        Some(own.trim_end_matches(".rs").to_owned())
    });
    let names: BTreeSet<String> =
        names.filter(|name| name != "lib" && name != "main").collect();
    assert_eq!(order, names);
}

#[test]
fn crates_are_named_only_where_they_belong() {
    let mut faults = String::new();
    for (name, text) in sources(&["src"]) {
        for (krate, homes) in OWNED {
            let is_home = homes.iter().any(|home| name.starts_with(home));
            let path = format!("{krate}::");
            let names_it = |line: &&str| {
                let starts = line.match_indices(&path).map(|(at, _)| &line[..at]);
                let is_word = |before: &str| {
                    before.ends_with(|it: char| it.is_alphanumeric() || it == '_')
                };
                !line.trim_start().starts_with("//")
                    && starts.into_iter().any(|it| !is_word(it))
            };
            if !is_home && let Some(line) = text.lines().find(names_it) {
                let _ = writeln!(faults, "{name} names `{krate}`: {line}");
            }
        }
    }
    finish(&faults);
}

/// The codes of all diagnostics: what stands first in `Diagnostic::new`.
fn codes() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for (name, text) in sources(&["src"]) {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for rest in
            code.split("Diagnostic::new(").skip(1).filter(|_| !name.ends_with("tests.rs"))
        {
            let word = rest
                .trim_start()
                .strip_prefix('"')
                .and_then(|rest| rest.split('"').next());
            codes.extend(word.map(str::to_owned));
        }
    }
    codes
}

#[test]
fn every_diagnostic_is_explained() {
    let manual = fs::read_to_string(project("docs/errors.md")).expect("it is there");
    let codes = codes();
    assert!(codes.len() > 40, "the codes are found: {codes:?}");
    let missing: Vec<_> =
        codes.iter().filter(|code| !manual.contains(&format!("`{code}`"))).collect();
    assert!(missing.is_empty(), "not in docs/errors.md: {missing:#?}");
}

#[test]
fn every_diagnostic_is_reached_by_a_test() {
    let tests = sources(&["src", "tests"]);
    let suite = read_tree(&project("tests/suite")).into_values();
    let mut text: String =
        suite.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect();
    for (name, source) in tests {
        let is_unit = name.starts_with("src/");
        let part = if is_unit && !name.ends_with("tests.rs") {
            source.split("#[cfg(test)]").nth(1).unwrap_or_default()
        } else {
            &source
        };
        text.push_str(part);
    }
    let missed: Vec<String> =
        codes().into_iter().filter(|code| !text.contains(code.as_str())).collect();
    assert!(missed.is_empty(), "no test reaches {missed:#?}");
}
