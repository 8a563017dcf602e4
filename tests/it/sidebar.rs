//! The sidebar: what stands in it is read after the head and before all else; what its
//! height does not allow comes last; and no choice of the author's breaks it.

use std::fmt::Write as _;

use cvpdf::inspect;

use crate::line;

/// The text of a résumé's pages in the theme, in the order of the content.
#[track_caller]
fn text(resume: &str, flags: &str) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("resume.yaml");
    std::fs::write(&path, resume).expect("it is new");
    let (artifact, told) =
        line::make(&path.display().to_string(), &format!("--theme sidebar {flags}"));
    assert_eq!(line::say(&told), "", "{flags}");
    let artifact = artifact.expect("it is set");
    let witness = inspect::read(&artifact.files[0]).expect("it is a PDF");
    let lines = witness.pages.iter().flat_map(|page| &page.lines);
    let lines = lines.filter(|line| !line.artifact);
    lines.map(|line| format!("{}\n", line.text)).collect::<Vec<_>>().concat()
}

/// A résumé with so many lines of skills.
fn resume(skills: usize) -> String {
    let mut text = "name: Ada Sample\nupdated: 2026\nsummary: Early days.\nsections:\n  \
         experience: [{title: Clerk, date: 2020, summary: Counted.}]\n  \
         hobbies: Kites.\n  skills:\n"
        .to_owned();
    for number in 1..=skills {
        let _ = writeln!(text, "    Group {number}: one thing and another");
    }
    text + "  languages: [{name: Welsh, level: native}]\n  projects: [{title: A clock}]\n"
}

#[track_caller]
fn in_order(text: &str, words: &[&str]) {
    let mut at = 0;
    for word in words {
        let found = text[at..].find(word);
        at += found.unwrap_or_else(|| panic!("`{word}` is not in order:\n{text}"));
    }
}

#[test]
fn the_sidebar_is_read_between_the_head_and_the_main_column() {
    let order = [
        "Ada Sample",
        "Skills",
        "Group 3",
        "Languages",
        "Hobbies",
        "Summary",
        "Clerk",
        "A clock",
    ];
    for flags in ["", "-O sidebar-side=right", "-O panel=first-page", "--paper us-letter"]
    {
        in_order(&text(&resume(3), flags), &order);
    }
}

#[test]
fn what_the_height_does_not_allow_comes_last() {
    let fits = ["Skills", "Languages", "Summary", "A clock", "Hobbies"];
    let full = ["Skills", "Summary", "A clock", "Languages", "Hobbies"];
    let over = ["Languages", "Hobbies", "Summary", "A clock", "Skills", "Group 60"];
    let counts = (1..60).map(|skills| text(&resume(skills), ""));
    let is_in = |text: &str, words: &[&str]| {
        let mut at = 0;
        words.iter().all(|word| match text[at..].find(word) {
            Some(found) => {
                at += found;
                true
            }
            None => false,
        })
    };
    let kinds: Vec<[bool; 2]> =
        counts.map(|text| [is_in(&text, &fits), is_in(&text, &full)]).collect();
    assert!(kinds.iter().any(|it| it[0]), "the hobbies go first");
    assert!(kinds.iter().any(|it| it[1]), "then the languages");
    in_order(&text(&resume(60), ""), &over);
}

#[test]
fn for_machines_there_is_one_column_and_the_facts_come_last() {
    let order = ["Summary", "Clerk", "A clock", "Skills", "Languages", "Hobbies"];
    in_order(&text(&resume(3), "--ats strict"), &order);
}

#[test]
fn the_list_says_what_stands_in_it_and_in_which_order() {
    let listed = "-O sidebar=projects,skills";
    in_order(&text(&resume(3), listed), &["A clock", "Skills", "Summary", "Clerk"]);
    in_order(&text(&resume(3), "-O sidebar=none"), &["Summary", "Clerk", "Skills"]);
}

#[test]
fn a_side_is_of_no_account_to_machines_and_that_is_said() {
    let flags = "--theme sidebar --ats strict -O sidebar-side=right";
    let (artifact, told) = line::make("resumes/graduate.yaml", flags);
    assert!(artifact.is_some());
    assert!(line::say(&told).starts_with("overruled-option: "), "{}", line::say(&told));
}
