//! Files of publications: what is read of them, and what is said of damaged ones.
#![expect(clippy::disallowed_methods, reason = "tests read the samples")]

use std::fmt::Write as _;
use std::path::Path;

use super::*;
use crate::resume::Publications;
use crate::resume::name::Name;
use crate::resume::parse;
use crate::text;
use crate::text::short;

/// A résumé that names one file, with these lines more.
fn resume(more: &str, sink: &mut Sink) -> Resume {
    let yaml =
        format!("name: Alice Nguyen\n{more}sections:\n  publications: {{file: f}}\n");
    parse::parse(&Source::new("alice.yaml", yaml), sink).unwrap()
}

/// The publications of a text, and what is said about it, each with line and column.
fn read_with(more: &str, text: &str) -> (Vec<Publication>, String) {
    let mut sink = Sink::default();
    let mut resume = resume(more, &mut sink);
    let source = Source::new("papers.bib", text);
    let texts = BTreeMap::from([("f".to_owned(), source.clone())]);
    let _ = fill(&mut resume, &texts, &[], &mut sink);
    let mut said = String::new();
    for one in sink.take() {
        let at = one.place.map(|it| it.source.position(it.span.start));
        let at = at.map_or(String::new(), |at| format!("{}:{} ", at.line, at.column));
        let _ = writeln!(said, "{at}{}: {}", one.code, one.message);
    }
    let Content::Publications(Publications { list, .. }) =
        resume.sections.remove(0).content
    else {
        panic!("publications")
    };
    (list, said)
}

fn sample(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/publications");
    std::fs::read_to_string(root.join(name)).unwrap()
}

/// A publication in one line: all that is printed.
fn outline(one: &Publication) -> String {
    let names =
        |names: &[Name]| names.iter().map(Name::text).collect::<Vec<_>>().join("; ");
    let url = one.url.clone().unwrap_or_default();
    let Publication {
        volume, issue, pages, year, edition, number, genre, doi, kind, ..
    } = one;
    let parts = [
        kind,
        &names(&one.authors),
        &short::line(&one.title),
        &short::line(&one.container),
        &names(&one.editors),
        volume,
        issue,
        pages,
        year,
        &text::plain(&one.series),
        edition,
        number,
        &text::plain(&one.publisher),
        genre,
        doi,
        &url,
        &text::plain(&one.note),
    ];
    parts
        .iter()
        .filter(|it| !it.is_empty())
        .map(|it| it.as_str())
        .collect::<Vec<_>>()
        .join(" | ")
}

/// The sample's publications, the newest first.
const SAMPLE: &[&str] = &[
    "other | Alice Nguyen | On nothing in particular | in press | Leaflet",
    "article | Alice Nguyen; Gabriel García Márquez; Sophie van der Berg | Quorums at Ease: on \"fast\" and {i slow} votes | Journal of Unlikely Logs | 12 | 3 | 117–134 | 2024 | 10.5555/jul.2024.117",
    "preprint | Alice Nguyen | Slower Consensus | 2024 | arXiv:2401.00001 | https://arxiv.org/abs/2401.00001",
    "conference | Bo Li; Alice B. Nguyen | A Byzantine Breakfast | Proceedings of the Ninth Symposium on Agreement | Rosa Okafor | 1–9 | 2023 | Agreement Press",
    "talk | Alice Nguyen | What a Log Costs | Logs Conference | 2022 | Leiden",
    "software | Alice Nguyen | logcat-ng | 2022 | v2.1 | https://code.example/logcat_ng?a=1&b=2",
    "article | A. Nguyen | Is the log $5 or $O(n^2)$? | Acta Logistica & Data | 7 | 9–11 | 2021 | best paper",
    "book | Alice Nguyen | Reading in Ashes: A Grammar of Damage | 2020 | 2 | Aldermoor University Press",
    "book | Essays on Agreement | Alice Nguyen; Bo Li | 2019 | Lectures on Logs 41 | Agreement Press",
    "chapter | Alice Nguyen | Correctors and their Pens | A Companion to the Scribe | Rosa Okafor; Håkan Ørsted | 201–229 | 2018 | Quill & Sons",
    "report | A. Nguyen; The Logs Consortium | State of the Logs | 2017 | LI-17 | Logs Institute | report",
    "dataset | Bo Li; Alice Nguyen | Logs-4100 | 2016 | Aldermoor Research Archive | 10.5555/ara.4100",
    "thesis | Alice Nguyen | Agreement under Duress | 2014 | University of Aldermoor | doctoral",
    "patent | Alice Nguyen | Folding Ruler | 2012 | EP 0 000 417 | Ruler Works",
    "other | Alice Nguyen | The Log | 2011",
    "thesis | Alice Nguyen | Small Agreements | 2010 | University of Aldermoor | masters",
];

