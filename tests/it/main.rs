//! Everything that is tested through the library or the program, by subject.

mod cache; // what the cache promises
mod fonts; // the ledger is true, and the font set is what Typst would read itself
mod schema; // the JSON Schema: current, takes every sample, refuses what the parser refuses
mod suite; // small résumés that carry what is said about them
