//! The people of a BibTeX field: `Nguyen, Alice and van der Berg, Bo and others`.

use super::tex;
use crate::resume::name;
use crate::resume::name::Name;
use crate::resume::name::Parts;

/// The names in a field, and whether there are more than it says.
pub(super) fn read(value: &str) -> (Vec<Name>, bool) {
    let words: Vec<&str> = value.split_whitespace().collect();
    let value = words.join(" ");
    let (mut names, mut others) = (Vec::new(), false);
    for one in tex::split(&value, " and ") {
        let one = one.trim();
        if one.eq_ignore_ascii_case("others") {
            others = true;
        } else if !tex::plain(one).is_empty() {
            names.push(person(one));
        }
    }
    (names, others)
}

/// One name, as BibTeX or BibLaTeX write it.
fn person(text: &str) -> Name {
    if tex::split(text, ",").iter().any(|part| labelled(part, "family").is_some()) {
        return Name::of(by_labels(text));
    }
    let commas: Vec<&str> = tex::split(text, ",");
    let plain = |part: &str| tex::plain(part.trim());
    Name::of(match commas[..] {
        [last, given] => Parts { given: plain(given), ..last_name(last) },
        [last, suffix, given, ..] => {
            let (given, suffix) = (plain(given), plain(suffix));
            Parts { given, suffix, ..last_name(last) }
        }
        _ => unified(text),
    })
}

/// The words of a name; what stands in braces is one word.
fn words(text: &str) -> Vec<(&str, String)> {
    let words = tex::split(text.trim(), " ").into_iter().filter(|it| !it.is_empty());
    words.map(|word| (word, tex::plain(word))).collect()
}

/// `van der Berg`, or the name of a body in braces.
fn last_name(text: &str) -> Parts {
    let words = words(text);
    if let [(raw, plain)] = &words[..]
        && raw.starts_with('{')
    {
        return Parts { family: plain.clone(), ..Parts::default() };
    }
    let plain: Vec<&str> = words.iter().map(|(_, plain)| plain.as_str()).collect();
    name::before_comma(&plain.join(" "))
}

/// `Alice van der Berg`, or the name of a body in braces.
fn unified(text: &str) -> Parts {
    let words = words(text);
    let plain: Vec<&str> = words.iter().map(|(_, plain)| plain.as_str()).collect();
    name::in_order(&plain)
}

/// `family=Berg, given=Alice, prefix=van der`.
fn by_labels(text: &str) -> Parts {
    let parts = tex::split(text, ",");
    let find = |name: &str| {
        let found = parts.iter().find_map(|part| labelled(part, name));
        found.map(|value| tex::plain(value.trim_matches('"'))).unwrap_or_default()
    };
    Parts {
        given: find("given"),
        particle: find("prefix"),
        family: find("family"),
        suffix: find("suffix"),
    }
}

/// The value behind a name and `=`.
fn labelled<'a>(part: &'a str, name: &str) -> Option<&'a str> {
    let (label, value) = part.split_once('=')?;
    (label.trim() == name).then(|| value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A field, and its names with the given ones first and inverted.
    const TABLE: &[(&str, &[(&str, &str)])] = &[
        ("Alice Nguyen", &[("Alice Nguyen", "Nguyen, A.")]),
        (
            "Nguyen, Alice and Bo Li",
            &[("Alice Nguyen", "Nguyen, A."), ("Bo Li", "Li, B.")],
        ),
        ("Ludwig van Beethoven", &[("Ludwig van Beethoven", "van Beethoven, L.")]),
        ("van der Berg, Sophie", &[("Sophie van der Berg", "van der Berg, S.")]),
        ("King, Jr., Martin Luther", &[("Martin Luther King Jr.", "King, M. L., Jr.")]),
        (
            "{Barnes and Noble, Inc.}",
            &[("Barnes and Noble, Inc.", "Barnes and Noble, Inc.")],
        ),
        (
            "{The Logs Consortium} and Li, B.",
            &[("The Logs Consortium", "The Logs Consortium"), ("B. Li", "Li, B.")],
        ),
        (
            r"Garc{\'\i}a M{\'a}rquez, Gabriel",
            &[("Gabriel García Márquez", "García Márquez, G.")],
        ),
        (r"H{\aa}kan {\O}rsted", &[("Håkan Ørsted", "Ørsted, H.")]),
        (
            "family=Berg, given=Sophie, prefix=van der",
            &[("Sophie van der Berg", "van der Berg, S.")],
        ),
        ("A. B. Li AND\n  C. Wu", &[("A. B. Li", "Li, A. B."), ("C. Wu", "Wu, C.")]),
    ];

    #[test]
    fn names_are_taken_apart_as_bibtex_does() {
        for (value, expected) in TABLE {
            let (names, others) = read(value);
            let found: Vec<(String, String)> =
                names.iter().map(|it| (it.text().into(), it.inverted())).collect();
            let expected: Vec<(String, String)> =
                expected.iter().map(|it| (it.0.into(), it.1.into())).collect();
            assert_eq!(found, expected, "{value}");
            assert!(!others);
        }
    }

    #[test]
    fn others_are_no_name() {
        let (names, others) = read("Li, Bo and others");
        assert_eq!((names.len(), others), (1, true));
    }
}
