//! Reading files and folders, and putting finished ones into their place.

mod draft;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::io::BufRead;
use std::io::Read;
use std::io::Seek;
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

/// When what was written has to be on the disk itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durable {
    /// Before it is put into its place.
    Now,
    /// When [`sync_all`] is called for all that was written: once for a batch.
    Later,
}

/// The most that a folder of a theme or of fonts may hold, in bytes and in files.
const FOLDER_LIMIT: (u64, usize) = (256 << 20, 10_000);

/// How often a file is read that is being written to.
const READS: usize = 10;

/// Reads a regular file of at most `limit` bytes.
///
/// A device or a pipe is refused before it is opened, so that nothing can make the
/// program wait. A file that is written to meanwhile is read again: half of the old
/// text and half of the new is nobody's text.
pub fn read(path: &Path, limit: u64) -> anyhow::Result<Vec<u8>> {
    let shown = path.display();
    let metadata = fs::metadata(path).with_context(|| format!("cannot read {shown}"))?;
    ensure!(metadata.is_file(), "cannot read {shown}: it is not a file");
    for _ in 0..READS {
        let (bytes, steady) =
            read_once(path, limit).with_context(|| format!("cannot read {shown}"))?;
        ensure!(
            bytes.len() as u64 <= limit,
            "{shown} has more than the {limit} bytes allowed"
        );
        if steady {
            return Ok(bytes);
        }
    }
    bail!("{shown} is being written to all the time")
}

/// Reads a file, and tells whether it stayed the same meanwhile.
fn read_once(path: &Path, limit: u64) -> io::Result<(Vec<u8>, bool)> {
    let mut options = fs::OpenOptions::new();
    options.read(true);
    // It may have become a pipe since it was looked at.
    #[cfg(unix)]
    custom_flags(&mut options, rustix::fs::OFlags::NONBLOCK);
    let mut file = options.open(path)?;
    let before = file.metadata()?;
    let mut bytes =
        Vec::with_capacity(usize::try_from(before.len().min(limit)).unwrap_or(0));
    // One byte more than allowed tells a file that is too large.
    (&mut file).take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    let after = file.metadata()?;
    let steady = before.len() == after.len() && before.modified()? == after.modified()?;
    Ok((bytes, steady))
}

#[cfg(unix)]
pub(super) fn custom_flags(options: &mut fs::OpenOptions, flags: rustix::fs::OFlags) {
    let flags = i32::try_from(flags.bits()).unwrap_or(0);
    std::os::unix::fs::OpenOptionsExt::custom_flags(options, flags);
}

/// Reads standard input to its end, at most `limit` bytes and one more.
pub fn read_stdin(limit: u64) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let input = io::stdin().lock();
    input
        .take(limit + 1)
        .read_to_end(&mut bytes)
        .context("cannot read standard input")?;
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
    let root =
        fs::canonicalize(folder).with_context(|| format!("cannot read {shown}"))?;
    let mut files = BTreeMap::new();
    let mut size = 0;
    let mut open = vec![(root.clone(), String::new())];
    while let Some((folder, prefix)) = open.pop() {
        for (name, path) in list(&folder)? {
            let real = fs::canonicalize(&path)
                .with_context(|| format!("{} leads nowhere", path.display()))?;
            if !real.starts_with(&root) {
                bail!("{} leads out of {shown}", path.display());
            }
            if real.is_dir() {
                ensure!(
                    !root.starts_with(&real),
                    "{} leads back to its own folder",
                    path.display()
                );
                open.push((real, format!("{prefix}{name}/")));
            } else if wanted(&name) {
                let bytes = read(&real, FOLDER_LIMIT.0)?;
                size += bytes.len() as u64;
                files.insert(format!("{prefix}{name}"), bytes);
            }
            let (bytes, count) = FOLDER_LIMIT;
            ensure!(
                size <= bytes && files.len() + open.len() <= count,
                "{shown} holds too much"
            );
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
        let name = name
            .with_context(|| format!("{} has a name that is not text", path.display()))?;
        if !name.starts_with('.') {
            found.push((name.to_owned(), path));
        }
    }
    found.sort();
    Ok(found)
}

/// All files in a folder and the folders in it, so deep, sorted, without hidden ones.
///
/// Links are followed to files only, so that no folder is looked into twice.
pub fn below(folder: &Path, depth: usize) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for (_, path) in list(folder)? {
        let kind = fs::symlink_metadata(&path)
            .with_context(|| format!("cannot read {}", path.display()))?
            .file_type();
        if kind.is_dir() {
            if depth > 0 {
                found.extend(below(&path, depth - 1)?);
            }
        } else if path.is_file() {
            found.push(path);
        }
    }
    Ok(found)
}

/// The lines of a file, read as they are needed.
pub type Lines = io::Lines<Box<dyn io::BufRead>>;

