//! Tools that cannot be held from here: told by webhook that a case holds, or holds no more. They count as held when their answer says so, and not before.

use super::Marketing;
use crate::EngineError;
use connect::publish::Account;
use domain::id::{AccountId, CaseId};
use domain::marketing::{Lease, same_kind};
use domain::publish::{Asked, Campaign, CampaignAnswer, Failed, Reason, Why};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::time::Duration;
use store::{AccountRow, CampaignTold};
use tokio::task::JoinSet;

/// Before the next try of what did not arrive.
const AGAIN: SignedDuration = SignedDuration::from_secs(10);
/// How often it is asked again whether it holds.
const EACH: SignedDuration = SignedDuration::from_secs(60);
/// The longest wait before the end of a freeze that does not arrive is told again.
const SELDOM: SignedDuration = SignedDuration::from_mins(10);
/// How long a tool that was let go is told that it may go on.
const LEAVES: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Tools that are told at once: those that were asked longest ago; the others at the next pass.
const TOGETHER: usize = 32;
/// How long they may all take: a little longer than the client waits for an answer.
const PATIENCE: Duration = Duration::from_secs(20);
/// What whoever reads of an account sees while nobody says that it holds.
const UNSAID: &str = "it took campaign.pause and did not answer that it holds: look there whether it does";
/// The same where no answer came in time.
const LATE: &str = "it did not answer in time";

impl Marketing {
    /// Tells the tools that are told by webhook what changed, several at once; `swept` says when each was last.
    ///
    /// # Errors
    /// The store's. A tool that does not answer is no error: its account says so.
    pub(super) async fn tell_campaigns(
        &self,
        hooks: &[AccountRow],
        swept: &mut BTreeMap<AccountId, Timestamp>,
    ) -> Result<(), EngineError> {
        let now = self.world.clock.now();
        let mut due = Vec::new();
        for row in hooks {
            let leases = match row.gone_at {
                // None holds what was let go.
                Some(_) => Vec::new(),
                None => self.world.store.leases(row.organisation, row.id).await?,
            };
            let Some(campaign) = to_tell(row, &leases) else { continue };
            let last = swept.get(&row.id).copied();
            if last.is_none_or(|last| last.duration_until(now) >= wait(row, &campaign, &leases, last)) {
                due.push((last, row, campaign));
            }
        }
        due.sort_by_key(|(last, row, _)| (*last, row.id));
        due.truncate(TOGETHER);
        let mut telling = JoinSet::new();
        for (_, row, campaign) in due {
            swept.insert(row.id, now);
            let (this, row) = (self.clone(), row.clone());
            telling.spawn(async move { this.tell_campaign(&row, campaign).await });
        }
        telling.join_all().await.into_iter().collect()
    }

