//! Making again what changed, and only that, for as long as somebody wants.
//!
//! Work comes in rounds. A round begins when something happened to a path that was read
//! or looked for, and what depends on it is done again: the settings, the list of
//! résumés, a résumé's list of results, a result. A result whose recipe is the same as
//! before is not made. What was read by the way is watched from then on; as it may have
//! changed before it was watched, what depends on it is looked at once more.
//!
//! Nothing is printed here: whoever asks for the [next](Watch::next) news prints it.

mod job;

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::collections::VecDeque;
use std::path::Path;
use std::path::PathBuf;

use crate::cache::Cache;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::plan;
use crate::plan::Input;
use crate::resume::parse;
use crate::settings;
use crate::settings::Flags;
use crate::settings::Settings;
use crate::system::env;
use crate::system::files;
use crate::system::files::Change;
use crate::system::watch::By;
use crate::system::watch::Wake;
use crate::system::watch::Wanted;
use crate::system::watch::Watcher;
use job::Job;

/// What is watched and made.
#[derive(Debug)]
pub struct Watch {
    asked: Vec<String>,
    flags: Flags,
    settings: Settings,
    cache: Cache,
    watcher: Watcher,
    resumes: BTreeMap<String, Resume>,
    todo: BTreeSet<Task>,
    round: Round,
    news: VecDeque<News>,
    /// What is wrong, and what was said of it.
    troubled: BTreeMap<Task, String>,
    /// What was said in this round: of several results, it is said once.
    said: BTreeSet<String>,
    /// Whether this is only the second look at what was read before it was watched.
    again: bool,
}

/// Something to tell.
#[derive(Debug)]
pub struct News {
    /// What it is about: a result's name, a résumé, `cvpdf.toml`.
    pub of: String,
    /// What happened.
    pub event: Event,
    /// What there is to say about it.
    pub sink: Sink,
}

/// What happened.
#[derive(Debug)]
pub enum Event {
    /// A result was made.
    Made {
        /// Its files.
        files: Vec<(PathBuf, Change)>,
        /// Whether it came from the cache.
        cached: bool,
        /// How long it took, in milliseconds.
        took: f64,
    },
    /// It cannot be made; if the sink does not say why, the machine is the reason.
    Failed(Option<anyhow::Error>),
    /// What was wrong with it is not any more.
    Mended,
    /// It is not there any more; what was made of it stays.
    Gone,
    /// All is done: how many results there are, and of how much something is wrong.
    Waiting {
        /// The results.
        results: usize,
        /// What is wrong: results, résumés, settings.
        failed: usize,
        /// Whether there was anything to do in this round.
        idle: bool,
    },
}

/// A résumé that is watched.
#[derive(Debug, Default)]
struct Resume {
    input: Option<Input>,
    jobs: Vec<Job>,
}

/// Something to do, in the order in which it is done.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Task {
    /// Settle the settings.
    Settings,
    /// List the résumés of the project.
    List,
    /// Read a résumé and list its results.
    Resume(String),
    /// Make a result.
    Job(String, usize),
}

/// Why this round is run, and what came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Round {
    /// Something changed, and nothing was told yet.
    Idle,
    /// Something was told.
    Busy,
    /// It was said that all is done.
    Over,
}

impl Watch {
    /// Begins to watch résumés, or all of the project if none is named.
    pub fn new(
        asked: &[String],
        flags: &Flags,
        by: By,
        sink: &mut Sink,
    ) -> anyhow::Result<Self> {
        let settings = settings::resolve(flags, sink)?;
        let cache = Cache::open(settings.cache.then(env::cache_folder).flatten());
        let names = asked.iter().map(|name| (name.clone(), Resume::default()));
        let resumes: BTreeMap<String, Resume> = names.collect();
        let mut todo: BTreeSet<Task> =
            resumes.keys().map(|name| Task::Resume(name.clone())).collect();
        if asked.is_empty() {
            todo.insert(Task::List);
        }
        let mut watch = Self {
            asked: asked.to_vec(),
            flags: flags.clone(),
            settings,
            cache,
            watcher: Watcher::new(by)?,
            resumes,
            todo,
            round: Round::Idle,
            news: VecDeque::new(),
            troubled: BTreeMap::new(),
            said: BTreeSet::new(),
            again: false,
        };
        watch.watcher.follow(&watch.wanted()?)?;
        Ok(watch)
    }

