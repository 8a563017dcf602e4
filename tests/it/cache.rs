//! What the cache promises, in the program's own process. Tests are named after the
//! promises in `docs/cache.md`.

mod damage; // entries that are not what was written
mod folder; // where the cache may lie, and how it looks from outside

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::path::PathBuf;
use std::time::Duration;
use std::time::Instant;
use std::time::SystemTime;

use cvpdf::cache::Cache;
use cvpdf::cache::Limits;
use cvpdf::digest::Digest;
use cvpdf::export::Artifact;
use cvpdf::system::private;
use tempfile::TempDir;

use crate::stored::entries;
use crate::stored::walk;

/// How many threads write into a cache that is too small for them, and how often.
const WRITERS: (u64, u64) = (8, 60);

/// The longest that a hit of a two-page PDF may take.
const HIT: Duration = Duration::from_micros(300);

const YEAR: Duration = Duration::from_hours(365 * 24);

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn open(folder: &Path) -> Cache {
    let cache = Cache::open(Some(folder.to_owned()));
    assert_eq!(cache.warnings().len(), 0);
    cache
}

fn key(number: u64) -> Digest {
    Digest::of(&number.to_le_bytes())
}

/// An artifact that is different for every number, of so many bytes.
fn artifact(number: u64, size: usize) -> Artifact {
    let block = *key(number).as_bytes();
    Artifact {
        format: "pdf",
        files: vec![block.into_iter().cycle().take(size).collect()],
    }
}

fn path_of(folder: &Path, key: &Digest) -> PathBuf {
    let digits = key.to_string();
    folder.join("artifacts-v2").join(&digits[..2]).join(&digits[2..])
}

fn set_modified(path: &Path, time: SystemTime) {
    fs::File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}

#[test]
fn c1_a_hit_gives_the_bytes_that_were_kept() {
    let folder = folder();
    let cache = open(folder.path());
    let pages: Vec<Vec<u8>> = vec![b"one".to_vec(), Vec::new(), vec![0; 100_000]];
    let kept = [
        artifact(1, 0),
        artifact(2, 30_000),
        Artifact { format: "png", files: pages.clone() },
        Artifact { format: "svg", files: pages },
    ];
    for (number, artifact) in (0..).zip(&kept) {
        assert_eq!(cache.get(&key(number)).map(|(artifact, _)| artifact), None);
        cache.put(&key(number), artifact, &[]);
    }
    for (number, artifact) in (0..).zip(&kept) {
        assert_eq!(
            open(folder.path()).get(&key(number)).map(|(artifact, _)| artifact).as_ref(),
            Some(artifact)
        );
    }
    assert_eq!(cache.warnings().len(), 0);
}

#[test]
fn c9_temporary_files_that_are_old_and_ours_are_swept() {
    let folder = folder();
    let cache = open(folder.path());
    cache.put(&key(0), &artifact(0, 200), &[]);
    let shard = path_of(folder.path(), &key(0)).parent().unwrap().to_owned();
    let minute = Duration::from_mins(1);
    for (name, age) in [(".cvpdf-old", 61), (".cvpdf-new", 59)] {
        fs::write(shard.join(name), "half an entry").unwrap();
        set_modified(&shard.join(name), SystemTime::now() - minute * age);
    }
    let is_root = fs::metadata(folder.path()).unwrap().uid() == 0;
    let foreign = shard.join(".cvpdf-foreign");
    if is_root {
        // Only root can give files to others; for anybody else there are none to sweep.
        fs::write(&foreign, "of somebody else").unwrap();
        set_modified(&foreign, SystemTime::now() - minute * 61);
        std::os::unix::fs::chown(&foreign, Some(65_534), None).unwrap();
    }
    let pruned = cache.prune(&Limits::default()).unwrap().unwrap();
    assert_eq!((pruned.removed.0, pruned.kept.0), (1, 1));
    assert!(!shard.join(".cvpdf-old").exists());
    assert!(shard.join(".cvpdf-new").exists());
    assert_eq!(foreign.exists(), is_root);
}

