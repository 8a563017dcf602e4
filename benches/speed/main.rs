//! How fast is cvpdf beside a program that only calls Typst?
//!
//! `cargo bench` times whole processes in turn, A B A B …, and prints medians and the
//! median of the ratios pair by pair: times of one machine mean little, ratios last.
//! The bare program is this one, started with `--bare`: it has the finished view, the
//! same theme and fonts, and does nothing but set the pages, export and write them.
//! `cargo bench -- batch` runs only the part about batches.
//! If `ferrocv` is on the PATH (`cargo install ferrocv`), it is timed as well.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark is no part of the program"
)]

mod bare;
mod batch;
mod generate;
mod watch;

use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;
use std::time::Duration;
use std::time::Instant;

/// How often each pair is run, after a few rounds that do not count.
const ROUNDS: usize = 40;

/// Two pages in `classic`.
const SHOWCASE: &str = "resumes/alice.yaml";

/// Two pages in `plain`, and the same words as the JSON Resume beside it.
const EQUAL: &str = "benches/ferrocv/alice.yaml";

/// The program that is measured.
const CVPDF: &str = env!("CARGO_BIN_EXE_cvpdf");

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["--bare", folder, theme, output] => {
            return bare::run(Path::new(folder), theme, Path::new(output));
        }
        ["--bare-loop", folder, theme, output, count] => {
            let count = count.parse().unwrap();
            return bare::run_all(Path::new(folder), theme, Path::new(output), count);
        }
        ["--generate", folder, count] => {
            return batch::generate(Path::new(folder), count.parse().unwrap());
        }
        _ => {}
    }
    // `cargo bench` passes `--bench`.
    let wanted = words.iter().find(|word| !word.starts_with("--"));
    if wanted.is_none_or(|wanted| *wanted == "batch") {
        batch::run();
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    if wanted.is_none_or(|wanted| *wanted == "watch") {
        for (theme, resume) in [("classic", SHOWCASE), ("plain", EQUAL)] {
            watch::run(folder, theme, resume);
        }
    }
    if wanted.is_some() {
        return;
    }
    println!("medians of {ROUNDS} runs of whole processes, in milliseconds\n");
    let version = Run::new(CVPDF, &["--version"]);
    for (theme, resume) in [("classic", SHOWCASE), ("plain", EQUAL)] {
        cold(folder, theme, resume);
    }
    cached(folder, &version);
    println!("{:<44}{:>8.2}", "cvpdf --version", median(&times(&version)));
    ferrocv(folder);
}

/// A cold render of two pages, without the cache, beside the bare program.
fn cold(folder: &Path, theme: &str, resume: &str) {
    bare::prepare(Path::new(resume), theme, folder);
    let [ours, theirs] =
        ["cvpdf", "bare"].map(|name| folder.join(format!("{name}-{theme}.pdf")));
    let cvpdf = render(resume, &["--theme", theme, "--no-cache", "-o", path(&ours)]);
    let me = std::env::current_exe().unwrap();
    let bare = Run::new(path(&me), &["--bare", path(folder), theme, path(&theirs)]);
    let ratio = compare(&cvpdf, &bare, &format!("cold render, {theme}"), "bare Typst");
    let [ours, theirs] = [ours, theirs].map(|path| std::fs::read(path).unwrap());
    assert!(ours == theirs, "the two programs do not make the same pages");
    println!("{:<44}{ratio:>8.2} ×\n", "  cvpdf / bare");
}

/// The same again, with nothing changed and the cache on.
fn cached(folder: &Path, version: &Run) {
    let output = folder.join("cached.pdf");
    let cvpdf = render(SHOWCASE, &["--theme", "classic", "-o", path(&output)]);
    let cvpdf = Run { cache: Some(folder.join("cache")), ..cvpdf };
    let ratio = compare(&cvpdf, version, "unchanged, from the cache", "cvpdf --version");
    println!("{:<44}{ratio:>8.2} ×\n", "  unchanged / --version");
}

/// Plain beside ferrocv, on two pages with the same words.
fn ferrocv(folder: &Path) {
    let output = folder.join("ferrocv.pdf");
    let json = "benches/ferrocv/alice.json";
    let theirs = Run::new("ferrocv", &["render", json, "--output", path(&output)]);
    if !theirs.works() {
        println!("\nferrocv is not on the PATH, or refuses: not timed");
        return;
    }
    let ours = folder.join("plain.pdf");
    let cvpdf = render(EQUAL, &["--theme", "plain", "--no-cache", "-o", path(&ours)]);
    println!();
    let ratio = compare(&cvpdf, &theirs, "cold render, plain", "ferrocv");
    println!("{:<44}{ratio:>8.2} ×", "  cvpdf / ferrocv");
}

fn render(resume: &str, more: &[&str]) -> Run {
    let mut arguments = vec!["render", resume];
    arguments.extend(more);
    Run::new(CVPDF, &arguments)
}

/// A command to be timed.
struct Run {
    program: PathBuf,
    arguments: Vec<String>,
    cache: Option<PathBuf>,
}

impl Run {
    fn new(program: &str, arguments: &[&str]) -> Self {
        let arguments = arguments.iter().map(|&argument| argument.to_owned()).collect();
        Self { program: program.into(), arguments, cache: None }
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).stdin(Stdio::null()).stdout(Stdio::null());
        command.stderr(Stdio::null());
        if let Some(cache) = &self.cache {
            command.env("CVPDF_CACHE_DIR", cache);
        }
        command
    }

    fn works(&self) -> bool {
        self.command().status().is_ok_and(|status| status.success())
    }

    fn time(&self) -> Duration {
        let start = Instant::now();
        let status = self.command().status().unwrap();
        let time = start.elapsed();
        assert!(
            status.success(),
            "{} {:?} failed",
            self.program.display(),
            self.arguments
        );
        time
    }
}

/// Times two commands in turn, prints both, and gives the median of the ratios.
fn compare(one: &Run, other: &Run, what: &str, against: &str) -> f64 {
    for _ in 0..3 {
        one.time();
        other.time();
    }
    let pairs: Vec<(Duration, Duration)> =
        (0..ROUNDS).map(|_| (one.time(), other.time())).collect();
    let [ones, others] =
        [|pair: &(Duration, Duration)| pair.0, |pair: &(Duration, Duration)| pair.1]
            .map(|pick| pairs.iter().map(pick).map(milliseconds).collect::<Vec<f64>>());
    println!("{what:<44}{:>8.2}", median(&ones));
    println!("{against:<44}{:>8.2}", median(&others));
    let ratios: Vec<f64> =
        ones.iter().zip(&others).map(|(one, other)| one / other).collect();
    median(&ratios)
}

fn times(run: &Run) -> Vec<f64> {
    (0..ROUNDS).map(|_| milliseconds(run.time())).collect()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn median(values: &[f64]) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}
