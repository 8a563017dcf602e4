//! Why an output was made anew: the parts of the key that it was made with before.

use crate::digest::Digest;

/// The parts of a key, as an entry holds them.
pub(super) fn write(parts: &[(&str, Digest)]) -> Vec<u8> {
    let lines = parts.iter().map(|(name, digest)| format!("{digest} {name}\n"));
    lines.collect::<Vec<_>>().concat().into_bytes()
}

/// The parts of a key that an entry holds.
pub(super) fn read(bytes: &[u8]) -> Option<Vec<(String, Digest)>> {
    let text = str::from_utf8(bytes).ok()?;
    let part = |line: &str| {
        let (digest, name) = line.split_once(' ')?;
        Some((name.to_owned(), Digest::from_hex(digest)?))
    };
    text.lines().map(part).collect()
}

/// The names of the parts that are not what they were, in the order of the new key.
pub fn changes<'a>(
    previous: &[(String, Digest)],
    parts: &[(&'a str, Digest)],
) -> Vec<&'a str> {
    let was = |name: &str| {
        previous.iter().find(|(it, _)| it == name).map(|(_, digest)| *digest)
    };
    let changed = parts.iter().filter(|(name, digest)| was(name) != Some(*digest));
    changed.map(|(name, _)| *name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: Digest = Digest::from_bytes([1; 32]);
    const TWO: Digest = Digest::from_bytes([2; 32]);

    #[test]
    fn parts_are_read_as_they_were_written() {
        let parts = [("résumé", ONE), ("format options", TWO)];
        let expected = parts.map(|(name, digest)| (name.to_owned(), digest));
        assert_eq!(read(&write(&parts)), Some(expected.to_vec()));
        assert_eq!(read(b"abc theme\n"), None);
    }

    #[test]
    fn changes_are_parts_that_are_new_or_different() {
        let previous = [("theme".to_owned(), ONE), ("fonts".to_owned(), ONE)];
        assert_eq!(changes(&previous, &[("fonts", ONE), ("theme", ONE)]), [""; 0]);
        assert_eq!(
            changes(&previous, &[("theme", TWO), ("date", ONE)]),
            ["theme", "date"]
        );
    }
}
