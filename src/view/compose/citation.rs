//! One publication in words: authors, year, title, where, and how to find it.

mod people;
pub(super) mod pieces;

use super::Composer;
use super::line;
use super::publication::Style;
use crate::locale::Direction;
use crate::locale::publications::Kind;
use crate::resume::Publication;
use crate::resume::publication::bare_doi;
use crate::text;
use crate::text::Inline;
use crate::text::Inlines;
use crate::text::Marked;
use pieces::capital;
use pieces::end;
use pieces::end_with;
use pieces::filled;
use pieces::plain;
use pieces::whole;

impl Composer<'_> {
    /// A publication in the chosen form, the person's own name strong.
    pub(super) fn citation(&self, publication: &Publication) -> Inlines {
        let doi = pieces::identifier(&publication.doi);
        let year = plain(self.year(publication));
        let sentences = match self.publishing.style {
            Style::Plain | Style::Chicago | Style::Apa => vec![
                end(self.authors_and_year(publication)),
                self.title(publication, "."),
                end(self.place(publication)),
                end(self.imprint(publication)),
                doi,
            ],
            Style::NumericYear => {
                let place =
                    vec![self.place(publication), self.imprint(publication), year];
                vec![
                    end(self.authors(publication)),
                    self.title(publication, "."),
                    end(line::join(place, ", ")),
                    doi,
                ]
            }
            Style::Ieee => vec![self.ieee(publication)],
        };
        let mut citation = line::join(sentences, " ");
        match self.locale.direction() {
            Direction::LeftToRight => pieces::bind(&mut citation),
            Direction::RightToLeft => pieces::unbind(&mut citation),
        }
        citation
    }

    /// All of it in one sentence.
    fn ieee(&self, publication: &Publication) -> Inlines {
        let doi = pieces::identifier(&publication.doi);
        let ends = doi.is_empty();
        let last = vec![
            self.place(publication),
            self.imprint(publication),
            self.pages(publication),
            plain(self.year(publication)),
            doi,
        ];
        let last = line::join(last, ", ");
        let comma = if last.is_empty() { "." } else { "," };
        let title = self.title(publication, comma);
        let last = if ends { end(last) } else { last };
        let title = line::join(vec![title, last], " ");
        line::join(vec![self.authors(publication), title], ", ")
    }

    /// The year, or what stands in its place in words of the language.
    pub(super) fn year<'a>(&self, publication: &'a Publication) -> &'a str {
        self.locale.citing().year(&publication.year)
    }

    /// `Ada Nguyen, Bo Li (2020)`
    fn authors_and_year(&self, publication: &Publication) -> Inlines {
        let mut sentence = self.authors(publication);
        let year = self.year(publication);
        if !year.is_empty() {
            // `Li, B. (Ed.). (2019)`
            let edited = publication.authors.is_empty()
                && self.publishing.style == Style::Apa
                && text::plain(&sentence).ends_with(')');
            let space = match sentence.is_empty() {
                true => "",
                false if edited => ". ",
                false => " ",
            };
            line::push_text(&mut sentence, &format!("{space}({year})"));
        }
        sentence
    }

    /// `“Title.”` in the marks of the language, with the link; what stands alone as a
    /// whole has emphasis instead, where the style has it.
    fn title(&self, publication: &Publication, sign: &str) -> Inlines {
        let style = self.publishing.style;
        let alone = match style {
            Style::Apa => publication.container.is_empty(),
            Style::Plain | Style::Chicago | Style::Ieee | Style::NumericYear => {
                Kind::find(&publication.kind) == Some(Kind::Book)
            }
        };
        let title = self.line(&publication.title);
        // Who has printed the identifier need not print its address.
        let is_doi = |url: &&String| bare_doi(url).eq_ignore_ascii_case(&publication.doi);
        let url = publication.url.as_ref().filter(|url| !is_doi(url));
        let title = match alone {
            true => vec![Inline::Marked(Marked::Emph { body: title })],
            false if style != Style::Apa => return self.quoted(title, url, sign),
            false => title,
        };
        let parts = vec![line::linked(title, url), self.described(publication)];
        end_with(line::join(parts, " "), sign)
    }

    /// A title in quotation marks, of which those of its own become the inner ones. Only
    /// English has the sign before the mark that closes.
    fn quoted(&self, title: Inlines, url: Option<&String>, sign: &str) -> Inlines {
        let title = self.turned(title);
        let (open, close) = self.quotation_marks();
        let ended = text::plain(&title).ends_with(['.', '!', '?', '…', '。', '！', '？']);
        let ended = ended && (sign == "." || self.english());
        let (inside, outside) = match self.english() {
            _ if ended => ("", ""),
            true => (sign, ""),
            false => ("", sign),
        };
        // An address that is printed stands after the marks; and spaced marks stay with
        // their words.
        let spaced = self.quotes.is_some_and(|quotes| quotes.spaced);
        let around = url.filter(|_| self.addresses || spaced);
        let within = if around.is_some() { None } else { url };
        let mut quoted = plain(&open);
        for piece in line::linked(title, within) {
            match piece {
                Inline::Text(text) => line::push_text(&mut quoted, &text),
                Inline::Marked(_) => quoted.push(piece),
            }
        }
        line::push_text(&mut quoted, &format!("{inside}{close}"));
        if spaced {
            self.set(&mut quoted);
        }
        let mut quoted = line::linked(quoted, around);
        if !outside.is_empty() {
            line::push_text(&mut quoted, outside);
        }
        quoted
    }

    /// A title as it stands in quotation marks.
    fn turned(&self, mut title: Inlines) -> Inlines {
        let words = text::plain(&title);
        if let Some(quotes) = self.quotes
            && !quotes.spaced
            && words.contains(quotes.double.0)
            && words.contains(quotes.double.1)
        {
            pieces::turn_inward(&mut title, quotes);
        }
        title
    }

    fn quotation_marks(&self) -> (String, String) {
        match self.quotes {
            Some(quotes) if quotes.spaced => {
                let (open, close) = quotes.double;
                (format!("{open} "), format!(" {close}"))
            }
            Some(quotes) => (quotes.double.0.to_string(), quotes.double.1.to_string()),
            None => ("\"".to_owned(), "\"".to_owned()),
        }
    }

    fn english(&self) -> bool {
        self.locale.typst_lang() == "en"
    }

    /// What APA says of a whole after its title: `(2nd ed.)`, `[PhD thesis, School]`.
    fn described(&self, publication: &Publication) -> Inlines {
        if self.publishing.style != Style::Apa || !publication.container.is_empty() {
            return Inlines::new();
        }
        let genre = self.genre(publication);
        if is_thesis(publication) {
            let school = self.line(&publication.publisher);
            return enclosed("[", line::join(vec![genre, school], ", "), "]");
        }
        let genre = if publication.genre.is_empty() { Inlines::new() } else { genre };
        let parts = vec![self.edition(publication), genre];
        enclosed("(", line::join(parts, ", "), ")")
    }

    /// `In *Container* volume(issue), edited by Bo Li, pages`
    fn place(&self, publication: &Publication) -> Inlines {
        let style = self.publishing.style;
        let container = self.container(publication);
        let parts = match style {
            Style::Plain | Style::Chicago | Style::NumericYear => {
                let begins = container.is_empty() && publication.volume.is_empty();
                let edited = self.edited_inside(publication);
                let edited = if begins { capital(edited) } else { edited };
                let volume = plain(&pieces::volume(publication));
                let container = line::join(vec![container, volume], " ");
                vec![container, edited, whole(&publication.pages)]
            }
            Style::Apa if is_part(publication) && !container.is_empty() => {
                return self.part(publication);
            }
            Style::Apa => {
                let volume = pieces::apa_volume(publication);
                let edited = self.edited_inside(publication);
                let begins = container.is_empty() && volume.is_empty();
                let edited = if begins { capital(edited) } else { edited };
                vec![container, volume, edited, self.pages(publication)]
            }
            Style::Ieee => {
                let citing = self.locale.citing();
                let volume = filled(citing.volume, &publication.volume);
                let issue = filled(citing.issue, &publication.issue);
                vec![container, self.editors_inside(publication), volume, issue]
            }
        };
        line::join(parts, ", ")
    }

    /// `In R. Okafor (Ed.), *Container* (2nd ed., pp. 1–9)`, as APA has parts of books.
    fn part(&self, publication: &Publication) -> Inlines {
        let volume = filled(self.locale.citing().volume, &publication.volume);
        let details =
            vec![self.edition(publication), capital(volume), self.pages(publication)];
        let details = enclosed("(", line::join(details, ", "), ")");
        let body = self.line(&publication.container);
        let container = vec![Inline::Marked(Marked::Emph { body })];
        let container = line::join(vec![container, details], " ");
        let editors = self.editors_inside(publication);
        let parts = line::join(vec![editors, container], ", ");
        line::join(vec![plain(self.locale.citing().within), parts], " ")
    }

    /// Where it stands, with the word for that where the style has it.
    fn container(&self, publication: &Publication) -> Inlines {
        let body = self.line(&publication.container);
        if body.is_empty() {
            return body;
        }
        let container = vec![Inline::Marked(Marked::Emph { body })];
        let within = self.locale.citing().within;
        let within = match self.publishing.style {
            _ if !is_part(publication) => String::new(),
            Style::Plain => String::new(),
            Style::Ieee => within.to_lowercase(),
            Style::Apa | Style::Chicago | Style::NumericYear => within.to_owned(),
        };
        line::join(vec![plain(&within), container], " ")
    }

    /// The pages, with their word where the style has it.
    fn pages(&self, publication: &Publication) -> Inlines {
        let pages = publication.pages.as_str();
        let journal = publication.kind.is_empty()
            || Kind::find(&publication.kind) == Some(Kind::Article);
        if pages.is_empty() || (self.publishing.style == Style::Apa && journal) {
            return whole(pages);
        }
        let citing = self.locale.citing();
        let several = pages.contains(['–', '-', ',']);
        filled(if several { citing.pages } else { citing.page }, pages)
    }

    /// `PhD thesis`, `Technical report LI-17`; without a word the number alone.
    fn genre(&self, publication: &Publication) -> Inlines {
        let citing = self.locale.citing();
        let mut genre = match publication.genre.as_str() {
            "doctoral" => citing.doctoral,
            "masters" => citing.masters,
            "report" => citing.report,
            words => words,
        }
        .to_owned();
        if self.publishing.style == Style::Ieee && self.locale.typst_lang() != "de" {
            genre = pieces::small(&genre);
        }
        line::join(vec![plain(&genre), plain(&publication.number)], " ")
    }

    /// `2nd ed.`
    fn edition(&self, publication: &Publication) -> Inlines {
        let pattern = self.locale.citing().edition;
        let number =
            Some(publication.edition.trim()).filter(|it| it.parse::<u16>().is_ok());
        match number {
            None => plain(&publication.edition),
            Some(number) if self.english() => filled(pattern, &pieces::ordinal(number)),
            Some(number) => filled(pattern, number),
        }
    }

    /// `PhD thesis, 2nd ed., Series 7, number, Publisher`; what stands elsewhere in a
    /// style is not in it.
    fn imprint(&self, publication: &Publication) -> Inlines {
        let apa = self.publishing.style == Style::Apa;
        let alone = publication.container.is_empty();
        let has_genre = !publication.genre.is_empty();
        let edition = match apa && (alone || is_part(publication)) {
            true => Inlines::new(),
            false => self.edition(publication),
        };
        let genre = self.genre(publication);
        let (genre, number) = match has_genre {
            true if apa && alone => (Inlines::new(), Inlines::new()),
            true => (genre, Inlines::new()),
            false => (Inlines::new(), genre),
        };
        let publisher = match apa && alone && is_thesis(publication) {
            true => Inlines::new(),
            false => self.line(&publication.publisher),
        };
        let series = self.line(&publication.series);
        line::join(vec![genre, edition, series, number, publisher], ", ")
    }
}

/// Whether a publication is a part of a book.
fn is_part(publication: &Publication) -> bool {
    matches!(Kind::find(&publication.kind), Some(Kind::Chapter | Kind::Conference))
}

/// Whether a publication is a thesis that is called by a word.
fn is_thesis(publication: &Publication) -> bool {
    Kind::find(&publication.kind) == Some(Kind::Thesis) && !publication.genre.is_empty()
}

/// A line between signs, if there is one.
fn enclosed(open: &str, inside: Inlines, close: &str) -> Inlines {
    if inside.is_empty() {
        return inside;
    }
    let mut line = plain(open);
    line.extend(inside);
    line::push_text(&mut line, close);
    line
}
