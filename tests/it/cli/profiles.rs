//! Profiles: their list, and their budgets of pages.

use crate::bench::Bench;
use crate::bench::MINIMAL;

/// A résumé with a bullet for each of two profiles, and a section for one.
const TWO: &str = "\
name: Ada Lovelace
updated: 2026-11
look: {theme: plain}
sections:
  experience:
    - org: Halcyon
      roles:
        - title: Analyst
          highlights:
            - For all.
            - {text: For one., for: [one], highlights: [Nested., Again.]}
        - {title: Reader, for: [two]}
    - title: Clerk
      highlights:
        - {label: Group, highlights: [Grouped., {text: For two., for: [two]}]}
  skills: {Languages: [English, {name: French, for: [two]}]}
  talks:
    - {title: One talk, for: [two, three]}
profiles:
  one: {for: [one], sections: [skills, experience], pages: 2}
  two: {for: [two], look: {theme: classic, lang: fr}}
";

fn two() -> Bench {
    Bench::new().file("resumes/ada.yaml", TWO)
}

#[test]
fn profiles_are_listed_with_what_they_keep() {
    let bench = two();
    let ran = bench.run("profiles").succeeds().writes_nothing();
    let expected = "\
resumes/ada.yaml: Ada Lovelace
  profile  for  theme    lang  pages  keeps
  one      one  plain    en    2      skills      1 of 1 line
                                      experience  2 of 3 entries, 5 of 6 bullets
  two      two  classic  fr    –      experience  3 of 3 entries, 3 of 6 bullets
                                      skills      1 of 1 line
                                      talks       1 of 1 entry
  wanted by no profile: three
";
    assert_eq!(ran.text(), expected);
    ran.says("no profile wants `three`");
}

#[test]
fn machines_get_a_record_for_each_profile() {
    let bench = two();
    let ran = bench.run("profiles ada.yaml --json").succeeds();
    assert_eq!(ran.diagnostics(), ["word-not-wanted 18:36"]);
    let records = ran.records();
    let one = &records[1];
    assert_eq!(one["profile"], "one");
    assert_eq!(one["for"], serde_json::json!(["one"]));
    assert_eq!(one["pages"], 2);
    assert_eq!(one["unwanted"], serde_json::json!(["three"]));
    let sections = one["sections"].as_array().expect("it is a list");
    let names: Vec<&str> =
        sections.iter().filter_map(|one| one["section"].as_str()).collect();
    assert_eq!(names, ["skills", "experience", "talks"]);
    assert_eq!(sections[1]["kept"], serde_json::json!({"elements": 2, "bullets": 5}));
    assert_eq!(sections[1]["all"], serde_json::json!({"elements": 3, "bullets": 6}));
    assert_eq!(sections[2]["kept"]["elements"], 0);
    assert_eq!(records[2]["theme"], "classic");
}

#[test]
fn a_bad_resume_is_told_of_and_the_others_are_listed() {
    let bench = two().file("resumes/bob.yaml", "nam: Bob\n");
    let ran = bench.run("profiles").fails_with(1).prints("Ada Lovelace");
    ran.says("did you mean `name`?").says("resumes/bob.yaml:1:1");
    let ran =
        bench.run("profiles none.yaml ada.yaml").fails_with(1).prints("Ada Lovelace");
    ran.says("there is no résumé `none.yaml`");
}

#[test]
fn a_resume_without_profiles_is_named() {
    let bench = Bench::new().file("ada.yaml", MINIMAL);
    let ran = bench.run("profiles ada.yaml").succeeds();
    assert_eq!(ran.text(), "ada.yaml: Ada Lovelace, no profiles\n");
}

/// A résumé of so many bullets of a line each, and as many that its profile leaves out.
fn bullets(count: usize, lang: &str) -> String {
    let lines = (0..count)
        .map(|number| {
            format!("        - Line {number}.\n        - {{text: Not {number}., for: [long]}}\n")
        })
        .collect::<Vec<_>>()
        .concat();
    format!(
        "{MINIMAL}sections:\n  experience:\n    - title: Analyst\n      highlights:\n{lines}\
         profiles:\n  short: {{for: [short], look: {{lang: {lang}}}, pages: 1}}\n  \
         long: {{for: [long]}}\n"
    )
}

/// How many lines the profile is over its budget, as the program says; none if it fits.
fn over(count: usize, theme: &str, lang: &str) -> Option<usize> {
    let bench = Bench::new().file("ada.yaml", bullets(count, lang));
    let ran = bench.run(&format!("render ada.yaml --profile short --theme {theme}"));
    if ran.code == Some(0) {
        return None;
    }
    let ran = ran.fails_with(1).writes_nothing();
    let (before, _) = ran.talk.split_once(" over 1 page,").expect("it says so");
    let words: Vec<&str> = before.split_whitespace().rev().take(2).collect();
    let number = words[1].parse().expect("a number stands before the word");
    assert_eq!(words[0], if number == 1 { "line" } else { "lines" });
    Some(number)
}

#[test]
fn a_profile_over_its_budget_fits_without_as_many_lines_as_it_says() {
    for (theme, lang) in [("classic", "en"), ("plain", "de"), ("classic", "fr")] {
        let lines = over(90, theme, lang).expect("ninety lines are too many for a page");
        assert!((5..60).contains(&lines), "{theme} {lang}: {lines}");
        assert_eq!(over(90 - lines, theme, lang), None, "{theme} {lang}: {lines}");
        let one_more = over(90 - lines + 1, theme, lang);
        assert!(one_more.is_some_and(|it| it <= 2), "{theme} {lang}: {one_more:?}");
    }
}

#[test]
fn a_budget_is_the_profiles_and_not_the_masters() {
    let bench = Bench::new().file("ada.yaml", bullets(90, "de"));
    bench.run("render ada.yaml").succeeds().writes(&["out/ada.pdf"]);
    bench.run("render ada.yaml --profile long").succeeds();
    bench.run("render ada.yaml --profile short").fails_with(1).says("raise `pages`");
    bench.run("render ada.yaml --profile short --pages 2").succeeds();
}
