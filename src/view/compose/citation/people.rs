//! The people of a publication: who wrote it, and who edited what it stands in.

use super::pieces;
use super::pieces::plain;
use crate::resume::Publication;
use crate::resume::name::Name;
use crate::text;
use crate::text::Inline;
use crate::text::Inlines;
use crate::text::Marked;
use crate::view::compose::Composer;
use crate::view::compose::line;
use crate::view::compose::publication::Style;

/// Numbers in words, from 2; English writes them out.
const NUMBERS: [&str; 8] =
    ["two", "three", "four", "five", "six", "seven", "eight", "nine"];

impl Composer<'_> {
    /// The authors; without any, who edited it.
    pub(super) fn authors(&self, publication: &Publication) -> Inlines {
        if !publication.authors.is_empty() {
            return self.people(&publication.authors, publication.others);
        }
        let editors = publication.editors.iter();
        let editors = editors.map(|name| self.person(name)).collect();
        self.as_editors(self.listed(editors, ", & "), publication.editors.len())
    }

    /// `Ada Nguyen, Bo Li, and three others`
    fn people(&self, names: &[Name], others: bool) -> Inlines {
        let most = self.publishing.authors;
        let most = if most == 0 { names.len() } else { most };
        let own = names.iter().position(|name| self.own.is(name));
        let beyond = own.filter(|own| *own >= most);
        let cut = names.len().saturating_sub(most + usize::from(beyond.is_some()));
        // To cut one name alone would gain nothing.
        let (most, beyond, cut) =
            if cut < 2 { (names.len(), None, 0) } else { (most, beyond, cut) };
        let mut shown: Vec<Inlines> =
            names[..most.min(names.len())].iter().map(|name| self.person(name)).collect();
        if let Some(own) = beyond {
            shown.push(plain("…"));
            shown.push(self.person(&names[own]));
        }
        let citing = self.locale.citing();
        let more = match (cut, others) {
            (0, false) => return self.listed(shown, ", & "),
            (_, true) => citing.et_al.to_owned(),
            (cut, false) => citing.others.replace("{}", &self.count(cut)),
        };
        // Where a list has a comma before its last word, this is its last one.
        let serial = self.english() && self.locale.between(1, 3).starts_with(',');
        let between = match self.locale.typst_lang() {
            "ja" | "zh" => "",
            _ if serial && !others && shown.len() > 1 => ", ",
            _ => " ",
        };
        let mut listed = line::join(shown, self.locale.comma());
        line::push_text(&mut listed, &format!("{between}{more}"));
        listed
    }

    /// How many there are, as the language writes it.
    fn count(&self, count: usize) -> String {
        let word = count.checked_sub(2).and_then(|place| NUMBERS.get(place));
        match word.filter(|_| self.english()) {
            Some(word) => (*word).to_owned(),
            None => count.to_string(),
        }
    }

    /// Names with the word of the language before the last, if the style has one; or with
    /// another sign, where the language has that.
    fn listed(&self, names: Vec<Inlines>, ampersand: &'static str) -> Inlines {
        let (count, style) = (names.len(), self.publishing.style);
        // `Nguyen, A., and Bo Li`
        let turned = self.english()
            && names.first().is_some_and(|first| text::plain(first).contains(','));
        let mut listed = Inlines::new();
        for (at, name) in names.into_iter().enumerate() {
            listed.extend(name);
            let between = match style {
                _ if at + 1 == count => break,
                Style::Plain => ", ",
                Style::Apa if self.english() && at + 2 == count => ampersand,
                _ if turned && at + 2 == count => ", and ",
                _ => self.locale.between(at, count),
            };
            line::push_text(&mut listed, between);
        }
        listed
    }

    /// An author's name in the form of the style.
    fn person(&self, name: &Name) -> Inlines {
        match self.publishing.style {
            Style::Apa => self.marked(name, &name.inverted()),
            Style::Plain | Style::Chicago | Style::NumericYear | Style::Ieee => {
                self.editor(name)
            }
        }
    }

    /// An editor's name: as `person`, but never inverted.
    fn editor(&self, name: &Name) -> Inlines {
        match self.publishing.style {
            Style::Apa | Style::Ieee => self.marked(name, &name.abbreviated()),
            Style::Plain | Style::Chicago | Style::NumericYear => {
                self.marked(name, name.text())
            }
        }
    }

    /// A name as it is spelt, strong if it is the person's own; initials stay with what
    /// they belong to.
    fn marked(&self, name: &Name, text: &str) -> Inlines {
        let body = pieces::bound(&self.name(text));
        match self.own.is(name) {
            true => vec![Inline::Marked(Marked::Strong { body })],
            false => body,
        }
    }

    /// Those who edited it, as they are listed after its authors.
    fn editors(&self, publication: &Publication) -> Inlines {
        let names = publication.editors.iter();
        let names: Vec<Inlines> = names.map(|name| self.editor(name)).collect();
        let ampersand = if names.len() == 2 { " & " } else { ", & " };
        self.listed(names, ampersand)
    }

    /// `edited by Bo Li`, unless those who edited it stand at the beginning.
    pub(super) fn edited_inside(&self, publication: &Publication) -> Inlines {
        if publication.editors.is_empty() || publication.authors.is_empty() {
            return Inlines::new();
        }
        self.fill_edited(self.editors(publication))
    }

    /// `B. Li, Ed.`, unless those who edited it stand at the beginning.
    pub(super) fn editors_inside(&self, publication: &Publication) -> Inlines {
        if publication.authors.is_empty() {
            return Inlines::new();
        }
        self.as_editors(self.editors(publication), publication.editors.len())
    }

    fn fill_edited(&self, names: Inlines) -> Inlines {
        let pattern = self.locale.citing().edited;
        let (before, after) = pattern.split_once("{}").unwrap_or((pattern, ""));
        let mut edited = plain(before);
        edited.extend(names);
        line::push_text(&mut edited, after);
        edited
    }

    /// Names with the word for editors after them, in the form of the style.
    fn as_editors(&self, names: Inlines, count: usize) -> Inlines {
        let citing = self.locale.citing();
        if names.is_empty() {
            return names;
        }
        // Such a language has the word after the names anyway.
        if citing.edited.starts_with("{}") {
            return self.fill_edited(names);
        }
        let word = citing.editors[usize::from(count > 1)];
        let style = self.publishing.style;
        let capital = self.english() && matches!(style, Style::Apa | Style::Ieee);
        let word = if capital { pieces::capitalised(word) } else { word.to_owned() };
        let mut editors = names;
        let more = match style {
            Style::Apa => format!(" ({word})"),
            Style::Plain | Style::Chicago | Style::NumericYear | Style::Ieee => {
                format!("{}{word}", self.locale.comma())
            }
        };
        line::push_text(&mut editors, &more);
        editors
    }
}
