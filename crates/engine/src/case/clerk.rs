//! Writes out what somebody asks: texts are sealed, mentions captured, people looked for among the members.

use super::act::{Acted, Said, act};
use super::around::{Around, own_voice};
use super::ask::{Ask, Source, Text, To};
use super::crisis::payload;
use super::erase::captured;
use super::worded::worded;
use super::{CaseError, everyday, hold, seal};
use crate::EngineError;
use crate::waking::Waking;
use connect::outbound::mail::Address;
use domain::case::event::{FactSource, Form, Target};
use domain::case::{Actor, Capture, Command, Declare, Party, Sealed, Take, TextRef, Words};
use domain::id::{BrandId, CaseId, MentionId, OrganisationId, PersonId};
use domain::organisation::Role;
use domain::plan::{Channel, Item, Reply};
use domain::post::PostKind;
use jiff::Timestamp;
use text::Language;

/// Most characters of any text of a case.
const LONGEST: usize = 20_000;
/// Most characters of a letter's subject: what a mail server takes on one line.
const LONGEST_SUBJECT: usize = 150;

/// Does what somebody asks of a case.
///
/// # Errors
/// Why it is refused; [`EngineError::Report`] for what cannot be taken as it is written; the store's.
pub async fn ask(
    waking: &Waking,
    organisation: OrganisationId,
    case: CaseId,
    (person, role): (PersonId, Role),
    asked: Ask,
) -> Result<Acted, CaseError> {
    let file = waking.world.store.case(organisation, case).await?;
    everyday::fits(&waking.world, &file, &asked).await?;
    let mut clerk = Clerk { waking, organisation, case, brand: file.brand, person, said: Said::default() };
    let command = clerk.command(asked).await?;
    let said = clerk.said;
    let acted = act(waking, organisation, case, &said, |turn| {
        turn.ask(Actor::Member(person), Some(role), &command)?;
        // What is over holds no marketing: what was held stays so until somebody decides on it.
        if matches!(command, Command::Step { .. }) && !turn.state.is_live() {
            turn.ask(Actor::Member(person), Some(role), &Command::Lift)?;
        }
        Ok(())
    })
    .await?;
    match command {
        Command::Freeze { .. } => hold::account(waking, organisation, case).await?,
        Command::Thaw { .. } | Command::Lift | Command::UndoFreeze | Command::Step { .. } => {
            hold::carry(waking, organisation, case, &command).await?;
        }
        _ => {}
    }
    Ok(acted)
}

/// Writes out what somebody asks.
struct Clerk<'a> {
    waking: &'a Waking,
    organisation: OrganisationId,
    case: CaseId,
    brand: BrandId,
    person: PersonId,
    said: Said,
}

fn report(what: &str) -> EngineError {
    EngineError::Report(format!("{what}; nothing was kept"))
}

