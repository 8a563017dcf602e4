//! Any bytes as a résumé: a résumé or a reported error, never a panic.

#![no_main]

use cvpdf::diag::Diagnostic;
use cvpdf::diag::Place;
use cvpdf::diag::Sink;
use cvpdf::resume::parse;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut sink = Sink::default();
    let resume = parse::source("fuzz.yaml", bytes, &mut sink)
        .and_then(|source| parse::parse(&source, &mut sink));
    assert_eq!(resume.is_err(), sink.reported().is_some());
    sink.diagnostics().iter().for_each(check);
});

/// Every place lies in its text, between characters, so that it can be shown.
fn check(diagnostic: &Diagnostic) {
    let Some(Place { source, span, .. }) = &diagnostic.place else { return };
    let shown = source.text().get(span.clone());
    assert!(shown.is_some(), "{}: {span:?}", diagnostic.code);
}
