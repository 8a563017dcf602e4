//! What a letter says of itself, in the language of its résumé.

use super::lines;
use super::witness;
use crate::line;

/// What a language says in a letter to nobody: the date line, the first and the last words.
#[track_caller]
fn check(lang: &str, more: &str, expected: [&str; 3]) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("letter.yaml");
    let text = format!(
        "resume: minimal.yaml\nlook: {{lang: {lang}}}\ndate: 2026-11-21\nbody: Yes.\n{more}\n"
    );
    std::fs::write(&path, text).expect("it is new");
    let prepared = line::prepared(&path.display().to_string(), "");
    let letter = prepared.recipe.brief.view.letter.expect("it is a letter");
    let said = [&letter.dateline, &letter.salutation, &letter.closing];
    let said = said.map(|line| cvpdf::text::plain(line));
    assert_eq!(said, expected, "{lang} {more}");
}

#[test]
fn a_language_fills_in_what_everybody_may_be_told() {
    let named = "recipient: {name: Mari Solberg}";
    check("en", "", ["November 21, 2026", "Dear Hiring Manager,", "Sincerely,"]);
    check("en", named, ["November 21, 2026", "Dear Mari Solberg,", "Sincerely,"]);
    check(
        "en-GB",
        "place: Leeds",
        ["Leeds, 21 November 2026", "Dear Hiring Manager,", "Yours faithfully,"],
    );
    check("en-GB", named, ["21 November 2026", "Dear Mari Solberg,", "Yours sincerely,"]);
    check(
        "de",
        "place: Köln",
        [
            "Köln, 21. November 2026",
            "Sehr geehrte Damen und Herren,",
            "Mit freundlichen Grüßen",
        ],
    );
    check("nb", "salutation: Hei,", ["21. november 2026", "Hei,", "Med vennlig hilsen"]);
}

#[test]
fn a_french_day_has_an_article() {
    let greeting = "salutation: Madame,\nclosing: Cordialement,";
    let expected = |date| [date, "Madame,", "Cordialement,"];
    check("fr", greeting, expected("Le 21 novembre 2026"));
    check(
        "fr",
        &format!("{greeting}\nplace: Lyon"),
        expected("Lyon, le 21 novembre 2026"),
    );
}

#[test]
fn an_empty_text_leaves_out_what_a_language_fills_in() {
    check("en", "salutation: \"\"\nclosing: \"\"", ["November 21, 2026", "", ""]);
}

#[test]
fn a_letter_is_in_the_language_of_its_resume() {
    let resume = "name: Ada Byrne\nupdated: 2026\nlook: {lang: fr}\n";
    let letter = "resume: ada.yaml\nbody: {en: Yes., fr: Oui.}\nenclosures: CV\n";
    let folder = tempfile::tempdir().expect("a folder can be made");
    std::fs::write(folder.path().join("ada.yaml"), resume).expect("it is new");
    let path = folder.path().join("letter.yaml");
    std::fs::write(&path, letter).expect("it is new");
    let path = path.display().to_string();
    let said = |flags: &str| -> String {
        let witness = witness(&path, flags);
        let all = lines(&witness, 0);
        all.iter().map(|line| format!("{}\n", line.text)).collect::<Vec<_>>().concat()
    };
    assert!(
        said("").contains("Oui.") && said("").contains("Pièce jointe"),
        "{}",
        said("")
    );
    let english = said("--lang en");
    assert!(english.contains("Yes.") && english.contains("Enclosure: CV"), "{english}");
}
