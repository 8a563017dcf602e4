//! What programs that are not ours see in our PDFs; `tests/README.md` says how to run it.
#![expect(clippy::disallowed_methods, reason = "tests talk to the machine")]
#![expect(clippy::unwrap_used, reason = "what cannot be had ends a test")]

mod tools; // finding the programs, and what to install when one is missing
#[path = "../it/line.rs"]
#[expect(dead_code, reason = "other tests use all of it")]
mod line; // the line of values within this process

#[path = "../it/stored.rs"]
mod stored; // what lies in a folder, and in a cache's

#[path = "../it/watch/live.rs"]
#[expect(dead_code, reason = "other tests use all of it")]
mod live; // a running watch, and waiting for what it says

mod extraction; // titles, dates and first words of entries, by six extractors
#[cfg(target_os = "linux")]
mod faults; // what is promised when the machine fails, by strace and unshare
#[cfg(target_os = "linux")]
mod soak; // a watch that runs for days
mod months; // month names, as CLDR has them
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
mod processors; // the same bytes on processors of long ago
mod standards; // is it a PDF, accessible, an archive file, without a mistake
