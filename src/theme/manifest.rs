//! A theme's `theme.toml`: who it is, what it needs, what the author may choose.
//!
//! Every mistake in it is reported with its place, all of them at once.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Value;
use toml::Spanned;
use toml::de::DeTable;
use toml::de::DeValue;

use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::source::Source;
use crate::source::Span;
use crate::theme::Files;
use crate::theme::options;
use crate::theme::options::COMMON;
use crate::theme::options::CommonOption;
use crate::theme::value;
use crate::theme::value::Takes;

/// The number of the contract between views and themes; a theme names the one it was
/// written for.
pub const CONTRACT: u32 = 1;

/// What a theme says of itself.
#[derive(Debug, Clone)]
pub struct Manifest {
    /// Its title, for lists.
    pub title: String,
    /// One line on what it is like.
    pub summary: String,
    /// The font families that it uses; all of them are there.
    pub fonts: Vec<String>,
    /// Fields of the view that it leaves out on purpose.
    pub unused: Vec<String>,
    /// Every option that it has, those of all themes included.
    pub options: BTreeMap<String, Declared>,
    /// What `ats: strict` decides in this theme, besides what it decides in all.
    pub strict: BTreeMap<String, Value>,
}

/// An option as the theme has it.
#[derive(Debug, Clone)]
pub struct Declared {
    /// What it is for, in one line.
    pub help: String,
    /// What it takes.
    pub takes: Takes,
    /// What it is unless the author says otherwise; null where the theme's own design,
    /// or the language, decides.
    pub default: Value,
}

/// Keys of a manifest.
const KEYS: &[&str] =
    &["title", "summary", "contract", "fonts", "unused", "options", "strict"];

/// Keys of an option that say what it takes; their value is the default.
const KINDS: &[&str] = &["choice", "color", "number", "flag", "text", "font"];

/// Keys of an option.
const OPTION_KEYS: &[&str] = &[
    "help", "choice", "choices", "color", "number", "min", "max", "flag", "text", "font",
];

/// Reads the manifest among the files of a theme's folder.
pub fn read(
    folder: &str,
    files: &Files,
    families: &[&str],
    sink: &mut Sink,
) -> Result<Manifest, Reported> {
    for needed in ["theme.toml", "theme.typ"] {
        if !files.contains_key(needed) {
            let message = format!("`{folder}` is no theme: it has no `{needed}`");
            return Err(sink.error(Diagnostic::new("theme-manifest", message)));
        }
    }
    let name = format!("{folder}/theme.toml");
    let bytes = files.get("theme.toml").map_or(&[][..], Cow::as_ref);
    let text = String::from_utf8_lossy(bytes);
    let source = Source::new(name, text.clone());
    if let Cow::Owned(_) = text {
        let bad = text.find('\u{fffd}').unwrap_or_default();
        let diagnostic = Diagnostic::new("theme-manifest", "this is not UTF-8");
        return Err(sink.error(diagnostic.at(&source, bad..bad + 1)));
    }
    let (table, errors) = DeTable::parse_recoverable(&text);
    let mut reader = Reader { source: &source, families, sink, trouble: None };
    for error in errors {
        let message = format!("this is not TOML: {}", error.message());
        reader.report(error.span().unwrap_or_default(), message);
    }
    if let Some(reported) = reader.trouble {
        return Err(reported);
    }
    let manifest = reader.manifest(table.get_ref());
    reader.trouble.map_or(Ok(manifest), Err)
}

/// Reads a manifest and reports what is wrong with it.
struct Reader<'a> {
    source: &'a Source,
    families: &'a [&'a str],
    sink: &'a mut Sink,
    trouble: Option<Reported>,
}

/// A value with its place.
type Node<'a> = Spanned<DeValue<'a>>;

