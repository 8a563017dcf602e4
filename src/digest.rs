//! Names made of content: a digest of framed parts.

use serde::Deserialize;
use serde::Serialize;

/// The name of some content: 32 bytes, shown as 64 lower-case hexadecimal digits.
///
/// In JSON it is these digits.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(into = "String", try_from = "String")]
pub struct Digest([u8; 32]);

/// Makes a digest of named parts.
///
/// Each part is framed by the length of its name and of its content, so that no
/// two lists of parts give the same bytes.
#[derive(Debug)]
pub struct Digester {
    hasher: blake3::Hasher,
}

impl Digest {
    /// The digest of one run of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// The digest of named digests, in their order.
    pub fn of_parts(parts: &[(&str, Self)]) -> Self {
        let all = Digester::default();
        parts.iter().fold(all, |all, (name, part)| all.part(name, &part.0)).finish()
    }

    /// A digest that was made earlier.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes of the digest.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The digest that these 64 hexadecimal digits show, if they show one.
    pub fn from_hex(text: &str) -> Option<Self> {
        blake3::Hash::from_hex(text).ok().map(|hash| Self(*hash.as_bytes()))
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

impl TryFrom<String> for Digest {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::from_hex(&text).ok_or("a digest has 64 hexadecimal digits")
    }
}

impl Default for Digester {
    fn default() -> Self {
        Self { hasher: blake3::Hasher::new_derive_key("cvpdf 2026 artifact name v1") }
    }
}

impl Digester {
    /// Adds a part.
    #[must_use]
    pub fn part(mut self, name: &str, content: &[u8]) -> Self {
        for framed in [name.as_bytes(), content] {
            self.hasher.update(&(framed.len() as u64).to_le_bytes());
            self.hasher.update(framed);
        }
        self
    }

    /// The digest of all parts.
    pub fn finish(self) -> Digest {
        Digest(*self.hasher.finalize().as_bytes())
    }
}

impl std::fmt::Display for Digest {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&blake3::Hash::from_bytes(self.0).to_hex())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_framed() {
        let one = Digester::default().part("a", b"bc").finish();
        let other = Digester::default().part("ab", b"c").finish();
        assert_ne!(one, other);
    }

    #[test]
    fn the_order_of_named_digests_matters() {
        let (a, b) = (("a", Digest::of(b"1")), ("b", Digest::of(b"2")));
        assert_ne!(Digest::of_parts(&[a, b]), Digest::of_parts(&[b, a]));
        let framed = Digester::default().part("a", a.1.as_bytes()).finish();
        assert_eq!(Digest::of_parts(&[a]), framed);
    }

    #[test]
    fn a_digest_is_read_back_from_its_digits() {
        let digest = Digest::of(b"cvpdf");
        assert_eq!(Digest::from_hex(&digest.to_string()), Some(digest));
    }
}
