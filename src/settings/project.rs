//! A project's `cvpdf.toml`.

use std::ops::RangeInclusive;
use std::path::Path;
use std::path::PathBuf;

use toml::Spanned;
use toml::de::DeTable;
use toml::de::DeValue;

use crate::compare::Layer;
use crate::compare::Limits;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::export;
use crate::export::Resolution;
use crate::resume::Chosen;
use crate::resume::Look;
use crate::resume::Origin;
use crate::settings::Export;
use crate::source::Source;
use crate::source::Span;
use crate::system::files;

/// The name of a project's file.
pub const FILE: &str = "cvpdf.toml";

/// The most that the file may hold, in bytes.
const LIMIT: u64 = 1 << 20;

/// What a project decides.
#[derive(Debug)]
pub(super) struct Project {
    /// The folder of résumés, from the root.
    pub(super) resumes: String,
    /// The folder of outputs, from the root.
    pub(super) out: String,
    /// How outputs are named.
    pub(super) name: String,
    /// Looks below a résumé's own.
    pub(super) look: Look,
    /// What a batch makes.
    pub(super) export: Export,
    /// How much a PDF may differ from its golden.
    pub(super) golden: Limits,
}

impl Default for Project {
    fn default() -> Self {
        Self {
            resumes: "resumes".into(),
            out: "out".into(),
            name: "{resume}-{profile}".into(),
            look: Look::default(),
            export: Export::default(),
            golden: Limits::default(),
        }
    }
}

/// The nearest folder upwards that holds a project's file; without one, this folder.
pub(super) fn find(here: &Path) -> PathBuf {
    let holds = |folder: &&Path| files::is_file(&folder.join(FILE));
    here.ancestors().find(holds).unwrap_or(here).to_owned()
}

/// Reads a project's file; a project without one has the defaults.
pub(super) fn read(root: &Path, sink: &mut Sink) -> anyhow::Result<Project> {
    let path = root.join(FILE);
    if !files::is_file(&path) {
        return Ok(Project::default());
    }
    let bytes = files::read(&path, LIMIT)?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Ok(Reader { source: Source::new(FILE, text), sink }.project())
}

/// What is wrong with a template for names: it has fields in braces that cvpdf does not
/// fill, or leads out of the folder for outputs.
pub(super) fn name_trouble(text: &str) -> Option<String> {
    const FIELDS: [&str; 6] = ["resume", "profile", "theme", "lang", "paper", "name"];
    for field in text.split('{').skip(1) {
        let field = field.split('}').next().unwrap_or_default();
        if !FIELDS.contains(&field) {
            let known = FIELDS.map(|field| format!("{{{field}}}")).join(" ");
            return Some(format!(
                "`{{{field}}}` is nothing that a name can hold: there are {known}"
            ));
        }
    }
    let leads_out =
        text.starts_with('/') || text.split(['/', '\\']).any(|part| part == "..");
    leads_out.then(|| format!("`{text}` leads out of the folder for outputs"))
}

/// Reads the file's tables, reporting everything that is wrong.
struct Reader<'a> {
    source: Source,
    sink: &'a mut Sink,
}

