//! Making one result again, if its recipe is another one than before.

use std::path::PathBuf;

use super::Event;
use super::Task;
use super::Watch;
use crate::diag::Sink;
use crate::digest::Digest;
use crate::export::pdf;
use crate::plan;
use crate::plan::Input;
use crate::plan::Target;
use crate::run;
use crate::run::Trail;
use crate::system::env;
use crate::system::files;
use crate::system::files::Change;
use crate::system::watch::Wanted;
use crate::typeset;

/// How many of the last results Typst remembers what they were computed from: enough for
/// all profiles of a résumé, and little enough to stay small.
const REMEMBERED: usize = 10;

/// A result of a résumé.
#[derive(Debug)]
pub(super) struct Job {
    /// The profile that is set; everything if none.
    pub(super) profile: Option<String>,
    /// What was read for it when it was last looked at.
    pub(super) wanted: Wanted,
    /// What it was made of when it was last made.
    last: Option<Last>,
}

/// A result as it was last made.
#[derive(Debug)]
struct Last {
    key: Digest,
    files: Vec<PathBuf>,
}

/// What came of a job.
enum Outcome {
    /// It would be the same again.
    Same,
    /// It was made, or came from the cache.
    Made(Vec<(PathBuf, Change)>, bool),
}

impl Job {
    /// A result that was never made.
    pub(super) fn new(profile: Option<String>) -> Self {
        Self { profile, wanted: Wanted::default(), last: None }
    }
}

impl Watch {
    /// Makes a result, and tells of it, if it is not the same as before.
    pub(super) fn make(&mut self, name: &str, index: usize, task: Task) {
        let start = env::clock();
        let Some((input, job)) = self.take(name, index) else { return };
        let mut job = job;
        let of = match &job.profile {
            None => input.name.clone(),
            Some(profile) => format!("{} {profile}", input.name),
        };
        let mut sink = Sink::default();
        let outcome = self.attempt(input, &mut job, &mut sink);
        typeset::forget(REMEMBERED);
        self.put_back(name, index, job);
        match outcome {
            Ok(Outcome::Same) => {}
            Ok(Outcome::Made(files, cached)) => {
                let took = start.elapsed().as_secs_f64() * 1000.0;
                self.tell(of.clone(), Event::Made { files, cached, took }, sink);
                self.conclude(&of, task, Sink::default(), None);
            }
            Err(error) => self.conclude(&of, task, sink, Some(error)),
        }
    }

    /// Takes a job out of its résumé, with the text that it is made of.
    fn take(&mut self, name: &str, index: usize) -> Option<(Input, Job)> {
        let resume = self.resumes.get_mut(name)?;
        let input = resume.input.clone()?;
        let job = resume.jobs.get_mut(index)?;
        let wanted = std::mem::take(&mut job.wanted);
        let (profile, last) = (job.profile.clone(), job.last.take());
        Some((input, Job { profile, wanted, last }))
    }

    fn put_back(&mut self, name: &str, index: usize, job: Job) {
        let jobs = self.resumes.get_mut(name).map(|resume| &mut resume.jobs);
        if let Some(place) = jobs.and_then(|jobs| jobs.get_mut(index)) {
            *place = job;
        }
    }

    /// Reads what a result depends on, and makes it if any of it is new.
    fn attempt(
        &self,
        input: Input,
        job: &mut Job,
        sink: &mut Sink,
    ) -> anyhow::Result<Outcome> {
        let settings = &self.settings;
        let [theme, lang] = [&settings.themes, &settings.langs].map(|all| all.first());
        let profile = job.profile.as_deref();
        let settings =
            settings.with(profile, theme.map(String::as_str), lang.map(String::as_str));
        let asked = plan::Job { input, format: &pdf::FORMAT, target: Target::Named };
        let mut trail = Trail::default();
        let prepared = run::prepare(&asked, &settings, &mut trail, sink);
        job.wanted = wanted(trail);
        let last = job.last.take();
        let prepared = prepared?;
        let key = prepared.recipe.key();
        if let Some(last) = last
            && last.key == key
            && last.files.iter().all(|file| files::is_file(file))
        {
            job.last = Some(last);
            return Ok(Outcome::Same);
        }
        let (artifact, cached) = run::make(&prepared, &self.cache, sink)?;
        let files = run::deliver(&artifact, &prepared.target)?;
        let paths = files.iter().map(|(path, _)| path.clone()).collect();
        job.last = Some(Last { key, files: paths });
        Ok(Outcome::Made(files, cached))
    }
}

/// Where everything is that was read or looked for.
fn wanted(trail: Trail) -> Wanted {
    let Trail { files, folders } = trail;
    let absolute = |path: PathBuf| files::absolute(&path).ok();
    Wanted {
        paths: files.into_iter().filter_map(|(path, _)| absolute(path)).collect(),
        folders: folders.into_iter().filter_map(absolute).collect(),
    }
}
