//! Invitations into an organisation that is there: made, listed, taken back before somebody follows them.

use super::{Answers, Step};
use crate::EngineError;
use domain::id::{OrganisationId, PersonId};
use domain::organisation::{Membership, Right, Role};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::Store;

/// What somebody is invited to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invited {
    /// Where.
    pub organisation: OrganisationId,
    /// As what.
    pub role: Role,
    /// Who invites; the operator by the command line where it is nobody.
    #[serde(default)]
    pub by: Option<PersonId>,
    /// Until when they will be a member; `None`: no end.
    #[serde(default)]
    pub until: Option<Timestamp>,
}

impl Invited {
    /// What who follows it becomes.
    pub fn membership(&self) -> Membership {
        Membership { role: self.role, until: self.until }
    }
}

/// An invitation that nobody has followed yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Its id: the first 53 bits of the digest of its secret, which tell nobody the secret, so that every JSON reader keeps them whole.
    pub id: i64,
    /// To what.
    pub invited: Invited,
    /// From then on its link opens nothing.
    pub expires_at: Timestamp,
    digest: [u8; 32],
}

impl Invitation {
    fn new(digest: [u8; 32], invited: Invited, expires_at: Timestamp) -> Self {
        let id = digest.iter().take(8).fold(0, |id, byte| id << 8 | u64::from(*byte)) >> 11;
        Self { id: id.cast_signed(), invited, expires_at, digest }
    }
}

/// Opens an invitation by a link; only the digest of its secret is kept.
///
/// # Errors
/// The store's.
pub async fn invite(
    store: &Store,
    digest: [u8; 32],
    invited: Invited,
    (at, expires_at): (Timestamp, Timestamp),
) -> Result<Invitation, EngineError> {
    let answers = Answers { invited: Some(invited), reached: Step::Account, ..Answers::default() };
    store.begin_setup(&digest, false, at, expires_at).await?;
    store.save_setup(&digest, &serde_json::to_string(&answers)?).await?;
    Ok(Invitation::new(digest, invited, expires_at))
}

/// Whether it still leads to a membership, and whoever invited may still do so: an invitation must not outlive their right to it.
///
/// # Errors
/// The store's.
pub async fn holds(store: &Store, invited: &Invited, at: Timestamp) -> Result<bool, EngineError> {
    if !invited.membership().holds(at) {
        return Ok(false);
    }
    let Some(by) = invited.by else { return Ok(true) };
    let memberships = store.memberships(by, at).await?;
    Ok(memberships.iter().any(|(of, role)| of.id == invited.organisation && role.may(Right::ManagePeople)))
}

/// The invitations into an organisation that still let somebody in, oldest first.
///
/// # Errors
/// The store's.
pub async fn invitations(
    store: &Store,
    organisation: OrganisationId,
    at: Timestamp,
) -> Result<Vec<Invitation>, EngineError> {
    let mut all = Vec::new();
    for open in store.open_setups(at).await? {
        // What cannot be read is no invitation, and must not hide the others.
        let answers = serde_json::from_str::<Answers>(&open.answers).ok();
        let invited = answers.and_then(|answers| answers.invited).filter(|to| to.organisation == organisation);
        if let Some(invited) = invited
            && holds(store, &invited, at).await?
        {
            all.push(Invitation::new(open.digest, invited, open.expires_at));
        }
    }
    Ok(all)
}

/// Takes an invitation back: its link opens nothing any more.
///
/// # Errors
/// [`store::Error::NotFound`] where the organisation has none of this id, or somebody followed it; the store's.
pub async fn take_back(store: &Store, organisation: OrganisationId, id: i64, at: Timestamp) -> Result<(), EngineError> {
    let all = invitations(store, organisation, at).await?;
    let found = all.into_iter().find(|invitation| invitation.id == id).ok_or(store::Error::NotFound)?;
    Ok(store.end_setup(&found.digest).await?)
}
