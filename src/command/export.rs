//! `cvpdf export`: every profile of every résumé.

use std::collections::HashSet;

use serde_json::json;

use crate::batch::Order;
use crate::batch::Outcome;
use crate::batch::Status;
use crate::batch::ledger::Ledger;
use crate::batch::plan;
use crate::batch::plan::Place;
use crate::batch::plan::Plan;
use crate::batch::pool::End;
use crate::batch::pool::Flow;
use crate::batch::pool::Hearing;
use crate::batch::pool::Pool;
use crate::batch::select;
use crate::batch::tally::Tally;
use crate::diag::Sink;
use crate::report::Report;
use crate::settings;
use crate::settings::Flags;
use crate::settings::Settings;
use crate::system;
use crate::system::files;
use crate::system::worker;
use crate::system::worker::Terms;

/// Renders every profile of every résumé of the project
#[derive(Debug, clap::Args)]
pub(super) struct ExportArgs {
    /// Résumés: paths, folders, patterns as `team/*.yaml`, or `-` for a list on standard
    /// input; without any, all of the project
    resumes: Vec<String>,

    /// A list of résumés: a path or a JSON object a line, as {"resume": "alice.yaml", "profile": "sre"}
    #[arg(long, value_name = "FILE", conflicts_with = "resumes")]
    manifest: Option<String>,

    /// What to write: pdf, png or svg (repeatable)
    #[arg(short, long, value_name = "FORMAT", value_delimiter = ',')]
    format: Vec<String>,

    /// Folder to write into, instead of the project's
    #[arg(short, long, value_name = "DIR")]
    output: Option<std::path::PathBuf>,

    /// How outputs are named, as `{resume}-{profile}`
    #[arg(long, value_name = "TEMPLATE")]
    name: Option<String>,

    /// How many workers make pages at the same time [default: one for each core]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,

    /// Print what would be made, and make nothing
    #[arg(short = 'n', long)]
    dry_run: bool,

    /// Stop at the first result that fails
    #[arg(long, conflicts_with = "max_failures")]
    fail_fast: bool,

    /// Stop when so many results have failed
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    max_failures: Option<u64>,

    /// Remove outputs of earlier exports that belong to no profile any more
    #[arg(long)]
    prune: bool,

    #[command(flatten)]
    pub(super) flags: Flags,
}

/// Exports; the exit code is 1 if a result failed, 130 if somebody interrupted.
pub(super) fn run(args: &ExportArgs, report: &mut Report) -> anyhow::Result<u8> {
    let mut sink = Sink::default();
    let settings = settings(args, &mut sink);
    report.tell(&mut sink)?;
    let settings = settings?;
    let plan = make_plan(args, &settings)?;
    if args.dry_run {
        return print_plan(plan, args, &settings, report);
    }
    Export::new(args, &settings, report)?.run(plan)
}

fn settings(args: &ExportArgs, sink: &mut Sink) -> anyhow::Result<Settings> {
    let mut settings = settings::resolve(&args.flags, sink)?;
    if let Some(out) = &args.output {
        settings.out.clone_from(out);
    }
    if let Some(name) = &args.name {
        settings.name = settings::name_template(name)?;
    }
    Ok(settings)
}

fn make_plan(args: &ExportArgs, settings: &Settings) -> anyhow::Result<Plan> {
    let selection = match (&args.manifest, args.resumes.as_slice()) {
        (Some(manifest), _) => select::list(manifest)?,
        (None, [list]) if list == "-" => select::list(list)?,
        (None, resumes) => select::select(resumes, settings)?,
    };
    plan::plan(selection, &plan::formats(&args.format, settings)?, settings)
}

