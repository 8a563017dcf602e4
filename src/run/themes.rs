//! Finding a theme: a built-in one by its name, one of the user's own by its folder.

use std::borrow::Cow;
use std::path::Path;
use std::path::PathBuf;

use crate::diag;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::resume::Chosen;
use crate::resume::Origin;
use crate::system::files;
use crate::theme;
use crate::theme::Theme;

/// The files that a theme cannot do without.
const NEEDED: [&str; 2] = ["theme.toml", "theme.typ"];

/// Loads the theme that was chosen; one of the user's own comes from its folder.
///
/// The families are those that a document may use.
pub fn load(
    chosen: &Chosen,
    families: &[&str],
    sink: &mut Sink,
) -> Result<Theme, Reported> {
    let Some(folder) = folder(chosen) else {
        hint_at_folder(chosen, families, sink)?;
        return theme::builtin(chosen, families, sink);
    };
    if let Some(trouble) = trouble(chosen, &folder) {
        return Err(sink.error(chosen.place(trouble)));
    }
    let all = files::read_folder(&folder, |_| true).map_err(|error| {
        let message = format!("{error:#}");
        let diagnostic = Diagnostic::new("theme-folder", message);
        let hint = "remove it, or put a copy of what it leads to in its place";
        sink.error(chosen.place(diagnostic).hint(hint))
    })?;
    let all = all.into_iter().map(|(path, bytes)| (path, Cow::Owned(bytes))).collect();
    Theme::load(&folder.display().to_string(), all, families, sink)
}

/// The folder of a theme of the user's own: beside the text that names it, or where the
/// command was given; none for a built-in theme.
pub(super) fn folder(chosen: &Chosen) -> Option<PathBuf> {
    let is_path = chosen.value.contains(['/', '\\', '.']);
    is_path.then(|| base(chosen).join(&chosen.value))
}

/// The folder that paths of themes are relative to; empty where the command was given.
fn base(chosen: &Chosen) -> &Path {
    match &chosen.origin {
        Origin::Flag => Path::new(""),
        Origin::Key(source, _) => {
            Path::new(source.name()).parent().unwrap_or(Path::new(""))
        }
    }
}

/// Says of a name that is no theme's, but that of a folder with one, how it is chosen.
fn hint_at_folder(
    chosen: &Chosen,
    families: &[&str],
    sink: &mut Sink,
) -> Result<(), Reported> {
    let name = &chosen.value;
    let is_builtin = theme::builtin_names().any(|builtin| builtin == name);
    if is_builtin || !files::is_file(&base(chosen).join(name).join(NEEDED[0])) {
        return Ok(());
    }
    let mut said = Sink::default();
    let Err(reported) = theme::builtin(chosen, families, &mut said) else {
        return Ok(());
    };
    said.hint_all(&format!("for the theme in the folder `{name}`, say `./{name}`"));
    sink.extend(said.take());
    Err(reported)
}

/// Why there can be no theme in a folder, before all of it is read.
fn trouble(chosen: &Chosen, folder: &Path) -> Option<Diagnostic> {
    let shown = &chosen.value;
    let unknown = |message: String| Diagnostic::new("unknown-theme", message);
    if files::is_file(folder) {
        let diagnostic = unknown(format!("there is no theme in `{shown}`: it is a file"));
        let parent = shown.rsplit_once(['/', '\\']).map_or(".", |(parent, _)| parent);
        return Some(diagnostic.hint(format!("give the folder, `{parent}`")));
    }
    if !files::is_folder(folder) {
        let message = format!("there is no theme in `{shown}`: there is no such folder");
        return Some(unknown(message).meant(near(shown, folder).as_deref()));
    }
    let mut needed = NEEDED.iter();
    let lacking = needed.find(|file| !files::is_file(&folder.join(file)))?;
    let message = format!("`{shown}` is no theme: it has no `{lacking}`");
    Some(Diagnostic::new("theme-manifest", message))
}

/// The folder whose name is nearest to that of one that is not there.
fn near(shown: &str, folder: &Path) -> Option<String> {
    let name = folder.file_name()?.to_str()?;
    let parent = folder.parent().filter(|parent| *parent != Path::new(""));
    let there = files::list(parent.unwrap_or(Path::new("."))).ok()?;
    let folders = there.into_iter().filter(|(_, path)| files::is_folder(path));
    let folders: Vec<String> = folders.map(|(name, _)| name).collect();
    let nearest = diag::nearest(name, folders.iter().map(String::as_str))?;
    let before = shown.trim_end_matches(['/', '\\']).strip_suffix(name)?;
    Some(format!("{before}{nearest}"))
}
