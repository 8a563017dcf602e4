//! What became of a batch: counts, and one digest for all of it.

use super::Order;
use super::Outcome;
use super::Status;
use crate::digest::Digest;
use crate::digest::Digester;

/// Counts outcomes and collects their digests: of each, a name and 32 bytes.
#[derive(Debug, Default)]
pub struct Tally {
    /// How many were made.
    pub made: usize,
    /// How many came from the cache.
    pub cached: usize,
    /// How many were there already.
    pub unchanged: usize,
    /// How many failed.
    pub failed: usize,
    names: String,
    digests: Vec<(usize, Digest)>,
}

impl Tally {
    /// Counts an outcome.
    pub fn add(&mut self, order: &Order, outcome: &Outcome) {
        let count = match outcome.status {
            Status::Made => &mut self.made,
            Status::Cached => &mut self.cached,
            Status::Unchanged => &mut self.unchanged,
            Status::Failed => &mut self.failed,
        };
        *count += 1;
        if let Some(digest) = outcome.digest() {
            self.names.push_str(&order.name);
            self.digests.push((self.names.len(), digest));
        }
    }

    /// How many outcomes there are.
    pub fn count(&self) -> usize {
        self.made + self.cached + self.unchanged + self.failed
    }

    /// One digest for all results: over names and digests, sorted by name.
    ///
    /// It does not tell how, when, where or in which order they were made.
    pub fn digest(&self) -> Digest {
        let starts = std::iter::once(0).chain(self.digests.iter().map(|(end, _)| *end));
        let mut all: Vec<(&str, Digest)> = starts
            .zip(&self.digests)
            .map(|(start, (end, digest))| (&self.names[start..*end], *digest))
            .collect();
        all.sort_unstable();
        let part = |digester: Digester, (name, digest): (&str, Digest)| {
            digester.part(name, digest.as_bytes())
        };
        all.into_iter().fold(Digester::default(), part).finish()
    }
}
