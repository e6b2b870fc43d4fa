//! Tools that cannot be held from here: told by webhook that a case holds, or holds no more. They count as held when their answer says so, and not before.

use super::Marketing;
use super::account::opened;
use crate::EngineError;
use domain::id::{AccountId, CaseId};
use domain::marketing::Lease;
use domain::publish::{Asked, Campaign, CampaignAnswer, Failed, Tool};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use store::{AccountRow, CampaignTold};

/// Before the next try of what did not arrive.
const AGAIN: SignedDuration = SignedDuration::from_secs(10);
/// How often it is asked again whether it holds.
const EACH: SignedDuration = SignedDuration::from_secs(60);
/// What whoever reads of an account sees while nobody says that it holds.
const UNSAID: &str = "it took campaign.pause and did not answer that it holds: look there whether it does";

impl Marketing {
    /// Tells the tools that are told by webhook what changed; `swept` says when each was last.
    ///
    /// # Errors
    /// The store's. A tool that does not answer is no error: its account says so.
    pub(super) async fn tell_campaigns(
        &self,
        accounts: &[AccountRow],
        swept: &mut BTreeMap<AccountId, Timestamp>,
    ) -> Result<(), EngineError> {
        for row in accounts.iter().filter(|row| row.kind == Tool::Webhook.code()) {
            let leases = self.world.store.leases(row.organisation, row.id).await?;
            let Some(campaign) = to_tell(row, &leases) else { continue };
            let now = self.world.clock.now();
            let answered = row.told.as_ref().is_some_and(|told| told.key == campaign.key && !told.answer.is_empty());
            let wait = if answered { EACH } else { AGAIN };
            if swept.get(&row.id).is_some_and(|last| last.duration_until(now) < wait) {
                continue;
            }
            swept.insert(row.id, now);
            self.tell_campaign(row, campaign).await?;
        }
        Ok(())
    }

    async fn tell_campaign(&self, row: &AccountRow, campaign: Campaign) -> Result<(), EngineError> {
        let (store, now) = (&self.world.store, self.world.clock.now());
        let answer = match opened(row) {
            Ok(account) => self.outbound.campaign(&account, &campaign, now).await,
            Err(why) => Err(Failed { why, after: None }),
        };
        let done = match answer {
            // It may have arrived all the same: what ends the freeze is told too.
            Err(Failed { why, .. }) if campaign.asked == Asked::Pause => {
                let told = CampaignTold { key: campaign.key, at: now, answer: String::new() };
                store.campaign_told(row.organisation, row.id, &told, false, Some(&why)).await
            }
            Err(Failed { why, .. }) => store.account_checked(row.organisation, row.id, Some(&why), now).await,
            Ok(CampaignAnswer { paused, said }) => {
                let holds = campaign.asked == Asked::Pause && paused;
                let problem = (campaign.asked == Asked::Pause && !paused).then_some(UNSAID);
                let told = CampaignTold { key: campaign.key, at: now, answer: said };
                store.campaign_told(row.organisation, row.id, &told, holds, problem).await
            }
        };
        match done {
            // It was let go meanwhile.
            Err(store::Error::NotFound) | Ok(()) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

/// What a tool is to be told now, if anything: that the last freeze holds until it answers that it does, and once that none does.
fn to_tell(row: &AccountRow, leases: &[Lease]) -> Option<Campaign> {
    let open = leases.iter().filter(|lease| lease.until.is_none()).max_by_key(|lease| (lease.since, lease.case));
    let told = row.told.as_ref();
    if let Some(lease) = open {
        let freeze = freeze(lease.case, lease.fence);
        let key = format!("pause-{freeze}");
        let holds = row.listed_at.is_some_and(|at| at > lease.since);
        if holds && told.is_some_and(|told| told.key == key) {
            return None;
        }
        let (freeze, since) = (Some(freeze), Some(lease.since));
        return Some(Campaign { asked: Asked::Pause, key, freeze, since, allow: lease.allow.clone() });
    }
    let freeze = told?.key.strip_prefix("pause-")?.to_owned();
    let key = format!("resume-{freeze}");
    Some(Campaign { asked: Asked::Resume, key, freeze: Some(freeze), since: None, allow: Vec::new() })
}

fn freeze(case: CaseId, fence: u32) -> String {
    format!("{case}-{fence}")
}
