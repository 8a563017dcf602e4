//! Names of people as publications have them, and whether two of them are one person's.

mod titles;

use unicode_normalization::UnicodeNormalization;

use crate::text;

/// How many letters in capitals at most are initials, as the `AB` of `Nguyen AB`.
const INITIALS: usize = 3;

/// The name of an author or an editor: a person's, or that of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    text: String,
    parts: Parts,
}

/// What a name is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    /// Given names; none of a body.
    pub given: String,
    /// What stands before the family name and in small letters, as `van der`.
    pub particle: String,
    /// The family name, or the name of a body.
    pub family: String,
    /// What follows, as `Jr.`.
    pub suffix: String,
}

impl Name {
    /// Reads a name as an author writes it, which is also how it is printed:
    /// `Alice Nguyen`, `A. Nguyen`, `Nguyen, Alice`, `Nguyen, Jr., Alice`.
    pub fn read(text: &str) -> Self {
        let text = text::line(text);
        let parts: Vec<&str> = text.split(',').map(str::trim).collect();
        let parts = match parts[..] {
            [last, given] => Parts { given: given.into(), ..before_comma(last) },
            [last, suffix, given] => {
                let (given, suffix) = (given.into(), suffix.into());
                Parts { given, suffix, ..before_comma(last) }
            }
            _ => in_order(&text.split_whitespace().collect::<Vec<_>>()),
        };
        Self { text, parts }
    }

    /// Makes a name of its parts; it is printed with the given names first.
    pub fn of(parts: Parts) -> Self {
        let Parts { given, particle, family, suffix } = &parts;
        let words = [given, particle, family, suffix].map(String::as_str);
        Self { text: text::line(&words.join(" ")), parts }
    }

    /// The name as it was written, or with the given names first.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The name with the family's first and initials: `Nguyen, A. B.`.
    pub fn inverted(&self) -> String {
        let Parts { given, particle, family, suffix } = &self.parts;
        let family = text::line(&format!("{particle} {family}"));
        let rest = [initials(given), suffix.clone()];
        let rest = rest.into_iter().filter(|part| !part.is_empty());
        std::iter::once(family).chain(rest).collect::<Vec<_>>().join(", ")
    }

    /// The name with initials first: `A. B. Nguyen`.
    pub fn abbreviated(&self) -> String {
        let Parts { given, particle, family, suffix } = &self.parts;
        text::line(&format!("{} {particle} {family} {suffix}", initials(given)))
    }
}

/// What stands before the first comma of a name: particles and the family's name.
pub(super) fn before_comma(text: &str) -> Parts {
    let words: Vec<&str> = text.split_whitespace().collect();
    let small = words.iter().take_while(|word| is_small(word)).count();
    let small = small.min(words.len().saturating_sub(1));
    let (particle, family) = words.split_at(small);
    let (particle, family) = (particle.join(" "), family.join(" "));
    Parts { particle, family, ..Parts::default() }
}

/// The parts of a name whose words stand in the order in which it is said: the family's
/// name is the last word, with the small ones before it.
pub(super) fn in_order(words: &[&str]) -> Parts {
    let Some((last, before)) = words.split_last() else { return Parts::default() };
    let small = before.iter().position(|word| is_small(word)).unwrap_or(before.len());
    let (given, rest) = before.split_at(small);
    let after = rest.iter().take_while(|word| is_small(word)).count();
    let (particle, family) = rest.split_at(after);
    let family: Vec<&str> = family.iter().chain([last]).copied().collect();
    Parts {
        given: given.join(" "),
        particle: particle.join(" "),
        family: family.join(" "),
        suffix: String::new(),
    }
}

/// Whether a word begins with a small letter, as particles do.
fn is_small(word: &str) -> bool {
    word.chars().find(|it| it.is_alphabetic()).is_some_and(char::is_lowercase)
}

