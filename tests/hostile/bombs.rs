//! Inputs that are small and become large, or deep, or slow.

use std::fmt::Write as _;

use super::Case;
use super::Input::Made;
use super::case;

/// A file with a name and, after a line for that, this.
fn after(text: &str) -> Vec<u8> {
    format!("name: Ada Lovelace\n{text}\n").into_bytes()
}

/// Nine lists of nine aliases each, one in the other.
fn laughs() -> Vec<u8> {
    let mut text =
        String::from("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for level in 1..9 {
        let alias = format!("*a{}", level - 1);
        let aliases = vec![alias; 9].join(", ");
        let _ = writeln!(text, "a{level}: &a{level} [{aliases}]");
    }
    after(&text)
}

/// One long list, and as many aliases of it.
fn quadratic() -> Vec<u8> {
    let long = vec!["x"; 2000].join(", ");
    let aliases = vec!["*a"; 2000].join(", ");
    after(&format!("headline: &a [{long}]\nother: [{aliases}]"))
}

/// Merges of merges.
fn merges() -> Vec<u8> {
    let mut text = String::from("m0: &m0 {a: b}\n");
    for level in 1..40 {
        let before = level - 1;
        let _ = writeln!(
            text,
            "m{level}: &m{level} {{<<: [*m{before}, *m{before}], k{level}: v}}"
        );
    }
    after(&text)
}

/// So many levels of block mappings.
fn blocks(levels: usize) -> Vec<u8> {
    let line = |level: usize| format!("{}a:\n", " ".repeat(level));
    after(&(0..levels).map(line).collect::<String>())
}

/// An entry with this many highlights.
fn bullets(count: usize) -> Vec<u8> {
    let bullets = "        - b\n".repeat(count);
    after(&format!(
        "sections:\n  experience:\n    - title: A\n      highlights:\n{bullets}"
    ))
}

/// This many mistakes, each in a line of its own.
fn mistakes() -> Vec<u8> {
    let lines: Vec<_> = (0..500).map(|number| format!("key{number}: a\n")).collect();
    after(&lines.concat())
}

/// This many profiles.
fn profiles() -> Vec<u8> {
    let profiles = (0..6000).map(|number| format!("  p{number}: {{}}\n"));
    after(&format!("profiles:\n{}", profiles.collect::<String>()))
}

pub(super) const CASES: &[Case] = &[
    case("a billion laughs", Made(laughs), "too-much 7:10"),
    case("a quadratic blow-up", Made(quadratic), "too-much 3:201"),
    case("merges of merges", Made(merges), "unknown-key 2:1, unknown-key 3:1, …"),
    case(
        "ten thousand opening brackets",
        Made(|| after(&"[".repeat(10_000))),
        "too-deep 2:65",
    ),
    case(
        "ten thousand opening braces",
        Made(|| after(&"{".repeat(10_000))),
        "too-deep 2:65",
    ),
    case(
        "a hundred thousand opening brackets",
        Made(|| after(&"[".repeat(100_000))),
        "too-deep 2:65",
    ),
    case(
        "ten thousand brackets, closed again",
        Made(|| after(&format!("a: {}{}", "[".repeat(10_000), "]".repeat(10_000)))),
        "too-deep 2:68",
    ),
    case(
        "ten thousand dashes",
        Made(|| after(&format!("a:\n  {}", "- ".repeat(10_000)))),
        "too-deep 3:129",
    ),
    case(
        "ten thousand question marks",
        Made(|| after(&"? ".repeat(10_000))),
        "too-deep 2:129",
    ),
    case(
        "ten thousand tags",
        Made(|| after(&format!("a: {}", "!x ".repeat(10_000)))),
        "needs-quotes 2:4",
    ),
    case(
        "ten thousand anchors",
        Made(|| after(&format!("a: {}", "&x ".repeat(10_000)))),
        "needs-quotes 2:4",
    ),
    case("a thousand levels of blocks", Made(|| blocks(1000)), "too-deep 66:65"),
    case(
        "a file of ten megabytes",
        Made(|| after(&format!("headline: {}", "a".repeat(10 << 20)))),
        "too-large 1:1",
    ),
    case(
        "a file of a hundred thousand lines",
        Made(|| after(&"headline: a\n".repeat(100_000))),
        "too-large 1:1",
    ),
    case(
        "a text of nine hundred kilobytes",
        Made(|| after(&format!("headline: {}", "word ".repeat(180_000)))),
        "too-long 2:11",
    ),
    case(
        "a word of a hundred kilobytes",
        Made(|| after(&format!("headline: {}", "a".repeat(100_000)))),
        "too-long 2:11",
    ),
    case(
        "a key of a hundred kilobytes",
        Made(|| after(&format!("{}: b", "a".repeat(100_000)))),
        "colon-missing 2:1",
    ),
    case(
        "a key of a thousand characters",
        Made(|| after(&format!("{}: b", "a".repeat(1000)))),
        "unknown-key 2:1",
    ),
    case("twenty thousand bullets", Made(|| bullets(20_000)), "too-much 5006:11"),
    case(
        "five hundred mistakes",
        Made(mistakes),
        "unknown-key 2:1, unknown-key 3:1, unknown-key 4:1, …",
    ),
    case("six thousand profiles", Made(profiles), "too-much 5003:10"),
    case(
        "a hundred thousand directives",
        Made(|| "%TAG !a! tag:a,2026:\n".repeat(40_000).into_bytes()),
        "needs-quotes 2:1",
    ),
    case(
        "letters under a tower of marks",
        Made(|| after(&format!("headline: a{}b", "\u{301}".repeat(5_000)))),
        "stacked-marks 2:11",
    ),
];
