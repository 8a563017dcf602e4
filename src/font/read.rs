//! What a font file says of itself: family, style, characters, embedding rights.
//!
//! `build.rs` includes this file too, so that built-in faces are read while the
//! program is built, and a user's faces while it runs, by the same code. It therefore
//! uses nothing of the crate.
//!
//! The answers are those of Typst, which a test makes sure of, so that a family has the
//! same name in both. Typst's table of two hundred faces that misname themselves is not
//! repeated here: New Computer Modern, say, goes by the name in its files.

use std::borrow::Cow;

use ttf_parser::Face;
use ttf_parser::Permissions;
use ttf_parser::Style;
use ttf_parser::Tag;
use ttf_parser::cmap::Subtable;
use ttf_parser::name_id;

/// What the typesetter has to know of a face before it uses it.
#[derive(Debug, Clone, PartialEq)]
pub struct FaceInfo {
    /// The family, without words for style or weight: `Source Serif 4`.
    pub family: Cow<'static, str>,
    /// Whether it stands upright.
    pub slant: Slant,
    /// The weight class of OpenType: 400 is regular, 700 bold.
    pub weight: u16,
    /// The width class of OpenType: 1 is narrowest, 5 normal, 9 widest.
    pub width: u16,
    /// A sum of [`MONOSPACED`], [`SERIF`], [`MATH`] and [`VARIABLE`].
    pub traits: u8,
    /// Its axes, if it is a variable font.
    pub axes: Cow<'static, [Axis]>,
    /// Its characters, as the number of code points that are not in it, then the number
    /// of those that are, and so on in turn.
    pub coverage: Cow<'static, [u32]>,
    /// Whether its maker allows it to be part of a document.
    pub embedding: Embedding,
}

/// All glyphs are equally wide.
pub const MONOSPACED: u8 = 1;
/// The strokes have serifs.
pub const SERIF: u8 = 2;
/// There are tables for mathematics.
pub const MATH: u8 = 4;
/// There are axes of variation.
pub const VARIABLE: u8 = 8;

/// How a face stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slant {
    /// Upright.
    Normal,
    /// With forms of its own for slanted text.
    Italic,
    /// Slanted, with the forms of upright text.
    Oblique,
}

/// What the maker of a face allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Embedding {
    /// It may be part of any document.
    Installable,
    /// It may be part of documents, with limits on what readers do with them.
    Limited,
    /// It may not be part of a document.
    Restricted,
}

/// An axis of a variable font, with its range.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Its four letters: `wght`.
    pub tag: [u8; 4],
    /// The least value.
    pub min: f32,
    /// The greatest value.
    pub max: f32,
    /// The value that is taken unless another is asked for.
    pub default: f32,
}

/// Scripts that are told apart in lists, with characters that a face for them has.
pub const SCRIPTS: &[(&str, &str)] = &[
    ("Latin", "AZaz"),
    ("Vietnamese", "ăđĩũơưạấộễỳ"),
    ("Greek", "ΑΩαωάή"),
    ("Polytonic Greek", "ἀᾳῆὦ"),
    ("Cyrillic", "АЯая"),
    ("Armenian", "ԱՖաֆ"),
    ("Georgian", "აჰ"),
    ("Hebrew", "את"),
    ("Arabic", "ايپ"),
    ("Devanagari", "अहक्"),
    ("Bengali", "অহক"),
    ("Gurmukhi", "ਅਹਕ"),
    ("Gujarati", "અહક"),
    ("Tamil", "அஹக"),
    ("Telugu", "అహక"),
    ("Kannada", "ಅಹಕ"),
    ("Malayalam", "അഹക"),
    ("Sinhala", "අහක"),
    ("Thai", "กฮ"),
    ("Lao", "ກຮ"),
    ("Khmer", "កអ"),
    ("Myanmar", "ကအ"),
    ("Ethiopic", "ሀፐ"),
    ("Kana", "あんアン"),
    ("Hangul", "가힣"),
    ("Han, simplified", "们东两"),
    ("Han, traditional", "們東兩"),
];

/// How many faces a file holds: more than one in a collection, none if it is no font.
pub fn count(data: &[u8]) -> u32 {
    ttf_parser::fonts_in_collection(data)
        .unwrap_or_else(|| u32::from(Face::parse(data, 0).is_ok()))
}

