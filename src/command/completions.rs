//! `cvpdf completions`: what a shell completes.

use clap_complete::Shell;

use crate::command::command_line;
use crate::system::files;

/// Prints completions for a shell
#[derive(Debug, clap::Args)]
pub(super) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

pub(super) fn run(args: &CompletionsArgs) -> anyhow::Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command_line(), "cvpdf", &mut script);
    files::write_stdout(&script)
}
