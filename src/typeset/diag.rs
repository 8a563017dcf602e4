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
    let diagnostic = Diagnostic {
        code: "unknown-font",
        message: format!("no font family is named `{family}`"),
        ..translated
    };
    let nearest = diag::nearest(family, families.iter().copied());
    diagnostic.meant(nearest).hint("see `cvpdf fonts`, or add a font: `--font-path DIR`")
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

/// What to say beyond Typst's own hints, which speak to users of its command line.
fn own_hints(one: &SourceDiagnostic) -> Vec<String> {
    let unknown = one.message.strip_prefix("unknown variable: ");
    let mut hints = Vec::new();
    if let Some(name) = unknown.filter(|name| REFUSED.contains(name)) {
        hints.push(format!("do without `{name}`: themes cannot use it"));
    }
    if one.span.id().is_some_and(World::is_main) {
        hints.push("let `theme.typ` define `theme(view, options)`".into());
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
