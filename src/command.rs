//! The commands, in the order in which `--help` lists them.

mod cache;
mod check;
mod completions;
mod fonts;
mod man;
mod new;
mod profiles;
mod render;
mod schema;
mod themes;
mod watch;

use clap::Parser;
use clap::Subcommand;

use crate::report::Audience;
use crate::report::Report;

/// Typesets résumés: one YAML file in; beautiful, accessible, reproducible PDFs out
#[derive(Debug, Parser)]
#[command(name = "cvpdf", version, max_term_width = 100, subcommand_required = true)]
#[command(
    after_help = "`cvpdf COMMAND --help` tells more; the manual is in the folder `docs`"
)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,

    /// Say everything as JSON on standard output, one record a line
    #[arg(long, global = true)]
    json: bool,

    /// Treat warnings as errors
    #[arg(long, global = true)]
    strict: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
enum Command {
    Render(Box<render::RenderArgs>),
    Watch(Box<watch::WatchArgs>),
    Check(Box<check::CheckArgs>),
    Profiles(profiles::ProfilesArgs),
    New(new::NewArgs),
    Themes(themes::ThemesArgs),
    Fonts(fonts::FontsArgs),
    Schema(schema::SchemaArgs),
    Cache(cache::CacheArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

/// Runs the command that was asked for; its exit code if it ended well.
pub fn run(arguments: &Arguments, report: &mut Report) -> anyhow::Result<u8> {
    match &arguments.command {
        Command::Render(args) => return render::run(args, report),
        Command::Watch(args) => return watch::run(args, report),
        Command::Check(args) => return check::run(args, report),
        Command::Profiles(args) => return profiles::run(args, report),
        Command::New(args) => new::run(args, report)?,
        Command::Themes(args) => themes::run(args, report)?,
        Command::Fonts(args) => fonts::run(args, report)?,
        Command::Schema(args) => schema::run(args)?,
        Command::Cache(args) => cache::run(args, report)?,
        Command::Completions(args) => completions::run(args)?,
        Command::Man(args) => man::run(args)?,
    }
    Ok(0)
}

impl Arguments {
    /// The report that these arguments ask for.
    pub fn report(&self) -> Report {
        let audience = if self.json { Audience::Machine } else { Audience::Person };
        Report::new(audience, self.strict)
    }

    /// Whether everything is to be said as JSON.
    pub fn wants_json(&self) -> bool {
        self.json
    }
}

/// The command line, for completions and manual pages.
fn command_line() -> clap::Command {
    <Arguments as clap::CommandFactory>::command()
}

/// Parses the arguments; what clap has to say instead is told as clap says it.
pub fn parse() -> Result<Arguments, clap::Error> {
    Arguments::try_parse()
}
