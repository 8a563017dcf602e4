//! A theme's `theme.toml`: who it is, what it needs, what the author may choose.
//!
//! Every mistake in it is reported with its place, all of them at once.

mod declare;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Value;
use toml::Spanned;
use toml::de::DeTable;
use toml::de::DeValue;

use crate::diag;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::source::Source;
use crate::source::Span;
use crate::theme::Files;
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
    /// Font families that single choices need, and that need not be there otherwise.
    pub needs: BTreeMap<String, String>,
}

impl Declared {
    /// The font family that a value needs and that is not there.
    pub fn lacks(&self, value: &Value, families: &[&str]) -> Option<&str> {
        let family = self.needs.get(value.as_str()?)?;
        (!families.contains(&family.as_str())).then_some(family)
    }
}

/// Keys of a manifest.
const KEYS: &[&str] =
    &["title", "summary", "contract", "fonts", "unused", "options", "strict"];

/// Fields of the view that a theme may leave out.
const FIELDS: &[&str] = &[
    "headline",
    "photo",
    "contacts",
    "contacts.icon",
    "summary",
    "colophon",
    "publications.group",
    "publications.year",
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
        self.unused(&unused);
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
            let label = match diag::nearest(key.get_ref(), known.iter().copied()) {
                Some(nearest) => diag::did_you_mean(nearest),
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
                self.report(node.span(), format!("`contract` is a number, as {ours}"));
            }
        }
    }

    /// Reports fonts that do not exist.
    fn fonts(&mut self, fonts: &[(String, Span)]) {
        for (font, span) in
            fonts.iter().filter(|it| !self.families.contains(&it.0.as_str()))
        {
            let message = format!("no font family is named `{font}`");
            let label = match diag::nearest(font, self.families.iter().copied()) {
                Some(nearest) => diag::did_you_mean(nearest),
                None => "`cvpdf fonts` lists those that are".into(),
            };
            self.report_with(span.clone(), message, label);
        }
    }

    /// Reports what a theme cannot leave out.
    fn unused(&mut self, fields: &[(String, Span)]) {
        for (field, span) in fields.iter().filter(|it| !FIELDS.contains(&it.0.as_str())) {
            let message = format!("no theme can leave out `{field}`");
            let label = match diag::nearest(field, FIELDS.iter().copied()) {
                Some(nearest) => diag::did_you_mean(nearest),
                None => format!("it can leave out {}", value::list(FIELDS, "and")),
            };
            self.report_with(span.clone(), message, label);
        }
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
