//! Replies to approve: each in full, as it would go out.

use crate::pages::Shell;
use askama::Template;
use words::Words;

/// The page of one organisation.
#[derive(Clone, Debug, Template)]
#[template(path = "plan_approve.html")]
pub struct ApprovePage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation: id, name.
    pub organisation: (i64, String),
    /// The version that is read.
    pub version: i64,
    /// What is to be approved: what changed since it was, first.
    pub replies: Vec<Waiting>,
    /// Who approves: short name, how they are called, whether that is who is shown as chosen.
    pub people: Vec<(String, String, bool)>,
    /// From which day on, and until which, as days.
    pub until: (String, String),
    /// Why nothing was approved, where somebody tried.
    pub problem: Option<Unapproved>,
}

/// Why nothing was approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unapproved {
    /// Nothing was ticked.
    Nothing,
    /// It would have run out already.
    Past,
    /// What was read is not what would be sent.
    Meanwhile,
}

/// A reply that nobody has approved, or not for long any more.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Its short name and the stamp of the text that is shown.
    pub read: String,
    /// Whether it was ticked.
    pub ticked: bool,
    /// Scenario, phase, channel, language.
    pub about: String,
    /// What would go out.
    pub text: String,
    /// What became of its approval, where it had one that does not hold.
    pub lapsed: Option<Lapsed>,
}

/// An approval that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lapsed {
    /// It has run out.
    Expired,
    /// The text changed: the words that were approved, where they are known.
    Changed(Option<Apart>),
}

/// Two texts side by side: what both begin with, what only the first and only the second says, what both end with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    /// Both.
    pub before: String,
    /// What was approved.
    pub was: String,
    /// What would go out.
    pub is: String,
    /// Both.
    pub after: String,
}

impl Apart {
    /// Where two texts differ, in whole words.
    pub fn of(was: &str, is: &str) -> Self {
        let (a, b): (Vec<&str>, Vec<&str>) = (was.split_inclusive(' ').collect(), is.split_inclusive(' ').collect());
        let head = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
        let (a, b) = (&a[head..], &b[head..]);
        let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
        let (a, b) = (a.split_at(a.len() - tail), b.split_at(b.len() - tail));
        let before = is.split_inclusive(' ').take(head).collect();
        Self { before, was: a.0.concat(), is: b.0.concat(), after: b.1.concat() }
    }
}

impl Waiting {
    /// Whether the whole text is shown by itself: what changed is shown in it already.
    pub(crate) fn shows_text(&self) -> bool {
        !matches!(self.lapsed, Some(Lapsed::Changed(_)))
    }
}

impl ApprovePage {
    /// Why nothing was approved, in a sentence.
    pub(crate) fn told(&self) -> Option<String> {
        self.problem.map(|problem| {
            self.words.say(match problem {
                Unapproved::Nothing => "plan-approve-nothing",
                Unapproved::Past => "plan-approve-past",
                Unapproved::Meanwhile => "plan-approve-meanwhile",
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Apart;

    #[test]
    fn what_changed_is_told_in_whole_words() {
        let told = |was, is| {
            let apart = Apart::of(was, is);
            [apart.before, apart.was, apart.is, apart.after]
        };
        assert_eq!(told("Call 01 now. Léa", "Call 02 now. Léa"), ["Call ", "01 ", "02 ", "now. Léa"]);
        assert_eq!(told("Call.", "Call. Now."), ["", "Call.", "Call. Now.", ""]);
        assert_eq!(told("a a", "a a a"), ["a ", "", "a ", "a"]);
        assert_eq!(told("", "new"), ["", "", "new", ""]);
    }
}