impl Reader<'_> {
    /// Reads the whole.
    fn manifest(&mut self, table: &DeTable<'_>) -> Manifest {
        self.known_keys(table, KEYS);
        for needed in ["title", "summary", "contract"] {
            if table.get(needed).is_none() {
                self.report(0..0, format!("`{needed}` is missing"));
            }
        }
        self.contract(table.get("contract"));
        let title = self.text(table, "title");
        let summary = self.text(table, "summary");
        let fonts = self.texts(table, "fonts");
        self.fonts(&fonts);
        let unused = self.texts(table, "unused");
        let options = self.options(table);
        let strict = self.strict(table, &options);
        let plain = |list: Vec<(String, Span)>| list.into_iter().map(|it| it.0).collect();
        Manifest {
            title,
            summary,
            fonts: plain(fonts),
            unused: plain(unused),
            options,
            strict,
        }
    }

    /// Reports keys that are not known.
    fn known_keys(&mut self, table: &DeTable<'_>, known: &[&str]) {
        for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let message = format!("unknown key `{}`", key.get_ref());
            let label = match value::nearest(key.get_ref(), known) {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => format!("the keys here are {}", value::list(known, "and")),
            };
            self.report_with(key.span(), message, label);
        }
    }

    /// Reports a contract that is not ours.
    fn contract(&mut self, node: Option<&Node<'_>>) {
        let Some(node) = node else { return };
        let ours = CONTRACT.to_string();
        match scalar(node.get_ref()) {
            Some(number) if number == ours => {}
            Some(number) => {
                let message = format!(
                    "this theme is written for contract {number}, this program has {ours}"
                );
                self.report(node.span(), message);
            }
            None => {
                self.report(node.span(), format!("`contract` is a number, as {ours}"))
            }
        }
    }

    /// Reports fonts that do not exist.
    fn fonts(&mut self, fonts: &[(String, Span)]) {
        for (font, span) in
            fonts.iter().filter(|it| !self.families.contains(&it.0.as_str()))
        {
            let message = format!("no font family is named `{font}`");
            let label = match value::nearest(font, self.families) {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => "`cvpdf fonts` lists those that are".into(),
            };
            self.report_with(span.clone(), message, label);
        }
    }

    /// Reads all options: those of all themes, as the theme changes them, and its own.
    fn options(&mut self, table: &DeTable<'_>) -> BTreeMap<String, Declared> {
        let common = COMMON.iter().map(|it| (it.name.to_owned(), Declared::common(it)));
        let mut options: BTreeMap<String, Declared> = common.collect();
        for (key, node) in self.table(table, "options").into_iter().flatten() {
            let name = key.get_ref();
            let Some(table) = node.get_ref().as_table() else {
                self.report(node.span(), format!("`options.{name}` is a table"));
                continue;
            };
            self.known_keys(table, OPTION_KEYS);
            let common = options::common(name);
            if let Some(declared) = self.option(table, (name, key.span()), common) {
                options.insert(name.to_string(), declared);
            }
        }
        options
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
            let message = format!("`{name}` needs one of {}", value::list(KINDS, "and"));
            self.report_with(
                span,
                message,
                "each names what is taken and gives the default",
            );
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
        Some(Declared { help, takes, default })
    }

    /// What an option of the theme's own takes.
    fn takes(&mut self, table: &DeTable<'_>, kind: &str, span: &Span) -> Option<Takes> {
        match kind {
            "choice" => {
                let choices = self.texts(table, "choices");
                let choices: Vec<String> = choices.into_iter().map(|it| it.0).collect();
                if choices.is_empty() {
                    self.report(span.clone(), "`choice` needs `choices` to choose from");
                    return None;
                }
                Some(Takes::Listed(choices))
            }
            "color" => Some(Takes::Color),
            "number" => match (self.number(table, "min"), self.number(table, "max")) {
                (Some(min), Some(max)) => Some(Takes::Number { min, max }),
                _ => {
                    self.report(span.clone(), "`number` needs `min` and `max`");
                    None
                }
            },
            "flag" => Some(Takes::Flag),
            "text" => Some(Takes::Text),
            _ => Some(Takes::Font),
        }
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
    fn strict(
        &mut self,
        table: &DeTable<'_>,
        options: &BTreeMap<String, Declared>,
    ) -> BTreeMap<String, Value> {
        let mut strict = BTreeMap::new();
        for (key, node) in self.table(table, "strict").into_iter().flatten() {
            let name = key.get_ref();
            let Some(option) = options.get(name.as_ref()) else {
                let known: Vec<&str> = options.keys().map(String::as_str).collect();
                let nearest = value::nearest(name, &known);
                let label = nearest.map(|it| format!("did you mean `{it}`?"));
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
        let value = text.and_then(|text| takes.read(&text, self.families));
        if value.is_none() {
            let takes = takes.describe();
            self.report(
                node.span(),
                format!("`{name}` cannot be this: it takes {takes}"),
            );
        }
        value
    }

    /// Reads a text; empty if there is none.
    fn text(&mut self, table: &DeTable<'_>, key: &str) -> String {
        let Some(node) = table.get(key) else { return String::new() };
        if node.get_ref().as_str().is_none_or(str::is_empty) {
            self.report(node.span(), format!("`{key}` is a text in quotes"));
        }
        node.get_ref().as_str().unwrap_or_default().to_owned()
    }

    /// Reads a list of texts; empty if there is none.
    fn texts(&mut self, table: &DeTable<'_>, key: &str) -> Vec<(String, Span)> {
        let Some(node) = table.get(key) else { return Vec::new() };
        let list = node.get_ref().as_array();
        let texts: Option<Vec<_>> = list.and_then(|list| {
            let text =
                |it: &Node<'_>| Some((it.get_ref().as_str()?.to_owned(), it.span()));
            list.iter().map(text).collect()
        });
        if texts.is_none() {
            self.report(
                node.span(),
                format!("`{key}` is a list of texts: `[\"…\", \"…\"]`"),
            );
        }
        texts.unwrap_or_default()
    }

    /// Reads a number.
    fn number(&mut self, table: &DeTable<'_>, key: &str) -> Option<f64> {
        let node = table.get(key)?;
        let number = scalar(node.get_ref()).and_then(|it| it.parse::<f64>().ok());
        if number.is_none() {
            self.report(node.span(), format!("`{key}` is a number"));
        }
        number.filter(|number| number.is_finite())
    }

    /// Reads a table.
    fn table<'t, 'i>(
        &mut self,
        table: &'t DeTable<'i>,
        key: &str,
    ) -> Option<&'t DeTable<'i>> {
        let node = table.get(key)?;
        if node.get_ref().as_table().is_none() {
            self.report(node.span(), format!("`{key}` is a table: `[{key}]`"));
        }
        node.get_ref().as_table()
    }

    /// Reports a mistake.
    fn report(&mut self, span: Span, message: impl Into<String>) {
        self.report_with(span, message, String::new());
    }

    /// Reports a mistake, with words beside the place.
    fn report_with(
        &mut self,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
    ) {
        let diagnostic = Diagnostic::new("theme-manifest", message);
        let diagnostic = diagnostic.at(self.source, span).label(label);
        self.trouble = Some(self.sink.error(diagnostic));
    }
}

impl Declared {
    /// An option of all themes, as it is where a theme does not change it.
    fn common(option: &CommonOption) -> Self {
        let CommonOption { name: _, help, takes, default } = option;
        let default = default.and_then(|text| takes.read(text, &[])).unwrap_or_default();
        Self { help: (*help).to_owned(), takes: takes.clone(), default }
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

/// A text, number or truth value, as an author would write it.
fn scalar(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.to_string()),
        DeValue::Float(number) => Some(number.to_string()),
        DeValue::Boolean(truth) => Some(truth.to_string()),
        DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => None,
    }
}

#[cfg(test)]
mod tests;
