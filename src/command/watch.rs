//! `cvpdf watch`: everything again at every change.

use std::collections::HashSet;

use serde_json::json;

use super::export::record;
use crate::batch::Order;
use crate::batch::Outcome;
use crate::batch::Status;
use crate::report::Report;
use crate::settings::Flags;
use crate::system::env;
use crate::system::watch::By;
use crate::watch;
use crate::watch::Asked;
use crate::watch::Ears;
use crate::watch::News;

/// Renders every profile of résumés, and again at every change, until Ctrl-C
#[derive(Debug, clap::Args)]
pub(super) struct WatchArgs {
    /// Résumés: paths, folders, or patterns as `team/*.yaml`; without any, all of the project
    resumes: Vec<String>,

    /// What to write: pdf, png or svg (repeatable)
    #[arg(short, long, value_name = "FORMAT", value_delimiter = ',')]
    format: Vec<String>,

    /// Look at the files again and again, where the system does not tell of changes
    #[arg(long)]
    poll: bool,

    /// Clear the terminal before each round
    #[arg(long)]
    clear: bool,

    #[command(flatten)]
    pub(super) flags: Flags,
}

/// Watches until Ctrl-C, which is no failure.
pub(super) fn run(args: &WatchArgs, report: &mut Report) -> anyhow::Result<u8> {
    let by = if args.poll { By::Looking } else { By::Events };
    let asked =
        Asked { resumes: &args.resumes, formats: &args.format, flags: &args.flags, by };
    let (colour, teller) = (env::colour(), report.teller());
    let tell = move |one: &_| teller.told(one, colour);
    let mut talk = Talk { report, clear: args.clear, round: None };
    let mut news = |news: News<'_>| talk.tell(news);
    watch::watch(asked, Ears { news: &mut news, tell: &tell, colour })?;
    report.say("stopped");
    Ok(0)
}

/// Says what happens.
struct Talk<'a> {
    report: &'a mut Report,
    clear: bool,
    /// What people were told in this round, so that profiles of one résumé do not repeat
    /// its faults; none between two rounds.
    round: Option<HashSet<String>>,
}

impl Talk<'_> {
    fn tell(&mut self, news: News<'_>) {
        if self.round.is_none() && self.clear {
            self.report.clear();
        }
        let said = self.round.get_or_insert_default();
        let report = &mut *self.report;
        match news {
            News::Result(order, outcome, took) => {
                report.record(result(order, outcome, took));
                let mut told = outcome.told.clone();
                told.retain(|one| said.insert(one.text.clone()));
                report.pass_on(&told);
                let name = order.target.display();
                report.say(&match outcome.status {
                    Status::Made => format!("{name} made in {took:.0} ms"),
                    Status::Cached => format!("{name} from the cache in {took:.0} ms"),
                    Status::Unchanged => format!("{name} unchanged"),
                    Status::Failed => format!("{name} failed, and stays as it was"),
                });
            }
            News::Failed(of, sink, trouble) => {
                // Whether it is an error decides nothing: the next save may mend it.
                let _ = report.tell(sink);
                if let Some(error) = &trouble {
                    report.trouble(error);
                }
                report.record(json!({ "event": "failed", "of": of }));
            }
            News::Mended(of) => {
                report.say(&format!("{of} is mended"));
                report.record(json!({ "event": "mended", "of": of }));
            }
            News::Gone(of) => {
                report.say(&format!("{of} is gone"));
                report.record(json!({ "event": "gone", "of": of }));
            }
            News::Waiting { results, failed, idle } => {
                self.round = None;
                report.say(&waiting(results, failed, idle));
                report.record(json!({
                    "event": "waiting", "results": results, "failed": failed,
                    "idle": idle,
                }));
            }
        }
    }
}

fn result(order: &Order, outcome: &Outcome, took: f64) -> serde_json::Value {
    let mut record = record(order, outcome);
    record["event"] = "result".into();
    record["milliseconds"] = json!((took * 10.0).round() / 10.0);
    record
}

fn waiting(results: usize, failed: usize, idle: bool) -> String {
    let count = |count, one: &str| match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {one}s"),
    };
    let first = if idle { "nothing to do, " } else { "" };
    let last = match failed {
        0 => String::new(),
        _ => format!(", {} to mend", count(failed, "fault")),
    };
    format!("{first}waiting for changes of {}{last}", count(results, "result"))
}
