//! A running watch: what it says is waited for, with a time limit; nothing sleeps.

use std::collections::BTreeSet;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use serde_json::Value;

/// How long anything may take on a machine that has much else to do.
const PATIENCE: Duration = Duration::from_mins(1);

/// How many of the lines before a round are shown when an expectation fails.
const LINES: usize = 100;

/// A program that watches, and what it says.
pub(crate) struct Watching {
    child: Child,
    lines: mpsc::Receiver<String>,
    said: Vec<String>,
}

/// What was told in one round.
pub(crate) struct Told(Vec<Value>);

impl Watching {
    /// Starts it and hears what it says to a machine.
    pub(crate) fn machine(mut command: Command) -> Self {
        command.arg("--json").stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("the program was built");
        let lines = listen(child.stdout.take().expect("it is piped"));
        Self { child, lines, said: Vec::new() }
    }

    /// Starts it and hears what it says to a person.
    pub(crate) fn person(mut command: Command) -> Self {
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program was built");
        let lines = listen(child.stderr.take().expect("it is piped"));
        Self { child, lines, said: Vec::new() }
    }

    /// The next line.
    #[track_caller]
    fn line(&mut self) -> String {
        let Ok(line) = self.lines.recv_timeout(PATIENCE) else {
            panic!("nothing more was said after:\n{}", self.talk());
        };
        self.said.push(line.clone());
        line
    }

    /// All that was said so far.
    pub(crate) fn talk(&self) -> String {
        self.said.join("\n")
    }

    /// A person is told this, sooner or later.
    #[track_caller]
    pub(crate) fn hears(&mut self, words: &str) {
        while !self.line().contains(words) {}
    }

    /// Everything that is told until it waits again.
    #[track_caller]
    pub(crate) fn round(&mut self) -> Told {
        let mut told = Vec::new();
        // Of a watch that runs for days, the last rounds tell enough.
        self.said.drain(..self.said.len().saturating_sub(LINES));
        loop {
            let record: Value = serde_json::from_str(&self.line()).expect("it is JSON");
            if record["event"] == "waiting" {
                return Told(told);
            }
            told.push(record);
        }
    }

    /// Rounds until something happens to one of these; `event` picks the names.
    #[track_caller]
    fn expect(&mut self, names: &[&str], event: fn(&Told) -> BTreeSet<String>) -> Told {
        let wanted: BTreeSet<String> = names.iter().map(|it| (*it).to_owned()).collect();
        let told = self.round();
        assert_eq!(event(&told), wanted, "after:\n{}", self.talk());
        told
    }

    /// In this round exactly these were made, and nothing failed.
    #[track_caller]
    pub(crate) fn makes(&mut self, names: &[&str]) -> Told {
        let told = self.expect(names, Told::made);
        assert!(told.ended(&["failed"]).is_empty(), "after:\n{}", self.talk());
        told
    }

    /// In this round these were looked at, whatever came of it.
    #[track_caller]
    pub(crate) fn tries(&mut self, names: &[&str]) -> Told {
        let told = self.round();
        let failed = told.ended(&["failed"]);
        assert!(failed.is_empty(), "{names:?} after:\n{}", self.talk());
        told
    }

    /// In this round exactly these failed.
    #[track_caller]
    pub(crate) fn fails(&mut self, names: &[&str]) -> Told {
        self.expect(names, |told| {
            told.ended(&["failed"]).into_iter().chain(told.of("failed")).collect()
        })
    }

    /// In this round this was mended, and no other.
    #[track_caller]
    pub(crate) fn mends(&mut self, name: &str) -> Told {
        self.expect(&[name], |told| told.of("mended"))
    }

    /// In this round this was found to be gone.
    #[track_caller]
    pub(crate) fn loses(&mut self, name: &str) -> Told {
        self.expect(&[name], |told| told.of("gone"))
    }

    /// It ends at Ctrl-C, and well.
    #[track_caller]
    pub(crate) fn stop(&mut self) {
        if cfg!(unix) {
            let id = self.id().to_string();
            let sent = Command::new("kill").args(["-INT", &id]).status();
            assert!(sent.expect("there is `kill`").success());
            let status = self.child.wait().expect("it can be waited for");
            assert_eq!(status.code(), Some(0), "after:\n{}", self.talk());
        }
    }

    /// The number of its process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Told {
    /// The names of the results that were made.
    pub(crate) fn made(&self) -> BTreeSet<String> {
        self.ended(&["made", "cached"])
    }

    /// The names of the results that ended like this.
    fn ended(&self, statuses: &[&str]) -> BTreeSet<String> {
        let is_one = |record: &&Value| {
            record["status"].as_str().is_some_and(|it| statuses.contains(&it))
        };
        self.0.iter().filter(is_one).filter_map(name).collect()
    }

    /// The names of what this event was about.
    fn of(&self, event: &str) -> BTreeSet<String> {
        self.0.iter().filter(|record| record["event"] == event).filter_map(name).collect()
    }

    /// This was said among other things.
    #[track_caller]
    pub(crate) fn says(&self, words: &str) -> &Self {
        let messages: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        let messages = messages.join("\n").replace("\\\"", "\"");
        assert!(messages.contains(words), "`{words}` is not in:\n{messages}");
        self
    }
}

fn name(record: &Value) -> Option<String> {
    let name = record.get("job").or_else(|| record.get("of"))?;
    Some(name.as_str()?.to_owned())
}

/// The lines of a stream, as they come.
fn listen(stream: impl Read + Send + 'static) -> mpsc::Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            // Nobody listens any more when the test is over.
            let _ = sender.send(line);
        }
    });
    receiver
}
