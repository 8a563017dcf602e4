//! Values that do not fit their keys.

use super::Case;
use super::Input::After;
use super::Input::Whole;
use super::case;

pub(super) const CASES: &[Case] = &[
    case("a name that is a list", Whole("name: [Ada, Lovelace]\n"), "wrong-form 1:7"),
    case("a name that is a mapping", Whole("name: {first: Ada}\n"), "wrong-form 1:7"),
    case("a name that is empty", Whole("name: \"\"\n"), "missing-key 1:1"),
    case(
        "a name that is missing",
        Whole("name:\nheadline: Analyst\n"),
        "no-value 1:1, missing-key 1:1",
    ),
    case("a name of spaces", Whole("name: \"   \"\n"), "missing-key 1:1"),
    case("a headline that is a mapping", After("headline: {a: b}\n"), "wrong-form 2:11"),
    case(
        "a headline in lists of lists",
        After("headline: [[a], [b]]\n"),
        "wrong-form 2:12, wrong-form 2:17",
    ),
    case(
        "a contact that is a list",
        After("contact: [a@b.example]\n"),
        "wrong-form 2:10",
    ),
    case("a contact that is a text", After("contact: a@b.example\n"), "wrong-form 2:10"),
    case(
        "an e-mail address that is a mapping of other keys",
        After("contact: {email: {adress: a}}\n"),
        "missing-key 2:18, unknown-key 2:19",
    ),
    case("a photo that is a list", After("photo: [a.png]\n"), "wrong-form 2:8"),
    case("an update that is a list", After("updated: [2026]\n"), "wrong-form 2:10"),
    case("an update that is no date", After("updated: yesterday\n"), "unread-date 2:10"),
    case("a summary that is a list", After("summary: [a, b]\n"), "wrong-form 2:10"),
    case(
        "sections that are a list",
        After("sections:\n  - experience\n"),
        "wrong-form 3:3",
    ),
    case("sections that are a text", After("sections: experience\n"), "wrong-form 2:11"),
    case(
        "a section that is a number in a list",
        After("sections: {experience: [[1, 2]]}\n"),
        "wrong-form 2:25",
    ),
    case(
        "an entry that is a list",
        After("sections:\n  experience:\n    - - title: A\n"),
        "wrong-form 4:7",
    ),
    case(
        "a section of mixed things",
        After("sections:\n  skills:\n    - {name: C}\n    - {title: A}\n"),
        "unknown-key 4:8",
    ),
    case(
        "entries where pairs are meant",
        After("sections:\n  mine: {kind: pairs, content: [{title: A}]}\n"),
        "missing-key 3:33, unknown-key 3:34",
    ),
    case(
        "text where entries are meant",
        After("sections:\n  mine: {kind: entries, content: some words}\n"),
        "wrong-form 3:34",
    ),
    case(
        "a title that is a list",
        After("sections:\n  experience:\n    - title: [A, B]\n"),
        "wrong-form 4:14",
    ),
    case(
        "highlights that are a mapping",
        After("sections:\n  experience:\n    - {title: A, highlights: {b: c}}\n"),
        "wrong-form 4:30",
    ),
    case(
        "details that are a list",
        After("sections:\n  experience:\n    - {title: A, details: [b]}\n"),
        "wrong-form 4:28",
    ),
    case(
        "roles that are a text",
        After("sections:\n  experience:\n    - {title: A, roles: b}\n"),
        "wrong-form 4:25",
    ),
    case(
        "a wish to keep that is a word",
        After("sections:\n  experience:\n    - {title: A, keep: please}\n"),
        "wrong-form 4:24",
    ),
    case(
        "a page break somewhere else",
        After("sections:\n  experience:\n    - {title: A, page-break: after}\n"),
        "wrong-form 4:30",
    ),
    case(
        "words for nobody",
        After("sections:\n  experience:\n    - {title: A, for: {b: c}}\n"),
        "wrong-form 4:23",
    ),
    case(
        "a word with a sign",
        After(
            "sections:\n  experience:\n    - {title: A, for: [\"a&b\"]}\nprofiles: {p: {for: [a]}}\n",
        ),
        "word-not-wanted 4:24, word-not-carried 5:22",
    ),
    case("profiles that are a list", After("profiles: [a, b]\n"), "wrong-form 2:11"),
    case("a profile that is a text", After("profiles: {a: b}\n"), "wrong-form 2:15"),
    case("a budget of no pages", After("profiles: {a: {pages: 0}}\n"), "wrong-form 2:23"),
    case(
        "a budget of a half page",
        After("profiles: {a: {pages: 1.5}}\n"),
        "wrong-form 2:23",
    ),
    case("a budget of words", After("profiles: {a: {pages: one}}\n"), "wrong-form 2:23"),
    case("a look that is a text", After("look: classic\n"), "wrong-form 2:7"),
    case(
        "options that are a list",
        After("look: {options: [heading]}\n"),
        "wrong-form 2:17",
    ),
    case(
        "a text size that is too small",
        After("look: {font-size: 3}\n"),
        "unknown-value 2:19",
    ),
    case(
        "a text size that is too large",
        After("look: {font-size: 40}\n"),
        "unknown-value 2:19",
    ),
    case(
        "a text size that is a word",
        After("look: {font-size: large}\n"),
        "unknown-value 2:19",
    ),
    case(
        "a margin of nothing known",
        After("look: {margin: 3 feet}\n"),
        "unknown-value 2:16",
    ),
    case(
        "a margin of three sides",
        After("look: {margin: 10mm 20mm 30mm}\n"),
        "unknown-value 2:16",
    ),
    case(
        "a density that is not there",
        After("look: {density: tight}\n"),
        "unknown-value 2:17",
    ),
    case(
        "an option that is neither on nor off",
        After("look: {icons: maybe}\n"),
        "unknown-value 2:15",
    ),
    case("a theme that is a number", After("look: {theme: 7}\n"), "unknown-theme 2:15"),
    case(
        "a link that runs code",
        After("contact:\n  website: \"javascript:alert(1)\"\n"),
        "dead-link 3:12",
    ),
    case(
        "a link that holds data",
        After("contact:\n  website: {text: a, url: \"data:text/html,x\"}\n"),
        "dead-link 3:27",
    ),
    case(
        "a link to a file",
        After(
            "sections:\n  experience:\n    - {title: A, url: \"file:///etc/passwd\"}\n",
        ),
        "dead-link 4:23",
    ),
    case(
        "a link in a text that runs code",
        After("summary: a [link](javascript:alert(1)) here\n"),
        "refused-link 2:12",
    ),
    case(
        "a link with a name and a password",
        After("contact: {website: \"https://user:secret@a.example\"}\n"),
        "dead-link 2:20",
    ),
    case(
        "a picture in a text",
        After("summary: a ![picture](a.png) here\n"),
        "picture-in-text 2:12",
    ),
    case(
        "a footnote in a text",
        After("summary: \"a note[^1]\\n\\n[^1]: here\"\n"),
        "refused-link 2:17",
    ),
];