impl Reader<'_> {
    fn project(mut self) -> Project {
        let source = self.source.clone();
        let mut project = Project::default();
        let table = match DeTable::parse(source.text()) {
            Ok(table) => table.into_inner(),
            Err(error) => {
                let span = error.span().unwrap_or(0..0);
                self.error("toml-syntax", error.message().trim(), span);
                return project;
            }
        };
        for (key, value) in &table {
            match key.get_ref().as_ref() {
                "resumes" => self.folder(value, &mut project.resumes),
                "out" => self.folder(value, &mut project.out),
                "name" => self.name(value, &mut project.name),
                "look" => project.look = self.look(value),
                "export" => project.export = self.export(value),
                "golden" => project.golden = self.golden(value),
                other => self.unknown(
                    other,
                    key.span(),
                    &["resumes", "out", "name", "look", "export", "golden"],
                ),
            }
        }
        project
    }

    fn folder(&mut self, value: &Spanned<DeValue<'_>>, target: &mut String) {
        if let Some(text) = self.text(value) {
            *target = text;
        }
    }

    /// A template for names.
    fn name(&mut self, value: &Spanned<DeValue<'_>>, target: &mut String) {
        let Some(text) = self.text(value) else { return };
        if let Some(trouble) = name_trouble(&text) {
            self.error("unknown-name-field", &trouble, value.span());
        }
        *target = text;
    }

    fn look(&mut self, value: &Spanned<DeValue<'_>>) -> Look {
        let mut look = Look::default();
        let DeValue::Table(table) = value.get_ref() else {
            self.error("wrong-type", "`look` is a table", value.span());
            return look;
        };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "theme" => look.theme = self.chosen(value),
                "lang" => look.lang = self.chosen(value),
                "options" => self.options(value, &mut look),
                name => {
                    let chosen = self.chosen(value);
                    look.options.extend(chosen.map(|chosen| (name.to_owned(), chosen)));
                }
            }
        }
        look
    }

    fn options(&mut self, value: &Spanned<DeValue<'_>>, look: &mut Look) {
        let DeValue::Table(table) = value.get_ref() else {
            return self.error("wrong-type", "`options` is a table", value.span());
        };
        for (key, value) in table {
            let chosen = self.chosen(value);
            look.options.extend(chosen.map(|chosen| (key.get_ref().to_string(), chosen)));
        }
    }

    /// What a batch makes.
    fn export(&mut self, value: &Spanned<DeValue<'_>>) -> Export {
        let mut export = Export::default();
        let DeValue::Table(table) = value.get_ref() else {
            self.error("wrong-type", "`export` is a table", value.span());
            return export;
        };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "formats" => export.formats = self.formats(value),
                "themes" => export.themes = self.texts(value),
                "resumes" => export.resumes = self.texts(value),
                other => {
                    self.unknown(other, key.span(), &["formats", "themes", "resumes"]);
                }
            }
        }
        export
    }

    /// How much a PDF may differ from its golden.
    fn golden(&mut self, value: &Spanned<DeValue<'_>>) -> Limits {
        let mut limits = Limits::default();
        let DeValue::Table(table) = value.get_ref() else {
            self.error("wrong-type", "`golden` is a table", value.span());
            return limits;
        };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "pixels" => {
                    let number = self.number(value, 0..=u32::MAX);
                    limits.pixels = number.map_or(limits.pixels, u64::from);
                }
                "delta" => {
                    let number = self.number(value, 0..=u32::from(u8::MAX));
                    limits.delta =
                        number.and_then(|it| it.try_into().ok()).unwrap_or(limits.delta);
                }
                "resolution" => {
                    let (least, most) =
                        (*Resolution::RANGE.start(), *Resolution::RANGE.end());
                    let number = self.number(value, least.into()..=most.into());
                    let ppi = number.and_then(|number| number.try_into().ok());
                    limits.resolution =
                        ppi.and_then(Resolution::new).unwrap_or(limits.resolution);
                }
                "layers" => limits.layers = self.layers(value),
                other => self.unknown(
                    other,
                    key.span(),
                    &["pixels", "delta", "resolution", "layers"],
                ),
            }
        }
        limits
    }

    /// A whole number in a range.
    fn number(
        &mut self,
        value: &Spanned<DeValue<'_>>,
        range: RangeInclusive<u32>,
    ) -> Option<u32> {
        let number = value.get_ref().as_integer().map(ToString::to_string);
        let number = number.and_then(|number| number.parse().ok());
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            let (least, most) = (range.start(), range.end());
            let message = format!("expected a whole number from {least} to {most}");
            self.error("wrong-type", &message, value.span());
        }
        number
    }

    fn layers(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<Layer> {
        let mut layers = Vec::new();
        if value.get_ref().as_array().is_some_and(|layers| layers.is_empty()) {
            self.error("wrong-type", "expected one layer or more", value.span());
        }
        for name in self.texts(value) {
            if let Some(layer) = Layer::find(&name) {
                layers.push(layer);
            } else {
                let known: Vec<&str> = Layer::ALL.iter().map(|it| it.name()).collect();
                let message =
                    format!("`{name}` is no layer: there are {}", known.join(", "));
                self.error("unknown-layer", &message, value.span());
            }
        }
        layers
    }

    fn formats(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<&'static str> {
        let mut formats = Vec::new();
        for name in self.texts(value) {
            if let Some(format) = export::find(&name) {
                formats.push(format.name);
            } else {
                let known: Vec<&str> = export::FORMATS.iter().map(|it| it.name).collect();
                let message =
                    format!("`{name}` is no format: there are {}", known.join(", "));
                self.error("unknown-format", &message, value.span());
            }
        }
        formats
    }

    /// A list of texts; one text is a list of one.
    fn texts(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<String> {
        match value.get_ref() {
            DeValue::Array(values) => {
                values.iter().filter_map(|value| self.text(value)).collect()
            }
            _ => self.text(value).into_iter().collect(),
        }
    }

    fn chosen(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Chosen> {
        let text = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) => {
                self.source.text()[value.span()].to_owned()
            }
            DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => {
                self.error(
                    "wrong-type",
                    "expected text, a number, true or false",
                    value.span(),
                );
                return None;
            }
        };
        Some(Chosen {
            value: text,
            origin: Origin::Key(self.source.clone(), value.span()),
        })
    }

    fn text(&mut self, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let text = value.get_ref().as_str().map(str::to_owned);
        if text.is_none() {
            self.error("wrong-type", "expected text", value.span());
        }
        text
    }

    fn unknown(&mut self, key: &str, span: Span, known: &[&str]) {
        let diagnostic = Diagnostic::new("unknown-key", format!("unknown key `{key}`"));
        let diagnostic = diagnostic.at(&self.source, span);
        let known = format!("a project has {}", known.join(", "));
        self.sink.error(diagnostic.label(known));
    }

    fn error(&mut self, code: &'static str, message: &str, span: Span) {
        self.sink.error(Diagnostic::new(code, message).at(&self.source, span));
    }
}
