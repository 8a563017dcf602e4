//! A résumé as somebody wants it: the part that a profile keeps, in its order, in its look.

use std::collections::BTreeSet;

use super::Audience;
use super::Content;
use super::Entry;
use super::Highlight;
use super::HighlightBody;
use super::Item;
use super::Pair;
use super::Profile;
use super::Resume;
use super::Section;
use super::letter::Letter;
use crate::diag;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;

/// Selects what a profile and further wanted words keep.
///
/// Without either, everything is kept. Reports a profile that does not exist, and warns
/// of words that nothing carries; those of profiles were compared when they were read.
pub fn select(
    resume: &Resume,
    profile: Option<&str>,
    wanted: &[String],
    sink: &mut Sink,
) -> Result<Resume, Reported> {
    let profile = match profile {
        None => None,
        Some(name) => Some(find(resume, name, sink)?),
    };
    warn_of_unknown(resume, wanted, sink);
    let mut selected = resume.clone();
    let mut words = wanted.to_vec();
    let mut filters = !wanted.is_empty();
    if let Some(profile) = profile {
        words.extend(profile.wanted.iter().cloned());
        filters |= !profile.wanted.is_empty();
        apply(&mut selected, profile);
    }
    if filters {
        selected.contact.retain(|contact| contact.audience.is_wanted(&words));
        keep_sections(&mut selected.sections, &words);
    }
    Ok(selected)
}

/// Finds a profile by its name.
fn find<'a>(
    resume: &'a Resume,
    name: &str,
    sink: &mut Sink,
) -> Result<&'a Profile, Reported> {
    if let Some(found) = resume.profiles.iter().find(|profile| profile.name == name) {
        return Ok(found);
    }
    let names: Vec<&str> =
        resume.profiles.iter().map(|profile| profile.name.as_str()).collect();
    let found = Diagnostic::new("unknown-profile", format!("unknown profile `{name}`"));
    let found = found.meant(diag::nearest(name, names.iter().copied()));
    Err(sink.error(match names.is_empty() {
        true => found.hint("this résumé has no profiles: add them under `profiles`"),
        false => found.hint(format!("the profiles are {}", names.join(", "))),
    }))
}

/// Warns of words from the command line that nothing carries.
fn warn_of_unknown(resume: &Resume, wanted: &[String], sink: &mut Sink) {
    let carried = carried(resume);
    for word in wanted.iter().filter(|word| !carried.contains(word.as_str())) {
        let message = format!("nothing in this résumé is for `{word}`");
        let found = Diagnostic::new("word-not-carried", message);
        sink.warn(found.meant(diag::nearest(word, carried.iter().copied())));
    }
}

/// Lets a profile replace what it decides.
fn apply(resume: &mut Resume, profile: &Profile) {
    let Profile {
        name: _,
        wanted: _,
        headline,
        summary,
        sections,
        letter,
        look,
        pages: _,
        path: _,
    } = profile;
    if let Some(headline) = headline {
        resume.headline.clone_from(headline);
    }
    if let Some(summary) = summary {
        resume.summary.clone_from(summary);
    }
    if let Some(keys) = sections {
        let all = std::mem::take(&mut resume.sections);
        let mut seen = BTreeSet::new();
        let keys = keys.iter().filter(|key| seen.insert(*key));
        let chosen = keys.filter_map(|key| all.iter().find(|it| it.key == *key));
        resume.sections = chosen.cloned().collect();
    }
    if let Some(letter) = letter {
        let below = resume.letter.take().unwrap_or_default();
        resume.letter = Some(Box::new(Letter::clone(letter).over(*below)));
    }
    // A profile's page budget is the option `pages` of its look.
    resume.look = look.clone().over(&resume.look);
}

/// Keeps of each section what is wanted; sections that are emptied by that are dropped.
fn keep_sections(sections: &mut Vec<Section>, wanted: &[String]) {
    sections.retain_mut(|section| {
        let before = section.content.len();
        keep_content(&mut section.content, wanted);
        let emptied = before > 0 && section.content.is_empty();
        section.audience.is_wanted(wanted) && !emptied
    });
}

