//! The naive evaluator: the oracle of the matcher.

use crate::ast::{Kind, Node, Query, Sequence, Step, Wanted};
use crate::document::{Document, words};

/// Whether a post matches a query: read straight off its definition, every word compared with every step.
pub fn evaluate(query: &Query, document: &Document<'_>) -> bool {
    evaluate_any([query], document)
}

/// Whether a post matches any of the queries, by the same definition; its words are cut once for all of them.
pub fn evaluate_any<'q>(queries: impl IntoIterator<Item = &'q Query>, document: &Document<'_>) -> bool {
    let mut places: Vec<Vec<(String, Option<Wanted>)>> = Vec::new();
    words(document.text, |position, _, folded, wanted, _| {
        places.resize(position as usize + 1, Vec::new());
        places[position as usize].push((folded.to_owned(), wanted));
    });
    queries.into_iter().any(|query| holds(&query.root, document, &places))
}

/// What stands at each position.
type Places = [Vec<(String, Option<Wanted>)>];

fn holds(node: &Node, document: &Document<'_>, places: &Places) -> bool {
    match &node.kind {
        Kind::Sequence(sequence) => (0..places.len()).any(|at| sequence.stands_at(at, places)),
        Kind::Near { left, right, distance } => {
            let apart = |first: &[Sequence], second: &[Sequence]| {
                ends(first, places).any(|end| {
                    let reach = end + 1..places.len().min(end + 1 + *distance as usize);
                    reach.into_iter().any(|at| second.iter().any(|s| s.stands_at(at, places)))
                })
            };
            apart(left, right) || apart(right, left)
        }
        Kind::Field(field) => document.satisfies(field),
        Kind::And(children) => children.iter().all(|child| holds(child, document, places)),
        Kind::Or(children) => children.iter().any(|child| holds(child, document, places)),
        Kind::Not(child) => !holds(child, document, places),
    }
}

/// The last positions of all occurrences of any of `sequences`.
fn ends(sequences: &[Sequence], places: &Places) -> impl Iterator<Item = usize> {
    (0..places.len())
        .flat_map(move |at| sequences.iter().filter(move |s| s.stands_at(at, places)).map(move |s| at + s.0.len() - 1))
}

impl Sequence {
    /// Whether its steps stand in a row from `at` on.
    pub(crate) fn stands_at(&self, at: usize, places: &Places) -> bool {
        self.0.iter().enumerate().all(|(i, step)| {
            places.get(at + i).is_some_and(|words| words.iter().any(|(word, wanted)| step.accepts(word, *wanted)))
        })
    }
}

impl Step {
    fn accepts(&self, word: &str, wanted: Option<Wanted>) -> bool {
        let right_kind = self.wanted == Wanted::Any || wanted == Some(self.wanted);
        right_kind && if self.prefix { word.starts_with(&self.text) } else { word == self.text }
    }
}
