//! Headings that machines will not know, each told where the author wrote it.

use unicode_normalization::UnicodeNormalization;

use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::locale::Locale;
use crate::locale::headings::KnownSection;
use crate::source::Source;
use crate::source::Span;
use crate::view::Section;
use crate::view::View;

/// Headings that are as good as the standard ones.
const AS_GOOD: [&str; 2] = ["Work Experience", "Professional Experience"];

/// Warns of headings that are none of the standard words of the document's language, and
/// none of the English ones.
pub fn unusual(source: &Source, view: &View, locale: &Locale, sink: &mut Sink) {
    let headings = KnownSection::ALL.map(|section| locale.heading(section));
    let english = Locale::find("en").map(|en| KnownSection::ALL.map(|it| en.heading(it)));
    let known = headings.iter().chain(english.iter().flatten()).chain(&AS_GOOD);
    let known: Vec<String> = known.map(|heading| folded(heading)).collect();
    let is_known = |section: &&Section| known.contains(&folded(&section.title));
    for (number, section) in view.sections.iter().filter(|it| !is_known(it)).enumerate() {
        let title = section.title.escape_debug();
        let message = format!("machines may not know the heading `{title}`");
        let mut diagnostic = Diagnostic::new("unusual-heading", message);
        if let Some(span) = place(source, section) {
            diagnostic = diagnostic.at(source, span);
        }
        if number == 0 {
            let hint = format!("use one that they know: {}", headings.join(", "));
            diagnostic = diagnostic.hint(hint);
        }
        sink.warn(diagnostic);
    }
}

/// A heading as it is compared: letters and figures, without case and accents.
fn folded(heading: &str) -> String {
    heading.to_lowercase().nfkd().filter(|it| it.is_alphanumeric()).collect()
}

/// Where the author wrote a heading: under `title`, or as the section's key.
fn place(source: &Source, section: &Section) -> Option<Span> {
    if let Some(title) = source.find(&section.path.key("title")) {
        return Some(title);
    }
    let span = source.find(&section.path)?;
    let key = section.path.as_str();
    let key = key.strip_prefix("sections.").unwrap_or(key);
    if source.text()[span.clone()].trim_matches(['\'', '"']) == key {
        return Some(span);
    }
    // A text is remembered where it stands, which is behind its key.
    let before = &source.text()[..span.start];
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let key_span = before[line..].rfind(key).map(|at| line + at..line + at + key.len());
    Some(key_span.unwrap_or(span))
}
