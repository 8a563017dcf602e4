//! Everything that determines the pages, and its name.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::digest::Digest;
use crate::digest::Digester;
use crate::font::FontSet;
use crate::theme::Theme;
use crate::theme::options::Choices;
use crate::view::View;

/// What the typesetter is given: everything that determines the pages.
#[derive(Debug, Clone)]
pub struct Brief {
    /// The words, in the order in which they are set.
    pub view: View,
    /// How they are set.
    pub theme: Arc<Theme>,
    /// What the author decided about looks.
    pub choices: Choices,
    /// The faces that may be used.
    pub fonts: Arc<FontSet>,
    /// Files of the résumé, by their name in the theme's world.
    pub assets: BTreeMap<String, Arc<[u8]>>,
    /// The date that goes into the document.
    pub stamp: Option<Stamp>,
}

/// The only date in a document: a day, without a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// The year, from 1 to 9999.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day, from 1.
    pub day: u8,
}

/// A named part of a key: what went in, and its digest.
pub type KeyPart = (&'static str, Digest);

impl Brief {
    /// The parts of the brief's key, for those who ask which of them changed.
    pub fn key_parts(&self) -> Vec<KeyPart> {
        // No `..` here: a new field does not compile until it is part of the key.
        let Self { view, theme, choices, fonts, assets, stamp } = self;
        let assets = assets
            .iter()
            .fold(Digester::default(), |all, (name, bytes)| all.part(name, bytes));
        vec![
            ("program", Digest::of(PROGRAM.as_bytes())),
            ("résumé", Digest::of(&canonical(view))),
            ("theme", theme.digest()),
            ("options", Digest::of(&canonical(choices))),
            ("fonts", fonts.digest()),
            ("photo", assets.finish()),
            ("date", Digest::of(stamp.map_or_else(String::new, |it| it.iso()).as_bytes())),
        ]
    }

    /// Names the pages that this brief determines.
    pub fn key(&self) -> Digest {
        let parts = self.key_parts();
        let all = parts.iter();
        all.fold(Digester::default(), |key, (name, part)| key.part(name, part.as_bytes()))
            .finish()
    }
}

/// What this program is: two programs of one name set the same pages alike.
///
/// The build script makes it of the sources, the lock file and the compiler, not of
/// the version number alone, so that a change in the program is a change of the key.
pub const PROGRAM: &str = env!("CVPDF_BUILD_ID");

/// The bytes of a value's JSON; the same content always gives the same bytes.
fn canonical(value: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("views and choices hold nothing that JSON lacks")
}

impl Stamp {
    /// The date as `2026-11-21`.
    pub fn iso(self) -> String {
        let Self { year, month, day } = self;
        format!("{year:04}-{month:02}-{day:02}")
    }
}
