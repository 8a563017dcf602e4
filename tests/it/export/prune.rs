//! Outputs that nobody wants any more, and what must stay.

use super::team;
use crate::bench::Bench;
use crate::bench::MINIMAL;

/// The files in `out`, without the one that tells what was written there.
fn outputs(bench: &Bench) -> Vec<String> {
    let files = bench.files().into_keys();
    let names = files.filter_map(|name| Some(name.strip_prefix("out/")?.to_owned()));
    names.filter(|name| name != ".cvpdf-outputs").collect()
}

#[test]
fn outputs_whose_profile_is_gone_are_removed() {
    let bench = team();
    bench.run("export").succeeds();
    bench.put("resumes/ada.yaml", MINIMAL);
    bench.run("export").succeeds();
    assert_eq!(outputs(&bench).len(), 4, "without the flag, nothing is removed");
    let ran = bench.run("export --prune --dry-run").succeeds().writes_nothing();
    ran.says("out/ada-code.pdf would be removed");
    bench.run("export --prune").succeeds().says("out/ada-short.pdf removed");
    assert_eq!(outputs(&bench), ["ada.pdf", "bob.pdf"]);
    bench.run("export --prune").succeeds().keeps_quiet_about("removed");
}

#[test]
fn what_somebody_else_wrote_or_changed_stays() {
    let bench = team();
    bench.run("export").succeeds();
    bench.put("out/ada-code.pdf", "annotated by hand");
    bench.put("out/letter.pdf", "another's");
    bench.run("render bob.yaml --theme plain -o out/by-hand.pdf").succeeds();
    bench.put("resumes/ada.yaml", MINIMAL);
    bench.run("export --prune").succeeds();
    let left = ["ada-code.pdf", "ada.pdf", "bob.pdf", "by-hand.pdf", "letter.pdf"];
    assert_eq!(outputs(&bench), left);
}

#[test]
fn what_fails_today_keeps_its_output_of_yesterday() {
    let bench = team();
    bench.run("export").succeeds();
    bench.put("resumes/bob.yaml", "name: [\n");
    bench.run("export --prune").fails_with(1);
    assert!(outputs(&bench).contains(&"bob.pdf".to_owned()));
}

#[test]
fn pages_that_are_no_more_are_removed() {
    let section = "sections:\n  One: text\n  Two: {page-break: before, content: text}\n";
    let bench = Bench::new().file("resumes/ada.yaml", format!("{MINIMAL}{section}"));
    let bench = bench.file("cvpdf.toml", "");
    bench.run("export -f png --ppi 20").succeeds();
    assert_eq!(outputs(&bench), ["ada-1.png", "ada-2.png"]);
    bench.put("resumes/ada.yaml", MINIMAL);
    bench.run("export -f png --ppi 20 --prune").succeeds();
    assert_eq!(outputs(&bench), ["ada.png"]);
}

#[test]
fn a_ledger_that_was_tampered_with_leads_nowhere_else() {
    let bench = team().file("precious", "x");
    bench.run("export").succeeds();
    let digest = cvpdf::digest::Digest::of(b"x");
    bench.put("out/.cvpdf-outputs", format!("{digest} ../precious\nrubbish\n\u{0}\n"));
    bench.run("export --prune").succeeds();
    bench.read("precious");
}
