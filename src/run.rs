//! Making what is asked for: from a job to finished files, through the cache.

pub mod publications;
pub mod themes;
mod decide;
mod texts;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::bail;
use anyhow::ensure;

use crate::brief::Brief;
use crate::brief::Stamp;
use crate::cache::Cache;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::digest::Digest;
use crate::export::Artifact;
use crate::locale::Locale;
use crate::photo;
use crate::photo::Picture;
use crate::plan;
use crate::plan::Job;
use crate::plan::Naming;
use crate::plan::Target;
use crate::recipe;
use crate::recipe::Recipe;
use crate::resume::Photo;
use crate::resume::Resume;
use crate::settings::Settings;
use crate::source::Source;
use crate::system::files;
use crate::system::files::Change;
use crate::system::files::Durable;
use crate::system::guard;
use crate::system::guard::Ending;
use crate::theme::options::Choices;
use crate::view::View;
use crate::view::compose;
use crate::view::coverage;
use crate::view::headings;

use decide::Decided;
use decide::decide_looks;
use texts::Home;
use texts::Texts;

pub use decide::DEFAULT_LANG;
pub use decide::DEFAULT_THEME;
pub use decide::decide;

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

/// What a job read besides its résumé, or looked for: what it depends on.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Trail {
    /// Files, and the digests of what was in them; none of one that could not be read.
    pub files: Vec<(PathBuf, Option<Digest>)>,
    /// Folders of themes and fonts, of which everything counts.
    pub folders: Vec<PathBuf>,
}

impl Prepared {
    /// Whether a child with limits has to make it: the theme is a stranger's, or limits
    /// were asked for, and this is not the child already.
    pub fn wants_guard(&self, settings: &Settings) -> bool {
        (self.foreign_theme || settings.limits_asked) && !guard::inside()
    }
}

/// Has a child with limits do it all, since Typst itself cannot be stopped.
///
/// The child says everything again, so the sink is emptied first. The exit code is
/// the child's.
pub fn guarded(job: &Job, settings: &Settings, sink: &mut Sink) -> anyhow::Result<u8> {
    sink.take();
    let input = job.input.stem.is_none().then_some(job.input.bytes.as_slice());
    match guard::run(settings.limits, input)? {
        Ending::Exited(code) => Ok(code),
        Ending::Stopped { message, hint } => {
            Err(sink.error(Diagnostic::new("limit", message).hint(hint)).into())
        }
    }
}

/// Reads all that a job needs and settles how it is made; the trail tells what was read,
/// also of a job that cannot be made.
pub fn prepare(
    job: &Job,
    settings: &Settings,
    trail: &mut Trail,
    sink: &mut Sink,
) -> anyhow::Result<Prepared> {
    let texts = texts::read(job, settings, trail, sink)?;
    let decided = decide_looks(texts.look(settings), settings, trail, sink)?;
    let Decided { theme, fonts, locale, choices, foreign_theme } = decided;
    let (view, assets) = compose(&texts, (&choices, &locale), settings, (trail, sink))?;
    coverage::uncovered(&texts.sources(), &view, |char| fonts.covers(char), sink);
    if view.letter.is_none() && choices.text("ats") == "strict" {
        headings::unusual(&texts.home.source, &view, &locale, sink);
    }
    let naming = Naming {
        resume: job.input.stem.as_deref().unwrap_or(&view.name),
        profile: settings.profile.as_deref(),
        theme: theme.name(),
        lang: &view.locale.lang,
        paper: choices.text("paper"),
        name: &view.name,
    };
    let target = settle(job, &naming, texts.suffix(), settings);
    let brief = Brief {
        stamp: stamp(settings, &texts.resume),
        theme: Arc::new(theme),
        fonts: Arc::new(fonts),
        assets,
        view,
        choices,
    };
    sink.reported().map_or(Ok(()), Err)?;
    let recipe = Recipe { brief, format: job.format, options: settings.options.clone() };
    Ok(Prepared { recipe, foreign_theme, target })
}

/// Files of a résumé or a letter, by their name in the theme's world.
type Assets = BTreeMap<String, Arc<[u8]>>;

/// Composes the words of a job, and reads the pictures among them.
fn compose(
    texts: &Texts,
    (choices, locale): (&Choices, &Locale),
    settings: &Settings,
    (trail, sink): (&mut Trail, &mut Sink),
) -> anyhow::Result<(View, Assets)> {
    let Texts { resume, letter, home, own: _, signed, parts: _ } = texts;
    let mut view = match letter {
        None => compose::compose(resume, choices, locale),
        Some(letter) => {
            let mut said = Sink::default();
            let both = (resume, letter);
            let view = compose::letter::compose_letter(both, choices, locale, &mut said);
            // Whoever composes does not know where the letter stands.
            let placed = said.take().into_iter().map(|it| {
                let key = if it.code == "letter-subject" { "subject" } else { "" };
                texts.placed(it, key)
            });
            sink.extend(placed.collect());
            view
        }
    };
    let mut assets = Assets::new();
    let mut add = |name: &str, photo: &Photo, home: &Home| {
        let picture = picture(photo, home, settings, trail);
        let picture = picture.map_err(|diagnostic| sink.error(*diagnostic))?;
        let file = format!("/{name}.{}", picture.encoding.extension());
        assets.insert(file.clone(), Arc::from(picture.bytes));
        Ok::<String, Reported>(file)
    };
    if let (Some(shown), Some(photo)) = (&mut view.photo, &resume.photo) {
        shown.file = add("photo", photo, home)?;
    }
    let signature = letter.as_ref().and_then(|letter| letter.signature.as_ref());
    let shown = view.letter.as_mut().and_then(|letter| letter.signature.as_mut());
    if let (Some(shown), Some(photo)) = (shown, signature) {
        shown.file = add("signature", photo, signed)?;
    }
    Ok((view, assets))
}

