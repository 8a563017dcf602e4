//! What a project makes, one after the other.
//!
//! This is the one place that knows how results are found and made.

use std::collections::BTreeMap;

use globset::GlobSet;

use crate::cache::Cache;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::export::pdf;
use crate::plan;
use crate::plan::Input;
use crate::plan::Job;
use crate::plan::Target;
use crate::resume::parse;
use crate::run;
use crate::run::Trail;
use crate::settings::Settings;
use crate::system::env;
use crate::system::files;

/// Which results are asked for.
#[derive(Debug, Default)]
pub struct Asked {
    /// Patterns of names; all if there are none.
    pub patterns: Option<GlobSet>,
}

/// A result, by its name.
#[derive(Debug)]
pub struct Made {
    /// The name: its path in the folder of outputs, without the ending.
    pub name: String,
    /// The PDF, if it could be made.
    pub outcome: Result<Vec<u8>, Reported>,
    /// What was said on the way.
    pub said: Vec<Diagnostic>,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Everything was gone through.
    Done {
        /// Whether everything could be made.
        whole: bool,
    },
    /// A child with limits did it all, and ended with this code.
    Guarded(u8),
}

impl Asked {
    /// Whether a result of this name is asked for.
    pub fn wants(&self, name: &str) -> bool {
        self.patterns.as_ref().is_none_or(|patterns| patterns.is_match(name))
    }

    /// Whether everything is.
    pub fn is_all(&self) -> bool {
        self.patterns.is_none()
    }
}

/// Makes what is asked for; `each` is given every result.
pub(super) fn run(
    asked: &Asked,
    settings: &Settings,
    each: &mut dyn FnMut(Made) -> anyhow::Result<()>,
) -> anyhow::Result<Ending> {
    let cache = Cache::open(settings.cache.then(env::cache_folder).flatten());
    let mut whole = true;
    let mut taken = BTreeMap::new();
    for (path, input) in inputs(settings)? {
        let stem = input.stem.clone().unwrap_or_default();
        let mut sink = Sink::default();
        let profiles = match profiles(&input, &mut sink) {
            Ok(profiles) => profiles,
            Err(reported) => {
                // Its names cannot be known, so it counts whatever is asked for.
                whole = false;
                let (outcome, said) = (Err(reported), sink.take());
                each(Made { name: stem, outcome, said })?;
                continue;
            }
        };
        for profile in profiles {
            let settings = settings.with(profile.as_deref(), None, None);
            let job =
                Job { input: input.clone(), format: &pdf::FORMAT, target: Target::Named };
            let made = match one(&job, &settings, asked, &cache)? {
                One::NotAsked => continue,
                One::Guarded(code) => return Ok(Ending::Guarded(code)),
                One::Made(made) => made,
            };
            if let Some(other) = taken.insert(made.name.to_lowercase(), path.clone()) {
                anyhow::bail!("{other} and {path} are both made as `{}`", made.name);
            }
            whole &= made.outcome.is_ok();
            each(made)?;
        }
    }
    Ok(Ending::Done { whole })
}

/// What became of one job.
enum One {
    NotAsked,
    Guarded(u8),
    Made(Made),
}

fn one(
    job: &Job,
    settings: &Settings,
    asked: &Asked,
    cache: &Cache,
) -> anyhow::Result<One> {
    let mut sink = Sink::default();
    let prepared = run::prepare(job, settings, &mut Trail::default(), &mut sink);
    let mut prepared = match prepared {
        Ok(prepared) => prepared,
        Err(error) => {
            let reported = error.downcast::<Reported>()?;
            let mut name = job.input.stem.clone().unwrap_or_default();
            if let Some(profile) = &settings.profile {
                name = format!("{name}-{profile}");
            }
            return Ok(match asked.wants(&name) {
                true => {
                    let (outcome, said) = (Err(reported), sink.take());
                    One::Made(Made { name, outcome, said })
                }
                false => One::NotAsked,
            });
        }
    };
    // Where it would go names it; but it goes nowhere.
    let target = std::mem::replace(&mut prepared.target, Target::Stdout);
    let name = name(&target, settings);
    if !asked.wants(&name) {
        return Ok(One::NotAsked);
    }
    if prepared.wants_guard(settings) {
        return Ok(One::Guarded(run::guarded(job, settings, &mut sink)?));
    }
    let outcome = run::make(&prepared, cache, &mut sink);
    // A PDF is one file.
    let pdf = outcome.map(|(artifact, _)| artifact.files.concat());
    Ok(One::Made(Made { name, outcome: pdf, said: sink.take() }))
}

/// Every résumé of the project, by its path.
fn inputs(settings: &Settings) -> anyhow::Result<Vec<(String, Input)>> {
    let is_resume = |name: &str| name.ends_with(".yaml") || name.ends_with(".yml");
    let found = files::list(&settings.resumes)?;
    let found = found.into_iter().filter(|(name, _)| is_resume(name));
    found
        .map(|(_, path)| {
            let path = path.display().to_string();
            Ok((path.clone(), plan::input(&path, settings)?))
        })
        .collect()
}

/// All of a résumé, and each of its profiles.
fn profiles(input: &Input, sink: &mut Sink) -> Result<Vec<Option<String>>, Reported> {
    let source = parse::source(&input.name, &input.bytes, sink)?;
    let resume = parse::parse(&source, sink)?;
    let profiles = resume.profiles.into_iter().map(|profile| Some(profile.name));
    Ok(std::iter::once(None).chain(profiles).collect())
}

/// The name of a result: its path below the folder of outputs, without the ending.
fn name(target: &Target, settings: &Settings) -> String {
    let Target::File(path) = target else { return String::new() };
    let path = path.strip_prefix(&settings.out).unwrap_or(path).with_extension("");
    let parts = path.iter().map(|part| part.to_string_lossy().into_owned());
    parts.collect::<Vec<_>>().join("/")
}
