//! What is to be made, and where each result goes.

mod name;

use std::path::Path;
use std::path::PathBuf;

use anyhow::Context;
use anyhow::bail;

use crate::diag;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::export;
use crate::export::Format;
use crate::export::pdf;
use crate::settings::Settings;
use crate::system::files;

pub use name::Naming;
pub use name::fill;

/// The most that a résumé's file may hold, in bytes.
pub const RESUME_LIMIT: u64 = 1 << 20;

/// A résumé's text, from wherever it came.
#[derive(Debug, Clone)]
pub struct Input {
    /// The name to show: the path as a reader would write it, or `<stdin>`.
    pub name: String,
    /// The folder that the résumé's own files are relative to.
    pub folder: PathBuf,
    /// The file's name without its ending; none for standard input.
    pub stem: Option<String>,
    /// The bytes, read once.
    pub bytes: Vec<u8>,
}

/// Where a result goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To this path; pages of a format with a file each are numbered.
    File(PathBuf),
    /// To the project's folder for outputs, under the name that its template gives.
    Named,
    /// To standard output.
    Stdout,
}

/// One result to make.
#[derive(Debug, Clone)]
pub struct Job {
    /// The résumé.
    pub input: Input,
    /// What it is written as.
    pub format: &'static Format,
    /// Where it goes.
    pub target: Target,
}

/// Finds and reads the résumé that an argument names: a path, a file's name in the
/// project's folder of résumés, or `-` for standard input.
pub fn input(argument: &str, settings: &Settings) -> anyhow::Result<Input> {
    if argument == "-" {
        let bytes = files::read_stdin(RESUME_LIMIT)?;
        let folder = PathBuf::from(".");
        return Ok(Input { name: "<stdin>".into(), folder, stem: None, bytes });
    }
    let path = locate(argument, settings)?;
    // A file that is too large is told of where other faults of the text are.
    let bytes = files::read(&path, 64 * RESUME_LIMIT)?;
    Ok(input_of(&path, bytes))
}

/// The input that a file is.
pub fn input_of(path: &Path, bytes: Vec<u8>) -> Input {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let folder = path.parent().unwrap_or(Path::new("")).to_owned();
    Input { name: shown(path), folder, stem, bytes }
}

/// A path as a reader would write it.
pub fn shown(path: &Path) -> String {
    let path = path.strip_prefix(".").unwrap_or(path);
    path.display().to_string()
}

/// The file that an argument names: a path, or a name in the project's folder of résumés.
pub fn locate(argument: &str, settings: &Settings) -> anyhow::Result<PathBuf> {
    let path = PathBuf::from(argument);
    if files::is_file(&path) {
        return Ok(path);
    }
    let usual = settings.resumes.join(argument);
    if path.is_relative() && files::is_file(&usual) {
        return Ok(usual.strip_prefix("./").map_or(usual.clone(), Path::to_owned));
    }
    if files::is_folder(&path) {
        bail!("{argument} is a folder: name one résumé in it");
    }
    let found = files::list(&settings.resumes).unwrap_or_default();
    let names = found.iter().map(|(name, _)| name.as_str());
    let hint = diag::nearest(argument, names).map(diag::did_you_mean);
    let folder = settings.resumes.display();
    let missing =
        format!("there is no résumé `{argument}`, neither here nor in {folder}");
    match hint {
        Some(hint) => Err(anyhow::anyhow!(hint)).context(missing),
        None => bail!(missing),
    }
}

/// Decides where one result goes, and as what: by `-o`, else by `--format`, else a PDF
/// in the project's folder for outputs.
pub fn target(
    output: Option<&str>,
    format: Option<&str>,
    sink: &mut Sink,
) -> Option<(Target, &'static Format)> {
    let asked = match format {
        Some(name) => Some(export::find(name).or_else(|| unknown_format(name, sink))?),
        None => None,
    };
    let Some(output) = output else {
        return Some((Target::Named, asked.unwrap_or(&pdf::FORMAT)));
    };
    if output == "-" {
        return Some((Target::Stdout, asked.unwrap_or(&pdf::FORMAT)));
    }
    let path = PathBuf::from(output);
    let extension = path.extension().map(|it| it.to_string_lossy().to_lowercase());
    let format = match (asked, extension) {
        (Some(format), _) => format,
        (None, Some(extension)) => export::by_extension(&extension)
            .or_else(|| unknown_format(&extension, sink))?,
        (None, None) => unknown_format(output, sink)?,
    };
    Some((Target::File(path), format))
}

fn unknown_format(name: &str, sink: &mut Sink) -> Option<&'static Format> {
    let known: Vec<&str> = export::FORMATS.iter().map(|format| format.name).collect();
    let message = format!("`{name}` does not say which format is wanted");
    let hint = format!("end the file's name in one of {}", known.join(", "));
    sink.error(Diagnostic::new("unknown-format", message).hint(hint));
    None
}

/// The paths of an artifact's files: the path itself for one, numbered ones for more.
pub fn paths(path: &Path, count: usize) -> Vec<PathBuf> {
    if count == 1 {
        return vec![path.to_owned()];
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    let number = |page: usize| path.with_file_name(format!("{stem}-{page}.{extension}"));
    (1..=count).map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_their_own_are_numbered() {
        assert_eq!(paths(Path::new("a/x.png"), 1), [PathBuf::from("a/x.png")]);
        let two = [PathBuf::from("a/x-1.png"), PathBuf::from("a/x-2.png")];
        assert_eq!(paths(Path::new("a/x.png"), 2), two);
    }
}
