//! The glyphs of a page: what each of them says and where it stands, in the order in
//! which they were set.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::rc::Rc;
use std::sync::Arc;

use hayro_interpret::BlendMode;
use hayro_interpret::ClipPath;
use hayro_interpret::Context;
use hayro_interpret::Device;
use hayro_interpret::GlyphDrawMode;
use hayro_interpret::Image;
use hayro_interpret::InterpreterCache;
use hayro_interpret::InterpreterSettings;
use hayro_interpret::Paint;
use hayro_interpret::PathDrawMode;
use hayro_interpret::SoftMask;
use hayro_interpret::TransformExt;
use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::interpret_page;
use hayro_syntax::Pdf;
use kurbo::Affine;
use kurbo::BezPath;
use kurbo::Point;
use kurbo::Rect;

use crate::inspect::Page;
use crate::inspect::Unreadable;
use crate::inspect::facts;
use crate::inspect::lines;
use crate::inspect::marks;

/// A glyph, or several that stand for one text.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// What it says.
    pub(super) text: String,
    /// Its left end, in points from the left of the page.
    pub(super) x0: f64,
    /// Its right end.
    pub(super) x1: f64,
    /// Its baseline, in points from the top of the page.
    pub(super) y: f64,
    /// Its size in points.
    pub(super) size: f64,
    /// Its font's name.
    pub(super) font: Rc<str>,
    /// Its colour, as words have it.
    pub(super) colour: Arc<str>,
    /// Whether it is read from right to left.
    pub(super) backwards: bool,
    /// Whether it is an artifact.
    pub(super) artifact: bool,
    /// The marked content whose replacement text it is part of.
    replaced: Option<usize>,
}

/// Reads the pages.
pub(super) fn pages(pdf: &Pdf) -> Result<Vec<Page>, Unreadable> {
    let cache = InterpreterCache::new();
    pdf.pages().iter().map(|page| self::page(page, &cache)).collect()
}

/// Reads a page.
fn page<'a>(
    page: &hayro_syntax::page::Page<'a>,
    cache: &InterpreterCache<'a>,
) -> Result<Page, Unreadable> {
    let (width, height) = page.render_dimensions();
    let (width, height) = (f64::from(width), f64::from(height));
    let mut reader = Reader::new(marks::texts(page)?);
    let transform = page.initial_transform(true).to_kurbo();
    let area = Rect::new(0.0, 0.0, width, height);
    let settings = InterpreterSettings::default();
    let mut context = Context::new(transform, area, cache, page.xref(), settings);
    interpret_page(page, &mut context, &mut reader);
    let Reader { pieces, artifacts, .. } = reader;
    let lines = lines::lines(pieces);
    Ok(Page { width, height, lines, links: facts::links(page), artifacts })
}

/// What collects glyphs while a page is gone through.
struct Reader {
    /// The replacement text of each marked content, in order.
    replacements: Vec<Option<String>>,
    /// How many marked contents have begun.
    begun: usize,
    /// The marked contents that have not ended.
    open: Vec<Mark>,
    /// The names of fonts, by the key that the interpreter gives them.
    fonts: BTreeMap<u128, Rc<str>>,
    /// The colour of the last glyph, which the next mostly has, too.
    last: ([u8; 4], Arc<str>),
    pieces: Vec<Piece>,
    artifacts: usize,
}

/// A marked content.
#[derive(Debug, Clone, Copy)]
struct Mark {
    artifact: bool,
    backwards: bool,
    replaced: Option<usize>,
}

impl Reader {
    /// Makes a reader for a page with these replacement texts.
    fn new(replacements: Vec<Option<String>>) -> Self {
        let (open, pieces, fonts) = (Vec::new(), Vec::new(), BTreeMap::new());
        let last = ([0, 0, 0, 255], Arc::from("#000000"));
        Self { replacements, begun: 0, open, fonts, last, pieces, artifacts: 0 }
    }

    /// The name of a glyph's font.
    fn font(&mut self, glyph: &Glyph<'_>) -> Rc<str> {
        let Glyph::Outline(glyph) = glyph else { return Rc::from("") };
        let name = self.fonts.entry(glyph.font_cache_key()).or_insert_with(|| {
            let name = glyph.font_data().and_then(|data| data.postscript_name);
            let name = name.unwrap_or_default();
            Rc::from(name.trim_end_matches("-Identity-H").trim_end_matches("-Identity-V"))
        });
        Rc::clone(name)
    }

    /// The colour of a glyph.
    fn colour(&mut self, paint: &Paint<'_>, mode: &GlyphDrawMode) -> Arc<str> {
        let Paint::Color(colour) = paint else { return Arc::from("") };
        if matches!(mode, GlyphDrawMode::Invisible) {
            return Arc::from("");
        }
        let colour = colour.to_rgba().to_rgba8();
        if self.last.0 != colour {
            let [red, green, blue, opacity] = colour;
            let mut text = format!("#{red:02x}{green:02x}{blue:02x}");
            if opacity < 255 {
                let _ = write!(text, "{opacity:02x}");
            }
            self.last = (colour, Arc::from(text));
        }
        Arc::clone(&self.last.1)
    }

    /// Adds a piece, or widens the one before if both stand for one text.
    fn add(&mut self, mut piece: Piece) {
        if let Some(index) = piece.replaced {
            if let Some(last) =
                self.pieces.last_mut().filter(|it| it.replaced == Some(index))
            {
                last.x0 = last.x0.min(piece.x0);
                last.x1 = last.x1.max(piece.x1);
                return;
            }
            let replacement = self.replacements.get(index).cloned().flatten();
            piece.text = replacement.unwrap_or_default();
        }
        self.pieces.push(piece);
    }
}

impl<'a> Device<'a> for Reader {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        paint: &Paint<'a>,
        mode: &GlyphDrawMode,
    ) {
        // Glyphs are drawn at 1000 units to the size of text.
        let place = transform * glyph_transform;
        let advance = match glyph {
            Glyph::Outline(glyph) => glyph.advance_width().unwrap_or_default(),
            Glyph::Type3(_) => 0.0,
        };
        let start = place * Point::ORIGIN;
        let end = place * Point::new(f64::from(advance), 0.0);
        let text = match glyph.as_unicode() {
            Some(BfString::Char(char)) => char.to_string(),
            Some(BfString::String(text)) => text,
            None => char::REPLACEMENT_CHARACTER.to_string(),
        };
        let piece = Piece {
            text,
            x0: start.x.min(end.x),
            x1: start.x.max(end.x),
            y: start.y,
            size: (place * Point::new(0.0, 1000.0)).distance(start),
            font: self.font(glyph),
            colour: self.colour(paint, mode),
            backwards: self.open.iter().any(|mark| mark.backwards),
            artifact: self.open.iter().any(|mark| mark.artifact),
            replaced: self.open.iter().rev().find_map(|mark| mark.replaced),
        };
        self.add(piece);
    }

    fn begin_marked_content(&mut self, tag: &[u8], _: Option<i32>) {
        let artifact = tag == b"Artifact";
        self.artifacts += usize::from(artifact);
        let replacement = self.replacements.get(self.begun);
        let replaced = replacement.is_some_and(Option::is_some).then_some(self.begun);
        self.begun += 1;
        self.open.push(Mark { artifact, backwards: tag == b"ReversedChars", replaced });
    }

    fn end_marked_content(&mut self) {
        self.open.pop();
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
    }
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
