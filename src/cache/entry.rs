//! What a file of the cache looks like inside.
//!
//! It is a line that says what this is, the length of the head, the head as JSON, the
//! files one after the other, and the digest of all that. The head holds the file's own
//! key, so that a sound file under a wrong name is told as well as a damaged one.

use serde::Deserialize;
use serde::Serialize;

use crate::digest::Digest;

/// What every file of the cache begins with; a change of the layout is a change here and
/// of the names of the [buckets](super::store::Bucket).
const MAGIC: &[u8] = b"cvpdf cache entry 2\n";

/// How many bytes a digest has.
const DIGEST: usize = 32;

/// How many bytes the length of the head has.
const LENGTH: usize = 4;

/// What a file says of itself.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    key: String,
    kind: String,
    notes: Vec<Note>,
    sizes: Vec<usize>,
}

/// What an entry holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Contents {
    /// What the files are.
    pub kind: String,
    /// What was told when they were made.
    pub notes: Vec<Note>,
    /// The files.
    pub files: Vec<Vec<u8>>,
}

/// A note that is told again whenever its entry is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Note {
    /// Its code.
    pub code: String,
    /// Its message.
    pub message: String,
    /// What to do about it.
    pub hints: Vec<String>,
}

/// The bytes of an entry.
pub(super) fn seal(
    key: &Digest,
    kind: &str,
    notes: Vec<Note>,
    files: &[Vec<u8>],
) -> Vec<u8> {
    let sizes = files.iter().map(Vec::len).collect();
    let head = Head { key: key.to_string(), kind: kind.to_owned(), notes, sizes };
    let head = serde_json::to_vec(&head).expect("words and numbers are JSON");
    let length = u32::try_from(head.len()).expect("a head is short");
    let files_size: usize = files.iter().map(Vec::len).sum();
    let size = MAGIC.len() + LENGTH + head.len() + files_size + DIGEST;
    let mut bytes = Vec::with_capacity(size);
    bytes.extend(MAGIC);
    bytes.extend(length.to_le_bytes());
    bytes.extend(head);
    for file in files {
        bytes.extend(file);
    }
    let digest = Digest::of(&bytes);
    bytes.extend(digest.as_bytes());
    bytes
}

/// What an entry holds, if it is whole and the one that was asked for.
pub(super) fn unseal(bytes: &[u8], key: &Digest) -> Option<Contents> {
    let (body, digest) = bytes.split_last_chunk::<DIGEST>()?;
    let body = body.strip_prefix(MAGIC)?;
    if Digest::of(&bytes[..bytes.len() - DIGEST]).as_bytes() != digest {
        return None;
    }
    let (length, body) = body.split_first_chunk::<LENGTH>()?;
    let (head, mut body) = body.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    let head: Head = serde_json::from_slice(head).ok()?;
    if Digest::from_hex(&head.key)? != *key {
        return None;
    }
    let mut files = Vec::with_capacity(head.sizes.len().min(body.len()));
    for size in &head.sizes {
        let (file, rest) = body.split_at_checked(*size)?;
        files.push(file.to_vec());
        body = rest;
    }
    let Head { key: _, kind, notes, sizes: _ } = head;
    body.is_empty().then_some(Contents { kind, notes, files })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note() -> Note {
        let [code, message] = ["fitted", "made to fit"].map(str::to_owned);
        Note { code, message, hints: vec!["a hint".to_owned()] }
    }

    fn sealed(files: &[&[u8]]) -> (Digest, Vec<u8>) {
        let key = Digest::of(b"a recipe");
        let files: Vec<_> = files.iter().map(|file| file.to_vec()).collect();
        (key, seal(&key, "pdf", vec![note()], &files))
    }

    #[test]
    fn what_was_sealed_is_what_is_unsealed() {
        for files in [&[][..], &[b"".as_slice()], &[b"one", b"", b"three"]] {
            let (key, bytes) = sealed(files);
            let files = files.iter().map(|file| file.to_vec()).collect();
            let contents =
                Contents { kind: "pdf".to_owned(), notes: vec![note()], files };
            assert_eq!(unseal(&bytes, &key), Some(contents));
        }
    }

    #[test]
    fn every_single_flipped_bit_is_seen() {
        let (key, bytes) = sealed(&[b"some bytes of a page"]);
        for bit in 0..bytes.len() * 8 {
            let mut bytes = bytes.clone();
            bytes[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(unseal(&bytes, &key), None, "bit {bit}");
        }
    }

    #[test]
    fn every_shorter_and_every_longer_entry_is_seen() {
        let (key, bytes) = sealed(&[b"some bytes of a page"]);
        for length in 0..bytes.len() {
            assert_eq!(unseal(&bytes[..length], &key), None, "{length} bytes");
        }
        let longer = [&bytes[..], b"\0"].concat();
        assert_eq!(unseal(&longer, &key), None);
    }

    #[test]
    fn an_entry_of_another_key_is_seen() {
        let (_, bytes) = sealed(&[b"some bytes of a page"]);
        assert_eq!(unseal(&bytes, &Digest::of(b"another")), None);
    }

    #[test]
    fn a_head_that_promises_too_much_is_refused_even_with_a_right_digest() {
        let key = Digest::of(b"a recipe");
        for sizes in [vec![usize::MAX], vec![4, usize::MAX], vec![3], vec![5]] {
            let head = Head {
                key: key.to_string(),
                kind: "pdf".into(),
                notes: Vec::new(),
                sizes,
            };
            let head = serde_json::to_vec(&head).expect("words and numbers are JSON");
            let length = u32::try_from(head.len()).expect("a head is short");
            let mut bytes = [MAGIC, &length.to_le_bytes(), &head, b"four"].concat();
            let digest = Digest::of(&bytes);
            bytes.extend(digest.as_bytes());
            assert_eq!(unseal(&bytes, &key), None);
        }
    }
}
