//! A résumé in a few lines: what was understood, for the cases of the suite.

use std::fmt::Write as _;

use cvpdf::date::Date;
use cvpdf::resume::Audience;
use cvpdf::resume::Contact;
use cvpdf::resume::Content;
use cvpdf::resume::Entry;
use cvpdf::resume::Highlight;
use cvpdf::resume::HighlightBody;
use cvpdf::resume::Item;
use cvpdf::resume::Pair;
use cvpdf::resume::Publication;
use cvpdf::resume::Resume;
use cvpdf::resume::Section;
use cvpdf::resume::Skill;
use cvpdf::resume::letter::Letter;
use cvpdf::resume::name::Name;
use cvpdf::text;
use cvpdf::text::Block;
use cvpdf::text::Inlines;

/// The résumé without what it leaves out.
pub(super) fn outline(resume: &Resume) -> String {
    let mut page = Page(String::new());
    page.line(0, &resume.name);
    for line in &resume.headline {
        page.line(0, &format!("headline {}", words(line)));
    }
    if let Some(photo) = &resume.photo {
        page.line(0, &format!("photo {} alt {:?}", photo.file, photo.alt));
    }
    for one in &resume.contact {
        page.line(0, &contact(one));
    }
    if let Some(updated) = &resume.updated {
        page.line(0, &format!("updated {}", date(updated)));
    }
    page.blocks(0, "summary", &resume.summary);
    for one in &resume.sections {
        page.section(one);
    }
    page.blocks(0, "colophon", &resume.colophon);
    if let Some(it) = &resume.letter {
        page.letter(it);
    }
    let look = &resume.look;
    for (name, chosen) in [("theme", &look.theme), ("lang", &look.lang)] {
        if let Some(chosen) = chosen {
            page.line(0, &format!("look {name} = {}", chosen.value));
        }
    }
    for (name, chosen) in &look.options {
        page.line(0, &format!("look {name} = {}", chosen.value));
    }
    for profile in &resume.profiles {
        let (wanted, pages) = (&profile.wanted, profile.pages);
        page.line(0, &format!("profile {} for {wanted:?} pages {pages:?}", profile.name));
        if let Some(it) = &profile.letter {
            page.letter(it);
        }
    }
    page.0
}

struct Page(String);

impl Page {
    fn line(&mut self, indent: usize, text: &str) {
        self.0.push_str(&"  ".repeat(indent));
        self.0.push_str(text.trim_end());
        self.0.push('\n');
    }

    fn blocks(&mut self, indent: usize, name: &str, blocks: &[Block]) {
        for block in blocks {
            self.line(indent, &format!("{name} {}", block_words(block)));
        }
    }

    fn letter(&mut self, letter: &Letter) {
        self.line(0, &format!("letter {:?}", letter.layout));
        for (name, lines) in
            [("sender", &letter.sender), ("enclosure", &letter.enclosures)]
        {
            for line in lines.iter().flatten() {
                self.line(1, &format!("{name} {}", words(line)));
            }
        }
        if let Some(it) = &letter.recipient {
            self.line(1, &format!("to {}", words(&it.name)));
            for line in &it.lines {
                self.line(1, &format!("at {}", words(line)));
            }
        }
        let named = [
            ("place", &letter.place),
            ("subject", &letter.subject),
            ("salutation", &letter.salutation),
            ("closing", &letter.closing),
        ];
        for (name, line) in named {
            if let Some(line) = line {
                self.line(1, &format!("{name} {}", words(line)));
            }
        }
        if let Some(it) = &letter.date {
            self.line(1, &format!("date {}", date(it)));
        }
        self.blocks(1, "body", letter.body.as_deref().unwrap_or_default());
        if let Some(it) = &letter.signature {
            self.line(1, &format!("signature {} alt {:?}", it.file, it.alt));
        }
        if let Some(lang) = &letter.look.lang {
            self.line(1, &format!("look lang = {}", lang.value));
        }
    }

