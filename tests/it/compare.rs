//! Two PDFs against each other: every edit is seen, and told by the layer that shows it.

use std::fs;

use cvpdf::compare;
use cvpdf::compare::Comparison;
use cvpdf::compare::Layer;
use cvpdf::compare::Limits;
use cvpdf::compare::Verdict;
use cvpdf::export::Resolution;

use crate::bench::MINIMAL;
use crate::line;

/// A page with something of everything that an edit can change.
const THEME: &str = r##"#let theme(view, options) = {
  set document(title: "Ada", author: "Ada Lovelace")
  set page(width: 300pt, height: 400pt, margin: (left: 30pt, rest: 30pt))
  set text(font: "Source Serif 4", size: 10pt, fill: rgb("#000000"), ligatures: true)
  show heading: set text(size: 12pt)
  show heading: set block(above: 12pt, below: 8pt)
  heading(level: 1)[Ada Lovelace]
  [First of all, efficient affairs of the office: five fine offers. Call 0417 339 061.]
  parbreak()
  link("https://ada.example/one")[My page]
  heading(level: 2)[Skills]
  [Weaving and flight.]
  figure(rect(width: 20pt, height: 20pt), alt: "A square")
  line(length: 50pt, stroke: 0.5pt)
  // the end
}
"##;

/// Sets the page, with a part of its theme changed.
fn pdf(old: &str, new: &str, flags: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let theme = THEME.replace(old, new);
    assert!(old == new || theme != THEME, "`{old}` is in the theme");
    let manifest = "title = \"Mine\"\nsummary = \"Mine alone.\"\ncontract = 1\n";
    fs::write(folder.path().join("theme.typ"), theme).expect("files can be written");
    fs::write(folder.path().join("theme.toml"), manifest).expect("files can be written");
    let resume = folder.path().join("ada.yaml");
    fs::write(&resume, MINIMAL).expect("files can be written");
    let folder = folder.path().display();
    line::pdf(&resume.display().to_string(), &format!("--theme {folder} {flags}"))
}

/// The page as it is.
fn plain() -> Vec<u8> {
    pdf("", "", "")
}

fn compared(old: &[u8], new: &[u8], limits: &Limits) -> Comparison {
    compare::compare(old, new, limits).expect("both are PDFs")
}

/// Expects the layer that shows an edit first, and all those that show it.
#[track_caller]
fn shows(new: &[u8], layers: &[Layer]) {
    let comparison = compared(&plain(), new, &Limits::default());
    let found: Vec<Layer> = comparison.findings.iter().map(|it| it.layer).collect();
    assert_eq!(found, layers, "{comparison:#?}");
    assert_eq!(comparison.verdict, Verdict::Different);
}

/// The same for an edit of the theme.
#[track_caller]
fn edit(old: &str, new: &str, layers: &[Layer]) {
    shows(&pdf(old, new, ""), layers);
}

use Layer::Boxes;
use Layer::Links;
use Layer::Metadata;
use Layer::Pixels;
use Layer::Structure;
use Layer::Text;

#[test]
fn another_author_is_metadata() {
    edit("\"Ada Lovelace\"", "\"Eda Lovelace\"", &[Metadata]);
}

#[test]
fn another_letter_is_text() {
    edit("339 061", "339 067", &[Text, Pixels]);
    edit("Call", "Dial", &[Text, Boxes, Pixels]);
}

#[test]
fn absent_ligatures_are_boxes() {
    edit("ligatures: true", "ligatures: false", &[Boxes, Pixels]);
}

#[test]
fn a_shift_is_boxes_even_if_it_is_small() {
    edit("left: 30pt", "left: 30.2pt", &[Boxes, Pixels]);
    edit("left: 30pt", "left: 30.02pt", &[Boxes, Pixels]);
}

