//! `cvpdf themes`: the built-in themes and what they let the author choose.

use std::fmt::Write as _;

use serde_json::json;

use crate::diag::Sink;
use crate::font::FontSet;
use crate::report::Report;
use crate::resume::Chosen;
use crate::resume::Origin;
use crate::system::files;
use crate::theme;
use crate::theme::Theme;

/// Lists the themes, or one with its options
#[derive(Debug, clap::Args)]
pub(super) struct ThemesArgs {
    /// The theme whose options to show
    name: Option<String>,
}

pub(super) fn run(args: &ThemesArgs, report: &mut Report) -> anyhow::Result<()> {
    let mut sink = Sink::default();
    let names: Vec<&str> = match &args.name {
        Some(name) => vec![name],
        None => theme::builtin_names().collect(),
    };
    let mut text = String::new();
    for name in names {
        let Ok(theme) = load(name, &mut sink) else { break };
        let manifest = theme.manifest();
        let options = args.name.as_ref().map(|_| options(&theme)).unwrap_or_default();
        let _ = writeln!(text, "{:<12}{}", theme.name(), manifest.summary);
        text.push_str(&options);
        report.record(record(&theme));
    }
    report.tell(&mut sink)?;
    if report.is_for_machine() { Ok(()) } else { files::write_stdout(text.as_bytes()) }
}

fn load(name: &str, sink: &mut Sink) -> Result<Theme, crate::diag::Reported> {
    let fonts = FontSet::builtin();
    let families = fonts.families();
    let families: Vec<&str> = families.iter().map(|family| family.name).collect();
    theme::builtin(
        &Chosen { value: name.to_owned(), origin: Origin::Flag },
        &families,
        sink,
    )
}

fn options(theme: &Theme) -> String {
    let options = theme.manifest().options.iter();
    let lines = options.map(|(name, option)| {
        let default = match &option.default {
            serde_json::Value::Null => "the theme's own".to_owned(),
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        format!(
            "\n  {name}\n      {}\n      {} (default: {default})\n",
            option.help,
            option.takes.describe()
        )
    });
    lines.collect()
}

fn record(theme: &Theme) -> serde_json::Value {
    let manifest = theme.manifest();
    let options = manifest.options.iter().map(|(name, option)| {
        json!({
            "name": name, "help": option.help, "takes": option.takes.describe(),
            "default": option.default,
        })
    });
    json!({
        "theme": theme.name(), "title": manifest.title, "summary": manifest.summary,
        "options": options.collect::<Vec<_>>(),
    })
}
