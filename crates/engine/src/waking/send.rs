//! Messages leave the house: each tried until it is taken, cannot be, is acknowledged, or is too old.

use super::phrase::Letter;
use super::{EngineError, Roster, Waking};
use crate::bus::Change;
use connect::outbound::{Entropy, SettingsError, Target};
use domain::id::{OrganisationId, PersonId};
use domain::target::{Answer, Outcome, Reason, Why};
use domain::waking::{Command, Outcome as Came, Standing};
use jiff::{SignedDuration, Timestamp};
use store::{OutboxRow, OutboxState, Tried};

/// Messages taken at a time.
const TAKEN: i64 = 32;
/// The wait after the first failure; each further one waits twice as long, up to the last.
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(20);
/// See [`FIRST_WAIT`].
const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(10);
/// Failures of a target one after the other before it is left alone for a while.
pub(super) const PATIENCE: i64 = 3;
/// How long a target that failed so often is left alone.
const REST: SignedDuration = SignedDuration::from_mins(5);
/// A message taken so long ago is nobody's any more: a try ends within three minutes.
const CUT_SHORT: SignedDuration = SignedDuration::from_mins(4);
/// How often a message is repeated of which it is not known whether it arrived.
const REPEATS: i64 = 3;

impl Waking {
    /// The messages whose time has come.
    ///
    /// # Errors
    /// The store's.
    pub async fn due(&self) -> Result<Vec<OutboxRow>, EngineError> {
        Ok(self.world.store.due_messages(self.world.clock.now(), TAKEN).await?)
    }

    /// Tries one message once, and writes down what came of it; then the person's next target has its turn where this one failed.
    ///
    /// # Errors
    /// The store's.
    pub async fn send(&self, row: &OutboxRow) -> Result<OutboxState, EngineError> {
        let now = self.world.clock.now();
        // All that may fail here is asked before the message is taken: one that is taken and not settled may have arrived.
        let (letter, target) = (Letter::of(row), self.target(row).await?);
        let roster = Roster::read(&self.world.store, self.world.clock.now()).await?;
        let until = match self.standing(row, letter.as_ref().ok(), &roster).await? {
            Standing::Silent => return self.put_by(row, OutboxState::Silenced).await,
            Standing::Wanted(until) => until.max(row.message.until),
        };
        if until <= now {
            return self.put_by(row, OutboxState::Stale).await;
        }
        if until > row.message.until {
            // What it is about goes on: it is still news, and waits where its target is left alone.
            self.world.store.prolong(row.id, until).await?;
            if row.message.until <= now {
                return Ok(OutboxState::Waiting);
            }
        }
        let (link, answer) = self.ways_back(row, now).await?;
        if !self.world.store.begin_sending(row.id, now).await? {
            return Ok(OutboxState::Sending);
        }
        let outcome = match (letter, target) {
            (Ok(letter), Ok(target)) => {
                let mut note = letter.note(row.unknown > 0);
                note.until = until;
                note.link = link.or(note.link);
                note.answer = answer;
                // Only a call, a case and a test may ring at night, whenever they are sent.
                let rests = roster.rules.recipients.get(&row.message.person).is_none_or(|who| who.is_quiet(now));
                note.waking &= letter.call.is_some() || letter.is_test() || letter.is_of_case() || !rests;
                self.outbound.send(&target, &note, now, &self.entropy(row, now)).await
            }
            (Err(odd), _) => refused_forever(Reason::new(Why::Settings).saying(odd)),
            (_, Err(why)) => refused_forever(why),
        };
        self.settle(row, outcome).await
    }

    /// What was being sent when its process ended, or could not write down what came of it, may have arrived: it is said again, as a
    /// repeat. A try ends within three minutes, so what began longer ago is nobody's any more, whoever else sends.
    ///
    /// # Errors
    /// The store's.
    pub async fn resume(&self) -> Result<usize, EngineError> {
        let before = self.world.clock.now().checked_sub(CUT_SHORT).unwrap_or(Timestamp::MIN);
        let rows = self.world.store.cut_short(before).await?;
        for row in &rows {
            let reason = Reason::new(Why::Stopped);
            self.settle(row, Outcome::Unknown { reason }).await?;
        }
        Ok(rows.len())
    }

    /// Whether a call is still wanted; any other message is, for as long as it was given and they belong to those it tells of.
    async fn standing(
        &self,
        row: &OutboxRow,
        letter: Option<&Letter>,
        roster: &Roster,
    ) -> Result<Standing, EngineError> {
        let Some(call) = letter.and_then(|letter| letter.call.as_ref()) else {
            let is_theirs = |of: &OrganisationId| roster.rules.is_member(row.message.person, *of);
            let all_theirs = letter.is_none_or(|letter| letter.of.iter().all(is_theirs));
            return Ok(if all_theirs { Standing::Wanted(row.message.until) } else { Standing::Silent });
        };
        let (_, book) = self.book().await?;
        Ok(book.standing(&roster.rules, call, &row.message.target.to_string()))
    }

    /// Ends a message that is not sent any more.
    async fn put_by(&self, row: &OutboxRow, state: OutboxState) -> Result<OutboxState, EngineError> {
        let tried = Tried { state, ..end(row, self.world.clock.now()) };
        self.world.store.end_sending(tried).await?;
        self.note_outcome(row, Came::Failed).await?;
        Ok(state)
    }

