//! The wording check reads every draft before anybody can approve it.

use super::act::{Said, Turn};
use super::{CaseError, Room};
use crate::EngineError;
use crate::world::World;
use domain::case::event::{Checked, FactStatus, Form, Target};
use domain::case::state::Draft;
use domain::case::triage::Responsibility as Seen;
use domain::case::{Command, Party, State, TextRef};
use domain::id::{MentionId, OrganisationId};
use domain::plan::Channel as Where;
use std::sync::OnceLock;
use text::wording::{
    Channel, Context, Counts, Draft as Words, Finding, Kind, Limit, Post, Responsibility, Rule, Weight,
};
use text::{Language, Reader};

/// The version of the check: another one may find something else.
const VERSION: u32 = 2;

/// What the check finds in a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What.
    pub finding: Finding,
    /// Its words, as they were typed.
    pub words: Vec<String>,
    /// Whether they stand in the subject of a letter.
    pub in_subject: bool,
}

/// What is known around a draft, kept while it is read.
#[derive(Default)]
struct Known {
    post: Option<(String, Option<Language>)>,
    facts: Vec<String>,
    may: Vec<String>,
    earlier: Vec<String>,
}

/// Has every draft read that says something nobody read yet.
pub(super) async fn unread(world: &World, turn: &mut Turn<'_>, said: &Said) -> Result<(), CaseError> {
    let waits = |draft: &&Draft| draft.checked.is_none() && draft.is_open();
    let unread = turn.state.drafts.iter().filter(|(_, draft)| waits(draft));
    let unread: Vec<(u32, Draft)> = unread.map(|(number, draft)| (*number, draft.clone())).collect();
    for (number, draft) in unread {
        let typed = |of: TextRef| {
            let fresh = said.texts.iter().find(|text| text.reference() == of).map(|text| text.text.clone());
            fresh.or_else(|| turn.room.text(of).map(str::to_owned))
        };
        let Some(text) = typed(draft.wording.text) else { continue };
        let subject = draft.wording.subject.and_then(typed);
        let around = turn.around;
        let known = Known::of(world, around.organisation.id, &turn.state, turn.room, said, &draft, around).await?;
        let found = summed(&known.read(&turn.state, &draft, (&text, subject.as_deref())).map_err(CaseError::House)?);
        turn.house(&Command::Check { draft: number, binding: draft.binding, found })?;
    }
    Ok(())
}

/// What the check finds in a draft, to be shown.
///
/// # Errors
/// The store's.
pub async fn findings(world: &World, room: &Room, draft: &Draft) -> Result<Vec<Found>, EngineError> {
    let Some(text) = room.text(draft.wording.text) else { return Ok(Vec::new()) };
    let around = super::Around::of(world, room.file.organisation, room.file.brand).await?;
    let said = Said::default();
    let known = Known::of(world, room.file.organisation, &room.state, room, &said, draft, &around).await?;
    let subject = draft.wording.subject.and_then(|subject| room.text(subject));
    known.read(&room.state, draft, (text, subject))
}

fn summed(found: &[Found]) -> Checked {
    let count = |weight: Weight| found.iter().filter(|found| found.finding.rule.weight() == weight).count();
    let unread = found.iter().any(|found| found.finding.rule == Rule::NotChecked);
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Checked {
        version: if unread { 0 } else { VERSION },
        stops: number(count(Weight::Stop)),
        warnings: number(found.len() - count(Weight::Stop)),
    }
}

