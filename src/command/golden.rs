//! `cvpdf golden`: today's PDFs against the accepted ones.

use std::collections::HashSet;
use std::path::Path;
use std::path::PathBuf;

use anyhow::Context;
use globset::Glob;
use globset::GlobSet;
use globset::GlobSetBuilder;
use serde_json::Value;
use serde_json::json;

use crate::batch::Told;
use crate::compare::Comparison;
use crate::compare::Finding;
use crate::compare::Layer;
use crate::compare::Limits;
use crate::compare::Sign;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::golden;
use crate::golden::Accepted;
use crate::golden::Asked;
use crate::golden::Entry;
use crate::golden::Status;
use crate::golden::Store;
use crate::golden::html;
use crate::golden::junit;
use crate::report::Report;
use crate::settings;
use crate::settings::Flags;
use crate::settings::Settings;
use crate::system::env;
use crate::system::files;
use crate::system::files::Durable;

/// How many lines of the first difference are shown on a terminal.
const SHOWN: usize = 8;

/// The exit code when somebody interrupted.
const INTERRUPTED: u8 = 130;

/// Holds every PDF of the project against the accepted one in the folder `golden`
#[derive(Debug, clap::Args)]
pub(super) struct GoldenArgs {
    /// Take today's PDFs for the truth, all at once
    #[arg(long)]
    accept: bool,

    /// Only those whose names match (repeatable): `alice-*`, `*/fr/*`
    #[arg(long = "filter", value_name = "PATTERN")]
    filters: Vec<String>,

    /// Write a page with old and new side by side: a file, or a folder for `index.html`
    #[arg(long, value_name = "DIR|FILE", conflicts_with = "accept")]
    report: Option<PathBuf>,

    /// Write the outcome as XML of `JUnit`
    #[arg(long, value_name = "FILE", conflicts_with = "accept")]
    junit: Option<PathBuf>,

    #[command(flatten)]
    limits: LimitArgs,

    #[command(flatten)]
    pub(super) flags: Flags,
}

/// How much may differ.
#[derive(Debug, clap::Args)]
pub(super) struct LimitArgs {
    /// How many pixels of a page may differ [default: 0]
    #[arg(long, value_name = "N")]
    pixels: Option<u64>,

    /// How far a colour may be off, of 255, before a pixel counts [default: 2]
    #[arg(long, value_name = "N")]
    delta: Option<u8>,

    /// What is compared: text, boxes, structure, links, metadata, pixels [default: all]
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = layer)]
    layers: Vec<Layer>,
}

fn layer(text: &str) -> Result<Layer, String> {
    Layer::find(text).ok_or_else(|| {
        let names = Layer::ALL.map(Layer::name).join(", ");
        format!("expected one of {names}")
    })
}

impl LimitArgs {
    /// These limits, where flags do not say otherwise.
    pub(super) fn over(&self, mut limits: Limits) -> Limits {
        let Self { pixels, delta, layers } = self;
        limits.pixels = pixels.unwrap_or(limits.pixels);
        limits.delta = delta.unwrap_or(limits.delta);
        if !layers.is_empty() {
            limits.layers.clone_from(layers);
        }
        limits
    }
}

/// Compares or accepts; the exit code is 1 if anything is not as it was accepted, 130 if
/// somebody interrupted.
pub(super) fn run(args: &GoldenArgs, report: &mut Report) -> anyhow::Result<u8> {
    let mut sink = Sink::default();
    let settings = settings::resolve(&args.flags, &mut sink);
    report.tell(&mut sink)?;
    let mut settings = settings?;
    settings.golden = args.limits.over(settings.golden);
    let store = Store::open(settings.root.join(golden::FOLDER))?;
    let colour = env::colour();
    let teller = report.teller();
    let tell = move |one: &Diagnostic| teller.told(one, colour);
    let asked = Asked { patterns: patterns(&args.filters)?, tell: &tell, colour };
    if args.accept {
        accept(&store, &asked, &settings, report)
    } else {
        check(args, (&store, &asked), &settings, report)
    }
}

fn patterns(filters: &[String]) -> anyhow::Result<Option<GlobSet>> {
    if filters.is_empty() {
        return Ok(None);
    }
    let mut patterns = GlobSetBuilder::new();
    for filter in filters {
        let glob = Glob::new(filter).with_context(|| format!("`--filter {filter}`"))?;
        patterns.add(glob);
    }
    Ok(Some(patterns.build()?))
}

