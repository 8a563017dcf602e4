//! What `themes --check` says of a theme that is wrong: once, and where.

use std::fs;

use super::themes::changed;
use super::themes::failed;
use super::themes::made;
use crate::line::project;

#[test]
fn a_syntax_error_is_told_once_with_its_place() {
    let bench = changed("mine/theme.typ", "page: (", "page: ((");
    let ran = bench.run("themes --check ./mine").fails_with(1);
    let ran = ran.says("mine/theme.typ:15:13");
    assert_eq!(ran.talk.matches("unclosed delimiter").count(), 1, "{}", ran.talk);
    assert_eq!(ran.text().matches("unclosed delimiter").count(), 1, "{}", ran.text());
    assert!(!ran.text().contains("more like these"), "{}", ran.text());
    let records = bench.run("themes --check ./mine --json").fails_with(1).records();
    let faults = records[1]["faults"].as_array().expect("there are faults");
    assert_eq!(faults[0]["samples"].as_array().map(Vec::len), Some(6), "{records:?}");
    let told = records.iter().find(|it| it["message"] == "unclosed delimiter");
    assert_eq!(
        told.map(|it| (&it["line"], &it["column"])),
        Some((&15.into(), &13.into()))
    );
}

#[test]
fn a_wrong_font_is_told_where_the_theme_names_it() {
    let bench =
        changed("mine/theme.typ", "body: \"Source Sans 3\"", "body: \"EB Garmond\"");
    let ran = bench.run("themes --check ./mine").fails_with(1);
    let ran = ran.says("did you mean `EB Garamond`?").says("mine/theme.typ:23:9");
    let named = "failed  contract: no font family is named `EB Garmond`";
    assert_eq!(ran.text().matches(named).count(), 1, "{}", ran.text());
}

#[test]
fn what_fails_on_one_paper_is_told_and_the_other_checks_are_made() {
    let bench = changed("mine/theme.typ", "us-letter:", "another:");
    let ran = bench.run("themes --check ./mine").fails_with(1);
    let ran = ran.says("does not contain key \"us-letter\"").says("mine/theme.typ:");
    assert!(
        ran.text().contains("failed  options: dictionary does not"),
        "{}",
        ran.text()
    );
    assert!(
        ran.text().contains("failed  overflow: dictionary does not"),
        "{}",
        ran.text()
    );
    for check in ["contrast", "tags", "words", "breaks"] {
        assert!(ran.text().contains(&format!("ok      {check}\n")), "{}", ran.text());
    }
    assert_eq!(ran.talk.matches("error:").count(), 1, "{}", ran.talk);
}

#[test]
fn what_fails_with_one_value_of_an_option_is_told_with_its_place() {
    let from = "#let theme(view, options) = {\n";
    let to = format!("{from}  if options.density == \"compact\" {{ 1 + \"a\" }}\n");
    let bench = changed("mine/theme.typ", from, &to);
    failed(&bench, "options", "cannot add integer and string (density=compact)");
    bench.run("themes --check ./mine").fails_with(1).says("mine/theme.typ:");
}

#[test]
fn what_fails_where_a_page_breaks_is_told_with_its_reason() {
    let from = "#let theme(view, options) = {\n";
    let to = format!("{from}  if options.fit.start > 100 {{ panic(\"too low\") }}\n");
    let bench = changed("mine/theme.typ", from, &to);
    failed(&bench, "breaks", "panicked with: too low (veteran, a4, pushed down by");
    bench.run("themes --check ./mine").fails_with(1).says("mine/theme.typ:");
}

#[test]
fn what_the_defaults_show_is_not_told_again_for_every_option() {
    let from = "    head(look, view, options, set-in, top";
    let to = format!("    place(dx: 200mm, [Far out])\n{from}");
    let bench = changed("mine/theme.typ", from, &to);
    let ran = bench.run("themes --check ./mine").fails_with(1);
    assert!(ran.text().contains("ok      options\n"), "{}", ran.text());
    let told = ran.text().matches("text leaves its area on page 1: `Far out`").count();
    // `overflow`, and `letter` whose head it is in.
    assert_eq!(told, 2, "{}", ran.text());
}

#[test]
fn two_colours_without_contrast_are_told_once() {
    let bench = changed("mine/theme.typ", "ink: \"#000000\"", "ink: \"#dddddd\"");
    let ran = bench.run("themes --check ./mine").fails_with(1);
    let told = ran.text().matches("failed  contrast: ").count();
    assert_eq!(told, 1, "{}", ran.text());
}

#[test]
fn limits_give_advice_that_the_command_takes() {
    let from = "#let theme(view, options) = {\n";
    let to = format!("{from}  for i in range(60) {{ pagebreak() }}\n");
    let bench = changed("mine/theme.typ", from, &to);
    let ran = bench.run("themes --check ./mine").fails_with(1);
    ran.says("more than the limit of 50").keeps_quiet_about("set `pages`");
    let to = format!("{from}  let all = range(100000000)\n");
    let bench = changed("mine/theme.typ", from, &to);
    let ran = bench.run("themes --check ./mine --memory-limit 512").fails_with(1);
    ran.says("more than 512 MiB").says("`--memory-limit MIB`");
}

#[test]
fn a_font_that_the_manifest_does_not_name_is_told() {
    let bench =
        changed("mine/theme.typ", "body: \"Source Sans 3\"", "body: \"EB Garamond\"");
    failed(&bench, "fonts", "text is set in `EB Garamond`, which `fonts`");
}

/// The blocks of a language in the manual of themes.
fn snippets(language: &str) -> Vec<String> {
    let text = fs::read_to_string(project("docs/themes.md")).expect("it is there");
    let start = format!("```{language}\n");
    let blocks = text.split(&start).skip(1);
    blocks.filter_map(|it| Some(it.split_once("```")?.0.to_owned())).collect()
}

#[test]
fn what_the_manual_shows_makes_a_theme_that_passes() {
    let bench = made();
    let manifest = snippets("toml").remove(0);
    bench.put("mine/theme.toml", manifest);
    let function = snippets("typ").remove(0);
    let text = String::from_utf8(bench.read("mine/theme.typ")).expect("it is text");
    let (before, rest) = text.split_once("#let theme(").expect("it has one");
    let (_, letter) = rest.split_once("#let letter(").expect("it has one");
    bench.put("mine/theme.typ", format!("{before}{function}\n#let letter({letter}"));
    let ran = bench.run("themes --check ./mine");
    assert!(!ran.text().contains("failed"), "{}\n{}", ran.text(), ran.talk);
    drop(ran.succeeds());
    bench.run("render ada.yaml --theme ./mine -O lines=on").succeeds().is_clean();
}
