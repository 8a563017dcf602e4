//! Faces as Typst wants them: the font book, and fonts that are loaded on first use.
//!
//! Made once for a set of faces and kept as long as documents are set with it. The
//! book is made of what is known already; only [`Fonts::font`] opens a font.

use std::sync::OnceLock;

use serde::Deserialize;
use serde::de::value::Error;
use serde::de::value::SeqDeserializer;
use typst::foundations::Bytes;
use typst::text::AxisValue;
use typst::text::Coverage;
use typst::text::Font;
use typst::text::FontAxis;
use typst::text::FontBook;
use typst::text::FontFlags;
use typst::text::FontInfo;
use typst::text::FontStretch;
use typst::text::FontStyle;
use typst::text::FontVariant;
use typst::text::FontWeight;
use typst::text::Tag;
use typst::utils::LazyHash;

use crate::font::Face;
use crate::font::FontSet;
use crate::font::read;
use crate::font::read::Axis;
use crate::font::read::FaceInfo;
use crate::font::read::Slant;

/// The faces of a set for Typst.
#[derive(Debug)]
pub struct Fonts {
    /// The faces.
    set: FontSet,
    /// What Typst chooses from.
    book: LazyHash<FontBook>,
    /// The faces that have been used, by index.
    slots: Vec<OnceLock<Option<Font>>>,
}

impl Fonts {
    /// Gets a set ready, without opening any of its fonts.
    pub fn new(set: FontSet) -> Self {
        let book = LazyHash::new(book(&set));
        let slots = set.faces().map(|_| OnceLock::new()).collect();
        Self { set, book, slots }
    }

    /// The faces.
    pub fn set(&self) -> &FontSet {
        &self.set
    }

    /// What Typst chooses from.
    pub fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    /// The font with this index in the book, which is opened when first asked for.
    pub fn font(&self, index: usize) -> Option<Font> {
        let face = self.set.face(index)?;
        self.slots.get(index)?.get_or_init(|| load(face)).clone()
    }
}

/// The book of all faces, in their order.
pub fn book(set: &FontSet) -> FontBook {
    FontBook::from_infos(set.faces().map(|face| font_info(&face.info)))
}

/// Opens a face.
pub fn load(face: &Face) -> Option<Font> {
    Font::new(Bytes::new(face.data.clone()), face.index)
}

/// What Typst wants to know of a face, without opening it.
pub fn font_info(info: &FaceInfo) -> FontInfo {
    let FaceInfo { family, slant, weight, width, traits, axes, coverage, embedding: _ } =
        info;
    let style = match slant {
        Slant::Normal => FontStyle::Normal,
        Slant::Italic => FontStyle::Italic,
        Slant::Oblique => FontStyle::Oblique,
    };
    FontInfo {
        family: family.to_string(),
        variant: FontVariant {
            style,
            weight: FontWeight::from_number(*weight),
            stretch: FontStretch::from_number(*width),
        },
        flags: flags(*traits),
        axes: axes.iter().map(axis).collect(),
        coverage: runs(coverage),
    }
}

/// Traits as Typst's flags.
fn flags(traits: u8) -> FontFlags {
    let mut flags = FontFlags::empty();
    flags.set(FontFlags::MONOSPACE, traits & read::MONOSPACED != 0);
    flags.set(FontFlags::SERIF, traits & read::SERIF != 0);
    flags.set(FontFlags::MATH, traits & read::MATH != 0);
    flags.set(FontFlags::VARIABLE, traits & read::VARIABLE != 0);
    flags
}

/// An axis as Typst's.
fn axis(axis: &Axis) -> FontAxis {
    let Axis { tag, min, max, default } = axis;
    FontAxis {
        tag: Tag::from_bytes(tag),
        min: AxisValue(*min),
        max: AxisValue(*max),
        default: AxisValue(*default),
    }
}

/// A coverage as Typst's, which has the same runs but can only be made of them by
/// reading it: its constructor takes every character, a hundred times as many.
fn runs(coverage: &[u32]) -> Coverage {
    let runs = SeqDeserializer::<_, Error>::new(coverage.iter().copied());
    Coverage::deserialize(runs).unwrap_or_else(|_| Coverage::from_vec(Vec::new()))
}