fn check(
    args: &GoldenArgs,
    (store, asked): (&Store, &Asked<'_>),
    settings: &Settings,
    report: &mut Report,
) -> anyhow::Result<u8> {
    let mut heard = Heard::default();
    let mut pictured = 0;
    let entries = golden::check(store, asked, settings, &mut |entry, told| {
        heard.pass_on(told, report);
        pictured += usize::from(!entry.status.passes());
        if args.report.is_none() || entry.status.passes() || pictured > html::PICTURED {
            (entry.old, entry.new) = (None, None);
        }
    })?;
    let Some(entries) = entries else { return Ok(INTERRUPTED) };
    tell(&entries, report);
    if let Some(path) = &args.report {
        write_report("cvpdf golden", path, (&entries, &settings.golden), report)?;
    }
    if let Some(path) = &args.junit {
        files::replace(path, junit::write(&entries)?.as_bytes(), Durable::Now)?;
    }
    let bytes = report.is_strict() && entries.iter().any(|it| it.status == Status::Alike);
    let passes = entries.iter().all(|entry| entry.status.passes());
    Ok(u8::from(bytes || !passes))
}

/// What was told already: profiles of one résumé share its faults.
#[derive(Default)]
struct Heard(HashSet<String>);

impl Heard {
    /// Tells a person what is new.
    fn pass_on(&mut self, told: &[Told], report: &Report) {
        let mut told = told.to_vec();
        told.retain(|one| self.0.insert(one.text.clone()));
        report.pass_on(&told);
    }
}

/// Writes the page about entries to a file, or into a folder.
pub(super) fn write_report(
    title: &str,
    path: &Path,
    (entries, limits): (&[Entry], &Limits),
    report: &Report,
) -> anyhow::Result<()> {
    let is_file = path.extension().is_some_and(|it| it == "html" || it == "htm");
    let path = if is_file { path.to_owned() } else { path.join("index.html") };
    let page = html::write(title, entries, limits);
    files::replace(&path, page.as_bytes(), Durable::Now)?;
    report.say(&format!("pictures of what differs: {}", path.display()));
    Ok(())
}

/// Says what became of every golden.
fn tell(entries: &[Entry], report: &mut Report) {
    for entry in entries {
        report.record(record(entry));
        if entry.status.passes() {
            continue;
        }
        report.say(&format!("{}: {}", entry.name, entry.headline()));
        entry.comparison.iter().for_each(|comparison| detail(comparison, report));
    }
    let count = |status| entries.iter().filter(|it| it.status == status).count();
    let words = [
        (Status::Same, "the same"),
        (Status::Alike, "differ only in bytes"),
        (Status::Different, "different"),
        (Status::Missing, "missing"),
        (Status::Stale, "stale"),
        (Status::Extra, "extra"),
        (Status::Damaged, "damaged"),
        (Status::Failed, "failed"),
    ];
    let counts = words.into_iter().filter(|(status, _)| count(*status) > 0);
    let counts: Vec<String> =
        counts.map(|(status, words)| format!("{} {words}", count(status))).collect();
    let plural = if entries.len() == 1 { "golden" } else { "goldens" };
    report.say(&format!("{} {plural}: {}", entries.len(), counts.join(", ")));
    if entries.iter().any(|entry| !entry.status.passes()) {
        report.say("look at the pages with `--report golden.html`; where they are right, take them with `--accept`");
    }
}

/// Shows the first difference, and names the layers of the others.
pub(super) fn detail(comparison: &Comparison, report: &Report) {
    let rows = comparison.findings.first().map(|finding| finding.rows.as_slice());
    let rows = rows.unwrap_or_default();
    let first = rows.iter().position(|row| matches!(row.sign, Sign::Old | Sign::New));
    if let Some(first) = first {
        for row in rows.iter().skip(first.saturating_sub(1)).take(SHOWN) {
            report.say(&format!("  {} {}", row.mark(), row.text));
        }
    }
    let others = comparison.others();
    if !others.is_empty() {
        report.say(&format!("  also different: {others}"));
    }
}

/// An entry for machines.
fn record(entry: &Entry) -> Value {
    let findings = entry.comparison.iter().flat_map(|it| &it.findings);
    json!({
        "golden": entry.name,
        "status": entry.status.name(),
        "headline": entry.headline(),
        "findings": findings.map(finding).collect::<Vec<_>>(),
    })
}

/// A finding for machines.
pub(super) fn finding(finding: &Finding) -> Value {
    let Finding { layer, summary, rows: _ } = finding;
    json!({ "layer": layer.name(), "summary": summary })
}

fn accept(
    store: &Store,
    asked: &Asked<'_>,
    settings: &Settings,
    report: &mut Report,
) -> anyhow::Result<u8> {
    let mut heard = Heard::default();
    let accepted = golden::accept(store, asked, settings, &mut |made| {
        heard.pass_on(&made.told, report);
    })?;
    match accepted {
        None => Ok(INTERRUPTED),
        Some(Ok(accepted)) => {
            tell_accepted(&accepted, report);
            Ok(0)
        }
        Some(Err(failed)) => {
            let failed = failed.join(", ");
            report.say(&format!(
                "nothing was accepted, since this cannot be made: {failed}"
            ));
            report.record(json!({ "accepted": "nothing", "failed": failed }));
            Ok(1)
        }
    }
}

/// Says loudly what is the truth from now on.
fn tell_accepted(accepted: &Accepted, report: &mut Report) {
    let Accepted { added, changed, removed, kept } = accepted;
    for name in added {
        report.say(&format!("  ACCEPTED new      {name}"));
        report.record(json!({ "golden": name, "accepted": "added" }));
    }
    for (name, what) in changed {
        report.say(&format!("  ACCEPTED changed  {name}: {what}"));
        report.record(json!({ "golden": name, "accepted": "changed", "headline": what }));
    }
    for name in removed {
        report.say(&format!("  ACCEPTED removed  {name}"));
        report.record(json!({ "golden": name, "accepted": "removed" }));
    }
    let (added, changed, removed) = (added.len(), changed.len(), removed.len());
    report.say(&match accepted.changes() {
        true => format!(
            "{added} added, {changed} changed, {removed} removed, {kept} as before: this is the truth now; look at it before you commit"
        ),
        false => format!("nothing to accept: all {kept} are as before"),
    });
}
