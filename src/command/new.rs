//! `cvpdf new`: a starter résumé, or a starter theme.

use std::path::Path;
use std::path::PathBuf;

use anyhow::bail;
use serde_json::json;

use crate::report::Report;
use crate::scaffold;
use crate::system::env;
use crate::system::files;
use crate::system::files::Durable;

/// Writes a starter résumé with comments, which renders as it is; or a starter theme
#[derive(Debug, clap::Args)]
pub(super) struct NewArgs {
    /// Where to write it: a path, as `resumes/alice.yaml`
    #[arg(required_unless_present = "theme")]
    file: Option<PathBuf>,

    /// Write a theme of this name instead, in a folder of its own
    #[arg(long, value_name = "NAME", conflicts_with = "file")]
    theme: Option<String>,
}

pub(super) fn run(args: &NewArgs, report: &mut Report) -> anyhow::Result<()> {
    if let Some(name) = &args.theme {
        return theme(name, report);
    }
    args.file.as_deref().map_or(Ok(()), |file| resume(file, report))
}

fn resume(file: &Path, report: &mut Report) -> anyhow::Result<()> {
    let shown = file.display();
    if files::exists(file) {
        bail!("{shown} is there already and was left as it is");
    }
    let text = scaffold::resume(file, env::today());
    files::replace(file, text.as_bytes(), Durable::Now)?;
    report.say(&format!("{shown} made; `cvpdf render {shown}` sets it"));
    report.record(json!({ "output": shown.to_string(), "change": "made" }));
    Ok(())
}

fn theme(name: &str, report: &mut Report) -> anyhow::Result<()> {
    if let Some(trouble) = scaffold::theme_name_trouble(name) {
        bail!(trouble);
    }
    let folder = Path::new(name);
    if files::exists(folder) {
        bail!("{name} is there already and was left as it is");
    }
    for (file, text) in scaffold::theme(name) {
        let path = folder.join(file);
        files::replace(&path, text.as_bytes(), Durable::Now)?;
        report.record(json!({ "output": path.display().to_string(), "change": "made" }));
    }
    report.say(&format!("{name}/theme.toml and {name}/theme.typ made"));
    report.say(&format!("`cvpdf watch RESUME --theme ./{name}` shows every change,"));
    report.say(&format!("`cvpdf themes --check ./{name}` tries it on hard résumés"));
    Ok(())
}
