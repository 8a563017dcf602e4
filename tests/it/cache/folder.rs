//! The folder of the cache: whose it may be, and what can be seen in it.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::fs::symlink;
use std::path::Path;

use cvpdf::cache::Cache;
use cvpdf::cache::Delete;

use super::artifact;
use super::folder;
use super::key;
use super::open;
use super::path_of;
use crate::stored::entries;
use crate::stored::walk;

#[test]
fn c12_a_cache_that_was_moved_is_the_same_cache() {
    let folder = folder();
    let (here, there) = (folder.path().join("here"), folder.path().join("there"));
    open(&here).put(&key(0), &artifact(0, 500), &[]);
    let before = entries(&here);
    fs::rename(&here, &there).unwrap();
    assert_eq!(entries(&there), before);
    assert_eq!(
        open(&there).get(&key(0)).map(|(artifact, _)| artifact),
        Some(artifact(0, 500))
    );
    symlink(folder.path(), folder.path().join("link")).unwrap();
    let through_link = folder.path().join("link/there");
    assert_eq!(
        open(&through_link).get(&key(0)).map(|(artifact, _)| artifact),
        Some(artifact(0, 500))
    );
}

/// Opens a folder that must not be trusted, and returns why it was not.
#[track_caller]
fn refused(folder: &Path) -> String {
    let before = walk(folder);
    let cache = Cache::open(Some(folder.to_owned()));
    cache.put(&key(7), &artifact(7, 100), &[]);
    assert_eq!(cache.get(&key(0)).map(|(artifact, _)| artifact), None);
    cache.remember(Path::new("out.pdf"), &[("theme", key(0))]);
    assert_eq!(cache.previous(Path::new("out.pdf")), None);
    assert_eq!(walk(folder), before);
    let warnings = cache.warnings();
    assert_eq!(warnings.len(), 1);
    assert_eq!(cache.warnings().len(), 0, "once is enough");
    warnings[0].message.rsplit(": ").next().unwrap().to_owned()
}

#[test]
fn c13_a_folder_that_is_not_ours_alone_is_refused() {
    let folder = folder();
    let (cache, link) = (folder.path().join("cache"), folder.path().join("link"));
    open(&cache).put(&key(0), &artifact(0, 500), &[]);
    symlink(&cache, &link).unwrap();
    assert_eq!(refused(&link), "it is a link");
    assert_eq!(refused(&link.join("")), "it is a link");
    assert_eq!(refused(&link.join(".")), "it is a link");
    let rights = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    for inner in ["", "artifacts-v2", "previous-v2"] {
        fs::create_dir_all(cache.join(inner)).unwrap();
        for mode in [0o777, 0o720, 0o702, 0o1777] {
            rights(&cache.join(inner), mode);
            assert_eq!(refused(&cache), "others may write to it", "{inner} {mode:o}");
        }
        rights(&cache.join(inner), 0o700);
    }
    assert_eq!(
        open(&cache).get(&key(0)).map(|(artifact, _)| artifact),
        Some(artifact(0, 500))
    );
    fs::rename(cache.join("artifacts-v2"), folder.path().join("inner")).unwrap();
    symlink("../inner", cache.join("artifacts-v2")).unwrap();
    assert_eq!(refused(&cache), "it is a link");
}

#[test]
fn c13_a_folder_of_somebody_else_is_refused() {
    let folder = folder();
    // Only root can give a folder away; for anybody else, root's are somebody else's.
    let foreign = if folder.path().metadata().unwrap().uid() == 0 {
        std::os::unix::fs::chown(folder.path(), Some(65_534), None).unwrap();
        folder.path()
    } else {
        Path::new("/usr/lib/os-release").parent().unwrap()
    };
    let cache = Cache::open(Some(foreign.to_owned()));
    cache.put(&key(0), &artifact(0, 100), &[]);
    assert_eq!(cache.get(&key(0)).map(|(artifact, _)| artifact), None);
    let warnings = cache.warnings();
    assert!(warnings[0].message.ends_with("it belongs to somebody else"));
    assert_eq!(walk(folder.path()), [""; 0]);
}

#[test]
fn c14_only_the_user_can_look_and_names_tell_nothing() {
    let folder = folder();
    let root = folder.path().join("new/cache");
    let cache = open(&root);
    cache.put(&key(0), &artifact(0, 500), &[]);
    cache.remember(Path::new("out/Ada Halcyon.pdf"), &[("theme", key(0))]);
    drop(cache);
    let mut folders = BTreeSet::from([root.clone()]);
    for file in walk(&root) {
        let path = root.join(&file);
        assert_eq!(path.metadata().unwrap().mode() & 0o777, 0o600, "{file}");
        folders.extend(
            path.ancestors().skip(1).take_while(|it| *it != root).map(Path::to_owned),
        );
        assert!(!file.contains("Ada"), "{file}");
        let bytes = fs::read(&path).unwrap();
        assert!(!bytes.windows(7).any(|window| window == b"Halcyon"), "{file}");
    }
    for folder in folders {
        assert_eq!(
            folder.metadata().unwrap().mode() & 0o777,
            0o700,
            "{}",
            folder.display()
        );
    }
    assert!(
        fs::read(root.join("CACHEDIR.TAG"))
            .unwrap()
            .starts_with(b"Signature: 8a477f597d28")
    );
}

#[test]
fn c14_a_folder_with_other_things_is_not_tagged_and_keeps_them() {
    let folder = folder();
    fs::write(folder.path().join("letter.txt"), "dear Ada").unwrap();
    let cache = open(folder.path());
    cache.put(&key(0), &artifact(0, 500), &[]);
    assert!(!folder.path().join("CACHEDIR.TAG").exists());
    assert_eq!(cache.clear().unwrap().removed.0, 1);
    drop(cache);
    assert_eq!(walk(folder.path()), ["letter.txt"]);
}

#[test]
fn c15_names_are_digits_in_lower_case() {
    let folder = folder();
    let cache = open(folder.path());
    for number in 0..300 {
        cache.put(&key(number), &artifact(number, 10), &[]);
    }
    let digit = |char: char| char.is_ascii_digit() || ('a'..='f').contains(&char);
    let entries = entries(folder.path());
    assert_eq!(entries.len(), 300);
    for entry in entries {
        let parts: Vec<_> = entry.split('/').skip(1).collect();
        assert_eq!(parts.iter().map(|part| part.len()).collect::<Vec<_>>(), [2, 62]);
        assert!(parts.iter().all(|part| part.chars().all(digit)), "{entry}");
    }
}

#[test]
fn c16_versions_share_a_folder_and_do_not_read_each_others_entries() {
    let folder = folder();
    let cache = open(folder.path());
    cache.put(&key(0), &artifact(0, 500), &[]);
    let other = |name: &str| folder.path().join(name);
    fs::rename(other("artifacts-v2"), other("artifacts-v9")).unwrap();
    assert_eq!(cache.get(&key(0)).map(|(artifact, _)| artifact), None);
    let verified = cache.verify(Delete::Damaged).unwrap();
    assert_eq!((verified.sound, verified.damaged.len()), (0, 0));
    cache.put(&key(0), &artifact(0, 500), &[]);
    assert_eq!(entries(folder.path()).len(), 1);
    assert!(path_of(folder.path(), &key(0)).exists());
    // A later layout in the place of ours is a miss, and not a crash.
    fs::write(path_of(folder.path(), &key(0)), b"cvpdf cache entry 9\n").unwrap();
    assert_eq!(cache.get(&key(0)).map(|(artifact, _)| artifact), None);
}
