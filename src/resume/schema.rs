//! The JSON Schema of a résumé, for editors.
