//! Tests of what text becomes, as tables: what is written, and the tree in short signs.
//! They are listed in `short`.

mod bonds;
mod hostile;
mod quotes;

use super::short::line;
use super::short::tree;
use super::*;

/// Checks a table of lines.
#[track_caller]
fn check_lines(rows: &[(&str, &str)]) {
    let found = rows.iter().map(|(text, _)| line(&inlines(text).value));
    compare(rows, found);
}

/// Checks a table of texts with blocks.
#[track_caller]
fn check_blocks(rows: &[(&str, &str)]) {
    compare(rows, rows.iter().map(|(text, _)| tree(&blocks(text).value)));
}

/// Checks a table of bullets.
#[track_caller]
fn check_items(rows: &[(&str, &str)]) {
    compare(rows, rows.iter().map(|(text, _)| tree(&item(text).value)));
}

/// Checks a table of lines with what is said about them: code, and the text in question.
#[track_caller]
fn check_issues(rows: &[(&str, &str)]) {
    let said = |text: &str| {
        let say = |it: &Issue| format!("{} {:?}", it.code, &text[it.range.clone()]);
        let mut said: Vec<String> = inlines(text).issues.iter().map(say).collect();
        let other: Vec<String> = blocks(text).issues.iter().map(say).collect();
        if said != other {
            said.push("but in blocks".into());
            said.extend(other);
        }
        said.join(", ")
    };
    compare(rows, rows.iter().map(|(text, _)| said(text)));
}

