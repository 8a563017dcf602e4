//! Forgetting what has not been of use for longest, and what killed runs left behind.

use std::io;
use std::time::Duration;
use std::time::SystemTime;

use crate::cache::journal::Journal;
use crate::cache::journal::Record;
use crate::cache::store::Bucket;
use crate::cache::store::Entry;
use crate::cache::store::Store;
use crate::system::private;

/// Entries are looked at again when that is longer ago than this.
const HOUR: Duration = Duration::from_hours(1);

/// How often one process prunes in a row, even if entries resist being removed.
const ROUNDS: usize = 3;

/// How much the cache may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes.
    pub size: u64,
    /// The longest time that an entry is kept without being of use.
    pub age: Duration,
}

/// What pruning did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pruned {
    /// How many files were removed, and their bytes.
    pub removed: (u64, u64),
    /// How many entries were kept, and their bytes.
    pub kept: (u64, u64),
}

impl Default for Limits {
    fn default() -> Self {
        Self { size: 1 << 30, age: Duration::from_hours(30 * 24) }
    }
}

/// Prunes if it is time to: after an hour, or when there is too much.
pub(super) fn when_due(store: &Store, limits: &Limits) -> io::Result<()> {
    for _ in 0..ROUNDS {
        if !is_due(store, limits) {
            break;
        }
        let Some(lock) = private::lock(&store.lock())? else { return Ok(()) };
        // Somewhat less than the limit, so that the next entry is not one too many again.
        let target = Limits { size: limits.size / 10 * 9, ..*limits };
        prune_locked(store, &target)?;
        // Who wanted to prune meanwhile did not wait, so look once more without the lock.
        drop(lock);
    }
    Ok(())
}

fn is_due(store: &Store, limits: &Limits) -> bool {
    let journal = Journal::read(store);
    let recent =
        |counted| private::now().duration_since(counted).is_ok_and(|age| age < HOUR);
    journal.size > limits.size || !journal.counted.is_some_and(recent)
}

/// Prunes now; none if another process does.
pub(super) fn now(store: &Store, limits: &Limits) -> io::Result<Option<Pruned>> {
    let lock = match private::lock(&store.lock()) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(Some(Pruned::default()));
        }
        other => other?,
    };
    match lock {
        Some(lock) => prune_locked(store, limits).map(|pruned| {
            drop(lock);
            Some(pruned)
        }),
        None => Ok(None),
    }
}

/// Prunes while nobody else does.
fn prune_locked(store: &Store, limits: &Limits) -> io::Result<Pruned> {
    Journal::begin(store)?;
    let now = private::now();
    let mut pruned = Pruned::default();
    let mut kept = Vec::new();
    for entry in store.entries()? {
        if is_temporary(&entry) {
            if is_litter(&entry, now) {
                pruned.remove(&entry);
            }
        } else if age(&entry, now) > limits.age {
            pruned.remove(&entry);
        } else {
            kept.push(entry);
        }
    }
    // Artifacts before what tells of them, since that is small and saves most; the longest
    // unused first; of two alike, the larger.
    kept.sort_by_key(|entry| {
        let tells = entry.bucket.is_some_and(|bucket| bucket != Bucket::Artifacts);
        (tells, entry.seen.modified, u64::MAX - entry.seen.size)
    });
    let mut size: u64 = kept.iter().map(|entry| entry.seen.size).sum();
    for entry in kept {
        if size > limits.size && pruned.remove(&entry) {
            size -= entry.seen.size;
        } else {
            pruned.kept.0 += 1;
        }
    }
    pruned.kept.1 = size;
    Journal::add(store, Record::Counted(now, size))?;
    Ok(pruned)
}

impl Pruned {
    /// Removes a file and counts it, unless the machine says no: then it is met again.
    fn remove(&mut self, entry: &Entry) -> bool {
        let removed = private::remove(&entry.seen.path).is_ok();
        if removed {
            self.removed.0 += 1;
            self.removed.1 += entry.seen.size;
        }
        removed
    }
}

/// Whether this is a file that is being written, or was.
pub(super) fn is_temporary(entry: &Entry) -> bool {
    entry.seen.name.starts_with(private::TEMPORARY)
}

/// Whether a file that was being written is one that nobody writes any more.
fn is_litter(entry: &Entry, now: SystemTime) -> bool {
    let modified = entry.seen.modified;
    let age = now.duration_since(modified).unwrap_or_else(|future| future.duration());
    entry.seen.ours && age > HOUR
}

/// How long ago an entry was of use; a time that has not come yet is now.
fn age(entry: &Entry, now: SystemTime) -> Duration {
    now.duration_since(entry.seen.modified).unwrap_or_default()
}

/// Removes every entry, and all that is left then.
pub(super) fn clear(store: &Store) -> io::Result<Pruned> {
    let mut pruned = Pruned::default();
    for entry in store.entries()? {
        private::remove(&entry.seen.path)?;
        pruned.removed.0 += 1;
        pruned.removed.1 += entry.seen.size;
    }
    store.clear()?;
    Ok(pruned)
}
