//! Pages as pictures, drawn by a renderer that did not lay them out.

use std::borrow::Cow;

use hayro::RenderCache;
use hayro::RenderSettings;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::color::palette::css::WHITE;
use image::ExtendedColorType;
use image::ImageEncoder;
use image::codecs::png::CompressionType;
use image::codecs::png::FilterType;
use image::codecs::png::PngEncoder;

use crate::compare::Finding;
use crate::compare::Layer;
use crate::compare::Limits;
use crate::compare::Row;
use crate::compare::Sign;
use crate::compare::Trouble;
use crate::export::Resolution;
use crate::inspect::Unreadable;

/// The most pixels that a page is drawn with: larger ones are drawn less fine.
const MOST_PIXELS: f64 = 40_000_000.0;

/// The longest side of a picture: the renderer counts with 16 bits.
const LONGEST: f64 = 32_000.0;

/// How many pages are drawn and compared. Nobody looks at more.
const MOST_PAGES: usize = 500;

/// A picture: three bytes for each pixel, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Red, green and blue of each pixel.
    pub rgb: Vec<u8>,
}

/// A page of two documents, as pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The page of the old document, if it has it.
    pub old: Option<Picture>,
    /// The page of the new document, if it has it.
    pub new: Option<Picture>,
    /// Where they differ, if both have it.
    pub heat: Option<Picture>,
    /// How many pixels differ.
    pub pixels: u64,
}

/// How two pictures differ.
#[derive(Debug, Clone, Copy, Default)]
struct Gap {
    pixels: u64,
    most: u8,
}

/// Compares the looks of two documents.
pub(super) fn compare(
    old: &[u8],
    new: &[u8],
    limits: &Limits,
    colours: Option<String>,
) -> Result<Option<Finding>, Trouble> {
    let mut said: Vec<String> = colours.into_iter().collect();
    each(old, new, limits.resolution, |number, old, new| {
        said.extend(match (old, new) {
            (Some(old), Some(new)) => off(number, gap(&old, &new, limits.delta), limits),
            (Some(_), None) => Some(format!("page {number} is gone")),
            (None, _) => Some(format!("page {number} is new")),
        });
    })?;
    let Some(first) = said.first() else { return Ok(None) };
    let summary = first.clone();
    let rows = said.iter().map(|line| Row::new(Sign::Both, line)).collect();
    Ok(Some(Finding { layer: Layer::Pixels, summary, rows }))
}

/// What to say of a page that looks different.
fn off(number: usize, gap: Gap, limits: &Limits) -> Option<String> {
    let Gap { pixels, most } = gap;
    if pixels <= limits.pixels {
        return None;
    }
    let allowed = match limits.pixels {
        0 => String::new(),
        allowed => format!(", of which {allowed} may"),
    };
    let plural = if pixels == 1 { "pixel differs" } else { "pixels differ" };
    Some(format!("page {number}: {pixels} {plural}, by {most} of 255 at most{allowed}"))
}

/// Draws every page of two documents, and where the two differ.
pub fn pictures(old: &[u8], new: &[u8], limits: &Limits) -> Result<Vec<Sheet>, Trouble> {
    let mut sheets = Vec::new();
    each(old, new, limits.resolution, |_, old, new| {
        let both = old.as_ref().zip(new.as_ref());
        let heat = both.map(|(old, new)| heat(old, new, limits.delta));
        let gap = both.map(|(old, new)| gap(old, new, limits.delta));
        let pixels = gap.unwrap_or_default().pixels;
        sheets.push(Sheet { old, new, heat, pixels });
    })?;
    Ok(sheets)
}

/// Draws the pages of two documents, one after the other.
fn each(
    old: &[u8],
    new: &[u8],
    resolution: Resolution,
    mut visit: impl FnMut(usize, Option<Picture>, Option<Picture>),
) -> Result<(), Trouble> {
    let open = |bytes: &[u8]| Pdf::new(bytes.to_vec()).map_err(|_| Unreadable::Damaged);
    let old = open(old).map_err(Trouble::Old)?;
    let new = open(new).map_err(Trouble::New)?;
    let caches = [RenderCache::new(), RenderCache::new()];
    let count = old.pages().len().max(new.pages().len()).min(MOST_PAGES);
    for index in 0..count {
        let page = old.pages().get(index).map(|page| draw(page, &caches[0], resolution));
        let other = new.pages().get(index).map(|page| draw(page, &caches[1], resolution));
        visit(index + 1, page, other);
    }
    Ok(())
}

