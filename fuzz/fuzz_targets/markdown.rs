//! Any text as Markdown: a tree, the same one each time, never a panic.

#![no_main]

use cvpdf::text;
use cvpdf::text::Issue;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|written: &str| {
    let blocks = text::blocks(written);
    assert_eq!(blocks, text::blocks(written));
    let inlines = text::inlines(written);
    for Issue { code, range, .. } in blocks.issues.iter().chain(&inlines.issues) {
        assert!(written.get(range.clone()).is_some(), "{code}: {range:?}");
    }
});
