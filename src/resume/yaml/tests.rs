//! What is read of YAML, and how quickly the rest is refused.
#![expect(clippy::disallowed_methods, reason = "refusing has to be quick")]

use std::fmt::Write as _;
use std::time::Duration;
use std::time::Instant;

use super::*;

/// Reads bytes; the codes of what was said, or how many values came out.
fn said(content: &[u8]) -> String {
    let mut sink = Sink::default();
    let root =
        decode("x", content, &mut sink).and_then(|source| read(&source, &mut sink));
    let codes: Vec<&str> = sink.diagnostics().iter().map(|it| it.code).collect();
    match root {
        Ok(root) => {
            format!("{} {}", root.size().0, codes.join(" ")).trim_end().to_owned()
        }
        Err(_) => codes.join(" "),
    }
}

#[track_caller]
fn check(content: impl AsRef<[u8]>, expected: &str) {
    let start = Instant::now();
    assert_eq!(said(content.as_ref()), expected);
    assert!(start.elapsed() < Duration::from_secs(1), "took {:?}", start.elapsed());
}

/// Where the first thing that was said stands.
#[track_caller]
fn check_place(content: &[u8], line: usize, column: usize, message: &str) {
    let mut sink = Sink::default();
    let _ = decode("x", content, &mut sink).and_then(|source| read(&source, &mut sink));
    let found = sink.diagnostics().first().expect("something was said");
    let place = found.place.as_ref().expect("it has a place");
    let at = place.source.position(place.span.start);
    assert_eq!((at.line, at.column, found.message.as_str()), (line, column, message));
}

#[test]
fn scalars_are_text_exactly_as_written() {
    let text =
        "[3.10, NO, 012, 1e3, 2021, true, 0x1F, .inf, 2013-08-21, !!str ~, !!int 1]";
    let root = read(&Source::new("x", text), &mut Sink::default()).expect("this is YAML");
    let Kind::List(list) = root.kind else { panic!("this is a list") };
    let texts = list.iter().map(|node| match &node.kind {
        Kind::Scalar(scalar) => scalar.text.as_str(),
        Kind::Null | Kind::List(_) | Kind::Map(_) => "-",
    });
    let expected = "3.10 NO 012 1e3 2021 true 0x1F .inf 2013-08-21 ~ 1";
    assert_eq!(texts.collect::<Vec<_>>().join(" "), expected);
}

#[test]
fn other_encodings_are_named_with_their_place() {
    check_place(
        b"name: A\nx: Ren\xE9 b\n",
        2,
        7,
        "this file is not UTF-8: it looks like Latin-1",
    );
    check_place(
        b"a: \x93b\x94\n",
        1,
        4,
        "this file is not UTF-8: it looks like Windows-1252",
    );
    let wide = "this file is not UTF-8: it looks like UTF-16 (little endian)";
    check_place(b"\xFF\xFEn\0:\0 \0x\0", 1, 1, wide);
    let wide = "this file is not UTF-8: it looks like UTF-16 (big endian)";
    check_place(b"\xFE\xFF\0n\0:\0 \0x", 1, 1, wide);
    check_place(
        b"a: \xC0\xAF\n",
        1,
        4,
        "this file is not UTF-8: it looks like a damaged file",
    );
    check_place(
        b"a: \xED\xA0\x80\n",
        1,
        4,
        "this file is not UTF-8: it looks like a damaged file",
    );
}

#[test]
fn a_byte_order_mark_is_accepted() {
    check("\u{FEFF}name: x\n", "2");
    check("\u{FEFF}", "empty-file");
}

#[test]
fn control_characters_are_refused_with_their_place() {
    check_place(b"a: b\0c\n", 1, 5, "found the control character U+0000 (NUL)");
    check_place(b"a: b\nc: \x1Bd\n", 2, 4, "found the control character U+001B");
    check_place("a: \u{85}b\n".as_bytes(), 1, 4, "found the control character U+0085");
    check("a: \"\\x9b\"\n", "2 control-character");
    check("a: b\r\nc: d\r\n", "3");
}

#[test]
fn bombs_of_aliases_are_refused() {
    let bomb = |join: &str| {
        let mut text = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for level in 1..40 {
            let alias = format!("*a{}", level - 1);
            let aliases = vec![alias; 9].join(join);
            let _ = writeln!(text, "a{level}: &a{level} [{aliases}]");
        }
        text
    };
    check(bomb(", "), "too-much");
    let long = format!("a: &a {}\nb: [{}]\n", "x".repeat(60_000), "*a, ".repeat(4000));
    check(long, "too-much");
    let chain = (1..2000).fold("a0: &a0 [x]\n".to_owned(), |text, level| {
        text + &format!("a{level}: &a{level} [*a{}]\n", level - 1)
    });
    check(chain, "too-deep");
    let merges = (1..2000).fold("a0: &a0 {x: y}\n".to_owned(), |text, level| {
        let below = level - 1;
        text + &format!(
            "a{level}: &a{level} {{<<: [*a{below}, *a{below}], k{level}: v}}\n"
        )
    });
    check(merges, "too-much");
}

#[test]
fn what_is_deep_is_refused() {
    check("[".repeat(100_000), "too-deep");
    check("{a: ".repeat(50_000), "too-deep");
    check("- ".repeat(10_000), "too-deep");
    check("? ".repeat(10_000), "too-deep");
    check(format!("{}x{}", "[".repeat(60), "]".repeat(60)), "61");
}

#[test]
fn what_is_long_is_refused() {
    check(format!("a: {}\n", "x".repeat(10_000_000)), "too-large");
    check(format!("a: {}\n", "x".repeat(100_000)), "too-long");
    check(format!("a: \"{}\"\n", "x".repeat(100_000)), "too-long");
    check("- a\n".repeat(6_000), "too-much");
    let keys: Vec<_> = (0..6_000).map(|key| format!("k{key}: v\n")).collect();
    check(keys.concat(), "too-much");
    check(format!("# {}\nname: x\n", "c".repeat(1_000_000)), "2");
    check("%TAG !a! tag:x,2000:\n".repeat(20_000) + "---\na: b\n", "needs-quotes");
}

#[test]
fn json_is_read_with_tabs() {
    check("{\n\t\"name\": \"x\",\n\t\"list\": [1, null]\n}\n", "5");
}

#[test]
fn a_stretch_of_a_text_is_found_in_the_source() {
    let source = Source::new("x", "a: >\n  one two\n  two three\n");
    let root = read(&source, &mut Sink::default()).expect("this is YAML");
    let Kind::Map(map) = &root.kind else { panic!("this is a mapping") };
    let place = map[0].1.locate(&source, &(8..11));
    assert_eq!((place.clone(), &source.text()[place]), (17..20, "two"));
}
