//! What a worker does: one order after the other, each as if it were alone.

use std::path::Path;
use std::path::PathBuf;

use serde::Deserialize;
use serde::Serialize;

use super::Order;
use super::Outcome;
use super::Status;
use super::Told;
use crate::brief;
use crate::cache::Cache;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::digest::Digest;
use crate::export;
use crate::export::Artifact;
use crate::plan;
use crate::plan::Input;
use crate::plan::Job;
use crate::plan::Target;
use crate::run;
use crate::run::Prepared;
use crate::run::Trail;
use crate::settings::Settings;
use crate::system::files;
use crate::system::files::Change;
use crate::system::files::Durable;

/// How a diagnostic is told: for machines and for people.
pub type Tell<'a> = &'a dyn Fn(&Diagnostic) -> Told;

/// The longest output that is read to see whether it is there already, in bytes.
const OUTPUT_LIMIT: u64 = 1 << 30;

/// What came of a request, as the cache keeps it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Recalled {
    /// The key of the artifact.
    artifact: Digest,
    /// The digests of its files.
    files: Vec<Digest>,
    /// What was read besides the résumé.
    read: Contents,
}

/// Where orders are worked on.
#[derive(Clone, Copy)]
pub struct Workplace<'a> {
    /// What is set for all orders.
    pub settings: &'a Settings,
    /// Where finished artifacts are kept.
    pub cache: &'a Cache,
    /// Whether warnings are errors.
    pub strict: bool,
    /// How to tell of anything.
    pub tell: Tell<'a>,
}

/// Makes one order and tells of it; trouble with the machine is a failed order too.
pub fn work(order: &Order, place: Workplace<'_>) -> Outcome {
    let Workplace { settings, cache, strict, tell } = place;
    let settings = settings.with(&order.way);
    let mut sink = Sink::default();
    let mut trail = Trail::default();
    let done =
        Work { order, settings: &settings, cache, strict }.run(&mut trail, &mut sink);
    let read = trail.files.into_iter().map(|(path, _)| path).chain(trail.folders);
    let read = read.collect();
    let (status, files) = match done {
        Ok(done) => done,
        Err(error) => {
            if !error.is::<Reported>() {
                sink.error(machine(&error));
            }
            (Status::Failed, Vec::new())
        }
    };
    for trouble in cache.warnings() {
        sink.note(trouble);
    }
    settings.name_copy(&mut sink);
    let told = sink.in_order().iter().map(tell).collect();
    Outcome { status, files, told, read }
}

/// Trouble with the machine as something to tell: what, then why.
fn machine(error: &anyhow::Error) -> Diagnostic {
    let found = Diagnostic::new("machine", error.to_string());
    let causes = error.chain().skip(1);
    causes.fold(found, |found, cause| found.hint(format!("because {cause}")))
}

/// What files held, by path; nothing of one that could not be read.
type Contents = Vec<(PathBuf, Option<Digest>)>;

/// What was done, and the files that there are now.
type Done = (Status, Vec<(PathBuf, Digest)>);

/// One order with all that is needed for it.
struct Work<'a> {
    order: &'a Order,
    settings: &'a Settings,
    cache: &'a Cache,
    strict: bool,
}

