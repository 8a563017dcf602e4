//! What a theme lets the author choose, and what the author chose.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

/// What was decided about looks: every option of the theme with its value.
///
/// Nothing is left to default. Its JSON, with the steps that the typesetter takes to
/// fit a page budget, is what themes read as `/options.json`.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Choices {
    /// Values by option name: text, numbers, booleans; lengths in points.
    pub options: BTreeMap<String, Value>,
}
