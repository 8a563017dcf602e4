//! The bench: a temporary folder with files, the real program in it, and expectations
//! that read like sentences.
//!
//! The program sees an empty environment but for a fixed date and a cache of its own.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use serde_json::Value;
use tempfile::TempDir;

use crate::line::project;

/// As little as a résumé can be.
pub(crate) const MINIMAL: &str = "name: Ada Lovelace\nupdated: 2026-11\n";

/// The date that the surroundings set: 1 November 2026, in seconds since 1970.
pub(crate) const STAMP: &str = "1793491200";

/// A temporary folder, and how the program is run in it.
pub(crate) struct Bench {
    root: TempDir,
    here: PathBuf,
    environment: BTreeMap<String, String>,
    input: Vec<u8>,
    mask: Option<u32>,
}

/// What became of a run.
pub(crate) struct Ran<'a> {
    bench: &'a Bench,
    before: BTreeMap<String, Vec<u8>>,
    line: String,
    /// The exit code; none if a signal ended the program.
    pub(crate) code: Option<i32>,
    /// What was written to standard output.
    pub(crate) output: Vec<u8>,
    /// What was written to standard error.
    pub(crate) talk: String,
    /// What the run took.
    pub(crate) taken: Taken,
}

/// What a run took from the machine.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Taken {
    /// Time by the clock.
    pub(crate) wall: Duration,
    /// Time of the processors; zero where the system does not tell.
    pub(crate) cpu: Duration,
    /// The most memory at once, in MiB; zero where the system does not tell.
    pub(crate) mebibytes: u64,
}

impl Bench {
    /// An empty folder.
    pub(crate) fn new() -> Self {
        let root = tempfile::tempdir().expect("a temporary folder can be made");
        let here = root.path().join("here");
        fs::create_dir(&here).expect("it is empty");
        let cache = root.path().join("cache").display().to_string();
        let environment =
            [("CVPDF_CACHE_DIR", cache.as_str()), ("SOURCE_DATE_EPOCH", STAMP)];
        let environment =
            environment.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let environment = environment.into_iter().collect();
        Self { root, here, environment, input: Vec::new(), mask: None }
    }

    /// The same with a file; folders on its way are made.
    pub(crate) fn file(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.put(name, bytes);
        self
    }

    /// The same with all files of one of the project's folders, in a folder of this name.
    pub(crate) fn folder(self, name: &str, from: &str) -> Self {
        let from = project(from);
        for (file, bytes) in read_tree(&from) {
            self.put(&format!("{name}/{file}"), bytes);
        }
        self
    }

    /// The same with a variable in the environment.
    pub(crate) fn variable(mut self, name: &str, value: &str) -> Self {
        self.environment.insert(name.to_owned(), value.to_owned());
        self
    }

    /// The same without a variable.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.environment.remove(name);
        self
    }

    /// The same with this on standard input.
    pub(crate) fn input(mut self, bytes: impl AsRef<[u8]>) -> Self {
        self.input = bytes.as_ref().to_vec();
        self
    }

    /// The same, run from a folder below.
    pub(crate) fn inside(mut self, folder: &str) -> Self {
        self.here = self.root.path().join("here").join(folder);
        fs::create_dir_all(&self.here).expect("folders can be made");
        self
    }

    /// The same with this mask for new files.
    pub(crate) fn mask(mut self, mask: u32) -> Self {
        self.mask = Some(mask);
        self
    }

    /// Writes a file, also between runs.
    pub(crate) fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).expect("folders can be made");
        }
        fs::write(path, bytes).expect("files can be written");
    }

    /// A path below the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root.path().join("here").join(name)
    }

    /// The folder of the cache.
    pub(crate) fn cache(&self) -> PathBuf {
        self.root.path().join("cache")
    }

    /// The bytes of a file that must be there.
    #[track_caller]
    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Runs the program; its arguments are parted by spaces.
    pub(crate) fn run(&self, line: &str) -> Ran<'_> {
        self.run_with(&line.split_whitespace().collect::<Vec<_>>())
    }

    /// Runs the program with arguments that may hold spaces.
    pub(crate) fn run_with(&self, arguments: &[&str]) -> Ran<'_> {
        let before = self.files();
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let start = Instant::now();
        let mut child = command.spawn().expect("the program was built");
        if let Some(mut stdin) = child.stdin.take() {
            // A program that ends early does not want the rest.
            let _ = stdin.write_all(&self.input);
        }
        let output = listen(child.stdout.take());
        let talk = listen(child.stderr.take());
        let (code, mut taken) = watch(&mut child);
        let output = output.join().expect("listening does not fail");
        let talk = talk.join().expect("listening does not fail");
        taken.wall = start.elapsed();
        let talk = String::from_utf8(talk).expect("what is said is text");
        Ran { bench: self, before, line: arguments.join(" "), code, output, talk, taken }
    }

    /// The program with these arguments, to be started by whoever asks.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let program = env!("CARGO_BIN_EXE_cvpdf");
        let mut command = match self.mask {
            None => Command::new(program),
            Some(mask) => {
                let mut shell = Command::new("/bin/sh");
                shell.args([
                    "-c",
                    &format!("umask {mask:03o} && exec \"$0\" \"$@\""),
                    program,
                ]);
                shell
            }
        };
        command.args(arguments).current_dir(&self.here);
        command.env_clear().envs(&self.environment);
        command
    }

    /// Every file below the folder, by name.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        read_tree(&self.root.path().join("here"))
    }
}

