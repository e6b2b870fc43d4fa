//! What comes by mail. An answer to a mail of ours goes into its conversation, found by the secret that the mail carried and never by who it
//! claims to come from; any other is a new complaint of the brand that the mailbox is bound to. What nobody wrote is kept aside, and nothing
//! that comes back from ourselves is answered.

use super::file::{BRAND, Came, checked_files, rated, take, take_in, takes_files};
use super::talk::{self, Opened, Reply};
use super::{keyed, mailbox, written};
use crate::EngineError;
use crate::bus::Change;
use crate::ingest::Ingest;
use crate::waking::Waking;
use connect::inbound::mailbox::Settings;
use connect::outbound::mail::Address;
use domain::complaint::{Channel, Held, LONGEST, MOST_FILES, checked_text};
use domain::id::OrganisationId;
use domain::incoming::{Incoming, KIND, bare, tag};
use domain::name;
use domain::post::{Author, Post, PostKind};
use domain::source::{Quarantined, Source};
use domain::target::Answer;
use jiff::Timestamp;
use store::{NewComplaint, NewFile, NewMail, OutboxRow};
use words::Locale;

/// What stands before the secret in the Message-ID of a mail of ours.
const REPLY: &str = connect::outbound::mail::REPLY;
/// Most secrets that are looked for of one mail.
const SECRETS: usize = 40;

/// What a visit to a mailbox leaves to be stored with its cursor.
#[derive(Clone, Debug, Default)]
pub struct Rest {
    /// Mails of a brand without a channel, or of a mailbox that is bound to none: posts like any other.
    pub posts: Vec<Post>,
    /// Mails that nobody wrote, or that cannot be taken now.
    pub aside: Vec<Quarantined>,
    /// Mails that went into conversations, new ones or old.
    pub taken: usize,
}

/// Takes mails, each once, however often it comes.
///
/// # Errors
/// The store's; the mails before are taken, and known when they come again.
pub async fn receive(
    waking: &Waking,
    ingest: &Ingest,
    source: &Source,
    settings: &Settings,
    mails: Vec<Incoming>,
) -> Result<Rest, EngineError> {
    let mut rest = Rest::default();
    for mail in mails {
        if let Some(why) = nobodys(waking, settings, &mail) {
            rest.aside.push(aside(&mail, why));
            continue;
        }
        match take_mail(waking, ingest, source, &mail).await {
            Ok(Taken::Known) => {}
            Ok(Taken::Said) => rest.taken += 1,
            Ok(Taken::Aside(why)) => rest.aside.push(aside(&mail, why)),
            Ok(Taken::Post) => rest.posts.push(as_post(mail, waking.world.clock.now())),
            // One that the store refuses for what it is must not hold up the others.
            Err(EngineError::Store(error @ (store::Error::Conflict(_) | store::Error::NotFound))) => {
                rest.aside.push(aside(&mail, &error.to_string()));
            }
            Err(error) => return Err(error),
        }
    }
    Ok(rest)
}

/// What became of a mail.
enum Taken {
    /// It was taken before.
    Known,
    /// It is said.
    Said,
    /// It is kept aside; why.
    Aside(&'static str),
    /// It is a post.
    Post,
}

/// Why a mail is no word of a customer's.
fn nobodys(waking: &Waking, settings: &Settings, mail: &Incoming) -> Option<&'static str> {
    let ours = [Some(settings.address.as_str()), waking.outbound.mails_from()];
    let is_ours = |from: &String| ours.iter().flatten().any(|our| bare(our) == bare(from));
    if mail.from.iter().chain(&mail.reply_to).any(is_ours) {
        return Some("it claims to come from this mailbox, or from Vigie itself: answering it would answer ourselves");
    }
    mail.automatic
}

fn aside(mail: &Incoming, reason: &str) -> Quarantined {
    let place = format!("mail {}", mail.id.chars().take(120).collect::<String>());
    Quarantined { reason: reason.to_owned(), place, bytes: mail.raw.clone() }
}

async fn take_mail(waking: &Waking, ingest: &Ingest, source: &Source, mail: &Incoming) -> Result<Taken, EngineError> {
    let Some(organisation) = source.organisation else { return Ok(Taken::Post) };
    let store = &waking.world.store;
    let digest = digest_of(waking, source, mail);
    if store.is_mail_taken(organisation, &digest).await? {
        return Ok(Taken::Known);
    }
    let conversation = store.complaint_by_reply(organisation, &secrets(waking, mail)).await?;
    if let Some(id) = conversation
        && let Some(taken) = answered(waking, organisation, id, mail, digest).await?
    {
        return Ok(taken);
    }
    let channel = match source.brand {
        Some(brand) => store.channel(organisation, brand).await?.filter(|channel| channel.open),
        None => None,
    };
    match channel {
        Some(channel) => filed(waking, ingest, &channel, mail, digest).await,
        None if conversation.is_some() => Ok(Taken::Aside("its conversation has ended")),
        None => Ok(Taken::Post),
    }
}

