//! What the program promises when the machine fails it: disks without room, processes that
//! are killed, caches that cannot be used. Tests are named after the promises in
//! `docs/cache.md`.
//!
//! Faults are put in from outside with `strace`, and mounts are made in a namespace of their
//! own with `unshare`: the program under test is the one that users have.

mod unusable; // caches on full disks, on read-only ones, in the place of files
mod keys; // the same bytes with a cache and without, whatever else changes

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Output;
use std::process::Stdio;
use std::time::Duration;

use cvpdf::cache::Cache;
use cvpdf::cache::Delete;
use cvpdf::digest::Digest;
use cvpdf::export::Artifact;
use cvpdf::system::private;
use tempfile::TempDir;

use crate::stored::entries;

/// What the calls that write may fail with.
const ERRORS: [&str; 6] = ["ENOSPC", "EIO", "EDQUOT", "EROFS", "EMFILE", "EINTR"];

/// How many of the errors each call meets, besides being killed at it.
const ERRORS_EACH: usize = 3;

/// The calls that change something on the disk, under the names that any machine has.
const CALLS: &str = "trace=openat,write,fsync,ftruncate,fchmod,flock,unlinkat,mkdirat,renameat,\
                     ?renameat2,?rename,?mkdir,?unlink";

/// How many processes share a cache, and how often they are started.
const CROWD: (u64, u64) = (16, 20);

/// A project with a cache, in a folder that goes with this value.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(place.path("out")).unwrap();
        place.resume("ada.yaml", "Ada Halcyon");
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn resume(&self, file: &str, name: &str) {
        let text = format!(
            "name: {name}\nheadline: Lighthouse keeper\ncontact:\n  email: ada@halcyon.example\n\
             sections:\n  experience:\n    - title: Keeper\n      org: Halcyon Lights\n      \
             date: 2019 – 2023\n      highlights:\n        - Kept the light.\n"
        );
        fs::write(self.path(file), text).unwrap();
    }

    /// A command that knows of nothing but this place.
    fn command(&self, program: &str, arguments: &str) -> Command {
        let mut command = Command::new(program);
        command
            .args(arguments.split_whitespace())
            .current_dir(self.folder.path())
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.folder.path())
            .env("CVPDF_CACHE_DIR", self.path("cache"))
            .stdin(Stdio::null());
        command
    }

    /// Runs the program.
    fn run(&self, arguments: &str) -> Output {
        self.command(PROGRAM, arguments).output().unwrap()
    }

    /// Runs it, and returns the bytes that it wrote to `out/it`.
    #[track_caller]
    fn render(&self, arguments: &str) -> Vec<u8> {
        let output = self.run(&format!("render {arguments} -o out/it.pdf"));
        assert_eq!(output.status.code(), Some(0), "{arguments}: {}", said(&output));
        fs::read(self.path("out/it.pdf")).unwrap()
    }

    fn cache(&self) -> Cache {
        Cache::open(Some(self.path("cache")))
    }

    fn hits(&self) -> u64 {
        self.cache().stats().unwrap().uses.hits
    }

    /// Runs a program that the tests need, and says so if it is not there.
    #[track_caller]
    fn tool(&self, program: &str, arguments: &str) -> Output {
        self.command(program, arguments).output().unwrap_or_else(|error| {
            panic!("this test needs the program `{program}`: {error}; install it")
        })
    }

    /// Runs a script with mounts of its own, in which `$CVPDF` is the program.
    fn with_mounts(&self, script: &str) -> Output {
        let is_root = fs::metadata("/proc/self").unwrap().uid() == 0;
        let mut command = self.command("unshare", if is_root { "-m" } else { "-rm" });
        command.args(["sh", "-ec", script]).env("CVPDF", PROGRAM);
        command.output().expect("this test needs the program `unshare` of util-linux")
    }
}

const PROGRAM: &str = env!("CARGO_BIN_EXE_cvpdf");

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// How often the author was told of trouble with the cache.
fn told(output: &Output) -> usize {
    said(output).matches("the cache in ").count()
}

/// Names in a folder that begin as files do that are being written.
fn litter(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name());
    let names = names.map(|name| name.into_string().unwrap());
    names.filter(|name| name.starts_with(private::TEMPORARY)).collect()
}

/// A call that the program makes on its main thread: its name, which of these it is, and
/// whether it is about the cache.
#[derive(Debug)]
struct Call {
    name: String,
    number: usize,
    about_cache: bool,
}

/// A place with an older output, and a cache that has been used.
fn used_place() -> Place {
    let place = Place::new();
    fs::write(place.path("out/it.pdf"), "an older output").unwrap();
    let artifact = Artifact { format: "pdf", files: vec![vec![7; 1_000]] };
    place.cache().put(&Digest::of(b"another"), &artifact, &[]);
    place
}