    /// Works and waits until there is something to tell; nothing after Ctrl-C.
    pub fn next(&mut self) -> anyhow::Result<Option<News>> {
        loop {
            if let Some(news) = self.news.pop_front() {
                self.round = Round::Busy;
                return Ok(Some(news));
            }
            if self.watcher.is_stopped() {
                return Ok(None);
            }
            if let Some(task) = self.todo.pop_first() {
                self.work(task);
                continue;
            }
            let fresh = self.watcher.follow(&self.wanted()?)?;
            self.mark(&fresh);
            if !self.todo.is_empty() {
                self.again = true;
                continue;
            }
            if self.round != Round::Over {
                return Ok(Some(self.waiting()));
            }
            match self.watcher.wait() {
                Wake::Changed(paths) => self.mark(&paths),
                Wake::Anything => self.mark_all(),
                Wake::Stopped => return Ok(None),
            }
            (self.round, self.again) = (Round::Idle, false);
            self.said.clear();
        }
    }

    fn waiting(&mut self) -> News {
        let jobs = self.resumes.values().flat_map(|resume| &resume.jobs);
        let event = Event::Waiting {
            results: jobs.count(),
            failed: self.troubled.len(),
            idle: self.round == Round::Idle,
        };
        self.round = Round::Over;
        News { of: String::new(), event, sink: Sink::default() }
    }

    /// Every path that something was read from or looked for at.
    fn wanted(&self) -> anyhow::Result<Wanted> {
        let mut wanted = Wanted { paths: self.settings_paths()?, ..Wanted::default() };
        if self.asked.is_empty() {
            wanted.folders.insert(files::absolute(&self.settings.resumes)?);
        }
        for (name, resume) in &self.resumes {
            wanted.paths.extend(self.places(name));
            for job in &resume.jobs {
                wanted.paths.extend(job.wanted.paths.iter().cloned());
                wanted.folders.extend(job.wanted.folders.iter().cloned());
            }
        }
        Ok(wanted)
    }

    /// Where `cvpdf.toml` was found or looked for, up to the project's folder.
    fn settings_paths(&self) -> anyhow::Result<BTreeSet<PathBuf>> {
        let root = files::absolute(&self.settings.root)?;
        let here = env::current_folder()?;
        let own = [root.as_path()];
        let between = here.ancestors().filter(|_| !self.settings.open_root);
        let between = between.take_while(|folder| folder.starts_with(&root));
        let folders = between.chain(own);
        Ok(folders.map(|folder| folder.join(settings::FILE)).collect())
    }

    /// Where a résumé may be.
    fn places(&self, name: &str) -> Vec<PathBuf> {
        let usual = self.settings.resumes.join(name);
        [Path::new(name), &usual]
            .iter()
            .filter_map(|it| files::absolute(it).ok())
            .collect()
    }

    /// Puts on the list what depends on these paths.
    fn mark(&mut self, paths: &BTreeSet<PathBuf>) {
        if paths.is_empty() {
            return;
        }
        let holds = |some: &BTreeSet<PathBuf>| !some.is_disjoint(paths);
        if self.settings_paths().is_ok_and(|some| holds(&some)) {
            self.todo.insert(Task::Settings);
        }
        let listed = files::absolute(&self.settings.resumes);
        if self.asked.is_empty() && listed.is_ok_and(|folder| paths.contains(&folder)) {
            self.todo.insert(Task::List);
        }
        for (name, resume) in &self.resumes {
            if self.places(name).iter().any(|place| paths.contains(place)) {
                self.todo.insert(Task::Resume(name.clone()));
            }
            for (index, job) in resume.jobs.iter().enumerate() {
                if holds(&job.wanted.paths) || holds(&job.wanted.folders) {
                    self.todo.insert(Task::Job(name.clone(), index));
                }
            }
        }
    }

    /// Puts everything on the list.
    fn mark_all(&mut self) {
        self.todo.insert(Task::Settings);
        if self.asked.is_empty() {
            self.todo.insert(Task::List);
        }
        self.todo.extend(self.resumes.keys().map(|name| Task::Resume(name.clone())));
    }

    fn work(&mut self, task: Task) {
        match &task {
            Task::Settings => self.settle(task),
            Task::List => self.list(task),
            Task::Resume(name) => self.read(name.clone(), task),
            Task::Job(name, index) => self.make(&name.clone(), *index, task),
        }
    }

    /// Settles the settings; while something is wrong with them, those from before hold.
    fn settle(&mut self, task: Task) {
        let mut sink = Sink::default();
        let outcome = settings::resolve(&self.flags, &mut sink);
        let outcome = outcome.map(|settings| {
            self.settings = settings;
            self.todo.extend(self.resumes.keys().map(|name| Task::Resume(name.clone())));
            if self.asked.is_empty() {
                self.todo.insert(Task::List);
            }
        });
        self.conclude(settings::FILE, task, sink, outcome.err());
    }

