//! Ways to reach a person, as they are printed.

use super::Composer;
use super::line::short_address;
use crate::resume;
use crate::resume::network;
use crate::view::Contact;

/// The kinds of contacts whose text is words.
const WORDS: [&str; 6] =
    ["location", "address", "other", "birth", "nationality", "gender"];

impl Composer<'_> {
    /// A contact; none if nothing is to be printed.
    pub(super) fn contact(&self, contact: &resume::Contact) -> Option<Contact> {
        let resume::Contact { kind, label, text, url, audience: _ } = contact;
        let text = if self.icons { without_pictograph(text) } else { text };
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        // What it is called; details of a person always say what they are.
        let named = || network::find(kind).map(|network| network.label.to_owned());
        let label = label.clone().filter(|label| !label.is_empty());
        let icon = network::icon(kind, label.as_deref()).map(str::to_owned);
        // A drawing says what the network is called, but not what the author says.
        let drawn = self.icons && icon.is_some();
        Some(Contact {
            kind: kind.clone(),
            icon,
            label: label
                .map(|label| self.name(&label))
                .or_else(|| self.detail(kind))
                .or_else(|| named().filter(|_| !drawn)),
            text: self.said(kind, text),
            address: url.as_deref().and_then(|url| address(url, text)),
            url: url.clone(),
        })
    }

    /// A text with its apostrophes, unless it is an address or the name of a user.
    fn said(&self, kind: &str, text: &str) -> String {
        if !WORDS.contains(&kind) && !text.contains(' ') {
            return text.to_owned();
        }
        let word = |word: &str| {
            let is_address =
                word.trim_end_matches(['.', ',']).contains(['@', '/', ':', '.']);
            if is_address { word.to_owned() } else { self.name(word) }
        };
        text.split(' ').map(word).collect::<Vec<_>>().join(" ")
    }

    /// What a detail of the person is called.
    fn detail(&self, kind: &str) -> Option<String> {
        let forms = self.locale.forms();
        let label = match kind {
            "birth" => forms.birth,
            "nationality" => forms.nationality,
            "gender" => forms.gender,
            _ => return None,
        };
        Some(label.to_owned())
    }
}

/// The whole address, where it says all that the text says, and more.
fn address(url: &str, text: &str) -> Option<String> {
    let web = url.starts_with("https://") || url.starts_with("http://");
    let short = short_address(url);
    let short = short.strip_prefix("www.").unwrap_or(short);
    let bare = short_address(text);
    let said = bare.strip_prefix("www.").unwrap_or(bare).eq_ignore_ascii_case(short);
    let holds = short.contains(bare.trim_start_matches('@'));
    (web && !said && holds).then(|| short.to_owned())
}

/// A value without the picture that the author put before it, as `✉ a@b.example`.
fn without_pictograph(text: &str) -> &str {
    let rest =
        text.trim_start_matches(|it: char| is_pictograph(it) || it.is_whitespace());
    if rest.is_empty() { text } else { rest }
}

fn is_pictograph(character: char) -> bool {
    matches!(
        character,
        '\u{2300}'..='\u{23FF}'
            | '\u{25A0}'..='\u{27BF}'
            | '\u{2B00}'..='\u{2BFF}'
            | '\u{1F000}'..='\u{1FAFF}'
            | '\u{200D}'
            | '\u{20E3}'
            | '\u{FE0E}'
            | '\u{FE0F}'
    )
}
