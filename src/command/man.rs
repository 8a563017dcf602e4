//! `cvpdf man`: the manual pages.

use std::path::PathBuf;

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
    files::replace(&folder.join("cvpdf.1"), &page(&command)?)?;
    for sub in command.get_subcommands() {
        let name = format!("cvpdf-{}", sub.get_name());
        let named = sub.clone().name(name.clone());
        files::replace(&folder.join(format!("{name}.1")), &page(&named)?)?;
    }
    Ok(())
}

fn page(command: &clap::Command) -> anyhow::Result<Vec<u8>> {
    let mut page = Vec::new();
    // A name that lives as long as the program is what clap wants; there are ten.
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    Ok(page)
}
