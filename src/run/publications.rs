//! The files of publications that a résumé names, read beside it.

use std::collections::BTreeMap;
use std::path::Path;

use super::Trail;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::digest::Digest;
use crate::plan::Job;
use crate::resume::PublicationFile;
use crate::resume::Resume;
use crate::resume::bibliography;
use crate::settings::Settings;
use crate::source::Source;
use crate::system::files;

/// Reads the files of publications and puts what is in them into the résumé; what is
/// wrong is said where a file is named, or in the file.
pub fn read(
    resume: &mut Resume,
    source: &Source,
    (job, settings): (&Job, &Settings),
    (trail, sink): (&mut Trail, &mut Sink),
) -> Result<(), Reported> {
    let mut texts = BTreeMap::new();
    let mut trouble = None;
    for file in bibliography::files(resume) {
        if texts.contains_key(&file.file) {
            continue;
        }
        let path = job.input.folder.join(&file.file);
        let bytes = bytes(&file, source, job, settings);
        let digest = bytes.as_ref().ok().map(|bytes| Digest::of(bytes));
        trail.files.push((path.clone(), digest));
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(diagnostic) => {
                trouble = Some(sink.error(*diagnostic));
                continue;
            }
        };
        let shown = path.display().to_string();
        match bibliography::decode(&shown, bytes, sink) {
            Ok(text) => drop(texts.insert(file.file, text)),
            Err(reported) => trouble = Some(reported),
        }
    }
    if let Some(reported) = trouble {
        return Err(reported);
    }
    bibliography::fill(resume, &texts, &settings.wanted, sink)?;
    bibliography::tell_of_strangers(resume, source, sink);
    Ok(())
}

/// The bytes of a file that lies where the résumé may read.
fn bytes(
    file: &PublicationFile,
    source: &Source,
    job: &Job,
    settings: &Settings,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let shown = &file.file;
    let span = source.find(&file.path).unwrap_or(0..0);
    let missing = |_| {
        let message = format!("there is no file `{shown}`");
        let found = Diagnostic::new("missing-publications", message);
        let hint = "its name is looked for beside the résumé";
        Box::new(found.at(source, span.clone()).hint(hint))
    };
    let real = files::real_path(&job.input.folder.join(shown)).map_err(missing)?;
    let allowed = if settings.open_root { &settings.root } else { &job.input.folder };
    let allowed = if allowed.as_os_str().is_empty() { Path::new(".") } else { allowed };
    if !files::real_path(allowed).is_ok_and(|allowed| real.starts_with(allowed)) {
        let message = format!("`{shown}` lies outside the résumé's folder");
        let hint = "name a folder that holds both with `--root DIR`";
        let found = Diagnostic::new("publications-outside", message);
        return Err(Box::new(found.at(source, span).hint(hint)));
    }
    files::read(&real, bibliography::MOST_BYTES as u64).map_err(|error| {
        let found = Diagnostic::new("unreadable-publications", format!("{error:#}"));
        Box::new(found.at(source, span))
    })
}
