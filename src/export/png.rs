//! Pages as PNG, a file each.

use image::ExtendedColorType;
use image::ImageEncoder;
use image::codecs::png::CompressionType;
use image::codecs::png::FilterType;
use image::codecs::png::PngEncoder;
use typst::utils::Scalar;
use typst_layout::Page;
use typst_render::RenderOptions;

use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::export::Artifact;
use crate::export::Files;
use crate::export::Format;
use crate::export::Options;
use crate::export::Resolution;
use crate::typeset::Document;

/// Pages as PNG.
pub const FORMAT: Format = Format {
    name: "png",
    extension: "png",
    help: "Pictures, one for each page",
    files: Files::PerPage,
    write,
};

/// The most pixels that a side of a page may have: the renderer gives up where memory
/// ends, so a theme must not ask for that much.
const MOST_PIXELS: f64 = 20_000.0;

fn write(
    document: &Document,
    options: &Options,
    sink: &mut Sink,
) -> Result<Artifact, Reported> {
    let mut files = Vec::new();
    for (page, number) in document.pages.pages().iter().zip(1..) {
        files.push(picture(page, number, options.resolution, sink)?);
    }
    Ok(Artifact { format: FORMAT.name, files })
}

fn picture(
    page: &Page,
    number: usize,
    resolution: Resolution,
    sink: &mut Sink,
) -> Result<Vec<u8>, Reported> {
    let size = [page.frame.width().to_pt(), page.frame.height().to_pt()];
    if size.iter().any(|side| side * resolution.per_point() > MOST_PIXELS) {
        let message =
            format!("page {number} has a side of more than {MOST_PIXELS} pixels");
        let hint = "lower the resolution: `--ppi 72`";
        return Err(sink.error(Diagnostic::new("picture-too-large", message).hint(hint)));
    }
    let pixel_per_pt = Scalar::new(resolution.per_point());
    let pixels =
        typst_render::render(page, &RenderOptions { pixel_per_pt, render_bleed: false });
    let mut png = Vec::new();
    // Text has no gradients for a filter to smooth. Higher levels save a fifth of the
    // bytes and take three times as long.
    PngEncoder::new_with_quality(
        &mut png,
        CompressionType::Level(1),
        FilterType::NoFilter,
    )
    .write_image(&on_white(pixels.data()), pixels.width(), pixels.height(), COLOR)
    .expect("the buffer has the size of the picture, and memory takes all bytes");
    Ok(png)
}

const COLOR: ExtendedColorType = ExtendedColorType::Rgb8;

/// Pixels of red, green, blue, each multiplied by the fourth, their opacity, on paper.
fn on_white(pixels: &[u8]) -> Vec<u8> {
    let mut opaque = Vec::with_capacity(pixels.len() / 4 * 3);
    for pixel in pixels.chunks_exact(4) {
        let paper = 255 - pixel[3];
        opaque.extend(pixel[..3].iter().map(|color| color.saturating_add(paper)));
    }
    opaque
}
