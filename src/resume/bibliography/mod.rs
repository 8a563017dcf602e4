//! Publications from files beside the résumé: BibTeX, BibLaTeX and CSL-JSON.
//!
//! Texts in, publications out; whoever has files reads them. Files come from anywhere, so
//! everything here is bounded, and what cannot be read is reported where it stands.

mod bibtex;
mod csl;
mod date;
mod entry;
mod json;
mod people;
mod tex;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

use self::bibtex::Record;
use super::Content;
use super::Publication;
use super::PublicationFile;
use super::Resume;
use super::name::Own;
use super::parse::letters::Letters;
use super::profile;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Severity;
use crate::diag::Sink;
use crate::source::Source;
use crate::source::Span;

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 4 << 20;

/// The most publications that are taken of one file.
const MOST: usize = 5_000;

/// What Windows-1252 has from 0x80 to 0x9F.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// How many publications without a title are named before the rest is only counted.
const NAMED: usize = 10;

/// The files of publications that a résumé names, in order.
pub fn files(resume: &Resume) -> Vec<PublicationFile> {
    let mut files = Vec::new();
    for section in &resume.sections {
        if let Content::Publications(publications) = &section.content {
            files.extend(publications.files.iter().cloned());
        }
    }
    files
}

/// Makes a source of a file's bytes, or reports why they are no text.
///
/// What is not UTF-8 is taken for Windows-1252 in a BibTeX file, which many still are.
pub fn decode(name: &str, bytes: Vec<u8>, sink: &mut Sink) -> Result<Source, Reported> {
    let utf_16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) if !utf_16 => error.as_bytes().iter().map(|it| windows(*it)).collect(),
        Err(_) => {
            let found = Diagnostic::new("not-utf-8", format!("`{name}` is not UTF-8"));
            return Err(sink.error(found.hint("save it as UTF-8")));
        }
    };
    Ok(Source::new(name, text.trim_start_matches('\u{feff}')))
}

/// The character that a byte is in Windows-1252, which is Latin-1 with quotes and dashes.
fn windows(byte: u8) -> char {
    let place = usize::from(byte).checked_sub(0x80);
    place.and_then(|at| WINDOWS.chars().nth(at)).unwrap_or(char::from(byte))
}

/// Puts the publications of files into their sections, newest first.
///
/// The texts are those of `files`, by name. Keywords count as words of `for` if somebody
/// wants them: a profile, or `wanted`.
pub fn fill(
    resume: &mut Resume,
    texts: &BTreeMap<String, Source>,
    wanted: &[String],
    sink: &mut Sink,
) -> Result<(), Reported> {
    let before = sink.count(Severity::Error);
    let own = Own::new(&resume.name, &resume.aliases);
    let words = words(resume, wanted);
    for section in &mut resume.sections {
        let Content::Publications(publications) = &mut section.content else { continue };
        for file in &publications.files {
            let Some(source) = texts.get(&file.file) else { continue };
            let mut list = read(source, file, &own, sink);
            for one in &mut list {
                one.audience.0.retain(|word| words.contains(word));
            }
            publications.list.extend(list);
        }
        if !publications.files.is_empty() {
            publications.list.sort_by_key(|one| Reverse(one.order));
        }
    }
    match sink.reported().filter(|_| sink.count(Severity::Error) > before) {
        Some(reported) => Err(reported),
        None => Ok(()),
    }
}

/// Tells of sections in which others are authors and the person is not: the name is
/// probably spelt in another way there.
pub fn tell_of_strangers(resume: &Resume, source: &Source, sink: &mut Sink) {
    let own = Own::new(&resume.name, &resume.aliases);
    for section in &resume.sections {
        let Content::Publications(publications) = &section.content else { continue };
        let is_own = |one: &Publication| {
            one.authors.iter().chain(&one.editors).any(|name| own.is(name))
        };
        let mut signed = publications.list.iter().filter(|it| !it.authors.is_empty());
        let Some(first) = signed.next() else { continue };
        if publications.list.iter().any(is_own) {
            continue;
        }
        let message = format!("none of these publications is by `{}`", resume.name);
        let found = Diagnostic::new("no-own-name", message);
        let found = found.at(source, source.find(&first.path).unwrap_or(0..0));
        let hint = "if you are among the authors, put your name as it is written there under `aliases`";
        sink.note(found.hint(hint));
    }
}

