//! One file, a PDF in each of its languages: words, headings, dates, hyphens; and what is
//! said where a language has no words.

use cvpdf::inspect;
use cvpdf::inspect::Witness;
use serde_json::Value;

use crate::bench::Bench;
use crate::line;
use crate::line::THEMES;
use crate::roundtrip;
use crate::roundtrip::letters;

/// A résumé in two languages, every text of it.
const BILINGUAL: &str = "tests/cases/bilingual.yaml";

/// A text with a gap that only one profile prints.
const GAPS: &str = "\
name: Ada Byrne
headline: {en: Engineer, fr: Ingénieure}
sections:
  experience:
    - {title: {en: Diver, fr: Plongeuse}, for: [paris]}
    - {title: {en: Welder}, for: [cork]}
profiles:
  paris: {for: [paris], look: {lang: fr}}
  cork: {for: [cork], look: {lang: fr}}
";

/// A text in which a word of both languages stands at all places of a line.
fn hyphenated() -> String {
    let words = (0..600).map(|at| format!("{} organisation ", "i".repeat(at % 31 + 1)));
    let words: String = words.collect();
    format!(
        "name: Ada Byrne\nsummary: {{en: {words}, fr: {words}}}\nlook: {{margin: 55mm}}\n"
    )
}

/// A résumé in one of its languages, chosen by our own reading of its YAML.
pub(crate) fn choose(value: Value, lang: &str) -> Value {
    match value {
        Value::Array(all) => all.into_iter().map(|one| choose(one, lang)).collect(),
        Value::Object(mut all)
            if !all.is_empty() && all.keys().all(|key| is_tag(key)) =>
        {
            let near = |key: &&String| key.split('-').next() == lang.split('-').next();
            let exact = all.keys().find(|key| *key == lang);
            let chosen = exact.or_else(|| all.keys().find(near)).cloned();
            let chosen = chosen.or_else(|| all.keys().next().cloned());
            chosen.and_then(|key| all.remove(&key)).unwrap_or(Value::Null)
        }
        Value::Object(all) => {
            all.into_iter().map(|(key, one)| (key, choose(one, lang))).collect()
        }
        other => other,
    }
}

/// Whether a key is two small letters, perhaps with a region.
fn is_tag(key: &str) -> bool {
    let (language, region) = key.split_once('-').unwrap_or((key, "XX"));
    language.len() == 2
        && language.bytes().all(|it| it.is_ascii_lowercase())
        && region.bytes().all(|it| it.is_ascii_alphabetic())
}

