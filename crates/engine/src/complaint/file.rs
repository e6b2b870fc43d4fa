//! The way in: from a form to a complaint, and from there to a mention of its brand.

use super::stamp::{Mark, read};
use super::{digest, keyed, mail, written};
use crate::EngineError;
use crate::bus::Change;
use crate::ingest::{Ingest, Manner};
use crate::waking::Waking;
use crate::world::World;
use connect::outbound::mail::Address;
use domain::complaint::{
    Channel, FILES_A_DAY, FILES_OF_BRAND, FileKind, Held, KIND, LARGEST_FILE, MOST_FILES, Rate, TextError, checked_text,
};
use domain::name;
use domain::post::{Author, Post, PostKind};
use domain::source::{Delivery, Source};
use jiff::{SignedDuration, Timestamp};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use store::{Complaint, NewComplaint, NewFile};
use tokio::task::JoinSet;
use words::Locale;

/// What one address sends before the rest is held aside, and before no more is taken; of IPv6 the half that a household has.
const NEAR: [Rate; 2] = [Rate::new(10, SignedDuration::from_mins(3)), Rate::new(50, SignedDuration::from_mins(2))];
/// The same of a neighbourhood: a provider gives each customer many networks.
const WIDE: [Rate; 2] = [Rate::new(30, SignedDuration::from_mins(2)), Rate::new(200, SignedDuration::from_mins(1))];
/// The same of a brand. A storm of real complaints is seen long before that.
pub(super) const BRAND: [Rate; 2] =
    [Rate::new(300, SignedDuration::from_secs(10)), Rate::new(5_000, SignedDuration::from_secs(20))];
/// What comes with files, from one address and from its neighbourhood: nobody fills the brand's room alone.
const FILES: [Rate; 2] = [Rate::new(4, SignedDuration::from_mins(60)), Rate::new(8, SignedDuration::from_mins(30))];
/// The same of forms whose files are read at all: they are held in memory meanwhile.
const BRINGS: [Rate; 2] = [Rate::new(8, SignedDuration::from_mins(5)), Rate::new(40, SignedDuration::from_mins(1))];
/// How often it is looked whether a complaint is no mention yet.
const LOOK: SignedDuration = SignedDuration::from_secs(30);
/// Complaints looked at in one go.
const PAGE: i64 = 100;
/// The longest name of a file that is kept, in characters.
const FILE_NAME: usize = 120;

/// What somebody sends by the form.
#[derive(Clone, Debug)]
pub struct Filing {
    /// The name they give; may be empty.
    pub name: String,
    /// The address they leave; may be empty.
    pub email: String,
    /// What went wrong.
    pub text: String,
    /// Files.
    pub files: Vec<Sent>,
    /// The language of the page.
    pub locale: Locale,
    /// The mark of the form.
    pub stamp: String,
    /// What stands in the field that people do not see.
    pub trap: String,
    /// When it came, by the clock that the mark was made by: people write by the wall's, whatever the world's.
    pub came_at: Timestamp,
    /// Where they come from.
    pub from: Option<IpAddr>,
}

/// A file as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What cannot be taken of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing was written.
    NoText,
    /// Too much was written.
    LongText,
    /// The name is too long, or holds what is not seen.
    Name,
    /// The address is none.
    Email,
    /// Too many files.
    ManyFiles,
    /// A file is too large.
    LargeFile,
    /// A file is no picture and no PDF.
    FileKind,
    /// The brand has no room for files today.
    NoRoom,
    /// It is held aside, which is not told: no files until somebody of the team has looked at it.
    Waits,
}

/// What came of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filed {
    /// It is a complaint.
    Taken {
        /// The secret of the link by which the conversation goes on; kept nowhere.
        secret: String,
        /// Whether a mail goes to the address that was left.
        mailed: bool,
    },
    /// It cannot be taken as it is; nothing was kept.
    Wrong(Vec<Wrong>),
    /// So many came that no more are taken for now; nothing was kept.
    TooMany,
    /// The channel is shut.
    Shut,
}

