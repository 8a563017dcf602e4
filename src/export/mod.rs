//! Output formats: laid-out pages as bytes.

pub mod pdf;
pub mod png;
pub mod svg;

use crate::diag::Reported;
use crate::diag::Sink;
use crate::export::pdf::Standards;
use crate::typeset::Document;

/// Every output format, in the order in which `--help` lists them.
pub const FORMATS: &[&Format] = &[&pdf::FORMAT, &png::FORMAT, &svg::FORMAT];

/// An output format.
#[derive(Debug)]
pub struct Format {
    /// The name by which it is asked for.
    pub name: &'static str,
    /// The extension of its files, without the dot.
    pub extension: &'static str,
    /// What it is, for lists.
    pub help: &'static str,
    /// How many files it makes.
    pub files: Files,
    /// Writes pages in this format.
    pub write: fn(&Document, &Options, &mut Sink) -> Result<Artifact, Reported>,
}

/// How many files a format makes of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Files {
    /// One with all pages.
    One,
    /// One for each page.
    PerPage,
}

/// What the author decided about output formats.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// What a PDF conforms to.
    pub standards: Standards,
    /// How fine pictures are.
    pub resolution: Resolution,
}

/// The pixels of an inch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolution(u16);

/// Finished bytes; they know no path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// The name of the format.
    pub format: &'static str,
    /// The files: one, or one for each page, in order. There is at least one.
    pub files: Vec<Vec<u8>>,
}

/// Finds a format by its name.
pub fn find(name: &str) -> Option<&'static Format> {
    FORMATS.iter().copied().find(|format| format.name == name)
}

/// Finds a format by the extension of a file, without the dot, in any case.
pub fn by_extension(extension: &str) -> Option<&'static Format> {
    let is_it = |format: &&Format| format.extension.eq_ignore_ascii_case(extension);
    FORMATS.iter().copied().find(is_it)
}

impl Options {
    /// Bytes that are equal when the options are, and only then.
    pub fn canonical(&self) -> Vec<u8> {
        let Self { standards, resolution: Resolution(ppi) } = self;
        format!("pdf-standard={standards}\nppi={ppi}").into_bytes()
    }
}

impl Resolution {
    /// The least and the most that can be asked for.
    pub const RANGE: std::ops::RangeInclusive<u16> = 18..=1200;

    /// A resolution in pixels an inch, if it is within the range.
    pub fn new(ppi: u16) -> Option<Self> {
        Self::RANGE.contains(&ppi).then_some(Self(ppi))
    }

    /// The pixels of a point, of which an inch has 72.
    pub fn per_point(self) -> f64 {
        f64::from(self.0) / 72.0
    }
}

impl Default for Resolution {
    fn default() -> Self {
        Self(144)
    }
}

#[cfg(test)]
mod tests;
