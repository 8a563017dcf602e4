//! Goldens: what a project's PDFs were when somebody last accepted them.
//!
//! A golden is a PDF, and beside it what that says as text, for people to review. A
//! ledger has a digest of both, so that damage is told from change.

pub mod html;
mod jobs;
pub mod junit;
mod store;

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::batch::Told;
use crate::compare;
use crate::compare::Comparison;
use crate::compare::Limits;
use crate::compare::Trouble;
use crate::compare::Verdict;
use crate::inspect;
use crate::settings::Settings;

pub use jobs::Asked;
use jobs::Ending;
pub use jobs::Made;
pub use store::Kept;
pub use store::Store;

/// The folder of goldens, in the project's root.
pub const FOLDER: &str = "golden";

/// How a golden compares with today.
#[derive(Debug)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// Whether it passes and, if not, why.
    pub status: Status,
    /// What to say besides: why it is damaged.
    pub told: String,
    /// What differs, if the two could be compared.
    pub comparison: Option<Comparison>,
    /// The accepted PDF, if it is wanted and was there.
    pub old: Option<Vec<u8>>,
    /// Today's PDF, if it is wanted and could be made.
    pub new: Option<Vec<u8>>,
}

/// Whether a golden passes and, if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Today's bytes are those that were accepted.
    Same,
    /// Only bytes differ that nobody sees.
    Alike,
    /// Something differs.
    Different,
    /// There is no golden yet.
    Missing,
    /// No résumé makes it any more.
    Stale,
    /// A file lies among the goldens that belongs to none.
    Extra,
    /// It is not what was accepted.
    Damaged,
    /// Today's PDF could not be made.
    Failed,
}

/// What an accepting run changed; names in order.
#[derive(Debug, Default)]
pub struct Accepted {
    /// Goldens that are new.
    pub added: Vec<String>,
    /// Goldens that changed, and what is different in them.
    pub changed: Vec<(String, String)>,
    /// Goldens that went, and files that belonged to none.
    pub removed: Vec<String>,
    /// How many stayed as they were.
    pub kept: usize,
}

/// Holds what is made today against the goldens: all entries, by name; none if somebody
/// interrupted.
///
/// `told` hears of every result as it comes.
pub fn check(
    store: &Store,
    asked: &Asked<'_>,
    settings: &Settings,
    told: &mut dyn FnMut(&mut Entry, &[Told]),
) -> anyhow::Result<Option<Vec<Entry>>> {
    let mut entries = Vec::new();
    let ending = jobs::run(asked, settings, &mut |mut made| {
        let said = std::mem::take(&mut made.told);
        let mut entry = entry(store, made, &settings.golden)?;
        if entry.status == Status::Failed && entry.told.is_empty() {
            entry.told = reason(&said);
        }
        told(&mut entry, &said);
        entries.push(entry);
        Ok(())
    })?;
    let Ending::Complete(names) = ending else { return Ok(None) };
    for (name, status) in leftovers(store, asked, &names) {
        let mut entry = Entry { old: store.pdf(&name), ..Entry::new(&name, status) };
        told(&mut entry, &[]);
        entries.push(entry);
    }
    entries.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(Some(entries))
}

/// Takes what is made today for the new truth: all that was asked for, or nothing.
///
/// `told` hears of every result as it comes. The names of those that cannot be made are
/// the error.
pub fn accept(
    store: &Store,
    asked: &Asked<'_>,
    settings: &Settings,
    told: &mut dyn FnMut(&Made),
) -> anyhow::Result<Option<Result<Accepted, Vec<String>>>> {
    let mut change = store.change()?;
    let mut accepted = Accepted::default();
    let mut failed = Vec::new();
    let ending = jobs::run(asked, settings, &mut |made| {
        told(&made);
        let name = made.name.clone();
        let Some(pdf) = &made.pdf else {
            failed.push(name);
            return Ok(());
        };
        change.put(&name, pdf)?;
        accepted.add(&entry(store, made, &settings.golden)?);
        Ok(())
    })?;
    let Ending::Complete(names) = ending else { return Ok(None) };
    if !failed.is_empty() {
        failed.sort();
        return Ok(Some(Err(failed)));
    }
    for (name, status) in leftovers(store, asked, &names) {
        if status != Status::Damaged {
            change.remove(&name);
            accepted.removed.push(name);
        }
    }
    accepted.added.sort();
    accepted.changed.sort();
    if accepted.changes() || !store.is_sound() {
        change.publish()?;
    }
    Ok(Some(Ok(accepted)))
}

/// Why a result could not be made: the first error that was told.
fn reason(told: &[Told]) -> String {
    let errors = told.iter().filter(|one| one.record["severity"] == "error");
    let mut messages = errors.filter_map(|one| one.record["message"].as_str());
    messages.next().unwrap_or_default().to_owned()
}