/// Takes a form. The same form with the same words, sent again, is the complaint that it was: whoever pressed twice gets the same link.
///
/// # Errors
/// The store's; what was filed is filed, and becomes a mention soon.
pub async fn file(
    waking: &Waking,
    ingest: &Ingest,
    channel: &Channel,
    mut filing: Filing,
) -> Result<Filed, EngineError> {
    if !channel.open {
        return Ok(Filed::Shut);
    }
    let (store, now) = (&waking.world.store, waking.world.clock.now());
    let checked = match check(&mut filing) {
        Ok(checked) => checked,
        Err(wrong) => return Ok(Filed::Wrong(wrong)),
    };
    let mark = read(&waking.secret, &channel.address, &filing.stamp, filing.came_at);
    // Without a mark of ours nothing tells two forms apart but when they came.
    let once = if mark == Mark::None { filing.came_at.as_microsecond() } else { 0 };
    let secret = secret_of(&waking.secret, channel, (&filing, once), &checked);
    let digest = digest(&secret);
    if let Some((organisation, id, _)) = store.complaint_by_link(&digest).await? {
        let mailed = !store.complaint_mails(organisation, id).await?.is_empty();
        return Ok(Filed::Taken { secret, mailed });
    }
    let networks = networks(&waking.secret, filing.from);
    let is_suspect = !filing.trap.is_empty() || mark != Mark::Good;
    // What will be held aside anyway uses up nothing of what the others need.
    let day = if is_suspect { "complaint-aside" } else { "complaint-day" };
    let came = rated(waking, channel, &networks, day, now).await?;
    if came == Came::TooMany {
        return Ok(Filed::TooMany);
    }
    if !takes_files(waking, channel, &networks, &checked.files, now).await? {
        return Ok(Filed::Wrong(vec![Wrong::NoRoom]));
    }
    let held = match (mark, came) {
        _ if !filing.trap.is_empty() => Some(Held::Trap),
        (Mark::None, _) => Some(Held::Unsigned),
        (Mark::Fast, _) => Some(Held::Fast),
        (Mark::Good, Came::Crowded) => Some(Held::Network),
        // Only what nothing else speaks against is counted here: a flood that is held aside anyway holds up nobody else.
        (Mark::Good, _) if !take(waking, format!("complaint-brand:{}", channel.brand), BRAND[0], now).await? => {
            Some(Held::Flood)
        }
        (Mark::Good, _) => None,
    };
    let Checked { name, email, text, files } = checked;
    let locale = filing.locale.code().to_owned();
    let new = NewComplaint { brand: channel.brand, digest, held, name, email, locale, text, files, by_mail: None };
    let (id, _) = store.file_complaint(channel.organisation, new, now).await?;
    let complaint = store.complaint(channel.organisation, id).await?.complaint;
    // It is filed: whatever comes next is mended later, and nobody loses their link for it.
    let mailed = match take_in(waking, ingest, &complaint).await {
        Ok(mailed) => mailed,
        Err(error) => {
            tracing::error!(complaint.id, %error, "a complaint is no mention yet; it is tried again");
            false
        }
    };
    waking.world.bus.tell(channel.organisation, Change::Mentions);
    Ok(Filed::Taken { secret, mailed })
}

/// How something came, by the rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Came {
    /// As people send.
    Alone,
    /// With many from its network.
    Crowded,
    /// With more than are taken.
    TooMany,
}

/// The narrowest rate first: what is refused by one takes nothing of the wider ones, so that nobody uses up what others need.
pub(super) async fn rated(
    waking: &Waking,
    channel: &Channel,
    networks: &[String],
    day: &str,
    now: Timestamp,
) -> Result<Came, EngineError> {
    let mut came = Came::Alone;
    for (network, [soft, hard]) in networks.iter().zip([NEAR, WIDE]) {
        if !take(waking, format!("{network}!"), hard, now).await? {
            return Ok(Came::TooMany);
        }
        if came == Came::Alone && !take(waking, network.clone(), soft, now).await? {
            came = Came::Crowded;
        }
    }
    match take(waking, format!("{day}:{}", channel.brand), BRAND[1], now).await? {
        true => Ok(came),
        false => Ok(Came::TooMany),
    }
}

