//! Every sample and case in both themes on both papers: no fault, no overflow, no doubt
//! but those that are about its words.

use cvpdf::inspect;
use cvpdf::typeset;

use crate::line;
use crate::line::PAPERS;
use crate::line::THEMES;

/// What may be said of a résumé, by the end of its path: the codes of the warnings.
const DOUBTS: &[(&str, &[&str])] = &[
    ("cases/japanese.yaml", &["missing-glyph"]),
    ("cases/long-names.yaml", &["overflow"]),
    ("shapes/18-links.yaml", &["empty-link"]),
    ("shapes/53-contacts.yaml", &["missing-glyph"]),
    ("shapes/61-look-alikes.yaml", &["look-alike"]),
];

/// How many pages a sample has in `classic` on A4, as `resumes/README.md` says.
const PAGES: &[(&str, std::ops::RangeInclusive<usize>)] = &[
    ("academic", 2..=2),
    ("alice", 2..=2),
    ("arabic", 1..=2),
    ("french", 2..=2),
    ("german", 1..=1),
    ("graduate", 1..=1),
    ("hebrew", 1..=1),
    ("ines", 3..=3),
    ("minimal", 1..=1),
    ("veteran", 5..=5),
];

/// Sets all résumés in one theme on one paper.
fn check(theme: &str, paper: &str) {
    let mut faults = Vec::new();
    for (name, _) in line::resumes() {
        let flags = format!("{} --paper {paper}", line::themed(&name, theme));
        let (artifact, told) = line::make(&name, &flags);
        let allowed =
            DOUBTS.iter().find(|(end, _)| name.ends_with(end)).map_or(&[][..], |it| it.1);
        let grave = told.iter().filter(|one| !allowed.contains(&one.code)).cloned();
        let said = line::say(&grave.collect::<Vec<_>>());
        if artifact.is_none() || !said.is_empty() {
            faults.push(format!("{name}: {said}"));
        }
        // What Typst remembers of so many résumés would fill the memory.
        typeset::forget(0);
    }
    assert!(faults.is_empty(), "{theme} on {paper}:\n{}", faults.join("\n"));
}

#[test]
fn everything_can_be_set_in_classic_on_a4() {
    check(THEMES[0], PAPERS[0]);
}

#[test]
fn everything_can_be_set_in_classic_on_us_letter() {
    check(THEMES[0], PAPERS[1]);
}

#[test]
fn everything_can_be_set_in_plain_on_a4() {
    check(THEMES[1], PAPERS[0]);
}

#[test]
fn everything_can_be_set_in_plain_on_us_letter() {
    check(THEMES[1], PAPERS[1]);
}

#[test]
fn everything_can_be_set_in_europa_on_a4() {
    check("europa", PAPERS[0]);
}

#[test]
fn everything_can_be_set_in_europa_on_us_letter() {
    check("europa", PAPERS[1]);
}

#[test]
fn everything_can_be_set_in_sidebar_on_a4() {
    check("sidebar", PAPERS[0]);
}

#[test]
fn everything_can_be_set_in_sidebar_on_us_letter() {
    check("sidebar", PAPERS[1]);
}

#[test]
fn everything_can_be_set_in_modern_on_a4() {
    check("modern", PAPERS[0]);
}

#[test]
fn everything_can_be_set_in_modern_on_us_letter() {
    check("modern", PAPERS[1]);
}

#[test]
fn everything_can_be_set_in_compact_on_a4() {
    check("compact", PAPERS[0]);
}

#[test]
fn everything_can_be_set_in_compact_on_us_letter() {
    check("compact", PAPERS[1]);
}

#[test]
fn everything_can_be_set_in_editorial_on_a4() {
    check("editorial", PAPERS[0]);
}

#[test]
fn everything_can_be_set_in_editorial_on_us_letter() {
    check("editorial", PAPERS[1]);
}

#[test]
fn everything_can_be_set_in_academic_on_a4() {
    check("academic", PAPERS[0]);
}

#[test]
fn everything_can_be_set_in_academic_on_us_letter() {
    check("academic", PAPERS[1]);
}

#[test]
fn every_profile_of_every_sample_can_be_set() {
    for (name, text) in line::samples() {
        let value: serde_json::Value = serde_saphyr::from_str(&text).expect("it is YAML");
        let profiles = value["profiles"].as_object().into_iter().flatten();
        for (profile, _) in profiles {
            let (artifact, told) = line::make(&name, &format!("--profile {profile}"));
            assert!(artifact.is_some(), "{name} {profile}: {}", line::say(&told));
            assert_eq!(line::say(&told), "", "{name} {profile}");
        }
    }
}

#[test]
fn samples_have_as_many_pages_as_their_table_says() {
    let names = line::samples().into_iter().map(|(name, _)| name);
    let counts = names.map(|name| {
        let pdf = line::pdf(&name, "--theme classic --paper a4");
        let stem =
            name.trim_start_matches("resumes/").trim_end_matches(".yaml").to_owned();
        (stem, inspect::read(&pdf).expect("it is a PDF").pages.len())
    });
    let counts: Vec<(String, usize)> = counts.collect();
    let as_said = |(name, count): &&(String, usize)| {
        PAGES.iter().any(|(sample, pages)| sample == name && pages.contains(count))
    };
    let wrong: Vec<_> = counts.iter().filter(|it| !as_said(it)).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}
