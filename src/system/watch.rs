//! Waiting until files change.
//!
//! Folders are watched, never files: an editor that saves by renaming puts another file
//! where the watched one was, and one that does not exist yet cannot be watched at all.
//! What is heard of a folder is held against the paths that somebody asked for; all else
//! in it is nobody's concern.
//!
//! Without what the system tells (a network drive, no watches left), the same paths are
//! looked at again and again.

mod ground;

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::mpsc;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;
use std::time::Instant;

use notify::EventKind;
use notify::RecommendedWatcher;
use notify::RecursiveMode;
use notify::Watcher as _;
use notify::event::AccessKind;
use notify::event::AccessMode;
use notify::event::ModifyKind;
use notify::event::RenameMode;

use crate::system::interrupt;
use ground::Ground;

/// How long nothing more may happen to a file that was closed or renamed into its place.
const SETTLED: Duration = Duration::from_millis(2);

/// The same for a file that was removed or is perhaps still being written to.
const UNSETTLED: Duration = Duration::from_millis(30);

/// How long changes are collected at most.
const LONGEST: Duration = Duration::from_millis(200);

/// How often is looked where the system does not tell.
const GLANCE: Duration = Duration::from_millis(250);

/// The paths that somebody wants to hear of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Files and folders themselves, there or not.
    pub paths: BTreeSet<PathBuf>,
    /// Folders of which all contents count, but hidden ones.
    pub folders: BTreeSet<PathBuf>,
}

/// How to learn of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The system tells.
    Events,
    /// By looking again and again.
    Looking,
}

/// Why a wait ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wake {
    /// Something happened to these of the paths that are wanted.
    Changed(BTreeSet<PathBuf>),
    /// More happened than the system could tell.
    Anything,
    /// Somebody pressed Ctrl-C.
    Stopped,
}

/// Hears of changes.
#[derive(Debug)]
pub struct Watcher {
    system: Option<RecommendedWatcher>,
    heard: mpsc::Receiver<Heard>,
    stopped: Arc<AtomicBool>,
    /// What is wanted; whoever hears the system drops everything else at once, so that a
    /// folder in which much happens wakes nobody.
    ground: Arc<Mutex<Ground>>,
    /// The folders that the system was asked to tell of.
    folders: BTreeSet<PathBuf>,
}

/// What comes from elsewhere.
#[derive(Debug)]
enum Heard {
    /// Something happened to this path.
    Of(PathBuf, Sign),
    /// More happened than there was room for.
    TooMuch,
    /// Ctrl-C.
    Stop,
}

/// What happened to a path, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// It is there, with all that it shall hold.
    Settled,
    /// It may still be written to.
    Written,
    /// It was renamed into its place.
    Arrived,
    /// It came or went.
    Moved,
}

impl Watcher {
    /// Makes a watcher that wants nothing yet; it takes over Ctrl-C.
    pub fn new(by: By) -> anyhow::Result<Self> {
        let (sender, heard) = mpsc::channel();
        let stopped = Arc::new(AtomicBool::new(false));
        let (stop, flag) = (sender.clone(), Arc::clone(&stopped));
        interrupt::listen(move || {
            flag.store(true, Relaxed);
            stop.send(Heard::Stop).is_ok()
        })?;
        let ground = Arc::new(Mutex::new(Ground::default()));
        let wanted = Arc::clone(&ground);
        let hear = move |event: notify::Result<notify::Event>| {
            for heard in told(event) {
                let matters = match &heard {
                    Heard::Of(path, _) => locked(&wanted).is_wanted(path),
                    Heard::TooMuch | Heard::Stop => true,
                };
                if matters {
                    // Nobody listens any more when the program ends.
                    let _ = sender.send(heard);
                }
            }
        };
        let system = match by {
            By::Events => {
                Some(notify::recommended_watcher(hear).map_err(|it| refusal(&it))?)
            }
            By::Looking => None,
        };
        Ok(Self { system, heard, stopped, ground, folders: BTreeSet::new() })
    }