impl Clerk<'_> {
    fn sealed(&self, text: &str) -> Result<Sealed, EngineError> {
        if text.trim().is_empty() {
            return Err(report("a text is missing"));
        }
        if text.chars().count() > LONGEST {
            return Err(report(&format!("a text of a case has at most {LONGEST} characters")));
        }
        seal(&self.waking.world, text)
    }

    fn say(&mut self, text: &str) -> Result<TextRef, EngineError> {
        let sealed = self.sealed(text)?;
        Ok(self.said.say(sealed))
    }

    /// The same words under the seal that a draft knows them by, where it does: an address that was not changed is the same target.
    async fn say_again(&mut self, text: &str, draft: Option<u32>) -> Result<TextRef, EngineError> {
        let Some(draft) = draft else { return self.say(text) };
        let open = super::room(&self.waking.world, self.organisation, self.case).await?;
        let wording = open.state.drafts.get(&draft).map(|draft| &draft.wording);
        let to = wording.and_then(|wording| match wording.target {
            Target::Mail(to) => Some(to),
            _ => None,
        });
        let known = to.into_iter().chain(wording.and_then(|wording| wording.subject));
        match known.into_iter().find(|known| open.text(*known) == Some(text)) {
            Some(known) => Ok(known),
            None => self.say(text),
        }
    }

    fn may_say(&mut self, text: Option<&String>) -> Result<Option<TextRef>, EngineError> {
        text.filter(|text| !text.trim().is_empty()).map(|text| self.say(text)).transpose()
    }

    /// Only somebody of the organisation is given something.
    async fn party(&self, person: PersonId) -> Result<Party, EngineError> {
        let now = self.waking.world.clock.now();
        let members = self.waking.world.store.members(self.organisation, now).await?;
        let is_there = members.iter().any(|(member, _)| member.id == person);
        if is_there { Ok(Party::Member(person)) } else { Err(report("that person is no member of this organisation")) }
    }

    async fn maybe_party(&self, person: Option<PersonId>) -> Result<Option<Party>, EngineError> {
        match person {
            Some(person) => self.party(person).await.map(Some),
            None => Ok(None),
        }
    }

    async fn parties(&self, people: &[PersonId]) -> Result<Vec<Party>, EngineError> {
        let mut parties = Vec::new();
        for person in people {
            parties.push(self.party(*person).await?);
        }
        Ok(parties)
    }

    fn source(&mut self, source: Option<Source>) -> Result<Option<FactSource>, EngineError> {
        Ok(match source {
            None => None,
            Some(Source::Seen) => Some(FactSource::Seen),
            Some(Source::Told(by)) => Some(FactSource::Told(self.say(&by)?)),
            Some(Source::Mention(mention)) => Some(FactSource::Mention(mention)),
            Some(Source::Document(name)) => Some(FactSource::Document(self.say(&name)?)),
            Some(Source::Inferred) => Some(FactSource::Inferred),
        })
    }

    /// Captures a mention as it is now.
    async fn capture(&mut self, mention: MentionId) -> Result<Capture, EngineError> {
        let bytes = payload(&self.waking.world, self.organisation, mention).await?;
        Ok(self.said.capture(bytes))
    }

    /// What proves a fact that a mention says.
    async fn proof(&mut self, source: Option<&Source>) -> Result<Option<Capture>, EngineError> {
        match source {
            Some(Source::Mention(mention)) => self.capture(*mention).await.map(Some),
            _ => Ok(None),
        }
    }

    /// The words of a draft; without any, those of the reply of the plan that is named, in its language.
    async fn words(&mut self, mut words: Text, draft: Option<u32>) -> Result<Words, EngineError> {
        if words.text.trim().is_empty() && words.reply.is_some() {
            self.take_reply(&mut words).await?;
        }
        let language = Language::from_code(&words.language).ok_or_else(|| report("that language is not known"))?;
        let target = match words.to {
            To::Mention(mention) => Target::Mention(mention),
            To::Post(channel) => Target::Post(channel),
            To::Mail(to) => match Address::parse(&to) {
                Some(to) => Target::Mail(self.say_again(&to.to_string(), draft).await?),
                None => return Err(report("that is no mail address, as name@example.org")),
            },
            To::Conversation(complaint) => Target::Conversation(complaint),
            To::UpdatesPage => Target::UpdatesPage,
            To::ByHand(channel) => Target::ByHand(channel),
        };
        let text = self.sealed(&words.text)?;
        self.said.say(text.clone());
        let subject = words.subject.map(|subject| subject.trim().to_owned()).filter(|subject| !subject.is_empty());
        if subject.as_ref().is_some_and(|it| it.chars().any(char::is_control) || it.chars().count() > LONGEST_SUBJECT) {
            return Err(report(&format!("a subject is one line of at most {LONGEST_SUBJECT} characters")));
        }
        let subject = match subject.filter(|_| matches!(target, Target::Mail(_))) {
            Some(subject) => Some(self.say_again(&subject, draft).await?),
            None => None,
        };
        let account = words.account.unwrap_or_else(|| own_voice(self.brand));
        let (cites, posture, reply) = (words.cites, words.posture, words.reply);
        Ok(Words { text, language, target, subject, account, cites, posture, reply })
    }

    /// The mention that a reply answers, as it is named; in the conversation of a complaint, the complaint's own.
    async fn about(&self, form: Form, to: &To, named: Option<MentionId>) -> Result<Option<MentionId>, EngineError> {
        if let Some(mention) = named {
            self.published(mention).await?;
        }
        match to {
            To::Conversation(complaint) if form == Form::Reply && named.is_none() => {
                match self.waking.world.store.complaint(self.organisation, *complaint).await {
                    Ok(found) => Ok(found.complaint.mention),
                    Err(store::Error::NotFound) => Ok(None),
                    Err(error) => Err(error.into()),
                }
            }
            _ => Ok(named),
        }
    }

    async fn take_reply(&self, words: &mut Text) -> Result<(), EngineError> {
        let around = Around::of(&self.waking.world, self.organisation, self.brand).await?;
        let named = |reply: &&Item<Reply>| Some(&reply.id) == words.reply.as_ref();
        let reply =
            around.plan.replies.iter().find(named).ok_or_else(|| report("the plan has no reply of that name"))?;
        let own = Language::from_code(&words.language).unwrap_or(Language::En);
        let language = reply.body.language.as_ref().map_or(own, |said| said.value);
        let now = self.waking.world.clock.now();
        words.text = worded(&around, self.person, language, now, &reply.body.text.value);
        words.language = language.code().to_owned();
        Ok(())
    }

    /// The text of a draft as it is kept.
    async fn kept(&self, draft: u32) -> Result<Option<Sealed>, EngineError> {
        let world = &self.waking.world;
        let open = super::room(world, self.organisation, self.case).await?;
        let Some(found) = open.state.drafts.get(&draft) else { return Ok(None) };
        let texts = world.store.case_texts(self.organisation, self.case).await?;
        Ok(texts.into_iter().find(|text| text.reference() == found.wording.text))
    }

    /// What is to be erased, with the captures of a mention: each is this case's, there or erased before.
    async fn named(
        &self,
        texts: Vec<TextRef>,
        mut captures: Vec<Capture>,
        mention: Option<MentionId>,
    ) -> Result<(Vec<TextRef>, Vec<Capture>), EngineError> {
        let world = &self.waking.world;
        let open = super::room(world, self.organisation, self.case).await?;
        captures.extend(captured(&open.state, |of| mention.is_some() && of == mention));
        let there = world.store.case_captures(self.organisation, self.case).await?;
        let course = &open.state.course;
        let known = texts.iter().all(|text| open.texts.contains_key(text) || course.erased.contains(text))
            && captures
                .iter()
                .all(|capture| there.iter().any(|(known, _)| known == capture) || course.uncaptured.contains(capture));
        match known && !(texts.is_empty() && captures.is_empty()) {
            true => Ok((texts, captures)),
            false => Err(EngineError::Report("this case has no such text or capture; nothing was erased".to_owned())),
        }
    }

    /// When and where a mention of this brand was published.
    async fn published(&self, mention: MentionId) -> Result<(Timestamp, Option<Channel>), EngineError> {
        let found = self.waking.world.store.mention(self.organisation, mention).await?.view;
        if found.mention.brand != self.brand {
            return Err(report("that mention is another brand's"));
        }
        let post = &found.post.post;
        let channel = match (post.kind, post.source_kind.as_str()) {
            (PostKind::Review, _) => Some(Channel::Review),
            (PostKind::Mail, _) => Some(Channel::Mail),
            (_, "mastodon") => Some(Channel::Mastodon),
            _ => None,
        };
        Ok((found.mention.at, channel))
    }

    async fn command(&mut self, asked: Ask) -> Result<Command, EngineError> {
        Ok(match asked {
            Ask::Step { to, why } => Command::Step { to, why: self.may_say(why.as_ref())? },
            Ask::Began { began, why } => Command::Began { began, why: self.say(&why)? },
            Ask::Assign { role, to } => Command::Assign { role, to: self.party(to).await? },
            Ask::HandOverLead { to, why } => {
                Command::HandOverLead { to: self.party(to).await?, why: self.may_say(why.as_ref())? }
            }
            Ask::Choose { scenario } => Command::Choose { scenario },
            Ask::Triage { answers } => Command::Triage { answers },
            Ask::SetPosture { posture, bolster, why } => {
                Command::SetPosture { posture, bolster, why: self.may_say(why.as_ref())? }
            }
            Ask::SetLoudness { loudness, why } => Command::SetLoudness { loudness, why: self.may_say(why.as_ref())? },
            Ask::Capture { mention } => {
                Command::Capture { mention: Some(mention), capture: self.capture(mention).await? }
            }
            Ask::Pause { clock, why } => Command::Pause { clock, why: self.say(&why)? },
            Ask::Resume { clock } => Command::Resume { clock },
            Ask::Meet { clock, why, mention } => {
                let capture = self.proof(mention.map(Source::Mention).as_ref()).await?;
                Command::Meet { clock, why: self.may_say(why.as_ref())?, capture }
            }
            Ask::Drop { clock, why } => Command::Drop { clock, why: self.say(&why)? },
            Ask::Promise { until } => Command::Promise { until },
            Ask::Declare { key, incident, matter, start, since, why, mention } => {
                let capture = self.proof(mention.map(Source::Mention).as_ref()).await?;
                let why = self.say(&why)?;
                Command::Declare(Declare { key, incident, matter, start, since, why, capture })
            }
            asked @ (Ask::State { .. } | Ask::Move { .. } | Ask::Retract { .. }) => self.board(asked).await?,
            asked @ (Ask::AddTask { .. }
            | Ask::HandOverTask { .. }
            | Ask::Do { .. }
            | Ask::SetAside { .. }
            | Ask::Reopen { .. }
            | Ask::Note { .. }
            | Ask::Report { .. }
            | Ask::Tell { .. }) => self.work(asked).await?,
            asked @ (Ask::Take { .. }
            | Ask::DoMeasure { .. }
            | Ask::SetMeasureAside { .. }
            | Ask::Guard { .. }
            | Ask::Answer { .. }
            | Ask::ShelveLesson { .. }) => self.after(asked).await?,
            asked => self.speech(asked).await?,
        })
    }

    async fn board(&mut self, asked: Ask) -> Result<Command, EngineError> {
        Ok(match asked {
            Ask::State { key, status, text, source } => {
                let capture = self.proof(source.as_ref()).await?;
                Command::State { key, status, text: self.say(&text)?, source: self.source(source)?, capture }
            }
            Ask::Move { fact, to, source, why } => {
                let capture = self.proof(source.as_ref()).await?;
                Command::Move { fact, to, source: self.source(source)?, capture, why: self.say(&why)? }
            }
            Ask::Retract { fact, why } => Command::Retract { fact, why: self.say(&why)? },
            _ => return Err(report("that is not asked of the board")),
        })
    }

    async fn work(&mut self, asked: Ask) -> Result<Command, EngineError> {
        Ok(match asked {
            Ask::AddTask { key, text, owner, deputy, due } => {
                let (owner, deputy) = (self.maybe_party(owner).await?, self.maybe_party(deputy).await?);
                Command::AddTask { key, text: self.say(&text)?, owner, deputy, due }
            }
            Ask::HandOverTask { task, to } => Command::HandOverTask { task, to: self.party(to).await? },
            Ask::Do { task, result } => Command::Do { task, result: self.say(&result)? },
            Ask::SetAside { task, why } => Command::SetAside { task, why: self.say(&why)? },
            Ask::Reopen { task, why } => Command::Reopen { task, why: self.say(&why)? },
            Ask::Note { key, text, visibility, mentions } => {
                let mentions = self.parties(&mentions).await?;
                Command::Note { key, text: self.say(&text)?, visibility, mentions }
            }
            Ask::Report { key, what, figure, as_of } => Command::Report { key, what: self.say(&what)?, figure, as_of },
            Ask::Tell { key, stakeholder, when, text, draft } => {
                Command::Tell { key, stakeholder, when, text: self.say(&text)?, draft }
            }
            _ => return Err(report("that is no work of a case")),
        })
    }

    /// What is asked once it calms down.
    async fn after(&mut self, asked: Ask) -> Result<Command, EngineError> {
        Ok(match asked {
            Ask::Take { key, text, test, owner, due, to } => {
                let owner = self.maybe_party(owner).await?;
                if let Some(mention) = to {
                    self.published(mention).await?;
                }
                Command::Take(Take { key, text: self.say(&text)?, test, owner, due, to })
            }
            Ask::DoMeasure { measure, result } => Command::DoMeasure { measure, result: self.say(&result)? },
            Ask::SetMeasureAside { measure, why } => Command::SetMeasureAside { measure, why: self.say(&why)? },
            Ask::Guard { key, limit } => Command::Guard { key, limit },
            Ask::Answer { key, question, text } => Command::Answer { key, question, text: self.say(&text)? },
            Ask::ShelveLesson { lesson, why } => Command::ShelveLesson { lesson, why: self.say(&why)? },
            _ => return Err(report("that is not asked of what follows a case")),
        })
    }

    async fn speech(&mut self, asked: Ask) -> Result<Command, EngineError> {
        Ok(match asked {
            Ask::Draft { key, form, words, corrects, about } => {
                let about = self.about(form, &words.to, about).await?;
                Command::Draft { key, form, words: self.words(words, None).await?, corrects, about }
            }
            Ask::Revise { draft, words } => {
                let before = self.kept(draft).await?;
                Command::Revise { draft, words: self.words(words, Some(draft)).await?, before }
            }
            Ask::Submit { draft, binding, despite } => {
                Command::Submit { draft, binding, despite: self.may_say(despite.as_ref())? }
            }
            Ask::Approve { draft, binding } => Command::Approve { draft, binding },
            Ask::Decline { draft, binding, why } => Command::Decline { draft, binding, why: self.say(&why)? },
            Ask::ReleaseAlone { draft, binding, shown } => Command::ReleaseAlone { draft, binding, shown },
            Ask::ReleaseAsFallback { draft, binding } => Command::ReleaseAsFallback { draft, binding },
            Ask::Send { draft, binding, promise } => Command::Send { draft, binding, promise },
            Ask::Undo { draft } => Command::Undo { draft },
            Ask::Resolve { draft, attempt, receipt, why } => {
                let receipt = self.may_say(receipt.as_ref())?;
                Command::Resolve { draft, attempt, receipt, why: self.say(&why)? }
            }
            Ask::Copied { draft, binding, receipt, promise } => {
                Command::Copied { draft, binding, receipt: self.say(&receipt)?, promise }
            }
            Ask::Shelve { draft } => Command::Shelve { draft },
            Ask::PassOver { draft, binding, against, said, here, why } => {
                Command::PassOver { draft, binding, against, said, here, why: self.say(&why)? }
            }
            Ask::Claim { mention } => {
                let (published, channel) = self.published(mention).await?;
                Command::Claim { mention, published, channel }
            }
            Ask::HandOverMention { mention, to } => Command::HandOverMention { mention, to: self.party(to).await? },
            Ask::LetGo { mention } => Command::LetGo { mention },
            Ask::Leave { mention, exit, why } => {
                let capture = self.capture(mention).await?;
                Command::Leave { mention, exit, capture, why: self.say(&why)? }
            }
            Ask::Offer { key, mention, what, cents, authorised } => {
                let authorised = self.party(authorised).await?;
                Command::Offer { key, mention, what: self.say(&what)?, cents, authorised }
            }
            Ask::Freeze { key } => {
                let around = Around::of(&self.waking.world, self.organisation, self.brand).await?;
                let (accounts, unmapped) = around.frozen(&self.waking.world).await?;
                Command::Freeze { key, accounts, unmapped }
            }
            Ask::Thaw { post, thaw } => {
                let row = self.waking.world.store.scheduled(self.organisation, post).await?;
                let takes = hold::takes(&self.waking.world, &row, thaw).await?;
                takes.map_err(|misfit| report(&format!("post {post} stays held: {misfit}")))?;
                Command::Thaw { post, thaw }
            }
            Ask::Erase { texts, captures, mention, why } => {
                let (texts, captures) = self.named(texts, captures, mention).await?;
                Command::Erase { texts, captures, why: Some(self.say(&why)?) }
            }
            Ask::Lift => Command::Lift,
            Ask::UndoFreeze => Command::UndoFreeze,
            _ => return Err(report("that is not asked of a case")),
        })
    }
}
