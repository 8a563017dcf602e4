//! Names and contacts: on one line or in balanced ones, whatever their length.

use cvpdf::inspect;

use crate::line;
use crate::line::PAPERS;
use crate::line::THEMES;

/// The lines above the contacts: those in the largest size of the first page.
fn name_lines(name: &str, flags: &str) -> Vec<inspect::Line> {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("name.yaml");
    std::fs::write(&path, format!("name: {name}\nupdated: 2026\n")).expect("it is new");
    // In a form, a label stands beside the name, but not for machines.
    let strict = if flags.contains("europa") { " --ats strict" } else { "" };
    let pdf = line::pdf(&path.display().to_string(), &format!("{flags}{strict}"));
    let witness = inspect::read(&pdf).expect("it is a PDF");
    let lines = witness.pages.into_iter().next().expect("there is a page").lines;
    lines.into_iter().filter(|line| !line.artifact && line.size > 14.0).collect()
}

#[test]
fn a_long_name_stays_on_one_line() {
    for theme in THEMES {
        let lines = name_lines(
            "Maximilienne Oyelaran-Świętochowska",
            &format!("--theme {theme}"),
        );
        let texts: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["Maximilienne Oyelaran-Świętochowska"], "{theme}");
    }
}

#[test]
fn a_very_long_name_has_two_balanced_lines() {
    let name = "Wilhelmina Josephina Konstantinopolska van Oldenbarnevelt-Schutte";
    assert_eq!(name.chars().count(), 65);
    let name = format!("{name}r");
    for theme in THEMES {
        for paper in PAPERS {
            let lines = name_lines(&name, &format!("--theme {theme} --paper {paper}"));
            let texts: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
            assert_eq!(texts.join(" "), name, "no hyphen is added: {texts:?}");
            let [first, second] = lines.as_slice() else { panic!("{theme}: {texts:?}") };
            let (first, second) = (first.x1 - first.x0, second.x1 - second.x0);
            let ratio = first.min(second) / first.max(second);
            assert!(ratio > 0.6, "{theme}: {first} and {second} are not balanced");
        }
    }
}

#[test]
fn nine_contacts_with_a_long_address_are_set_in_rows() {
    let address =
        format!("https://long.example/{}", "segment-/".repeat(8).trim_end_matches('/'));
    assert!(address.chars().count() >= 88, "{}", address.chars().count());
    let text = format!(
        "name: Ada Lovelace\nupdated: 2026\ncontact:\n  location: London, England\n  \
         email: [ada@lovelace.example, countess@lovelace.example]\n  phone: [\"+44 20 7946 0018\", \
         \"+44 20 7946 0019\"]\n  website: {address}\n  github: ada-lovelace\n  \
         linkedin: ada-lovelace\n  mastodon: \"@ada@engines.example\"\n"
    );
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("ada.yaml");
    std::fs::write(&path, text).expect("it is new");
    for theme in THEMES {
        for paper in PAPERS {
            let flags = format!("--theme {theme} --paper {paper}");
            let (artifact, told) = line::make(&path.display().to_string(), &flags);
            assert_eq!(line::say(&told), "", "{theme} {paper}");
            let artifact = artifact.expect("it is set");
            let witness = inspect::read(&artifact.files[0]).expect("it is a PDF");
            let rows = witness.pages[0].lines.iter().skip(1);
            for row in rows {
                let is_parted = |char: char| char == '·' || char == '|';
                let text = row.text.trim();
                let wrong = text.starts_with(is_parted) || text.ends_with(is_parted);
                assert!(
                    !wrong,
                    "{theme} {paper}: `{text}` begins or ends with a separator"
                );
            }
        }
    }
}
