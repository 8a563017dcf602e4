//! Tools for those who make themes: a first one, pictures of all, and checks.

use std::time::Duration;

use crate::bench::Bench;
use crate::bench::MINIMAL;

/// A bench with a new theme, `mine`.
pub(super) fn made() -> Bench {
    let bench = Bench::new().file("ada.yaml", MINIMAL);
    bench
        .run("new --theme mine")
        .succeeds()
        .writes(&["mine/theme.toml", "mine/theme.typ"]);
    bench
}

/// A bench with a new theme in which one stretch of a file is another.
#[track_caller]
pub(super) fn changed(file: &str, from: &str, to: &str) -> Bench {
    let bench = made();
    let text = String::from_utf8(bench.read(file)).expect("it is text");
    assert!(text.contains(from), "{file} has no `{from}`");
    bench.put(file, text.replace(from, to));
    bench
}

/// What a failed run says of one check.
#[track_caller]
pub(super) fn failed(bench: &Bench, check: &str, words: &str) {
    let ran = bench.run("themes --check ./mine").fails_with(1);
    let lines: Vec<&str> = ran.text().lines().collect();
    let start = format!("failed  {check}: ");
    let is_it = |line: &&str| line.starts_with(&start) && line.contains(words);
    assert!(lines.iter().any(is_it), "{lines:#?}\n{}", ran.talk);
}

#[test]
fn a_new_theme_renders_at_once_and_passes_the_checks() {
    let bench = made();
    bench.run("render ada.yaml --theme ./mine").succeeds().is_clean();
    let ran = bench.run("themes --check ./mine").succeeds().writes_nothing();
    for check in [
        "manifest", "contract", "fonts", "options", "overflow", "contrast", "tags",
        "words", "breaks", "letter",
    ] {
        assert!(ran.text().contains(&format!("ok      {check}\n")), "{}", ran.text());
    }
    let records = bench.run("themes --check mine --json").succeeds().records();
    assert_eq!(records.len(), 10);
    assert!(records.iter().all(|it| it["ok"] == true), "{records:?}");
}

#[test]
fn a_new_theme_has_a_usable_name_and_replaces_nothing() {
    let bench = made();
    bench.run("new --theme mine").fails_with(2).says("is there already").writes_nothing();
    for name in ["Mine", "my theme", "../mine", "plain", ""] {
        bench
            .run_with(&["new", "--theme", name])
            .fails_with(2)
            .says("theme")
            .writes_nothing();
    }
    bench.run("new ada2.yaml --theme other").fails_with(2).writes_nothing();
    let text = String::from_utf8(bench.read("mine/theme.toml")).expect("it is text");
    assert!(text.contains("title    = \"Mine\""), "{text}");
}

#[test]
fn white_text_is_named() {
    let bench = changed("mine/theme.typ", "ink: \"#000000\"", "ink: \"#ffffff\"");
    failed(&bench, "contrast", "#ffffff on #ffffff: a contrast of 1.0 : 1");
}

#[test]
fn text_outside_the_page_is_named() {
    let from = "    head(look, view, options, set-in, top";
    let to = format!("    place(dx: 200mm, [Far out])\n{from}");
    let bench = changed("mine/theme.typ", from, &to);
    failed(&bench, "overflow", "text leaves its area on page 1: `Far out`");
}

#[test]
fn a_headline_that_is_dropped_is_named() {
    let from = "#let theme(view, options) = {\n";
    let to = format!("{from}  view.headline = ()\n");
    let bench = changed("mine/theme.typ", from, &to);
    failed(&bench, "words", "headline: `Staff Site Reliability Engineer");
}

#[test]
fn headings_that_no_outline_has_are_named() {
    let from = "#let theme(view, options) = {\n";
    let to = format!("{from}  set heading(outlined: false, bookmarked: false)\n");
    let bench = changed("mine/theme.typ", from, &to);
    failed(&bench, "tags", "`Experience` is no heading of the outline");
}

#[test]
fn pages_that_break_badly_are_named() {
    let from = "    body(look, view, options, set-in, set-title, small)";
    let to = "    for section in view.sections { set-title(section.title); pagebreak(weak: true) }";
    let bench = changed("mine/theme.typ", from, to);
    failed(&bench, "breaks", "it ends in `Experience`");
}

