//! The files of the cache: where they lie, reading and writing one, looking at all.

use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::time::Duration;

use crate::cache::entry;
use crate::cache::entry::Contents;
use crate::digest::Digest;
use crate::system::private;
use crate::system::private::Kind;
use crate::system::private::Seen;
use crate::system::private::Standing;

/// The longest entry that is read or written, in bytes.
pub(super) const ENTRY_LIMIT: u64 = 64 << 20;

/// An entry's time is renewed when it is older than this.
const DAY: Duration = Duration::from_hours(24);

/// The files in the cache's folder that are no entries.
const OWN_FILES: [(&str, &str); 2] = [
    (
        "CACHEDIR.TAG",
        "Signature: 8a477f597d28d172789f06886806bc55\n\
         # This folder is a cache of cvpdf; backups may leave it out.\n\
         # See https://bford.info/cachedir/\n",
    ),
    (
        "README",
        "cvpdf keeps finished pages here, so that it need not make them again.\n\
         Everything may be deleted at any time: `cvpdf cache clear` does it.\n\
         The pages are yours alone to read, like the résumés that they come from.\n",
    ),
];

/// The folder of the cache.
#[derive(Debug, Clone)]
pub(super) struct Store {
    folder: PathBuf,
}

/// A kind of entries, in a folder of its own.
///
/// The number in its name is that of the layout: versions of the program that lay their
/// files out differently share the cache's folder and never read each other's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bucket {
    /// Finished artifacts, by the key of their recipe.
    Artifacts,
    /// What came of a request, by all that was asked and read.
    Requests,
    /// The parts of the key that an output was last made with, by the output's path.
    Previous,
}

/// What reading an entry came to.
#[derive(Debug)]
pub(super) enum Loaded {
    /// What it holds.
    Contents(Contents),
    /// There is none.
    Missing,
    /// There may be one, but the machine did not give it.
    Unreadable(io::Error),
    /// It was damaged or foreign, and is gone now.
    Damaged,
}

/// An entry that was found by looking.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// The file.
    pub seen: Seen,
    /// The key that its name says; none for a file whose name is no key.
    pub key: Option<Digest>,
    /// Which kind of entries it is among; none for another version's.
    pub bucket: Option<Bucket>,
}

impl Bucket {
    /// All kinds.
    pub(super) const ALL: [Self; 3] = [Self::Artifacts, Self::Requests, Self::Previous];

    /// The name of its folder.
    const fn name(self) -> &'static str {
        match self {
            Self::Artifacts => "artifacts-v2",
            Self::Requests => "requests-v2",
            Self::Previous => "previous-v2",
        }
    }

    /// How the names of these folders begin, in every version.
    const FAMILIES: [&'static str; 3] = ["artifacts-v", "requests-v", "previous-v"];
}

impl Store {
    /// The store in a folder, if that is ours alone or can be made; else why it is not
    /// used, and what to do about that.
    pub(super) fn open(folder: &Path) -> Result<Self, (String, String)> {
        let store = Self { folder: folder.components().collect() };
        store.check().map(|()| store)
    }

    /// Looks whether the folders are ours alone.
    fn check(&self) -> Result<(), (String, String)> {
        let inner = Bucket::ALL.map(|bucket| self.bucket(bucket));
        for folder in [&self.folder].into_iter().chain(&inner) {
            match private::standing(folder) {
                Standing::Refused(why, hint) => return Err((why, hint)),
                Standing::Missing if folder == &self.folder => return Ok(()),
                Standing::Missing | Standing::Ours => {}
            }
        }
        Ok(())
    }

