//! Making what is asked for: from a job to finished files, through the cache.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;

use crate::brief::Brief;
use crate::brief::Stamp;
use crate::cache::Cache;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::export::Artifact;
use crate::font::FontSet;
use crate::locale::Locale;
use crate::photo;
use crate::plan;
use crate::plan::Job;
use crate::plan::Target;
use crate::recipe;
use crate::recipe::Recipe;
use crate::resume::Chosen;
use crate::resume::Look;
use crate::resume::Origin;
use crate::resume::Photo;
use crate::resume::Resume;
use crate::resume::parse;
use crate::resume::profile;
use crate::settings::Settings;
use crate::source::Source;
use crate::system::files;
use crate::system::files::Change;
use crate::theme::Theme;
use crate::view::compose;

/// What became of a job.
#[derive(Debug)]
pub struct Outcome {
    /// The files, with what became of each; none for standard output.
    pub files: Vec<(PathBuf, Change)>,
    /// How many pages there are.
    pub pages: usize,
    /// Whether the artifact came from the cache.
    pub cached: bool,
}

/// A job with all that it needs read, ready to be made.
#[derive(Debug)]
pub struct Prepared {
    /// Everything that determines the bytes.
    pub recipe: Recipe,
    /// Whether the theme is a folder of the user's own.
    pub foreign_theme: bool,
    /// Where the result goes.
    pub target: Target,
}

/// Reads all that a job needs and settles how it is made.
pub fn prepare(job: &Job, settings: &Settings, sink: &mut Sink) -> anyhow::Result<Prepared> {
    let source = parse::source(&job.input.name, &job.input.bytes, sink)?;
    let whole = parse::parse(&source, sink)?;
    let profile = settings.profile.as_deref();
    let resume = profile::select(&whole, profile, &settings.wanted, sink)?;
    let look = look(settings, &resume, profile);
    let fonts = fonts(settings, sink)?;
    let locale = locale(look.lang.as_ref(), sink);
    let theme = theme(look.theme.as_ref(), settings, &fonts, sink)?;
    let (locale, theme) = (locale?, theme?);
    let choices = theme.choices(&look.options, &locale, &fonts, sink)?;
    let mut assets = BTreeMap::new();
    let photo = choices.photo_wanted().then_some(resume.photo.as_ref()).flatten();
    if let Some(photo) = photo {
        let file = read_photo(photo, &source, job, settings, sink)?;
        assets.insert(file.name.to_owned(), Arc::from(file.bytes));
    }
    let photo = assets.keys().next().map(String::as_str);
    let view = compose::compose(&resume, &choices, &locale, photo);
    compose::uncovered(&source, &view, |char| fonts.covers(char), sink);
    let stamp = stamp(settings, &resume);
    let target = settle(&job.target, job, &view.name, settings, &look);
    let foreign_theme = theme.is_foreign();
    let brief = Brief { view, theme, choices, fonts, assets, stamp };
    let recipe = Recipe { brief, format: job.format, options: settings.options.clone() };
    sink.reported().map_or(Ok(Prepared { recipe, foreign_theme, target }), |it| Err(it.into()))
}
