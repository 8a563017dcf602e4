//! What publications written in YAML and read from files have in common.

use super::Publication;
use super::name::Name;
use crate::text;

/// Year, month and day by which publications are put into order; what is not out yet
/// comes after every year, what has no year before.
pub type Order = (u16, u8, u8);

impl Publication {
    /// All texts that can be printed of it.
    pub fn texts(&self) -> Vec<String> {
        let Self { volume, issue, pages, year, edition, number, genre, doi, .. } = self;
        let lines =
            [&self.title, &self.container, &self.series, &self.publisher, &self.note];
        let people = self.authors.iter().chain(&self.editors).map(Name::text);
        let words = [volume, issue, pages, year, edition, number, genre, doi];
        let words = words.into_iter().chain(&self.url).cloned();
        let lines = lines.into_iter().chain([&self.role]).map(|line| text::plain(line));
        people.map(str::to_owned).chain(lines).chain(words).collect()
    }
}

/// What the address of an identifier may begin with.
const DOI: [&str; 4] =
    ["https://doi.org/", "http://dx.doi.org/", "https://dx.doi.org/", "doi:"];

/// A digital object identifier without the address.
pub fn bare_doi(doi: &str) -> &str {
    DOI.iter().find_map(|it| doi.strip_prefix(it)).unwrap_or(doi).trim()
}

/// Where a publication stands in time: the last year in its words.
pub fn order(year: &str, month: Option<u8>, day: Option<u8>) -> Order {
    let figures = year.split(|it: char| !it.is_ascii_digit());
    let years = figures.filter(|it| it.len() == 4).filter_map(|it| it.parse().ok());
    let unknown = if year.is_empty() { 0 } else { u16::MAX };
    (
        years.fold(None, |_, it| Some(it)).unwrap_or(unknown),
        month.unwrap_or_default(),
        day.unwrap_or_default(),
    )
}

/// An address, if it is one that may be followed.
pub fn followed(address: &str) -> Option<String> {
    match text::target(address) {
        text::Target::Followed(url) if url.len() <= 2048 => Some(url),
        _ => None,
    }
}

/// The word of a thesis or a report that every language has (`doctoral`, `masters`,
/// `report`), or the words that were written.
pub fn genre(words: &str) -> String {
    let bare = words.to_lowercase().replace(['.', '’', '\''], "");
    let known = match bare.as_str() {
        "phdthesis"
        | "phd thesis"
        | "doctoral thesis"
        | "doctoral dissertation"
        | "phd dissertation" => "doctoral",
        "mathesis" | "mastersthesis" | "masters thesis" | "master thesis"
        | "msc thesis" => "masters",
        "techreport" | "technical report" | "tech report" => "report",
        _ => words,
    };
    known.to_owned()
}
