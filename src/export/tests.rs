//! What output formats promise.

use super::FORMATS;
use super::Options;
use super::Resolution;
use super::find;
use super::pdf::STANDARDS;
use super::pdf::Standards;
use crate::brief::Brief;
use crate::brief::Stamp;
use crate::diag::Sink;
use crate::typeset::bench;
use crate::typeset::typeset;

const BODY: &str = "{ heading[Experience]; [Ada *Halcyon*, lighthouse keeper]; lorem(300); \
                    list[one][two]; link(\"https://halcyon.example\")[home] }";

const STAMP: Stamp = Stamp { year: 2026, month: 11, day: 21 };

fn brief(body: &str, stamp: Option<Stamp>) -> Brief {
    Brief { stamp, ..bench::brief(&bench::theme(body)) }
}

/// Writes a brief in a format, or says with which messages that failed.
fn write(
    brief: &Brief,
    format: &str,
    standards: &str,
) -> Result<Vec<Vec<u8>>, Vec<String>> {
    let mut sink = Sink::default();
    let standards = Standards::parse(standards).expect("the test names standards");
    let options = Options { standards, resolution: Resolution::default() };
    let format = find(format).expect("the test names a format");
    let artifact = typeset(brief, &mut sink)
        .and_then(|document| (format.write)(&document, &options, &mut sink));
    match artifact {
        Ok(artifact) => Ok(artifact.files),
        Err(_) => Err(sink.take().into_iter().map(|one| one.message).collect()),
    }
}

fn pdf(stamp: Option<Stamp>, standards: &str) -> String {
    let files = write(&brief(BODY, stamp), "pdf", standards).expect("a PDF is made");
    String::from_utf8_lossy(&files[0]).into_owned()
}

#[test]
fn without_a_date_a_pdf_is_accessible_and_undated() {
    let pdf = pdf(None, "auto");
    assert!(pdf.contains("<pdfuaid:part>1</pdfuaid:part>"));
    assert!(!pdf.contains("pdfaid:part"));
    assert!(!pdf.contains("CreationDate") && !pdf.contains("CreateDate"));
}

#[test]
fn with_a_date_a_pdf_is_for_archives_too() {
    let pdf = pdf(Some(STAMP), "auto");
    assert!(pdf.contains("<pdfuaid:part>1</pdfuaid:part>"));
    assert!(pdf.contains("<pdfaid:part>2</pdfaid:part>"));
    assert!(pdf.contains("<pdfaid:conformance>A</pdfaid:conformance>"));
    assert!(pdf.contains("<xmp:CreateDate>2026-11-21T00:00:00+00:00</xmp:CreateDate>"));
}

#[test]
fn a_date_of_the_theme_does_not_reach_the_pdf() {
    let body = format!(
        "{{ set document(date: datetime(year: 1999, month: 1, day: 2)); {BODY} }}"
    );
    let files = write(&brief(&body, None), "pdf", "auto").expect("a PDF is made");
    assert!(!String::from_utf8_lossy(&files[0]).contains("1999-01-02"));
}

#[test]
fn standards_can_be_chosen() {
    assert!(pdf(Some(STAMP), "a-3b").contains("<pdfaid:part>3</pdfaid:part>"));
    assert!(!pdf(Some(STAMP), "none").contains("pdfuaid"));
    assert!(pdf(None, "none").contains("StructTreeRoot"), "it is tagged nevertheless");
}

#[test]
fn an_archive_without_a_date_is_refused() {
    let said = write(&brief(BODY, None), "pdf", "a-2a").expect_err("it is refused");
    assert_eq!(said, ["`a-2a` wants a date, and there is none"]);
}

#[test]
fn standards_that_exclude_each_other_are_refused() {
    assert!(Standards::parse("a-4,ua-1").is_err());
    assert!(Standards::parse("a-2a,a-2b").is_err());
    assert!(Standards::parse("a-9").expect_err("there is none").contains("ua-1"));
}

#[test]
fn every_standard_is_read_by_its_name() {
    for standard in STANDARDS {
        let read = Standards::parse(standard.name).expect("the table names it");
        assert_eq!(read.to_string(), standard.name);
    }
}

#[test]
fn a_picture_without_words_is_refused() {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>\
               <rect width='9' height='9'/></svg>";
    let body = format!("image(bytes(\"{svg}\"))");
    let said = write(&brief(&body, None), "pdf", "auto").expect_err("it is refused");
    assert!(said[0].contains("missing alt text"), "{said:?}");
}

#[test]
fn missing_glyphs_cost_the_standards_but_not_the_pages() {
    let files = write(&brief("[a 漢 b]", None), "pdf", "auto").expect("a PDF is made");
    assert!(!String::from_utf8_lossy(&files[0]).contains("pdfuaid"));
    assert!(write(&brief("[a 漢 b]", None), "pdf", "ua-1").is_err());
}

#[test]
fn the_same_brief_gives_the_same_bytes() {
    let brief = brief(BODY, Some(STAMP));
    for format in FORMATS {
        let first = write(&brief, format.name, "auto").expect("a file is made");
        crate::typeset::forget(0);
        let second = write(&brief, format.name, "auto").expect("a file is made");
        assert_eq!(first, second, "{}", format.name);
    }
}

#[test]
fn pictures_have_a_file_for_each_page() {
    let brief = brief("{ [one]; pagebreak(); [two] }", None);
    for (format, start) in [("png", &b"\x89PNG"[..]), ("svg", b"<svg")] {
        let files = write(&brief, format, "auto").expect("pages are written");
        assert_eq!(files.len(), 2);
        assert!(files.iter().all(|file| file.starts_with(start)), "{format}");
    }
}

#[test]
fn a_png_has_the_pixels_that_were_asked_for() {
    let files = write(&brief("[a]", None), "png", "auto").expect("pages are written");
    let picture = image::load_from_memory(&files[0]).expect("the file is a picture");
    assert_eq!((picture.width(), picture.height()), (840, 1190));
    let picture = picture.to_rgb8();
    assert_eq!(picture.get_pixel(0, 0).0, [255; 3]);
    assert!(picture.pixels().any(|pixel| pixel.0[0] < 64), "there is ink on it");
}

#[test]
fn private_characters_cost_the_archive_but_not_the_pages() {
    let body = "[a \u{e000} b]";
    let files = write(&brief(body, Some(STAMP)), "pdf", "auto").expect("a PDF is made");
    let pdf = String::from_utf8_lossy(&files[0]);
    assert!(pdf.contains("pdfuaid") && !pdf.contains("pdfaid:part"));
    assert!(write(&brief(body, Some(STAMP)), "pdf", "a-2a").is_err());
}
