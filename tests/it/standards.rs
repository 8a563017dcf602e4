//! What every PDF has, by our own reading; `outside` asks other programs.

use std::fmt::Write as _;

use cvpdf::inspect;
use cvpdf::typeset;

use crate::line;
use crate::line::THEMES;

/// Everything that a PDF of a dated résumé lacks.
fn lacks(witness: &inspect::Witness, name: &str) -> Vec<&'static str> {
    let fonts = || witness.fonts.iter();
    let needs = [
        (
            "a title with the name",
            witness.title.as_ref().is_some_and(|it| it.contains(name)),
        ),
        ("an author", witness.author.as_deref() == Some(name)),
        ("a language", witness.language.is_some()),
        ("a date", witness.date.is_some()),
        ("tags", witness.tagged && witness.roles.contains_key("Document")),
        ("both standards", witness.standards == ["PDF/UA-1", "PDF/A-2a"]),
        ("fonts", fonts().count() > 0),
        ("embedded fonts", fonts().all(|font| font.embedded && font.subset)),
        ("letters for its glyphs", fonts().all(|font| font.unicode)),
    ];
    needs.into_iter().filter(|(_, has)| !has).map(|(what, _)| what).collect()
}

#[test]
fn every_pdf_has_what_readers_and_archives_need() {
    let mut faults = String::new();
    for (resume, _) in line::samples() {
        for theme in THEMES {
            let prepared = line::prepared(&resume, &line::themed(&resume, theme));
            let pdf = line::pdf(&resume, &line::themed(&resume, theme));
            let witness = inspect::read(&pdf).expect("it is a PDF");
            for what in lacks(&witness, &prepared.recipe.brief.view.name) {
                let _ = writeln!(faults, "{resume} in {theme} lacks {what}");
            }
            typeset::forget(0);
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn links_lead_only_where_links_may_lead() {
    for (resume, _) in line::resumes() {
        let pdf = line::pdf(&resume, &line::themed(&resume, THEMES[0]));
        let witness = inspect::read(&pdf).expect("it is a PDF");
        for link in witness.pages.iter().flat_map(|page| &page.links) {
            let schemes = ["https://", "http://", "mailto:", "tel:"];
            assert!(
                schemes.iter().any(|scheme| link.starts_with(scheme)),
                "{resume}: {link}"
            );
        }
    }
}

#[test]
fn a_photo_has_words_for_those_who_do_not_see_it() {
    let pdf = line::pdf("resumes/french.yaml", "--theme classic");
    let witness = inspect::read(&pdf).expect("it is a PDF");
    assert_eq!(witness.alternatives.len(), 1);
    assert!(witness.alternatives[0].len() > 10, "{:?}", witness.alternatives);
}
