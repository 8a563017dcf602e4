//! Tests of composing: facts as literals, and the view in short signs.

mod contacts;
mod given;

use given::bullet;
use given::entry;
use given::everybody;
use given::group;
use given::inlines;
use given::pair;
use given::publication;
use given::resume;
use given::section;
use given::skill;
use serde_json::json;

use super::*;
use crate::date;
use crate::diag::Sink;
use crate::resume;
use crate::source::FieldPath;
use crate::source::Source;
use crate::text::short::line;
use crate::text::short::tree;
use crate::view;
use crate::view::Item;
use crate::view::coverage;

fn choices(chosen: &[(&str, &str)]) -> Choices {
    let value = |name: &str, text: &str| match name {
        "icons" => json!(text == "on"),
        _ => json!(text),
    };
    let options = chosen.iter().map(|(name, text)| ((*name).into(), value(name, text)));
    Choices { options: options.collect() }
}

fn composed(resume: &Resume, lang: &str, chosen: &[(&str, &str)]) -> View {
    let locale = Locale::find(lang).expect("a known language");
    compose(resume, &choices(chosen), &locale)
}

/// The first entry of a résumé that has this one only.
fn one_entry(entry: resume::Entry, lang: &str, chosen: &[(&str, &str)]) -> view::Entry {
    let entries = resume::Content::Entries(vec![resume::Item::Entry(Box::new(entry))]);
    let view = composed(&resume(vec![section("experience", entries)]), lang, chosen);
    match view.sections.into_iter().next().map(|section| section.content) {
        Some(Content::Entries { entries }) => match entries.into_iter().next() {
            Some(Item::Entry(entry)) => entry,
            _ => panic!("an entry"),
        },
        _ => panic!("a section of entries"),
    }
}

/// A header in short: `title Engineer | note part-time | org Halcyon`.
fn header(entry: &view::Entry) -> String {
    let name = |part: &view::Part| format!("{:?} {}", part.role, line(&part.body));
    entry.header.iter().map(name).collect::<Vec<_>>().join(" | ")
}

fn full_entry() -> resume::Entry {
    resume::Entry {
        unit: inlines("Storage"),
        places: vec![inlines("Paris, France"), inlines("Lyon, France")],
        notes: vec![inlines("part-time"), inlines("*remote*")],
        duration: inlines("6 months"),
        ..entry("Engineer", &["Halcyon"])
    }
}

#[test]
fn a_header_has_its_parts_in_order() {
    let found = header(&one_entry(full_entry(), "en", &[]));
    let title = "Title Engineer | Note part-time, {i remote}, 6 months";
    let rest = "Unit Storage";
    let place = "Place Paris, France · Lyon, France";
    assert_eq!(found, format!("{title} | Org Halcyon | {rest} | {place}"));
    let found = header(&one_entry(full_entry(), "en", &[("entry-lead", "org")]));
    assert_eq!(found, format!("Org Halcyon | {rest} | {title} | {place}"));
}

#[test]
fn qualifiers_of_an_entry_without_a_title_follow_the_employer() {
    let entry = resume::Entry { title: Vec::new(), ..full_entry() };
    let found = header(&one_entry(entry, "en", &[]));
    let note = "Note part-time, {i remote}, 6 months";
    let place = "Place Paris, France · Lyon, France";
    assert_eq!(found, format!("Org Halcyon | Unit Storage | {note} | {place}"));
}

#[test]
fn several_employers_are_one_part() {
    let mut entry = entry("Engineer", &["Silicomp", "Orange"]);
    assert_eq!(
        header(&one_entry(entry.clone(), "en", &[])),
        "Title Engineer | Org Silicomp, Orange"
    );
    entry.orgs[0].note = inlines("now closed");
    entry.orgs[1].url = Some("https://o.example".into());
    let found = header(&one_entry(entry.clone(), "en", &[]));
    let org = "Org Silicomp (now closed), {a https://o.example|Orange}";
    assert_eq!(found, format!("Title Engineer | {org}"));
    entry.orgs.remove(1);
    let found = header(&one_entry(entry, "en", &[]));
    assert_eq!(found, "Title Engineer | Org Silicomp | OrgNote now closed");
}

#[test]
fn a_title_leads_where_its_entry_leads() {
    let url = Some("https://x.example/".to_owned());
    let titled = resume::Entry { url: url.clone(), ..entry("**A** B", &["C"]) };
    let found = header(&one_entry(titled, "en", &[]));
    assert_eq!(found, "Title {a https://x.example/|{b A} B} | Org C");
    let untitled = resume::Entry { url, ..entry("", &["C"]) };
    let found = header(&one_entry(untitled, "en", &[]));
    assert_eq!(found, "Org {a https://x.example/|C}");
}

