//! Links: which may be followed, and addresses that stand in the text.

use std::ops::Range;

use url::Url;

use super::Issue;
use super::Target;

/// Schemes that a document may lead to.
const FOLLOWED: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Schemes that a document may not lead to; others are not taken for schemes.
const REFUSED: [&str; 12] = [
    "about",
    "blob",
    "data",
    "file",
    "ftp",
    "ftps",
    "javascript",
    "sftp",
    "smb",
    "ssh",
    "vbscript",
    "view-source",
];

/// Finds out where a link leads.
pub(super) fn target(url: &str) -> Target {
    let url = url.trim();
    if url.is_empty() || url == "#" {
        return Target::Nowhere;
    }
    let Some((scheme, rest)) = url.split_once(':') else { return Target::Unknown };
    let scheme = scheme.to_ascii_lowercase();
    if REFUSED.contains(&scheme.as_str()) {
        return Target::Refused(scheme);
    }
    if !FOLLOWED.contains(&scheme.as_str()) || rest.is_empty() {
        return Target::Unknown;
    }
    let web = matches!(scheme.as_str(), "http" | "https");
    match Url::parse(url) {
        Ok(_) if web && !rest.starts_with("//") => Target::Unknown,
        Ok(_) if url.chars().all(|it| it.is_ascii_graphic()) => {
            Target::Followed(url.into())
        }
        Ok(parsed) => Target::Followed(parsed.as_str().replace(' ', "%20")),
        Err(_) => Target::Unknown,
    }
}

/// What is to be said about a link that is not one.
pub(super) fn issue(target: &Target, url: &str, range: Range<usize>) -> Option<Issue> {
    let hint = "write an address that begins with `https://`, `mailto:` or `tel:`";
    let (code, message) = match target {
        Target::Followed(_) => return None,
        Target::Nowhere => {
            ("empty-link", "a link without a target is printed as text".into())
        }
        Target::Refused(scheme) => {
            ("refused-link", format!("a link to `{scheme}:` is printed as text"))
        }
        Target::Unknown => {
            ("refused-link", format!("a link to `{url}`, which is no address, is text"))
        }
    };
    Some(Issue { code, message, hint, range })
}

/// Finds the first address in a text from a byte on: its range, and where it leads.
pub(super) fn find(text: &str, from: usize) -> Option<(Range<usize>, String)> {
    let at = |from: usize| text[from..].find([':', '@', '.']).map(|at| from + at);
    let mut next = at(from);
    while let Some(sign) = next {
        let found = match text.as_bytes()[sign] {
            b':' => with_scheme(text, from, sign),
            b'@' => mail(text, from, sign),
            _ => without_scheme(text, from, sign),
        };
        if found.is_some() {
            return found;
        }
        next = at(sign + 1);
    }
    None
}

/// An address around a colon: `https://…`, `mailto:…`, `tel:…`.
fn with_scheme(text: &str, from: usize, colon: usize) -> Option<(Range<usize>, String)> {
    let before = &text[from..colon];
    let letters = before.trim_end_matches(|it: char| it.is_ascii_alphabetic());
    let start = from + letters.len();
    let scheme = text[start..colon].to_ascii_lowercase();
    let after = &text[colon + 1..];
    let web = matches!(scheme.as_str(), "http" | "https") && after.starts_with("//");
    if !web && !matches!(scheme.as_str(), "mailto" | "tel") || !begins(text, start) {
        return None;
    }
    let end = end(text, start);
    let least = if web { colon + 3 } else { colon + 1 };
    followed(text, start..end, "").filter(|(range, _)| range.end > least)
}

/// An address around its first full stop: `www.…`.
fn without_scheme(
    text: &str,
    from: usize,
    stop: usize,
) -> Option<(Range<usize>, String)> {
    let start = stop.checked_sub(3).filter(|start| *start >= from)?;
    let www = text.get(start..stop).is_some_and(|it| it.eq_ignore_ascii_case("www"));
    if !www || !begins(text, start) {
        return None;
    }
    let end = end(text, start);
    let host = text[stop + 1..end.max(stop + 1)].split('/').next().unwrap_or_default();
    if !host.contains('.') {
        return None;
    }
    followed(text, start..end, "https://")
}

/// An e-mail address around its sign.
fn mail(text: &str, from: usize, sign: usize) -> Option<(Range<usize>, String)> {
    let local = |it: char| it.is_alphanumeric() || "._%+-".contains(it);
    let start = from + text[from..sign].trim_end_matches(local).len();
    let start = start + text[start..sign].find(char::is_alphanumeric)?;
    let host = |it: char| it.is_alphanumeric() || ".-".contains(it);
    let rest = &text[sign + 1..];
    let length = rest.find(|it| !host(it)).unwrap_or(rest.len());
    let domain = rest[..length].trim_end_matches(['.', '-']);
    let (_, top) = domain.rsplit_once('.')?;
    let named = top.chars().count() >= 2 && top.chars().all(char::is_alphabetic);
    // `git@host.example:path` is the address of a repository.
    let follow = &rest[domain.len()..];
    let path =
        follow.strip_prefix(':').is_some_and(|it| it.starts_with(char::is_alphanumeric));
    if !named || path || domain.starts_with('.') || domain.contains("..") {
        return None;
    }
    followed(text, start..sign + 1 + domain.len(), "mailto:")
}

fn followed(
    text: &str,
    range: Range<usize>,
    scheme: &str,
) -> Option<(Range<usize>, String)> {
    match target(&format!("{scheme}{}", &text[range.clone()])) {
        Target::Followed(url) => Some((range, url)),
        Target::Nowhere | Target::Refused(_) | Target::Unknown => None,
    }
}

/// Whether an address may begin at a byte: not inside a word.
fn begins(text: &str, start: usize) -> bool {
    let before = text[..start].chars().next_back();
    before.is_none_or(|it| !it.is_alphanumeric() && !"@/_-+".contains(it))
}

/// Where an address ends: before white space, quotes and brackets that are not its
/// own, and without the punctuation of the sentence.
fn end(text: &str, start: usize) -> usize {
    let stop = |it: char| {
        it.is_whitespace()
            || it.is_control()
            || "<>\"“”„«»‹›「」『』`，。、；：（）".contains(it)
    };
    let rest = &text[start..];
    let mut address = &rest[..rest.find(stop).unwrap_or(rest.len())];
    while let Some(last) = address.chars().next_back() {
        let closes = |open: char, close: char| {
            last == close
                && address.matches(close).count() > address.matches(open).count()
        };
        let sentence = "?!.,:;*_~'’|…".contains(last);
        if !sentence && !closes('(', ')') && !closes('[', ']') && !closes('{', '}') {
            break;
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    start + address.len()
}
