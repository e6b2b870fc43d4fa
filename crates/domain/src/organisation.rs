//! The tenant and the people of the house.

use crate::id::{OrganisationId, PersonId};
use crate::mention::Sees;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The tenant; an agency has one per client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// Since when.
    pub created_at: Timestamp,
}

/// Somebody with a login. What they may do is said by their membership of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their name as shown.
    pub name: String,
    /// Their login; unique in the house, lower case.
    pub email: String,
    /// `fr`, `en`, `fy` or `nl`.
    pub locale: String,
    /// IANA time zone.
    pub zone: String,
}

/// What somebody is in an organisation. Rights are data: see [`Role::may`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Everything, people and settings included.
    Owner,
    /// Takes charge in a crisis.
    Lead,
    /// Speaks for the organisation.
    Spokesperson,
    /// Triage, replies, sources.
    SocialManager,
    /// Legal counsel.
    Legal,
    /// Decides and approves.
    Executive,
    /// Works for the organisation until a day that is agreed; never without an end.
    Agency,
    /// Sees what is said and what is made of it, not how the house works.
    Client,
    /// Reads only.
    ReadOnly,
    /// Reads everything, people and access included; changes nothing.
    Auditor,
}

/// Something a role may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Right {
    /// See brands, mentions, signals with their assessments, the week and the plan.
    Read,
    /// See how it works: queries, sources, rules, the team, who is called and was.
    Inspect,
    /// Handle, assign and add mentions; label signals.
    Triage,
    /// Change brands, queries, sources, rules and the plan; make and revoke tokens.
    Configure,
    /// See who has access: logins, invitations, tokens.
    Audit,
    /// Invite people and change roles.
    ManagePeople,
    /// Lead a drill.
    Rehearse,
}

impl Right {
    /// Every right.
    pub const ALL: [Self; 7] =
        [Self::Read, Self::Inspect, Self::Triage, Self::Configure, Self::Audit, Self::ManagePeople, Self::Rehearse];
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 10] = [
        Self::Owner,
        Self::Lead,
        Self::Spokesperson,
        Self::SocialManager,
        Self::Legal,
        Self::Executive,
        Self::Agency,
        Self::Client,
        Self::ReadOnly,
        Self::Auditor,
    ];

    /// What of the mentions they are shown: what was written in private, where they may answer it.
    pub fn sees(self) -> Sees {
        if self.may(Right::Triage) { Sees::All } else { Sees::Open }
    }

    /// The name in data and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Lead => "lead",
            Self::Spokesperson => "spokesperson",
            Self::SocialManager => "social-manager",
            Self::Legal => "legal",
            Self::Executive => "executive",
            Self::Agency => "agency",
            Self::Client => "client",
            Self::ReadOnly => "read-only",
            Self::Auditor => "auditor",
        }
    }

    /// Reads a [`Role::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.code() == code)
    }

    /// What the role may do: the one table. What is not in it, nobody may.
    pub fn rights(self) -> &'static [Right] {
        use Right::{Audit, Configure, Inspect, ManagePeople, Read, Rehearse, Triage};
        match self {
            Self::Owner => &[Read, Inspect, Triage, Configure, Audit, ManagePeople, Rehearse],
            Self::Lead => &[Read, Inspect, Triage, Configure, Audit, Rehearse],
            Self::SocialManager => &[Read, Inspect, Triage, Configure, Audit],
            Self::Spokesperson | Self::Legal | Self::Executive | Self::Agency => &[Read, Inspect, Triage],
            Self::Auditor => &[Read, Inspect, Audit],
            Self::ReadOnly => &[Read, Inspect],
            Self::Client => &[Read],
        }
    }

    /// Whether the role may write down that somebody else approved a text.
    pub fn records_for_others(self) -> bool {
        matches!(self, Self::Owner | Self::Lead)
    }

    /// Whether the role may do it. Deny by default.
    pub fn may(self, right: Right) -> bool {
        self.rights().contains(&right)
    }
}

/// What somebody is in an organisation, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Membership {
    /// What they are.
    pub role: Role,
    /// From then on they are nothing there; `None`: no end is set.
    #[serde(default)]
    pub until: Option<Timestamp>,
}

/// Why nobody can be made a member so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MembershipError {
    /// An agency's work ends on a day.
    #[error("an agency needs the day on which its work ends; nothing was changed")]
    WithoutEnd,
    /// The end is not to come.
    #[error("the end must be in the future: to end it now, take the person out; nothing was changed")]
    Past,
}

impl From<Role> for Membership {
    /// Without an end.
    fn from(role: Role) -> Self {
        Self { role, until: None }
    }
}

impl Membership {
    /// A membership as it may be given at that time.
    ///
    /// # Errors
    /// An agency without an end, or an end that is over.
    pub fn new(role: Role, until: Option<Timestamp>, now: Timestamp) -> Result<Self, MembershipError> {
        match until {
            None if role == Role::Agency => Err(MembershipError::WithoutEnd),
            Some(end) if end <= now => Err(MembershipError::Past),
            _ => Ok(Self { role, until }),
        }
    }

    /// Whether it holds at that time; afterwards nothing opens by it.
    pub fn holds(self, at: Timestamp) -> bool {
        self.until.is_none_or(|end| at < end)
    }
}
