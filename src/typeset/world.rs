//! The Typst world of one brief: its files and fonts, no clock, no network, no packages.
//!
//! A theme sees `/theme` (its own folder), `/lib` (the shared library), `/resume.json`,
//! `/options.json` and the résumé's assets. Anything else is not there.

use std::collections::BTreeMap;
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::LazyLock;
use std::sync::Mutex;
use std::sync::OnceLock;
use std::sync::PoisonError;

use serde::Serialize;
use serde_json::Value;
use typst::Library;
use typst::LibraryExt;
use typst::diag::FileError;
use typst::diag::FileResult;
use typst::diag::PackageError;
use typst::foundations::Binding;
use typst::foundations::Bytes;
use typst::foundations::Datetime;
use typst::foundations::Duration;
use typst::foundations::Module;
use typst::foundations::Scope;
use typst::syntax::FileId;
use typst::syntax::RootedPath;
use typst::syntax::Source;
use typst::syntax::VirtualPath;
use typst::syntax::VirtualRoot;
use typst::text::Font;
use typst::text::FontBook;
use typst::utils::LazyHash;

use crate::brief::Brief;
use crate::digest::Digest;
use crate::font::FontSet;
use crate::theme::Theme;
use crate::typeset::fit::Fit;
use crate::typeset::fonts::Fonts;

/// What Typst offers to themes by default, and we do not.
///
/// `eval` turns data into code, `plugin` runs forever. `emoji` has no font here, and
/// hashing its names costs every process 0.2 ms. `read` stays: it reaches no more than
/// `image` does, and icons are coloured with it.
pub const REFUSED: &[&str] = &["emoji", "eval", "plugin"];

/// The files and fonts of one brief.
#[derive(Debug, Clone)]
pub struct World {
    theme: Arc<Theme>,
    fonts: Arc<Fonts>,
    folder: Arc<Folder>,
    files: BTreeMap<NonZeroU16, Bytes>,
}

impl World {
    /// Makes the world of a brief, set as tight as `fit` says.
    pub fn new(brief: &Brief, fit: &Fit) -> Self {
        let options = Options { options: &brief.choices.options, fit };
        let data = [(ids().resume, json(&brief.view)), (ids().options, json(&options))];
        let assets = brief.assets.iter().filter_map(|(name, bytes)| {
            let path = VirtualPath::new(name).ok()?;
            Some((project(path), Bytes::new(Arc::clone(bytes))))
        });
        Self {
            theme: Arc::clone(&brief.theme),
            fonts: FONTS
                .of(brief.fonts.digest(), || Fonts::new(FontSet::clone(&brief.fonts))),
            folder: FOLDERS.of(brief.theme.digest(), || Folder::new(&brief.theme)),
            files: data.into_iter().chain(assets).map(|(id, it)| (key(id), it)).collect(),
        }
    }

    /// The theme whose world it is.
    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// The display name of a file, if it is one that people can open.
    pub fn name(&self, id: FileId) -> Option<String> {
        let path = id.vpath().get_with_slash();
        if let Some(file) = path.strip_prefix("/theme/") {
            return Some(format!("{}/{file}", self.theme.folder()));
        }
        path.starts_with("/lib/").then(|| format!("themes{path}"))
    }

    /// The text of a file, if it is one.
    pub fn text(&self, id: FileId) -> Option<String> {
        let bytes = typst::World::file(self, id).ok()?;
        bytes.as_str().ok().map(str::to_owned)
    }

    /// The font families that there are.
    pub fn families(&self) -> Vec<&str> {
        let families = self.fonts.set().families();
        families.into_iter().map(|family| family.name).collect()
    }

    /// The file in which the world begins, which is none of the theme's.
    pub fn is_main(id: FileId) -> bool {
        id == ids().main
    }
}

