//! Any text as Markdown: a tree, the same one each time, never a panic.

#![no_main]

use cvpdf::text;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|written: &str| {
    let blocks = text::blocks(written);
    assert_eq!(blocks, text::blocks(written));
    for issue in &blocks.issues {
        assert!(written.get(issue.range.clone()).is_some(), "{}: {:?}", issue.code, issue.range);
    }
    let inlines = text::inlines(written);
    for issue in &inlines.issues {
        assert!(written.get(issue.range.clone()).is_some(), "{}: {:?}", issue.code, issue.range);
    }
});