#[test]
fn every_kind_of_record_is_read_and_the_newest_is_first() {
    let (list, said) = read_with("", &sample("papers.bib"));
    assert_eq!(said, "");
    let found: Vec<String> = list.iter().map(outline).collect();
    assert_eq!(found, SAMPLE);
    assert!(list[6].others && !list[1].others);
}

#[test]
fn csl_json_says_the_same() {
    let (list, said) = read_with("", &sample("papers.json"));
    assert_eq!(said, "");
    let found: Vec<String> = list.iter().map(outline).collect();
    // What only LaTeX can say, a formula and `and others`, is not in it.
    let expected: Vec<&str> =
        SAMPLE.iter().copied().filter(|it| !it.contains("Acta Logistica")).collect();
    assert_eq!(found, expected);
}

#[test]
fn keywords_count_where_somebody_wants_them() {
    let words =
        |more: &str| read_with(more, &sample("papers.bib")).0[1].audience.0.clone();
    assert!(words("").is_empty());
    assert_eq!(words("profiles: {lead: {for: [sre]}}\n"), ["sre"]);
    assert_eq!(words("profiles: {lead: {for: [sre, cv, x]}}\n"), ["cv", "sre"]);
}

#[test]
fn proceedings_of_the_person_are_listed_and_those_of_others_are_not() {
    let text = "@inproceedings{a, title = {A}, crossref = {p}}\n\
                @proceedings{p, title = {P}, editor = {EDITOR}}";
    let titles = |editor: &str| {
        let list = read_with("", &text.replace("EDITOR", editor)).0;
        list.iter().map(|one| text::plain(&one.title)).collect::<String>()
    };
    assert_eq!(titles("Li, Bo"), "A");
    assert_eq!(titles("Nguyen, A."), "AP");
}

