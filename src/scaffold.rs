//! Starting points: a new résumé, a new theme.

use std::path::Path;

use crate::brief::Stamp;
use crate::theme;

/// The built-in theme that a new one begins as.
const MODEL: &str = "plain";

/// What a new theme says above everything.
const ADVICE: &str = "\
//
// Begin here:
//   cvpdf watch alice.yaml --theme ./{name}      sets a résumé again whenever you save
//   cvpdf themes --check ./{name}                tries the theme on hard résumés
//
// Most of a theme are the numbers of `spec`, below. What may be chosen stands in theme.toml.
// docs/themes.md leads through it in twenty minutes.
";

/// The text of a starter résumé for this file, last changed on this day.
///
/// The day's month goes into `updated:`: from then on only the author changes it.
pub fn resume(file: &Path, today: Stamp) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    include_str!("scaffold/resume.yaml")
        .replace("{schema}", "./cvpdf.schema.json")
        .replace("{file}", &name)
        .replace("{stem}", &stem)
        .replace("{today}", &today.iso()[..7])
        .replace("{{", "{")
        .replace("}}", "}")
}

/// The files of a starter theme of this name, and what is in them.
pub fn theme(name: &str) -> [(&'static str, String); 2] {
    let model = |file: &str| theme::builtin_text(&format!("{MODEL}/{file}"));
    let title = titled(name);
    let manifest = model("theme.toml");
    let manifest = manifest.lines().map(|line| {
        let value = match line.split_whitespace().next() {
            Some("title") => format!("title    = \"{title}\""),
            Some("summary") => "summary  = \"One line that says what it is like\"".into(),
            _ => line.to_owned(),
        };
        value + "\n"
    });
    let typst = model("theme.typ");
    let (_, rest) = typst.split_once('\n').unwrap_or_default();
    let head = format!("// {title}: say here what it is like.\n");
    let advice = ADVICE.replace("{name}", name);
    [("theme.toml", manifest.collect()), ("theme.typ", head + &advice + rest)]
}

/// Why a theme cannot have this name, if it cannot.
pub fn theme_name_trouble(name: &str) -> Option<String> {
    let is_letter = |byte: u8| byte.is_ascii_lowercase();
    let fits = |byte: u8| is_letter(byte) || byte.is_ascii_digit() || byte == b'-';
    if !name.bytes().next().is_some_and(is_letter) || !name.bytes().all(fits) {
        let words =
            "the name of a theme is one word of lower-case letters, figures and `-`";
        return Some(format!("`{name}` cannot be: {words}"));
    }
    let is_taken = theme::builtin_names().any(|builtin| builtin == name);
    is_taken.then(|| format!("`{name}` is a theme that comes with cvpdf"))
}

/// A name as a title: `two-words` is `Two words`.
fn titled(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect::<String>().replace('-', " ")
}
