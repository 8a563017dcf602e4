//! Text in short signs, for tests.

use super::Block;
use super::Inline;
use super::ListItem;
use super::Marked;

/// A line in short: `{b strong}`, `{i emphasis}`, `{c code}`, `{a url|link}`, `{w whole}`,
/// `{br}`.
pub(crate) fn line(inlines: &[Inline]) -> String {
    inlines.iter().map(one).collect()
}

fn one(inline: &Inline) -> String {
    match inline {
        Inline::Text(text) => text.clone(),
        Inline::Marked(Marked::Strong { body }) => format!("{{b {}}}", line(body)),
        Inline::Marked(Marked::Emph { body }) => format!("{{i {}}}", line(body)),
        Inline::Marked(Marked::Code { text }) => format!("{{c {text}}}"),
        Inline::Marked(Marked::Link { url, body }) => {
            format!("{{a {url}|{}}}", line(body))
        }
        Inline::Marked(Marked::Whole { text }) => format!("{{w {text}}}"),
        Inline::Marked(Marked::Break) => "{br}".into(),
    }
}

/// Blocks in short, separated by ` / `: `¶ paragraph`, `~ ragged`, `• [item][item]`,
/// `3. [item]`, `@label: [blocks]`, `# sub-heading`, `> [blocks]`, `= code`.
pub(crate) fn tree(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect::<Vec<_>>().join(" / ")
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph { body, ragged: false } => format!("¶ {}", line(body)),
        Block::Paragraph { body, ragged: true } => format!("~ {}", line(body)),
        Block::List { start, items } => {
            let mark = start.map_or_else(|| "•".into(), |it| format!("{it}."));
            let item = |it: &ListItem| format!("[{}]", tree(&it.blocks));
            format!("{mark} {}", items.iter().map(item).collect::<String>())
        }
        Block::Labelled { label, sign, blocks } => {
            format!("@{}{sign} [{}]", line(label), tree(blocks))
        }
        Block::Subheading { body } => format!("# {}", line(body)),
        Block::Quote { blocks } => format!("> [{}]", tree(blocks)),
        Block::CodeBlock { text } => format!("= {}", text.replace('\n', "⏎")),
    }
}
