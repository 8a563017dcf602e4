//! What is settled about looks before anything is composed: theme, fonts, language, options.

use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::font;
use crate::font::FontSet;
use crate::locale;
use crate::locale::Locale;
use crate::resume::Chosen;
use crate::resume::Look;
use crate::resume::Resume;
use crate::run::Trail;
use crate::run::themes;
use crate::settings::Settings;
use crate::system::files;
use crate::theme::Theme;
use crate::theme::options::Choices;
use crate::theme::options::Surroundings;

/// The theme of a résumé for which nobody chose one.
pub const DEFAULT_THEME: &str = "classic";

/// The language of a résumé for which nobody chose one.
pub const DEFAULT_LANG: &str = "en";

/// What is settled about looks before anything is composed.
#[derive(Debug)]
pub struct Decided {
    /// The theme.
    pub theme: Theme,
    /// The faces that may be used.
    pub fonts: FontSet,
    /// The language.
    pub locale: Locale,
    /// The theme's options.
    pub choices: Choices,
    /// Whether the theme is a folder of the user's own.
    pub foreign_theme: bool,
}

/// Settles theme, language and options of a résumé, as its profile has it.
pub fn decide(
    resume: &Resume,
    settings: &Settings,
    trail: &mut Trail,
    sink: &mut Sink,
) -> anyhow::Result<Decided> {
    let look = settings.look.clone().over(&resume.look).over(&settings.project_look);
    decide_looks(look, settings, trail, sink)
}

/// Settles theme, language and options of what looks so.
pub(super) fn decide_looks(
    look: Look,
    settings: &Settings,
    trail: &mut Trail,
    sink: &mut Sink,
) -> anyhow::Result<Decided> {
    trail.folders.extend(settings.font_paths.iter().cloned());
    let fonts = fonts(settings, sink)?;
    let families = fonts.families();
    let families: Vec<&str> = families.iter().map(|family| family.name).collect();
    let locale = locale(look.lang.as_ref(), sink);
    let default = || Chosen::flag(DEFAULT_THEME.to_owned());
    let chosen = look.theme.clone().unwrap_or_else(default);
    let folder = themes::folder(&chosen);
    let foreign_theme = folder.is_some();
    trail.folders.extend(folder);
    let theme = themes::load(&chosen, &families, sink)?;
    let locale = locale?;
    let around = Surroundings {
        paper: locale.paper().name(),
        is_paper_open: locale.leaves_paper_open(),
        families: &families,
    };
    let Look { mut options, for_another, .. } = look;
    options.retain(|name, choice| {
        !for_another.contains(name) || theme.accepts(name, choice, &families)
    });
    let choices = theme.choices(&options, around, sink)?;
    Ok(Decided { theme, fonts, locale, choices, foreign_theme })
}

/// The fonts of the program and of the folders that were named.
fn fonts(settings: &Settings, sink: &mut Sink) -> anyhow::Result<FontSet> {
    if settings.font_paths.is_empty() {
        return Ok(FontSet::builtin());
    }
    let mut faces = Vec::new();
    for folder in &settings.font_paths {
        let is_font = |name: &str| {
            let extension = name.rsplit('.').next().unwrap_or_default();
            font::EXTENSIONS.contains(&extension.to_lowercase().as_str())
        };
        let found = files::read_folder(folder, is_font)?;
        if found.is_empty() {
            let message = format!("there is no font in {}", folder.display());
            sink.warn(Diagnostic::new("no-fonts", message));
        }
        faces.extend(found);
    }
    let mut skipped = Vec::new();
    let fonts = FontSet::with(faces, &mut skipped);
    for font::Skipped { file, reason } in skipped {
        sink.warn(Diagnostic::new(
            "unusable-font",
            format!("`{file}` is not used: {reason}"),
        ));
    }
    Ok(fonts)
}

fn locale(chosen: Option<&Chosen>, sink: &mut Sink) -> Result<Locale, Reported> {
    let tag = chosen.map_or(DEFAULT_LANG, |chosen| chosen.value.as_str());
    Locale::find(tag).ok_or_else(|| {
        let message = format!("no language is known as `{tag}`");
        let diagnostic = Diagnostic::new("unknown-language", message);
        let hint = format!("the languages are {}", locale::TAGS.join(", "));
        let diagnostic = match chosen {
            Some(chosen) => chosen.place(diagnostic),
            None => diagnostic,
        };
        sink.error(diagnostic.meant(locale::nearest(tag)).hint(hint))
    })
}
