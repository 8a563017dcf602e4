//! Reading back PDFs that were written here by hand, and damaged ones.

use super::*;

/// Any font will do: only its widths and its map to Unicode count, which are ours.
const FONT: &[u8] = include_bytes!("../../fonts/eb-garamond/EBGaramond_400Regular.ttf");

/// Codes stand for ASCII, but 1 is a ligature, 2 to 4 are Hebrew, 5 is a soft hyphen.
const UNICODE: &str = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap
    /CMapName /Ours def 1 begincodespacerange <0000> <ffff> endcodespacerange
    3 beginbfchar <0001> <006600660069> <0005> <00ad> <0006> <d83cdf32> endbfchar
    2 beginbfrange <0002> <0004> <05d0> <0020> <007e> <0020> endbfrange
    endcmap CMapName currentdict /CMap defineresource pop end end";

const CATALOG: &str = "<< /Type /Catalog /Pages 3 0 R /Lang (en-GB) /Metadata 10 0 R
    /MarkInfo << /Marked true >> /Outlines 11 0 R /StructTreeRoot 14 0 R >>";

const INFO: &str =
    "<< /Title <feff005200e900730075006d00e9> /Author (Ada) /Keywords (a, b)
    /CreationDate (D:20261121000000Z) >>";

const PACKET: &str = "<rdf:Description><pdfuaid:part>1</pdfuaid:part></rdf:Description>
    <rdf:Description pdfaid:part=\"2\" pdfaid:conformance=\"A\"/>";

const STRUCTURE: &str = "<< /RoleMap << /Title /P >> /K << /S /Document /K [
    << /S /Title /K 0 >> << /S /H1 /K [1 2] >> << /S /Title >>
    << /S /Figure /Alt (A face) /K << /Type /MCR /MCID 3 >> >> ] >> >>";

/// Writes objects as a PDF whose catalog and metadata are the first two.
fn write(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(format!("{:010} 00000 n \n", pdf.len()));
        pdf.extend(format!("{} 0 obj\n", index + 1).bytes());
        pdf.extend(object);
        pdf.extend(b"\nendobj\n");
    }
    let (start, size) = (pdf.len(), objects.len() + 1);
    pdf.extend(
        format!("xref\n0 {size}\n0000000000 65535 f \n{}", places.concat()).bytes(),
    );
    let trailer = format!("trailer << /Size {size} /Root 1 0 R /Info 2 0 R >>");
    pdf.extend(format!("{trailer}\nstartxref\n{start}\n%%EOF\n").bytes());
    pdf
}

fn stream(entries: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("<< {entries} /Length {} >>\nstream\n", bytes.len());
    [head.as_bytes(), bytes, b"\nendstream"].concat()
}