/// Goldens and files that nothing of today belongs to.
fn leftovers(
    store: &Store,
    asked: &Asked<'_>,
    made: &BTreeSet<String>,
) -> BTreeMap<String, Status> {
    let stale = store.names().filter(|name| !made.contains(*name) && asked.wants(name));
    let mut found: BTreeMap<String, Status> =
        stale.map(|name| (name.to_owned(), Status::Stale)).collect();
    if asked.is_all() {
        let extras = store.extras();
        found.extend(extras.iter().map(|name| (name.clone(), Status::Extra)));
        if !store.is_sound() {
            found.insert(store::LEDGER.to_owned(), Status::Damaged);
        }
    }
    found
}

/// Holds what was made against its golden.
fn entry(store: &Store, made: Made, limits: &Limits) -> anyhow::Result<Entry> {
    let Made { name, pdf, told: _ } = made;
    let Some(new) = pdf else { return Ok(Entry::new(&name, Status::Failed)) };
    let old = match store.get(&name)? {
        Kept::Missing => {
            return Ok(Entry { new: Some(new), ..Entry::new(&name, Status::Missing) });
        }
        Kept::Damaged(why) => {
            let entry = Entry::new(&name, Status::Damaged);
            return Ok(Entry { told: why, new: Some(new), ..entry });
        }
        Kept::Pdf(old) => old,
    };
    Ok(Entry::compared(&name, old, new, limits))
}

impl Entry {
    /// An entry with nothing to compare.
    pub fn new(name: &str, status: Status) -> Self {
        let (name, told) = (name.to_owned(), String::new());
        Self { name, status, told, comparison: None, old: None, new: None }
    }

    /// Two PDFs, compared; they are kept if they differ.
    pub fn compared(name: &str, old: Vec<u8>, new: Vec<u8>, limits: &Limits) -> Self {
        let comparison = match compare::compare(&old, &new, limits) {
            Ok(comparison) => comparison,
            Err(trouble) => {
                let status = match trouble {
                    Trouble::Old(_) => Status::Damaged,
                    Trouble::New(_) => Status::Failed,
                };
                let told = trouble.to_string();
                return Self { told, ..Self::new(name, status) };
            }
        };
        let entry = match comparison.verdict {
            Verdict::Same => return Self::new(name, Status::Same),
            Verdict::Alike => Self::new(name, Status::Alike),
            Verdict::Different => Self::new(name, Status::Different),
        };
        Self { comparison: Some(comparison), old: Some(old), new: Some(new), ..entry }
    }

    /// What to say of it in one line.
    pub fn headline(&self) -> String {
        match (&self.comparison, self.status) {
            (Some(comparison), _) => comparison.headline(),
            (None, Status::Same | Status::Alike | Status::Different) => {
                "nothing differs".to_owned()
            }
            (None, Status::Missing) => "there is no golden yet".to_owned(),
            (None, Status::Stale) => "no résumé makes it any more".to_owned(),
            (None, Status::Extra) => "this file belongs to no golden".to_owned(),
            (None, Status::Damaged) if self.told.is_empty() => "it is damaged".to_owned(),
            (None, Status::Damaged) => format!("it is damaged: {}", self.told),
            (None, Status::Failed) if self.told.is_empty() => {
                "it could not be made".to_owned()
            }
            (None, Status::Failed) => format!("it could not be made: {}", self.told),
        }
    }
}

impl Status {
    /// Whether it is as it was accepted.
    pub const fn passes(self) -> bool {
        matches!(self, Self::Same | Self::Alike)
    }

    /// Its name, for machines.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Alike => "alike",
            Self::Different => "different",
            Self::Missing => "missing",
            Self::Stale => "stale",
            Self::Extra => "extra",
            Self::Damaged => "damaged",
            Self::Failed => "failed",
        }
    }
}

impl Accepted {
    /// Adds what was different in an entry.
    fn add(&mut self, entry: &Entry) {
        let name = entry.name.clone();
        match entry.status {
            Status::Same => self.kept += 1,
            Status::Missing => self.added.push(name),
            Status::Alike
            | Status::Different
            | Status::Stale
            | Status::Extra
            | Status::Damaged
            | Status::Failed => {
                self.changed.push((name, entry.headline()));
            }
        }
    }

    /// Whether anything is different now.
    pub fn changes(&self) -> bool {
        let Self { added, changed, removed, kept: _ } = self;
        !(added.is_empty() && changed.is_empty() && removed.is_empty())
    }
}

/// What is kept of a PDF beside it, for people to review.
fn witness(pdf: &[u8]) -> Result<String, inspect::Unreadable> {
    Ok(compare::describe(&inspect::read(pdf)?))
}