/// The lines of a file, or of standard input for `-`, read as they are needed.
pub fn lines(path: &str) -> anyhow::Result<Lines> {
    let reader: Box<dyn io::BufRead> = if path == "-" {
        Box::new(io::BufReader::new(io::stdin()))
    } else {
        let file = fs::File::open(path).with_context(|| format!("cannot read {path}"))?;
        Box::new(io::BufReader::new(file))
    };
    Ok(reader.lines())
}

/// Lines that are put away and read again: in memory while they are few, else in a file
/// that goes with the process.
#[derive(Debug)]
pub struct Spool(tempfile::SpooledTempFile);

impl Spool {
    /// An empty one that keeps so many bytes in memory.
    pub fn new(memory: usize) -> Self {
        Self(tempfile::SpooledTempFile::new(memory))
    }

    /// Adds a line.
    pub fn add(&mut self, line: &[u8]) -> anyhow::Result<()> {
        let written = self.0.write_all(line).and_then(|()| self.0.write_all(b"\n"));
        written.context("the plan cannot be put away in the folder for temporary files")
    }

    /// All lines, from the first.
    pub fn lines(&mut self) -> anyhow::Result<impl Iterator<Item = io::Result<String>>> {
        self.0.seek(io::SeekFrom::Start(0)).context("the plan cannot be read again")?;
        Ok(io::BufReader::new(&mut self.0).lines())
    }
}

/// Whether there is a regular file at this path.
pub fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// Makes a folder and those above it, if they are missing.
pub fn make_folder(folder: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(folder)
        .with_context(|| format!("cannot make {}", folder.display()))
}

/// Whether there is anything at this path, be it a link to nothing.
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Opens a file in whatever program shows it.
pub fn open_in_viewer(path: &Path) -> anyhow::Result<()> {
    open::that_detached(path)
        .with_context(|| format!("{} cannot be shown", path.display()))
}

/// Whether there is a folder at this path.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// The path without links and dots, if there is something there.
pub fn real_path(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path)
}

/// The path from the root on, whether or not there is something.
pub fn absolute(path: &Path) -> io::Result<PathBuf> {
    // The folder that we are in may be written as nothing at all.
    let here = path.as_os_str().is_empty();
    std::path::absolute(if here { Path::new(".") } else { path })
}

/// Puts bytes where `path` says: all of them, or none, or nothing if they are there.
///
/// They are written beside the target, made durable if that is wanted, and renamed, so that whoever
/// reads the file sees the old one or the new one. A link is followed, the folder is
/// made if it is missing. What a killed process left beside the target is taken over.
pub fn replace(path: &Path, bytes: &[u8], durable: Durable) -> anyhow::Result<Change> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let shown = path.display();
    let old = match fs::metadata(&path) {
        Ok(old) => Some(old),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error).with_context(|| format!("cannot write {shown}")),
    };
    if let Some(old) = &old {
        ensure!(
            old.is_file(),
            "cannot write {shown}: something else than a file is there"
        );
        if old.len() == bytes.len() as u64
            && fs::read(&path).is_ok_and(|old| old == bytes)
        {
            return Ok(Change::Unchanged);
        }
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .with_context(|| format!("cannot make {}", folder.display()))?;
    put(&path, folder, bytes, durable)
        .with_context(|| format!("cannot write {shown}"))?;
    Ok(if old.is_some() { Change::Replaced } else { Change::Created })
}

/// Writes a file beside its place and renames it there.
fn put(path: &Path, folder: &Path, bytes: &[u8], durable: Durable) -> io::Result<()> {
    let draft = draft::Draft::begin(path, folder)?;
    draft.write(bytes)?;
    if durable == Durable::Now {
        draft.sync()?;
    }
    draft.publish(path)?;
    if durable == Durable::Now { sync_folder(folder) } else { Ok(()) }
}

/// Makes everything durable that was written to the file system of a folder.
pub fn sync_all(folder: &Path) -> anyhow::Result<()> {
    let shown = folder.display();
    let folder =
        fs::File::open(folder).with_context(|| format!("cannot read {shown}"))?;
    #[cfg(target_os = "linux")]
    rustix::fs::syncfs(&folder).with_context(|| format!("{shown} cannot be synced"))?;
    #[cfg(all(unix, not(target_os = "linux")))]
    {
        rustix::fs::sync();
        drop(folder);
    }
    Ok(())
}

/// Adds bytes to the end of a file, which is made if it is missing.
pub fn append(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let shown = path.display();
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    let file = fs::OpenOptions::new().append(true).create(true).open(path);
    let written = file.and_then(|mut file| file.write_all(bytes));
    written.with_context(|| format!("cannot write {shown}"))
}

/// Removes a file.
pub fn remove(path: &Path) -> anyhow::Result<()> {
    fs::remove_file(path).with_context(|| format!("cannot remove {}", path.display()))
}

/// Makes a rename in a folder durable, where the file system knows how to.
#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    // A folder that may be written to but not read cannot be opened for this.
    let Ok(folder) = fs::File::open(folder) else { return Ok(()) };
    match folder.sync_all() {
        Err(error)
            if !matches!(
                error.kind(),
                io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
            ) =>
        {
            Err(error)
        }
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
pub(super) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
