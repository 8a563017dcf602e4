//! Publications, a paragraph each: authors, year, title, where, and how to find it.

use super::Composer;
use super::line;
use crate::resume;
use crate::text::Inline;
use crate::text::Inlines;
use crate::text::Marked;
use crate::view::Publication;

impl Composer<'_> {
    /// A publication as `Authors (Year). “Title.” Container volume(issue), pages. doi:10.…`
    pub(super) fn publication(&self, publication: &resume::Publication) -> Publication {
        let sentences = vec![
            self.authors(publication),
            self.title(publication),
            self.container(publication),
            identifier(publication),
        ];
        let note = vec![self.line(&publication.note), self.line(&publication.role)];
        Publication {
            body: line::join(sentences, " "),
            group: self.words(&publication.kind),
            year: publication.year.clone(),
            note: line::join(note, ", "),
            path: publication.path.clone(),
        }
    }

    /// `Ada Nguyen, Bo Li (2020).`
    fn authors(&self, publication: &resume::Publication) -> Inlines {
        let names = publication.authors.iter().map(|name| self.author(name)).collect();
        let mut sentence = line::join(names, ", ");
        if !publication.year.is_empty() {
            let year = format!("({})", publication.year);
            let space = if sentence.is_empty() { "" } else { " " };
            line::push_text(&mut sentence, &format!("{space}{year}"));
        }
        end(sentence)
    }

    /// An author's name, strong if it is the person's own.
    fn author(&self, name: &str) -> Inlines {
        let text = Inline::Text(name.to_owned());
        if !is_same(name, &self.resume.name) {
            return vec![text];
        }
        vec![Inline::Marked(Marked::Strong { body: vec![text] })]
    }

    /// `“Title.”` in the marks of the language, with the link.
    fn title(&self, publication: &resume::Publication) -> Inlines {
        let title = end(self.line(&publication.title));
        if title.is_empty() {
            return title;
        }
        let (open, close) = match self.quotes {
            Some(quotes) if quotes.spaced => {
                let (open, close) = quotes.double;
                (format!("{open} "), format!(" {close}"))
            }
            Some(quotes) => (quotes.double.0.to_string(), quotes.double.1.to_string()),
            None => ("\"".to_owned(), "\"".to_owned()),
        };
        let mut quoted = vec![Inline::Text(open)];
        quoted.extend(line::linked(title, publication.url.as_ref()));
        line::push_text(&mut quoted, &close);
        quoted
    }

    /// `Container volume(issue), pages.`
    fn container(&self, publication: &resume::Publication) -> Inlines {
        let resume::Publication { volume, issue, pages, .. } = publication;
        let mut sentence = self.line(&publication.container);
        if !sentence.is_empty() {
            sentence = vec![Inline::Marked(Marked::Emph { body: sentence })];
        }
        let issue = if issue.is_empty() { String::new() } else { format!("({issue})") };
        for (part, before) in [(format!("{volume}{issue}"), " "), (pages.clone(), ", ")] {
            if !part.is_empty() {
                let before = if sentence.is_empty() { "" } else { before };
                line::push_text(&mut sentence, &format!("{before}{part}"));
            }
        }
        end(sentence)
    }
}

/// `doi:10.…`, as a link to where it is found.
fn identifier(publication: &resume::Publication) -> Inlines {
    let doi = publication.doi.trim();
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
fn end(mut sentence: Inlines) -> Inlines {
    let last = crate::text::plain(&sentence).chars().next_back();
    if last.is_some_and(|it| !".!?…。！？".contains(it)) {
        line::push_text(&mut sentence, ".");
    }
    sentence
}

/// Whether two spellings are of one person's name: `Nguyen, A.` is `Alice Nguyen`.
fn is_same(written: &str, name: &str) -> bool {
    let turned = match written.split_once(',') {
        Some((last, first)) => format!("{} {}", first.trim(), last.trim()),
        None => written.trim().to_owned(),
    };
    let words = |text: &str| -> Vec<String> {
        let parts = text.split([' ', '.', '\u{a0}']).filter(|part| !part.is_empty());
        parts.map(str::to_lowercase).collect()
    };
    let (written, name) = (words(&turned), words(name));
    let (Some((last, first)), Some((own_last, own_first))) =
        (written.split_last(), name.split_last())
    else {
        return false;
    };
    // Given names may be initials, and later ones may be left out.
    let given = first.iter().zip(own_first).all(|(it, own)| {
        it == own || (it.chars().count() == 1 && own.starts_with(it.as_str()))
    });
    last == own_last && given && (first.is_empty() == own_first.is_empty())
}
