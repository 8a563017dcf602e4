//! Finished artifacts on disk, by the key of their recipe: never an error, at worst a miss.
//!
//! An entry is one file that holds its own key, all files of the artifact, and the digest
//! of everything (`entry`). It is written beside its place and renamed, read whole and
//! checked before a byte of it is used; a bad one is removed. So neither reading nor
//! writing needs a lock, and a process that is killed leaves at worst a temporary file,
//! which pruning sweeps.
//!
//! There is one layer: a record of actions apart from the contents they led to, as build
//! tools keep it, would let two recipes share equal bytes. Recipes of résumés hardly ever
//! do, and in exchange a hit would open two files and pruning would have to keep the two
//! layers consistent. All that is asked of the cache holds with one file an entry.
//!
//! Beside artifacts there are *requests*: what came of a résumé's bytes and all that was
//! asked of them. With one, a batch knows that nothing changed without parsing anything.
//!
//! What is absent on purpose: compression (PDFs are compressed), warnings (only clean
//! results come here, so that none is lost; notes are kept and told again), and syncing to
//! the disk (an entry that was torn by a power cut does not have the digest that it says).

mod entry;
mod store;
mod journal;
mod prune;
pub mod explain;

use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;

use crate::cache::entry::Contents;
use crate::cache::entry::Note;
use crate::cache::journal::Journal;
use crate::cache::journal::Record;
use crate::cache::store::Bucket;
use crate::cache::store::ENTRY_LIMIT;
use crate::cache::store::Loaded;
use crate::cache::store::Store;
use crate::diag::Diagnostic;
use crate::diag::Severity;
use crate::digest::Digest;
use crate::export;
use crate::export::Artifact;
use crate::system::files;
use crate::system::private;

pub use journal::Uses;
pub use prune::Limits;
pub use prune::Pruned;

/// The kind of entries that hold the parts of a key.
const KEY_PARTS: &str = "key parts";

/// The notes that are kept with an artifact; all that are told of laid-out pages.
const NOTES: &[&str] = &["fitted"];

/// The kind of entries that hold what came of a request.
const REQUEST: &str = "request";

/// A folder of finished artifacts, or none.
#[derive(Debug)]
pub struct Cache {
    store: Option<Store>,
    limits: Limits,
    trouble: Mutex<Trouble>,
    hits: AtomicU64,
    misses: AtomicU64,
    damaged: AtomicU64,
}

/// What is in the cache, and how it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stats {
    /// How many entries there are, and their bytes.
    pub entries: (u64, u64),
    /// How often entries have been asked for, since the cache was last cleared.
    pub uses: Uses,
}

/// What looking at every entry found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verified {
    /// How many entries are as they were written.
    pub sound: u64,
    /// The entries that are not, and files that are none.
    pub damaged: Vec<PathBuf>,
}

/// The first thing that went wrong; the rest would only repeat it.
#[derive(Debug, Default)]
enum Trouble {
    #[default]
    None,
    Untold(Diagnostic),
    Told,
}

impl Cache {
    /// Opens the cache in a folder, which is made when it is first written to.
    ///
    /// Without a folder there is no cache. A folder that is not ours alone is not used,
    /// and there is a [warning](Self::warnings).
    pub fn open(folder: Option<PathBuf>) -> Self {
        let mut cache = Self {
            store: None,
            limits: Limits::default(),
            trouble: Mutex::default(),
            hits: AtomicU64::new(0),
            misses: AtomicU64::new(0),
            damaged: AtomicU64::new(0),
        };
        let Some(folder) = folder else { return cache };
        match Store::open(&folder) {
            Ok(store) => cache.store = Some(store),
            Err((why, hint)) => {
                let message =
                    format!("the cache in {} is not used: {why}", folder.display());
                cache.note(Diagnostic::new("cache", message).hint(hint));
            }
        }
        cache
    }

