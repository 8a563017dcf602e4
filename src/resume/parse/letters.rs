//! Letters that are not what they seem: of another script, invisible, or turned around.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;
use unicode_script::Script;
use unicode_script::UnicodeScript;

use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::resume::yaml;
use crate::resume::yaml::Kind;
use crate::resume::yaml::Node;
use crate::resume::yaml::Scalar;
use crate::source::Source;
use crate::source::Span;

/// The most marks that are printed over one letter.
const MARKS: usize = 16;
/// After how many words of one text that have an error the rest is left alone.
const WORDS: usize = 10;
/// Cyrillic letters that look like Latin ones.
const CYRILLIC: &str = "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝ";
/// Greek letters that look like Latin ones.
const GREEK: &str = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυ";

/// Looks through all texts of a tree of YAML, each place once.
pub fn check(root: &Node, source: &Source, sink: &mut Sink) {
    // Most texts are plain; those of aliases stand in the tree more than once.
    if source.text().is_ascii() && !source.text().contains('\\') {
        return;
    }
    Letters { yaml: true, ..Letters::of(source, sink) }.walk(root);
}

/// Looks through texts, and collects what is wrong with them.
pub struct Letters<'a> {
    source: &'a Source,
    sink: &'a mut Sink,
    seen: BTreeSet<(usize, usize)>,
    /// Whether the author writes Cyrillic, so that `СССР` is a word.
    cyrillic: bool,
    /// What is shown of a text that is not found as it stands.
    head: Option<Span>,
    /// Whether control characters were told when it was read.
    yaml: bool,
}

impl<'a> Letters<'a> {
    /// Looks through texts of a source.
    pub fn of(source: &'a Source, sink: &'a mut Sink) -> Self {
        // By range, not by script: this looks at the whole text.
        let odd =
            |it: char| matches!(it, '\u{400}'..='\u{52F}') && !CYRILLIC.contains(it);
        let cyrillic = source.text().chars().any(odd);
        Self { source, sink, seen: BTreeSet::new(), cyrillic, head: None, yaml: false }
    }

    /// Looks through texts that were made of a stretch of the source, of which the head
    /// is shown where a text does not stand in it as it is printed.
    pub fn texts(&mut self, texts: &[String], (stretch, head): &(Span, Span)) {
        for text in texts {
            let scalar = Scalar { text: text.clone(), plain: true };
            let node = Node { span: stretch.clone(), kind: Kind::Scalar(scalar) };
            self.head = Some(head.clone());
            self.text(text, &node);
            self.head = None;
        }
    }

    /// Looks through all texts of a tree, each place once.
    pub fn walk(&mut self, node: &Node) {
        match &node.kind {
            Kind::Null => {}
            Kind::Scalar(scalar) => {
                if self.seen.insert((node.span.start, node.span.end)) {
                    self.text(&scalar.text, node);
                }
            }
            Kind::List(list) => list.iter().for_each(|node| self.walk(node)),
            Kind::Map(map) => {
                for (key, node) in map {
                    let plain = Scalar { text: key.text.clone(), plain: true };
                    let span = key.span.clone();
                    if self.seen.insert((span.start, span.end)) {
                        self.text(&key.text, &Node { span, kind: Kind::Scalar(plain) });
                    }
                    self.walk(node);
                }
            }
        }
    }

    fn text(&mut self, text: &str, node: &Node) {
        if !self.yaml
            && let Some((stretch, found)) = yaml::control(text)
        {
            let place = self.place(node, stretch);
            self.sink.error(found.at(self.source, place));
        }
        if text.is_ascii() {
            return;
        }
        if let Some((at, letter)) = text.char_indices().find(|(_, it)| is_tag(*it)) {
            let place = self.place(node, at..at + letter.len_utf8());
            self.tag_character(letter, place);
        }
        if let Some((at, letter)) = text.char_indices().find(|(_, it)| turns(*it)) {
            let place = self.place(node, at..at + letter.len_utf8());
            let message =
                format!("U+{:04X} turns the direction of writing", u32::from(letter));
            let found = Diagnostic::new("direction-mark", message).at(self.source, place);
            self.sink
                .warn(found.hint("remove it: the direction follows from the letters"));
        }
        if let Some((at, letter)) = text.char_indices().find(|(_, it)| is_invisible(*it))
        {
            let place = self.place(node, at..at + letter.len_utf8());
            let message = format!("U+{:04X} is invisible", u32::from(letter));
            let found =
                Diagnostic::new("invisible-character", message).at(self.source, place);
            self.sink.warn(
                found.hint("remove it: machines that read the PDF stumble over it"),
            );
        }
        let start = text.as_ptr() as usize;
        let mut wrong = 0;
        for word in text.split(|it: char| !it.is_alphanumeric() && !is_mark(it)) {
            if !word.is_ascii() {
                let at = word.as_ptr() as usize - start;
                wrong += usize::from(self.word(word, &(at..at + word.len()), node));
            }
            if wrong == WORDS {
                break;
            }
        }
    }