#[test]
fn c10_whatever_the_clock_says_a_hit_is_a_hit() {
    let folder = folder();
    let cache = open(folder.path());
    let now = SystemTime::now();
    let times = [SystemTime::UNIX_EPOCH, now - YEAR * 10, now + YEAR * 10, now];
    for (number, time) in (0..).zip(times) {
        cache.put(&key(number), &artifact(number, 500), &[]);
        let path = path_of(folder.path(), &key(number));
        set_modified(&path, time);
        assert_eq!(
            cache.get(&key(number)).map(|(artifact, _)| artifact),
            Some(artifact(number, 500))
        );
        // What was of use is new again, so that it is not forgotten first.
        let modified = fs::metadata(&path).unwrap().modified().unwrap();
        let difference = modified.duration_since(now).unwrap_or_else(|it| it.duration());
        assert!(difference < Duration::from_mins(1), "{time:?} became {modified:?}");
    }
}

#[test]
fn c10_an_entry_of_today_is_not_touched_again() {
    let folder = folder();
    let cache = open(folder.path());
    cache.put(&key(0), &artifact(0, 500), &[]);
    let path = path_of(folder.path(), &key(0));
    let earlier = SystemTime::now() - Duration::from_hours(23);
    set_modified(&path, earlier);
    assert!(cache.get(&key(0)).map(|(artifact, _)| artifact).is_some());
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), earlier);
}

#[test]
fn c10_a_clock_that_jumped_delays_neither_pruning_nor_writing() {
    for years in [0, 10, 100] {
        let folder = folder();
        let cache = open(folder.path());
        cache.put(&key(0), &artifact(0, 500), &[]);
        // The journal of a clock that was far ahead, or stood at its beginning.
        let ahead = SystemTime::now() + YEAR * years;
        let seconds = ahead.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
        let seconds = if years == 0 { 0 } else { seconds };
        let mut record = [0; 16];
        record[0] = b'C';
        record[1..8].copy_from_slice(&seconds.to_le_bytes()[..7]);
        let journal = folder.path().join("artifacts-v2/journal");
        fs::write(&journal, record).unwrap();
        set_modified(&path_of(folder.path(), &key(0)), SystemTime::UNIX_EPOCH);
        cache.put(&key(1), &artifact(1, 500), &[]);
        assert_eq!(
            cache.get(&key(0)).map(|(artifact, _)| artifact),
            None,
            "it is of 1970, and was pruned"
        );
        assert_eq!(
            cache.get(&key(1)).map(|(artifact, _)| artifact),
            Some(artifact(1, 500))
        );
        assert_eq!(cache.warnings().len(), 0);
    }
}

#[test]
fn c11_the_longest_unused_goes_first() {
    let folder = folder();
    let cache = open(folder.path());
    for number in 0..10 {
        cache.put(&key(number), &artifact(number, 1_000), &[]);
        let age = Duration::from_mins(10 - number);
        set_modified(&path_of(folder.path(), &key(number)), SystemTime::now() - age);
    }
    let size = fs::metadata(path_of(folder.path(), &key(0))).unwrap().len();
    let limits = Limits { size: size * 4, ..Limits::default() };
    let pruned = cache.prune(&limits).unwrap().unwrap();
    assert_eq!((pruned.removed, pruned.kept), ((6, size * 6), (4, size * 4)));
    let kept: Vec<u64> = (0..10)
        .filter(|it| cache.get(&key(*it)).map(|(artifact, _)| artifact).is_some())
        .collect();
    assert_eq!(kept, [6, 7, 8, 9]);
}

#[test]
fn c11_eight_writers_stay_within_the_limit() {
    let folder = folder();
    let limits = Limits { size: 200_000, ..Limits::default() };
    let size = |folder: &Path| -> u64 {
        let size =
            |file: String| fs::metadata(folder.join(file)).map_or(0, |it| it.len());
        entries(folder).into_iter().map(size).sum()
    };
    std::thread::scope(|scope| {
        for writer in 0..WRITERS.0 {
            let path = folder.path();
            scope.spawn(move || {
                let cache = open(path).limited(limits);
                for number in 0..WRITERS.1 {
                    let number = writer * WRITERS.1 + number;
                    cache.put(&key(number), &artifact(number, 2_000), &[]);
                    // Somebody may have pruned it, but nothing else may have become of it.
                    let found = cache.get(&key(number)).map(|(artifact, _)| artifact);
                    assert!(found.is_none_or(|it| it == artifact(number, 2_000)));
                }
                assert_eq!(cache.warnings().len(), 0);
            });
        }
    });
    let size = size(folder.path());
    assert!(size <= limits.size / 10 * 11, "{size} bytes");
    assert!(size >= limits.size / 2, "{size} bytes: more was forgotten than had to be");
}

