//! `vigie complaint`: who waits, what was said, an answer by somebody's name, and the channel.

use super::{Setting, house, waking};
use crate::Done;
use crate::cli::{Complaint as Asked, ComplaintAnswer, ComplaintBy, Standing};
use crate::output;
use anyhow::{Context, bail};
use connect::http::Client;
use domain::complaint::{Act, Channel, State};
use domain::id::PersonId;
use domain::organisation::{Organisation, Person, Right};
use engine::complaint::{self as complaints, Wanted};
use engine::ingest::Ingest;
use engine::waking::Waking;
use engine::world::World;
use serde_json::{Value, json};
use std::io::Read;
use store::{Complaint, ComplaintFilter, ComplaintMessage};

/// Runs one of them.
pub async fn run(asked: Asked, setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    let json = setting.json;
    match asked {
        Asked::List { organisation, state, held, limit } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            list(&world, &organisation, state, held, limit, json).await
        }
        Asked::Show { id, organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            show(&world, &organisation, id, json).await
        }
        Asked::Answer(asked) => answer(setting, &world, asked).await,
        Asked::Assign { id, organisation, to } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let person = match &to {
                Some(email) => Some(member(&world, &organisation, email).await?.id),
                None => None,
            };
            world
                .store
                .assign_complaint(organisation.id, id, person, world.clock.now())
                .await
                .with_context(|| unknown(id))?;
            show(&world, &organisation, id, json).await
        }
        Asked::Close(ComplaintBy { id, organisation, by }) => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let by = member(&world, &organisation, &by).await?;
            let by = (by.id, by.name.as_str());
            complaints::close(&world, organisation.id, id, by).await.with_context(|| unknown(id))?;
            show(&world, &organisation, id, json).await
        }
        Asked::Reopen(ComplaintBy { id, organisation, by }) => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let by = member(&world, &organisation, &by).await?;
            let by = (by.id, by.name.as_str());
            complaints::reopen(&world, organisation.id, id, by).await.with_context(|| unknown(id))?;
            show(&world, &organisation, id, json).await
        }
        Asked::LetIn { id, organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let (waking, ingest) = (desk(setting, &world).await?, Ingest::open(world.clone()).await?);
            complaints::let_in(&waking, &ingest, organisation.id, id).await.with_context(|| unknown(id))?;
            show(&world, &organisation, id, json).await
        }
        Asked::LetGo { id, organisation } => {
            let organisation = house::organisation(&world, organisation.as_deref()).await?;
            let went = complaints::let_go(&world, organisation.id, id).await.with_context(|| unknown(id))?;
            anyhow::ensure!(went, "complaint {id} is not held aside; nothing was changed");
            show(&world, &organisation, id, json).await
        }
        Asked::OpenChannel { brand, organisation, address, phone, sites } => {
            let sites = (!sites.is_empty()).then_some(sites);
            let wanted = Wanted { open: Some(true), address, phone, sites };
            set_channel(setting, &world, (&brand, organisation.as_deref()), wanted).await
        }
        Asked::CloseChannel { brand, organisation } => {
            let wanted = Wanted { open: Some(false), ..Wanted::default() };
            set_channel(setting, &world, (&brand, organisation.as_deref()), wanted).await
        }
    }
}

fn unknown(id: i64) -> String {
    format!("complaint {id}: nothing was changed")
}

/// What mails leave by, and links are made with.
pub async fn desk(setting: &Setting, world: &World) -> anyhow::Result<Waking> {
    let client = Client::new(setting.config.contact.as_deref());
    waking::live(setting, world, &client, &house::origin(world, setting).await?).await
}

/// A member who may answer, by their address.
pub async fn member(world: &World, organisation: &Organisation, email: &str) -> anyhow::Result<Person> {
    let members = world.store.members(organisation.id, world.clock.now()).await?;
    let found = members.into_iter().find(|(person, _)| person.email.eq_ignore_ascii_case(email.trim()));
    match found {
        Some((person, role)) if role.may(Right::Triage) => Ok(person),
        Some(_) => bail!("{email} only reads in {}: nothing was changed", organisation.name),
        None => bail!("{email} is no member of {}: `vigie user list` says who is", organisation.name),
    }
}

async fn list(
    world: &World,
    organisation: &Organisation,
    state: Option<Standing>,
    held: bool,
    limit: u16,
    json: bool,
) -> anyhow::Result<Done> {
    let state = state.map(|state| match state {
        Standing::Open => State::Open,
        Standing::Answered => State::Answered,
        Standing::Closed => State::Closed,
    });
    let filter = ComplaintFilter { state, held, ..ComplaintFilter::default() };
    for (complaint, begins) in world.store.complaints(organisation.id, filter, None, limit.into()).await? {
        if json {
            let mut told = record(&complaint);
            told["begins"] = Value::from(begins);
            output::json(&told)?;
            continue;
        }
        let since = complaint.waiting_since.map_or_else(String::new, |at| format!("waits since {at}"));
        let held = complaint.held.map_or("", |held| held.code());
        let state = complaint.state.code();
        let begins: String = output::tame(&begins).chars().take(80).collect();
        output::line(format!("{}\t{state}\t{held}\t{since}\t{begins}", complaint.id))?;
    }
    Ok(Done::All)
}

