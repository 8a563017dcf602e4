//! How fast are many résumés, beside a loop that only calls Typst?

use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;
use std::time::Duration;
use std::time::Instant;

use crate::CVPDF;
use crate::bare;
use crate::generate;
use crate::median;
use crate::path;

/// How many résumés are made.
const COUNT: u32 = 1_000;

/// How often batch and loop are timed, in turn.
const ROUNDS: usize = 3;

/// The theme, in which each has two pages.
const THEME: &str = "classic";

/// Writes so many résumés into `folder/resumes`, and a manifest of them beside it.
pub(crate) fn generate(folder: &Path, count: u64) {
    let resumes = folder.join("resumes");
    std::fs::create_dir_all(&resumes).unwrap();
    let mut manifest = String::new();
    for number in 0..count {
        let file = resumes.join(format!("p{number:06}.yaml"));
        std::fs::write(&file, generate::resume(number)).unwrap();
        manifest.push_str(path(&file));
        manifest.push('\n');
    }
    std::fs::write(folder.join("manifest"), manifest).unwrap();
}

/// Times batches.
pub(crate) fn run() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    generate(folder, u64::from(COUNT));
    let resumes: Vec<PathBuf> = (0..COUNT)
        .map(|number| folder.join(format!("resumes/p{number:06}.yaml")))
        .collect();
    bare::prepare(&resumes[0], THEME, folder);
    bare::prepare_more(&resumes, THEME, folder);
    let bare_out = folder.join("bare");
    std::fs::create_dir_all(&bare_out).unwrap();
    let mut ratios = Vec::new();
    let mut first = Duration::ZERO;
    for round in 0..ROUNDS {
        let out = folder.join(format!("out-{round}"));
        let ours = time(&mut export(folder, &out, &["--no-cache"]));
        let mut loop_ = Command::new(std::env::current_exe().unwrap());
        loop_.args(["--bare-loop", path(folder), THEME, path(&bare_out)]);
        loop_.arg(COUNT.to_string()).env("RAYON_NUM_THREADS", "1");
        let theirs = time(&mut loop_);
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let cores = f64::from(u32::try_from(cores).unwrap());
        let ratio = theirs.as_secs_f64() / (cores * ours.as_secs_f64());
        let rate = |time: Duration| f64::from(COUNT) / time.as_secs_f64();
        println!(
            "export {COUNT}, cache off: {:.0} a second; bare loop, one thread: {:.0}; {ratio:.2} × {cores} × bare",
            rate(ours),
            rate(theirs),
        );
        ratios.push(ratio);
        first = ours;
        same(&out, &bare_out);
    }
    println!("{:<44}{:>8.2} ×", "  rate / (cores × bare loop)", median(&ratios));
    unchanged(folder, first);
}

/// Fills the cache, then exports again with nothing changed, and with one résumé touched.
fn unchanged(folder: &Path, first: Duration) {
    let out = folder.join("out-cached");
    let filling = time(&mut export(folder, &out, &[]));
    let again: Vec<f64> =
        (0..5).map(|_| time(&mut export(folder, &out, &[])).as_secs_f64()).collect();
    let again = median(&again);
    println!(
        "{:<44}{:>8.2} ×",
        "  filling the cache / cache off",
        filling.as_secs_f64() / first.as_secs_f64()
    );
    println!(
        "{:<44}{:>8.1} ×",
        "  first / the same again, nothing changed",
        first.as_secs_f64() / again
    );
    let touched = folder.join("resumes/p000500.yaml");
    std::fs::write(&touched, generate::resume(1_000_000)).unwrap();
    let output = export(folder, &out, &["--json"]).output().unwrap();
    let output = String::from_utf8(output.stdout).unwrap();
    let made = output.lines().filter(|line| line.contains("\"status\":\"made\"")).count();
    println!("{:<44}{made:>8}", "  made after one résumé was touched");
}

fn export(folder: &Path, out: &Path, more: &[&str]) -> Command {
    let mut command = Command::new(CVPDF);
    command.args(["export", "--manifest", path(&folder.join("manifest"))]);
    command.args(["--theme", THEME, "-o", path(out)]).args(more);
    command.env("CVPDF_CACHE_DIR", folder.join("cache"));
    command.stdin(Stdio::null()).stderr(Stdio::null());
    command
}

fn time(command: &mut Command) -> Duration {
    let start = Instant::now();
    let status = command.stdout(Stdio::null()).status().unwrap();
    let time = start.elapsed();
    assert!(status.success(), "{command:?} failed");
    time
}

/// Both made the same bytes.
fn same(ours: &Path, theirs: &Path) {
    for number in 0..COUNT {
        let ours = std::fs::read(ours.join(format!("p{number:06}.pdf"))).unwrap();
        let theirs = std::fs::read(theirs.join(format!("{number}.pdf"))).unwrap();
        assert!(ours == theirs, "résumé {number} differs from the bare program's");
    }
}
