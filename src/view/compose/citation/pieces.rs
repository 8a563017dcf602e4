//! The smallest parts of a publication in words, and where they do not break.

use crate::resume::Publication;
use crate::text;
use crate::text::Inline;
use crate::text::Inlines;
use crate::text::Marked;
use crate::text::smart::Quotes;
use crate::view::compose::line;

/// How many characters stay together in a line at most.
const SHORT: usize = 24;

/// Makes the outer quotation marks of a line inner ones.
pub(super) fn turn_inward(line: &mut Inlines, quotes: &Quotes) {
    let inner = |sign: char| match sign {
        _ if sign == quotes.double.0 => quotes.single.0,
        _ if sign == quotes.double.1 => quotes.single.1,
        _ => sign,
    };
    for piece in line {
        match piece {
            Inline::Text(text) => *text = text.chars().map(inner).collect(),
            Inline::Marked(
                Marked::Emph { body }
                | Marked::Strong { body }
                | Marked::Link { body, .. },
            ) => turn_inward(body, quotes),
            Inline::Marked(_) => {}
        }
    }
}

/// Words as a line; none if there are none.
pub(super) fn plain(words: &str) -> Inlines {
    if words.is_empty() { Inlines::new() } else { vec![Inline::Text(words.to_owned())] }
}

/// Words that stay together, if they are short.
pub(super) fn whole(words: &str) -> Inlines {
    match words.chars().count() {
        0 => Inlines::new(),
        1..=SHORT => vec![Inline::Marked(Marked::Whole { text: words.to_owned() })],
        _ => plain(words),
    }
}

/// A pattern with its place filled; nothing if there is nothing to fill it with. A number
/// does not stand apart from its word.
pub(super) fn filled(pattern: &str, value: &str) -> Inlines {
    if value.is_empty() { Inlines::new() } else { whole(&pattern.replace("{}", value)) }
}

/// `12(3)`
pub(super) fn volume(publication: &Publication) -> String {
    let Publication { volume, issue, .. } = publication;
    let issue = if issue.is_empty() { String::new() } else { format!("({issue})") };
    format!("{volume}{issue}")
}

/// The same with emphasis on the volume.
pub(super) fn apa_volume(publication: &Publication) -> Inlines {
    let Publication { volume, issue, .. } = publication;
    let mut line = Inlines::new();
    if !volume.is_empty() {
        line.push(Inline::Marked(Marked::Emph { body: plain(volume) }));
    }
    if !issue.is_empty() {
        line::push_text(&mut line, &format!("({issue})"));
    }
    line
}

