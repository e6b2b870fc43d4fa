//! The flat form in which a candidate is verified.

use crate::ast::{Field, Kind, Node, Sequence};
use crate::dictionary::SlotKind;
use crate::document::Document;

/// One operation. Each sets the answer; jumps read it.
#[derive(Debug)]
enum Op {
    Present(u32),
    InRow(Box<[u32]>),
    Near(Box<Near>),
    Field(Box<Field>),
    Negate,
    /// To the end of an AND whose answer is known, by index.
    JumpUnless(u32),
    /// To the end of an OR whose answer is known.
    JumpIf(u32),
}

#[derive(Debug)]
struct Near {
    left: Box<[Box<[u32]>]>,
    right: Box<[Box<[u32]>]>,
    distance: u32,
}

#[derive(Debug)]
pub(crate) struct Program(Box<[Op]>);

impl Program {
    /// Flattens a query; `slot` gives each text its slot.
    pub(crate) fn new(root: &Node, slot: &mut impl FnMut(SlotKind, &str) -> u32) -> Self {
        let mut ops = Vec::new();
        flatten(root, slot, &mut ops);
        Self(ops.into())
    }

    /// Whether a post whose words are `hits` matches.
    pub(crate) fn run(&self, document: &Document<'_>, hits: &mut Hits) -> bool {
        let (mut at, mut answer) = (0, false);
        while let Some(op) = self.0.get(at) {
            at += 1;
            match op {
                Op::Present(slot) => answer = hits.has(*slot),
                Op::InRow(slots) => answer = in_row(slots, hits),
                Op::Near(near) => answer = near.holds(hits),
                Op::Field(field) => answer = document.satisfies(field),
                Op::Negate => answer = !answer,
                Op::JumpUnless(target) if !answer => at = *target as usize,
                Op::JumpIf(target) if answer => at = *target as usize,
                Op::JumpUnless(_) | Op::JumpIf(_) => {}
            }
        }
        answer
    }
}

fn flatten(node: &Node, slot: &mut impl FnMut(SlotKind, &str) -> u32, ops: &mut Vec<Op>) {
    match &node.kind {
        Kind::Sequence(sequence) => {
            let slots = slots_of(sequence, slot);
            ops.push(if let [only] = *slots { Op::Present(only) } else { Op::InRow(slots) });
        }
        Kind::Near { left, right, distance } => {
            let mut side = |sequences: &[Sequence]| sequences.iter().map(|s| slots_of(s, slot)).collect();
            ops.push(Op::Near(Box::new(Near { left: side(left), right: side(right), distance: *distance })));
        }
        Kind::Field(Field::Author(name)) => ops.push(Op::Present(slot(SlotKind::Author, name))),
        Kind::Field(field) => ops.push(Op::Field(Box::new(field.clone()))),
        Kind::Not(child) => {
            flatten(child, slot, ops);
            ops.push(Op::Negate);
        }
        Kind::And(children) => joined(children, Op::JumpUnless, slot, ops),
        Kind::Or(children) => joined(children, Op::JumpIf, slot, ops),
    }
}

fn joined(children: &[Node], jump: fn(u32) -> Op, slot: &mut impl FnMut(SlotKind, &str) -> u32, ops: &mut Vec<Op>) {
    let mut jumps = Vec::new();
    for (i, child) in children.iter().enumerate() {
        if i > 0 {
            jumps.push(ops.len());
            ops.push(jump(0));
        }
        flatten(child, slot, ops);
    }
    let end = ops.len() as u32;
    for at in jumps {
        ops[at] = jump(end);
    }
}

fn slots_of(sequence: &Sequence, slot: &mut impl FnMut(SlotKind, &str) -> u32) -> Box<[u32]> {
    sequence.0.iter().map(|step| slot(SlotKind::of(step), &step.text)).collect()
}

/// End of a list.
const END: u32 = u32::MAX;

