//! Texts that nobody means: deep, long, or put together by chance.

use crate::text::bind;
use crate::text::short::tree;
use crate::text::smart;
use crate::text::*;

#[test]
fn deep_nesting_is_flat_in_the_end() {
    for text in [
        "> ".repeat(5000) + "x",
        "- ".repeat(5000) + "x",
        "*a **b ".repeat(2000) + &"** *".repeat(2000) + "x",
        "[".repeat(20_000) + "x",
        "1. ".repeat(5000) + "x",
        "<div>\n\n".repeat(2000) + "x",
        "`".repeat(20_001) + "x",
    ] {
        let value = blocks(&text).value;
        assert!(tree(&value).contains('x'), "{}", &text[..20]);
        assert!(serde_json::to_string(&value).is_ok());
    }
}

/// Texts of signs and letters that chance puts together, always the same ones.
fn chance_texts() -> impl Iterator<Item = String> {
    const PIECES: [&str; 40] = [
        "a", "b", "é", "12", "2019.", "1.", "3)", " ", " ", "  ", "\n", "\n\n", "\n  ",
        "    ", "*", "**", "_", "`", "``", "```", "~~~", "#", "##", "- ", "+ ", "> ",
        "[", "]", "[x]:", "<", ">", "<div>", "</b>", "\\", "\\\\", ":", ".", "\"", "'",
        "---",
    ];
    let mut state = 7_u64;
    let mut roll = move |sides: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % sides
    };
    (0..20_000).map(move |_| (0..=roll(14)).map(|_| PIECES[roll(PIECES.len())]).collect())
}

/// Letters and figures: what must not be lost.
fn letters(text: &str) -> String {
    text.chars().filter(|it| it.is_alphanumeric()).collect()
}

#[test]
fn no_letter_is_lost_whatever_the_signs() {
    for text in chance_texts() {
        let mut found = String::new();
        let mut all = blocks(&text).value;
        // A name on a fence is not printed, nor what defines a link that is used.
        if ["```", "~~~", "[x]:"].iter().any(|it| text.contains(it)) {
            continue;
        }
        push_words(&all, &mut found);
        each_line(&mut all, &mut |line| {
            smart::smart(line, smart::quotes("fr"));
            bind::bind(line, true);
        });
        let single = inlines(&text).value;
        assert_eq!(letters(&plain(&single)), letters(&text), "{text:?}");
        // Numbers of lists are counted anew, so of these only letters are compared.
        let word = |it: &char| it.is_alphabetic();
        let wanted: String = letters(&text).chars().filter(word).collect();
        let found: String = found.chars().filter(word).collect();
        assert_eq!(found, wanted, "{text:?} became {}", tree(&all));
    }
}

/// All text of blocks.
fn push_words(blocks: &[Block], found: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph { body, .. } | Block::Subheading { body } => {
                found.push_str(&plain(body));
            }
            Block::List { items, .. } => {
                for item in items {
                    push_words(&item.blocks, found);
                }
            }
            Block::Labelled { label, blocks, .. } => {
                found.push_str(&plain(label));
                push_words(blocks, found);
            }
            Block::Quote { blocks } => push_words(blocks, found),
            Block::CodeBlock { text } => found.push_str(text),
        }
    }
}
