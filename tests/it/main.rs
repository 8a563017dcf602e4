//! Everything that is tested through the library or the program, by subject.

#[cfg(unix)]
mod cache; // what the cache promises
#[cfg(target_os = "linux")]
mod faults; // what is promised when the machine fails
mod fonts; // the ledger is true, and the font set is what Typst would read itself
