//! Bounds: what a theme of a stranger may take, and which files a résumé may name.

use std::time::Duration;

use super::ada;
use super::mine;
use crate::bench::Bench;
use crate::bench::MINIMAL;

/// A résumé with a photo of this name, in the folder `cv`.
fn pictured(photo: &str) -> Bench {
    let picture = std::fs::read(crate::line::project("tests/cases/portrait.png"));
    let picture = picture.expect("the portrait is there");
    let bench = Bench::new().file("cv/ada.yaml", format!("{MINIMAL}photo: {photo}\n"));
    bench.file("cv/ada.png", &picture).file("ada.png", &picture)
}

#[test]
fn a_theme_in_a_folder_works_as_a_built_in_one() {
    let bench = mine(
        "set page(paper: \"a6\")\nset document(title: view.title)\n[Set: #view.name]",
    );
    bench
        .run("render ada.yaml --theme ./mine")
        .succeeds()
        .is_clean()
        .writes(&["out/ada.pdf"]);
    bench
        .run("render ada.yaml --theme mine")
        .fails_with(1)
        .says("no theme is named `mine`");
}

#[test]
fn a_theme_that_a_resume_names_is_sought_beside_it() {
    let theme =
        "#let theme(view, options) = { set document(title: view.title); [#view.name] }";
    let manifest = "title = \"Mine\"\nsummary = \"Mine alone.\"\ncontract = 1\n";
    let text = format!("{MINIMAL}look: {{theme: ../mine}}\n");
    let bench = Bench::new().file("cv/ada.yaml", text).file("mine/theme.typ", theme);
    let bench = bench.file("mine/theme.toml", manifest);
    bench.run("render cv/ada.yaml").succeeds().is_clean();
}

#[test]
fn a_missing_theme_folder_is_told_of() {
    let bench = ada();
    bench
        .run("render ada.yaml --theme ./none")
        .fails_with(1)
        .says("`./none`")
        .writes_nothing();
    let bench = ada().file("empty/readme.txt", "");
    bench
        .run("render ada.yaml --theme ./empty")
        .fails_with(1)
        .says("theme.toml")
        .writes_nothing();
}

#[test]
fn an_error_in_a_theme_is_shown_with_file_and_line() {
    let bench = mine("let x = 1\npanic(\"out of ink\")");
    let ran = bench.run("render ada.yaml --theme ./mine").fails_with(1).writes_nothing();
    ran.says("out of ink").says("mine/theme.typ:3");
}

#[test]
fn a_theme_cannot_steer_the_terminal() {
    let bench = mine("panic(\"\\u{1b}[31mred\")");
    bench.run("render ada.yaml --theme ./mine").fails_with(1).keeps_quiet_about("\u{1b}");
}

#[test]
fn a_loop_without_end_is_stopped_at_the_time_limit() {
    let nested = "for i in range(100000) { for k in range(100000) { let x = i * k } }";
    let bench = mine(nested);
    let ran = bench.run("render ada.yaml --theme ./mine --time-limit 1").fails_with(1);
    let ran = ran.says("longer than 1 s").says("--time-limit").writes_nothing();
    assert!(ran.taken.wall < Duration::from_secs(10), "{:?}", ran.taken);
}

#[test]
fn a_greedy_theme_is_stopped_at_the_memory_limit() {
    for greedy in ["let all = range(1000000000)", "let text = \"a\" * 2000000000 + \"b\""]
    {
        let bench = mine(greedy);
        let line = "render ada.yaml --theme ./mine --memory-limit 300 --time-limit 20";
        let ran = bench.run(line).fails_with(1).says("300 MiB").says("--memory-limit");
        ran.writes_nothing();
    }
}

#[test]
fn a_theme_that_calls_itself_forever_is_stopped() {
    let bench = mine("let again(x) = again(x + 1)\nagain(1)");
    let ran = bench.run("render ada.yaml --theme ./mine --time-limit 20").fails_with(1);
    ran.says("error:").writes_nothing();
}

#[test]
fn ten_thousand_pages_are_refused() {
    let bench = mine("for i in range(10000) { [Page #i]; pagebreak(weak: true) }");
    let line = "render ada.yaml --theme ./mine --time-limit 60";
    let ran = bench.run(line).fails_with(1).writes_nothing();
    ran.says("10000 pages, more than the limit of 50");
}