    /// Where a message goes; why nowhere.
    async fn target(&self, row: &OutboxRow) -> Result<Result<Target, Reason>, EngineError> {
        if let Some(complaint) = row.message.complaint {
            let address = self.world.store.complaint_address(complaint).await?;
            let settings = address.map(|(_, address)| serde_json::json!({ "address": address }).to_string());
            let settings = settings.ok_or(Reason::new(Why::Gone));
            return Ok(settings.and_then(|json| Target::parse("mail", &json).map_err(unusable)));
        }
        match self.world.store.target(row.message.person, row.message.target).await {
            Ok(target) => Ok(Target::parse(&target.kind, &target.settings).map_err(unusable)),
            Err(store::Error::NotFound) => Ok(Err(Reason::new(Why::Gone))),
            Err(error) => Err(error.into()),
        }
    }

    /// What leads whoever complained to the conversation, by a link and by an answer; every other message has its link already.
    async fn ways_back(
        &self,
        row: &OutboxRow,
        now: Timestamp,
    ) -> Result<(Option<String>, Option<Answer>), EngineError> {
        let Some(complaint) = row.message.complaint else { return Ok((None, None)) };
        let Some((organisation, _)) = self.world.store.complaint_address(complaint).await? else {
            return Ok((None, None));
        };
        let of = (organisation, complaint);
        Ok((Some(self.conversation_link(row, of, now).await?), self.answer_to(row, of, now).await?))
    }

    async fn settle(&self, row: &OutboxRow, outcome: Outcome) -> Result<OutboxState, EngineError> {
        let now = self.world.clock.now();
        let failures = match self.world.store.target(row.message.person, row.message.target).await {
            Ok(target) => target.failures + 1,
            Err(_) => 1,
        };
        let rests_until = (failures >= PATIENCE).then(|| now.saturating_add(REST).unwrap_or(now));
        let tries = row.tries.max(0) + 1;
        let (came, tried) = match outcome {
            Outcome::Sent { receipt } => {
                (Came::Delivered, Tried { state: OutboxState::Sent, receipt, ..end(row, now) })
            }
            Outcome::Refused { reason, forever: true, .. } => {
                let failed = Tried {
                    state: OutboxState::Failed,
                    reason: Some(reason.kept()),
                    target_failed: true,
                    ..end(row, now)
                };
                (Came::Failed, failed)
            }
            Outcome::Refused { reason, retry_after, .. } => {
                let wait = retry_after.unwrap_or_default().max(wait(tries));
                (Came::Failed, again(row, now, wait, &reason, rests_until))
            }
            Outcome::Unknown { reason } if row.unknown >= REPEATS => {
                let unknown =
                    Tried { state: OutboxState::Unknown, reason: Some(reason.kept()), unknown: true, ..end(row, now) };
                (Came::Unknown, unknown)
            }
            Outcome::Unknown { reason } => {
                let again = again(row, now, wait(tries), &reason, rests_until);
                (Came::Unknown, Tried { unknown: true, ..again })
            }
        };
        let state = tried.state;
        self.world.store.end_sending(tried).await?;
        self.note_outcome(row, came).await?;
        self.tell_pages(row.message.person).await?;
        if let Some(complaint) = row.message.complaint
            && let Some((organisation, _)) = self.world.store.complaint_address(complaint).await?
        {
            self.world.bus.tell(organisation, Change::Messages);
        }
        Ok(state)
    }

    /// Tells the open pages of somebody's organisations that a message was tried, or tapped.
    ///
    /// # Errors
    /// The store's.
    pub async fn tell_pages(&self, person: PersonId) -> Result<(), EngineError> {
        for (organisation, _) in self.world.store.memberships(person, self.world.clock.now()).await? {
            self.world.bus.tell(organisation.id, Change::Messages);
        }
        Ok(())
    }

    /// Tells the book what came of a call.
    async fn note_outcome(&self, row: &OutboxRow, outcome: Came) -> Result<(), EngineError> {
        let Ok(Letter { call: Some(call), .. }) = Letter::of(row) else { return Ok(()) };
        let command = Command::Came { call, target: row.message.target.to_string(), outcome };
        self.decide_on(std::slice::from_ref(&command)).await.map(|_| ())
    }

    /// Bytes that no other try gets.
    fn entropy(&self, row: &OutboxRow, now: Timestamp) -> Entropy {
        let mut entropy = [0; 48];
        let what = format!("entropy {} {} {}", row.id, row.tries, now.as_microsecond());
        blake3::Hasher::new_keyed(&self.secret).update(what.as_bytes()).finalize_xof().fill(&mut entropy);
        entropy
    }
}

fn unusable(wrong: SettingsError) -> Reason {
    Reason::new(Why::Settings).saying(wrong.to_string())
}

fn refused_forever(reason: Reason) -> Outcome {
    Outcome::Refused { reason, forever: true, retry_after: None }
}

/// The end of a message.
fn end(row: &OutboxRow, now: Timestamp) -> Tried {
    Tried {
        id: row.id,
        state: OutboxState::Sent,
        next_try_at: now,
        reason: None,
        receipt: None,
        unknown: false,
        target_failed: false,
        rests_until: None,
    }
}

/// Another try, where it is still worth one then.
fn again(
    row: &OutboxRow,
    now: Timestamp,
    wait: SignedDuration,
    reason: &Reason,
    rests_until: Option<Timestamp>,
) -> Tried {
    let next_try_at = now.saturating_add(wait).unwrap_or(Timestamp::MAX);
    let state = OutboxState::Waiting;
    Tried { state, next_try_at, reason: Some(reason.kept()), target_failed: true, rests_until, ..end(row, now) }
}

fn wait(tries: i64) -> SignedDuration {
    let doubled = 1_i32 << u32::try_from(tries - 1).unwrap_or_default().min(10);
    FIRST_WAIT.saturating_mul(doubled).min(LONGEST_WAIT)
}
