//! Themes of strangers that are broken.

use super::Case;
use super::Input::Theme;
use super::case;

/// A manifest without a fault.
const GOOD: &str = "title = \"Mine\"\nsummary = \"Mine alone.\"\ncontract = 1\n";

/// A theme without a fault.
const SETS: &str = "#let theme(view, options) = [#view.name]\n";

pub(super) const CASES: &[Case] = &[
    case(
        "a manifest that is empty",
        Theme("", SETS),
        "theme-manifest 1:1, theme-manifest 1:1, theme-manifest 1:1",
    ),
    case("a manifest that is no TOML", Theme("title = \n", SETS), "theme-manifest 1:9"),
    case(
        "a manifest without a contract",
        Theme("title = \"Mine\"\nsummary = \"S\"\n", SETS),
        "theme-manifest 1:1",
    ),
    case(
        "a manifest of a later contract",
        Theme("title = \"Mine\"\nsummary = \"S\"\ncontract = 99\n", SETS),
        "theme-manifest 3:12",
    ),
    case(
        "a manifest with a misspelt key",
        Theme("titel = \"Mine\"\nsummary = \"S\"\ncontract = 1\n", SETS),
        "theme-manifest 1:1, theme-manifest 1:1",
    ),
    case(
        "a manifest with an unknown font",
        Theme(
            "title = \"Mine\"\nsummary = \"S\"\ncontract = 1\nfonts = [\"Sauce Serif 4\"]\n",
            SETS,
        ),
        "theme-manifest 4:10",
    ),
    case(
        "a manifest with an option of no type",
        Theme(
            "title = \"M\"\nsummary = \"S\"\ncontract = 1\n[options.a]\nhelp = \"A\"\n",
            SETS,
        ),
        "theme-manifest 4:10",
    ),
    case(
        "a manifest with an option of two types",
        Theme(
            "title = \"M\"\nsummary = \"S\"\ncontract = 1\n[options.a]\nhelp = \"A\"\ncolor = \"#000000\"\nchoice = \"b\"\n",
            SETS,
        ),
        "theme-manifest 4:10",
    ),
    case(
        "a manifest with a default that is no choice",
        Theme(
            "title = \"M\"\nsummary = \"S\"\ncontract = 1\n[options.a]\nhelp = \"A\"\nchoice = \"c\"\nchoices = [\"a\", \"b\"]\n",
            SETS,
        ),
        "theme-manifest 6:10",
    ),
    case(
        "a manifest with a colour that is none",
        Theme(
            "title = \"M\"\nsummary = \"S\"\ncontract = 1\n[options.a]\nhelp = \"A\"\ncolor = \"reddish\"\n",
            SETS,
        ),
        "theme-manifest 6:9",
    ),
    case("a theme that is empty", Theme(GOOD, ""), "theme-error"),
    case(
        "a theme of another name",
        Theme(GOOD, "#let thema(view, options) = []\n"),
        "theme-error",
    ),
    case("a theme that is no function", Theme(GOOD, "#let theme = 3\n"), "theme-error"),
    case(
        "a theme of one parameter",
        Theme(GOOD, "#let theme(view) = []\n"),
        "theme-error",
    ),
    case(
        "a theme that is not closed",
        Theme(GOOD, "#let theme(view, options) = [\n"),
        "theme-error 1:29",
    ),
    case(
        "a theme with an unknown variable",
        Theme(GOOD, "#let theme(view, options) = {\n  nobody\n}\n"),
        "theme-error 2:3",
    ),
    case(
        "a theme with an unknown field",
        Theme(GOOD, "#let theme(view, options) = {\n  view.nobody\n}\n"),
        "theme-error 2:8",
    ),
    case(
        "a theme that panics",
        Theme(GOOD, "#let theme(view, options) = panic(\"no\")\n"),
        "theme-error 1:29",
    ),
    case(
        "a theme that divides by nothing",
        Theme(GOOD, "#let theme(view, options) = {\n  str(1 / 0)\n}\n"),
        "theme-error 2:7",
    ),
    case(
        "a theme that imports what is not there",
        Theme(GOOD, "#import \"parts.typ\": x\n#let theme(view, options) = []\n"),
        "theme-error 1:9",
    ),
    case(
        "a theme that imports itself",
        Theme(
            GOOD,
            "#import \"theme.typ\": theme as again\n#let theme(view, options) = []\n",
        ),
        "theme-error 1:9",
    ),
    case(
        "a theme that imports a package",
        Theme(GOOD, "#import \"@preview/a:1.0.0\": b\n#let theme(view, options) = []\n"),
        "theme-error 1:9",
    ),
    case(
        "a theme that climbs",
        Theme(GOOD, "#import \"../../x.typ\": b\n#let theme(view, options) = []\n"),
        "theme-error 1:9",
    ),
    case(
        "a theme that evaluates",
        Theme(GOOD, "#let theme(view, options) = {\n  eval(view.name)\n}\n"),
        "theme-error 2:3",
    ),
    case(
        "a theme of an unknown font",
        Theme(
            GOOD,
            "#let theme(view, options) = {\n  set text(font: \"Sauce\")\n  [a]\n}\n",
        ),
        "unknown-font 2:18",
    ),
    case(
        "a theme that never settles",
        Theme(
            GOOD,
            "#let theme(view, options) = {\n  let c = counter(\"c\")\n  context [#(\"a\" * (c.final().first() + 1))]\n  context c.update(c.final().first() + 1)\n}\n",
        ),
        "theme-warning 3:21, theme-warning 4:20, theme-warning",
    ),
    case(
        "a theme of pages of nothing",
        Theme(
            GOOD,
            "#let theme(view, options) = {\n  set page(width: 0pt, height: 0pt)\n  [a]\n}\n",
        ),
        "overflow",
    ),
    case(
        "a theme that hides its words",
        Theme(
            GOOD,
            "#let theme(view, options) = {\n  place(dx: -2000pt)[#view.name]\n}\n",
        ),
        "overflow",
    ),
];
