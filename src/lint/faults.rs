//! What checks find: each fault once, however often it is seen, and its place in the
//! theme's files with the first.

use serde_json::Value;
use serde_json::json;

use crate::diag::Diagnostic;
use crate::diag::Severity;
use crate::diag::Sink;

/// Something that is wrong with a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// With which samples it was seen, the first one first; none if with no sample.
    pub samples: Vec<String>,
    /// The number of the page of the first, where it is on one.
    pub page: Option<usize>,
    /// What is wrong, in one line.
    pub message: String,
    /// What faults have in common that are one.
    kind: String,
}

/// What a check found so far.
#[derive(Debug)]
pub struct Faults<'a> {
    found: Vec<Fault>,
    sink: &'a mut Sink,
}

impl Fault {
    /// Makes one that was seen with a sample.
    pub(super) fn of(sample: &str, message: &str) -> Self {
        let samples = Some(sample.to_owned()).filter(|sample| !sample.is_empty());
        let samples = samples.into_iter().collect();
        let message = message.to_owned();
        Self { samples, page: None, kind: message.clone(), message }
    }

    /// The same on a page.
    pub(super) fn on(self, page: usize) -> Self {
        Self { page: Some(page), ..self }
    }

    /// The same as an example of its kind.
    pub(super) fn of_kind(self, kind: String) -> Self {
        Self { kind, ..self }
    }

    /// The fault in one line.
    pub fn shown(&self) -> String {
        let Self { samples, page, message, kind: _ } = self;
        let page = page.map(|page| format!("page {page}: ")).unwrap_or_default();
        let seen = match samples.as_slice() {
            [] => String::new(),
            [only] => format!(" ({only})"),
            [first, more @ ..] => format!(" ({first}; and {} more)", more.len()),
        };
        format!("{page}{message}{seen}")
    }

    /// The fault for machines.
    pub fn record(&self) -> Value {
        let Self { samples, page, message, kind: _ } = self;
        let first = samples.first().map_or("", String::as_str);
        json!({ "sample": first, "page": page, "message": message, "samples": samples })
    }
}

impl<'a> Faults<'a> {
    /// None yet; what has a place in the theme's files goes into the sink, too.
    pub fn new(sink: &'a mut Sink) -> Self {
        Self { found: Vec::new(), sink }
    }

    /// All that were found.
    pub fn take(self) -> Vec<Fault> {
        self.found
    }

    /// Adds a fault, or where else one was seen that is there already.
    pub(super) fn add(&mut self, fault: Fault) {
        let Some(same) = self.found.iter_mut().find(|it| it.kind == fault.kind) else {
            self.found.push(fault);
            return;
        };
        let new = fault.samples.into_iter().filter(|it| !same.samples.contains(it));
        let new: Vec<String> = new.collect();
        same.samples.extend(new);
    }

    /// Adds what was said of a sample, each message with its place the first time.
    pub(super) fn say(
        &mut self,
        sample: &str,
        said: impl IntoIterator<Item = Diagnostic>,
    ) {
        for mut one in said {
            self.add(Fault::of(sample, &one.message));
            if one.code == "page-limit" {
                one.hints = vec!["mend the theme: no sample has so many".to_owned()];
            }
            let is_shown = one.severity == Severity::Error || one.place.is_some();
            let told = self.sink.diagnostics();
            if is_shown && !told.iter().any(|other| other.message == one.message) {
                self.sink.extend(vec![one]);
            }
        }
    }

    /// Adds the errors among what was said of a sample.
    pub(super) fn errors(&mut self, sample: &str, said: &mut Sink) {
        let said = said.take().into_iter();
        self.say(sample, said.filter(|one| one.severity == Severity::Error));
    }
}
