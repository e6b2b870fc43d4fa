//! The tenant and the people of the house.

use crate::id::{OrganisationId, PersonId};
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
    /// Reads only.
    ReadOnly,
}

/// Something a role may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Right {
    /// See brands, mentions and signals.
    Read,
    /// Handle, assign and add mentions; label signals.
    Triage,
    /// Change brands, queries, sources and tokens.
    Configure,
    /// Invite people and change roles.
    ManagePeople,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 7] = [
        Self::Owner,
        Self::Lead,
        Self::Spokesperson,
        Self::SocialManager,
        Self::Legal,
        Self::Executive,
        Self::ReadOnly,
    ];

    /// The name in data and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Lead => "lead",
            Self::Spokesperson => "spokesperson",
            Self::SocialManager => "social-manager",
            Self::Legal => "legal",
            Self::Executive => "executive",
            Self::ReadOnly => "read-only",
        }
    }

    /// Reads a [`Role::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.code() == code)
    }

    /// Whether the role may do it. Deny by default.
    pub fn may(self, right: Right) -> bool {
        match right {
            Right::Read => true,
            Right::Triage => self != Self::ReadOnly,
            Right::Configure => matches!(self, Self::Owner | Self::Lead | Self::SocialManager),
            Right::ManagePeople => self == Self::Owner,
        }
    }
}
