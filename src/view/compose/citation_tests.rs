//! Publications of a file in every style, grouped and counted in every way.
#![expect(clippy::disallowed_methods, reason = "tests read the samples")]

use std::fmt::Write as _;

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;

use super::compose;
use crate::diag::Sink;
use crate::locale::Locale;
use crate::resume::bibliography;
use crate::resume::parse;
use crate::source::Source;
use crate::text::short::line;
use crate::theme::options::Choices;
use crate::view::Content;
use crate::view::Publication;

/// The publications of a sample file, or of lines of YAML, as a theme gets them.
fn composed(sections: &str, lang: &str, options: &[(&str, &str)]) -> Vec<Publication> {
    let mut sink = Sink::default();
    let yaml = format!("name: Alice Nguyen\nsections:\n  publications:\n{sections}");
    let mut resume = parse::parse(&Source::new("alice.yaml", yaml), &mut sink).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/publications");
    let mut texts = BTreeMap::new();
    for file in bibliography::files(&resume) {
        let text = std::fs::read_to_string(root.join(&file.file)).unwrap();
        texts.insert(file.file.clone(), Source::new(file.file, text));
    }
    bibliography::fill(&mut resume, &texts, &[], &mut sink).unwrap();
    assert!(sink.diagnostics().is_empty());
    let value = |text: &str| text.parse().map_or(json!(text), |it: u64| json!(it));
    let options = options.iter().map(|(name, text)| ((*name).into(), value(text)));
    let choices = Choices { options: options.collect() };
    let mut view = compose(&resume, &choices, &Locale::find(lang).unwrap());
    match view.sections.remove(0).content {
        Content::Publications { publications } => publications,
        other => panic!("{other:?}"),
    }
}

/// The file of all kinds.
const FILE: &str = "    file: papers.bib\n";

/// The sample in one style, a line each.
fn styled(style: &str, lang: &str) -> String {
    let all = composed(FILE, lang, &[("style", style), ("group", "type")]);
    let mut page = String::new();
    let mut group = "";
    for one in &all {
        if one.group != group {
            let _ = writeln!(page, "# {}", one.group);
            group = &one.group;
        }
        let _ = writeln!(page, "{}", line(&one.body));
    }
    page
}

#[track_caller]
fn check(style: &str, lang: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/publications");
    let file = root.join(format!("{style}.{lang}.txt"));
    let found = styled(style, lang);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, &found).unwrap();
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(found, expected, "in {}", file.display());
}

#[test]
fn themes_without_styles_have_the_plain_form() {
    check("plain", "en");
}

#[test]
fn chicago_has_the_year_after_the_authors() {
    check("chicago", "en");
    check("chicago", "de");
    check("chicago", "ja");
}

#[test]
fn apa_turns_names_around() {
    check("apa", "en");
    check("apa", "fr");
}

#[test]
fn ieee_has_words_for_its_numbers() {
    check("ieee", "en");
}

#[test]
fn numeric_year_has_the_year_at_the_end() {
    check("numeric-year", "en");
}

#[test]
fn the_own_name_is_strong_in_every_style() {
    for style in ["plain", "chicago", "apa", "ieee", "numeric-year"] {
        for lang in ["en", "fr", "ar", "zh", "ru", "hi"] {
            for one in composed(FILE, lang, &[("style", style)]) {
                let body = line(&one.body);
                assert_eq!(body.matches("{b ").count(), 1, "{style} {lang}: {body}");
            }
        }
    }
}

#[test]
fn bibtex_and_csl_json_give_the_same_pages() {
    for style in ["plain", "chicago", "apa", "ieee", "numeric-year"] {
        let bodies = |file: &str| {
            let file = format!("    file: {file}\n");
            let all = composed(&file, "en", &[("style", style)]).into_iter();
            let bodies = all.map(|one| line(&one.body));
            bodies.filter(|it| !it.contains("Acta")).collect::<Vec<_>>()
        };
        assert_eq!(bodies("papers.bib"), bodies("papers.json"), "{style}");
    }
}

/// What publications are called in these options: number, group and year.
fn counted(options: &[(&str, &str)]) -> Vec<(String, String, String)> {
    let yaml = "    - {title: A, year: 2020, type: book}\n    - {title: B, year: 2021, type: Zine}\n    \
                - {title: C, year: 2020}\n    - {title: D, year: 2020, type: book}\n";
    let all = composed(yaml, "en", options);
    let plain = |one: &Publication| {
        line(&one.body).chars().filter(|it| ('A'..='D').contains(it)).collect()
    };
    all.iter()
        .map(|one| {
            (plain(one), one.number.clone().unwrap_or_default(), one.group.clone())
        })
        .collect()
}

#[track_caller]
fn counts(options: &[(&str, &str)], expected: &[(&str, &str, &str)]) {
    let found = counted(options);
    let found: Vec<_> =
        found.iter().map(|it| (it.0.as_str(), it.1.as_str(), it.2.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn what_is_written_by_hand_keeps_its_order_unless_a_theme_groups() {
    let kept = [("A", "", "Books"), ("B", "", "Zine"), ("C", "", ""), ("D", "", "Books")];
    counts(&[], &kept);
    let other = "Other publications";
    let grouped =
        [("A", "", "Books"), ("D", "", "Books"), ("B", "", "Zine"), ("C", "", other)];
    counts(&[("group", "type")], &grouped);
    let years =
        [("A", "", "2020"), ("C", "", "2020"), ("D", "", "2020"), ("B", "", "2021")];
    counts(&[("group", "year")], &years);
    counts(
        &[("group", "none")],
        &[("A", "", ""), ("B", "", ""), ("C", "", ""), ("D", "", "")],
    );
}

#[test]
fn numbers_run_through_or_begin_anew() {
    let numbers = |numbering: &str| {
        let all = counted(&[("group", "type"), ("numbering", numbering)]).into_iter();
        all.map(|it| it.1).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(numbers("continuous"), "1 2 3 4");
    assert_eq!(numbers("reversed"), "4 3 2 1");
    assert_eq!(numbers("per-group"), "1 2 1 1");
    assert_eq!(numbers("per-year"), "1 2 1 3");
    assert_eq!(numbers("none").trim(), "");
}

#[test]
fn authors_are_cut_only_on_request_and_never_the_own_name() {
    let yaml =
        "    - {title: T, authors: [A A, B B, C C, D D, E E, Alice Nguyen, G G]}\n";
    let body = |lang: &str, authors: &str| {
        line(&composed(yaml, lang, &[("authors", authors), ("style", "chicago")])[0].body)
    };
    let check = |lang: &str, authors: &str, expected: &str| {
        let body = body(lang, authors);
        assert!(body.starts_with(expected), "{body}");
    };
    check("en", "0", "A A, B B, C C, D D, E E, {b Alice Nguyen}, and G G.");
    check("en", "2", "A A, B B, …, {b Alice Nguyen} and 4 others.");
    check("de", "2", "A A, B B, …, {b Alice Nguyen} und 4 weitere.");
    check("en", "6", "A A, B B, C C, D D, E E, {b Alice Nguyen}, and G G.");
    check("en", "9", "A A, B B, C C");
}
