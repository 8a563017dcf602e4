//! One publication in words: authors, year, title, where, and how to find it.

use super::Composer;
use super::line;
use super::publication::Style;
use crate::locale::publications::Kind;
use crate::resume::Publication;
use crate::resume::name::Name;
use crate::text;
use crate::text::Inline;
use crate::text::Inlines;
use crate::text::Marked;
use crate::text::smart::Quotes;

impl Composer<'_> {
    /// A publication in the chosen form, the person's own name strong.
    pub(super) fn citation(&self, publication: &Publication) -> Inlines {
        let doi = identifier(&publication.doi);
        let year = Some(publication.year.as_str()).filter(|year| !year.is_empty());
        let year = year.map_or(Inlines::new(), plain);
        match self.publishing.style {
            Style::Plain | Style::Chicago | Style::Apa => {
                let sentences = vec![
                    end(self.authors_and_year(publication)),
                    self.title(publication, "."),
                    end(self.place(publication)),
                    end(self.imprint(publication)),
                    doi,
                ];
                line::join(sentences, " ")
            }
            Style::NumericYear => {
                let place =
                    vec![self.place(publication), self.imprint(publication), year];
                let sentences = vec![
                    end(self.authors(publication)),
                    self.title(publication, "."),
                    end(line::join(place, ", ")),
                    doi,
                ];
                line::join(sentences, " ")
            }
            Style::Ieee => {
                let authors = self.authors(publication);
                let last = vec![
                    self.place(publication),
                    self.imprint(publication),
                    self.pages(publication),
                    year,
                    doi.clone(),
                ];
                let last = line::join(last, ", ");
                let comma = if last.is_empty() { "." } else { "," };
                let title = self.title(publication, comma);
                let last = if doi.is_empty() { end(last) } else { last };
                let title = line::join(vec![title, last], " ");
                line::join(vec![authors, title], ", ")
            }
        }
    }

    /// `Ada Nguyen, Bo Li (2020)`
    fn authors_and_year(&self, publication: &Publication) -> Inlines {
        let mut sentence = self.authors(publication);
        if !publication.year.is_empty() {
            let space = if sentence.is_empty() { "" } else { " " };
            line::push_text(&mut sentence, &format!("{space}({})", publication.year));
        }
        sentence
    }

    /// The authors; without any, who edited it.
    fn authors(&self, publication: &Publication) -> Inlines {
        if publication.authors.is_empty() {
            return capital(self.edited(publication));
        }
        self.people(&publication.authors, publication.others)
    }

    /// `Ada Nguyen, Bo Li and 3 others`
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
            (cut, false) => citing.others.replace("{}", &cut.to_string()),
        };
        let mut listed = line::join(shown, self.locale.comma());
        let tight = matches!(self.locale.typst_lang(), "ja" | "zh");
        line::push_text(&mut listed, &format!("{}{more}", if tight { "" } else { " " }));
        listed
    }

    /// Names with the word of the language before the last, if the style has one; or with
    /// another sign, where the language has that.
    fn listed(&self, names: Vec<Inlines>, ampersand: &'static str) -> Inlines {
        let (count, style) = (names.len(), self.publishing.style);
        let english = self.locale.typst_lang() == "en";
        let mut listed = Inlines::new();
        for (at, name) in names.into_iter().enumerate() {
            listed.extend(name);
            let between = match style {
                _ if at + 1 == count => break,
                Style::Plain => ", ",
                Style::Apa if english && at + 2 == count => ampersand,
                _ => self.locale.between(at, count),
            };
            line::push_text(&mut listed, between);
        }
        listed
    }

    /// An author's name in the form of the style.
    fn person(&self, name: &Name) -> Inlines {
        let text = match self.publishing.style {
            Style::Plain | Style::Chicago | Style::NumericYear => name.text().to_owned(),
            Style::Apa => name.inverted(),
            Style::Ieee => name.abbreviated(),
        };
        self.marked(name, text)
    }

    /// `“Title.”` in the marks of the language, with the link; what stands alone as a
    /// whole has emphasis instead, where the style has it.
    fn title(&self, publication: &Publication, sign: &str) -> Inlines {
        let kind = Kind::find(&publication.kind);
        let whole = match self.publishing.style {
            Style::Plain => false,
            Style::Chicago | Style::Ieee | Style::NumericYear => kind == Some(Kind::Book),
            Style::Apa => publication.container.is_empty(),
        };
        let title = self.line(&publication.title);
        let url = publication.url.as_ref();
        if whole {
            let emphasis = vec![Inline::Marked(Marked::Emph { body: title })];
            return end_with(line::linked(emphasis, url), sign);
        }
        if self.publishing.style == Style::Apa {
            return end_with(line::linked(title, url), sign);
        }
        let (open, close) = self.quotation_marks();
        let mut quoted = plain(&open);
        let title = self.quoted(title);
        quoted.extend(line::linked(end_with(title, sign), url));
        line::push_text(&mut quoted, &close);
        quoted
    }

    /// A title as it stands in quotation marks: those of its own become the inner ones.
    fn quoted(&self, mut title: Inlines) -> Inlines {
        let words = text::plain(&title);
        if let Some(quotes) = self.quotes
            && !quotes.spaced
            && words.contains(quotes.double.0)
            && words.contains(quotes.double.1)
        {
            turn_inward(&mut title, quotes);
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

    /// `In *Container* volume(issue), edited by Bo Li, pages`
    fn place(&self, publication: &Publication) -> Inlines {
        let style = self.publishing.style;
        // Without authors, those who edited it stand at the beginning.
        let edited = match publication.authors.is_empty() {
            true => Inlines::new(),
            false => self.edited(publication),
        };
        let begins = publication.container.is_empty() && publication.volume.is_empty();
        let edited =
            if begins && style != Style::Ieee { capital(edited) } else { edited };
        let parts = match style {
            Style::Plain | Style::Chicago | Style::NumericYear => {
                let volume = plain(&volume(publication));
                let container =
                    line::join(vec![self.container(publication), volume], " ");
                vec![container, edited, plain(&publication.pages)]
            }
            Style::Apa => {
                let volume = apa_volume(publication);
                let pages = self.pages(publication);
                vec![self.container(publication), volume, edited, pages]
            }
            Style::Ieee => {
                let citing = self.locale.citing();
                let volume = filled(citing.volume, &publication.volume);
                let issue = filled(citing.issue, &publication.issue);
                let container = self.container(publication);
                vec![container, edited, plain(&volume), plain(&issue)]
            }
        };
        line::join(parts, ", ")
    }

    /// Where it stands, with the word for that where the style has it.
    fn container(&self, publication: &Publication) -> Inlines {
        let body = self.line(&publication.container);
        if body.is_empty() {
            return body;
        }
        let container = vec![Inline::Marked(Marked::Emph { body })];
        let style = self.publishing.style;
        let part = matches!(
            Kind::find(&publication.kind),
            Some(Kind::Chapter | Kind::Conference)
        );
        let within = self.locale.citing().within;
        if !part || style == Style::Plain || within.is_empty() {
            return container;
        }
        let within = match style {
            Style::Ieee => within.to_lowercase(),
            _ => within.to_owned(),
        };
        line::join(vec![plain(&within), container], " ")
    }

    /// `edited by Bo Li`
    fn edited(&self, publication: &Publication) -> Inlines {
        if publication.editors.is_empty() {
            return Inlines::new();
        }
        let pattern = self.locale.citing().edited;
        let (before, after) = pattern.split_once("{}").unwrap_or((pattern, ""));
        let names = publication.editors.iter();
        let names: Vec<Inlines> = names.map(|name| self.editor(name)).collect();
        let mut edited = plain(before);
        edited.extend(self.listed(names, " & "));
        line::push_text(&mut edited, after);
        edited
    }

    /// An editor's name: as `person`, but never inverted.
    fn editor(&self, name: &Name) -> Inlines {
        let text = match self.publishing.style {
            Style::Apa | Style::Ieee => name.abbreviated(),
            Style::Plain | Style::Chicago | Style::NumericYear => name.text().to_owned(),
        };
        self.marked(name, text)
    }

    /// A name as it is spelt, strong if it is the person's own.
    fn marked(&self, name: &Name, text: String) -> Inlines {
        let body = vec![Inline::Text(text)];
        match self.own.is(name) {
            true => vec![Inline::Marked(Marked::Strong { body })],
            false => body,
        }
    }

    /// The pages, with their word where the style has it.
    fn pages(&self, publication: &Publication) -> Inlines {
        let pages = publication.pages.as_str();
        let journal = publication.kind.is_empty()
            || Kind::find(&publication.kind) == Some(Kind::Article);
        if pages.is_empty() || (self.publishing.style == Style::Apa && journal) {
            return plain(pages);
        }
        let citing = self.locale.citing();
        let several = pages.contains(['–', '-', ',']);
        plain(&filled(if several { citing.pages } else { citing.page }, pages))
    }

    /// `PhD thesis, 2nd ed., Series 7, number, Publisher`
    fn imprint(&self, publication: &Publication) -> Inlines {
        let citing = self.locale.citing();
        let genre = match publication.genre.as_str() {
            "doctoral" => citing.doctoral,
            "masters" => citing.masters,
            "report" => citing.report,
            words => words,
        };
        let number =
            Some(publication.edition.trim()).filter(|it| it.parse::<u16>().is_ok());
        let edition = match (number, self.locale.typst_lang()) {
            (None, _) => publication.edition.clone(),
            (Some(number), "en") => citing.edition.replace("{}", &ordinal(number)),
            (Some(number), _) => filled(citing.edition, number),
        };
        let parts = vec![
            plain(genre),
            plain(&edition),
            self.line(&publication.series),
            plain(&publication.number),
            self.line(&publication.publisher),
        ];
        line::join(parts, ", ")
    }
}

/// Makes the outer quotation marks of a line inner ones.
fn turn_inward(line: &mut Inlines, quotes: &Quotes) {
    let inner = |sign: char| match sign {
        _ if sign == quotes.double.0 => quotes.single.0,
        _ if sign == quotes.double.1 => quotes.single.1,
        _ => sign,
    };
    for piece in line {
        match piece {
            Inline::Text(text) => *text = text.chars().map(inner).collect(),
            Inline::Marked(
                Marked::Emph { body }
                | Marked::Strong { body }
                | Marked::Link { body, .. },
            ) => turn_inward(body, quotes),
            Inline::Marked(_) => {}
        }
    }
}

/// Words as a line; none if there are none.
fn plain(words: &str) -> Inlines {
    if words.is_empty() { Inlines::new() } else { vec![Inline::Text(words.to_owned())] }
}

/// A pattern with its place filled; nothing if there is nothing to fill it with.
fn filled(pattern: &str, value: &str) -> String {
    // A number does not stand apart from its word.
    let pattern = pattern.replace(' ', "\u{a0}");
    if value.is_empty() { String::new() } else { pattern.replace("{}", value) }
}

/// `12(3)`
fn volume(publication: &Publication) -> String {
    let Publication { volume, issue, .. } = publication;
    let issue = if issue.is_empty() { String::new() } else { format!("({issue})") };
    format!("{volume}{issue}")
}

/// The same with emphasis on the volume.
fn apa_volume(publication: &Publication) -> Inlines {
    let Publication { volume, issue, .. } = publication;
    let mut line = Inlines::new();
    if !volume.is_empty() {
        line.push(Inline::Marked(Marked::Emph { body: plain(volume) }));
    }
    if !issue.is_empty() {
        line::push_text(&mut line, &format!("({issue})"));
    }
    line
}

/// A number as English counts editions: `2nd`.
fn ordinal(number: &str) -> String {
    let teens =
        number.ends_with("11") || number.ends_with("12") || number.ends_with("13");
    let ending = match number.chars().next_back() {
        Some('1') if !teens => "st",
        Some('2') if !teens => "nd",
        Some('3') if !teens => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// `doi:10.…`, as a link to where it is found.
fn identifier(doi: &str) -> Inlines {
    let doi = doi.trim();
    if doi.is_empty() {
        return Inlines::new();
    }
    let escaped: String = doi.chars().flat_map(escape).collect();
    let url = format!("https://doi.org/{escaped}");
    let body = vec![Inline::Text(format!("doi:{doi}"))];
    vec![Inline::Marked(Marked::Link { url, body })]
}

/// A character of an identifier as addresses have it.
fn escape(character: char) -> Vec<char> {
    let plain = character.is_ascii_alphanumeric() || "-._~/:;()".contains(character);
    if plain {
        return vec![character];
    }
    let mut bytes = [0; 4];
    let bytes = character.encode_utf8(&mut bytes).as_bytes();
    bytes
        .iter()
        .flat_map(|byte| format!("%{byte:02X}").chars().collect::<Vec<_>>())
        .collect()
}

/// Ends a sentence with a full stop, unless it has an end.
fn end(sentence: Inlines) -> Inlines {
    end_with(sentence, ".")
}

/// Ends words with a sign, unless they have one.
fn end_with(mut sentence: Inlines, sign: &str) -> Inlines {
    let last = text::plain(&sentence).chars().next_back();
    if last.is_some_and(|it| !".!?…。！？".contains(it)) {
        line::push_text(&mut sentence, sign);
    }
    sentence
}

/// Words of the language with a capital at the beginning.
fn capital(mut sentence: Inlines) -> Inlines {
    if let Some(Inline::Text(text)) = sentence.first_mut() {
        let mut letters = text.chars();
        if let Some(first) = letters.next() {
            *text = first.to_uppercase().chain(letters).collect();
        }
    }
    sentence
}
