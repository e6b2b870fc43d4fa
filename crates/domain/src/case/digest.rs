//! What stands for a text or a file in the log: BLAKE3, in lower-case hexadecimal, with a prefix that says what it stands for.
//!
//! Free and personal text never enters an event. A [`TextRef`] does: BLAKE3(salt ‖ text). Salt and text live in an erasable place; once they
//! are gone nobody can guess the text back from its reference, and the chain stays valid.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! digests {
    ($($(#[$doc:meta])* $name:ident $prefix:literal),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 32]);

        impl $name {
            /// What its written form begins with.
            pub const PREFIX: &str = $prefix;

            /// Reads what is written: the prefix and 64 lower-case hexadecimal digits; anything else is none.
            pub fn read(written: &str) -> Option<Self> {
                from_hex(written.strip_prefix(Self::PREFIX)?).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}{}", Self::PREFIX, blake3::Hash::from_bytes(self.0).to_hex())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), &blake3::Hash::from_bytes(self.0).to_hex()[..8])
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let written = String::deserialize(from)?;
                Self::read(&written).ok_or_else(|| serde::de::Error::custom(format!("not a hash: `{}` and 64 digits of 0-9 and a-f are", $prefix)))
            }
        }
    )*};
}

digests! {
    /// A text, by BLAKE3(salt ‖ text).
    TextRef "text:",
    /// Raw bytes as they were received or seen, by BLAKE3.
    Capture "file:",
    /// What an approval is bound to: exact text, target and account.
    Binding "bind:",
    /// One record of the log, with all before it.
    RecordHash "",
}

/// Lower case only: two spellings of one hash would be two files of one record.
pub(super) fn from_hex<const N: usize>(hex: &str) -> Option<[u8; N]> {
    let digit = |c: u8| match c {
        b'0'..=b'9' => Some(c - b'0'),
        b'a'..=b'f' => Some(c - b'a' + 10),
        _ => None,
    };
    let digits = hex.as_bytes();
    if digits.len() != 2 * N {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(bytes)
}

pub(super) fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Sixteen random bytes of the world, for one text only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Salt(pub [u8; 16]);

/// A text with its salt: what is kept in the erasable place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Its salt.
    pub salt: Salt,
    /// The exact text.
    pub text: String,
}

impl Sealed {
    /// What stands for it in the log.
    pub fn reference(&self) -> TextRef {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.salt.0);
        hasher.update(self.text.as_bytes());
        TextRef(*hasher.finalize().as_bytes())
    }
}

/// A hash over parts of which none can run into the next: each is preceded by its length.
pub(super) fn hash_parts(what: &str, parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_derive_key(what);
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    *hasher.finalize().as_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_spelling_only() {
        let hash = TextRef([0xab; 32]);
        assert_eq!(TextRef::read(&hash.to_string()), Some(hash));
        assert_eq!(Capture::read(&hash.to_string()), None);
        for bad in ["", "ab", &"AB".repeat(32), &"g0".repeat(32), &"ab".repeat(33), &"é".repeat(32)] {
            assert_eq!(RecordHash::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_salt_and_every_character_count() {
        let sealed = |salt, text: &str| Sealed { salt: Salt([salt; 16]), text: text.to_owned() }.reference();
        let one = sealed(1, "We are checking.");
        assert_eq!(one, sealed(1, "We are checking."));
        assert_ne!(one, sealed(2, "We are checking."));
        assert_ne!(one, sealed(1, "We are checking"));
    }

    #[test]
    fn parts_do_not_run_into_each_other() {
        assert_ne!(hash_parts("x", &[b"ab", b"c"]), hash_parts("x", &[b"a", b"bc"]));
        assert_ne!(hash_parts("x", &[b"a"]), hash_parts("y", &[b"a"]));
    }
}
