//! Outputs of `cvpdf render`: where they go, as what, and when nothing is touched.

use std::fs;
use std::time::Duration;
use std::time::SystemTime;

use super::ada;
use super::long;
use crate::bench::Bench;
use crate::bench::MINIMAL;

/// Whether these bytes are a whole PDF.
fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-1.7") && bytes.trim_ascii_end().ends_with(b"%%EOF")
}

#[test]
fn a_resume_becomes_a_pdf_in_out() {
    let bench = ada();
    bench
        .run("render ada.yaml")
        .succeeds()
        .is_clean()
        .prints_nothing()
        .writes(&["out/ada.pdf"]);
    assert!(is_pdf(&bench.read("out/ada.pdf")));
}

#[test]
fn a_resume_is_found_in_the_folder_resumes() {
    let bench = Bench::new().file("resumes/ada.yaml", MINIMAL);
    bench.run("render ada.yaml").succeeds().writes(&["out/ada.pdf"]);
}

#[test]
fn the_project_is_the_nearest_folder_with_its_file() {
    let bench = Bench::new().file("cvpdf.toml", "out = \"made\"\n");
    let bench = bench.file("resumes/ada.yaml", MINIMAL).inside("deep/down");
    bench.run("render ada.yaml").succeeds().writes(&["made/ada.pdf"]);
}

#[test]
fn names_of_outputs_follow_the_project() {
    let bench = ada().file("cvpdf.toml", "name = \"{lang}/{name}.{theme}.{paper}\"\n");
    let out = "out/fr/Ada-Lovelace.plain.us-letter.pdf";
    bench
        .run("render ada.yaml --lang fr --theme plain --paper us-letter")
        .succeeds()
        .writes(&[out]);
}

#[test]
fn a_profile_has_an_output_of_its_own() {
    let bench =
        Bench::new().file("ada.yaml", format!("{MINIMAL}profiles: {{short: {{}}}}\n"));
    bench
        .run("render ada.yaml --profile short")
        .succeeds()
        .writes(&["out/ada-short.pdf"]);
}

#[test]
fn an_output_goes_where_it_is_sent() {
    let bench = ada();
    bench.run("render ada.yaml -o deep/er/x.pdf").succeeds().writes(&["deep/er/x.pdf"]);
    bench.run("render ada.yaml --output X.PDF").succeeds().writes(&["X.PDF"]);
}

#[test]
fn a_pdf_can_go_to_standard_output() {
    let ran = ada();
    let ran = ran.run("render ada.yaml -o -");
    assert!(is_pdf(&ran.output));
    ran.succeeds().stderr("").writes_nothing();
}

#[test]
fn standard_output_and_file_have_the_same_bytes() {
    let bench = ada();
    let printed = bench.run("render ada.yaml -o -").succeeds().output;
    bench.run("render ada.yaml").succeeds();
    assert_eq!(bench.read("out/ada.pdf"), printed);
}

#[test]
fn one_page_is_one_picture() {
    let bench = ada();
    bench.run("render ada.yaml -o x.png").succeeds().is_clean().writes(&["x.png"]);
    assert!(bench.read("x.png").starts_with(b"\x89PNG\r\n\x1a\n"));
    bench.run("render ada.yaml -o x.svg").succeeds().writes(&["x.svg"]);
    assert!(bench.read("x.svg").starts_with(b"<svg "));
}

#[test]
fn several_pages_are_numbered_pictures() {
    let bench = long(3);
    bench
        .run("render long.yaml -o x.png")
        .succeeds()
        .writes(&["x-1.png", "x-2.png", "x-3.png"]);
    bench.run("render long.yaml -f svg").succeeds().writes(&[
        "out/long-1.svg",
        "out/long-2.svg",
        "out/long-3.svg",
    ]);
}

#[test]
fn several_pictures_do_not_go_to_standard_output() {
    let ran = long(2);
    ran.run("render long.yaml -f png -o -")
        .fails_with(2)
        .says("several pages")
        .prints_nothing();
}

#[test]
fn a_picture_is_as_fine_as_asked() {
    let width = |ppi: &str| {
        let bench = ada();
        bench.run(&format!("render ada.yaml -o x.png --ppi {ppi}")).succeeds();
        let png = bench.read("x.png");
        u32::from_be_bytes([png[16], png[17], png[18], png[19]])
    };
    // A4 is 595.28 points wide.
    assert_eq!([width("72"), width("144")], [595, 1191]);
}

#[test]
fn an_unknown_extension_is_refused() {
    let bench = ada();
    let ran = bench.run("render ada.yaml -o x.docx").fails_with(1).writes_nothing();
    ran.says("`docx`").says("pdf, png, svg");
    bench.run("render ada.yaml -f docx").fails_with(1).writes_nothing().says("`docx`");
}

