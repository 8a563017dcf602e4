//! What is in the key of an artifact and what is not, seen through the program.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use std::time::SystemTime;

use cvpdf::digest::Digest;
use cvpdf::system::private;

use super::PROGRAM;
use super::Place;
use super::said;
use crate::stored::entries;
use crate::stored::walk;

#[test]
fn c1_cold_warm_and_without_a_cache_the_bytes_are_the_same() {
    let place = Place::new();
    let mut hits = 0;
    for number in 0..6 {
        let file = format!("{number}.yaml");
        place.resume(&file, &format!("Ada {}", "Halcyon ".repeat(number)));
        for look in [
            "--theme classic",
            "--theme plain --lang fr",
            "--theme plain --paper us-letter",
        ] {
            let cold = place.render(&format!("{file} {look}"));
            let warm = place.render(&format!("{file} {look}"));
            let without = place.render(&format!("{file} {look} --no-cache"));
            assert!(cold.starts_with(b"%PDF"));
            assert!(cold == warm && warm == without, "{file} {look}");
            hits += 1;
            assert_eq!(place.hits(), hits, "{file} {look}");
        }
    }
}

#[test]
fn c2_every_input_is_in_the_key() {
    let place = Place::new();
    let font = "fonts/roboto-slab";
    let font = Path::new(env!("CARGO_MANIFEST_DIR")).join(font).display().to_string();
    let base = place.render("ada.yaml");
    let mut seen = BTreeMap::from([(Digest::of(&base), String::new())]);
    place.resume("eve.yaml", "Eve Halcyon");
    let font_path = format!("ada.yaml --font-path {font}");
    for knob in [
        "eve.yaml",
        "ada.yaml --theme plain",
        "ada.yaml --lang de",
        "ada.yaml --paper us-letter",
        "ada.yaml --date 2026-11-21",
        "ada.yaml --pdf-standard none",
        "ada.yaml --format png",
        "ada.yaml --format svg",
        "ada.yaml --format png --ppi 72",
        font_path.as_str(),
    ] {
        let before = entries(&place.path("cache")).len();
        let changed = place.render(knob);
        let after = entries(&place.path("cache")).len();
        assert_eq!(after, before + 1, "{knob}: it has an entry of its own");
        // Fonts that no letter needs change the key only.
        if knob != font_path {
            let before = seen.insert(Digest::of(&changed), knob.to_owned());
            assert_eq!(before, None, "{knob}");
        }
        assert_eq!(
            place.render(knob),
            place.render(&format!("{knob} --no-cache")),
            "{knob}"
        );
    }
}

