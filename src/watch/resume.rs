//! A résumé that is watched, and its results.

use std::collections::BTreeSet;
use std::path::Path;
use std::path::PathBuf;

use super::News;
use super::Task;
use super::Watch;
use crate::batch::Order;
use crate::batch::plan;
use crate::batch::plan::Place;
use crate::batch::select::Selection;
use crate::diag::Sink;
use crate::plan::input;
use crate::resume::parse;
use crate::system::files;
use crate::system::watch::Wanted;

/// A résumé that is watched.
#[derive(Debug, Default)]
pub(super) struct Resume {
    /// Whether it was there at the last look.
    is_there: bool,
    /// Its results, in the order of the plan, and after them those of profiles that are
    /// gone: they may come back.
    pub(super) jobs: Vec<Job>,
}

/// A result of a résumé.
#[derive(Debug)]
pub(super) struct Job {
    /// What is to be made.
    pub(super) order: Order,
    /// Whether it is still wanted.
    is_planned: bool,
    /// Whether it is to be made, and why.
    pub(super) due: Due,
    /// What was read for it when it was last made.
    pub(super) wanted: Wanted,
    /// How it went the last time.
    pub(super) last: Option<Last>,
}

/// Whether a result is to be made, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Due {
    /// It is not.
    No,
    /// Something that it reads may have changed.
    Perhaps,
    /// Its résumé was saved.
    Saved,
}

/// How a result went the last time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Last {
    /// Whether it failed.
    pub(super) failed: bool,
    /// What was told of it.
    pub(super) told: Vec<String>,
}

impl Resume {
    /// How many results it has.
    pub(super) fn results(&self) -> usize {
        self.jobs.iter().filter(|job| job.is_planned).count()
    }

    /// How many of them failed.
    pub(super) fn failures(&self) -> usize {
        let failed = |job: &Job| job.last.as_ref().is_some_and(|last| last.failed);
        self.jobs.iter().filter(|job| job.is_planned && failed(job)).count()
    }

    /// Adds what its results read.
    pub(super) fn want(&self, wanted: &mut Wanted) {
        for job in self.jobs.iter().filter(|job| job.is_planned) {
            wanted.paths.extend(job.wanted.paths.iter().cloned());
            wanted.folders.extend(job.wanted.folders.iter().cloned());
        }
    }

    /// Marks the results that depend on these paths; whether there are any.
    pub(super) fn mark(&mut self, paths: &BTreeSet<PathBuf>) -> bool {
        let mut any = false;
        for job in self.jobs.iter_mut().filter(|job| job.is_planned) {
            let Wanted { paths: files, folders } = &job.wanted;
            if !files.is_disjoint(paths) || !folders.is_disjoint(paths) {
                job.due = job.due.max(Due::Perhaps);
                any = true;
            }
        }
        any
    }

    /// Takes on a new plan; what is known of results that it has is kept.
    fn take_on(&mut self, orders: Vec<Order>, due: Due) {
        let mut before = std::mem::take(&mut self.jobs);
        for order in orders {
            let known = before.iter().position(|job| job.order.name == order.name);
            let known = known.map(|at| before.remove(at));
            let (wanted, last) =
                known.map_or_else(Default::default, |it| (it.wanted, it.last));
            self.jobs.push(Job { order, is_planned: true, due, wanted, last });
        }
        let gone = before.into_iter();
        self.jobs.extend(gone.map(|job| Job { is_planned: false, due: Due::No, ..job }));
    }
}

impl Watch<'_, '_> {
    /// Where a résumé may be.
    pub(super) fn places(&self, name: &str) -> Vec<PathBuf> {
        let usual = self.settings.resumes.join(name);
        let places = [Path::new(name), &usual];
        places.iter().filter_map(|place| files::absolute(place).ok()).collect()
    }

    /// Reads a résumé and lists its results.
    pub(super) fn read(&mut self, name: &str, task: &Task) {
        let is_there = self.places(name).iter().any(|place| files::is_file(place));
        let resume = self.resumes.entry(name.to_owned()).or_default();
        let was_there = std::mem::replace(&mut resume.is_there, is_there);
        if was_there && !is_there {
            resume.jobs.iter_mut().for_each(|job| job.due = Due::No);
            self.troubled.insert(task.clone(), "gone".into());
            return self.tell(News::Gone(name));
        }
        let mut sink = Sink::default();
        match self.plan(name, &mut sink) {
            Ok(orders) => {
                let due = if self.round.again { Due::Perhaps } else { Due::Saved };
                if let Some(resume) = self.resumes.get_mut(name) {
                    resume.take_on(orders, due);
                }
                self.mended(name, task);
            }
            Err(error) => self.failed(name, task, (sink, error)),
        }
    }

    /// The results of a résumé; those that another makes, too, are an error.
    fn plan(&mut self, name: &str, sink: &mut Sink) -> anyhow::Result<Vec<Order>> {
        let text = input(name, &self.settings)?;
        let formats = plan::formats(self.asked.formats, &self.settings)?;
        let selection = Selection::Files(vec![name.to_owned()].into_iter());
        let planned = plan::plan(selection, &formats, &self.settings);
        let orders: anyhow::Result<Vec<Order>> = match planned {
            Ok(mut plan) => plan.orders()?.collect(),
            Err(error) => {
                // What is wrong with the text comes first.
                let source = parse::source(&text.name, &text.bytes, sink)?;
                parse::parse(&source, sink)?;
                Err(error)
            }
        };
        let orders = orders?;
        self.claims.retain(|_, owner| owner != name);
        for order in &orders {
            let owner = self.claims.entry(Place::of(&order.name)).or_insert(name.into());
            if owner != name {
                let one = &order.name;
                anyhow::bail!("{owner} and {name} would be the same file {one}");
            }
        }
        Ok(orders)
    }
}