/// Reads what the face with this index says of itself.
///
/// There is nothing to say of a file that is no OpenType font, or of a face without a
/// family name.
pub fn face_info(data: &[u8], index: u32) -> Option<FaceInfo> {
    let face = Face::parse(data, index).ok()?;
    let family = name(&face, name_id::FAMILY)?;
    Some(FaceInfo {
        family: Cow::Owned(without_styles(&family).to_owned()),
        slant: slant(&face),
        weight: face.weight().to_number(),
        width: face.width().to_number(),
        traits: traits(&face),
        axes: face.variation_axes().into_iter().map(axis).collect(),
        coverage: Cow::Owned(coverage(&face)),
        embedding: embedding(&face),
    })
}

/// The scripts of [`SCRIPTS`] that a face with this coverage can set.
pub fn scripts(coverage: &[u32]) -> Vec<&'static str> {
    let ranges = ranges(coverage);
    let full = |probe: &str| probe.chars().all(|c| is_in(&ranges, c));
    SCRIPTS.iter().filter(|(_, probe)| full(probe)).map(|(script, _)| *script).collect()
}

/// The code points of a coverage as ranges, ends included, in order.
pub fn ranges(coverage: &[u32]) -> Vec<(u32, u32)> {
    let mut ranges = Vec::with_capacity(coverage.len() / 2);
    let mut next = 0;
    for pair in coverage.chunks_exact(2) {
        let start = next + pair[0];
        next = start + pair[1];
        ranges.push((start, next - 1));
    }
    ranges
}

/// Puts several lists of ranges into one without overlaps, in order.
pub fn union(mut ranges: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    ranges.sort_unstable();
    let mut merged: Vec<(u32, u32)> = Vec::new();
    for (start, end) in ranges {
        match merged.last_mut() {
            Some(last) if start <= last.1 + 1 => last.1 = last.1.max(end),
            _ => merged.push((start, end)),
        }
    }
    merged
}

/// Whether a character lies in one of the ranges, which are in order.
pub fn is_in(ranges: &[(u32, u32)], c: char) -> bool {
    let code = u32::from(c);
    let after = ranges.partition_point(|&(start, _)| start <= code);
    after > 0 && code <= ranges[after - 1].1
}

/// A name out of the name table.
///
/// Names for old Macintoshes are read as far as they are ASCII.
fn name(face: &Face, id: u16) -> Option<String> {
    face.names().into_iter().filter(|name| name.name_id == id).find_map(|name| {
        let ascii = || {
            let ours = name.platform_id == ttf_parser::PlatformId::Macintosh
                && name.encoding_id == 0
                && name.name.is_ascii();
            ours.then(|| String::from_utf8_lossy(name.name).into_owned())
        };
        name.to_string().or_else(ascii)
    })
}

/// How a face stands; the full name is asked too, as some faces lack the bits for it.
fn slant(face: &Face) -> Slant {
    let full = name(face, name_id::FULL_NAME).unwrap_or_default().to_ascii_lowercase();
    if face.style() == Style::Italic || full.contains("italic") {
        Slant::Italic
    } else if face.is_oblique() || full.contains("oblique") || full.contains("slanted") {
        Slant::Oblique
    } else {
        Slant::Normal
    }
}

/// The traits of a face.
fn traits(face: &Face) -> u8 {
    // PANOSE begins at byte 32 of OS/2: 2 is text for Latin, then 2 to 10 have serifs.
    let os2 = face.raw_face().table(Tag::from_bytes(b"OS/2"));
    let serif = os2
        .filter(|table| table.len() >= 45)
        .is_some_and(|table| table[32] == 2 && (2..=10).contains(&table[33]));
    [
        (MONOSPACED, face.is_monospaced()),
        (SERIF, serif),
        (MATH, face.tables().math.is_some()),
        (VARIABLE, face.is_variable()),
    ]
    .into_iter()
    .filter(|(_, has)| *has)
    .fold(0, |traits, (bit, _)| traits | bit)
}

/// An axis as the font declares it.
fn axis(axis: ttf_parser::VariationAxis) -> Axis {
    Axis {
        tag: axis.tag.to_bytes(),
        min: axis.min_value,
        max: axis.max_value,
        default: axis.def_value,
    }
}

