//! Cover letters: they stand under the head of their résumé, every word of them is printed,
//! their layouts put things where envelopes want them, and their end never stands alone.

mod languages; // what a language says in a letter

use std::fmt::Write as _;

use cvpdf::diag::Sink;
use cvpdf::inspect;
use cvpdf::inspect::Line;
use cvpdf::inspect::Witness;
use cvpdf::typeset;
use cvpdf::typeset::fit::Fit;
use pulldown_cmark::Event;
use pulldown_cmark::Parser;
use serde_json::Value;

use crate::bench::Bench;
use crate::line;
use crate::line::PAPERS;
use crate::line::THEMES;
use crate::roundtrip;

/// A millimetre, in points.
const MM: f64 = 72.0 / 25.4;

/// A résumé with a letter in it.
const BOTH: &str = "\
name: Ada Byrne
updated: 2026-11
contact: {location: \"Lyon, France\", email: ada@byrne.example}
letter:
  recipient: {name: Mari Solberg, company: Kystverk Data AS}
  body: I mend engines.
profiles:
  acme:
    letter: {recipient: {company: Acme}, subject: Engines}
";

#[track_caller]
fn witness(text: &str, flags: &str) -> Witness {
    let pdf = line::pdf(text, flags);
    inspect::read(&pdf).expect("it is a PDF")
}

/// The lines of a page that are no artifacts.
fn lines(witness: &Witness, page: usize) -> Vec<&Line> {
    witness.pages[page].lines.iter().filter(|line| !line.artifact).collect()
}

/// The first line that holds these words.
#[track_caller]
fn with<'a>(lines: &[&'a Line], words: &str) -> &'a Line {
    let found = lines.iter().find(|line| line.text.contains(words));
    found.unwrap_or_else(|| panic!("no line holds `{words}`: {lines:#?}"))
}

#[test]
fn a_sender_who_names_themselves_is_not_named_twice() {
    let text = "name: Sean O'Brien\nupdated: 2026-11\nletter: {body: Hello., sender: [Sean \
                O'Brien, Cork], salutation: Dear all, closing: Yours}\n";
    let bench = Bench::new().file("a.yaml", text);
    for flags in ["", "--ats strict"] {
        bench.run(&format!("render a.yaml --letter {flags}")).succeeds();
        let witness =
            inspect::read(&bench.read("out/a-letter.pdf")).expect("it is a PDF");
        let named = lines(&witness, 0).into_iter().filter(|it| it.text.contains("Brien"));
        // In the head, of the sender, and under the letter.
        assert_eq!(named.count(), 3, "{flags}");
    }
}

#[test]
fn the_head_stands_where_that_of_the_resume_stands() {
    let names = ["alice", "french", "german", "graduate", "arabic", "minimal"];
    for theme in THEMES {
        for paper in PAPERS {
            for name in names {
                let resume = format!("resumes/{name}.yaml");
                let folder = tempfile::tempdir().expect("a folder can be made");
                let letter = folder.path().join("letter.yaml");
                let text = format!("resume: {name}.yaml\nsalutation: \"\"\nbody: Yes.\n");
                std::fs::write(&letter, text).expect("it is new");
                // What fits a page budget is set smaller, the head too.
                let flags = format!(
                    "{} --paper {paper} --pages off",
                    line::themed(&resume, theme)
                );
                let [resume, letter] = [resume, letter.display().to_string()]
                    .map(|path| witness(&path, &flags));
                let view = line::prepared(&format!("resumes/{name}.yaml"), &flags);
                let view = view.recipe.brief.view;
                // The head is as long as it has words: the name, the contacts.
                let wanted = view.name.split(' ').count() + view.contacts.len();
                let words = |witness: &Witness| -> Vec<(String, [i64; 2])> {
                    let lines = lines(witness, 0);
                    let all = lines.iter().flat_map(|line| {
                        line.words.iter().map(|word| (line.baseline, word))
                    });
                    #[expect(
                        clippy::cast_possible_truncation,
                        reason = "pages are small"
                    )]
                    let place = |at: f64| (at * 10.0).round() as i64;
                    all.take(wanted)
                        .map(|(y, word)| (word.text.clone(), [place(word.x0), place(y)]))
                        .collect()
                };
                assert_eq!(
                    words(&resume),
                    words(&letter),
                    "{name} in {theme} on {paper}"
                );
            }
        }
    }
}

