//! Drafts: written, changed, read by the wording check.

use super::prepared::{blanks, goes_to, is_prepared};
use super::{Case, Command, Decided, Refusal, Words};
use crate::case::digest::{Binding, Sealed};
use crate::case::event::{ClockOf, Form, Prepared, SpeechEvent, Target, Wording};
use crate::case::party::Key;
use crate::case::state::{Draft, Stage, next};
use crate::id::MentionId;
use crate::plan::{Item, Reply};

impl Case<'_> {
    pub(super) fn speech(&mut self, command: &Command) -> Decided {
        match command {
            Command::Draft { key, form, words, corrects, about } => {
                self.person()?;
                self.draft(key, *form, words, (*corrects, *about))?;
            }
            Command::Revise { draft, words, before: kept } => {
                self.person()?;
                let found = self.draft_at(*draft)?;
                if !found.is_open() {
                    return Err(Refusal::Stage(*draft));
                }
                if found.not_found {
                    return Err(Refusal::MayBeOut(*draft));
                }
                let (form, before, about) = (found.form, found.wording.clone(), found.answers());
                // The plan may have lost the reply that a text was made from: its words stay, what was approved of that reply does not.
                let was = before.prepared.as_ref().map(|prepared| &prepared.reply);
                let is_lost =
                    |name: &String| was == Some(name) && !self.desk.plan.replies.iter().any(|it| it.id == *name);
                let mut words = words.clone();
                words.reply = words.reply.filter(|name| !is_lost(name));
                let mut wording = self.wording(form, &words, about)?;
                // The same letters under another salt are the same text: whoever saves without a change takes nobody's approval away.
                let same = |kept: &Sealed| kept.reference() == before.text && kept.text == words.text.text;
                if kept.as_ref().is_some_and(same) {
                    wording.text = before.text;
                }
                if wording != before {
                    self.emit(SpeechEvent::Revised { draft: *draft, wording });
                    self.drop_clock(&ClockOf::Approval(*draft));
                }
            }
            Command::Check { draft, binding, found } => {
                let there = self.draft_at(*draft)?;
                if there.binding != *binding {
                    return Err(Refusal::Stale);
                }
                if there.checked != Some(*found) {
                    self.emit(SpeechEvent::Checked { draft: *draft, binding: *binding, found: *found });
                }
            }
            Command::Shelve { draft } => {
                let found = self.draft_at(*draft)?;
                if found.stage == Stage::Shelved {
                    return Ok(());
                }
                if !found.is_open() {
                    return Err(Refusal::Stage(*draft));
                }
                self.emit(SpeechEvent::Shelved { draft: *draft });
                self.drop_clock(&ClockOf::Approval(*draft));
            }
            Command::PassOver { draft, binding, against, said, here, why } => {
                self.person()?;
                let found = self.exact(*draft, *binding)?;
                let (draft, binding, against, said, here, why) = (*draft, *binding, *against, *said, *here, *why);
                if found.passed_over.contains(&(against, said, here)) {
                    return Ok(());
                }
                if !found.is_open() {
                    return Err(Refusal::Stage(draft));
                }
                if against == draft || !self.draft_at(against)?.may_be_out() {
                    return Err(Refusal::Missing { what: "draft", number: against.into() });
                }
                self.emit(SpeechEvent::PassedOver { draft, binding, against, said, here, why });
            }
            _ => {}
        }
        Ok(())
    }

    pub(super) fn draft_at(&self, draft: u32) -> Result<&Draft, Refusal> {
        self.state.drafts.get(&draft).ok_or(Refusal::Missing { what: "draft", number: draft.into() })
    }

    /// A draft that says exactly this.
    pub(super) fn exact(&self, draft: u32, binding: Binding) -> Result<&Draft, Refusal> {
        let found = self.draft_at(draft)?;
        if found.binding == binding { Ok(found) } else { Err(Refusal::Stale) }
    }

    pub(super) fn draft(
        &mut self,
        key: &Key,
        form: Form,
        words: &Words,
        (corrects, about): (Option<u32>, Option<MentionId>),
    ) -> Decided {
        if let Some(corrected) = corrects
            && !self.state.drafts.get(&corrected).is_some_and(Draft::is_sent)
        {
            return Err(Refusal::Corrects);
        }
        let wording = self.wording(form, words, about)?;
        // Said once: by where it goes, by the log that it stands in, or by name.
        let about = about.filter(|_| !self.everyday && !matches!(wording.target, Target::Mention(_)));
        let draft = next(&self.state.drafts);
        self.emit(SpeechEvent::Drafted { key: key.clone(), draft, form, wording, corrects, about });
        Ok(())
    }

    fn wording(&self, form: Form, words: &Words, about: Option<MentionId>) -> Result<Wording, Refusal> {
        if words.text.text.trim().is_empty() {
            return Err(Refusal::Blank);
        }
        if !self.desk.accounts.contains(&words.account) {
            return Err(Refusal::Account);
        }
        // An agency that may only answer people tells everybody nothing.
        if form == Form::Reply && matches!(words.target, Target::Post(_) | Target::UpdatesPage) {
            return Err(Refusal::ToAll);
        }
        // What everybody is told answers nobody by name.
        if about.is_some() && form != Form::Reply {
            return Err(Refusal::ToAll);
        }
        match (&words.target, about) {
            (Target::Mention(mention), _) => self.holds(*mention)?,
            _ if self.everyday => self.holds_its_mention()?,
            (_, Some(mention)) => self.holds(mention)?,
            _ => {}
        }
        if let Some(cite) = words.cites.iter().find(|cite| !self.state.facts.contains_key(&cite.fact)) {
            return Err(Refusal::Missing { what: "fact", number: cite.fact.into() });
        }
        let reply = match &words.reply {
            Some(name) => {
                let found = self.desk.plan.replies.iter().find(|reply| reply.id == *name);
                Some(found.ok_or(Refusal::NotInPlan { what: "reply" })?)
            }
            None => None,
        };
        let mut cites = words.cites.clone();
        cites.sort_unstable();
        cites.dedup();
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Ok(Wording {
            text: words.text.reference(),
            characters: count(words.text.text.chars().count()),
            blanks: count(blanks(&words.text.text).count()),
            language: words.language,
            target: words.target.clone(),
            // Nothing else has one.
            subject: words.subject.filter(|_| matches!(words.target, Target::Mail(_))),
            account: words.account,
            cites,
            posture: words.posture.or(reply.and_then(|reply| reply.body.posture.as_ref()).map(|said| said.value)),
            prepared: reply.filter(|_| form != Form::Reply).and_then(|reply| self.prepared(reply, words)),
        })
    }

    /// The approval that a reply of the plan has, if this is that reply, unchanged and in its language.
    fn prepared(&self, reply: &Item<Reply>, words: &Words) -> Option<Prepared> {
        let body = &reply.body;
        // The one rule of the plan: of these very words, until a day that is not over.
        let today = self.desk.now.to_zoned(self.zone()).date();
        let approved = self.desk.plan.is_approved(body, today)
            && body.language.as_ref().is_some_and(|it| it.value == words.language);
        let there = body.channel.as_ref().is_none_or(|said| goes_to(&words.target, said.value));
        let template = self.desk.plan.filled(&body.text.value);
        let same = there && words.cites.is_empty() && is_prepared(self.desk.plan, &template, &words.text.text);
        let until = body.expires.as_ref().map(|said| said.value);
        (approved && same).then(|| Prepared { reply: reply.id.clone(), until })
    }
}
