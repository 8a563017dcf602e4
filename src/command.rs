//! The commands, in the order in which `--help` lists them.

mod cache;
mod check;
mod completions;
mod diff;
mod export;
mod fonts;
mod golden;
mod man;
mod new;
mod profiles;
mod render;
mod schema;
mod themes;
mod watch;

use clap::Parser;
use clap::Subcommand;

use crate::batch;
use crate::batch::work::Workplace;
use crate::cache::Cache;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::report::Audience;
use crate::report::Report;
use crate::settings;
use crate::system::env;
use crate::system::worker;
use crate::system::worker::Terms;

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
    Export(Box<export::ExportArgs>),
    Watch(Box<watch::WatchArgs>),
    Check(Box<check::CheckArgs>),
    Profiles(profiles::ProfilesArgs),
    Golden(Box<golden::GoldenArgs>),
    Diff(diff::DiffArgs),
    New(new::NewArgs),
    Themes(themes::ThemesArgs),
    Fonts(fonts::FontsArgs),
    Schema(schema::SchemaArgs),
    Cache(cache::CacheArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

/// Runs the command that was asked for; its exit code if it ended well.
///
/// A process that is a worker of one does not run it but works for it, with its flags.
pub fn run(arguments: &Arguments, report: &mut Report) -> anyhow::Result<u8> {
    if let Some(terms) = worker::terms()? {
        return serve(arguments, terms, report);
    }
    match &arguments.command {
        Command::Render(args) => return render::run(args, report),
        Command::Export(args) => return export::run(args, report),
        Command::Watch(args) => return watch::run(args, report),
        Command::Check(args) => return check::run(args, report),
        Command::Profiles(args) => return profiles::run(args, report),
        Command::Golden(args) => return golden::run(args, report),
        Command::Diff(args) => return diff::run(args, report),
        Command::Themes(args) => return themes::run(args, report),
        Command::New(args) => new::run(args, report)?,
        Command::Fonts(args) => fonts::run(args, report)?,
        Command::Schema(args) => schema::run(args)?,
        Command::Cache(args) => cache::run(args, report)?,
        Command::Completions(args) => completions::run(args)?,
        Command::Man(args) => man::run(args)?,
    }
    Ok(0)
}

/// Works for a batch whose flags are these.
fn serve(arguments: &Arguments, terms: Terms, report: &Report) -> anyhow::Result<u8> {
    let flags = match &arguments.command {
        Command::Export(args) => &args.flags,
        Command::Watch(args) => &args.flags,
        Command::Golden(args) => &args.flags,
        _ => anyhow::bail!("this command has no workers"),
    };
    let settings = settings::resolve(flags, &mut Sink::default())?;
    let cache = Cache::open(settings.cache.then(env::cache_folder).flatten());
    let teller = report.teller();
    let tell = |one: &Diagnostic| teller.told(one, terms.colour);
    let place = Workplace {
        settings: &settings,
        cache: &cache,
        strict: arguments.strict,
        tell: &tell,
    };
    batch::serve(terms, place)?;
    Ok(0)
}

impl Arguments {
    /// The report that these arguments ask for.
    pub fn report(&self) -> Report {
        let audience = if self.json { Audience::Machine } else { Audience::Person };
        Report::new(audience, self.strict)
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