/// Every text of a value, but for those that are no words of the letter.
fn texts(value: &Value, texts: &mut Vec<String>) {
    const SILENT: [&str; 7] =
        ["resume", "profile", "layout", "look", "signature", "date", "$schema"];
    match value {
        Value::String(text) => {
            let mut block = String::new();
            for event in Parser::new(text) {
                match event {
                    Event::Text(text) | Event::Code(text) => block.push_str(&text),
                    Event::SoftBreak => block.push(' '),
                    Event::End(pulldown_cmark::TagEnd::Paragraph) => {
                        texts.push(std::mem::take(&mut block));
                    }
                    _ => {}
                }
            }
            texts.push(block);
        }
        Value::Array(all) => all.iter().for_each(|one| self::texts(one, texts)),
        Value::Object(fields) => {
            let said = fields.iter().filter(|(key, _)| !SILENT.contains(&key.as_str()));
            said.for_each(|(_, value)| self::texts(value, texts));
        }
        _ => {}
    }
}

#[test]
fn every_word_of_every_letter_is_printed() {
    let mut lost = String::new();
    for (path, text) in line::letters() {
        let value: Value = serde_saphyr::from_str(&text).expect("it is YAML");
        let mut wanted = Vec::new();
        texts(&value, &mut wanted);
        assert!(wanted.len() > 4, "{path}: {wanted:?}");
        for theme in THEMES {
            let witness = witness(&path, &line::themed(&path, theme));
            let pages = 0..witness.pages.len();
            let said: String = pages
                .flat_map(|page| lines(&witness, page))
                .map(|line| roundtrip::letters(&line.text))
                .collect();
            for text in &wanted {
                // Where two scripts meet, an order of words is a matter of taste.
                let words = text.split(' ').map(roundtrip::letters);
                let whole = said.contains(&roundtrip::letters(text));
                let there = words.into_iter().all(|word| said.contains(&word));
                if !(whole || path.contains("rtl") && there) {
                    let _ = writeln!(lost, "{path} in {theme}: {text}");
                }
            }
        }
        typeset::forget(0);
    }
    assert!(lost.is_empty(), "\n{lost}");
}

#[test]
fn every_letter_is_set_without_a_warning() {
    for (path, _) in line::letters() {
        for theme in THEMES {
            for paper in PAPERS {
                for density in ["normal", "compact", "relaxed"] {
                    let flags = format!(
                        "{} --paper {paper} --density {density}",
                        line::themed(&path, theme)
                    );
                    let (artifact, told) = line::make(&path, &flags);
                    assert_eq!(line::say(&told), "", "{path} {flags}");
                    assert!(artifact.is_some(), "{path} {flags}");
                }
            }
            typeset::forget(0);
        }
    }
}

#[test]
fn a_letter_has_what_readers_and_archives_need() {
    for (path, _) in line::letters() {
        for theme in THEMES {
            let prepared = line::prepared(&path, &line::themed(&path, theme));
            let view = prepared.recipe.brief.view;
            let witness = witness(&path, &line::themed(&path, theme));
            let title = format!("{} – {}", view.locale.document, view.name);
            assert_eq!(witness.title.as_deref(), Some(title.as_str()), "{path}");
            assert_eq!(witness.author.as_deref(), Some(view.name.as_str()), "{path}");
            assert!(witness.tagged, "{path}");
            assert_eq!(witness.standards, ["PDF/UA-1", "PDF/A-2a"], "{path}");
        }
    }
}

#[test]
fn a_german_recipient_stands_in_the_window() {
    for theme in THEMES {
        let flags = format!("--theme {theme} --paper a4");
        let witness = witness("tests/cases/letters/din.yaml", &flags);
        let lines = lines(&witness, 0);
        let (first, last) = (with(&lines, "Brückenbauamt"), with(&lines, "06618"));
        let window = (20.0 * MM, 105.0 * MM);
        for line in [first, last] {
            assert!(window.0 < line.x0 && line.x1 < window.1, "{theme}: {line:?}");
        }
        assert!(first.baseline > (45.0 + 17.7) * MM, "{theme}: {first:?}");
        assert!(last.baseline < 90.0 * MM, "{theme}: {last:?}");
        let subject = with(&lines, "Bewerbung");
        let top = subject.baseline - 0.76 * subject.size;
        assert!((top - 98.46 * MM).abs() < 0.2, "{theme}: {}", top / MM);
    }
}

