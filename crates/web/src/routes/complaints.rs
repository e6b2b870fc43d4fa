//! Complaints, for the team: who waits, one conversation, an answer by name, and the channel's settings.

use super::bridge::failed;
use super::complaint::{attachment, mail_attachment, said_view};
use super::desk::{Desk, page};
use crate::error::Failure;
use crate::pages::complaint::SaidView;
use crate::pages::complaints::{ChannelPage, ComplaintPage, ComplaintRow, ComplaintsPage, Tab};
use crate::pages::{Notice, Room};
use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::brand::Brand;
use domain::complaint::{Channel, LONGEST, Mail, State};
use domain::id::{OrganisationId, PersonId};
use domain::organisation::Right;
use engine::EngineError;
use engine::complaint::{self as complaints, Typed, Unfit, Wanted};
use jiff::Timestamp;
use serde::Deserialize;
use store::{ByMail, ComplaintFilter, Conversation, OutboxRow, OutboxState};
use words::Words;

/// Complaints of one page.
const PAGE: i64 = 50;

/// Which are wanted.
#[derive(Deserialize)]
pub struct Listed {
    organisation: Option<i64>,
    #[serde(default)]
    show: String,
    #[serde(default)]
    beyond: String,
}

/// What just happened, as the address says it.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    said: String,
}

/// The list.
pub async fn list(desk: Desk, Query(asked): Query<Listed>) -> Result<Response, Failure> {
    let id = match asked.organisation {
        Some(id) => OrganisationId(id),
        None => desk.about(None).await?,
    };
    let organisation = desk.principal.organisation(id, Right::Triage)?.clone();
    let store = &desk.app.world.store;
    let tab = match State::from_code(&asked.show) {
        Some(state) => Tab::State(state),
        None if asked.show == "held" => Tab::Held,
        None => Tab::State(State::Open),
    };
    let filter = match tab {
        Tab::State(state) => ComplaintFilter { state: Some(state), ..ComplaintFilter::default() },
        Tab::Held => ComplaintFilter { held: true, ..ComplaintFilter::default() },
    };
    let beyond = asked
        .beyond
        .split_once('-')
        .and_then(|(at, id)| Some((Timestamp::from_microsecond(at.parse().ok()?).ok()?, id.parse().ok()?)));
    let mut found = store.complaints(id, filter, beyond, PAGE + 1).await?;
    let more = found.len() as i64 > PAGE;
    found.truncate(PAGE as usize);
    let older = found.last().filter(|_| more).map(|(last, _)| {
        let at =
            if tab == Tab::State(State::Open) { last.waiting_since.unwrap_or(last.moved_at) } else { last.moved_at };
        let show = if tab == Tab::Held { "held" } else { last.state.code() };
        format!("/complaints?organisation={id}&show={show}&beyond={}-{}", at.as_microsecond(), last.id)
    });
    let brands = store.brands(id).await?;
    let people = desk.people(id).await?;
    let row = |(complaint, first): (store::Complaint, String)| ComplaintRow {
        id: complaint.id,
        brand: brands
            .iter()
            .find(|brand| brand.id == complaint.brand)
            .map_or(String::new(), |brand| brand.name.clone()),
        name: complaint.name,
        first,
        waiting_since: complaint.waiting_since,
        moved_at: complaint.moved_at,
        assigned: people
            .iter()
            .find(|(person, _)| Some(PersonId(*person)) == complaint.assigned)
            .map(|(_, name)| name.clone()),
    };
    let others = desk.organisations(Right::Triage).filter(|other| other.id != id);
    let shown = ComplaintsPage {
        shell: desk.shell(Room::Mentions).await?,
        organisation: organisation.name,
        of: id.0,
        others: others.map(|other| (other.id.0, other.name.clone())).collect(),
        counts: store.complaint_counts(id).await?,
        has_channel: !store.channels(id).await?.is_empty(),
        complaints: found.into_iter().map(row).collect(),
        tab,
        older,
        words: desk.words,
    };
    page(&shown)
}

