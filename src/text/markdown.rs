//! Markdown events, folded into a tree.

use std::ops::Range;

use pulldown_cmark::Event;
use pulldown_cmark::LinkType;
use pulldown_cmark::Options;
use pulldown_cmark::Parser;
use pulldown_cmark::Tag;

use super::Block;
use super::Inline;
use super::Inlines;
use super::Issue;
use super::ListItem;
use super::Marked;
use super::Parsed;
use super::Target;
use super::label;
use super::link;
use super::list_item;
use super::literal;
use super::tidy;

/// How deeply containers may be nested; what is deeper joins the container around it.
///
/// Nobody writes so deep. The limit is for files from strangers, as everything after
/// this walks the tree by recursion.
const DEPTH: usize = 24;

/// Reads a text with blocks.
pub(super) fn blocks(text: &str, place: label::Place) -> Parsed<Vec<Block>> {
    let escaped = literal::escape(text);
    let mut tree = Tree::new(&escaped.text);
    tree.place = place;
    for (event, range) in
        Parser::new_ext(&escaped.text, Options::empty()).into_offset_iter()
    {
        tree.event(event, range);
    }
    let (frame, mut issues) = tree.finish();
    for issue in &mut issues {
        issue.range = escaped.original(&issue.range);
    }
    Parsed { value: label::group(frame.blocks, place), issues }
}

/// Reads a text that is one line.
pub(super) fn inlines(text: &str) -> Parsed<Inlines> {
    let line = literal::one_line(text);
    let mut tree = Tree::new(&line);
    for (event, range) in Parser::new_ext(&line, Options::empty()).into_offset_iter() {
        tree.event(event, range);
    }
    let (frame, mut issues) = tree.finish();
    let guard = literal::GUARD.len_utf8();
    for issue in &mut issues {
        issue.range = issue.range.start.saturating_sub(guard)..issue.range.end - guard;
    }
    let body = frame.blocks.into_iter().find_map(|block| match block {
        Block::Paragraph { body, .. } => Some(body),
        _ => None,
    });
    Parsed { value: tidy::unguard(body.unwrap_or_default()), issues }
}

/// A tree that is being folded.
struct Tree<'a> {
    /// The text that the events are about.
    source: &'a str,
    /// The containers that are open, the whole text first.
    stack: Vec<Frame>,
    /// What is to be said.
    issues: Vec<Issue>,
    /// What counts as a label.
    place: label::Place,
}

/// A container that is open.
struct Frame {
    /// What it is.
    kind: Kind,
    /// Its blocks so far.
    blocks: Vec<Block>,
    /// Its text so far, not yet a paragraph.
    inlines: Inlines,
    /// For lists: the items so far.
    items: Vec<ListItem>,
}

/// What a container is.
enum Kind {
    /// The whole text, or a container too deep to count.
    Group,
    /// A paragraph.
    Paragraph,
    /// A sub-heading.
    Heading,
    /// A quotation.
    Quote,
    /// A list with its first number.
    List(Option<u64>),
    /// An item of a list.
    Item,
    /// Lines of code.
    Code,
    /// Strong words.
    Strong,
    /// Words with emphasis.
    Emph,
    /// A link that may be followed.
    Link(String),
    /// Words without a meaning of their own: a refused link, a picture's description.
    Span,
    /// Words in angle brackets, as `<std::string>`: they have the form of a link.
    Angle,
}

impl<'a> Tree<'a> {
    fn new(source: &'a str) -> Self {
        let stack = vec![Frame::new(Kind::Group)];
        Self { source, stack, issues: Vec::new(), place: label::Place::Free }
    }

