//! What must be in a post for a query to match at all.

use crate::ast::{Field, Kind, Node, Sequence, Step};
use crate::diagnostic::{Code, Diagnostic};
use std::ops::Range;

/// Something of which at least one stands in every post that a query matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor<'q> {
    Step(&'q Step),
    Author(&'q str),
}

/// Refuses a query that could match without any anchor.
pub(crate) fn require_anchor(root: &Node) -> Result<(), Diagnostic> {
    match unanchored(root) {
        Some((code, span)) => Err(Diagnostic::new(code, span)),
        None => Ok(()),
    }
}

/// The part through which a query could match everything.
fn unanchored(node: &Node) -> Option<(Code, Range<usize>)> {
    match &node.kind {
        Kind::Sequence(_) | Kind::Near { .. } | Kind::Field(Field::Author(_)) => None,
        Kind::Field(_) => Some((Code::OnlyConditions, node.span.clone())),
        Kind::Not(_) => Some((Code::OnlyExclusions, node.span.clone())),
        Kind::Or(children) => children.iter().find_map(unanchored),
        Kind::And(children) => {
            let all: Option<Vec<_>> = children.iter().map(unanchored).collect();
            let conditions = all?.iter().any(|(code, _)| *code == Code::OnlyConditions);
            Some((if conditions { Code::OnlyConditions } else { Code::OnlyExclusions }, node.span.clone()))
        }
    }
}

/// The cheapest anchors that cover a part, with their cost; `None` where there are none. Of equal costs the first written wins.
pub(crate) fn cover<'q>(node: &'q Node, cost: &impl Fn(&Step) -> u64) -> Option<(u64, Vec<Anchor<'q>>)> {
    match &node.kind {
        Kind::Sequence(sequence) => Some(rarest(sequence, cost)),
        Kind::Near { left, right, .. } => {
            let side = |sequences: &'q [Sequence]| union(sequences.iter().map(|s| Some(rarest(s, cost))));
            [side(left), side(right)].into_iter().flatten().min_by_key(|(cost, _)| *cost)
        }
        Kind::Field(Field::Author(name)) => Some((1, vec![Anchor::Author(name)])),
        Kind::Field(_) | Kind::Not(_) => None,
        Kind::And(children) => children.iter().filter_map(|child| cover(child, cost)).min_by_key(|(cost, _)| *cost),
        Kind::Or(children) => union(children.iter().map(|child| cover(child, cost))),
    }
}

fn rarest<'q>(sequence: &'q Sequence, cost: &impl Fn(&Step) -> u64) -> (u64, Vec<Anchor<'q>>) {
    let steps = sequence.0.iter().map(|step| (cost(step), step));
    match steps.min_by_key(|(cost, _)| *cost) {
        Some((cost, step)) => (cost, vec![Anchor::Step(step)]),
        None => (u64::MAX, Vec::new()),
    }
}

fn union<'q>(covers: impl Iterator<Item = Option<(u64, Vec<Anchor<'q>>)>>) -> Option<(u64, Vec<Anchor<'q>>)> {
    covers.reduce(|all, next| {
        let ((sum, mut anchors), (cost, more)) = (all?, next?);
        anchors.extend(more);
        Some((sum.saturating_add(cost), anchors))
    })?
}
