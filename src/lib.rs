//! cvpdf, a résumé typesetter: YAML text becomes PDF bytes along one line of values.
//!
//! Each value is made from the one before it by one pure function: a `Source` is
//! parsed into a `Resume`, composed into a `View`, gathered with theme, choices and
//! fonts in a `Brief`, typeset into a `Document`, written as an `Artifact`.
//! Each module uses only those above it, so this list is also the order to read in.

// Words that every module speaks
pub mod source;
pub mod diag;
pub mod digest;
pub mod date;
pub mod locale;
pub mod text;

// Facts
pub mod resume;

// Looks
pub mod font;
pub mod theme;
pub mod photo;
pub mod view;

// Making
pub mod brief;
pub mod typeset;
pub mod export;
pub mod recipe;
pub mod inspect;
pub mod compare;

// Drivers: the only code that touches the machine
pub mod system;
pub mod settings;
pub mod plan;
pub mod cache;
pub mod run;
pub mod batch;
pub mod watch;
pub mod golden;
pub mod lint;
pub mod gallery;
pub mod scaffold;

// Commands
pub mod report;
pub mod command;
