//! Scheduled marketing: what waits to go out, and the leases that hold it. Asked at the send point, for each post.

use crate::case::event::Thaw;
use crate::id::CaseId;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// What is later than this does not go out by itself: its hour was chosen for another moment, somebody looks first.
pub const LATE: SignedDuration = SignedDuration::from_mins(15);
/// Two posts of one account that are let go do not go out closer to each other.
pub const APART: SignedDuration = SignedDuration::from_mins(10);

/// What is the matter with a scheduled post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It goes out when its time has come.
    Queued,
    /// A tool is being told to hold it: until it says so, it may go out.
    Holding,
    /// It does not go out until somebody decides.
    Held,
    /// It is being written anew.
    Draft,
    /// It is being sent.
    Sending,
    /// It is out.
    Sent,
    /// It may be out or not.
    Unknown,
    /// It could not be sent.
    Failed,
    /// It is not published. It stays in the list.
    Withdrawn,
    /// It left its tool's queue: out, or taken out there.
    Gone,
    /// It waits in the queue of a tool whose channel is nobody's here any more: as it is there, and not touched.
    Left,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 11] = [
        Self::Queued,
        Self::Holding,
        Self::Held,
        Self::Draft,
        Self::Sending,
        Self::Sent,
        Self::Unknown,
        Self::Failed,
        Self::Withdrawn,
        Self::Gone,
        Self::Left,
    ];

    /// Its name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Holding => "holding",
            Self::Held => "held",
            Self::Draft => "draft",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Unknown => "unknown",
            Self::Failed => "failed",
            Self::Withdrawn => "withdrawn",
            Self::Gone => "gone",
            Self::Left => "left",
        }
    }

    /// Of its name in data.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether nothing follows any more.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Sent | Self::Withdrawn | Self::Gone | Self::Left)
    }
}

/// One case's hold on one account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lease {
    /// Whose.
    pub case: CaseId,
    /// Its number in that case: a later one fences an earlier one off.
    pub fence: u32,
    /// Kinds that still go out, as the plan names them.
    pub allow: Vec<String>,
    /// Since when.
    pub since: Timestamp,
    /// When it ended.
    pub until: Option<Timestamp>,
}

impl Lease {
    /// Whether it holds a post of that kind; of several, separated by commas, one that is let out is enough.
    pub fn holds(&self, label: Option<&str>) -> bool {
        let let_out = |label: &str| label.split(',').any(|label| self.allow.iter().any(|kind| same_kind(kind, label)));
        self.until.is_none() && !label.is_some_and(let_out)
    }
}

/// Whether two names are of one kind: spaces, case and a hyphen make no other kind.
pub fn same_kind(one: &str, other: &str) -> bool {
    let plain = |name: &str| {
        let spaced = name.to_lowercase().replace(['-', '_'], " ");
        spaced.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    !plain(one).is_empty() && plain(one) == plain(other)
}

/// The first lease that holds a post of that kind.
pub fn held_by<'l>(leases: &'l [Lease], label: Option<&str>) -> Option<&'l Lease> {
    leases.iter().find(|lease| lease.holds(label))
}

/// Whether a post may go out at this very moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    /// It may.
    Goes,
    /// Its time has not come.
    NotYet,
    /// A case holds its account.
    Held,
    /// It is too late for it to go out by itself.
    Late,
}

/// Asked at the send point, in the transaction that takes the post.
pub fn leave(due: Timestamp, label: Option<&str>, leases: &[Lease], now: Timestamp) -> Leave {
    match () {
        () if held_by(leases, label).is_some() => Leave::Held,
        () if due > now => Leave::NotYet,
        () if due.duration_until(now) > LATE => Leave::Late,
        () => Leave::Goes,
    }
}

/// Why a held post is not let go so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// A case still holds its account.
    #[error("a case still holds the account: end the freeze first, or choose to write it anew or not to publish it")]
    Frozen,
    /// The time is past, or nearer than the tool takes it.
    #[error("the time is past or too near: choose a later one")]
    Time,
    /// Another post of the account goes out at about that time.
    #[error("another post of the account goes out within ten minutes of it: what was held does not go out in a burst")]
    Burst,
    /// Its tool takes no other time from here.
    #[error("its tool takes no other time from here: give it its date there, then let it go as planned")]
    Elsewhere,
}

