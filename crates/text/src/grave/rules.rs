//! The rules as they are applied, read from `rules.txt`.

use super::{Harm, MARKS};
use crate::phrases::mark;

/// One rule.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) harm: Harm,
    /// Yields to laughter and praise.
    pub(super) weak: bool,
    /// May stand after a negation.
    pub(super) negated: bool,
    /// How many words the others may stand from the event.
    pub(super) within: usize,
    /// Sets of marks, one of each must stand there; the event first.
    pub(super) needs: Vec<u128>,
    /// Marks that must not stand near.
    pub(super) unless: u128,
}

/// Reads the rules; a test shows that every line is one.
pub(super) fn read(text: &str) -> Vec<Rule> {
    text.lines().filter(|line| is_rule(line)).filter_map(rule).collect()
}

fn is_rule(line: &str) -> bool {
    !line.is_empty() && !line.starts_with('#')
}

fn rule(line: &str) -> Option<Rule> {
    let (head, marks) = line.split_once(':')?;
    let mut head = head.split_whitespace();
    let harm = Harm::from_code(head.next()?)?;
    let (mut weak, mut negated, mut within) = (false, false, None);
    for word in head {
        match word {
            "weak" => weak = true,
            "negated" => negated = true,
            _ => within = Some(word.parse().ok()?),
        }
    }
    let (needs, unless) = marks.split_once('!').unwrap_or((marks, ""));
    let needs = needs.split(',').map(set).collect::<Option<Vec<_>>>()?;
    let unless = if unless.is_empty() { 0 } else { set(unless)? };
    Some(Rule { harm, weak, negated, within: within?, needs, unless })
}

fn set(names: &str) -> Option<u128> {
    names.split('|').try_fold(0, |all, name| Some(all | mark(&MARKS, name.trim())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_rule_and_every_harm_has_some() {
        let text = include_str!("rules.txt");
        for line in text.lines().filter(|line| is_rule(line)) {
            assert!(rule(line).is_some(), "{line}");
        }
        let rules = read(text);
        assert!(Harm::ALL.iter().all(|harm| rules.iter().any(|rule| rule.harm == *harm)));
    }

    #[test]
    fn what_is_no_rule_is_refused() {
        for line in
            ["injury: poison", "injury x: poison", "fear 3: poison", "injury 3: nothing", "injury 3: poison ! x"]
        {
            assert!(rule(line).is_none(), "{line}");
        }
    }
}