    fn section(&mut self, section: &Section) {
        let kind = match &section.content {
            Content::Entries(_) => "entries",
            Content::Pairs(_) => "pairs",
            Content::Items(_) => "items",
            Content::Text(_) => "text",
            Content::Languages(_) => "languages",
            Content::Publications(_) => "publications",
            Content::References(_) => "references",
        };
        let title = section.title.as_ref().map_or(String::new(), |it| format!(" {it:?}"));
        let turn = if section.page_break { " page-break" } else { "" };
        let audience = audience(&section.audience);
        self.line(0, &format!("section {} {kind}{title}{turn}{audience}", section.key));
        self.blocks(1, "intro", &section.intro);
        self.content(&section.content);
        self.blocks(1, "outro", &section.outro);
    }

    fn publication(&mut self, one: &Publication) {
        let numbers =
            [&one.volume, &one.issue, &one.pages, &one.year, &one.doi, &one.kind];
        let names = [&one.title, &one.container, &one.note, &one.role];
        let names: Vec<String> = names.into_iter().map(words).collect();
        let people =
            |names: &[Name]| names.iter().map(Name::text).collect::<Vec<_>>().join("; ");
        let authors = people(&one.authors);
        let url = one.url.as_deref().unwrap_or("-");
        let numbers = numbers.map(String::as_str).join(" | ");
        self.line(1, &format!("{authors} | {} | {numbers} | {url}", names.join(" | ")));
        let rest = [
            people(&one.editors),
            words(&one.series),
            one.edition.clone(),
            one.number.clone(),
            words(&one.publisher),
        ];
        if rest.iter().any(|it| !it.is_empty()) {
            self.line(2, &rest.join(" | "));
        }
    }

    fn content(&mut self, content: &Content) {
        match content {
            Content::Entries(items) => items.iter().for_each(|item| match item {
                Item::Entry(entry) => self.entry(1, "entry", entry),
                Item::Blocks(blocks) => self.blocks(1, "block", blocks),
            }),
            Content::Pairs(pairs) => pairs.iter().for_each(|one| self.pair(1, one)),
            Content::Items(items) => {
                for one in items {
                    self.line(1, &skill(one));
                }
            }
            Content::Text(blocks) => self.blocks(1, "text", blocks),
            Content::Languages(all) => all.iter().for_each(|one| {
                let (name, level, note) =
                    (words(&one.name), words(&one.level), words(&one.note));
                self.line(
                    1,
                    &format!("{name} | {level} | {note}{}", audience(&one.audience)),
                );
            }),
            Content::Publications(all) => {
                for one in &all.files {
                    self.line(1, &format!("file {} ({})", one.file, one.path));
                }
                all.list.iter().for_each(|one| self.publication(one));
            }
            Content::References(all) => all.iter().for_each(|one| {
                let (name, title, org) =
                    (words(&one.name), words(&one.title), words(&one.org));
                self.line(
                    1,
                    &format!("{name} | {title} | {org}{}", audience(&one.audience)),
                );
                for one in &one.contact {
                    self.line(2, &contact(one));
                }
                self.blocks(2, "quote", &one.quote);
            }),
        }
    }

