//! Accents and signs that LaTeX has commands for.

use unicode_normalization::UnicodeNormalization;

/// The accents, by the command's name.
const ACCENTS: &[(char, char)] = &[
    ('`', '\u{300}'),
    ('\'', '\u{301}'),
    ('^', '\u{302}'),
    ('~', '\u{303}'),
    ('=', '\u{304}'),
    ('u', '\u{306}'),
    ('.', '\u{307}'),
    ('"', '\u{308}'),
    ('r', '\u{30A}'),
    ('H', '\u{30B}'),
    ('v', '\u{30C}'),
    ('d', '\u{323}'),
    ('c', '\u{327}'),
    ('k', '\u{328}'),
    ('b', '\u{331}'),
];

/// What commands without an argument print.
const SIGNS: &[(&str, &str)] = &[
    ("&", "&"),
    ("%", "%"),
    ("$", "$"),
    ("#", "#"),
    ("_", "_"),
    ("{", "{"),
    ("}", "}"),
    (" ", " "),
    ("\n", " "),
    ("\\", " "),
    (",", "\u{a0}"),
    (";", " "),
    (":", " "),
    ("!", ""),
    ("/", ""),
    ("-", ""),
    ("@", ""),
    ("i", "ı"),
    ("j", "ȷ"),
    ("aa", "å"),
    ("AA", "Å"),
    ("ae", "æ"),
    ("AE", "Æ"),
    ("oe", "œ"),
    ("OE", "Œ"),
    ("o", "ø"),
    ("O", "Ø"),
    ("l", "ł"),
    ("L", "Ł"),
    ("ss", "ß"),
    ("SS", "ẞ"),
    ("dh", "ð"),
    ("DH", "Ð"),
    ("dj", "đ"),
    ("DJ", "Đ"),
    ("th", "þ"),
    ("TH", "Þ"),
    ("ng", "ŋ"),
    ("NG", "Ŋ"),
    ("S", "§"),
    ("P", "¶"),
    ("dag", "†"),
    ("ddag", "‡"),
    ("copyright", "©"),
    ("pounds", "£"),
    ("euro", "€"),
    ("texteuro", "€"),
    ("dots", "…"),
    ("ldots", "…"),
    ("textellipsis", "…"),
    ("slash", "/"),
    ("textendash", "–"),
    ("textemdash", "—"),
    ("textquoteleft", "‘"),
    ("textquoteright", "’"),
    ("textquotedblleft", "“"),
    ("textquotedblright", "”"),
    ("textquotesingle", "'"),
    ("textquotedbl", "\""),
    ("lq", "'"),
    ("rq", "'"),
    ("quotedblbase", "„"),
    ("guillemotleft", "«"),
    ("guillemotright", "»"),
    ("textbackslash", "\\"),
    ("textasciitilde", "~"),
    ("textasciicircum", "^"),
    ("textunderscore", "_"),
    ("textbar", "|"),
    ("textless", "<"),
    ("textgreater", ">"),
    ("textregistered", "®"),
    ("texttrademark", "™"),
    ("textdegree", "°"),
    ("textmu", "µ"),
    ("textperiodcentered", "·"),
    ("textbullet", "•"),
    ("textordfeminine", "ª"),
    ("textordmasculine", "º"),
    ("textexclamdown", "¡"),
    ("textquestiondown", "¿"),
    ("and", "and"),
];

/// Greek letters, which people write outside of formulas, too.
const GREEK: &[(&str, &str)] = &[
    ("alpha", "α"),
    ("beta", "β"),
    ("gamma", "γ"),
    ("delta", "δ"),
    ("epsilon", "ϵ"),
    ("varepsilon", "ε"),
    ("zeta", "ζ"),
    ("eta", "η"),
    ("theta", "θ"),
    ("iota", "ι"),
    ("kappa", "κ"),
    ("lambda", "λ"),
    ("mu", "μ"),
    ("nu", "ν"),
    ("xi", "ξ"),
    ("pi", "π"),
    ("rho", "ρ"),
    ("sigma", "σ"),
    ("tau", "τ"),
    ("upsilon", "υ"),
    ("phi", "ϕ"),
    ("varphi", "φ"),
    ("chi", "χ"),
    ("psi", "ψ"),
    ("omega", "ω"),
    ("Gamma", "Γ"),
    ("Delta", "Δ"),
    ("Theta", "Θ"),
    ("Lambda", "Λ"),
    ("Xi", "Ξ"),
    ("Pi", "Π"),
    ("Sigma", "Σ"),
    ("Upsilon", "Υ"),
    ("Phi", "Φ"),
    ("Psi", "Ψ"),
    ("Omega", "Ω"),
];

/// The accent that a command puts on a letter.
pub(super) fn accent(name: char) -> Option<char> {
    ACCENTS.iter().find(|(own, _)| *own == name).map(|(_, accent)| *accent)
}

/// A text with an accent on its first letter, composed where that is possible.
pub(super) fn accented(text: &str, accent: char) -> String {
    let mut letters = text.trim().chars();
    let first = match letters.next() {
        None => return String::new(),
        Some('ı') => 'i',
        Some('ȷ') => 'j',
        Some(first) => first,
    };
    let pair: String = [first, accent].iter().collect::<String>().nfc().collect();
    pair + letters.as_str()
}

/// What a command without an argument prints.
pub(super) fn of(name: &str) -> Option<&'static str> {
    SIGNS.iter().chain(GREEK).find(|(own, _)| *own == name).map(|(_, text)| *text)
}
