//! The fonts that a document may use: the built-in set, and what the user adds to it.
//!
//! What is known of a built-in face was read while the program was built, so neither
//! listing them nor looking up a character opens a font. Nothing here is a Typst type;
//! `typeset` turns a [`Face`] into one. Nothing here reads files either.

pub mod read;

use std::borrow::Cow;
use std::sync::Arc;

use self::builtin::COVERAGE;
use self::builtin::DIGEST;
use self::builtin::FACES;
use self::builtin::LICENSES;
use self::read::Embedding;
use self::read::FaceInfo;
use self::read::SCRIPTS;
use self::read::Slant;
use crate::digest::Digest;

/// The built-in faces, what they cover together, their licences and their digest.
#[expect(clippy::unreadable_literal, reason = "nobody reads what the build writes")]
mod builtin {
    use std::borrow::Cow;

    use super::Data;
    use super::Face;
    use super::read::Embedding;
    use super::read::FaceInfo;
    use super::read::Slant;

    include!(concat!(env!("OUT_DIR"), "/fonts.rs"));
}

/// Families to go on with where a serif family of a theme lacks a character.
pub const SERIF_CHAIN: &[&str] = &[
    "Libertinus Serif",
    "Noto Naskh Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Thai",
    "Noto Sans Armenian",
    "Noto Sans Georgian",
    "Noto Sans Devanagari",
];

/// Families to go on with where a sans-serif family of a theme lacks a character.
pub const SANS_CHAIN: &[&str] = &[
    "Source Sans 3",
    "Noto Naskh Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Thai",
    "Noto Sans Armenian",
    "Noto Sans Georgian",
    "Noto Sans Devanagari",
];

/// The extensions that font files have.
pub const EXTENSIONS: &[&str] = &["otf", "ttf", "otc", "ttc"];

/// No collection has more faces than this; a file that says so is damaged.
const MOST_FACES: u32 = 1024;

/// Faces in a fixed order, and a digest over their names and bytes.
#[derive(Debug, Clone)]
pub struct FontSet {
    /// The user's faces, which come first, so that they win over equal built-in ones.
    own: Vec<Face>,
    /// The characters of the user's faces.
    own_coverage: Vec<(u32, u32)>,
    /// The digest of all faces.
    digest: [u8; 32],
}

impl FontSet {
    /// The set that is part of the program.
    pub fn builtin() -> Self {
        Self { own: Vec::new(), own_coverage: Vec::new(), digest: DIGEST }
    }

    /// The built-in set and the faces of these files, which are named and in order.
    ///
    /// A file that is of no use as a font is left out, and said to be `skipped`.
    pub fn with(files: Vec<(String, Vec<u8>)>, skipped: &mut Vec<Skipped>) -> Self {
        let mut own = Vec::new();
        for (file, data) in files {
            match faces(&file, data) {
                Ok(faces) => own.extend(faces),
                Err(reason) => skipped.push(Skipped { file, reason }),
            }
        }
        let ranges = own.iter().flat_map(|face| read::ranges(&face.info.coverage));
        let own_coverage = read::union(ranges.collect());
        let digest = digest(&own);
        Self { own, own_coverage, digest }
    }

    /// How many faces there are.
    pub fn len(&self) -> usize {
        self.own.len() + FACES.len()
    }

    /// Whether there are no faces, which is never so.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The face with this index.
    pub fn face(&self, index: usize) -> Option<&Face> {
        self.own.get(index).or_else(|| FACES.get(index.checked_sub(self.own.len())?))
    }

    /// All faces, in order.
    pub fn faces(&self) -> impl Iterator<Item = &Face> {
        self.own.iter().chain(FACES)
    }

    /// The user's faces, whose indices are the first ones.
    pub fn own(&self) -> &[Face] {
        &self.own
    }

    /// The digest over names and bytes of all faces, in order.
    pub fn digest(&self) -> Digest {
        Digest::from_bytes(self.digest)
    }

    /// Whether some face has a glyph for this character, or it needs none.
    pub fn covers(&self, c: char) -> bool {
        read::is_in(COVERAGE, c) || read::is_in(&self.own_coverage, c) || is_unseen(c)
    }

    /// Whether there is a family of this name; case does not count.
    pub fn has_family(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        self.faces().any(|face| face.info.family.to_lowercase() == name)
    }

    /// The families, in the order in which their first faces come.
    pub fn families(&self) -> Vec<Family<'_>> {
        let mut families: Vec<Family> = Vec::new();
        for face in self.faces() {
            let name = face.info.family.as_ref();
            let at = families.iter().position(|family| family.name == name);
            let at = at.unwrap_or_else(|| {
                let license = face.license;
                let (styles, scripts) = (Vec::new(), Vec::new());
                families.push(Family { name, styles, scripts, license });
                families.len() - 1
            });
            families[at].add(face);
        }
        families
    }
}

