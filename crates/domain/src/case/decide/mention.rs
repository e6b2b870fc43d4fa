//! Who answers a mention, and the two exits. No verb takes one down.

use super::rule::{parties, planned, strangers};
use super::{Case, Command, Decided, Refusal};
use crate::case::event::{Exit, MentionEvent};
use crate::case::party::Party;
use crate::id::MentionId;
use crate::organisation::Role;
use crate::plan::Severity;
use crate::setup::Size;

impl Case<'_> {
    pub(super) fn mention(&mut self, command: &Command) -> Decided {
        match command {
            Command::Claim { mention, published, channel } => {
                let by = self.person()?;
                match self.holder(*mention) {
                    Some(holder) if holder == by => return Ok(()),
                    Some(holder) => return Err(Refusal::HeldBy(holder)),
                    None => self.emit(MentionEvent::Claimed { mention: *mention, by }),
                }
                self.watch_mention(*mention, *published, *channel);
            }
            Command::HandOverMention { mention, to } => {
                let from = self.mine(*mention)?;
                self.works(*to)?;
                if from != *to {
                    self.emit(MentionEvent::HandedOver { mention: *mention, from, to: *to });
                }
            }
            Command::LetGo { mention } if self.holder(*mention).is_some() => {
                self.mine(*mention)?;
                self.emit(MentionEvent::LetGo { mention: *mention });
            }
            Command::Leave { mention, exit, capture, why } => {
                self.may_leave(*exit)?;
                let known = self.state.mentions.get(mention);
                if !known.is_some_and(|handling| handling.exits.iter().any(|(_, taken, _)| taken == exit)) {
                    let (mention, exit, capture, why) = (*mention, *exit, *capture, *why);
                    self.capture(Some(mention), capture);
                    self.emit(MentionEvent::Left { mention, exit, capture, why });
                }
            }
            Command::Offer { key, mention, what, cents, authorised } => {
                if cents.is_some_and(|cents| cents < 0) {
                    return Err(Refusal::Amount);
                }
                self.works(*authorised)?;
                let (mention, what, cents, authorised) = (*mention, *what, *cents, *authorised);
                self.emit(MentionEvent::Offered { mention, what, cents, authorised, key: Some(key.clone()) });
            }
            _ => {}
        }
        Ok(())
    }

    fn holder(&self, mention: MentionId) -> Option<Party> {
        self.state.mentions.get(&mention)?.holder.map(|(party, _)| party)
    }

    /// Whoever holds it, if that is whoever asks; who leads may act for them.
    fn mine(&self, mention: MentionId) -> Result<Party, Refusal> {
        let by = self.person()?;
        match self.holder(mention) {
            None => Err(Refusal::ClaimFirst(mention)),
            Some(holder) if holder == by || self.leads().is_ok() => Ok(holder),
            Some(holder) => Err(Refusal::HeldBy(holder)),
        }
    }

    /// Whether whoever asks is the one who answers this mention.
    pub(super) fn holds(&self, mention: MentionId) -> Decided {
        match self.holder(mention) {
            None => Err(Refusal::ClaimFirst(mention)),
            Some(holder) if Some(holder) == self.desk.by.party() => Ok(()),
            Some(holder) => Err(Refusal::HeldBy(holder)),
        }
    }

    /// The same of the one mention that is answered outside a case.
    pub(super) fn holds_its_mention(&self) -> Decided {
        match self.state.mentions.keys().next() {
            Some(mention) => self.holds(*mention),
            None => Err(Refusal::NotOpen),
        }
    }

    /// Against the rules: the owner or the social manager. Illegal: legal counsel, or whom the plan names as the fallback of a crisis.
    fn may_leave(&self, exit: Exit) -> Decided {
        let by = self.person()?;
        let in_plan = |role: &str| self.desk.who(role).contains(&by);
        match exit {
            Exit::AgainstRules(_) => {
                let may =
                    matches!(self.desk.role, Some(Role::Owner | Role::SocialManager)) || in_plan("social-manager");
                if may { Ok(()) } else { Err(Refusal::Exit("the owner or the social manager")) }
            }
            Exit::Illegal(_) => self.may_notify(by),
        }
    }

    /// Whoever works alone has no counsel: the owner does it. Where none of those whom the plan names has a login, it is said who is to be invited.
    fn may_notify(&self, by: Party) -> Decided {
        let size = self.state.opening.as_ref().map_or(self.desk.plan.size, |opening| opening.size);
        let fallback = planned(&self.desk, Severity::Crisis).map_or(&[][..], |body| &body.fallback);
        let named = [self.desk.who("legal"), parties(&self.desk, fallback)].concat();
        let alone = size == Size::Solo && self.desk.role == Some(Role::Owner);
        if alone || self.desk.role == Some(Role::Legal) || named.contains(&by) {
            return Ok(());
        }
        let asked = fallback.iter().map(|name| name.value.as_str());
        let invite = strangers(&self.desk, ["legal"].into_iter().chain(asked));
        match named.is_empty() {
            true if invite.is_empty() => Err(Refusal::Exit("legal counsel, whom nobody is yet")),
            true => Err(Refusal::ExitNoLogin(invite)),
            false => Err(Refusal::Exit("legal counsel, or the fallback that the plan names")),
        }
    }
}