#[test]
fn an_output_that_would_not_change_is_not_touched() {
    let bench = ada();
    bench.run("render ada.yaml").succeeds().says("out/ada.pdf made");
    let path = bench.path("out/ada.pdf");
    let past = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let file = fs::File::options().write(true).open(&path).expect("it was made");
    file.set_modified(past).expect("files have times");
    bench.run("render ada.yaml").succeeds().says("unchanged");
    bench.run("render ada.yaml --no-cache").succeeds().says("unchanged");
    let modified =
        fs::metadata(&path).and_then(|it| it.modified()).expect("files have times");
    assert_eq!(modified, past);
    bench.put("ada.yaml", format!("{MINIMAL}headline: Analyst\n"));
    bench.run("render ada.yaml").succeeds().says("out/ada.pdf replaced");
}

#[test]
fn a_resume_that_is_wrong_leaves_the_old_output() {
    let bench = ada();
    bench.run("render ada.yaml").succeeds();
    let before = bench.read("out/ada.pdf");
    bench.put("ada.yaml", format!("{MINIMAL}nmae: Ada\n"));
    bench.run("render ada.yaml").fails_with(1).writes_nothing();
    assert_eq!(bench.read("out/ada.pdf"), before);
}

#[test]
#[cfg(unix)]
fn a_folder_that_cannot_be_written_is_told_of() {
    let bench = ada().file("out", "a file where the folder should be");
    bench.run("render ada.yaml").fails_with(2).says("out").writes_nothing();
    let bench = ada();
    fs::create_dir_all(bench.path("x.pdf/y")).expect("folders can be made");
    bench.run("render ada.yaml -o x.pdf").fails_with(2).says("x.pdf").writes_nothing();
    // To the administrator no folder is closed but those of the system itself.
    bench
        .run("render ada.yaml -o /proc/x.pdf")
        .fails_with(2)
        .says("/proc")
        .writes_nothing();
}

#[test]
#[cfg(unix)]
fn an_output_has_the_permissions_that_the_mask_leaves() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |mask| {
        let bench = ada().mask(mask);
        bench.run("render ada.yaml").succeeds();
        let metadata = fs::metadata(bench.path("out/ada.pdf")).expect("it was made");
        metadata.permissions().mode() & 0o777
    };
    assert_eq!([mode(0o022), mode(0o077)], [0o644, 0o600]);
}

#[test]
#[cfg(unix)]
fn an_output_that_is_a_link_stays_one() {
    let bench = ada().file("real.pdf", "old");
    std::os::unix::fs::symlink("real.pdf", bench.path("x.pdf"))
        .expect("links can be made");
    bench.run("render ada.yaml -o x.pdf").succeeds();
    assert!(bench.path("x.pdf").is_symlink());
    assert!(is_pdf(&bench.read("real.pdf")));
}

#[test]
fn nothing_is_left_beside_an_output() {
    let bench = ada();
    for _ in 0..3 {
        bench.run("render ada.yaml").succeeds();
    }
    let names: Vec<String> = bench.files().into_keys().collect();
    assert_eq!(names, ["ada.yaml", "out/ada.pdf"]);
}

#[test]
fn a_resume_can_come_from_standard_input() {
    let bench = Bench::new().input(MINIMAL);
    bench.run("render - -o x.pdf").succeeds().is_clean().writes(&["x.pdf"]);
    bench.run("render -").succeeds().writes(&["out/Ada-Lovelace.pdf"]);
    let wrong = Bench::new().input("nmae: Ada\n");
    wrong.run("render - -o x.pdf").fails_with(1).says("<stdin>:1:1").writes_nothing();
}

#[test]
fn json_is_accepted_wherever_yaml_is() {
    let bench =
        ada().file("ada.json", r#"{"name": "Ada Lovelace", "updated": "2026-11"}"#);
    bench.run("render ada.json -o json.pdf").succeeds().is_clean();
    bench.run("render ada.yaml -o yaml.pdf").succeeds();
    assert_eq!(bench.read("json.pdf"), bench.read("yaml.pdf"));
}

#[test]
fn a_missing_resume_names_the_nearest_one() {
    let bench = Bench::new().file("resumes/alice.yaml", MINIMAL);
    let ran = bench.run("render alcie.yaml").fails_with(2).writes_nothing();
    ran.says("no résumé `alcie.yaml`").says("did you mean `alice.yaml`?");
    bench.run("render resumes").fails_with(2).says("is a folder");
}

#[test]
fn the_view_can_be_seen_without_making_anything() {
    let bench = ada();
    let ran = bench.run("render ada.yaml --emit-view").succeeds().writes_nothing();
    let view: serde_json::Value =
        serde_json::from_str(ran.text()).expect("a view is JSON");
    assert_eq!(view["name"], "Ada Lovelace");
    assert_eq!(view["locale"]["lang"], "en");
}

#[test]
fn what_came_from_the_cache_is_explained() {
    let bench = ada();
    bench
        .run("render ada.yaml --explain")
        .succeeds()
        .says("nothing is known of an earlier run");
    bench.run("render ada.yaml --explain").succeeds().says("no part of the key changed");
    let theme =
        bench.run("render ada.yaml --explain --theme plain -o out/ada.pdf").succeeds();
    theme.says("theme");
    bench.put("ada.yaml", format!("{MINIMAL}headline: Analyst\n"));
    let words =
        bench.run("render ada.yaml --explain --theme plain -o out/ada.pdf").succeeds();
    words.says("changed since the last run: résumé").keeps_quiet_about("theme,");
}
