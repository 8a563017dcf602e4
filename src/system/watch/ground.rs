//! Where paths really are, and which folders tell of them.
//!
//! A path is watched under the name it was asked for and under the one that links lead
//! to; so is its folder, since that may be renamed or replaced as well. Of what is not
//! there, the first missing folder is watched for.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::time::SystemTime;

use super::Wanted;

/// More folders than these, below one whose contents count, are not watched.
const MOST_FOLDERS: usize = 1000;

/// Paths as the system names them, with those that were asked for because of them.
#[derive(Debug, Default)]
pub(super) struct Ground {
    marks: BTreeMap<PathBuf, BTreeSet<PathBuf>>,
    contents: BTreeMap<PathBuf, BTreeSet<PathBuf>>,
    stamps: Stamps,
}

/// What is seen of files without opening them.
type Stamps = BTreeMap<PathBuf, Option<(Option<SystemTime>, u64, u64)>>;

impl Ground {
    /// Finds where all that is wanted is at this moment.
    pub(super) fn survey(wanted: &Wanted) -> Self {
        let mut ground = Self::default();
        for path in wanted.paths.iter().chain(&wanted.folders) {
            ground.mark(path, path);
            if let Some(folder) = path.parent().filter(|folder| folder.is_dir()) {
                ground.mark(folder, path);
            }
        }
        for folder in &wanted.folders {
            for real in folders_below(folder) {
                ground.contents.entry(real).or_default().insert(folder.clone());
            }
        }
        ground
    }

    /// Marks where a path is, for one that was asked for.
    fn mark(&mut self, path: &Path, asked: &Path) {
        let named = path.ancestors().find_map(|path| {
            let folder = fs::canonicalize(path.parent()?).ok()?;
            Some(folder.join(path.file_name()?))
        });
        let real = fs::canonicalize(path).ok();
        for mark in named.into_iter().chain(real) {
            self.marks.entry(mark).or_default().insert(asked.to_owned());
        }
    }

    /// The folders that tell of it all.
    pub(super) fn folders(&self) -> BTreeSet<PathBuf> {
        let above = self.marks.keys().filter_map(|mark| mark.parent());
        above.map(Path::to_owned).chain(self.contents.keys().cloned()).collect()
    }

    /// What was asked for because of something at this path.
    pub(super) fn asked(&self, path: &Path) -> BTreeSet<PathBuf> {
        let is_hidden = path
            .file_name()
            .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        let inside = path.parent().filter(|_| !is_hidden);
        let inside = inside.and_then(|folder| self.contents.get(folder));
        let all = self.marks.get(path).into_iter().chain(self.contents.get(path));
        all.chain(inside).flatten().cloned().collect()
    }

    /// Whether something at this path matters.
    pub(super) fn is_wanted(&self, path: &Path) -> bool {
        !self.asked(path).is_empty()
    }

    /// What was asked for because of something in this folder.
    pub(super) fn asked_in(&self, folder: &Path) -> BTreeSet<PathBuf> {
        let marks = self.marks.iter().filter(|(mark, _)| mark.parent() == Some(folder));
        let marks = marks.map(|(_, asked)| asked);
        marks.chain(self.contents.get(folder)).flatten().cloned().collect()
    }

    /// What was asked for because of something that another ground does not have.
    pub(super) fn beyond(&self, other: &Self) -> BTreeSet<PathBuf> {
        let marks =
            self.marks.iter().filter(|(mark, _)| !other.marks.contains_key(*mark));
        let contents =
            self.contents.iter().filter(|(path, _)| !other.contents.contains_key(*path));
        marks.chain(contents).flat_map(|(_, asked)| asked).cloned().collect()
    }

    /// Remembers what is seen; of what was seen before, as it was then.
    pub(super) fn remember(&mut self, before: &Self) {
        self.stamps = self.look();
        for (path, stamp) in &mut self.stamps {
            if let Some(old) = before.stamps.get(path) {
                *stamp = *old;
            }
        }
    }

    /// The paths that are not as they were at the last look.
    pub(super) fn glance(&mut self) -> Vec<PathBuf> {
        let (now, before) = (self.look(), std::mem::take(&mut self.stamps));
        let paths: BTreeSet<&PathBuf> = now.keys().chain(before.keys()).collect();
        let is_other = |path: &&PathBuf| now.get(*path) != before.get(*path);
        let changed = paths.into_iter().filter(is_other).cloned().collect();
        self.stamps = now;
        changed
    }

    fn look(&self) -> Stamps {
        let inside = self.contents.keys().flat_map(|folder| {
            let entries = fs::read_dir(folder).into_iter().flatten().flatten();
            entries.map(|entry| entry.path())
        });
        let paths = self.marks.keys().cloned().chain(inside);
        paths.map(|path| (path.clone(), stamp(&path))).collect()
    }
}

/// What is seen of a path; of a folder, no more than that it is there.
fn stamp(path: &Path) -> Option<(Option<SystemTime>, u64, u64)> {
    let seen = fs::metadata(path).ok()?;
    if seen.is_dir() {
        return Some((None, 0, inode(&seen)));
    }
    Some((seen.modified().ok(), seen.len(), inode(&seen)))
}

#[cfg(unix)]
fn inode(seen: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(seen)
}

#[cfg(not(unix))]
fn inode(_: &fs::Metadata) -> u64 {
    0
}

/// A folder and those in it that are not hidden, by their real paths.
fn folders_below(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::canonicalize(folder).into_iter().collect();
    let mut next = 0;
    while next < found.len().min(MOST_FOLDERS) {
        for entry in fs::read_dir(&found[next]).into_iter().flatten().flatten() {
            let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
            if !is_hidden && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                found.push(entry.path());
            }
        }
        next += 1;
    }
    found.retain(|path| path.is_dir());
    found
}
