//! Today's PDFs against the accepted ones, by the engine of `cvpdf golden`.
//!
//! `tests/README.md` says how to accept.
#![expect(clippy::disallowed_methods, reason = "tests talk to the machine")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use cvpdf::compare;
use cvpdf::compare::Finding;
use cvpdf::compare::Limits;
use cvpdf::compare::Row;
use cvpdf::compare::Verdict;
use cvpdf::digest::Digest;
use cvpdf::golden::Entry;
use cvpdf::golden::Status;
use cvpdf::golden::html;
use cvpdf::inspect;
use cvpdf::typeset;
use libtest_mimic::Arguments;
use libtest_mimic::Failed;
use libtest_mimic::Trial;

use line::THEMES;
use line::project;

#[path = "it/line.rs"]
#[expect(dead_code, reason = "other tests use all of it")]
mod line;

/// The longest time that a case may take.
const TIME: Duration = Duration::from_secs(10);

/// The most that a witness may hold, in bytes: larger ones are read by nobody.
const SIZE: usize = 20 << 10;

/// Résumés that are also set on US Letter, whatever their language.
const LETTERS: [&str; 2] = ["alice", "veteran"];

/// A golden: a name, the résumés in it, and how they are set.
#[derive(Clone)]
struct Case {
    name: String,
    resumes: Vec<String>,
    flags: String,
}

/// What a case looks like.
struct Look {
    witness: String,
    digest: Digest,
    pdfs: Vec<Vec<u8>>,
}

/// Whether differences are told or taken for the truth.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Compare,
    Accept,
}

/// The accepted digests, and those that this run accepts; by name.
#[derive(Default)]
struct Hashes {
    kept: BTreeMap<String, String>,
    new: Mutex<BTreeMap<String, String>>,
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().collect();
    let accepts = words.iter().any(|word| word == "--accept");
    let mode = if accepts { Mode::Accept } else { Mode::Compare };
    let arguments =
        Arguments::from_iter(words.into_iter().filter(|word| word != "--accept"));
    let hashes = Arc::new(Hashes { kept: read_hashes(), ..Hashes::default() });
    let cases = cases();
    let mut trials = vec![stray(&cases, mode)];
    trials.extend(cases.into_iter().map(|case| {
        let hashes = Arc::clone(&hashes);
        Trial::test(case.name.clone(), move || within_time(case, mode, &hashes))
    }));
    let conclusion = libtest_mimic::run(&arguments, trials);
    report();
    let accepted = write_hashes(&hashes);
    if mode == Mode::Accept && !arguments.list {
        let told = "accepted; what was accepted was not compared, so this run fails";
        let _ = std::io::Write::write_all(
            &mut std::io::stderr(),
            format!("{accepted} digests {told}\n").as_bytes(),
        );
        return ExitCode::FAILURE;
    }
    conclusion.exit_code()
}

/// Every sample and case in every theme, and the shapes of content by tens.
fn cases() -> Vec<Case> {
    let mut resumes: Vec<(String, Vec<String>)> = Vec::new();
    for (path, _) in line::samples().into_iter().chain(line::yaml_files("tests/cases")) {
        resumes.push((stem(&path), vec![path]));
    }
    for (path, _) in line::letters() {
        resumes.push((format!("letter-{}", stem(&path)), vec![path]));
    }
    for (path, _) in line::yaml_files("tests/cases/shapes") {
        let name = format!("shapes-{}x", &stem(&path)[..1]);
        match resumes.last_mut().filter(|(last, _)| *last == name) {
            Some((_, paths)) => paths.push(path),
            None => resumes.push((name, vec![path])),
        }
    }
    let mut cases = Vec::new();
    for (name, resumes) in resumes {
        for theme in THEMES {
            let flags = line::themed(&resumes[0], theme);
            let case =
                Case { name: format!("{name}.{theme}"), resumes: resumes.clone(), flags };
            if LETTERS.contains(&name.as_str()) {
                let flags = format!("{} --paper us-letter", case.flags);
                let name = format!("{}.us-letter", case.name);
                cases.push(Case { name, resumes: resumes.clone(), flags });
            }
            cases.push(case);
        }
    }
    cases
}

/// The name of a file without its folder and its ending.
fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.trim_end_matches(".yaml").to_owned()
}

