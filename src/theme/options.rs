//! What a theme lets the author choose, and what the author chose.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::diag;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::resume::Chosen;
use crate::theme::Theme;
use crate::theme::color;
use crate::theme::value;
use crate::theme::value::Takes;

/// What was decided about looks: every option of the theme with its value.
///
/// Nothing is left to default. Its JSON, with the steps that the typesetter takes to
/// fit a page budget, is what themes read as `/options.json`.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Choices {
    /// Values by option name: text, numbers, booleans; lengths in points; null where
    /// the theme's own design decides.
    pub options: BTreeMap<String, Value>,
}

/// An option that every theme has.
///
/// Its name is a key of `look` and a flag; its help is that of the flag.
#[derive(Debug, Clone, PartialEq)]
pub struct CommonOption {
    /// The name.
    pub name: &'static str,
    /// What it is for, in one line.
    pub help: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// What it is unless a theme says otherwise, as an author would write it; nothing
    /// where the theme's own design, or the language, decides.
    pub default: Option<&'static str>,
}

/// The options that every theme has, in the order of the manual.
pub const COMMON: &[CommonOption] = &[
    CommonOption {
        name: "paper",
        help: "Size of the paper; by default what is usual where the language is spoken",
        takes: Takes::Word(&["a4", "us-letter"]),
        default: None,
    },
    CommonOption {
        name: "margin",
        help: "Margins: one length for all sides, or top, right, bottom, left",
        takes: Takes::Margin,
        default: None,
    },
    CommonOption {
        name: "accent",
        help: "Colour of headings, links and marks, by name or as #rrggbb",
        takes: Takes::Color,
        default: Some("ink"),
    },
    CommonOption {
        name: "accent-strict",
        help: "Whether an accent too pale to be read is darkened",
        takes: Takes::Flag,
        default: Some("on"),
    },
    CommonOption {
        name: "font-body",
        help: "Font family of the text",
        takes: Takes::Font,
        default: None,
    },
    CommonOption {
        name: "font-heading",
        help: "Font family of the name and of headings",
        takes: Takes::Font,
        default: None,
    },
    CommonOption {
        name: "font-mono",
        help: "Font family of code",
        takes: Takes::Font,
        default: None,
    },
    CommonOption {
        name: "font-size",
        help: "Size of the text in points",
        takes: Takes::Number { min: 9.0, max: 12.0 },
        default: None,
    },
    CommonOption {
        name: "density",
        help: "Space between lines, entries and at the margins",
        takes: Takes::Word(&["normal", "compact", "relaxed"]),
        default: Some("normal"),
    },
    CommonOption {
        name: "pages",
        help: "How many pages it may have: space and size give way until it fits",
        takes: Takes::Pages,
        default: Some("off"),
    },
    CommonOption {
        name: "date-position",
        help: "Where the dates of entries stand",
        takes: Takes::Word(&["right", "inline", "below", "margin"]),
        default: Some("right"),
    },
    CommonOption {
        name: "date-side",
        help: "Side of the margin in which dates stand",
        takes: Takes::Word(&["end", "start"]),
        default: Some("end"),
    },
    CommonOption {
        name: "month",
        help: "How months are written",
        takes: Takes::Word(&["short", "long", "number", "none"]),
        default: Some("short"),
    },
    CommonOption {
        name: "range",
        help: "What stands between the two ends of a period",
        takes: Takes::Word(&["en-dash-spaced", "en-dash", "hyphen-spaced", "to"]),
        default: Some("en-dash-spaced"),
    },
    CommonOption {
        name: "open-range",
        help: "How a period without an end is written",
        takes: Takes::Word(&["dash", "since", "present"]),
        default: Some("dash"),
    },
    CommonOption {
        name: "heading",
        help: "How the headings of sections are set",
        takes: Takes::Word(HEADINGS),
        default: Some("plain"),
    },
    CommonOption {
        name: "icons",
        help: "Whether contacts have icons",
        takes: Takes::Flag,
        default: Some("off"),
    },
    CommonOption {
        name: "photo",
        help: "Where the photo stands, if there is one",
        takes: Takes::Word(&["off", "left", "right"]),
        default: Some("right"),
    },
    CommonOption {
        name: "photo-shape",
        help: "Shape of the photo",
        takes: Takes::Word(&["rect", "round", "circle"]),
        default: Some("rect"),
    },
    CommonOption {
        name: "entry-lead",
        help: "What an entry begins with: what one was, or where",
        takes: Takes::Word(&["title", "org"]),
        default: Some("title"),
    },
    CommonOption {
        name: "link-style",
        help: "How links are told from other text",
        takes: Takes::Word(&["color", "underline", "none"]),
        default: Some("color"),
    },
    CommonOption {
        name: "link-url",
        help: "Whether the address of a link is printed after its text",
        takes: Takes::Word(&["never", "print"]),
        default: Some("never"),
    },
    CommonOption {
        name: "footer",
        help: "Foot of the pages: auto (page numbers if there are several), none, or text",
        takes: Takes::Text,
        default: Some("auto"),
    },
    CommonOption {
        name: "ats",
        help: "Whether looks give way so that every machine reads the text in order",
        takes: Takes::Word(&["normal", "strict"]),
        default: Some("normal"),
    },
    CommonOption {
        name: "summary-title",
        help: "Whether the summary has a heading",
        takes: Takes::Flag,
        default: Some("off"),
    },
    CommonOption {
        name: "quotes",
        help: "Whether straight quotes become those of the language",
        takes: Takes::Word(&["smart", "straight"]),
        default: Some("smart"),
    },
];

