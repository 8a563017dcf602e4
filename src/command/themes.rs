//! `cvpdf themes`: the built-in themes and what they let the author choose; pictures of
//! them; and whether a theme is as it should be.

use std::fmt::Write as _;
use std::path::Path;
use std::path::PathBuf;

use serde_json::json;

use crate::diag::Diagnostic;
use crate::diag::Severity;
use crate::diag::Sink;
use crate::font::FontSet;
use crate::gallery;
use crate::lint;
use crate::lint::Trial;
use crate::lint::faults::Fault;
use crate::lint::faults::Faults;
use crate::report::Report;
use crate::resume::Chosen;
use crate::run::themes;
use crate::settings;
use crate::settings::Flags;
use crate::system::files;
use crate::system::files::Durable;
use crate::system::guard;
use crate::system::guard::Ending;
use crate::system::guard::Limits;
use crate::theme;
use crate::theme::Theme;

/// Lists the themes, or one with its options; draws them all; tries one of your own
#[derive(Debug, clap::Args)]
pub(super) struct ThemesArgs {
    /// The theme whose options to show: a built-in one's name, or a folder
    name: Option<String>,

    /// Draw the first page of a sample in every theme, and all of them in gallery.png
    #[arg(long, value_name = "DIR", conflicts_with = "name")]
    gallery: Option<PathBuf>,

    #[command(flatten)]
    check: CheckArgs,
}

/// Whether and how a theme is tried.
#[derive(Debug, clap::Args)]
struct CheckArgs {
    /// Try a theme, a folder's or a built-in one: options, breaks, overflow, contrast, tags, words, letters
    #[arg(id = "check", long = "check", value_name = "THEME", conflicts_with_all = ["name", "gallery"])]
    theme: Option<String>,

    /// Try every page break: steps of 7 points, on both papers
    #[arg(long, requires = "check")]
    thorough: bool,

    /// Stop after so many seconds [default: 60; 600 if thorough]
    #[arg(long, value_name = "SECONDS", requires = "check", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    time_limit: Option<u64>,

    /// Stop at so much memory [default: 1024]
    #[arg(long, value_name = "MIB", requires = "check", value_parser = clap::value_parser!(u64).range(64..=1_048_576))]
    memory_limit: Option<u64>,

    /// Folder with more fonts (repeatable)
    #[arg(long = "font-path", value_name = "DIR", requires = "check")]
    font_paths: Vec<PathBuf>,
}

pub(super) fn run(args: &ThemesArgs, report: &mut Report) -> anyhow::Result<u8> {
    if let Some(folder) = &args.gallery {
        return gallery(folder, report).map(|()| 0);
    }
    if let Some(theme) = &args.check.theme {
        return check(theme, &args.check, report);
    }
    list(args, report).map(|()| 0)
}

/// Draws every theme.
fn gallery(folder: &Path, report: &mut Report) -> anyhow::Result<()> {
    let mut sink = Sink::default();
    let settings = settings::resolve(&Flags::bare(None), &mut sink)?;
    let mut pages = Vec::new();
    for name in theme::builtin_names() {
        let page = gallery::page(name, &settings, &mut sink);
        // What was done to fit, and what is doubtful about a sample, is nothing to be told.
        let mut said = sink.take();
        said.retain(|one| one.severity == Severity::Error);
        sink.extend(said);
        report.tell(&mut sink)?;
        let page = page?;
        save(&folder.join(format!("{name}.png")), &page, report)?;
        pages.push(page);
    }
    save(&folder.join("gallery.png"), &gallery::sheet(&pages)?, report)
}

fn save(path: &Path, bytes: &[u8], report: &mut Report) -> anyhow::Result<()> {
    files::replace(path, bytes, Durable::Now)?;
    report.say(&format!("{} made", path.display()));
    report.record(json!({ "output": path.display().to_string() }));
    Ok(())
}

/// What a name means here: a theme that comes with the program, or a folder.
fn meant(theme: &str) -> String {
    let is_builtin = theme::builtin_names().any(|builtin| builtin == theme);
    let is_path = theme.contains(['/', '\\', '.']);
    let is_folder = !is_builtin && !is_path && files::is_folder(Path::new(theme));
    if is_folder { format!("./{theme}") } else { theme.to_owned() }
}

