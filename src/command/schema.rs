//! `cvpdf schema`: what a résumé may hold, for editors.

use crate::resume::schema;
use crate::system::files;

/// Prints the JSON Schema of résumés, for editors
#[derive(Debug, clap::Args)]
pub(super) struct SchemaArgs {}

pub(super) fn run(_: &SchemaArgs) -> anyhow::Result<()> {
    files::write_stdout(schema::json().as_bytes())
}
