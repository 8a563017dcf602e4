//! Nothing is lost: every word of every sample is in its view, in order.
#![expect(clippy::disallowed_methods, reason = "tests read the samples")]

use std::collections::BTreeSet;
use std::path::Path;
use std::path::PathBuf;

use unicode_normalization::UnicodeNormalization;

use super::compose;
use crate::diag::Sink;
use crate::locale::Locale;
use crate::resume::keys;
use crate::resume::language::Order;
use crate::resume::language::Version;
use crate::resume::network;
use crate::resume::parse;
use crate::resume::yaml;
use crate::resume::yaml::Kind;
use crate::resume::yaml::Node;
use crate::source::Source;
use crate::theme::options::Choices;
use crate::view::View;

/// Keys whose values are not printed.
const SILENT: [&str; 14] = [
    "look",
    "profiles",
    "for",
    "photo",
    "updated",
    "url",
    "kind",
    "keep",
    "page-break",
    "website",
    "mastodon",
    "doi",
    "aliases",
    "file",
];

/// Keys whose values are printed in other words: of dates only the years stay.
const DATES: [&str; 3] = ["date", "start", "end"];

/// Whole résumés in these folders.
const FOLDERS: [&str; 3] = ["resumes", "tests/cases", "tests/cases/shapes"];

fn samples() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = FOLDERS.map(|folder| std::fs::read_dir(root.join(folder)).unwrap());
    let files = folders.into_iter().flatten().map(|file| file.unwrap().path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|it| it == "yaml")).collect();
    // Letters are no résumés; what they say is looked for in their PDFs.
    files.retain(|path| !std::fs::read_to_string(path).unwrap().contains("\nresume:"));
    files.sort();
    files
}

/// The words of a text: runs of letters and figures.
fn words(text: &str) -> Vec<String> {
    let text: String = text.nfc().collect();
    let words = text.split(|it: char| !it.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A text without the targets of its links and the schemes of its addresses.
fn without_targets(text: &str) -> String {
    let mut rest = text;
    let mut bare = String::new();
    while let Some((before, after)) = rest.split_once("](") {
        bare.push_str(before);
        bare.push(' ');
        rest = after.split_once(')').map_or("", |(_, after)| after);
    }
    bare + rest
}

/// A text without the numbers of its lists, which are counted anew.
fn without_numbers(text: &str) -> String {
    let bare = |line: &str| {
        let rest = line.trim_start().trim_start_matches(|it: char| it.is_ascii_digit());
        let marked = rest.starts_with(". ") && line.trim_start().len() - rest.len() == 1;
        if marked { rest.to_owned() } else { line.to_owned() }
    };
    text.lines().map(bare).collect::<Vec<_>>().join("\n")
}

/// Whether a section's heading is another than its key.
fn is_titled(node: &Node) -> bool {
    let Kind::Map(pairs) = &node.kind else { return false };
    ["title", "content"].iter().all(|name| pairs.iter().any(|(key, _)| key.text == *name))
}

/// The texts that have to be printed, each as its words.
fn wanted(node: &Node, key: &str, known: &BTreeSet<&str>, texts: &mut Vec<Vec<String>>) {
    match &node.kind {
        Kind::Null => {}
        Kind::Scalar(scalar) if DATES.contains(&key) => {
            let years = words(&scalar.text).into_iter();
            let years = years.filter(|it| it.len() == 4 && it.parse::<u16>().is_ok());
            texts.extend(years.map(|year| vec![year]));
        }
        Kind::Scalar(scalar) => {
            texts.push(words(&without_numbers(&without_targets(&scalar.text))));
        }
        Kind::List(nodes) => {
            for node in nodes {
                wanted(node, key, known, texts);
            }
        }
        Kind::Map(pairs) => {
            for (key, node) in pairs {
                if SILENT.contains(&key.text.as_str()) {
                    continue;
                }
                if !known.contains(key.text.as_str()) && !is_titled(node) {
                    texts.push(words(&key.text));
                }
                wanted(node, &key.text, known, texts);
            }
        }
    }
}

/// The tree of a source and the view of its résumé; or what is wrong with it.
fn view(source: &Source) -> Result<(Node, View), String> {
    let mut sink = Sink::default();
    let tree = yaml::read(source, &mut sink).map_err(|it| it.to_string())?;
    let Ok(resume) = parse::parse(source, &mut sink) else {
        return Err(sink.take().into_iter().map(|it| it.message).collect());
    };
    let tree = Order::of(&tree, &Version::default()).narrow(&tree, 0);
    let lang = resume.look.lang.as_ref().map_or("en", |lang| lang.value.as_str());
    let choices = Choices { options: std::collections::BTreeMap::new() };
    let view = compose(&resume, &choices, &Locale::find(lang).unwrap());
    Ok((tree, view))
}

#[test]
fn every_word_of_every_sample_is_in_its_view() {
    let keys = keys::MAPPINGS.iter().flat_map(|it| it.keys).map(|key| key.name);
    let networks = network::NETWORKS.iter().map(|network| network.key);
    let known: BTreeSet<&str> =
        keys.chain(networks).chain(keys::SECTIONS.iter().copied()).collect();
    let mut lost = Vec::new();
    let samples = samples();
    assert!(samples.len() > 60, "{samples:?}");
    for path in samples {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let source = Source::new(name.clone(), std::fs::read_to_string(&path).unwrap());
        let (tree, view) = match view(&source) {
            Ok(found) => found,
            Err(wrong) => {
                lost.push(format!("{name}: {wrong}"));
                continue;
            }
        };
        let mut printed = String::new();
        view.each_text(&mut |text| printed.push_str(text));
        // Marks inside a word divide the text into pieces, so pieces are not words.
        let printed: String = printed.nfc().filter(|it| it.is_alphanumeric()).collect();
        let mut texts = Vec::new();
        wanted(&tree, "", &known, &mut texts);
        for text in texts {
            let text = text.concat();
            if !printed.contains(&text) {
                lost.push(format!("{name}: {text}"));
            }
        }
    }
    assert!(lost.is_empty(), "\n{}\n", lost.join("\n"));
}
