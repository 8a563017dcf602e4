//! What the engine says of documents that differ in one thing.

use super::*;

/// What the engine says of two witnesses.
fn headline(old: &str, new: &str) -> String {
    witnesses(old, new).headline()
}

const WITNESS: &str = "1 page, 595.3 × 841.9 pt, en, tagged, \"Ada, \\\"Countess\\\"\"
author   Ada
font     Sans-Regular (embedded, subset, unicode)
outline  Work
role     H1 1
link     https://ada.example

── page 1
Ada Lovelace
Work

── colours
#000000 3 words

── tags
Document
  H1
";

/// Changes a part of the witness and expects this headline.
#[track_caller]
fn check(old: &str, new: &str, expected: &str) {
    let changed = WITNESS.replace(old, new);
    assert_ne!(changed, WITNESS, "`{old}` is in the witness");
    assert_eq!(headline(WITNESS, &changed), expected);
}

#[test]
fn texts_of_witnesses_are_compared_by_layers() {
    check("Lovelace", "Byron", "text: `Ada Lovelace` became `Ada Byron`");
    check("\n  H1", "\n  P", "structure: `H1` became `P`");
    check(
        "1 page,",
        "2 pages,",
        "structure: `1 page, 595.3 × 841.9 pt` became `2 pages, 595.3 × 841.9 pt`",
    );
    check(
        "ada.example",
        "ada.test",
        "links: `link https://ada.example` became `link https://ada.test`",
    );
    check(", en,", ", de,", "metadata: `language en` became `language de`");
    check(
        "author   Ada",
        "author   Augusta",
        "metadata: `author Ada` became `author Augusta`",
    );
    check("#000000", "#0a0a0a", "pixels: `#000000 3 words` became `#0a0a0a 3 words`");
    assert_eq!(headline(WITNESS, WITNESS), "nothing differs");
}

#[test]
fn lists_that_differ_in_all_are_not_searched_for_equal_lines() {
    let list = |word: &str| -> Vec<String> {
        (0..30_000).map(|number| format!("{word} {number}")).collect()
    };
    let parts = diff::parts(&list("one"), &list("two"));
    assert_eq!(parts.len(), 1);
    let rows = diff::rows(&list("one"), &list("two"));
    assert!(rows.len() < 500 && rows.last().is_some_and(|row| row.sign == Sign::Gap));
}

#[test]
fn lines_are_shown_with_those_around_them() {
    let list = |word: &str| -> Vec<String> {
        ["a", "b", "c", "d", word, "f", "g", "h"].map(str::to_owned).to_vec()
    };
    let rows = diff::rows(&list("e"), &list("E"));
    let shown: Vec<String> =
        rows.iter().map(|row| format!("{}{}", row.mark(), row.text)).collect();
    assert_eq!(shown, [" …", " c", " d", "-e", "+E", " f", " g", " …"]);
}

#[test]
fn what_is_no_pdf_is_told_apart() {
    let limits = Limits::default();
    let found = compare(b"old", b"new", &limits);
    assert_eq!(found, Err(Trouble::Old(Unreadable::Damaged)));
    assert_eq!(
        compare(b"same", b"same", &limits).map(|it| it.verdict),
        Ok(Verdict::Same)
    );
}
