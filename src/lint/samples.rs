//! The résumés in the program with which themes are shown and tried.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::brief::Stamp;
use crate::diag::Sink;
use crate::export::Format;
use crate::plan::Input;
use crate::plan::Job;
use crate::plan::Target;
use crate::resume::Chosen;
use crate::resume::Look;
use crate::run;
use crate::run::Prepared;
use crate::run::Trail;
use crate::settings::Document;
use crate::settings::Settings;
use crate::view::Photo;
use crate::view::Signature;

/// A résumé in the program.
#[derive(Debug, Clone, Copy)]
pub struct Sample {
    /// Its name, for messages.
    pub name: &'static str,
    /// The language that it is set in.
    pub lang: &'static str,
    /// Whether it has a portrait, and its letter a signature.
    pub pictured: bool,
    /// The layout of its letter, if that is to be set and not the résumé.
    pub letter: Option<&'static str>,
    text: &'static str,
}

/// The résumé that shows what a theme looks like.
pub const SHOWCASE: Sample = Sample {
    name: "showcase",
    lang: "en",
    pictured: false,
    letter: None,
    text: include_str!("../../resumes/alice.yaml"),
};

/// The résumé for trying page breaks: many pages of everything.
pub const LONG: Sample = Sample {
    name: "veteran",
    lang: "en-GB",
    pictured: false,
    letter: None,
    text: include_str!("../../resumes/veteran.yaml"),
};

/// Every résumé with which a theme is tried.
pub const SAMPLES: [Sample; 6] = [
    SHOWCASE,
    Sample {
        name: "long-names",
        lang: "en",
        pictured: false,
        letter: None,
        text: include_str!("long-names.yaml"),
    },
    Sample {
        name: "sixty-bullets",
        lang: "en",
        pictured: false,
        letter: None,
        text: include_str!("../../tests/cases/sixty-bullets.yaml"),
    },
    Sample {
        name: "every-field",
        lang: "en-GB",
        pictured: true,
        letter: None,
        text: include_str!("../../tests/cases/every-field.yaml"),
    },
    Sample {
        name: "hebrew",
        lang: "he",
        pictured: false,
        letter: None,
        text: include_str!("../../resumes/hebrew.yaml"),
    },
    LONG,
];

/// The résumé with a letter of everything, which ends in its keys.
pub const CORRESPONDENT: Sample = Sample {
    name: "letter",
    lang: "en-GB",
    pictured: true,
    letter: None,
    text: include_str!("letter.yaml"),
};

/// The picture of samples that have one, and what it shows.
const PICTURE: (&[u8], &str) =
    (include_bytes!("../../tests/cases/portrait.png"), "A drawing");

/// The day that a sample without one is of.
const DAY: Stamp = Stamp { year: 2026, month: 1, day: 1 };

/// Options by name, as an author would write their values.
pub type Looks<'a> = BTreeMap<&'a str, &'a str>;

/// Readies a sample in a theme, with these options and no others: whatever the project or
/// the surroundings decide is of no account.
pub fn prepare(
    sample: &Sample,
    (theme, looks): (&str, &Looks<'_>),
    (settings, format): (&Settings, &'static Format),
    sink: &mut Sink,
) -> anyhow::Result<Prepared> {
    let chosen = |value: &str| Chosen::flag(value.to_owned());
    let mut settings = settings.clone();
    let options =
        looks.iter().map(|(name, value)| ((*name).to_owned(), chosen(value))).collect();
    let (theme, lang) = (Some(chosen(theme)), Some(chosen(sample.lang)));
    settings.look = Look { theme, lang, options, ..Look::default() };
    settings.project_look = Look::default();
    settings.document =
        if sample.letter.is_some() { Document::Letter } else { Document::Resume };
    (settings.date, settings.fallback_date) = (None, Some(DAY));
    let input = Input {
        name: format!("<{}>", sample.name),
        folder: PathBuf::from("."),
        stem: Some(sample.name.to_owned()),
        bytes: sample.words().into_bytes(),
    };
    let job = Job { input, format, target: Target::Stdout };
    let mut prepared = run::prepare(&job, &settings, &mut Trail::default(), sink)?;
    let brief = &mut prepared.recipe.brief;
    if sample.pictured {
        let (bytes, alt) = PICTURE;
        let (file, alt) = ("/picture.png".to_owned(), alt.to_owned());
        brief.assets.insert(file.clone(), Arc::from(bytes));
        if let Some(letter) = &mut brief.view.letter {
            letter.signature = Some(Signature { file, alt: Some(alt) });
        } else if brief.choices.text("photo") != "off" {
            brief.view.photo = Some(Photo { file, alt });
        }
    }
    Ok(prepared)
}

impl Sample {
    /// Its letter in a layout.
    #[must_use]
    pub fn with_letter(self, layout: &'static str) -> Self {
        Self { letter: Some(layout), ..self }
    }

    /// The text without what says how it looks, and without the name of a file.
    fn words(&self) -> String {
        let before = self.text.split("\nlook:").next().unwrap_or_default();
        let lines = before.lines().filter(|line| !line.starts_with("photo:"));
        let layout = self.letter.map(|layout| format!("  layout: {layout}"));
        lines.map(str::to_owned).chain(layout).collect::<Vec<_>>().join("\n")
    }
}
