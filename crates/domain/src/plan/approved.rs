//! Replies approved beforehand. An approval is of the words that would be sent: the text with the plan's own blanks filled in. Another text, or another filling,
//! and nobody has approved it.

use super::model::{Plan, Reply};
use jiff::civil::Date;

impl Plan {
    /// Whether a rule of approval asks this person, by their name in the plan.
    pub fn asks(&self, person: &str) -> bool {
        let named = self.approvals.iter().flat_map(|rule| rule.body.any.iter().chain(&rule.body.all));
        named.flat_map(|who| self.who(&who.value)).any(|one| one.id == person)
    }

    /// The [`stamp`] of what would be sent: the reply's text, the plan's own blanks filled in; those that a case fills in stay.
    pub fn stamp_of(&self, reply: &Reply) -> String {
        stamp(&self.filled(&reply.text.value))
    }

    /// Whether what would be sent is other than what was approved.
    pub fn is_other_than_approved(&self, reply: &Reply) -> bool {
        reply.approved_text.as_ref().is_some_and(|approved| approved.value != self.stamp_of(reply))
    }

    /// Whether it may go out on that day without another question: somebody approved these very words, until a day that is not over.
    pub fn is_approved(&self, reply: &Reply, today: Date) -> bool {
        let holds = reply.expires.as_ref().is_some_and(|day| day.value >= today);
        reply.approved_by.is_some() && holds && reply.approved_text.is_some() && !self.is_other_than_approved(reply)
    }
}

/// What tells one text from another: the first 16 hexadecimal digits of its BLAKE3 hash.
pub fn stamp(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex()[..16].to_owned()
}
