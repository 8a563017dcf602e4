//! A cover letter in words: what the author left out is filled in by the language.

use super::Composer;
use super::language;
use super::line::push_text;
use crate::date::Date;
use crate::date::Moment;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::locale::Locale;
use crate::locale::dates::DateStyle;
use crate::locale::dates::MonthStyle;
use crate::locale::languages::Frame;
use crate::resume;
use crate::resume::Resume;
use crate::resume::letter::Layout;
use crate::resume::letter::Recipient;
use crate::text;
use crate::text::Inline;
use crate::text::Inlines;
use crate::text::smart;
use crate::theme::options::Choices;
use crate::view::Letter;
use crate::view::Signature;
use crate::view::Summary;
use crate::view::View;

/// Composes what a theme sees of a letter: the head of its résumé, and the letter.
///
/// Besides the options of a résumé, `paper` counts: it decides the layout where the author
/// does not. Reports what a letter must have and neither author nor language say.
pub fn compose_letter(
    (resume, letter): (&Resume, &resume::letter::Letter),
    choices: &Choices,
    locale: &Locale,
    sink: &mut Sink,
) -> View {
    let composer = Composer::new(resume, choices, locale);
    let letter = composer.letter(letter, choices.text("paper"), sink);
    let document = locale.letters().document;
    let mut language = language(locale);
    document.clone_into(&mut language.document);
    View {
        name: composer.name(&resume.name),
        author: resume.name.clone(),
        title: format!("{document} – {}", resume.name),
        keywords: Vec::new(),
        locale: language,
        headline: resume.headline.iter().map(|line| composer.line(line)).collect(),
        photo: composer.photo(),
        contacts: resume.contact.iter().filter_map(|it| composer.contact(it)).collect(),
        summary: Summary { title: String::new(), blocks: Vec::new() },
        sections: resume.sections.iter().filter_map(|it| composer.section(it)).collect(),
        colophon: Vec::new(),
        letter: Some(letter),
    }
}

impl Composer<'_> {
    fn letter(
        &self,
        letter: &resume::letter::Letter,
        paper: &str,
        sink: &mut Sink,
    ) -> Letter {
        let given = |line: &Option<Inlines>| line.as_ref().map(|line| self.line(line));
        let lines = |all: &[Inlines]| all.iter().map(|line| self.line(line)).collect();
        let mut subject = given(&letter.subject).unwrap_or_default();
        let layout = letter.layout.unwrap_or(match paper {
            "us-letter" if subject.is_empty() => Layout::Us,
            _ => Layout::Standard,
        });
        if layout == Layout::Us && !subject.is_empty() {
            let message = "a letter in the layout `us` has no subject: it is left out";
            let hint = "remove `subject`, or write `layout: standard`";
            sink.warn(Diagnostic::new("letter-subject", message).hint(hint));
            subject.clear();
        }
        let Recipient { name, lines: below } =
            letter.recipient.clone().unwrap_or_default();
        let frame = self.frame(&name);
        let enclosures: Vec<Inlines> =
            lines(letter.enclosures.as_deref().unwrap_or_default());
        Letter {
            layout,
            sender: self.sender(letter.sender.as_deref()),
            sender_wanted: letter.sender.is_some()
                || matches!(layout, Layout::Din | Layout::Fr),
            salutation: needed("salutation", given(&letter.salutation), frame.0, sink),
            closing: needed("closing", given(&letter.closing), frame.1, sink),
            body: needed_body(
                self.blocks(letter.body.as_deref().unwrap_or_default()),
                sink,
            ),
            recipient: {
                let named = std::iter::once(&name).chain(&below);
                named.filter(|it| !it.is_empty()).map(|it| self.line(it)).collect()
            },
            dateline: self.dateline(given(&letter.place), letter.date.as_ref()),
            subject,
            signature: letter
                .signature
                .as_ref()
                .map(|it| Signature { file: it.file.clone(), alt: it.alt.clone() }),
            enclosures_label: self.enclosures_label(&enclosures),
            enclosures,
        }
    }

    /// What the language opens and closes a letter with that goes to a person of this
    /// name, or to nobody in particular.
    fn frame(&self, name: &Inlines) -> (Option<Inlines>, Option<Inlines>) {
        let letters = self.locale.letters();
        let is_named = !name.is_empty();
        let Frame { opening, closing } =
            if is_named { letters.to_named } else { letters.to_nobody };
        let words = |words: &str| {
            let words = words.replace("{name}", &text::plain(name));
            self.line(&vec![Inline::Text(words)])
        };
        (opening.map(words), closing.map(words))
    }

    /// The sender's name, and the author's lines or else where the person lives.
    fn sender(&self, given: Option<&[Inlines]>) -> Vec<Inlines> {
        let places = self.resume.contact.iter().filter(|it| it.kind == "location");
        let places = places.map(|it| vec![Inline::Text(self.name(&it.text))]);
        let mut lines: Vec<Inlines> = match given {
            Some(given) => given.iter().map(|line| self.line(line)).collect(),
            None => places.collect(),
        };
        let name = &self.resume.name;
        let is_name = |line: &Inlines| {
            smart::apostrophes(name) == smart::apostrophes(&text::plain(line))
        };
        if !lines.first().is_some_and(is_name) {
            lines.insert(0, vec![Inline::Text(self.name(name))]);
        }
        lines
    }

    /// Place and date.
    fn dateline(&self, place: Option<Inlines>, date: Option<&Date>) -> Inlines {
        let long = DateStyle { month: MonthStyle::Long, ..self.dates };
        let date = date.map(|date| match date {
            Date::Moment(Moment::Day(_)) => {
                let pattern = self.locale.letters().on_day;
                pattern.replace("{date}", &self.locale.date(date, long))
            }
            Date::Moment(_) | Date::Period(_) | Date::Text(_) => {
                self.locale.date(date, long)
            }
        });
        let mut line = place.unwrap_or_default();
        match date.filter(|date| !date.is_empty()) {
            None => {}
            Some(date) if line.is_empty() => push_text(&mut line, &capital(&date)),
            Some(date) => {
                push_text(&mut line, &format!("{}{date}", self.locale.separator()));
            }
        }
        line
    }

    /// The word before enclosures, unless the first of them begins with it.
    fn enclosures_label(&self, enclosures: &[Inlines]) -> String {
        let [one, several] = self.locale.letters().enclosures;
        let Some(first) = enclosures.first() else { return String::new() };
        let first = text::plain(first).to_lowercase();
        if [one, several].iter().any(|word| first.starts_with(&word.to_lowercase())) {
            return String::new();
        }
        let label = if enclosures.len() == 1 { one } else { several };
        label.to_owned()
    }
}

/// What the author wrote or the language has; it is reported if neither does.
fn needed(
    key: &str,
    given: Option<Inlines>,
    usual: Option<Inlines>,
    sink: &mut Sink,
) -> Inlines {
    given.or(usual).unwrap_or_else(|| {
        let message = format!("this letter has no `{key}`");
        let hint = format!(
            "write `{key}`: in this language it depends on who writes to whom; an empty \
             text leaves it out"
        );
        sink.error(Diagnostic::new("letter-incomplete", message).hint(hint));
        Inlines::new()
    })
}

fn needed_body(body: Vec<text::Block>, sink: &mut Sink) -> Vec<text::Block> {
    if body.is_empty() {
        let found = Diagnostic::new("letter-incomplete", "this letter has no `body`");
        sink.error(found.hint("write what it says under `body`"));
    }
    body
}

/// A text with a capital at its start.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |it| it.to_uppercase().chain(letters).collect())
}
