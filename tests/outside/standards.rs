//! Whether every sample, in every theme and on every paper, is a PDF without a mistake,
//! accessible (PDF/UA-1) and an archive file (PDF/A-2a), as six programs see it.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use cvpdf::typeset;

use crate::line;
use crate::line::PAPERS;
use crate::line::THEMES;
use crate::tools;

/// Every sample and case in every theme on every paper, as a file.
static PDFS: LazyLock<Vec<PathBuf>> = LazyLock::new(|| {
    let folder = tools::folder("standards");
    let mut pdfs = Vec::new();
    for (resume, text) in
        line::samples().into_iter().chain(line::yaml_files("tests/cases"))
    {
        // Without a font from elsewhere it has no glyphs, and so keeps no standard.
        let has_glyphs = !resume.contains("japanese");
        for theme in THEMES {
            for paper in PAPERS {
                let themed = line::themed(&resume, theme);
                let flags = format!("{themed} --paper {paper} --date 2026-11-21");
                let pdf = line::pdf(&resume, &flags);
                let stem = resume.replace('/', "-").replace(".yaml", "");
                let kind = if has_glyphs { "archive" } else { "bare" };
                let photo = if text.contains("\nphoto:") { ".photo" } else { "" };
                let path =
                    folder.join(format!("{stem}.{theme}.{paper}{photo}.{kind}.pdf"));
                fs::write(&path, pdf).expect("files can be written");
                pdfs.push(path);
                typeset::forget(0);
            }
        }
    }
    pdfs
});

/// The paths of the PDFs, a line each.
fn lines() -> String {
    PDFS.iter().map(|path| format!("{}\n", path.display())).collect::<Vec<_>>().concat()
}

/// Asks a program about each PDF; what it says besides `fine` is a fault.
#[track_caller]
fn ask(program: &str, package: &str, arguments: &[&str], fine: &[&str]) {
    let mut faults = String::new();
    for pdf in PDFS.iter() {
        let path = pdf.display().to_string();
        let filled: Vec<&str> = arguments
            .iter()
            .map(|it| if *it == "PDF" { path.as_str() } else { it })
            .collect();
        let output = tools::run(program, package, &filled);
        let told = String::from_utf8_lossy(&output.stderr);
        let odd = |line: &&str| {
            !line.trim().is_empty() && !fine.iter().any(|it| line.contains(it))
        };
        let odd: Vec<&str> = told.lines().filter(odd).collect();
        if !output.status.success() || !odd.is_empty() {
            let _ = writeln!(faults, "{path}: {} {odd:?}", output.status);
        }
    }
    assert!(faults.is_empty(), "{program}:\n{faults}");
}

#[test]
fn there_are_samples_with_a_photo_and_without() {
    let photos = PDFS.iter().filter(|path| path.to_string_lossy().contains(".photo."));
    assert!(photos.count() >= 8);
    assert!(PDFS.len() >= 40, "{}", PDFS.len());
}

#[test]
fn qpdf_finds_no_mistake() {
    ask("qpdf", "qpdf", &["--check", "PDF"], &[]);
}

#[test]
fn mupdf_draws_every_page_without_a_warning() {
    let fine = ["ICC support is not available"];
    ask(
        "mutool",
        "mupdf-tools",
        &["draw", "-q", "-F", "trace", "-o", "/dev/null", "PDF"],
        &fine,
    );
}

#[test]
fn ghostscript_interprets_every_page() {
    let arguments = [
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-dSAFER",
        "-dPDFSTOPONERROR",
        "-sDEVICE=nullpage",
        "PDF",
    ];
    ask("gs", "ghostscript", &arguments, &[]);
}

#[test]
fn poppler_reads_every_file() {
    // Poppler wants a name where ISO 32000 wants a boolean, and one colour where it allows
    // one for each side of a table's cell.
    let fine =
        ["Suspects object is wrong type", "Attribute BorderColor value is of wrong type"];
    ask("pdfinfo", "poppler-utils", &["-struct", "PDF"], &fine);
}

#[test]
fn every_font_is_embedded_and_mapped_to_unicode() {
    let mut faults = String::new();
    for pdf in PDFS.iter() {
        let path = pdf.display().to_string();
        let table = tools::run("pdffonts", "poppler-utils", &[&path]).stdout;
        let table = String::from_utf8_lossy(&table).into_owned();
        let rows: Vec<&str> = table.lines().skip(2).collect();
        let is_sound = |row: &&&str| {
            // The columns are counted from the end: emb, sub, uni, and two of the object.
            let columns: Vec<&str> = row.split_whitespace().rev().take(5).collect();
            columns[2..] == ["yes", "yes", "yes"]
        };
        if rows.is_empty() || rows.iter().filter(is_sound).count() < rows.len() {
            let _ = writeln!(faults, "{path}:\n{table}");
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn verapdf_finds_them_accessible_and_fit_for_archives() {
    let all = lines();
    let archives: Vec<&str> =
        all.lines().filter(|path| path.contains(".archive.")).collect();
    let asked = archives.join("\n");
    let found = tools::python_reading("verapdf.py", &[], &asked);
    let faults: Vec<&str> =
        found.lines().filter(|line| !line.starts_with("PASS\t")).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    // Each is held against both standards.
    assert_eq!(
        found.lines().count(),
        2 * archives.len(),
        "a file was left out:\n{found}"
    );
}

#[test]
fn the_syntax_is_sound_and_nothing_in_them_runs() {
    let found = tools::python_reading("structure.py", &[], &lines());
    let faults: Vec<&str> =
        found.lines().filter(|line| !line.starts_with("PASS\t")).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(found.lines().count(), PDFS.len());
}
