//! Profiles, held against the rest of the résumé: sections and words that they name.

use std::collections::BTreeSet;

use super::Reader;
use crate::diag;
use crate::diag::Diagnostic;
use crate::resume::Audience;
use crate::resume::Profile;
use crate::resume::Resume;
use crate::resume::bibliography;
use crate::source::FieldPath;
use crate::source::Span;

impl Reader<'_> {
    /// Reports sections that profiles name and that do not exist, and warns of words
    /// that no profile wants and of wanted words that nothing carries.
    ///
    /// Without profiles the words are for the command line, which is not known here.
    pub(super) fn compare(&mut self, resume: &Resume) {
        for profile in &resume.profiles {
            self.compare_sections(profile, resume);
        }
        if !resume.profiles.is_empty() {
            self.compare_words(resume);
        }
    }

    fn compare_sections(&mut self, profile: &Profile, resume: &Resume) {
        let there = || resume.sections.iter().map(|section| section.key.as_str());
        let mut seen = BTreeSet::new();
        for (index, key) in profile.sections.iter().flatten().enumerate() {
            let place = self.element(&profile.path.key("sections"), index);
            if there().any(|other| other == key) {
                if !seen.insert(key) {
                    let message =
                        format!("profile `{}` names `{key}` twice", profile.name);
                    let found = Diagnostic::new("repeated-section", message);
                    self.sink.warn(found.at(self.source, place).label("printed once"));
                }
                continue;
            }
            let message = format!("profile `{}` names the section `{key}`", profile.name);
            let found =
                Diagnostic::new("section-missing", message).at(self.source, place);
            let found = match diag::nearest(key, there()) {
                None => found.label("there is none of this key"),
                near => found.meant(near),
            };
            let there: Vec<&str> = there().collect();
            self.sink.error(found.hint(format!("the sections are {}", there.join(", "))));
        }
    }

    fn compare_words(&mut self, resume: &Resume) {
        let profiles = &resume.profiles;
        let words = profiles.iter().flat_map(|profile| &profile.wanted);
        let wanted: BTreeSet<&str> = words.map(String::as_str).collect();
        let carried = std::mem::take(&mut self.carried);
        let mut known = BTreeSet::new();
        for (text, place) in &carried {
            for word in Audience::words_of(text) {
                known.insert(word);
                if !wanted.contains(word) {
                    let message = format!("no profile wants `{word}`");
                    let found = Diagnostic::new("word-not-wanted", message);
                    self.unmatched(
                        found,
                        diag::nearest(word, wanted.iter().copied()),
                        place,
                    );
                }
            }
        }
        // What the publications of files carry is not known yet.
        if !bibliography::files(resume).is_empty() {
            return;
        }
        for profile in profiles {
            for (index, word) in profile.wanted.iter().enumerate() {
                if !known.contains(word.as_str()) {
                    let message = format!("nothing in this résumé is for `{word}`");
                    let found = Diagnostic::new("word-not-carried", message);
                    let place = self.element(&profile.path.key("for"), index);
                    self.unmatched(
                        found,
                        diag::nearest(word, known.iter().copied()),
                        &place,
                    );
                }
            }
        }
    }

    /// Where an element of a list stands, or the text that is written instead of a list.
    fn element(&self, path: &FieldPath, index: usize) -> Span {
        let place =
            self.source.find(&path.index(index)).or_else(|| self.source.find(path));
        place.unwrap_or_default()
    }

    fn unmatched(&mut self, found: Diagnostic, near: Option<&str>, place: &Span) {
        let found = found.at(self.source, place.clone());
        self.sink.warn(found.meant(near));
    }
}
