//! The conversation: the customer by a link, the team by name.

use super::file::{Sent, Wrong, admits_files, checked_files};
use super::{digest, mail};
use crate::EngineError;
use crate::bus::Change;
use crate::waking::Waking;
use crate::world::World;
use domain::complaint::{Act, FILES_OF_ONE, Mail, Rate, State, TextError, checked_text};
use domain::id::{OrganisationId, PersonId};
use jiff::SignedDuration;
use std::net::IpAddr;
use store::{Conversation, NewFile, NewMail, Saying};

/// What one conversation takes from its customer.
const RATE: Rate = Rate::new(10, SignedDuration::from_mins(3));

/// What a link opens.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The conversation.
    pub conversation: Conversation,
    /// Whether the link was mailed: whoever has it reads the mails of the address that was left.
    pub mailed: bool,
}

/// What came of what a customer wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// It is said.
    Said,
    /// It cannot be taken as it is; nothing was kept.
    Wrong(Vec<Wrong>),
    /// They wrote very often a moment ago; nothing was kept.
    TooMany,
    /// It has ended: nothing can be said in it any more.
    Ended,
}

/// What a secret opens; changes nothing. Looked for by its digest: how long that takes tells nothing of the secret.
///
/// # Errors
/// The store's.
pub async fn open(world: &World, secret: &str) -> Result<Option<Opened>, EngineError> {
    if secret.len() > 100 {
        return Ok(None);
    }
    let Some((organisation, id, mailed)) = world.store.complaint_by_link(&digest(secret)).await? else {
        return Ok(None);
    };
    Ok(Some(Opened { conversation: world.store.complaint(organisation, id).await?, mailed }))
}

/// The customer says something; what was closed is open again. The same words twice in a row are said once. Files come under the same rates as with
/// a form, and not at all while it is held aside: nobody fills a brand's room by replies.
///
/// # Errors
/// The store's.
pub async fn reply(
    waking: &Waking,
    opened: &Opened,
    text: &str,
    sent: Vec<Sent>,
    from: Option<IpAddr>,
) -> Result<Reply, EngineError> {
    let (store, now) = (&waking.world.store, waking.world.clock.now());
    let complaint = &opened.conversation.complaint;
    let mut wrong = Vec::new();
    if complaint.held.is_some() && !sent.is_empty() {
        wrong.push(Wrong::Waits);
    }
    let text = match checked_text(text) {
        Ok(text) => text,
        // A file without words says something too.
        Err(TextError::Empty) if !sent.is_empty() => String::new(),
        Err(TextError::Empty) => {
            wrong.push(Wrong::NoText);
            String::new()
        }
        Err(TextError::Long) => {
            wrong.push(Wrong::LongText);
            String::new()
        }
    };
    let files = checked_files(sent).map_err(|problem| wrong.push(problem)).unwrap_or_default();
    if !wrong.is_empty() {
        return Ok(Reply::Wrong(wrong));
    }
    let last = opened.conversation.messages.last().filter(|last| last.act == Act::Said && last.person.is_none());
    if last.is_some_and(|last| last.text == text && files.is_empty()) {
        return Ok(Reply::Said);
    }
    if !may_say(waking, complaint.id).await? {
        return Ok(Reply::TooMany);
    }
    if !opened.has_room(&files) {
        return Ok(Reply::Wrong(vec![Wrong::NoRoom]));
    }
    if let Some(channel) = store.channel(complaint.organisation, complaint.brand).await?
        && !admits_files(waking, &channel, from, &files, now).await?
    {
        return Ok(Reply::Wrong(vec![Wrong::NoRoom]));
    }
    say(waking, opened, text, files, None).await
}

/// Whether a customer may say something more now.
pub(super) async fn may_say(waking: &Waking, id: i64) -> Result<bool, EngineError> {
    let wanted = [(format!("complaint-reply:{id}"), RATE)];
    Ok(waking.world.store.take_tokens(&wanted, waking.world.clock.now()).await?.contains(&true))
}

impl Opened {
    /// Whether these files have room beside those that are there.
    pub(super) fn has_room(&self, files: &[NewFile]) -> bool {
        let there: i64 = self.conversation.files.iter().map(|file| file.size).sum();
        let more: i64 = files.iter().map(|file| file.bytes.len() as i64).sum();
        there + more <= FILES_OF_ONE
    }
}

