//! `cvpdf diff`: two PDFs against each other.

use std::path::Path;
use std::path::PathBuf;

use serde_json::json;

use crate::command::golden;
use crate::command::golden::LimitArgs;
use crate::compare;
use crate::compare::Limits;
use crate::compare::Verdict;
use crate::golden::Entry;
use crate::report::Report;
use crate::system::files;

/// The most that a PDF may hold, in bytes.
const LIMIT: u64 = 256 << 20;

/// Tells what differs between two PDFs, beginning with what a reader sees first
#[derive(Debug, clap::Args)]
pub(super) struct DiffArgs {
    /// The old PDF
    old: PathBuf,

    /// The new PDF
    new: PathBuf,

    /// Write a page with both side by side: a file, or a folder for `index.html`
    #[arg(long, value_name = "DIR|FILE")]
    report: Option<PathBuf>,

    #[command(flatten)]
    limits: LimitArgs,
}

/// Compares; the exit code is 1 if something differs.
pub(super) fn run(args: &DiffArgs, report: &mut Report) -> anyhow::Result<u8> {
    let DiffArgs { old: old_path, new: new_path, report: page, limits } = args;
    let limits = limits.over(Limits::default());
    let read = |path: &Path| files::read(path, LIMIT);
    let (old, new) = (read(old_path)?, read(new_path)?);
    let names = (old_path.display().to_string(), new_path.display().to_string());
    let comparison = compare::compare(&old, &new, &limits).map_err(|trouble| {
        let (name, why) = match trouble {
            compare::Trouble::Old(why) => (&names.0, why),
            compare::Trouble::New(why) => (&names.1, why),
        };
        anyhow::anyhow!(why).context(format!("{name} cannot be compared"))
    })?;
    report.say(&comparison.headline());
    golden::detail(&comparison, report);
    let verdict = match comparison.verdict {
        Verdict::Same => "same",
        Verdict::Alike => "alike",
        Verdict::Different => "different",
    };
    let findings: Vec<_> = comparison.findings.iter().map(golden::finding).collect();
    report.record(json!({
        "old": names.0, "new": names.1, "verdict": verdict,
        "headline": comparison.headline(), "findings": findings,
    }));
    if let Some(path) = page {
        let name = format!("{} → {}", names.0, names.1);
        let entry = Entry::compared(&name, old, new, &limits);
        golden::write_report("cvpdf diff", path, (&[entry], &limits), report)?;
    }
    let differs = match comparison.verdict {
        Verdict::Same => false,
        Verdict::Alike => report.is_strict(),
        Verdict::Different => true,
    };
    Ok(u8::from(differs))
}
