//! A fingerprint that near copies share but for a few bits.
//!
//! Each of the 64 bits comes from the smallest, under one of 64 orders, of the text's words (one-bit min-hash): two texts that share
//! a part J of their words differ in about 32 × (1 − J) bits. A SimHash of the same words would scatter more: at one word
//! changed out of ten, 9 bits against 6.

use crate::hash;
use crate::words::{Sort, Words};

/// Fingerprints that differ in no more bits than this belong to near copies.
pub const NEAR: u32 = 10;

/// Two odd multipliers and offsets per bit.
const ORDERS: [(u32, u32); 64] = {
    let mut orders = [(0, 0); 64];
    let mut state = 0x0DD0_5EED_u64;
    let mut i = 0;
    while i < 64 {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        orders[i] = (z as u32, (z >> 32) as u32 | 1);
        i += 1;
    }
    orders
};

/// Whether two fingerprints are those of near copies. The fingerprint of an empty text is near nothing.
pub fn near(a: u64, b: u64) -> bool {
    a != 0 && b != 0 && (a ^ b).count_ones() <= NEAR
}

/// The fingerprint of a text's words; addresses, handles and emoji do not count. 0 when there are none.
pub(crate) fn fingerprint(words: &Words) -> u64 {
    let mut least = [u32::MAX; 64];
    let mut some = false;
    for word in words.words.iter().filter(|word| word.sort == Sort::Word) {
        let hash = hash::mix(word.hash) as u32;
        some = true;
        for (least, (offset, odd)) in least.iter_mut().zip(&ORDERS) {
            let value = (hash ^ offset).wrapping_mul(*odd);
            *least = (*least).min(value ^ (value >> 15));
        }
    }
    if !some {
        return 0;
    }
    least.iter().enumerate().fold(0, |print, (bit, least)| print | u64::from(least & 1) << bit).max(1)
}
