//! The gate for photos: bytes from anybody in, a small clean picture out.
//!
//! What comes out was encoded here: it stands upright and holds pixels only, none of
//! the places, cameras and profiles that cameras write, and nothing that a damaged or
//! hostile file could do to the typesetter.

use std::io::Cursor;

use image::DynamicImage;
use image::GenericImageView;
use image::ImageDecoder;
use image::ImageError;
use image::ImageFormat;
use image::ImageReader;
use image::Limits;
use image::codecs::png::CompressionType;
use image::codecs::png::FilterType;
use image::codecs::png::PngEncoder;
use image::imageops;
use jpeg_encoder::ColorType;
use jpeg_encoder::Encoder;
use jpeg_encoder::SamplingFactor;

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 10_000_000;

/// The most pixels on a side.
const MOST_SIDE: u32 = 8_000;

/// The most pixels altogether.
const MOST_PIXELS: u64 = 40_000_000;

/// The most memory that decoding may take, in bytes.
const MOST_MEMORY: u64 = 256 << 20;

/// The box that a picture is made to fit: photos are at most 26 × 32 mm, so this is
/// more than 800 dots per inch.
const BOX: (u32, u32) = (900, 1_100);

/// The quality of JPEGs, of 100.
const QUALITY: u8 = 90;

/// From how many pixels in a row on colours are half as fine as light and shade, as cameras
/// have them: nobody sees it in print, and it takes half the time.
const FINE: u16 = 400;

/// A picture that is fit for a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// What it is encoded as.
    pub encoding: Encoding,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// How a picture is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// For photos.
    Jpeg,
    /// For pictures with parts that one can see through.
    Png,
}

impl Encoding {
    /// The ending of a file's name, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }
}

/// Why a file is of no use as a photo, for a diagnostic at its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The diagnostic's code.
    pub code: &'static str,
    /// The diagnostic's message.
    pub message: String,
}

/// Makes a picture that is fit for a document, the same for the same bytes.
///
/// The type is told by the content; no name counts.
pub fn prepare(bytes: &[u8]) -> Result<Picture, Refusal> {
    let format = check(bytes)?;
    let mut decoder = open(bytes, format)?;
    let orientation = decoder.orientation().map_err(|error| refuse(&error))?;
    let mut picture =
        DynamicImage::from_decoder(decoder).map_err(|error| refuse(&error))?;
    picture.apply_orientation(orientation);
    let (width, height) = fit(picture.width(), picture.height());
    if (width, height) != (picture.width(), picture.height()) {
        picture = picture.resize_exact(width, height, imageops::FilterType::CatmullRom);
    }
    let (encoding, bytes) = encode(picture).map_err(|error| refuse(&error))?;
    Ok(Picture { encoding, bytes, width, height })
}

/// Checks what can be told without decoding: size, type, number of pixels.
pub fn check(bytes: &[u8]) -> Result<ImageFormat, Refusal> {
    if bytes.len() > MOST_BYTES {
        let megabytes = bytes.len() / 1_000_000;
        let message = format!("this photo has {megabytes} MB, more than 10 MB");
        return Err(Refusal { code: "photo-too-large", message });
    }
    let format = kind(bytes)?;
    let (width, height) = open(bytes, format)?.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if width > MOST_SIDE || height > MOST_SIDE || pixels > MOST_PIXELS {
        return Err(Refusal {
            code: "photo-too-large",
            message: format!(
                "this photo has {width} × {height} pixels, more than {MOST_SIDE} on a side \
                 or 40 million in all"
            ),
        });
    }
    if format == ImageFormat::Jpeg && !ends(bytes) {
        let message = "this photo is damaged: it ends too early".into();
        return Err(Refusal { code: "photo-damaged", message });
    }
    Ok(format)
}

/// Whether a JPEG has its end: decoders fill up with grey what is missing.
fn ends(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some(&[mark, kind]) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        match (mark, kind) {
            (0xff, 0xd9) => return true,
            // A segment follows, which begins with its length.
            (0xff, 0xc0..=0xcf | 0xda..=0xfe) => {
                let length = bytes.get(at + 2..).and_then(<[u8]>::first_chunk);
                let length = length.map_or(0, |length| u16::from_be_bytes(*length));
                at += 2 + usize::from(length);
            }
            // Pixels, or marks among them.
            _ => at += 1,
        }
    }
    false
}

