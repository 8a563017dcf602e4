//! The LaTeX of bibliographies as text: accents become letters, `\emph` is emphasis,
//! braces go, formulas stay as they are written.
//!
//! Nothing is evaluated. A command that is not known is left out and its argument kept.

mod signs;

use unicode_normalization::UnicodeNormalization;

use crate::text;
use crate::text::Inline;
use crate::text::Inlines;
use crate::text::Marked;

/// How deeply groups may be nested; braces further inside are only left out.
const DEEPEST: usize = 40;

/// A value as a line of text.
pub(super) fn inlines(value: &str) -> Inlines {
    let mut reader = Reader { rest: value };
    let mut line = reader.group(0);
    tidy(&mut line, true, true);
    line
}

/// A value as words without marks.
pub(super) fn plain(value: &str) -> String {
    text::line(&text::plain(&inlines(value)))
}

/// A value that is no LaTeX, as an address: only escapes and braces are taken out.
pub(super) fn verbatim(value: &str) -> String {
    let value = value.trim().trim_start_matches("\\url");
    let mut bare = String::with_capacity(value.len());
    let mut signs = value.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '{' | '}' => {}
            '\\' if signs.peek().is_some_and(|it| "_%&#~$^{}".contains(*it)) => {
                bare.extend(signs.next());
            }
            sign if sign.is_whitespace() => {}
            sign => bare.push(sign),
        }
    }
    bare
}

/// Splits a value at a word that stands outside of braces, as names at `and`.
pub(super) fn split<'a>(value: &'a str, word: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, sign) in value.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let rest = value.get(at..at + word.len());
        if at >= start
            && depth == 0
            && rest.is_some_and(|it| it.eq_ignore_ascii_case(word))
        {
            parts.push(&value[start..at]);
            start = at + word.len();
        }
    }
    parts.push(&value[start..]);
    parts
}

/// How a group that begins with a switch is set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Set {
    Plain,
    Emph,
    Strong,
}

/// What is left of a value.
struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    /// Everything up to the end of a group.
    fn group(&mut self, depth: usize) -> Inlines {
        let mut line = Inlines::new();
        let mut set = Set::Plain;
        let mut from = 0;
        while let Some(sign) = self.next() {
            match sign {
                '}' if depth > 0 => break,
                '{' if depth < DEEPEST => {
                    let inner = self.group(depth + 1);
                    line.extend(inner);
                }
                // Deeper groups, and signs without their other half, print nothing.
                '{' | '}' => {}
                '\\' => {
                    if let Some(switched) = self.command(depth, &mut line) {
                        (set, from) = (switched, line.len());
                    }
                }
                '$' => push(&mut line, &self.formula()),
                '~' => push(&mut line, "\u{a0}"),
                '-' if self.rest.starts_with("--") => {
                    self.rest = &self.rest[2..];
                    push(&mut line, "—");
                }
                '-' if self.eat('-') => push(&mut line, "–"),
                '`' if self.eat('`') => push(&mut line, "\""),
                '\'' if self.eat('\'') => push(&mut line, "\""),
                '`' => push(&mut line, "'"),
                sign if sign.is_whitespace() => push(&mut line, " "),
                sign => push(&mut line, sign.encode_utf8(&mut [0; 4])),
            }
        }
        mark(&mut line, from, set);
        line
    }

    /// A command: puts into the line what it prints; a switch is returned.
    fn command(&mut self, depth: usize, line: &mut Inlines) -> Option<Set> {
        let name = self.name();
        let accent =
            name.chars().next().and_then(signs::accent).filter(|_| name.len() == 1);
        // `\c` and `\v` are accents only before a letter, as all of letters are.
        if let Some(accent) = accent {
            let letter =
                self.argument(depth).map(|it| text::plain(&it)).unwrap_or_default();
            push(line, &signs::accented(&letter, accent));
            return None;
        }
        if let Some(text) = signs::of(name) {
            // Braces after a sign only end its name.
            if self.rest.starts_with("{}") {
                self.rest = &self.rest[2..];
            }
            push(line, text);
            return None;
        }
        match name {
            "em" | "it" | "itshape" | "sl" | "slshape" => return Some(Set::Emph),
            "bf" | "bfseries" => return Some(Set::Strong),
            "emph" | "textit" | "textsl" | "mkbibemph" => {
                self.marked(depth, line, Set::Emph);
            }
            "textbf" | "mkbibbold" => self.marked(depth, line, Set::Strong),
            "enquote" | "mkbibquote" => {
                push(line, "\"");
                line.extend(self.argument(depth).unwrap_or_default());
                push(line, "\"");
            }
            // What only sorts, and what is not printed.
            "noopsort" | "SortNoop" | "label" | "vspace" | "hspace" => {
                self.argument(depth);
            }
            "href" => {
                self.argument(depth);
                line.extend(self.argument(depth).unwrap_or_default());
            }
            _ if self.rest.starts_with('{') => {
                line.extend(self.argument(depth).unwrap_or_default());
            }
            // A name such as `\BibTeX`; a switch as `\relax` has small letters.
            name if name.chars().any(char::is_uppercase) => push(line, name),
            _ => {}
        }
        None
    }

    /// The name of a command: letters, or one sign. Spaces after letters go.
    fn name(&mut self) -> &'a str {
        let rest = self.rest;
        let letters =
            rest.find(|it: char| !it.is_ascii_alphabetic()).unwrap_or(rest.len());
        let one = rest.chars().next().map_or(0, char::len_utf8);
        let (name, after) = rest.split_at(if letters == 0 { one } else { letters });
        self.rest = if letters == 0 { after } else { after.trim_start() };
        name
    }

    /// The argument of a command: a group, a command, or a letter.
    fn argument(&mut self, depth: usize) -> Option<Inlines> {
        self.rest = self.rest.trim_start();
        if self.rest.starts_with('}') {
            return None;
        }
        let mut line = Inlines::new();
        match self.next()? {
            '{' if depth < DEEPEST => line = self.group(depth + 1),
            '{' => {}
            '\\' if depth < DEEPEST => drop(self.command(depth + 1, &mut line)),
            sign => push(&mut line, sign.encode_utf8(&mut [0; 4])),
        }
        Some(line)
    }

    fn marked(&mut self, depth: usize, line: &mut Inlines, set: Set) {
        let from = line.len();
        let argument = self.argument(depth).unwrap_or_default();
        line.extend(argument);
        mark(line, from, set);
    }

    /// A formula as it is written, from a dollar to the next; a lone dollar is a dollar.
    fn formula(&mut self) -> String {
        let mut escaped = false;
        for (at, sign) in self.rest.char_indices() {
            if sign == '$' && !escaped {
                let formula = format!("${}$", &self.rest[..at]);
                self.rest = &self.rest[at + 1..];
                return formula;
            }
            escaped = sign == '\\' && !escaped;
        }
        "$".to_owned()
    }

    fn next(&mut self) -> Option<char> {
        let sign = self.rest.chars().next()?;
        self.rest = &self.rest[sign.len_utf8()..];
        Some(sign)
    }

    fn eat(&mut self, sign: char) -> bool {
        let after = self.rest.strip_prefix(sign);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }
}

