//! A map of bounded size that forgets what was not touched for longest, in two generations.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// Mixes the bits of integers. Ids are numbers the caller made, not a stranger's text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(byte.into());
        }
    }

    fn write_u64(&mut self, n: u64) {
        self.0 = mix(self.0 ^ n);
    }
}

/// Spreads a number over all 64 bits, one to one.
pub(super) fn mix(n: u64) -> u64 {
    let n = n.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let n = (n ^ (n >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let n = (n ^ (n >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    n ^ (n >> 31)
}

/// A hash map of numbers. Its order is nobody's: sort what comes out.
pub(super) type Map<K, V> = HashMap<K, V, BuildHasherDefault<Mix>>;

/// At most twice `generation` entries. What is touched moves to the young; when the young are full, the old are forgotten.
#[derive(Clone, Debug)]
pub(super) struct Recent<K, V> {
    young: Map<K, V>,
    old: Map<K, V>,
    generation: usize,
    forgotten: u64,
}

impl<K: Copy + Eq + Hash, V> Recent<K, V> {
    /// Holds at most `most` entries.
    pub(super) fn new(most: usize) -> Self {
        Self { young: Map::default(), old: Map::default(), generation: (most / 2).max(1), forgotten: 0 }
    }

    /// The entry, if it is remembered. Not a touch.
    pub(super) fn get(&self, key: K) -> Option<&V> {
        self.young.get(&key).or_else(|| self.old.get(&key))
    }

    /// The entry, touched; made where there is none.
    pub(super) fn touch(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        self.touch_or(key, make, |_, _| ())
    }

    /// The same; `gone` is given what is forgotten, in no order.
    pub(super) fn touch_or(&mut self, key: K, make: impl FnOnce() -> V, mut gone: impl FnMut(K, V)) -> &mut V {
        if self.young.len() >= self.generation && !self.young.contains_key(&key) {
            // An old entry that is touched just now is carried over.
            let kept = self.old.remove(&key);
            self.forgotten += self.old.len() as u64;
            let old = std::mem::replace(&mut self.old, std::mem::take(&mut self.young));
            old.into_iter().for_each(|(key, value)| gone(key, value));
            self.young.extend(kept.map(|value| (key, value)));
        }
        let old = &mut self.old;
        self.young.entry(key).or_insert_with(|| old.remove(&key).unwrap_or_else(make))
    }

    /// Takes an entry out.
    pub(super) fn remove(&mut self, key: K) -> Option<V> {
        self.young.remove(&key).or_else(|| self.old.remove(&key))
    }

    /// All that is remembered, in no order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (K, &V)> {
        self.young.iter().chain(&self.old).map(|(&key, value)| (key, value))
    }

    /// How many are remembered.
    pub(super) fn len(&self) -> usize {
        self.young.len() + self.old.len()
    }

    /// How many were forgotten for want of room.
    pub(super) fn forgotten(&self) -> u64 {
        self.forgotten
    }
}

#[cfg(test)]
mod tests {
    use super::Recent;

    #[test]
    fn it_holds_no_more_than_it_may_and_forgets_the_longest_untouched() {
        let mut recent = Recent::new(8);
        for key in 0u64..1000 {
            *recent.touch(key, || 0) += 1;
            *recent.touch(7, || 0) += 1;
            assert!(recent.len() <= 8);
        }
        assert_eq!(recent.get(7), Some(&1001), "what is touched all the time stays");
        assert_eq!(recent.get(3), None);
        assert_eq!(recent.get(999), Some(&1));
        assert_eq!(recent.forgotten(), 1000 - recent.len() as u64);
        assert_eq!(recent.remove(999), Some(1));
        assert_eq!(recent.iter().count(), recent.len());
    }
}
