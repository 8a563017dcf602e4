//! The first page of the showcase in every built-in theme, and all of them in one picture.

use anyhow::Context;
use image::ImageEncoder;
use image::Rgb;
use image::RgbImage;
use image::codecs::png::PngEncoder;

use crate::diag::Sink;
use crate::export::png;
use crate::lint::samples;
use crate::lint::samples::Looks;
use crate::recipe;
use crate::settings::Settings;
use crate::typeset;

/// How many pages stand in a row of the picture of all.
const COLUMNS: u32 = 4;

/// The white space between pages in it, in pixels.
const GAP: u32 = 48;

/// The line around a page in it: paper and ground are white, both.
const EDGE: Rgb<u8> = Rgb([0xc8, 0xc8, 0xc8]);

/// The first page of the showcase in a built-in theme, as PNG.
pub fn page(name: &str, settings: &Settings, sink: &mut Sink) -> anyhow::Result<Vec<u8>> {
    let looks = Looks::from([("paper", "a4")]);
    let prepared = samples::prepare(
        &samples::SHOWCASE,
        (name, &looks),
        (settings, &png::FORMAT),
        sink,
    )?;
    let made = recipe::make(&prepared.recipe, sink);
    typeset::forget(0);
    made?.files.into_iter().next().context("a document has a page")
}

/// All pages in one picture: rows of four, at half their size.
pub fn sheet(pages: &[Vec<u8>]) -> anyhow::Result<Vec<u8>> {
    let read = |png: &Vec<u8>| Ok(half(&image::load_from_memory(png)?.to_rgb8()));
    let pages: Vec<RgbImage> = pages.iter().map(read).collect::<anyhow::Result<_>>()?;
    let width = pages.iter().map(RgbImage::width).max().unwrap_or_default() + GAP;
    let height = pages.iter().map(RgbImage::height).max().unwrap_or_default() + GAP;
    let count = u32::try_from(pages.len()).context("there are few themes")?;
    let rows = count.div_ceil(COLUMNS);
    let white = Rgb([255; 3]);
    let mut sheet =
        RgbImage::from_pixel(COLUMNS * width + GAP, rows * height + GAP, white);
    for (page, at) in pages.iter().zip(0..) {
        let (x, y) = (GAP + at % COLUMNS * width, GAP + at / COLUMNS * height);
        place(&mut sheet, page, (x, y));
    }
    encode(&sheet)
}

/// Puts a page with a line around it at a place.
fn place(sheet: &mut RgbImage, page: &RgbImage, (x, y): (u32, u32)) {
    let (width, height) = page.dimensions();
    for row in 0..height + 2 {
        for column in 0..width + 2 {
            let inner = column.checked_sub(1).zip(row.checked_sub(1));
            let pixel = inner.and_then(|(x, y)| page.get_pixel_checked(x, y));
            let pixel = pixel.copied().unwrap_or(EDGE);
            sheet.put_pixel(x + column - 1, y + row - 1, pixel);
        }
    }
}

/// A picture at half its size, each pixel the mean of four: whole numbers are the same on
/// every machine.
fn half(whole: &RgbImage) -> RgbImage {
    RgbImage::from_fn(whole.width() / 2, whole.height() / 2, |x, y| {
        let corners = [(0, 0), (1, 0), (0, 1), (1, 1)];
        let four =
            corners.map(|(right, down)| *whole.get_pixel(2 * x + right, 2 * y + down));
        let mean = |channel: usize| {
            let sum: u16 = four.iter().map(|pixel| u16::from(pixel.0[channel])).sum();
            u8::try_from((sum + 2) / 4).unwrap_or(u8::MAX)
        };
        Rgb([mean(0), mean(1), mean(2)])
    })
}

fn encode(picture: &RgbImage) -> anyhow::Result<Vec<u8>> {
    let mut png = Vec::new();
    let (width, height) = picture.dimensions();
    PngEncoder::new(&mut png).write_image(
        picture.as_raw(),
        width,
        height,
        image::ExtendedColorType::Rgb8,
    )?;
    Ok(png)
}
