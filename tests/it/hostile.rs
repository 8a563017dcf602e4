//! Malformed inputs, in tables: each is answered with its code, its line and column, in
//! little time and little memory, and nothing is lost in silence.

use std::fmt::Write as _;
use std::time::Duration;

use crate::bench::Bench;
use crate::bench::Ran;

#[path = "../hostile/bombs.rs"]
mod bombs;
#[path = "../hostile/bytes.rs"]
mod bytes;
#[path = "../hostile/dates.rs"]
mod dates;
#[path = "../hostile/keys.rs"]
mod keys;
#[path = "../hostile/literal.rs"]
mod literal;
#[path = "../hostile/photos.rs"]
mod photos;
#[path = "../hostile/themes.rs"]
mod themes;
#[path = "../hostile/values.rs"]
mod values;
#[path = "../hostile/yaml.rs"]
mod yaml;

/// The most processor time that an input may cost.
const TIME: Duration = Duration::from_secs(1);

/// The most memory that an input may cost, in MiB.
const MEMORY: u64 = 200;

/// An input and what it must be answered with.
struct Case {
    /// What is wrong, in words; unique in all tables.
    name: &'static str,
    /// The input.
    input: Input,
    /// The diagnostics in order, as `code line:column`, with commas between them; `…` at
    /// the end stands for more of the last kind.
    answer: &'static str,
}

/// A malformed input.
enum Input {
    /// The whole text.
    Whole(&'static str),
    /// What follows a first line with a name, so that it begins in line 2.
    After(&'static str),
    /// A file that is no text, or too long to be written here.
    Made(fn() -> Vec<u8>),
    /// A photo: `photo: portrait` in line 2 names a file with these bytes.
    Photo(fn() -> Vec<u8>),
    /// A theme of the user's own: its manifest and its `theme.typ`.
    Theme(&'static str, &'static str),
}

/// Makes a line of a table.
const fn case(name: &'static str, input: Input, answer: &'static str) -> Case {
    Case { name, input, answer }
}

/// Every table, by its file.
const TABLES: &[(&str, &[Case])] = &[
    ("bombs", bombs::CASES),
    ("bytes", bytes::CASES),
    ("dates", dates::CASES),
    ("keys", keys::CASES),
    ("photos", photos::CASES),
    ("themes", themes::CASES),
    ("values", values::CASES),
    ("yaml", yaml::CASES),
];

/// Runs every case of a table and tells of all that were answered wrongly.
#[track_caller]
fn check(table: &str) {
    let (_, cases) =
        TABLES.iter().find(|(name, _)| *name == table).expect("it is a table");
    let mut faults = String::new();
    for case in *cases {
        let bench = bench(&case.input);
        let theme =
            if matches!(case.input, Input::Theme(..)) { " --theme ./mine" } else { "" };
        let ran = bench.run(&format!("render ada.yaml --json{theme}"));
        if let Err(fault) = judge(case, &ran) {
            let _ = writeln!(faults, "{table}: {}: {fault}", case.name);
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

fn bench(input: &Input) -> Bench {
    let bench = Bench::new();
    match input {
        Input::Whole(text) => bench.file("ada.yaml", text),
        Input::After(text) => {
            bench.file("ada.yaml", format!("name: Ada Lovelace\n{text}"))
        }
        Input::Made(make) => bench.file("ada.yaml", make()),
        Input::Photo(make) => {
            let bench = bench.file("ada.yaml", "name: Ada Lovelace\nphoto: portrait\n");
            bench.file("portrait", make())
        }
        Input::Theme(manifest, theme) => {
            let bench = bench.file("ada.yaml", "name: Ada Lovelace\n");
            bench.file("mine/theme.toml", manifest).file("mine/theme.typ", theme)
        }
    }
}

/// Holds a run against its case: first that nothing went amiss, then what was said.
fn judge(case: &Case, ran: &Ran<'_>) -> Result<(), String> {
    let wrong = !matches!(ran.code, Some(0 | 1));
    if wrong || ran.talk.contains("panicked") {
        return Err(format!("exit code {:?}: {}", ran.code, ran.talk));
    }
    if ran.taken.cpu > TIME || ran.taken.mebibytes > MEMORY {
        return Err(format!("it took {:?}", ran.taken));
    }
    let found = ran.diagnostics().join(", ");
    let fits = match case.answer.strip_suffix(", …") {
        Some(start) => found.starts_with(start) && found.len() > start.len(),
        None => found == case.answer,
    };
    if !fits {
        return Err(format!("answered with `{found}`, not `{}`", case.answer));
    }
    let is_error = |record: &serde_json::Value| record["severity"] == "error";
    let errors = ran.records().iter().filter(|record| is_error(record)).count();
    if (errors > 0) != (ran.code == Some(1)) {
        return Err(format!("{errors} errors with exit code {:?}", ran.code));
    }
    Ok(())
}

#[test]
fn bombs_are_refused() {
    check("bombs");
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    check("bytes");
}

#[test]
fn dates_that_cannot_be_are_told_of() {
    check("dates");
}

#[test]
fn keys_that_are_not_ours_are_refused() {
    check("keys");
}

#[test]
fn photos_that_are_none_are_refused() {
    check("photos");
}

#[test]
fn themes_that_are_broken_are_refused() {
    check("themes");
}

#[test]
fn values_that_do_not_fit_are_refused() {
    check("values");
}

#[test]
fn texts_that_are_no_yaml_are_refused() {
    check("yaml");
}

#[test]
fn there_are_two_hundred_cases_and_no_two_have_one_name() {
    let names = TABLES.iter().flat_map(|(_, cases)| cases.iter().map(|case| case.name));
    let mut names: Vec<&str> = names.collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count, "a name stands twice");
    assert!(count >= 200, "there are only {count}");
}

/// Answers that are about pages, or about a whole theme, and have no place in a text.
const PLACELESS: [&str; 4] = ["…", "overflow", "theme-error", "theme-warning"];

#[test]
fn every_case_of_the_tables_says_where_the_mistake_is() {
    let has_place = |part: &str| PLACELESS.contains(&part) || part.contains(':');
    let lost = TABLES.iter().flat_map(|(_, cases)| cases.iter());
    let lost: Vec<_> = lost
        .filter(|it| it.answer.is_empty() || !it.answer.split(", ").all(has_place))
        .collect();
    let lost: Vec<&str> = lost.iter().map(|case| case.name).collect();
    assert!(lost.is_empty(), "without line and column: {lost:#?}");
}

#[test]
fn signs_are_printed_as_they_are_written() {
    let mut faults = String::new();
    for (written, printed) in literal::TEXTS {
        let quoted = serde_json::to_string(written).expect("text is JSON");
        let text = format!("name: Ada\nupdated: 2026\nsections:\n  hobbies: {quoted}\n");
        let bench = Bench::new().file("ada.yaml", text);
        let pdf = bench.run("render ada.yaml -o -").succeeds().output;
        let witness = cvpdf::inspect::read(&pdf).expect("it is a PDF");
        let lines = witness.pages[0].lines.iter().skip(2).map(|line| line.text.as_str());
        let found = lines.collect::<Vec<_>>().join(" ");
        if found != *printed {
            let _ =
                writeln!(faults, "{written:?} is printed as {found:?}, not {printed:?}");
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}
