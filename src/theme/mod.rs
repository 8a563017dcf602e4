//! A folder of Typst files with a manifest: how words become pages.

pub mod manifest;
pub mod options;

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::digest::Digest;
use crate::theme::manifest::Manifest;

/// A theme in memory.
#[derive(Debug, Clone)]
pub struct Theme {
    name: String,
    manifest: Manifest,
    files: BTreeMap<String, Cow<'static, [u8]>>,
    digest: Digest,
}

impl Theme {
    /// The theme's name: its folder's.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Who it is, what it needs, what the author may choose.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The theme's files by their path in its folder, and the shared library's below
    /// `/lib`: a theme sees `/theme/theme.typ` and `/lib/v1.typ`.
    pub fn file(&self, path: &str) -> Option<&Cow<'static, [u8]>> {
        self.files.get(path)
    }

    /// The name of its content.
    pub fn digest(&self) -> Digest {
        self.digest
    }
}