/// Runs a case, and gives it up when it takes too long; a panic is told by the harness.
fn within_time(case: Case, mode: Mode, hashes: &Arc<Hashes>) -> Result<(), Failed> {
    let (sender, receiver) = mpsc::channel();
    let kept = Arc::clone(hashes);
    let name = case.name.clone();
    let worker = thread::spawn(move || {
        let outcome = check(&case, mode, &kept);
        // Nobody listens any more when the time is over.
        let _ = sender.send(outcome);
    });
    match receiver.recv_timeout(TIME) {
        Ok(outcome) => outcome,
        Err(mpsc::RecvTimeoutError::Timeout) => {
            Err(format!("{name} took longer than {} s", TIME.as_secs()).into())
        }
        Err(mpsc::RecvTimeoutError::Disconnected) => {
            let panicked = worker.join().err();
            let words = panicked.and_then(|it| it.downcast::<String>().ok());
            Err(format!("it panicked: {}", words.unwrap_or_default()).into())
        }
    }
}

fn check(case: &Case, mode: Mode, hashes: &Hashes) -> Result<(), Failed> {
    let look = look(case)?;
    let Look { witness, digest, pdfs } = &look;
    for (index, pdf) in pdfs.iter().enumerate() {
        // They are for looking at; a full disk is no difference between pages.
        let _ = fs::create_dir_all(outputs());
        let _ = fs::write(outputs().join(format!("{digest}-{index}.pdf")), pdf);
    }
    if witness.len() > SIZE {
        return Err(format!(
            "{} KiB of witness: make the case smaller",
            witness.len() / 1024
        )
        .into());
    }
    let path = folder().join(format!("{}.txt", case.name));
    let before = fs::read_to_string(&path).ok();
    let (old, new) = (hashes.kept.get(&case.name), digest.to_string());
    let difference = match &before {
        None => Some("there was no golden".to_owned()),
        Some(before) => difference(case, &look, before, old.map_or("none", |it| it)),
    };
    let Some(difference) = difference else { return Ok(()) };
    if mode == Mode::Accept || before.is_none() {
        fs::create_dir_all(folder()).map_err(|error| error.to_string())?;
        fs::write(&path, witness).map_err(|error| error.to_string())?;
        hashes.accept(&case.name, new);
        return Err(format!("written: {difference}").into());
    }
    Err(difference.into())
}

/// Sets the résumés of a case and reads them back.
fn look(case: &Case) -> Result<Look, Failed> {
    let mut look =
        Look { witness: String::new(), digest: Digest::of(&[]), pdfs: Vec::new() };
    for resume in &case.resumes {
        let (artifact, told) = line::make(resume, &case.flags);
        let pdf = artifact.and_then(|artifact| artifact.files.into_iter().next());
        let pdf = pdf.ok_or_else(|| format!("{resume}: {}", line::say(&told)))?;
        let witness =
            inspect::read(&pdf).map_err(|error| format!("{resume}: {error:?}"))?;
        if case.resumes.len() > 1 {
            let _ = writeln!(look.witness, "══ {}", stem(resume));
        }
        look.witness.push_str(&witness.render());
        let said = line::say(&told);
        let said = said.lines().map(|line| format!("\n{line}\n"));
        look.witness.extend(said);
        look.pdfs.push(pdf);
    }
    look.digest = match look.pdfs.as_slice() {
        [pdf] => Digest::of(pdf),
        pdfs => Digest::of(
            &pdfs.iter().flat_map(|pdf| *Digest::of(pdf).as_bytes()).collect::<Vec<_>>(),
        ),
    };
    typeset::forget(0);
    Ok(look)
}

/// What differs: the PDFs themselves if those that were accepted are still here, else
/// what is kept of them as text.
fn difference(case: &Case, look: &Look, before: &str, old: &str) -> Option<String> {
    let told = compare::witnesses(before, &look.witness);
    let new = look.digest.to_string();
    if told.verdict == Verdict::Same && (old == new || !compares_bytes()) {
        return None;
    }
    let olds: Vec<_> = (0..look.pdfs.len())
        .map_while(|index| fs::read(outputs().join(format!("{old}-{index}.pdf"))).ok())
        .collect();
    let are_here = olds.len() == look.pdfs.len();
    let mut first = None;
    let pairs = olds.into_iter().zip(&look.pdfs).filter(|_| are_here).zip(&case.resumes);
    for ((old, new), resume) in pairs {
        let name = match case.resumes.len() {
            1 => case.name.clone(),
            _ => format!("{} {}", case.name, stem(resume)),
        };
        let entry = Entry::compared(&name, old, new.clone(), &Limits::default());
        if entry.status != Status::Same {
            first = first.or_else(|| entry.comparison.clone());
            show(entry);
        }
    }
    let found = first.unwrap_or_else(|| {
        let entry = Entry::new(&case.name, Status::Different);
        show(Entry { comparison: Some(told.clone()), ..entry });
        told
    });
    let kept = if are_here {
        "old and new are in the report"
    } else {
        "the old one is not here; the commit that accepted it makes it again"
    };
    Some(match found.findings.first() {
        Some(Finding { rows, .. }) => format!("{}\n{}", found.headline(), lines(rows)),
        None => format!(
            "looks may have changed: only the bytes differ\n- {old}\n+ {new}\n{kept}"
        ),
    })
}

