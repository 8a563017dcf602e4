//! Everything that determines the bytes of an output, their name, and their making.

use crate::brief::Brief;
use crate::brief::KeyPart;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::digest::Digest;
use crate::export::Artifact;
use crate::export::Format;
use crate::export::Options;
use crate::typeset;

/// A brief, a format and its options: everything that determines the bytes.
#[derive(Debug, Clone)]
pub struct Recipe {
    /// What determines the pages.
    pub brief: Brief,
    /// What they are written as.
    pub format: &'static Format,
    /// What the author decided about the format.
    pub options: Options,
}

impl Recipe {
    /// The parts of the recipe's key, for those who ask which of them changed.
    pub fn key_parts(&self) -> Vec<KeyPart> {
        // No `..` here: a new field does not compile until it is part of the key.
        let Self { brief, format, options } = self;
        let mut parts = brief.key_parts();
        parts.push(("format", Digest::of(format.name.as_bytes())));
        parts.push(("format options", Digest::of(&options.canonical())));
        parts
    }

    /// Names the artifact that this recipe makes.
    pub fn key(&self) -> Digest {
        Digest::of_parts(&self.key_parts())
    }
}

/// Makes the artifact of a recipe, from nothing else.
pub fn make(recipe: &Recipe, sink: &mut Sink) -> Result<Artifact, Reported> {
    let document = typeset::typeset(&recipe.brief, sink)?;
    (recipe.format.write)(&document, &recipe.options, sink)
}