pub(super) async fn take(waking: &Waking, key: String, rate: Rate, now: Timestamp) -> Result<bool, EngineError> {
    Ok(waking.world.store.take_tokens(&[(key, rate)], now).await?.contains(&true))
}

/// Whether the files of a form are read at all, asked before the first of their bytes: only of a form that the house made for this address, and
/// not of many from one network.
///
/// # Errors
/// The store's.
pub async fn brings_files(waking: &Waking, filing: &Bringing<'_>) -> Result<bool, EngineError> {
    if let Some((address, stamp, came_at)) = filing.form
        && read(&waking.secret, address, stamp, came_at) == Mark::None
    {
        return Ok(false);
    }
    let networks = networks(&waking.secret, filing.from);
    let now = waking.world.clock.now();
    for (network, rate) in networks.iter().zip(BRINGS) {
        if !take(waking, format!("{network}?"), rate, now).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A form whose files are about to come.
#[derive(Clone, Copy, Debug)]
pub struct Bringing<'a> {
    /// The channel's address, the form's mark and when it came; `None` for a form of a conversation, whose secret was right.
    pub form: Option<(&'a str, &'a str, Timestamp)>,
    /// Where it comes from.
    pub from: Option<IpAddr>,
}

/// Whether files that were sent from there are taken: not many from one network, and as far as the brand has room.
pub(super) async fn admits_files(
    waking: &Waking,
    channel: &Channel,
    from: Option<IpAddr>,
    files: &[NewFile],
    now: Timestamp,
) -> Result<bool, EngineError> {
    takes_files(waking, channel, &networks(&waking.secret, from), files, now).await
}

/// The same, of what counts as networks.
pub(super) async fn takes_files(
    waking: &Waking,
    channel: &Channel,
    networks: &[String],
    files: &[NewFile],
    now: Timestamp,
) -> Result<bool, EngineError> {
    if files.is_empty() {
        return Ok(true);
    }
    for (network, rate) in networks.iter().zip(FILES) {
        if !take(waking, format!("{network}+"), rate, now).await? {
            return Ok(false);
        }
    }
    has_room(waking, channel, files, now).await
}

/// Lets in what was held aside: from now on it is like any other. Answers whether a mail goes to the address that was left.
///
/// # Errors
/// The store's.
pub async fn let_in(
    waking: &Waking,
    ingest: &Ingest,
    organisation: domain::id::OrganisationId,
    id: i64,
) -> Result<bool, EngineError> {
    let store = &waking.world.store;
    if store.complaint(organisation, id).await?.complaint.held.is_none() {
        return Ok(false);
    }
    store.let_in_complaint(organisation, id, waking.world.clock.now()).await?;
    let complaint = store.complaint(organisation, id).await?.complaint;
    take_in(waking, ingest, &complaint).await
}

/// Lets go of what was held aside: what was said, its files and who said it are erased, and its link opens nothing any more. Answers whether
/// there was something; what is not held stays.
///
/// # Errors
/// The store's.
pub async fn let_go(world: &World, organisation: domain::id::OrganisationId, id: i64) -> Result<bool, EngineError> {
    let went = world.store.let_go_complaint(organisation, id, world.clock.now()).await?;
    world.bus.tell(organisation, Change::Mentions);
    Ok(went)
}

/// Makes a complaint that is not held a mention, and tells whoever wrote it.
pub(super) async fn take_in(waking: &Waking, ingest: &Ingest, complaint: &Complaint) -> Result<bool, EngineError> {
    if complaint.held.is_some() {
        return Ok(false);
    }
    become_mention(waking, ingest, complaint).await?;
    mail::confirm_receipt(waking, complaint).await
}

/// What was filed when a process died, or let in, becomes a mention. Answers how many did.
///
/// # Errors
/// The store's.
pub async fn repair(waking: &Waking, ingest: &Ingest) -> Result<usize, EngineError> {
    let waiting = waking.world.store.unmentioned_complaints(PAGE).await?;
    let mut mended = 0;
    for complaint in &waiting {
        // One that cannot be must not hold up the others.
        match become_mention(waking, ingest, complaint).await {
            Ok(()) => mended += 1,
            Err(error) => tracing::error!(complaint.id, %error, "a complaint is no mention yet; it is tried again"),
        }
    }
    Ok(mended)
}

/// Repairs again and again, until the tasks are ended.
pub fn watch(waking: Waking, ingest: Ingest, tasks: &mut JoinSet<()>) {
    tasks.spawn(async move {
        loop {
            if let Err(error) = repair(&waking, &ingest).await {
                tracing::error!(%error, "a complaint is no mention yet; it is tried again");
            }
            let next = waking.world.clock.now().saturating_add(LOOK).unwrap_or(Timestamp::MAX);
            waking.world.clock.sleep_until(next).await;
        }
    });
}

/// By the same way in as every post: matched, read, counted. The name is shown and compares with nothing: whoever signs as the brand is still heard.
async fn become_mention(waking: &Waking, ingest: &Ingest, complaint: &Complaint) -> Result<(), EngineError> {
    let (store, now) = (&waking.world.store, waking.world.clock.now());
    let Some(channel) = store.channel(complaint.organisation, complaint.brand).await? else { return Ok(()) };
    // Whatever the source is bound to meanwhile: a complaint is of the brand it was filed with.
    let source = store.source(complaint.organisation, channel.source).await?;
    let source = Source { brand: Some(complaint.brand), ..source };
    let told = store.complaint(complaint.organisation, complaint.id).await?;
    let text = told.messages.into_iter().next().map(|message| message.text).unwrap_or_default();
    let who = complaint.email.as_ref().map_or_else(|| complaint.id.to_string(), |email| email.to_lowercase());
    let who = blake3::Hash::from_bytes(keyed(&waking.secret, "complaint author", &[who.as_bytes()])).to_hex();
    let post = Post {
        source_kind: KIND.to_owned(),
        native_id: complaint.id.to_string(),
        kind: PostKind::Report,
        author: Author { native_id: Some(who[..24].to_owned()), display: complaint.name.clone(), ..Author::default() },
        text,
        published_at: Some(complaint.filed_at),
        seen_at: now.max(complaint.filed_at),
        ..Post::default()
    };
    let native_id = post.native_id.clone();
    let delivery = Delivery { posts: vec![post], ..Delivery::default() };
    ingest.accept(&source, delivery, Manner::Live).await?;
    // Another brand's query may have found it too: the mention is that of the channel's brand.
    store.set_complaint_mention(complaint.organisation, complaint.id, None, &native_id).await?;
    Ok(())
}

/// A form that can be taken.
struct Checked {
    name: Option<String>,
    email: Option<String>,
    text: String,
    files: Vec<NewFile>,
}

fn check(filing: &mut Filing) -> Result<Checked, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let text = checked_text(&filing.text).map_err(|error| {
        wrong.push(match error {
            TextError::Empty => Wrong::NoText,
            TextError::Long => Wrong::LongText,
        });
    });
    let name = match filing.name.trim() {
        "" => Ok(None),
        name => name::checked(name).map(Some).map_err(|_| wrong.push(Wrong::Name)),
    };
    let email = match filing.email.trim() {
        "" => Ok(None),
        email => Address::parse(email).map(|email| Some(email.to_string())).ok_or_else(|| wrong.push(Wrong::Email)),
    };
    let files = checked_files(std::mem::take(&mut filing.files)).map_err(|problem| wrong.push(problem));
    match (text, name, email, files) {
        (Ok(text), Ok(name), Ok(email), Ok(files)) => Ok(Checked { name, email, text, files }),
        _ => Err(wrong),
    }
}