/// Reads a picture and makes it fit to be printed.
fn picture(
    photo: &Photo,
    home: &Home,
    settings: &Settings,
    trail: &mut Trail,
) -> Result<Picture, Box<Diagnostic>> {
    let read = read_photo(photo, home, settings);
    let digest = read.as_ref().ok().map(|bytes| Digest::of(bytes));
    trail.files.push((home.folder.join(&photo.file), digest));
    prepare_photo(photo, &home.source, &read?)
}

/// Reads the file of a picture, which lies in the folder of the text that names it.
fn read_photo(
    photo: &Photo,
    home: &Home,
    settings: &Settings,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let source = &home.source;
    let trouble = |code, message| photo_trouble(photo, source, code, message);
    let shown = &photo.file;
    let real = files::real_path(&home.folder.join(shown))
        .map_err(|_| trouble("missing-photo", format!("there is no file `{shown}`")))?;
    let allowed = if settings.open_root { &settings.root } else { &home.folder };
    if !texts::lies_in(&real, allowed) {
        let message = format!("`{shown}` lies outside the résumé's folder");
        let hint = "name a folder that holds both with `--root DIR`";
        return Err(trouble("photo-outside", message).hint(hint).into());
    }
    files::read(&real, photo::MOST_BYTES as u64 + 1)
        .map_err(|error| trouble("unreadable-photo", format!("{error:#}")).into())
}

/// Makes a photo fit to be printed.
fn prepare_photo(
    photo: &Photo,
    source: &Source,
    bytes: &[u8],
) -> Result<Picture, Box<Diagnostic>> {
    photo::prepare(bytes).map_err(|refusal| {
        photo_trouble(photo, source, refusal.code, refusal.message).into()
    })
}

/// Something that is wrong with a photo, at the place where it is named.
fn photo_trouble(
    photo: &Photo,
    source: &Source,
    code: &'static str,
    message: String,
) -> Diagnostic {
    let span = source.find(&photo.path).unwrap_or(0..0);
    Diagnostic::new(code, message).at(source, span)
}

/// The document's date: a flag's, the résumé's own, the surroundings'.
fn stamp(settings: &Settings, resume: &Resume) -> Option<Stamp> {
    let own = resume.updated.as_ref().and_then(Stamp::of);
    settings.date.or(own).or(settings.fallback_date)
}

/// Where a job's result goes, once its name is known.
fn settle(job: &Job, naming: &Naming<'_>, suffix: &str, settings: &Settings) -> Target {
    if job.target != Target::Named {
        return job.target.clone();
    }
    let name = plan::fill(&settings.name, naming);
    let file = format!("{name}{suffix}.{}", job.format.extension);
    Target::File(settings.out.join(file))
}

/// Makes a prepared job's artifact, or takes it from the cache; says which.
///
/// Only what was made without a warning is kept, so that none is ever lost; notes are told
/// again.
pub fn make(
    prepared: &Prepared,
    cache: &Cache,
    sink: &mut Sink,
) -> Result<(Artifact, bool), Reported> {
    // A name costs as much as reading the résumé: none is made where nobody asks for it.
    let parts = cache.is_open().then(|| prepared.recipe.key_parts());
    if let (Some(parts), Target::File(path)) = (&parts, &prepared.target) {
        cache.remember(path, parts);
    }
    let key = parts.as_deref().map(Digest::of_parts);
    if let Some((artifact, notes)) = key.as_ref().and_then(|key| cache.get(key)) {
        sink.extend(notes);
        return Ok((artifact, true));
    }
    let mut made = Sink::default();
    let artifact = recipe::make(&prepared.recipe, &mut made);
    let mut made = made.take();
    if let (Ok(artifact), Some(key)) = (&artifact, &key) {
        cache.put(key, artifact, &made);
    }
    // A missing glyph was already told of where the author wrote it.
    let told = sink.diagnostics().iter().any(|one| one.code == "missing-glyph");
    made.retain(|one| !told || one.code != "missing-glyph");
    sink.extend(made);
    artifact.map(|artifact| (artifact, false))
}

/// Puts an artifact where it goes.
pub fn deliver(
    artifact: &Artifact,
    target: &Target,
    durable: Durable,
) -> anyhow::Result<Vec<(PathBuf, Change)>> {
    match target {
        Target::File(path) => {
            let paths = plan::paths(path, artifact.files.len());
            let pairs = paths.into_iter().zip(&artifact.files);
            pairs
                .map(|(path, bytes)| {
                    Ok((path.clone(), files::replace(&path, bytes, durable)?))
                })
                .collect()
        }
        Target::Stdout => {
            ensure!(
                artifact.files.len() == 1,
                "several pages cannot go to standard output in one: choose PDF, or a file with `-o`"
            );
            files::write_stdout(&artifact.files[0])?;
            Ok(Vec::new())
        }
        Target::Named => bail!("a job was delivered before its name was settled"),
    }
}
