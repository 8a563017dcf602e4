//! What batches wrote into a folder, so that what nobody wants any more can be told from
//! what somebody else put there.
//!
//! It is a text file in that folder, a line for each output: its digest and its path. New
//! lines are added at the end, so that a run that is killed has told of all it wrote, and
//! so that two runs at once lose nothing. A line that is missing costs no more than an
//! output that is never removed.

use std::collections::BTreeMap;
use std::collections::HashSet;
use std::path::Component;
use std::path::Path;
use std::path::PathBuf;

use super::plan::Place;
use crate::digest::Digest;
use crate::system::files;
use crate::system::files::Durable;

/// The file's name.
const FILE: &str = ".cvpdf-outputs";

/// The first line, for whoever opens the file.
const HEAD: &str =
    "# What `cvpdf export` wrote here; `cvpdf export --prune` goes by it.\n";

/// The longest output that is read to see whether it is as it was written, in bytes.
const OUTPUT_LIMIT: u64 = 1 << 30;

/// How many bytes of new lines are written at once.
const CHUNK: usize = 16 << 10;

/// What batches wrote into a folder.
#[derive(Debug)]
pub struct Ledger {
    out: PathBuf,
    known: HashSet<Place>,
    new: String,
}

impl Ledger {
    /// The ledger of a folder, empty if there is none.
    pub fn open(out: &Path) -> anyhow::Result<Self> {
        let mut known = HashSet::new();
        if files::is_file(&out.join(FILE)) {
            for line in files::lines(&out.join(FILE).to_string_lossy())? {
                known.insert(Place::of(&line?));
            }
        }
        Ok(Self { out: out.to_owned(), known, new: String::new() })
    }

    /// Writes down that a file is an output.
    pub fn add(&mut self, file: &Path, digest: &Digest) -> anyhow::Result<()> {
        let Some(name) = self.name(file) else { return Ok(()) };
        let line = format!("{digest} {name}");
        if self.known.insert(Place::of(&line)) {
            self.new.push_str(&line);
            self.new.push('\n');
        }
        if self.new.len() > CHUNK { self.write() } else { Ok(()) }
    }

    /// Writes down all that is new.
    pub fn write(&mut self) -> anyhow::Result<()> {
        if self.new.is_empty() {
            return Ok(());
        }
        let new = std::mem::take(&mut self.new);
        let path = self.out.join(FILE);
        let head = if files::is_file(&path) { "" } else { HEAD };
        files::append(&path, format!("{head}{new}").as_bytes())
    }

    /// Removes the outputs that are not `wanted` and still are as they were written, and
    /// gives their paths. What is gone already, or changed by somebody, is forgotten.
    pub fn prune(
        &mut self,
        wanted: &dyn Fn(&str) -> bool,
        remove: bool,
    ) -> anyhow::Result<Vec<PathBuf>> {
        self.write()?;
        let path = self.out.join(FILE);
        if !files::is_file(&path) {
            return Ok(Vec::new());
        }
        let mut kept = BTreeMap::new();
        let mut pruned: BTreeMap<String, Vec<Digest>> = BTreeMap::new();
        for line in files::lines(&path.to_string_lossy())? {
            let line = line?;
            let Some((digest, name)) = line.split_once(' ') else { continue };
            let Some(digest) = Digest::from_hex(digest) else { continue };
            let inside = |part| matches!(part, Component::Normal(_));
            if !Path::new(name).components().all(inside) {
                continue;
            }
            if wanted(name) {
                kept.insert(name.to_owned(), digest);
            } else {
                pruned.entry(name.to_owned()).or_default().push(digest);
            }
        }
        let mut removed = Vec::new();
        for (name, digests) in pruned {
            let file = self.out.join(&name);
            let Ok(bytes) = files::read(&file, OUTPUT_LIMIT) else { continue };
            if !digests.contains(&Digest::of(&bytes)) {
                continue;
            }
            if remove {
                files::remove(&file)?;
            }
            removed.push(file);
        }
        if remove {
            let lines = kept.iter().map(|(name, digest)| format!("{digest} {name}\n"));
            let text: String = std::iter::once(HEAD.to_owned()).chain(lines).collect();
            files::replace(&path, text.as_bytes(), Durable::Later)?;
        }
        Ok(removed)
    }

    /// The path of an output in the folder, with `/` between its parts.
    fn name(&self, file: &Path) -> Option<String> {
        let name = file.strip_prefix(&self.out).ok()?.to_str()?;
        let name = name.replace(std::path::MAIN_SEPARATOR, "/");
        (!name.contains('\n')).then_some(name)
    }
}
