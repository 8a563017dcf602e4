//! `cvpdf check`: everything that is wrong or doubtful.

use crate::batch::outline::Outline;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Severity;
use crate::diag::Sink;
use crate::export::pdf;
use crate::plan;
use crate::plan::Input;
use crate::plan::Job;
use crate::plan::Target;
use crate::recipe;
use crate::report::Report;
use crate::resume::Chosen;
use crate::resume::Look;
use crate::resume::language::gaps;
use crate::resume::yaml;
use crate::run;
use crate::run::Trail;
use crate::settings;
use crate::settings::Document;
use crate::settings::Flags;
use crate::settings::Settings;
use crate::settings::Way;

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
            Err(error) if !error.is::<Reported>() => return Err(error),
            Ok(_) | Err(_) => code = code.max(1),
        }
    }
    Ok(code)
}

/// Checks a résumé, and what `export` makes besides it.
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
    let mut code = 0;
    for way in further(&job, settings) {
        let settings = settings.with(&way);
        let mut said = Sink::default();
        let outcome = check_way(&job, &settings, &mut said);
        tell_news(&described(&way), said.take(), sink);
        match outcome {
            Ok(child) => code = code.max(child),
            // What is wrong was said.
            Err(error) if error.is::<Reported>() => code = 1,
            Err(error) => return Err(error),
        }
    }
    Ok(code)
}

fn check_way(job: &Job, settings: &Settings, sink: &mut Sink) -> anyhow::Result<u8> {
    let prepared = run::prepare(job, settings, &mut Trail::default(), sink)?;
    if prepared.wants_guard(settings) {
        return run::guarded(job, settings, sink);
    }
    recipe::make(&prepared.recipe, sink)?;
    Ok(0)
}

/// The letters of a résumé and of its profiles, and the copy for portals that is asked for.
fn further(job: &Job, settings: &Settings) -> Vec<Way> {
    let chosen = |value: &Option<Chosen>| value.as_ref().map(|it| it.value.clone());
    let Look { theme, lang, .. } = &settings.look;
    let (theme, lang) = (chosen(theme), chosen(lang));
    let profile = settings.profile.clone();
    let way = Way { profile, theme, lang, ..Way::default() };
    let mut ways = Vec::new();
    if settings.document == Document::Resume {
        let outline = Outline::of(job.input.clone(), false);
        let own = outline.profiles.iter().cloned().map(Some);
        let profiles: Vec<_> = match &settings.profile {
            Some(profile) => vec![Some(profile.clone())],
            None => std::iter::once(None).chain(own).collect(),
        };
        let with_letters =
            profiles.into_iter().filter(|it| outline.has_letter(it.as_deref()));
        ways.extend(with_letters.map(|profile| {
            let way = way.clone();
            Way { profile, letter: true, ..way }
        }));
    }
    if settings.ats_copy {
        ways.push(Way { ats_copy: true, ..way });
    }
    ways
}

/// What a way makes, in words.
fn described(way: &Way) -> String {
    let profile = way.profile.as_ref().map(|it| format!("profile `{it}`"));
    let letter = way.letter.then(|| "letter".to_owned());
    let copy = way.ats_copy.then(|| "copy for portals".to_owned());
    [profile, letter, copy].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Tells what was not said of the résumé itself.
fn tell_news(what: &str, said: Vec<Diagnostic>, sink: &mut Sink) {
    let name = |one: &Diagnostic| {
        let span =
            one.place.as_ref().map(|it| (it.source.name().to_owned(), it.span.clone()));
        (one.code, span, one.message.clone())
    };
    let told: Vec<_> = sink.diagnostics().iter().map(name).collect();
    let mut news: Vec<Diagnostic> = said;
    news.retain(|one| !told.contains(&name(one)));
    for one in news.iter_mut().filter(|one| one.place.is_none()) {
        one.message = format!("{what}: {}", one.message);
    }
    sink.extend(news);
}
