//! What the commands do, through the program, in a temporary folder.

mod commands; // everything but render
mod limits; // themes of strangers, photos, folders that are out of bounds
mod publications; // files of publications
mod looks; // which flag, file or key decides
mod profiles; // their list, and their budgets of pages
mod render; // outputs: where, as what, and when not
mod theme_faults; // what `themes --check` finds, once and where
mod themes; // a first one, pictures, checks
mod talk; // what is said, to whom, and with which exit code

use crate::bench::Bench;
use crate::bench::MINIMAL;

/// A bench with the smallest résumé, `ada.yaml`.
fn ada() -> Bench {
    Bench::new().file("ada.yaml", MINIMAL)
}

/// A bench with a résumé of so many pages, `long.yaml`.
fn long(pages: usize) -> Bench {
    let section = |page| {
        let title =
            format!("  Page {page}:\n    page-break: before\n    content: Some words.\n");
        if page == 1 { title.replace("    page-break: before\n", "") } else { title }
    };
    let sections: String = (1..=pages).map(section).collect();
    Bench::new().file("long.yaml", format!("{MINIMAL}sections:\n{sections}"))
}

/// A theme of the user's own that sets this; the body of `#let theme(view, options)`.
pub(crate) fn mine(body: &str) -> Bench {
    let theme = format!("#let theme(view, options) = {{\n{body}\n}}\n");
    let manifest = "title = \"Mine\"\nsummary = \"Mine alone.\"\ncontract = 1\n";
    ada().file("mine/theme.toml", manifest).file("mine/theme.typ", theme)
}
