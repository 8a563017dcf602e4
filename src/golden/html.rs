//! The outcome as a page for a browser: one file, which asks nobody for anything.
//!
//! Pictures are in it. Its policy allows no script and no style but its own two, whose
//! nonce is a digest of all that the page says; so nothing that a résumé says can run.

use std::fmt::Write as _;

use crate::compare;
use crate::compare::Finding;
use crate::compare::Limits;
use crate::compare::Picture;
use crate::compare::Row;
use crate::compare::Sheet;
use crate::compare::Sign;
use crate::digest::Digest;
use crate::golden::Entry;

/// How many entries are shown with pictures; a page with more would open nowhere.
pub const PICTURED: usize = 60;

/// How many pages of an entry are shown.
const PAGES: usize = 12;

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");

/// Writes a page about entries.
pub fn write(title: &str, entries: &[Entry], limits: &Limits) -> String {
    let body = body(title, entries, limits);
    let nonce = Digest::of(body.as_bytes()).to_string();
    let title = escape(title);
    let policy = format!(
        "default-src 'none'; img-src data:; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; base-uri 'none'; form-action 'none'"
    );
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n\
         <style nonce=\"{nonce}\">\n{STYLE}</style>\n</head>\n{body}\
         <script nonce=\"{nonce}\">\n{SCRIPT}</script>\n</body>\n</html>\n"
    )
}

fn body(title: &str, entries: &[Entry], limits: &Limits) -> String {
    let failed: Vec<&Entry> = entries.iter().filter(|it| !it.status.passes()).collect();
    let alike: Vec<&Entry> = entries
        .iter()
        .filter(|it| it.status.passes() && it.comparison.is_some())
        .collect();
    let mut html = String::from("<body data-view=\"side\">\n");
    let _ = writeln!(
        html,
        "<header><h1>{}</h1><p>{} of {} differ</p>{}</header>",
        escape(title),
        failed.len(),
        entries.len(),
        CONTROLS
    );
    contents(&failed, &mut html);
    html.push_str("<main>\n");
    if failed.is_empty() {
        html.push_str("<p class=\"well\">Nothing differs.</p>\n");
    }
    for (index, entry) in failed.iter().enumerate() {
        section(index, entry, limits, &mut html);
    }
    if !alike.is_empty() {
        html.push_str("<h2>Only the bytes differ</h2>\n<ul>\n");
        for entry in alike {
            let _ = writeln!(html, "<li>{}</li>", escape(&entry.name));
        }
        html.push_str("</ul>\n");
    }
    html.push_str("</main>\n");
    html.push_str(HELP);
    html
}

/// A line for each entry, which leads to it.
fn contents(entries: &[&Entry], html: &mut String) {
    html.push_str("<nav aria-label=\"What differs\"><ol>\n");
    for (index, entry) in entries.iter().enumerate() {
        let (status, name) = (entry.status.name(), escape(&entry.name));
        let headline = escape(&entry.headline());
        let _ = writeln!(
            html,
            "<li><a href=\"#g{index}\"><b>{name}</b> <i class=\"{status}\">{status}</i> <span>{headline}</span></a></li>"
        );
    }
    html.push_str("</ol></nav>\n");
}

/// The buttons, which say what their keys are.
const CONTROLS: &str = "\n<div role=\"toolbar\" aria-label=\"How pages are shown\">\
<button type=\"button\" data-view=\"side\" aria-pressed=\"true\">1 side by side</button>\
<button type=\"button\" data-view=\"over\" aria-pressed=\"false\">2 overlay</button>\
<button type=\"button\" data-view=\"blink\" aria-pressed=\"false\">3 blink</button>\
<button type=\"button\" data-view=\"heat\" aria-pressed=\"false\">4 heat map</button>\
<button type=\"button\" id=\"ask\">? keys</button></div>\
<p id=\"said\" role=\"status\"></p>";

const HELP: &str = "<dialog id=\"help\" aria-labelledby=\"keys\"><h2 id=\"keys\">Keys</h2><dl>\
<dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next, previous difference</dd>\
<dt><kbd>1</kbd></dt><dd>old and new side by side</dd>\
<dt><kbd>2</kbd></dt><dd>one over the other: what is equal is black</dd>\
<dt><kbd>3</kbd></dt><dd>old or new; <kbd>space</kbd> changes between them</dd>\
<dt><kbd>4</kbd></dt><dd>heat map: what differs is red</dd>\
<dt><kbd>?</kbd></dt><dd>these keys; <kbd>Esc</kbd> closes them</dd></dl>\
<button type=\"button\" id=\"close\">close</button></dialog>\n";

/// What there is to see of one entry.
fn section(index: usize, entry: &Entry, limits: &Limits, html: &mut String) {
    let (name, status) = (escape(&entry.name), entry.status.name());
    let _ = writeln!(
        html,
        "<section id=\"g{index}\" tabindex=\"-1\" aria-labelledby=\"h{index}\">\n\
         <h2 id=\"h{index}\">{name} <i class=\"{status}\">{status}</i></h2>\n\
         <p class=\"headline\">{}</p>",
        escape(&entry.headline())
    );
    for finding in entry.comparison.iter().flat_map(|it| &it.findings) {
        difference(finding, html);
    }
    if index < PICTURED {
        pages(entry, limits, html);
    } else {
        html.push_str("<p>Pictures are only shown of the first.</p>\n");
    }
    html.push_str("</section>\n");
}

