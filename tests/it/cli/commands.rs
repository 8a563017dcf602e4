//! All commands but `render` and `check`.

use std::fs;

use super::ada;
use crate::bench::Bench;
use crate::line::project;

#[test]
fn a_new_resume_renders_as_it_is() {
    let bench = Bench::new();
    bench.run("new alice.yaml").succeeds().writes(&["alice.yaml"]);
    let text = String::from_utf8(bench.read("alice.yaml")).expect("a résumé is text");
    assert!(text.contains("\nupdated: ") && text.matches(" # ").count() > 5, "{text}");
    bench
        .run("render alice.yaml --strict")
        .succeeds()
        .is_clean()
        .writes(&["out/alice.pdf"]);
    bench.run("render alice.yaml --strict --theme plain").succeeds().is_clean();
    bench.run("check alice.yaml --strict").succeeds();
}

#[test]
fn a_new_resume_never_replaces_one() {
    let bench = ada();
    bench.run("new ada.yaml").fails_with(2).says("is there already").writes_nothing();
}

#[test]
fn the_schema_is_the_one_in_the_manual() {
    let ran = Bench::new();
    let ran = ran.run("schema").succeeds();
    let schema: serde_json::Value =
        serde_json::from_str(ran.text()).expect("a schema is JSON");
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let kept = fs::read_to_string(project("docs/cvpdf.schema.json")).expect("it is kept");
    assert_eq!(ran.text(), kept, "write it again: cvpdf schema > docs/cvpdf.schema.json");
}

#[test]
fn fonts_are_listed_with_styles_scripts_and_licence() {
    let bench = Bench::new();
    let ran = bench.run("fonts").succeeds();
    let ran = ran.prints("Source Serif 4").prints("OFL-1.1").prints("italic 400");
    ran.prints("Cyrillic").writes_nothing();
    let families = bench.run("fonts --json").succeeds().records();
    assert!(families.len() > 5);
    assert!(
        families.iter().all(|one| one["license"].is_string() && one["styles"].is_array())
    );
}

#[test]
fn licences_are_printed_in_full() {
    let ran = Bench::new();
    let ran = ran.run("fonts --licenses").succeeds();
    ran.prints("SIL OPEN FONT LICENSE Version 1.1").prints("Reserved Font Name");
}

#[test]
fn themes_are_listed() {
    let bench = Bench::new();
    bench.run("themes").succeeds().prints("classic").prints("plain").writes_nothing();
    let themes = bench.run("themes --json").succeeds().records();
    let names: Vec<_> = themes.iter().filter_map(|one| one["theme"].as_str()).collect();
    let folders = fs::read_dir(project("themes")).expect("it is there").flatten();
    let folders = folders.filter(|it| it.path().join("theme.toml").is_file());
    let mut folders: Vec<_> =
        folders.filter_map(|it| it.file_name().into_string().ok()).collect();
    folders.sort();
    assert_eq!(names, folders);
}

#[test]
fn the_cache_is_looked_after() {
    let bench = ada();
    let folder = bench.cache().display().to_string();
    bench.run("cache dir").succeeds().prints(&folder);
    bench.run("render ada.yaml").succeeds();
    bench.run("cache verify").succeeds();
    let stats = bench.run("cache stats --json").succeeds();
    assert!(!stats.output.is_empty());
    bench.run("cache clear").succeeds();
    bench.run("render ada.yaml --json").succeeds().prints("\"cached\":false");
    bench.run("cache prune").succeeds();
    assert!(bench.run("cache").code != Some(101));
}

#[test]
fn shells_learn_to_complete() {
    let bench = Bench::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        bench
            .run(&format!("completions {shell}"))
            .succeeds()
            .prints("theme")
            .prints("profile");
    }
    bench.run("completions tcsh").fails_with(2).says("tcsh");
}

#[test]
fn manual_pages_are_generated() {
    let bench = Bench::new();
    bench.run("man").succeeds().prints(".TH cvpdf 1");
    bench.run("man --output man").succeeds();
    let pages: Vec<String> = bench.files().into_keys().collect();
    assert!(
        pages.contains(&"man/cvpdf.1".into())
            && pages.contains(&"man/cvpdf-render.1".into())
    );
    let page = String::from_utf8(bench.read("man/cvpdf-render.1")).expect("it is text");
    assert!(page.contains("\\-\\-theme"), "{page}");
}