#[test]
fn a_letter_whose_head_stands_elsewhere_is_named() {
    let from = "  (look, set-in) => head(";
    let to = "  (look, set-in) => v(4pt) + head(";
    let bench = changed("mine/theme.typ", from, to);
    failed(
        &bench,
        "letter",
        "its head has `Wilhelmina` 4.0 pt from where the résumé's has it (standard, a4;",
    );
}

#[test]
fn what_a_letter_loses_is_named() {
    let from = "#let letter(view, options) = set-letter(\n";
    let to = "#let letter(view, options) = set-letter(\n  view + (letter: view.letter + (subject: ())), options, spec, (size: 11.2, pitch: 15.2, measure: 155mm, start: 0mm),\n  (look, set-in) => head(look, view, options, set-in, top(look, options)),\n)\n#let unused(view, options) = set-letter(\n";
    let bench = changed("mine/theme.typ", from, to);
    failed(
        &bench,
        "letter",
        "letter: `Conservator of charts, reference 26/04` is missing",
    );
}

#[test]
fn a_letter_that_cannot_be_set_is_named_with_its_line() {
    let from = "#let letter(view, options) = set-letter(\n";
    let to = "#let letter(view, options) = view.nothing\n#let unused(view, options) = set-letter(\n";
    let bench = changed("mine/theme.typ", from, to);
    failed(&bench, "letter", "nothing");
    bench.run("themes --check ./mine").fails_with(1).says("mine/theme.typ:");
}

#[test]
fn a_theme_may_have_no_letters() {
    let bench = changed("mine/theme.typ", "#let letter(", "#let epistle(");
    bench.run("themes --check ./mine").succeeds();
}

#[test]
fn a_loop_without_end_is_stopped_at_the_time_limit() {
    let from = "#let theme(view, options) = {\n";
    let to = format!(
        "{from}  for i in range(100000) {{ for k in range(100000) {{ let x = i * k }} }}\n"
    );
    let bench = changed("mine/theme.typ", from, &to);
    let ran = bench.run("themes --check ./mine --time-limit 2").fails_with(1);
    let ran = ran.says("longer than 2 s").writes_nothing();
    assert!(ran.text().starts_with("ok      manifest\n"), "{}", ran.text());
    assert!(ran.taken.wall < Duration::from_secs(20), "{:?}", ran.taken);
}

#[test]
fn an_option_of_an_unknown_type_is_named_with_its_line() {
    let bench = changed("mine/theme.toml", "flag = true", "switch = true");
    failed(&bench, "manifest", "switch");
    bench.run("themes --check ./mine").fails_with(1).says("mine/theme.toml:");
}

#[test]
fn a_theme_that_is_not_there_is_told_of() {
    let bench = Bench::new();
    bench.run("themes --check ./none").fails_with(1).says("./none");
}

#[test]
fn the_gallery_has_a_picture_of_every_theme_and_one_of_all() {
    let bench = Bench::new();
    let names: Vec<String> =
        crate::line::THEMES.iter().map(|name| format!("shown/{name}.png")).collect();
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.push("shown/gallery.png");
    names.sort_unstable();
    bench.run("themes --gallery shown").succeeds().writes(&names);
    let size = |name: &str| {
        let picture = image::load_from_memory(&bench.read(name)).expect("it is a PNG");
        (picture.width(), picture.height())
    };
    // A4 at 144 pixels an inch, and four by two of half that size with gaps of 48.
    assert_eq!(size("shown/classic.png"), (1191, 1684));
    assert_eq!(size("shown/gallery.png"), (4 * (595 + 48) + 48, 2 * (842 + 48) + 48));
    let before = bench.files();
    bench.run("themes --gallery again").succeeds();
    for name in names {
        let again = bench.read(&name.replace("shown", "again"));
        assert_eq!(before[name], again, "{name}");
    }
}

#[test]
fn the_options_of_a_theme_say_their_range_and_what_strict_makes_of_them() {
    let ran = Bench::new().run("themes plain").succeeds().text().to_owned();
    let has = |words: &str| assert!(ran.contains(words), "{words}\n{ran}");
    has("a number from 9 to 12 (default: the theme's own)");
    has("one length from 5 mm to 60 mm");
    has("a colour as `#7a1f2b`, or `burgundy`");
    has("`below`, `inline` or `right` (default: below; below if `ats` is `strict`)");
    has("`on` or `off` (default: off; off if `ats` is `strict`)");
}