    /// The folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    fn bucket(&self, bucket: Bucket) -> PathBuf {
        self.folder.join(bucket.name())
    }

    /// The file in which sizes and uses are written down.
    pub(super) fn journal(&self) -> PathBuf {
        self.bucket(Bucket::Artifacts).join("journal")
    }

    /// The file that is locked by whoever prunes.
    pub(super) fn lock(&self) -> PathBuf {
        self.bucket(Bucket::Artifacts).join("lock")
    }

    /// Where an entry lies: digits in lower case only, the same on all file systems.
    pub(super) fn path(&self, bucket: Bucket, key: &Digest) -> PathBuf {
        let digits = key.to_string();
        let (start, rest) = digits.split_at(2);
        self.bucket(bucket).join(start).join(rest)
    }

    /// Reads an entry; a bad one is removed.
    pub(super) fn load(&self, bucket: Bucket, key: &Digest) -> Loaded {
        let path = self.path(bucket, key);
        let found = match private::read(&path, ENTRY_LIMIT) {
            Ok(found) => found,
            Err(error) => {
                return match error.kind() {
                    io::ErrorKind::NotFound => Loaded::Missing,
                    io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => {
                        discard(&path)
                    }
                    _ => Loaded::Unreadable(error),
                };
            }
        };
        let Some(contents) = entry::unseal(&found.bytes, key) else {
            return discard(&path);
        };
        let now = private::now();
        let age =
            now.duration_since(found.modified).unwrap_or_else(|future| future.duration());
        if age > DAY {
            // It only decides what is forgotten first, so trouble is no trouble.
            let _ = private::touch(&path);
        }
        Loaded::Contents(contents)
    }

    /// Writes an entry.
    pub(super) fn save(
        &self,
        bucket: Bucket,
        key: &Digest,
        bytes: &[u8],
    ) -> io::Result<()> {
        let path = self.path(bucket, key);
        match private::write(&path, bytes) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.make(&path)?;
                private::write(&path, bytes)
            }
            other => other,
        }
    }

    /// Makes the folders of an entry.
    fn make(&self, path: &Path) -> io::Result<()> {
        private::make_folder(&self.folder)?;
        // Between looking and making, somebody else may have been here.
        self.check().map_err(|(why, _)| io::Error::other(why))?;
        // In a folder with other things, a tag would keep those from being backed up.
        if private::look(&self.folder)?.is_empty() {
            for (name, text) in OWN_FILES {
                private::write(&self.folder.join(name), text.as_bytes())?;
            }
        }
        path.parent().map_or(Ok(()), private::make_folder)
    }

    /// All entries of all versions, and what was left of writing some.
    pub(super) fn entries(&self) -> io::Result<Vec<Entry>> {
        let mut entries = Vec::new();
        for family in self.families()? {
            let bucket =
                Bucket::ALL.into_iter().find(|bucket| bucket.name() == family.name);
            for shard in subfolders(&family.path)? {
                let files = private::look(&shard.path).unwrap_or_default();
                let files = files.into_iter().filter(|seen| seen.kind != Kind::Folder);
                entries.extend(files.map(|seen| {
                    let key = Digest::from_hex(&format!("{}{}", shard.name, seen.name));
                    let key = key.filter(|_| is_lower_case(&seen.name));
                    Entry { seen, key, bucket }
                }));
            }
        }
        Ok(entries)
    }

    fn families(&self) -> io::Result<Vec<Seen>> {
        let mut folders = subfolders(&self.folder)?;
        folders.retain(|folder| {
            Bucket::FAMILIES.iter().any(|it| folder.name.starts_with(it))
        });
        Ok(folders)
    }

    /// Removes what is left when all entries are gone: the files that are no entries, and
    /// folders that are empty.
    pub(super) fn clear(&self) -> io::Result<()> {
        private::remove(&self.journal())?;
        for family in self.families()? {
            for shard in subfolders(&family.path)? {
                // A folder in which somebody wrote just now stays.
                let _ = private::remove_folder(&shard.path);
            }
            let left = private::look(&family.path)?;
            for seen in
                left.iter().filter(|seen| seen.name.starts_with(private::TEMPORARY))
            {
                private::remove(&seen.path)?;
            }
        }
        private::remove(&self.lock())?;
        for family in self.families()? {
            let _ = private::remove_folder(&family.path);
        }
        let tag = self.folder.join(OWN_FILES[0].0);
        let is_ours = |found: private::Found| found.bytes == OWN_FILES[0].1.as_bytes();
        if private::read(&tag, 1024).is_ok_and(is_ours) {
            for (name, _) in OWN_FILES {
                private::remove(&self.folder.join(name))?;
            }
            let _ = private::remove_folder(&self.folder);
        }
        Ok(())
    }
}

/// Removes what is in the place of an entry; where that fails, it is met again.
fn discard(path: &Path) -> Loaded {
    let _ = private::remove(path);
    Loaded::Damaged
}

fn subfolders(folder: &Path) -> io::Result<Vec<Seen>> {
    let mut seen = match private::look(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        other => other?,
    };
    seen.retain(|seen| seen.kind == Kind::Folder);
    Ok(seen)
}

fn is_lower_case(name: &str) -> bool {
    !name.contains(|char: char| char.is_ascii_uppercase())
}
