//! What programs that are not ours see in our PDFs; `tests/README.md` says how to run it.
#![expect(clippy::disallowed_methods, reason = "tests talk to the machine")]

mod tools; // finding the programs, and what to install when one is missing
#[path = "../it/line.rs"]
#[expect(dead_code, reason = "other tests use all of it")]
mod line; // the line of values within this process

mod extraction; // titles, dates and first words of entries, by six extractors
mod months; // month names, as CLDR has them
mod standards; // is it a PDF, accessible, an archive file, without a mistake