/// Marks the end of a line, from a piece on.
fn mark(line: &mut Inlines, from: usize, set: Set) {
    let body = match set {
        Set::Plain => return,
        Set::Emph | Set::Strong => line.split_off(from.min(line.len())),
    };
    if body.is_empty() {
        return;
    }
    line.push(Inline::Marked(match set {
        Set::Strong => Marked::Strong { body },
        Set::Plain | Set::Emph => Marked::Emph { body },
    }));
}

/// Adds text to the end of a line.
fn push(line: &mut Inlines, more: &str) {
    line.push(Inline::Text(more.to_owned()));
}

/// Makes single spaces and composed letters, and joins pieces of text.
pub(super) fn tidy(line: &mut Inlines, first: bool, last: bool) {
    let mut joined = Inlines::with_capacity(line.len());
    for piece in line.drain(..) {
        match (joined.last_mut(), piece) {
            (Some(Inline::Text(text)), Inline::Text(more)) => text.push_str(&more),
            (_, piece) => joined.push(piece),
        }
    }
    let count = joined.len();
    let mut spaced = first;
    for (at, piece) in joined.iter_mut().enumerate() {
        match piece {
            Inline::Text(text) => {
                *text = single_spaces(text, &mut spaced);
                if last && at + 1 == count {
                    text.truncate(text.trim_end_matches(' ').len());
                }
            }
            Inline::Marked(Marked::Emph { body } | Marked::Strong { body }) => {
                tidy(body, spaced, false);
                spaced = text::plain(body).ends_with(' ');
            }
            Inline::Marked(_) => spaced = false,
        }
    }
    joined.retain(|piece| !matches!(piece, Inline::Text(text) if text.is_empty()));
    *line = joined;
}

/// A text with one space where there were several, and none after another.
fn single_spaces(text: &str, spaced: &mut bool) -> String {
    let mut single = String::with_capacity(text.len());
    for sign in text.nfc() {
        let space = sign == ' ' || sign == '\n' || sign == '\t' || sign == '\r';
        if !(space && *spaced) {
            single.push(if space { ' ' } else { sign });
        }
        *spaced = space;
    }
    single
}