/// Draws a page on white paper.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sides are within the bounds of 16 bits, and scales are small numbers"
)]
fn draw<'a>(
    page: &'a Page<'a>,
    cache: &RenderCache<'a>,
    resolution: Resolution,
) -> Picture {
    let (width, height) = page.render_dimensions();
    let (width, height) = (f64::from(width).max(0.01), f64::from(height).max(0.01));
    let fine = resolution.per_point();
    let fitting = LONGEST / width.max(height);
    let affordable = (MOST_PIXELS / (width * height)).sqrt();
    let scale = fine.min(fitting).min(affordable);
    let side = |length: f64| (length * scale).floor().clamp(1.0, LONGEST) as u16;
    let settings = RenderSettings {
        x_scale: scale as f32,
        y_scale: scale as f32,
        width: Some(side(width)),
        height: Some(side(height)),
        bg_color: WHITE,
    };
    let drawn = hayro::render(page, cache, &InterpreterSettings::default(), &settings);
    let pixels = drawn.data_as_u8_slice().chunks_exact(4);
    let rgb = pixels.flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    Picture { width: drawn.width().into(), height: drawn.height().into(), rgb }
}

/// Counts the pixels that differ; what only one of the pictures has differs from paper.
fn gap(old: &Picture, new: &Picture, delta: u8) -> Gap {
    let mut gap = Gap::default();
    if old == new {
        return gap;
    }
    for y in 0..old.height.max(new.height) {
        for x in 0..old.width.max(new.width) {
            let off = off_by(old.at(x, y), new.at(x, y));
            gap.pixels += u64::from(off > delta);
            gap.most = gap.most.max(off);
        }
    }
    gap
}

/// How far two colours are apart, by the channel that differs most.
fn off_by(old: [u8; 3], new: [u8; 3]) -> u8 {
    let off = |channel: usize| old[channel].abs_diff(new[channel]);
    off(0).max(off(1)).max(off(2))
}

/// The new page, pale, with what differs in red: the stronger, the more.
fn heat(old: &Picture, new: &Picture, delta: u8) -> Picture {
    let (width, height) = (old.width.max(new.width), old.height.max(new.height));
    let mut rgb = Vec::with_capacity(new.rgb.len());
    for y in 0..height {
        for x in 0..width {
            let pixel = new.at(x, y);
            let off = off_by(old.at(x, y), pixel);
            if off > delta {
                // Even the least difference has to be seen.
                let rest = 160 - (off / 2).min(127) - 32;
                rgb.extend([255, rest, rest]);
            } else {
                let pale = pixel.map(|channel| 255 - (255 - channel) / 5);
                rgb.extend(pale);
            }
        }
    }
    Picture { width, height, rgb }
}

impl Picture {
    /// The colour at a place; outside there is paper.
    fn at(&self, x: u32, y: u32) -> [u8; 3] {
        if x >= self.width || y >= self.height {
            return [255; 3];
        }
        let start = (y as usize * self.width as usize + x as usize) * 3;
        [self.rgb[start], self.rgb[start + 1], self.rgb[start + 2]]
    }

    /// The picture as a PNG, in greys if there is nothing else in it.
    pub fn png(&self) -> Vec<u8> {
        let grey = |pixel: &[u8]| pixel[0] == pixel[1] && pixel[1] == pixel[2];
        let is_grey = self.rgb.chunks_exact(3).all(grey);
        let greys = || self.rgb.iter().step_by(3).copied().collect();
        let (bytes, colour): (Cow<'_, [u8]>, _) = match is_grey {
            true => (Cow::Owned(greys()), ExtendedColorType::L8),
            false => (Cow::Borrowed(&self.rgb), ExtendedColorType::Rgb8),
        };
        let mut png = Vec::new();
        // Text has no gradients for a filter to smooth.
        let level = CompressionType::Level(4);
        PngEncoder::new_with_quality(&mut png, level, FilterType::NoFilter)
            .write_image(&bytes, self.width, self.height, colour)
            .expect("the buffer has the size of the picture, and memory takes all bytes");
        png
    }
}
