//! Manifests: what is read, and each mistake with its line and column.

use super::*;
use crate::source::Position;
use crate::theme::options::COMMON;

/// What every manifest needs; it has three lines.
const HEAD: &str = "title = 'Mine'\nsummary = 'My own'\ncontract = 1\n";

fn read_text(text: &str) -> (Result<Manifest, Reported>, Vec<String>) {
    let bytes = |text: &str| Cow::Owned(text.as_bytes().to_vec());
    let files = [("theme.toml".into(), bytes(text)), ("theme.typ".into(), bytes(""))];
    let mut sink = Sink::default();
    let manifest = read("mine", &files.into(), &["Inter", "Source Serif 4"], &mut sink);
    let lines = sink.diagnostics().iter().map(|it| {
        let place = it.place.as_ref();
        let start = place.map(|it| it.source.position(it.span.start));
        let Position { line, column } = start.unwrap_or(Position { line: 0, column: 0 });
        let label = place.map_or("", |it| &it.label);
        format!("{line}:{column} {} [{label}]", it.message)
    });
    let lines = lines.collect();
    (manifest, lines)
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let (manifest, lines) = read_text(text);
    assert_eq!(lines, expected);
    assert_eq!(manifest.is_err(), !expected.is_empty());
}

/// Checks the mistakes in what follows [`HEAD`].
#[track_caller]
fn check_after_head(text: &str, expected: &[&str]) {
    check(&format!("{HEAD}{text}"), expected);
}

#[test]
fn a_choice_names_the_family_that_it_needs() {
    let option = "[options.face]\nhelp = 'Face'\nchoice = 'a'\nchoices = ['a', 'b']\n";
    let (manifest, lines) =
        read_text(&format!("{HEAD}{option}needs = {{b = 'Elsewhere'}}\n"));
    assert_eq!(lines, [] as [&str; 0]);
    assert_eq!(manifest.unwrap().options["face"].needs["b"], "Elsewhere");
    check_after_head(
        &format!("{option}needs = {{c = 'Elsewhere', a = 1}}\n"),
        &[
            "8:31 a font family is a text in quotes []",
            "8:10 `face` has no choice `c` []",
        ],
    );
}

#[test]
fn a_manifest_declares_options_of_every_kind() {
    let (manifest, lines) = read_text(&format!(
        "{HEAD}fonts = ['Inter']\nunused = ['photo']\n\
         [options.header]\nhelp = 'Head'\nchoice = 'left'\nchoices = ['left', 'center']\n\
         [options.band]\nhelp = 'Band'\ncolor = 'navy'\n\
         [options.ratio]\nhelp = 'Ratio'\nnumber = 0.5\nmin = 0\nmax = 1\n\
         [options.lines]\nhelp = 'Lines'\nflag = true\n\
         [options.motto]\nhelp = 'Motto'\ntext = ''\n\
         [options.numerals]\nhelp = 'Numerals'\nfont = 'inter'\n\
         [strict]\nheader = 'left'\nlines = false\n"
    ));
    assert_eq!(lines, [] as [&str; 0]);
    let manifest = manifest.unwrap();
    assert_eq!(
        (manifest.fonts[0].as_str(), manifest.unused[0].as_str()),
        ("Inter", "photo")
    );
    for (name, default) in [
        ("header", "\"left\""),
        ("band", "\"#14213d\""),
        ("ratio", "0.5"),
        ("lines", "true"),
        ("motto", "\"\""),
        ("numerals", "\"Inter\""),
        ("density", "\"normal\""),
        ("margin", "null"),
        ("pages", "null"),
    ] {
        assert_eq!(manifest.options[name].default.to_string(), default, "{name}");
    }
    assert_eq!(manifest.strict["lines"], Value::Bool(false));
}

#[test]
fn every_common_default_is_a_value_that_its_option_takes() {
    for option in COMMON {
        let Some(default) = option.default else { continue };
        assert!(option.takes.read(default, &[]).is_some(), "{}", option.name);
    }
}

#[test]
fn what_is_missing_is_said() {
    check(
        "",
        &[
            "1:1 `title` is missing []",
            "1:1 `summary` is missing []",
            "1:1 `contract` is missing []",
        ],
    );
}

#[test]
fn all_mistakes_are_reported_at_once() {
    check(
        "titel = 'x'\nsummary = 3\ncontract = 2\nfonts = ['Intr', 'Arial']\n",
        &[
            "1:1 unknown key `titel` [did you mean `title`?]",
            "1:1 `title` is missing []",
            "3:12 this theme is written for contract 2, this program has 1 []",
            "2:11 `summary` is a text in quotes []",
            "4:10 no font family is named `Intr` [did you mean `Inter`?]",
            "4:18 no font family is named `Arial` [`cvpdf fonts` lists those that are]",
        ],
    );
}

#[test]
fn what_is_not_toml_has_a_line() {
    let (manifest, lines) = read_text("title = 'Mine'\nsummary = \n");
    assert!(manifest.is_err());
    assert!(lines[0].starts_with("2:"), "{lines:?}");
    let (manifest, lines) = read_text("title = 'a'\ntitle = 'b'\n");
    assert!(manifest.is_err());
    assert!(lines[0].starts_with("2:1 this is not TOML: "), "{lines:?}");
}

