//! What goes out in an organisation's name: its accounts, its scheduled marketing, and the freezes that hold it.
//!
//! - [`account`]: connected by a token, checked, let go.
//! - [`write`]: posts scheduled, changed, decided on by people.
//! - [`send`]: our own queue, each post once; what nobody knows is looked for before anything else.
//! - [`sweep`]: the queues of the accounts' own servers, laid beside ours and told what is held and what is let go.
//! - [`tool`]: scheduling tools with one key for many channels, each given to one brand or left alone.
//! - `campaign`: tools that cannot be held from here, told by webhook.
//! - [`freeze`]: a case holds accounts, and is told of each post what came of it.
//!
//! Whether a post may go out is asked in the transaction that takes it ([`store::Store::take_scheduled`]), whichever process does.

pub mod account;
pub(crate) mod campaign;
pub mod freeze;
pub mod send;
pub mod sweep;
pub mod tool;
pub mod write;

use crate::EngineError;
use crate::waking::Waking;
use crate::world::World;
use connect::outbound::Outbound;
use domain::id::AccountId;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::task::JoinSet;

/// How often the queues are looked at.
const LOOK: SignedDuration = SignedDuration::from_secs(2);

/// What publishes, and holds what is to be published. Cheap to clone.
#[derive(Clone)]
pub struct Marketing {
    /// The world whose marketing it is.
    pub world: World,
    /// Where texts leave, or do not.
    pub outbound: Arc<Outbound>,
}

impl Marketing {
    /// What publishes where messages leave too.
    pub fn of(waking: &Waking) -> Self {
        Self { world: waking.world.clone(), outbound: waking.outbound.clone() }
    }

    /// Keeps sending what is due, and the queues of the accounts' servers as they are to be. One task does it all, one thing after the other: of two that tell a
    /// server a post's time, nobody could say which was heard last.
    pub fn watch(self, tasks: &mut JoinSet<()>) {
        if matches!(*self.outbound, Outbound::Sandbox) {
            return;
        }
        tasks.spawn(async move {
            let mut swept = BTreeMap::new();
            loop {
                // A task of its own: should one pass panic, the next is made all the same.
                let (this, before) = (self.clone(), swept.clone());
                let mut pass = JoinSet::new();
                pass.spawn(async move { this.pass(before).await });
                match pass.join_next().await {
                    Some(Ok(Ok(now))) => swept = now,
                    Some(Ok(Err(error))) => {
                        tracing::error!(%error, "scheduled posts could not all be looked at; they are again in two seconds");
                    }
                    Some(Err(error)) => tracing::error!(%error, "looking at scheduled posts broke; they are again in two seconds"),
                    None => {}
                }
                let next = self.world.clock.now().saturating_add(LOOK).unwrap_or(Timestamp::MAX);
                self.world.clock.sleep_until(next).await;
            }
        });
    }

    /// One pass over everything; answers when each account's server was asked last.
    async fn pass(
        &self,
        mut swept: BTreeMap<AccountId, Timestamp>,
    ) -> Result<BTreeMap<AccountId, Timestamp>, EngineError> {
        self.resume().await?;
        self.send_due().await?;
        self.look_for_unknown().await?;
        self.sweep_when_due(&mut swept).await?;
        Ok(swept)
    }
}