/// All texts below a value.
fn texts(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::String(text) => all.push(letters(text)),
        Value::Array(list) => list.iter().for_each(|one| texts(one, all)),
        Value::Object(map) => map.values().for_each(|one| texts(one, all)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// What a PDF of the bilingual résumé says.
fn witness(theme: &str, lang: &str) -> Witness {
    let pdf = line::pdf(BILINGUAL, &format!("--theme {theme} --lang {lang}"));
    inspect::read(&pdf).expect("it is a PDF")
}

/// The text of a PDF, line by line.
fn lines(witness: &Witness) -> Vec<&str> {
    let lines = witness.pages.iter().flat_map(|page| &page.lines);
    lines.map(|line| line.text.as_str()).collect()
}

#[test]
fn every_word_of_a_language_is_in_its_pdf() {
    let text = std::fs::read_to_string(line::project(BILINGUAL)).expect("it is there");
    for theme in THEMES {
        for lang in ["en", "fr"] {
            let value: Value = serde_saphyr::from_str(&text).expect("it is YAML");
            let value = choose(value, lang);
            let flags = format!("--theme {theme} --lang {lang}");
            assert_eq!(roundtrip::lost(BILINGUAL, &value, &flags), [""; 0], "{flags}");
        }
    }
}

#[test]
fn no_word_of_another_language_is_in_a_pdf() {
    let text = std::fs::read_to_string(line::project(BILINGUAL)).expect("it is there");
    let mut value: Value = serde_saphyr::from_str(&text).expect("it is YAML");
    value.as_object_mut().expect("it is a mapping").remove("profiles");
    let [mut english, mut french] = [Vec::new(), Vec::new()];
    texts(&choose(value.clone(), "en"), &mut english);
    texts(&choose(value, "fr"), &mut french);
    for theme in THEMES {
        for (lang, own, others) in [("en", &english, &french), ("fr", &french, &english)]
        {
            let printed = letters(&lines(&witness(theme, lang)).concat());
            // Short words, as `Expert`, are parts of others.
            let foreign = others.iter().filter(|it| it.len() > 8 && !own.contains(it));
            let foreign: Vec<&String> = foreign.collect();
            assert!(foreign.len() > 20, "{foreign:?}");
            let found: Vec<_> =
                foreign.iter().filter(|it| printed.contains(**it)).collect();
            assert!(found.is_empty(), "{theme} {lang}: {found:?}");
        }
    }
}

#[test]
fn headings_and_dates_are_those_of_the_language() {
    let expected = [
        ("en", ["Experience", "Feb 2019 – present", "three summers"]),
        ("fr", ["Expérience professionnelle", "févr. 2019 – aujourd’hui", "trois étés"]),
    ];
    for theme in THEMES {
        for (lang, words) in expected {
            let witness = witness(theme, lang);
            assert_eq!(witness.language.as_deref(), Some(lang), "{theme}");
            let printed = letters(&lines(&witness).concat());
            for words in words {
                assert!(printed.contains(&letters(words)), "{theme} {lang}: {words}");
            }
        }
    }
}

#[test]
fn all_lists_of_a_language_have_the_same_comma() {
    let lists = "{interests: [aa, bb], skills: {c: [dd, ee]}}";
    let text = format!("name: Ada Byrne\nsections: {lists}\n");
    for (lang, comma) in [("en", ','), ("ar", '،'), ("fa", '،')] {
        let bench = Bench::new().file("a.yaml", &text);
        bench.run(&format!("render a.yaml --lang {lang}")).succeeds();
        let witness = inspect::read(&bench.read("out/a.pdf")).expect("it is a PDF");
        let printed = lines(&witness).concat();
        let commas = printed.chars().filter(|it| ",،、，".contains(*it));
        assert_eq!(commas.collect::<Vec<_>>(), [comma; 2], "{lang}: {printed}");
    }
}

#[test]
fn a_name_has_its_apostrophe_and_the_metadata_what_was_typed() {
    let bench = Bench::new().file("a.yaml", "name: Sean O'Brien\nupdated: 2026\n");
    for (flags, name) in [("", "Sean O’Brien"), (" --ats strict", "Sean O'Brien")] {
        bench.run(&format!("render a.yaml{flags}")).succeeds();
        let witness = inspect::read(&bench.read("out/a.pdf")).expect("it is a PDF");
        assert_eq!(lines(&witness), [name], "{flags}");
        assert_eq!(witness.author.as_deref(), Some("Sean O'Brien"), "{flags}");
    }
}

#[test]
fn a_photo_is_described_in_the_language() {
    assert_eq!(witness("classic", "fr").alternatives, ["Un portrait dessiné"]);
    assert_eq!(witness("classic", "en").alternatives, ["A drawn portrait"]);
}

#[test]
fn words_are_hyphenated_as_the_language_does() {
    let bench = Bench::new().file("ada.yaml", hyphenated());
    let begins = |lang: &str, part: &str| {
        bench.run(&format!("render ada.yaml --lang {lang} -o {lang}.pdf")).succeeds();
        let witness = inspect::read(&bench.read(&format!("{lang}.pdf"))).expect("a PDF");
        lines(&witness).iter().any(|line| line.starts_with(part))
    };
    assert!(begins("en", "isation "), "or-gan-isa-tion");
    assert!(!begins("fr", "isation "), "or-ga-ni-sa-tion");
    assert!(begins("fr", "sation "), "lines end within words");
}

#[test]
fn names_of_files_tell_the_language() {
    let bench = Bench::new()
        .file("ada.yaml", GAPS)
        .file("cvpdf.toml", "name = \"{resume}-{lang}\"\n");
    bench.run("render ada.yaml --profile paris").succeeds().is_clean();
    assert!(bench.path("out/ada-fr.pdf").exists());
}

#[test]
fn what_a_profile_prints_and_has_no_words_for_is_told() {
    let bench = Bench::new().file("ada.yaml", GAPS);
    bench.run("render ada.yaml --profile paris").succeeds().is_clean();
    bench.run("render ada.yaml").succeeds().is_clean();
    let ran = bench.run("render ada.yaml --profile cork").succeeds();
    ran.says("warning: this text has no `fr`: `en` is printed");
    bench.run("render ada.yaml --profile cork --strict").fails_with(1);
}

#[test]
fn a_check_tells_the_gaps_of_all_profiles() {
    let bench = Bench::new().file("ada.yaml", GAPS);
    bench.run("check ada.yaml").succeeds().says("ada.yaml:6:15");
    bench.run("check ada.yaml --strict").fails_with(1);
    bench.run("check ada.yaml --profile paris").succeeds().is_clean();
}

#[test]
fn a_check_counts_what_lacks_a_language_without_a_profile() {
    let text =
        "name: Ada Byrne\nheadline: {en: Diver, de: Taucherin}\nsummary: {en: Hi}\n";
    let bench = Bench::new().file("ada.yaml", text);
    let ran = bench.run("check ada.yaml --strict").succeeds();
    ran.says("note: 1 text has no `de`").says("it stands in line 3");
}

#[test]
fn the_project_says_the_language_of_a_resume_that_does_not() {
    let bench =
        Bench::new().file("ada.yaml", GAPS).file("cvpdf.toml", "[look]\nlang = \"fr\"\n");
    bench.run("render ada.yaml").succeeds().says("this text has no `fr`");
}