#[test]
fn c11_entries_of_other_versions_and_of_long_ago_are_forgotten_too() {
    let folder = folder();
    let cache = open(folder.path());
    cache.put(&key(0), &artifact(0, 500), &[]);
    let old = folder.path().join("artifacts-v0/ab/cd");
    fs::create_dir_all(old.parent().unwrap()).unwrap();
    fs::write(&old, "of an older version").unwrap();
    set_modified(&old, SystemTime::now() - YEAR);
    cache.prune(&Limits::default()).unwrap();
    assert!(!old.exists());
    assert!(cache.get(&key(0)).map(|(artifact, _)| artifact).is_some());
}

#[test]
fn without_a_folder_there_is_no_cache_and_no_word_about_it() {
    let cache = Cache::open(None);
    cache.put(&key(0), &artifact(0, 500), &[]);
    assert_eq!(cache.get(&key(0)).map(|(artifact, _)| artifact), None);
    assert_eq!(cache.warnings().len(), 0);
    assert_eq!(cache.clear().unwrap().removed.0, 0);
}

#[test]
fn what_an_output_was_made_of_is_remembered_until_it_changes() {
    let folder = folder();
    let cache = open(folder.path());
    let output = Path::new("out/ada.pdf");
    assert_eq!(cache.previous(output), None);
    let parts = [("résumé", key(1)), ("theme", key(2))];
    cache.remember(output, &parts);
    let owned = parts.map(|(name, digest)| (name.to_owned(), digest)).to_vec();
    assert_eq!(cache.previous(output), Some(owned));
    let file =
        walk(folder.path()).into_iter().find(|it| it.starts_with("previous")).unwrap();
    let written = || fs::metadata(folder.path().join(&file)).unwrap().ino();
    let before = written();
    cache.remember(output, &parts);
    assert_eq!(written(), before, "the same is not written again");
    cache.remember(output, &[("theme", key(3))]);
    assert_eq!(cache.previous(output), Some(vec![("theme".to_owned(), key(3))]));
    assert_eq!(cache.previous(Path::new("out/eve.pdf")), None);
}

#[test]
fn uses_are_counted_and_survive_pruning() {
    let folder = folder();
    for number in [0, 0, 1] {
        let cache = open(folder.path());
        if cache.get(&key(number)).map(|(artifact, _)| artifact).is_none() {
            cache.put(&key(number), &artifact(number, 500), &[]);
        }
    }
    let cache = open(folder.path());
    cache.prune(&Limits::default()).unwrap();
    let stats = cache.stats().unwrap();
    assert_eq!((stats.uses.hits, stats.uses.misses, stats.entries.0), (1, 2, 2));
}

#[test]
fn pruning_that_another_process_does_is_not_waited_for() {
    let folder = folder();
    let cache = open(folder.path()).limited(Limits { size: 10_000, ..Limits::default() });
    cache.put(&key(0), &artifact(0, 500), &[]);
    let lock = private::lock(&folder.path().join("artifacts-v2/lock")).unwrap();
    assert!(lock.is_some());
    assert_eq!(cache.prune(&Limits::default()).unwrap(), None);
    for number in 1..50 {
        cache.put(&key(number), &artifact(number, 500), &[]);
        assert!(cache.get(&key(number)).map(|(artifact, _)| artifact).is_some());
    }
    drop(lock);
    cache.put(&key(50), &artifact(50, 500), &[]);
    assert!(entries(folder.path()).len() < 15);
    assert_eq!(cache.warnings().len(), 0);
}

#[test]
fn a_hit_costs_next_to_nothing() {
    let folder = folder();
    open(folder.path()).put(&key(0), &artifact(0, 40_000), &[]);
    let fastest = (0..50)
        .map(|_| {
            let start = Instant::now();
            assert!(
                open(folder.path()).get(&key(0)).map(|(artifact, _)| artifact).is_some()
            );
            start.elapsed()
        })
        .min()
        .unwrap();
    println!("opening, reading, checking and counting: {fastest:?}");
    assert!(fastest < HIT, "{fastest:?}");
}
