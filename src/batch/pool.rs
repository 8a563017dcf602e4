//! Workers that are kept between orders, and what is done when one of them ends.
//!
//! Each worker has the order that it works on and the next one, so that it never waits
//! for this process. Of a worker that ends or takes too long, the order that it worked on
//! is blamed; but where the worker had done others before, the order is first given to a
//! fresh one, so that an order fails only if it fails alone.

use std::collections::VecDeque;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::Sender;
use std::time::Duration;

use super::Order;
use super::Outcome;
use super::Told;
use super::work::Tell;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::system::guard;
use crate::system::guard::Ending;
use crate::system::worker;
use crate::system::worker::Deadline;
use crate::system::worker::Event;
use crate::system::worker::Terms;
use crate::system::worker::Worker;

/// How many orders a worker has, with the one that it works on.
const AHEAD: usize = 3;

/// After how many orders a worker is let go, so that nothing it keeps can grow for long.
const LIFE: usize = 2_000;

/// Workers, kept between batches.
pub struct Pool {
    terms: Terms,
    size: usize,
    slots: Vec<Slot>,
    events: Receiver<Event>,
    sender: Sender<Event>,
    started: u64,
}

/// Whether a batch goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// With the next order.
    Continue,
    /// No further order is begun.
    Stop,
}

/// How a batch ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// All orders have their outcomes.
    Complete,
    /// It was stopped by whoever hears the outcomes.
    Stopped,
    /// Somebody interrupted it.
    Interrupted,
}

/// What orders come from, and who hears what became of them.
pub struct Hearing<'a> {
    /// The orders.
    pub orders: &'a mut dyn Iterator<Item = anyhow::Result<Order>>,
    /// Hears of each order once, in the order in which they end.
    pub outcome: &'a mut dyn FnMut(&Order, Outcome) -> anyhow::Result<Flow>,
    /// How a diagnostic is told.
    pub tell: Tell<'a>,
}

/// A worker and its orders.
struct Slot {
    worker: Worker,
    orders: VecDeque<Order>,
    done: usize,
    deadline: Option<Deadline>,
}

/// A batch on its way.
struct Batch<'a, 'b> {
    hearing: &'a mut Hearing<'b>,
    again: VecDeque<Order>,
    end: Option<End>,
    dry: bool,
}

impl Pool {
    /// A pool of so many workers, each started when there is work for it.
    pub fn new(size: usize, terms: Terms) -> anyhow::Result<Self> {
        let (sender, events) = mpsc::channel();
        worker::listen_for_interrupts(sender.clone())?;
        let size = size.max(1);
        Ok(Self { terms, size, slots: Vec::new(), events, sender, started: 0 })
    }

    /// Has all orders made.
    pub fn run(&mut self, hearing: &mut Hearing<'_>) -> anyhow::Result<End> {
        let mut batch = Batch { hearing, again: VecDeque::new(), end: None, dry: false };
        loop {
            self.feed(&mut batch)?;
            if self.slots.iter().all(|slot| slot.orders.is_empty()) {
                return Ok(batch.end.unwrap_or(End::Complete));
            }
            match self.wait() {
                Some(Event::Answer(id, line)) => self.answered(id, &line, &mut batch)?,
                Some(Event::Gone(id)) => self.gone(id, &mut batch)?,
                Some(Event::Interrupted) if batch.end == Some(End::Interrupted) => {
                    // The second time, nothing is waited for.
                    self.slots.iter_mut().for_each(|slot| slot.worker.kill());
                    self.slots.clear();
                }
                Some(Event::Interrupted) => batch.end = Some(End::Interrupted),
                None => self.overdue(&mut batch)?,
            }
        }
    }

    /// Waits for an event, until the first deadline at most.
    fn wait(&self) -> Option<Event> {
        let deadline = self.slots.iter().filter_map(|slot| slot.deadline).min();
        let time = deadline.map_or(Duration::MAX, Deadline::left);
        // The pool itself holds a sender, so it is only ever the time that ends it.
        self.events.recv_timeout(time).ok()
    }

    /// Gives orders to whoever has too few.
    fn feed(&mut self, batch: &mut Batch<'_, '_>) -> anyhow::Result<()> {
        // One after the other, so that few orders are spread over all workers.
        for ahead in 1..=AHEAD {
            for index in 0..self.size {
                let has = self.slots.get(index).map_or(0, |slot| slot.orders.len());
                let lives = self.slots.get(index).is_none_or(|slot| slot.done < LIFE);
                if has >= ahead || !lives && has > 0 {
                    continue;
                }
                let Some(order) = batch.next()? else { return Ok(()) };
                let terms = self.terms;
                self.slot(index, lives)?.give(order, terms)?;
            }
        }
        Ok(())
    }

    /// The worker of a place, started if there is none or its life is over.
    fn slot(&mut self, index: usize, lives: bool) -> anyhow::Result<&mut Slot> {
        if index < self.slots.len() && !lives {
            let fresh = self.start()?;
            let old = std::mem::replace(&mut self.slots[index], fresh);
            old.worker.end()?;
        } else if index >= self.slots.len() {
            let fresh = self.start()?;
            self.slots.push(fresh);
        }
        let last = self.slots.len() - 1;
        Ok(&mut self.slots[index.min(last)])
    }

