//! What to tell the author: diagnostics, and the sink in which they are collected.

use crate::source::Source;
use crate::source::Span;

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

    /// The same, asking for the name that was probably meant, if there is one.
    #[must_use]
    pub fn meant(self, nearest: Option<&str>) -> Self {
        match nearest {
            Some(nearest) => self.label(did_you_mean(nearest)),
            None => self,
        }
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

    /// Takes everything out in the order of each text, and what is about no place after it.
    pub fn in_order(&mut self) -> Vec<Diagnostic> {
        let mut diagnostics = self.take();
        diagnostics.sort_by_cached_key(|one| {
            let place = one.place.as_ref();
            let at = place.map(|it| (it.source.name().to_owned(), it.span.start));
            (at.is_none(), at)
        });
        diagnostics
    }

    /// Makes errors of all warnings.
    pub fn warnings_are_errors(&mut self) {
        for one in &mut self.diagnostics {
            one.severity = match one.severity {
                Severity::Warning => Severity::Error,
                other => other,
            };
        }
    }

    /// Adds a line to everything that was collected.
    pub fn hint_all(&mut self, hint: &str) {
        for one in &mut self.diagnostics {
            one.hints.push(hint.to_owned());
        }
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
///
/// A third of the letters may be wrong, at most three; case, `-`, `_` and spaces do
/// not matter.
pub fn nearest<'a>(
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let fold = |name: &str| name.to_lowercase().replace(['_', '-', ' '], "");
    let name = fold(name);
    let near = |known: &str| {
        let known = fold(known);
        let (some, more) = (name.chars().count(), known.chars().count());
        let far = (some.max(more) / 3).clamp(1, 3);
        // What is longer than every name costs no comparison.
        let distance = (some.abs_diff(more) <= far)
            .then(|| strsim::damerau_levenshtein(&name, &known))?;
        // Of which every letter is another, no name was meant, however short it is.
        (distance <= far && distance < some.max(more)).then_some(distance)
    };
    let ranked = known.into_iter().filter_map(|known| Some((near(known)?, known)));
    ranked.min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
}

/// Asks whether a name was meant.
pub fn did_you_mean(name: &str) -> String {
    format!("did you mean `{name}`?")
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
        assert_eq!(nearest("font_body", ["font-head", "font-body"]), Some("font-body"));
        assert_eq!(nearest("Letter", ["a4", "us-letter"]), Some("us-letter"));
        assert_eq!(nearest("ne", ["en", "de"]), Some("en"));
    }

    #[test]
    fn what_is_not_near_is_not_named() {
        assert_eq!(nearest("xyz", ["email", "phone"]), None);
        assert_eq!(nearest("moderncv", ["classic", "plain"]), None);
        assert_eq!(nearest("x", ["a", "b"]), None);
        assert_eq!(nearest("", ["a"]), None);
        assert_eq!(nearest(&"email".repeat(10_000), ["email"]), None);
    }
}