#[test]
fn an_option_says_once_what_it_takes() {
    check_after_head(
        "[options.a]\nhelp = 'x'\n[options.b]\nhelp = 'x'\nflag = true\ntext = ''\n",
        &[
            "4:10 `a` needs one of `choice`, `color`, `number`, `flag`, `text` and `font` \
             [each names what is taken and gives the default]",
            "6:10 `b` has `flag` and `text` [keep one]",
        ],
    );
    check_after_head(
        "[options.a]\nflag = true\n",
        &["4:10 `a` needs a line of `help` []"],
    );
    check_after_head(
        "[options.a]\nhelp = 'x'\nnumber = 2\nmin = 0\n",
        &["4:10 `number` needs `min` and `max` []"],
    );
}

#[test]
fn a_default_is_a_value_that_is_taken() {
    check_after_head(
        "[options.a]\nhelp = 'x'\nchoice = 'd'\nchoices = ['b', 'c']\n",
        &["6:10 `a` cannot be `d`: it takes `b` or `c` []"],
    );
    check_after_head(
        "[options.a]\nhelp = 'x'\nnumber = 3\nmin = 0\nmax = 2\n",
        &["6:10 `a` cannot be `3`: it takes a number from 0 to 2 []"],
    );
}

#[test]
fn an_option_of_all_themes_can_be_narrowed_and_nothing_else() {
    let (manifest, _) = read_text(&format!(
        "{HEAD}[options.date-position]\nchoice = 'inline'\nchoices = ['inline', 'below']\n\
         [options.font-size]\nnumber = 10.2\n\
         [options.margin]\ntext = '20mm'\n\
         [options.heading]\nchoice = 'ribbon'\nchoices = ['ribbon']\n"
    ));
    let manifest = manifest.unwrap();
    let position = &manifest.options["date-position"];
    assert_eq!(position.takes.words(), ["inline", "below"]);
    assert_eq!(position.help, "Where the dates of entries stand");
    assert_eq!(manifest.options["font-size"].default.to_string(), "10.2");
    assert_eq!(manifest.options["margin"].default["top"].to_string(), "56.693");
    check_after_head(
        "[options.density]\nchoice = 'airy'\nchoices = ['airy', 'normal']\n",
        &[
            "6:12 `density` has no choice `airy` [it has `normal`, `compact` and `relaxed`]",
        ],
    );
    check_after_head(
        "[options.icons]\ntext = 'x'\n",
        &["4:10 `icons` is a `flag` in every theme, not a `text` []"],
    );
}

#[test]
fn strict_decides_options_that_exist() {
    check_after_head(
        "[strict]\nheadings = 'plain'\nicons = 'maybe'\n",
        &[
            "5:1 there is no option `headings` [did you mean `heading`?]",
            "6:9 `icons` cannot be `maybe`: it takes `on` or `off` []",
        ],
    );
}

#[test]
fn a_manifest_is_utf_8() {
    let files = [
        ("theme.toml".to_owned(), Cow::Borrowed(&b"title = '\xff'\n"[..])),
        ("theme.typ".to_owned(), Cow::Borrowed(&b""[..])),
    ];
    let mut sink = Sink::default();
    assert!(read("mine", &files.into(), &[], &mut sink).is_err());
    let place = sink.diagnostics()[0].place.clone().unwrap();
    assert_eq!(place.source.position(place.span.start), Position { line: 1, column: 10 });
}

#[test]
fn a_theme_leaves_out_only_what_can_be_left_out() {
    check_after_head(
        "unused = ['headline', 'publications.grup', 'name']\n",
        &[
            "4:23 no theme can leave out `publications.grup` [did you mean \
             `publications.group`?]",
            "4:44 no theme can leave out `name` [it can leave out `headline`, `photo`, \
             `contacts`, `contacts.icon`, `summary`, `colophon`, `publications.group` \
             and `publications.year`]",
        ],
    );
}

#[test]
fn an_option_has_a_name_that_can_be_chosen() {
    let named = |name: &str| format!("[options.{name}]\nhelp = 'x'\nflag = true\n");
    for name in ["fit", "lang", "theme"] {
        check_after_head(
            &named(name),
            &[&format!(
                "4:10 no option can be named `{name}` [this name has a meaning already]"
            )],
        );
    }
    for name in ["a b", "x.y", "Band", "1st", ""] {
        check_after_head(
            &named(&format!("'{name}'")),
            &[&format!(
                "4:10 no option can be named `{name}` [a name is one word of lower-case \
                 letters, figures and `-`]"
            )],
        );
    }
}

#[test]
fn a_range_has_a_least_and_a_greatest_number() {
    check_after_head(
        "[options.a]\nhelp = 'x'\nnumber = 3\nmin = 5\nmax = 1\n",
        &["4:10 `min` is 5, more than `max`, which is 1 []"],
    );
}

#[test]
fn a_choice_is_there_once() {
    check_after_head(
        "[options.a]\nhelp = 'x'\nchoice = 'x'\nchoices = ['x', 'x']\n",
        &["7:17 the choice `x` is there twice []"],
    );
}

#[test]
fn an_accent_that_would_always_be_darkened_is_reported() {
    check_after_head(
        "[options.accent]\nhelp = 'x'\ncolor = '#ffc040'\n",
        &[
            "6:9 `#ffc040` is too pale for text: its contrast with white is 1.6 : 1, text \
           needs 4.5 : 1 [`#936f25` is dark enough]",
        ],
    );
    let insists = "[options.accent-strict]\nflag = false\n";
    check_after_head(&format!("[options.accent]\ncolor = '#ffc040'\n{insists}"), &[]);
}
