//! What can be set: flags over `cvpdf.toml` over defaults.

mod flags;
mod project;

use std::path::Path;
use std::path::PathBuf;

use anyhow::Context;

use crate::brief::Stamp;
use crate::date;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::export::Options;
use crate::export::pdf::Standards;
use crate::resume::Look;
use crate::system::env;
use crate::system::files;
use crate::system::guard::Limits;

pub use flags::Flags;
pub use flags::LookFlags;

/// Everything that is set for one run; nothing in it is left to decide.
#[derive(Debug)]
pub struct Settings {
    /// The project's folder: the nearest upwards that holds `cvpdf.toml`.
    pub root: PathBuf,
    /// Whether the root was named by a flag, so that résumés may use all of it.
    pub open_root: bool,
    /// Where résumés are looked for by name.
    pub resumes: PathBuf,
    /// Where outputs go.
    pub out: PathBuf,
    /// How outputs are named, as `{resume}-{profile}`.
    pub name: String,
    /// What is to be set.
    pub document: Document,
    /// The profile to set, if one was named.
    pub profile: Option<String>,
    /// The words of `for` that are wanted, besides the profile's.
    pub wanted: Vec<String>,
    /// Looks that flags decide.
    pub look: Look,
    /// Looks that the project decides, below a résumé's own.
    pub project_look: Look,
    /// Folders with more fonts.
    pub font_paths: Vec<PathBuf>,
    /// The date that a flag sets.
    pub date: Option<Stamp>,
    /// The date that the surroundings set, for a résumé without one.
    pub fallback_date: Option<Stamp>,
    /// What outputs are like.
    pub options: Options,
    /// What a theme from a folder may take, or any theme if a flag says so.
    pub limits: Limits,
    /// Whether flags set limits, so that they hold for every theme.
    pub limits_asked: bool,
    /// Whether artifacts may come from the cache and go into it.
    pub cache: bool,
}

/// What of a résumé's file is to be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// The résumé.
    Resume,
    /// Its letter.
    Letter,
}

/// Settles all that can be set; trouble with `cvpdf.toml` or a flag is reported.
pub fn resolve(flags: &Flags, sink: &mut Sink) -> anyhow::Result<Settings> {
    let here = env::current_folder()?;
    let named = flags.root.as_ref().map(|root| here.join(root));
    if let Some(root) = &named
        && !files::is_folder(root)
    {
        anyhow::bail!("there is no folder {}", root.display());
    }
    let root = named.clone().unwrap_or_else(|| project::find(&here));
    let project = project::read(&root, sink)?;
    let seconds = flags.time_limit.unwrap_or(Limits::default().seconds);
    let mebibytes = flags.memory_limit.unwrap_or(Limits::default().mebibytes);
    let root = shorten(root, &here);
    let settings = Settings {
        resumes: root.join(&project.resumes),
        out: root.join(&project.out),
        name: project.name,
        root,
        open_root: named.is_some(),
        document: if flags.letter { Document::Letter } else { Document::Resume },
        profile: flags.profile.clone(),
        wanted: flags.wanted.clone(),
        look: flags.look.look(sink),
        project_look: project.look,
        font_paths: flags.font_paths.clone(),
        date: flags.date.as_deref().map(stamp).transpose()?,
        fallback_date: env::source_date()?,
        options: options(flags, sink),
        limits: Limits { seconds, mebibytes },
        limits_asked: flags.time_limit.or(flags.memory_limit).is_some(),
        cache: !flags.no_cache,
    };
    sink.reported().map_or(Ok(settings), |reported| Err(reported.into()))
}

/// The folder as a reader would name it from here.
fn shorten(folder: PathBuf, here: &Path) -> PathBuf {
    match folder.strip_prefix(here) {
        Ok(below) => below.to_owned(),
        Err(_) => folder,
    }
}

/// The day that a flag names.
fn stamp(text: &str) -> anyhow::Result<Stamp> {
    date::read(text).ok().and_then(|date| Stamp::of(&date)).with_context(|| {
        format!("`{text}` is not a date: `--date` takes `2026-11-21` or `2026-11`")
    })
}

fn options(flags: &Flags, sink: &mut Sink) -> Options {
    let mut options = Options { resolution: flags.ppi, ..Options::default() };
    match flags.pdf_standard.as_deref().map(Standards::parse) {
        Some(Ok(standards)) => options.standards = standards,
        Some(Err(reason)) => {
            sink.error(Diagnostic::new("unknown-standard", reason));
        }
        None => {}
    }
    options
}