/// Where the known words of one post stand. Nothing is cleared between posts: what carries an older epoch is absent.
#[derive(Debug, Default)]
pub(crate) struct Hits {
    epoch: u32,
    slots: Vec<Places>,
    /// Position, and the index of the next one of the same slot.
    places: Vec<(u32, u32)>,
    cursors: Vec<u32>,
    left: Vec<(u32, u32)>,
    right: Vec<(u32, u32)>,
}

/// The list of one slot's positions, by indices into `places`.
#[derive(Clone, Copy, Debug, Default)]
struct Places {
    epoch: u32,
    first: u32,
    last: u32,
}

impl Hits {
    /// Starts a post; answers its epoch.
    pub(crate) fn begin(&mut self, slots: usize) -> u32 {
        if self.slots.len() < slots {
            self.slots.resize(slots, Places::default());
        }
        if self.epoch == u32::MAX {
            self.slots.fill(Places::default());
            self.epoch = 0;
        }
        self.epoch += 1;
        self.places.clear();
        self.epoch
    }

    /// Notes a slot at a position (positions never go down); answers whether it is the slot's first.
    pub(crate) fn add(&mut self, slot: u32, position: u32) -> bool {
        let new = self.places.len() as u32;
        let list = &mut self.slots[slot as usize];
        if list.epoch != self.epoch {
            *list = Places { epoch: self.epoch, first: new, last: new };
            self.places.push((position, END));
            return true;
        }
        let last = &mut self.places[list.last as usize];
        if last.0 != position {
            last.1 = new;
            list.last = new;
            self.places.push((position, END));
        }
        false
    }

    fn has(&self, slot: u32) -> bool {
        self.slots[slot as usize].epoch == self.epoch
    }

    fn first(&self, slot: u32) -> u32 {
        let list = self.slots[slot as usize];
        if list.epoch == self.epoch { list.first } else { END }
    }
}

fn in_row(slots: &[u32], hits: &mut Hits) -> bool {
    let mut found = false;
    each_row(slots, hits, |_| {
        found = true;
        false
    });
    found
}

/// Calls `each` with the first position of every occurrence until it answers `false`. All lists are walked once, side by side.
fn each_row(slots: &[u32], hits: &mut Hits, mut each: impl FnMut(u32) -> bool) {
    let mut cursors = std::mem::take(&mut hits.cursors);
    cursors.clear();
    cursors.extend(slots.iter().map(|slot| hits.first(*slot)));
    'starts: while let Some(&(start, next)) = cursors.first().and_then(|at| hits.places.get(*at as usize)) {
        cursors[0] = next;
        for (offset, cursor) in (1..).zip(&mut cursors[1..]) {
            let place = loop {
                match hits.places.get(*cursor as usize) {
                    Some((place, next)) if *place < start + offset => *cursor = *next,
                    Some((place, _)) => break *place,
                    None => break 'starts,
                }
            };
            if place != start + offset {
                continue 'starts;
            }
        }
        if !each(start) {
            break;
        }
    }
    hits.cursors = cursors;
}

impl Near {
    fn holds(&self, hits: &mut Hits) -> bool {
        let (mut left, mut right) = (std::mem::take(&mut hits.left), std::mem::take(&mut hits.right));
        occurrences(&self.left, hits, &mut left);
        let mut found = false;
        if !left.is_empty() {
            occurrences(&self.right, hits, &mut right);
            found = follows(&left, &right, self.distance) || follows(&right, &left, self.distance);
        }
        (hits.left, hits.right) = (left, right);
        found
    }
}

/// First and last positions of all occurrences, by first position.
fn occurrences(sequences: &[Box<[u32]>], hits: &mut Hits, out: &mut Vec<(u32, u32)>) {
    out.clear();
    for slots in sequences {
        let length = slots.len() as u32;
        each_row(slots, hits, |start| {
            out.push((start, start + length - 1));
            true
        });
    }
    out.sort_unstable();
}

/// Whether one of `second` starts after one of `first` ends, at most `distance` tokens on.
fn follows(first: &[(u32, u32)], second: &[(u32, u32)], distance: u32) -> bool {
    first.iter().any(|(_, end)| {
        let next = second.partition_point(|(start, _)| start <= end);
        second.get(next).is_some_and(|(start, _)| start - end <= distance)
    })
}
