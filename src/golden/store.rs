//! Goldens on disk: reading them, telling damage, accepting new ones as a whole.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::PathBuf;

use anyhow::Context;

use crate::digest::Digest;
use crate::digest::Digester;
use crate::golden;
use crate::system::files;
use crate::system::stage;
use crate::system::stage::Stage;

/// The file with a digest of each golden. It has no extension, so no golden is in its way.
pub(super) const LEDGER: &str = "digests";

/// The most that a file may hold, in bytes.
const LIMIT: u64 = 256 << 20;

/// A folder of goldens.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    digests: BTreeMap<String, Digest>,
    files: BTreeSet<String>,
    sound: bool,
}

/// What is kept under a name.
#[derive(Debug)]
pub enum Kept {
    /// Nothing.
    Missing,
    /// Not what was accepted, and in which way.
    Damaged(String),
    /// The PDF that was accepted.
    Pdf(Vec<u8>),
}

/// Goldens as they will be.
#[derive(Debug)]
pub(super) struct Change<'a> {
    store: &'a Store,
    stage: Stage,
    digests: BTreeMap<String, Digest>,
    gone: BTreeSet<String>,
    put: BTreeSet<String>,
}

impl Store {
    /// Opens a folder of goldens; there are none where there is no folder.
    pub fn open(folder: PathBuf) -> anyhow::Result<Self> {
        stage::recover(&folder)?;
        let mut store = Self {
            digests: BTreeMap::new(),
            files: BTreeSet::new(),
            sound: true,
            folder,
        };
        if files::is_folder(&store.folder) {
            store.files = stage::files(&store.folder)?.into_iter().collect();
        }
        let ledger = store.folder.join(LEDGER);
        if files::is_file(&ledger) {
            let bytes = files::read(&ledger, LIMIT)?;
            for line in String::from_utf8_lossy(&bytes).lines() {
                let pair = line.split_once(' ');
                let read = pair.and_then(|(digest, name)| {
                    Some((name.to_owned(), Digest::from_hex(digest)?))
                });
                match read {
                    Some((name, digest)) => drop(store.digests.insert(name, digest)),
                    None => store.sound = false,
                }
            }
        }
        Ok(store)
    }

    /// The names of all goldens, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.digests.keys().map(String::as_str)
    }

    /// Whether every line of the ledger can be read.
    pub fn is_sound(&self) -> bool {
        self.sound
    }

    /// Files that belong to no golden: PDFs and texts that the ledger does not know.
    pub fn extras(&self) -> Vec<String> {
        let is_extra = |file: &&String| {
            let stem = file.strip_suffix(".pdf").or_else(|| file.strip_suffix(".txt"));
            stem.is_some_and(|stem| !self.digests.contains_key(stem))
        };
        self.files.iter().filter(is_extra).cloned().collect()
    }

    /// What is kept under a name.
    pub fn get(&self, name: &str) -> anyhow::Result<Kept> {
        let Some(digest) = self.digests.get(name) else { return Ok(Kept::Missing) };
        let [pdf, text] = [format!("{name}.pdf"), format!("{name}.txt")];
        if let Some(gone) = [&pdf, &text].into_iter().find(|it| !self.files.contains(*it))
        {
            return Ok(Kept::Damaged(format!("`{gone}` is gone")));
        }
        let pdf = files::read(&self.folder.join(pdf), LIMIT)?;
        let text = files::read(&self.folder.join(text), LIMIT)?;
        let found = digest_of(&pdf, &String::from_utf8_lossy(&text));
        if found != *digest {
            let why = "its files are not those that were accepted";
            return Ok(Kept::Damaged(why.to_owned()));
        }
        Ok(Kept::Pdf(pdf))
    }

    /// The PDF of a golden, if it can be read.
    pub fn pdf(&self, name: &str) -> Option<Vec<u8>> {
        match self.get(name) {
            Ok(Kept::Pdf(pdf)) => Some(pdf),
            Ok(Kept::Missing | Kept::Damaged(_)) | Err(_) => None,
        }
    }

    /// Begins a change of the whole folder; nothing is different until it is published.
    pub(super) fn change(&self) -> anyhow::Result<Change<'_>> {
        Ok(Change {
            store: self,
            stage: Stage::begin(&self.folder)?,
            digests: self.digests.clone(),
            gone: BTreeSet::new(),
            put: BTreeSet::new(),
        })
    }
}

impl Change<'_> {
    /// Puts a PDF under a name.
    pub(super) fn put(&mut self, name: &str, pdf: &[u8]) -> anyhow::Result<()> {
        let text = golden::witness(pdf)
            .with_context(|| format!("{name} cannot be read back"))?;
        self.stage.write(&format!("{name}.pdf"), pdf)?;
        self.stage.write(&format!("{name}.txt"), text.as_bytes())?;
        self.digests.insert(name.to_owned(), digest_of(pdf, &text));
        self.put.insert(name.to_owned());
        Ok(())
    }

    /// Leaves a golden out, or a file that belongs to none.
    pub(super) fn remove(&mut self, name: &str) {
        self.digests.remove(name);
        self.gone.insert(name.to_owned());
    }

    /// Puts the new goldens in the place of the old ones.
    pub(super) fn publish(self) -> anyhow::Result<()> {
        for file in &self.store.files {
            let stem = file.strip_suffix(".pdf").or_else(|| file.strip_suffix(".txt"));
            let stem = stem.unwrap_or(file);
            let is_new = self.put.contains(stem) || file == LEDGER;
            let is_gone = self.gone.contains(file) || self.gone.contains(stem);
            if !is_new && !is_gone {
                self.stage.keep(file)?;
            }
        }
        let lines =
            self.digests.iter().map(|(name, digest)| format!("{digest} {name}\n"));
        self.stage.write(LEDGER, lines.collect::<String>().as_bytes())?;
        self.stage.publish()
    }
}

/// The digest of a golden. Whoever checks texts out may end their lines in another way.
fn digest_of(pdf: &[u8], text: &str) -> Digest {
    let text = text.replace("\r\n", "\n");
    Digester::default().part("pdf", pdf).part("text", text.as_bytes()).finish()
}