/// The initials of given names: `A. B.`, `J.-P.`; scripts without capitals have none.
fn initials(given: &str) -> String {
    let word = |word: &str| -> String {
        let parts = word.split('-').map(|part| {
            let letters: Vec<char> =
                part.chars().filter(|it| it.is_alphabetic()).collect();
            match letters.first() {
                Some(first) if !first.is_uppercase() => part.to_owned(),
                Some(_) if is_run(part) => letters
                    .iter()
                    .map(|it| format!("{it}."))
                    .collect::<Vec<_>>()
                    .join(" "),
                Some(first) => format!("{first}."),
                None => String::new(),
            }
        });
        parts.collect::<Vec<_>>().join("-")
    };
    // `A.B.` is two names.
    let spaced = given.replace('.', ". ");
    spaced.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// Whether a word is a run of initials, as `AB`.
fn is_run(word: &str) -> bool {
    let count = word.chars().count();
    (2..=INITIALS).contains(&count) && word.chars().all(char::is_uppercase)
}

/// A person's own names, by which a publication's authors are recognised.
#[derive(Debug)]
pub struct Own {
    names: Vec<Known>,
}

/// A name, ready to be compared.
#[derive(Debug)]
struct Known {
    /// The whole, without spaces.
    whole: String,
    /// The same with the family's name first.
    turned: String,
    /// Given names and family names, in every way in which it may be read.
    readings: Vec<Reading>,
}

/// One way in which a name can be read.
#[derive(Debug)]
struct Reading {
    given: Vec<String>,
    family: Vec<String>,
}

impl Own {
    /// Gathers a person's name and what else the person is called, without titles and
    /// degrees. A single word is another family name.
    pub fn new(name: &str, aliases: &[String]) -> Self {
        let main = Name::read(&titles::bare(name));
        let mut names = vec![known(&main)];
        for alias in aliases {
            let mut alias = Name::read(&titles::bare(alias));
            if alias.parts.given.is_empty() {
                alias.parts.given.clone_from(&main.parts.given);
            }
            names.push(known(&alias));
        }
        Self { names }
    }

    /// Whether a name is one of them: `Nguyen, A.` is `Alice Nguyen`.
    ///
    /// Accents, case, hyphens and particles do not matter; given names may be initials,
    /// and later ones may be left out.
    pub fn is(&self, name: &Name) -> bool {
        let bare = titles::bare(&name.text);
        self.is_known(name) || (bare != name.text && self.is_known(&Name::read(&bare)))
    }

    fn is_known(&self, name: &Name) -> bool {
        let written = known(name);
        self.names.iter().any(|own| {
            let same = |it: &Reading| own.readings.iter().any(|own| is_same(it, own));
            let whole = [&written.whole, &written.turned].contains(&&own.whole);
            whole || own.turned == written.whole || written.readings.iter().any(same)
        })
    }
}

/// Whether two readings are of one person's name.
fn is_same(one: &Reading, other: &Reading) -> bool {
    let mut given = one.given.iter().zip(&other.given);
    let fits = given.all(|(a, b)| {
        let initial = |short: &str, long: &str| {
            let letter =
                short.chars().count() == 1 && short.chars().all(char::is_lowercase);
            letter && long.starts_with(short)
        };
        a == b || initial(a, b) || initial(b, a)
    });
    fits && one.family == other.family && one.given.is_empty() == other.given.is_empty()
}

/// Makes a name ready to be compared.
fn known(name: &Name) -> Known {
    let Parts { given, particle, family, suffix: _ } = &name.parts;
    let (first, small, last) = (given_words(given), words(particle), words(family));
    let whole = [&first[..], &small, &last].concat().concat();
    let turned = [&small[..], &last, &first].concat().concat();
    let mut readings = Vec::new();
    let mut read = |given: &[String], family: &[String]| {
        readings.push(Reading { given: given.to_vec(), family: family.to_vec() });
    };
    read(&first, &last);
    read(&first, &[&small[..], &last].concat());
    // Who reads a name without a comma does not know where the family's name begins:
    // `Maria De La Cruz`, `Nguyen A`.
    if !name.text.contains(',') {
        for at in 1..first.len() {
            read(&first[..at], &[&first[at..], &small, &last].concat());
        }
        if small.is_empty() && last.len() == 1 && is_run_or_initial(family) {
            read(&given_words(family), &first);
        }
        if let [only] = &last[..]
            && !first.is_empty()
            && first.iter().all(|word| word.chars().count() > 1)
        {
            read(std::slice::from_ref(only), &first);
        }
    }
    Known { whole, turned, readings }
}

/// Whether a word is an initial, or a run of them.
fn is_run_or_initial(word: &str) -> bool {
    let bare = word.replace('.', "");
    is_run(&bare) || bare.chars().count() == 1
}

/// Given names as they are compared; runs of initials are taken apart.
fn given_words(text: &str) -> Vec<String> {
    let parts =
        text.split(|it: char| it.is_whitespace() || ".-\u{2010}\u{2011}".contains(it));
    let single = |part: &str| -> Vec<String> {
        match is_run(part) {
            true => part.chars().map(String::from).collect(),
            false => vec![part.to_owned()],
        }
    };
    parts.flat_map(single).flat_map(|part| words(&part)).collect()
}

/// The words of a text without case, accents, hyphens and apostrophes.
fn words(text: &str) -> Vec<String> {
    let plain = text.to_lowercase();
    let plain = plain.nfkd().filter(|it| !is_accent(*it));
    let mut folded = String::new();
    for letter in plain {
        match letter {
            'ß' => folded.push_str("ss"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            '\'' | '’' | 'ʼ' | '.' => {}
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ => folded.push(' '),
        }
    }
    folded.split_whitespace().map(str::to_owned).collect()
}

/// Whether a character is an accent, or a vowel point that may be left out.
fn is_accent(character: char) -> bool {
    matches!(
        character,
        '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{64B}'..='\u{652}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Who is who: the own name, aliases, another's spelling, whether they are one.
    const TABLE: &[(&str, &[&str], &str, bool)] = &[
        ("Alice Nguyen", &[], "Alice Nguyen", true),
        ("Alice Nguyen", &[], "Nguyen, Alice", true),
        ("Alice Nguyen", &[], "A. Nguyen", true),
        ("Alice Nguyen", &[], "Nguyen, A.", true),
        ("Alice Nguyen", &[], "Nguyen A", true),
        ("Alice Nguyen", &[], "Nguyen, A. B.", true),
        ("Alice Nguyen", &[], "Nguyen AB", true),
        ("Alice Nguyen", &[], "Nguyen Alice", true),
        ("Alice Nguyen", &[], "ALICE NGUYEN", true),
        ("Alice Nguyễn", &[], "Nguyen, Alice", true),
        ("Alice Nguyen", &[], "Nguyen, Bob", false),
        ("Alice Nguyen", &[], "Nguyen", false),
        ("Alice Nguyen", &[], "Alice Nguyen-Roy", false),
        ("Alice Nguyen", &[], "Alice", false),
        ("Alice Nguyen", &[], "Li, Alice", false),
        ("Alice Nguyen", &["Nguyen-Roy"], "Alice Nguyen-Roy", true),
        ("Alice Nguyen", &["Nguyen-Roy"], "Nguyen Roy, A.", true),
        ("Alice Nguyen", &["Nguyen-Roy"], "Bob Nguyen-Roy", false),
        ("Alice Nguyen", &["Lissy Ng"], "L. Ng", true),
        ("Alice B. Nguyen", &[], "Alice Nguyen", true),
        ("Alice B. Nguyen", &[], "A. C. Nguyen", false),
        ("A. Nguyen", &[], "Nguyen, Alice", true),
        ("Jean-Paul Müller", &[], "Muller, J.-P.", true),
        ("Jean-Paul Müller", &[], "Müller JP", true),
        ("Jean-Paul Müller", &[], "Müller, Jean Paul", true),
        ("Jean-Paul Müller", &[], "Müller, J. R.", false),
        ("Sophie van der Berg", &[], "van der Berg, Sophie", true),
        ("Sophie van der Berg", &[], "Berg, S.", true),
        ("Sophie Berg", &[], "van der Berg, S.", true),
        ("Sophie van der Berg", &[], "S. v. d. Berg", true),
        ("Maria De La Cruz", &[], "De La Cruz, Maria", true),
        ("Maria De La Cruz", &[], "M. De La Cruz", true),
        ("Gabriel García Márquez", &[], "Garcia Marquez, G.", true),
        ("Conor O’Brien", &[], "O'Brien, C.", true),
        ("Søren Łukasz", &[], "Lukasz, Soren", true),
        ("山田太郎", &[], "山田, 太郎", true),
        ("山田 太郎", &[], "山田太郎", true),
        ("山田 太郎", &[], "山田 花子", false),
        ("Ольга Иванова", &[], "Иванова О.", true),
        ("Martin King", &[], "King, Jr., Martin", true),
        ("Martin King", &[], "Martin King Jr.", true),
        ("Dr Alice Nguyen", &[], "Nguyen, Alice", true),
        ("Dr. Alice Nguyen", &[], "D. Nguyen", false),
        ("Prof. Dr.-Ing. Alice Nguyen", &[], "A. Nguyen", true),
        ("PD Dr. rer. nat. habil. Alice Nguyen", &[], "Nguyen A", true),
        ("Univ.-Prof. Mag. Dr. h. c. Alice Nguyen", &[], "Nguyen, A.", true),
        ("Professor Sir Alice Nguyen", &[], "Alice Nguyen", true),
        ("Mme Alice Nguyen", &[], "Nguyen, Alice", true),
        ("Dott.ssa Alice Nguyen", &[], "Nguyen, Alice", true),
        ("д-р Ольга Иванова", &[], "Иванова О.", true),
        ("פרופ׳ אליס נגוין", &[], "אליס נגוין", true),
        ("Alice Nguyen, PhD", &[], "Nguyen, A.", true),
        ("Alice Nguyen, Ph.D., M.Sc.", &[], "Nguyen, A.", true),
        ("Alice Nguyen, MRCVS", &[], "A. Nguyen", true),
        ("Alice Nguyen MD", &[], "Nguyen, A.", true),
        ("Alice Nguyen Ph. D.", &[], "A. Nguyen", true),
        ("Alice Nguyen (she/her)", &[], "Nguyen, A.", true),
        ("Ms Alice Nguyen, MBA (she/her)", &[], "Nguyen Alice", true),
        ("山田 太郎 博士", &[], "山田太郎", true),
        ("JACK MA", &[], "Ma, Jack", true),
        ("Marie Claire BA", &[], "Ba, M. C.", true),
        ("Nguyen, MA", &[], "M. A. Nguyen", false),
        ("Sam Li", &["Dr. Sam Nguyen, PhD"], "S. Nguyen", true),
        ("Ing Wen", &[], "Wen, Ing", true),
        ("Dr. J.-P. Müller", &[], "Jean-Paul Müller", true),
        ("(Alice) Nguyen", &[], "Nguyen", true),
        ("(Alice)", &[], "Alice", true),
        ("PD James", &[], "James, P. D.", true),
    ];

    #[test]
    fn the_own_name_is_known_however_it_is_spelt() {
        let found = TABLE.iter().map(|(name, aliases, written, expected)| {
            let aliases: Vec<String> = aliases.iter().map(|it| (*it).into()).collect();
            let found = Own::new(name, &aliases).is(&Name::read(written));
            (found != *expected).then(|| format!("{name} / {written}: {found}"))
        });
        let wrong: Vec<String> = found.flatten().collect();
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }

    #[test]
    fn names_are_shortened_as_styles_want_them() {
        let forms = |text: &str| {
            let name = Name::read(text);
            [name.text().to_owned(), name.inverted(), name.abbreviated()]
        };
        let check = |text: &str, inverted: &str, abbreviated: &str| {
            assert_eq!(forms(text), [text, inverted, abbreviated]);
        };
        check("Alice B. Nguyen", "Nguyen, A. B.", "A. B. Nguyen");
        check("Nguyen, Alice", "Nguyen, A.", "A. Nguyen");
        check("Jean-Paul de la Tour", "de la Tour, J.-P.", "J.-P. de la Tour");
        check("King, Jr., Martin Luther", "King, M. L., Jr.", "M. L. King Jr.");
        check("Nguyen, AB", "Nguyen, A. B.", "A. B. Nguyen");
        check("Nguyen, A.B.", "Nguyen, A. B.", "A. B. Nguyen");
        check("山田, 太郎", "山田, 太郎", "太郎 山田");
        check("Consortium", "Consortium", "Consortium");
    }
}
