//! From a brief to laid-out pages.
//!
//! With `export`, the only code that names Typst's crates. What Typst computed is
//! remembered between calls, which makes the next one faster and never different;
//! [`forget`] bounds the memory that this takes.

pub mod fonts;
pub mod world;
pub mod diag;
pub mod check;
pub mod fit;

use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::diag::Warned;
use typst::ecow::EcoVec;
use typst_layout::PagedDocument;

use crate::brief::Brief;
use crate::brief::Stamp;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::typeset::fit::Fit;
use crate::typeset::world::World;

/// More pages than these are a theme out of hand, unless the author asks for more.
const MOST_PAGES: usize = 50;

/// The code of what is said of a theme that has no function for letters.
pub const NO_LETTERS: &str = "theme-without-letters";

/// Laid-out pages, and what the exporters have to know of their brief.
#[derive(Debug, Clone)]
pub struct Document {
    /// The pages.
    pub pages: PagedDocument,
    /// The world that they were set in, for messages about the theme.
    pub world: World,
    /// A text that names this document and stays the same when it is changed.
    pub ident: String,
    /// The date that goes into the document.
    pub stamp: Option<Stamp>,
    /// Whether all characters can be read.
    pub glyphs: Glyphs,
}

/// Whether all characters of a document can be read; if not, the author was warned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Glyphs {
    /// Each has a glyph and a meaning.
    Complete,
    /// Some mean something else in every font.
    Private,
    /// Some are shown as empty boxes.
    Missing,
}

/// Sets the pages of a brief.
pub fn typeset(brief: &Brief, sink: &mut Sink) -> Result<Document, Reported> {
    let draft = fit::fit(brief, sink)?;
    finish(brief, draft, sink)
}

/// Sets the pages of a brief exactly so tight, whatever its budget is.
pub fn typeset_at(
    brief: &Brief,
    fit: &Fit,
    sink: &mut Sink,
) -> Result<Document, Reported> {
    let draft = lay_out(brief, fit, sink)?;
    finish(brief, draft, sink)
}

/// Forgets what was computed and not used in the last so many calls.
///
/// One process that sets many résumés calls it with 0 after each, one that sets the
/// same over and over with 10.
pub fn forget(unused_for: usize) {
    comemo::evict(unused_for);
}

/// Pages that may or may not become the document.
#[derive(Debug)]
pub struct Draft {
    pages: PagedDocument,
    world: World,
    warnings: EcoVec<SourceDiagnostic>,
}

impl Draft {
    /// How many pages there are.
    fn page_count(&self) -> usize {
        self.pages.pages().len()
    }
}

/// Lays pages out; what Typst only warns of stays in the draft.
fn lay_out(brief: &Brief, fit: &Fit, sink: &mut Sink) -> Result<Draft, Reported> {
    let world = World::new(brief, fit);
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
    let pages = match output {
        Ok(pages) => pages,
        Err(errors) => {
            return Err(diag::report_errors(&world, &errors, "theme-error", sink));
        }
    };
    let limit = fit::budget(brief).unwrap_or(0).max(MOST_PAGES);
    let count = pages.pages().len();
    if count > limit {
        let message =
            format!("the theme set {count} pages, more than the limit of {limit}");
        let hint = "mend the theme, or set `pages` if you want so many";
        return Err(sink.error(Diagnostic::new("page-limit", message).hint(hint)));
    }
    Ok(Draft { pages, world, warnings })
}

/// Checks a draft and makes the document of it.
fn finish(brief: &Brief, draft: Draft, sink: &mut Sink) -> Result<Document, Reported> {
    let Draft { pages, world, warnings } = draft;
    if let Some(reported) = diag::report(&world, &warnings, sink) {
        return Err(reported);
    }
    check::check_links(&pages, sink)?;
    check::doubts(&pages, sink);
    let glyphs = check::check(&pages, sink);
    Ok(Document {
        ident: ident(brief),
        stamp: brief.stamp,
        pages: dated(pages),
        world,
        glyphs,
    })
}

/// Takes away a date that the theme may have set: it is the brief's to give.
fn dated(mut pages: PagedDocument) -> PagedDocument {
    pages.info_mut().date = typst::foundations::Smart::Auto;
    pages
}

fn ident(brief: &Brief) -> String {
    let view = &brief.view;
    format!("cvpdf {} {}: {}", view.locale.lang, view.name, view.title)
}

#[cfg(test)]
pub(crate) mod bench;
#[cfg(test)]
mod tests;
