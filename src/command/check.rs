//! `cvpdf check`: everything that is wrong or doubtful.

use crate::diag::Diagnostic;
use crate::diag::Severity;
use crate::diag::Sink;
use crate::export::pdf;
use crate::plan;
use crate::plan::Input;
use crate::plan::Job;
use crate::plan::Target;
use crate::recipe;
use crate::report::Report;
use crate::resume::language::gaps;
use crate::resume::yaml;
use crate::run;
use crate::run::Trail;
use crate::settings;
use crate::settings::Flags;
use crate::settings::Settings;

/// Tells everything that is wrong or doubtful in résumés, and writes nothing
#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    /// The résumés: paths, files of the project's folder `resumes`, or `-`
    #[arg(required = true)]
    resumes: Vec<String>,

    #[command(flatten)]
    flags: Flags,
}

/// Checks each résumé; the exit code is 1 if one has an error.
pub(super) fn run(args: &CheckArgs, report: &mut Report) -> anyhow::Result<u8> {
    let mut sink = Sink::default();
    let settings = settings::resolve(&args.flags, &mut sink).and_then(Settings::single);
    let settings = settings.or_else(|error| {
        report.tell(&mut sink).map_or_else(|it| Err(it.into()), |()| Err(error))
    })?;
    let mut code = 0;
    for resume in &args.resumes {
        let outcome = check(resume, &settings, &mut sink);
        let doubts = sink.count(Severity::Warning);
        let told = report.tell(&mut sink);
        match outcome {
            Ok(0) if told.is_ok() && doubts == 0 => {
                report.say(&format!("{resume}: nothing to complain of"));
            }
            Ok(child) if told.is_ok() => code = code.max(child),
            Err(error) if !error.is::<crate::diag::Reported>() => return Err(error),
            Ok(_) | Err(_) => code = code.max(1),
        }
    }
    Ok(code)
}

fn check(resume: &str, settings: &Settings, sink: &mut Sink) -> anyhow::Result<u8> {
    let input = plan::input(resume, settings)?;
    let job = Job { input, format: &pdf::FORMAT, target: Target::Stdout };
    let prepared = run::prepare(&job, settings, &mut Trail::default(), sink)?;
    if prepared.wants_guard(settings) {
        return run::guarded(&job, settings, sink);
    }
    if settings.profile.is_none() && settings.look.lang.is_none() {
        let Input { name, folder: _, stem: _, bytes } = &job.input;
        let source = yaml::decode(name, bytes, &mut Sink::default())?;
        gaps::tell_others(&source, &settings.version(), sink);
    }
    if prepared.recipe.brief.stamp.is_none() {
        let message = "without a date the PDF is accessible (PDF/UA-1) but no archive file (PDF/A-2a)";
        let hint = "put `updated: 2026-11` or the like at the top";
        sink.note(Diagnostic::new("no-date", message).hint(hint));
    }
    recipe::make(&prepared.recipe, sink)?;
    Ok(0)
}
