//! Having results made, and telling what is new about them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::News;
use super::Watch;
use super::resume::Due;
use super::resume::Last;
use crate::batch::Order;
use crate::batch::Outcome;
use crate::batch::Status;
use crate::batch::pool::Flow;
use crate::batch::pool::Hearing;
use crate::batch::pool::Pool;
use crate::diag::Sink;
use crate::export;
use crate::plan;
use crate::plan::Target;
use crate::run;
use crate::run::Trail;
use crate::settings::Settings;
use crate::system::files;
use crate::system::watch::Wanted;
use crate::system::worker;
use crate::system::worker::Terms;

/// For how many results what Typst computed is remembered: enough for all profiles of a
/// résumé, and little enough to stay small.
const REMEMBERED: usize = 10;

impl Watch<'_, '_> {
    /// Whether something is to be made.
    pub(super) fn has_due(&self) -> bool {
        let mut jobs = self.resumes.values().flat_map(|resume| &resume.jobs);
        jobs.any(|job| job.due != Due::No)
    }

    /// Has everything made that is due.
    pub(super) fn make(&mut self) -> anyhow::Result<()> {
        let jobs = self.resumes.values().flat_map(|resume| &resume.jobs);
        let due = jobs.filter(|job| job.due != Due::No);
        let orders: Vec<Order> = due.map(|job| job.order.clone()).collect();
        if orders.is_empty() {
            return Ok(());
        }
        let mut pool = match self.pool.take() {
            Some(pool) => pool,
            None => self.pool()?,
        };
        let tell = self.ears.tell;
        let mut hear = |order: &Order, outcome| {
            self.hear(order, outcome);
            Ok(Flow::Continue)
        };
        let mut orders = orders.into_iter().map(Ok);
        let mut hearing = Hearing { orders: &mut orders, outcome: &mut hear, tell };
        pool.run(&mut hearing)?;
        self.pool = Some(pool);
        Ok(())
    }

    fn pool(&self) -> anyhow::Result<Pool> {
        let (limits, colour) = (self.settings.limits, self.ears.colour);
        Pool::new(worker::cores(), Terms { limits, colour, memory: REMEMBERED })
    }

    /// Keeps what came of a result, and tells what is new about it.
    fn hear(&mut self, order: &Order, mut outcome: Outcome) {
        let failed = outcome.status == Status::Failed;
        if failed && outcome.read.is_empty() {
            // A worker that was stopped could not say what it had read.
            outcome.read = read_for(order, &self.settings);
        }
        let mut jobs = self.resumes.values_mut().flat_map(|resume| &mut resume.jobs);
        let Some(job) = jobs.find(|job| job.order == *order) else { return };
        let due = std::mem::replace(&mut job.due, Due::No);
        job.wanted = wanted(&outcome.read);
        let told = outcome.told.iter().map(|one| one.record.to_string()).collect();
        let last = Last { failed, told };
        let before = job.last.replace(last.clone());
        let same = before.as_ref() == Some(&last);
        let is_new = match outcome.status {
            Status::Made | Status::Cached => true,
            Status::Unchanged => !same,
            Status::Failed => !same || due == Due::Saved,
        };
        if is_new {
            let took = self.round.start.elapsed().as_secs_f64() * 1000.0;
            self.tell(News::Result(order, &outcome, took));
        }
        if !failed && before.is_some_and(|before| before.failed) {
            self.tell(News::Mended(&order.name));
        }
    }
}

/// What an order reads besides its résumé, found out in this process: nothing of a theme
/// runs.
fn read_for(order: &Order, settings: &Settings) -> Vec<PathBuf> {
    let settings = settings.with(&order.way);
    let mut trail = Trail::default();
    if let (Ok(input), Some(format)) =
        (plan::input(&order.resume, &settings), export::find(&order.format))
    {
        let job = plan::Job { input, format, target: Target::Named };
        // What is wrong with it is told already; here only what it reads counts.
        let _ = run::prepare(&job, &settings, &mut trail, &mut Sink::default());
    }
    let Trail { files, folders } = trail;
    files.into_iter().map(|(path, _)| path).chain(folders).collect()
}

/// Where everything is that was read or looked for.
fn wanted(read: &[PathBuf]) -> Wanted {
    let absolute = read.iter().filter_map(|path| files::absolute(path).ok());
    let (folders, paths): (BTreeSet<PathBuf>, BTreeSet<PathBuf>) =
        absolute.partition(|path| files::is_folder(path));
    Wanted { paths, folders }
}
