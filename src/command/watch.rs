//! `cvpdf watch`: everything again at every change.

use serde_json::json;

use crate::diag::Severity;
use crate::diag::Sink;
use crate::report::Report;
use crate::settings::Flags;
use crate::system::files::Change;
use crate::system::watch::By;
use crate::watch::Event;
use crate::watch::News;
use crate::watch::Watch;

/// Makes every profile of résumés, and again at every change, until Ctrl-C
#[derive(Debug, clap::Args)]
pub(super) struct WatchArgs {
    /// The résumés: paths, or files of the project's folder `resumes`; by default all of it
    resumes: Vec<String>,

    /// Look at the files again and again, where the system does not tell of changes
    #[arg(long)]
    poll: bool,

    /// Clear the terminal before each round
    #[arg(long)]
    clear: bool,

    #[command(flatten)]
    flags: Flags,
}

/// Watches until Ctrl-C, which is no failure.
pub(super) fn run(args: &WatchArgs, report: &mut Report) -> anyhow::Result<u8> {
    let by = if args.poll { By::Looking } else { By::Events };
    let mut sink = Sink::default();
    let watch = Watch::new(&args.resumes, &args.flags, by, &mut sink);
    report.tell(&mut sink)?;
    let mut watch = watch?;
    let mut is_waiting = false;
    while let Some(news) = watch.next()? {
        if is_waiting && args.clear {
            report.clear();
        }
        is_waiting = matches!(news.event, Event::Waiting { .. });
        tell(news, report);
        report.finish()?;
    }
    report.say("stopped");
    Ok(0)
}

/// Tells of one thing: what there is to say about it, then what became of it.
fn tell(news: News, report: &mut Report) {
    let News { of, event, mut sink } = news;
    let errors = sink.count(Severity::Error);
    // Whether it is an error decides nothing here: the next save may mend it.
    let _ = report.tell(&mut sink);
    match event {
        Event::Made { files, cached, took } => {
            for (path, change) in files {
                let path = path.display().to_string();
                let change = word(change);
                let from = if cached { ", from the cache" } else { "" };
                report.say(&format!("{path} {change} in {took:.0} ms{from}"));
                let took = (took * 10.0).round() / 10.0;
                report.record(json!({
                    "event": "made", "job": of, "output": path, "change": change,
                    "cached": cached, "milliseconds": took,
                }));
            }
        }
        Event::Failed(trouble) => {
            if let Some(error) = &trouble {
                report.trouble(error);
            }
            let more =
                if errors > 1 { format!(" ({errors} errors)") } else { String::new() };
            report.say(&format!("{of} cannot be made{more}; what was made of it stays"));
            report.record(json!({ "event": "failed", "job": of }));
        }
        Event::Mended => {
            report.say(&format!("{of} is mended"));
            report.record(json!({ "event": "mended", "job": of }));
        }
        Event::Gone => {
            report.say(&format!("{of} is gone; what was made of it stays"));
            report.record(json!({ "event": "gone", "job": of }));
        }
        Event::Waiting { results, failed, idle } => {
            let what = if idle { "nothing to do; waiting" } else { "waiting" };
            let count = |count, one: &str| match count {
                1 => format!("1 {one}"),
                _ => format!("{count} {one}s"),
            };
            let wrong = match failed {
                0 => String::new(),
                _ => format!(", {} to mend", count(failed, "fault")),
            };
            report.say(&format!("{what} ({}{wrong})", count(results, "result")));
            report.record(json!({
                "event": "waiting", "results": results, "failed": failed, "idle": idle,
            }));
        }
    }
}

fn word(change: Change) -> &'static str {
    match change {
        Change::Created => "made",
        Change::Replaced => "replaced",
        Change::Unchanged => "unchanged",
    }
}
