//! A résumé as a profile wants it.
