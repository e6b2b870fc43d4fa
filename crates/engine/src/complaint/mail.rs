//! Mails to whoever complained. None quotes what was said, by either side: an address in a form may be a stranger's. Each leads to the
//! conversation by a link of its own, made when the mail leaves and kept as a digest.

use super::{digest, keyed, mailbox, written};
use crate::EngineError;
use crate::waking::{Letter, Waking};
use domain::complaint::{Mail, Rate};
use domain::id::{OrganisationId, PersonId};
use domain::incoming::bare;
use domain::target::Notification;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;
use store::{Complaint, NewMessage, OutboxRow};
use words::{Locale, Words};

/// An address from which nobody tapped yet hears once a day that something was received, whoever types it in.
const FIRST: Rate = Rate::new(1, SignedDuration::from_hours(24));
/// And so often that somebody answered.
const ANSWERS: Rate = Rate::new(3, SignedDuration::from_hours(8));
/// An organisation confirms so many receipts.
const HOUSE: Rate = Rate::new(100, SignedDuration::from_secs(36));
/// How long a mail is worth sending.
const LASTS: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What a mail tells.
#[derive(Clone, Copy, Debug)]
enum Tells<'a> {
    /// That a complaint was received.
    Received,
    /// That somebody answered.
    Answered(&'a str),
}

/// Confirms receipt to the address that was left. Answers whether a mail goes there.
pub(super) async fn confirm_receipt(waking: &Waking, complaint: &Complaint) -> Result<bool, EngineError> {
    let house = format!("complaint-mails:{}", complaint.organisation);
    if !may_go(waking, complaint, FIRST, Some((house, HOUSE))).await? {
        return Ok(false);
    }
    let Some(mail) = compose(waking, complaint, 1, Tells::Received).await? else { return Ok(false) };
    let mail = NewMessage { complaint: Some(complaint.id), ..mail };
    waking.world.store.post_message(mail, waking.world.clock.now()).await?;
    Ok(true)
}

/// The mail that tells of an answer, where one may go.
pub(super) async fn of_answer(
    waking: &Waking,
    complaint: &Complaint,
    n: i64,
    who: &str,
) -> Result<Option<NewMessage>, EngineError> {
    if complaint.mail != Mail::Confirmed && !may_go(waking, complaint, ANSWERS, None).await? {
        return Ok(None);
    }
    // Said from any of their conversations, it holds for all of them.
    let address = complaint.email.as_deref().map(|email| address_of(waking, email));
    if let Some(address) = address
        && waking.world.store.is_mail_stopped(&address).await?
    {
        return Ok(None);
    }
    compose(waking, complaint, n, Tells::Answered(who)).await
}

/// Whether a mail may go to an address of which nobody showed that it is theirs.
async fn may_go(
    waking: &Waking,
    complaint: &Complaint,
    rate: Rate,
    house: Option<(String, Rate)>,
) -> Result<bool, EngineError> {
    let Some(email) = complaint.email.as_deref().filter(|_| complaint.mail == Mail::Unconfirmed) else {
        return Ok(false);
    };
    if !waking.outbound.mails() {
        return Ok(false);
    }
    let (store, address) = (&waking.world.store, address_of(waking, email));
    if store.is_mail_stopped(&address).await? {
        return Ok(false);
    }
    let mut rates =
        vec![(format!("complaint-mail-{}:{}", rate.most, blake3::Hash::from_bytes(address).to_hex()), rate)];
    rates.extend(house);
    Ok(store.take_tokens(&rates, waking.world.clock.now()).await?.into_iter().all(|got| got))
}

/// What stands for an address where it is counted: all that stand behind its plus are one.
fn address_of(waking: &Waking, email: &str) -> [u8; 32] {
    keyed(&waking.secret, "complaint address of mail", &[bare(email).as_bytes()])
}

async fn compose(
    waking: &Waking,
    complaint: &Complaint,
    n: i64,
    tells: Tells<'_>,
) -> Result<Option<NewMessage>, EngineError> {
    if complaint.email.is_none() || complaint.mail == Mail::Stopped {
        return Ok(None);
    }
    let now = waking.world.clock.now();
    let brand = waking.world.store.brand(complaint.organisation, complaint.brand).await?.name;
    let words = Words::new(Locale::from_code(&complaint.locale).unwrap_or(Locale::En), "UTC", now);
    let (title, body) = match tells {
        Tells::Received => {
            (words.name("complaint-mail-received", &brand), words.name("complaint-mail-received-body", &brand))
        }
        Tells::Answered(who) => (
            words.name("complaint-mail-answered", &brand),
            words.tell("complaint-mail-answered-body", &[("what", brand.as_str().into()), ("who", who.into())]),
        ),
    };
    let answers = match mailbox::mailbox(waking, complaint.organisation, complaint.brand).await? {
        Some(_) => words.name("complaint-mail-answers", &brand),
        None => words.say("complaint-mail-no-answers"),
    };
    let body = format!("{body}\n\n{answers}\n\n{}", words.say("complaint-mail-foot"));
    let note = Notification {
        key: format!("complaint-{}-{n}", complaint.id),
        title,
        body,
        link: None,
        waking: false,
        repeat: false,
        story: format!("complaint-{}", complaint.id),
        lang: words.locale().code().to_owned(),
        until: now.saturating_add(LASTS).unwrap_or(Timestamp::MAX),
        answer: None,
    };
    let letter = Letter { note, repeat_line: words.say("wake-repeat"), call: None, of: BTreeSet::new() };
    Ok(Some(letter.message(0, PersonId(0), None)?))
}

/// Whoever has a link that was mailed says that the address is theirs, or that they want no more mails: then none goes there from any complaint.
///
/// # Errors
/// The store's; [`store::Error::NotFound`] where there is no address.
pub async fn confirm(waking: &Waking, organisation: OrganisationId, id: i64, wants: bool) -> Result<(), EngineError> {
    let store = &waking.world.store;
    let complaint = store.complaint(organisation, id).await?.complaint;
    let email = complaint.email.as_deref().ok_or(store::Error::NotFound)?;
    store.set_complaint_mail(organisation, id, if wants { Mail::Confirmed } else { Mail::Stopped }).await?;
    store.stop_mail(&address_of(waking, email), !wants, waking.world.clock.now()).await?;
    Ok(())
}

impl Waking {
    /// A fresh link into the conversation that a mail tells of, for this try of it.
    pub(crate) async fn conversation_link(
        &self,
        row: &OutboxRow,
        (organisation, id): (OrganisationId, i64),
        now: Timestamp,
    ) -> Result<String, EngineError> {
        let parts = [row.id, row.tries, now.as_microsecond()].map(i64::to_le_bytes);
        let secret = written(&keyed(&self.secret, "complaint link", &[&parts[0], &parts[1], &parts[2]]));
        self.world.store.add_complaint_link(organisation, id, &digest(&secret), now).await?;
        Ok(format!("{}/conversation/{secret}", self.origin))
    }
}
