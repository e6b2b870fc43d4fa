//! What the house does of itself: lets time pass, sends what is to be sent, and says what it does not know.

use super::act::{Said, act};
use super::{CaseError, Room, follow, forget, heads, hold, room, seal, sense};
use crate::EngineError;
use crate::complaint;
use crate::marketing::Marketing;
use crate::waking::Waking;
use connect::outbound::Outbound;
use connect::outbound::mail::Letter;
use domain::case::event::{Event, Outcome, SpeechEvent, Target};
use domain::case::state::{Draft, Stage};
use domain::case::{Command, Entry, Party, Refusal, State};
use domain::id::{BrandId, CaseId, OrganisationId, PersonId};
use domain::publish::{Looked, Publication, Receipt, Sending, Visibility};
use domain::target::Outcome as Sent;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use store::CaseFile;
use tokio::task::{JoinError, JoinSet};
use words::{Locale, Words};

/// How often the house looks for cases that are due.
const LOOK: SignedDuration = SignedDuration::from_secs(1);
/// How often the house tells cases how loud it is.
const HEAR: SignedDuration = SignedDuration::from_secs(20);
/// How often what was erased elsewhere is erased in cases, and heads are sent.
const TIDIES: SignedDuration = SignedDuration::from_mins(20);
/// Cases looked for in one go.
const MOST: i64 = 64;
/// Cases looked after at the same time.
const AT_ONCE: usize = 8;
/// A try that did not begin to send within this is not sent any more: another process may have said meanwhile that nobody knows.
const FRESH: SignedDuration = SignedDuration::from_secs(30);
/// A try that began so long ago is nobody's any more: every sender gives up sooner.
const LOST: SignedDuration = SignedDuration::from_mins(3);
/// The receipt of what is played: as far as the case goes it is there, and it went nowhere.
const PLAYED: &str = "played: nothing left the house, this is a drill or a demo";
/// When a case is looked at again that was due and had nothing to do.
const IDLE: SignedDuration = SignedDuration::from_mins(1);

/// When the house looks at a case again: what time brings, what is to be sent, what was sent and never came back.
pub(super) fn due_at<'a>(
    state: &State,
    entries: impl DoubleEndedIterator<Item = &'a Entry>,
    now: Timestamp,
) -> Option<Timestamp> {
    let intended = state.drafts.values().filter_map(|draft| match draft.stage {
        Stage::Intended(after) => Some(after),
        _ => None,
    });
    let trying = state.drafts.values().any(|draft| matches!(draft.stage, Stage::Trying(_)));
    let began = if trying { entries.rev().find(|entry| tries(&entry.event).is_some()) } else { None };
    let lost = began.and_then(|entry| entry.at.checked_add(LOST).ok());
    let holds = hold::due_at(state, now);
    let counts = follow::due_at(state, now);
    state.next_tick().into_iter().chain(intended).chain(lost).chain(holds).chain(counts).min()
}

fn tries(event: &Event) -> Option<u32> {
    match event {
        Event::Speech(SpeechEvent::Trying { draft, .. }) => Some(*draft),
        _ => None,
    }
}

/// Tells cases how loud it is and looks after those that are due, again and again, until the tasks are ended: several at once, so that one whose server is slow, or that breaks, keeps
/// no other waiting.
pub fn watch(waking: Waking, tasks: &mut JoinSet<()>) {
    let tidies = waking.clone();
    tasks.spawn(async move {
        for pass in 0_u64.. {
            // Every case that is over is read for it: a few times a day.
            if pass % 18 == 0
                && let Err(error) = forget(&tidies).await
            {
                tracing::error!(%error, "what was erased elsewhere could not all be erased in cases; it is tried again");
            }
            if let Err(error) = heads(&tidies).await {
                tracing::error!(%error, "not every head of a case was sent; it is tried again");
            }
            let next = tidies.world.clock.now().saturating_add(TIDIES).unwrap_or(Timestamp::MAX);
            tidies.world.clock.sleep_until(next).await;
        }
    });
    let hears = waking.clone();
    tasks.spawn(async move {
        loop {
            if let Err(error) = sense(&hears).await {
                tracing::error!(%error, "not every case was told how loud it is; it is tried again");
            }
            let next = hears.world.clock.now().saturating_add(HEAR).unwrap_or(Timestamp::MAX);
            hears.world.clock.sleep_until(next).await;
        }
    });
    tasks.spawn(async move {
        let (mut running, mut under_way) = (JoinSet::new(), BTreeMap::new());
        loop {
            while let Some(ended) = running.try_join_next_with_id() {
                let id = ended.as_ref().map_or_else(JoinError::id, |(id, ())| *id);
                under_way.remove(&id);
            }
            match waking.world.store.due_cases(waking.world.clock.now(), MOST).await {
                Ok(due) => {
                    for file in due {
                        if running.len() < AT_ONCE && !under_way.values().any(|case| *case == file.id) {
                            let (waking, case) = (waking.clone(), file.id);
                            let task = running.spawn(async move { look(&waking, &file).await });
                            under_way.insert(task.id(), case);
                        }
                    }
                }
                Err(error) => tracing::error!(%error, "which cases are due could not be read; it is tried again"),
            }
            let next = waking.world.clock.now().saturating_add(LOOK).unwrap_or(Timestamp::MAX);
            waking.world.clock.sleep_until(next).await;
        }
    });
}