#[test]
fn a_french_recipient_stands_at_the_right() {
    for theme in THEMES {
        let witness = witness("tests/cases/letters/fr.yaml", &format!("--theme {theme}"));
        let lines = lines(&witness, 0);
        let sender = with(&lines, "38000 Grenoble");
        for words in ["Solène", "73000", "le 1er novembre 2026"] {
            let line = with(&lines, words);
            assert!((line.x0 - 105.0 * MM).abs() < 0.6, "{theme}: {line:?}");
            assert!(line.x0 > sender.x0, "{theme}");
        }
    }
}

#[test]
fn an_american_letter_begins_with_its_date() {
    for theme in THEMES {
        let witness = witness("tests/cases/letters/us.yaml", &format!("--theme {theme}"));
        let lines = lines(&witness, 0);
        let date = with(&lines, "November 21, 2026");
        assert!(date.baseline < with(&lines, "Dolores Whitcomb").baseline, "{theme}");
        assert!(with(&lines, "Dear Dolores Whitcomb,").baseline > date.baseline);
    }
}

#[test]
fn a_signature_is_described_or_an_artifact() {
    let described = witness("tests/cases/letters/fr.yaml", "--photo off");
    assert_eq!(described.alternatives, ["Signature manuscrite de Maëlle Cœurdevey"]);
    let bare = witness("tests/cases/letters/din.yaml", "");
    assert_eq!(bare.alternatives, [""; 0]);
}

/// A letter of paragraphs that end one after the other, pushed down by every distance.
#[test]
fn the_end_of_a_letter_has_three_lines_above_it() {
    let mut told = String::new();
    for theme in THEMES {
        for paper in PAPERS {
            let flags = format!("--theme {theme} --paper {paper}");
            let path = "tests/cases/letters/two-pages.yaml";
            let brief = line::prepared(path, &flags).recipe.brief;
            for start in (0..=420).step_by(7) {
                let fit = Fit { start: f64::from(start), ..Fit::AS_DESIGNED };
                let mut sink = Sink::default();
                let document = typeset::typeset_at(&brief, &fit, &mut sink);
                let document = document.expect("it is set");
                assert_eq!(line::say(sink.diagnostics()), "", "{theme} {start}");
                for fault in ends(&document) {
                    let _ = writeln!(told, "{theme} on {paper} at {start} pt: {fault}");
                }
                typeset::forget(3);
            }
        }
    }
    assert!(told.is_empty(), "\n{told}");
}

/// What is wrong with the last page: how many lines stand above the closing, and whether
/// closing, name and enclosures stand together.
fn ends(document: &typeset::Document) -> Vec<String> {
    let area = typeset::check::area(&document.pages).expect("the theme names its area");
    let page = document.pages.pages().last().expect("there is a page");
    let mut runs: Vec<(f64, String)> = Vec::new();
    typeset::check::runs(page, &mut |run| {
        let is_inside = area.y0 <= run.y && run.y <= area.y1;
        match runs.last_mut().filter(|(y, _)| (*y - run.y).abs() < 0.5) {
            _ if !is_inside => {}
            Some((_, text)) => text.push_str(&run.item.text),
            None => runs.push((run.y, run.item.text.to_string())),
        }
    });
    let at = |words: &str| runs.iter().rposition(|(_, text)| text.contains(words));
    let mut faults = Vec::new();
    let (closing, enclosures) = (at("With kind regards"), at("Enclosures"));
    let (Some(closing), Some(_)) = (closing, enclosures) else {
        return vec![format!("the end is parted: {runs:?}")];
    };
    let above = document.pages.pages().len() > 1 && closing < 3;
    if above {
        faults.push(format!("{closing} lines above the closing"));
    }
    faults
}

#[test]
fn further_pages_have_name_and_number_at_their_foot() {
    for theme in THEMES {
        let witness =
            witness("tests/cases/letters/two-pages.yaml", &format!("--theme {theme}"));
        assert_eq!(witness.pages.len(), 2, "{theme}");
        let feet = |page: usize| -> String {
            let all = witness.pages[page].lines.iter().filter(|line| line.artifact);
            all.map(|line| line.text.as_str()).collect()
        };
        assert_eq!(feet(0), "", "{theme}");
        assert!(feet(1).contains("Ned Farrow"), "{theme}: {}", feet(1));
        // Over the text the number stands without a word.
        assert!(feet(1).contains('2'), "{theme}: {}", feet(1));
    }
}

