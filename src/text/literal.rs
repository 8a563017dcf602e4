//! What looks like Markdown and is words: made literal before the text is read.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::CodeBlockKind;
use pulldown_cmark::Event;
use pulldown_cmark::HeadingLevel;
use pulldown_cmark::LinkType;
use pulldown_cmark::Options;
use pulldown_cmark::Parser;
use pulldown_cmark::Tag;
use pulldown_cmark::TagEnd;

/// Stands before a text of one line, so that nothing in it can begin a block.
///
/// It has to be a sign that means nothing to Markdown and counts as punctuation: after a
/// letter, `**"x"**` would not be strong.
pub(super) const GUARD: char = ',';

/// A line break that the author asked for, in a text of one line.
///
/// It has to be one byte, so that places stay, and white space, so that emphasis may
/// begin after it.
pub(super) const BREAK: char = '\x0b';

/// How often a text is looked through for what has to be literal.
///
/// Making one thing literal can uncover another; no text written by a person takes
/// more than two rounds.
const ROUNDS: usize = 4;

/// Makes one line of a text and puts the guard before it. Bytes keep their order.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len() + GUARD.len_utf8());
    line.push(GUARD);
    for character in text.trim_end().chars() {
        if !matches!(character, '\n' | '\r') {
            line.push(character);
            continue;
        }
        let backslashes = line.len() - line.trim_end_matches('\\').len();
        if backslashes % 2 == 1 {
            line.pop();
            line.extend([' ', BREAK]);
        } else {
            line.push(if line.ends_with("  ") { BREAK } else { ' ' });
        }
    }
    line
}

/// A text in which backslashes make literal what is words.
pub(super) struct Escaped<'a> {
    /// The text with the backslashes.
    pub(super) text: Cow<'a, str>,
    /// Where they stand in it, in order.
    backslashes: Vec<usize>,
}

impl Escaped<'_> {
    /// The range in the text as it was.
    pub(super) fn original(&self, range: &Range<usize>) -> Range<usize> {
        let back = |at: usize| at - self.backslashes.partition_point(|it| *it < at);
        back(range.start)..back(range.end)
    }
}

/// Makes literal what is words.
pub(super) fn escape(text: &str) -> Escaped<'_> {
    let mut escaped = Escaped { text: Cow::Borrowed(text), backslashes: Vec::new() };
    for _ in 0..ROUNDS {
        let places = words(&escaped.text);
        if places.is_empty() {
            break;
        }
        let mut text = String::with_capacity(escaped.text.len() + places.len());
        let mut from = 0;
        for place in &places {
            text.push_str(&escaped.text[from..*place]);
            text.push('\\');
            from = *place;
        }
        text.push_str(&escaped.text[from..]);
        escaped.insert(&places);
        escaped.text = Cow::Owned(text);
    }
    escaped
}

impl Escaped<'_> {
    /// Remembers backslashes that were put before these bytes.
    fn insert(&mut self, places: &[usize]) {
        for backslash in &mut self.backslashes {
            *backslash += places.partition_point(|place| *place <= *backslash);
        }
        self.backslashes.extend(places.iter().enumerate().map(|(nth, at)| at + nth));
        self.backslashes.sort_unstable();
    }
}

/// Where backslashes have to be put, in order and each once.
fn words(text: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut defined = Vec::new();
    let mut lists: Vec<List> = Vec::new();
    let mut fence = None;
    let mut events = Parser::new_ext(text, Options::empty()).into_offset_iter();
    while let Some((event, range)) = events.next() {
        match event {
            Event::Start(Tag::HtmlBlock) => places.extend(first(text, &range, '<')),
            Event::Start(Tag::List(start)) => {
                lists.push(List { start, outer: lists.is_empty(), items: Vec::new() });
            }
            Event::Start(Tag::Item) => {
                lists.last_mut().into_iter().for_each(|it| it.items.push(range.start));
            }
            Event::End(TagEnd::List(_)) => {
                lists.pop().into_iter().for_each(|list| list.words(text, &mut places));
            }
            // What stands on a fence is not printed, so it has to be a language's name,
            // and without code below it there is no fence.
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(name))) => {
                let sign =
                    text[range.clone()].find(['`', '~']).map(|at| range.start + at);
                let named =
                    name.chars().all(|it| it.is_ascii_alphanumeric() || it == '-');
                fence = sign.filter(|_| named);
                places.extend(sign.filter(|_| !named));
            }
            Event::Text(_) => fence = None,
            Event::End(TagEnd::CodeBlock) => places.extend(fence.take()),
            Event::Start(Tag::BlockQuote(_))
                if before_figure(&text[range.clone()], ">") =>
            {
                places.extend(first(text, &range, '>'));
            }
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. })
                if before_figure(&text[range.clone()], "#") =>
            {
                places.extend(first(text, &range, '#'));
            }
            Event::Start(Tag::Link { link_type, id, .. }) if is_reference(link_type) => {
                let all = events.reference_definitions();
                defined.extend(all.get(&id).map(|definition| definition.span.start));
            }
            _ => {}
        }
    }
    // Definitions of links are not printed; one that no link uses is a sentence.
    let all = events.reference_definitions().iter();
    let unused =
        all.map(|(_, it)| &it.span).filter(|span| !defined.contains(&span.start));
    places.extend(unused.filter_map(|span| first(text, span, '[')));
    places.sort_unstable();
    places.dedup();
    places
}

fn is_reference(kind: LinkType) -> bool {
    matches!(kind, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut)
}

/// Where a character stands first in a range.
fn first(text: &str, range: &Range<usize>, character: char) -> Option<usize> {
    text[range.clone()].find(character).map(|at| range.start + at)
}

/// Whether a text begins with a sign before a figure, as `> 99 %` or `# 1`.
fn before_figure(text: &str, sign: &str) -> bool {
    let rest = text.trim_start().strip_prefix(sign).unwrap_or_default();
    rest.trim_start().starts_with(|it: char| it.is_ascii_digit())
}

/// A list that may be words.
struct List {
    /// Its first number; none for bullets.
    start: Option<u64>,
    /// Whether it is in no other.
    outer: bool,
    /// Where its items begin.
    items: Vec<usize>,
}

impl List {
    /// The smallest number that is no place in a list but a year.
    const YEAR: u64 = 1000;

    /// Finds out whether it is words: `2019. A good year`, a lone `3. Platz`, `+ 30 %`.
    fn words(&self, text: &str, places: &mut Vec<usize>) {
        let lone = self.items.len() == 1;
        let items = self.items.iter().map(|at| *at..text.len());
        match self.start {
            Some(start) if start >= Self::YEAR || (lone && self.outer) => {
                places.extend(items.filter_map(|range| delimiter(text, &range)));
            }
            None if lone && self.outer => {
                let figures = items.filter(|it| before_figure(&text[it.clone()], "+"));
                places.extend(figures.filter_map(|range| first(text, &range, '+')));
            }
            _ => {}
        }
    }
}

/// Where the sign after a number stands.
fn delimiter(text: &str, range: &Range<usize>) -> Option<usize> {
    text[range.clone()].find(['.', ')']).map(|at| range.start + at)
}
