//! The publications of a section: their order, their groups, their numbers.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde_json::Value;

use super::Composer;
use super::citation::pieces::capitalised;
use crate::locale::publications::Kind;
use crate::resume;
use crate::resume::publication::Order;
use crate::theme::options::Choices;
use crate::view::Publication;

/// How publications look, as a theme lets the author choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Publishing {
    /// The form of a single one.
    pub(super) style: Style,
    /// What they are grouped by.
    group: Group,
    /// How they are counted.
    numbering: Numbering,
    /// How many authors are printed at most; all if it is 0.
    pub(super) authors: usize,
}

/// The form of a publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// As `Chicago`, without words of the language: for themes without the option.
    Plain,
    /// Authors (Year). “Title.” *Container* volume(issue), pages.
    Chicago,
    /// Author, A. (Year). Title. *Container*, *volume*(issue), pages.
    Apa,
    /// A. Author, “Title,” *Container*, vol. 1, no. 2, pp. 3–4, year.
    Ieee,
    /// Authors. “Title.” *Container* volume(issue), pages, year.
    NumericYear,
}

/// What publications are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    /// The theme does not say: by type, in the author's order where there is one.
    Open,
    Type,
    Year,
    None,
}

/// How publications are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Numbering {
    None,
    Running,
    Group,
    Year,
    Reversed,
}

impl Publishing {
    /// What the options say; themes that lack one have the plain form.
    pub(super) fn of(choices: &Choices) -> Self {
        let authors = choices.options.get("authors").and_then(Value::as_f64);
        // Numbers of options may have a fraction, which authors do not.
        let authors = authors.and_then(|it| format!("{it:.0}").parse().ok());
        Self {
            style: match choices.text("style") {
                "chicago" => Style::Chicago,
                "apa" => Style::Apa,
                "ieee" => Style::Ieee,
                "numeric-year" => Style::NumericYear,
                _ => Style::Plain,
            },
            group: match choices.text("group") {
                "type" => Group::Type,
                "year" => Group::Year,
                "none" => Group::None,
                _ => Group::Open,
            },
            numbering: match choices.text("numbering") {
                "continuous" => Numbering::Running,
                "per-group" => Numbering::Group,
                "per-year" => Numbering::Year,
                "reversed" => Numbering::Reversed,
                _ => Numbering::None,
            },
            authors: authors.unwrap_or_default(),
        }
    }
}

impl Composer<'_> {
    /// The publications of a section, in groups and with numbers.
    pub(super) fn publications(&self, all: &resume::Publications) -> Vec<Publication> {
        let mut groups: Vec<String> = Vec::new();
        let grouped = all.list.iter().map(|publication| {
            let composed = self.publication(publication, &all.list);
            let known = groups.iter().position(|group| *group == composed.group);
            let place = known.unwrap_or(groups.len());
            if known.is_none() {
                groups.push(composed.group.clone());
            }
            let place = Kind::ALL.len() + place;
            let rank = self.rank(publication, all).unwrap_or(place);
            (rank, publication.order, composed)
        });
        let mut grouped: Vec<(usize, Order, Publication)> = grouped.collect();
        match self.publishing.group {
            Group::Open if !all.files.is_empty() => {
                grouped.sort_by_key(|(rank, ..)| *rank);
            }
            Group::Type => grouped.sort_by_key(|(rank, at, _)| (*rank, Reverse(*at))),
            // Of `2020–2021` and `2021` each is one group.
            Group::Year => {
                grouped.sort_by_key(|(rank, at, _)| (Reverse(at.0), *rank, Reverse(*at)));
            }
            Group::Open | Group::None => {}
        }
        let mut sorted: Vec<Publication> = grouped.into_iter().map(|it| it.2).collect();
        number(&mut sorted, self.publishing.numbering);
        sorted
    }

    /// The place of a publication's group among those that have a fixed one: types, where
    /// there is no order of the author's.
    fn rank(
        &self,
        one: &resume::Publication,
        all: &resume::Publications,
    ) -> Option<usize> {
        let by_type = matches!(self.publishing.group, Group::Open | Group::Type);
        let kind = Kind::find(&one.kind).filter(|_| by_type && !all.files.is_empty())?;
        Kind::ALL.iter().position(|it| *it == kind)
    }

    fn publication(
        &self,
        publication: &resume::Publication,
        all: &[resume::Publication],
    ) -> Publication {
        let note = vec![self.line(&publication.note), self.line(&publication.role)];
        Publication {
            body: self.citation(publication),
            number: None,
            group: match self.publishing.group {
                Group::None => String::new(),
                Group::Year => capitalised(self.year(publication)),
                Group::Open => self.kind(&publication.kind),
                Group::Type => {
                    let typed = all.iter().any(|it| !it.kind.is_empty());
                    let other = publication.kind.is_empty() && typed;
                    self.kind(if other { Kind::Other.key() } else { &publication.kind })
                }
            },
            year: self.year(publication).to_owned(),
            note: self.list(note),
            path: publication.path.clone(),
        }
    }

    /// The heading over a kind, which is a key or words.
    fn kind(&self, kind: &str) -> String {
        match Kind::find(kind) {
            Some(kind) => self.locale.citing().heading(kind).to_owned(),
            None => self.words(kind),
        }
    }
}

/// Gives publications their numbers.
fn number(all: &mut [Publication], numbering: Numbering) {
    let count = all.len();
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    for (at, one) in all.iter_mut().enumerate() {
        let mut next = |name: &str| {
            let number = counted.entry(name.to_owned()).or_default();
            *number += 1;
            *number
        };
        let number = match numbering {
            Numbering::None => continue,
            Numbering::Running => at + 1,
            Numbering::Reversed => count - at,
            Numbering::Group => next(&one.group),
            Numbering::Year => next(&one.year),
        };
        one.number = Some(format!("{number}."));
    }
}
