//! One mention: who answers it, and the two exits. There is no third.

use crate::case::digest::{Capture, TextRef};
use crate::case::party::{Key, Party};
use crate::id::MentionId;
use serde::{Deserialize, Serialize};

/// Why something is against a platform's rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Platform {
    /// Threats or calls to violence.
    Violence,
    /// Hatred of a group.
    Hatred,
    /// Harassment of a person.
    Harassment,
    /// Somebody's personal data.
    PersonalData,
    /// It is not a customer's, or it was paid for.
    NotGenuine,
    /// Advertising, or the same again and again.
    Spam,
    /// Somebody pretends to be somebody else.
    Impersonation,
}

impl Platform {
    /// Each.
    pub const ALL: [Self; 7] = [
        Self::Violence,
        Self::Hatred,
        Self::Harassment,
        Self::PersonalData,
        Self::NotGenuine,
        Self::Spam,
        Self::Impersonation,
    ];
}

/// Why something is illegal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// Defamation.
    Defamation,
    /// Insult.
    Insult,
    /// Threat.
    Threat,
    /// Hatred or discrimination.
    Hatred,
    /// Somebody's privacy or data.
    Privacy,
    /// Another's work or mark.
    Counterfeit,
    /// Another law, named in the reason.
    Other,
}

impl Ground {
    /// Each.
    pub const ALL: [Self; 7] =
        [Self::Defamation, Self::Insult, Self::Threat, Self::Hatred, Self::Privacy, Self::Counterfeit, Self::Other];
}

/// A way out for a mention that is more than criticism.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Exit {
    /// Reported to the platform as against its rules.
    AgainstRules(Platform),
    /// Notified as illegal content.
    Illegal(Ground),
}

/// What happened with a mention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MentionEvent {
    /// Somebody answers it, and nobody else does.
    Claimed {
        /// Which.
        mention: MentionId,
        /// Who.
        by: Party,
    },
    /// Another answers it.
    HandedOver {
        /// Which.
        mention: MentionId,
        /// Who had it.
        from: Party,
        /// Who has it.
        to: Party,
    },
    /// Nobody answers it any more.
    LetGo {
        /// Which.
        mention: MentionId,
    },
    /// It took one of the two exits. The mention itself stays where it is.
    Left {
        /// Which.
        mention: MentionId,
        /// Which exit.
        exit: Exit,
        /// It as it was.
        capture: Capture,
        /// The reason.
        why: TextRef,
    },
    /// Somebody was offered something.
    Offered {
        /// Answering which mention.
        mention: MentionId,
        /// What.
        what: TextRef,
        /// How much, in the smallest unit of money, where it is money.
        cents: Option<i64>,
        /// Who authorised it.
        authorised: Party,
        /// Makes a second one the same; the first version wrote none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        key: Option<Key>,
    },
}