/// What stands for a mail: its name and what it says, for one brand. Two brands that get the same mail each have it.
fn digest_of(waking: &Waking, source: &Source, mail: &Incoming) -> [u8; 32] {
    let of = [source.organisation.map_or(0, |id| id.0), source.brand.map_or(0, |id| id.0)].map(i64::to_le_bytes);
    let from = mail.from.as_deref().unwrap_or_default();
    keyed(
        &waking.secret,
        "complaint mail",
        &[&of[0], &of[1], mail.id.as_bytes(), from.as_bytes(), mail.text.as_bytes()],
    )
}

/// The secrets that a mail may carry: behind the plus of an address it was sent to, or in the Message-IDs it answers.
fn secrets(waking: &Waking, mail: &Incoming) -> Vec<[u8; 32]> {
    let by_address = mail.recipients.iter().filter_map(|to| tag(to));
    let by_id = mail.answers.iter().filter_map(|id| {
        let (local, _) = id.split_once('@')?;
        local.to_lowercase().strip_prefix(REPLY).map(str::to_owned)
    });
    by_address.chain(by_id).take(SECRETS).map(|secret| kept(waking, &secret)).collect()
}

/// What the store keeps of a secret by which an answer comes back.
fn kept(waking: &Waking, secret: &str) -> [u8; 32] {
    keyed(&waking.secret, "complaint answer by mail", &[secret.as_bytes()])
}

/// The words of a mail as a conversation takes them, and whether some are missing.
fn words_of(mail: &Incoming, text: &str) -> (String, bool) {
    let cut: String = text.chars().take(LONGEST).collect();
    let is_cut = mail.is_cut || cut.len() < text.len();
    (checked_text(&cut).unwrap_or_default(), is_cut)
}

/// The files that can be kept by the rules of the form, each judged alone, since a mail cannot be sent back to be mended; and how many cannot.
fn files_of(mail: &Incoming) -> (Vec<NewFile>, usize) {
    let sent = mail.files.iter().map(|file| super::Sent { name: file.name.clone(), bytes: file.bytes.clone() });
    let mut files: Vec<NewFile> = sent.filter_map(|file| checked_files(vec![file]).ok()?.pop()).collect();
    files.truncate(MOST_FILES);
    let left_out = mail.files.len() - files.len();
    (files, left_out)
}

fn new_mail(mail: &Incoming, digest: [u8; 32], is_cut: bool, left_out: usize) -> NewMail {
    let left_out = i64::try_from(left_out).unwrap_or(i64::MAX);
    NewMail { digest, sender: mail.from.clone(), cut: is_cut, left_out, raw: mail.raw.clone() }
}

/// An answer goes into its conversation. Whoever has the secret of a mail that was sent to an address reads mails there; that they are who they
/// say they are is not proven, and shown so. `None` where the conversation has ended, or is full.
async fn answered(
    waking: &Waking,
    organisation: OrganisationId,
    id: i64,
    mail: &Incoming,
    digest: [u8; 32],
) -> Result<Option<Taken>, EngineError> {
    let store = &waking.world.store;
    let (text, is_cut) = words_of(mail, &mail.text);
    let (mut files, mut left_out) = files_of(mail);
    if text.is_empty() && mail.files.is_empty() {
        return Ok(Some(Taken::Aside("it answers a conversation and says nothing")));
    }
    let opened = Opened { conversation: store.complaint(organisation, id).await?, mailed: true };
    if !talk::may_say(waking, id).await? {
        return Ok(Some(Taken::Aside("very much was said in its conversation a moment ago")));
    }
    let channel = store.channel(organisation, opened.conversation.complaint.brand).await?;
    let sender = sender_key(waking, mail);
    let admitted = match &channel {
        _ if opened.conversation.complaint.held.is_some() || !opened.has_room(&files) => files.is_empty(),
        Some(channel) => takes_files(waking, channel, &[sender], &files, waking.world.clock.now()).await?,
        None => files.is_empty(),
    };
    if !admitted {
        left_out += std::mem::take(&mut files).len();
    }
    match talk::say(waking, &opened, text, files, Some(new_mail(mail, digest, is_cut, left_out))).await? {
        Reply::Said => Ok(Some(Taken::Said)),
        _ => Ok(None),
    }
}

