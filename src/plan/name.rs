//! Names of outputs: templates filled with words that are safe in file names.

use unicode_normalization::UnicodeNormalization;

/// The fields that a template for names may hold, with their words.
#[derive(Debug, Clone)]
pub struct Naming<'a> {
    /// `{resume}`: the file's name without its ending, or the person's name.
    pub resume: &'a str,
    /// `{profile}`.
    pub profile: Option<&'a str>,
    /// `{theme}`.
    pub theme: &'a str,
    /// `{lang}`.
    pub lang: &'a str,
    /// `{paper}`.
    pub paper: &'a str,
    /// `{name}`: the person's name.
    pub name: &'a str,
}

/// The name of an output, without its ending: the template filled with words that are
/// safe in file names. A field without a word takes the sign before it away.
pub fn fill(template: &str, naming: &Naming<'_>) -> String {
    let Naming { resume, profile, theme, lang, paper, name } = *naming;
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, field)) = rest.split_once('{') {
        filled.push_str(before);
        let (field, after) = field.split_once('}').unwrap_or((field, ""));
        let word = match field {
            "resume" => resume,
            "profile" => profile.unwrap_or_default(),
            "theme" => theme,
            "lang" => lang,
            "paper" => paper,
            _ => name,
        };
        if word.is_empty() {
            filled.truncate(filled.trim_end_matches(['-', '_', '.', ' ']).len());
        }
        filled.push_str(&safe(word));
        rest = after;
    }
    filled.push_str(rest);
    if filled.trim_matches(['.', '/']).is_empty() {
        "resume".into()
    } else {
        usable(&filled)
    }
}

/// What Windows keeps for devices, whatever follows after a dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// The longest name of a file without its ending, in bytes.
const LONGEST: usize = 200;

/// A path whose parts every system takes: none too long, none that is a device's name.
fn usable(path: &str) -> String {
    let part = |part: &str| {
        let part = &part[..part.floor_char_boundary(LONGEST)];
        let stem = part.split('.').next().unwrap_or_default().to_lowercase();
        let bare = stem.trim_end_matches(|char: char| char.is_ascii_digit());
        let is_device = DEVICES.contains(&bare) && stem.len() - bare.len() <= 1;
        if is_device { format!("{part}_") } else { part.trim_end().to_owned() }
    };
    path.split('/')
        .filter(|part| !part.is_empty())
        .map(part)
        .collect::<Vec<_>>()
        .join("/")
}

/// Whether a character shows nothing, or turns the direction of what follows.
fn is_invisible(char: char) -> bool {
    matches!(char,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// A word as a part of a file's name, on every system: no separators, no controls, no
/// signs at its ends that a shell or Windows takes amiss, at most 100 bytes.
fn safe(word: &str) -> String {
    let plain = |char: char| match char {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
        char if char.is_control() || char.is_whitespace() => '-',
        char => char,
    };
    let word = word.nfc().filter(|char| !is_invisible(*char));
    let word: String = word.map(plain).collect();
    let word = word.trim_matches(['-', '.']);
    word[..word.floor_char_boundary(100)].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(template: &str, resume: &str, profile: Option<&str>, expected: &str) {
        let (theme, lang, paper, name) = ("classic", "en", "a4", "Ada Love/lace");
        let naming = Naming { resume, profile, theme, lang, paper, name };
        assert_eq!(fill(template, &naming), expected);
    }

    #[test]
    fn names_are_filled_and_safe() {
        check("{resume}-{profile}", "alice", Some("sre"), "alice-sre");
        check("{resume}-{profile}", "alice", None, "alice");
        check("{lang}/{resume}_{profile}.{paper}", "alice", None, "en/alice.a4");
        check("{name}", "alice", None, "Ada-Love-lace");
        check("{resume}", "../../etc/passwd", None, "etc-passwd");
        check("{resume}", "-rf", None, "rf");
        check("{resume}", "...", None, "resume");
    }

    #[test]
    fn names_that_a_system_keeps_for_itself_are_changed() {
        check("{resume}", "con", None, "con_");
        check("{resume}", "LPT1", None, "LPT1_");
        check("{resume}", "console", None, "console");
        check("{resume}", "com123", None, "com123");
        check("{resume}", &"a".repeat(300), None, &"a".repeat(100));
        check("{resume}", "e\u{301}\u{202e}x", None, "\u{e9}x");
    }
}
