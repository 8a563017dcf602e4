//! Keys that are not ours: misspelt, misplaced, missing.

use super::Case;
use super::Input::After;
use super::Input::Whole;
use super::case;

pub(super) const CASES: &[Case] = &[
    case("no name", Whole("headline: Analyst\n"), "missing-key 1:1"),
    case("a misspelt name", Whole("nmae: Ada\n"), "unknown-key 1:1"),
    case("a name with a capital", Whole("Name: Ada\n"), "unknown-key 1:1"),
    case("a misspelt top key", After("summery: Analyst\n"), "unknown-key 2:1"),
    case("a key of another tool", After("basics: {name: Ada}\n"), "unknown-key 2:1"),
    case("a key that is a number", After("12: Analyst\n"), "unknown-key 2:1"),
    case(
        "a misspelt contact",
        After("contact:\n  emial: a@b.example\n"),
        "unknown-key 3:3",
    ),
    case("an unknown network", After("contact: {gihub: ada}\n"), "unknown-key 2:11"),
    case(
        "a misspelt key of a contact",
        After("contact:\n  other:\n    - {lable: PGP, text: ABCD}\n"),
        "unknown-key 4:8",
    ),
    case("a misspelt key of a photo", After("photo: {flie: a.png}\n"), "unknown-key 2:9"),
    case("a photo without a file", After("photo: {alt: Ada}\n"), "missing-key 2:8"),
    case(
        "a misspelt key of an entry",
        After("sections:\n  experience:\n    - {titel: Analyst}\n"),
        "unknown-key 4:8",
    ),
    case(
        "a misspelt key of a role",
        After(
            "sections:\n  experience:\n    - org: A\n      roles:\n        - {title: B, dtae: 2020}\n",
        ),
        "unknown-key 6:22",
    ),
    case(
        "a misspelt key of a highlight",
        After(
            "sections:\n  experience:\n    - title: A\n      highlights:\n        - {txt: B}\n",
        ),
        "unknown-key 6:12",
    ),
    case(
        "a misspelt key of an employer",
        After("sections:\n  experience:\n    - org: {name: A, ulr: https://a.example}\n"),
        "unknown-key 4:22",
    ),
    case(
        "a misspelt key of a skill",
        After("sections:\n  skills:\n    Languages: [{name: C, levle: expert}]\n"),
        "unknown-key 4:27",
    ),
    case(
        "a misspelt key of a section",
        After("sections:\n  experience: {contnet: [], content: []}\n"),
        "unknown-key 3:16",
    ),
    case(
        "a misspelt key of a language",
        After("sections:\n  languages:\n    - {nmae: French}\n"),
        "unknown-key 4:8",
    ),
    case(
        "a misspelt key of a publication",
        After(
            "sections:\n  publications:\n    - {title: On Engines, jounral: Memoirs}\n",
        ),
        "unknown-key 4:27",
    ),
    case(
        "a misspelt key of a referee",
        After("sections:\n  references:\n    - {name: Mary, quoet: Fine.}\n"),
        "unknown-key 4:20",
    ),
    case(
        "a misspelt key of a date",
        After("sections:\n  experience:\n    - {title: A, date: {strat: 2020}}\n"),
        "unknown-key 4:25",
    ),
    case("a misspelt key of a look", After("look: {colour: red}\n"), "unknown-key 2:8"),
    case(
        "a misspelt option",
        After("look:\n  options: {densty: normal}\n"),
        "unknown-option 3:21",
    ),
    case(
        "a misspelt key of a profile",
        After("profiles:\n  a: {sectoins: [experience]}\n"),
        "unknown-key 3:7",
    ),
    case(
        "an entry without a title",
        After("sections:\n  experience:\n    - {date: 2020}\n"),
        "missing-key 4:7",
    ),
    case(
        "an entry without anything",
        After("sections:\n  experience:\n    - {}\n"),
        "missing-key 4:7",
    ),
    case(
        "a role without a title",
        After(
            "sections:\n  experience:\n    - org: A\n      roles:\n        - {date: 2020}\n",
        ),
        "missing-key 6:11",
    ),
    case(
        "an employer without a name",
        After("sections:\n  experience:\n    - org: {url: https://a.example}\n"),
        "missing-key 4:12",
    ),
    case(
        "a skill without a name",
        After("sections:\n  skills:\n    - {level: expert}\n"),
        "missing-key 4:7, unknown-key 4:8",
    ),
    case(
        "a language without a name",
        After("sections:\n  languages:\n    - {level: C2}\n"),
        "missing-key 4:7",
    ),
    case(
        "a publication without a title",
        After("sections:\n  publications:\n    - {year: 1843}\n"),
        "missing-key 4:7",
    ),
    case(
        "a contact without a text",
        After("contact:\n  other:\n    - {label: PGP}\n"),
        "missing-key 4:7",
    ),
    case(
        "a highlight without a text",
        After(
            "sections:\n  experience:\n    - title: A\n      highlights:\n        - {for: [a]}\nprofiles: {p: {for: [a]}}\n",
        ),
        "missing-key 6:11",
    ),
    case(
        "a period without a start",
        After("sections:\n  experience:\n    - {title: A, date: {end: 2020}}\n"),
        "missing-key 4:24",
    ),
    case(
        "a label without a text",
        After("sections:\n  skills:\n    Languages:\n"),
        "no-value 4:5",
    ),
    case(
        "a profile that chooses a section that is not there",
        After("sections: {hobbies: A}\nprofiles:\n  a: {sections: [hobies]}\n"),
        "section-missing 4:18",
    ),
    case(
        "a word that no profile wants",
        After(
            "sections:\n  experience:\n    - {title: A, for: [nobody]}\nprofiles: {a: {for: [b]}}\n",
        ),
        "word-not-wanted 4:24, word-not-carried 5:22",
    ),
    case(
        "a word that nothing carries",
        After("sections: {hobbies: A}\nprofiles: {a: {for: [nothing]}}\n"),
        "word-not-carried 3:22",
    ),
    case(
        "a section of an unknown kind",
        After("sections:\n  mine: {kind: tabel, content: [A]}\n"),
        "wrong-form 3:16",
    ),
    case(
        "roles too deep",
        After(
            "sections:\n  experience:\n    - org: A\n      roles:\n        - title: B\n          roles:\n            - title: C\n              roles:\n                - title: D\n",
        ),
        "roles-too-deep 9:15",
    ),
    case(
        "bullets too deep",
        After(
            "sections:\n  experience:\n    - title: A\n      highlights:\n        - text: B\n          highlights:\n            - text: C\n              highlights:\n                - text: D\n                  highlights: [E]\n",
        ),
        "bullets-too-deep 11:19",
    ),
    case(
        "three mistakes at once",
        After("headlien: A\ncontact: {emial: B}\nupdatde: 2026\n"),
        "unknown-key 2:1, unknown-key 3:11, unknown-key 4:1",
    ),
    case(
        "a theme that is not there",
        After("look: {theme: clasic}\n"),
        "unknown-theme 2:15",
    ),
    case(
        "a language that is not there",
        After("look: {lang: frr}\n"),
        "unknown-language 2:14",
    ),
    case(
        "a paper that is not there",
        After("look:\n  paper: a44\n"),
        "unknown-value 3:10",
    ),
    case(
        "a font that is not there",
        After("look: {font-body: Source Sanz 3}\n"),
        "unknown-font 2:19",
    ),
    case(
        "an accent that is none",
        After("look: {accent: burgandy}\n"),
        "unknown-value 2:16",
    ),
    case(
        "an accent that cannot be read",
        After("look: {accent: \"#ffff00\"}\n"),
        "low-contrast 2:16",
    ),
];