#[test]
fn a_letter_in_a_resume_has_a_name_of_its_own() {
    let bench = Bench::new().file("ada.yaml", BOTH);
    bench.run("render ada.yaml --letter").succeeds().writes(&["out/ada-letter.pdf"]);
    bench
        .run("render ada.yaml --letter --profile acme")
        .succeeds()
        .writes(&["out/ada-acme-letter.pdf"]);
}

#[test]
fn a_letter_of_a_profile_has_what_it_leaves_out_from_the_resume() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("ada.yaml");
    std::fs::write(&path, BOTH).expect("it is new");
    let witness = witness(&path.display().to_string(), "--letter --profile acme");
    let lines = lines(&witness, 0);
    for words in
        ["Acme", "Engines", "Dear Hiring Manager,", "I mend engines.", "Sincerely,"]
    {
        with(&lines, words);
    }
    assert!(lines.iter().all(|line| !line.text.contains("Kystverk")));
}

#[test]
fn a_letter_of_its_own_is_found_with_its_resume() {
    let letter = "resume: ada.yaml\nbody: Yes.\n";
    let bench = Bench::new()
        .file("resumes/ada.yaml", BOTH)
        .file("letters/acme.yaml", letter)
        .file("letters/bob.yaml", "resume: bob.yaml\nbody: Yes.\n")
        .file("letters/far.yaml", "resume: ../elsewhere/ada.yaml\nbody: Yes.\n")
        .file("elsewhere/ada.yaml", BOTH);
    bench.run("render letters/acme.yaml").succeeds().writes(&["out/acme.pdf"]);
    tells(&bench, "letters/bob.yaml", "resume-is-letter");
    tells(&bench, "letters/far.yaml", "resume-outside");
    bench.run("render letters/far.yaml --root .").succeeds();
}

/// Renders, and finds this diagnostic in what is told.
#[track_caller]
fn tells(bench: &Bench, line: &str, code: &str) {
    let ran = bench.run(&format!("render {line} --json"));
    let told = ran.diagnostics();
    assert!(told.iter().any(|one| one.contains(code)), "{line}: {told:?}");
}

#[test]
fn what_a_letter_lacks_is_told() {
    let bench = Bench::new()
        .file("ada.yaml", BOTH)
        .file("none.yaml", "name: Ada Byrne\nupdated: 2026\n")
        .file("empty.yaml", "resume: none.yaml\n")
        .file("norsk.yaml", "resume: none.yaml\nbody: Ja.\nlook: {lang: nb}\n")
        .file("subject.yaml", "resume: none.yaml\nbody: Ja.\nsubject: Yes\nlayout: us\n")
        .file("signed.yaml", "resume: none.yaml\nbody: Ja.\nsignature: ../s.png\n");
    tells(&bench, "none.yaml --letter", "no-letter");
    tells(&bench, "empty.yaml", "letter-incomplete");
    tells(&bench, "norsk.yaml", "letter-incomplete");
    tells(&bench, "subject.yaml", "letter-subject");
    tells(&bench, "signed.yaml", "missing-photo");
}

#[test]
fn no_date_is_printed_that_nobody_wrote() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("letter.yaml");
    std::fs::write(&path, "resume: minimal.yaml\nbody: Yes.\n").expect("it is new");
    let witness = witness(&path.display().to_string(), "--date 2026-11-21");
    let text: String = lines(&witness, 0).iter().map(|line| line.text.as_str()).collect();
    assert!(!text.contains("20"), "{text}");
}

#[test]
fn what_does_not_fit_the_window_is_told_of() {
    let lines = "Many words under the name, so many that they need lines; ".repeat(12);
    let bench = Bench::new()
        .file("tall.yaml", format!("name: Ada Byrne\nupdated: 2026\nheadline: {lines}\n"))
        .file(
            "letter.yaml",
            "resume: tall.yaml\nlayout: din\nrecipient: Acme\nbody: Ja.\nlook: {lang: de}\n",
        );
    tells(&bench, "letter.yaml", "letter-window");
    let address =
        (0..7).map(|line| format!("  - line {line}\n")).collect::<Vec<_>>().concat();
    let letter =
        format!("resume: ada.yaml\nlayout: din\nbody: Ja.\nrecipient:\n{address}");
    let bench = Bench::new().file("ada.yaml", BOTH).file("long.yaml", letter);
    tells(&bench, "long.yaml", "letter-window");
}