/// Styles of headings that are known by name; a theme lists the ones that it has.
const HEADINGS: &[&str] = &["rule", "plain", "smallcaps", "caps", "bar"];

/// What `ats: strict` decides in every theme that has the choice.
const STRICT: &[(&str, &str)] = &[
    ("date-position", "below"),
    ("range", "hyphen-spaced"),
    ("icons", "off"),
    ("photo", "off"),
    ("link-url", "print"),
];

/// What it decides unless the author does.
const PREFERRED: &[(&str, &str)] = &[("month", "long")];

/// What to take where neither theme nor author decides, and what there is to choose.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    /// The paper that is usual where the document's language is spoken.
    pub paper: &'a str,
    /// Whether another paper is as usual there, so that a theme may prefer one.
    pub is_paper_open: bool,
    /// The font families that there are.
    pub families: &'a [&'a str],
}

impl Theme {
    /// Gives every option of the theme a value: the author's, or else the theme's.
    ///
    /// Reports every option that the theme lacks and every value that is not taken.
    pub fn choices(
        &self,
        chosen: &BTreeMap<String, Chosen>,
        around: Surroundings<'_>,
        sink: &mut Sink,
    ) -> Result<Choices, Reported> {
        let declared = &self.manifest().options;
        let defaults =
            declared.iter().map(|(name, it)| (name.clone(), it.default.clone()));
        let mut options: BTreeMap<String, Value> = defaults.collect();
        let mut trouble = None;
        for (name, choice) in chosen {
            match self.read(name, choice, around.families) {
                Ok(value) => drop(options.insert(name.clone(), value)),
                Err(diagnostic) => trouble = Some(sink.error(diagnostic)),
            }
        }
        if let Some(reported) = trouble {
            return Err(reported);
        }
        let paper = options.entry("paper".into()).or_default();
        let is_preferred = chosen.contains_key("paper") || around.is_paper_open;
        if paper.is_null() || !is_preferred {
            *paper = Value::from(around.paper);
        }
        let mut choices = Choices { options };
        if choices.text("ats") == "strict" {
            self.warn_of_overruled(chosen, &choices, sink);
            let is_open = |name: &str| !chosen.contains_key(name) || !self.prefers(name);
            let decided = self.strict().into_iter().filter(|(name, _)| is_open(name));
            choices.options.extend(decided);
        }
        choices.darken(chosen.get("accent"), sink);
        Ok(choices)
    }

    /// Warns of options of the theme's own for which the author chose what machines do
    /// not allow.
    fn warn_of_overruled(
        &self,
        chosen: &BTreeMap<String, Chosen>,
        choices: &Choices,
        sink: &mut Sink,
    ) {
        let strict = &self.manifest().strict;
        for (name, value) in strict.iter().filter(|(name, _)| common(name).is_none()) {
            let Some(choice) = chosen.get(name) else { continue };
            if choices.options.get(name) == Some(value) {
                continue;
            }
            let words = &choice.value;
            let message = format!("`{name}` cannot be `{words}` where `ats` is `strict`");
            let diagnostic = Diagnostic::new("overruled-option", message);
            let hint = "machines would read the text out of order";
            sink.warn(choice.place(diagnostic).hint(hint));
        }
    }

    /// Whether the theme takes this value for this option.
    pub fn accepts(&self, name: &str, choice: &Chosen, families: &[&str]) -> bool {
        self.read(name, choice, families).is_ok()
    }