impl Known {
    async fn of(
        world: &World,
        organisation: OrganisationId,
        state: &State,
        room: &Room,
        said: &Said,
        draft: &Draft,
        around: &super::Around,
    ) -> Result<Self, EngineError> {
        let text = |of: TextRef| {
            let fresh = said.texts.iter().find(|text| text.reference() == of).map(|text| text.text.clone());
            fresh.or_else(|| room.text(of).map(str::to_owned))
        };
        let facts = state.facts.values().filter(|fact| fact.status == FactStatus::Known && !fact.retracted);
        let earlier = state.drafts.values().filter(|other| other.is_sent() && other.binding != draft.binding);
        let names = draft.authors.iter().filter_map(|author| match author {
            Party::Member(person) => around.member(*person).map(|person| person.name.clone()),
            Party::Contact(_) => None,
        });
        let spoken = around.plan.people.iter().map(|one| one.body.name.clone());
        let own = around.plan.blanks.iter().map(|(_, filling)| filling.clone());
        Ok(Self {
            post: match draft.answers() {
                Some(mention) => post(world, organisation, mention).await?,
                None => None,
            },
            facts: facts.filter_map(|fact| text(fact.text)).collect(),
            may: own.chain(names).chain(spoken).chain([around.brand.1.clone()]).collect(),
            earlier: earlier.filter_map(|other| text(other.wording.text)).collect(),
        })
    }

    /// The text, and the subject of a letter where it has one of its own.
    fn read(
        &self,
        state: &State,
        draft: &Draft,
        (text, subject): (&str, Option<&str>),
    ) -> Result<Vec<Found>, EngineError> {
        let facts = strs(&self.facts);
        let may = strs(&self.may);
        let earlier = strs(&self.earlier);
        let context = Context {
            post: self.post.as_ref().map(|(text, language)| Post { text, language: *language }),
            channel: match draft.wording.target {
                Target::Mail(_) | Target::Conversation(_) => Channel::Private,
                _ => Channel::Public,
            },
            limit: limit(&draft.wording.target),
            responsibility: match state.course.answers.map(|answers| answers.responsibility) {
                Some(Seen::Accidental | Seen::Preventable) => Responsibility::Established,
                Some(Seen::Untrue | Seen::Victim) => Responsibility::Absent,
                Some(Seen::Unknown) | None => Responsibility::Unclear,
            },
            facts: &facts,
            may: &may,
            may_not: &[],
            earlier: &earlier,
            early: state.clocks.values().any(|clock| clock.is_open()),
            kind: match draft.form {
                Form::Holding => Kind::Holding,
                Form::Statement | Form::Update => Kind::Statement,
                Form::Reply => Kind::Reply,
            },
        };
        let words = |text| Words { text, language: Some(draft.wording.language) };
        let cited = |text: &str, finding: Finding, in_subject| {
            let words = finding.words(text).map(str::to_owned).collect();
            Found { finding, words, in_subject }
        };
        let reader = reader()?;
        let found = text::wording::check(reader, &words(text), &context);
        let mut all: Vec<Found> = found.into_iter().map(|finding| cited(text, finding, false)).collect();
        if let Some(subject) = subject {
            let found = text::wording::check_subject(reader, &words(subject), &context);
            all.extend(found.into_iter().map(|finding| cited(subject, finding, true)));
            all.sort_by_key(|found| found.finding.rule.weight());
        }
        Ok(all)
    }
}

fn strs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

fn limit(target: &Target) -> Option<Limit> {
    let channel = match target {
        Target::Post(channel) | Target::ByHand(channel) => *channel,
        _ => return None,
    };
    let counts = if channel == Where::Mastodon { Counts::AddressesAs(23) } else { Counts::Characters };
    channel.most().map(|most| Limit { most, counts })
}

async fn post(
    world: &World,
    organisation: OrganisationId,
    mention: MentionId,
) -> Result<Option<(String, Option<Language>)>, EngineError> {
    match world.store.mention(organisation, mention).await {
        Ok(found) => Ok(Some((found.view.post.post.text, None))),
        Err(store::Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The models are read once.
pub(crate) fn reader() -> Result<&'static Reader, EngineError> {
    static READER: OnceLock<Reader> = OnceLock::new();
    if let Some(reader) = READER.get() {
        return Ok(reader);
    }
    let reader = Reader::new()?;
    Ok(READER.get_or_init(|| reader))
}
