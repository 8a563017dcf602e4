//! Reading files and folders, and putting finished ones into their place.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use anyhow::Context;
use anyhow::bail;
use anyhow::ensure;

/// What became of a file that was to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It was not there before.
    Created,
    /// It held something else.
    Replaced,
    /// It held the same bytes and was not touched.
    Unchanged,
}

/// The most that a folder of a theme or of fonts may hold, in bytes and in files.
const FOLDER_LIMIT: (u64, usize) = (256 << 20, 10_000);

/// Reads a regular file of at most `limit` bytes.
///
/// A device or a pipe is refused before it is opened, so that nothing can make the
/// program wait.
pub fn read(path: &Path, limit: u64) -> anyhow::Result<Vec<u8>> {
    let shown = path.display();
    let metadata = fs::metadata(path).with_context(|| format!("cannot read {shown}"))?;
    ensure!(metadata.is_file(), "cannot read {shown}: it is not a file");
    let size = metadata.len();
    ensure!(size <= limit, "{shown} has {size} bytes, more than the {limit} allowed");
    let file = fs::File::open(path).with_context(|| format!("cannot read {shown}"))?;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    // One byte more than allowed tells a file that grew meanwhile.
    file.take(limit + 1).read_to_end(&mut bytes).with_context(|| format!("cannot read {shown}"))?;
    ensure!(bytes.len() as u64 <= limit, "{shown} has more than the {limit} bytes allowed");
    Ok(bytes)
}

/// Reads standard input to its end, at most `limit` bytes and one more.
pub fn read_stdin(limit: u64) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let input = io::stdin().lock();
    input.take(limit + 1).read_to_end(&mut bytes).context("cannot read standard input")?;
    Ok(bytes)
}

/// Writes bytes to standard output; a reader that has gone away is not an error.
pub fn write_stdout(bytes: &[u8]) -> anyhow::Result<()> {
    let mut output = io::stdout().lock();
    match output.write_all(bytes).and_then(|()| output.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.context("cannot write to standard output"),
    }
}

/// Reads every file below a folder: contents by path, with `/` between the parts.
///
/// Only files whose name is wanted are read. Links are followed only to what lies in
/// the same folder; hidden files are left out.
pub fn read_folder(
    folder: &Path,
    wanted: impl Fn(&str) -> bool,
) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let shown = folder.display();
    let root = fs::canonicalize(folder).with_context(|| format!("cannot read {shown}"))?;
    let mut files = BTreeMap::new();
    let mut size = 0;
    let mut open = vec![(root.clone(), String::new())];
    while let Some((folder, prefix)) = open.pop() {
        for (name, path) in list(&folder)? {
            let real = fs::canonicalize(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            if !real.starts_with(&root) {
                bail!("{} leads out of {shown}", path.display());
            }
            if real.is_dir() {
                ensure!(!root.starts_with(&real), "{} leads back to its own folder", path.display());
                open.push((real, format!("{prefix}{name}/")));
            } else if wanted(&name) {
                let bytes = read(&real, FOLDER_LIMIT.0)?;
                size += bytes.len() as u64;
                files.insert(format!("{prefix}{name}"), bytes);
            }
            let (bytes, count) = FOLDER_LIMIT;
            ensure!(size <= bytes && files.len() + open.len() <= count, "{shown} holds too much");
        }
    }
    Ok(files)
}

/// The names and paths in a folder, sorted by name, without hidden ones.
pub fn list(folder: &Path) -> anyhow::Result<Vec<(String, PathBuf)>> {
    let shown = folder.display();
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {shown}"))? {
        let path = entry.with_context(|| format!("cannot read {shown}"))?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.with_context(|| format!("{} has a name that is not text", path.display()))?;
        if !name.starts_with('.') {
            found.push((name.to_owned(), path));
        }
    }
    found.sort();
    Ok(found)
}

/// Whether there is a regular file at this path.
pub fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// Whether there is anything at this path, be it a link to nothing.
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Opens a file in whatever program shows it.
pub fn open_in_viewer(path: &Path) -> anyhow::Result<()> {
    open::that_detached(path).with_context(|| format!("{} cannot be shown", path.display()))
}

/// Whether there is a folder at this path.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// The path without links and dots, if there is something there.
pub fn real_path(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path)
}

/// Puts bytes where `path` says: all of them, or none, or nothing if they are there.
///
/// They are written beside the target, made durable, and renamed, so that whoever
/// reads the file sees the old one or the new one. A link is followed, the folder is
/// made if it is missing.
pub fn replace(path: &Path, bytes: &[u8]) -> anyhow::Result<Change> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let shown = path.display();
    let old = match fs::metadata(&path) {
        Ok(old) => Some(old),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error).with_context(|| format!("cannot write {shown}")),
    };
    if let Some(old) = &old {
        ensure!(old.is_file(), "cannot write {shown}: something else than a file is there");
        if old.len() == bytes.len() as u64 && fs::read(&path).is_ok_and(|old| old == bytes) {
            return Ok(Change::Unchanged);
        }
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    put(&path, folder, bytes).with_context(|| format!("cannot write {shown}"))?;
    Ok(if old.is_some() { Change::Replaced } else { Change::Created })
}

/// Writes a file beside its place and renames it there.
fn put(path: &Path, folder: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = tempfile::Builder::new().prefix(".cvpdf-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    #[cfg(unix)]
    file.as_file().set_permissions(permissions(path)?)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    // The rename itself is durable once the folder is; some file systems cannot say so.
    #[cfg(unix)]
    let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

/// The permissions for a new file: those of the old one, else what the umask leaves.
#[cfg(unix)]
fn permissions(path: &Path) -> io::Result<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    if let Ok(old) = fs::metadata(path) {
        return Ok(old.permissions());
    }
    // Asking for the umask means setting it; nothing else runs in this moment.
    let mask = rustix::process::umask(rustix::fs::Mode::empty());
    rustix::process::umask(mask);
    Ok(fs::Permissions::from_mode(0o666 & !mask.bits()))
}
