//! The letters of texts: those of a PDF are compared with those of its résumé.

use unicode_normalization::UnicodeNormalization;

/// The letters and figures of a text, in one form and one case.
pub(crate) fn letters(text: &str) -> String {
    let figure = |char: char| match char {
        '\u{660}'..='\u{669}' => {
            char::from_digit(u32::from(char) - 0x660, 10).unwrap_or(char)
        }
        '\u{6f0}'..='\u{6f9}' => {
            char::from_digit(u32::from(char) - 0x6f0, 10).unwrap_or(char)
        }
        char => char,
    };
    let letters =
        bare(text).into_iter().filter(|char| char.is_alphanumeric()).map(figure);
    letters.flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect()
}

/// The characters of a text without the marks on them.
///
/// Typst maps both glyphs of a letter with a mark to both characters, so that such a
/// letter comes out twice; here it counts once, wherever it comes from.
fn bare(text: &str) -> Vec<char> {
    let mut clusters: Vec<Vec<char>> = Vec::new();
    for char in text.nfkc() {
        match clusters.last_mut().filter(|_| is_mark(char)) {
            Some(cluster) => cluster.push(char),
            None => clusters.push(vec![char]),
        }
    }
    clusters.dedup_by(|this, before| this.len() > 1 && this == before);
    clusters.into_iter().map(|cluster| cluster[0]).collect()
}

/// Whether a letter is Hebrew or Arabic.
pub(super) fn is_right_to_left(char: char) -> bool {
    matches!(char, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Whether a character stands on, in or under another.
fn is_mark(char: char) -> bool {
    unicode_normalization::char::is_combining_mark(char)
}