#[test]
fn dates_are_words_in_the_language_and_style() {
    type Row = (
        &'static str,
        &'static str,
        &'static [(&'static str, &'static str)],
        &'static str,
    );
    let rows: &[Row] = &[
        ("2013-08 – present", "en", &[], "Aug 2013 – present"),
        ("2013-08 – present", "de", &[("month", "long")], "August 2013 – heute"),
        ("2013-08 – 2014-01", "en", &[("month", "number")], "08/2013 – 01/2014"),
        ("2013-08 – 2014-01", "en", &[("month", "none")], "2013 – 2014"),
        ("2013 – 2014", "en", &[("range", "hyphen-spaced")], "2013 - 2014"),
        ("2013 – 2014", "en", &[("range", "en-dash")], "2013–2014"),
        ("2013 – 2014", "en", &[("range", "to")], "2013 to 2014"),
        ("2013 –", "en", &[("open-range", "since")], "since 2013"),
        ("2013 –", "en", &[("open-range", "present")], "2013 – present"),
    ];
    for (written, lang, chosen, expected) in rows {
        let date = date::read(written).ok();
        let found = one_entry(resume::Entry { date, ..entry("A", &[]) }, lang, chosen);
        assert_eq!(found.date.as_deref(), Some(*expected), "{written}");
    }
    assert_eq!(one_entry(entry("A", &[]), "en", &[]).date, None);
}

#[test]
fn a_body_is_summary_bullets_and_closing_words() {
    let found = one_entry(
        resume::Entry {
            summary: text::blocks("**In short :** \"one\"").value,
            highlights: vec![
                bullet("a", vec![bullet("b", vec![bullet("c", vec![])])]),
                group("Projects", vec![bullet("d", vec![]), bullet("e", vec![])]),
            ],
            outro: text::blocks("two").value,
            details: vec![pair(
                "Technologies used:",
                vec![skill("Go", "", ""), skill("C++", "", "")],
            )],
            ..entry("A", &[])
        },
        "en",
        &[],
    );
    assert_eq!(
        tree(&found.body),
        "@In short: [¶ “one”] / • [¶ a / • [¶ b / • [¶ c]]] / # Projects / • [¶ d][¶ e] / ¶ two"
    );
    assert_eq!(line(&found.details[0].label), "Technologies used");
    assert_eq!(line(&found.details[0].body), "Go, {w C++}");
    assert!(found.tail.is_empty());
    let words = ["A", "In short", ":", "“one”", "abc", "Projects", "de", "two"];
    let words: usize = words.iter().map(|it| it.chars().count()).sum();
    assert_eq!(found.chars, words + "Technologies used".len() + "Go, C++".len());
}

#[test]
fn closing_words_of_a_group_follow_its_roles() {
    let found = one_entry(
        resume::Entry {
            summary: text::blocks("one").value,
            outro: text::blocks("three").value,
            roles: vec![resume::Entry {
                outro: text::blocks("two").value,
                ..entry("Role", &[])
            }],
            ..entry("", &["Halcyon"])
        },
        "en",
        &[],
    );
    assert_eq!(
        (tree(&found.body), tree(&found.tail)),
        ("¶ one".into(), "¶ three".into())
    );
    assert_eq!(tree(&found.roles[0].body), "¶ two");
    assert_eq!(found.chars, "Halcyononethree".len() + "Roletwo".len());
}

#[test]
fn sections_have_titles_in_the_language_or_as_written() {
    let text = || resume::Content::Text(text::blocks("x").value);
    let mut resume =
        resume(vec![section("skills", text()), section("Languages", text())]);
    let mut own = section("awards", text());
    own.title = Some("Prix d'honneur".into());
    resume.sections.push(own);
    let view = composed(&resume, "fr", &[]);
    let titles: Vec<(Option<&str>, &str)> =
        view.sections.iter().map(|it| (it.id.as_deref(), it.title.as_str())).collect();
    assert_eq!(
        titles,
        [
            (Some("skills"), "Compétences"),
            (None, "Languages"),
            (Some("awards"), "Prix d’honneur")
        ]
    );
}

#[test]
fn what_is_empty_is_gone() {
    let blank = resume::Item::Blocks(Vec::new());
    let view = composed(
        &resume(vec![
            section("experience", resume::Content::Entries(Vec::new())),
            section("education", resume::Content::Entries(vec![blank])),
            section("skills", resume::Content::Pairs(vec![pair("", vec![])])),
            section("interests", resume::Content::Items(vec![skill("", "", "")])),
            section("hobbies", resume::Content::Text(Vec::new())),
        ]),
        "en",
        &[],
    );
    assert!(view.sections.is_empty());
}