/// A number as English counts editions: `2nd`.
pub(super) fn ordinal(number: &str) -> String {
    let teens =
        number.ends_with("11") || number.ends_with("12") || number.ends_with("13");
    let ending = match number.chars().next_back() {
        Some('1') if !teens => "st",
        Some('2') if !teens => "nd",
        Some('3') if !teens => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// `doi:10.…`, as a link to where it is found.
pub(super) fn identifier(doi: &str) -> Inlines {
    let doi = doi.trim();
    if doi.is_empty() {
        return Inlines::new();
    }
    let escaped: String = doi.chars().flat_map(escape).collect();
    let url = format!("https://doi.org/{escaped}");
    let body = vec![Inline::Text(format!("doi:{doi}"))];
    vec![Inline::Marked(Marked::Link { url, body })]
}

/// A character of an identifier as addresses have it.
fn escape(character: char) -> Vec<char> {
    let plain = character.is_ascii_alphanumeric() || "-._~/:;()".contains(character);
    if plain {
        return vec![character];
    }
    let mut bytes = [0; 4];
    let bytes = character.encode_utf8(&mut bytes).as_bytes();
    bytes
        .iter()
        .flat_map(|byte| format!("%{byte:02X}").chars().collect::<Vec<_>>())
        .collect()
}

/// Ends a sentence with a full stop, unless it has an end.
pub(super) fn end(sentence: Inlines) -> Inlines {
    end_with(sentence, ".")
}

/// Ends words with a sign, unless they have one.
pub(super) fn end_with(mut sentence: Inlines, sign: &str) -> Inlines {
    let last = text::plain(&sentence).chars().next_back();
    if last.is_some_and(|it| !".!?…。！？".contains(it)) {
        line::push_text(&mut sentence, sign);
    }
    sentence
}

/// A line with a capital at the beginning.
pub(super) fn capital(mut sentence: Inlines) -> Inlines {
    if let Some(Inline::Text(text) | Inline::Marked(Marked::Whole { text })) =
        sentence.first_mut()
    {
        *text = capitalised(text);
    }
    sentence
}

/// Words with a capital at the beginning.
pub(in crate::view::compose) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Words with a small letter at the beginning, unless the first is an abbreviation: `PhD`.
pub(super) fn small(words: &str) -> String {
    let first = words.split_whitespace().next().unwrap_or_default();
    if first.chars().skip(1).any(char::is_uppercase) {
        return words.to_owned();
    }
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

/// A name in which initials do not part from the name that they belong to (the next one,
/// or the one before the comma), nor particles from the family's name.
pub(super) fn bound(name: &str) -> Inlines {
    let is_initial = |word: &str| {
        let word = word.trim_end_matches(',');
        word.ends_with('.') && word.chars().filter(|it| it.is_alphabetic()).count() <= 2
    };
    let is_particle =
        |word: &str| word.starts_with(char::is_lowercase) && word.chars().count() < 5;
    let turned = name.contains(',');
    together(name, |word, next| {
        is_particle(word) || is_initial(if turned { next } else { word })
    })
}

/// Keeps numbers with the words before them (`no. 805`), and what lies between two numbers
/// (`77–92`), in all texts of a line.
pub(super) fn bind(line: &mut Inlines) {
    let mut bound = Inlines::with_capacity(line.len());
    for inline in line.drain(..) {
        match inline {
            Inline::Text(text) => bound.extend(numbers(&text)),
            Inline::Marked(mut marked) => {
                if let Marked::Strong { body } | Marked::Emph { body } = &mut marked {
                    bind(body);
                }
                bound.push(Inline::Marked(marked));
            }
        }
    }
    *line = bound;
}

/// Makes text again of what stays together. Where lines run from right to left, a thing
/// that does not break has its place in the line as that of the language, and words of
/// another one around it would change places with it.
pub(super) fn unbind(line: &mut Inlines) {
    let mut loose = Inlines::with_capacity(line.len());
    for inline in line.drain(..) {
        match inline {
            Inline::Text(text) => line::push_text(&mut loose, &text),
            Inline::Marked(Marked::Whole { text }) if text.contains([' ', '–', '-']) => {
                line::push_text(&mut loose, &text);
            }
            Inline::Marked(mut marked) => {
                if let Marked::Strong { body }
                | Marked::Emph { body }
                | Marked::Link { body, .. } = &mut marked
                {
                    unbind(body);
                }
                loose.push(Inline::Marked(marked));
            }
        }
    }
    *line = loose;
}

/// A text in which numbers stay together, and with the words before them.
fn numbers(text: &str) -> Inlines {
    let is_word = |word: &str| {
        let bare = word.trim_start_matches('(');
        let letters = bare.trim_end_matches('.');
        bare.len() > letters.len()
            && (1..=4).contains(&letters.chars().count())
            && letters.chars().all(char::is_alphabetic)
    };
    let is_number = |word: &str| word.starts_with(|it: char| it.is_ascii_digit());
    together(text, |word, next| is_word(word) && is_number(next))
}

/// Whether a word is a range of numbers: `77–92`, `S12–S19`.
fn is_range(word: &str) -> bool {
    let digit = |part: &str| part.contains(|it: char| it.is_ascii_digit());
    let plain = |part: &str| part.chars().all(|it| it.is_alphanumeric() || it == '.');
    let part = |part: &str| digit(part) && plain(part) && part.chars().count() < 9;
    word.split_once(['–', '-', '—']).is_some_and(|(from, to)| part(from) && part(to))
}

/// A text whose words stay together where `joined` says so of one and the next; so do
/// ranges of numbers. The whole is short.
fn together(text: &str, joined: impl Fn(&str, &str) -> bool) -> Inlines {
    let mut line = Inlines::new();
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        let mut run = word.to_owned();
        let mut last = word;
        while let Some(next) = words.peek().copied()
            && joined(last, next)
            && run.chars().count() + 1 + next.chars().count() <= SHORT
        {
            run = format!("{run} {next}");
            last = next;
            words.next();
        }
        push_run(&mut line, &run, run.len() > word.len());
        if words.peek().is_some() {
            line::push_text(&mut line, " ");
        }
    }
    line
}

/// Adds a run of words, which may have signs around it.
fn push_run(line: &mut Inlines, run: &str, is_joined: bool) {
    if run.is_empty() {
        return;
    }
    let core = run.trim_start_matches(['(', '[']);
    let before = &run[..run.len() - core.len()];
    let core = core.trim_end_matches([',', ';', ':', ')', ']', '”']);
    let core = if is_range(core.trim_end_matches('.')) {
        core.trim_end_matches('.')
    } else {
        core
    };
    let after = &run[before.len() + core.len()..];
    if core.is_empty() || !(is_joined || is_range(core)) {
        line::push_text(line, run);
        return;
    }
    if !before.is_empty() {
        line::push_text(line, before);
    }
    line.push(Inline::Marked(Marked::Whole { text: core.to_owned() }));
    if !after.is_empty() {
        line::push_text(line, after);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::short;

    #[test]
    fn numbers_do_not_part_from_their_words() {
        let check = |text: &str, expected: &str| {
            let mut line = plain(text);
            bind(&mut line);
            assert_eq!(short::line(&line), expected);
        };
        check("no. 805 of it", "{w no. 805} of it");
        check("Journal 41, 77–92.", "Journal 41, {w 77–92}.");
        check("Logs (2009–2021), cut", "Logs ({w 2009–2021}), cut");
        check("Vol. 3–4, S1–S9", "{w Vol. 3–4}, {w S1–S9}");
        check("Logs-4100 and COVID-19", "Logs-4100 and COVID-19");
        check("the logs. 12 of them", "the {w logs. 12} of them");
    }

    #[test]
    fn initials_do_not_part_from_their_name() {
        let check = |name: &str, expected: &str| {
            assert_eq!(short::line(&bound(name)), expected);
        };
        check("R. Okafor", "{w R. Okafor}");
        check("A. B. Nguyen", "{w A. B. Nguyen}");
        check("Alice B. Nguyen", "Alice {w B. Nguyen}");
        check("Nguyen, A. B.", "{w Nguyen, A. B.}");
        check("García Márquez, G.", "García {w Márquez, G.}");
        check("Alice Nguyen", "Alice Nguyen");
        check("S. van der Berg", "{w S. van der Berg}");
        check("van der Berg, S.", "{w van der Berg, S.}");
        check("J.-P. Müller", "{w J.-P. Müller}");
        check("A. Wolfeschlegelsteinhausenberger", "A. Wolfeschlegelsteinhausenberger");
    }
}
