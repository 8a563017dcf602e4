//! Runs `tests/suite`: small résumés that carry what is said about them.
//!
//! A case begins with `# === ` and its name. The comment lines that follow say how it is
//! read (`# profile: sre`, `# for: a, b`, `# lang: fr`), what it shows (`# shows:` and indented lines),
//! and what is said about it. Positions count from the first line that is no comment.
//! `UPDATE=1` rewrites what is shown and said.

mod outline;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

use cvpdf::diag::Diagnostic;
use cvpdf::diag::Severity;
use cvpdf::diag::Sink;
use cvpdf::resume::language::Version;
use cvpdf::resume::parse;
use cvpdf::resume::profile;
use cvpdf::source::Source;
use cvpdf::source::Span;

/// A case of the suite.
struct Case<'a> {
    name: &'a str,
    /// Lines that say how it is read, in order.
    directives: Vec<&'a str>,
    /// Lines of expectation, as written.
    expected: Vec<&'a str>,
    text: String,
}

#[test]
fn every_case_says_what_it_should() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let update = std::env::var_os("UPDATE").is_some();
    let mut names = BTreeSet::new();
    let mut failures = Vec::new();
    for file in files(&folder) {
        let text = fs::read_to_string(&file).expect("the suite can be read");
        let mut rewritten = String::new();
        for case in cases(&text) {
            assert!(
                names.insert(case.name.to_owned()),
                "two cases are called {:?}",
                case.name
            );
            let found = run(&case);
            if found != case.expected {
                let (found, expected) = (found.join("\n"), case.expected.join("\n"));
                let file = file.display();
                failures.push(format!(
                    "{file}: {}\n--- expected\n{expected}\n--- found\n{found}\n",
                    case.name
                ));
            }
            rewritten.push_str(&write(&case, &found));
        }
        let rewritten = rewritten.trim_end().to_owned() + "\n";
        if update && rewritten != text {
            fs::write(&file, rewritten).expect("the suite can be written");
        }
    }
    assert!(names.len() >= 120, "the suite has only {} cases", names.len());
    assert!(
        failures.is_empty(),
        "{} cases differ:\n\n{}",
        failures.len(),
        failures.join("\n")
    );
}

/// The files of the suite, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the suite is there");
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|it| it == "yaml"));
    files.sort();
    files
}

/// The cases of a file.
fn cases(text: &str) -> impl Iterator<Item = Case<'_>> {
    text.split("# === ").skip(1).map(|case| {
        let (name, rest) = case.split_once('\n').unwrap_or((case, ""));
        let head = rest.lines().take_while(|line| line.starts_with('#')).count();
        let (mut directives, mut expected) = (Vec::new(), Vec::new());
        for line in rest.lines().take(head) {
            let how = ["# profile: ", "# for: ", "# lang: ", "# shows:"]
                .iter()
                .any(|it| line.starts_with(it));
            if how { directives.push(line) } else { expected.push(line) }
        }
        let text: String = rest.split_inclusive('\n').skip(head).collect();
        Case { name, directives, expected, text: text.trim_end().to_owned() + "\n" }
    })
}

/// Reads a case and writes down what it shows and what is said about it.
fn run(case: &Case<'_>) -> Vec<String> {
    let directive =
        |name: &str| case.directives.iter().find_map(|line| line.strip_prefix(name));
    let mut sink = Sink::default();
    let wanted: Vec<String> = directive("# for: ").map_or(Vec::new(), |words| {
        words.split(',').map(|it| it.trim().to_owned()).collect()
    });
    let profile = directive("# profile: ");
    let (lang, fallback) = (directive("# lang: "), None);
    let version = Version { profile, wanted: &wanted, lang, fallback };
    let text = if case.text.trim().is_empty() { "" } else { &case.text };
    let resume = parse::source("case.yaml", text.as_bytes(), &mut sink)
        .and_then(|source| parse::parse_in(&source, &version, &mut sink))
        .and_then(|resume| profile::select(&resume, profile, &wanted, &mut sink));
    let mut lines = Vec::new();
    if let (Some(_), Ok(resume)) = (directive("# shows:"), &resume) {
        let shown = outline::outline(resume);
        lines.extend(shown.lines().map(|line| format!("#   {line}")));
    }
    let errors = sink.count(Severity::Error) > 0;
    assert_eq!(
        errors,
        resume.is_err(),
        "{}: errors and a résumé exclude each other",
        case.name
    );
    lines.extend(sink.diagnostics().iter().flat_map(said));
    lines
}

/// What a diagnostic says, as comment lines.
fn said(diagnostic: &Diagnostic) -> Vec<String> {
    let Diagnostic { severity, code, message, place, hints } = diagnostic;
    let severity = match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let at =
        place.as_ref().map_or("-".into(), |place| stretch(&place.source, &place.span));
    let mut lines = vec![format!("# {severity} {at} {code}: {message}")];
    let label = place.iter().map(|place| &place.label).filter(|label| !label.is_empty());
    lines.extend(label.map(|label| format!("# label: {label}")));
    lines.extend(hints.iter().map(|hint| format!("# hint: {hint}")));
    lines
}

fn stretch(source: &Source, span: &Span) -> String {
    let (start, end) = (source.position(span.start), source.position(span.end));
    format!("{}:{}-{}:{}", start.line, start.column, end.line, end.column)
}

/// A case with what was found, as it stands in the file.
fn write(case: &Case<'_>, found: &[String]) -> String {
    let Case { name, directives, expected: _, text } = case;
    let mut lines = vec![format!("# === {name}")];
    lines.extend(directives.iter().map(|line| (*line).to_owned()));
    lines.extend(found.iter().cloned());
    format!("{}\n{}\n", lines.join("\n"), text.trim_start_matches('\n'))
}