/// The words that somebody wants, or that somebody does not want.
fn words(resume: &Resume, wanted: &[String]) -> BTreeSet<String> {
    let profiles = resume.profiles.iter().flat_map(|profile| &profile.wanted);
    let mut words: BTreeSet<String> = profiles.chain(wanted).cloned().collect();
    let carried = profile::carried(resume);
    words.extend(carried.into_iter().map(str::to_owned));
    words
}

/// The publications of one file.
fn read(
    source: &Source,
    file: &PublicationFile,
    own: &Own,
    sink: &mut Sink,
) -> Vec<Publication> {
    let before = sink.count(Severity::Error);
    let text = source.text().trim_start();
    let mut untitled: Vec<Span> = Vec::new();
    let is_json = text.starts_with('[') || text.starts_with('{');
    let list: Vec<Publication> = if is_json {
        let items = csl::read(source, &file.path, sink);
        let (good, bad): (Vec<_>, Vec<_>) =
            items.into_iter().partition(|item| !item.publication.title.is_empty());
        untitled.extend(bad.into_iter().map(|item| item.span));
        good.into_iter().map(|item| item.publication).collect()
    } else {
        let records = resolve(&bibtex::read(source, sink));
        let mut list = Vec::with_capacity(records.len());
        let mut letters = Letters::of(source, sink);
        for (record, is_parent) in records {
            let publication = entry::publication(&record, &file.path);
            let people = publication.authors.iter().chain(&publication.editors);
            // Proceedings that others refer to are listed by those who made them.
            if is_parent && !people.into_iter().any(|name| own.is(name)) {
                continue;
            }
            if publication.title.is_empty() {
                untitled.push(record.span);
                continue;
            }
            let stretch = (record.span.start..record.end, record.span);
            letters.texts(&publication.texts(), &stretch);
            list.push(publication);
        }
        list
    };
    warn_of_untitled(source, &untitled, sink);
    let failed = sink.count(Severity::Error) > before;
    if list.is_empty() && untitled.is_empty() && !failed {
        let message = format!("no publication was found in `{}`", file.file);
        let found = Diagnostic::new("no-publications", message);
        let hint = "it takes BibTeX, BibLaTeX and CSL-JSON";
        sink.warn(found.at(source, 0..0).hint(hint));
    }
    list
}

/// Warns of publications without a title, which are left out.
fn warn_of_untitled(source: &Source, places: &[Span], sink: &mut Sink) {
    for span in places.iter().take(NAMED) {
        let found = Diagnostic::new("missing-title", "this publication has no title");
        sink.warn(found.at(source, span.clone()).label("it is left out"));
    }
    if places.len() > NAMED {
        let more = places.len() - NAMED;
        let message = format!("{more} more publications have no title");
        sink.warn(Diagnostic::new("missing-title", message).at(source, 0..0));
    }
}

/// Gives records what they inherit, and tells which ones others inherit from. What only
/// holds data for others is left out.
fn resolve(records: &[Record]) -> Vec<(Record, bool)> {
    let keys: BTreeMap<String, usize> =
        records.iter().enumerate().map(|(at, it)| (it.key.clone(), at)).collect();
    let (mut parents, mut children) = (BTreeSet::new(), BTreeSet::new());
    let mut resolved = records.to_vec();
    for (at, record) in resolved.iter_mut().enumerate() {
        for name in ["xdata", "crossref"] {
            let named = record.fields.get(name).cloned().unwrap_or_default();
            for key in named.split(',').map(str::trim) {
                let Some(found) = keys.get(key).filter(|found| **found != at) else {
                    continue;
                };
                parents.insert(*found);
                if name == "crossref" {
                    children.insert(at);
                }
                inherit(record, &records[*found], name == "crossref");
            }
        }
    }
    let all = resolved.into_iter().enumerate();
    let printed = all.filter(|(_, it)| !matches!(&*it.kind, "xdata" | "set" | "bibnote"));
    // What is part of another one is listed, whoever refers to it.
    let holds = |at: &usize| parents.contains(at) && !children.contains(at);
    printed.map(|(at, record)| (record, holds(&at))).collect()
}

/// Takes over the fields that a record does not have; titles become those of the book.
fn inherit(record: &mut Record, parent: &Record, crossed: bool) {
    for (name, value) in &parent.fields {
        let name = match name.as_str() {
            "title" if crossed => "booktitle",
            "subtitle" if crossed => "booksubtitle",
            "crossref" | "xdata" | "ids" | "keywords" | "doi" | "url" | "author"
                if crossed =>
            {
                continue;
            }
            name => name,
        };
        record.fields.entry(name.to_owned()).or_insert_with(|| value.clone());
    }
}

#[cfg(test)]
mod tests;