/// The type that a file's first bytes tell.
fn kind(bytes: &[u8]) -> Result<ImageFormat, Refusal> {
    let has =
        |at: usize, magic: &[u8]| bytes.get(at..).is_some_and(|it| it.starts_with(magic));
    if has(0, b"\xff\xd8\xff") {
        return Ok(ImageFormat::Jpeg);
    }
    if has(0, b"\x89PNG\r\n\x1a\n") {
        return Ok(ImageFormat::Png);
    }
    if has(0, b"RIFF") && has(8, b"WEBP") {
        return Ok(ImageFormat::WebP);
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1_000)]).to_lowercase();
    let found = match () {
        () if bytes.is_empty() => "an empty file",
        () if has(0, b"GIF8") => "a GIF, which is made for drawings that move",
        () if has(4, b"ftyphei") || has(4, b"ftypmif1") => "a HEIC picture",
        () if has(4, b"ftypavi") => "an AVIF picture",
        () if has(0, b"II*\0") || has(0, b"MM\0*") => "a TIFF or raw picture",
        () if has(0, b"BM") => "a BMP picture",
        () if has(0, b"%PDF") => "a PDF",
        () if head.contains("<svg") => {
            "an SVG drawing, which can hold more than a picture"
        }
        () => "not a picture that cvpdf knows",
    };
    let message = format!("this is {found}; a photo is a JPEG, PNG or WebP");
    Err(Refusal { code: "photo-type", message })
}

/// Opens a picture: reads its header, and limits what the rest may take.
fn open(bytes: &[u8], format: ImageFormat) -> Result<impl ImageDecoder + '_, Refusal> {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    reader.into_decoder().map_err(|error| refuse(&error))
}

/// The size of a picture in the box, never larger than it is.
fn fit(width: u32, height: u32) -> (u32, u32) {
    let (widest, tallest) = (u64::from(BOX.0), u64::from(BOX.1));
    let (width, height) = (u64::from(width), u64::from(height));
    let (fitted, by) = if width * tallest > height * widest {
        (widest.min(width), width)
    } else {
        (tallest.min(height), height)
    };
    let side = |side: u64| u32::try_from((side * fitted / by.max(1)).max(1));
    (side(width).unwrap_or(BOX.0), side(height).unwrap_or(BOX.1))
}

/// Writes a picture, and nothing but its pixels.
fn encode(picture: DynamicImage) -> Result<(Encoding, Vec<u8>), ImageError> {
    let mut bytes = Vec::new();
    let has_alpha = picture.color().has_alpha();
    if has_alpha && picture.pixels().any(|(_, _, pixel)| pixel.0[3] < u8::MAX) {
        let (compression, filter) = (CompressionType::Default, FilterType::Adaptive);
        let encoder = PngEncoder::new_with_quality(&mut bytes, compression, filter);
        picture.into_rgba8().write_with_encoder(encoder)?;
        return Ok((Encoding::Png, bytes));
    }
    let picture = picture.into_rgb8();
    let side = |pixels: u32| u16::try_from(pixels).unwrap_or(u16::MAX);
    let (width, height) = (side(picture.width()), side(picture.height()));
    let mut encoder = Encoder::new(&mut bytes, QUALITY);
    encoder.set_sampling_factor(match width {
        0..FINE => SamplingFactor::F_1_1,
        FINE.. => SamplingFactor::F_2_2,
    });
    encoder
        .encode(&picture, width, height, ColorType::Rgb)
        .map_err(|error| ImageError::IoError(std::io::Error::other(error)))?;
    Ok((Encoding::Jpeg, bytes))
}

/// What to say of trouble with a picture.
fn refuse(error: &ImageError) -> Refusal {
    match error {
        ImageError::Limits(_) => Refusal {
            code: "photo-too-large",
            message: "this photo needs more than 256 MB of memory".into(),
        },
        ImageError::Decoding(_)
        | ImageError::Encoding(_)
        | ImageError::Parameter(_)
        | ImageError::Unsupported(_)
        | ImageError::IoError(_) => {
            let reason = error.to_string();
            let reason = reason.lines().next().unwrap_or_default().trim_end_matches('.');
            let message = format!("this photo is damaged: {reason}");
            Refusal { code: "photo-damaged", message }
        }
    }
}

#[cfg(test)]
mod tests;