    fn entry(&mut self, indent: usize, name: &str, entry: &Entry) {
        let orgs = entry.orgs.iter().map(|org| {
            let url = org.url.as_ref().map_or(String::new(), |url| format!(" -> {url}"));
            let note = if org.note.is_empty() {
                String::new()
            } else {
                format!(" ({})", words(&org.note))
            };
            format!("{}{note}{url}", words(&org.name))
        });
        let orgs: Vec<String> = orgs.collect();
        let mut line = format!("{name} {} @ {}", words(&entry.title), orgs.join(" + "));
        for (name, text) in
            [("unit", words(&entry.unit)), ("duration", words(&entry.duration))]
        {
            if !text.is_empty() {
                let _ = write!(line, " {name} {text}");
            }
        }
        for (name, all) in [("in", &entry.places), ("note", &entry.notes)] {
            for one in all {
                let _ = write!(line, " {name} {}", words(one));
            }
        }
        line +=
            &entry.date.as_ref().map_or(String::new(), |it| format!(" on {}", date(it)));
        line += &entry.url.as_ref().map_or(String::new(), |url| format!(" -> {url}"));
        line += if entry.keep { " keep" } else { "" };
        line += if entry.page_break { " page-break" } else { "" };
        self.line(indent, &(line + &audience(&entry.audience)));
        self.blocks(indent + 1, "summary", &entry.summary);
        for one in &entry.highlights {
            self.highlight(indent + 1, one);
        }
        self.blocks(indent + 1, "outro", &entry.outro);
        for role in &entry.roles {
            self.entry(indent + 1, "role", role);
        }
        for pair in &entry.details {
            self.pair(indent + 1, pair);
        }
    }

    fn highlight(&mut self, indent: usize, highlight: &Highlight) {
        let audience = audience(&highlight.audience);
        let (line, below) = match &highlight.body {
            HighlightBody::Bullet { blocks, nested } => {
                let text: Vec<String> = blocks.iter().map(block_words).collect();
                (format!("- {}{audience}", text.join(" / ")), nested)
            }
            HighlightBody::Group { label, highlights } => {
                (format!("# {}{audience}", words(label)), highlights)
            }
        };
        self.line(indent, &line);
        for one in below {
            self.highlight(indent + 1, one);
        }
    }

    fn pair(&mut self, indent: usize, pair: &Pair) {
        let items: Vec<String> = pair.items.iter().map(skill).collect();
        let audience = audience(&pair.audience);
        self.line(
            indent,
            &format!("{}: {}{audience}", words(&pair.label), items.join("; ")),
        );
    }
}

fn skill(skill: &Skill) -> String {
    let Skill { name, level, note, audience: kept } = skill;
    let more: Vec<String> =
        [level, note].iter().filter(|it| !it.is_empty()).map(|it| words(it)).collect();
    let more =
        if more.is_empty() { String::new() } else { format!(" ({})", more.join(", ")) };
    format!("{}{more}{}", words(name), audience(kept))
}

fn contact(contact: &Contact) -> String {
    let Contact { kind, label, text, url, audience: kept } = contact;
    let label = label.as_ref().map_or(String::new(), |label| format!(" {label}:"));
    let url = url.as_ref().map_or(String::new(), |url| format!(" -> {url}"));
    format!("{kind}{label} {text}{url}{}", audience(kept))
}

fn audience(audience: &Audience) -> String {
    if audience.0.is_empty() {
        String::new()
    } else {
        format!(" for {}", audience.0.join(", "))
    }
}

fn date(date: &Date) -> String {
    match date {
        Date::Text(text) => format!("“{text}”"),
        Date::Moment(_) | Date::Period(_) => date.iso().unwrap_or_default(),
    }
}

fn words(line: &Inlines) -> String {
    text::plain(line)
}

fn block_words(block: &Block) -> String {
    match block {
        Block::Paragraph { body, ragged: _ } => words(body),
        Block::Subheading { body } => format!("# {}", words(body)),
        Block::List { start: _, items } => {
            let items = items.iter().flat_map(|item| &item.blocks).map(block_words);
            format!("[{}]", items.collect::<Vec<_>>().join("; "))
        }
        Block::Labelled { label, sign, blocks } => {
            let blocks: Vec<String> = blocks.iter().map(block_words).collect();
            format!("{}{sign} {}", words(label), blocks.join(" "))
        }
        Block::Quote { blocks } => {
            format!("> {}", blocks.iter().map(block_words).collect::<Vec<_>>().join(" "))
        }
        Block::CodeBlock { text } => format!("```{text}```"),
    }
}
