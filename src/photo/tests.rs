//! Photos: what comes through the gate, and what does not.

use image::GenericImageView;
use image::Rgb;
use image::RgbImage;
use image::Rgba;
use image::RgbaImage;

use super::*;

/// A picture whose left half is red and right half blue, as a file of this type.
fn two_halves(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let color = |x| if x < width / 2 { Rgb([200, 0, 0]) } else { Rgb([0, 0, 200]) };
    let picture = RgbImage::from_fn(width, height, |x, _| color(x));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// The same with an EXIF block that says how the camera was held, and where.
fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
    exif.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    exif.extend([0x0e, 0x01, 2, 0, 16, 0, 0, 0, 38, 0, 0, 0]);
    exif.extend([0; 4]);
    exif.extend(b"48.85N 2.35E GPS");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], b"\xff\xe1", &length, &exif, &jpeg[2..]].concat()
}

#[track_caller]
fn refused(bytes: &[u8], code: &str, words: &str) {
    let refusal = prepare(bytes).unwrap_err();
    assert_eq!(refusal.code, code, "{}", refusal.message);
    assert!(refusal.message.contains(words), "{}", refusal.message);
    assert!(!refusal.message.contains('\n') && !refusal.message.ends_with('.'));
}

/// Whether the pixel at these hundredths of width and height is more red than blue.
fn is_red(picture: &Picture, x: u32, y: u32) -> bool {
    let decoded = image::load_from_memory(&picture.bytes).unwrap();
    let pixel = decoded.get_pixel(decoded.width() * x / 100, decoded.height() * y / 100);
    pixel.0[0] > pixel.0[2]
}

/// The bytes of a PNG that says it has this size.
fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut png = two_halves(2, 2, ImageFormat::Png);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&png[12..29]);
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    png
}

/// The checksum of a PNG's chunk.
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32| if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 };
    !bytes
        .iter()
        .fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc)))
}

#[test]
fn a_photo_of_any_known_type_becomes_a_jpeg() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let picture = prepare(&two_halves(300, 400, format)).unwrap();
        assert_eq!(
            (picture.encoding, picture.width, picture.height),
            (Encoding::Jpeg, 300, 400)
        );
        assert!(is_red(&picture, 20, 50) && !is_red(&picture, 80, 50));
    }
}

#[test]
fn the_same_bytes_make_the_same_picture() {
    let bytes = two_halves(1_500, 1_200, ImageFormat::Jpeg);
    assert_eq!(prepare(&bytes), prepare(&bytes));
}

#[test]
fn a_large_photo_is_made_to_fit_and_a_small_one_is_left() {
    let size = |width, height| {
        let picture = prepare(&two_halves(width, height, ImageFormat::Png)).unwrap();
        let decoded = image::load_from_memory(&picture.bytes).unwrap();
        assert_eq!(decoded.dimensions(), (picture.width, picture.height));
        decoded.dimensions()
    };
    assert_eq!(size(1_800, 2_200), (900, 1_100));
    assert_eq!(size(2_000, 1_000), (900, 450));
    assert_eq!(size(10, 5_000), (2, 1_100));
    assert_eq!(size(1, 1), (1, 1));
}

#[test]
fn colours_of_a_small_photo_are_as_fine_as_its_light() {
    let light = |width| {
        let picture = prepare(&two_halves(width, 100, ImageFormat::Png)).unwrap();
        let frame = picture.bytes.windows(2).position(|it| it == b"\xff\xc0").unwrap();
        // Length, depth, height, width, number of colours, and the first one's name.
        picture.bytes[frame + 11]
    };
    assert_eq!(
        [light(300), light(399), light(400), light(900)],
        [0x11, 0x11, 0x22, 0x22]
    );
}

#[test]
fn a_turned_photo_is_turned_back_and_forgets_where_it_was_taken() {
    let bytes = with_exif(&two_halves(300, 200, ImageFormat::Jpeg), 6);
    assert!(bytes.windows(3).any(|it| it == b"GPS"));
    let picture = prepare(&bytes).unwrap();
    // Turned right by a quarter: what was left is now on top.
    assert_eq!((picture.width, picture.height), (200, 300));
    assert!(is_red(&picture, 50, 20) && !is_red(&picture, 50, 80));
    for trace in [&b"GPS"[..], b"Exif", b"48.85"] {
        assert!(!picture.bytes.windows(trace.len()).any(|it| it == trace));
    }
}

#[test]
fn what_one_can_see_through_stays_so() {
    let clear = RgbaImage::from_pixel(20, 20, Rgba([9, 9, 9, 100]));
    let opaque = RgbaImage::from_pixel(20, 20, Rgba([9, 9, 9, 255]));
    let encoding = |picture: RgbaImage| {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
        prepare(&bytes.into_inner()).unwrap().encoding
    };
    assert_eq!(encoding(clear), Encoding::Png);
    assert_eq!(encoding(opaque), Encoding::Jpeg);
}

#[test]
fn what_is_no_photo_is_named() {
    let refused = |bytes: &[u8], words: &str| refused(bytes, "photo-type", words);
    refused(b"", "an empty file");
    refused(b"name: Alice", "not a picture that cvpdf knows");
    refused(b"GIF89a\xff\xff\xff\xff\0\0\0", "a GIF");
    refused(b"\0\0\0\x18ftypheic\0\0", "a HEIC picture");
    refused(b"<?xml version='1.0'?><SVG/>", "an SVG drawing");
    refused(b"%PDF-1.7", "a PDF");
}

#[test]
fn a_bomb_is_refused_by_its_header() {
    let refused = |bytes: &[u8]| refused(bytes, "photo-too-large", "more than");
    refused(&png_header(1 << 30, 1 << 30));
    refused(&png_header(65_535, 65_535));
    refused(&png_header(8_001, 10));
    refused(&png_header(7_000, 7_000));
    refused(&vec![0xff; MOST_BYTES + 1]);
}

#[test]
fn a_size_that_no_png_may_have_is_refused() {
    assert!(prepare(&png_header(u32::MAX, u32::MAX)).is_err());
    assert!(prepare(&png_header(1 << 31, 1 << 31)).is_err());
    assert!(prepare(&png_header(0, 0)).is_err());
}

#[test]
fn a_photo_that_ends_too_early_is_damaged() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let bytes = two_halves(200, 200, format);
        for end in [12, 40, bytes.len() / 2, bytes.len() - 40] {
            refused(&bytes[..end], "photo-damaged", "this photo is damaged: ");
        }
    }
}

#[test]
fn no_damage_is_a_crash() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let bytes = two_halves(64, 64, format);
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0xff;
            // Some damage cannot be told from another picture.
            let _either = prepare(&damaged);
        }
    }
}
