//! `cvpdf man`: the manual pages.

use std::path::PathBuf;

use anyhow::Context;

use crate::command::command_line;
use crate::system::files;

/// Prints the manual page, or writes one for each command
#[derive(Debug, clap::Args)]
pub(super) struct ManArgs {
    /// Write `cvpdf.1`, `cvpdf-render.1`, … into this folder
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
}

pub(super) fn run(args: &ManArgs) -> anyhow::Result<()> {
    let command = command_line();
    let Some(folder) = &args.output else {
        return files::write_stdout(&page(&command)?);
    };
    files::make_folder(folder)?;
    clap_mangen::generate_to(command, folder)
        .with_context(|| format!("cannot write manual pages into {}", folder.display()))
}

fn page(command: &clap::Command) -> anyhow::Result<Vec<u8>> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    Ok(page)
}