    async fn tell_campaign(&self, row: &AccountRow, campaign: Campaign) -> Result<(), EngineError> {
        let (store, now) = (&self.world.store, self.world.clock.now());
        let answer = match Account::parse(&row.kind, &row.server, &row.token) {
            Ok(account) => {
                let asked = tokio::time::timeout(PATIENCE, self.outbound.campaign(&account, &campaign, now));
                asked.await.unwrap_or_else(|_| {
                    Err(Failed { why: Reason::new(Why::Slow, LATE).of(row.acct.as_str()), after: None })
                })
            }
            Err(why) => Err(Failed { why: Reason::new(Why::Settings, why), after: None }),
        };
        let (key, pause) = (noted(row.told.as_ref(), &campaign), campaign.asked == Asked::Pause);
        let known = row.told.as_ref().filter(|told| told.key == key);
        let done = match answer {
            // Whoever is told for so long that it may go on, and never answers, is told no more: what opens it is forgotten.
            Err(Failed { why, .. }) if row.gone_at.is_some_and(|gone| gone.duration_until(now) > LEAVES) => {
                tracing::warn!(account = %row.id, %why, "a tool that was let go could not be told that it may go on; it may hold still");
                let told = CampaignTold { key: campaign.key, at: now, answer: String::new() };
                store.campaign_told(row.organisation, row.id, &told, false, Some(&why.kept())).await
            }
            // It may have arrived all the same: what ends the freeze is told too.
            Err(Failed { why, .. }) if pause && known.is_none() => {
                let told = CampaignTold { key, at: now, answer: String::new() };
                store.campaign_told(row.organisation, row.id, &told, false, Some(&why.kept())).await
            }
            Err(Failed { why, .. }) => store.account_checked(row.organisation, row.id, Some(&why.kept()), now).await,
            Ok(CampaignAnswer { paused, said }) => {
                // Of the answers that do not say that it holds the first is kept: each may have an id of its own, and the case keeps what is
                // kept here.
                let first = known.map(|told| &told.answer).filter(|answer| pause && !paused && !answer.is_empty());
                let answer = first.cloned().unwrap_or(said);
                let problem = (pause && !paused).then(|| Reason::new(Why::Unsaid, UNSAID).kept());
                let told = CampaignTold { key, at: now, answer };
                store.campaign_told(row.organisation, row.id, &told, pause && paused, problem.as_deref()).await
            }
        };
        match done {
            // It was let go meanwhile.
            Err(store::Error::NotFound) | Ok(()) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

/// What a tool is to be told now, if anything: that the newest freeze holds until it answers that it does, with the kinds that every open
/// freeze lets out; and once none does, the end of each that it was told of, one after the other.
fn to_tell(row: &AccountRow, leases: &[Lease]) -> Option<Campaign> {
    let told = row.told.as_ref();
    let open = || leases.iter().filter(|lease| lease.until.is_none());
    let Some(newest) = open().max_by_key(|lease| (lease.since, lease.case)) else {
        let freeze = (*paused(told?).first()?).to_owned();
        let key = format!("resume-{freeze}");
        return Some(Campaign { asked: Asked::Resume, key, freeze: Some(freeze), since: None, allow: Vec::new() });
    };
    let freeze = freeze(newest.case, newest.fence);
    let key = format!("pause-{freeze}");
    // Since then other kinds may be let out.
    let changed = leases.iter().flat_map(|lease| [Some(lease.since), lease.until]).flatten().max();
    if row.listed_at > changed && told.is_some_and(|told| last(told) == key) {
        return None;
    }
    let by_all = |kind: &&String| open().all(|lease| lease.allow.iter().any(|other| same_kind(other, kind)));
    let allow = newest.allow.iter().filter(by_all).cloned().collect();
    Some(Campaign { asked: Asked::Pause, key, freeze: Some(freeze), since: Some(newest.since), allow })
}

/// How long after it was told something a tool is told this.
fn wait(row: &AccountRow, campaign: &Campaign, leases: &[Lease], last: Timestamp) -> SignedDuration {
    let before = row.told.as_ref();
    match campaign.asked {
        // The end before this one arrived.
        Asked::Resume if row.problem.is_none() && before.is_some_and(|told| told.key.starts_with("resume-")) => {
            SignedDuration::ZERO
        }
        // As long as it was tried already: 10 s, 20 s, 40 s.
        Asked::Resume => {
            let ended = leases.iter().filter_map(|lease| lease.until).max().or(row.gone_at).unwrap_or(last);
            ended.duration_until(last).clamp(AGAIN, SELDOM)
        }
        Asked::Check | Asked::Pause => {
            let same = before.is_some_and(|told| self::last(told) == campaign.key && !told.answer.is_empty());
            let answered = same && row.problem.as_deref().is_none_or(|problem| Reason::read(problem).plain == UNSAID);
            if answered { EACH } else { AGAIN }
        }
    }
}

/// What is kept of a telling: its key, and after it the freezes before it whose end is still to be told: `pause-12-2 12-1`.
fn noted(told: Option<&CampaignTold>, campaign: &Campaign) -> String {
    let before = told.map(paused).unwrap_or_default();
    let others = before.into_iter().filter(|other| campaign.freeze.as_deref() != Some(*other));
    std::iter::once(campaign.key.as_str()).chain(others).collect::<Vec<_>>().join(" ")
}

/// The key of what a tool was told last, alone.
pub(crate) fn last(told: &CampaignTold) -> &str {
    told.key.split(' ').next().unwrap_or_default()
}

/// The freezes that a tool was told of and not of their end, the latest first.
fn paused(told: &CampaignTold) -> Vec<&str> {
    let others = told.key.split(' ').skip(1);
    last(told).strip_prefix("pause-").into_iter().chain(others).collect()
}

fn freeze(case: CaseId, fence: u32) -> String {
    format!("{case}-{fence}")
}
