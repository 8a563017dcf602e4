//! cvpdf, a résumé typesetter.