/// Prints a line for each order, or a record.
fn print_plan(
    mut plan: Plan,
    args: &ExportArgs,
    settings: &Settings,
    report: &mut Report,
) -> anyhow::Result<u8> {
    let mut wanted = HashSet::new();
    for order in plan.orders()? {
        let order = order?;
        if report.is_for_machine() {
            report.record(serde_json::to_value(&order)?);
        } else {
            let profile =
                order.way.profile.map_or_else(String::new, |it| format!(" {it}"));
            let line =
                format!("{} ← {}{profile}\n", order.target.display(), order.resume);
            files::write_stdout(line.as_bytes())?;
        }
        wanted.extend([Place::of(&order.name), Place::of_all_pages(&order.name)]);
    }
    if args.prune {
        let wanted = |name: &str| is_wanted(&wanted, name);
        for file in Ledger::open(&settings.out)?.prune(&wanted, false)? {
            report.record(json!({ "output": file, "status": "pruned" }));
            report.say(&format!("{} would be removed", file.display()));
        }
    }
    report.say(&format!("{} to make", results(plan.count)));
    Ok(0)
}

fn is_wanted(wanted: &HashSet<Place>, name: &str) -> bool {
    let whole = plan::whole_of_page(name);
    wanted.contains(&Place::of(name))
        || whole.is_some_and(|it| wanted.contains(&Place::of_all_pages(&it)))
}

fn results(count: usize) -> String {
    if count == 1 { "1 result".into() } else { format!("{count} results") }
}

/// How many failures are named again at the end.
const NAMED: usize = 20;

/// How many outcomes are told a line each to people without a terminal; of more, what was
/// not made anew is only counted.
const FEW: usize = 200;

/// An export on its way.
struct Export<'a> {
    args: &'a ExportArgs,
    settings: &'a Settings,
    report: &'a mut Report,
    ledger: Ledger,
    tally: Tally,
    /// Names and reasons of the first failures.
    failures: Vec<(String, String)>,
    /// Everything that people were told, so that nothing is told twice.
    said: HashSet<Place>,
    /// The outputs that there are or should be.
    wanted: HashSet<Place>,
}

impl<'a> Export<'a> {
    fn new(
        args: &'a ExportArgs,
        settings: &'a Settings,
        report: &'a mut Report,
    ) -> anyhow::Result<Self> {
        Ok(Self {
            args,
            settings,
            report,
            ledger: Ledger::open(&settings.out)?,
            tally: Tally::default(),
            failures: Vec::new(),
            said: HashSet::new(),
            wanted: HashSet::new(),
        })
    }

    fn run(mut self, mut plan: Plan) -> anyhow::Result<u8> {
        let count = plan.count;
        let jobs = self.args.jobs.map_or_else(worker::cores, usize::from).min(count);
        let colour = system::env::colour();
        let terms = Terms { limits: self.settings.limits, colour, memory: 0 };
        let mut pool = Pool::new(jobs, terms)?;
        self.report.begin_progress(count);
        let end = {
            let teller = self.report.teller();
            let tell = move |one: &_| teller.told(one, colour);
            let mut orders = plan.orders()?;
            let mut hear = |order: &Order, outcome| self.hear(order, &outcome, count);
            let mut hearing =
                Hearing { orders: &mut orders, outcome: &mut hear, tell: &tell };
            pool.run(&mut hearing)
        };
        self.report.end_progress();
        self.ledger.write()?;
        let end = end?;
        drop(pool);
        if self.args.prune && end == End::Complete {
            self.prune()?;
        }
        if files::is_folder(&self.settings.out) {
            files::sync_all(&self.settings.out)?;
        }
        self.summarize(end, count);
        Ok(match end {
            End::Interrupted => 130,
            End::Complete | End::Stopped => u8::from(self.tally.failed > 0),
        })
    }

