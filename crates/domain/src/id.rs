//! Typed ids. The store gives them; nobody else makes one up.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// The tenant.
    OrganisationId,
    /// Somebody with a login.
    PersonId,
    /// A brand, competitor or industry.
    BrandId,
    /// A saved boolean search.
    QueryId,
    /// One configured place to listen to.
    SourceId,
    /// A post: `period << 40 | sequence`, so ids grow with the time of arrival.
    PostId,
    /// A mention: same layout as a post's id.
    MentionId,
    /// A case.
    CaseId,
    /// An account something is sent from: one of ours on a platform, or a mailbox.
    AccountId,
    /// A scheduling tool and the key that opens it.
    ToolId,
    /// A post that waits in a queue to be published: Vigie's own or a tool's.
    ScheduledId,
}