/// Any other mail is a complaint, by rates like a form's, counted apart: one address stands for one network, and no flood of mails shuts the form.
async fn filed(
    waking: &Waking,
    ingest: &Ingest,
    channel: &Channel,
    mail: &Incoming,
    digest: [u8; 32],
) -> Result<Taken, EngineError> {
    let (store, now) = (&waking.world.store, waking.world.clock.now());
    let (text, is_cut) = words_of(mail, &with_subject(mail));
    let (mut files, mut left_out) = files_of(mail);
    if text.is_empty() && files.is_empty() {
        return Ok(Taken::Aside("it says nothing"));
    }
    let sender = [sender_key(waking, mail)];
    let came = rated(waking, channel, &sender, "complaint-mail-day", now).await?;
    if came == Came::TooMany {
        return Ok(Taken::Aside("more mails came than are taken: it stays in the mailbox"));
    }
    if !takes_files(waking, channel, &sender, &files, now).await? {
        left_out += std::mem::take(&mut files).len();
    }
    let held = match came {
        Came::Crowded => Some(Held::Sender),
        _ if !take(waking, format!("complaint-mail-brand:{}", channel.brand), BRAND[0], now).await? => {
            Some(Held::Flood)
        }
        _ => None,
    };
    let answer_to = mail.reply_to.as_ref().or(mail.from.as_ref());
    let email = answer_to.and_then(|email| Address::parse(email)).map(|email| email.to_string());
    let new = NewComplaint {
        brand: channel.brand,
        digest: super::digest(&written(&keyed(&waking.secret, "complaint conversation by mail", &[&digest]))),
        held,
        name: mail.name.as_deref().and_then(|name| name::checked(name).ok()),
        email,
        locale: locale(ingest, mail, &text).await?.code().to_owned(),
        text,
        files,
        by_mail: Some(new_mail(mail, digest, is_cut, left_out)),
    };
    let (id, _) = store.file_complaint(channel.organisation, new, now).await?;
    let complaint = store.complaint(channel.organisation, id).await?.complaint;
    if let Err(error) = take_in(waking, ingest, &complaint).await {
        tracing::error!(complaint.id, %error, "a complaint is no mention yet; it is tried again");
    }
    waking.world.bus.tell(channel.organisation, Change::Mentions);
    Ok(Taken::Said)
}

/// What stands for a sender where mails are counted: no address is kept for that.
fn sender_key(waking: &Waking, mail: &Incoming) -> String {
    let from = bare(mail.from.as_deref().unwrap_or_default());
    let digest = keyed(&waking.secret, "complaint network", &[b"mail", from.as_bytes()]);
    format!("complaint-mail-by:{}", blake3::Hash::from_bytes(digest).to_hex())
}

/// A subject says something that the text may not.
fn with_subject(mail: &Incoming) -> String {
    match mail.subject.as_str() {
        "" => mail.text.clone(),
        subject if mail.text.starts_with(subject) => mail.text.clone(),
        subject => format!("{subject}\n\n{}", mail.text),
    }
}

/// The language to answer in: what the mail claims, else what it is read as.
async fn locale(ingest: &Ingest, mail: &Incoming, text: &str) -> Result<Locale, EngineError> {
    let claimed = mail.lang.as_deref().and_then(|lang| Locale::from_code(lang.split('-').next().unwrap_or_default()));
    Ok(match claimed {
        Some(locale) => locale,
        None => Locale::from_code(ingest.rules().await?.language(text)).unwrap_or(Locale::En),
    })
}

fn as_post(mail: Incoming, now: Timestamp) -> Post {
    Post {
        source_kind: KIND.to_owned(),
        text: with_subject(&mail),
        native_id: mail.id,
        kind: PostKind::Mail,
        author: Author { native_id: mail.from, display: mail.name, ..Author::default() },
        lang: mail.lang,
        published_at: mail.received_at.or(mail.written_at),
        seen_at: now,
        raw: mail.raw,
        ..Post::default()
    }
}

impl Waking {
    /// How an answer to a mail to whoever complained comes back: by the mailbox that is bound to the brand. Every try of one mail has the same
    /// secret; nothing opens by it, and it is written down nowhere.
    pub(crate) async fn answer_to(
        &self,
        row: &OutboxRow,
        (organisation, id): (OrganisationId, i64),
        now: Timestamp,
    ) -> Result<Option<Answer>, EngineError> {
        let brand = self.world.store.complaint(organisation, id).await?.complaint.brand;
        let source = mailbox::of_brand(self, organisation, brand).await?.filter(|source| source.enabled);
        let Some(settings) = source.and_then(|source| Settings::parse(&source.settings).ok()) else { return Ok(None) };
        let parts = [row.id, row.created_at.as_microsecond()].map(i64::to_le_bytes);
        let made = keyed(&self.secret, "complaint answer", &[&parts[0], &parts[1], row.message.key.as_bytes()]);
        let secret = blake3::Hash::from_bytes(made).to_hex()[..32].to_owned();
        self.world.store.add_complaint_reply(organisation, id, &kept(self, &secret), now).await?;
        Ok(Some(Answer { address: settings.answer_address(&secret), secret }))
    }
}