#[test]
fn lists_have_the_comma_of_the_language() {
    let mut both = entry("A", &["B", "C"]);
    both.notes = vec![inlines("d"), inlines("e")];
    both.details = vec![pair("f", vec![skill("g", "h", "i"), skill("j", "", "")])];
    let check = |lang: &str, comma: &str| {
        let entry = one_entry(both.clone(), lang, &[]);
        let found = format!("{} | {}", header(&entry), line(&entry.details[0].body));
        let expected = "Title A | Note d, e | Org B, C | {w g (h, i)}, j";
        assert_eq!(found, expected.replace(", ", comma), "{lang}");
    };
    check("en", ", ");
    check("he", ", ");
    check("ar", "، ");
    check("fa", "، ");
    check("ja", "、");
    check("zh-Hant", "，");
    let skills = vec![skill("a", "", ""), skill("b", "", "")];
    let skills = resume::Content::Pairs(vec![pair("c", skills)]);
    let resume = resume(vec![section("skills", skills)]);
    assert_eq!(composed(&resume, "ar", &[]).keywords, ["a", "b"]);
}

#[test]
fn a_short_skill_stays_with_its_level() {
    let check = |skills: Vec<resume::Skill>, expected: &str| {
        let mut entry = entry("A", &[]);
        entry.details = vec![pair("b", skills)];
        let found = one_entry(entry, "en", &[]);
        assert_eq!(line(&found.details[0].body), expected);
    };
    check(vec![skill("C++", "advanced", "")], "{w C++ (advanced)}");
    check(vec![skill("Ada (83, 95)", "", "")], "{w Ada (83, 95)}");
    check(vec![skill("C++", "a", ""), skill("Go", "", "")], "{w C++ (a)}, Go");
    check(vec![skill("Site reliability", "very good", "")], {
        "Site reliability (very good)"
    });
    check(vec![skill("*C*", "good", "")], "{i C} (good)");
    check(vec![skill("Site reliability", "", "")], "Site reliability");
}

#[test]
fn skills_and_languages_carry_their_levels() {
    let skills =
        vec![skill("C", "expert", "9 years"), skill("Go", "", ""), skill("", "x", "")];
    let french = resume::Language {
        name: inlines("French"),
        level: inlines("C2"),
        skills: Default::default(),
        note: inlines("mother's tongue"),
        audience: everybody(),
    };
    let view = composed(
        &resume(vec![
            section("interests", resume::Content::Items(skills)),
            section("languages", resume::Content::Languages(vec![french])),
        ]),
        "en",
        &[],
    );
    let Content::Items { items } = &view.sections[0].content else { panic!("items") };
    let items: Vec<String> = items.iter().map(|item| line(item)).collect();
    assert_eq!(items, ["{w C (expert, 9 years)}", "Go", "x"]);
    let Content::Languages { languages } = &view.sections[1].content else {
        panic!("languages")
    };
    assert_eq!(line(&languages[0].name), "French");
    assert_eq!(line(&languages[0].level), "C2, mother’s tongue");
    let skills: Vec<String> = languages[0].skills.iter().map(|it| line(it)).collect();
    assert_eq!(skills, ["C2"; 5], "one level is that of all five skills");
}

#[test]
fn levels_of_a_language_are_words_and_fill_each_other() {
    let [yes, no] = [true, false];
    let cases: [(&str, [&str; 5], &str, &str, bool); 5] = [
        (
            "B1",
            ["", "B2", "", "", ""],
            "B1 B2 B1 B1 B1",
            "Listening B1, Reading B2, Interaction B1, Production B1, Writing B1",
            no,
        ),
        ("", ["C1"; 5], "C1 C1 C1 C1 C1", "C1", no),
        ("", ["", "A2", "", "", ""], " A2   ", "Reading A2", no),
        ("fluent", [""; 5], "", "fluent", no),
        ("Native", [""; 5], "", "Native", yes),
    ];
    for (level, skills, expected, words, native) in cases {
        let language = resume::Language {
            name: inlines("French"),
            level: inlines(level),
            skills: skills.map(inlines),
            note: inlines(""),
            audience: everybody(),
        };
        let languages = resume::Content::Languages(vec![language]);
        let view = composed(&resume(vec![section("languages", languages)]), "en", &[]);
        let Content::Languages { languages } = &view.sections[0].content else {
            panic!("languages")
        };
        let spoken = &languages[0];
        let cells: Vec<String> = spoken.skills.iter().map(|it| line(it)).collect();
        assert_eq!(cells.join(" "), expected, "{level}");
        assert_eq!(line(&spoken.level), words, "{level}");
        assert_eq!(spoken.native, native, "{level}");
    }
}

