//! Every theme at the limits of its options, and the figures that all of them keep: how
//! long lines are, and how dark text is.

use cvpdf::diag::Sink;
use cvpdf::font::FontSet;
use cvpdf::inspect;
use cvpdf::resume::Chosen;
use cvpdf::resume::Origin;
use cvpdf::theme;
use cvpdf::theme::Theme;
use cvpdf::theme::value::Takes;
use cvpdf::typeset;
use cvpdf::typeset::check;
use typst::visualize::Paint;

use crate::line;
use crate::line::PAPERS;
use crate::line::THEMES;

/// How many characters fill a line: theme, paper, the share of the text area that a line
/// has in it, characters.
const LENGTHS: &[(&str, &str, f64, f64)] = &[
    ("classic", "a4", 1.0, 96.5),
    ("modern", "a4", 1.0, 102.5),
    ("compact", "us-letter", 1.0, 125.0),
    ("plain", "a4", 1.0, 98.0),
    ("sidebar", "a4", 115.0 / 174.0, 80.0),
    ("europa", "a4", 123.0 / 174.0, 83.0),
];

/// The least contrast of text with white paper.
const CONTRAST: f64 = 5.9;

/// A built-in theme.
fn load(name: &str) -> Theme {
    let fonts = FontSet::builtin();
    let families = fonts.families();
    let families: Vec<&str> = families.iter().map(|family| family.name).collect();
    let choice = Chosen { value: name.to_owned(), origin: Origin::Flag };
    theme::builtin(&choice, &families, &mut Sink::default()).expect("it is built in")
}

/// The ends of what an option takes, as its flag or its theme's.
fn limits(theme: &Theme) -> Vec<String> {
    let mut all = Vec::new();
    for (name, option) in &theme.manifest().options {
        let values: Vec<String> = match &option.takes {
            Takes::Number { min, max } => vec![min.to_string(), max.to_string()],
            Takes::Flag => vec!["on".into(), "off".into()],
            Takes::Margin => vec!["12mm".into(), "40mm".into()],
            Takes::Pages => vec!["off".into(), "auto".into(), "9".into()],
            Takes::Text => vec!["none".into(), "Words".into()],
            Takes::Color | Takes::Font => Vec::new(),
            words => words.words().into_iter().map(str::to_owned).collect(),
        };
        let is_common = theme::options::common(name).is_some();
        for value in values.iter().filter(|value| !option.needs.contains_key(*value)) {
            all.push(if is_common {
                format!("--{name} {value}")
            } else {
                format!("-O {name}={value}")
            });
        }
    }
    all
}