#[test]
fn another_colour_is_pixels_however_near_it_is() {
    edit("#000000", "#0a0a0a", &[Pixels]);
    let (old, new) = (plain(), pdf("#000000", "#0a0a0a", ""));
    let lax = Limits { pixels: 1_000_000, delta: 16, ..Limits::default() };
    let headline = compared(&old, &new, &lax).headline();
    assert!(
        headline.starts_with("pixels: `Ada` on page 1 was `#000000` and is `#0a0a0a`"),
        "{headline}"
    );
}

#[test]
fn a_heading_that_is_only_bold_is_boxes_and_structure() {
    edit("heading(level: 2)[Skills]", "par(strong[Skills])", &[Boxes, Structure, Pixels]);
}

#[test]
fn a_heading_of_another_level_is_structure() {
    edit("level: 2", "level: 1", &[Structure]);
}

#[test]
fn another_language_is_metadata() {
    shows(&pdf("", "", "--lang de"), &[Metadata]);
}

#[test]
fn another_address_is_links() {
    edit("ada.example/one", "ada.example/two", &[Links]);
}

#[test]
fn another_page_is_text_or_structure_if_it_is_empty() {
    edit("// the end", "pagebreak()\n[More.]", &[Text, Structure, Pixels]);
    edit("// the end", "pagebreak()\nh(0pt)", &[Structure, Pixels]);
}

#[test]
fn another_size_of_page_is_structure() {
    edit("height: 400pt", "height: 401pt", &[Structure]);
}

#[test]
fn another_alternative_text_is_structure() {
    edit("A square", "A circle", &[Structure]);
}

#[test]
fn a_thicker_rule_is_pixels() {
    edit("stroke: 0.5pt", "stroke: 1pt", &[Pixels]);
}

#[test]
fn another_date_is_metadata() {
    shows(&pdf("", "", "--date 2026-12"), &[Metadata]);
}

#[test]
fn headlines_say_what_is_different() {
    let headline = |old, new| compared(&plain(), &pdf(old, new, ""), &Limits::default());
    let told = headline("339 061", "339 067").headline();
    assert_eq!(told, "text: page 1: `061.` became `067.`");
    let told = headline("ada.example/one", "ada.example/two").headline();
    assert_eq!(
        told,
        "links: `page 1: https://ada.example/one` became `page 1: https://ada.example/two`"
    );
    let told = headline("left: 30pt", "left: 30.2pt").headline();
    let expected = "boxes: 23 of 23 words stand elsewhere, by 0.2 pt at most; the first is `Ada` on page 1";
    assert_eq!(told, expected);
    let told = headline("level: 2", "level: 1").headline();
    assert_eq!(
        told,
        "structure: `outline Skills` is at another level, and one more place"
    );
}

#[test]
fn limits_count_pixels_and_layers_can_be_left_out() {
    let (old, new) = (plain(), pdf("stroke: 0.5pt", "stroke: 1pt", ""));
    let verdict = |limits: Limits| compared(&old, &new, &limits).verdict;
    assert_eq!(verdict(Limits { pixels: 10_000, ..Limits::default() }), Verdict::Alike);
    assert_eq!(verdict(Limits { pixels: 10, ..Limits::default() }), Verdict::Different);
    assert_eq!(verdict(Limits { delta: 255, ..Limits::default() }), Verdict::Alike);
    assert_eq!(
        verdict(Limits { layers: vec![Text], ..Limits::default() }),
        Verdict::Alike
    );
}

#[test]
fn a_thousand_repeats_show_no_difference() {
    let first = plain();
    // The bytes are left out of account, or there would be nothing to test.
    let coarse = Resolution::new(36).expect("it is in the range");
    let limits = Limits { delta: 0, resolution: coarse, ..Limits::default() };
    for _ in 0..1000 {
        let comparison = compare::layers(&first, &first, &limits).expect("both are PDFs");
        assert_eq!(comparison.findings, []);
    }
    for _ in 0..100 {
        let again = plain();
        assert_eq!(compared(&first, &again, &Limits::default()).verdict, Verdict::Same);
    }
}