/// When a held post goes out if it is let go so; `None` where it does not. `others` are the times at which other posts of its account
/// go out, `lead` the least time ahead that its tool takes.
///
/// # Errors
/// Why not so.
pub fn thawed(
    thaw: Thaw,
    (due, label): (Timestamp, Option<&str>),
    leases: &[Lease],
    others: &[Timestamp],
    (now, lead): (Timestamp, SignedDuration),
) -> Result<Option<Timestamp>, Misfit> {
    let at = match thaw {
        Thaw::Reschedule(at) => at,
        Thaw::AsItWas => due,
        Thaw::Rewrite | Thaw::Withdraw => return Ok(None),
    };
    match () {
        () if held_by(leases, label).is_some() => Err(Misfit::Frozen),
        () if now.duration_until(at) <= lead => Err(Misfit::Time),
        () if others.iter().any(|other| other.duration_until(at).abs() < APART) => Err(Misfit::Burst),
        () => Ok(Some(at)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> Timestamp {
        Timestamp::from_second(1_772_409_600 + 60 * minutes).unwrap()
    }

    fn lease(allow: &[&str], until: Option<i64>) -> Lease {
        let allow = allow.iter().map(|kind| (*kind).to_owned()).collect();
        Lease { case: CaseId(1), fence: 1, allow, since: at(0), until: until.map(at) }
    }

    #[test]
    fn a_post_leaves_on_time_and_only_past_every_lease() {
        let (open, over) = (lease(&["Opening-hours", "safety"], None), lease(&[], Some(1)));
        let strict = lease(&[], None);
        for (due, label, leases, expected) in [
            (0, None, vec![], Leave::Goes),
            (-15, None, vec![], Leave::Goes),
            (-16, None, vec![], Leave::Late),
            (1, None, vec![], Leave::NotYet),
            (0, None, vec![over.clone()], Leave::Goes),
            (0, None, vec![open.clone()], Leave::Held),
            (1, None, vec![open.clone()], Leave::Held),
            (0, Some("offer"), vec![open.clone()], Leave::Held),
            (0, Some("opening hours"), vec![open.clone()], Leave::Goes),
            (0, Some(" SAFETY "), vec![over, open.clone()], Leave::Goes),
            (0, Some("offer, safety"), vec![open.clone()], Leave::Goes),
            (0, Some("offer, ,safe"), vec![open.clone()], Leave::Held),
            (0, Some("safety"), vec![open, strict], Leave::Held),
            (0, Some(""), vec![lease(&[""], None)], Leave::Held),
        ] {
            assert_eq!(leave(at(due), label, &leases, at(0)), expected, "{due} {label:?} {leases:?}");
        }
    }

    #[test]
    fn what_was_held_goes_out_ahead_apart_and_after_the_freeze() {
        let none = SignedDuration::ZERO;
        let tried = |thaw, leases: &[Lease], others: &[i64], lead| {
            let others: Vec<Timestamp> = others.iter().copied().map(at).collect();
            thawed(thaw, (at(30), None), leases, &others, (at(0), lead))
        };
        assert_eq!(tried(Thaw::AsItWas, &[], &[], none), Ok(Some(at(30))));
        assert_eq!(tried(Thaw::AsItWas, &[], &[20, 40], none), Ok(Some(at(30))));
        assert_eq!(tried(Thaw::AsItWas, &[], &[21], none), Err(Misfit::Burst));
        assert_eq!(tried(Thaw::AsItWas, &[lease(&[], None)], &[], none), Err(Misfit::Frozen));
        assert_eq!(tried(Thaw::Withdraw, &[lease(&[], None)], &[30], none), Ok(None));
        assert_eq!(tried(Thaw::Reschedule(at(0)), &[], &[], none), Err(Misfit::Time));
        assert_eq!(tried(Thaw::Reschedule(at(5)), &[], &[], SignedDuration::from_mins(5)), Err(Misfit::Time));
        assert_eq!(tried(Thaw::Reschedule(at(6)), &[], &[], SignedDuration::from_mins(5)), Ok(Some(at(6))));
    }
}