    /// Looks at one word; tells whether it has an error.
    fn word(&mut self, word: &str, stretch: &Span, node: &Node) -> bool {
        if let Some((odd, script)) = look_alikes(word, self.cyrillic) {
            let points: Vec<String> = odd
                .iter()
                .map(|it| format!("`{it}` (U+{:04X})", u32::from(*it)))
                .collect();
            let message = format!("`{word}` has {script} letters that look Latin");
            let place = self.place(node, stretch.clone());
            self.sink.warn(
                Diagnostic::new("look-alike", message)
                    .at(self.source, place)
                    .label(points.join(", "))
                    .hint("type the word again: machines that read the PDF see another word"),
            );
        }
        let composed: String = word.nfc().collect();
        let mut run = 0;
        let longest = composed.chars().map(|it| {
            run = if is_mark(it) { run + 1 } else { 0 };
            run
        });
        let stacked = longest.max().unwrap_or(0) > MARKS;
        if stacked {
            let message = format!("a letter carries more than {MARKS} marks");
            let found = Diagnostic::new("stacked-marks", message);
            let place = self.place(node, stretch.clone());
            self.sink.error(
                found
                    .at(self.source, place)
                    .hint("remove them: they would cover other text"),
            );
        } else if let Some(mark) = loose_mark(&composed) {
            let message = format!(
                "the mark U+{:04X} makes no letter with the one before it",
                u32::from(mark)
            );
            let found = Diagnostic::new("loose-mark", message);
            let place = self.place(node, stretch.clone());
            self.sink.warn(
                found
                    .at(self.source, place)
                    .hint("type the word again, or check how it prints"),
            );
        }
        stacked
    }

    fn tag_character(&mut self, letter: char, place: Span) {
        let message = format!("U+{:04X} is a hidden tag character", u32::from(letter));
        let found = Diagnostic::new("tag-character", message).at(self.source, place);
        self.sink.error(
            found.hint("remove it: it is text that machines read and people do not see"),
        );
    }

    fn place(&self, node: &Node, stretch: Span) -> Span {
        let found = node.locate(self.source, &stretch);
        let head = self.head.as_ref().filter(|_| found == node.span);
        head.cloned().unwrap_or(found)
    }
}

/// The letters of another script that make a word look Latin, and the script's name.
///
/// That is a word of Latin letters with one among them, or, where nothing else is
/// Cyrillic, one of capitals that all look Latin: `СТО`.
fn look_alikes(word: &str, cyrillic: bool) -> Option<(Vec<char>, &'static str)> {
    let latin = word.chars().any(|it| it.script() == Script::Latin);
    let tables =
        [(Script::Cyrillic, CYRILLIC, "Cyrillic"), (Script::Greek, GREEK, "Greek")];
    tables.into_iter().find_map(|(script, table, name)| {
        let odd: Vec<char> = word.chars().filter(|it| it.script() == script).collect();
        let alike = odd.iter().all(|it| table.contains(*it));
        let capitals = odd.len() > 1 && odd.iter().all(|it| it.is_uppercase());
        let whole =
            script == Script::Cyrillic && alike && capitals && !latin && !cyrillic;
        (!odd.is_empty() && (latin && alike || whole)).then_some((odd, name))
    })
}

/// The first mark after a Latin letter that composition leaves over.
fn loose_mark(composed: &str) -> Option<char> {
    let pairs = composed.chars().zip(composed.chars().skip(1));
    let mut pairs = pairs.filter(|(base, mark)| {
        base.script() == Script::Latin && canonical_combining_class(*mark) != 0
    });
    pairs.next().map(|(_, mark)| mark)
}

/// Whether a character is a mark on the letter before it.
fn is_mark(it: char) -> bool {
    unicode_normalization::char::is_combining_mark(it)
}

/// Whether a character is a copy of an ASCII one that nobody sees.
///
/// Flags of regions use them behind U+1F3F4, but no résumé does.
fn is_tag(it: char) -> bool {
    matches!(it, '\u{E0000}'..='\u{E007F}')
}

/// Whether a character turns the direction of what follows.
fn turns(it: char) -> bool {
    matches!(it, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character takes no room and joins or parts nothing that anybody sees.
fn is_invisible(it: char) -> bool {
    matches!(
        it,
        '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{180E}' | '\u{3164}'
    )
}
