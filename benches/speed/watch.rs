//! A word changed under a running `watch`, beside a cold render of the same text.

use std::fs;
use std::io::BufRead;
use std::io::BufReader;
use std::path::Path;
use std::process::Child;
use std::process::ChildStdout;
use std::process::Command;
use std::process::Stdio;
use std::time::Duration;
use std::time::Instant;

use super::CVPDF;
use super::ROUNDS;
use super::Run;
use super::median;
use super::milliseconds;
use super::path;

/// A word of the résumé that is changed.
const WORD: &str = "heroics";

/// How often is looked whether the PDF is there; a look takes some microseconds.
const GLANCE: Duration = Duration::from_micros(200);

/// Times both in turn, and prints medians and the median of the ratios.
pub(super) fn run(folder: &Path, theme: &str, resume: &str) {
    let folder = folder.join(format!("watch-{theme}"));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("alice.yaml");
    // The résumé alone: without profiles there is one result.
    let text = fs::read_to_string(resume).unwrap();
    let text = text.split("\nprofiles:").next().unwrap().to_owned() + "\n";
    fs::write(&file, &text).unwrap();
    let output = folder.join("cold.pdf");
    let mut arguments = vec!["render", path(&file), "--theme", theme, "--no-cache"];
    arguments.extend(["-o", path(&output)]);
    let cold = Run::new(CVPDF, &arguments);
    let mut watch = Watch::start(&folder, theme);
    watch.wait();
    let mut pairs = Vec::new();
    for round in 0..ROUNDS + 5 {
        let text = text.replacen(WORD, &format!("{WORD}-{round}"), 1);
        let warm = watch.time(&file, &text);
        pairs.push((warm, cold.time()));
    }
    let [warm, cold] =
        [|pair: &(Duration, Duration)| pair.0, |pair: &(Duration, Duration)| pair.1].map(
            |pick| pairs[5..].iter().map(pick).map(milliseconds).collect::<Vec<f64>>(),
        );
    let ratios: Vec<f64> =
        warm.iter().zip(&cold).map(|(warm, cold)| warm / cold).collect();
    println!(
        "{:<44}{:>8.2}",
        format!("a word changed under watch, {theme}"),
        median(&warm)
    );
    println!("{:<44}{:>8.2}", "cold render", median(&cold));
    println!("{:<44}{:>8.2} ×\n", "  watch / render", median(&ratios));
}

/// A running `watch`.
struct Watch {
    child: Child,
    lines: std::io::Lines<BufReader<ChildStdout>>,
}

impl Watch {
    fn start(folder: &Path, theme: &str) -> Self {
        let mut command = Command::new(CVPDF);
        command.args(["watch", "alice.yaml", "--theme", theme, "--json"]);
        command.current_dir(folder).env("CVPDF_CACHE_DIR", folder.join("cache"));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, lines }
    }

    /// Waits until all is done.
    fn wait(&mut self) {
        while !self.lines.next().unwrap().unwrap().contains("\"waiting\"") {}
    }

    /// Saves a text, and times until its PDF is in its place.
    fn time(&mut self, file: &Path, text: &str) -> Duration {
        let output = file.with_file_name("out").join("alice.pdf");
        let written = || fs::metadata(&output).unwrap().modified().unwrap();
        let before = written();
        let start = Instant::now();
        fs::write(file, text).unwrap();
        while written() == before {
            std::thread::sleep(GLANCE);
        }
        let time = start.elapsed();
        self.wait();
        time
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // It runs until somebody ends it.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
