//! What stands around a name and is no part of it: titles, degrees, words in parentheses.

use crate::text;

/// Titles before a name, without full stops and in small letters: of English, German, Dutch
/// and the north, the Romance languages, the middle and the east of Europe, Turkish, Arabic,
/// Persian, Hebrew and Hindi.
const TITLES: &str = "\
    dr doctor prof professor mr mrs ms miss mx sir dame rev reverend assoc asst \
    herr frau professorin priv univ dipl drs dhr mevr mw docent dosent tohtori \
    mme mlle maître pr dre docteur professeur professeure dra profa profª srta sra \
    dña dott dottssa drssa profssa ingegner sig sigra avv \
    mgr bc mudr judr rndr phdr paeddr thdr mvdr inż δρ καθ д-р проф доктор профессор \
    професор доц \
    doç uzm öğr gör yrd \
    الدكتور الدكتورة دكتور دكتورة دکتر مهندس المهندس المهندسة דר פרופ מר גב डॉ डा \
    प्रो श्री श्रीमती";

/// Titles that a name may begin with as well, if there is no full stop.
const DOTTED: &str = "ing mag lic eng arch ir sr hon kand lek doc د أد م";

/// Titles that are initials too, unless another one follows.
const BEFORE_TITLES: &str = "pd ao em ass adj";

/// Degrees and the like after a name, without full stops.
const DEGREES: &str = "\
    PhD Phd DPhil MPhil EdD DSc ScD DEng EngD DBA PsyD PharmD DDS DMD DVM DO MD MBBS \
    MBChB JD LLM LLB LLD MSc MS MA MBA MEng MEd MPH MPA MFA MRes MMath MPhys MTech \
    MCA BSc BS BA BEng BEd BTech BCom BFA CFA CPA ACA ACCA PMP PE RN NP CEng CPhys \
    FRS FRSE FBA FRCP FRCS OBE MBE CBE KBE CSc DrSc MCh Esq Jr Sr II III IV Dr Prof \
    habil MAS MSW MDiv ThD DMA DNP BSN MSN CISSP DI FH dr кфн ктн дтн 博士 教授 박사 교수";

/// Degrees that are family names too, which many write in capitals: they count after a
/// comma only.
const FAMILIES: &str = "DO MA BA BS MS PE NP DI FH Sr";

/// A name without titles before it, degrees after it, and what is in parentheses.
pub(super) fn bare(name: &str) -> String {
    let said = without_parentheses(name);
    let mut parts: Vec<&str> = said.split(',').map(str::trim).collect();
    parts.retain(|part| !part.is_empty());
    while parts.len() > 1 && parts.last().is_some_and(|it| is_degrees(it, parts[0])) {
        parts.pop();
    }
    let Some((first, rest)) = parts.split_first() else { return text::line(name) };
    let mut words: Vec<&str> = first.split_whitespace().collect();
    words.drain(..titles(&words));
    if rest.is_empty() {
        words.truncate(words.len() - degrees(&words));
    }
    // `Nguyen, Dr. Alice`
    let rest = rest.iter().map(|part| {
        let words: Vec<&str> = part.split_whitespace().collect();
        words[titles(&words)..].join(" ")
    });
    std::iter::once(words.join(" ")).chain(rest).collect::<Vec<_>>().join(", ")
}

/// A text without what is in parentheses or brackets.
fn without_parentheses(text: &str) -> String {
    let mut depth = 0_usize;
    let mut bare = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => {
                depth = depth.saturating_sub(1);
                bare.push(' ');
            }
            _ if depth == 0 => bare.push(character),
            _ => {}
        }
    }
    bare
}

/// How many words are titles at the beginning; one word at least is the name.
fn titles(words: &[&str]) -> usize {
    let mut count = 0;
    let mut waiting = 0;
    for word in words.iter().take(words.len().saturating_sub(1)) {
        if is_title(word) || (count > 0 && waiting == 0 && goes_on(word)) {
            count += waiting + 1;
            waiting = 0;
        } else if is_before_titles(word) {
            waiting += 1;
        } else {
            break;
        }
    }
    count
}

/// Whether a word is a title, or the beginning of one with a hyphen: `Dr.-Ing.`.
fn is_title(word: &str) -> bool {
    let first = match word.split_once(".-") {
        Some((first, _)) if first.chars().count() > 1 => first,
        _ => word,
    };
    let plain = folded(first);
    holds(TITLES, &plain) || (word.ends_with('.') && holds(DOTTED, &plain))
}

/// Whether a word goes on with a title: `rer.`, `nat.`, `h.c.`
fn goes_on(word: &str) -> bool {
    word.ends_with('.') && word.chars().all(|it| it == '.' || it.is_lowercase())
}

/// Whether a word may stand before a title: `PD`, `apl.`
fn is_before_titles(word: &str) -> bool {
    holds(BEFORE_TITLES, &folded(word)) || goes_on(word)
}

/// Whether a word is in a table, whose words have spaces between them.
fn holds(table: &str, word: &str) -> bool {
    table.split_whitespace().any(|it| it == word)
}

/// A word in small letters, without signs.
fn folded(word: &str) -> String {
    let signs = ['.', '\'', '’', '"', '״', '׳', '”'];
    word.to_lowercase().chars().filter(|it| !signs.contains(it)).collect()
}

/// How many words are degrees at the end; two words at least are the name.
fn degrees(words: &[&str]) -> usize {
    // A name in capitals may end like a degree: `JACK MA`.
    let is_small = |word: &&str| word.chars().any(char::is_lowercase);
    let mut count = 0;
    while words.len() > count + 2 {
        let left = &words[..words.len() - count];
        let (before, last) = left.split_at(left.len() - 1);
        let (above, two) = left.split_at(left.len() - 2);
        let is_large = |word: &&str| word.chars().any(char::is_uppercase);
        let capitals = before.iter().any(is_large) && !before.iter().any(is_small);
        // Spelt apart: `Ph. D.`
        let joined = two.concat();
        if above.len() > 1 && joined.contains('.') && is_degree(&joined) {
            count += 2;
        } else if is_degree(last[0]) && !capitals && !holds(FAMILIES, last[0]) {
            count += 1;
        } else {
            break;
        }
    }
    count
}

/// Whether a degree is meant.
fn is_degree(word: &str) -> bool {
    holds(DEGREES, &word.replace('.', ""))
}

/// Whether what stands after a comma is made of degrees, and no given name.
fn is_degrees(part: &str, before: &str) -> bool {
    let full = before.split_whitespace().count() > 1;
    // Initials are no longer.
    let capitals = |word: &str| {
        (4..=6).contains(&word.chars().count()) && word.chars().all(char::is_uppercase)
    };
    let capitals_before = !before.chars().any(char::is_lowercase);
    let mut words = part.split_whitespace();
    is_degree(&part.replace(' ', ""))
        || words.all(|it| is_degree(it) || (full && !capitals_before && capitals(it)))
}
