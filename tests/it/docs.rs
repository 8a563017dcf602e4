//! What the documentation says is true: its commands run, and what is generated is current.

use std::fs;

use crate::bench::Bench;
use crate::line::project;

/// The lines of a text's blocks of commands that run cvpdf, as arguments.
fn commands(text: &str) -> Vec<String> {
    let mut fence = None;
    let mut commands = Vec::new();
    for line in text.lines() {
        if let Some(language) = line.trim_start().strip_prefix("```") {
            fence = if fence.is_some() { None } else { Some(language.trim().to_owned()) };
            continue;
        }
        let is_shell = |language: &String| {
            ["sh", "console", "bash", ""].contains(&language.as_str())
        };
        let inside = fence.as_ref().is_some_and(is_shell);
        let line = if inside {
            Some(line)
        } else {
            line.strip_prefix("    ").filter(|_| fence.is_none())
        };
        let line = line.map(|line| line.trim_start().trim_start_matches("$ "));
        let line = line.map(|line| line.replace("cargo run --release -- ", "cvpdf "));
        if let Some(line) = line.filter(|line| line.starts_with("cvpdf ")) {
            // What follows in a column of its own says what the command does.
            let words =
                line.trim_start_matches("cvpdf ").split("  ").next().unwrap_or_default();
            commands.push(words.split(" #").next().unwrap_or_default().trim().to_owned());
        }
    }
    commands
}

#[test]
fn commands_of_the_readme_run() {
    let text = fs::read_to_string(project("README.md")).expect("it is there");
    let commands = commands(&text);
    assert!(!commands.is_empty(), "the README shows commands");
    let bench = Bench::new().folder("resumes", "resumes");
    for command in &commands {
        // A viewer has nowhere to open.
        let line = command.replace(" --open", "");
        let (line, _) = line.split_once(" > ").unwrap_or((&line, ""));
        bench.run(line).succeeds();
    }
}

#[test]
fn the_manual_names_every_option() {
    let text = fs::read_to_string(project("docs/looks.md")).expect("it is there");
    for option in cvpdf::theme::options::COMMON {
        assert!(text.contains(&format!("`{}`", option.name)), "{}", option.name);
    }
}
