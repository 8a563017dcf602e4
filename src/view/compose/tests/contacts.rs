//! The head: names, and ways to reach a person.

use super::given::contact;
use super::given::publication;
use super::given::resume;
use super::given::section;
use super::*;

#[test]
fn contacts_say_what_they_are_and_where_they_lead() {
    let rows = [
        (contact("email", "a@x.example", "mailto:a@x.example"), "", ""),
        (contact("website", "x.example", "https://x.example/"), "", ""),
        (contact("website", "My page", "https://x.example/a"), "", ""),
        (
            contact("github", "alicen", "https://github.com/alicen"),
            "GitHub",
            "github.com/alicen",
        ),
        (
            contact("linkedin", "alice", "https://www.linkedin.com/in/alice"),
            "LinkedIn",
            "linkedin.com/in/alice",
        ),
        (contact("phone", "+33 6", "tel:+336"), "", ""),
    ];
    for (written, label, address) in rows {
        let mut resume = resume(Vec::new());
        resume.contact = vec![written];
        let found = composed(&resume, "en", &[]).contacts.remove(0);
        assert_eq!(found.label.unwrap_or_default(), label, "{}", found.text);
        assert_eq!(found.address.unwrap_or_default(), address, "{}", found.text);
    }
}

#[test]
fn names_have_apostrophes_unless_machines_come_first() {
    let contacts = [
        ("location", "Coeur d'Alene, USA", "Coeur d’Alene, USA"),
        ("website", "Alice's page", "Alice’s page"),
        ("website", "x.example/o'neil", "x.example/o'neil"),
        ("email", "o'brien@x.example", "o'brien@x.example"),
        ("signal", "o'brien", "o'brien"),
        ("other", "at Niall's, o'brien@x.example", "at Niall’s, o'brien@x.example"),
    ];
    let mut resume = resume(vec![section(
        "publications",
        resume::Content::Publications(resume::Publications {
            list: vec![publication(&["Sean O'Brien", "Mo D'Arcy"])],
            files: Vec::new(),
        }),
    )]);
    resume.name = "Sean O'Brien".into();
    resume.contact = contacts.iter().map(|it| contact(it.0, it.1, "")).collect();
    let check = |chosen: &[(&str, &str)], name: &str, people: &str, at: [&str; 6]| {
        let view = composed(&resume, "en", chosen);
        assert_eq!((view.name.as_str(), view.author.as_str()), (name, "Sean O'Brien"));
        assert_eq!(view.title, "Sean O'Brien – Résumé");
        let texts: Vec<&str> = view.contacts.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(texts, at);
        let Content::Publications { publications } = &view.sections[0].content else {
            panic!("publications")
        };
        let found = line(&publications[0].body);
        assert!(found.starts_with(people), "{found}");
    };
    let people = "{b Sean O’Brien}, Mo D’Arcy (2020)";
    check(&[], "Sean O’Brien", people, contacts.map(|it| it.2));
    for chosen in [("ats", "strict"), ("quotes", "straight")] {
        let people = "{b Sean O'Brien}, Mo D'Arcy (2020)";
        check(&[chosen], "Sean O'Brien", people, contacts.map(|it| it.1));
    }
}

#[test]
fn pictographs_give_way_to_icons() {
    let mut resume = resume(Vec::new());
    resume.contact =
        vec![contact("email", "✉\u{fe0f} a@x.example", ""), contact("other", "☕", "")];
    let texts = |icons: &str| {
        let contacts = composed(&resume, "en", &[("icons", icons)]).contacts;
        contacts.into_iter().map(|it| it.text).collect::<Vec<_>>()
    };
    assert_eq!(texts("on"), ["a@x.example", "☕"]);
    assert_eq!(texts("off"), ["✉\u{fe0f} a@x.example", "☕"]);
}