/// Compares all rows, so that one failure shows the others too.
#[track_caller]
pub(super) fn compare(rows: &[(&str, &str)], found: impl Iterator<Item = String>) {
    let differ = |((text, wanted), found): (&(&str, &str), String)| {
        (found != *wanted)
            .then(|| format!("{text:?}\n  wanted {wanted}\n  found  {found}"))
    };
    let wrong: Vec<String> = rows.iter().zip(found).filter_map(differ).collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn signs_are_printed_as_written() {
    check_lines(&[
        ("plain words", "plain words"),
        ("#hashtag", "{w #hashtag}"),
        ("# Title", "# Title"),
        ("### Title ###", "### Title ###"),
        ("$5 and US$ 7", "$5 and US$ 7"),
        ("$Id: cv.xml,v 1.2 $", "$Id: cv.xml,v 1.2 $"),
        ("M$ and $x$", "M$ and $x$"),
        ("[x]", "[x]"),
        ("[ ] to do", "[ ] to do"),
        ("[one of] the best", "[one of] the best"),
        ("[a][b] c", "[a][b] c"),
        ("[[wiki]]", "[[wiki]]"),
        ("[^1]", "[^1]"),
        ("[a]: https://x.example", "[a]: {a https://x.example|https://x.example}"),
        ("a_b*c", "a_b*c"),
        ("snake_case_name", "snake_case_name"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("*", "*"),
        ("**", "**"),
        ("***", "***"),
        ("_", "_"),
        ("* * *", "* * *"),
        ("---", "---"),
        ("<tag>", "<tag>"),
        ("<u>x</u> y", "<u>x</u> y"),
        ("<!-- x -->", "<!-- x -->"),
        ("a < b > c", "a < b > c"),
        ("<3", "<3"),
        ("std::vector<std::string>", "std::vector<std::string>"),
        ("List<T>", "List<T>"),
        ("\\\\", "\\\\"),
        ("\\\\server\\share", "\\\\server\\share"),
        ("a\\\\\\\\b", "a\\\\\\\\b"),
        ("C:\\temp", "C:\\temp"),
        ("\\", "\\"),
        ("ends in \\", "ends in \\"),
        ("\\alpha{x}", "\\alpha{x}"),
        ("@me and @you@", "@me and @you@"),
        ("`", "`"),
        ("``", "``"),
        ("a ` b", "a ` b"),
        ("~", "~"),
        ("~~gone~~", "~~gone~~"),
        ("^2^", "^2^"),
        ("a | b |", "a | b |"),
        ("|---|", "|---|"),
        ("> 99 % uptime", "> 99 % uptime"),
        ("1. x", "1. x"),
        ("1) x", "1) x"),
        ("- x", "- x"),
        ("+ x", "+ x"),
        ("* x", "* x"),
        ("+", "+"),
        ("2019. A good year", "2019. A good year"),
        ("    four spaces", "four spaces"),
        ("\ta tab", "a tab"),
        ("``` x", "``` x"),
        ("~~~", "~~~"),
        ("===", "==="),
        (": x", ": x"),
        ("!", "!"),
        ("![x]", "![x]"),
        ("?", "?"),
        ("a -- b --- c ...", "a -- b --- c ..."),
        ("(tm) (c)", "(tm) (c)"),
        (", and more", ", and more"),
        (",", ","),
        ("", ""),
        ("   ", ""),
        ("&", "&"),
        ("AT&T", "AT&T"),
        ("R&D; more", "R&D; more"),
        ("☃ 漢字 é", "☃ 漢字 é"),
    ]);
}

#[test]
fn entities_and_escapes_are_those_of_markdown() {
    check_lines(&[
        ("&amp; &lt;b&gt;", "& <b>"),
        ("&eacute;t&#233;", "été"),
        ("&unknown;", "&unknown;"),
        ("\\*not emphasis\\*", "*not emphasis*"),
        ("\\_x\\_ \\#1 \\[a\\](b)", "_x_ {w #1} [a](b)"),
        ("\\`x\\`", "`x`"),
        ("a\u{a0}b", "a\u{a0}b"),
    ]);
}

#[test]
fn marks_become_a_tree() {
    check_lines(&[
        ("**strong** words", "{b strong} words"),
        ("__strong__ and _em_", "{b strong} and {i em}"),
        ("*em*", "{i em}"),
        ("***both***", "{i {b both}}"),
        ("**a *b* c**", "{b a {i b} c}"),
        ("*a **b** c*", "{i a {b b} c}"),
        ("in**tra**word", "in{b tra}word"),
        ("**\"quoted\"**", "{b \"quoted\"}"),
        ("*(in brackets)*", "{i (in brackets)}"),
        ("`code`", "{c code}"),
        ("`` a ` b ``", "{c a ` b}"),
        ("`a  *b* \\\\ &amp;`", "{c a  *b* \\\\ &amp;}"),
        ("**`x`**", "{b {c x}}"),
        ("**unclosed", "**unclosed"),
        ("Silicomp, then **Orange**", "Silicomp, then {b Orange}"),
        ("one\ntwo", "one two"),
        ("one\n\ntwo\n", "one two"),
        ("one  \ntwo", "one{br}two"),
        ("one\\\ntwo", "one{br}two"),
        ("one\\\\\ntwo", "one\\\\ two"),
        ("one  \n**two**", "one{br}{b two}"),
        ("one\n- two\n# three", "one - two # three"),
        ("one\n===", "one ==="),
        ("many    spaces\tand tabs", "many spaces and tabs"),
        ("  around  ", "around"),
    ]);
}

#[test]
fn links_lead_to_the_web_to_mail_and_to_phones() {
    check_lines(&[
        ("[a](https://x.example)", "{a https://x.example|a}"),
        ("[a](https://x.example/?q=1&r=2#f)", "{a https://x.example/?q=1&r=2#f|a}"),
        ("[a](<https://x.example/b c>)", "{a https://x.example/b%20c|a}"),
        ("[a](https://x.example \"title\")", "{a https://x.example|a}"),
        ("[a](mailto:a@x.example)", "{a mailto:a@x.example|a}"),
        ("[a](tel:+33612345678)", "{a tel:+33612345678|a}"),
        ("[a](HTTPS://x.example)", "{a HTTPS://x.example|a}"),
        ("[é](https://é.example/é)", "{a https://xn--9ca.example/%C3%A9|é}"),
        ("[**b** c](https://x.example)", "{a https://x.example|{b b} c}"),
        ("(see [a](https://x.example))", "(see {a https://x.example|a})"),
        (
            "[https://x.example](https://y.example)",
            "{a https://y.example|https://x.example}",
        ),
        ("<https://x.example/a>", "{a https://x.example/a|https://x.example/a}"),
        ("<a@x.example>", "{a mailto:a@x.example|a@x.example}"),
        ("[](https://x.example) a", "{a https://x.example|https://x.example} a"),
        ("[a] (https://x.example)", "[a] ({a https://x.example|https://x.example})"),
    ]);
}

#[test]
fn addresses_in_text_become_links() {
    check_lines(&[
        ("https://x.example", "{a https://x.example|https://x.example}"),
        ("see http://x.example/a.", "see {a http://x.example/a|http://x.example/a}."),
        (
            "(https://x.example/a_(b))",
            "({a https://x.example/a_(b)|https://x.example/a_(b)})",
        ),
        (
            "https://x.example/a_b_c*d",
            "{a https://x.example/a_b_c*d|https://x.example/a_b_c*d}",
        ),
        ("“https://x.example”", "“{a https://x.example|https://x.example}”"),
        ("https://x.example, and", "{a https://x.example|https://x.example}, and"),
        ("www.x.example/a", "{a https://www.x.example/a|www.x.example/a}"),
        ("www.", "www."),
        ("www.x", "www.x"),
        ("http://", "http://"),
        ("https", "https"),
        ("a@x.example", "{a mailto:a@x.example|a@x.example}"),
        ("Mail: a.b+c@x.example.", "Mail: {a mailto:a.b+c@x.example|a.b+c@x.example}."),
        ("alfred at example dot org", "alfred at example dot org"),
        ("git@host.example:a/b", "git@host.example:a/b"),
        ("a@b", "a@b"),
        ("a@b..c", "a@b..c"),
        ("mailto:a@x.example", "{a mailto:a@x.example|mailto:a@x.example}"),
        ("tel:+331", "{a tel:+331|tel:+331}"),
        ("hotel: nice", "hotel: nice"),
        ("ftp://x.example/pub/file", "ftp://x.example/pub/file"),
        ("x.example and Node.js", "x.example and Node.js"),
        ("`https://x.example`", "{c https://x.example}"),
        ("**https://x.example**", "{b {a https://x.example|https://x.example}}"),
        (
            "https://a.example https://b.example",
            "{a https://a.example|https://a.example} {a https://b.example|https://b.example}",
        ),
        ("見https://x.example。", "見https://x.example。"),
    ]);
}

#[test]
fn names_with_signs_stay_whole() {
    check_lines(&[
        ("C++", "{w C++}"),
        ("C++, C# and F#.", "{w C++}, {w C#} and {w F#}."),
        (".NET", "{w .NET}"),
        ("(TCP/IP)", "({w TCP/IP})"),
        ("I/O-bound", "{w I/O-bound}"),
        ("C++’s", "{w C++}’s"),
        ("C++'s", "{w C++}'s"),
        ("**C++** x", "{b {w C++}} x"),
        ("C++/C#/Java", "{w C++/C#/Java}"),
        ("continuous/integration", "continuous/integration"),
        ("a / b", "a / b"),
        ("...", "..."),
        ("+33 6", "+33 6"),
        ("word.", "word."),
        ("`C++`", "{c C++}"),
        ("私はC++とI/Oを", "私は{w C++}と{w I/O}を"),
    ]);
}

#[test]
fn characters_are_composed() {
    check_lines(&[
        ("e\u{301}te\u{301}", "été"),
        ("`e\u{301}`", "{c é}"),
        ("[e\u{301}](https://x.example)", "{a https://x.example|é}"),
        ("か\u{3099}", "が"),
    ]);
}

#[test]
fn texts_have_blocks() {
    check_blocks(&[
        ("", ""),
        ("one", "¶ one"),
        ("one\ntwo", "¶ one two"),
        ("one  \ntwo", "¶ one{br}two"),
        ("one\\\ntwo", "¶ one{br}two"),
        ("one\n\ntwo", "¶ one / ¶ two"),
        ("- a\n- b", "• [¶ a][¶ b]"),
        ("* a\n* b", "• [¶ a][¶ b]"),
        ("one:\n- a\n- b\n\ntwo", "¶ one: / • [¶ a][¶ b] / ¶ two"),
        ("- a\n  - b\n    - c\n- d", "• [¶ a / • [¶ b / • [¶ c]]][¶ d]"),
        ("- a\n\n  b\n- c", "• [¶ a / ¶ b][¶ c]"),
        ("-\n- a", "• [¶ a]"),
        ("1. a\n2. b", "1. [¶ a][¶ b]"),
        ("3. a\n4. b", "3. [¶ a][¶ b]"),
        ("1. a\n   - b", "¶ 1. a / • [¶ b]"),
        ("- 1. a", "• [1. [¶ a]]"),
        ("#### Projects\n\none", "# Projects / ¶ one"),
        ("# A *b*", "# A {i b}"),
        ("Projects\n---\none", "# Projects / ¶ one"),
        ("> one\n> two", "> [¶ one two]"),
        ("> one\n\ntwo", "> [¶ one] / ¶ two"),
        ("```rust\nlet a;\n\nb\n```", "= let a;⏎⏎b"),
        ("    code\n    more", "= code⏎more"),
        ("```sh", "¶ ```sh"),
        ("~~~ x\n~~~", "¶ ~~~ x ~~~"),
        ("a\n\n***\n\nb", "¶ a / ¶ b"),
        ("[a]\n\n[a]: https://x.example", "¶ {a https://x.example|a}"),
    ]);
}

#[test]
fn what_looks_like_blocks_may_be_words() {
    check_blocks(&[
        ("2019. A good year", "¶ 2019. A good year"),
        ("2019) A good year", "¶ 2019) A good year"),
        ("2019. A\n2021. B", "¶ 2019. A 2021. B"),
        ("2019. A\n\n2021. B", "¶ 2019. A / ¶ 2021. B"),
        ("- 2019. A\n- b", "• [¶ 2019. A][¶ b]"),
        ("3. Platz", "¶ 3. Platz"),
        ("+ 30 % of sales", "¶ + 30 % of sales"),
        ("> 99 % uptime", "¶ > 99 % uptime"),
        ("# 1 in sales", "¶ # 1 in sales"),
        ("#hashtag", "¶ {w #hashtag}"),
        ("<p>a **b**</p>", "¶ <p>a {b b}</p>"),
        ("<div>\n\na\n\n</div>", "¶ <div> / ¶ a / ¶ </div>"),
        ("<!-- a -->\nb", "¶ <!-- a --> b"),
        ("<script>x</script>", "¶ <script>x</script>"),
        ("[note]: nobody uses this", "¶ [note]: nobody uses this"),
        ("[note]: word", "¶ [note]: word"),
        ("a\n\n[b]: /c\n\n2019. d", "¶ a / ¶ [b]: /c / ¶ 2019. d"),
        ("| a | b |\n|---|---|\n| c | d |", "¶ | a | b | |---|---| | c | d |"),
        ("- [ ] a\n- [x] b", "• [¶ [ ] a][¶ [x] b]"),
        ("`2019.`\n\n    2019. a", "¶ {c 2019.} / = 2019. a"),
    ]);
}

#[test]
fn a_bullet_of_one_line_is_a_line() {
    check_items(&[
        ("one", "¶ one"),
        ("", ""),
        ("- x", "¶ - x"),
        ("+ 30 %", "¶ + 30 %"),
        ("- 20 % costs", "¶ - 20 % costs"),
        ("1. Preis\n", "¶ 1. Preis"),
        ("# 1 in sales", "¶ # 1 in sales"),
        ("> 99 %", "¶ > 99 %"),
        ("one\n\ntwo", "¶ one / ¶ two"),
        ("one\n- two\n- three", "¶ one / • [¶ two][¶ three]"),
        ("**Rust:** daily", "@Rust: [¶ daily]"),
        ("**Session Server.** A daemon.", "¶ {b Session Server.} A daemon."),
        (
            "**Session Server.** A daemon.\n\nMore.",
            "¶ {b Session Server.} A daemon. / ¶ More.",
        ),
    ]);
}

#[test]
fn labels_own_what_follows() {
    check_blocks(&[
        ("**In short:** I lead.", "@In short: [¶ I lead.]"),
        ("**In short**: I lead.", "@In short: [¶ I lead.]"),
        ("**Server.** A daemon.", "@Server. [¶ A daemon.]"),
        ("**Server**. A daemon.", "@Server. [¶ A daemon.]"),
        ("**Team:**\n- a\n- b", "@Team: [• [¶ a][¶ b]]"),
        ("**Team:**\n\n- a\n\nb", "@Team: [• [¶ a] / ¶ b]"),
        ("**A:** b\n\nc\n\n**D:** e", "@A: [¶ b / ¶ c] / @D: [¶ e]"),
        ("x\n\n**A:** b\n\n#### H\n\nc", "¶ x / @A: [¶ b] / # H / ¶ c"),
        ("***Team* work:** a", "@{i Team} work: [¶ a]"),
        ("***In short:*** a", "@{b In short}: [¶ a]"),
        ("**Skills acquired :** a", "@Skills acquired : [¶ a]"),
        ("**Skills** : a", "@Skills : [¶ a]"),
        ("**Compétences\u{a0}:** a", "@Compétences\u{a0}: [¶ a]"),
        ("**言語**：日本語", "@言語： [¶ 日本語]"),
        ("**言語：** 日本語", "@言語： [¶ 日本語]"),
        ("**one two three four five six:** a", "@one two three four five six: [¶ a]"),
        (
            "**one two three four five six seven:** a",
            "¶ {b one two three four five six seven:} a",
        ),
        ("**Alone:**", "¶ {b Alone:}"),
        ("**A bold sentence.**\n\nAnother.", "¶ {b A bold sentence.} / ¶ Another."),
        ("**Bold** words: a", "¶ {b Bold} words: a"),
        ("**a:b** c", "¶ {b a:b} c"),
        ("**Wait...** what", "¶ {b Wait...} what"),
        ("**x**.net", "¶ {b x}{w .net}"),
        ("*Label:* a", "¶ {i Label:} a"),
        ("**A:**  \nb", "@A: [¶ b]"),
        ("- **A:** b\n- c", "• [@A: [¶ b]][¶ c]"),
        ("- **A.** b\n- c", "• [¶ {b A.} b][¶ c]"),
        ("> **A:** b", "> [@A: [¶ b]]"),
        ("**[A](https://x.example):** b", "@{a https://x.example|A}: [¶ b]"),
    ]);
}

#[test]
fn long_tokens_make_a_paragraph_ragged() {
    check_blocks(&[
        (
            "https://x.example/a/long/path",
            "~ {a https://x.example/a/long/path|https://x.example/a/long/path}",
        ),
        (
            "see `/usr/local/share/some/file.txt`",
            "~ see {c /usr/local/share/some/file.txt}",
        ),
        ("0123456789abcdef0123456789", "~ 0123456789abcdef0123456789"),
        (
            "https://x.example/short",
            "¶ {a https://x.example/short|https://x.example/short}",
        ),
        ("Donaudampfschifffahrtsgesellschaft", "¶ Donaudampfschifffahrtsgesellschaft"),
        ("state-of-the-art-and-then-some-more", "¶ state-of-the-art-and-then-some-more"),
        (
            "私はメールシステムの運用を担当しており大規模な移行を",
            "¶ 私はメールシステムの運用を担当しており大規模な移行を",
        ),
    ]);
}

#[test]
fn doubtful_links_are_reported_and_printed_as_text() {
    check_issues(&[
        ("a [b](https://x.example)", ""),
        ("a [b]() c", "empty-link \"[b]()\""),
        ("a [b](#) c", "empty-link \"[b](#)\""),
        ("é [b](javascript:x) c", "refused-link \"[b](javascript:x)\""),
        ("[b](JavaScript:x)", "refused-link \"[b](JavaScript:x)\""),
        ("[b](data:text/html,x)", "refused-link \"[b](data:text/html,x)\""),
        ("[b](file:///etc/passwd)", "refused-link \"[b](file:///etc/passwd)\""),
        ("[b](ftp://x.example)", "refused-link \"[b](ftp://x.example)\""),
        ("<ftp://x.example>", "refused-link \"<ftp://x.example>\""),
        ("[b](x.example)", "refused-link \"[b](x.example)\""),
        ("[b](https:x)", "refused-link \"[b](https:x)\""),
        ("[b](https://)", "refused-link \"[b](https://)\""),
        ("![b](c.png)", "picture-in-text \"![b](c.png)\""),
        ("std::vector<std::string>", ""),
        ("[one of] many", ""),
    ]);
    check_lines(&[
        ("a [b]() c", "a b c"),
        ("a [**b**](#) c", "a {b b} c"),
        ("[b](javascript:alert(1))", "b"),
        ("<ftp://x.example>", "ftp://x.example"),
        ("![b](c.png)", "b"),
    ]);
}

#[test]
fn places_of_issues_survive_what_was_made_literal() {
    let text = "2019. x\n\n<p>\n\n[b](#) <i>[c](#)";
    let found = blocks(text).issues;
    let found: Vec<&str> = found.iter().map(|it| &text[it.range.clone()]).collect();
    assert_eq!(found, ["[b](#)", "[c](#)"]);
}

#[test]
fn lengths_count_characters_of_nested_lists_too() {
    let Block::List { items, .. } = &blocks("- äb\n  - c **d**\n- `ef`").value[0] else {
        panic!("a list");
    };
    assert_eq!(items.iter().map(|it| it.chars).collect::<Vec<_>>(), [5, 2]);
}
