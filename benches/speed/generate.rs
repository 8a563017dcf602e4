//! Résumés that nobody wrote: as many as are wanted, each of two pages, each another, and
//! the same ones on every machine.

use std::fmt::Write as _;

/// Numbers that look random and are the same everywhere (Steele's `SplitMix64`).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[usize::try_from(self.next() % words.len() as u64).unwrap_or(0)]
    }
}

const FIRST: &[&str] = &[
    "Amara", "Bastian", "Celeste", "Dario", "Elif", "Farid", "Greta", "Hugo", "Ines",
    "Jonas", "Kaya", "Lorenz", "Mira", "Nils", "Oona", "Pavel", "Quinn", "Rosa",
    "Silvan", "Tamsin", "Umar", "Vera", "Wanda", "Yannick", "Zora",
];
const LAST: &[&str] = &[
    "Abernethy",
    "Bergström",
    "Castellanos",
    "Dvořák",
    "Eklund",
    "Ferreira",
    "Grünwald",
    "Hollister",
    "Iwasaki",
    "Jankowska",
    "Kowalczyk",
    "Lindqvist",
    "Moreau",
    "Nakagawa",
    "Okafor",
    "Pellegrini",
    "Quiroga",
    "Rosenthal",
    "Szabó",
    "Tavares",
    "Ulrich",
    "Vasquez",
    "Whitcombe",
    "Yilmaz",
    "Zimmermann",
];
const TITLES: &[&str] = &[
    "Data Engineer",
    "Project Manager",
    "Nurse Educator",
    "Product Designer",
    "Lab Technician",
    "Software Engineer",
    "Policy Analyst",
    "Site Supervisor",
    "Account Lead",
    "Research Associate",
];
const ORGS: &[&str] = &[
    "Marlowe Freight",
    "Cobalt Health",
    "Isar Analytics",
    "Northgate Water",
    "Pinewood Press",
    "Tessera Energy",
    "Vantage Rail",
    "Quayside Foods",
    "Alder Optics",
    "Linden Housing",
];
const PLACES: &[&str] = &[
    "Rotterdam",
    "Leeds",
    "Graz",
    "Porto",
    "Aarhus",
    "Lyon",
    "Gdańsk",
    "Malmö",
    "Turin",
    "Ghent",
];
const VERBS: &[&str] = &[
    "Planned",
    "Rebuilt",
    "Led",
    "Measured",
    "Shortened",
    "Introduced",
    "Documented",
    "Moved",
    "Tested",
    "Negotiated",
    "Trained",
    "Simplified",
    "Audited",
    "Launched",
    "Repaired",
];
const THINGS: &[&str] = &[
    "the intake process",
    "a shared calendar for three teams",
    "the invoicing pipeline",
    "the regional depot",
    "a training plan for newcomers",
    "the quarterly report",
    "the cold store",
    "a catalogue of recurring faults",
    "the signalling cabinet",
    "the tenant portal",
    "the nightly export",
    "the safety handbook",
    "the field laboratory",
];
const ENDS: &[&str] = &[
    "so that nobody has to wait for an answer longer than a day",
    "with a budget that was kept to the cent in each of four years",
    "together with colleagues in two other countries and one university",
    "and handed it over with a manual that is still in use",
    "after a review of everything that had gone wrong in the year before",
    "while the old way of working stayed available to whoever needed it",
    "and cut the number of complaints by a third within one winter",
    "with measurements before and after that anybody can repeat",
];
const SKILLS: &[&str] = &[
    "planning",
    "SQL",
    "Python",
    "procurement",
    "statistics",
    "technical writing",
    "first aid",
    "GIS",
    "budgeting",
    "teaching",
    "Rust",
    "contract law",
    "welding",
    "photography",
];

/// The résumé of this number.
pub(crate) fn resume(number: u64) -> String {
    let mut numbers = Numbers(number.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ 0x2026);
    let (first, last) = (numbers.pick(FIRST), numbers.pick(LAST));
    let mut text = format!(
        "name: {first} {last}\nheadline: {}\ncontact:\n  location: {}\n  email: p{number}@mail.example\n  phone: \"+44 20 7946 0{:03}\"\nupdated: 2026-11\n",
        numbers.pick(TITLES),
        numbers.pick(PLACES),
        numbers.below(1000),
    );
    let _ = writeln!(text, "summary: >\n  {}", sentence(&mut numbers));
    let _ = writeln!(text, "sections:\n  experience:");
    let mut year = 2026;
    for entry in 0..6 {
        let years = 1 + numbers.below(3);
        let end = if entry == 0 { "present".to_owned() } else { format!("{year}-03") };
        year -= years;
        let _ = writeln!(
            text,
            "    - title: {}\n      org: {}\n      place: {}\n      date: {year}-04 – {end}\n      highlights:",
            numbers.pick(TITLES),
            numbers.pick(ORGS),
            numbers.pick(PLACES),
        );
        for _ in 0..4 + numbers.below(2) {
            let _ = writeln!(text, "        - {}", sentence(&mut numbers));
        }
    }
    let _ = writeln!(text, "  education:");
    for degree in ["MSc in Applied Science", "BSc in Applied Science"] {
        year -= 3;
        let _ = writeln!(
            text,
            "    - title: {degree}\n      org: University of {}\n      date: {year} – {}",
            numbers.pick(PLACES),
            year + 3,
        );
    }
    let _ = writeln!(text, "  skills:");
    for label in ["Daily", "Often", "Sometimes"] {
        let [one, two, three] = [0; 3].map(|_| numbers.pick(SKILLS));
        let _ = writeln!(text, "    {label}: [{one}, {two}, {three}]");
    }
    let _ = writeln!(text, "  languages:\n    - {{name: English, level: C1}}");
    text
}

/// A sentence of some twenty words, two lines of a page.
fn sentence(numbers: &mut Numbers) -> String {
    let percent = 5 + numbers.below(60);
    format!(
        "{} {} {}; the share of rework fell by {percent} % between {} and {}.",
        numbers.pick(VERBS),
        numbers.pick(THINGS),
        numbers.pick(ENDS),
        numbers.pick(PLACES),
        numbers.pick(PLACES),
    )
}
