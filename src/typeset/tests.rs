//! What the typesetter promises: a closed world, budgets, checks, the same pages twice.

use super::bench;
use crate::diag::Severity;
use crate::typeset::Glyphs;
use crate::view::Photo;

/// Sets a theme with this body, and finds an error with this code and message in it.
#[track_caller]
fn refuses(body: &str, code: &str, message: &str) {
    let (document, said) = bench::set(&bench::brief(&bench::theme(body)));
    assert!(document.is_none(), "pages were made");
    let errors = said.iter().filter(|one| one.severity == Severity::Error);
    let errors: Vec<_> = errors.map(|one| (one.code, one.message.as_str())).collect();
    let found = errors.iter().any(|(one, text)| *one == code && text.contains(message));
    assert!(found, "{errors:?}");
    let place = said[0].place.as_ref().expect("the error has a place");
    assert_eq!(place.source.name(), "themes/mine/theme.typ");
    let line = place.source.position(place.span.start).line;
    assert_eq!(line, 8, "the body stands in line 8");
}

#[track_caller]
fn sets(body: &str, codes: &[&str]) -> crate::typeset::Document {
    let (document, said) = bench::set(&bench::brief(&bench::theme(body)));
    let found: Vec<_> = said.iter().map(|one| one.code).collect();
    assert_eq!(found, codes, "{said:?}");
    document.expect("pages are made")
}

#[test]
fn a_theme_cannot_evaluate_text() {
    refuses("eval(\"1 + 1\")", "theme-error", "unknown variable: eval");
    refuses("std.eval(\"1 + 1\")", "theme-error", "does not contain `eval`");
    refuses("[$std.eval(\"1\")$]", "theme-error", "does not contain `eval`");
    refuses("[$eval(\"1\")$]", "theme-error", "unknown variable: eval");
}

#[test]
fn a_theme_cannot_run_plugins() {
    refuses("plugin(\"a.wasm\")", "theme-error", "unknown variable: plugin");
    refuses("std.plugin(\"a.wasm\")", "theme-error", "does not contain `plugin`");
}

#[test]
fn a_theme_cannot_read_files_that_are_not_its_own() {
    refuses("read(\"/etc/passwd\")", "theme-error", "file not found");
    refuses("read(\"../../etc/passwd\")", "theme-error", "would escape the project root");
    refuses("image(\"/etc/passwd\")", "theme-error", "file not found");
    refuses(
        "image(\"../../etc/passwd\")",
        "theme-error",
        "would escape the project root",
    );
    refuses(
        "json(\"../../../etc/passwd\")",
        "theme-error",
        "would escape the project root",
    );
    refuses("csv(\"/proc/self/environ\")", "theme-error", "file not found");
    refuses("pdf.attach(\"/etc/hostname\")", "theme-error", "file not found");
}

#[test]
fn a_theme_cannot_import_packages() {
    refuses(
        "{ import \"@preview/halcyon:0.1.0\": * }",
        "theme-error",
        "cannot use packages",
    );
    refuses("{ include \"@local/halcyon:0.1.0\" }", "theme-error", "cannot use packages");
}

#[test]
fn a_theme_cannot_take_the_resume_for_code() {
    refuses("include \"/resume.json\"", "theme-error", "not a Typst source file");
}

#[test]
fn a_theme_does_not_know_the_day() {
    refuses(
        "datetime.today().display()",
        "theme-error",
        "unable to get the current date",
    );
}

#[test]
fn a_theme_with_an_unknown_font_is_refused() {
    let body = "text(font: \"Source Serif\")[a]";
    refuses(body, "unknown-font", "no font family is named `Source Serif`");
    let (_, said) = bench::set(&bench::brief(&bench::theme(body)));
    let label = said[0].place.as_ref().map(|place| place.label.as_str());
    assert_eq!(label, Some("did you mean `Source Serif 4`?"));
}

#[test]
fn an_error_says_where_it_came_from() {
    let body = "{ let inner(x) = x.len()\n inner(1) }";
    let (_, said) = bench::set(&bench::brief(&bench::theme(body)));
    let hints = said[0].hints.join("\n");
    assert!(
        hints.contains("while calling `inner` at themes/mine/theme.typ:9:2"),
        "{hints}"
    );
    assert!(!hints.contains("main.typ"), "{hints}");
}

#[test]
fn a_theme_file_without_a_theme_is_told_what_to_define() {
    let (document, said) = bench::set(&bench::brief("#let thema(view, options) = []"));
    assert!(document.is_none());
    assert!(said[0].hints.iter().any(|hint| hint.contains("theme(view, options)")));
}

#[test]
fn an_error_in_a_data_file_of_a_theme_points_into_it() {
    let theme = bench::theme("json(\"sizes.json\")");
    let files =
        [("/theme/theme.typ", theme.as_str()), ("/theme/sizes.json", "{\n  oops\n}")];
    let (_, said) = bench::set(&bench::brief_of(&files));
    let place = said[0].place.as_ref().expect("the error has a place");
    assert_eq!(place.source.name(), "themes/mine/sizes.json");
    assert_eq!(place.source.position(place.span.start).line, 2, "{said:?}");
}

#[test]
fn a_theme_sees_its_own_files_and_the_library() {
    let body = "{ import \"parts/a.typ\": a; a; image(\"/lib/icons/envelope.svg\") }";
    let theme = bench::theme(body);
    let files = [
        ("/theme/theme.typ", theme.as_str()),
        ("/theme/parts/a.typ", "#let a = [its own]"),
    ];
    let (document, said) = bench::set(&bench::brief_of(&files));
    assert!(document.is_some_and(|document| text(&document) == "its own"), "{said:?}");
}