/// One layer that differs.
fn difference(finding: &Finding, html: &mut String) {
    let Finding { layer, summary, rows } = finding;
    let _ = writeln!(
        html,
        "<details open><summary><b>{layer}</b> {}</summary>\n<pre class=\"diff\">",
        escape(summary)
    );
    for row in rows {
        line(row, html);
    }
    html.push_str("</pre></details>\n");
}

fn line(row: &Row, html: &mut String) {
    let (mark, text) = (row.mark(), escape(&row.text));
    let _ = match row.sign {
        Sign::Both => writeln!(html, "{mark} {text}"),
        Sign::Gap => writeln!(html, "<span class=\"gap\">{mark} {text}</span>"),
        Sign::Old => writeln!(html, "<del>{mark} {text}</del>"),
        Sign::New => writeln!(html, "<ins>{mark} {text}</ins>"),
    };
}

/// The pages of an entry that look different; all of one that is new or gone.
fn pages(entry: &Entry, limits: &Limits, html: &mut String) {
    let sheets = match (&entry.old, &entry.new) {
        (Some(old), Some(new)) => compare::pictures(old, new, limits),
        (Some(one), None) | (None, Some(one)) => compare::pictures(one, one, limits),
        (None, None) => return,
    };
    // A PDF that cannot be drawn has no pictures; why it cannot be read was said above.
    let Ok(mut sheets) = sheets else { return };
    for sheet in &mut sheets {
        if entry.old.is_none() {
            sheet.old = None;
        } else if entry.new.is_none() {
            sheet.new = None;
        }
    }
    let total = sheets.len();
    let mut shown = 0;
    for (number, sheet) in (1..).zip(&sheets) {
        let whole = sheet.old.is_some() && sheet.new.is_some();
        if whole && sheet.pixels == 0 {
            let _ = writeln!(html, "<p>Page {number} of {total} looks the same.</p>");
        } else if shown < PAGES {
            shown += 1;
            page(number, total, sheet, html);
        }
    }
}

fn page(number: usize, total: usize, sheet: &Sheet, html: &mut String) {
    let Sheet { old, new, heat, pixels } = sheet;
    let whole = old.is_some() && new.is_some();
    let said = match whole {
        true if *pixels == 1 => "one pixel differs".to_owned(),
        true => format!("{pixels} pixels differ"),
        false => "only one of the two has it".to_owned(),
    };
    let _ = writeln!(
        html,
        "<h3>Page {number} of {total}: {said}</h3>\n<div class=\"page{}\">",
        if whole { "" } else { " lone" }
    );
    for (kind, picture) in [("old", old), ("new", new), ("heat", heat)] {
        let name = if kind == "heat" { "what differs" } else { kind };
        match picture {
            Some(picture) => figure((kind, name), number, picture, html),
            None if kind == "heat" => {}
            None => {
                let _ = writeln!(
                    html,
                    "<figure class=\"{kind} none\"><figcaption>{name}</figcaption><p>no such page</p></figure>"
                );
            }
        }
    }
    html.push_str("</div>\n");
}

fn figure(
    (kind, name): (&str, &str),
    number: usize,
    picture: &Picture,
    html: &mut String,
) {
    let (width, height) = (picture.width, picture.height);
    let data = base64(&picture.png());
    let _ = writeln!(
        html,
        "<figure class=\"{kind}\"><figcaption>{name}</figcaption><img alt=\"page {number}, {name}\" width=\"{width}\" height=\"{height}\" src=\"data:image/png;base64,{data}\"></figure>"
    );
}

/// The text as a part of a page, in which nothing is a tag and nothing is invisible.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' | '\t' => escaped.push(' '),
            // Signs that turn the direction of reading would turn the page's own words.
            '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => {
                escaped.extend(char.escape_unicode());
            }
            _ if char.is_control() => escaped.extend(char.escape_unicode()),
            _ => escaped.push(char),
        }
    }
    escaped
}

/// The bytes in 64 letters, as addresses of data have them.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] =
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for letter in 0..4 {
            let index = (bits >> (18 - 6 * letter)) & 63;
            let is_there = letter <= three.len();
            text.push(if is_there { LETTERS[index as usize].into() } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::golden::Status;

    #[test]
    fn bytes_are_written_in_64_letters() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn nothing_that_a_name_says_is_a_part_of_the_page() {
        let mut entry =
            Entry::new("<script>alert(1)</script>\u{202e}\"'", Status::Failed);
        entry.told = "<img src=x onerror=alert(1)>\u{1b}".to_owned();
        let page = write("</title><b>", &[entry], &Limits::default());
        assert_eq!(page.matches("<script").count(), 1);
        assert!(!page.contains("<img") && !page.contains("<b></title>"));
        assert!(!page.contains(['\u{202e}', '\u{1b}']));
        assert!(
            page.contains("&lt;script&gt;alert(1)&lt;/script&gt;\\u{202e}&quot;&#39;")
        );
    }

    #[test]
    fn a_page_asks_nobody_for_anything() {
        let page = write("x", &[Entry::new("x", Status::Missing)], &Limits::default());
        assert!(page.contains("default-src 'none'"));
        assert!(!page.contains("http://") && !page.contains("https://"), "{page}");
        assert!(!page.contains("style=") && !page.contains("onclick"), "{page}");
    }
}