impl typst::World for World {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        ids().main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        // What an author wrote is data: it must not be included as Typst code.
        match self.files.contains_key(&key(id)) {
            true => Err(FileError::NotSource),
            false => self.folder.source(id),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match self.files.get(&key(id)) {
            Some(bytes) => Ok(bytes.clone()),
            None => self.folder.file(id),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// What themes read as `/options.json`: choices, and how tight to set.
#[derive(Serialize)]
struct Options<'a> {
    #[serde(flatten)]
    options: &'a BTreeMap<String, Value>,
    fit: &'a Fit,
}

/// The JSON of a value, as a file.
fn json(value: &impl Serialize) -> Bytes {
    let text = serde_json::to_string(value);
    Bytes::from_string(text.expect("views and choices hold nothing that JSON lacks"))
}

/// The files that every world has.
struct Ids {
    main: FileId,
    resume: FileId,
    options: FileId,
}

/// The identities of the files that every world has; Typst never forgets one.
fn ids() -> &'static Ids {
    static IDS: LazyLock<Ids> = LazyLock::new(|| {
        let id = |path| project(VirtualPath::new(path).expect("the path stays inside"));
        let (resume, options) = (id("/resume.json"), id("/options.json"));
        Ids { main: id("/main.typ"), resume, options }
    });
    &IDS
}

fn project(path: VirtualPath) -> FileId {
    RootedPath::new(VirtualRoot::Project, path).intern()
}

fn key(id: FileId) -> NonZeroU16 {
    id.into_raw()
}

/// Typst's library without what themes must not use.
///
/// One for the whole process: Typst remembers what it computed by it.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let mut library = Library::default();
    let mut scope = Scope::deduplicating();
    for (name, binding) in library.global.scope().iter() {
        if !REFUSED.contains(&name.as_str()) {
            scope.bind(name.clone(), binding.clone());
        }
    }
    library.global = Module::new("global", scope);
    library.std = Binding::detached(library.global.clone());
    LazyHash::new(library)
});

/// The file in which every world begins.
const MAIN: &str = include_str!("main.typ");

/// A theme's files as Typst wants them, each made when it is first asked for.
#[derive(Debug)]
struct Folder {
    theme: Arc<Theme>,
    main: OnceLock<Source>,
    sources: Mutex<BTreeMap<NonZeroU16, FileResult<Source>>>,
    files: Mutex<BTreeMap<NonZeroU16, FileResult<Bytes>>>,
}

impl Folder {
    fn new(theme: &Arc<Theme>) -> Self {
        let (sources, files) = (Mutex::default(), Mutex::default());
        Self { theme: Arc::clone(theme), main: OnceLock::new(), sources, files }
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if World::is_main(id) {
            return Ok(self.main.get_or_init(|| Source::new(id, MAIN.into())).clone());
        }
        let mut sources = self.sources.lock().unwrap_or_else(PoisonError::into_inner);
        let source = sources.entry(key(id)).or_insert_with(|| {
            let text = self.file(id)?.to_vec();
            Ok(Source::new(id, String::from_utf8(text)?))
        });
        source.clone()
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if World::is_main(id) {
            return Ok(Bytes::from_string(MAIN));
        }
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.entry(key(id)).or_insert_with(|| self.read(id)).clone()
    }

    fn read(&self, id: FileId) -> FileResult<Bytes> {
        if let VirtualRoot::Package(_) = id.root() {
            let reason = "themes cannot use packages";
            return Err(PackageError::Other(Some(reason.into())).into());
        }
        let path = id.vpath().get_with_slash();
        match self.theme.file(path) {
            Some(std::borrow::Cow::Borrowed(bytes)) => Ok(Bytes::new(*bytes)),
            Some(std::borrow::Cow::Owned(bytes)) => Ok(Bytes::new(bytes.clone())),
            None => Err(FileError::NotFound(PathBuf::from(path))),
        }
    }
}

/// What was made of the last few themes or font sets, by their digests.
///
/// It saves a process that sets many résumés from parsing a theme for each of them. As
/// it is looked up by content, it cannot change what is made.
struct Recent<T> {
    kept: Mutex<Vec<(Digest, Arc<T>)>>,
}

static FOLDERS: Recent<Folder> = Recent::new();
static FONTS: Recent<Fonts> = Recent::new();

impl<T> Recent<T> {
    /// More themes than these are rarely in use by one process at a time.
    const MOST: usize = 16;

    const fn new() -> Self {
        Self { kept: Mutex::new(Vec::new()) }
    }

    fn of(&self, digest: Digest, make: impl FnOnce() -> T) -> Arc<T> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept.iter().position(|(one, _)| *one == digest);
        let entry = match found {
            Some(at) => kept.remove(at),
            None => (digest, Arc::new(make())),
        };
        if kept.len() == Self::MOST {
            kept.remove(0);
        }
        let value = Arc::clone(&entry.1);
        kept.push(entry);
        value
    }
}
