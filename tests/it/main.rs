//! Everything that is tested through the library or the program, by subject.

mod cache; // what the cache promises
mod fonts; // the ledger is true, and the font set is what Typst would read itself
