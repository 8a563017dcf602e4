//! Values that do not fit their keys.

use super::Case;
use super::Input::After;
use super::Input::Whole;
use super::case;

pub(super) const CASES: &[Case] = &[
    case("a name that is a list", Whole("name: [Ada, Lovelace]\n"), ""),
    case("a name that is a mapping", Whole("name: {first: Ada}\n"), ""),
    case("a name that is empty", Whole("name: \"\"\n"), ""),
    case("a name that is missing", Whole("name:\nheadline: Analyst\n"), ""),
    case("a name of spaces", Whole("name: \"   \"\n"), ""),
    case("a headline that is a mapping", After("headline: {a: b}\n"), ""),
    case("a headline in lists of lists", After("headline: [[a], [b]]\n"), ""),
    case("a contact that is a list", After("contact: [a@b.example]\n"), ""),
    case("a contact that is a text", After("contact: a@b.example\n"), ""),
    case(
        "an e-mail address that is a mapping of other keys",
        After("contact: {email: {adress: a}}\n"),
        "",
    ),
    case("a photo that is a list", After("photo: [a.png]\n"), ""),
    case("an update that is a list", After("updated: [2026]\n"), ""),
    case("an update that is a period", After("updated: 2020 – 2021\n"), ""),
    case("an update that is no date", After("updated: yesterday\n"), ""),
    case("a summary that is a list", After("summary: [a, b]\n"), ""),
    case("sections that are a list", After("sections:\n  - experience\n"), ""),
    case("sections that are a text", After("sections: experience\n"), ""),
    case(
        "a section that is a number in a list",
        After("sections: {experience: [[1, 2]]}\n"),
        "",
    ),
    case(
        "an entry that is a list",
        After("sections:\n  experience:\n    - - title: A\n"),
        "",
    ),
    case(
        "a section of mixed things",
        After("sections:\n  skills:\n    - {name: C}\n    - {title: A}\n"),
        "",
    ),
    case(
        "entries where pairs are meant",
        After("sections:\n  mine: {kind: pairs, content: [{title: A}]}\n"),
        "",
    ),
    case(
        "text where entries are meant",
        After("sections:\n  mine: {kind: entries, content: some words}\n"),
        "",
    ),
    case(
        "a title that is a list",
        After("sections:\n  experience:\n    - title: [A, B]\n"),
        "",
    ),
    case(
        "highlights that are a text",
        After("sections:\n  experience:\n    - {title: A, highlights: B}\n"),
        "",
    ),
    case(
        "highlights that are a mapping",
        After("sections:\n  experience:\n    - {title: A, highlights: {b: c}}\n"),
        "",
    ),
    case(
        "details that are a list",
        After("sections:\n  experience:\n    - {title: A, details: [b]}\n"),
        "",
    ),
    case(
        "roles that are a text",
        After("sections:\n  experience:\n    - {title: A, roles: b}\n"),
        "",
    ),
    case(
        "a wish to keep that is a word",
        After("sections:\n  experience:\n    - {title: A, keep: please}\n"),
        "",
    ),
    case(
        "a page break somewhere else",
        After("sections:\n  experience:\n    - {title: A, page-break: after}\n"),
        "",
    ),
    case(
        "words for nobody",
        After("sections:\n  experience:\n    - {title: A, for: {b: c}}\n"),
        "",
    ),
    case(
        "a word with a sign",
        After(
            "sections:\n  experience:\n    - {title: A, for: [\"a&b\"]}\nprofiles: {p: {for: [a]}}\n",
        ),
        "",
    ),
    case("profiles that are a list", After("profiles: [a, b]\n"), ""),
    case("a profile that is a text", After("profiles: {a: b}\n"), ""),
    case("a budget of no pages", After("profiles: {a: {pages: 0}}\n"), ""),
    case("a budget of a half page", After("profiles: {a: {pages: 1.5}}\n"), ""),
    case("a budget of words", After("profiles: {a: {pages: one}}\n"), ""),
    case("a look that is a text", After("look: classic\n"), ""),
    case("options that are a list", After("look: {options: [heading]}\n"), ""),
    case("a text size that is too small", After("look: {font-size: 3}\n"), ""),
    case("a text size that is too large", After("look: {font-size: 40}\n"), ""),
    case("a text size that is a word", After("look: {font-size: large}\n"), ""),
    case("a margin of nothing known", After("look: {margin: 3 feet}\n"), ""),
    case("a margin of three sides", After("look: {margin: 10mm 20mm 30mm}\n"), ""),
    case("a density that is not there", After("look: {density: tight}\n"), ""),
    case("an option that is neither on nor off", After("look: {icons: maybe}\n"), ""),
    case("a theme that is a number", After("look: {theme: 7}\n"), ""),
    case(
        "a link that runs code",
        After("contact:\n  website: \"javascript:alert(1)\"\n"),
        "",
    ),
    case(
        "a link that holds data",
        After("contact:\n  website: {text: a, url: \"data:text/html,x\"}\n"),
        "",
    ),
    case(
        "a link to a file",
        After(
            "sections:\n  experience:\n    - {title: A, url: \"file:///etc/passwd\"}\n",
        ),
        "",
    ),
    case(
        "a link in a text that runs code",
        After("summary: a [link](javascript:alert(1)) here\n"),
        "",
    ),
    case(
        "a link with nothing to show",
        After("summary: a [](https://a.example) here\n"),
        "",
    ),
    case(
        "a link with a name and a password",
        After("contact: {website: \"https://user:secret@a.example\"}\n"),
        "",
    ),
    case(
        "an address with a line in it",
        After("contact: {email: \"a@b.example\\nBcc: c@d.example\"}\n"),
        "",
    ),
    case("a picture in a text", After("summary: a ![picture](a.png) here\n"), ""),
    case("a footnote in a text", After("summary: \"a note[^1]\\n\\n[^1]: here\"\n"), ""),
    case("HTML in a text", After("summary: a <script>alert(1)</script> here\n"), ""),
];
