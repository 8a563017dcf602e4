//! What a batch survives: hostile input, being killed, another batch at the same time.
#![cfg(unix)]

use std::process::Stdio;
use std::time::Duration;

use super::count;
use super::jobs;
use super::summary;
use super::team;
use crate::bench::Bench;
use crate::bench::MINIMAL;

/// A project with so many good résumés of a page each.
fn crowd(count: usize) -> Bench {
    (0..count).fold(Bench::new().file("cvpdf.toml", ""), |bench, number| {
        let text =
            format!("name: Person {number}\nupdated: 2026-11\nsummary: No. {number}\n");
        bench.file(&format!("resumes/p{number:03}.yaml"), text)
    })
}

/// A theme whose body is this.
fn theme(bench: Bench, name: &str, body: &str) -> Bench {
    let manifest = "title = \"Mine\"\nsummary = \"Mine alone.\"\ncontract = 1\n";
    let text = format!("#let theme(view, options) = {{\n{body}\n}}\n");
    bench
        .file(&format!("{name}/theme.toml"), manifest)
        .file(&format!("{name}/theme.typ"), text)
}

/// Résumés that are hostile, or whose theme is: by name, with the code of what is told.
fn hostile(bench: Bench) -> (Bench, Vec<(String, &'static str)>) {
    let mut bench = bench;
    let mut expected = Vec::new();
    let themes = [
        (
            "loop",
            "for i in range(100000) { for k in range(100000) { let x = i } }",
            "limit",
        ),
        ("string", "let text = \"a\" * 3000000000", "limit"),
        ("list", "let all = range(1000000000)", "limit"),
        ("panic", "panic(\"no\")", "theme-error"),
        ("pages", "for i in range(80) { pagebreak(weak: false) }", "page-limit"),
        ("deep", "let f(n) = f(n + 1)\nf(0)", "theme-error"),
    ];
    for (name, body, code) in themes {
        bench = theme(bench, &format!("themes/{name}"), body);
        let text = format!("{MINIMAL}look: {{theme: ../themes/{name}}}\n");
        bench = bench.file(&format!("resumes/theme-{name}.yaml"), text);
        expected.push((format!("theme-{name}.pdf"), code));
    }
    let mut bomb =
        std::fs::read(crate::line::project("tests/cases/portrait.png")).unwrap();
    // The width in the header of a PNG: two thousand million pixels.
    bomb[16..20].copy_from_slice(&[0x77, 0x35, 0x94, 0x00]);
    bench = bench.file("resumes/bomb.png", bomb);
    let lines = "&a [x, x, x, x, x, x, x, x, x]";
    let aliases = (1..9)
        .map(|it| {
            format!("k{it}: &a{it} [{}]\n", vec![format!("*a{}", it - 1); 9].join(", "))
        })
        .collect::<Vec<_>>()
        .concat();
    let texts = [
        ("bomb", format!("{MINIMAL}photo: bomb.png\n"), "photo-damaged"),
        ("laughs", format!("name: A\nk0: &a0 {}\n{aliases}", &lines[3..]), "too-much"),
        ("nested", format!("name: {}\n", "[".repeat(10_000)), "too-deep"),
        ("nul", "name: A\u{0}\n".to_owned(), "control-character"),
    ];
    for (name, text, code) in texts {
        bench = bench.file(&format!("resumes/text-{name}.yaml"), text);
        expected.push((format!("text-{name}.pdf"), code));
    }
    (bench, expected)
}

#[test]
fn hostile_resumes_and_themes_are_failures_among_good_ones() {
    let (bench, expected) = hostile(crowd(60));
    let ran = bench.run("export --json --time-limit 2 --memory-limit 600").fails_with(1);
    let jobs = jobs(&ran);
    for (name, code) in &expected {
        let job = &jobs[name];
        assert_eq!(job["status"], "failed", "{name}");
        let codes: Vec<_> =
            job["told"].as_array().unwrap().iter().map(|it| &it["code"]).collect();
        assert!(codes.iter().any(|it| *it == code), "{name}: {codes:?}, not {code}");
    }
    assert_eq!(count(&ran, "failed"), expected.len() as u64);
    assert_eq!(count(&ran, "made"), 60);
    for number in [0, 30, 59] {
        let name = format!("p{number:03}");
        bench.run(&format!("render {name}.yaml --no-cache -o alone.pdf")).succeeds();
        assert!(
            bench.read(&format!("out/{name}.pdf")) == bench.read("alone.pdf"),
            "{name}"
        );
    }
}

#[test]
fn an_export_that_was_killed_is_taken_up_by_the_next() {
    let bench = crowd(120);
    let whole = bench.run("export --json --no-cache -o whole").succeeds();
    for round in 0..10 {
        let mut child = bench
            .command(&["export"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(20 + 37 * round % 200));
        child.kill().unwrap();
        child.wait().unwrap();
    }
    let ran = bench.run("export --json").succeeds();
    assert_eq!(summary(&ran)["digest"], summary(&whole)["digest"]);
    let files = bench.files();
    let stray: Vec<&String> = files
        .keys()
        .filter(|name| name.starts_with("out/") && !name.contains(".pdf"))
        .collect();
    assert_eq!(stray, ["out/.cvpdf-outputs"], "nothing else may be left");
}

#[test]
fn two_exports_at_once_write_the_same() {
    let bench = crowd(60);
    let children: Vec<_> = (0..2)
        .map(|_| {
            let mut command = bench.command(&["export", "--json"]);
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
            command.spawn().unwrap()
        })
        .collect();
    for child in children {
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success() && said.is_empty(), "{said}");
    }
    let ran = bench.run("export --json").succeeds();
    assert_eq!(count(&ran, "unchanged"), 60);
}

#[test]
fn ctrl_c_lets_what_is_under_way_come_to_its_end() {
    let bench = crowd(400);
    let mut command = bench.command(&["export", "--no-cache", "--jobs", "1"]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let child = command.spawn().unwrap();
    // As soon as there is an output, it is under way.
    while !bench.path("out/p000.pdf").exists() {
        std::thread::sleep(Duration::from_millis(2));
    }
    let process = child.id().to_string();
    std::process::Command::new("kill").args(["-INT", &process]).status().unwrap();
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(130), "{said}");
    assert!(said.contains("interrupted, "), "{said}");
    let made = bench.files().keys().filter(|name| name.contains(".pdf")).count();
    assert!(said.contains(&format!("{made} made")), "{said}");
    assert!((1..400).contains(&made), "{made}");
}

#[test]
fn a_folder_that_cannot_be_written_to_fails_each_result() {
    let bench = team().file("file", "");
    let ran = bench.run("export -o file/below");
    assert_ne!(ran.code, Some(0));
    ran.says("file");
}