    /// The same, holding at most so much.
    #[must_use]
    pub fn limited(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// What to tell about the cache: one thing at most, and only once.
    ///
    /// It is for a note rather than a warning, so that no strictness makes an error of it.
    pub fn warnings(&self) -> Vec<Diagnostic> {
        let mut trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        if !matches!(*trouble, Trouble::Untold(_)) {
            return Vec::new();
        }
        match std::mem::replace(&mut *trouble, Trouble::Told) {
            Trouble::Untold(diagnostic) => vec![diagnostic],
            Trouble::None | Trouble::Told => Vec::new(),
        }
    }

    fn note(&self, diagnostic: Diagnostic) {
        let mut trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        if matches!(*trouble, Trouble::None) {
            *trouble = Trouble::Untold(diagnostic);
        }
    }

    fn note_failure(&self, store: &Store, what: &str, error: &io::Error) {
        let folder = store.folder().display();
        let message = format!("the cache in {folder} cannot be {what}: {error}");
        let hint =
            "mend it, name another folder in `CVPDF_CACHE_DIR`, or use `--no-cache`";
        self.note(Diagnostic::new("cache", message).hint(hint));
    }

    /// Whether there is a cache to ask and to fill.
    pub fn is_open(&self) -> bool {
        self.store.is_some()
    }

    /// The artifact of a recipe with what was noted of it, if it was kept and is whole.
    pub fn get(&self, key: &Digest) -> Option<(Artifact, Vec<Diagnostic>)> {
        let Contents { kind, notes, files } = self.load(Bucket::Artifacts, key)?;
        let format = export::find(&kind)?;
        let notes = notes.into_iter().map(|Note { code, message, hints }| {
            let code = NOTES.iter().find(|it| **it == code)?;
            let note = Diagnostic::new(code, message);
            Some(hints.into_iter().fold(note, Diagnostic::hint))
        });
        let notes: Option<Vec<Diagnostic>> = notes.collect();
        Some((Artifact { format: format.name, files }, notes?))
    }

    /// Keeps the artifact of a recipe with what was noted of it, unless there is more to
    /// tell than notes: a warning is told where it arises, every time.
    pub fn put(&self, key: &Digest, artifact: &Artifact, told: &[Diagnostic]) {
        let Some(notes) = notes(told) else { return };
        // No `..` here: a new field does not compile until it is kept.
        let Artifact { format, files } = artifact;
        self.save(Bucket::Artifacts, key, &entry::seal(key, format, notes, files));
    }

    /// What came of a request, if it was kept and is whole.
    pub fn recall(&self, request: &Digest) -> Option<Vec<u8>> {
        self.load(Bucket::Requests, request)?.files.pop()
    }

    /// Keeps what came of a request.
    pub fn keep(&self, request: &Digest, outcome: Vec<u8>) {
        let bytes = entry::seal(request, REQUEST, Vec::new(), &[outcome]);
        self.save(Bucket::Requests, request, &bytes);
    }

    /// Reads an entry, and counts how that went.
    fn load(&self, bucket: Bucket, key: &Digest) -> Option<Contents> {
        let store = self.store.as_ref()?;
        let counter = match store.load(bucket, key) {
            Loaded::Contents(contents) => {
                self.hits.fetch_add(1, Relaxed);
                return Some(contents);
            }
            // What is not known of a request is asked for again as an artifact.
            Loaded::Missing if bucket == Bucket::Requests => return None,
            Loaded::Missing => &self.misses,
            Loaded::Damaged => &self.damaged,
            Loaded::Unreadable(error) => {
                self.note_failure(store, "read", &error);
                &self.misses
            }
        };
        counter.fetch_add(1, Relaxed);
        None
    }

    fn save(&self, bucket: Bucket, key: &Digest, bytes: &[u8]) {
        let Some(store) = &self.store else { return };
        let size = bytes.len() as u64;
        // One that takes much of the room would push out many that are of more use.
        if size > ENTRY_LIMIT.min(self.limits.size / 4) {
            return;
        }
        let kept = store.save(bucket, key, bytes).and_then(|()| {
            Journal::add(store, Record::Stored(size))?;
            prune::when_due(store, &self.limits)
        });
        if let Err(error) = kept {
            self.note_failure(store, "written", &error);
        }
    }

    /// The parts of the key with which an output was made last.
    pub fn previous(&self, output: &Path) -> Option<Vec<(String, Digest)>> {
        let store = self.store.as_ref()?;
        match store.load(Bucket::Previous, &name(output)?) {
            Loaded::Contents(contents) => explain::read(contents.files.first()?),
            Loaded::Missing | Loaded::Damaged | Loaded::Unreadable(_) => None,
        }
    }

    /// Keeps the parts of the key with which an output was made.
    pub fn remember(&self, output: &Path, parts: &[(&'static str, Digest)]) {
        let (Some(store), Some(name)) = (&self.store, name(output)) else { return };
        let parts = explain::write(parts);
        let before = store.load(Bucket::Previous, &name);
        if matches!(before, Loaded::Contents(it) if it.files == [parts.as_slice()]) {
            return;
        }
        let bytes = entry::seal(&name, KEY_PARTS, Vec::new(), &[parts]);
        // It is only for explanations, of which none is missed until it is asked for.
        if store.save(Bucket::Previous, &name, &bytes).is_ok() {
            let _ = Journal::add(store, Record::Stored(bytes.len() as u64));
        }
    }

    /// What is in the cache.
    pub fn stats(&self) -> io::Result<Stats> {
        let Some(store) = &self.store else { return Ok(Stats::default()) };
        let mut entries = store.entries()?;
        entries.retain(|entry| !prune::is_temporary(entry));
        let size = entries.iter().map(|entry| entry.seen.size).sum();
        let uses = Journal::read(store).uses;
        Ok(Stats { entries: (entries.len() as u64, size), uses })
    }

    /// Reads every entry, and removes bad ones if `delete` says so.
    pub fn verify(&self, delete: Delete) -> io::Result<Verified> {
        let mut verified = Verified::default();
        let Some(store) = &self.store else { return Ok(verified) };
        for entry in store.entries()? {
            if entry.bucket.is_none() || prune::is_temporary(&entry) {
                continue;
            }
            let path = entry.seen.path;
            let found = private::read(&path, ENTRY_LIMIT);
            let sound = match (entry.key, found) {
                (Some(key), Ok(found)) => entry::unseal(&found.bytes, &key).is_some(),
                // It was pruned just now.
                (Some(_), Err(error)) if error.kind() == io::ErrorKind::NotFound => {
                    continue;
                }
                _ => false,
            };
            if sound {
                verified.sound += 1;
                continue;
            }
            if delete == Delete::Damaged {
                private::remove(&path)?;
            }
            verified.damaged.push(path);
        }
        Ok(verified)
    }

    /// Forgets entries until the cache is within limits; none if another process is at it.
    pub fn prune(&self, limits: &Limits) -> io::Result<Option<Pruned>> {
        let Some(store) = &self.store else { return Ok(Some(Pruned::default())) };
        prune::now(store, limits)
    }

    /// Forgets everything.
    pub fn clear(&self) -> io::Result<Pruned> {
        self.store.as_ref().map_or(Ok(Pruned::default()), prune::clear)
    }
}

/// What becomes of damaged entries that are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delete {
    /// They are removed.
    Damaged,
    /// They stay.
    Nothing,
}

/// What was told, as notes to be kept; none if there is more to it than notes.
fn notes(told: &[Diagnostic]) -> Option<Vec<Note>> {
    let note = |one: &Diagnostic| {
        let Diagnostic { severity, code, message, place, hints } = one;
        let (message, hints) = (message.clone(), hints.clone());
        (*severity == Severity::Note && place.is_none()).then(|| Note {
            code: code.to_string(),
            message,
            hints,
        })
    };
    told.iter().map(note).collect()
}

/// The name of an output among those that are remembered, which does not show its path.
fn name(output: &Path) -> Option<Digest> {
    let path = files::absolute(output).ok()?;
    Some(Digest::of(path.as_os_str().as_encoded_bytes()))
}

impl Drop for Cache {
    /// Writes down how often entries were asked for; once for all, to cost little.
    fn drop(&mut self) {
        let Some(store) = &self.store else { return };
        let [hits, misses, damaged] =
            [&self.hits, &self.misses, &self.damaged].map(|count| count.load(Relaxed));
        let uses = Uses { hits, misses, damaged };
        if uses != Uses::default()
            && Journal::add(store, Record::Used(uses)).is_ok_and(|too_long| too_long)
        {
            // Nobody is left to be told; the next who writes will try again and tell.
            let _ = prune::when_due(store, &self.limits);
        }
    }
}