/// Tries a theme and says what became of each check; the exit code is 1 if one failed.
fn check(theme: &str, args: &CheckArgs, report: &mut Report) -> anyhow::Result<u8> {
    let theme = meant(theme);
    let is_foreign = theme.contains(['/', '\\', '.']);
    let seconds = args.time_limit.unwrap_or(if args.thorough { 600 } else { 60 });
    let mebibytes = args.memory_limit.unwrap_or(Limits::default().mebibytes);
    let is_limited = args.time_limit.or(args.memory_limit).is_some();
    if (is_foreign || is_limited) && !guard::inside() {
        return guarded(Limits { seconds, mebibytes }, report);
    }
    let mut sink = Sink::default();
    let flags = Flags { font_paths: args.font_paths.clone(), ..Flags::bare(None) };
    let settings = settings::resolve(&flags, &mut sink)?;
    let trial = Trial { theme: &theme, settings: &settings, thorough: args.thorough };
    let mut code = 0;
    for check in lint::CHECKS {
        let mut faults = Faults::new(&mut sink);
        let outcome = (check.run)(&trial, &mut faults);
        let faults = faults.take();
        if let Err(error) = outcome {
            report.tell(&mut sink)?;
            return Err(error);
        }
        tell(check.name, &faults, report)?;
        if !faults.is_empty() {
            code = 1;
        }
        if check.is_vital && code != 0 {
            // Without a theme that can be read and set there is nothing more to try.
            break;
        }
    }
    // What is wrong with it as Typst and the manifest's reader tell it, with places.
    Ok(report.tell(&mut sink).map_or(1, |()| code))
}

/// Has a child with limits do it: what it says of checks it says at once.
fn guarded(limits: Limits, report: &mut Report) -> anyhow::Result<u8> {
    match guard::run(limits, None)? {
        Ending::Exited(code) => Ok(code),
        Ending::Stopped { message, hint } => {
            let mut sink = Sink::default();
            sink.error(Diagnostic::new("limit", message).hint(hint));
            Ok(report.tell(&mut sink).map_or(1, |()| 1))
        }
    }
}

/// Says what became of a check: a line for each fault, or that all is well.
fn tell(name: &str, faults: &[Fault], report: &mut Report) -> anyhow::Result<()> {
    if report.is_for_machine() {
        let all = faults.iter().map(Fault::record);
        let all: Vec<serde_json::Value> = all.collect();
        report.record(json!({ "check": name, "ok": all.is_empty(), "faults": all }));
        return Ok(());
    }
    let mut text = String::new();
    if faults.is_empty() {
        let _ = writeln!(text, "ok      {name}");
    }
    for fault in faults.iter().take(lint::SHOWN) {
        let _ =
            writeln!(text, "failed  {name}: {}", crate::report::escape(&fault.shown()));
    }
    if let Some(more) = faults.len().checked_sub(lint::SHOWN).filter(|more| *more > 0) {
        let _ = writeln!(text, "        … and {more} more like these");
    }
    files::write_stdout(text.as_bytes())
}

fn list(args: &ThemesArgs, report: &mut Report) -> anyhow::Result<()> {
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
    themes::load(&Chosen::flag(meant(name)), &families, sink)
}

fn options(theme: &Theme) -> String {
    let options = theme.manifest().options.iter();
    let lines = options.map(|(name, option)| {
        let default = shown(&option.default);
        let strict = theme.strict().get(name).map(shown);
        let strict = strict.map(|value| format!("; {value} if `ats` is `strict`"));
        format!(
            "\n  {name}\n      {}\n      {} (default: {default}{})\n",
            option.help,
            option.takes.describe(),
            strict.unwrap_or_default()
        )
    });
    lines.collect()
}

/// A value as an author would write it.
fn shown(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Null => "the theme's own".to_owned(),
        serde_json::Value::Bool(is_on) => if *is_on { "on" } else { "off" }.to_owned(),
        serde_json::Value::String(text) if text.is_empty() => "nothing".to_owned(),
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn record(theme: &Theme) -> serde_json::Value {
    let manifest = theme.manifest();
    let strict = theme.strict();
    let options = manifest.options.iter().map(|(name, option)| {
        json!({
            "name": name, "help": option.help, "takes": option.takes.describe(),
            "default": option.default, "strict": strict.get(name),
        })
    });
    json!({
        "theme": theme.name(), "title": manifest.title, "summary": manifest.summary,
        "options": options.collect::<Vec<_>>(),
    })
}
