//! Pages as SVG, a file each, with text as paths.

use typst_svg::SvgOptions;

use crate::diag::Reported;
use crate::diag::Sink;
use crate::export::Artifact;
use crate::export::Files;
use crate::export::Format;
use crate::export::Options;
use crate::typeset::Document;

/// Pages as SVG.
pub const FORMAT: Format = Format {
    name: "svg",
    extension: "svg",
    help: "Drawings, one for each page",
    files: Files::PerPage,
    write,
};

#[expect(clippy::unnecessary_wraps, reason = "writers of formats can fail")]
fn write(document: &Document, _: &Options, _: &mut Sink) -> Result<Artifact, Reported> {
    let options = SvgOptions { render_bleed: false, pretty: false };
    let pages = document.pages.pages().iter();
    let files = pages.map(|page| typst_svg::svg(page, &options).into_bytes()).collect();
    Ok(Artifact { format: FORMAT.name, files })
}
