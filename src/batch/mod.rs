//! Many results at once: from a selection to a plan, and through worker processes to files.
//!
//! An [`Order`] is one result, as a value with a stable name; orders share nothing but the
//! cache. A plan is all orders of a batch, checked before the first of them is made. A
//! [`Pool`](pool::Pool) of workers makes them, each in a process with limits, so that a
//! theme that loops or a picture that eats memory is one failed order with its reason.

pub mod select;
pub mod outline;
pub mod plan;
pub mod work;
pub mod pool;
pub mod tally;
pub mod ledger;

use std::path::PathBuf;

use serde::Deserialize;
use serde::Serialize;
use serde_json::Value;

use crate::batch::work::Workplace;
use crate::digest::Digest;
use crate::settings::Way;
use crate::system::worker;
use crate::system::worker::Terms;
use crate::typeset;

/// Works on the orders that a parent gives until it has no more.
///
/// What Typst computed is forgotten after each order, but for what `terms` say.
pub fn serve(terms: Terms, place: Workplace<'_>) -> anyhow::Result<()> {
    worker::settle(terms)?;
    for line in worker::jobs() {
        let order: Order = serde_json::from_str(&line?)?;
        let outcome = work::work(&order, place);
        worker::answer(&serde_json::to_string(&outcome)?)?;
        typeset::forget(terms.memory);
    }
    Ok(())
}

/// One result of a batch: which résumé, how, and where to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The name, stable as long as the project's naming is: the output's path below the
    /// folder for outputs.
    pub name: String,
    /// The résumé's file.
    pub resume: String,
    /// How it is set.
    #[serde(flatten)]
    pub way: Way,
    /// The name of the format.
    pub format: String,
    /// Where the result goes.
    pub target: PathBuf,
}

/// What became of an order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// How it went.
    pub status: Status,
    /// The files there are now, with the digest of each.
    pub files: Vec<(PathBuf, Digest)>,
    /// What there is to tell.
    pub told: Vec<Told>,
    /// The files and folders that it depends on, besides the résumé.
    pub read: Vec<PathBuf>,
}

/// How an order went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Its pages were set and written.
    Made,
    /// It was taken from the cache and written.
    Cached,
    /// The files that it would write were there already.
    Unchanged,
    /// It could not be made.
    Failed,
}

/// A diagnostic that comes from another process.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// For machines.
    pub record: Value,
    /// For people, as it goes to a terminal.
    pub text: String,
}

impl Outcome {
    /// An order that failed, and why.
    pub fn failed(told: Vec<Told>) -> Self {
        Self { status: Status::Failed, files: Vec::new(), told, read: Vec::new() }
    }

    /// The name of all that the order made: that of its file, or of all of them in order;
    /// none if it failed.
    pub fn digest(&self) -> Option<Digest> {
        match self.files.as_slice() {
            [] => None,
            [(_, digest)] => Some(*digest),
            files => {
                let parts: Vec<(&str, Digest)> =
                    files.iter().map(|(_, digest)| ("page", *digest)).collect();
                Some(Digest::of_parts(&parts))
            }
        }
    }
}

impl Status {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Cached => "cached",
            Self::Unchanged => "unchanged",
            Self::Failed => "failed",
        }
    }
}