/// The characters of a face, out of all its Unicode tables.
fn coverage(face: &Face) -> Vec<u32> {
    let mut codes = Vec::new();
    let tables = face.tables().cmap.into_iter().flat_map(|cmap| cmap.subtables);
    for table in tables.filter(Subtable::is_unicode) {
        table.codepoints(|code| codes.push(code));
    }
    codes.sort_unstable();
    codes.dedup();

    let mut coverage: Vec<u32> = Vec::new();
    let mut next = 0;
    for code in codes {
        match coverage.last_mut() {
            Some(run) if code == next => *run += 1,
            _ => coverage.extend([code - next, 1]),
        }
        next = code + 1;
    }
    coverage
}

/// What the maker of a face allows; a face that does not say so allows all.
fn embedding(face: &Face) -> Embedding {
    match face.permissions() {
        Some(Permissions::Installable) | None => Embedding::Installable,
        Some(Permissions::PreviewAndPrint | Permissions::Editable) => Embedding::Limited,
        Some(Permissions::Restricted) => Embedding::Restricted,
    }
}

/// What may stand between the words of a family name.
const SEPARATORS: [char; 3] = [' ', '-', '_'];

/// Endings of family names that say style, weight or width.
const STYLES: &[&str] = &[
    // Style
    "normal",
    "regular",
    "italic",
    "oblique",
    "slanted", // Weight
    "hairline",
    "thin",
    "th",
    "light",
    "lt",
    "medium",
    "med",
    "md",
    "demi",
    "bold",
    "bd",
    "extb",
    "black",
    "blk",
    "bk",
    "heavy", // Width
    "narrow",
    "compressed",
    "condensed",
    "cond",
    "cn",
    "cd",
    "expanded",
    "exp",
    // Variable fonts
    "variable",
    "var",
    "vf",
];

/// Words before those endings, which say how much of it.
const DEGREES: &[&str] =
    &["extra", "ext", "ex", "x", "semi", "sem", "sm", "demi", "dem", "ultra"];

/// A family name without the words that only say style, weight or width.
///
/// Old systems know four styles for each family, so the rest of a family's styles hide
/// in names of their own: `Source Serif 4 Semibold` is a family to them.
fn without_styles(family: &str) -> &str {
    let family = family.trim().trim_start_matches('.');
    let lower = family.to_ascii_lowercase();
    let mut kept = lower.as_str();
    while let Some(shorter) = without_last_style(kept) {
        kept = shorter;
    }
    &family[..kept.len()]
}

/// A name in lower case without its last word on style, if there is one.
fn without_last_style(name: &str) -> Option<&str> {
    let mut rest = name;
    while let Some(shorter) = STYLES.iter().find_map(|style| rest.strip_suffix(style)) {
        rest = shorter;
    }
    if rest.len() == name.len() {
        return None;
    }
    // A separator has to go too, or the ending is part of a word: `Familight`.
    let word = rest.strip_suffix(SEPARATORS);
    let rest = word.unwrap_or(rest);
    let with_degree = DEGREES
        .iter()
        .find_map(|degree| rest.strip_suffix(degree)?.strip_suffix(SEPARATORS));
    with_degree.or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, family: &str) {
        assert_eq!(without_styles(name), family);
    }

    #[test]
    fn words_of_style_are_no_part_of_a_family() {
        check("Halcyon Light", "Halcyon");
        check("Halcyon SemiBold", "Halcyon");
        check("Halcyon Serif Extra-Condensed Black Italic", "Halcyon Serif");
        check("halcyon_vf", "halcyon");
    }

    #[test]
    fn words_that_merely_end_like_a_style_stay() {
        check("Twilight", "Twilight");
        check("Halcyon Ultra", "Halcyon Ultra");
        check("  .Halcyon", "Halcyon");
    }

    #[test]
    fn ranges_and_runs_tell_the_same_characters() {
        let ranges = ranges(&[65, 3, 1, 2]);
        assert_eq!(ranges, [(65, 67), (69, 70)]);
        let text: String = "@ABCDEFG".chars().filter(|&c| is_in(&ranges, c)).collect();
        assert_eq!(text, "ABCEF");
    }

    #[test]
    fn ranges_that_touch_become_one() {
        assert_eq!(union(vec![(7, 9), (1, 3), (4, 5), (8, 8)]), [(1, 5), (7, 9)]);
    }

    #[test]
    fn what_is_no_font_has_no_faces() {
        assert_eq!(count(b"%PDF-1.7"), 0);
        assert_eq!(face_info(b"", 0), None);
    }
}