/// Files that can be kept: few, not large, pictures and PDFs by how they begin.
pub(super) fn checked_files(sent: Vec<Sent>) -> Result<Vec<NewFile>, Wrong> {
    if sent.len() > MOST_FILES {
        return Err(Wrong::ManyFiles);
    }
    let file = |file: Sent| {
        if file.bytes.len() > LARGEST_FILE {
            return Err(Wrong::LargeFile);
        }
        let kind = FileKind::of(&file.bytes).ok_or(Wrong::FileKind)?;
        let shown: String = file.name.chars().filter(|c| !name::is_hidden(*c)).take(FILE_NAME).collect();
        Ok(NewFile { name: shown, media_type: kind.media_type(), bytes: file.bytes })
    };
    sent.into_iter().map(file).collect()
}

/// Whether a brand's files are not too many, in all and today.
async fn has_room(waking: &Waking, channel: &Channel, files: &[NewFile], now: Timestamp) -> Result<bool, EngineError> {
    let since = now.checked_sub(SignedDuration::from_hours(24)).unwrap_or(Timestamp::MIN);
    let (all, today) = waking.world.store.complaint_bytes(channel.organisation, channel.brand, since).await?;
    let more: i64 = files.iter().map(|file| file.bytes.len() as i64).sum();
    Ok(all + more <= FILES_OF_BRAND && today + more <= FILES_A_DAY)
}