impl Work<'_> {
    fn run(&self, trail: &mut Trail, sink: &mut Sink) -> anyhow::Result<Done> {
        let input = plan::input(&self.order.resume, self.settings)?;
        let request = self.request(&input);
        if let Some(request) = &request
            && let Some((done, read)) = self.recall(request, sink)?
        {
            trail.files = read;
            return Ok(done);
        }
        let Some(format) = export::find(&self.order.format) else {
            anyhow::bail!("`{}` is no format", self.order.format);
        };
        let target = Target::File(self.order.target.clone());
        let job = Job { input, format, target };
        let prepared = run::prepare(&job, self.settings, trail, sink)?;
        let (artifact, cached) = run::make(&prepared, self.cache, sink)?;
        if self.strict {
            sink.warnings_are_errors();
            sink.reported().map_or(Ok(()), Err)?;
        }
        let done = self.deliver(&artifact, cached)?;
        let can_be_kept = !prepared.foreign_theme && sink.diagnostics().is_empty();
        if let Some(request) = request.filter(|_| can_be_kept) {
            self.keep(&request, (&prepared, trail), &done);
        }
        Ok(done)
    }

    /// A name for all that is asked, and for the résumé's text; none where more counts
    /// than can be named in a moment.
    fn request(&self, input: &Input) -> Option<Digest> {
        if !self.cache.is_open() || !self.settings.font_paths.is_empty() {
            return None;
        }
        // No `..` here: a new field does not compile until it counts.
        let Order { name: _, resume: _, way, format, target: _ } = self.order;
        let way = serde_json::to_vec(way).ok()?;
        Some(Digest::of_parts(&[
            ("program", Digest::of(brief::PROGRAM.as_bytes())),
            // Its own files are beside it.
            ("file", Digest::of(input.name.as_bytes())),
            ("text", Digest::of(&input.bytes)),
            ("way", Digest::of(&way)),
            ("format", Digest::of(format.as_bytes())),
            ("settings", self.settings.digest()),
        ]))
    }

    /// What came of the same request before, if what was read then is as it was.
    fn recall(
        &self,
        request: &Digest,
        sink: &mut Sink,
    ) -> anyhow::Result<Option<(Done, Contents)>> {
        let Some(bytes) = self.cache.recall(request) else { return Ok(None) };
        let Ok(recalled) = serde_json::from_slice::<Recalled>(&bytes) else {
            return Ok(None);
        };
        let Recalled { artifact, files, read } = recalled;
        if read.iter().any(|(path, digest)| content(path) != *digest) {
            return Ok(None);
        }
        let paths = plan::paths(&self.order.target, files.len());
        let there = paths.iter().zip(&files);
        if there.clone().all(|(path, digest)| content(path) == Some(*digest)) {
            let files = paths.iter().cloned().zip(files.iter().copied()).collect();
            return Ok(Some(((Status::Unchanged, files), read)));
        }
        let Some((artifact, notes)) = self.cache.get(&artifact) else { return Ok(None) };
        sink.extend(notes);
        Ok(Some((self.deliver(&artifact, true)?, read)))
    }

    /// Keeps what came of a request, of which there was nothing to tell.
    fn keep(
        &self,
        request: &Digest,
        (prepared, trail): (&Prepared, &Trail),
        (_, files): &Done,
    ) {
        let files = files.iter().map(|(_, digest)| *digest).collect();
        let artifact = prepared.recipe.key();
        let recalled = Recalled { artifact, files, read: trail.files.clone() };
        // A path that is not text is not kept: it is only slower.
        if let Ok(bytes) = serde_json::to_vec(&recalled) {
            self.cache.keep(request, bytes);
        }
    }

    fn deliver(&self, artifact: &Artifact, cached: bool) -> anyhow::Result<Done> {
        let target = Target::File(self.order.target.clone());
        let written = run::deliver(artifact, &target, Durable::Later)?;
        let same = written.iter().all(|(_, change)| *change == Change::Unchanged);
        let status = match (same, cached) {
            (true, _) => Status::Unchanged,
            (false, true) => Status::Cached,
            (false, false) => Status::Made,
        };
        let paths = written.into_iter().map(|(path, _)| path);
        let digests = artifact.files.iter().map(|bytes| Digest::of(bytes));
        Ok((status, paths.zip(digests).collect()))
    }
}

/// The digest of what a file holds, if it can be read.
fn content(path: &Path) -> Option<Digest> {
    let bytes = files::read(path, OUTPUT_LIMIT).ok()?;
    Some(Digest::of(&bytes))
}
