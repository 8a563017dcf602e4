//! Pages as PDF: tagged, with fonts inside, and the same bytes for the same pages.

use std::fmt;

use typst::foundations::Datetime;
use typst::foundations::Smart;
use typst_pdf::PdfOptions;
use typst_pdf::PdfStandard;
use typst_pdf::PdfStandards;
use typst_pdf::Timestamp;

use crate::brief::Stamp;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::export::Artifact;
use crate::export::Files;
use crate::export::Format;
use crate::export::Options;
use crate::typeset::Document;
use crate::typeset::Glyphs;
use crate::typeset::diag;

/// Pages as PDF.
pub const FORMAT: Format = Format {
    name: "pdf",
    extension: "pdf",
    help: "A document with all pages",
    files: Files::One,
    write,
};

/// A standard that a PDF can conform to.
#[derive(Debug)]
pub struct Standard {
    /// The name by which it is asked for.
    pub name: &'static str,
    /// What it is, for lists.
    pub help: &'static str,
    /// Whether it wants a date in the document.
    pub dated: Dated,
    typst: PdfStandard,
}

/// Whether a standard wants a date in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dated {
    /// It is a standard for archives.
    Always,
    /// It does not care.
    Freely,
}

/// Every standard, in the order in which `--help` lists them.
pub const STANDARDS: &[Standard] = &[
    standard("ua-1", "PDF/UA-1: accessible", Dated::Freely, PdfStandard::Ua_1),
    standard("a-1b", "PDF/A-1b", Dated::Always, PdfStandard::A_1b),
    standard("a-1a", "PDF/A-1a", Dated::Always, PdfStandard::A_1a),
    standard("a-2b", "PDF/A-2b", Dated::Always, PdfStandard::A_2b),
    standard("a-2u", "PDF/A-2u", Dated::Always, PdfStandard::A_2u),
    standard("a-2a", "PDF/A-2a: for archives", Dated::Always, PdfStandard::A_2a),
    standard("a-3b", "PDF/A-3b", Dated::Always, PdfStandard::A_3b),
    standard("a-3u", "PDF/A-3u", Dated::Always, PdfStandard::A_3u),
    standard("a-3a", "PDF/A-3a", Dated::Always, PdfStandard::A_3a),
    standard("a-4", "PDF/A-4", Dated::Always, PdfStandard::A_4),
    standard("a-4f", "PDF/A-4f", Dated::Always, PdfStandard::A_4f),
    standard("a-4e", "PDF/A-4e", Dated::Always, PdfStandard::A_4e),
    standard("1.4", "PDF 1.4", Dated::Freely, PdfStandard::V_1_4),
    standard("1.5", "PDF 1.5", Dated::Freely, PdfStandard::V_1_5),
    standard("1.6", "PDF 1.6", Dated::Freely, PdfStandard::V_1_6),
    standard("1.7", "PDF 1.7", Dated::Freely, PdfStandard::V_1_7),
    standard("2.0", "PDF 2.0", Dated::Freely, PdfStandard::V_2_0),
];

const fn standard(
    name: &'static str,
    help: &'static str,
    dated: Dated,
    typst: PdfStandard,
) -> Standard {
    Standard { name, help, dated, typst }
}

/// What a PDF conforms to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Standards {
    /// PDF/UA-1, and PDF/A-2a when there is a date.
    #[default]
    ByDate,
    /// These and no others, which go together.
    Only(Vec<&'static Standard>),
}

impl Standards {
    /// Reads a list of names, as `a-3a,ua-1`; `none` is the empty one.
    ///
    /// The error says what is wrong, and what there is.
    pub fn parse(list: &str) -> Result<Self, String> {
        match list.trim() {
            "auto" => return Ok(Self::ByDate),
            "none" => return Ok(Self::Only(Vec::new())),
            _ => {}
        }
        let named = list.split(',').map(|name| find(name.trim()));
        let named = named.collect::<Result<Vec<_>, _>>()?;
        match PdfStandards::new(&typst(&named)) {
            Ok(_) => Ok(Self::Only(named)),
            Err(refusal) => Err(refusal.message().to_string()),
        }
    }

    /// Those that a document conforms to.
    fn of(&self, document: &Document) -> Vec<&'static Standard> {
        match (self, document.glyphs, document.stamp) {
            (Self::Only(named), _, _) => named.clone(),
            // What no standard allows was warned of, and the author wants the pages.
            (Self::ByDate, Glyphs::Missing, _) => Vec::new(),
            (Self::ByDate, Glyphs::Private, _)
            | (Self::ByDate, Glyphs::Complete, None) => named(&["ua-1"]),
            (Self::ByDate, Glyphs::Complete, Some(_)) => named(&["a-2a", "ua-1"]),
        }
    }
}

fn named(names: &[&str]) -> Vec<&'static Standard> {
    STANDARDS.iter().filter(|standard| names.contains(&standard.name)).collect()
}

fn find(name: &str) -> Result<&'static Standard, String> {
    let found = STANDARDS.iter().find(|standard| standard.name == name);
    found.ok_or_else(|| {
        let names: Vec<_> = STANDARDS.iter().map(|standard| standard.name).collect();
        format!("no PDF standard is named `{name}`, but {}, none, auto", names.join(", "))
    })
}

fn typst(standards: &[&Standard]) -> Vec<PdfStandard> {
    standards.iter().map(|standard| standard.typst).collect()
}

fn write(
    document: &Document,
    options: &Options,
    sink: &mut Sink,
) -> Result<Artifact, Reported> {
    let standards = options.standards.of(document);
    let undated = standards.iter().find(|it| it.dated == Dated::Always);
    if let (None, Some(standard)) = (document.stamp, undated) {
        let message = format!("`{}` wants a date, and there is none", standard.name);
        let hint = "add `updated:` to the résumé, or give `--date`";
        return Err(sink.error(Diagnostic::new("undated", message).hint(hint)));
    }
    let standards = PdfStandards::new(&typst(&standards)).map_err(|refusal| {
        sink.error(Diagnostic::new("pdf-standard", refusal.message().as_str()))
    })?;
    let options = PdfOptions {
        ident: Smart::Custom(document.ident.clone()),
        // No version: pages that did not change keep their bytes when the program does.
        creator: Smart::Custom(Some("cvpdf".into())),
        timestamp: document.stamp.and_then(midnight).map(Timestamp::new_utc),
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    };
    match typst_pdf::pdf(&document.pages, &options) {
        Ok(bytes) => Ok(Artifact { format: FORMAT.name, files: vec![bytes] }),
        Err(errors) => Err(diag::report_errors(&document.world, &errors, "pdf", sink)),
    }
}

/// The first second of a day.
fn midnight(stamp: Stamp) -> Option<Datetime> {
    let Stamp { year, month, day } = stamp;
    Datetime::from_ymd_hms(i32::from(year), month, day, 0, 0, 0)
}

impl PartialEq for Standard {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Standard {}

impl fmt::Display for Standards {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = match self {
            Self::ByDate => vec!["auto"],
            Self::Only(named) if named.is_empty() => vec!["none"],
            Self::Only(named) => named.iter().map(|standard| standard.name).collect(),
        };
        formatter.write_str(&names.join(","))
    }
}
