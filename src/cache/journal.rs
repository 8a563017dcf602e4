//! How full the cache is and how often it was of use, without looking at all of it.
//!
//! Every process adds records to the end of one file, which needs no lock. Whoever prunes
//! begins a new file first and looks at the entries then: an entry is there before its
//! record, so one that is not in the new file was seen. At worst it is counted twice.

use std::io;
use std::time::Duration;
use std::time::SystemTime;

use crate::cache::store::Store;
use crate::system::private;

/// How many bytes a record has: one that names its kind, then numbers.
const RECORD: usize = 16;

/// A journal of this length calls for pruning; one of twice the length is not read.
const JOURNAL_LIMIT: u64 = 1 << 18;

/// How often entries have been asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Uses {
    /// How often an entry was there.
    pub hits: u64,
    /// How often there was none.
    pub misses: u64,
    /// How often there was a damaged one.
    pub damaged: u64,
}

/// One line of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Record {
    /// All entries were looked at: at this time, and they had so many bytes.
    Counted(SystemTime, u64),
    /// An entry of so many bytes was written.
    Stored(u64),
    /// Entries were asked for.
    Used(Uses),
}

/// What a journal says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Journal {
    /// When all entries were last looked at; none if that is not known, and then the
    /// sizes are not either.
    pub counted: Option<SystemTime>,
    /// How many bytes there are, or a little less than this.
    pub size: u64,
    /// How often entries have been asked for.
    pub uses: Uses,
}

impl Journal {
    /// Reads the journal; what cannot be read says nothing.
    pub(super) fn read(store: &Store) -> Self {
        let bytes =
            private::read(&store.journal(), 2 * JOURNAL_LIMIT).map(|found| found.bytes);
        let mut journal = Self::default();
        for record in bytes.unwrap_or_default().chunks_exact(RECORD) {
            match Record::decode(record) {
                Some(Record::Counted(time, size)) => {
                    journal.counted = Some(time);
                    journal.size = journal.size.saturating_add(size);
                }
                Some(Record::Stored(size)) => {
                    journal.size = journal.size.saturating_add(size);
                }
                Some(Record::Used(uses)) => journal.uses = journal.uses.and(uses),
                // Somebody wrote who is not one of us; counting again mends it.
                None => return Self { counted: None, ..journal },
            }
        }
        journal
    }

    /// Adds a record, and tells whether the journal has become too long.
    pub(super) fn add(store: &Store, record: Record) -> io::Result<bool> {
        let length = private::append(&store.journal(), &record.encode())?;
        Ok(length >= JOURNAL_LIMIT)
    }

    /// Begins a new journal that says only how often entries have been asked for.
    pub(super) fn begin(store: &Store) -> io::Result<()> {
        let uses = Self::read(store).uses;
        private::write(&store.journal(), &Record::Used(uses).encode())
    }
}

impl Uses {
    /// These and those.
    fn and(self, other: Self) -> Self {
        Self {
            hits: self.hits.saturating_add(other.hits),
            misses: self.misses.saturating_add(other.misses),
            damaged: self.damaged.saturating_add(other.damaged),
        }
    }
}

impl Record {
    /// Numbers have five or seven bytes; larger ones stay at the largest.
    fn encode(self) -> [u8; RECORD] {
        let (kind, numbers, width) = match self {
            Self::Counted(time, size) => {
                let since = time.duration_since(SystemTime::UNIX_EPOCH);
                (b'C', [since.map_or(0, |since| since.as_secs()), size, 0], 7)
            }
            Self::Stored(size) => (b'S', [size, 0, 0], 7),
            Self::Used(Uses { hits, misses, damaged }) => {
                (b'U', [hits, misses, damaged], 5)
            }
        };
        let mut bytes = [0; RECORD];
        bytes[0] = kind;
        let largest = (1 << (8 * width)) - 1;
        for (bytes, number) in bytes[1..].chunks_exact_mut(width).zip(numbers) {
            bytes.copy_from_slice(&number.min(largest).to_le_bytes()[..width]);
        }
        bytes
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        let (kind, rest) = bytes.split_first()?;
        let number = |index: usize, width: usize| {
            let mut number = [0; 8];
            number[..width].copy_from_slice(&rest[index * width..(index + 1) * width]);
            u64::from_le_bytes(number)
        };
        match kind {
            b'C' => {
                let time = SystemTime::UNIX_EPOCH
                    .checked_add(Duration::from_secs(number(0, 7)))?;
                Some(Self::Counted(time, number(1, 7)))
            }
            b'S' => Some(Self::Stored(number(0, 7))),
            b'U' => {
                let [hits, misses, damaged] = [0, 1, 2].map(|index| number(index, 5));
                Some(Self::Used(Uses { hits, misses, damaged }))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_read_as_they_were_written() {
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_795_000_000);
        let uses = Uses { hits: 1, misses: 2, damaged: (1 << 40) - 1 };
        for record in
            [Record::Counted(time, 12), Record::Stored(1 << 50), Record::Used(uses)]
        {
            assert_eq!(Record::decode(&record.encode()), Some(record));
        }
        assert_eq!(Record::decode(&[0; RECORD]), None);
    }

    #[test]
    fn numbers_that_are_too_large_stay_at_the_largest() {
        let record = Record::Stored(u64::MAX).encode();
        assert_eq!(Record::decode(&record), Some(Record::Stored((1 << 56) - 1)));
    }
}
