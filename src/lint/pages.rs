//! Whether pages can be read: by eyes, and by machines that read them aloud.

use std::collections::HashMap;

use image::RgbImage;

use crate::diag::Sink;
use crate::export::Options;
use crate::export::Resolution;
use crate::export::pdf::Standards;
use crate::export::png;
use crate::inspect;
use crate::inspect::Witness;
use crate::inspect::Word;
use crate::lint::Fault;
use crate::lint::Faults;
use crate::lint::Trial;
use crate::lint::samples::Looks;
use crate::lint::samples::SAMPLES;
use crate::lint::units;
use crate::lint::unless_reported;
use crate::lint::written;
use crate::theme::color;
use crate::theme::color::Color;
use crate::theme::color::LEAST_CONTRAST;
use crate::typeset::Document;
use crate::view::View;

/// How much of the ground around a word is looked at, in points.
const AROUND: f64 = 2.0;

/// Whether all text has enough contrast with what is behind it.
pub(super) fn contrast(trial: &Trial<'_>, faults: &mut Faults<'_>) -> anyhow::Result<()> {
    for sample in &SAMPLES {
        let case = (sample, &Looks::new());
        let Some(set) = trial.set(case, sample.name, faults)? else { continue };
        let options = &set.prepared.recipe.options;
        let file = written(&set.document, options, (sample.name, faults));
        if let Some(file) = file {
            pale(sample.name, &set.document, &inspect::read(&file)?, faults)?;
        }
    }
    Ok(())
}

/// The words of a document that have too little contrast with their ground: an example
/// for each two colours.
pub(super) fn pale(
    seen: &str,
    document: &Document,
    witness: &Witness,
    faults: &mut Faults<'_>,
) -> anyhow::Result<()> {
    let mut said = Sink::default();
    let pictures = pictures(document, &mut said);
    faults.errors(seen, &mut said);
    let Some(pictures) = unless_reported(pictures)? else { return Ok(()) };
    for ((page, picture), number) in witness.pages.iter().zip(&pictures).zip(1..) {
        for word in page.lines.iter().flat_map(|line| &line.words) {
            if let Some(colours) = contrast_of(word, picture) {
                let message = format!("`{}` {colours}", word.text);
                faults.add(Fault::of(seen, &message).on(number).of_kind(colours));
            }
        }
    }
    Ok(())
}

/// The pages as pictures, a pixel for each point.
fn pictures(document: &Document, sink: &mut Sink) -> anyhow::Result<Vec<RgbImage>> {
    let resolution = Resolution::new(72).unwrap_or_default();
    let options = Options { resolution, ..Options::default() };
    let made = (png::FORMAT.write)(document, &options, sink)?;
    let read = |file: &Vec<u8>| Ok(image::load_from_memory(file)?.to_rgb8());
    made.files.iter().map(read).collect()
}

/// What is to be said of a word that has too little contrast with its ground.
fn contrast_of(word: &Word, picture: &RgbImage) -> Option<String> {
    if !word.text.contains(char::is_alphanumeric) {
        return None;
    }
    let ground = ground(word, picture)?;
    let Some(ink) = ink(&word.colour, ground) else {
        return Some("cannot be seen, or its colour not be told".to_owned());
    };
    let [on_white, ground_on_white] = [ink, ground].map(Color::contrast_on_white);
    let contrast = on_white.max(ground_on_white) / on_white.min(ground_on_white);
    (contrast < LEAST_CONTRAST).then(|| {
        format!(
            "is {ink} on {ground}: a contrast of {contrast:.1} : 1, text needs \
             {LEAST_CONTRAST} : 1"
        )
    })
}

/// The colour that most of a word's surroundings have.
fn ground(word: &Word, picture: &RgbImage) -> Option<Color> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a page has few points, and what is outside is cut off"
    )]
    let pixel = |point: f64, most: u32| (point.max(0.0) as u32).min(most);
    let (width, height) = picture.dimensions();
    let [x0, x1] = [word.x0 - AROUND, word.x1 + AROUND].map(|x| pixel(x, width));
    let [y0, y1] = [word.y0 - AROUND, word.y1 + AROUND].map(|y| pixel(y, height));
    let mut counts: HashMap<[u8; 3], usize> = HashMap::new();
    for (x, y) in (y0..y1).flat_map(|y| (x0..x1).map(move |x| (x, y))) {
        *counts.entry(picture.get_pixel(x, y).0).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(color, count)| (*count, *color));
    most.map(|(color, _)| Color(color))
}

/// The colour of a word, as it looks on its ground.
fn ink(text: &str, ground: Color) -> Option<Color> {
    let (opaque, rest) = text.split_at_checked(7)?;
    let Color(ink) = color::read(opaque)?;
    let cover = if rest.is_empty() { 255 } else { u16::from_str_radix(rest, 16).ok()? };
    let mut mixed = ink;
    for (channel, behind) in mixed.iter_mut().zip(ground.0) {
        let sum = u16::from(*channel) * cover + u16::from(behind) * (255 - cover);
        *channel = u8::try_from(sum / 255).unwrap_or(u8::MAX);
    }
    Some(Color(mixed))
}

/// Whether the PDF is one that everybody can read, and that lasts.
pub(super) fn tags(trial: &Trial<'_>, faults: &mut Faults<'_>) -> anyhow::Result<()> {
    let standards = Standards::parse("a-2a,ua-1").map_err(anyhow::Error::msg)?;
    let options = Options { standards, ..Options::default() };
    for sample in &SAMPLES {
        let case = (sample, &Looks::new());
        let Some(set) = trial.set(case, sample.name, faults)? else { continue };
        let file = written(&set.document, &options, (sample.name, faults));
        let Some(file) = file else { continue };
        for wrong in missing(&set.prepared.recipe.brief.view, &inspect::read(&file)?) {
            faults.add(Fault::of(sample.name, &wrong));
        }
    }
    Ok(())
}

/// What of a view is not in the structure of its PDF, a line each.
pub(super) fn missing(view: &View, witness: &Witness) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut must = |holds: bool, message: &str| {
        if !holds {
            wrong.push(message.to_owned());
        }
    };
    must(witness.tagged, "the PDF has no tags");
    must(witness.language.is_some(), "the PDF does not say its language");
    let title = witness.title.as_deref().unwrap_or_default();
    must(!title.is_empty(), "the PDF has no title: `set document(title: view.title)`");
    let is_said = |alt: &String| witness.alternatives.contains(alt);
    let portrait = view.photo.as_ref().map(|photo| &photo.alt);
    let unsaid = "has no text for those who do not see it: `alt`";
    must(portrait.is_none_or(is_said), &format!("the portrait {unsaid}"));
    let signature = view.letter.as_ref().and_then(|letter| letter.signature.as_ref());
    let signature = signature.and_then(|signature| signature.alt.as_ref());
    must(signature.is_none_or(is_said), &format!("the signature {unsaid}"));
    let headings: Vec<String> =
        witness.outline.iter().map(|it| units::letters(&it.title)).collect();
    for section in units::printed(view) {
        let is_heading = headings.contains(&units::letters(&section.title));
        must(is_heading, &format!("`{}` is no heading of the outline", section.title));
    }
    let is_heading = headings.contains(&units::letters(&view.name));
    must(!is_heading, "the name is a heading: it is the title of the document");
    wrong
}
