//! Entries that are not what was written: none is used, all are found.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use cvpdf::cache::Delete;

use super::artifact;
use super::folder;
use super::key;
use super::open;
use super::path_of;

/// How many bits are flipped.
const FLIPS: u64 = 10_000;

#[test]
fn c7_no_flipped_bit_is_ever_served_and_the_entry_is_gone() {
    let folder = folder();
    let cache = open(folder.path());
    cache.put(&key(0), &artifact(0, 2_000), &[]);
    let path = path_of(folder.path(), &key(0));
    let sound = fs::read(&path).unwrap();
    let bits = sound.len() as u64 * 8;
    for flip in 0..FLIPS {
        // A step without a common factor meets every bit before one a second time.
        let bit = usize::try_from(flip * 7_919 % bits).unwrap();
        let mut bytes = sound.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        fs::write(&path, bytes).unwrap();
        assert_eq!(cache.get(&key(0)).map(|(artifact, _)| artifact), None, "bit {bit}");
        assert!(!path.exists(), "bit {bit}");
    }
    fs::write(&path, sound).unwrap();
    assert_eq!(
        cache.get(&key(0)).map(|(artifact, _)| artifact),
        Some(artifact(0, 2_000))
    );
    drop(cache);
    assert_eq!(open(folder.path()).stats().unwrap().uses.damaged, FLIPS);
}

#[test]
fn c7_no_cut_zeroed_longer_or_swapped_entry_is_ever_served() {
    let folder = folder();
    let cache = open(folder.path());
    cache.put(&key(0), &artifact(0, 2_000), &[]);
    cache.put(&key(1), &artifact(1, 2_000), &[]);
    let path = path_of(folder.path(), &key(0));
    let sound = fs::read(&path).unwrap();
    let mut bad: Vec<Vec<u8>> =
        (0..sound.len()).map(|size| sound[..size].to_vec()).collect();
    bad.push([&sound[..], b"\0"].concat());
    bad.push([&sound[..], &sound[..]].concat());
    bad.push(vec![0; sound.len()]);
    bad.push(fs::read(path_of(folder.path(), &key(1))).unwrap());
    for bytes in bad {
        fs::write(&path, &bytes).unwrap();
        assert_eq!(
            cache.get(&key(0)).map(|(artifact, _)| artifact),
            None,
            "{} bytes",
            bytes.len()
        );
        assert!(!path.exists());
    }
    cache.put(&key(0), &artifact(0, 2_000), &[]);
    assert_eq!(
        cache.get(&key(0)).map(|(artifact, _)| artifact),
        Some(artifact(0, 2_000))
    );
}

#[test]
fn c7_what_is_no_file_is_neither_served_nor_waited_for() {
    let folder = folder();
    let cache = open(folder.path());
    cache.put(&key(0), &artifact(0, 200), &[]);
    let path = path_of(folder.path(), &key(0));
    let elsewhere = folder.path().join("elsewhere");
    fs::rename(&path, &elsewhere).unwrap();
    symlink(&elsewhere, &path).unwrap();
    assert_eq!(cache.get(&key(0)).map(|(artifact, _)| artifact), None);
    assert!(elsewhere.exists() && !path.exists());
    let made = Command::new("mkfifo").arg(&path).status().unwrap();
    assert!(made.success());
    assert_eq!(cache.get(&key(0)).map(|(artifact, _)| artifact), None);
    assert!(!path.exists());
    fs::create_dir(&path).unwrap();
    assert_eq!(cache.get(&key(0)).map(|(artifact, _)| artifact), None);
    cache.put(&key(0), &artifact(0, 200), &[]);
    assert_eq!(cache.warnings().len(), 1);
}

#[test]
fn c17_verifying_finds_all_damage_and_nothing_else() {
    let folder = folder();
    let cache = open(folder.path());
    for number in 0..200 {
        cache.put(&key(number), &artifact(number, 300), &[]);
    }
    cache.remember(Path::new("out.pdf"), &[("theme", key(0))]);
    let mut damaged = Vec::new();
    for number in (0..200).step_by(2) {
        let path = path_of(folder.path(), &key(number));
        let mut bytes = fs::read(&path).unwrap();
        let middle = usize::try_from(number).unwrap() * bytes.len() / 200;
        match number % 5 {
            0 => bytes[middle] ^= 1,
            1 => bytes.truncate(middle),
            2 => bytes.fill(0),
            3 => bytes.push(0),
            _ => bytes = fs::read(path_of(folder.path(), &key(number + 1))).unwrap(),
        }
        fs::write(&path, bytes).unwrap();
        damaged.push(path);
    }
    // A file whose name is no key is no entry.
    let digits = key(1).to_string();
    let stray = folder.path().join("artifacts-v2").join(&digits[..2]).join("stray");
    fs::write(&stray, "not an entry").unwrap();
    damaged.push(stray);
    damaged.sort();
    for delete in [Delete::Nothing, Delete::Damaged] {
        let mut verified = cache.verify(delete).unwrap();
        verified.damaged.sort();
        assert_eq!((verified.sound, verified.damaged.len()), (101, damaged.len()));
        assert!(verified.damaged == damaged, "others than those that were damaged");
    }
    let verified = cache.verify(Delete::Nothing).unwrap();
    assert_eq!((verified.sound, verified.damaged.len()), (101, 0));
}
