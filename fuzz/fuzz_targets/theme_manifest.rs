//! Any bytes as a theme's manifest: a theme or a reported error, never a panic.

#![no_main]

use std::borrow::Cow;

use cvpdf::diag::Sink;
use cvpdf::theme::Files;
use cvpdf::theme::Theme;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let function = &b"#let theme(view, options) = {}"[..];
    let files = Files::from([
        ("theme.toml".to_owned(), Cow::Owned(bytes.to_vec())),
        ("theme.typ".to_owned(), Cow::Borrowed(function)),
    ]);
    let mut sink = Sink::default();
    let theme = Theme::load("fuzz", files, &["Inter", "Source Serif 4"], &mut sink);
    assert_eq!(theme.is_err(), sink.reported().is_some());
});
