//! What can be set: flags over `cvpdf.toml` over defaults.

mod flags;
mod project;

use std::path::Path;
use std::path::PathBuf;

use anyhow::Context;
use serde::Deserialize;
use serde::Serialize;

use crate::brief::Stamp;
use crate::compare;
use crate::date;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::digest::Digest;
use crate::export::Options;
use crate::export::pdf::Standards;
use crate::resume::Chosen;
use crate::resume::Look;
use crate::resume::language::Version;
use crate::system::env;
use crate::system::files;
use crate::system::guard::Limits;

pub use flags::Flags;
pub use flags::LookFlags;
pub use project::FILE;

/// Everything that is set for one run; nothing in it is left to decide.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
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
    /// Looks that flags decide; with several themes or languages, none of these.
    pub look: Look,
    /// The themes that flags name, each to be made: at most one but for a batch.
    pub themes: Vec<String>,
    /// The languages that flags name, likewise.
    pub langs: Vec<String>,
    /// What a batch makes unless a flag says so.
    pub export: Export,
    /// How much a PDF may differ from its golden.
    pub golden: compare::Limits,
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
    /// Whether each result has a copy that application portals read.
    pub ats_copy: bool,
    /// Whether the result is such a copy.
    pub is_copy: bool,
}

/// The theme of copies for application portals.
const PORTALS: &str = "plain";

/// One way of setting a résumé, above what the résumé says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// The profile.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub profile: Option<String>,
    /// The theme, where one is named.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub theme: Option<String>,
    /// The language, where one is named.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lang: Option<String>,
    /// Whether the letter is set and not the résumé.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub letter: bool,
    /// Whether it is a copy for application portals.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub ats_copy: bool,
}

impl Way {
    /// What is added to the name of a result, so that it does not take that of another.
    pub fn suffix(&self) -> String {
        let parts = [(self.letter, "-letter"), (self.ats_copy, COPY)];
        parts.iter().filter(|(is, _)| *is).map(|(_, part)| *part).collect()
    }
}

/// What is added to the name of a copy for application portals.
pub const COPY: &str = "-ats";

/// What of a résumé's file is to be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// The résumé.
    Resume,
    /// Its letter.
    Letter,
}

impl Settings {
    /// The version of a résumé that is wanted.
    pub fn version(&self) -> Version<'_> {
        fn lang(look: &Look) -> Option<&str> {
            look.lang.as_ref().map(|lang| lang.value.as_str())
        }
        Version {
            profile: self.profile.as_deref(),
            wanted: &self.wanted,
            lang: lang(&self.look),
            fallback: lang(&self.project_look),
        }
    }
}

/// What `cvpdf.toml` says of a batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Export {
    /// The formats; a PDF if there are none.
    pub formats: Vec<&'static str>,
    /// The themes, each to be made; the résumé's own if there are none.
    pub themes: Vec<String>,
    /// Patterns of résumés, from the root; all in the folder of résumés if there are none.
    pub resumes: Vec<String>,
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
        themes: flags.look.themes(),
        langs: flags.look.langs(),
        export: project.export,
        golden: project.golden,
        project_look: project.look,
        font_paths: flags.font_paths.clone(),
        date: flags.date.as_deref().map(stamp).transpose()?,
        fallback_date: env::source_date()?,
        options: options(flags, sink),
        limits: Limits { seconds, mebibytes },
        limits_asked: flags.time_limit.or(flags.memory_limit).is_some(),
        cache: !flags.no_cache,
        ats_copy: flags.ats_copy,
        is_copy: false,
    };
    sink.reported().map_or(Ok(settings), |reported| Err(reported.into()))
}

impl Settings {
    /// The same for one result: with the one theme and language that flags name.
    ///
    /// Several of them are an error: only a batch makes more than one result.
    pub fn single(mut self) -> anyhow::Result<Self> {
        for (flag, values) in [("theme", &self.themes), ("lang", &self.langs)] {
            anyhow::ensure!(
                values.len() < 2,
                "one result has one `--{flag}`, not {}: `cvpdf export` makes several",
                values.len()
            );
        }
        let first = |values: &[String]| values.first().cloned();
        (self.look.theme, self.look.lang) =
            (first(&self.themes).map(Chosen::flag), first(&self.langs).map(Chosen::flag));
        Ok(self)
    }

    /// The same for one result of a batch.
    #[must_use]
    pub fn with(&self, way: &Way) -> Self {
        let Way { profile, theme, lang, letter, ats_copy } = way;
        let mut settings = self.clone();
        settings.profile.clone_from(profile);
        settings.look.theme = theme.clone().map(Chosen::flag);
        settings.look.lang = lang.clone().map(Chosen::flag);
        if *letter {
            settings.document = Document::Letter;
        }
        if *ats_copy { settings.for_portals() } else { settings }
    }

    /// The same for a copy that application portals read: in the theme that is made for
    /// them, with everything as they want it, and on as many pages as that takes.
    #[must_use]
    pub fn for_portals(mut self) -> Self {
        self.look.theme = Some(Chosen::flag(PORTALS.to_owned()));
        for (name, value) in [("ats", "strict"), ("pages", "off")] {
            self.look.options.insert(name.to_owned(), Chosen::flag(value.to_owned()));
        }
        self.is_copy = true;
        self
    }

    /// Has everything that was said of a copy for application portals say so.
    pub fn name_copy(&self, sink: &mut Sink) {
        if self.is_copy {
            sink.hint_all("this is about the copy for application portals, `--ats-copy`");
        }
    }

    /// A name for all that is set and can change a result, but for what [`with`](Self::with)
    /// sets and for fonts of the user's, whose contents count.
    pub fn digest(&self) -> Digest {
        // No `..` here: a new field does not compile until somebody decided about it.
        let Self {
            root,
            open_root,
            resumes,
            out: _,
            name: _,
            document,
            profile: _,
            wanted,
            look,
            themes: _,
            langs: _,
            export: _,
            golden: _,
            project_look,
            font_paths: _,
            date,
            fallback_date,
            options,
            limits: _,
            limits_asked: _,
            cache: _,
            ats_copy: _,
            is_copy: _,
        } = self;
        let stamps =
            [date, fallback_date].map(|it| it.map_or_else(String::new, Stamp::iso));
        Digest::of_parts(&[
            ("root", Digest::of(root.as_os_str().as_encoded_bytes())),
            ("open root", Digest::of(&[u8::from(*open_root)])),
            ("résumés", Digest::of(resumes.as_os_str().as_encoded_bytes())),
            ("letter", Digest::of(&[u8::from(*document == Document::Letter)])),
            ("for", Digest::of(wanted.join("\n").as_bytes())),
            ("look", look.digest()),
            ("project's look", project_look.digest()),
            ("dates", Digest::of(stamps.join("\n").as_bytes())),
            ("options", Digest::of(&options.canonical())),
        ])
    }
}

/// A template for names that a flag gives, if it can be one.
pub fn name_template(text: &str) -> anyhow::Result<String> {
    project::name_trouble(text)
        .map_or_else(|| Ok(text.to_owned()), |why| anyhow::bail!(why))
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
