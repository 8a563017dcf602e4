//! Programs of others: where they are, and what to install when one is missing.

use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Output;
use std::process::Stdio;

use crate::line::project;

/// The variable that names the Python of the tools, where it is not `python3`.
const PYTHON: &str = "CVPDF_PYTHON";

/// Runs a program with these arguments; `package` has it.
#[track_caller]
pub(crate) fn run(program: &str, package: &str, arguments: &[&str]) -> Output {
    let outcome = Command::new(program).args(arguments).stdin(Stdio::null()).output();
    outcome.unwrap_or_else(|error| {
        panic!("`{program}` does not run ({error}): install {package}")
    })
}

/// Runs one of the scripts in `tests/tools` with these arguments; what it printed.
#[track_caller]
pub(crate) fn python(script: &str, arguments: &[&str]) -> String {
    python_reading(script, arguments, "")
}

/// The same with these lines as its input.
#[track_caller]
pub(crate) fn python_reading(script: &str, arguments: &[&str], lines: &str) -> String {
    let python = std::env::var(PYTHON).unwrap_or_else(|_| "python3".into());
    let path = project("tests/tools").join(script);
    let child = Command::new(&python)
        .arg(&path)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = child.unwrap_or_else(|error| {
        panic!("`{python}` does not run ({error}): install python3, or name another in {PYTHON}")
    });
    let mut stdin = child.stdin.take().expect("it was asked for");
    let lines = lines.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(lines.as_bytes()));
    let output = child.wait_with_output().expect("a child can be waited for");
    let told = String::from_utf8_lossy(&output.stderr);
    // The scripts say themselves which package is missing.
    assert!(output.status.success(), "{script}: {told}");
    writer.join().expect("writing does not panic").expect("the script reads its input");
    String::from_utf8(output.stdout).expect("scripts print text")
}

/// A folder for PDFs, whose names say what they are.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("outside").join(name);
    std::fs::create_dir_all(&folder).expect("folders can be made");
    folder
}
