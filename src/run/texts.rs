//! The texts of a job: a résumé, or a letter and the résumé whose head it has.

use std::path::Path;
use std::path::PathBuf;

use super::Trail;
use super::publications;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::digest::Digest;
use crate::plan::Job;
use crate::plan::RESUME_LIMIT;
use crate::resume::Chosen;
use crate::resume::Look;
use crate::resume::Resume;
use crate::resume::language::Version;
use crate::resume::letter::Letter;
use crate::resume::letter::LetterFile;
use crate::resume::parse;
use crate::resume::profile;
use crate::resume::yaml;
use crate::settings::Document;
use crate::settings::Settings;
use crate::source::Source;
use crate::system::files;

/// What a job sets, as its authors wrote it.
pub(super) struct Texts {
    /// The résumé as its profile has it.
    pub(super) resume: Resume,
    /// Where the résumé's words stand.
    pub(super) home: Home,
    /// The letter, if that is to be set and not the résumé.
    pub(super) letter: Option<Letter>,
    /// Where the letter's words stand, if it has a file of its own.
    pub(super) own: Option<Home>,
    /// Where the name of the signature's file stands.
    pub(super) signed: Home,
}

/// A text and the folder that files named in it are relative to.
#[derive(Clone)]
pub(super) struct Home {
    /// The text.
    pub(super) source: Source,
    /// The folder.
    pub(super) folder: PathBuf,
}

impl Texts {
    /// How the document looks, flags first. How many pages a résumé may have, by its author
    /// or its theme, says nothing of its letter.
    pub(super) fn look(&self, settings: &Settings) -> Look {
        let look = settings.look.clone();
        let Some(letter) = &self.letter else {
            return look.over(&self.resume.look).over(&settings.project_look);
        };
        let unbound = |look: &Look| {
            let mut look = look.clone();
            look.options.remove("pages");
            look
        };
        let below = [&self.resume.look, &settings.project_look].map(unbound);
        let mut look = below.iter().fold(look.over(&letter.look), Look::over);
        let off = || Chosen::flag("off".to_owned());
        look.options.entry("pages".to_owned()).or_insert_with(off);
        look
    }

    /// The texts whose words are printed, the letter's first.
    pub(super) fn sources(&self) -> Vec<&Source> {
        self.own.iter().chain([&self.home]).map(|home| &home.source).collect()
    }

    /// What is added to the name of the output: a letter in a résumé must not replace it.
    pub(super) fn suffix(&self) -> &'static str {
        if self.letter.is_some() && self.own.is_none() { "-letter" } else { "" }
    }
}

/// Reads the texts of a job.
pub(super) fn read(
    job: &Job,
    settings: &Settings,
    trail: &mut Trail,
    sink: &mut Sink,
) -> anyhow::Result<Texts> {
    let source = yaml::decode(&job.input.name, &job.input.bytes, sink)?;
    let home = Home { source, folder: job.input.folder.clone() };
    if parse::letter::is_letter(&home.source) {
        return read_letter(home, settings, trail, sink);
    }
    let mut whole = parse::parse_in(&home.source, &settings.version(), sink)?;
    if settings.document == Document::Resume {
        publications::read(&mut whole, &home.source, (job, settings), (trail, sink))?;
    }
    let profile = settings.profile.as_deref();
    let mut resume = profile::select(&whole, profile, &settings.wanted, sink)?;
    let letter = match (settings.document, resume.letter.take()) {
        (Document::Resume, _) => None,
        (Document::Letter, Some(letter)) => Some(*letter),
        (Document::Letter, None) => return Err(no_letter(&home, sink).into()),
    };
    Ok(Texts { resume, signed: home.clone(), home, letter, own: None })
}

fn no_letter(home: &Home, sink: &mut Sink) -> Reported {
    let message = format!("there is no letter in {}", home.source.name());
    let hint =
        "write one under `letter`, or in a file of its own that begins with `resume: …`";
    sink.error(Diagnostic::new("no-letter", message).hint(hint))
}

/// Reads a letter in a file of its own, and its résumé.
fn read_letter(
    own: Home,
    settings: &Settings,
    trail: &mut Trail,
    sink: &mut Sink,
) -> anyhow::Result<Texts> {
    let version = settings.version();
    let file = parse::letter::letter(&own.source, &version, sink)?;
    let path = find(&file, &own, settings).map_err(|found| sink.error(*found))?;
    let bytes = files::read(&path, 64 * RESUME_LIMIT);
    trail.files.push((path.clone(), bytes.as_ref().ok().map(|bytes| Digest::of(bytes))));
    let source = yaml::decode(&path.display().to_string(), &bytes?, sink)?;
    let folder = path.parent().unwrap_or(Path::new("")).to_owned();
    let home = Home { source, folder };
    let profile = settings.profile.as_deref().or(file.profile.as_deref());
    let lang = file.letter.look.lang.as_ref().map(|lang| lang.value.as_str());
    let lang = version.lang.or(lang);
    let whole =
        parse::parse_in(&home.source, &Version { profile, lang, ..version }, sink)?;
    let mut resume = profile::select(&whole, profile, &settings.wanted, sink)?;
    let spoken = resume.look.lang.as_ref().map(|lang| lang.value.as_str());
    let fallback = spoken.or(version.fallback);
    // Now that its language is known, its texts are those in that language.
    let version = Version { fallback, ..version };
    let file = parse::letter::letter(&own.source, &version, &mut Sink::default())?;
    let below = resume.letter.take().unwrap_or_default();
    let signed = if file.letter.signature.is_some() { &own } else { &home }.clone();
    let letter = Some(file.letter.over(*below));
    Ok(Texts { resume, home, letter, own: Some(own), signed })
}

/// Finds the résumé that a letter names: beside it, or in the project's folder of résumés.
fn find(
    file: &LetterFile,
    own: &Home,
    settings: &Settings,
) -> Result<PathBuf, Box<Diagnostic>> {
    let (name, place) = &file.resume;
    let trouble = |code, message: String| {
        let span = own.source.find(place).unwrap_or(0..0);
        Box::new(Diagnostic::new(code, message).at(&own.source, span))
    };
    let beside = own.folder.join(name);
    let paths = [beside, settings.resumes.join(name)];
    // A letter may have the name of its résumé, in another folder.
    let itself = files::real_path(Path::new(own.source.name())).ok();
    let is_other = |path: &PathBuf| files::real_path(path).ok() != itself;
    let mut paths = paths.into_iter().filter(|path| files::is_file(path));
    let Some(path) = paths.find(is_other) else {
        let folder = settings.resumes.display();
        let message = format!(
            "there is no résumé `{name}`, neither beside the letter nor in {folder}"
        );
        return Err(trouble("missing-resume", message));
    };
    let root = settings.open_root.then_some(&settings.root);
    let allowed = [&own.folder, &settings.resumes].into_iter().chain(root);
    if allowed.into_iter().any(|folder| lies_in(&path, folder)) {
        return Ok(path);
    }
    let message = format!("`{name}` lies outside the letter's folder");
    let hint = "name a folder that holds both with `--root DIR`";
    Err(Box::new((*trouble("resume-outside", message)).hint(hint)))
}

/// Whether a file lies in a folder, whatever links lead to it.
pub(super) fn lies_in(path: &Path, folder: &Path) -> bool {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    match (files::real_path(path), files::real_path(folder)) {
        (Ok(path), Ok(folder)) => path.starts_with(folder),
        _ => false,
    }
}