/// The organisation whose complaint it is, where the reader may answer it.
async fn find(desk: &Desk, id: i64) -> Result<(OrganisationId, Conversation), Failure> {
    for organisation in desk.organisations(Right::Inspect) {
        match desk.app.world.store.complaint(organisation.id, id).await {
            Ok(found) => {
                desk.principal.organisation(organisation.id, Right::Triage)?;
                return Ok((organisation.id, found));
            }
            Err(store::Error::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Failure::NotFound)
}

/// One conversation.
pub async fn show(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let (_, found) = find(&desk, id).await?;
    shown(desk, found, String::new(), None, asked.said == "yes").await
}

async fn shown(
    desk: Desk,
    found: Conversation,
    draft: String,
    problem: Option<String>,
    said: bool,
) -> Result<Response, Failure> {
    let store = &desk.app.world.store;
    let complaint = found.complaint.clone();
    let (organisation, id) = (complaint.organisation, complaint.id);
    let mails = store.complaint_mails(organisation, id).await?;
    let may_triage = desk.principal.organisation(organisation, Right::Triage).is_ok();
    let goes = desk.app.waking.outbound.mails() && matches!(complaint.mail, Mail::Confirmed | Mail::Unconfirmed);
    let mut shell = desk.shell(Room::Mentions).await?;
    shell.path = format!("/complaints/{id}");
    shell.notice = said.then(|| Notice { text: desk.words.say("complaint-answered"), undo: None });
    let shown = ComplaintPage {
        messages: messages(&desk, &found, &mails, may_triage),
        shell,
        id,
        organisation: organisation.0,
        brand: store.brand(organisation, complaint.brand).await?.name,
        state: complaint.state,
        by_mail: found.messages.first().is_some_and(|first| first.by_mail.is_some()),
        held: complaint.held,
        name: complaint.name,
        email: complaint.email.filter(|_| may_triage),
        mention: complaint.mention.map(|mention| mention.0),
        said: complaint.said,
        has_files: !found.files.is_empty(),
        mails: goes,
        people: desk.people(organisation).await?,
        assigned: complaint.assigned.map(|person| person.0),
        may_triage,
        reader: desk.principal.person.name.clone(),
        erased: complaint.erased_at.is_some(),
        draft,
        problem,
        words: desk.words,
    };
    page(&shown)
}

/// How a message came by mail. An address is told to those who may answer, and nobody is told that it is proven.
fn came_by_mail(words: &Words, mail: &ByMail, may_triage: bool) -> String {
    let mut said = match mail.sender.as_deref().filter(|_| may_triage) {
        Some(sender) => words.tell("complaint-by-mail-of", &[("who", sender.into())]),
        None => words.say("complaint-by-mail"),
    };
    if mail.cut {
        said.push(' ');
        said.push_str(&words.say("complaint-by-mail-cut"));
    }
    if mail.left_out > 0 {
        said.push(' ');
        said.push_str(&words.count("complaint-by-mail-left-out", mail.left_out));
    }
    said
}

fn messages(desk: &Desk, found: &Conversation, mails: &[OutboxRow], may_triage: bool) -> Vec<SaidView> {
    let (id, base) = (found.complaint.id, format!("/complaints/{}", found.complaint.id));
    let views = found.messages.iter().map(|message| {
        let by = |message: &store::ComplaintMessage| match (&message.name, message.person) {
            (Some(name), _) => name.clone(),
            (None, _) => desk.words.say("complaint-anonymous"),
        };
        if let Some(by_mail) = &message.by_mail {
            let raw = may_triage.then(|| format!("{base}/mails/{}", message.n));
            let mail = Some(came_by_mail(&desk.words, by_mail, may_triage));
            return SaidView { mail, raw, ..said_view(&desk.words, found, message, &base, &by) };
        }
        let mail = mails.iter().find(|mail| mail.message.key == format!("complaint-{id}-{}", message.n));
        let mail = mail.map(|mail| {
            let state = desk.words.say(match mail.state {
                OutboxState::Waiting | OutboxState::Sending => "complaint-mail-state-waiting",
                OutboxState::Sent => "complaint-mail-state-sent",
                OutboxState::Unknown => "complaint-mail-state-unknown",
                OutboxState::Failed | OutboxState::Stale | OutboxState::Silenced => "complaint-mail-state-failed",
            });
            match &mail.reason {
                Some(reason) if mail.state != OutboxState::Sent => {
                    format!("{state} ({})", words::target::kept(&desk.words, reason))
                }
                _ => state,
            }
        });
        SaidView { mail, ..said_view(&desk.words, found, message, &base, &by) }
    });
    views.collect()
}

/// What the form of an answer sends.
#[derive(Deserialize)]
pub struct AnswerForm {
    text: String,
    seen: i64,
}

/// Answers, by the reader's name. Where something else was said meanwhile it is shown, and the text is kept.
pub async fn answer(desk: Desk, Path(id): Path<i64>, Form(form): Form<AnswerForm>) -> Result<Response, Failure> {
    let (organisation, _) = find(&desk, id).await?;
    let person = desk.principal.person.clone();
    let came =
        complaints::answer(&desk.app.waking, organisation, id, (person.id, &person.name), &form.text, form.seen).await;
    let problem = match came {
        Ok(_) => return Ok(Redirect::to(&format!("/complaints/{id}?said=yes")).into_response()),
        Err(EngineError::Store(store::Error::Conflict(_))) => desk.words.say("complaint-meanwhile"),
        Err(EngineError::Report(_)) => desk.words.count("complaint-answer-problem", LONGEST as i64),
        Err(error) => return Err(failed(error)),
    };
    let (_, found) = find(&desk, id).await?;
    Ok((StatusCode::CONFLICT, shown(desk, found, form.text, Some(problem), false).await?).into_response())
}

/// To whom it is given.
#[derive(Deserialize)]
pub struct AssignForm {
    #[serde(default)]
    person: String,
}

/// Gives it to somebody, or to nobody.
pub async fn assign(desk: Desk, Path(id): Path<i64>, Form(form): Form<AssignForm>) -> Result<Response, Failure> {
    let (organisation, _) = find(&desk, id).await?;
    let person = form.person.parse().ok().map(PersonId);
    desk.app.world.store.assign_complaint(organisation, id, person, desk.now()).await?;
    Ok(back(id))
}

/// Closes it.
pub async fn close(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let (organisation, _) = find(&desk, id).await?;
    let by = (desk.principal.person.id, desk.principal.person.name.as_str());
    complaints::close(&desk.app.world, organisation, id, by).await.map_err(failed)?;
    Ok(back(id))
}

/// Opens it again.
pub async fn reopen(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let (organisation, _) = find(&desk, id).await?;
    let by = (desk.principal.person.id, desk.principal.person.name.as_str());
    complaints::reopen(&desk.app.world, organisation, id, by).await.map_err(failed)?;
    Ok(back(id))
}

/// Lets in what was held aside.
pub async fn let_in(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let (organisation, _) = find(&desk, id).await?;
    complaints::let_in(&desk.app.waking, &desk.app.ingest, organisation, id).await.map_err(failed)?;
    Ok(back(id))
}

/// Lets go of what was held aside.
pub async fn let_go(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let (organisation, _) = find(&desk, id).await?;
    complaints::let_go(&desk.app.world, organisation, id).await.map_err(failed)?;
    Ok(Redirect::to("/complaints").into_response())
}

fn back(id: i64) -> Response {
    Redirect::to(&format!("/complaints/{id}")).into_response()
}

/// One of its files.
pub async fn file(desk: Desk, Path((id, n)): Path<(i64, i64)>) -> Result<Response, Failure> {
    let (organisation, _) = find(&desk, id).await?;
    let (media_type, bytes) = desk.app.world.store.complaint_file(organisation, id, n).await?;
    attachment(id, n, &media_type, bytes)
}

/// A mail as it was received, to be saved: all of it is a stranger's.
pub async fn mail(desk: Desk, Path((id, n)): Path<(i64, i64)>) -> Result<Response, Failure> {
    let (organisation, _) = find(&desk, id).await?;
    mail_attachment(id, n, desk.app.world.store.complaint_mail(organisation, id, n).await?)
}

/// A brand's channel.
pub async fn channel(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let brand = desk.brand(id, Right::Inspect).await?;
    let channel = desk.app.world.store.channel(brand.organisation, brand.id).await?;
    let form = ChannelForm::of(channel.as_ref());
    channel_page(desk, brand, form, channel, None, asked.said == "saved").await
}

/// The channel's page again, with what was typed of a mailbox and why it is not read.
pub(super) async fn channel_with_mailbox(
    desk: Desk,
    brand: Brand,
    typed: Typed,
    problem: String,
) -> Result<Response, Failure> {
    let channel = desk.app.world.store.channel(brand.organisation, brand.id).await?;
    let form = ChannelForm::of(channel.as_ref());
    let mut shown = channel_view(&desk, brand, form, channel).await?;
    (shown.mailbox, shown.mailbox_problem) = (typed, Some(problem));
    page(&shown)
}

/// What the form of a channel sends.
#[derive(Default, Deserialize)]
pub struct ChannelForm {
    #[serde(default)]
    open: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    sites: String,
}

impl ChannelForm {
    /// What the form shows of a channel.
    fn of(channel: Option<&Channel>) -> Self {
        match channel {
            Some(Channel { address, open, terms, .. }) => Self {
                open: if *open { "yes".to_owned() } else { String::new() },
                address: address.clone(),
                phone: terms.phone.clone(),
                sites: terms.sites.join("\n"),
            },
            None => Self { open: "yes".to_owned(), ..Self::default() },
        }
    }
}

/// Opens, changes or shuts it.
pub async fn save_channel(desk: Desk, Path(id): Path<i64>, Form(form): Form<ChannelForm>) -> Result<Response, Failure> {
    let brand = desk.brand(id, Right::Configure).await?;
    let wanted = Wanted {
        open: Some(form.open == "yes"),
        address: Some(form.address.clone()),
        phone: Some(form.phone.clone()),
        sites: Some(form.sites.lines().map(str::to_owned).collect()),
    };
    let set = complaints::set_channel(&desk.app.waking, brand.organisation, brand.id, wanted).await.map_err(failed)?;
    let problem = match set {
        Ok(_) => return Ok(Redirect::to(&format!("/settings/brands/{id}/complaints?said=saved")).into_response()),
        Err(Unfit::Own) => "channel-wrong-own",
        Err(Unfit::Address) => "channel-wrong-address",
        Err(Unfit::Taken) => "channel-wrong-taken",
        Err(Unfit::Phone) => "channel-wrong-phone",
        Err(Unfit::Sites) => "channel-wrong-sites",
    };
    let problem = Some(desk.words.say(problem));
    let channel = desk.app.world.store.channel(brand.organisation, brand.id).await?;
    channel_page(desk, brand, form, channel, problem, false).await
}

async fn channel_page(
    desk: Desk,
    brand: Brand,
    form: ChannelForm,
    channel: Option<Channel>,
    problem: Option<String>,
    saved: bool,
) -> Result<Response, Failure> {
    let mut shown = channel_view(&desk, brand, form, channel).await?;
    shown.problem = problem;
    shown.shell.notice = saved.then(|| Notice { text: desk.words.say("channel-saved"), undo: None });
    page(&shown)
}

async fn channel_view(
    desk: &Desk,
    brand: Brand,
    form: ChannelForm,
    channel: Option<Channel>,
) -> Result<ChannelPage, Failure> {
    let mut shell = desk.shell(Room::Settings).await?;
    shell.path = format!("/settings/brands/{}/complaints", brand.id);
    let public = channel.map(|channel| format!("{}/complaint/{}", desk.app.waking.origin, channel.address));
    let mailbox = complaints::mailbox(&desk.app.waking, brand.organisation, brand.id).await.map_err(failed)?;
    Ok(ChannelPage {
        may_configure: desk.principal.organisation(brand.organisation, Right::Configure).is_ok(),
        open: form.open == "yes",
        address: form.address,
        phone: form.phone,
        sites: form.sites,
        brand: (brand.id.0, brand.name),
        public,
        problem: None,
        source: mailbox.as_ref().map(|(_, source)| source.0),
        mailbox: mailbox.map(|(typed, _)| typed).unwrap_or_default(),
        mailbox_problem: None,
        shell,
        words: desk.words.clone(),
    })
}