/// The calls by which a cold render changes the disk.
fn calls() -> Vec<Call> {
    let place = used_place();
    let strace = format!("-f -y -o log -e {CALLS} -e signal=none");
    let output = place
        .tool("strace", &format!("{strace} {PROGRAM} render ada.yaml -o out/it.pdf"));
    assert!(output.status.success(), "{}", said(&output));
    let log = fs::read_to_string(place.path("log")).unwrap();
    let main = log.split(' ').next().unwrap();
    let (cache, out) = (place.path("cache"), place.path("out"));
    let mentions = |line: &str, folder: &Path, name: &str| {
        let relative = [format!("\"{name}/"), format!("\"{name}\"")];
        line.contains(folder.to_str().unwrap())
            || relative.iter().any(|it| line.contains(it))
    };
    let mut counts = BTreeMap::new();
    let mut calls = Vec::new();
    for line in log.lines().filter_map(|line| line.strip_prefix(main)) {
        let Some((name, _)) = line.trim_start().split_once('(') else { continue };
        let number = counts.entry(name.to_owned()).or_insert(0);
        *number += 1;
        let about_cache = mentions(line, &cache, "cache");
        if about_cache || mentions(line, &out, "out") {
            calls.push(Call { name: name.to_owned(), number: *number, about_cache });
        }
    }
    calls
}

#[test]
fn c4_c5_c6_c9_whichever_call_fails_or_kills_the_output_is_whole_or_as_before() {
    let calls = calls();
    assert!(calls.iter().filter(|call| call.about_cache).count() >= 8, "{calls:?}");
    assert!(calls.iter().filter(|call| !call.about_cache).count() >= 6, "{calls:?}");
    let golden = Place::new().render("ada.yaml --no-cache");
    let (mut killed, mut refused, mut survived) = (0, 0, 0);
    for (turn, call) in calls.iter().enumerate() {
        let errors = (0..ERRORS_EACH).map(|it| ERRORS[(turn + it * 2) % ERRORS.len()]);
        let errors = errors.map(|error| format!("error={error}"));
        for fault in errors.chain(["signal=SIGKILL".to_owned()]) {
            match meet(call, &fault, &golden) {
                None => killed += 1,
                Some(0) => survived += 1,
                Some(_) => refused += 1,
            }
        }
    }
    // Faults that nobody meets would prove nothing.
    assert_eq!(killed, calls.len());
    assert!(refused >= 4, "{refused} outputs could not be written");
    assert!(survived >= calls.len() / 2, "{survived} faults did no harm");
}

/// Renders while one call fails, checks what became of it, and returns the exit code.
fn meet(call: &Call, fault: &str, golden: &[u8]) -> Option<i32> {
    let Call { name, number, about_cache } = call;
    let place = used_place();
    let inject = format!("-e trace={name} -e inject={name}:{fault}:when={number}");
    let strace = format!("-f -o /dev/null -e signal=none {inject}");
    let output = place
        .tool("strace", &format!("{strace} {PROGRAM} render ada.yaml -o out/it.pdf"));
    let which = format!("{call:?} {fault}: {}", said(&output));
    let code = output.status.code();
    let written = fs::read(place.path("out/it.pdf")).unwrap();
    if code == Some(0) {
        assert!(written == golden, "{which}");
    } else {
        assert!(written == golden || written == b"an older output", "{which}");
    }
    if name == "fsync" && fault.starts_with("error") && fault != "error=EINTR" {
        assert_eq!(code, Some(2), "{which}: it may not be on the disk");
    }
    if *about_cache && fault.starts_with("error") {
        assert_eq!(code, Some(0), "{which}");
        assert!(told(&output) <= 1, "{which}");
    }
    // Whatever happened, nobody has to clean up before the next run.
    for _ in 0..2 {
        let again = place.run("render ada.yaml -o out/it.pdf");
        assert_eq!(again.status.code(), Some(0), "{which} then {}", said(&again));
        assert!(fs::read(place.path("out/it.pdf")).unwrap() == golden, "{which}");
        assert_eq!(told(&again), 0, "{which} then {}", said(&again));
    }
    assert_eq!(litter(&place.path("out")), [""; 0], "{which}");
    assert_eq!(
        place.cache().verify(Delete::Nothing).unwrap().damaged.len(),
        0,
        "{which}"
    );
    assert!(place.hits() >= 1, "{which}");
    code
}