    /// Takes in one event.
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.open(tag, range),
            Event::End(_) => self.close(),
            Event::Text(text) => self.text(&text, &range),
            Event::Code(text) => self.code(&text),
            // Tags are text, and the three others belong to extensions that are off.
            Event::Html(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text)
            | Event::FootnoteReference(text) => self.words(&text),
            Event::TaskListMarker(_) => {}
            Event::SoftBreak => self.words(" "),
            Event::HardBreak => self.push(Inline::Marked(Marked::Break)),
            Event::Rule => self.issues.push(Issue {
                code: "rule-in-text",
                message: "a line across the page is not printed".into(),
                hint: "remove it, or write `\\---` to print it as it is",
                range,
            }),
        }
    }

    /// Opens a container.
    fn open(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let kind = match tag {
            Tag::Paragraph => Kind::Paragraph,
            Tag::Heading { .. } => Kind::Heading,
            Tag::BlockQuote(_) => Kind::Quote,
            // The name of a language after the fence says how to colour code; we do not.
            Tag::CodeBlock(_) => Kind::Code,
            Tag::List(start) => Kind::List(start),
            Tag::Item => Kind::Item,
            Tag::Emphasis => Kind::Emph,
            Tag::Strong => Kind::Strong,
            Tag::Link { link_type, dest_url, .. } => {
                self.link(link_type, &dest_url, range)
            }
            Tag::Image { .. } => self.picture(range),
            // HTML is words; the rest belongs to extensions that are off.
            _ => Kind::Group,
        };
        let kind = if self.stack.len() < DEPTH { kind } else { kind.flat() };
        if kind.is_block() {
            self.top().flush();
        }
        self.stack.push(Frame::new(kind));
    }

    fn link(&mut self, kind: LinkType, url: &str, range: Range<usize>) -> Kind {
        let url =
            if kind == LinkType::Email { format!("mailto:{url}") } else { url.into() };
        let target = link::target(&url);
        if let Target::Followed(url) = target {
            return Kind::Link(url);
        }
        if kind == LinkType::Autolink && !matches!(target, Target::Refused(_)) {
            return Kind::Angle;
        }
        self.issues.extend(link::issue(&target, &url, range));
        Kind::Span
    }

    fn picture(&mut self, range: Range<usize>) -> Kind {
        self.issues.push(Issue {
            code: "picture-in-text",
            message: "a picture in the text is not printed, only its description".into(),
            hint: "remove it; a portrait belongs under `photo`",
            range,
        });
        Kind::Span
    }

    /// Closes the innermost container and hands what it holds to the one around it.
    fn close(&mut self) {
        // Events are balanced, so the whole text's frame is never closed here.
        let Some(mut frame) = self.stack.pop() else { return };
        match frame.kind {
            Kind::Strong if !frame.inlines.is_empty() => {
                self.push(Inline::Marked(Marked::Strong { body: frame.inlines }));
            }
            Kind::Emph if !frame.inlines.is_empty() => {
                self.push(Inline::Marked(Marked::Emph { body: frame.inlines }));
            }
            Kind::Link(url) => {
                // A link without words says its address, since nothing is dropped.
                let address = || vec![Inline::Text(url.clone())];
                let body =
                    if frame.inlines.is_empty() { address() } else { frame.inlines };
                self.push(Inline::Marked(Marked::Link { url, body }));
            }
            Kind::Strong | Kind::Emph => {}
            Kind::Span => self.append(frame.inlines),
            Kind::Angle => {
                self.words("<");
                self.append(frame.inlines);
                self.words(">");
            }
            Kind::Item => {
                frame.flush();
                let item = list_item(label::group(frame.blocks, label::Place::Bullet));
                self.top().items.push(item);
            }
            _ => self.close_block(frame),
        }
    }

    fn close_block(&mut self, mut frame: Frame) {
        let place = self.place;
        let top = self.top();
        match frame.kind {
            Kind::Paragraph => top.paragraph(frame.inlines),
            Kind::Heading => {
                let body = tidy::tidy(frame.inlines);
                top.blocks
                    .extend((!body.is_empty()).then_some(Block::Subheading { body }));
            }
            Kind::Code => {
                let text = tidy::code(&super::plain(&frame.inlines));
                top.blocks.push(Block::CodeBlock { text });
            }
            Kind::Quote => {
                frame.flush();
                let blocks = label::group(frame.blocks, place);
                top.blocks
                    .extend((!blocks.is_empty()).then_some(Block::Quote { blocks }));
            }
            Kind::List(start) => {
                // Items that were too deep to count left their blocks here.
                top.blocks.append(&mut frame.blocks);
                let mut items = frame.items;
                items.retain(|item| start.is_some() || !item.blocks.is_empty());
                top.blocks
                    .extend((!items.is_empty()).then_some(Block::List { start, items }));
            }
            _ => {
                frame.flush();
                top.blocks.append(&mut frame.blocks);
                top.items.append(&mut frame.items);
            }
        }
    }

    /// Takes in words, with the backslash of `\\` that the parser took for an escape.
    fn text(&mut self, text: &str, range: &Range<usize>) {
        let before = &self.source[..range.start.min(self.source.len())];
        let backslashes = before.len() - before.trim_end_matches('\\').len();
        if text.starts_with('\\') && backslashes % 2 == 1 {
            self.words("\\");
        }
        self.words(text);
    }

    fn code(&mut self, text: &str) {
        let text = tidy::code(&text.replace(literal::BREAK, " "));
        self.push(Inline::Marked(Marked::Code { text }));
    }

    fn words(&mut self, words: &str) {
        match self.top().inlines.last_mut() {
            Some(Inline::Text(text)) => text.push_str(words),
            _ => self.push(Inline::Text(words.into())),
        }
    }

    fn append(&mut self, mut inlines: Inlines) {
        self.top().inlines.append(&mut inlines);
    }

    fn push(&mut self, inline: Inline) {
        self.top().inlines.push(inline);
    }

    fn top(&mut self) -> &mut Frame {
        self.stack.last_mut().expect("the whole text's frame is never closed")
    }

    fn finish(mut self) -> (Frame, Vec<Issue>) {
        while self.stack.len() > 1 {
            self.close();
        }
        let mut frame = self.stack.pop().expect("the whole text's frame is never closed");
        frame.flush();
        (frame, self.issues)
    }
}

impl Frame {
    fn new(kind: Kind) -> Self {
        Self { kind, blocks: Vec::new(), inlines: Vec::new(), items: Vec::new() }
    }

    /// Makes a paragraph of the text so far: items of tight lists have none of their own.
    fn flush(&mut self) {
        let inlines = std::mem::take(&mut self.inlines);
        self.paragraph(inlines);
    }

    fn paragraph(&mut self, inlines: Inlines) {
        let body = tidy::tidy(inlines);
        self.blocks.extend((!body.is_empty()).then(|| tidy::paragraph(body)));
    }
}

impl Kind {
    fn is_block(&self) -> bool {
        !matches!(
            self,
            Self::Strong | Self::Emph | Self::Link(_) | Self::Span | Self::Angle
        )
    }

    /// What it is where nothing may be nested any more.
    fn flat(self) -> Self {
        match self {
            Self::Strong | Self::Emph | Self::Link(_) | Self::Span | Self::Angle => {
                Self::Span
            }
            Self::Paragraph | Self::Heading | Self::Code => self,
            Self::Group | Self::Quote | Self::List(_) | Self::Item => Self::Group,
        }
    }
}
