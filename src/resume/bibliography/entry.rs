//! A record of a BibTeX or BibLaTeX file as a publication.

use std::collections::BTreeMap;

use super::bibtex::Record;
use super::date;
use super::people;
use super::tex;
use crate::locale::publications::Kind;
use crate::resume::Audience;
use crate::resume::Publication;
use crate::resume::publication;
use crate::source::FieldPath;
use crate::text;
use crate::text::Inlines;

/// What the types of records are.
const KINDS: &[(&str, Kind)] = &[
    ("article", Kind::Article),
    ("suppperiodical", Kind::Article),
    ("review", Kind::Article),
    ("inproceedings", Kind::Conference),
    ("conference", Kind::Conference),
    ("book", Kind::Book),
    ("mvbook", Kind::Book),
    ("booklet", Kind::Book),
    ("collection", Kind::Book),
    ("mvcollection", Kind::Book),
    ("proceedings", Kind::Book),
    ("mvproceedings", Kind::Book),
    ("reference", Kind::Book),
    ("mvreference", Kind::Book),
    ("periodical", Kind::Book),
    ("inbook", Kind::Chapter),
    ("bookinbook", Kind::Chapter),
    ("suppbook", Kind::Chapter),
    ("incollection", Kind::Chapter),
    ("suppcollection", Kind::Chapter),
    ("inreference", Kind::Chapter),
    ("phdthesis", Kind::Thesis),
    ("mastersthesis", Kind::Thesis),
    ("thesis", Kind::Thesis),
    ("techreport", Kind::Report),
    ("report", Kind::Report),
    ("manual", Kind::Report),
    ("standard", Kind::Report),
    ("patent", Kind::Patent),
    ("unpublished", Kind::Preprint),
    ("preprint", Kind::Preprint),
    ("talk", Kind::Talk),
    ("presentation", Kind::Talk),
    ("lecture", Kind::Talk),
    ("software", Kind::Software),
    ("softwareversion", Kind::Software),
    ("code", Kind::Software),
    ("dataset", Kind::Dataset),
    ("data", Kind::Dataset),
];

/// The values of a record, by name.
struct Values<'a>(&'a BTreeMap<String, String>);

impl Values<'_> {
    /// The first of these fields that is there and not empty, as it is written.
    fn raw(&self, names: &[&str]) -> &str {
        let mut values = names.iter().filter_map(|name| self.0.get(*name));
        values.find(|value| !value.trim().is_empty()).map_or("", String::as_str)
    }

    /// The same as words.
    fn plain(&self, names: &[&str]) -> String {
        tex::plain(self.raw(names))
    }

    /// The same as a line.
    fn line(&self, names: &[&str]) -> Inlines {
        tex::inlines(self.raw(names))
    }

    /// A title with the subtitle after it.
    fn titled(&self, names: &[&str], subtitle: &str) -> Inlines {
        let (title, subtitle) = (self.raw(names).trim(), self.raw(&[subtitle]).trim());
        if title.is_empty() || subtitle.is_empty() {
            return tex::inlines(title);
        }
        let sign = if title.ends_with(['?', '!', ':', '.']) { "" } else { ":" };
        tex::inlines(&format!("{title}{sign} {subtitle}"))
    }
}

/// Makes a publication of a record.
pub(super) fn publication(record: &Record, path: &FieldPath) -> Publication {
    let values = Values(&record.fields);
    let kind = kind(&record.kind, &values);
    let (authors, others) = people::read(values.raw(&["author"]));
    let (editors, _) = people::read(values.raw(&["editor"]));
    let date = date(&values);
    let doi = publication::bare_doi(&tex::verbatim(values.raw(&["doi"]))).to_owned();
    let (number, archived) = number(kind, &values);
    let url = tex::verbatim(values.raw(&["url"]));
    let url = if url.is_empty() { link(values.raw(&["howpublished"])) } else { url };
    let url = if url.is_empty() && doi.is_empty() { archived } else { url };
    let issue = if kind == Kind::Article {
        values.plain(&["number", "issue"])
    } else {
        String::new()
    };
    let order = publication::order(&date.year, date.month, date.day);
    Publication {
        authors,
        others,
        title: values.titled(&["title"], "subtitle"),
        container: container(kind, &values),
        editors,
        volume: values.plain(&["volume"]),
        issue,
        pages: date::pages(&values.plain(&["pages"])),
        year: date.year,
        order,
        series: series(kind, &values),
        edition: values.plain(&["edition"]),
        number,
        publisher: publisher(kind, &values),
        genre: genre(&record.kind, &values),
        doi,
        url: publication::followed(&url),
        kind: kind.key().to_owned(),
        note: note(&values),
        role: values.line(&["role"]),
        audience: keywords(values.raw(&["keywords", "keyword"])),
        path: path.clone(),
    }
}

