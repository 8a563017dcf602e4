//! Keys that are not ours: misspelt, misplaced, missing.

use super::Case;
use super::Input::After;
use super::Input::Whole;
use super::case;

pub(super) const CASES: &[Case] = &[
    case("no name", Whole("headline: Analyst\n"), ""),
    case("a misspelt name", Whole("nmae: Ada\n"), ""),
    case("a name with a capital", Whole("Name: Ada\n"), ""),
    case("a misspelt top key", After("summery: Analyst\n"), ""),
    case("a key of another tool", After("basics: {name: Ada}\n"), ""),
    case("a key that is a number", After("12: Analyst\n"), ""),
    case("a misspelt contact", After("contact:\n  emial: a@b.example\n"), ""),
    case("an unknown network", After("contact: {gihub: ada}\n"), ""),
    case(
        "a misspelt key of a contact",
        After("contact:\n  other:\n    - {lable: PGP, text: ABCD}\n"),
        "",
    ),
    case("a misspelt key of a photo", After("photo: {flie: a.png}\n"), ""),
    case("a photo without a file", After("photo: {alt: Ada}\n"), ""),
    case(
        "a misspelt key of an entry",
        After("sections:\n  experience:\n    - {titel: Analyst}\n"),
        "",
    ),
    case(
        "a misspelt key of a role",
        After(
            "sections:\n  experience:\n    - org: A\n      roles:\n        - {title: B, dtae: 2020}\n",
        ),
        "",
    ),
    case(
        "a misspelt key of a highlight",
        After(
            "sections:\n  experience:\n    - title: A\n      highlights:\n        - {txt: B}\n",
        ),
        "",
    ),
    case(
        "a misspelt key of an employer",
        After("sections:\n  experience:\n    - org: {name: A, ulr: https://a.example}\n"),
        "",
    ),
    case(
        "a misspelt key of a skill",
        After("sections:\n  skills:\n    Languages: [{name: C, levle: expert}]\n"),
        "",
    ),
    case(
        "a misspelt key of a section",
        After("sections:\n  experience: {contnet: [], content: []}\n"),
        "",
    ),
    case(
        "a misspelt key of a language",
        After("sections:\n  languages:\n    - {nmae: French}\n"),
        "",
    ),
    case(
        "a misspelt key of a publication",
        After(
            "sections:\n  publications:\n    - {title: On Engines, jounral: Memoirs}\n",
        ),
        "",
    ),
    case(
        "a misspelt key of a referee",
        After("sections:\n  references:\n    - {name: Mary, quoet: Fine.}\n"),
        "",
    ),
    case(
        "a misspelt key of a date",
        After("sections:\n  experience:\n    - {title: A, date: {strat: 2020}}\n"),
        "",
    ),
    case("a misspelt key of a look", After("look: {colour: red}\n"), ""),
    case("a misspelt option", After("look:\n  options: {densty: normal}\n"), ""),
    case(
        "a misspelt key of a profile",
        After("profiles:\n  a: {sectoins: [experience]}\n"),
        "",
    ),
    case(
        "an entry without a title",
        After("sections:\n  experience:\n    - {date: 2020}\n"),
        "",
    ),
    case("an entry without anything", After("sections:\n  experience:\n    - {}\n"), ""),
    case(
        "a role without a title",
        After(
            "sections:\n  experience:\n    - org: A\n      roles:\n        - {date: 2020}\n",
        ),
        "",
    ),
    case(
        "an employer without a name",
        After("sections:\n  experience:\n    - org: {url: https://a.example}\n"),
        "",
    ),
    case(
        "a skill without a name",
        After("sections:\n  skills:\n    - {level: expert}\n"),
        "",
    ),
    case(
        "a language without a name",
        After("sections:\n  languages:\n    - {level: C2}\n"),
        "",
    ),
    case(
        "a publication without a title",
        After("sections:\n  publications:\n    - {year: 1843}\n"),
        "",
    ),
    case(
        "a referee without a name",
        After("sections:\n  references:\n    - {title: Countess}\n"),
        "",
    ),
    case(
        "a contact without a text",
        After("contact:\n  other:\n    - {label: PGP}\n"),
        "",
    ),
    case(
        "a highlight without a text",
        After(
            "sections:\n  experience:\n    - title: A\n      highlights:\n        - {for: [a]}\nprofiles: {p: {for: [a]}}\n",
        ),
        "",
    ),
    case(
        "a period without a start",
        After("sections:\n  experience:\n    - {title: A, date: {end: 2020}}\n"),
        "",
    ),
    case("a label without a text", After("sections:\n  skills:\n    Languages:\n"), ""),
    case(
        "a profile that chooses a section that is not there",
        After("sections: {hobbies: A}\nprofiles:\n  a: {sections: [hobies]}\n"),
        "",
    ),
    case(
        "a profile that chooses a section twice",
        After("sections: {hobbies: A}\nprofiles:\n  a: {sections: [hobbies, hobbies]}\n"),
        "",
    ),
    case(
        "a word that no profile wants",
        After(
            "sections:\n  experience:\n    - {title: A, for: [nobody]}\nprofiles: {a: {for: [b]}}\n",
        ),
        "",
    ),
    case(
        "a word that nothing carries",
        After("sections: {hobbies: A}\nprofiles: {a: {for: [nothing]}}\n"),
        "",
    ),
    case(
        "a section of an unknown kind",
        After("sections:\n  mine: {kind: tabel, content: [A]}\n"),
        "",
    ),
    case(
        "a section without a content",
        After("sections:\n  mine: {title: A, kind: text}\n"),
        "",
    ),
    case(
        "roles too deep",
        After(
            "sections:\n  experience:\n    - org: A\n      roles:\n        - title: B\n          roles:\n            - title: C\n              roles:\n                - title: D\n",
        ),
        "",
    ),
    case(
        "bullets too deep",
        After(
            "sections:\n  experience:\n    - title: A\n      highlights:\n        - text: B\n          highlights:\n            - text: C\n              highlights:\n                - text: D\n                  highlights: [E]\n",
        ),
        "",
    ),
    case("a profile with a name of no file", After("profiles:\n  \"../x\": {}\n"), ""),
    case(
        "three mistakes at once",
        After("headlien: A\ncontact: {emial: B}\nupdatde: 2026\n"),
        "",
    ),
    case("a theme that is not there", After("look: {theme: clasic}\n"), ""),
    case("a language that is not there", After("look: {lang: frr}\n"), ""),
    case("a paper that is not there", After("look:\n  paper: a44\n"), ""),
    case("a font that is not there", After("look: {font-body: Source Sanz 3}\n"), ""),
    case("an accent that is none", After("look: {accent: burgandy}\n"), ""),
    case("an accent that cannot be read", After("look: {accent: \"#ffff00\"}\n"), ""),
];
