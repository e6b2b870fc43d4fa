//! Who sits where in a drill that people play, as it is kept; and whom what comes from outside is said to.

use super::InjectRow;
use super::moves::LEAD;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Somebody of the team: a seat of the plan, and who of the organisation has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chair {
    /// Their name in the plan.
    pub seat: String,
    /// What they are called in the plan.
    pub name: String,
    /// Their roles in the plan.
    pub roles: Vec<String>,
    /// Who plays them; `None`: the rules, or somebody who was erased.
    pub person: Option<i64>,
    /// What whoever plays them is called.
    pub player: Option<String>,
    /// The number by which the logs of the drill know them; it stays when their name is erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<i64>,
    /// When whoever plays them came in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined: Option<Timestamp>,
}

impl Chair {
    fn is(&self, to: &str) -> bool {
        self.seat == to || self.roles.iter().any(|role| role == to)
    }
}

/// Those who play and to whom something is said: whoever holds the role that it is for; where the rules play that one, whoever leads; where they play that
/// too, everybody. That somebody is absent is said to all.
pub fn hear<'a>(inject: &InjectRow, chairs: &'a [Chair]) -> Vec<&'a Chair> {
    let played = || chairs.iter().filter(|chair| chair.person.is_some());
    let to = inject.to.as_deref().filter(|_| inject.kind != "absent");
    let Some(to) = to else { return played().collect() };
    let named: Vec<&Chair> = played().filter(|chair| chair.is(to)).collect();
    let leads = || played().filter(|chair| LEAD.iter().any(|role| chair.is(role))).collect::<Vec<_>>();
    [named, leads()].into_iter().find(|some| !some.is_empty()).unwrap_or_else(|| played().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chair(seat: &str, roles: &[&str], person: Option<i64>) -> Chair {
        let roles = roles.iter().map(|role| (*role).to_owned()).collect();
        let (seat, name) = (seat.to_owned(), seat.to_owned());
        Chair { seat, name, roles, person, player: None, member: None, joined: None }
    }

    #[test]
    fn what_is_said_is_heard_by_those_it_is_for_and_never_by_nobody() {
        let team = [
            chair("ana", &["lead", "legal"], Some(1)),
            chair("ben", &["press"], Some(2)),
            chair("cleo", &["technology"], None),
        ];
        let of = |kind: &str, to: Option<&str>, team: &[Chair]| {
            let (kind, to, text) = (kind.to_owned(), to.map(str::to_owned), String::new());
            let row =
                InjectRow { number: 0, kind, to, tells: text.clone(), text, due: Timestamp::UNIX_EPOCH, brought: None };
            hear(&row, team).iter().map(|chair| chair.seat.clone()).collect::<Vec<_>>()
        };
        assert_eq!(of("call", Some("press"), &team), ["ben"]);
        assert_eq!(of("call", Some("ben"), &team), ["ben"], "by their name in the plan");
        assert_eq!(of("fact", Some("legal"), &team), ["ana"]);
        assert_eq!(of("call", Some("technology"), &team), ["ana"], "the rules play that one: whoever leads");
        assert_eq!(of("call", None, &team), ["ana", "ben"]);
        assert_eq!(of("absent", Some("technology"), &team), ["ana", "ben"], "an absence is everybody's");
        assert_eq!(of("call", Some("technology"), &team[1..]), ["ben"], "nobody leads");
    }
}