/// One face of a set.
#[derive(Debug, Clone)]
pub struct Face {
    /// The file that it comes from, as the ledger or the user names it.
    pub file: Cow<'static, str>,
    /// The bytes of that file.
    pub data: Data,
    /// Its place in the file, if that is a collection; else 0.
    pub index: u32,
    /// The BLAKE3 digest of the file.
    pub digest: [u8; 32],
    /// The SPDX name of its licence, if it is built in.
    pub license: Option<&'static str>,
    /// The scripts that it can set, of those in [`SCRIPTS`].
    pub scripts: Cow<'static, [&'static str]>,
    /// What it says of itself.
    pub info: FaceInfo,
}

impl Face {
    /// Style and weight as they stand in lists: `italic 600`.
    pub fn style(&self) -> String {
        let slant = match self.info.slant {
            Slant::Normal => "normal",
            Slant::Italic => "italic",
            Slant::Oblique => "oblique",
        };
        format!("{slant} {}", self.info.weight)
    }
}

/// The bytes of a font file, which all faces of a collection share.
#[derive(Debug, Clone)]
pub enum Data {
    /// Part of the program.
    Builtin(&'static [u8]),
    /// Read from a file of the user's.
    Own(Arc<Vec<u8>>),
}

impl AsRef<[u8]> for Data {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::Builtin(bytes) => bytes,
            Self::Own(bytes) => bytes,
        }
    }
}

/// A file that was given as a font and is none that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The name of the file.
    pub file: String,
    /// Why it is of no use, as the end of a sentence that begins with the file.
    pub reason: &'static str,
}

/// A family as `cvpdf fonts` lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Family<'a> {
    /// Its name, as themes ask for it.
    pub name: &'a str,
    /// Its styles, each once: `normal 400`.
    pub styles: Vec<String>,
    /// The scripts that at least one of its faces can set, in the order of [`SCRIPTS`].
    pub scripts: Vec<&'static str>,
    /// The SPDX name of its licence, if it is built in.
    pub license: Option<&'static str>,
}

impl Family<'_> {
    /// Counts a face in.
    fn add(&mut self, face: &Face) {
        let style = face.style();
        if !self.styles.contains(&style) {
            self.styles.push(style);
        }
        let has = |script: &&str| {
            self.scripts.contains(script) || face.scripts.contains(script)
        };
        self.scripts = SCRIPTS.iter().map(|(script, _)| *script).filter(has).collect();
    }
}

/// A licence that something built in comes with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct License {
    /// What it is for: families, or the icons.
    pub subjects: Vec<&'static str>,
    /// Its SPDX name.
    pub id: &'static str,
    /// The text that came with the files.
    pub text: &'static str,
}

/// The licences of all built-in families and of the icons, each text once.
pub fn licenses() -> Vec<License> {
    let icons = ("Font Awesome Free icons", "CC-BY-4.0", ICON_LICENSE);
    let families = LICENSES.iter().filter_map(|(family, text)| {
        let face = FACES.iter().find(|face| face.info.family == *family)?;
        Some((*family, face.license?, *text))
    });
    let mut licenses: Vec<License> = Vec::new();
    for (subject, id, text) in families.chain([icons]) {
        match licenses.iter_mut().find(|license| license.text == text) {
            Some(license) => license.subjects.push(subject),
            None => licenses.push(License { subjects: vec![subject], id, text }),
        }
    }
    licenses
}

/// The text that the icons come with.
const ICON_LICENSE: &str = include_str!("../../themes/lib/icons/LICENSE");

/// Reads the faces of a file, or says why it is of no use.
fn faces(file: &str, data: Vec<u8>) -> Result<Vec<Face>, &'static str> {
    let data = Arc::new(data);
    let digest = *blake3::hash(&data).as_bytes();
    let count = read::count(&data);
    if count == 0 {
        return Err("is not an OpenType or TrueType font");
    }
    if count > MOST_FACES {
        return Err("is a damaged font collection");
    }
    let infos =
        (0..count).filter_map(|index| Some((index, read::face_info(&data, index)?)));
    let (faces, forbidden): (Vec<_>, Vec<_>) =
        infos.partition(|(_, info)| info.embedding != Embedding::Restricted);
    match (faces.is_empty(), forbidden.is_empty()) {
        (true, false) => Err("does not allow to be embedded in documents (fsType 2)"),
        (true, true) => Err("is a damaged font"),
        (false, _) => Ok(faces
            .into_iter()
            .map(|(index, info)| Face {
                file: Cow::Owned(file.to_owned()),
                data: Data::Own(Arc::clone(&data)),
                index,
                digest,
                license: None,
                scripts: Cow::Owned(read::scripts(&info.coverage)),
                info,
            })
            .collect()),
    }
}

/// The digest of the set with these faces before the built-in ones.
fn digest(own: &[Face]) -> [u8; 32] {
    if own.is_empty() {
        return DIGEST;
    }
    let mut hasher = blake3::Hasher::new_derive_key("cvpdf fonts of the user 1");
    hasher.update(&DIGEST);
    for face in own {
        hasher.update(&(face.file.len() as u64).to_le_bytes());
        hasher.update(face.file.as_bytes());
        hasher.update(&face.digest);
        hasher.update(&face.index.to_le_bytes());
    }
    *hasher.finalize().as_bytes()
}

/// Whether a character leaves no mark of its own, so that no font needs a glyph for it:
/// line ends, joiners, marks of direction, variation selectors and the like.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || c.is_whitespace()
        || matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}