async fn look(waking: &Waking, file: &CaseFile) {
    if let Err(error) = look_after(waking, file).await {
        tracing::error!(%error, case = file.id.0, "a case could not be looked after; it is tried again");
        let later = waking.world.clock.now().saturating_add(IDLE).ok();
        drop(waking.world.store.put_off_case(file.organisation, file.id, file.version, later).await);
    }
}

/// Lets time pass in a case, and sends what is to be sent. It may run twice, or beside another process.
///
/// # Errors
/// The store's.
pub async fn look_after(waking: &Waking, file: &CaseFile) -> Result<(), CaseError> {
    let (organisation, case) = (file.organisation, file.id);
    act(waking, organisation, case, &Said::default(), |turn| turn.house(&Command::Tick)).await?;
    // What becomes of the queues keeps no text from being sent, and none from being said to be lost.
    if let Err(error) = hold::account(waking, organisation, case).await {
        tracing::error!(%error, case = case.0, "marketing could not be accounted for; it is tried again");
    }
    if let Err(error) = follow::observe(waking, organisation, case).await {
        tracing::error!(%error, case = case.0, "what was counted could not be held against its measures; it is tried again");
    }
    let open = room(&waking.world, organisation, case).await?;
    let now = waking.world.clock.now();
    for (number, draft) in &open.state.drafts {
        match draft.stage {
            Stage::Intended(after) if after <= now => {
                // One text that cannot be sent keeps no other waiting.
                if let Err(error) = send(waking, &open, *number).await {
                    tracing::error!(%error, case = case.0, draft = number, "a text could not be sent; it is tried again");
                }
            }
            Stage::Trying(attempt) if is_lost(&open, *number, now) => {
                let why = "the process that was sending it ended; it may be there or not";
                came(waking, (organisation, case), (*number, attempt), Came::Unknown(why.to_owned())).await?;
            }
            _ => {}
        }
    }
    // What is still due now had nothing to do: it must not be asked for each second.
    let after = waking.world.store.case(organisation, case).await?;
    if after.version == file.version && after.due_at.is_some_and(|due| due <= now) {
        let idle = now.checked_add(IDLE).ok();
        let next = due_at(&open.state, open.entries.iter(), now).filter(|next| *next > now);
        let later = next.or_else(|| hold::due_at(&open.state, now).into_iter().chain(idle).min());
        waking.world.store.put_off_case(organisation, case, after.version, later).await?;
    }
    Ok(())
}

fn is_lost(open: &Room, draft: u32, now: Timestamp) -> bool {
    let began = open.entries.iter().rev().find(|entry| tries(&entry.event) == Some(draft));
    began.is_none_or(|began| began.at.saturating_add(LOST).is_ok_and(|until| until <= now))
}

/// What came of a try, in words.
enum Came {
    Sent(String),
    Refused(String),
    Unknown(String),
}