/// Every file below a folder: its bytes, by its path with `/` between the parts.
pub(crate) fn read_tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = open.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                open.push((entry.path(), format!("{name}/")));
            } else {
                files.insert(name, fs::read(entry.path()).unwrap_or_default());
            }
        }
    }
    files
}

/// Collects a stream to its end beside everything else.
fn listen(stream: Option<impl Read + Send + 'static>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            stream.read_to_end(&mut bytes).expect("a pipe can be read");
        }
        bytes
    })
}

/// Waits for the end, looking all the time at what the process takes.
///
/// The system tells the peak of a process only while it lives: what it tells after the
/// end counts the memory of the process that started it.
fn watch(child: &mut Child) -> (Option<i32>, Taken) {
    let mut taken = Taken::default();
    loop {
        if let Some(status) = child.try_wait().expect("a child can be waited for") {
            return (status.code(), taken);
        }
        let mut look = Taken::default();
        look.look(child.id());
        taken.cpu = taken.cpu.max(look.cpu);
        taken.mebibytes = taken.mebibytes.max(look.mebibytes);
        thread::sleep(Duration::from_millis(1));
    }
}

impl Taken {
    /// Adds what a living process says of itself, and those that it started.
    fn look(&mut self, process: u32) {
        let status =
            fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak =
            peak.and_then(|peak| peak.trim().strip_suffix(" kB")?.parse::<u64>().ok());
        self.mebibytes += peak.unwrap_or(0) / 1024;
        let stat =
            fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
        let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
        let ticks =
            |field: usize| fields.split_whitespace().nth(field)?.parse::<u64>().ok();
        // Hundredths of a second: user, then system.
        let ticks = ticks(11).unwrap_or(0) + ticks(12).unwrap_or(0);
        self.cpu += Duration::from_millis(10 * ticks);
        let children =
            fs::read_to_string(format!("/proc/{process}/task/{process}/children"));
        for child in children.unwrap_or_default().split_whitespace() {
            child.parse().into_iter().for_each(|child| self.look(child));
        }
    }
}

impl Ran<'_> {
    /// It ended well.
    #[track_caller]
    pub(crate) fn succeeds(self) -> Self {
        self.fails_with(0)
    }

    /// It ended with this exit code.
    #[track_caller]
    pub(crate) fn fails_with(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}", self.told());
        self
    }

    /// It said exactly this.
    #[track_caller]
    pub(crate) fn stderr(self, text: &str) -> Self {
        assert_eq!(self.talk, text, "{}", self.told());
        self
    }

    /// It said this among other things.
    #[track_caller]
    pub(crate) fn says(self, text: &str) -> Self {
        assert!(self.talk.contains(text), "`{text}` was not said\n{}", self.told());
        self
    }

    /// It did not say this.
    #[track_caller]
    pub(crate) fn keeps_quiet_about(self, text: &str) -> Self {
        assert!(!self.talk.contains(text), "`{text}` was said\n{}", self.told());
        self
    }

    /// It warned of nothing and found no fault.
    #[track_caller]
    #[expect(clippy::wrong_self_convention, reason = "checks are read as one sentence")]
    pub(crate) fn is_clean(self) -> Self {
        self.keeps_quiet_about("warning").keeps_quiet_about("error")
    }

    /// It printed this among other things.
    #[track_caller]
    pub(crate) fn prints(self, text: &str) -> Self {
        assert!(self.text().contains(text), "`{text}` was not printed\n{}", self.told());
        self
    }

    /// It printed nothing.
    #[track_caller]
    pub(crate) fn prints_nothing(self) -> Self {
        assert!(self.output.is_empty(), "{}", self.told());
        self
    }

    /// It made or changed exactly these files.
    #[track_caller]
    pub(crate) fn writes(self, names: &[&str]) -> Self {
        let after = self.bench.files();
        let is_new = |name: &&String| self.before.get(*name) != after.get(*name);
        let new: Vec<&str> = after.keys().filter(is_new).map(String::as_str).collect();
        assert_eq!(new, names, "{}", self.told());
        let gone: Vec<_> =
            self.before.keys().filter(|name| !after.contains_key(*name)).collect();
        assert!(gone.is_empty(), "{gone:?} were removed\n{}", self.told());
        self
    }

    /// It left all files as they were.
    #[track_caller]
    pub(crate) fn writes_nothing(self) -> Self {
        self.writes(&[])
    }

    /// What was printed, as text.
    #[track_caller]
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.output).expect("what is printed is text")
    }

    /// What was printed, a JSON record a line.
    #[track_caller]
    pub(crate) fn records(&self) -> Vec<Value> {
        let read = |line: &str| {
            serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))
        };
        self.text().lines().map(read).collect()
    }

    /// The diagnostics among the records, as `code line:column`.
    #[track_caller]
    pub(crate) fn diagnostics(&self) -> Vec<String> {
        let records = self.records();
        let all = records.iter().filter(|record| record.get("severity").is_some());
        all.map(brief).collect()
    }

    /// All that there is to know when an expectation fails.
    fn told(&self) -> String {
        let output = String::from_utf8_lossy(&self.output);
        let output: String = output.chars().take(2000).collect();
        let Self { line, code, talk, .. } = self;
        format!(
            "cvpdf {line}\nexit code {code:?}\n--- stdout\n{output}\n--- stderr\n{talk}"
        )
    }
}

/// A diagnostic's record in few words: `code line:column`, or the code alone.
fn brief(record: &Value) -> String {
    let code = record["code"].as_str().unwrap_or("no code");
    match (record["line"].as_u64(), record["column"].as_u64()) {
        (Some(line), Some(column)) => format!("{code} {line}:{column}"),
        _ => code.to_owned(),
    }
}