/// A PDF with one page of this content, and a form with that.
fn document(content: &str, form: &str) -> Vec<u8> {
    let text = |object: &str| object.as_bytes().to_vec();
    write(&[
        text(CATALOG),
        text(INFO),
        text("<< /Type /Pages /Kids [4 0 R] /Count 1 >>"),
        text(
            "<< /Type /Page /Parent 3 0 R /MediaBox [0 0 595.276 841.89] /Contents 5 0 R
             /Resources << /Font << /F 6 0 R >> /XObject << /X 15 0 R >> >>
             /Annots [<< /Subtype /Link /Rect [0 0 9 9]
               /A << /S /URI /URI (https://ada.example/) >> >>] >>",
        ),
        stream("", content.as_bytes()),
        text(
            "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Garamond-Italic
             /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 9 0 R >>",
        ),
        text(
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Garamond-Italic /DW 500
             /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
             /CIDToGIDMap /Identity /FontDescriptor << /Type /FontDescriptor
             /FontName /ABCDEF+Garamond-Italic /Flags 4 /FontFile2 8 0 R >> >>",
        ),
        stream("", FONT),
        stream("", UNICODE.as_bytes()),
        stream("/Type /Metadata /Subtype /XML", PACKET.as_bytes()),
        text("<< /First 12 0 R >>"),
        text("<< /Title (Work) /First << /Title (Mill) >> /Next 13 0 R >>"),
        text("<< /Title (School) >>"),
        text(STRUCTURE),
        stream(
            "/Type /XObject /Subtype /Form /BBox [0 0 595 842]
             /Resources << /Font << /F 6 0 R >> >>",
            form.as_bytes(),
        ),
    ])
}

/// Shows text at a place from the lower left, 10 points large: a glyph is 5 points wide.
fn show(x: f64, y: f64, text: &str) -> String {
    let codes: Vec<_> = text.chars().map(|c| format!("{:04x}", u32::from(c))).collect();
    format!("BT /F 10 Tf {x} {y} Td <{}> Tj ET\n", codes.concat())
}

#[track_caller]
fn lines(content: &str) -> Vec<Line> {
    let mut witness = read(&document(content, "")).unwrap();
    witness.pages.remove(0).lines
}

#[track_caller]
fn check(content: &str, expected: &[&str]) {
    let lines: Vec<String> = lines(content).into_iter().map(|line| line.text).collect();
    assert_eq!(lines, expected);
}

#[test]
fn words_have_their_places() {
    let lines = lines(&show(50.0, 700.0, "ab cde"));
    let [line] = lines.as_slice() else { panic!("one line: {lines:?}") };
    let place = |word: &Word| (word.text.clone(), [word.x0, word.y0, word.x1, word.y1]);
    let words: Vec<_> = line.words.iter().map(place).collect();
    assert_eq!(words[0], ("ab".into(), [50.0, 133.9, 60.0, 143.9]));
    assert_eq!(words[1], ("cde".into(), [65.0, 133.9, 80.0, 143.9]));
    assert_eq!((line.x0, line.x1, line.baseline, line.size), (50.0, 80.0, 141.9, 10.0));
    assert_eq!(line.font, "Garamond-Italic");
}

#[test]
fn a_line_is_what_was_set_on_one_baseline() {
    let title = show(50.0, 700.0, "Title");
    check(&(title.clone() + &show(400.0, 700.0, "2020")), &["Title 2020"]);
    check(&(title.clone() + &show(75.0, 703.0, "2")), &["Title2"]);
    check(&(title.clone() + &show(50.0, 686.0, "Body")), &["Title", "Body"]);
    check(&(show(400.0, 700.0, "2020") + &title), &["2020 Title"]);
}

#[test]
fn a_gap_between_glyphs_is_a_space_and_tracking_is_none() {
    check(&(show(50.0, 700.0, "ab") + &show(61.0, 700.0, "cd")), &["abcd"]);
    check(&(show(50.0, 700.0, "ab") + &show(62.5, 700.0, "cd")), &["ab cd"]);
}

#[test]
fn ligatures_and_pairs_of_surrogates_are_letters() {
    check(&show(50.0, 700.0, "o\u{1}ce \u{6}"), &["office 🌲"]);
}

#[test]
fn what_is_read_from_right_to_left_is_turned_around() {
    // On the page, from left to right: bet, alef.
    check(&show(50.0, 700.0, "\u{3}\u{2}"), &["אב"]);
    // A number keeps its order, and signs go with the main direction.
    check(&show(50.0, 700.0, ".12 \u{3}\u{2}"), &["אב 12."]);
    check(&show(50.0, 700.0, "\u{4} ab \u{3}\u{2}"), &["אב ab ג"]);
    check(&show(50.0, 700.0, "one two \u{3}\u{2} three"), &["one two אב three"]);
}

#[test]
fn columns_of_a_mirrored_line_stay_in_their_order() {
    let title = show(400.0, 700.0, "\u{3}\u{2}");
    let date = show(50.0, 700.0, "2020");
    check(&(title + &date), &["אב 2020"]);
}

#[test]
fn what_was_set_later_and_stands_before_is_read_in_its_place() {
    let name = show(60.0, 700.0, "% 40 \u{3}\u{2}");
    check(&(name + &show(55.0, 700.0, ".")), &["אב 40 %."]);
}

#[test]
fn an_accent_on_a_letter_does_not_end_a_word() {
    // On the page, from left to right: gimel, and alef with a small bet on it.
    let accent = show(62.0, 700.0, "\u{3}").replace("/F 10", "/F 2");
    let letters = show(54.0, 700.0, "\u{4}") + &accent + &show(60.0, 700.0, "\u{2}");
    check(&letters, &["אבג"]);
}

#[test]
fn replacement_text_is_read_in_place_of_glyphs() {
    let glyphs = show(50.0, 700.0, "x") + &show(55.0, 700.0, "y");
    let marked = format!("/Span << /ActualText <feff00e9> >> BDC {glyphs} EMC\n");
    check(&(marked + &show(60.0, 700.0, "t")), &["ét"]);
}

#[test]
fn marks_are_counted_through_forms() {
    let form = format!("/P << /MCID 0 >> BDC {} EMC\n", show(50.0, 700.0, "form"));
    let after =
        format!("/Span << /ActualText (new) >> BDC {} EMC\n", show(50.0, 600.0, "old"));
    let witness = read(&document(&format!("/X Do {after}"), &form)).unwrap();
    assert_eq!(witness.running_text(), "form new");
}

#[test]
fn artifacts_are_told_from_content() {
    let foot = format!("/Artifact BMC {} EMC\n", show(50.0, 30.0, "Page 1"));
    let witness = read(&document(&(show(50.0, 700.0, "Text") + &foot), "")).unwrap();
    let page = &witness.pages[0];
    assert_eq!(page.artifacts, 1);
    assert_eq!(
        page.lines.iter().map(|it| it.artifact).collect::<Vec<_>>(),
        [false, true]
    );
    assert!(
        witness.render().ends_with("── page 1\nText\n~ Page 1\n"),
        "{}",
        witness.render()
    );
}

#[test]
fn a_divided_word_is_whole_in_running_text() {
    let content = show(50.0, 700.0, "a divi\u{5}") + &show(50.0, 686.0, "ded word");
    let witness = read(&document(&content, "")).unwrap();
    assert_eq!(witness.running_text(), "a divided word");
}

#[test]
fn a_witness_tells_what_the_document_says_of_itself() {
    let content = show(50.0, 700.0, "Title") + &show(400.0, 700.0, "2020");
    let witness = read(&document(&content, "")).unwrap();
    let expected = "1 page, 595.3 × 841.9 pt, en-GB, tagged, \"Résumé\"
author   Ada
keywords a, b
date     2026-11-21
standard PDF/UA-1, PDF/A-2a
font     Garamond-Italic (embedded, subset, unicode)
outline  Work
outline    Mill
outline  School
role     Document 1
role     Figure 1
role     H1 1
role     P 2
role     Artifact 0
alt      A face
link     https://ada.example/

── page 1
Title    2020
";
    assert_eq!(witness.render(), expected);
    let layout = "1 50.0 420.0 141.9 10.0 Garamond-Italic: Title@50.0 2020@400.0\n";
    assert_eq!(witness.layout(), layout);
}

#[test]
fn what_is_no_pdf_is_an_error() {
    for bytes in [&b""[..], b"name: Ada", b"%PDF-1.7\n%%EOF"] {
        assert_eq!(read(bytes), Err(Unreadable::Damaged));
    }
}

#[test]
fn no_damage_is_a_crash() {
    let content = show(50.0, 700.0, "Title") + &show(400.0, 700.0, "2020");
    let whole = document(&content, "/X Do");
    // The font is most of the file, and none of its structure.
    let font = whole.windows(64).position(|it| it == &FONT[..64]).unwrap();
    let around = (0..font).chain(font + FONT.len()..whole.len());
    for at in around.step_by(3) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x15;
        // Some damage is none: a parser mends it, or it is in a text.
        let _either = read(&damaged);
    }
    for end in [font / 2, font, font + FONT.len(), whole.len() - 60] {
        let _either = read(&whole[..end]);
    }
}

#[test]
fn a_form_that_draws_itself_is_damage() {
    assert_eq!(read(&document("/X Do", "/X Do /X Do")), Err(Unreadable::Damaged));
}

#[test]
fn a_structure_that_holds_itself_ends() {
    let mut document = document("", "");
    let own = b"<< /S /H1 /K [1 2] >>";
    let at = document.windows(own.len()).position(|it| it == own).unwrap();
    document[at..at + own.len()].copy_from_slice(b"<< /S /H1 /K 14 0 R>>");
    assert_eq!(read(&document).unwrap().roles["H1"], 1);
}
