//! Where in a text a query found what it looked for.

use crate::ast::{Kind, Node, Query, Sequence, Wanted};
use crate::document::words;
use std::ops::Range;
use text::token::Mark;

/// The places, in bytes, of everything in `text` that the query asks for (what it excludes is not shown). Ordered, never touching
/// each other; the sign of a hashtag or handle is included.
pub fn highlight(query: &Query, text: &str) -> Vec<Range<usize>> {
    let mut wanted = Vec::new();
    collect(&query.root, &mut wanted);
    let mut places: Vec<Range<usize>> = Vec::new();
    let mut found: Vec<Vec<(String, Option<Wanted>)>> = Vec::new();
    words(text, |position, _, folded, mark, token| {
        if places.len() == position as usize {
            let sign = if token.mark == Mark::Word { 0 } else { sign_before(text, token.start as usize) };
            places.push(token.start as usize - sign..token.end as usize);
            found.push(Vec::new());
        }
        found[position as usize].push((folded.to_owned(), mark));
    });
    let mut shown = vec![false; places.len()];
    for (at, sequence) in (0..places.len()).flat_map(|at| wanted.iter().map(move |sequence| (at, *sequence))) {
        if sequence.stands_at(at, &found) {
            shown[at..at + sequence.0.len()].fill(true);
        }
    }
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (i, place) in places.into_iter().enumerate().filter(|(i, _)| shown[*i]) {
        match ranges.last_mut() {
            Some(last) if i > 0 && shown[i - 1] && text[last.end..place.start].chars().count() <= 1 => {
                last.end = place.end
            }
            _ => ranges.push(place),
        }
    }
    ranges
}

/// The length of the `#` or `@` before a place.
fn sign_before(text: &str, at: usize) -> usize {
    text[..at].chars().next_back().filter(|c| matches!(c, '#' | '@' | '＃' | '＠')).map_or(0, char::len_utf8)
}

fn collect<'q>(node: &'q Node, out: &mut Vec<&'q Sequence>) {
    match &node.kind {
        Kind::Sequence(sequence) => out.push(sequence),
        Kind::Near { left, right, .. } => out.extend(left.iter().chain(right)),
        Kind::And(children) | Kind::Or(children) => children.iter().for_each(|child| collect(child, out)),
        Kind::Field(_) | Kind::Not(_) => {}
    }
}
