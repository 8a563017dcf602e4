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
        [("B", "", "2021"), ("A", "", "2020"), ("C", "", "2020"), ("D", "", "2020")];
    counts(&[("group", "year")], &years);
    counts(
        &[("group", "none")],
        &[("A", "", ""), ("B", "", ""), ("C", "", ""), ("D", "", "")],
    );
}

#[test]
fn groups_have_the_newest_first_and_what_has_no_year_last() {
    let yaml = "    - {title: A, year: 2010, type: book}\n    - {title: B, type: book}\n    \
                - {title: C, year: 2024, type: article}\n    - {title: D, year: in press, type: book}\n    \
                - {title: E, year: 2019–2021, type: book}\n";
    let order = |options: &[(&str, &str)]| {
        let all = composed(yaml, "en", options);
        let bodies = all.iter().map(|one| line(&one.body));
        let letter = |body: String| body.chars().find(|it| ('A'..='E').contains(it));
        bodies.filter_map(letter).collect::<String>()
    };
    assert_eq!(order(&[]), "ABCDE");
    assert_eq!(order(&[("group", "none")]), "ABCDE");
    assert_eq!(order(&[("group", "type")]), "DEABC");
    assert_eq!(order(&[("group", "year")]), "DCEAB");
}

#[test]
fn numbers_run_through_or_begin_anew() {
    let numbers = |numbering: &str| {
        let all = counted(&[("group", "type"), ("numbering", numbering)]).into_iter();
        all.map(|it| it.1).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(numbers("continuous"), "1. 2. 3. 4.");
    assert_eq!(numbers("reversed"), "4. 3. 2. 1.");
    assert_eq!(numbers("per-group"), "1. 2. 1. 1.");
    assert_eq!(numbers("per-year"), "1. 2. 1. 3.");
    assert_eq!(numbers("none").trim(), "");
}

#[test]
fn what_is_not_out_yet_has_a_heading_with_a_capital() {
    let group = |lang: &str| {
        let yaml = "    - {title: A, year: in press}\n";
        composed(yaml, lang, &[("group", "year")]).remove(0).group
    };
    assert_eq!(group("en"), "In press");
    assert_eq!(group("de"), "Im Druck");
}

/// The body of one publication by hand.
fn body(fields: &str, lang: &str, options: &[(&str, &str)]) -> String {
    line(&composed(&format!("    - {{{fields}}}\n"), lang, options)[0].body)
}

#[test]
fn the_stop_is_outside_of_links_and_inside_the_marks_in_english_only() {
    let linked = "title: T, url: 'https://x.example'";
    let check = |lang: &str, options: &[(&str, &str)], expected: &str| {
        assert_eq!(body(linked, lang, options), expected);
    };
    check("en", &[], "“{a https://x.example|T}.”");
    check("de", &[], "„{a https://x.example|T}“.");
    check("fr", &[], "{a https://x.example|{w « T »}}.");
    assert_eq!(
        body("title: 'T?', year: 2020", "de", &[("style", "ieee")]),
        "„T?“, 2020."
    );
    // The address stands after the marks.
    let printed = [("link-url", "print")];
    check("en", &printed, "{a https://x.example|“T.”}");
    check("de", &printed, "{a https://x.example|„T“}.");
}

#[test]
fn a_title_does_not_lead_where_the_identifier_leads() {
    let found = |url: &str| {
        let fields = format!("title: T, doi: 10.5555/A.1, url: '{url}'");
        body(&fields, "en", &[]).matches("{a ").count()
    };
    assert_eq!(found("https://doi.org/10.5555/a.1"), 1);
    assert_eq!(found("https://x.example/t.pdf"), 2);
}

#[test]
fn a_comma_follows_a_name_that_is_turned_around() {
    let names = "title: T, authors: ['Abebe-Lindqvist, T.', H. Brandt]";
    let chicago = body(names, "en-GB", &[("style", "chicago")]);
    assert_eq!(chicago, "{w Abebe-Lindqvist, T.}, and {w H. Brandt}. “T.”");
}

#[test]
fn editors_have_the_word_of_the_language_after_them() {
    let book = "title: T, type: book, editors: [Bo Li], year: 2019";
    let check = |style: &str, lang: &str, expected: &str| {
        assert_eq!(body(book, lang, &[("style", style)]), expected);
    };
    check("chicago", "en", "Bo Li, ed. (2019). {i T}.");
    check("apa", "en", "{w Li, B.} (Ed.). (2019). {i T}.");
    check("ieee", "en", "{w B. Li}, Ed., {i T}, 2019.");
    check("ieee", "de", "{w B. Li}, Hrsg., {i T}, 2019.");
    check("chicago", "ja", "Bo Li編 (2019). {i T}.");
}

#[test]
fn nothing_is_tied_where_lines_run_from_right_to_left() {
    for one in composed(FILE, "ar", &[("style", "ieee")]) {
        let body = line(&one.body);
        assert!(!body.contains("{w "), "{body}");
    }
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
    check("en", "2", "A A, B B, …, {b Alice Nguyen}, and four others.");
    check("de", "2", "A A, B B, …, {b Alice Nguyen} und 4 weitere.");
    check("en-GB", "2", "A A, B B, …, {b Alice Nguyen} and four others.");
    check("en", "6", "A A, B B, C C, D D, E E, {b Alice Nguyen}, and G G.");
    check("en", "9", "A A, B B, C C");
}
