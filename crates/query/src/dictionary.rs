//! The words that queries ask for. A hash finds a slot, the text of the slot decides: equal hashes never make equal words.

use crate::ast::{Step, Wanted};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use text::token::hash;

/// What a slot's text is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SlotKind {
    Word(Wanted),
    Prefix(Wanted),
    Author,
}

impl SlotKind {
    pub(crate) fn of(step: &Step) -> Self {
        if step.prefix { Self::Prefix(step.wanted) } else { Self::Word(step.wanted) }
    }

    fn index(self) -> usize {
        match self {
            Self::Word(wanted) => wanted as usize,
            Self::Prefix(wanted) => 3 + wanted as usize,
            Self::Author => 6,
        }
    }

    /// Keeps the kinds apart in one table; plain words keep the token's own hash.
    fn key(self, hash: u64) -> u64 {
        hash ^ (self.index() as u64).wrapping_mul(0xD6E8_FEB8_6659_FD93)
    }
}

/// No slot.
const NONE: u32 = u32::MAX;

#[derive(Debug)]
struct Slot {
    key: u64,
    kind: SlotKind,
    text: Box<str>,
    uses: u32,
    /// The next slot with the same key.
    next: u32,
    /// The queries it anchors, with the matcher's flags.
    postings: Vec<u32>,
}

/// The keys are hashes already.
#[derive(Default)]
pub(crate) struct Keyed(u64);

impl Hasher for Keyed {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |h, b| h.rotate_left(8) ^ u64::from(*b));
    }
    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

type ByKey<V> = HashMap<u64, V, BuildHasherDefault<Keyed>>;

#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    slots: Vec<Slot>,
    free: Vec<u32>,
    first: ByKey<u32>,
    /// For the first three characters of a prefix: the lengths in bytes that prefixes have, and how many have it.
    lengths: ByKey<Vec<(usize, u32)>>,
    in_use: [u32; 7],
}

impl Dictionary {
    /// One more than the highest slot.
    pub(crate) fn size(&self) -> usize {
        self.slots.len()
    }

    pub(crate) fn uses_authors(&self) -> bool {
        self.in_use[SlotKind::Author.index()] > 0
    }

    /// The slot of a text, made when new; counted once more as used.
    pub(crate) fn acquire(&mut self, kind: SlotKind, text: &str) -> u32 {
        self.acquire_hashed(kind, text, hash(text))
    }

    fn acquire_hashed(&mut self, kind: SlotKind, text: &str, hash: u64) -> u32 {
        if let Some(slot) = self.find(kind, text, hash) {
            self.slots[slot as usize].uses += 1;
            return slot;
        }
        let key = kind.key(hash);
        let next = self.first.get(&key).copied().unwrap_or(NONE);
        let new = Slot { key, kind, text: text.into(), uses: 1, next, postings: Vec::new() };
        let slot = match self.free.pop() {
            Some(slot) => {
                self.slots[slot as usize] = new;
                slot
            }
            None => {
                self.slots.push(new);
                self.slots.len() as u32 - 1
            }
        };
        self.first.insert(key, slot);
        self.in_use[kind.index()] += 1;
        if let (SlotKind::Prefix(_), Some(head)) = (kind, head(text)) {
            let lengths = self.lengths.entry(head).or_default();
            match lengths.iter_mut().find(|(length, _)| *length == text.len()) {
                Some((_, count)) => *count += 1,
                None => lengths.push((text.len(), 1)),
            }
        }
        slot
    }

    /// Counts a slot as used once less; the last use frees it.
    pub(crate) fn release(&mut self, slot: u32) {
        let at = slot as usize;
        self.slots[at].uses -= 1;
        if self.slots[at].uses > 0 {
            return;
        }
        let Slot { key, kind, next, .. } = self.slots[at];
        self.unlink(slot, key, next);
        self.in_use[kind.index()] -= 1;
        let text = std::mem::take(&mut self.slots[at].text);
        if let (SlotKind::Prefix(_), Some(head)) = (kind, head(&text))
            && let Some(lengths) = self.lengths.get_mut(&head)
        {
            lengths.iter_mut().filter(|(length, _)| *length == text.len()).for_each(|(_, count)| *count -= 1);
            lengths.retain(|(_, count)| *count > 0);
            if lengths.is_empty() {
                self.lengths.remove(&head);
            }
        }
        self.free.push(slot);
    }