fn record(complaint: &Complaint) -> Value {
    let Complaint { id, brand, mention, state, held, name, email, mail, locale, filed_at, moved_at, .. } = complaint;
    let (waiting_since, assigned, said) = (complaint.waiting_since, complaint.assigned, complaint.said);
    json!({ "id": id, "brand": brand, "mention": mention, "state": state, "held": held, "name": name, "email": email, "mail": mail,
            "locale": locale, "filed_at": filed_at, "moved_at": moved_at, "waiting_since": waiting_since, "assigned": assigned, "said": said })
}

async fn show(world: &World, organisation: &Organisation, id: i64, json: bool) -> anyhow::Result<Done> {
    let found = world.store.complaint(organisation.id, id).await.with_context(|| format!("complaint {id}"))?;
    let mails = world.store.complaint_mails(organisation.id, id).await?;
    let mail = |n: i64| mails.iter().find(|mail| mail.message.key == format!("complaint-{id}-{n}"));
    let files = |n: i64| found.files.iter().filter(move |file| file.message == n);
    if json {
        let message = |m: &ComplaintMessage| {
            let files =
                files(m.n).map(|f| json!({ "n": f.n, "name": f.name, "media_type": f.media_type, "size": f.size }));
            json!({ "n": m.n, "at": m.at, "act": m.act, "person": m.person, "name": m.name, "text": m.text,
                    "files": files.collect::<Vec<_>>(), "mail": mail(m.n).map(|mail| mail.state.code()),
                    "by_mail": m.by_mail.as_ref().map(|mail| json!({ "sender": mail.sender, "cut": mail.cut, "left_out": mail.left_out })) })
        };
        let mut told = record(&found.complaint);
        told["messages"] = found.messages.iter().map(message).collect();
        output::json(&told)?;
        return Ok(Done::All);
    }
    let complaint = &found.complaint;
    let held = complaint.held.map_or(String::new(), |held| format!(", held aside ({})", held.code()));
    output::line(format!("complaint {id}: {}{held}", complaint.state.code()))?;
    for m in &found.messages {
        let who = match (m.person, &m.name) {
            (Some(PersonId(_)), name) => name.clone().unwrap_or_default(),
            (None, Some(name)) => format!("{name} (customer)"),
            (None, None) => "customer".to_owned(),
        };
        let done = if m.act == Act::Said { String::new() } else { format!(" [{}]", m.act.code()) };
        output::line(format!("{}\t{}\t{}{done}", m.n, m.at, output::tame(&who)))?;
        if let Some(mail) = &m.by_mail {
            let sender = mail.sender.as_deref().unwrap_or("an unknown address");
            output::line(format!("\tby mail from {}; the sender's address was not proven", output::tame(sender)))?;
        }
        for line in m.text.lines() {
            output::line(format!("\t{}", output::tame(line)))?;
        }
        for file in files(m.n) {
            output::line(format!("\tfile {}: {} ({} bytes)", file.n, file.media_type, file.size))?;
        }
        if let Some(mail) = mail(m.n) {
            output::line(format!("\tmail: {}", mail.state.code()))?;
        }
    }
    Ok(Done::All)
}

async fn answer(setting: &Setting, world: &World, asked: ComplaintAnswer) -> anyhow::Result<Done> {
    let ComplaintAnswer { id, organisation, by, text, seen } = asked;
    let organisation = house::organisation(world, organisation.as_deref()).await?;
    let by = member(world, &organisation, &by).await?;
    let text = match text {
        Some(text) => text,
        None => {
            let mut text = String::new();
            std::io::stdin().take(1 << 20).read_to_string(&mut text).context("the answer is no UTF-8 text")?;
            text
        }
    };
    let seen = match seen {
        Some(seen) => seen,
        None => world.store.complaint(organisation.id, id).await.with_context(|| unknown(id))?.complaint.said,
    };
    let waking = desk(setting, world).await?;
    let by = (by.id, by.name.as_str());
    complaints::answer(&waking, organisation.id, id, by, &text, seen).await.with_context(|| unknown(id))?;
    show(world, &organisation, id, setting.json).await
}

async fn set_channel(
    setting: &Setting,
    world: &World,
    (brand, organisation): (&str, Option<&str>),
    wanted: Wanted,
) -> anyhow::Result<Done> {
    let organisation = house::organisation(world, organisation).await?;
    let brand = house::brand(world, &organisation, brand).await?;
    let waking = desk(setting, world).await?;
    let Channel { address, open, .. } = complaints::set_channel(&waking, organisation.id, brand.id, wanted).await??;
    let page = format!("{}/complaint/{address}", waking.origin);
    match (setting.json, open) {
        (true, _) => output::json(&json!({ "brand": brand.id, "open": open, "address": address, "page": page }))?,
        (false, true) => output::line(format!("{} takes complaints: {page}", brand.name))?,
        (false, false) => output::line(format!("{} takes no complaints; conversations go on", brand.name))?,
    }
    Ok(Done::All)
}