#[test]
fn c2_no_other_input_is_in_the_key_or_the_bytes() {
    let place = Place::new();
    let base = place.render("ada.yaml");
    for (name, value) in [
        ("TZ", "Asia/Tokyo"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("USER", "eve"),
        ("HOME", "/nonexistent"),
    ] {
        let mut command = place.command(PROGRAM, "render ada.yaml -o out/it.pdf");
        assert!(command.env(name, value).status().unwrap().success());
        assert!(fs::read(place.path("out/it.pdf")).unwrap() == base, "{name}");
        assert_eq!(entries(&place.path("cache")).len(), 1, "{name}");
    }
    assert_eq!(place.hits(), 4);
}

#[test]
fn c2_nothing_is_opened_that_is_not_an_input() {
    let place = Place::new();
    let strace = "-f -o log -e trace=openat,readlink,getrandom,?open";
    let output =
        place.tool("strace", &format!("{strace} {PROGRAM} render ada.yaml --no-cache"));
    assert!(output.status.success(), "{}", said(&output));
    let system = ["/etc/ld.so", "/lib", "/usr/lib", "/proc/self/", "/sys/", "/dev/"];
    let log = fs::read_to_string(place.path("log")).unwrap();
    let mut opened: Vec<&str> = log
        .lines()
        .filter(|line| line.contains("openat("))
        .filter_map(|line| line.split('"').nth(1))
        .filter(|path| !system.iter().any(|system| path.starts_with(system)))
        .map(|path| path.rsplit('/').next().unwrap_or(path))
        .filter(|name| !name.starts_with(private::TEMPORARY))
        .collect();
    opened.sort_unstable();
    opened.dedup();
    opened.retain(|name| *name != "cvpdf.toml");
    assert_eq!(opened, ["ada.yaml", "out"]);
}

#[test]
fn c3_a_resume_that_changes_meanwhile_is_the_old_one_or_the_new_one() {
    let place = Place::new();
    place.resume("old", "Ada Halcyon");
    place.resume("new", "Eve Halcyon");
    let golden = ["old", "new"].map(|file| {
        fs::copy(place.path(file), place.path("ada.yaml")).unwrap();
        place.render("ada.yaml --no-cache")
    });
    let slow = "-f -o /dev/null -e trace=read,openat,statx -e inject=read,openat:delay_exit=1000";
    for round in 0..6 {
        let slowly = format!("{slow} {PROGRAM} render ada.yaml -o out/it.pdf");
        let mut child =
            place.command("strace", &slowly).stderr(Stdio::null()).spawn().unwrap();
        for turn in (0..).take_while(|_| child.try_wait().unwrap().is_none()) {
            // An editor that is careful writes beside and renames.
            let text = ["old", "new"][(round + turn) % 2];
            fs::copy(place.path(text), place.path("beside")).unwrap();
            fs::rename(place.path("beside"), place.path("ada.yaml")).unwrap();
        }
        assert!(child.wait().unwrap().success());
        assert!(
            golden.contains(&fs::read(place.path("out/it.pdf")).unwrap()),
            "round {round}"
        );
    }
    for (text, golden) in ["old", "new"].into_iter().zip(golden) {
        fs::copy(place.path(text), place.path("ada.yaml")).unwrap();
        assert!(place.render("ada.yaml") == golden, "{text} is under its own key");
    }
}

#[test]
fn c10_times_of_files_change_nothing() {
    let place = Place::new();
    let golden = place.render("ada.yaml");
    let year = Duration::from_hours(365 * 24);
    let now = SystemTime::now();
    let times = [SystemTime::UNIX_EPOCH, now - year * 10, now + year * 10];
    for (hits, time) in (1..).zip(times) {
        for file in walk(place.folder.path()) {
            fs::File::open(place.path(&file)).unwrap().set_modified(time).unwrap();
        }
        assert!(place.render("ada.yaml") == golden);
        assert_eq!(place.hits(), hits, "{time:?}");
    }
}

#[test]
fn c12_where_the_project_and_the_cache_lie_is_not_in_the_key() {
    let place = Place::new();
    let golden = place.render("ada.yaml");
    fs::create_dir(place.path("project")).unwrap();
    fs::copy(place.path("ada.yaml"), place.path("project/ada.yaml")).unwrap();
    symlink("project", place.path("link")).unwrap();
    for folder in ["project", "link"] {
        let mut command = place.command(PROGRAM, "render ada.yaml -o it.pdf");
        let here = place.path(folder);
        assert!(command.current_dir(&here).env("PWD", &here).status().unwrap().success());
        assert!(fs::read(here.join("it.pdf")).unwrap() == golden);
    }
    fs::rename(place.path("cache"), place.path("moved")).unwrap();
    let mut command = place.command(PROGRAM, "render project/ada.yaml -o out/it.pdf");
    assert!(command.env("CVPDF_CACHE_DIR", "moved").status().unwrap().success());
    fs::rename(place.path("moved"), place.path("cache")).unwrap();
    assert_eq!((place.hits(), entries(&place.path("cache")).len()), (3, 1));
}

#[test]
fn c16_the_program_itself_is_in_the_key() {
    let place = Place::new();
    place.render("ada.yaml");
    let parts = place.cache().previous(&place.path("out/it.pdf")).unwrap();
    let program = parts.iter().find(|(name, _)| name == "program").unwrap().1;
    assert_eq!(program, Digest::of(cvpdf::brief::PROGRAM.as_bytes()));
}

#[test]
fn c17_the_command_finds_and_removes_what_is_damaged() {
    let place = Place::new();
    let golden = place.render("ada.yaml");
    place.render("ada.yaml --theme plain");
    assert_eq!(place.run("cache verify").status.code(), Some(0));
    for entry in entries(&place.path("cache")) {
        let path = place.path("cache").join(entry);
        let mut bytes = fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 16;
        fs::write(&path, bytes).unwrap();
    }
    let output = place.run("cache verify");
    assert_eq!(output.status.code(), Some(2));
    let record = |arguments: &str| {
        let output = place.run(arguments);
        serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()
    };
    let deleted = record("cache verify --delete --json");
    assert_eq!(deleted["damaged"].as_array().unwrap().len(), 2);
    assert_eq!(record("cache verify --json")["damaged"].as_array().unwrap().len(), 0);
    assert!(place.render("ada.yaml") == golden);
    let stats = record("cache stats --json");
    assert_eq!((&stats["misses"], &stats["hits"]), (&3.into(), &0.into()));
    assert_eq!(record("cache clear --json")["kept"], 0);
    assert!(!place.path("cache").exists());
    let folder = place.run("cache dir").stdout;
    assert_eq!(
        String::from_utf8(folder).unwrap().trim(),
        place.path("cache").to_str().unwrap()
    );
}
