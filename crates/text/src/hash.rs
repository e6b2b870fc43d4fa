//! The hashes behind features, word tables and fingerprints: fixed for ever, since the models and the stored fingerprints depend on them.

const K: u64 = 0x9E37_79B9_7F4A_7C15;

/// The hash of nothing.
pub(crate) const EMPTY: u64 = 0x51_7C_C1_B7_27_22_0A_95;

/// Adds one value to a hash. The high bits of the result are the good ones.
#[inline]
pub(crate) fn step(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(5) ^ value).wrapping_mul(K)
}

/// The hash of a text's characters.
pub(crate) fn text(text: &str) -> u64 {
    text.chars().fold(EMPTY, |hash, c| step(hash, u64::from(c)))
}

/// The bucket of a hash in a table of `2^bits`.
#[inline]
pub(crate) fn bucket(hash: u64, bits: u32) -> u32 {
    (hash >> (64 - bits)) as u32
}

/// Spreads every bit of a hash over all others.
#[inline]
pub(crate) fn mix(hash: u64) -> u64 {
    let mut h = (hash ^ (hash >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    h = (h ^ (h >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    h ^ (h >> 32)
}
