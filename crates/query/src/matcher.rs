//! Many queries at once: an index of anchors, and verification of what they bring up.

use crate::ast::{Field, Kind, Node, Query, Step};
use crate::compile::{Hits, Program};
use crate::cover::{Anchor, cover};
use crate::dictionary::{Dictionary, SlotKind};
use crate::document::{Document, author_keys, folded_name, words};
use crate::frequency::Frequencies;
use std::collections::HashMap;

/// Set in a posting when the anchor alone proves the match.
const SURE: u32 = 1 << 31;
/// Set in a posting when the query has other anchors, and may come up twice.
const MANY: u32 = 1 << 30;
const INDEX: u32 = MANY - 1;

/// Many queries, and the index that finds which of them a post matches. Adding or removing one rebuilds nothing.
#[derive(Debug, Default)]
pub struct Matcher {
    dictionary: Dictionary,
    entries: Vec<Option<Entry>>,
    free: Vec<u32>,
    by_id: HashMap<u64, u32>,
    frequencies: Frequencies,
}

#[derive(Debug)]
struct Entry {
    id: u64,
    program: Program,
    /// Every slot it acquired, once for each time.
    slots: Box<[u32]>,
    /// Those it is posted at.
    anchors: Box<[u32]>,
}

/// Working memory for matching: one for each thread, for any matcher.
#[derive(Debug, Default)]
pub struct Scratch {
    hits: Hits,
    /// The slots the post brought up, in order.
    touched: Vec<u32>,
    /// For each query the epoch in which it came up last.
    seen: Vec<u32>,
    matched: Vec<u64>,
    candidates: usize,
}

impl Scratch {
    /// How many queries the last post brought up.
    pub fn candidates(&self) -> usize {
        self.candidates
    }
}

impl Matcher {
    /// A matcher without queries.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many queries it holds.
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Learns from a post how frequent its words are: queries inserted later are anchored at rarer ones. Never changes a result.
    pub fn observe(&mut self, text: &str) {
        self.frequencies.count(text);
    }

    /// Adds a query; one with the same id is replaced.
    pub fn insert(&mut self, id: u64, query: &Query) {
        self.remove(id);
        let mut slots = Vec::new();
        let dictionary = &mut self.dictionary;
        let program = Program::new(&query.root, &mut |kind, text| {
            let slot = dictionary.acquire(kind, text);
            slots.push(slot);
            slot
        });
        let anchors = self.anchors(&query.root, &mut slots);
        let index = self.free.pop().unwrap_or_else(|| {
            self.entries.push(None);
            self.entries.len() as u32 - 1
        });
        let many = if anchors.len() > 1 { MANY } else { 0 };
        let sure = if is_sure(&query.root) { SURE } else { 0 };
        for anchor in &anchors {
            self.dictionary.post(*anchor, index | many | sure);
        }
        self.entries[index as usize] = Some(Entry { id, program, slots: slots.into(), anchors });
        self.by_id.insert(id, index);
    }

    fn anchors(&mut self, root: &Node, slots: &mut Vec<u32>) -> Box<[u32]> {
        let frequencies = &self.frequencies;
        let cost = |step: &Step| frequencies.cost(step);
        let (_, anchors) = cover(root, &cost).unwrap_or_default();
        let mut posted: Vec<u32> = Vec::with_capacity(anchors.len());
        for anchor in anchors {
            posted.push(match anchor {
                Anchor::Step(step) => self.dictionary.acquire(SlotKind::of(step), &step.text),
                Anchor::Author(name) => self.dictionary.acquire(SlotKind::Author, name),
            });
        }
        slots.extend(&posted);
        posted.sort_unstable();
        posted.dedup();
        posted.into()
    }

    /// Takes a query out; answers whether it was there.
    pub fn remove(&mut self, id: u64) -> bool {
        let Some(index) = self.by_id.remove(&id) else { return false };
        if let Some(entry) = self.entries[index as usize].take() {
            for anchor in entry.anchors {
                self.dictionary.unpost(anchor, |posting| posting & INDEX == index);
            }
            for slot in entry.slots {
                self.dictionary.release(slot);
            }
        }
        self.free.push(index);
        true
    }

    /// The ids of all queries a post matches, in ascending order.
    pub fn matches<'s>(&self, document: &Document<'_>, scratch: &'s mut Scratch) -> &'s [u64] {
        let Scratch { hits, touched, seen, matched, candidates } = scratch;
        let epoch = hits.begin(self.dictionary.size());
        if epoch == 1 {
            seen.fill(0);
        }
        seen.resize(seen.len().max(self.entries.len()), 0);
        touched.clear();
        matched.clear();
        *candidates = 0;
        words(document.text, |position, hash, folded, wanted, _| {
            self.dictionary.lookup(folded, hash, wanted, |slot| {
                if hits.add(slot, position) {
                    touched.push(slot);
                }
            });
        });
        if self.dictionary.uses_authors()
            && let Some(author) = document.author
        {
            let author = folded_name(author);
            for slot in author_keys(&author).filter_map(|key| self.dictionary.lookup_author(key)) {
                if hits.add(slot, 0) {
                    touched.push(slot);
                }
            }
        }
        for posting in touched.iter().flat_map(|slot| self.dictionary.postings(*slot)) {
            let index = (posting & INDEX) as usize;
            if posting & MANY != 0 && std::mem::replace(&mut seen[index], epoch) == epoch {
                continue;
            }
            *candidates += 1;
            let Some(entry) = &self.entries[index] else { continue };
            if posting & SURE != 0 || entry.program.run(document, hits) {
                matched.push(entry.id);
            }
        }
        matched.sort_unstable();
        matched
    }
}

/// Whether any anchor alone proves the match: single words and authors, or several of them with OR.
fn is_sure(node: &Node) -> bool {
    match &node.kind {
        Kind::Sequence(sequence) => sequence.0.len() == 1,
        Kind::Field(Field::Author(_)) => true,
        Kind::Or(children) => children.iter().all(is_sure),
        Kind::Field(_) | Kind::Near { .. } | Kind::And(_) | Kind::Not(_) => false,
    }
}
