//! Briefs for tests: a short view, a theme in a string, the built-in fonts.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::brief::Brief;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::font::FontSet;
use crate::locale::Locale;
use crate::theme::Theme;
use crate::theme::options::Choices;
use crate::typeset::Document;
use crate::typeset::typeset;
use crate::view::Language;
use crate::view::Summary;
use crate::view::View;

/// A brief with this `theme.typ`.
pub(crate) fn brief(theme: &str) -> Brief {
    brief_of(&[("/theme/theme.typ", theme)])
}

/// A brief with a theme of these files.
pub(crate) fn brief_of(files: &[(&str, &str)]) -> Brief {
    let files =
        files.iter().map(|(path, text)| ((*path).into(), text.as_bytes().to_vec()));
    let files = files.collect();
    Brief {
        view: view(),
        theme: Arc::new(Theme::from_files("mine", files)),
        choices: Choices { options: BTreeMap::new() },
        fonts: Arc::new(FontSet::builtin()),
        assets: BTreeMap::new(),
        stamp: None,
    }
}

/// The same with a budget of pages.
pub(crate) fn brief_with_pages(theme: &str, pages: u32) -> Brief {
    let mut brief = brief(theme);
    brief.choices.options.insert("pages".into(), Value::from(pages));
    brief
}

/// A `theme.typ` with this in the place of the pages, on A5 paper.
pub(crate) fn theme(body: &str) -> String {
    format!(
        "#let theme(view, options) = {{\n\
         let (gap, pitch, size, margin) = options.fit\n\
         margin = if margin == none {{ 60 }} else {{ calc.min(60, margin) }}\n\
         set page(width: 420pt, height: 595pt, margin: margin * 1pt)\n\
         set text(font: \"Source Sans 3\", size: if size == none {{ 10 }} else {{ size }} * 1pt)\n\
         set par(leading: 5pt * pitch, spacing: 10pt * gap)\n\
         [#metadata((x0: margin, x1: 420 - margin, y0: margin, y1: 595 - margin))\
         <cvpdf-area>]\n\
         {body}\n}}"
    )
}

/// Sets a brief and says what it was told about it.
pub(crate) fn set(brief: &Brief) -> (Option<Document>, Vec<Diagnostic>) {
    let mut sink = Sink::default();
    let document = typeset(brief, &mut sink).ok();
    (document, sink.take())
}

fn view() -> View {
    View {
        name: "Ada Halcyon".into(),
        author: "Ada Halcyon".into(),
        title: "Ada Halcyon – Résumé".into(),
        keywords: vec!["halcyon".into()],
        locale: Language {
            lang: "en".into(),
            region: None,
            dir: "ltr",
            colon: ":".into(),
            page: "{page} / {pages}".into(),
            page_words: "Page {page} of {pages}".into(),
            document: "Résumé".into(),
            forms: Locale::find("en").expect("it is known").forms(),
        },
        headline: Vec::new(),
        photo: None,
        contacts: Vec::new(),
        summary: Summary { title: "Summary".into(), blocks: Vec::new() },
        sections: Vec::new(),
        colophon: Vec::new(),
        letter: None,
    }
}