/// Keeps what a customer said.
pub(super) async fn say(
    waking: &Waking,
    opened: &Opened,
    text: String,
    files: Vec<NewFile>,
    by_mail: Option<NewMail>,
) -> Result<Reply, EngineError> {
    let (store, now) = (&waking.world.store, waking.world.clock.now());
    let complaint = &opened.conversation.complaint;
    let (organisation, id) = (complaint.organisation, complaint.id);
    let name = complaint.name.clone();
    let saying = Saying { act: Act::Said, person: None, name, text, files, seen: None, mail: None, by_mail };
    match store.say_in_complaint(organisation, id, saying, now).await {
        Ok(_) => {}
        Err(store::Error::Conflict(_)) => return Ok(Reply::Ended),
        Err(error) => return Err(error.into()),
    }
    if opened.mailed && complaint.mail == Mail::Unconfirmed {
        // Whoever said that they want no more mails is not written to for answering.
        store.set_complaint_mail(organisation, id, Mail::Confirmed).await?;
    }
    waking.world.bus.tell(organisation, Change::Mentions);
    Ok(Reply::Said)
}

/// Somebody of the team answers, by name, over the last message they saw. A mail tells the customer, where one may go.
///
/// # Errors
/// [`EngineError::Report`] where the text cannot be taken; [`store::Error::Conflict`] where something else was said meanwhile; the store's.
pub async fn answer(
    waking: &Waking,
    organisation: OrganisationId,
    id: i64,
    (person, name): (PersonId, &str),
    text: &str,
    seen: i64,
) -> Result<i64, EngineError> {
    let (store, now) = (&waking.world.store, waking.world.clock.now());
    let text = checked_text(text).map_err(|wrong| EngineError::Report(format!("{wrong}; nothing was sent")))?;
    let name =
        domain::name::checked(name).map_err(|wrong| EngineError::Report(format!("{wrong}; nothing was sent")))?;
    let complaint = store.complaint(organisation, id).await?.complaint;
    if complaint.held.is_some() {
        return Err(EngineError::Report("it is held aside: let it in first; nothing was sent".to_owned()));
    }
    if complaint.said != seen {
        return Err(store::Error::Conflict("something else was said meanwhile: read it, then answer".to_owned()).into());
    }
    let mail = mail::of_answer(waking, &complaint, seen + 1, &name).await?;
    let saying = Saying {
        act: Act::Said,
        person: Some(person),
        name: Some(name),
        text,
        files: Vec::new(),
        seen: Some(seen),
        mail,
        by_mail: None,
    };
    let n = store.say_in_complaint(organisation, id, saying, now).await?;
    waking.world.bus.tell(organisation, Change::Mentions);
    Ok(n)
}

/// Somebody of the team closes a conversation; the customer opens it again by writing. One that is closed stays so.
///
/// # Errors
/// The store's.
pub async fn close(
    world: &World,
    organisation: OrganisationId,
    id: i64,
    by: (PersonId, &str),
) -> Result<(), EngineError> {
    act(world, organisation, id, by, Act::Closed).await
}

/// Somebody of the team opens a closed one again.
///
/// # Errors
/// The store's.
pub async fn reopen(
    world: &World,
    organisation: OrganisationId,
    id: i64,
    by: (PersonId, &str),
) -> Result<(), EngineError> {
    act(world, organisation, id, by, Act::Reopened).await
}

async fn act(
    world: &World,
    organisation: OrganisationId,
    id: i64,
    (person, name): (PersonId, &str),
    act: Act,
) -> Result<(), EngineError> {
    let before = world.store.complaint(organisation, id).await?.complaint;
    if (before.state == State::Closed) == (act == Act::Closed) {
        return Ok(());
    }
    let (name, text) = (Some(name.to_owned()), String::new());
    let saying = Saying {
        act,
        person: Some(person),
        name,
        text,
        files: Vec::new(),
        seen: Some(before.said),
        mail: None,
        by_mail: None,
    };
    world.store.say_in_complaint(organisation, id, saying, world.clock.now()).await?;
    world.bus.tell(organisation, Change::Mentions);
    Ok(())
}
