//! `cvpdf fonts`: the families in the program.

use std::fmt::Write as _;

use serde_json::json;

use crate::font;
use crate::font::FontSet;
use crate::report::Report;
use crate::system::files;

/// Lists the font families with their styles, scripts and licences
#[derive(Debug, clap::Args)]
pub(super) struct FontsArgs {
    /// Print the texts of the licences of fonts and icons
    #[arg(long)]
    licenses: bool,
}

pub(super) fn run(args: &FontsArgs, report: &mut Report) -> anyhow::Result<()> {
    if args.licenses {
        return print_licenses();
    }
    let set = FontSet::builtin();
    if report.is_for_machine() {
        for family in set.families() {
            report.record(json!({
                "family": family.name, "styles": family.styles,
                "scripts": family.scripts, "license": family.license,
            }));
        }
        return Ok(());
    }
    let mut lines = String::new();
    for family in set.families() {
        let license = family.license.unwrap_or("unknown licence");
        let _ = writeln!(lines, "{} ({license})", family.name);
        let _ = writeln!(lines, "  styles   {}", family.styles.join(", "));
        let _ = writeln!(lines, "  scripts  {}", family.scripts.join(", "));
    }
    files::write_stdout(lines.as_bytes())
}

fn print_licenses() -> anyhow::Result<()> {
    let mut texts = String::new();
    for license in font::licenses() {
        let subjects = license.subjects.join(", ");
        let rule = "=".repeat(72);
        let _ = writeln!(texts, "{rule}\n{subjects}: {}\n{rule}\n", license.id);
        let _ = writeln!(texts, "{}\n", license.text.trim());
    }
    files::write_stdout(texts.as_bytes())
}
