//! What is to be made, and where each result goes.

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
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let folder = path.parent().unwrap_or(Path::new("")).to_owned();
    Ok(Input { name: shown(&path), folder, stem, bytes })
}

/// Every résumé in the project's folder of them, by path, sorted.
pub fn resumes(settings: &Settings) -> anyhow::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut open = vec![settings.resumes.clone()];
    while let Some(folder) = open.pop() {
        for (_, path) in files::list(&folder)? {
            let extension = path.extension().and_then(|it| it.to_str());
            let is_text = matches!(extension, Some("yaml" | "yml" | "json"));
            if files::is_folder(&path) {
                open.push(path);
            } else if is_text {
                found.push(shown(&path));
            }
        }
    }
    found.sort();
    Ok(found)
}

fn shown(path: &Path) -> String {
    let path = path.strip_prefix(".").unwrap_or(path);
    path.display().to_string()
}

fn locate(argument: &str, settings: &Settings) -> anyhow::Result<PathBuf> {
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

/// The fields that a template for names may hold, with their words.
#[derive(Debug, Clone)]
pub struct Naming<'a> {
    /// `{resume}`: the file's name without its ending, or the person's name.
    pub resume: &'a str,
    /// `{profile}`.
    pub profile: Option<&'a str>,
    /// `{theme}`.
    pub theme: &'a str,
    /// `{lang}`.
    pub lang: &'a str,
    /// `{paper}`.
    pub paper: &'a str,
    /// `{name}`: the person's name.
    pub name: &'a str,
}

/// The name of an output, without its ending: the template filled with words that are
/// safe in file names. A field without a word takes the sign before it away.
pub fn fill(template: &str, naming: &Naming<'_>) -> String {
    let Naming { resume, profile, theme, lang, paper, name } = *naming;
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, field)) = rest.split_once('{') {
        filled.push_str(before);
        let (field, after) = field.split_once('}').unwrap_or((field, ""));
        let word = match field {
            "resume" => resume,
            "profile" => profile.unwrap_or_default(),
            "theme" => theme,
            "lang" => lang,
            "paper" => paper,
            _ => name,
        };
        if word.is_empty() {
            filled.truncate(filled.trim_end_matches(['-', '_', '.', ' ']).len());
        }
        filled.push_str(&safe(word));
        rest = after;
    }
    filled.push_str(rest);
    if filled.trim_matches(['.', '/']).is_empty() { "resume".into() } else { filled }
}

/// A word as a part of a file's name, on every system: no separators, no controls, no
/// signs at its ends that a shell or Windows takes amiss, at most 100 bytes.
fn safe(word: &str) -> String {
    let plain = |char: char| match char {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
        char if char.is_control() || char.is_whitespace() => '-',
        char => char,
    };
    let word: String = word.chars().map(plain).collect();
    let word = word.trim_matches(['-', '.']);
    word[..word.floor_char_boundary(100)].to_owned()
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

    #[track_caller]
    fn check(template: &str, resume: &str, profile: Option<&str>, expected: &str) {
        let (theme, lang, paper, name) = ("classic", "en", "a4", "Ada Love/lace");
        let naming = Naming { resume, profile, theme, lang, paper, name };
        assert_eq!(fill(template, &naming), expected);
    }

    #[test]
    fn names_are_filled_and_safe() {
        check("{resume}-{profile}", "alice", Some("sre"), "alice-sre");
        check("{resume}-{profile}", "alice", None, "alice");
        check("{lang}/{resume}_{profile}.{paper}", "alice", None, "en/alice.a4");
        check("{name}", "alice", None, "Ada-Love-lace");
        check("{resume}", "../../etc/passwd", None, "etc-passwd");
        check("{resume}", "-rf", None, "rf");
        check("{resume}", "...", None, "resume");
    }

    #[test]
    fn pages_of_their_own_are_numbered() {
        assert_eq!(paths(Path::new("a/x.png"), 1), [PathBuf::from("a/x.png")]);
        let two = [PathBuf::from("a/x-1.png"), PathBuf::from("a/x-2.png")];
        assert_eq!(paths(Path::new("a/x.png"), 2), two);
    }
}
