//! Worker processes: this program once more, kept between jobs, with limits.
//!
//! A worker is given one line for each job on its standard input and answers each with
//! one line on its standard output. What it cannot do for itself, being stopped in time,
//! the parent does. A worker whose parent is gone goes too.

use std::fmt::Write as _;
use std::io;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;
use std::io::Write;
use std::process::Child;
use std::process::ChildStdin;
use std::process::Command;
use std::process::ExitStatus;
use std::process::Stdio;
use std::sync::mpsc::Sender;
use std::thread::JoinHandle;
use std::time::Duration;
use std::time::Instant;

use anyhow::Context;

use crate::system::env;
use crate::system::guard;
use crate::system::guard::Limits;
use crate::system::interrupt;

/// The variable that makes a process a worker: what it is told, parted by commas.
const VARIABLE: &str = "CVPDF_WORKER";

/// The most that is kept of what a worker says on its standard error, in bytes.
const SAID: u64 = 64 << 10;

/// What a worker is told when it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// How much one job may take.
    pub limits: Limits,
    /// Whether what is said to people may be coloured.
    pub colour: bool,
    /// For how many jobs without use what Typst computed is remembered.
    pub memory: usize,
}

/// What is heard of workers.
#[derive(Debug)]
pub enum Event {
    /// A worker's answer, a line.
    Answer(u64, String),
    /// A worker has closed its output: it ended, or is about to.
    Gone(u64),
    /// Somebody wants all of it to end.
    Interrupted,
}

/// When something must have happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deadline(Instant);

impl Deadline {
    /// So many seconds from now.
    pub fn after(seconds: u64) -> Self {
        Self(Instant::now() + Duration::from_secs(seconds))
    }

    /// The time that is left; none when it is over.
    pub fn left(self) -> Duration {
        self.0.saturating_duration_since(Instant::now())
    }
}

/// A worker.
#[derive(Debug)]
pub struct Worker {
    id: u64,
    child: Child,
    input: Option<ChildStdin>,
    said: Option<JoinHandle<Vec<u8>>>,
}

/// What this process was told if it is a worker.
pub fn terms() -> anyhow::Result<Option<Terms>> {
    let Some(value) = std::env::var_os(VARIABLE) else { return Ok(None) };
    let value = value.to_string_lossy();
    let parts: Vec<u64> = value.split(',').filter_map(|part| part.parse().ok()).collect();
    let [seconds, mebibytes, colour, memory] = parts[..] else {
        anyhow::bail!("{VARIABLE} is `{value}`, not four numbers");
    };
    let memory = usize::try_from(memory).unwrap_or(0);
    let limits = Limits { seconds, mebibytes };
    Ok(Some(Terms { limits, colour: colour == 1, memory }))
}

/// Makes this process keep to its terms, and lets it work with one thread.
pub fn settle(terms: Terms) -> anyhow::Result<()> {
    guard::bound_for_jobs(terms.limits).context("the limits could not be set")
}

/// The jobs of a worker: lines from standard input until it is closed.
pub fn jobs() -> impl Iterator<Item = io::Result<String>> {
    io::stdin().lock().lines()
}

/// Answers a job.
pub fn answer(line: &str) -> io::Result<()> {
    let mut output = io::stdout().lock();
    output.write_all(line.as_bytes())?;
    output.write_all(b"\n")?;
    output.flush()
}

impl Worker {
    /// Starts a worker with the arguments of this process; what it answers is sent on.
    pub fn start(id: u64, terms: Terms, events: Sender<Event>) -> anyhow::Result<Self> {
        let Terms { limits: Limits { seconds, mebibytes }, colour, memory } = terms;
        let mut value = String::new();
        let _ = write!(value, "{seconds},{mebibytes},{},{memory}", u8::from(colour));
        let mut command = Command::new(env::program()?);
        command.args(std::env::args_os().skip(1)).env(VARIABLE, value);
        // Typst's own threads would only take turns with the other workers.
        command.env("RAYON_NUM_THREADS", "1");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        // Ctrl-C is for the parent, which lets jobs come to their end.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command.spawn().context("a worker could not be started")?;
        let input = child.stdin.take();
        let said = child.stderr.take().map(|stderr| {
            std::thread::spawn(move || {
                let mut said = Vec::new();
                let mut stderr = stderr;
                // What cannot be read was not said; the exit status tells the rest.
                let _ = (&mut stderr).take(SAID).read_to_end(&mut said);
                let _ = io::copy(&mut stderr, &mut io::sink());
                said
            })
        });
        if let Some(output) = child.stdout.take() {
            std::thread::spawn(move || {
                for line in BufReader::new(output).lines().map_while(Result::ok) {
                    // Nobody listens any more when everything is over.
                    let _ = events.send(Event::Answer(id, line));
                }
                let _ = events.send(Event::Gone(id));
            });
        }
        Ok(Self { id, child, input, said })
    }

    /// The number by which its events name it.
    pub fn id(&self) -> u64 {
        self.id
    }

    /// Gives it a job. One that is gone does not take it; its end is told by an event.
    pub fn give(&mut self, line: &str) {
        if let Some(input) = &mut self.input {
            let sent = input.write_all(line.as_bytes()).and_then(|()| input.flush());
            if sent.is_err() {
                self.input = None;
            }
        }
    }

    /// Stops it at once.
    pub fn kill(&mut self) {
        // It may have ended by itself just now.
        let _ = self.child.kill();
    }

    /// Lets it go, waits for its end, and tells how it was and what it had said.
    pub fn end(mut self) -> anyhow::Result<(ExitStatus, Vec<u8>)> {
        self.input = None;
        let status = self.child.wait().context("a worker was lost")?;
        let said = self.said.take().and_then(|said| said.join().ok());
        Ok((status, said.unwrap_or_default()))
    }
}

/// Has Ctrl-C sent as an event.
pub fn listen_for_interrupts(events: Sender<Event>) -> anyhow::Result<()> {
    // Nobody listens any more when everything is over.
    interrupt::listen(move || events.send(Event::Interrupted).is_ok())
}

/// How many workers are worth their while: as many as there are cores.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}