/// Sends one text: whoever writes down first that they try, tries.
async fn send(waking: &Waking, open: &Room, draft: u32) -> Result<(), CaseError> {
    let (organisation, case) = (open.file.organisation, open.file.id);
    let begun = act(waking, organisation, case, &Said::default(), |turn| turn.house(&Command::Try { draft })).await;
    match begun {
        Ok(acted) if acted.happened.is_empty() => return Ok(()),
        Ok(_) => {}
        // Another process has it, or its facts fell meanwhile: the case says so.
        Err(CaseError::Refused(_)) => return Ok(()),
        Err(error) => return Err(error),
    }
    let now = room(&waking.world, organisation, case).await?;
    let Some(found) = now.state.drafts.get(&draft) else { return Ok(()) };
    let Stage::Trying(attempt) = found.stage else { return Ok(()) };
    let began = now.entries.iter().rev().find(|entry| tries(&entry.event) == Some(draft));
    let is_fresh = began.is_some_and(|began| began.at.duration_until(waking.world.clock.now()) < FRESH);
    let outcome = match is_fresh {
        true => carry(waking, &now, found).await,
        false => {
            Came::Unknown("the machine stood still before it was sent: it surely is not there by this try".to_owned())
        }
    };
    came(waking, (organisation, case), (draft, attempt), outcome).await
}

