//! The options that a manifest declares, and what it decides under `ats: strict`.

use std::collections::BTreeMap;

use serde_json::Value;
use toml::de::DeTable;

use crate::diag;
use crate::source::Span;
use crate::theme::color;
use crate::theme::color::LEAST_CONTRAST;
use crate::theme::manifest::Declared;
use crate::theme::manifest::Node;
use crate::theme::manifest::Reader;
use crate::theme::manifest::scalar;
use crate::theme::options;
use crate::theme::options::COMMON;
use crate::theme::options::CommonOption;
use crate::theme::value;
use crate::theme::value::Takes;

/// Keys of an option that say what it takes; their value is the default.
const KINDS: &[&str] = &["choice", "color", "number", "flag", "text", "font"];

/// Names that mean something else to a theme, or on the command line.
const RESERVED: &[&str] = &["fit", "lang", "theme"];

/// Keys of an option.
const OPTION_KEYS: &[&str] = &[
    "help", "choice", "choices", "needs", "color", "number", "min", "max", "flag",
    "text", "font",
];

impl Reader<'_> {
    /// Reads all options: those of all themes, as the theme changes them, and its own.
    pub(super) fn options(&mut self, table: &DeTable<'_>) -> BTreeMap<String, Declared> {
        let common = COMMON.iter().map(|it| (it.name.to_owned(), Declared::common(it)));
        let mut options: BTreeMap<String, Declared> = common.collect();
        for (key, node) in self.table(table, "options").into_iter().flatten() {
            let name = key.get_ref();
            let Some(table) = node.get_ref().as_table() else {
                self.report(node.span(), format!("`options.{name}` is a table"));
                continue;
            };
            self.known_keys(table, OPTION_KEYS);
            self.name(name, key.span());
            let common = options::common(name);
            if let Some(declared) = self.option(table, (name, key.span()), common) {
                options.insert(name.to_string(), declared);
            }
        }
        self.accent(table, &options);
        options
    }

    /// Reports a name that an option cannot have.
    fn name(&mut self, name: &str, span: Span) {
        let fits = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
        if RESERVED.contains(&name) {
            let message = format!("no option can be named `{name}`");
            self.report_with(span, message, "this name has a meaning already");
        } else if !name.starts_with(|it: char| it.is_ascii_lowercase())
            || !name.chars().all(fits)
        {
            let message = format!("no option can be named `{name}`");
            let label = "a name is one word of lower-case letters, figures and `-`";
            self.report_with(span, message, label);
        }
    }

    /// Reports an accent that would be darkened whenever nobody chooses another one.
    fn accent(&mut self, table: &DeTable<'_>, options: &BTreeMap<String, Declared>) {
        let is_strict = options
            .get("accent-strict")
            .is_none_or(|option| option.default == Value::Bool(true));
        let node = table.get("options").and_then(|node| node.get_ref().as_table());
        let node = node.and_then(|options| options.get("accent")?.get_ref().as_table());
        let node = node.and_then(|accent| accent.get("color"));
        let color = options.get("accent").and_then(|option| option.default.as_str());
        let (Some(node), Some(color)) = (node, color.and_then(color::read)) else {
            return;
        };
        let darkened = color.darkened();
        if is_strict && darkened != color {
            let contrast = color.contrast_on_white();
            let least = LEAST_CONTRAST;
            let message = format!(
                "`{color}` is too pale for text: its contrast with white is \
                 {contrast:.1} : 1, text needs {least} : 1"
            );
            let label = format!("`{darkened}` is dark enough");
            self.report_with(node.span(), message, label);
        }
    }

    /// Reads one option.
    fn option(
        &mut self,
        table: &DeTable<'_>,
        (name, span): (&str, Span),
        common: Option<&'static CommonOption>,
    ) -> Option<Declared> {
        let kinds: Vec<&str> =
            KINDS.iter().copied().filter(|kind| table.get(*kind).is_some()).collect();
        let [kind] = *kinds.as_slice() else {
            let (message, label) = if kinds.is_empty() {
                let message =
                    format!("`{name}` needs one of {}", value::list(KINDS, "and"));
                (message, "each names what is taken and gives the default")
            } else {
                let message = format!("`{name}` has {}", value::list(&kinds, "and"));
                (message, "keep one")
            };
            self.report_with(span, message, label);
            return None;
        };
        let takes = match common {
            Some(common) => self.narrowed(table, kind, (span.clone(), common))?,
            None => self.takes(table, kind, &span)?,
        };
        let help = self.text(table, "help");
        let help = match common {
            Some(common) if help.is_empty() => common.help.to_owned(),
            _ => help,
        };
        if help.is_empty() {
            self.report(span, format!("`{name}` needs a line of `help`"));
        }
        let default = self.value(table.get(kind)?, (name, &takes))?;
        let needs = self.needs(table, (name, &takes));
        Some(Declared { help, takes, default, needs })
    }

    /// Reads which font families single choices need.
    fn needs(
        &mut self,
        table: &DeTable<'_>,
        (name, takes): (&str, &Takes),
    ) -> BTreeMap<String, String> {
        let mut needs = BTreeMap::new();
        for (key, node) in self.table(table, "needs").into_iter().flatten() {
            let choice = key.get_ref();
            if !takes.words().contains(&choice.as_ref()) {
                self.report(key.span(), format!("`{name}` has no choice `{choice}`"));
            }
            match node.get_ref().as_str() {
                Some(family) => {
                    needs.insert(choice.to_string(), family.to_owned());
                }
                None => self.report(node.span(), "a font family is a text in quotes"),
            }
        }
        needs
    }

    /// What an option of the theme's own takes.
    fn takes(&mut self, table: &DeTable<'_>, kind: &str, span: &Span) -> Option<Takes> {
        match kind {
            "choice" => {
                let choices = self.choices(table);
                if choices.is_empty() {
                    self.report(span.clone(), "`choice` needs `choices` to choose from");
                    return None;
                }
                Some(Takes::Listed(choices))
            }
            "color" => Some(Takes::Color),
            "number" => {
                let (min, max) = (self.number(table, "min"), self.number(table, "max"));
                if let (Some(min), Some(max)) = (min, max)
                    && min > max
                {
                    let message =
                        format!("`min` is {min}, more than `max`, which is {max}");
                    self.report(span.clone(), message);
                    return None;
                }
                let takes = min.zip(max).map(|(min, max)| Takes::Number { min, max });
                if takes.is_none() {
                    self.report(span.clone(), "`number` needs `min` and `max`");
                }
                takes
            }
            "flag" => Some(Takes::Flag),
            "text" => Some(Takes::Text),
            _ => Some(Takes::Font),
        }
    }

    /// Reads the words that an option takes, of which none is there twice.
    fn choices(&mut self, table: &DeTable<'_>) -> Vec<String> {
        let mut choices: Vec<String> = Vec::new();
        for (choice, span) in self.texts(table, "choices") {
            if choices.contains(&choice) {
                self.report(span, format!("the choice `{choice}` is there twice"));
            } else {
                choices.push(choice);
            }
        }
        choices
    }

    /// What an option of all themes takes in this one: less, but nothing else.
    fn narrowed(
        &mut self,
        table: &DeTable<'_>,
        kind: &str,
        (span, common): (Span, &'static CommonOption),
    ) -> Option<Takes> {
        let name = common.name;
        let expected = kind_of(&common.takes);
        if kind != expected {
            let message =
                format!("`{name}` is a `{expected}` in every theme, not a `{kind}`");
            self.report(span, message);
            return None;
        }
        match &common.takes {
            Takes::Word(_) => {
                let choices = self.texts(table, "choices");
                for (choice, span) in &choices {
                    // A theme may set its headings in ways of its own.
                    if name != "heading"
                        && !common.takes.words().contains(&choice.as_str())
                    {
                        let known = value::list(&common.takes.words(), "and");
                        let message = format!("`{name}` has no choice `{choice}`");
                        self.report_with(
                            span.clone(),
                            message,
                            format!("it has {known}"),
                        );
                    }
                }
                let choices: Vec<String> = choices.into_iter().map(|it| it.0).collect();
                let narrowed = !choices.is_empty();
                Some(if narrowed { Takes::Listed(choices) } else { common.takes.clone() })
            }
            Takes::Number { min, max } => {
                let least = self.number(table, "min").unwrap_or(*min);
                let greatest = self.number(table, "max").unwrap_or(*max);
                Some(Takes::Number { min: least.max(*min), max: greatest.min(*max) })
            }
            other => Some(other.clone()),
        }
    }

    /// Reads what `ats: strict` decides.
    pub(super) fn strict(
        &mut self,
        table: &DeTable<'_>,
        options: &BTreeMap<String, Declared>,
    ) -> BTreeMap<String, Value> {
        let mut strict = BTreeMap::new();
        for (key, node) in self.table(table, "strict").into_iter().flatten() {
            let name = key.get_ref();
            let Some(option) = options.get(name.as_ref()) else {
                let nearest = diag::nearest(name, options.keys().map(String::as_str));
                let label = nearest.map(diag::did_you_mean);
                let message = format!("there is no option `{name}`");
                self.report_with(key.span(), message, label.unwrap_or_default());
                continue;
            };
            if let Some(value) = self.value(node, (name, &option.takes)) {
                strict.insert(name.to_string(), value);
            }
        }
        strict
    }

    /// Reads a value of an option.
    fn value(&mut self, node: &Node<'_>, (name, takes): (&str, &Takes)) -> Option<Value> {
        let text = scalar(node.get_ref());
        let value = text.as_ref().and_then(|text| takes.read(text, self.families));
        if value.is_none() {
            let found = text.map_or("this".to_owned(), |text| format!("`{text}`"));
            let takes = takes.describe();
            let message = format!("`{name}` cannot be {found}: it takes {takes}");
            self.report(node.span(), message);
        }
        value
    }
}

impl Declared {
    /// An option of all themes, as it is where a theme does not change it.
    fn common(option: &CommonOption) -> Self {
        let CommonOption { name: _, help, takes, default } = option;
        let default = default.and_then(|text| takes.read(text, &[])).unwrap_or_default();
        let needs = BTreeMap::new();
        Self { help: (*help).to_owned(), takes: takes.clone(), default, needs }
    }
}

/// The key under which a manifest declares what is taken.
fn kind_of(takes: &Takes) -> &'static str {
    match takes {
        Takes::Word(_) | Takes::Listed(_) => "choice",
        Takes::Color => "color",
        Takes::Number { .. } => "number",
        Takes::Flag => "flag",
        Takes::Font => "font",
        Takes::Text | Takes::Margin | Takes::Pages => "text",
    }
}
