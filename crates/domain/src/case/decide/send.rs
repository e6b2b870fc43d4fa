//! Intent, ten seconds to undo, try, receipt. Nothing goes out twice: an outcome nobody knows is resolved before any other try.

use super::{Case, Command, Decided, Refusal};
use crate::case::digest::Binding;
use crate::case::event::{ClockOf, Form, Outcome, SpeechEvent, Target};
use crate::case::party::Key;
use crate::case::state::{Draft, Stage};
use crate::id::MentionId;
use crate::plan::ClockKind;
use jiff::{SignedDuration, Timestamp};

/// So long a text can be taken back.
const UNDO: SignedDuration = SignedDuration::from_secs(10);

impl Case<'_> {
    pub(super) fn send(&mut self, command: &Command) -> Decided {
        match command {
            Command::Send { draft, binding, promise } => self.intend(*draft, *binding, *promise),
            Command::Undo { draft } => match self.draft_at(*draft)?.stage {
                Stage::Intended(after) if self.desk.now < after => {
                    self.emit(SpeechEvent::Undone { draft: *draft });
                    Ok(())
                }
                Stage::Released(_) => Ok(()),
                Stage::Intended(_) | Stage::Trying(_) | Stage::Unknown(_) | Stage::Sent(..) => Err(Refusal::TooLate),
                _ => Err(Refusal::Stage(*draft)),
            },
            Command::Try { draft } => self.try_once(*draft),
            Command::Came { draft, attempt, outcome } => self.came(*draft, *attempt, *outcome),
            Command::Resolve { draft, attempt, receipt, why } => {
                self.person()?;
                let found = self.draft_at(*draft)?;
                let asked = found.stage == Stage::Unknown(*attempt);
                match receipt {
                    // It was found, whatever was said before.
                    Some(_) if asked || found.lacks_receipt(*attempt) => {}
                    None if asked => {}
                    // Somebody else looked already.
                    _ if found.attempts == *attempt && matches!(found.stage, Stage::Sent(..) | Stage::Refused(_)) => {
                        return Ok(());
                    }
                    _ => return Err(Refusal::Attempt),
                }
                let (draft, attempt, receipt, why) = (*draft, *attempt, *receipt, *why);
                let was_out = found.is_sent();
                self.emit(SpeechEvent::Resolved { draft, attempt, receipt, why });
                if !was_out {
                    self.is_out(draft, None);
                }
                self.outgrow(false);
                Ok(())
            }
            Command::Copied { draft, binding, receipt, promise } => {
                self.person()?;
                let found = self.exact(*draft, *binding)?;
                let by_hand = matches!(found.wording.target, Target::ByHand(_));
                match found.stage {
                    Stage::Sent(..) => return Ok(()),
                    Stage::Released(_) if by_hand => {}
                    _ => return Err(Refusal::Stage(*draft)),
                }
                self.carried(found)?;
                self.is_ahead(*promise)?;
                self.answers_once(*draft, found)?;
                let (attempt, outcome) = (found.attempts + 1, Outcome::Sent { receipt: *receipt });
                self.emit(SpeechEvent::Trying { draft: *draft, attempt });
                self.emit(SpeechEvent::Came { draft: *draft, attempt, outcome });
                self.is_out(*draft, *promise);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn intend(&mut self, draft: u32, binding: Binding, promise: Option<Timestamp>) -> Decided {
        self.person()?;
        let found = self.exact(draft, binding)?;
        match found.stage {
            Stage::Released(_) => {}
            Stage::Refused(_) if found.released.is_some() => {}
            Stage::Intended(_) | Stage::Trying(_) | Stage::Sent(..) => return Ok(()),
            Stage::Unknown(_) => return Err(Refusal::UnderWay(draft)),
            _ => return Err(Refusal::Stage(draft)),
        }
        // A person carries it there: see `Copied`.
        if matches!(found.wording.target, Target::ByHand(_)) {
            return Err(Refusal::Stage(draft));
        }
        self.carried(found)?;
        self.is_ahead(promise)?;
        // What one person is told promises nothing to everybody.
        let promise = promise.filter(|_| found.form != Form::Reply);
        self.answers_once(draft, found)?;
        // Of text, target and account, and of this draft only: each try carries it.
        let hex = blake3::Hash::from_bytes(found.binding.0).to_hex();
        let key = Key::new(&format!("{}-{draft}", &hex[..32])).ok_or(Refusal::Stale)?;
        let after = self.desk.now.saturating_add(UNDO).unwrap_or(self.desk.now);
        self.emit(SpeechEvent::Intended { draft, binding, key, after, promise });
        Ok(())
    }

    /// The mention that a text answers. All that is written in the log of one mention answers it, wherever it goes.
    fn answered_by(&self, draft: &Draft) -> Option<MentionId> {
        draft.answers().or_else(|| self.state.mentions.keys().next().copied().filter(|_| self.everyday))
    }

    /// Whoever answers a mention holds it, and nobody answers it twice.
    fn answers_once(&self, draft: u32, found: &Draft) -> Decided {
        let Some(mention) = self.answered_by(found) else { return Ok(()) };
        self.holds(mention)?;
        match self.answers(mention, draft, found.corrects) {
            Some(other) => Err(Refusal::Answered(other)),
            None => Ok(()),
        }
    }

    /// Another text that answers this mention, is on its way to it, or may have arrived.
    fn answers(&self, mention: MentionId, but: u32, corrected: Option<u32>) -> Option<u32> {
        let there = |stage: &Stage| {
            matches!(stage, Stage::Intended(_) | Stage::Trying(_) | Stage::Unknown(_) | Stage::Sent(..))
        };
        let others = self.state.drafts.iter().filter(|(number, _)| **number != but && Some(**number) != corrected);
        let answers = |draft: &Draft| self.answered_by(draft) == Some(mention) && there(&draft.stage);
        // What a correction corrects, and what that corrected, may stand.
        let before = corrected.and_then(|number| self.state.drafts.get(&number)).and_then(|draft| draft.corrects);
        others
            .filter(|(number, _)| Some(**number) != before)
            .find(|(_, draft)| answers(draft))
            .map(|(number, _)| *number)
    }

    fn try_once(&mut self, draft: u32) -> Decided {
        let found = self.draft_at(draft)?;
        match found.stage {
            Stage::Intended(after) if self.desk.now >= after => {}
            Stage::Intended(after) => return Err(Refusal::NotYet(after)),
            Stage::Trying(_) | Stage::Unknown(_) => return Err(Refusal::UnderWay(draft)),
            _ => return Err(Refusal::Stage(draft)),
        }
        self.carried(found)?;
        let attempt = found.attempts + 1;
        self.emit(SpeechEvent::Trying { draft, attempt });
        Ok(())
    }

    fn came(&mut self, draft: u32, attempt: u32, outcome: Outcome) -> Decided {
        let found = self.draft_at(draft)?;
        let news = match (&found.stage, outcome) {
            (Stage::Trying(trying), _) if *trying == attempt => true,
            // A receipt that comes late is one: also after somebody looked and did not find it, and while it is tried once more.
            (_, Outcome::Sent { .. }) if found.lacks_receipt(attempt) => true,
            (Stage::Unknown(unknown), Outcome::Refused { .. }) if *unknown == attempt => true,
            (Stage::Unknown(unknown), Outcome::Unknown { .. }) if *unknown == attempt => false,
            (_, Outcome::Sent { .. }) if found.receipts.contains_key(&attempt) => false,
            (Stage::Sent(..) | Stage::Refused(_), _) if found.attempts == attempt => false,
            _ => return Err(Refusal::Attempt),
        };
        if news {
            let was_out = found.is_sent();
            self.emit(SpeechEvent::Came { draft, attempt, outcome });
            if !was_out {
                self.is_out(draft, None);
            }
            // The case may have risen while it was under way: another try is another release.
            self.outgrow(false);
        }
        Ok(())
    }

    /// What is promised lies ahead.
    fn is_ahead(&self, promise: Option<Timestamp>) -> Decided {
        if promise.is_some_and(|until| until <= self.desk.now) { Err(Refusal::Time) } else { Ok(()) }
    }

    /// The clocks that a text meets once it is there, and the one that it starts: what it promised, or `promise`. News that were promised are any text that
    /// everybody can read, but the first one, which promises them, and a correction, which puts right what was said.
    fn is_out(&mut self, draft: u32, promise: Option<Timestamp>) {
        let Some(found) = self.state.drafts.get(&draft).filter(|found| found.is_sent()) else { return };
        let promise = promise.or(found.promise).filter(|_| found.form != Form::Reply);
        let plan = ClockOf::Plan;
        let everybody = matches!(found.wording.target, Target::Post(_) | Target::UpdatesPage | Target::ByHand(_));
        let mut met: Vec<ClockOf> = match found.form {
            Form::Reply => self.answered_by(found).map(ClockOf::Reply).into_iter().collect(),
            Form::Holding => vec![plan(ClockKind::Holding)],
            Form::Statement => vec![plan(ClockKind::Holding), plan(ClockKind::Full)],
            Form::Update => vec![plan(ClockKind::Holding)],
        };
        if everybody && found.corrects.is_none() && matches!(found.form, Form::Statement | Form::Update) {
            met.push(plan(ClockKind::NextUpdate));
        }
        met.iter().for_each(|of| self.meet(of));
        self.drop_clock(&ClockOf::Approval(draft));
        if let Some(until) = promise {
            self.promised(until);
        }
    }
}
