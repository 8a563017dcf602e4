//! Texts that are no YAML, or YAML that is more than a résumé needs.

use super::Case;
use super::Input::After;
use super::Input::Whole;
use super::case;

pub(super) const CASES: &[Case] = &[
    case("a tab as indentation", After("contact:\n\temail: a@b.example\n"), "tab 3:1"),
    case(
        "an unclosed double quote",
        After("headline: \"Analyst\nupdated: 2026\n"),
        "unclosed-quote 2:11",
    ),
    case(
        "an unclosed single quote",
        After("headline: 'Analyst\nupdated: 2026\n"),
        "unclosed-quote 2:11",
    ),
    case(
        "text after a quote",
        After("headline: \"Analyst\" and more\n"),
        "text-after-quote 2:21",
    ),
    case(
        "a quote in single quotes",
        After("headline: 'the analyst's engine'\n"),
        "text-after-quote 2:24",
    ),
    case(
        "an unclosed bracket",
        After("headline: [Analyst, Poet\nupdated: 2026\n"),
        "unclosed-bracket 2:11",
    ),
    case(
        "an unclosed brace",
        After("contact: {email: a@b.example\nupdated: 2026\n"),
        "bracket 3:8",
    ),
    case(
        "a bracket closed by a brace",
        After("headline: [Analyst, Poet}\n"),
        "bracket 2:11",
    ),
    case("a bracket too many", After("headline: [Analyst]]\n"), "bracket 2:20"),
    case(
        "a comma too many",
        After("headline: [Analyst,, Poet]\n"),
        "unclosed-bracket 2:20",
    ),
    case("two documents", Whole("name: Ada\n---\nname: Eva\n"), "two-documents 2:1"),
    case(
        "two documents with an end",
        Whole("name: Ada\n...\n---\nname: Eva\n"),
        "two-documents 3:1",
    ),
    case("text after the end", Whole("name: Ada\n...\nname: Eva\n"), "two-documents 3:1"),
    case("an old version", Whole("%YAML 3.0\n---\nname: Ada\n"), "needs-quotes 1:1"),
    case(
        "a colon in a text",
        After("headline: Analyst: and poet\n"),
        "colon-in-text 2:18",
    ),
    case("a colon without a space", After("updated:2026\n"), "colon-missing 2:1"),
    case(
        "a line without a colon",
        After("headline\nupdated: 2026\n"),
        "colon-missing 2:1",
    ),
    case(
        "a key below a text",
        After("headline: Analyst\n  place: London\n"),
        "indentation 3:3",
    ),
    case(
        "a key that is outdented",
        After("contact:\n    email: a@b.example\n  phone: \"1\"\n"),
        "indentation 4:3",
    ),
    case("a list without a key", After("- Analyst\n"), "indentation 2:3"),
    case(
        "a text that begins with an at sign",
        After("headline: @ada\n"),
        "needs-quotes 2:11",
    ),
    case(
        "a text that begins with a backtick",
        After("headline: `ada`\n"),
        "needs-quotes 2:11",
    ),
    case(
        "a text that begins with a per cent",
        After("headline: %ada\n"),
        "needs-quotes 2:11",
    ),
    case(
        "a text that begins with a star",
        After("headline: *ada*\n"),
        "needs-quotes 2:11",
    ),
    case(
        "a text that begins with an ampersand",
        After("headline: &ada\n"),
        "no-value 2:1, unused-anchor 2:11",
    ),
    case(
        "a text that begins with an exclamation mark",
        After("headline: !ada\n"),
        "no-value 2:1, unknown-tag 2:11",
    ),
    case(
        "a text that begins with a bracket",
        After("headline: [Analyst] of engines\n"),
        "needs-quotes 2:11",
    ),
    case(
        "a text that begins with a brace",
        After("headline: {Analyst} of engines\n"),
        "needs-quotes 2:11",
    ),
    case(
        "a text that begins with a hash",
        After("headline: #1 analyst\n"),
        "no-value 2:1",
    ),
    case(
        "a text that begins with a bar",
        After("headline: | Analyst\n"),
        "needs-quotes 2:11",
    ),
    case(
        "a text that begins with a greater sign",
        After("headline: > Analyst\n"),
        "needs-quotes 2:11",
    ),
    case(
        "a text that begins with a question mark",
        After("headline: ? Analyst\n"),
        "indentation 2:11",
    ),
    case("an unknown escape", After("headline: \"C:\\Users\"\n"), "escape 2:14"),
    case("half of a pair as an escape", After("headline: \"\\uD800\"\n"), "escape 2:12"),
    case("an escape that is cut off", After("headline: \"\\u12\"\n"), "escape 2:12"),
    case("an alias of nothing", After("headline: *nobody\n"), "needs-quotes 2:11"),
    case("an alias of itself", After("contact: &a\n  other: [*a]\n"), "alias 3:11"),
    case(
        "an anchor that is not used",
        After("headline: &a Analyst\n"),
        "unused-anchor 2:11",
    ),
    case(
        "a merge key",
        After("contact: &a {email: a@b.example}\nlook: {<<: *a}\n"),
        "unknown-key 2:14",
    ),
    case("a tag of our own", After("headline: !poet Ada\n"), "unknown-tag 2:11"),
    case(
        "a tag that makes bytes",
        After("headline: !!binary QWRh\n"),
        "unknown-tag 2:11",
    ),
    case(
        "a tag that makes code",
        After("headline: !!python/object:os.system ls\n"),
        "unknown-tag 2:11",
    ),
    case("a tag on a key", Whole("!x name: Ada\n"), "unknown-tag 1:1"),
    case("a key twice", After("headline: A\nheadline: B\n"), "repeated-key 3:1"),
    case(
        "a key twice in braces",
        After("contact: {email: a@b.example, email: c@d.example}\n"),
        "repeated-key 2:31",
    ),
    case(
        "a key twice with a quote",
        After("headline: A\n\"headline\": B\n"),
        "repeated-key 3:1",
    ),
    case("a profile twice", After("profiles:\n  a: {}\n  a: {}\n"), "repeated-key 4:3"),
    case(
        "a section twice",
        After("sections:\n  hobbies: A\n  hobbies: B\n"),
        "repeated-key 4:3",
    ),
    case("a list as a key", After("[a, b]: c\n"), "key-not-text 2:1, unknown-key 2:1"),
    case("a mapping as a key", After("{a: b}: c\n"), "key-not-text 2:1, unknown-key 2:1"),
    case("no key at all", After(": c\n"), "unknown-key 2:1"),
    case("an empty key", After("\"\": c\n"), "unknown-key 2:1"),
    case("a question mark as a key", After("? a\n: b\n"), "unknown-key 2:3"),
    case("a null as a key", After("~: b\n"), "unknown-key 2:1"),
    case(
        "a list as a file",
        Whole("- name: Ada\n- headline: Analyst\n"),
        "not-a-mapping 1:1",
    ),
    case("a text as a file", Whole("Ada Lovelace, analyst\n"), "not-a-mapping 1:1"),
    case("a number as a file", Whole("42\n"), "not-a-mapping 1:1"),
    case("a null as a file", Whole("~\n"), "empty-file 1:1"),
    case(
        "a mapping that is JSON without an end",
        Whole("{\"name\": \"Ada\""),
        "unclosed-bracket 1:1",
    ),
    case(
        "JSON with a comma at the end",
        Whole("{\"name\": \"Ada\",, }"),
        "unclosed-bracket 1:1",
    ),
    case(
        "Markdown instead of YAML",
        Whole("# Ada Lovelace\n\n*Analyst*\n"),
        "needs-quotes 3:1",
    ),
    case(
        "HTML instead of YAML",
        Whole("<!DOCTYPE html>\n<html><body>Ada</body></html>\n"),
        "not-a-mapping 1:1",
    ),
    case(
        "XML instead of YAML",
        Whole("<?xml version=\"1.0\"?>\n<cv><name>Ada</name></cv>\n"),
        "not-a-mapping 1:1",
    ),
    case(
        "TOML instead of YAML",
        Whole("name = \"Ada\"\n[contact]\nemail = \"a@b.example\"\n"),
        "not-a-mapping 1:1",
    ),
    case(
        "LaTeX instead of YAML",
        Whole("\\documentclass{article}\n\\begin{document}\n"),
        "not-a-mapping 1:1",
    ),
];
