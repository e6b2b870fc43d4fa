//! Single mentions answered where they were said, and what is done to repair: by the scripted team, through the case as people do.

use super::Drill;
use super::moves::{Move, minutes};
use crate::EngineError;
use crate::case::{Ask, Text, To};
use domain::case::Party;
use domain::case::event::{Form, Target, Test};
use domain::case::state::Draft;
use domain::id::{BrandId, CaseId, MentionId, PersonId};
use domain::mention::Sees;
use domain::organisation::Role;
use jiff::SignedDuration;
use std::cmp::Reverse;
use store::MentionFilter;

/// Mentions that are looked through.
const LOOKED: i64 = 200;
/// Who answers.
pub(super) const ANSWERS: [&str; 2] = ["social-manager", "on-call"];
/// How many mentions are taken.
const CLAIMED: usize = 3;
/// What was said before that is late already: every plan that ships answers within a day.
const LATELY: SignedDuration = SignedDuration::from_hours(20);
/// The share of those who were taken on that is to be answered, in thousandths.
const ANSWERED: i64 = 900;
/// Until when that is to hold.
const REPAIRED: SignedDuration = SignedDuration::from_hours(6);

impl Drill {
    /// Two people reach for the mentions that are heard most: one has each, the other is refused; whoever has it answers.
    pub(super) async fn claim(&mut self, case: CaseId, brand: BrandId) -> Result<(), EngineError> {
        let since = self.now().saturating_sub(LATELY).unwrap_or(self.pack.storm_at()).max(self.pack.storm_at());
        let since = Some(since);
        let filter = MentionFilter { brand: Some(brand), since, sees: Sees::All, ..MentionFilter::default() };
        let mut heard = self.world().store.mentions(self.stage.organisation.id, &filter, None, LOOKED).await?;
        let taken = self.room_of(case).await?.state.mentions;
        heard.retain(|view| !taken.contains_key(&view.mention.id));
        heard.sort_by_key(|view| (Reverse(view.post.post.author.followers), view.mention.id));
        let people = self.team.who(&ANSWERS, self.now());
        for (number, view) in (1..).zip(heard.iter().take(CLAIMED)) {
            for by in people.iter().take(2) {
                self.asks(case, *by, "claim", Ask::Claim { mention: view.mention.id }).await?;
            }
            self.later(minutes(4 * number), Move::Answer(case, brand, view.mention.id));
        }
        Ok(())
    }

    /// Whoever has a mention answers it where it was said.
    pub(super) async fn answer(&mut self, case: CaseId, brand: BrandId, mention: MentionId) -> Result<(), EngineError> {
        let open = self.room_of(case).await?;
        let held = open.state.mentions.get(&mention).and_then(|handling| handling.holder);
        let Some(by) = held.and_then(|(holder, _)| self.mate(holder)) else { return Ok(()) };
        let found = self.world().store.mention(self.stage.organisation.id, mention).await?;
        let who = found.view.post.post.author.handle.unwrap_or_default();
        let told = self.expected(brand).and_then(|expect| expect.reply.clone());
        let text = told.map_or_else(|| self.say("drill-reply"), |text| text.replace("{handle}", &who));
        let words = Text { to: To::Mention(mention), ..self.words(text, None) };
        let key = self.key(&format!("reply-{mention}"))?;
        self.asks(case, by, "draft", Ask::Draft { key, form: Form::Reply, words, corrects: None, about: None }).await?;
        let open = self.room_of(case).await?;
        let ours = |draft: &&Draft| draft.wording.target == Target::Mention(mention) && draft.is_open();
        let Some((number, draft)) = open.state.drafts.iter().find(|(_, draft)| ours(draft)) else { return Ok(()) };
        self.submit(case, *number, draft, &[by]).await
    }

    /// Who sends a text: whoever has the mention that it answers; else the first of those who write.
    pub(super) async fn sender(
        &self,
        case: CaseId,
        draft: u32,
        writes: &[&str],
    ) -> Result<Option<(PersonId, Role)>, EngineError> {
        let state = self.room_of(case).await?.state;
        let answers = state.drafts.get(&draft).and_then(|draft| match draft.wording.target {
            Target::Mention(mention) => Some(mention),
            _ => None,
        });
        let Some(mention) = answers else { return Ok(self.first(writes)) };
        let held = state.mentions.get(&mention).and_then(|handling| handling.holder);
        Ok(held.and_then(|(holder, _)| self.mate(holder)))
    }

    /// Something is done to repair, and tested by what is counted: that those who were taken on are answered.
    pub(super) async fn repair(&mut self, case: CaseId) -> Result<(), EngineError> {
        let state = self.room_of(case).await?.state;
        let Some(by) = self.leader(case).await?.filter(|_| !state.mentions.is_empty()) else { return Ok(()) };
        let key = self.key("measure")?;
        let (text, test) = (self.say("drill-measure"), Test::Answered { share: ANSWERED });
        let due = self.now().saturating_add(REPAIRED).ok();
        let take = Ask::Take { key, text, test, owner: Some(by.0), due, to: None };
        self.asks(case, by, "measure", take).await.map(drop)
    }

    /// Somebody of the team who is there.
    fn mate(&self, party: Party) -> Option<(PersonId, Role)> {
        let mate = self.team.mates.iter().find(|mate| party == Party::Member(mate.id))?;
        (!self.team.absent.contains(&mate.name)).then_some((mate.id, mate.role))
    }
}
