//! cvpdf, a résumé typesetter.

pub mod date;
pub mod locale;
