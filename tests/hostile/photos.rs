//! Photos that are none, or more than they say.

use std::io::Cursor;

use image::ImageFormat;
use image::RgbImage;

use super::Case;
use super::Input::Photo;
use super::case;

/// A picture of one colour in this format.
fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::new(width, height)
        .write_to(&mut bytes, format)
        .expect("pictures can be written");
    bytes.into_inner()
}

/// The half of a picture.
fn half(format: ImageFormat) -> Vec<u8> {
    let mut bytes = picture(64, 64, format);
    bytes.truncate(bytes.len() / 2);
    bytes
}

/// A PNG that says it is so large, and has nothing of it.
fn png(width: u32, height: u32) -> Vec<u8> {
    let header =
        [&width.to_be_bytes()[..], &height.to_be_bytes(), b"\x08\x02\0\0\0"].concat();
    let chunks = [(b"IHDR", header), (b"IDAT", vec![0x78, 0x9c]), (b"IEND", Vec::new())];
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, data) in chunks {
        let length = u32::try_from(data.len()).expect("it is short");
        bytes.extend(length.to_be_bytes());
        let framed = [&name[..], &data].concat();
        bytes.extend(&framed);
        bytes.extend(crc(&framed).to_be_bytes());
    }
    bytes
}

/// The sum at the end of each part of a PNG.
fn crc(bytes: &[u8]) -> u32 {
    let step =
        |crc: u32, _| if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 };
    let fold = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), step);
    !bytes.iter().fold(u32::MAX, fold)
}

/// A GIF that says it is so large.
fn gif(width: u16, height: u16) -> Vec<u8> {
    let size = [width.to_le_bytes(), height.to_le_bytes()].concat();
    let image = [&b",\0\0\0\0"[..], &size, b"\0\x02\x02\x4c\x01\0;"].concat();
    [&b"GIF89a"[..], &size, b"\x80\0\0\0\0\0\xff\xff\xff", &image].concat()
}

pub(super) const CASES: &[Case] = &[
    case("a photo of no bytes", Photo(Vec::new), "photo-type 2:8"),
    case("a photo that is a text", Photo(|| b"a portrait".to_vec()), "photo-type 2:8"),
    case(
        "a photo that is a PDF",
        Photo(|| b"%PDF-1.7\n%%EOF\n".to_vec()),
        "photo-type 2:8",
    ),
    case(
        "a photo that is a drawing",
        Photo(|| b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec()),
        "photo-type 2:8",
    ),
    case(
        "a photo that is a program",
        Photo(|| b"\x7fELF\x02\x01\x01\0".to_vec()),
        "photo-type 2:8",
    ),
    case(
        "a PNG that is only a mark",
        Photo(|| b"\x89PNG\r\n\x1a\n".to_vec()),
        "photo-damaged 2:8",
    ),
    case(
        "a JPEG that is only a mark",
        Photo(|| b"\xff\xd8\xff\xe0".to_vec()),
        "photo-damaged 2:8",
    ),
    case("a GIF that is only a mark", Photo(|| b"GIF89a".to_vec()), "photo-type 2:8"),
    case(
        "a WebP that is only a mark",
        Photo(|| b"RIFF\x10\0\0\0WEBPVP8 ".to_vec()),
        "photo-damaged 2:8",
    ),
    case("the half of a PNG", Photo(|| half(ImageFormat::Png)), "photo-damaged 2:8"),
    case("the half of a JPEG", Photo(|| half(ImageFormat::Jpeg)), "photo-damaged 2:8"),
    case("the half of a GIF", Photo(|| half(ImageFormat::Gif)), "photo-type 2:8"),
    case(
        "a PNG of four billion columns",
        Photo(|| png(u32::MAX, 1)),
        "photo-too-large 2:8",
    ),
    case(
        "a PNG of two billion by two billion",
        Photo(|| png(0x7fff_ffff, 0x7fff_ffff)),
        "photo-too-large 2:8",
    ),
    case("a PNG of nothing", Photo(|| png(0, 0)), "photo-damaged 2:8"),
    case(
        "a PNG that is wider than is read",
        Photo(|| png(9000, 10)),
        "photo-too-large 2:8",
    ),
    case("a PNG of too many pixels", Photo(|| png(8000, 8000)), "photo-too-large 2:8"),
    case(
        "a GIF of four billion pixels",
        Photo(|| gif(u16::MAX, u16::MAX)),
        "photo-type 2:8",
    ),
    case("a GIF of nothing", Photo(|| gif(0, 0)), "photo-type 2:8"),
    case(
        "a photo of eleven megabytes",
        Photo(|| vec![0xff; 11 << 20]),
        "unreadable-photo 2:8",
    ),
    case(
        "a PNG whose sums are wrong",
        Photo(|| {
            let mut bytes = png(4, 4);
            bytes[30] ^= 1;
            bytes
        }),
        "photo-damaged 2:8",
    ),
];
