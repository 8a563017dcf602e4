//! Everything that is tested through the library or the program, by subject.
#![expect(clippy::disallowed_methods, reason = "tests talk to the machine")]
#![expect(clippy::unwrap_used, reason = "what cannot be had ends a test")]

mod bench; // a temporary folder, the program in it, and what is expected
mod letters; // cover letters: the head of the résumé, every word, where things stand
mod line; // the line of values within this process
#[cfg(unix)]
mod stored; // what lies in a folder, and in a cache's

#[cfg(unix)]
mod cache; // what the cache promises
mod cli; // what the commands do, as sentences
mod compare; // every edit is seen, by the layer that shows it
mod determinism; // same in, same out
mod drafts; // letters and résumés that are not finished: what is told of them, and where
mod docs; // what the documentation says is true
mod export; // many results: the plan, workers, what is left out
mod fonts; // the ledger is true, and the font set is what Typst would read itself
mod heads; // names and contacts of every length
mod golden; // accepting PDFs, and holding today's against them
mod hostile; // malformed inputs, each with its code, line and column
mod languages; // one file, a PDF in each of its languages
mod looks; // every theme at the limits of its options, and figures that all keep
mod roundtrip; // every word of the YAML is in the PDF, in order
mod samples; // every sample and case in both themes on both papers
mod schema; // what is printed from the tables of keys
mod sidebar; // what stands in the sidebar, and where it is read
mod standards; // what every PDF has, by our own reading
mod suite; // small résumés that carry what is said about them
mod sweep; // no page breaks where it must not
mod watch; // what is made again, and when
mod tidy; // the shape of the source