#[test]
fn limits_that_are_asked_for_hold_for_every_theme() {
    let bench = ada();
    bench
        .run("render ada.yaml --time-limit 60 --memory-limit 1024")
        .succeeds()
        .is_clean();
    let child = bench.read("out/ada.pdf");
    bench.run("render ada.yaml --no-cache -o x.pdf").succeeds();
    assert_eq!(bench.read("x.pdf"), child);
    bench.run("render ada.yaml --time-limit 0").fails_with(2).writes_nothing();
}

#[test]
fn a_theme_sees_its_own_folder_and_no_other() {
    let refused = |body: &str, words: &str| {
        let bench = mine(body).file("secret.txt", "secret");
        let ran =
            bench.run("render ada.yaml --theme ./mine").fails_with(1).writes_nothing();
        ran.says(words).keeps_quiet_about("secret\n");
    };
    refused("read(\"../secret.txt\")", "read");
    refused("csv(\"/../secret.txt\")", "theme.typ:2");
    refused("image(\"/etc/passwd\")", "not found");
    refused("json(\"/here/secret.txt\")", "not found");
    refused("import \"../secret.txt\": x", "theme.typ:2");
    refused("import \"@preview/example:0.1.0\": add", "packages");
    refused("eval(\"1\")", "eval");
    refused("plugin(\"x.wasm\")", "plugin");
    refused("datetime.today()", "current date");
}

#[test]
#[cfg(unix)]
fn a_link_out_of_a_theme_is_refused() {
    let bench = mine("[#view.name]").file("secret.txt", "secret");
    std::os::unix::fs::symlink(bench.path("secret.txt"), bench.path("mine/inside.txt"))
        .expect("links can be made");
    let ran = bench.run("render ada.yaml --theme ./mine").fails_with(1);
    ran.says("leads out of").writes_nothing();
}

#[test]
fn a_photo_in_the_folder_of_the_resume_is_set() {
    let bench = pictured("ada.png");
    bench.run("render cv/ada.yaml").succeeds().is_clean();
    let with = bench.read("out/ada.pdf");
    bench.run("render cv/ada.yaml --photo off").succeeds().is_clean();
    assert!(bench.read("out/ada.pdf").len() < with.len());
}

#[test]
fn a_photo_elsewhere_needs_a_root() {
    let bench = pictured("../ada.png");
    let ran = bench.run("render cv/ada.yaml").fails_with(1).writes_nothing();
    ran.says("cv/ada.yaml:3:8").says("outside").says("--root");
    bench.run("render cv/ada.yaml --root .").succeeds().is_clean();
    bench.run("render cv/ada.yaml --root none").fails_with(2).says("none");
    let absolute = pictured("/etc/hostname");
    absolute
        .run("render cv/ada.yaml")
        .fails_with(1)
        .says("cv/ada.yaml:3:8")
        .writes_nothing();
    absolute.run("render cv/ada.yaml --root .").fails_with(1).says("outside");
}

#[test]
#[cfg(unix)]
fn a_photo_that_is_a_link_out_needs_a_root() {
    let bench = pictured("link.png");
    std::os::unix::fs::symlink("../ada.png", bench.path("cv/link.png"))
        .expect("it is new");
    bench.run("render cv/ada.yaml").fails_with(1).says("outside").writes_nothing();
    bench.run("render cv/ada.yaml --root .").succeeds();
}

#[test]
fn a_photo_that_is_no_file_is_told_of() {
    let refused = |photo: &str| {
        let bench = pictured(photo);
        bench
            .run("render cv/ada.yaml")
            .fails_with(1)
            .says("cv/ada.yaml:3:8")
            .writes_nothing();
    };
    refused("none.png");
    refused(".");
    refused("https://example.org/ada.png");
    refused("\"data:image/png;base64,AAAA\"");
    refused("/dev/zero");
    refused("/proc/self/mem");
}

#[test]
fn a_photo_brings_nothing_of_its_past() {
    let picture =
        std::fs::read(crate::line::project("resumes/french.jpg")).expect("it is there");
    // What cameras write: their maker's name, in a segment of its own.
    let comment = b"Exif\0\0SECRETCAMERA";
    let length = u16::try_from(comment.len() + 2).expect("it is short").to_be_bytes();
    let marked = [&picture[..2], b"\xff\xe1", &length, comment, &picture[2..]].concat();
    let bench = Bench::new().file("ada.yaml", format!("{MINIMAL}photo: ada.jpg\n"));
    let bench = bench.file("ada.jpg", marked);
    let pdf = bench.run("render ada.yaml -o -").succeeds().is_clean().output;
    assert!(!pdf.windows(12).any(|bytes| bytes == b"SECRETCAMERA"));
}
