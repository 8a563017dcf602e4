//! Every text that a view prints, in the order of the page.

use crate::text::Block;
use crate::text::Inline;
use crate::text::Marked;
use crate::view::Contact;
use crate::view::Content;
use crate::view::Entry;
use crate::view::Item;
use crate::view::Letter;
use crate::view::Part;
use crate::view::Publication;
use crate::view::Section;
use crate::view::View;

impl View {
    /// Calls a function on every text that is printed, in order.
    ///
    /// What stands in metadata only is not among them.
    pub fn each_text<'a>(&'a self, visit: &mut impl FnMut(&'a str)) {
        // No `..` here: a new field does not compile until it was thought of.
        let Self {
            name,
            author: _,
            title: _,
            keywords: _,
            locale: _,
            headline,
            photo: _,
            contacts,
            summary,
            sections,
            colophon,
            letter,
        } = self;
        visit(name);
        for it in headline {
            line(it, visit);
        }
        for it in contacts {
            contact(it, visit);
        }
        if let Some(it) = letter {
            // Of the rest nothing is printed.
            return correspondence(it, visit);
        }
        if !summary.blocks.is_empty() {
            visit(&summary.title);
        }
        blocks(&summary.blocks, visit);
        for it in sections {
            section(it, visit);
        }
        blocks(colophon, visit);
    }
}

fn correspondence<'a>(letter: &'a Letter, visit: &mut impl FnMut(&'a str)) {
    let Letter {
        layout: _,
        sender,
        sender_wanted: _,
        recipient,
        dateline,
        subject,
        salutation,
        body,
        closing,
        signature: _,
        enclosures_label,
        enclosures,
    } = letter;
    for it in sender.iter().chain(recipient) {
        line(it, visit);
    }
    for it in [dateline, subject, salutation] {
        line(it, visit);
    }
    blocks(body, visit);
    line(closing, visit);
    visit(enclosures_label);
    for it in enclosures {
        line(it, visit);
    }
}

fn section<'a>(section: &'a Section, visit: &mut impl FnMut(&'a str)) {
    let Section { id: _, title, intro, content: inside, outro, page_break: _, path: _ } =
        section;
    visit(title);
    blocks(intro, visit);
    content(inside, visit);
    blocks(outro, visit);
}

fn content<'a>(content: &'a Content, visit: &mut impl FnMut(&'a str)) {
    match content {
        Content::Entries { entries } => {
            for item in entries {
                match item {
                    Item::Entry(it) => entry(it, visit),
                    Item::Blocks { blocks: it } => blocks(it, visit),
                }
            }
        }
        Content::Pairs { pairs } => {
            for pair in pairs {
                line(&pair.label, visit);
                line(&pair.body, visit);
            }
        }
        Content::Items { items } => {
            for it in items {
                line(it, visit);
            }
        }
        Content::Text { blocks: it } => blocks(it, visit),
        Content::Languages { languages } => {
            for language in languages {
                line(&language.name, visit);
                line(&language.level, visit);
            }
        }
        Content::Publications { publications } => {
            for publication in publications {
                let Publication { body, number, group, year: _, note, path: _ } =
                    publication;
                visit(group);
                if let Some(it) = number {
                    visit(it);
                }
                line(body, visit);
                line(note, visit);
            }
        }
        Content::References { references } => {
            for reference in references {
                parts(&reference.header, visit);
                for it in &reference.contacts {
                    contact(it, visit);
                }
                blocks(&reference.quote, visit);
            }
        }
    }
}

fn entry<'a>(entry: &'a Entry, visit: &mut impl FnMut(&'a str)) {
    parts(&entry.header, visit);
    if let Some(it) = &entry.date {
        visit(it);
    }
    blocks(&entry.body, visit);
    for pair in &entry.details {
        line(&pair.label, visit);
        line(&pair.body, visit);
    }
    for role in &entry.roles {
        self::entry(role, visit);
    }
    blocks(&entry.tail, visit);
}

fn parts<'a>(parts: &'a [Part], visit: &mut impl FnMut(&'a str)) {
    for part in parts {
        line(&part.body, visit);
    }
}

fn contact<'a>(contact: &'a Contact, visit: &mut impl FnMut(&'a str)) {
    let Contact { kind: _, icon: _, label, text, address, url: _ } = contact;
    if let Some(it) = label {
        visit(it);
    }
    visit(text);
    if let Some(it) = address {
        visit(it);
    }
}

fn blocks<'a>(all: &'a [Block], visit: &mut impl FnMut(&'a str)) {
    for block in all {
        match block {
            Block::Paragraph { body, .. } | Block::Subheading { body } => {
                line(body, visit);
            }
            Block::List { items, .. } => {
                for item in items {
                    blocks(&item.blocks, visit);
                }
            }
            Block::Labelled { label, sign, blocks: owned } => {
                line(label, visit);
                visit(sign);
                blocks(owned, visit);
            }
            Block::Quote { blocks: quoted } => blocks(quoted, visit),
            Block::CodeBlock { text } => visit(text),
        }
    }
}

fn line<'a>(line: &'a [Inline], visit: &mut impl FnMut(&'a str)) {
    for inline in line {
        match inline {
            Inline::Text(text)
            | Inline::Marked(Marked::Code { text } | Marked::Whole { text }) => {
                visit(text);
            }
            Inline::Marked(
                Marked::Strong { body }
                | Marked::Emph { body }
                | Marked::Link { body, .. },
            ) => self::line(body, visit),
            Inline::Marked(Marked::Break) => {}
        }
    }
}
