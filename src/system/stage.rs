//! A folder that takes the place of another as a whole.
//!
//! All that the new folder holds is made beside the old one. At the end the two change
//! places in one step, where the system can do that; so whoever looks sees all of the
//! old or all of the new, also when the program is killed on the way.

use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use anyhow::Context;
use anyhow::ensure;

use crate::system::private::TEMPORARY;

/// A folder that is being made.
#[derive(Debug)]
pub struct Stage {
    target: PathBuf,
    /// What holds the new folder, and for a moment the old one.
    place: PathBuf,
    /// Held while anybody works here.
    lock: fs::File,
}

impl Stage {
    /// Begins a folder that will take the place of `target`.
    ///
    /// What a killed process left is thrown away; where another one is at work, it is
    /// left alone, and this is an error.
    pub fn begin(target: &Path) -> anyhow::Result<Self> {
        recover(target)?;
        let target = fs::canonicalize(target).unwrap_or_else(|_| target.to_owned());
        let place = place(&target);
        let begun = || -> anyhow::Result<Self> {
            fs::create_dir_all(&place)?;
            let lock = fs::File::create(place.join("lock"))?;
            ensure!(lock.try_lock().is_ok(), "another process is changing it");
            let stage = Self { target: target.clone(), place: place.clone(), lock };
            for part in ["new", "old"] {
                remove(&place.join(part))?;
            }
            fs::create_dir(place.join("new"))?;
            Ok(stage)
        };
        begun().with_context(|| format!("cannot change {}", target.display()))
    }

    /// Writes a file of the new folder.
    pub fn write(&self, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
        let path = self.path(name)?;
        let write = || -> io::Result<()> {
            let mut file = fs::File::create_new(&path)?;
            io::Write::write_all(&mut file, bytes)?;
            file.sync_all()
        };
        write().with_context(|| format!("cannot write {}", path.display()))
    }

    /// Takes a file over from the old folder.
    pub fn keep(&self, name: &str) -> anyhow::Result<()> {
        let (from, path) = (self.target.join(name), self.path(name)?);
        // Not every file system has links.
        fs::hard_link(&from, &path)
            .or_else(|_| fs::copy(&from, &path).map(drop))
            .with_context(|| format!("cannot copy {}", from.display()))
    }

    fn path(&self, name: &str) -> anyhow::Result<PathBuf> {
        let path = self.place.join("new").join(name);
        let folder = path.parent().unwrap_or(&self.place);
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(path)
    }

    /// Puts the new folder in the place of the old one.
    pub fn publish(self) -> anyhow::Result<()> {
        let (new, old) = (self.place.join("new"), self.place.join("old"));
        let publish = || -> io::Result<()> {
            if self.target.exists() {
                let rights = fs::metadata(&self.target)?.permissions();
                fs::set_permissions(&new, rights)?;
                if exchange(&new, &self.target).is_err() {
                    fs::rename(&self.target, &old)?;
                    fs::rename(&new, &self.target)?;
                }
            } else {
                fs::rename(&new, &self.target)?;
            }
            super::files::sync_folder(self.target.parent().unwrap_or(Path::new("")))
        };
        publish().with_context(|| format!("cannot replace {}", self.target.display()))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // What cannot be removed is thrown away by the next who begins here.
        let _ = fs::remove_dir_all(&self.place);
        let _ = self.lock.unlock();
    }
}

/// Brings a folder back that was being replaced when the program was killed.
pub fn recover(target: &Path) -> anyhow::Result<()> {
    let old = place(target).join("old");
    if target.symlink_metadata().is_err() && old.is_dir() {
        fs::rename(&old, target)
            .with_context(|| format!("cannot bring back {}", target.display()))?;
    }
    Ok(())
}

/// Where the new folder of a target is made: beside it.
fn place(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!("{TEMPORARY}{name}"))
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Lets two folders change places in one step.
#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::CWD;
    use rustix::fs::RenameFlags;
    rustix::fs::renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?;
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Every file below a folder, by its path with `/` between the parts; hidden ones, too.
pub fn files(folder: &Path) -> anyhow::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut open = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = open.pop() {
        let read = |found: &mut Vec<String>| -> io::Result<Vec<(PathBuf, String)>> {
            let mut folders = Vec::new();
            for entry in fs::read_dir(&folder)? {
                let entry = entry?;
                let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
                if entry.file_type()?.is_dir() {
                    folders.push((entry.path(), format!("{name}/")));
                } else {
                    found.push(name);
                }
            }
            Ok(folders)
        };
        let folders = read(&mut found);
        open.extend(
            folders.with_context(|| format!("cannot read {}", folder.display()))?,
        );
    }
    found.sort();
    Ok(found)
}

/// A folder for what is not kept; it goes with this value.
#[derive(Debug)]
pub struct Scratch(tempfile::TempDir);

impl Scratch {
    /// Makes one, which only the user can read.
    pub fn new() -> anyhow::Result<Self> {
        let folder = tempfile::Builder::new().prefix(TEMPORARY).tempdir();
        Ok(Self(folder.context("cannot make a temporary folder")?))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }
}