    /// Tells of one outcome.
    fn hear(
        &mut self,
        order: &Order,
        outcome: &Outcome,
        count: usize,
    ) -> anyhow::Result<Flow> {
        self.tally.add(order, outcome);
        for (file, digest) in &outcome.files {
            self.ledger.add(file, digest)?;
            if let (true, Ok(name)) =
                (self.args.prune, file.strip_prefix(&self.settings.out))
            {
                self.wanted.insert(Place::of(&name.to_string_lossy()));
            }
        }
        if outcome.status == Status::Failed {
            self.wanted
                .extend([Place::of(&order.name), Place::of_all_pages(&order.name)]);
            if self.failures.len() < NAMED {
                let mut told = outcome.told.iter().map(|it| &it.record);
                let error = told.find(|it| it["severity"] == "error");
                let reason =
                    error.and_then(|it| it["message"].as_str()).unwrap_or_default();
                self.failures.push((order.name.clone(), reason.to_owned()));
            }
        }
        if self.report.is_for_machine() {
            self.report.record(record(order, outcome));
        } else {
            self.tell(order, outcome, count);
        }
        self.report.progress();
        let most = if self.args.fail_fast { Some(1) } else { self.args.max_failures };
        let enough = most.is_some_and(|most| self.tally.failed as u64 >= most);
        Ok(if enough { Flow::Stop } else { Flow::Continue })
    }

    /// Tells a person of an outcome: what is new to say, and what became of the files.
    fn tell(&mut self, order: &Order, outcome: &Outcome, count: usize) {
        let mut told = outcome.told.clone();
        // Profiles of one résumé share its faults.
        told.retain(|one| self.said.insert(Place::of(&one.text)));
        self.report.pass_on(&told);
        let name = order.target.display();
        let few = count <= FEW && !self.report.shows_progress();
        match outcome.status {
            Status::Failed => self.report.say(&format!("{name} failed")),
            Status::Made if few => self.report.say(&format!("{name} made")),
            Status::Cached if few => {
                self.report.say(&format!("{name} made, from the cache"));
            }
            Status::Made | Status::Cached | Status::Unchanged => self.milestone(count),
        }
    }

    /// Says how far a long batch is, to people without a terminal: ten times.
    fn milestone(&mut self, count: usize) {
        let done = self.tally.count();
        if count > FEW && !self.report.shows_progress() && done.is_multiple_of(count / 10)
        {
            self.report.say(&format!("{done} of {count}"));
        }
    }

    fn prune(&mut self) -> anyhow::Result<()> {
        let wanted = std::mem::take(&mut self.wanted);
        for file in self.ledger.prune(&|name| is_wanted(&wanted, name), true)? {
            self.report.record(json!({ "output": file, "status": "pruned" }));
            self.report.say(&format!("{} removed", file.display()));
        }
        Ok(())
    }

    /// Sums everything up.
    fn summarize(&mut self, end: End, count: usize) {
        let Tally { made, cached, unchanged, failed, .. } = self.tally;
        let digest = self.tally.digest();
        self.report.record(json!({
            "summary": { "made": made, "cached": cached, "unchanged": unchanged,
                "failed": failed, "planned": count, "digest": digest },
        }));
        if failed > self.failures.len() || failed > 1 {
            for (name, reason) in &self.failures {
                self.report.say(&format!("  {name}: {reason}"));
            }
            if failed > self.failures.len() {
                let more = failed - self.failures.len();
                self.report.say(&format!("  … and {more} more: `--json` names all"));
            }
        }
        self.report.say(&format!(
            "{}: {made} made, {cached} from the cache, {unchanged} unchanged, {failed} failed",
            results(self.tally.count()),
        ));
        let left = count - self.tally.count();
        match end {
            End::Complete => {}
            End::Stopped => self.report.say(&format!("stopped, {left} not begun")),
            End::Interrupted => self.report.say(&format!(
                "interrupted, {left} not made: the same command again goes on from here"
            )),
        }
    }
}

/// An outcome for machines.
pub(super) fn record(order: &Order, outcome: &Outcome) -> serde_json::Value {
    let files: Vec<_> = outcome
        .files
        .iter()
        .map(|(path, digest)| json!({ "path": path, "digest": digest }))
        .collect();
    let told: Vec<_> = outcome.told.iter().map(|one| &one.record).collect();
    json!({
        "job": order.name, "resume": order.resume, "profile": order.way.profile,
        "theme": order.way.theme, "lang": order.way.lang, "letter": order.way.letter,
        "ats_copy": order.way.ats_copy, "format": order.format,
        "status": outcome.status.word(), "digest": outcome.digest(),
        "files": files, "told": told,
    })
}
