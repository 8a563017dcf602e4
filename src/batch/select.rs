//! Which résumés a batch is for: arguments, patterns, the project's folder, long lists.

use std::collections::BTreeSet;
use std::path::Component;
use std::path::Path;
use std::path::PathBuf;

use anyhow::Context;
use anyhow::bail;
use globset::GlobBuilder;
use serde::Deserialize;

use crate::settings::Settings;
use crate::system::files;

/// The endings of files that are résumés.
const ENDINGS: [&str; 3] = ["yaml", "yml", "json"];

/// The signs that make a pattern of an argument.
const WILD: [char; 4] = ['*', '?', '[', '{'];

/// How deep patterns look into folders.
const DEPTH: usize = 16;

/// A résumé that is wanted, and in which ways; what is absent is as the selection has it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    /// The file.
    pub resume: String,
    /// The one profile to make; all of them where there is none.
    pub profile: Option<String>,
    /// The theme.
    pub theme: Option<String>,
    /// The language.
    pub lang: Option<String>,
    /// The format.
    pub format: Option<String>,
    /// The output's path below the folder for outputs, without its ending.
    pub output: Option<String>,
}

/// Where wanted résumés come from; read from as they are needed.
pub enum Selection {
    /// Files, by path.
    Files(std::vec::IntoIter<String>),
    /// A list, a line each: a path, or a JSON object.
    List(Lines),
}

/// The lines of a list, with what it is called and the number of the last.
pub struct Lines {
    name: String,
    rest: files::Lines,
    number: usize,
}

/// What is wanted: the résumés that arguments name, or all of the project.
pub fn select(arguments: &[String], settings: &Settings) -> anyhow::Result<Selection> {
    let mut all = Vec::new();
    let mut seen = BTreeSet::new();
    let mut add = |path: String| {
        if seen.insert(path.clone()) {
            all.push(path);
        }
    };
    match arguments {
        [] => project(settings)?.into_iter().for_each(add),
        arguments => {
            for argument in arguments {
                named(argument, settings)?.into_iter().for_each(&mut add);
            }
        }
    }
    Ok(Selection::Files(all.into_iter()))
}

/// Where résumés may come and go that are wanted: the folders of the project, of arguments
/// and of patterns.
pub fn folders(arguments: &[String], settings: &Settings) -> Vec<PathBuf> {
    if arguments.is_empty() {
        let patterns = &settings.export.resumes;
        let some = patterns.iter().map(|it| plain_part(&settings.root.join(it)));
        let usual = patterns.is_empty().then(|| settings.resumes.clone());
        return some.chain(usual).collect();
    }
    let several = arguments.iter().filter(|argument| is_several(argument));
    several
        .flat_map(|argument| {
            let usual = settings.resumes.join(argument);
            [Path::new(argument), &usual].map(plain_part)
        })
        .filter(|folder| files::is_folder(folder))
        .collect()
}

/// Whether an argument stands for whatever there is: a folder, or a pattern.
pub fn is_several(argument: &str) -> bool {
    let path = Path::new(argument);
    files::is_folder(path) || (!files::is_file(path) && argument.contains(WILD))
}

/// What of a path stands before the first wild sign.
fn plain_part(path: &Path) -> PathBuf {
    let is_plain =
        |part: &Component<'_>| !part.as_os_str().to_string_lossy().contains(WILD);
    let plain: PathBuf = path.components().take_while(is_plain).collect();
    if plain.as_os_str().is_empty() { PathBuf::from(".") } else { plain }
}

/// What a list says: a file, or `-` for standard input.
pub fn list(name: &str) -> anyhow::Result<Selection> {
    let rest = files::lines(name)?;
    let name = if name == "-" { "<stdin>".into() } else { name.to_owned() };
    Ok(Selection::List(Lines { name, rest, number: 0 }))
}

/// The résumés of the project: its patterns, or all in its folder of résumés.
fn project(settings: &Settings) -> anyhow::Result<Vec<String>> {
    let patterns = &settings.export.resumes;
    let mut found = Vec::new();
    for pattern in patterns {
        let matches = matching(pattern, &settings.root)?;
        if matches.is_empty() {
            bail!("nothing matches `{pattern}`, of `resumes` in cvpdf.toml");
        }
        found.extend(matches);
    }
    if !patterns.is_empty() {
        return Ok(found);
    }
    let folder = &settings.resumes;
    if !files::is_folder(folder) {
        bail!(
            "there is no folder {}: name résumés, or say in cvpdf.toml where they are",
            folder.display()
        );
    }
    let found = below(folder)?;
    if found.is_empty() {
        bail!("there is no résumé in {}", folder.display());
    }
    Ok(found)
}

/// The résumés that an argument names: a file, a folder's, or those that match a pattern.
fn named(argument: &str, settings: &Settings) -> anyhow::Result<Vec<String>> {
    let path = Path::new(argument);
    if files::is_folder(path) {
        let found = below(path)?;
        if found.is_empty() {
            bail!("there is no résumé in {argument}");
        }
        return Ok(found);
    }
    if files::is_file(path) || !argument.contains(WILD) {
        let path = crate::plan::locate(argument, settings)?;
        return Ok(vec![crate::plan::shown(&path)]);
    }
    let mut found = matching(argument, Path::new(""))?;
    if found.is_empty() {
        found = matching(argument, &settings.resumes)?;
    }
    if found.is_empty() {
        bail!("nothing matches `{argument}`");
    }
    Ok(found)
}

/// All résumés in a folder and the folders in it, sorted.
fn below(folder: &Path) -> anyhow::Result<Vec<String>> {
    let mut found = files::below(folder, DEPTH)?;
    found.retain(|path| is_resume(path));
    Ok(found.iter().map(|path| crate::plan::shown(path)).collect())
}

fn is_resume(path: &Path) -> bool {
    let ending = path.extension().map(|it| it.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// The résumés that match a pattern, from a folder on, sorted.
fn matching(pattern: &str, from: &Path) -> anyhow::Result<Vec<String>> {
    let whole = from.join(pattern);
    let whole = whole.to_string_lossy();
    let glob = GlobBuilder::new(&whole).literal_separator(true).build();
    let matcher =
        glob.with_context(|| format!("`{pattern}` is no pattern"))?.compile_matcher();
    // Nothing outside the last folder before the first wild sign can match.
    let plain = plain_part(Path::new(whole.as_ref()));
    if !files::is_folder(&plain) {
        return Ok(Vec::new());
    }
    let mut found = files::below(&plain, DEPTH)?;
    found.retain(|path| {
        is_resume(path) && matcher.is_match(path.strip_prefix(".").unwrap_or(path))
    });
    Ok(found.iter().map(|path| crate::plan::shown(path)).collect())
}

impl Iterator for Selection {
    type Item = anyhow::Result<Wanted>;

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::Files(files) => {
                Some(Ok(Wanted { resume: files.next()?, ..Wanted::default() }))
            }
            Self::List(lines) => lines.next(),
        }
    }
}

impl Iterator for Lines {
    type Item = anyhow::Result<Wanted>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let Self { name, rest, number } = self;
            let line = rest.next()?.with_context(|| format!("cannot read {name}"));
            *number += 1;
            let line = match line {
                Ok(line) => line,
                Err(error) => return Some(Err(error)),
            };
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if !line.starts_with('{') {
                return Some(Ok(Wanted { resume: line.into(), ..Wanted::default() }));
            }
            let wanted = serde_json::from_str(line);
            return Some(wanted.with_context(|| {
                format!("{name}:{number} is neither a path nor an object of a manifest")
            }));
        }
    }
}