#[test]
fn every_theme_can_be_set_at_the_limits_of_its_options() {
    let mut faults = Vec::new();
    for name in THEMES {
        let limits = limits(&load(name));
        assert!(limits.len() > 30, "{name}: {limits:?}");
        for flags in limits {
            let (artifact, told) =
                line::make("resumes/french.yaml", &format!("--theme {name} {flags}"));
            let said = line::say(&told);
            if artifact.is_none() || !said.is_empty() {
                faults.push(format!("{name} {flags}: {said}"));
            }
            typeset::forget(9);
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_sample_can_be_set_in_every_density() {
    let mut faults = Vec::new();
    for (sample, _) in line::samples() {
        for theme in THEMES {
            for paper in PAPERS {
                for density in ["compact", "relaxed"] {
                    let flags =
                        format!("--theme {theme} --paper {paper} --density {density}");
                    let (artifact, told) = line::make(&sample, &flags);
                    // Japanese needs a font from elsewhere.
                    let told: Vec<_> = told
                        .into_iter()
                        .filter(|one| one.code != "missing-glyph")
                        .collect();
                    let said = line::say(&told);
                    if artifact.is_none() || !said.is_empty() {
                        faults.push(format!("{sample} {flags}: {said}"));
                    }
                }
            }
            typeset::forget(0);
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn lines_are_as_long_as_the_design_says() {
    for (theme, paper, share, expected) in LENGTHS {
        let flags = format!("--theme {theme} --paper {paper}");
        let brief = line::prepared("resumes/veteran.yaml", &flags).recipe.brief;
        let document = typeset::typeset(&brief, &mut Sink::default()).expect("it is set");
        let area = check::area(&document.pages).expect("the theme names its area");
        let measure = (area.x1 - area.x0) * share;
        let body = check::body_size(&document.pages).expect("there is text");
        let witness = inspect::read(&line::pdf("resumes/veteran.yaml", &flags));
        let pages = witness.expect("it is a PDF").pages;
        let lines = pages.iter().flat_map(|page| &page.lines);
        // Full lines of body text: in long ones a letter more or less weighs little.
        let full = lines.filter(|it| {
            !it.artifact && (it.size - body).abs() < 0.1 && it.x1 - it.x0 > 0.8 * measure
        });
        let full: Vec<_> = full.filter(|it| !it.text.contains("    ")).collect();
        assert!(full.len() > 20, "{theme}: {}", full.len());
        let chars: usize = full.iter().map(|it| it.text.chars().count()).sum();
        let width: f64 = full.iter().map(|it| it.x1 - it.x0).sum();
        #[expect(clippy::cast_precision_loss, reason = "a résumé has few letters")]
        let filled = chars as f64 / width * measure;
        assert!((filled - expected).abs() < 6.0, "{theme}: {filled:.1}, not {expected}");
    }
}

/// The contrast of a colour with white, by WCAG.
fn contrast(paint: &Paint) -> f64 {
    let Paint::Solid(color) = paint else { return 0.0 };
    let color = color.to_rgb();
    let linear = |part: f32| {
        let part = f64::from(part);
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let light = 0.2126 * linear(color.red)
        + 0.7152 * linear(color.green)
        + 0.0722 * linear(color.blue);
    1.05 / (light + 0.05)
}

#[test]
fn all_text_is_dark_enough_in_the_palest_accent() {
    for theme in THEMES {
        let flags = line::themed("tests/cases/every-field.yaml", theme);
        let flags = format!("{flags} --accent ochre --link-style color");
        let brief = line::prepared("tests/cases/every-field.yaml", &flags).recipe.brief;
        let document = typeset::typeset(&brief, &mut Sink::default()).expect("it is set");
        let mut palest: Option<(f64, String)> = None;
        for page in document.pages.pages() {
            check::runs(page, &mut |run| {
                let contrast = contrast(&run.item.fill);
                if palest.as_ref().is_none_or(|(least, _)| contrast < *least) {
                    palest = Some((contrast, run.item.text.to_string()));
                }
            });
        }
        let (contrast, text) = palest.expect("there is text");
        assert!(contrast > CONTRAST - 0.05, "{theme}: `{text}` has {contrast:.2}");
    }
}

#[test]
fn what_is_nearly_one_page_becomes_one_if_that_is_wanted() {
    let pages = |resume: &str, flags: &str| {
        let pdf = line::pdf(resume, flags);
        inspect::read(&pdf).expect("it is a PDF").pages.len()
    };
    let french = |flags: &str| {
        pages("resumes/french.yaml", &format!("--theme compact --paper a4 {flags}"))
    };
    assert_eq!(french("--pages off"), 2);
    assert_eq!(french(""), 1);
    let (_, told) = line::make("resumes/french.yaml", "--theme compact --paper a4");
    assert!(told.iter().any(|one| one.code == "fitted"));
    // What is more than that flows on, as it would without.
    let off = line::pdf("resumes/veteran.yaml", "--theme compact --pages off");
    assert_eq!(line::pdf("resumes/veteran.yaml", "--theme compact"), off);
    assert_eq!(pages("resumes/alice.yaml", "--theme compact --paper a4"), 2);
}

#[test]
fn a_theme_s_paper_gives_way_to_that_of_the_language() {
    let paper = |lang: &str| {
        let flags = format!("--theme compact --lang {lang}");
        let brief = line::prepared("resumes/minimal.yaml", &flags).recipe.brief;
        brief.choices.text("paper").to_owned()
    };
    assert_eq!(paper("en"), "us-letter");
    assert_eq!(paper("en-US"), "us-letter");
    assert_eq!(paper("en-GB"), "a4");
    assert_eq!(paper("de"), "a4");
}

#[test]
fn a_face_that_is_not_there_is_told_with_the_remedy() {
    let flags = "--theme compact -O face=latin-modern";
    let (prepared, told) = line::prepare("resumes/minimal.yaml", flags);
    assert!(prepared.is_none());
    let [one] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!(one.code, "unknown-font");
    assert!(one.message.contains("`Latin Modern Roman`"), "{}", one.message);
    assert!(one.hints.concat().contains("--font-path"), "{:?}", one.hints);
}
