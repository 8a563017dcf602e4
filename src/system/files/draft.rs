//! A file that is being written, beside the one that it will become.
//!
//! A draft has the same name each time and is locked while somebody writes it. So a
//! process that is killed leaves at most one, and the next that writes the same file
//! takes it over: nobody ever has to look for litter.

use std::fs;
use std::io;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use crate::digest::Digest;
use crate::system::private;

/// A file that is being written; it goes when it is dropped before it is published.
#[derive(Debug)]
pub(super) enum Draft {
    /// Under the name that belongs to the target, locked.
    ///
    /// The place comes first, so that it is removed before the lock on it goes.
    Named(Place, fs::File),
    /// Under a name that nobody has, since the other was taken.
    Nameless(tempfile::NamedTempFile),
}

/// Where a named draft lies; it is removed with this value.
#[derive(Debug)]
pub(super) struct Place(PathBuf);

impl Draft {
    /// Begins the draft of a file, which has the rights that the file has now or, if
    /// there is none, that any new file of the user gets.
    pub(super) fn begin(target: &Path, folder: &Path) -> io::Result<Self> {
        let rights = fs::metadata(target).ok().map(|old| old.permissions());
        let draft = match Self::named(target, folder) {
            Some(draft) => draft,
            None => Self::Nameless(nameless(folder)?),
        };
        // Even the rights of a draft that a killed process left may be wrong.
        #[cfg(unix)]
        draft.file().set_permissions(rights.unwrap_or_else(usual_rights))?;
        #[cfg(not(unix))]
        drop(rights);
        Ok(draft)
    }

    /// The draft that belongs to a target, unless somebody else writes it or its name is
    /// taken by something that is not ours.
    fn named(target: &Path, folder: &Path) -> Option<Self> {
        let name = Digest::of(target.file_name()?.as_encoded_bytes()).to_string();
        let place = folder.join(format!("{}{}", private::TEMPORARY, &name[..16]));
        let mut options = fs::OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        {
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
            super::custom_flags(&mut options, flags);
        }
        let file = options.open(&place).ok()?;
        match file.try_lock() {
            Ok(()) => {}
            Err(fs::TryLockError::WouldBlock) => return None,
            // Where nobody can lock, nobody uses these names, so it is not left behind.
            Err(fs::TryLockError::Error(_)) => {
                drop(Place(place));
                return None;
            }
        }
        // Before it was locked, it may have been published or removed by another process.
        if !is_ours_alone(&file, &place) {
            return None;
        }
        let place = Place(place);
        file.set_len(0).ok()?;
        Some(Self::Named(place, file))
    }

    fn file(&self) -> &fs::File {
        match self {
            Self::Named(_, file) => file,
            Self::Nameless(file) => file.as_file(),
        }
    }

    /// Writes all bytes.
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let mut file = self.file();
        file.write_all(bytes)
    }

    /// Makes what was written durable.
    pub(super) fn sync(&self) -> io::Result<()> {
        self.file().sync_all()
    }

    /// Puts the draft in the place of its target.
    pub(super) fn publish(self, target: &Path) -> io::Result<()> {
        match self {
            Self::Named(place, lock) => {
                let renamed = fs::rename(&place.0, target);
                match renamed {
                    // From here on the name is free for others, so it is not ours to remove.
                    Ok(()) => std::mem::forget(place),
                    Err(_) => drop(place),
                }
                drop(lock);
                renamed
            }
            Self::Nameless(file) => file.persist(target).map(drop).map_err(|it| it.error),
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // What cannot be removed is taken over by the next who writes the same file.
        let _ = fs::remove_file(&self.0);
    }
}

fn nameless(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    tempfile::Builder::new().prefix(private::TEMPORARY).tempfile_in(folder)
}

/// Whether a locked file is the one in its place, has no other name, and is the user's.
#[cfg(unix)]
fn is_ours_alone(file: &fs::File, place: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(file), Ok(placed)) = (file.metadata(), fs::symlink_metadata(place)) else {
        return false;
    };
    let same = (file.dev(), file.ino()) == (placed.dev(), placed.ino());
    same && file.is_file() && file.nlink() == 1 && private::is_ours(&file)
}

#[cfg(not(unix))]
fn is_ours_alone(_: &fs::File, _: &Path) -> bool {
    // An open file cannot be renamed or removed there.
    true
}

/// The rights of a new file: what the umask leaves.
#[cfg(unix)]
fn usual_rights() -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    // Asking for the umask means setting it; nothing else runs in this moment.
    let mask = rustix::process::umask(rustix::fs::Mode::empty());
    rustix::process::umask(mask);
    fs::Permissions::from_mode(0o666 & !mask.bits())
}