/// The secret of the conversation: made of the form and of all that stands in it under the house's key, so that the same form sent twice has the
/// same one, two forms never do, and it is written down nowhere.
fn secret_of(secret: &[u8; 32], channel: &Channel, (filing, once): (&Filing, i64), checked: &Checked) -> String {
    let once = once.to_le_bytes();
    let digests: Vec<[u8; 32]> = checked.files.iter().map(|file| *blake3::hash(&file.bytes).as_bytes()).collect();
    let mut parts: Vec<&[u8]> = vec![
        channel.address.as_bytes(),
        filing.stamp.as_bytes(),
        &once,
        checked.name.as_deref().unwrap_or("").as_bytes(),
        checked.email.as_deref().unwrap_or("").as_bytes(),
        checked.text.as_bytes(),
    ];
    parts.extend(digests.iter().map(|digest| digest.as_slice()));
    written(&keyed(secret, "complaint conversation", &parts))
}

/// Where somebody comes from, near and wide, as rates count it: a digest, so that no address is kept. Nothing for this machine: a proxy that was
/// not listed would make one neighbourhood of everybody.
fn networks(secret: &[u8; 32], from: Option<IpAddr>) -> Vec<String> {
    let cut = |from: IpAddr, bits: [u32; 2]| match from {
        IpAddr::V4(v4) => IpAddr::V4(Ipv4Addr::from_bits(v4.to_bits() & (u32::MAX << (32 - bits[0])))),
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & (u128::MAX << (128 - bits[1])))),
    };
    let Some(from) = from.map(|from| from.to_canonical()).filter(|from| !from.is_loopback()) else { return Vec::new() };
    let named = |network: IpAddr, how: &str| {
        let digest = keyed(secret, "complaint network", &[how.as_bytes(), network.to_string().as_bytes()]);
        format!("complaint-{how}:{}", blake3::Hash::from_bytes(digest).to_hex())
    };
    vec![named(cut(from, [32, 64]), "near"), named(cut(from, [24, 48]), "wide")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_are_what_one_household_and_one_neighbourhood_have() {
        let of = |text: &str| networks(&[7; 32], Some(text.parse().unwrap()));
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1")[0], of("2001:db8:1:3::1")[0]);
        assert_eq!(
            of("2001:db8:1:2::1")[1],
            of("2001:db8:1:ffff::1")[1],
            "who rotates within 48 bits stays a neighbour"
        );
        assert_ne!(of("2001:db8:1::")[1], of("2001:db8:2::")[1]);
        assert_eq!(of("203.0.113.9"), of("::ffff:203.0.113.9"));
        assert_ne!(of("203.0.113.9")[0], of("203.0.113.10")[0]);
        assert_eq!(of("203.0.113.9")[1], of("203.0.113.10")[1]);
        assert_eq!(of("127.0.0.1"), [""; 0]);
        assert!(!of("203.0.113.9")[0].contains("203"), "no address is kept");
    }
}