/// Texts with something wrong in them: how many publications are found, what is said.
const TROUBLE: &[(&str, usize, &str)] = &[
    ("", 0, "1:1 no-publications: no publication was found in `f`\n"),
    ("name: Alice", 0, "1:1 no-publications: no publication was found in `f`\n"),
    ("@misc{a, year = 1}", 0, "1:1 missing-title: this publication has no title\n"),
    (
        "@misc{a, title = {A}}\n\n  @misc{b, title = {B}, year 2020}\n@misc{c, title = {C}}",
        2,
        "3:25 bibtex-syntax: a field of this file is not `name = {value}`\n",
    ),
    (
        "@misc{a,\n  title = {A {b}\n}\n@misc{c, title = {C}}",
        1,
        "4:1 bibtex-syntax: a field of this file is not `name = {value}`\n",
    ),
    (
        "@misc{a, title = {A}",
        0,
        "1:6 bibtex-syntax: a brace of this file is never closed\n",
    ),
    (
        "@misc{a, title = \"A}",
        0,
        "1:18 bibtex-syntax: a quotation mark of this file is never closed\n",
    ),
    (
        "@misc{a, title = , year = 1}",
        0,
        "1:18 bibtex-syntax: a field of this file has no value\n",
    ),
    (
        "@misc{a, title = {A} # x}\n@misc{b, title = x}",
        2,
        "1:24 unknown-abbreviation: the abbreviation `x` is not defined in this file\n",
    ),
    ("@misc{title = {No key}}", 1, ""),
    ("@misc(a, title = {In (round) brackets})", 1, ""),
    ("@MISC { a , TITLE = { Spaces } , }", 1, ""),
    ("@misc{a, title = {A}, title = {B} % comment }\n}", 1, ""),
    (
        "me@home.example, @ nobody",
        0,
        "1:1 no-publications: no publication was found in `f`\n",
    ),
    (
        "[{\"title\": \"A\"},\n {\"title\" \"B\"}]",
        0,
        "2:11 csl-syntax: this file is not JSON: expected `:`\n",
    ),
    (
        "[{\"id\": \"x\"}, 3, null]",
        0,
        "1:9 missing-title: this publication has no title\n",
    ),
    ("{\"items\": [{\"title\": \"A\"}]}", 1, ""),
    (
        "{\"title\": \"A\", \"author\": 3, \"issued\": [], \"volume\": {}}",
        1,
        "1:26 csl-value: found a number or a truth value in `author`, which is left out\n\
         1:53 csl-value: found a mapping in `volume`, which is left out\n",
    ),
    (
        "[{\"title\": [\"A\", \"B\"], \"id\": \"x\"}]",
        0,
        "1:12 csl-value: found a list in `title`, which is left out\n\
         1:30 missing-title: this publication has no title\n",
    ),
    (
        "@article{a,\n  title = {On,\n  year = {1843}\n}\n@misc{b, title = {B}}",
        1,
        "2:11 bibtex-syntax: a brace of this file is never closed\n",
    ),
    (
        "@inproceedings{a, title = {A}, crossref = {b}}\n\
         @inproceedings{b, title = {B}, crossref = {a}}",
        2,
        "",
    ),
    // What a person does not see is no more welcome here than in the résumé.
    (
        "@misc{a, title = {A\u{202e}B}}",
        1,
        "1:20 direction-mark: U+202E turns the direction of writing\n",
    ),
    (
        "@misc{a, title = {A\u{e0041}B}}",
        1,
        "1:20 tag-character: U+E0041 is a hidden tag character\n",
    ),
    (
        "@misc{a, title = {A\u{1b}B}}",
        1,
        "1:20 control-character: found the control character U+001B\n",
    ),
    (
        "@misc{a, title = {A}, author = {Аlice}}",
        1,
        "1:33 look-alike: `Аlice` has Cyrillic letters that look Latin\n",
    ),
    ("@misc{a, title = {A}, abstract = {\u{202e}}}", 1, ""),
    (
        r#"[{"title": "A\u202eB", "abstract": "\u202e"}]"#,
        1,
        "1:12 direction-mark: U+202E turns the direction of writing\n",
    ),
    (
        r#"[{"title": "A\u001bB"}]"#,
        1,
        "1:12 control-character: found the control character U+001B\n",
    ),
];

#[test]
fn accents_of_latex_do_not_cover_other_text() {
    let title = format!("{}e{}", "\\'{".repeat(20), "}".repeat(20));
    let (_, said) = read_with("", &format!("@misc{{a, title = {{{title}}}}}"));
    assert_eq!(said, "1:1 stacked-marks: a letter carries more than 16 marks\n");
}

#[test]
fn people_and_dates_of_csl_json_have_many_forms() {
    let forms = [
        r#""author": "Alice Nguyen", "issued": "2020""#,
        r#""author": ["Alice Nguyen"], "issued": 2020"#,
        r#""author": {"family": "Nguyen", "given": "Alice"}, "issued": {"raw": "2020"}"#,
        r#""author": [{"literal": "Alice Nguyen"}], "issued": {"date-parts": [2020]}"#,
        r#""author": [null, "Alice Nguyen"], "issued": {"date-parts": [["2020"]]}"#,
    ];
    for form in forms {
        let (list, said) = read_with("", &format!("[{{\"title\": [\"A\"], {form}}}]"));
        assert_eq!(said, "", "{form}");
        assert_eq!(outline(&list[0]), "other | Alice Nguyen | A | 2020", "{form}");
    }
}

#[test]
fn bytes_that_are_not_utf_8_are_those_of_windows() {
    let bytes = b"@misc{a, title = {\x93Caf\xe9\x94}}".to_vec();
    let source = decode("f", bytes, &mut Sink::default()).unwrap();
    assert_eq!(source.text(), "@misc{a, title = {“Café”}}");
}