/// The lines that differ first, with what stands before them.
fn lines(rows: &[Row]) -> String {
    let changed = rows.iter().position(|row| row.mark() != ' ').unwrap_or(0);
    let rows = rows.iter().skip(changed.saturating_sub(2)).take(10);
    rows.map(|row| format!("{} {}\n", row.mark(), row.text)).collect::<Vec<_>>().concat()
}

/// What differed in this run, for the report.
static SHOWN: Mutex<Vec<Entry>> = Mutex::new(Vec::new());

fn show(entry: Entry) {
    SHOWN.lock().unwrap_or_else(PoisonError::into_inner).push(entry);
}

/// Writes a page with old and new side by side, if anything differed.
fn report() {
    let mut entries = SHOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if entries.is_empty() {
        return;
    }
    entries.sort_by(|one, other| one.name.cmp(&other.name));
    let page = html::write("Goldens of cvpdf", &entries, &Limits::default());
    let path = outputs().join("report.html");
    // It is for looking at, too.
    if fs::write(&path, page).is_ok() {
        let told = format!("what differs is in {}\n", path.display());
        let _ = std::io::Write::write_all(&mut std::io::stderr(), told.as_bytes());
    }
}

/// Whether bytes decide: on the platform where they were accepted.
const fn compares_bytes() -> bool {
    cfg!(all(target_os = "linux", target_arch = "x86_64"))
}

/// Finds goldens without a case; an accepting run removes them.
fn stray(cases: &[Case], mode: Mode) -> Trial {
    let names: Vec<String> =
        cases.iter().map(|case| format!("{}.txt", case.name)).collect();
    Trial::test("no golden is without a case", move || {
        let files = fs::read_dir(folder()).into_iter().flatten().flatten();
        let files = files.filter_map(|file| file.file_name().into_string().ok());
        let is_stray = |name: &String| name != "hashes.txt" && !names.contains(name);
        let mut stray: Vec<String> = files.filter(is_stray).collect();
        stray.sort();
        if mode == Mode::Accept {
            stray.iter().try_for_each(|name| fs::remove_file(folder().join(name)))?;
        }
        let done = if mode == Mode::Accept { "removed" } else { "without a case" };
        if stray.is_empty() { Ok(()) } else { Err(format!("{done}: {stray:?}").into()) }
    })
}

impl Hashes {
    fn accept(&self, name: &str, digest: String) {
        let mut new = self.new.lock().unwrap_or_else(PoisonError::into_inner);
        new.insert(name.to_owned(), digest);
    }
}

/// The accepted digests by name: lines of `<digest> <name>`.
fn read_hashes() -> BTreeMap<String, String> {
    let text = fs::read_to_string(folder().join("hashes.txt")).unwrap_or_default();
    let pairs = text.lines().filter_map(|line| line.split_once(' '));
    pairs.map(|(digest, name)| (name.to_owned(), digest.to_owned())).collect()
}

/// Writes the digests of cases that there are; says how many are new.
fn write_hashes(hashes: &Hashes) -> usize {
    let new = hashes.new.lock().unwrap_or_else(PoisonError::into_inner);
    if new.is_empty() {
        return 0;
    }
    let names: Vec<String> = cases().into_iter().map(|case| case.name).collect();
    let mut all = hashes.kept.clone();
    all.extend(new.clone());
    let kept = all.iter().filter(|(name, _)| names.contains(name));
    let lines: Vec<_> = kept.map(|(name, digest)| format!("{digest} {name}\n")).collect();
    fs::write(folder().join("hashes.txt"), lines.concat())
        .expect("the folder of goldens can be written");
    new.len()
}

/// Where goldens are.
fn folder() -> PathBuf {
    project("tests/golden")
}

/// Where the PDFs of this run are kept, by digest.
fn outputs() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("golden")
}