#[test]
fn publications_are_paragraphs_with_the_own_name_strong() {
    let written = vec![
        publication(&["Li, B.", "Nguyen, A."]),
        resume::Publication {
            container: Vec::new(),
            volume: String::new(),
            issue: String::new(),
            doi: String::new(),
            title: inlines("Why?"),
            url: Some("https://x.example".into()),
            ..publication(&["Alice B. Nguyen"])
        },
    ];
    let written = resume::Publications { list: written, files: Vec::new() };
    let content = resume::Content::Publications(written);
    let resume = resume(vec![section("publications", content)]);
    let bodies = |lang: &str| {
        let view = composed(&resume, lang, &[]);
        let Content::Publications { publications } = &view.sections[0].content else {
            panic!("publications")
        };
        publications.iter().map(|it| line(&it.body)).collect::<Vec<_>>()
    };
    let doi = "{a https://doi.org/10.1234/jl.(5)%3C6%3E|doi:10.1234/jl.(5)<6>}";
    assert_eq!(
        bodies("en"),
        [
            format!(
                "{{w Li, B.}}, {{b {{w Nguyen, A.}}}} (2020). “Quorums at Ease.” \
                 {{i Journal of Logs}} 12(3), {{w 1–9}}. {doi}"
            ),
            "{b Alice {w B. Nguyen}} (2020). “{a https://x.example|Why?}” {w 1–9}."
                .into(),
        ]
    );
    assert!(bodies("de")[0].contains("„Quorums at Ease“."));
}

#[test]
fn the_document_is_named_and_described() {
    let pairs = vec![
        pair("Languages", vec![skill("Rust", "expert", ""), skill("C++", "", "")]),
        pair("Systems", vec![skill("Linux, FreeBSD, Rust", "", "")]),
    ];
    let resume = resume(vec![section("skills", resume::Content::Pairs(pairs))]);
    let view = composed(&resume, "en", &[]);
    assert_eq!(view.title, "Alice Nguyen – Résumé");
    assert_eq!(view.keywords, ["Rust", "C++", "Linux", "FreeBSD"]);
    assert_eq!(line(&view.headline[0]), "Staff “Site” Engineer");
    assert_eq!(tree(&view.summary.blocks), "¶ It’s {b fine}.");
    let view = composed(&resume, "fr-CA", &[("quotes", "straight")]);
    assert_eq!(line(&view.headline[0]), "Staff \"Site\" Engineer");
    assert_eq!((view.locale.lang.as_str(), view.locale.colon.as_str()), ("fr", " :"));
    assert_eq!(composed(&resume, "ar", &[]).locale.dir, "rtl");
}

#[test]
fn a_photo_is_shown_if_wanted_and_says_what_it_shows() {
    let mut resume = resume(Vec::new());
    let (file, path) = ("a.jpg".to_owned(), FieldPath::root());
    resume.photo = Some(resume::Photo { file, alt: None, path });
    let photo = composed(&resume, "en", &[]).photo;
    assert_eq!(photo.map(|it| it.alt).as_deref(), Some("Portrait of Alice Nguyen"));
    assert!(composed(&resume, "en", &[("photo", "off")]).photo.is_none());
}

#[test]
fn a_character_that_no_font_has_is_said_once_with_its_place() {
    let source = Source::new("a.yaml", "# 漢\nname: 漢字 x 漢\n");
    let mut resume = resume(Vec::new());
    resume.name = "漢字 x\u{200b} 漢".into();
    let view = composed(&resume, "en", &[]);
    let said = |covers: fn(char) -> bool| {
        let mut sink = Sink::default();
        coverage::uncovered(&[&source], &view, covers, &mut sink);
        let say = |it: crate::diag::Diagnostic| {
            let position = it.place.map(|it| source.position(it.span.start));
            let position = position.map(|it| format!("{}:{}", it.line, it.column));
            format!("{} {}", position.unwrap_or_default(), it.message)
        };
        sink.take().into_iter().map(say).collect::<Vec<_>>()
    };
    assert_eq!(
        said(|it| it.is_ascii() || "’“”".contains(it)),
        [
            "2:7 no font has a glyph for `漢` (U+6F22)",
            "2:8 no font has a glyph for `字` (U+5B57)"
        ]
    );
    assert!(said(|_| true).is_empty());
    let all = said(|_| false);
    assert_eq!(all.len(), 11);
    assert!(all[10].ends_with("more"), "{}", all[10]);
}