#[test]
fn what_is_wrong_is_said_where_it_stands_and_the_rest_is_read() {
    let mut wrong = String::new();
    for (text, count, expected) in TROUBLE {
        let (list, said) = read_with("", text);
        if (list.len(), said.as_str()) != (*count, *expected) {
            let _ = writeln!(wrong, "{text}\n= {} {said}", list.len());
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// LaTeX and its text.
const LATEX: &[(&str, &str)] = &[
    (r"Erd{\H o}s, Erd\H{o}s", "Erdős, Erdős"),
    (r#"G\"odel, G{\"o}del, G\"{o}del, {G\"odel}"#, "Gödel, Gödel, Gödel, Gödel"),
    (r#"na\"{\i}ve caf\'e \c{c}a \v{S}\'{\i}"#, "naïve café ça Ší"),
    (r"\ss{} \o re \AA ngstr\o m \L{}\'od\'z", "ß øre Ångstrøm Łódź"),
    ("a -- b --- c - d~e", "a – b — c - d\u{a0}e"),
    (r"``a'' `b' it's", "\"a\" 'b' it's"),
    (r"\emph{a {b}} {\em c} \textbf{d} {\bf e}", "{i a b} {i c} {b d} {b e}"),
    (r"\textsc{Abc} \unknown{d} \relax e \BibTeX", "Abc d e BibTeX"),
    (r"100\% \& \$5 \_x \#1 {\{}y{\}}", "100% & $5 _x #1 {y}"),
    (r"$\alpha_{i}$ and $5", r"$\alpha_{i}$ and $5"),
    (r"On \alpha{} and \beta-decay", "On α and β-decay"),
    (r"\enquote{q} \textquoteleft x", "\"q\" ‘x"),
    ("line\n   break\t\ttab", "line break tab"),
    ("}}a{{b", "ab"),
    ("\\", ""),
    (r"\'", ""),
    (r"{\'{", ""),
];

#[test]
fn latex_becomes_text() {
    let mut wrong = String::new();
    for (value, expected) in LATEX {
        let found = short::line(&tex::inlines(value));
        if found != *expected {
            let _ = writeln!(wrong, "{value}\n= {found}");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// A pseudo-random number that is the same everywhere.
fn next(seed: &mut u32) -> usize {
    *seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
    (*seed >> 8) as usize
}

#[test]
fn damaged_files_never_do_harm() {
    let pieces = [
        "{", "}", "@", "\"", "\\", "#", ",", "=", "$", "é", "\u{301}", "@string{", "\\'",
        "[", "<i>", "\0",
    ];
    for name in ["papers.bib", "papers.json"] {
        let text = sample(name);
        let mut seed = 7;
        for _ in 0..300 {
            let mut damaged = text.clone();
            for _ in 0..=next(&mut seed) % 4 {
                let at = damaged.floor_char_boundary(next(&mut seed) % damaged.len());
                let end = damaged.ceil_char_boundary(at + next(&mut seed) % 9);
                damaged.replace_range(at..end, pieces[next(&mut seed) % pieces.len()]);
            }
            let cut = damaged.floor_char_boundary(next(&mut seed) % damaged.len() * 2);
            let (list, _) = read_with("", &damaged[..cut.min(damaged.len())]);
            assert!(list.len() <= 20);
        }
    }
}

#[test]
fn hostile_files_are_bounded() {
    let mut doubling = "@string{a0 = {0123456789}}\n".to_owned();
    for at in 1..60 {
        let _ = writeln!(doubling, "@string{{a{at} = a{} # a{}}}", at - 1, at - 1);
    }
    let deep = |open: &str| {
        format!("@misc{{a, title = {{{}x{}}}}}", open.repeat(20_000), "}".repeat(20_000))
    };
    let files = [
        doubling,
        "@string{a = a # a}\n@misc{b, title = a}".to_owned(),
        deep("{"),
        deep("\\emph{"),
        deep("{\\'"),
        format!("@misc{{a, title = {{{}}}}}", "\\'".repeat(20_000)),
        "@misc{x,y={\n".repeat(50_000),
        "@".repeat(100_000),
        format!("@misc{{a, author = {{{}}}, title = {{T}}}}", "A and ".repeat(5_000)),
        "@misc{}\n".repeat(100_000),
        format!("{}1{}", "[".repeat(1_000), "]".repeat(1_000)),
    ];
    for file in files {
        let (list, said) = read_with("", &file);
        assert!(list.len() <= MOST && said.len() < 10_000, "{}", said.len());
    }
}