    fn unlink(&mut self, slot: u32, key: u64, next: u32) {
        let first = self.first.get(&key).copied().unwrap_or(NONE);
        if first != slot {
            let mut before = first;
            while before != NONE && self.slots[before as usize].next != slot {
                before = self.slots[before as usize].next;
            }
            if before != NONE {
                self.slots[before as usize].next = next;
            }
        } else if next == NONE {
            self.first.remove(&key);
        } else {
            self.first.insert(key, next);
        }
    }

    pub(crate) fn postings(&self, slot: u32) -> &[u32] {
        &self.slots[slot as usize].postings
    }

    pub(crate) fn post(&mut self, slot: u32, posting: u32) {
        self.slots[slot as usize].postings.push(posting);
    }

    /// Takes back what [`Self::post`] put there. Order is of no account: results are sorted.
    pub(crate) fn unpost(&mut self, slot: u32, is_it: impl Fn(u32) -> bool) {
        let postings = &mut self.slots[slot as usize].postings;
        if let Some(at) = postings.iter().position(|posting| is_it(*posting)) {
            postings.swap_remove(at);
        }
    }

    fn find(&self, kind: SlotKind, text: &str, hash: u64) -> Option<u32> {
        let mut slot = *self.first.get(&kind.key(hash))?;
        while let Some(found) = self.slots.get(slot as usize) {
            if found.kind == kind && *found.text == *text {
                return Some(slot);
            }
            slot = found.next;
        }
        None
    }

    /// Calls `each` with every slot that a word of a post satisfies.
    pub(crate) fn lookup(&self, folded: &str, hash: u64, wanted: Option<Wanted>, mut each: impl FnMut(u32)) {
        self.lookup_as(SlotKind::Word, folded, hash, wanted, &mut each);
        if self.lengths.is_empty() {
            return;
        }
        let Some(lengths) = head(folded).and_then(|head| self.lengths.get(&head)) else { return };
        for start in lengths.iter().filter_map(|(length, _)| folded.get(..*length)) {
            self.lookup_as(SlotKind::Prefix, start, text::token::hash(start), wanted, &mut each);
        }
    }

    fn lookup_as(
        &self,
        kind: fn(Wanted) -> SlotKind,
        text: &str,
        hash: u64,
        wanted: Option<Wanted>,
        each: &mut impl FnMut(u32),
    ) {
        if let Some(slot) = self.find(kind(Wanted::Any), text, hash) {
            each(slot);
        }
        if let Some(marked) = wanted.map(kind).filter(|kind| self.in_use[kind.index()] > 0)
            && let Some(slot) = self.find(marked, text, hash)
        {
            each(slot);
        }
    }

    pub(crate) fn lookup_author(&self, name: &str) -> Option<u32> {
        self.find(SlotKind::Author, name, hash(name))
    }
}

/// The hash of the first three characters.
fn head(text: &str) -> Option<u64> {
    let (at, c) = text.char_indices().nth(2)?;
    Some(hash(&text[..at + c.len_utf8()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_hashes_do_not_make_equal_words() {
        let any = SlotKind::Word(Wanted::Any);
        let mut dictionary = Dictionary::default();
        let slots = ["acme", "zorro", "third"].map(|text| dictionary.acquire_hashed(any, text, 7));
        assert_eq!(
            ["acme", "zorro", "third", "other"].map(|t| dictionary.find(any, t, 7)),
            [Some(slots[0]), Some(slots[1]), Some(slots[2]), None]
        );
        for (gone, rest) in [(1, [0, 2]), (2, [0, 0]), (0, [0, 0])] {
            dictionary.release(slots[gone]);
            let texts = ["acme", "zorro", "third"];
            assert_eq!(dictionary.find(any, texts[gone], 7), None);
            for kept in rest.into_iter().filter(|kept| *kept != gone) {
                assert_eq!(dictionary.find(any, texts[kept], 7), Some(slots[kept]));
            }
        }
        assert!(dictionary.first.is_empty());
        assert_eq!(dictionary.in_use, [0; 7]);
    }

    #[test]
    fn a_released_prefix_is_forgotten() {
        let mut dictionary = Dictionary::default();
        let slots = ["rapp", "rappel"].map(|text| dictionary.acquire(SlotKind::Prefix(Wanted::Any), text));
        let found = |dictionary: &Dictionary, word: &str| {
            let mut found = Vec::new();
            dictionary.lookup(word, hash(word), None, |slot| found.push(slot));
            found
        };
        assert_eq!(found(&dictionary, "rappels"), slots);
        dictionary.release(slots[0]);
        assert_eq!(found(&dictionary, "rappels"), [slots[1]]);
        dictionary.release(slots[1]);
        assert!(dictionary.lengths.is_empty());
    }
}
