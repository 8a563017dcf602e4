//! That another processor makes the same bytes: decoders, rasterisers and compressors
//! choose their code by what a processor can do.

use std::fs;

use crate::line::project;
use crate::tools;

/// Processors of before AVX, and of before SSE 4.2.
const OLDER: [&str; 2] = ["Nehalem", "core2duo"];

/// Renders a résumé to a file here, and on older processors as an emulator has them;
/// the bytes must be the same.
fn check(resume: &str, flags: &str, extension: &str) {
    let program = env!("CARGO_BIN_EXE_cvpdf");
    let resume = project("resumes").join(resume).display().to_string();
    let folder = tools::folder("processors");
    let made = |by: &str, before: &[&str]| {
        let path = folder.join(format!("{by}.{extension}"));
        let name = path.display().to_string();
        let render = ["render", &resume, "--no-cache", "-o", &name];
        let arguments: Vec<&str> =
            before.iter().copied().chain(render).chain(flags.split(' ')).collect();
        let ran = tools::run(arguments[0], "qemu-user", &arguments[1..]);
        assert!(ran.status.success(), "{by}: {}", String::from_utf8_lossy(&ran.stderr));
        fs::read(&path).expect("it was made")
    };
    let here = made("here", &[program]);
    for processor in OLDER {
        let there = made(processor, &["qemu-x86_64", "-cpu", processor, program]);
        assert!(here == there, "{resume} {flags} differs on {processor}");
    }
}

#[test]
fn a_photo_is_the_same_on_older_processors() {
    check("french.yaml", "--theme classic -O photo=right", "pdf");
}

#[test]
fn pages_are_the_same_on_older_processors() {
    check("academic.yaml", "--theme sidebar", "pdf");
    check("minimal.yaml", "--theme modern", "png");
}
