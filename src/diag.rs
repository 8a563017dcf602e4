//! What to tell the author: diagnostics, and the sink in which they are collected.

use crate::source::{Source, Span};

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// What was done, where it could surprise; never changes the outcome.
    Note,
    /// Something doubtful; an error under `--strict`.
    Warning,
    /// Nothing can be made of this.
    Error,
}

/// One thing to tell the author, with the place it is about.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// The stable name under which the manual explains it, as `unknown-key`.
    pub code: &'static str,
    /// One line, lower case, no full stop, names in backticks.
    pub message: String,
    /// Where, if it is about a place in a text.
    pub place: Option<Place>,
    /// What to do about it, a line each.
    pub hints: Vec<String>,
}

/// A place in a source, with what to say right beside it.
#[derive(Debug, Clone)]
pub struct Place {
    /// The text.
    pub source: Source,
    /// The stretch to underline.
    pub span: Span,
    /// What to write behind the underline; may be empty.
    pub label: String,
}

/// Where diagnostics are collected, in order.
#[derive(Debug, Default)]
pub struct Sink {
    diagnostics: Vec<Diagnostic>,
}

/// Proof that an error has been put into a [`Sink`].
///
/// Only [`Sink::error`] makes one, so an `Err(Reported)` never reaches the
/// terminal without a message to show for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reported(());

impl Diagnostic {
    /// Makes a diagnostic without a place; the sink decides its severity.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { severity: Severity::Note, code, message, place: None, hints: Vec::new() }
    }

    /// The same, pointing into a source.
    #[must_use]
    pub fn at(mut self, source: &Source, span: Span) -> Self {
        self.place = Some(Place { source: source.clone(), span, label: String::new() });
        self
    }

    /// The same, with words behind the underline; without a place they are a hint.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        match &mut self.place {
            Some(place) => place.label = label.into(),
            None => self.hints.push(label.into()),
        }
        self
    }

    /// The same, with one more line on what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

impl Sink {
    /// Collects an error and proves it.
    pub fn error(&mut self, diagnostic: Diagnostic) -> Reported {
        self.push(Severity::Error, diagnostic);
        Reported(())
    }

    /// Collects a warning.
    pub fn warn(&mut self, diagnostic: Diagnostic) {
        self.push(Severity::Warning, diagnostic);
    }

    /// Collects a note.
    pub fn note(&mut self, diagnostic: Diagnostic) {
        self.push(Severity::Note, diagnostic);
    }

    fn push(&mut self, severity: Severity, diagnostic: Diagnostic) {
        self.diagnostics.push(Diagnostic { severity, ..diagnostic });
    }

    /// Everything collected so far, in order.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Takes everything out.
    pub fn take(&mut self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.diagnostics)
    }

    /// Puts in what another sink collected.
    pub fn extend(&mut self, diagnostics: Vec<Diagnostic>) {
        self.diagnostics.extend(diagnostics);
    }

    /// How many diagnostics of a severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|one| one.severity == severity).count()
    }

    /// Whether nothing but notes was collected.
    pub fn is_clean(&self) -> bool {
        self.diagnostics.iter().all(|one| one.severity == Severity::Note)
    }

    /// The proof that an error was collected, if one was.
    pub fn reported(&self) -> Option<Reported> {
        (self.count(Severity::Error) > 0).then_some(Reported(()))
    }
}

/// The known name that is nearest to a mistyped one, if one is near.
pub fn nearest<'a>(
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let name = name.to_lowercase();
    let near = |known: &&str| {
        let distance = strsim::osa_distance(&name, &known.to_lowercase());
        let allowed = (name.chars().count().max(known.chars().count()) + 1) / 3;
        (distance <= allowed).then_some(distance)
    };
    let ranked = known.into_iter().filter_map(|known| Some((near(&known)?, known)));
    ranked.min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
}

impl std::fmt::Display for Reported {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("an error was reported")
    }
}

impl std::error::Error for Reported {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_near() {
        assert_eq!(nearest("emial", ["email", "phone"]), Some("email"));
        assert_eq!(nearest("Classic", ["plain", "classic"]), Some("classic"));
        assert_eq!(nearest("xyz", ["email", "phone"]), None);
    }
}