fn keep_content(content: &mut Content, wanted: &[String]) {
    match content {
        Content::Entries(items) => items.retain_mut(|item| match item {
            Item::Entry(entry) => keep_entry(entry, wanted),
            Item::Blocks(_) => true,
        }),
        Content::Pairs(pairs) => keep_pairs(pairs, wanted),
        Content::Items(items) => items.retain(|item| item.audience.is_wanted(wanted)),
        Content::Text(_) => {}
        Content::Languages(all) => all.retain(|one| one.audience.is_wanted(wanted)),
        Content::Publications(all) => {
            all.list.retain(|one| one.audience.is_wanted(wanted));
        }
        Content::References(all) => all.retain_mut(|one| {
            one.contact.retain(|contact| contact.audience.is_wanted(wanted));
            one.audience.is_wanted(wanted)
        }),
    }
}

/// Keeps of an entry what is wanted; returns whether the entry itself is.
///
/// An employer without a title is only a heading over roles: it goes with the last of them.
fn keep_entry(entry: &mut Entry, wanted: &[String]) -> bool {
    let had_roles = !entry.roles.is_empty();
    entry.roles.retain_mut(|role| keep_entry(role, wanted));
    keep_highlights(&mut entry.highlights, wanted);
    keep_pairs(&mut entry.details, wanted);
    let bare = entry.title.is_empty() && had_roles && entry.roles.is_empty();
    entry.audience.is_wanted(wanted) && !bare
}

fn keep_highlights(highlights: &mut Vec<Highlight>, wanted: &[String]) {
    highlights.retain_mut(|highlight| {
        let emptied = match &mut highlight.body {
            HighlightBody::Bullet { blocks: _, nested } => {
                keep_highlights(nested, wanted);
                false
            }
            HighlightBody::Group { label: _, highlights } => {
                let before = highlights.len();
                keep_highlights(highlights, wanted);
                before > 0 && highlights.is_empty()
            }
        };
        highlight.audience.is_wanted(wanted) && !emptied
    });
}

fn keep_pairs(pairs: &mut Vec<Pair>, wanted: &[String]) {
    pairs.retain_mut(|pair| {
        let before = pair.items.len();
        pair.items.retain(|item| item.audience.is_wanted(wanted));
        pair.audience.is_wanted(wanted) && !(before > 0 && pair.items.is_empty())
    });
}

/// Every word that something in a résumé carries.
pub fn carried(resume: &Resume) -> BTreeSet<&str> {
    let mut all: Vec<&Audience> =
        resume.contact.iter().map(|one| &one.audience).collect();
    for section in &resume.sections {
        all.push(&section.audience);
        match &section.content {
            Content::Entries(items) => {
                for item in items {
                    match item {
                        Item::Entry(entry) => carried_by(entry, &mut all),
                        Item::Blocks(_) => {}
                    }
                }
            }
            Content::Pairs(pairs) => carried_by_pairs(pairs, &mut all),
            Content::Items(items) => all.extend(items.iter().map(|one| &one.audience)),
            Content::Text(_) => {}
            Content::Languages(list) => all.extend(list.iter().map(|one| &one.audience)),
            Content::Publications(publications) => {
                all.extend(publications.list.iter().map(|one| &one.audience));
            }
            Content::References(list) => {
                all.extend(list.iter().map(|one| &one.audience));
                all.extend(
                    list.iter().flat_map(|one| &one.contact).map(|one| &one.audience),
                );
            }
        }
    }
    all.into_iter()
        .flat_map(|it| &it.0)
        .flat_map(|text| Audience::words_of(text))
        .collect()
}

fn carried_by<'a>(entry: &'a Entry, all: &mut Vec<&'a Audience>) {
    all.push(&entry.audience);
    carried_by_highlights(&entry.highlights, all);
    carried_by_pairs(&entry.details, all);
    entry.roles.iter().for_each(|role| carried_by(role, all));
}

fn carried_by_highlights<'a>(highlights: &'a [Highlight], all: &mut Vec<&'a Audience>) {
    for Highlight { body, audience } in highlights {
        all.push(audience);
        match body {
            HighlightBody::Bullet { blocks: _, nested: below }
            | HighlightBody::Group { label: _, highlights: below } => {
                carried_by_highlights(below, all);
            }
        }
    }
}

fn carried_by_pairs<'a>(pairs: &'a [Pair], all: &mut Vec<&'a Audience>) {
    all.extend(pairs.iter().map(|pair| &pair.audience));
    all.extend(pairs.iter().flat_map(|pair| &pair.items).map(|item| &item.audience));
}