    /// Reads what was chosen for one option, or says why it cannot be.
    fn read(
        &self,
        name: &str,
        choice: &Chosen,
        families: &[&str],
    ) -> Result<Value, Diagnostic> {
        let Some(option) = self.manifest().options.get(name) else {
            return Err(self.unknown_option(name, choice));
        };
        let takes = &option.takes;
        let value = takes.read(&choice.value, families);
        if let Some(family) =
            value.as_ref().and_then(|value| option.lacks(value, families))
        {
            let message =
                format!("`{name}: {}` needs the font family `{family}`", choice.value);
            let hint = "it does not come with cvpdf: name the folder of its files, \
                        `--font-path DIR`";
            let diagnostic = Diagnostic::new("unknown-font", message).hint(hint);
            return Err(choice.place(diagnostic));
        }
        value.ok_or_else(|| {
            let value = &choice.value;
            let diagnostic = if *takes == Takes::Font {
                Diagnostic::new(
                    "unknown-font",
                    format!("no font family is named `{value}`"),
                )
            } else {
                Diagnostic::new("unknown-value", format!("`{name}` cannot be `{value}`"))
            };
            let nearest = takes.nearest(value, families);
            let hint = format!("it takes {}", takes.describe());
            choice.place(diagnostic).meant(nearest).hint(hint)
        })
    }

    /// What to say of an option that the theme does not declare.
    fn unknown_option(&self, name: &str, choice: &Chosen) -> Diagnostic {
        let message = format!("theme `{}` has no option `{name}`", self.name());
        let diagnostic = Diagnostic::new("unknown-option", message);
        let known = self.manifest().options.keys().map(String::as_str);
        let diagnostic = choice.place(diagnostic).meant(diag::nearest(name, known));
        let own: Vec<&str> = self.own_options().collect();
        if own.is_empty() {
            return diagnostic
                .hint("it has the options that all themes have, and no others");
        }
        let own = value::list(&own, "and");
        diagnostic.hint(format!("besides those of all themes it has {own}"))
    }

    /// The names of the options that not every theme has.
    fn own_options(&self) -> impl Iterator<Item = &str> {
        let names = self.manifest().options.keys().map(String::as_str);
        names.filter(|name| common(name).is_none())
    }

    /// Whether `ats: strict` leaves an option to the author.
    fn prefers(&self, name: &str) -> bool {
        let is_preferred = PREFERRED.iter().any(|(preferred, _)| *preferred == name);
        is_preferred && !self.manifest().strict.contains_key(name)
    }

    /// What `ats: strict` decides in this theme, and what it prefers.
    pub fn strict(&self) -> BTreeMap<String, Value> {
        let declared = |name: &str| self.manifest().options.get(name);
        let ours = STRICT.iter().chain(PREFERRED).filter_map(|(name, text)| {
            Some(((*name).to_owned(), declared(name)?.takes.read(text, &[])?))
        });
        let theirs = self.manifest().strict.clone();
        ours.chain(theirs).collect()
    }
}

impl Choices {
    /// The value of an option that takes a word or text; empty if it is something else.
    pub fn text(&self, name: &str) -> &str {
        self.options.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// Whether an option that takes a flag is on.
    pub fn flag(&self, name: &str) -> bool {
        self.options.get(name).and_then(Value::as_bool).unwrap_or_default()
    }

    /// Whether the document is to have one page if it nearly has.
    pub fn wants_one_page(&self) -> bool {
        self.text("pages") == "auto"
    }

    /// How many pages the document may have, if that is limited.
    pub fn pages(&self) -> Option<usize> {
        let pages = self.options.get("pages").and_then(Value::as_u64)?;
        usize::try_from(pages).ok()
    }

    /// Darkens an accent that could not be read, unless the author insists on it.
    fn darken(&mut self, choice: Option<&Chosen>, sink: &mut Sink) {
        let Some(color) = color::read(self.text("accent")) else { return };
        let darkened = color.darkened();
        if darkened == color || !self.flag("accent-strict") {
            return;
        }
        self.options.insert("accent".into(), Value::from(darkened.to_string()));
        let contrast = color.contrast_on_white();
        let message =
            format!("`{color}` is too pale for text, it was darkened to `{darkened}`");
        let diagnostic = Diagnostic::new("low-contrast", message);
        let diagnostic = match choice {
            Some(choice) => choice.place(diagnostic),
            None => diagnostic,
        };
        let least = color::LEAST_CONTRAST;
        let hint = format!(
            "its contrast with white is {contrast:.1} : 1, text needs {least} : 1; to have \
             it nevertheless, say `accent-strict: off`"
        );
        sink.warn(diagnostic.hint(hint));
    }
}

/// The common option of this name.
pub fn common(name: &str) -> Option<&'static CommonOption> {
    COMMON.iter().find(|option| option.name == name)
}

#[cfg(test)]
mod tests;