    fn start(&mut self) -> anyhow::Result<Slot> {
        self.started += 1;
        let worker = Worker::start(self.started, self.terms, self.sender.clone())?;
        Ok(Slot { worker, orders: VecDeque::new(), done: 0, deadline: None })
    }

    fn find(&self, id: u64) -> Option<usize> {
        self.slots.iter().position(|slot| slot.worker.id() == id)
    }

    fn answered(
        &mut self,
        id: u64,
        line: &str,
        batch: &mut Batch<'_, '_>,
    ) -> anyhow::Result<()> {
        let terms = self.terms;
        let Some(index) = self.find(id) else { return Ok(()) };
        let slot = &mut self.slots[index];
        let Some(order) = slot.orders.pop_front() else { return Ok(()) };
        slot.done += 1;
        slot.start_clock(terms);
        let outcome = serde_json::from_str(line).unwrap_or_else(|_| {
            let said = Diagnostic::new("bug", "a worker's answer cannot be understood");
            failed(said, batch.hearing.tell)
        });
        batch.hear(&order, outcome)
    }

    /// Deals with a worker that ended though nobody let it go.
    fn gone(&mut self, id: u64, batch: &mut Batch<'_, '_>) -> anyhow::Result<()> {
        let Some(index) = self.find(id) else { return Ok(()) };
        let Slot { worker, mut orders, done, .. } = self.slots.swap_remove(index);
        let (status, said) = worker.end()?;
        let Some(order) = orders.pop_front() else { return Ok(()) };
        batch.again.extend(orders);
        if done > 0 {
            batch.again.push_front(order);
            return Ok(());
        }
        let reason = match status.code() {
            Some(code) => {
                let said = String::from_utf8_lossy(&said);
                let said = said.lines().next().unwrap_or("it said nothing");
                let message = format!("the worker ended with code {code}: {said}");
                Diagnostic::new("bug", message).hint("please tell the authors of cvpdf")
            }
            None => told(guard::stopped(status, &said, self.terms.limits)),
        };
        batch.hear(&order, failed(reason, batch.hearing.tell))
    }

    /// Stops the workers whose time is over.
    fn overdue(&mut self, batch: &mut Batch<'_, '_>) -> anyhow::Result<()> {
        let is_late =
            |slot: &Slot| slot.deadline.is_some_and(|it| it.left() == Duration::ZERO);
        while let Some(index) = self.slots.iter().position(is_late) {
            let Slot { mut worker, mut orders, .. } = self.slots.swap_remove(index);
            worker.kill();
            worker.end()?;
            let order = orders.pop_front();
            batch.again.extend(orders);
            if let Some(order) = order {
                let reason = told(guard::out_of_time(self.terms.limits));
                batch.hear(&order, failed(reason, batch.hearing.tell))?;
            }
        }
        Ok(())
    }
}

impl Slot {
    fn give(&mut self, order: Order, terms: Terms) -> anyhow::Result<()> {
        let mut line = serde_json::to_string(&order)?;
        line.push('\n');
        self.worker.give(&line);
        self.orders.push_back(order);
        if self.orders.len() == 1 {
            self.start_clock(terms);
        }
        Ok(())
    }

    /// Begins to count the time of the order that the worker has before it now.
    fn start_clock(&mut self, terms: Terms) {
        let seconds = terms.limits.seconds;
        self.deadline = (!self.orders.is_empty()).then(|| Deadline::after(seconds));
    }
}

impl Batch<'_, '_> {
    /// The next order, if the batch goes on: what has to be made again first.
    fn next(&mut self) -> anyhow::Result<Option<Order>> {
        if self.end.is_some() {
            return Ok(None);
        }
        if let Some(order) = self.again.pop_front() {
            return Ok(Some(order));
        }
        if self.dry {
            return Ok(None);
        }
        let order = self.hearing.orders.next().transpose()?;
        self.dry = order.is_none();
        Ok(order)
    }

    fn hear(&mut self, order: &Order, outcome: Outcome) -> anyhow::Result<()> {
        let flow = (self.hearing.outcome)(order, outcome)?;
        if flow == Flow::Stop {
            self.end.get_or_insert(End::Stopped);
        }
        Ok(())
    }
}

/// What an ending comes to, as something to tell.
fn told(ending: Ending) -> Diagnostic {
    match ending {
        Ending::Stopped { message, hint } => Diagnostic::new("limit", message).hint(hint),
        Ending::Exited(code) => {
            Diagnostic::new("bug", format!("the worker ended with code {code}"))
        }
    }
}

/// The outcome of an order that no worker brought to its end.
fn failed(reason: Diagnostic, tell: Tell<'_>) -> Outcome {
    let mut sink = Sink::default();
    sink.error(reason);
    let told: Vec<Told> = sink.diagnostics().iter().map(tell).collect();
    Outcome::failed(told)
}

impl Drop for Pool {
    fn drop(&mut self) {
        // Workers end when their input is closed, and are killed with this process.
        for slot in self.slots.drain(..) {
            let _ = slot.worker.end();
        }
    }
}
