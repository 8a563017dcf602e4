//! Typst's diagnostics as ours: in the same words, at the same place in the theme.
//!
//! A place in the file in which our world begins is not shown, as no author wrote it.

use typst::WorldExt;
use typst::diag::SourceDiagnostic;
use typst::syntax::DiagSpan;
use typst::syntax::Spanned;

use crate::diag;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::source::Source;
use crate::source::Span;
use crate::typeset::NO_LETTERS;
use crate::typeset::world::REFUSED;
use crate::typeset::world::World;

/// Puts what Typst has to say into the sink; if an error is among it, proves it.
pub fn report(
    world: &World,
    said: &[SourceDiagnostic],
    sink: &mut Sink,
) -> Option<Reported> {
    let mut reported = None;
    for one in said {
        let translated = translate(world, one, "theme-warning");
        // Typst would go on with another font, or without any: not what was designed.
        match one.message.strip_prefix("unknown font family: ") {
            Some(family) => {
                reported = Some(sink.error(unknown_font(world, translated, family)));
            }
            None => sink.warn(translated),
        }
    }
    reported
}

fn unknown_font(world: &World, translated: Diagnostic, family: &str) -> Diagnostic {
    let families = world.families();
    let named = named(world, family);
    let family = named.as_ref().map_or(family, |(_, _, written)| written.as_str());
    let mut diagnostic = Diagnostic {
        code: "unknown-font",
        message: format!("no font family is named `{family}`"),
        ..translated
    };
    if let Some((source, span, _)) = &named {
        diagnostic = diagnostic.at(source, span.clone());
    }
    let nearest = diag::nearest(family, families.iter().copied());
    diagnostic.meant(nearest).hint("see `cvpdf fonts`, or add a font: `--font-path DIR`")
}

/// Where a theme names a font family in quotes, which the library sets, and how it is
/// written there: Typst tells it in lower case.
fn named(world: &World, family: &str) -> Option<(Source, Span, String)> {
    let text = world.theme().file("/theme/theme.typ")?;
    let text = String::from_utf8_lossy(text).into_owned();
    // Only ASCII, so that bytes stay where they are.
    let at = text.to_ascii_lowercase().find(&format!("\"{family}\""))?;
    let span = at..at + family.len() + 2;
    let written = text[at + 1..span.end - 1].to_owned();
    let name = format!("{}/theme.typ", world.theme().folder());
    Some((Source::new(name, text), span, written))
}

/// Puts errors under one code into the sink, and proves the first of them.
pub fn report_errors(
    world: &World,
    said: &[SourceDiagnostic],
    code: &'static str,
    sink: &mut Sink,
) -> Reported {
    let first = Diagnostic::new(code, "Typst gave up without saying why");
    let mut all = said.iter().map(|one| translate(world, one, code));
    let reported = sink.error(all.next().unwrap_or(first));
    all.for_each(|one| {
        sink.error(one);
    });
    reported
}

fn translate(world: &World, one: &SourceDiagnostic, code: &'static str) -> Diagnostic {
    if let Some(diagnostic) = of_main(world, one, code) {
        return diagnostic;
    }
    let mut diagnostic = Diagnostic::new(code, one.message.as_str());
    if let Some((source, span)) = place(world, one.span) {
        diagnostic = diagnostic.at(&source, span);
    }
    for Spanned { v: hint, span } in &one.hints {
        diagnostic = diagnostic.hint(match locate(world, *span) {
            Some(at) => format!("{hint} ({at})"),
            None => hint.to_string(),
        });
    }
    // The first points are the nearest; who called from further away rarely matters.
    for Spanned { v: point, span } in one.trace.iter().take(4) {
        if let Some(at) = locate(world, (*span).into()) {
            diagnostic = diagnostic.hint(format!("{point} at {at}"));
        }
    }
    for hint in own_hints(one) {
        diagnostic = diagnostic.hint(hint);
    }
    diagnostic
}

/// What `main.typ` asserts of a theme before it sets a letter.
const SETS_NO_LETTERS: &str = "this theme sets no letters";

/// What to say of a theme that `main.typ` cannot use, in words that speak of the theme.
fn of_main(
    world: &World,
    one: &SourceDiagnostic,
    code: &'static str,
) -> Option<Diagnostic> {
    if !one.span.id().is_some_and(World::is_main) {
        return None;
    }
    let (name, file) = (world.theme().name(), world.theme().folder());
    let file = format!("{file}/theme.typ");
    let diagnostic = if one.message.ends_with(SETS_NO_LETTERS) {
        Diagnostic::new(NO_LETTERS, format!("theme `{name}` sets no letters"))
            .hint("set the letter in another theme, as `--theme plain`")
            .hint(format!("or let `{file}` define `letter(view, options)`"))
    } else if one.message.to_lowercase().ends_with("utf-8") {
        Diagnostic::new(code, format!("`{file}` is not UTF-8")).hint("save it as UTF-8")
    } else if one.message.contains("does not contain `theme`") {
        Diagnostic::new(code, format!("`{file}` has no function `theme`"))
            .hint("let it define `theme(view, options)`")
    } else {
        return None;
    };
    Some(diagnostic)
}

/// What to say beyond Typst's own hints, which speak to users of its command line.
fn own_hints(one: &SourceDiagnostic) -> Vec<String> {
    let unknown = one.message.strip_prefix("unknown variable: ");
    let mut hints = Vec::new();
    if let Some(name) = unknown.filter(|name| REFUSED.contains(name)) {
        hints.push(format!("do without `{name}`: themes cannot use it"));
    }
    hints
}

/// A place in a file that people can open.
fn place(world: &World, span: DiagSpan) -> Option<(Source, Span)> {
    let id = span.id()?;
    let name = world.name(id)?;
    Some((Source::new(name, world.text(id)?), world.range(span)?))
}

/// The same in words: `themes/mine/theme.typ:84:7`.
fn locate(world: &World, span: DiagSpan) -> Option<String> {
    let (source, span) = place(world, span)?;
    let position = source.position(span.start);
    Some(format!("{}:{}:{}", source.name(), position.line, position.column))
}
