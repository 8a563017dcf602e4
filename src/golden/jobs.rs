//! Today's PDFs, made as a batch.
//!
//! This is the one place that knows how results are found and made.

use std::collections::BTreeSet;

use globset::GlobSet;

use crate::batch::Order;
use crate::batch::Outcome;
use crate::batch::Told;
use crate::batch::plan;
use crate::batch::pool::End;
use crate::batch::pool::Flow;
use crate::batch::pool::Hearing;
use crate::batch::pool::Pool;
use crate::batch::select;
use crate::batch::work::Tell;
use crate::export::pdf;
use crate::settings::Settings;
use crate::system::files;
use crate::system::stage::Scratch;
use crate::system::worker;
use crate::system::worker::Terms;

/// The most that a PDF may hold, in bytes.
const LIMIT: u64 = 256 << 20;

/// Which results are asked for, and how what is said of them is told.
pub struct Asked<'a> {
    /// Patterns of names; all if there are none.
    pub patterns: Option<GlobSet>,
    /// How diagnostics are told.
    pub tell: Tell<'a>,
    /// Whether they may be coloured.
    pub colour: bool,
}

/// A result, by its name.
#[derive(Debug)]
pub struct Made {
    /// The name: its path in the folder of outputs, without the ending.
    pub name: String,
    /// The PDF, if it could be made.
    pub pdf: Option<Vec<u8>>,
    /// What there is to tell.
    pub told: Vec<Told>,
}

/// How a run ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// These are the names of all results that were asked for.
    Complete(BTreeSet<String>),
    /// Somebody interrupted it.
    Interrupted,
}

impl Asked<'_> {
    /// Whether a result of this name is asked for.
    pub fn wants(&self, name: &str) -> bool {
        self.patterns.as_ref().is_none_or(|patterns| patterns.is_match(name))
    }

    /// Whether everything is.
    pub fn is_all(&self) -> bool {
        self.patterns.is_none()
    }
}

/// Makes what is asked for; `each` is given every result, in the order in which they end.
pub(super) fn run(
    asked: &Asked<'_>,
    settings: &Settings,
    each: &mut dyn FnMut(Made) -> anyhow::Result<()>,
) -> anyhow::Result<Ending> {
    let scratch = Scratch::new()?;
    let mut settings = settings.clone();
    scratch.path().clone_into(&mut settings.out);
    let selection = select::select(&[], &settings)?;
    let mut plan = plan::plan(selection, &[pdf::FORMAT.name], &settings)?;
    let size = worker::cores().min(plan.count);
    let terms = Terms { limits: settings.limits, colour: asked.colour, memory: 0 };
    let mut names = BTreeSet::new();
    let mut orders = plan.orders()?.filter(|order| {
        let Ok(order) = order else { return true };
        let name = name(order);
        let wanted = asked.wants(name);
        if wanted {
            names.insert(name.to_owned());
        }
        wanted
    });
    let mut outcome = |order: &Order, outcome: Outcome| {
        each(Made {
            name: name(order).to_owned(),
            pdf: take(&outcome)?,
            told: outcome.told,
        })?;
        Ok(Flow::Continue)
    };
    let mut hearing =
        Hearing { orders: &mut orders, outcome: &mut outcome, tell: asked.tell };
    let end = Pool::new(size, terms)?.run(&mut hearing)?;
    drop(orders);
    Ok(match end {
        End::Complete | End::Stopped => Ending::Complete(names),
        End::Interrupted => Ending::Interrupted,
    })
}

/// Takes the PDF of an outcome from where it was written.
fn take(outcome: &Outcome) -> anyhow::Result<Option<Vec<u8>>> {
    let Some((path, _)) = outcome.files.first() else { return Ok(None) };
    let pdf = files::read(path, LIMIT)?;
    files::remove(path)?;
    Ok(Some(pdf))
}

/// The name of a golden: that of its order, without the ending.
fn name(order: &Order) -> &str {
    order.name.strip_suffix(".pdf").unwrap_or(&order.name)
}