#[test]
fn the_options_of_a_theme_of_your_own_are_listed() {
    let bench = made();
    let from = "[strict]";
    let to = "[options.band]\nhelp = \"A band\"\nflag = true\n\n[strict]";
    let text = String::from_utf8(bench.read("mine/theme.toml")).expect("it is text");
    bench.put("mine/theme.toml", text.replace(from, to));
    for name in ["./mine", "mine", "mine/"] {
        let ran = bench.run(&format!("themes {name}")).succeeds();
        ran.prints("  band\n      A band\n      `on` or `off` (default: on)");
    }
    bench.run("themes ./none").fails_with(1).says("there is no such folder");
}

#[test]
fn the_name_of_a_folder_with_a_theme_says_how_it_is_chosen() {
    let bench = made();
    let ran = bench.run("render ada.yaml --theme mine").fails_with(1);
    ran.says("for the theme in the folder `mine`, say `./mine`");
    let bench = Bench::new().file("ada.yaml", MINIMAL).file("mine/readme.txt", "");
    let ran = bench.run("render ada.yaml --theme mine").fails_with(1);
    ran.keeps_quiet_about("say `./mine`");
}

#[test]
fn a_path_that_is_no_folder_of_a_theme_says_which_is_near() {
    let bench = made();
    let ran = bench.run("render ada.yaml --theme ./mine/theme.typ").fails_with(1);
    ran.says("it is a file").says("give the folder, `./mine`");
    let ran = bench.run("render ada.yaml --theme ./mien").fails_with(1);
    ran.says("there is no such folder").says("did you mean `./mine`?");
    let text = format!("{MINIMAL}look: {{theme: ./empty}}\n");
    let bench = Bench::new().file("ada.yaml", text).file("empty/readme.txt", "");
    let ran = bench.run("render ada.yaml").fails_with(1);
    ran.says("it has no `theme.toml`").says("ada.yaml:3:15");
}

#[test]
#[cfg(unix)]
fn a_link_out_of_a_theme_is_the_fault_of_the_theme() {
    use std::os::unix::fs::symlink;
    for (target, words) in [("/etc/hostname", "leads out of"), ("none", "leads nowhere")]
    {
        let bench = made();
        symlink(target, bench.path("mine/link.txt")).expect("links can be made");
        let ran = bench.run("render ada.yaml --theme ./mine").fails_with(1);
        ran.says(words).says("put a copy");
        let ran = bench.run("themes --check ./mine --json").fails_with(1);
        let record = &ran.records()[0];
        assert_eq!(
            (&record["check"], &record["ok"]),
            (&"manifest".into(), &false.into())
        );
        assert!(ran.diagnostics().contains(&"theme-folder".to_owned()), "{}", ran.text());
    }
}

#[test]
fn a_theme_without_letters_says_so() {
    let bench = changed("mine/theme.typ", "#let letter(", "#let epistle(");
    let letter =
        "letter: {salutation: Dear, body: Hi, closing: Yours, date: 2026-11-03}\n";
    bench.put("ada.yaml", format!("{MINIMAL}{letter}"));
    let ran = bench.run("render ada.yaml --letter --theme ./mine").fails_with(1);
    let ran = ran.says("theme `mine` sets no letters").says("`letter(view, options)`");
    ran.keeps_quiet_about("assertion").keeps_quiet_about("`theme(view, options)`");
}

#[test]
fn a_theme_that_is_no_text_is_named() {
    let bench = made();
    bench.put("mine/theme.typ", b"\xff\xfe#\x00l\x00");
    let ran = bench.run("render ada.yaml --theme ./mine").fails_with(1);
    ran.says("`./mine/theme.typ` is not UTF-8").keeps_quiet_about("define");
    bench.put("mine/theme.typ", "#let other = 1\n");
    let ran = bench.run("render ada.yaml --theme ./mine").fails_with(1);
    ran.says("`./mine/theme.typ` has no function `theme`");
}

#[test]
fn what_is_new_is_told_to_machines_too() {
    let bench = Bench::new();
    let outputs = |line: &str| -> Vec<String> {
        let records = bench.run(line).succeeds().records();
        let output = |it: &serde_json::Value| it["output"].as_str().map(str::to_owned);
        records.iter().filter_map(output).collect()
    };
    assert_eq!(outputs("new --theme mine --json"), ["mine/theme.toml", "mine/theme.typ"]);
    assert_eq!(outputs("new ada.yaml --json"), ["ada.yaml"]);
}
