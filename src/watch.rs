//! Making again what changed, and only that, for as long as somebody wants.
//!
//! Work comes in rounds. A round begins when something happened to a path that was read
//! or looked for, and what depends on it is done again: the settings, the list of
//! résumés, a résumé's list of results, a result. What was read by the way is watched from
//! then on; as it may have changed before it was watched, what depends on it is looked at
//! once more.
//!
//! Results are made by workers, as in a batch: they are kept, and so is what Typst
//! computed for the last results; one that is stuck is one failure.

mod resume;
mod made;

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Instant;

use crate::batch::Order;
use crate::batch::Outcome;
use crate::batch::plan::Place;
use crate::batch::pool::Pool;
use crate::batch::select;
use crate::batch::work::Tell;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::settings;
use crate::settings::Flags;
use crate::settings::Settings;
use crate::system::env;
use crate::system::files;
use crate::system::watch::By;
use crate::system::watch::Wake;
use crate::system::watch::Wanted;
use crate::system::watch::Watcher;
use resume::Resume;

/// What the list of résumés is called.
const LIST: &str = "the list of résumés";

/// What is to be watched.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The résumés, folders and patterns; all of the project if there are none.
    pub resumes: &'a [String],
    /// The formats; the project's if there are none.
    pub formats: &'a [String],
    /// Everything else that is set.
    pub flags: &'a Flags,
    /// How to learn of changes.
    pub by: By,
}

/// Something to tell.
#[derive(Debug)]
pub enum News<'a> {
    /// A result was made, or not, so many milliseconds after it was known to be due.
    Result(&'a Order, &'a Outcome, f64),
    /// Something cannot be read; if the sink does not say why, the machine is the reason.
    Failed(&'a str, &'a mut Sink, Option<anyhow::Error>),
    /// What was wrong with this is not any more.
    Mended(&'a str),
    /// This is not there any more.
    Gone(&'a str),
    /// All is done.
    Waiting {
        /// How many results there are.
        results: usize,
        /// How much is wrong: results, résumés, settings.
        failed: usize,
        /// Whether nothing was told in this round.
        idle: bool,
    },
}

/// Who hears the news.
pub struct Ears<'a> {
    /// Hears of everything at once.
    pub news: &'a mut dyn FnMut(News<'_>),
    /// How a diagnostic is told.
    pub tell: Tell<'a>,
    /// Whether what is told to people may be coloured.
    pub colour: bool,
}

/// What is watched and made.
struct Watch<'a, 'b> {
    asked: Asked<'a>,
    ears: Ears<'b>,
    settings: Settings,
    pool: Option<Pool>,
    watcher: Watcher,
    resumes: BTreeMap<String, Resume>,
    /// Which résumé writes to which place.
    claims: HashMap<Place, String>,
    todo: BTreeSet<Task>,
    /// What is wrong, and what was said of it.
    troubled: BTreeMap<Task, String>,
    /// Whether there is a project's file.
    has_project: bool,
    round: Round,
}

/// Something to do, in the order in which it is done.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Task {
    /// Settle the settings.
    Settings,
    /// List the résumés.
    List,
    /// Read a résumé and list its results.
    Resume(String),
}

/// A round of work.
#[derive(Debug)]
struct Round {
    /// When it began.
    start: Instant,
    /// Whether this is only the second look at what was read before it was watched.
    again: bool,
    /// Whether anything but the list of résumés was looked at.
    looked: bool,
    /// Whether anything was told.
    told: bool,
}

/// Watches and makes until Ctrl-C.
pub fn watch(asked: Asked<'_>, ears: Ears<'_>) -> anyhow::Result<()> {
    let mut watch = Watch::new(asked, ears)?;
    loop {
        watch.round()?;
        let wake = match watch.watcher.is_stopped() {
            true => Wake::Stopped,
            false => watch.watcher.wait(),
        };
        watch.round = Round::begin();
        match wake {
            Wake::Changed(paths) => watch.mark(&paths),
            Wake::Anything => watch.mark_all(),
            Wake::Stopped => break,
        }
    }
    if files::is_folder(&watch.settings.out) {
        files::sync_all(&watch.settings.out)?;
    }
    Ok(())
}

