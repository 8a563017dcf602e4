//! Puts fonts and themes into the program: their bytes, what the fonts say of
//! themselves, and their digests, so that none of it is parsed or hashed at run time.
//!
//! Writes `fonts.rs` for `src/font/` and `themes.rs` for `src/theme/`, and has
//! programs for Linux linked to a fixed address, where they start faster.

#![expect(clippy::disallowed_methods, reason = "a build reads and writes files")]

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

use serde::Deserialize;

#[expect(dead_code, unreachable_pub, reason = "it is part of the program first")]
#[path = "src/font/read.rs"]
mod read;

use read::Axis;
use read::FaceInfo;

/// The part of the ledger `fonts/fonts.toml` that the program is built from.
#[derive(Deserialize)]
struct Ledger {
    face: Vec<Entry>,
}

/// A line of the ledger: one face.
#[derive(Deserialize)]
struct Entry {
    file: String,
    family: String,
    license: String,
    scripts: Vec<String>,
}

/// Why the build stops: what went wrong, and where.
type Trouble = String;

fn main() {
    for input in ["build.rs", "fonts", "themes", "src", "Cargo.lock"] {
        println!("cargo::rerun-if-changed={input}");
    }
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR"));
    let out = PathBuf::from(variable("OUT_DIR"));
    let fonts = fonts(&root.join("fonts"));
    let themes = themes(&root.join("themes"));
    for (name, text) in [("fonts.rs", fonts), ("themes.rs", themes)] {
        let written = text.and_then(|text| {
            fs::write(out.join(name), text).map_err(|error| format!("{name}: {error}"))
        });
        if let Err(trouble) = written {
            println!("cargo::error={trouble}");
        }
    }
    identify(&root);
    link();
}

/// Names this program by its sources, its dependencies and its compiler, so that the
/// cache of another program is never taken for its own.
fn identify(root: &Path) {
    let mut files = vec!["Cargo.lock".to_owned()];
    let listed = list(&root.join("src"), "src/", &mut files);
    files.sort();
    let read =
        |name: &String| Ok((name.clone(), blake3::hash(&bytes(&root.join(name))?)));
    let hashed: Result<Vec<_>, Trouble> = files.iter().map(read).collect();
    match listed.and(hashed) {
        Ok(mut parts) => {
            let compiler = Command::new(variable("RUSTC")).arg("-vV").output();
            let compiler = compiler.map(|output| output.stdout).unwrap_or_default();
            parts.push(("rustc".to_owned(), blake3::hash(&compiler)));
            parts
                .push(("target".to_owned(), blake3::hash(variable("TARGET").as_bytes())));
            let id = digest("cvpdf program 1", &parts).to_hex();
            println!("cargo::rustc-env=CVPDF_BUILD_ID={id}");
        }
        Err(trouble) => println!("cargo::error={trouble}"),
    }
}

/// Has the program linked to a fixed address, where the loader has nothing to adjust.
fn link() {
    let target =
        ["OS", "ENV", "ARCH"].map(|key| variable(&format!("CARGO_CFG_TARGET_{key}")));
    if target == ["linux", "gnu", "x86_64"] {
        println!("cargo::rustc-link-arg-bins=-no-pie");
        println!("cargo::rustc-link-arg-benches=-no-pie");
    }
}

/// A variable that cargo sets; empty if it does not.
fn variable(name: &str) -> String {
    env::var(name).unwrap_or_default()
}

/// Writes the table of faces, in the order of the ledger.
fn fonts(folder: &Path) -> Result<String, Trouble> {
    let text = String::from_utf8(bytes(&folder.join("fonts.toml"))?)
        .map_err(|error| format!("fonts.toml: {error}"))?;
    let ledger: Ledger =
        toml::from_str(&text).map_err(|error| format!("fonts.toml: {error}"))?;

    let (mut faces, mut licenses) = (String::new(), String::new());
    let (mut ranges, mut digests) = (Vec::new(), Vec::new());
    for entry in &ledger.face {
        let Entry { file, family, .. } = entry;
        let path = folder.join(file);
        let data = bytes(&path)?;
        let info = read::face_info(&data, 0).filter(|info| info.family == *family);
        let info = info.ok_or_else(|| format!("{file}: no face of `{family}`"))?;
        let digest = blake3::hash(&data);
        faces.push_str(&face(entry, &path, &info, digest));
        ranges.extend(read::ranges(&info.coverage));
        digests.push((file.clone(), digest));
        let text = path.with_file_name("LICENSE").display().to_string();
        let license = format!("({family:?}, include_str!({text:?})),\n");
        if !licenses.contains(&license) {
            licenses.push_str(&license);
        }
    }
    let coverage = read::union(ranges);
    let digest = digest("cvpdf fonts 1", &digests);
    let digest = digest.as_bytes();
    Ok(format!(
        "pub(super) static FACES: &[Face] = &[\n{faces}];\n\
         pub(super) static LICENSES: &[(&str, &str)] = &[\n{licenses}];\n\
         pub(super) static COVERAGE: &[(u32, u32)] = &{coverage:?};\n\
         pub(super) const DIGEST: [u8; 32] = {digest:?};\n"
    ))
}