/// Writes down what came of a try.
async fn came(
    waking: &Waking,
    (organisation, case): (OrganisationId, CaseId),
    (draft, attempt): (u32, u32),
    came: Came,
) -> Result<(), CaseError> {
    let mut said = Said::default();
    let outcome = match came {
        Came::Sent(receipt) => Outcome::Sent { receipt: said.say(seal(&waking.world, &receipt)?) },
        Came::Refused(why) => Outcome::Refused { why: said.say(seal(&waking.world, &why)?) },
        Came::Unknown(why) => Outcome::Unknown { why: said.say(seal(&waking.world, &why)?) },
    };
    let command = Command::Came { draft, attempt, outcome };
    match act(waking, organisation, case, &said, |turn| turn.house(&command)).await {
        Ok(_) | Err(CaseError::Refused(Refusal::Attempt)) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Where the updates of a brand are read by everybody.
pub fn updates_page(origin: &str, brand: BrandId) -> String {
    format!("{origin}/updates/{brand}")
}

/// Carries a text to where it goes.
async fn carry(waking: &Waking, open: &Room, draft: &Draft) -> Came {
    let Some(text) = open.text(draft.wording.text) else {
        return Came::Refused("the text was erased".to_owned());
    };
    let by_itself = !matches!(draft.wording.target, Target::UpdatesPage | Target::Conversation(_));
    if by_itself && matches!(*waking.outbound, Outbound::Sandbox) {
        return Came::Sent(PLAYED.to_owned());
    }
    match draft.wording.target {
        Target::UpdatesPage => Came::Sent(updates_page(&waking.origin, open.file.brand)),
        Target::Conversation(complaint) => answer(waking, open, draft, complaint, text).await,
        Target::Mention(mention) if draft.wording.account.0 > 0 => {
            match waking.world.store.mention(open.file.organisation, mention).await {
                Ok(found) => publish(waking, open, draft, found.view.post.post.url, text).await,
                Err(error) => Came::Refused(format!("the mention cannot be read: {error}")),
            }
        }
        Target::Post(_) if draft.wording.account.0 > 0 => publish(waking, open, draft, None, text).await,
        Target::Mail(to) => letter(waking, open, draft, open.text(to), text).await,
        Target::Mention(_) | Target::Post(_) | Target::ByHand(_) => {
            Came::Refused("nothing is connected that sends it there: copy it by hand, and say where it is".to_owned())
        }
    }
}

/// Publishes from the account, once: every try carries the same key. What is not known is looked for at once.
async fn publish(waking: &Waking, open: &Room, draft: &Draft, answers: Option<String>, text: &str) -> Came {
    let reply = matches!(draft.wording.target, Target::Mention(_));
    if reply && answers.is_none() {
        return Came::Refused("the mention has no address that could be answered".to_owned());
    }
    let Some(key) = &draft.send_key else { return Came::Refused("it has no key to be sent by".to_owned()) };
    let publication = Publication {
        key: key.to_string(),
        text: text.to_owned(),
        language: Some(draft.wording.language.code().to_owned()),
        visibility: Visibility::Public,
        answers,
    };
    let (marketing, account) = (Marketing::of(waking), draft.wording.account);
    let began = waking.world.clock.now();
    let organisation = open.file.organisation;
    let receipt = |receipt: Receipt| Came::Sent(receipt.url.unwrap_or(receipt.id));
    match marketing.publish(organisation, account, &publication).await {
        Ok(Sending::Sent { receipt: there }) => receipt(there),
        Ok(Sending::Refused { why, .. } | Sending::Later { why, .. }) => Came::Refused(why),
        Ok(Sending::Unknown { why }) => match marketing.look(organisation, account, &publication, began).await {
            Ok(Looked::Found { receipt: there }) => receipt(there),
            // That nothing is seen there a moment later proves nothing: somebody looks.
            _ => Came::Unknown(why),
        },
        Err(EngineError::Store(store::Error::NotFound)) => Came::Refused("that account is gone".to_owned()),
        Err(error) => Came::Unknown(error.to_string()),
    }
}

/// Writes to an address: a letter from whoever wrote it, by the house's mail server. Every try is the same mail, by its Message-ID.
async fn letter(waking: &Waking, open: &Room, draft: &Draft, to: Option<&str>, text: &str) -> Came {
    let (Some(to), Some(key)) = (to, &draft.send_key) else {
        return Came::Refused("the address was erased".to_owned());
    };
    let store = &waking.world.store;
    let around = async {
        let brand = store.brand(open.file.organisation, open.file.brand).await?.name;
        match author_of(draft) {
            Some(author) => store.person(author).await.map(|person| (brand, Some(person.email))),
            None => Ok((brand, None)),
        }
    };
    let (brand, answers_to) = match around.await {
        Ok(around) => around,
        Err(error) => return Came::Refused(format!("who wrote it cannot be read: {error}")),
    };
    let now = waking.world.clock.now();
    let lang = draft.wording.language.code();
    let words = Words::new(Locale::from_code(lang).unwrap_or(Locale::En), "UTC", now);
    let own = draft.wording.subject.and_then(|subject| open.text(subject));
    let letter = Letter {
        key: key.to_string(),
        subject: own.map_or_else(|| words.name("case-letter-subject", &brand), str::to_owned),
        text: text.to_owned(),
        lang: lang.to_owned(),
        answers_to,
    };
    match waking.outbound.letter(to, &letter, now).await {
        Sent::Sent { receipt } => Came::Sent(format!("{to} {}", receipt.unwrap_or_default())),
        Sent::Refused { reason, .. } => Came::Refused(words::target::reason(&words, &reason)),
        Sent::Unknown { reason } => Came::Unknown(words::target::reason(&words, &reason)),
    }
}

/// Whoever with a login wrote it.
fn author_of(draft: &Draft) -> Option<PersonId> {
    draft.authors.iter().find_map(|author| match author {
        Party::Member(person) => Some(*person),
        Party::Contact(_) => None,
    })
}

/// When a draft got the words that it has.
fn written_at(open: &Room, draft: &Draft) -> Option<Timestamp> {
    let wrote = |entry: &&Entry| match &entry.event {
        Event::Speech(SpeechEvent::Drafted { wording, .. } | SpeechEvent::Revised { wording, .. }) => {
            *wording == draft.wording
        }
        _ => false,
    };
    open.entries.iter().rev().find(wrote).map(|entry| entry.at)
}

/// Answers in a complaint's conversation, by the name of whoever wrote it.
async fn answer(waking: &Waking, open: &Room, draft: &Draft, complaint: i64, text: &str) -> Came {
    let organisation = open.file.organisation;
    let Some(author) = author_of(draft) else { return Came::Refused("nobody with a login wrote it".to_owned()) };
    let answered = async {
        let person = waking.world.store.person(author).await?;
        let conversation = waking.world.store.complaint(organisation, complaint).await?;
        // What was said since it was written was read by nobody who wrote it.
        let said = conversation.messages.last().map(|message| message.at);
        if said > written_at(open, draft) {
            let why = "something else was said meanwhile: read it, then answer";
            return Err(store::Error::Conflict(why.to_owned()).into());
        }
        let seen = conversation.complaint.said;
        complaint::answer(waking, organisation, complaint, (author, &person.name), text, seen).await
    };
    match answered.await {
        Ok(number) => Came::Sent(format!("complaint {complaint}, message {number}")),
        Err(EngineError::Store(store::Error::Conflict(why))) => Came::Refused(why),
        Err(EngineError::Store(store::Error::NotFound)) => Came::Refused("there is no such conversation".to_owned()),
        Err(EngineError::Report(why)) => Came::Refused(why),
        Err(error) => Came::Unknown(error.to_string()),
    }
}