impl Round {
    fn begin() -> Self {
        Self { start: env::clock(), again: false, looked: false, told: false }
    }
}

impl<'a, 'b> Watch<'a, 'b> {
    fn new(asked: Asked<'a>, ears: Ears<'b>) -> anyhow::Result<Self> {
        let mut sink = Sink::default();
        let settings = settings::resolve(asked.flags, &mut sink).inspect_err(|_| {
            (ears.news)(News::Failed(settings::FILE, &mut sink, None));
        })?;
        let mut watch = Self {
            asked,
            ears,
            settings,
            pool: None,
            watcher: Watcher::new(asked.by)?,
            resumes: BTreeMap::new(),
            claims: HashMap::new(),
            todo: BTreeSet::from([Task::List]),
            troubled: BTreeMap::new(),
            has_project: false,
            round: Round::begin(),
        };
        watch.watcher.follow(&watch.wanted()?)?;
        watch.has_project = watch.finds_project();
        Ok(watch)
    }

    /// Does all that there is to do, and tells when it is done.
    fn round(&mut self) -> anyhow::Result<()> {
        loop {
            while let Some(task) = self.todo.pop_first() {
                self.round.looked |= task != Task::List;
                self.work(&task);
            }
            self.make()?;
            if self.watcher.is_stopped() {
                return Ok(());
            }
            let fresh = self.watcher.follow(&self.wanted()?)?;
            self.mark(&fresh);
            if self.todo.is_empty() && !self.has_due() {
                break;
            }
            self.round.again = true;
        }
        if self.round.looked || self.round.told {
            let results = self.resumes.values().map(Resume::results).sum();
            let failures: usize = self.resumes.values().map(Resume::failures).sum();
            let failed = self.troubled.len() + failures;
            let idle = !self.round.told;
            (self.ears.news)(News::Waiting { results, failed, idle });
        }
        Ok(())
    }

    /// Every path that something was read from or looked for at.
    fn wanted(&self) -> anyhow::Result<Wanted> {
        let mut wanted = Wanted { paths: self.settings_paths()?, ..Wanted::default() };
        wanted.folders.extend(self.listed());
        for (name, resume) in &self.resumes {
            wanted.paths.extend(self.places(name));
            resume.want(&mut wanted);
        }
        Ok(wanted)
    }

    /// Where `cvpdf.toml` was found or looked for, up to the project's folder.
    fn settings_paths(&self) -> anyhow::Result<BTreeSet<PathBuf>> {
        let root = files::absolute(&self.settings.root)?;
        let here = env::current_folder()?;
        let between = here.ancestors().filter(|_| !self.settings.open_root);
        let between = between.take_while(|folder| folder.starts_with(&root));
        let folders = between.chain([root.as_path()]);
        Ok(folders.map(|folder| folder.join(settings::FILE)).collect())
    }

    fn finds_project(&self) -> bool {
        let paths = self.settings_paths().unwrap_or_default();
        paths.iter().any(|path| files::is_file(path))
    }

    /// The folders in which résumés come and go.
    fn listed(&self) -> BTreeSet<PathBuf> {
        let folders = select::folders(self.asked.resumes, &self.settings);
        folders.iter().filter_map(|folder| files::absolute(folder).ok()).collect()
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
        if holds(&self.listed()) {
            self.todo.insert(Task::List);
        }
        let names: Vec<String> = self.resumes.keys().cloned().collect();
        for name in names {
            if self.places(&name).iter().any(|place| paths.contains(place)) {
                self.todo.insert(Task::Resume(name));
            } else if let Some(resume) = self.resumes.get_mut(&name) {
                self.round.looked |= resume.mark(paths);
            }
        }
    }

