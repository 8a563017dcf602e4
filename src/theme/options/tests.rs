//! Choices: what becomes of what an author chose.

use std::borrow::Cow;

use super::*;
use crate::resume::Origin;
use crate::source::Source;

const MANIFEST: &str = "
    title = 'Mine'
    summary = 'My own'
    contract = 1
    [options.accent]
    color = 'burgundy'
    [options.header]
    help = 'Head'
    choice = 'center'
    choices = ['center', 'left']
    [options.heading]
    choice = 'smallcaps'
    choices = ['smallcaps', 'plain', 'rule']
    [strict]
    heading = 'plain'
";

const FAMILIES: &[&str] = &["Inter", "Source Serif 4"];

fn theme() -> Theme {
    let bytes = |text: &'static str| Cow::Borrowed(text.as_bytes());
    let files = [("theme.toml".into(), bytes(MANIFEST)), ("theme.typ".into(), bytes(""))];
    Theme::load("mine", files.into(), FAMILIES, &mut Sink::default()).unwrap()
}

/// What comes of options that are written as `name=value`.
fn choose(chosen: &[&str]) -> (Result<Choices, Reported>, Vec<String>) {
    let pairs = chosen.iter().filter_map(|pair| pair.split_once('='));
    let chosen = pairs.map(|(name, value)| {
        (name.to_owned(), Chosen { value: value.to_owned(), origin: Origin::Flag })
    });
    let around =
        Surroundings { paper: "us-letter", is_paper_open: false, families: FAMILIES };
    let mut sink = Sink::default();
    let choices = theme().choices(&chosen.collect(), around, &mut sink);
    let line = |it: &Diagnostic| {
        format!("{}: {} | {}", it.code, it.message, it.hints.join(" | "))
    };
    (choices, sink.diagnostics().iter().map(line).collect())
}

#[track_caller]
fn check(chosen: &[&str], name: &str, expected: &str) {
    let (choices, lines) = choose(chosen);
    assert_eq!(lines, [] as [&str; 0]);
    assert_eq!(choices.unwrap().options[name].to_string(), expected);
}

#[test]
fn what_is_not_chosen_is_the_theme_s_or_the_language_s() {
    check(&[], "accent", "\"#7a1f2b\"");
    check(&[], "header", "\"center\"");
    check(&[], "paper", "\"us-letter\"");
    check(&[], "density", "\"normal\"");
    check(&[], "icons", "false");
    check(&[], "photo", "\"right\"");
    for name in ["margin", "font-body", "font-size", "pages"] {
        check(&[], name, "null");
    }
}

#[test]
fn every_common_option_is_there() {
    let (choices, _) = choose(&[]);
    let choices = choices.unwrap();
    assert!(COMMON.iter().all(|option| choices.options.contains_key(option.name)));
}

#[test]
fn what_is_chosen_is_typed() {
    check(&["paper=A4"], "paper", "\"a4\"");
    check(&["accent=teal"], "accent", "\"#0b6b63\"");
    check(&["font-body=inter"], "font-body", "\"Inter\"");
    check(&["font-size=10.5"], "font-size", "10.5");
    check(&["pages=2"], "pages", "2");
    check(&["icons=on"], "icons", "true");
    check(&["footer=Page"], "footer", "\"Page\"");
    check(&["header=left"], "header", "\"left\"");
}

#[test]
fn all_that_is_wrong_is_reported_at_once() {
    let (choices, lines) = choose(&[
        "density=compakt",
        "font-body=Intr",
        "font-size=30",
        "haeder=left",
        "heading=bar",
    ]);
    assert!(choices.is_err());
    assert_eq!(
        lines,
        [
            "unknown-value: `density` cannot be `compakt` | did you mean `compact`? | \
             it takes `normal`, `compact` or `relaxed`",
            "unknown-font: no font family is named `Intr` | did you mean `Inter`? | \
             it takes a family that `cvpdf fonts` lists",
            "unknown-value: `font-size` cannot be `30` | it takes a number from 9 to 12",
            "unknown-option: theme `mine` has no option `haeder` | did you mean `header`? | \
             besides those of all themes it has `header`",
            "unknown-value: `heading` cannot be `bar` | it takes `smallcaps`, `plain` or `rule`",
        ]
    );
}

#[test]
fn a_key_s_mistake_is_reported_at_the_key() {
    let source = Source::new("a.yaml", "look: {density: x}");
    let origin = Origin::Key(source, 16..17);
    let chosen = [("density".to_owned(), Chosen { value: "x".into(), origin })];
    let around = Surroundings { paper: "a4", is_paper_open: false, families: FAMILIES };
    let mut sink = Sink::default();
    assert!(theme().choices(&chosen.into(), around, &mut sink).is_err());
    assert_eq!(
        sink.diagnostics()[0].place.as_ref().map(|it| it.span.clone()),
        Some(16..17)
    );
}

#[test]
fn a_pale_accent_is_darkened_with_a_warning_unless_insisted_on() {
    let (choices, lines) = choose(&["accent=#ffcc00"]);
    let accent = choices.unwrap().text("accent").to_owned();
    assert_ne!(accent, "#ffcc00");
    assert!(color::read(&accent).unwrap().contrast_on_white() >= color::LEAST_CONTRAST);
    let said = format!(
        "low-contrast: `#ffcc00` is too pale for text, it was darkened to `{accent}`"
    );
    assert!(lines[0].starts_with(&said), "{lines:?}");
    check(&["accent=#ffcc00", "accent-strict=off"], "accent", "\"#ffcc00\"");
}

#[test]
fn strict_decides_over_the_author() {
    let chosen =
        ["ats=strict", "icons=on", "photo=left", "heading=rule", "date-position=right"];
    check(&chosen, "icons", "false");
    check(&chosen, "photo", "\"off\"");
    check(&chosen, "date-position", "\"below\"");
    check(&chosen, "range", "\"hyphen-spaced\"");
    check(&chosen, "link-url", "\"print\"");
    check(&chosen, "heading", "\"plain\"");
    check(&chosen[1..], "heading", "\"rule\"");
}

#[test]
fn strict_has_months_in_full_unless_the_author_chose() {
    check(&[], "month", "\"short\"");
    check(&["ats=strict"], "month", "\"long\"");
    check(&["ats=strict", "month=number"], "month", "\"number\"");
    check(&["ats=strict", "month=short"], "month", "\"short\"");
}

#[test]
fn the_same_choices_have_the_same_json() {
    let json =
        |chosen: &[&str]| serde_json::to_string(&choose(chosen).0.unwrap()).unwrap();
    assert_eq!(
        json(&["font-size=10.0", "icons=yes"]),
        json(&["icons=on", "font-size=10"])
    );
    assert!(json(&["margin=20mm"]).contains(
        r#""margin":{"top":56.693,"right":56.693,"bottom":56.693,"left":56.693}"#
    ));
}
