//! The outcome as `JUnit` XML, which build servers show: a test case for each golden.

use quick_junit::NonSuccessKind;
use quick_junit::Report;
use quick_junit::TestCase;
use quick_junit::TestCaseStatus;
use quick_junit::TestSuite;

use crate::compare::Finding;
use crate::golden::Entry;
use crate::golden::Status;

/// Writes the entries as XML.
pub fn write(entries: &[Entry]) -> anyhow::Result<String> {
    let mut suite = TestSuite::new("golden");
    suite.add_test_cases(entries.iter().map(case));
    let mut report = Report::new("cvpdf golden");
    report.add_test_suite(suite);
    Ok(report.to_string()?)
}

fn case(entry: &Entry) -> TestCase {
    let mut case = TestCase::new(legal(&entry.name), status(entry));
    case.set_classname("golden");
    case
}

fn status(entry: &Entry) -> TestCaseStatus {
    let kind = match entry.status {
        Status::Same | Status::Alike => return TestCaseStatus::success(),
        Status::Different | Status::Missing | Status::Stale | Status::Extra => {
            NonSuccessKind::Failure
        }
        Status::Damaged | Status::Failed => NonSuccessKind::Error,
    };
    let mut status = TestCaseStatus::non_success(kind);
    status.set_type(entry.status.name());
    status.set_message(legal(&entry.headline()));
    let findings = entry.comparison.iter().flat_map(|it| &it.findings);
    let lines: Vec<String> = findings.flat_map(lines).collect();
    if !lines.is_empty() {
        status.set_description(legal(&lines.join("\n")));
    }
    status
}

fn lines(finding: &Finding) -> Vec<String> {
    let Finding { layer, summary, rows } = finding;
    let head = format!("{layer}: {summary}");
    let rows = rows.iter().map(|row| format!("{} {}", row.mark(), row.text));
    std::iter::once(head).chain(rows).collect()
}

/// The text with characters made visible that XML 1.0 has no way to write.
fn legal(text: &str) -> String {
    let is_illegal = |char: char| {
        let allowed = matches!(char, '\t' | '\n' | '\r');
        let no_character = matches!(char, '\u{fffe}' | '\u{ffff}');
        (char.is_control() && !allowed) || no_character
    };
    let mut legal = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            _ if is_illegal(char) => legal.extend(char.escape_unicode()),
            _ => legal.push(char),
        }
    }
    legal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_written_out() {
        let mut entry = Entry::new("a\u{1b}[31m\u{ffff}<b>\"&", Status::Failed);
        entry.told = "]]> \u{0}\u{fffe}".to_owned();
        let xml = write(&[entry, Entry::new("fine", Status::Same)]).expect("it is text");
        let bad = |char: char| {
            char.is_control() && char != '\n' || matches!(char, '\u{fffe}' | '\u{ffff}')
        };
        assert!(!xml.contains(bad), "{xml:?}");
        assert!(xml.contains("a\\u{1b}[31m\\u{ffff}&lt;b&gt;"), "{xml}");
        assert!(xml.contains("tests=\"2\"") && xml.contains("errors=\"1\""), "{xml}");
    }
}