    /// Puts everything on the list.
    fn mark_all(&mut self) {
        self.todo.extend([Task::Settings, Task::List]);
        self.todo.extend(self.resumes.keys().map(|name| Task::Resume(name.clone())));
    }

    fn work(&mut self, task: &Task) {
        match task {
            Task::Settings => self.settle(task),
            Task::List => self.list(task),
            Task::Resume(name) => self.read(name, task),
        }
    }

    /// Settles the settings; while something is wrong with them, those from before hold.
    fn settle(&mut self, task: &Task) {
        let mut sink = Sink::default();
        match settings::resolve(self.asked.flags, &mut sink) {
            Ok(settings) => {
                self.settings = settings;
                // Workers settle them when they start.
                self.pool = None;
                self.mark_all();
                self.todo.remove(task);
                let has_project = self.finds_project();
                let had = std::mem::replace(&mut self.has_project, has_project);
                if had && !has_project {
                    self.troubled.remove(task);
                    self.tell(News::Gone(settings::FILE));
                }
                self.mended(settings::FILE, task);
            }
            Err(error) => self.failed(settings::FILE, task, (sink, error)),
        }
    }

    /// Lists the résumés.
    fn list(&mut self, task: &Task) {
        let (names, error) = self.names();
        let before: Vec<String> = self.resumes.keys().cloned().collect();
        for name in before.into_iter().filter(|name| !names.contains(name)) {
            self.resumes.remove(&name);
            self.claims.retain(|_, owner| *owner != name);
            self.tell(News::Gone(&name));
            let resume = Task::Resume(name);
            self.todo.remove(&resume);
            self.troubled.remove(&resume);
        }
        match error {
            Some(error) => self.failed(LIST, task, (Sink::default(), error)),
            None => self.mended(LIST, task),
        }
        for name in names {
            if !self.resumes.contains_key(&name) {
                self.resumes.insert(name.clone(), Resume::default());
                self.todo.insert(Task::Resume(name));
            }
        }
    }

    /// The résumés that are meant, and what is wrong with a folder or a pattern of them; a
    /// résumé that is named need not be there yet.
    fn names(&self) -> (BTreeSet<String>, Option<anyhow::Error>) {
        let (mut names, mut wrong) = (BTreeSet::new(), None);
        let mut add = |arguments: &[String]| {
            let found = select::select(arguments, &self.settings).and_then(|selection| {
                selection.map(|wanted| Ok(wanted?.resume)).collect()
            });
            match found {
                Ok::<Vec<String>, _>(found) => names.extend(found),
                Err(error) => wrong = Some(error),
            }
        };
        let (several, single): (Vec<&String>, Vec<&String>) =
            self.asked.resumes.iter().partition(|argument| select::is_several(argument));
        for argument in several {
            add(std::slice::from_ref(argument));
        }
        if self.asked.resumes.is_empty() {
            add(&[]);
        }
        names.extend(single.into_iter().cloned());
        (names, wrong)
    }

    /// Tells of a failure, unless it was told and is only looked at again.
    fn failed(
        &mut self,
        of: &str,
        task: &Task,
        (mut sink, error): (Sink, anyhow::Error),
    ) {
        let machine = Some(error).filter(|error| !error.is::<Reported>());
        let mut text = machine.as_ref().map_or(String::new(), |it| format!("{it:#}"));
        text.extend(sink.diagnostics().iter().map(|one| (self.ears.tell)(one).text));
        let before = self.troubled.insert(task.clone(), text.clone());
        if !self.round.again || before != Some(text) {
            self.tell(News::Failed(of, &mut sink, machine));
        }
    }

    /// Tells that something is mended, if it was not in order.
    fn mended(&mut self, of: &str, task: &Task) {
        if self.troubled.remove(task).is_some() {
            self.tell(News::Mended(of));
        }
    }

    fn tell(&mut self, news: News<'_>) {
        self.round.told = true;
        (self.ears.news)(news);
    }
}
