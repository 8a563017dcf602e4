//! Files of the program's own, in folders that nobody else may touch.
//!
//! What lies there can be made again, so nothing here is synced to the disk, and
//! whoever calls treats every error as "not there".

use std::fs;
use std::io;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::time::SystemTime;

#[cfg(unix)]
use crate::system::files::custom_flags;

/// How the names of files begin that are being written.
pub const TEMPORARY: &str = ".cvpdf-";

/// Whether a folder may be used as a private one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It is ours alone.
    Ours,
    /// There is nothing yet.
    Missing,
    /// It may not: why, and what to do about it.
    Refused(String, String),
}

/// What lies in a folder.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Where it lies.
    pub path: PathBuf,
    /// Its name in the folder.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// How many bytes it has.
    pub size: u64,
    /// When it was last written or [touched](touch).
    pub modified: SystemTime,
    /// Whether it belongs to the user who runs the program.
    pub ours: bool,
}

/// What something in a folder is; links are not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A link, a pipe, a device.
    Other,
}

/// A file's bytes, and when it was last written or touched.
#[derive(Debug)]
pub struct Found {
    /// All bytes.
    pub bytes: Vec<u8>,
    /// When it was last written or touched.
    pub modified: SystemTime,
}

/// A lock that no other process has; it goes with the process that holds it.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "it is held, not read")] fs::File);

/// Tells whether a folder is the user's own and closed to others.
pub fn standing(folder: &Path) -> Standing {
    // With a slash at its end, a link would be taken for what it leads to.
    let folder: PathBuf = folder.components().collect();
    let other = "name another folder in `CVPDF_CACHE_DIR`, or use `--no-cache`";
    let refused = |why: String, hint: &str| Standing::Refused(why, hint.to_owned());
    let metadata = match fs::symlink_metadata(&folder) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Standing::Missing;
        }
        Err(error) => return refused(error.to_string(), other),
    };
    if metadata.is_symlink() {
        return refused("it is a link".into(), other);
    }
    if !metadata.is_dir() {
        return refused("it is not a folder".into(), other);
    }
    if !is_ours(&metadata) {
        return refused("it belongs to somebody else".into(), other);
    }
    if is_open_to_others(&metadata) {
        let hint = format!("close it: `chmod go-w {}`", folder.display());
        return refused("others may write to it".into(), &hint);
    }
    Standing::Ours
}

/// Makes a folder, and those above it that are missing, for the user alone.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Reads a regular file of at most `limit` bytes; links are not followed.
///
/// An error of the kind [`InvalidData`](io::ErrorKind::InvalidData) says that there is
/// something that this program did not put there.
pub fn read(path: &Path, limit: u64) -> io::Result<Found> {
    let mut options = fs::OpenOptions::new();
    options.read(true);
    // A pipe in the place of a file must not make the program wait.
    #[cfg(unix)]
    custom_flags(
        &mut options,
        rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK,
    );
    let mut file = options.open(path).map_err(tell_link)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() || metadata.len() > limit {
        return Err(foreign());
    }
    // With the size known, the end needs no call of its own; what comes later is not ours.
    let mut bytes = vec![0; usize::try_from(metadata.len()).map_err(io::Error::other)?];
    file.read_exact(&mut bytes)?;
    Ok(Found { bytes, modified: metadata.modified()? })
}

/// Writes a file for the user alone: readers see all of it or none.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Adds bytes to the end of a file in one go, and tells how long it then is.
pub fn append(path: &Path, bytes: &[u8]) -> io::Result<u64> {
    let mut options = fs::OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        custom_flags(
            &mut options,
            rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK,
        );
    }
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    Ok(file.metadata()?.len())
}

/// Makes a file as if it had just been written.
pub fn touch(path: &Path) -> io::Result<()> {
    fs::File::open(path)?.set_modified(SystemTime::now())
}

/// Removes a file; that it is gone already is no trouble.
pub fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Removes a folder if it is empty.
pub fn remove_folder(folder: &Path) -> io::Result<()> {
    fs::remove_dir(folder)
}

/// Everything in a folder, hidden things too, sorted by name.
///
/// What vanishes meanwhile, or has a name that is not text, is left out.
pub fn look(folder: &Path) -> io::Result<Vec<Seen>> {
    let mut seen = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (Ok(name), Ok(metadata)) =
            (entry.file_name().into_string(), entry.metadata())
        else {
            continue;
        };
        let kind = match metadata.file_type() {
            kind if kind.is_file() => Kind::File,
            kind if kind.is_dir() => Kind::Folder,
            _ => Kind::Other,
        };
        let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        let (path, size, ours) = (entry.path(), metadata.len(), is_ours(&metadata));
        seen.push(Seen { path, name, kind, size, modified, ours });
    }
    seen.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(seen)
}

/// Takes a lock, unless another process has it.
pub fn lock(path: &Path) -> io::Result<Option<Lock>> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Lock(file))),
        Err(fs::TryLockError::WouldBlock) => Ok(None),
        Err(fs::TryLockError::Error(error)) => Err(error),
    }
}

fn foreign() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "it is not a file of this program")
}

#[cfg(unix)]
fn tell_link(error: io::Error) -> io::Error {
    let is_link = error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error());
    if is_link { foreign() } else { error }
}

#[cfg(not(unix))]
fn tell_link(error: io::Error) -> io::Error {
    error
}

/// The time, which decides only what is forgotten first.
pub fn now() -> SystemTime {
    SystemTime::now()
}

#[cfg(unix)]
pub(super) fn is_ours(metadata: &fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::uid(metadata) == rustix::process::geteuid().as_raw()
}

#[cfg(unix)]
fn is_open_to_others(metadata: &fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::mode(metadata) & 0o022 != 0
}

#[cfg(not(unix))]
pub(super) fn is_ours(_: &fs::Metadata) -> bool {
    true
}

#[cfg(not(unix))]
fn is_open_to_others(_: &fs::Metadata) -> bool {
    false
}
