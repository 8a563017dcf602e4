//! The modules of cvpdf that read a résumé, without those that set it.

#![allow(missing_docs, dead_code, unreachable_pub, reason = "they are documented at home")]

#[path = "../../../src/source.rs"]
pub mod source;
#[path = "../../../src/diag.rs"]
pub mod diag;
#[path = "../../../src/digest.rs"]
pub mod digest;
#[path = "../../../src/date/mod.rs"]
pub mod date;
#[path = "../../../src/locale/mod.rs"]
pub mod locale;
#[path = "../../../src/text/mod.rs"]
pub mod text;
#[path = "../../../src/resume/mod.rs"]
pub mod resume;
