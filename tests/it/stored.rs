//! What lies in a folder, and in a cache's.

use std::fs;
use std::path::Path;

/// Every file below a folder, with its path in it, sorted.
pub(crate) fn walk(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).into_iter().flatten().flatten() {
            if entry.file_type().unwrap().is_dir() {
                open.push(entry.path());
            } else {
                let path = entry.path();
                found.push(
                    path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned(),
                );
            }
        }
    }
    found.sort();
    found
}

/// The entries of a cache's folder, with their paths in it.
pub(crate) fn entries(folder: &Path) -> Vec<String> {
    let mut files = walk(folder);
    files.retain(|file| {
        file.matches('/').count() == 2 && file.starts_with("artifacts-v2/")
    });
    files
}
