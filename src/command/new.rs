//! `cvpdf new`: a starter résumé.

use std::path::PathBuf;

use anyhow::bail;

use crate::report::Report;
use crate::scaffold;
use crate::system::env;
use crate::system::files;
use crate::system::files::Durable;

/// Writes a starter résumé with comments, which renders as it is
#[derive(Debug, clap::Args)]
pub(super) struct NewArgs {
    /// Where to write it: a path, as `resumes/alice.yaml`
    file: PathBuf,
}

pub(super) fn run(args: &NewArgs, report: &Report) -> anyhow::Result<()> {
    let shown = args.file.display();
    if files::exists(&args.file) {
        bail!("{shown} is there already and was left as it is");
    }
    let text = scaffold::resume(&args.file, env::today());
    files::replace(&args.file, text.as_bytes(), Durable::Now)?;
    report.say(&format!("{shown} made; `cvpdf render {shown}` sets it"));
    Ok(())
}
