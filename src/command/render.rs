//! `cvpdf render`: one résumé.

use serde_json::json;

use crate::cache::Cache;
use crate::cache::explain;
use crate::diag::Sink;
use crate::plan;
use crate::plan::Job;
use crate::plan::Target;
use crate::report::Report;
use crate::run;
use crate::run::Prepared;
use crate::run::Trail;
use crate::settings;
use crate::settings::Flags;
use crate::settings::Settings;
use crate::system;
use crate::system::files::Change;
use crate::system::files::Durable;

/// Renders a résumé
#[derive(Debug, clap::Args)]
pub(super) struct RenderArgs {
    /// The résumé: a path, a file of the project's folder `resumes`, or `-`
    resume: String,

    /// Where to write: the extension chooses the format; `-` is standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<String>,

    /// What to write: pdf, png or svg
    #[arg(short, long, value_name = "FORMAT")]
    format: Option<String>,

    /// Say what came from the cache and, if not, which part of the key changed
    #[arg(long)]
    explain: bool,

    /// Print what the theme is given, as JSON, and make nothing
    #[arg(long, conflicts_with_all = ["output", "format", "explain"])]
    emit_view: bool,

    /// Open the result in its viewer
    #[arg(long)]
    open: bool,

    #[command(flatten)]
    flags: Flags,
}

/// Renders; the exit code is that of the guarded child, if there was one.
pub(super) fn run(args: &RenderArgs, report: &mut Report) -> anyhow::Result<u8> {
    let mut sink = Sink::default();
    let outcome = render(args, report, &mut sink);
    report.tell(&mut sink)?;
    outcome
}

fn render(args: &RenderArgs, report: &mut Report, sink: &mut Sink) -> anyhow::Result<u8> {
    let settings = settings::resolve(&args.flags, sink)?.single()?;
    let target = plan::target(args.output.as_deref(), args.format.as_deref(), sink);
    let Some((target, format)) = target else { return Ok(1) };
    let job = Job { input: plan::input(&args.resume, &settings)?, format, target };
    let prepared = run::prepare(&job, &settings, &mut Trail::default(), sink)?;
    if prepared.wants_guard(&settings) {
        return run::guarded(&job, &settings, sink);
    }
    if args.emit_view {
        let view = serde_json::to_string_pretty(&prepared.recipe.brief.view)?;
        system::files::write_stdout(format!("{view}\n").as_bytes())?;
        return Ok(0);
    }
    let code = finish(args, &prepared, &settings, (report, sink))?;
    if !settings.ats_copy {
        return Ok(code);
    }
    let target = copy_of(&prepared.target)?;
    let job = Job { target, ..job };
    let settings = settings.for_portals();
    let prepared = run::prepare(&job, &settings, &mut Trail::default(), sink);
    if prepared.is_err() {
        settings.name_copy(sink);
    }
    finish(args, &prepared?, &settings, (report, sink))
}

/// Where the copy for application portals goes: beside its original.
fn copy_of(target: &Target) -> anyhow::Result<Target> {
    let Target::File(path) = target else {
        anyhow::bail!("`--ats-copy` makes two files, which standard output cannot take");
    };
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    let name = format!("{stem}{}.{extension}", settings::COPY);
    Ok(Target::File(path.with_file_name(name)))
}

/// Makes and delivers, and tells of it.
fn finish(
    args: &RenderArgs,
    prepared: &Prepared,
    settings: &Settings,
    (report, sink): (&mut Report, &mut Sink),
) -> anyhow::Result<u8> {
    let cache = Cache::open(settings.cache.then(system::env::cache_folder).flatten());
    if args.explain {
        explain(prepared, &cache, report);
    }
    let made = run::make(prepared, &cache, sink);
    for warning in cache.warnings() {
        sink.note(warning);
    }
    settings.name_copy(sink);
    report.tell(sink)?;
    let (artifact, cached) = made?;
    let files = run::deliver(&artifact, &prepared.target, Durable::Now)?;
    for (path, change) in &files {
        let path = path.display().to_string();
        let change = match change {
            Change::Created => "made",
            Change::Replaced => "replaced",
            Change::Unchanged => "unchanged",
        };
        report.say(&format!(
            "{path} {change}{}",
            if cached { ", from the cache" } else { "" }
        ));
        report.record(json!({ "output": path, "change": change, "cached": cached }));
    }
    if args.open
        && let Some((path, _)) = files.first()
    {
        system::files::open_in_viewer(path)?;
    }
    Ok(0)
}

/// Says whether the cache has it and, if not, which parts of its key are new.
fn explain(prepared: &Prepared, cache: &Cache, report: &Report) {
    let Target::File(path) = &prepared.target else { return };
    let parts = prepared.recipe.key_parts();
    report.say(&format!("key {}", prepared.recipe.key()));
    let Some(before) = cache.previous(path) else {
        return report.say("nothing is known of an earlier run for this output");
    };
    match explain::changes(&before, &parts).as_slice() {
        [] => report.say("no part of the key changed"),
        changed => {
            report.say(&format!("changed since the last run: {}", changed.join(", ")));
        }
    }
}