#[test]
fn an_asset_is_a_file_of_the_world() {
    let mut brief =
        bench::brief(&bench::theme("image(view.photo.file, alt: view.photo.alt)"));
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
    brief.view.photo = Some(Photo { file: "/photo.svg".into(), alt: "Portrait".into() });
    brief.assets.insert("/photo.svg".into(), svg.as_bytes().into());
    let (document, said) = bench::set(&brief);
    assert!(document.is_some(), "{said:?}");
}

#[test]
fn words_in_a_view_are_never_code() {
    let mut brief = bench::brief(&bench::theme("[#view.name]"));
    brief.view.name = "#panic() $x$ *a* \\ // `".into();
    let (document, said) = bench::set(&brief);
    let document = document.expect("pages are made");
    assert_eq!(text(&document), "#panic() $x$ *a* \\ // `", "{said:?}");
}

#[test]
fn a_theme_links_to_nothing_that_runs() {
    let links =
        |url| bench::set(&bench::brief(&bench::theme(&format!("link(\"{url}\")[a]"))));
    for url in ["https://a.example", "mailto:a@b.example", "TEL:+1", "http://a.example"] {
        assert!(links(url).0.is_some(), "{url}");
    }
    for url in
        ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,a", "a.example"]
    {
        let (document, said) = links(url);
        assert!(document.is_none() && said[0].code == "link-scheme", "{url}: {said:?}");
    }
}

#[test]
fn a_missing_glyph_is_a_warning() {
    let document = sets("[a 漢 b]", &["missing-glyph"]);
    assert_eq!(document.glyphs, Glyphs::Missing);
    assert_eq!(sets("[a b]", &[]).glyphs, Glyphs::Complete);
    assert_eq!(sets("[a\u{200d}b\u{2060}c\u{fe0f}]", &[]).glyphs, Glyphs::Complete);
    let document = sets("[\u{e000}]", &["private-character"]);
    assert_eq!(document.glyphs, Glyphs::Private);
}

#[test]
fn text_that_leaves_its_area_is_a_warning() {
    sets("[#(\"W\" * 60)]", &["overflow"]);
    sets("place(dx: -20pt)[out]", &["overflow"]);
    sets("rotate(90deg, [turned])", &[]);
    sets("set par(justify: true); lorem(200)", &[]);
}

#[test]
fn a_theme_out_of_hand_is_stopped_at_the_page_limit() {
    let (document, said) = bench::set(&bench::brief(&bench::theme("pagebreak() * 60")));
    assert!(document.is_none());
    assert_eq!(said[0].code, "page-limit");
    assert!(said[0].message.contains("61 pages, more than the limit of 50"), "{said:?}");
}

#[test]
fn a_budget_raises_the_page_limit() {
    let brief = bench::brief_with_pages(&bench::theme("pagebreak() * 60"), 70);
    assert!(bench::set(&brief).0.is_some());
}

/// Paragraphs of one line each.
fn paragraphs(count: u32) -> String {
    bench::theme(&format!("for i in range({count}) {{ par[Line #i] }}"))
}

#[track_caller]
fn fits(paragraphs_: u32, pages: u32, told: &str) {
    let (document, said) =
        bench::set(&bench::brief_with_pages(&paragraphs(paragraphs_), pages));
    let document = document.expect("it fits");
    assert_eq!(
        document.pages.pages().len(),
        usize::try_from(pages).expect("it is small")
    );
    let messages: Vec<_> = said.iter().map(|one| one.message.as_str()).collect();
    assert_eq!(messages.join("\n"), told);
}

#[test]
fn a_budget_that_is_kept_changes_nothing() {
    fits(20, 1, "");
}

#[test]
fn a_budget_takes_gaps_then_lines_then_size_then_margins() {
    fits(32, 1, "set tighter to fit 1 page: gaps −15 %");
    fits(40, 1, "set tighter to fit 1 page: gaps −45 %, lines −5 %, text 9.8 pt");

    fits(
        43,
        1,
        "set tighter to fit 1 page: gaps −45 %, lines −5 %, text 9.2 pt, margins 18 mm",
    );
}

#[test]
fn a_budget_that_cannot_be_kept_says_by_how_much() {
    let (document, said) = bench::set(&bench::brief_with_pages(&paragraphs(60), 1));
    assert!(document.is_none());
    assert_eq!(said[0].message, "this is 14 lines over 1 page, set as tight as can be");
}

#[test]
fn a_last_page_of_three_lines_is_avoided() {
    let set = |count| bench::set(&bench::brief(&paragraphs(count)));
    let (document, said) = set(30);
    assert_eq!(document.expect("pages are made").pages.pages().len(), 1);
    assert!(said[0].message.starts_with("set tighter to fit 1 page: gaps −"), "{said:?}");
    let (document, said) = set(34);
    assert_eq!(document.expect("pages are made").pages.pages().len(), 2);
    assert!(said.is_empty(), "{said:?}");
}

/// The text of a document's runs, in the order in which they are drawn.
fn text(document: &crate::typeset::Document) -> String {
    let mut text = String::new();
    for page in document.pages.pages() {
        crate::typeset::check::runs(page, &mut |run| text.push_str(&run.item.text));
    }
    text
}