/// Writes one face as the literal that it is in the table.
fn face(entry: &Entry, path: &Path, info: &FaceInfo, digest: blake3::Hash) -> String {
    let Entry { file, family, license, scripts } = entry;
    let FaceInfo { family: _, slant, weight, width, traits, axes, coverage, embedding } =
        info;
    let axes: Vec<String> = axes.iter().map(axis).collect();
    let axes = axes.join(", ");
    let (path, digest) = (path.display().to_string(), digest.as_bytes());
    format!(
        "Face {{ file: Cow::Borrowed({file:?}), \
         data: Data::Builtin(include_bytes!({path:?})), index: 0, \
         digest: {digest:?}, license: Some({license:?}), \
         scripts: Cow::Borrowed(&{scripts:?}), info: FaceInfo {{ \
         family: Cow::Borrowed({family:?}), slant: Slant::{slant:?}, \
         weight: {weight}, width: {width}, traits: {traits}, \
         axes: Cow::Borrowed(&[{axes}]), coverage: Cow::Borrowed(&{coverage:?}), \
         embedding: Embedding::{embedding:?} }} }},\n"
    )
}

/// Writes an axis as a literal.
fn axis(axis: &Axis) -> String {
    let Axis { tag, min, max, default } = axis;
    format!("Axis {{ tag: {tag:?}, min: {min:?}, max: {max:?}, default: {default:?} }}")
}

/// Writes the table of the files of themes, sorted, and a digest for each theme.
fn themes(folder: &Path) -> Result<String, Trouble> {
    let mut names = Vec::new();
    list(folder, "", &mut names)?;
    names.sort();

    let mut code = String::new();
    doc(&mut code, "The files of all themes and of their library `lib`, sorted.");
    code.push_str("pub(super) const THEME_FILES: &[(&str, &[u8])] = &[\n");
    let mut digests: BTreeMap<&str, Vec<(String, blake3::Hash)>> = BTreeMap::new();
    for name in &names {
        let path = folder.join(name);
        let literal = path.display().to_string();
        let _ = writeln!(code, "({name:?}, include_bytes!({literal:?})),");
        let theme = name.split('/').next().unwrap_or_default();
        let digest = blake3::hash(&bytes(&path)?);
        digests.entry(theme).or_default().push((name.clone(), digest));
    }
    code.push_str("];\n");

    let lib = digests.remove("lib").unwrap_or_default();
    doc(&mut code, "The digest of the library that every theme may use.");
    let digest_of_lib = digest("cvpdf theme 1", &lib);
    let _ = writeln!(
        code,
        "pub(super) const LIB_DIGEST: [u8; 32] = {:?};",
        digest_of_lib.as_bytes()
    );
    doc(&mut code, "The digest of each theme, which is over the library too, sorted.");
    code.push_str("pub(super) const THEME_DIGESTS: &[(&str, [u8; 32])] = &[\n");
    for (theme, mut files) in digests {
        files.extend_from_slice(&lib);
        let digest = digest("cvpdf theme 1", &files);
        let _ = writeln!(code, "({theme:?}, {:?}),", digest.as_bytes());
    }
    code.push_str("];\n");
    Ok(code)
}

/// Adds a doc comment to generated code.
fn doc(code: &mut String, text: &str) {
    let _ = writeln!(code, "/// {text}");
}

/// Finds the files of all themes, as paths with `/` from the folder of themes on.
///
/// A file beside the themes, a preview or a hidden file is for people, not for Typst.
fn list(folder: &Path, prefix: &str, names: &mut Vec<String>) -> Result<(), Trouble> {
    let trouble = |error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(trouble)? {
        let entry = entry.map_err(trouble)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if name.starts_with('.') || name == "preview.png" {
            continue;
        }
        if entry.file_type().map_err(trouble)?.is_dir() {
            list(&entry.path(), &format!("{path}/"), names)?;
        } else if !prefix.is_empty() {
            names.push(path);
        }
    }
    Ok(())
}

/// A digest over names and contents, in order.
fn digest(context: &str, files: &[(String, blake3::Hash)]) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new_derive_key(context);
    for (name, digest) in files {
        hasher.update(&(name.len() as u64).to_le_bytes());
        hasher.update(name.as_bytes());
        hasher.update(digest.as_bytes());
    }
    hasher.finalize()
}

/// Reads a file.
fn bytes(path: &Path) -> Result<Vec<u8>, Trouble> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}
