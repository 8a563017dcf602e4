//! What the surroundings say: folders, variables, the terminal.

use std::io::IsTerminal;
use std::path::PathBuf;

use anyhow::Context;

use crate::brief::Stamp;

/// The current folder.
pub fn current_folder() -> anyhow::Result<PathBuf> {
    std::env::current_dir().context("the current folder cannot be told")
}

/// This program, to be started once more; also when another version has taken its place
/// since this one was started.
pub fn program() -> anyhow::Result<PathBuf> {
    let program = std::env::current_exe().context("this program cannot find itself")?;
    let running = PathBuf::from("/proc/self/exe");
    Ok(if !program.exists() && running.exists() { running } else { program })
}

/// The folder for cached artifacts: `CVPDF_CACHE_DIR`, else `cvpdf` in the user's cache
/// folder; none if the machine names neither.
pub fn cache_folder() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    if let Some(folder) = named("CVPDF_CACHE_DIR") {
        return Some(folder.into());
    }
    let users = if cfg!(windows) {
        named("LOCALAPPDATA").map(PathBuf::from)
    } else {
        let absolute = |folder: &PathBuf| folder.is_absolute();
        let home = || named("HOME").map(|home| PathBuf::from(home).join(".cache"));
        named("XDG_CACHE_HOME").map(PathBuf::from).filter(absolute).or_else(home)
    };
    users.map(|folder| folder.join("cvpdf"))
}

/// The date that `SOURCE_DATE_EPOCH` sets, if it does.
///
/// It counts the seconds since 1970, as reproducible builds agreed; a value that is
/// no number is an error, since a wrong date would go unseen.
pub fn source_date() -> anyhow::Result<Option<Stamp>> {
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH") else { return Ok(None) };
    let text = value.to_string_lossy();
    if text.trim().is_empty() {
        return Ok(None);
    }
    let seconds: u64 = text.trim().parse().with_context(|| {
        format!("SOURCE_DATE_EPOCH is `{text}`, not a number of seconds")
    })?;
    let stamp = Stamp::from_unix_days(seconds / 86_400);
    stamp
        .map(Some)
        .with_context(|| format!("SOURCE_DATE_EPOCH is `{text}`, too far ahead"))
}

/// Whether output to people may be coloured: stderr is a terminal and `NO_COLOR` is
/// not set.
pub fn colour() -> bool {
    let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
    !no_colour && !dumb && std::io::stderr().is_terminal()
}

/// Whether standard error is a terminal, on which things may be drawn over.
pub fn stderr_is_terminal() -> bool {
    std::io::stderr().is_terminal()
}

/// Now, for telling how long something took.
pub fn clock() -> std::time::Instant {
    std::time::Instant::now()
}

/// Today, for a starter résumé; documents never ask.
pub fn today() -> Stamp {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let days = since.map_or(0, |since| since.as_secs() / 86_400);
    Stamp::from_unix_days(days).unwrap_or(Stamp { year: 1970, month: 1, day: 1 })
}
