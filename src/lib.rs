//! cvpdf, a résumé typesetter.

pub mod font;
pub mod typeset;
