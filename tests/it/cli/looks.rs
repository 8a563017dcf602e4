//! Which flag, file or key decides: command line, profile, résumé, `cvpdf.toml`, theme.

use super::ada;
use crate::bench::Bench;

/// A résumé with a look and a profile with another, in a project with a third.
fn layered(project: &str, resume: &str, profile: &str) -> Bench {
    let text = format!(
        "name: Ada Lovelace\nupdated: 2026-11\nsections: {{hobbies: Looms.}}\n\
         look: {{{resume}}}\nprofiles: {{mine: {{look: {{{profile}}}}}}}\n"
    );
    Bench::new().file("ada.yaml", text).file("cvpdf.toml", format!("[look]\n{project}\n"))
}

/// The page's width in points, from a picture with a pixel for each.
#[track_caller]
fn width(bench: &Bench, flags: &str) -> u32 {
    bench.run(&format!("render ada.yaml -o x.png --ppi 72 {flags}")).succeeds();
    let png = bench.read("x.png");
    u32::from_be_bytes([png[16], png[17], png[18], png[19]])
}

/// The heading of hobbies, which tells the language.
#[track_caller]
fn heading(bench: &Bench, flags: &str) -> String {
    let ran = bench.run(&format!("render ada.yaml --emit-view {flags}")).succeeds();
    let view: serde_json::Value =
        serde_json::from_str(ran.text()).expect("a view is JSON");
    view["sections"][0]["title"].as_str().expect("sections have titles").to_owned()
}

const A4: u32 = 595;
const LETTER: u32 = 612;

#[test]
fn a_flag_is_over_a_profile_over_a_resume_over_a_project() {
    let all = layered("lang = \"de\"", "lang: fr", "lang: es");
    assert_eq!(heading(&all, "--profile mine --lang it"), "Hobby");
    assert_eq!(heading(&all, "--profile mine"), "Aficiones");
    assert_eq!(heading(&all, ""), "Loisirs");
    assert_eq!(heading(&layered("lang = \"de\"", "", ""), ""), "Hobbys");
    assert_eq!(heading(&layered("", "", ""), ""), "Hobbies");
}

#[test]
fn options_have_the_same_precedence() {
    let project = "paper = \"us-letter\"";
    assert_eq!(width(&layered("", "", ""), ""), A4);
    assert_eq!(width(&layered(project, "", ""), ""), LETTER);
    assert_eq!(width(&layered(project, "paper: a4", ""), ""), A4);
    let all = layered(project, "paper: a4", "paper: us-letter");
    assert_eq!(width(&all, "--profile mine"), LETTER);
    assert_eq!(width(&all, "--profile mine --paper a4"), A4);
    assert_eq!(width(&all, "--profile mine -O paper=a4"), A4);
}

#[test]
fn layers_are_joined_key_by_key() {
    let bench = layered("paper = \"us-letter\"", "lang: fr", "theme: plain");
    assert_eq!(width(&bench, "--profile mine"), LETTER);
    assert_eq!(heading(&bench, "--profile mine"), "Loisirs");
    bench.run("render ada.yaml --profile mine --explain").succeeds();
    let plain = bench.run("render ada.yaml --theme plain -o -").succeeds().output;
    let mine = bench.run("render ada.yaml --profile mine -o -").succeeds().output;
    assert_eq!(mine, plain);
}

#[test]
fn the_paper_follows_the_language() {
    assert_eq!(width(&ada(), "--lang en-US"), LETTER);
    assert_eq!(width(&ada(), "--lang en-GB"), A4);
}

#[test]
fn an_unknown_theme_names_the_nearest_one() {
    let bench = ada();
    let ran = bench.run("render ada.yaml --theme clasic").fails_with(1).writes_nothing();
    ran.says("no theme is named `clasic`").says("did you mean `classic`?");
}

