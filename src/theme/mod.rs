//! A folder of Typst files with a manifest: how words become pages.
//!
//! Themes are data. They come as files in memory: built-in ones out of the program,
//! an author's own out of a folder that somebody else has read.

pub mod color;
pub mod value;
pub mod manifest;
pub mod options;

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::diag;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::digest::Digest;
use crate::digest::Digester;
use crate::resume::Chosen;
use crate::theme::manifest::Manifest;

/// What the build script found in `themes/`: files and digests, sorted.
mod table {
    include!(concat!(env!("OUT_DIR"), "/themes.rs"));
}

/// Files by their path, with `/` between folders.
pub type Files = BTreeMap<String, Cow<'static, [u8]>>;

/// A theme in memory.
///
/// Its manifest is as it must be, and its fonts are in the set that it was loaded with.
#[derive(Debug, Clone)]
pub struct Theme {
    name: String,
    folder: String,
    manifest: Manifest,
    files: Files,
    digest: Digest,
}

/// The names of the built-in themes, sorted.
pub fn builtin_names() -> impl Iterator<Item = &'static str> {
    table::THEME_DIGESTS.iter().map(|(name, _)| *name)
}

/// The text of a built-in theme's file, as `plain/theme.typ`; empty if there is none.
pub fn builtin_text(path: &str) -> Cow<'static, str> {
    let found = table::THEME_FILES.iter().find(|(name, _)| *name == path);
    found.map_or(Cow::Borrowed(""), |(_, bytes)| String::from_utf8_lossy(bytes))
}

/// Loads the built-in theme of the name that was chosen.
///
/// The families are those that a document may use.
pub fn builtin(
    choice: &Chosen,
    families: &[&str],
    sink: &mut Sink,
) -> Result<Theme, Reported> {
    let mut known = table::THEME_DIGESTS.iter();
    let Some((name, digest)) = known.find(|(name, _)| *name == choice.value) else {
        return Err(sink.error(unknown(choice)));
    };
    let files = builtin_files(&format!("{name}/")).collect();
    let folder = format!("themes/{name}");
    let manifest = manifest::read(&folder, &files, families, sink)?;
    Ok(Theme::new(&folder, manifest, files, Digest::from_bytes(*digest)))
}

/// What to say of a theme that does not exist: the nearest name, and all of them.
fn unknown(choice: &Chosen) -> Diagnostic {
    let name = &choice.value;
    let known: Vec<&str> = builtin_names().collect();
    let diagnostic =
        Diagnostic::new("unknown-theme", format!("no theme is named `{name}`"));
    let nearest = diag::nearest(name, known.iter().copied());
    choice
        .place(diagnostic)
        .meant(nearest)
        .hint(format!("the themes are {}", value::list(&known, "and")))
        .hint("a folder of your own is given by its path, as `./mine`")
}

impl Theme {
    /// Loads a theme of these files, which are named from its folder on.
    ///
    /// The folder is as the author gave it; the families are those that a document may
    /// use. Reports all that is wrong with the manifest at once.
    pub fn load(
        folder: &str,
        files: Files,
        families: &[&str],
        sink: &mut Sink,
    ) -> Result<Self, Reported> {
        let folder = folder.trim_end_matches(['/', '\\']);
        let manifest = manifest::read(folder, &files, families, sink)?;
        let parts = Digester::default().part("library", &table::LIB_DIGEST);
        let parts = files.iter().fold(parts, |all, (path, bytes)| all.part(path, bytes));
        Ok(Self::new(folder, manifest, files, parts.finish()))
    }

    /// Puts a theme together, its files where Typst finds them.
    fn new(folder: &str, manifest: Manifest, files: Files, digest: Digest) -> Self {
        let name = folder.rsplit(['/', '\\']).next().unwrap_or(folder).to_owned();
        let folder = folder.to_owned();
        let own =
            files.into_iter().map(|(path, bytes)| (format!("/theme/{path}"), bytes));
        let lib =
            builtin_files("lib/").map(|(path, bytes)| (format!("/lib/{path}"), bytes));
        Self { name, folder, manifest, files: own.chain(lib).collect(), digest }
    }

    /// A theme of nothing but these files, named as the world sees them, for tests.
    #[cfg(test)]
    pub(crate) fn from_files(name: &str, files: BTreeMap<String, Vec<u8>>) -> Self {
        let own = files.into_iter().filter_map(|(path, bytes)| {
            Some((path.strip_prefix("/theme/")?.to_owned(), bytes.into()))
        });
        let own: Files = own.collect();
        let parts = own.iter();
        let parts =
            parts.fold(Digester::default(), |all, (path, bytes)| all.part(path, bytes));
        let nothing = BTreeMap::new();
        let manifest = Manifest {
            title: name.into(),
            summary: String::new(),
            fonts: Vec::new(),
            unused: Vec::new(),
            options: BTreeMap::new(),
            strict: nothing,
        };
        Self::new(&format!("themes/{name}"), manifest, own, parts.finish())
    }

    /// The theme's name: its folder's.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The folder that its files are shown in: where the author has it.
    pub fn folder(&self) -> &str {
        &self.folder
    }

    /// Who it is, what it needs, what the author may choose.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The theme's files by their path in its folder, and the shared library's below
    /// `/lib`: a theme sees `/theme/theme.typ` and `/lib/v1.typ`.
    pub fn file(&self, path: &str) -> Option<&Cow<'static, [u8]>> {
        self.files.get(path)
    }

    /// The name of its content, the library's included.
    pub fn digest(&self) -> Digest {
        self.digest
    }
}

/// The built-in files below a folder, with their paths from that folder on.
fn builtin_files(below: &str) -> impl Iterator<Item = (String, Cow<'static, [u8]>)> {
    let from = table::THEME_FILES.partition_point(|(path, _)| *path < below);
    let files = table::THEME_FILES[from..].iter();
    files.map_while(move |(path, bytes)| {
        Some((path.strip_prefix(below)?.to_owned(), Cow::Borrowed(*bytes)))
    })
}

#[cfg(test)]
mod tests;
