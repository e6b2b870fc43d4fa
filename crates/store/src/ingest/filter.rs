//! A Bloom filter over keys (Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970).

/// Bits for each key, and how many of them it sets: one key in 1,000 is looked up for nothing.
const BITS: usize = 16;
const MARKS: u64 = 6;

/// Says of a key that it was never marked, or that it may have been.
pub(super) struct Filter(Vec<u64>);

impl Filter {
    /// One with room for so many keys.
    pub(super) fn new(keys: usize) -> Self {
        Self(vec![0; (keys * BITS).div_ceil(64).max(1)])
    }

    /// One that was kept; bytes beyond whole words are left out.
    pub(super) fn from_bytes(bytes: &[u8]) -> Self {
        let (words, _) = bytes.as_chunks::<8>();
        Self(words.iter().map(|word| u64::from_le_bytes(*word)).collect())
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|word| word.to_le_bytes()).collect()
    }

    /// The bits of a key. Keys are digests already: their halves are as good as two hashes.
    fn bits(&self, key: i64) -> impl Iterator<Item = (usize, u64)> + use<> {
        let (key, size) = (key.cast_unsigned(), self.0.len() as u64 * 64);
        let step = key.rotate_left(32) | 1;
        (0..MARKS).map(move |i| {
            let hash = key.wrapping_add(step.wrapping_mul(i));
            let bit = ((u128::from(hash) * u128::from(size)) >> 64) as u64;
            ((bit / 64) as usize, 1 << (bit % 64))
        })
    }

    pub(super) fn mark(&mut self, key: i64) {
        for (word, bit) in self.bits(key) {
            self.0[word] |= bit;
        }
    }

    pub(super) fn may_hold(&self, key: i64) -> bool {
        self.bits(key).all(|(word, bit)| self.0[word] & bit != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::post::identity_key;

    #[test]
    fn what_was_marked_is_found_and_little_else() {
        let key = |n: u32| identity_key("feed", &n.to_string());
        let mut filter = Filter::new(40_000);
        (0..40_000).for_each(|n| filter.mark(key(n)));
        let filter = Filter::from_bytes(&filter.to_bytes());
        assert!((0..40_000).all(|n| filter.may_hold(key(n))));
        let wrong = (40_000..80_000).filter(|n| filter.may_hold(key(*n))).count();
        assert!(wrong < 200, "{wrong} of 40,000");
        assert!(!Filter::new(0).may_hold(7));
    }
}