    /// Whether somebody pressed Ctrl-C.
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Relaxed)
    }

    /// Watches these paths and no others.
    ///
    /// Returns those that were not watched until now where they are now: whoever read
    /// them before may have missed a change.
    pub fn follow(&mut self, wanted: &Wanted) -> anyhow::Result<BTreeSet<PathBuf>> {
        let mut ground = Ground::survey(wanted);
        let mut fresh = ground.beyond(&locked(&self.ground));
        match &mut self.system {
            Some(system) => {
                let (folders, mut watched) = (ground.folders(), Vec::new());
                for gone in self.folders.difference(&folders) {
                    // One that was removed is not watched any more.
                    let _ = system.unwatch(gone);
                }
                self.folders.retain(|folder| folders.contains(folder));
                for folder in folders.into_iter().filter(|it| !self.folders.contains(it))
                {
                    match system.watch(&folder, RecursiveMode::NonRecursive) {
                        Ok(()) => fresh.extend(ground.asked_in(&folder)),
                        Err(error) if is_gone(&error) => continue,
                        Err(error) => return Err(refusal(&error)),
                    }
                    watched.push(folder);
                }
                self.folders.extend(watched);
            }
            None => ground.remember(&locked(&self.ground)),
        }
        *locked(&self.ground) = ground;
        Ok(fresh)
    }

    /// Waits until something happened to what is wanted, and no more is happening to it.
    pub fn wait(&mut self) -> Wake {
        // When each path will have been quiet for long enough, and when to wait no longer.
        let mut due: BTreeMap<PathBuf, Instant> = BTreeMap::new();
        let mut last = None;
        loop {
            let until =
                due.values().max().copied().zip(last).map(|(due, last)| due.min(last));
            match self.hear(until) {
                Ok(Heard::Of(path, sign)) => {
                    if matches!(sign, Sign::Arrived | Sign::Moved) {
                        self.lose(&path);
                    }
                    let now = Instant::now();
                    due.insert(path, now + sign.quiet());
                    last.get_or_insert(now + LONGEST);
                }
                Ok(Heard::TooMuch) => return Wake::Anything,
                Ok(Heard::Stop) | Err(RecvTimeoutError::Disconnected) => {
                    return Wake::Stopped;
                }
                Err(RecvTimeoutError::Timeout) if due.is_empty() => {
                    let (now, changed) = (Instant::now(), locked(&self.ground).glance());
                    due.extend(changed.into_iter().map(|it| (it, now + UNSETTLED)));
                    last = Some(now + LONGEST);
                }
                Err(RecvTimeoutError::Timeout) => break,
            }
        }
        let ground = locked(&self.ground);
        Wake::Changed(due.keys().flat_map(|path| ground.asked(path)).collect())
    }

    /// Hears what comes next, until some time if there is one.
    fn hear(&self, until: Option<Instant>) -> Result<Heard, RecvTimeoutError> {
        let wait = match (until, &self.system) {
            (Some(until), _) => until.saturating_duration_since(Instant::now()),
            (None, None) => GLANCE,
            (None, Some(_)) => {
                return self.heard.recv().map_err(|_| RecvTimeoutError::Disconnected);
            }
        };
        self.heard.recv_timeout(wait)
    }

    /// Stops watching a folder that was moved or removed: what has its name now, if
    /// anything, is another one.
    fn lose(&mut self, path: &Path) {
        if self.folders.remove(path)
            && let Some(system) = &mut self.system
        {
            // The system may have noticed before.
            let _ = system.unwatch(path);
        }
    }
}

impl Sign {
    /// How long nothing more may happen to the path.
    fn quiet(self) -> Duration {
        match self {
            Self::Settled | Self::Arrived => SETTLED,
            Self::Written | Self::Moved => UNSETTLED,
        }
    }
}

fn locked(ground: &Mutex<Ground>) -> MutexGuard<'_, Ground> {
    ground.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What an event says; that somebody reads a file says nothing.
fn told(event: notify::Result<notify::Event>) -> Vec<Heard> {
    let Ok(event) = event else { return vec![Heard::TooMuch] };
    if event.need_rescan() {
        return vec![Heard::TooMuch];
    }
    let sign = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write))
        | EventKind::Modify(ModifyKind::Metadata(_)) => Sign::Settled,
        EventKind::Access(_) => return Vec::new(),
        EventKind::Modify(ModifyKind::Name(RenameMode::To | RenameMode::Both)) => {
            Sign::Arrived
        }
        EventKind::Modify(ModifyKind::Name(_))
        | EventKind::Create(_)
        | EventKind::Remove(_) => Sign::Moved,
        EventKind::Modify(_) | EventKind::Any | EventKind::Other => Sign::Written,
    };
    event.paths.into_iter().map(|path| Heard::Of(path, sign)).collect()
}

/// Whether a folder could not be watched because it is not there.
fn is_gone(error: &notify::Error) -> bool {
    match &error.kind {
        notify::ErrorKind::PathNotFound => true,
        notify::ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}

/// What to say when the system does not tell of changes.
fn refusal(error: &notify::Error) -> anyhow::Error {
    let reason = anyhow::anyhow!("use `--poll`, which looks again and again");
    reason.context(format!("the system does not tell of changes: {error}"))
}