#[test]
fn c4_a_draft_that_somebody_else_put_there_is_left_alone() {
    let place = Place::new();
    let golden = place.render("ada.yaml --no-cache");
    let draft =
        format!("{}{}", private::TEMPORARY, &Digest::of(b"it.pdf").to_string()[..16]);
    let draft = place.path("out").join(draft);
    let precious = place.path("precious");
    fs::write(&precious, "precious").unwrap();
    for make in [fs::hard_link::<&Path, &Path>, symlink::<&Path, &Path>] {
        make(&precious, &draft).unwrap();
        fs::remove_file(place.path("out/it.pdf")).unwrap();
        assert!(place.render("ada.yaml --no-cache") == golden);
        assert!(fs::read(&precious).unwrap() == b"precious");
        fs::remove_file(&draft).unwrap();
    }
    // One that somebody writes at this moment is not shared either.
    let held = private::lock(&draft).unwrap();
    fs::remove_file(place.path("out/it.pdf")).unwrap();
    assert!(place.render("ada.yaml --no-cache") == golden);
    assert!(held.is_some() && draft.exists());
}

#[test]
fn c8_no_lock_is_waited_for() {
    let place = Place::new();
    let golden = place.render("ada.yaml");
    let held = private::lock(&place.path("cache/artifacts-v2/lock")).unwrap();
    assert!(held.is_some());
    for theme in ["classic", "plain"] {
        place.render(&format!("ada.yaml --theme {theme}"));
    }
    assert!(place.render("ada.yaml") == golden);
    assert_eq!(place.run("cache prune").status.code(), Some(2));
    drop(held);
    assert_eq!(place.run("cache prune").status.code(), Some(0));
}

#[test]
fn c8_a_crowd_that_is_killed_at_random_shares_one_cache() {
    let place = Place::new();
    let resumes: Vec<_> = (0..4).map(|it| format!("{it}.yaml")).collect();
    let golden: Vec<_> = resumes
        .iter()
        .map(|file| {
            place.resume(file, &format!("Ada {file}"));
            place.render(&format!("{file} --no-cache"))
        })
        .collect();
    let mut chance = 1_u64;
    let mut random = move |below: u64| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (chance >> 33) % below
    };
    let mut killed = 0;
    for round in 0..CROWD.1 {
        let start = |arguments: String| {
            let mut command = place.command(PROGRAM, &arguments);
            command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
        };
        fs::remove_dir_all(place.path("out")).unwrap();
        let mut prune = start("cache prune --max-size 20K".to_owned());
        let crowd: Vec<_> = (0..CROWD.0)
            // Two of them write each file.
            .map(|one| start(format!("render {}.yaml -o out/{}.pdf", one % 4, one % 8)))
            .collect();
        for (one, mut child) in (0..).zip(crowd) {
            if random(3) == 0 {
                std::thread::sleep(Duration::from_millis(random(20)));
                child.kill().unwrap();
            }
            let status = child.wait().unwrap();
            let which = format!("round {round}, process {one}: {status}");
            let written = fs::read(place.path(&format!("out/{}.pdf", one % 8))).ok();
            match status.code() {
                Some(code) => assert_eq!(code, 0, "{which}"),
                None => killed += 1,
            }
            let may_be_absent = status.code().is_none();
            let whole = |written| written == golden[one % 4];
            assert!(written.map_or(may_be_absent, whole), "{which}");
        }
        assert!(prune.wait().unwrap().code().is_some());
    }
    assert!(killed > 0, "nobody was killed, which proves nothing");
    assert_eq!(place.cache().verify(Delete::Nothing).unwrap().damaged.len(), 0);
    for (file, golden) in resumes.iter().zip(&golden) {
        assert!(place.render(file) == *golden);
    }
}

#[test]
fn c9_a_killed_run_leaves_nothing_that_the_next_does_not_take_over() {
    let place = Place::new();
    let golden = place.render("ada.yaml");
    let inject = "-e trace=fsync -e inject=fsync:signal=SIGKILL:when=1";
    for _ in 0..3 {
        fs::write(place.path("out/it.pdf"), "an older output").unwrap();
        let output = place.tool(
            "strace",
            &format!("-f -o /dev/null {inject} {PROGRAM} render ada.yaml -o out/it.pdf"),
        );
        assert_eq!(output.status.code(), None, "{}", said(&output));
        assert_eq!(litter(&place.path("out")).len(), 1, "one draft, however often");
    }
    assert!(place.render("ada.yaml") == golden);
    assert_eq!(litter(&place.path("out")), [""; 0]);
}

#[test]
fn c11_pruning_does_not_mind_that_entries_vanish() {
    let place = Place::new();
    place.render("ada.yaml");
    for call in ["unlink", "unlinkat"] {
        let inject = format!("-e trace=?{call} -e inject=?{call}:error=ENOENT");
        let prune = format!("{PROGRAM} cache prune --max-size 0");
        let output = place.tool("strace", &format!("-f -o /dev/null {inject} {prune}"));
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }
    assert_eq!(place.run("cache prune --max-size 0").status.code(), Some(0));
    assert_eq!(entries(&place.path("cache")).len(), 0);
    place.render("ada.yaml");
    assert_eq!(entries(&place.path("cache")).len(), 1);
}
