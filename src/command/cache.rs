//! `cvpdf cache`: where finished pages are kept, and looking after them.

use std::time::Duration;

use anyhow::Context;
use anyhow::bail;
use serde_json::json;

use crate::cache::Cache;
use crate::cache::Delete;
use crate::cache::Limits;
use crate::cache::Pruned;
use crate::cache::Uses;
use crate::report::Report;
use crate::system::env;
use crate::system::files;

/// Shows and looks after the build cache
#[derive(Debug, clap::Args)]
pub(super) struct CacheArgs {
    #[command(subcommand)]
    action: Action,
}

/// What to do with the cache.
#[derive(Debug, Clone, clap::Subcommand)]
enum Action {
    /// Print the folder of the cache
    Dir,
    /// Tell how much is in the cache and how often it was of use
    Stats,
    /// Read every entry and tell which ones are damaged
    Verify {
        /// Remove the damaged ones
        #[arg(long)]
        delete: bool,
    },
    /// Forget what has not been of use for longest
    Prune {
        /// Keep at most this much, as `500M` or `2G`
        #[arg(long, value_name = "SIZE", value_parser = size, default_value = "1G")]
        max_size: u64,
        /// Keep what has been of use in the last so many days
        #[arg(long, value_name = "DAYS", default_value_t = 30)]
        max_age: u32,
    },
    /// Forget everything
    Clear,
}

/// Does what was asked for with the cache.
pub(super) fn run(args: &CacheArgs, report: &mut Report) -> anyhow::Result<()> {
    let folder = env::cache_folder();
    let folder =
        folder.context("there is no folder for the cache: set `CVPDF_CACHE_DIR`")?;
    if let Action::Dir = args.action {
        let shown = folder.display().to_string();
        return tell(report, &format!("{shown}\n"), json!({ "folder": shown }));
    }
    let cache = Cache::open(Some(folder));
    if let Some(warning) = cache.warnings().pop() {
        bail!(warning.message);
    }
    match args.action {
        Action::Dir => Ok(()),
        Action::Stats => stats(&cache, report),
        Action::Verify { delete } => {
            verify(&cache, if delete { Delete::Damaged } else { Delete::Nothing }, report)
        }
        Action::Prune { max_size, max_age } => {
            let age = Duration::from_hours(24 * u64::from(max_age));
            let pruned = cache.prune(&Limits { size: max_size, age });
            let pruned = pruned.context("the cache cannot be pruned")?;
            let other = "another process prunes the cache at this moment: try again";
            tell_pruned(&pruned.context(other)?, report)
        }
        Action::Clear => {
            let pruned = cache.clear().context("the cache cannot be cleared")?;
            tell_pruned(&pruned, report)
        }
    }
}

fn stats(cache: &Cache, report: &mut Report) -> anyhow::Result<()> {
    let stats = cache.stats().context("the cache cannot be read")?;
    let (entries, size) = stats.entries;
    let Uses { hits, misses, damaged } = stats.uses;
    let text = format!(
        "entries  {entries}\nsize     {}\nhits     {hits}\nmisses   {misses}\ndamaged  {damaged}\n",
        shown_size(size),
    );
    let record = json!({
        "entries": entries, "bytes": size, "hits": hits, "misses": misses, "damaged": damaged,
    });
    tell(report, &text, record)
}

fn verify(cache: &Cache, delete: Delete, report: &mut Report) -> anyhow::Result<()> {
    let verified = cache.verify(delete).context("the cache cannot be read")?;
    let damaged: Vec<String> =
        verified.damaged.iter().map(|path| path.display().to_string()).collect();
    let mut lines: Vec<_> =
        damaged.iter().map(|path| format!("damaged  {path}\n")).collect();
    lines.push(format!("sound    {}\ndamaged  {}\n", verified.sound, damaged.len()));
    let deleted = delete == Delete::Damaged;
    let record =
        json!({ "sound": verified.sound, "damaged": damaged, "deleted": deleted });
    tell(report, &lines.concat(), record)?;
    if damaged.is_empty() || deleted {
        return Ok(());
    }
    bail!("{} entries are damaged: remove them with `--delete`", damaged.len())
}

fn tell_pruned(pruned: &Pruned, report: &mut Report) -> anyhow::Result<()> {
    let Pruned { removed: (removed, freed), kept: (kept, size) } = *pruned;
    let text = format!(
        "removed  {removed} ({})\nkept     {kept} ({})\n",
        shown_size(freed),
        shown_size(size),
    );
    let record = json!({
        "removed": removed, "removed_bytes": freed, "kept": kept, "kept_bytes": size,
    });
    tell(report, &text, record)
}

/// Gives a machine the record and a person the text, on standard output.
fn tell(
    report: &mut Report,
    text: &str,
    record: serde_json::Value,
) -> anyhow::Result<()> {
    if report.is_for_machine() {
        report.record(record);
        return Ok(());
    }
    files::write_stdout(text.as_bytes())
}

/// Reads a size, as `500M`: a number and one of K, M, G, each 1024 of the one before.
fn size(text: &str) -> Result<u64, String> {
    let text = text.trim();
    let digits = text.trim_end_matches(|char: char| char.is_ascii_alphabetic());
    let shift = match text[digits.len()..].to_ascii_uppercase().as_str() {
        "" | "B" => 0,
        "K" | "KB" | "KIB" => 10,
        "M" | "MB" | "MIB" => 20,
        "G" | "GB" | "GIB" => 30,
        _ => return Err("write a number and K, M or G, as `500M`".into()),
    };
    let number: u64 = digits.parse().map_err(|_| "write a whole number, as in `500M`")?;
    number
        .checked_mul(1 << shift)
        .ok_or_else(|| "that is more than any disk holds".into())
}

/// A size for people, in the largest unit of which there is at least one.
fn shown_size(bytes: u64) -> String {
    let units = [(30, "GiB"), (20, "MiB"), (10, "KiB")];
    let unit = units.into_iter().find(|(shift, _)| bytes >> shift > 0);
    let Some((shift, unit)) = unit else { return format!("{bytes} B") };
    let tenths = (u128::from(bytes) * 10) >> shift;
    format!("{}.{} {unit}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_with_their_units() {
        let read = |text| size(text).ok();
        assert_eq!(read("0"), Some(0));
        assert_eq!(read("500M"), Some(500 << 20));
        assert_eq!(read("2 gib"), None);
        assert_eq!(read("2gib"), Some(2 << 30));
        assert_eq!(read("10k"), Some(10 << 10));
        assert_eq!(read("-1"), None);
        assert_eq!(read("M"), None);
        assert_eq!(read("1T"), None);
        assert_eq!(read("99999999999999999G"), None);
    }

    #[test]
    fn sizes_are_shown_in_the_largest_unit() {
        assert_eq!(shown_size(1023), "1023 B");
        assert_eq!(shown_size(1536), "1.5 KiB");
        assert_eq!(shown_size(1 << 30), "1.0 GiB");
    }
}
