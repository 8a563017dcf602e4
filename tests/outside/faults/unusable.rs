//! Caches that cannot be used, or only for reading.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use super::PROGRAM;
use super::Place;
use super::said;
use super::told;

/// What makes a folder of no use.
type Spoil = fn(&Path);

#[test]
fn c6_a_cache_that_cannot_be_used_costs_a_word_and_nothing_else() {
    let golden = Place::new().render("ada.yaml --no-cache");
    let long = format!("cache/{}", "long/".repeat(900));
    let bad: [(&str, Spoil); 6] = [
        ("cache", |cache| fs::write(cache, "a file").unwrap()),
        ("cache/below", |cache| fs::write(cache.parent().unwrap(), "a file").unwrap()),
        ("cache", |cache| symlink(cache, cache).unwrap()),
        ("cache/below", |cache| symlink("cache", cache.parent().unwrap()).unwrap()),
        ("cache", |cache| {
            fs::create_dir(cache).unwrap();
            fs::write(cache.join("artifacts-v2"), "a file").unwrap();
        }),
        (&long, |_| {}),
    ];
    for (name, spoil) in bad {
        let place = Place::new();
        spoil(&place.path(name));
        let mut command =
            place.command(PROGRAM, "render ada.yaml --strict -o out/it.pdf");
        let output = command.env("CVPDF_CACHE_DIR", place.path(name)).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert_eq!(told(&output), 1, "{}", said(&output));
        assert!(fs::read(place.path("out/it.pdf")).unwrap() == golden);
    }
}

#[test]
fn c6_a_full_disk_under_the_cache_costs_a_word_and_nothing_else() {
    let place = Place::new();
    let golden = place.render("ada.yaml --no-cache");
    let output = place.with_mounts(
        "mkdir -p cache; mount -t tmpfs -o size=1m,mode=700 cache cache
         dd if=/dev/zero of=cache/filler bs=1k count=2000 2>/dev/null || true
         $CVPDF render ada.yaml --strict -o out/full.pdf
         test -z \"$(find cache -name '.cvpdf-*')\"",
    );
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(told(&output), 1, "{}", said(&output));
    assert!(fs::read(place.path("out/full.pdf")).unwrap() == golden);
}

#[test]
fn c6_a_cache_that_is_only_for_reading_is_read() {
    let place = Place::new();
    let golden = place.render("ada.yaml --no-cache");
    let output = place.with_mounts(
        "mkdir -p cache; mount -t tmpfs -o size=1m,mode=700 cache cache
         $CVPDF render ada.yaml -o out/one.pdf
         mount -o remount,ro cache
         $CVPDF render ada.yaml -o out/two.pdf --json
         $CVPDF render ada.yaml --theme plain --strict -o out/three.pdf",
    );
    assert!(output.status.success(), "{}", said(&output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("\"cached\":true"));
    // The hit needs no word; what could not be kept needs one.
    assert_eq!(told(&output), 1, "{}", said(&output));
    for name in ["out/one.pdf", "out/two.pdf"] {
        assert!(fs::read(place.path(name)).unwrap() == golden, "{name}");
    }
    assert!(place.path("out/three.pdf").exists());
}

#[test]
fn c6_few_open_files_are_enough() {
    let place = Place::new();
    let golden = place.render("ada.yaml --no-cache");
    for limit in [16, 4] {
        let script =
            format!("ulimit -n {limit}; exec $CVPDF render ada.yaml -o out/few.pdf");
        let mut command = place.command("sh", "-c");
        let output = command.arg(script).env("CVPDF", PROGRAM).output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
        assert!(fs::read(place.path("out/few.pdf")).unwrap() == golden);
    }
}