#[test]
fn an_unknown_language_names_the_nearest_one() {
    let ran = ada();
    let ran = ran.run("render ada.yaml --lang frr").fails_with(1).writes_nothing();
    ran.says("`frr`").says("did you mean `fr`?").says("nl, pl, sv");
}

#[test]
fn an_unknown_paper_names_the_nearest_one() {
    let ran = ada();
    let ran = ran.run("render ada.yaml --paper us-leter").fails_with(1).writes_nothing();
    ran.says("`us-leter`").says("`us-letter`");
}

#[test]
fn an_unknown_font_names_the_nearest_one() {
    let ran = ada();
    let ran = ran.run_with(&["render", "ada.yaml", "--font-body", "Source Sans"]);
    ran.fails_with(1).writes_nothing().says("`Source Sans`").says("`Source Sans 3`");
}

#[test]
fn an_unknown_profile_names_the_nearest_one() {
    let bench = layered("", "", "");
    let ran = bench.run("render ada.yaml --profile mien").fails_with(1).writes_nothing();
    ran.says("`mien`").says("`mine`");
}

#[test]
fn an_unknown_option_names_the_nearest_one() {
    let bench = ada();
    let ran =
        bench.run("render ada.yaml -O densty=normal").fails_with(1).writes_nothing();
    ran.says("`densty`").says("`density`");
    bench
        .run("render ada.yaml -O density")
        .fails_with(1)
        .says("no value")
        .writes_nothing();
    let ran =
        bench.run("render ada.yaml -O density=tihgt").fails_with(1).writes_nothing();
    ran.says("`tihgt`").says("normal");
}

#[test]
fn a_mistake_in_a_look_is_shown_where_it_stands() {
    let resume = layered("", "theme: clasic", "");
    resume.run("render ada.yaml").fails_with(1).says("ada.yaml:4:15");
    let project = layered("theme = \"clasic\"", "", "");
    project.run("render ada.yaml").fails_with(1).says("cvpdf.toml:2:9");
}

#[test]
fn a_mistake_in_a_project_is_shown_where_it_stands() {
    let check = |text: &str, place: &str| {
        let bench = ada().file("cvpdf.toml", text);
        bench.run("render ada.yaml").fails_with(1).says(place).writes_nothing();
    };
    check("ou = \"out\"\n", "cvpdf.toml:1:1");
    check("out = 3\n", "cvpdf.toml:1:7");
    check("name = \"{resum}\"\n", "cvpdf.toml:1:8");
    check("[look\n", "cvpdf.toml:1:6");
}

#[test]
fn a_date_comes_from_a_flag_else_the_resume_else_the_surroundings() {
    let date = |bench: &Bench, flags: &str| {
        let pdf = bench.run(&format!("render ada.yaml -o - {flags}")).succeeds().output;
        let text = String::from_utf8_lossy(&pdf).into_owned();
        let date =
            text.split("<xmp:CreateDate>").nth(1).map(|rest| rest[..10].to_owned());
        date.unwrap_or_default()
    };
    assert_eq!(date(&ada(), "--date 2001-02-03"), "2001-02-03");
    assert_eq!(date(&ada().variable("SOURCE_DATE_EPOCH", "86400"), ""), "2026-11-01");
    let undated = Bench::new().file("ada.yaml", "name: Ada Lovelace\n");
    assert_eq!(date(&undated.variable("SOURCE_DATE_EPOCH", "86400"), ""), "1970-01-02");
    let undated = Bench::new().file("ada.yaml", "name: Ada Lovelace\n");
    assert_eq!(date(&undated.without("SOURCE_DATE_EPOCH"), ""), "");
}

#[test]
fn a_date_that_is_none_is_refused() {
    ada().run("render ada.yaml --date soon").fails_with(2).says("`soon` is not a date");
    let bench = ada().variable("SOURCE_DATE_EPOCH", "yesterday");
    bench.run("render ada.yaml").fails_with(2).says("SOURCE_DATE_EPOCH").writes_nothing();
}