/// What a record is, by its type and by what it has.
fn kind(name: &str, values: &Values<'_>) -> Kind {
    let known = KINDS.iter().find(|(own, _)| *own == name).map(|(_, kind)| *kind);
    let eprint = !values.raw(&["eprint"]).is_empty();
    let event = !values.raw(&["eventtitle", "venue"]).is_empty();
    match known {
        Some(Kind::Preprint) if event => Kind::Talk,
        Some(Kind::Article)
            if eprint && values.raw(&["journal", "journaltitle"]).is_empty() =>
        {
            Kind::Preprint
        }
        Some(kind) => kind,
        None if eprint => Kind::Preprint,
        None => Kind::Other,
    }
}

/// The day of a record: `date`, or `year` and `month`.
fn date(values: &Values<'_>) -> date::When {
    let day = date::read(&values.plain(&["date", "year"]));
    let month = date::month(&values.plain(&["month"]));
    let state = values.plain(&["pubstate"]);
    match day.year.is_empty() {
        true => date::When { year: date::state(&state), ..day },
        false => date::When { month: day.month.or(month), ..day },
    }
}

/// Where a publication stands.
fn container(kind: Kind, values: &Values<'_>) -> Inlines {
    match kind {
        Kind::Article => values.titled(&["journaltitle", "journal"], "journalsubtitle"),
        Kind::Talk => values.line(&["eventtitle", "booktitle", "venue"]),
        Kind::Conference => values.titled(&["booktitle", "eventtitle"], "booksubtitle"),
        _ => values.titled(&["booktitle", "journaltitle", "journal"], "booksubtitle"),
    }
}

/// The series with the number in it.
fn series(kind: Kind, values: &Values<'_>) -> Inlines {
    let series = values.raw(&["series"]).trim();
    let number = if kind == Kind::Article { "" } else { values.raw(&["number"]).trim() };
    tex::inlines(&text::line(&format!(
        "{series} {}",
        if series.is_empty() { "" } else { number }
    )))
}

/// A number outside of a series, and the address of an archive that has one.
fn number(kind: Kind, values: &Values<'_>) -> (String, String) {
    let eprint = tex::verbatim(values.raw(&["eprint"]));
    let archive = values.plain(&["eprinttype", "archiveprefix"]);
    if !eprint.is_empty() {
        let is_arxiv = archive.eq_ignore_ascii_case("arxiv") || archive.is_empty();
        let archive = if is_arxiv { "arXiv" } else { &archive };
        let address = format!("https://arxiv.org/abs/{eprint}");
        let address = if is_arxiv { address } else { String::new() };
        return (format!("{archive}:{eprint}"), address);
    }
    let version = values.plain(&["version"]);
    let sign = if version.starts_with(|it: char| it.is_ascii_digit()) { "v" } else { "" };
    let number = match kind {
        Kind::Article => String::new(),
        _ if values.raw(&["series"]).is_empty() => values.plain(&["number"]),
        _ => String::new(),
    };
    let version = format!("{sign}{version}");
    let parts = [number, version].into_iter().filter(|it| !it.is_empty());
    (parts.collect::<Vec<_>>().join(", "), String::new())
}

/// Who brought it out, or who has it.
fn publisher(kind: Kind, values: &Values<'_>) -> Inlines {
    let names: &[&str] = match kind {
        Kind::Talk => &["institution", "organization", "location", "address", "venue"],
        Kind::Patent => &["holder", "publisher", "institution", "organization"],
        _ => &["publisher", "institution", "school", "organization"],
    };
    let name = values.raw(names);
    if !name.is_empty() {
        return tex::inlines(&tex::split(name, " and ").join(", "));
    }
    let published = values.raw(&["howpublished"]);
    if link(published).is_empty() { tex::inlines(published) } else { Inlines::new() }
}

/// The address that a value is, if it is one.
fn link(value: &str) -> String {
    let address = tex::verbatim(value);
    if address.starts_with("http") { address } else { String::new() }
}

/// What a thesis or a report is: a word of the table of languages, or the author's own.
fn genre(name: &str, values: &Values<'_>) -> String {
    let given = values.plain(&["type"]);
    if !given.is_empty() {
        return publication::genre(&given);
    }
    let own = match name {
        "phdthesis" => "doctoral",
        "mastersthesis" => "masters",
        "techreport" => "report",
        _ => "",
    };
    own.to_owned()
}

/// Qualifiers.
fn note(values: &Values<'_>) -> Inlines {
    let notes = ["note", "addendum"].map(|name| values.raw(&[name]).trim());
    let notes: Vec<&str> = notes.into_iter().filter(|it| !it.is_empty()).collect();
    tex::inlines(&notes.join(", "))
}

/// The keywords, as words of `for`.
fn keywords(value: &str) -> Audience {
    let words = value.split([',', ';']).map(tex::plain);
    Audience(words.filter(|word| !word.is_empty()).collect())
}