    /// Lists the résumés of the project.
    fn list(&mut self, task: Task) {
        let listed = plan::resumes(&self.settings);
        let (names, error) = match listed {
            Ok(names) => (names, None),
            Err(error) => (Vec::new(), Some(error)),
        };
        let gone = |name: &String| !names.contains(name);
        let gone: Vec<String> =
            self.resumes.keys().filter(|it| gone(it)).cloned().collect();
        for name in gone {
            self.resumes.remove(&name);
            self.todo.retain(|task| !task.is_of(&name));
            self.troubled.retain(|task, _| !task.is_of(&name));
            self.tell(name, Event::Gone, Sink::default());
        }
        for name in names {
            if !self.resumes.contains_key(&name) {
                self.resumes.insert(name.clone(), Resume::default());
                self.todo.insert(Task::Resume(name));
            }
        }
        self.conclude("resumes", task, Sink::default(), error);
    }

    /// Reads a résumé and lists its results.
    fn read(&mut self, name: String, task: Task) {
        let mut sink = Sink::default();
        let read = plan::input(&name, &self.settings).and_then(|input| {
            let source = parse::source(&input.name, &input.bytes, &mut sink)?;
            let resume = parse::parse(&source, &mut sink)?;
            Ok((input, resume))
        });
        let resume = self.resumes.entry(name.clone()).or_default();
        let (input, text) = match read {
            Ok(read) => read,
            Err(error) => {
                let was_there = resume.input.take().is_some();
                if was_there && !error.is::<Reported>() && !self.is_there(&name) {
                    self.troubled.insert(task, "gone".into());
                    return self.tell(name, Event::Gone, sink);
                }
                return self.conclude(&name, task, sink, Some(error));
            }
        };
        let profiles = match &self.settings.profile {
            // One that was asked for and is not there is told of when it is made.
            Some(profile) => vec![Some(profile.clone())],
            None => {
                let all = text.profiles.into_iter().map(|profile| Some(profile.name));
                std::iter::once(None).chain(all).collect()
            }
        };
        let mut before = std::mem::take(&mut resume.jobs);
        for profile in profiles {
            let known = before.iter().position(|job| job.profile == profile);
            let job = known.map(|at| before.swap_remove(at));
            resume.jobs.push(job.unwrap_or_else(|| Job::new(profile)));
        }
        resume.input = Some(input);
        let jobs = 0..resume.jobs.len();
        let is_over = |task: &Task| match task {
            Task::Job(of, index) => *of == name && !jobs.contains(index),
            _ => false,
        };
        self.troubled.retain(|task, _| !is_over(task));
        self.todo.extend(jobs.map(|index| Task::Job(name.clone(), index)));
        // What else there is to say is said of each result.
        self.conclude(&name, task, Sink::default(), None);
    }

    fn is_there(&self, name: &str) -> bool {
        self.places(name).iter().any(|place| files::is_file(place))
    }

    /// Tells of a failure, or that there is none any more.
    fn conclude(
        &mut self,
        of: &str,
        task: Task,
        sink: Sink,
        error: Option<anyhow::Error>,
    ) {
        let Some(error) = error else {
            if self.troubled.remove(&task).is_some() {
                self.tell(of.to_owned(), Event::Mended, sink);
            }
            return;
        };
        let machine = Some(error).filter(|error| !error.is::<Reported>());
        let mut text =
            machine.as_ref().map_or(String::new(), |error| format!("{error:#}"));
        text.extend(sink.diagnostics().iter().map(words));
        let before = self.troubled.insert(task, text.clone());
        if !self.again || before != Some(text) {
            self.tell(of.to_owned(), Event::Failed(machine), sink);
        }
    }

    /// Tells something, but for what was said of another result in this round.
    fn tell(&mut self, of: String, event: Event, mut sink: Sink) {
        let mut diagnostics = sink.take();
        diagnostics.retain(|one| self.said.insert(words(one)));
        sink.extend(diagnostics);
        self.news.push_back(News { of, event, sink });
    }
}

/// A diagnostic in words that tell it from others.
fn words(diagnostic: &Diagnostic) -> String {
    let Diagnostic { severity, code, message, place, hints: _ } = diagnostic;
    let place = place.as_ref().map(|place| (place.source.name(), &place.span));
    format!("{severity:?} {code} {message} {place:?}\n")
}

impl Task {
    fn is_of(&self, resume: &str) -> bool {
        match self {
            Self::Settings | Self::List => false,
            Self::Resume(name) | Self::Job(name, _) => name == resume,
        }
    }
}
