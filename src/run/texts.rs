//! The texts of a job: a résumé, or a letter and the résumé whose head it has.

use std::path::Path;
use std::path::PathBuf;

use super::Trail;
use super::publications;
use crate::diag;
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
use crate::source::FieldPath;
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
    /// Where the parts of the letter stand: its own first, then those it is based on.
    pub(super) parts: Vec<(Source, FieldPath)>,
}

/// A text and the folder that files named in it are relative to.
#[derive(Clone)]
pub(super) struct Home {
    /// The text.
    pub(super) source: Source,
    /// The folder.
    pub(super) folder: PathBuf,
}

impl Home {
    /// A diagnostic without a place, at that of a key if the text has it.
    fn placed(&self, diagnostic: Diagnostic, key: &str) -> Diagnostic {
        match self.source.find(&FieldPath::root().key(key)) {
            Some(span) if diagnostic.place.is_none() => diagnostic.at(&self.source, span),
            _ => diagnostic,
        }
    }
}

impl Texts {
    /// What is wrong with a letter, where it stands: at this key of it, or at its beginning.
    pub(super) fn placed(&self, diagnostic: Diagnostic, key: &str) -> Diagnostic {
        if diagnostic.place.is_some() {
            return diagnostic;
        }
        let at_key = |(source, path): &(Source, FieldPath)| {
            Some((source.clone(), source.find(&path.key(key))?))
        };
        let at_all = |(source, path): &(Source, FieldPath)| {
            // A letter's file begins with the key that makes it one.
            let own = source.find(path).or_else(|| source.find(&path.key("resume")))?;
            Some((source.clone(), own))
        };
        let found = self.parts.iter().find_map(at_key);
        match found.or_else(|| self.parts.iter().find_map(at_all)) {
            Some((source, span)) => diagnostic.at(&source, span),
            None => diagnostic,
        }
    }

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
    let parts = parts(&home.source, profile);
    Ok(Texts { resume, signed: home.clone(), home, letter, own: None, parts })
}

/// Where letters stand in a résumé: that of a profile, then its own.
fn parts(source: &Source, profile: Option<&str>) -> Vec<(Source, FieldPath)> {
    let root = FieldPath::root();
    let own = profile.map(|name| root.key("profiles").key(name).key("letter"));
    let paths = own.into_iter().chain([root.key("letter")]);
    paths.map(|path| (source.clone(), path)).collect()
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
    if parse::letter::is_letter(&source) {
        let message = format!("`{}` is a letter", file.resume.0);
        return Err(sink.error(no_resume(&file, &own, message)).into());
    }
    let folder = path.parent().unwrap_or(Path::new("")).to_owned();
    let home = Home { source, folder };
    let profile = settings.profile.as_deref().or(file.profile.as_deref());
    let lang = file.letter.look.lang.as_ref().map(|lang| lang.value.as_str());
    let lang = version.lang.or(lang);
    let whole =
        parse::parse_in(&home.source, &Version { profile, lang, ..version }, sink)?;
    let mut said = Sink::default();
    let selected = profile::select(&whole, profile, &settings.wanted, &mut said);
    sink.extend(said.take().into_iter().map(|it| own.placed(it, "profile")).collect());
    let mut resume = selected?;
    let spoken = resume.look.lang.as_ref().map(|lang| lang.value.as_str());
    let fallback = spoken.or(version.fallback);
    // Now that its language is known, its texts are those in that language.
    let version = Version { fallback, ..version };
    let file = parse::letter::letter(&own.source, &version, &mut Sink::default())?;
    let below = resume.letter.take().unwrap_or_default();
    let signed = if file.letter.signature.is_some() { &own } else { &home }.clone();
    let letter = Some(file.letter.over(*below));
    let mut parts = parts(&home.source, profile);
    parts.insert(0, (own.source.clone(), FieldPath::root()));
    Ok(Texts { resume, home, letter, own: Some(own), signed, parts })
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
    let mut paths = paths.into_iter().filter(|path| files::is_file(path)).peekable();
    if paths.peek().is_some() && !paths.clone().any(|path| is_other(&path)) {
        return Err(Box::new(no_resume(file, own, format!("`{name}` is this letter"))));
    }
    let Some(path) = paths.find(is_other) else {
        let folder = settings.resumes.display();
        let message = format!(
            "there is no résumé `{name}`, neither beside the letter nor in {folder}"
        );
        let found = *trouble("missing-resume", message);
        return Err(Box::new(found.meant(nearest(name, own, settings).as_deref())));
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

/// What to say of a letter that names no résumé but a letter.
fn no_resume(file: &LetterFile, own: &Home, message: String) -> Diagnostic {
    let span = own.source.find(&file.resume.1).unwrap_or(0..0);
    let found = Diagnostic::new("resume-is-letter", message).at(&own.source, span);
    found.hint("`resume` names the résumé whose head the letter has, as `alice.yaml`")
}

/// The résumé that somebody meant who wrote another name: the same without its ending, or
/// nearly the same.
fn nearest(name: &str, own: &Home, settings: &Settings) -> Option<String> {
    let folder =
        if own.folder.as_os_str().is_empty() { Path::new(".") } else { &own.folder };
    let lists = [folder, &settings.resumes].map(|it| files::list(it).unwrap_or_default());
    let names: Vec<String> = lists.into_iter().flatten().map(|(name, _)| name).collect();
    let own = Path::new(own.source.name()).file_name().unwrap_or_default();
    let is_yaml = |it: &&str| {
        Path::new(it).extension().is_some_and(|it| it == "yaml" || it == "yml")
    };
    let others =
        || names.iter().map(String::as_str).filter(is_yaml).filter(|it| own != *it);
    let whole = others().find(|it| Path::new(it).with_extension("") == Path::new(name));
    whole.or_else(|| diag::nearest(name, others())).map(str::to_owned)
}

/// Whether a file lies in a folder, whatever links lead to it.
pub(super) fn lies_in(path: &Path, folder: &Path) -> bool {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    match (files::real_path(path), files::real_path(folder)) {
        (Ok(path), Ok(folder)) => path.starts_with(folder),
        _ => false,
    }
}
