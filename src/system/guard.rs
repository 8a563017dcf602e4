//! Bounds for what a stranger's theme may take: the same command again, in a child
//! process that the operating system stops.
//!
//! Typst cannot be interrupted, and memory that runs out ends the process; so only a
//! process of its own bounds both.

use std::io::Read;
use std::io::Write;
use std::process::Child;
use std::process::Command;
use std::process::ExitStatus;
use std::process::Stdio;
use std::sync::mpsc;
use std::time::Duration;

use anyhow::Context;

/// The variable by which a child knows that it is one, and its limits.
const VARIABLE: &str = "CVPDF_GUARD";

/// How much a document may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The longest time, in seconds.
    pub seconds: u64,
    /// The most memory, in mebibytes.
    pub mebibytes: u64,
}

/// How a guarded command ended.
#[derive(Debug)]
pub enum Ending {
    /// It went to its end, with this exit code, and said what it had to say.
    Exited(u8),
    /// It was stopped; the words say at which limit, and what to do.
    Stopped {
        /// What happened, as a message.
        message: String,
        /// What to do about it.
        hint: String,
    },
}

impl Default for Limits {
    fn default() -> Self {
        Self { seconds: 30, mebibytes: 1024 }
    }
}

/// Whether this process is a guarded child.
pub fn inside() -> bool {
    std::env::var_os(VARIABLE).is_some()
}

/// Takes on the limits that the parent set, if this is a guarded child.
pub fn enter() -> anyhow::Result<()> {
    let Some(value) = std::env::var_os(VARIABLE) else { return Ok(()) };
    let value = value.to_string_lossy();
    let limits = value.split_once(',').and_then(|(seconds, mebibytes)| {
        Some(Limits {
            seconds: seconds.parse().ok()?,
            mebibytes: mebibytes.parse().ok()?,
        })
    });
    let limits =
        limits.with_context(|| format!("{VARIABLE} is `{value}`, not two numbers"))?;
    bound(limits).context("the limits could not be set")
}

#[cfg(unix)]
fn bound(limits: Limits) -> anyhow::Result<()> {
    // Two threads may count double; the parent keeps the exact time.
    let seconds = limits.seconds * 2 + 1;
    rustix::process::setrlimit(rustix::process::Resource::Cpu, rlimit(seconds))?;
    bound_for_jobs(limits)
}

/// Takes on the limits of a process that does one job after the other: the parent keeps
/// the time of each.
#[cfg(unix)]
pub(super) fn bound_for_jobs(limits: Limits) -> anyhow::Result<()> {
    use rustix::process::Resource;
    rustix::process::setrlimit(Resource::As, rlimit(limits.mebibytes << 20))?;
    rustix::process::setrlimit(Resource::Core, rlimit(0))?;
    #[cfg(target_os = "linux")]
    rustix::process::set_parent_process_death_signal(Some(
        rustix::process::Signal::KILL,
    ))?;
    Ok(())
}

#[cfg(unix)]
fn rlimit(limit: u64) -> rustix::process::Rlimit {
    rustix::process::Rlimit { current: Some(limit), maximum: Some(limit) }
}

#[cfg(not(unix))]
fn bound(_: Limits) -> anyhow::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn bound_for_jobs(_: Limits) -> anyhow::Result<()> {
    Ok(())
}

/// Runs this very command in a guarded child; `input` becomes its standard input.
pub fn run(limits: Limits, input: Option<&[u8]>) -> anyhow::Result<Ending> {
    let program = std::env::current_exe().context("this program cannot find itself")?;
    let mut child = Command::new(program)
        .args(std::env::args_os().skip(1))
        .env(VARIABLE, format!("{},{}", limits.seconds, limits.mebibytes))
        .stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() })
        .stderr(Stdio::piped())
        .spawn()
        .context("a child process could not be started")?;
    if let (Some(input), Some(mut stdin)) = (input, child.stdin.take()) {
        // A child that ends early does not want the rest.
        let _ = stdin.write_all(input);
    }
    let heard = listen(&mut child);
    let time = Duration::from_secs(limits.seconds);
    let Ok(said) = heard.recv_timeout(time) else {
        child.kill().context("a child process could not be stopped")?;
        child.wait().context("a child process was lost")?;
        return Ok(out_of_time(limits));
    };
    let status = child.wait().context("a child process was lost")?;
    Ok(ending(status, &said, limits))
}

/// Collects what the child says on standard error until it closes it.
fn listen(child: &mut Child) -> mpsc::Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    if let Some(mut stderr) = child.stderr.take() {
        std::thread::spawn(move || {
            let mut said = Vec::new();
            // What cannot be read was not said; the exit status tells the rest.
            let _ = stderr.read_to_end(&mut said);
            let _ = sender.send(said);
        });
    }
    receiver
}

fn ending(status: ExitStatus, said: &[u8], limits: Limits) -> Ending {
    if let Some(code) = status.code() {
        let _ = std::io::stderr().lock().write_all(said);
        return Ending::Exited(u8::try_from(code).unwrap_or(u8::MAX));
    }
    stopped(status, said, limits)
}

/// Why a process was stopped that had such limits, from how it ended and what it said.
pub fn stopped(status: ExitStatus, said: &[u8], limits: Limits) -> Ending {
    if out_of_cpu(status) {
        return out_of_time(limits);
    }
    if String::from_utf8_lossy(said).contains("memory allocation of") {
        let message = format!(
            "the theme took more than {} MiB of memory and was stopped",
            limits.mebibytes
        );
        let hint = "mend its loops, or allow more with `--memory-limit MIB`".to_owned();
        return Ending::Stopped { message, hint };
    }
    let message = "the theme nests too deeply and was stopped".to_owned();
    let hint =
        "look for a function that calls itself, or for very deep content".to_owned();
    Ending::Stopped { message, hint }
}

#[cfg(unix)]
fn out_of_cpu(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    status.signal().is_some_and(|signal| {
        let [cpu, kill] = [rustix::process::Signal::XCPU, rustix::process::Signal::KILL];
        signal == cpu.as_raw() || signal == kill.as_raw()
    })
}

#[cfg(not(unix))]
fn out_of_cpu(_: ExitStatus) -> bool {
    false
}

/// What is said of a process that took longer than it may.
pub fn out_of_time(limits: Limits) -> Ending {
    let message =
        format!("the theme took longer than {} s and was stopped", limits.seconds);
    let hint = "mend its loops, or allow more with `--time-limit SECONDS`".to_owned();
    Ending::Stopped { message, hint }
}
