//! Complaints: who waits, what was said, answers by name, and each brand's channel.

use super::page::{self, Page};
use super::problem::Problem;
use super::seat::{Anybody, Asked, At, Body, Configures, Inspects, Seat, Triages};
use crate::error::Failure;
use crate::routes::{attachment, mail_attachment};
use crate::state::App;
use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{OriginalUri, Path, State};
use axum::response::Response;
use domain::complaint::{Act, Channel, Held, Mail, State as Stands};
use domain::id::{BrandId, OrganisationId, PersonId};
use domain::organisation::Right;
use engine::complaint::{self as complaints, Wanted};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Complaint, ComplaintFilter, ComplaintMessage, OutboxRow};
use utoipa::{IntoParams, ToSchema};

/// One complaint.
#[derive(Serialize, ToSchema)]
pub struct ComplaintOut {
    /// Its number.
    id: i64,
    /// Of which brand.
    brand: i64,
    /// The mention it is; absent while it is held aside.
    #[serde(skip_serializing_if = "Option::is_none")]
    mention: Option<i64>,
    /// `open` (the customer waits), `answered` or `closed`.
    #[schema(value_type = String)]
    state: Stands,
    /// Why it is held aside, never for what it says: `trap`, `fast`, `unsigned`, `network`, `flood` or `sender`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    held: Option<Held>,
    /// The name the customer gave.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// `none`, `unconfirmed`, `confirmed` or `stopped`: what mails may go to the customer.
    #[schema(value_type = String)]
    mail: Mail,
    /// The language of the page they wrote on.
    locale: String,
    /// When it was filed.
    #[schema(value_type = String, format = DateTime)]
    filed_at: Timestamp,
    /// When something last happened.
    #[schema(value_type = String, format = DateTime)]
    moved_at: Timestamp,
    /// Since when the customer waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    waiting_since: Option<Timestamp>,
    /// Who has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    assigned: Option<i64>,
    /// The number of its last message: an answer names the one that was read.
    said: i64,
    /// How it begins; of a list only.
    #[serde(skip_serializing_if = "Option::is_none")]
    begins: Option<String>,
}

impl From<Complaint> for ComplaintOut {
    fn from(complaint: Complaint) -> Self {
        Self {
            id: complaint.id,
            brand: complaint.brand.0,
            mention: complaint.mention.map(|mention| mention.0),
            state: complaint.state,
            held: complaint.held,
            name: complaint.name,
            mail: complaint.mail,
            locale: complaint.locale,
            filed_at: complaint.filed_at,
            moved_at: complaint.moved_at,
            waiting_since: complaint.waiting_since,
            assigned: complaint.assigned.map(|person| person.0),
            said: complaint.said,
            begins: None,
        }
    }
}

/// A complaint with its conversation.
#[derive(Serialize, ToSchema)]
pub struct ConversationOut {
    #[serde(flatten)]
    complaint: ComplaintOut,
    /// The address the customer left; told to those who may answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    /// What was said, oldest first.
    messages: Vec<ComplaintMessageOut>,
}

/// One message, or what was done beside it.
#[derive(Serialize, ToSchema)]
pub struct ComplaintMessageOut {
    /// Its number, from 1.
    n: i64,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// `said`, `closed` or `reopened`.
    #[schema(value_type = String)]
    act: Act,
    /// Who of the team; absent for the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<i64>,
    /// The name they signed with.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// What was said.
    text: String,
    /// Files that came with it.
    files: Vec<FileOut>,
    /// What became of the mail that tells of it: `waiting`, `sending`, `sent`, `unknown`, `failed` or `stale`.
    #[serde(skip_serializing_if = "Option::is_none")]
    mail: Option<String>,
    /// How it came by mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    by_mail: Option<ByMailOut>,
}

/// How a message came by mail: `…/mails/{mail}`, by the message's number, is the mail as it was received.
#[derive(Serialize, ToSchema)]
pub struct ByMailOut {
    /// The address it claims to come from, which nobody proved; told to those who may answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    sender: Option<String>,
    /// Whether its end is missing: it was longer than is read.
    cut: bool,
    /// Files of it that were not taken.
    left_out: i64,
}

/// A file a customer sent.
#[derive(Serialize, ToSchema)]
pub struct FileOut {
    /// Its number: `…/files/{file}`.
    n: i64,
    /// The name it was sent by.
    name: String,
    /// What it is, judged by its bytes.
    media_type: String,
    /// Bytes.
    size: i64,
}

/// Which complaints are wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Listed {
    /// `open` (longest waiting first), `answered` or `closed` (what moved last first); all where it is not said.
    state: Option<String>,
    /// Those held aside instead.
    #[serde(default)]
    held: bool,
    /// Of this brand.
    brand: Option<i64>,
    /// Where the page begins: the `cursor` of the page before.
    cursor: Option<String>,
    /// Most items, at most 200; 50 where it is not said.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
}

/// An answer.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerBody {
    /// What is said: at most 5,000 characters. The customer sees the name of whoever answers.
    text: String,
    /// The number of the last message that was read (`said`): where another came meanwhile, nothing is sent.
    seen: i64,
}

/// To whom it is given.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignmentBody {
    /// A member, or nobody.
    person: Option<i64>,
}

/// How it is to stand.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StateBody {
    /// `closed`, or `open` to open a closed one again.
    state: String,
}

/// A brand's channel.
#[derive(Serialize, ToSchema)]
pub struct ChannelOut {
    /// The brand.
    brand: i64,
    /// Whether complaints are taken.
    open: bool,
    /// What its public address ends with; absent where there is no channel yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    /// The page to give to everybody; `/embed` behind it is the form for a frame of another site.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<String>,
    /// Another way to reach the brand.
    phone: String,
    /// The sites that may show the form; none: every site.
    sites: Vec<String>,
}

/// What is wanted of a channel; what is not said stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChannelBody {
    /// Whether complaints are taken.
    open: Option<bool>,
    /// What its public address ends with: 3 to 60 small letters, digits and hyphens; made up where there is none.
    address: Option<String>,
    /// Another way to reach the brand.
    phone: Option<String>,
    /// The sites that may show the form (`https://shop.example`).
    sites: Option<Vec<String>>,
}

/// Complaints.
#[utoipa::path(get, operation_id = "list_complaints", path = "/organisations/{organisation}/complaints", tag = "complaints",
    params(("organisation" = i64, Path), Listed), responses((status = 200, description = "Done.", body = Page<ComplaintOut>)))]
pub async fn list(
    seat: Seat<Triages>,
    State(app): State<App>,
    Asked(asked): Asked<Listed>,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<Page<ComplaintOut>>, Problem> {
    let limit = page::limit(asked.limit)?;
    let state = match asked.state.as_deref() {
        None => None,
        Some(code) => {
            let state = Stands::from_code(code);
            Some(state.ok_or_else(|| Problem::bad("`state` must be open, answered or closed"))?)
        }
    };
    let beyond = asked.cursor.as_deref().map(|cursor| {
        let (at, id) = page::read_moment(cursor)?;
        Ok::<_, Problem>((at, id.parse().map_err(|_| page::wrong())?))
    });
    let filter = ComplaintFilter { brand: asked.brand.map(BrandId), state, held: asked.held };
    let mut found =
        app.world.store.complaints(seat.organisation, filter, beyond.transpose()?, limit as i64 + 1).await?;
    let more = found.len() > limit;
    found.truncate(limit);
    let cursor = found.last().filter(|_| more).map(|(last, _)| {
        let waits = last.waiting_since.filter(|_| state == Some(Stands::Open));
        page::moment(waits.unwrap_or(last.moved_at), last.id)
    });
    let out = |(complaint, begins): (Complaint, String)| ComplaintOut { begins: Some(begins), ..complaint.into() };
    Ok(Json(Page::new(&uri, found.into_iter().map(out).collect(), cursor)))
}

async fn told(app: &App, organisation: OrganisationId, id: i64, may: bool) -> Result<Json<ConversationOut>, Problem> {
    let store = &app.world.store;
    let found = store.complaint(organisation, id).await?;
    let mails = store.complaint_mails(organisation, id).await?;
    let message = |message: &ComplaintMessage| {
        let files = found.files.iter().filter(|file| file.message == message.n);
        let mail = |mail: &&OutboxRow| mail.message.key == format!("complaint-{id}-{}", message.n);
        ComplaintMessageOut {
            n: message.n,
            at: message.at,
            act: message.act,
            person: message.person.map(|person| person.0),
            name: message.name.clone(),
            text: message.text.clone(),
            files: files
                .map(|file| FileOut {
                    n: file.n,
                    name: file.name.clone(),
                    media_type: file.media_type.clone(),
                    size: file.size,
                })
                .collect(),
            mail: mails.iter().find(mail).map(|mail| mail.state.code().to_owned()),
            by_mail: message.by_mail.as_ref().map(|mail| ByMailOut {
                sender: mail.sender.clone().filter(|_| may),
                cut: mail.cut,
                left_out: mail.left_out,
            }),
        }
    };
    let messages = found.messages.iter().map(message).collect();
    let email = found.complaint.email.clone().filter(|_| may);
    Ok(Json(ConversationOut { email, messages, complaint: found.complaint.into() }))
}

/// One complaint with all that was said.
#[utoipa::path(get, operation_id = "get_complaint", path = "/organisations/{organisation}/complaints/{complaint}", tag = "complaints",
    params(("organisation" = i64, Path), ("complaint" = i64, Path)), responses((status = 200, description = "Done.", body = ConversationOut)))]
pub async fn get(
    seat: Seat<Triages>,
    Anybody(principal): Anybody,
    State(app): State<App>,
    At(id): At<i64>,
) -> Result<Json<ConversationOut>, Problem> {
    let may = principal.organisation(seat.organisation, Right::Triage).is_ok();
    told(&app, seat.organisation, id, may).await
}

/// A file that a customer sent, to be saved: its bytes are a stranger's.
#[utoipa::path(get, operation_id = "get_complaint_file", path = "/organisations/{organisation}/complaints/{complaint}/files/{file}", tag = "complaints",
    params(("organisation" = i64, Path), ("complaint" = i64, Path), ("file" = i64, Path)),
    responses((status = 200, description = "Its bytes.", content_type = "application/octet-stream")))]
pub async fn file(
    seat: Seat<Triages>,
    State(app): State<App>,
    path: Result<Path<(i64, i64, i64)>, PathRejection>,
) -> Result<Response, Problem> {
    let Path((_, id, n)) = path?;
    let (media_type, bytes) = app.world.store.complaint_file(seat.organisation, id, n).await?;
    Ok(attachment(id, n, &media_type, bytes)?)
}

/// A mail that a customer wrote, as it was received, to be saved.
#[utoipa::path(get, operation_id = "get_complaint_mail", path = "/organisations/{organisation}/complaints/{complaint}/mails/{mail}", tag = "complaints",
    params(("organisation" = i64, Path), ("complaint" = i64, Path), ("mail" = i64, Path)),
    responses((status = 200, description = "Its bytes.", content_type = "application/octet-stream")))]
pub async fn mail(
    seat: Seat<Triages>,
    State(app): State<App>,
    path: Result<Path<(i64, i64, i64)>, PathRejection>,
) -> Result<Response, Problem> {
    let Path((_, id, n)) = path?;
    Ok(mail_attachment(id, n, app.world.store.complaint_mail(seat.organisation, id, n).await?)?)
}

/// Answers, by the name of whoever asks. A mail tells the customer where one may go; it quotes nothing.
#[utoipa::path(post, operation_id = "answer_complaint", path = "/organisations/{organisation}/complaints/{complaint}/answers", tag = "complaints",
    request_body = AnswerBody, params(("organisation" = i64, Path), ("complaint" = i64, Path)),
    responses((status = 200, description = "Done.", body = ConversationOut)))]
pub async fn answer(
    seat: Seat<Triages>,
    State(app): State<App>,
    At(id): At<i64>,
    Body(body): Body<AnswerBody>,
) -> Result<Json<ConversationOut>, Problem> {
    let by = (seat.person, seat.name.as_str());
    complaints::answer(&app.waking, seat.organisation, id, by, &body.text, body.seen).await?;
    told(&app, seat.organisation, id, true).await
}

/// Gives a complaint, and its mention, to somebody or to nobody.
#[utoipa::path(put, operation_id = "assign_complaint", path = "/organisations/{organisation}/complaints/{complaint}/assignment", tag = "complaints",
    request_body = AssignmentBody, params(("organisation" = i64, Path), ("complaint" = i64, Path)),
    responses((status = 200, description = "Done.", body = ConversationOut)))]
pub async fn assign(
    seat: Seat<Triages>,
    State(app): State<App>,
    At(id): At<i64>,
    Body(body): Body<AssignmentBody>,
) -> Result<Json<ConversationOut>, Problem> {
    app.world.store.assign_complaint(seat.organisation, id, body.person.map(PersonId), app.world.clock.now()).await?;
    told(&app, seat.organisation, id, true).await
}

/// Closes a conversation, or opens a closed one again. The customer opens it by writing.
#[utoipa::path(put, operation_id = "set_complaint_state", path = "/organisations/{organisation}/complaints/{complaint}/state", tag = "complaints",
    request_body = StateBody, params(("organisation" = i64, Path), ("complaint" = i64, Path)),
    responses((status = 200, description = "Done.", body = ConversationOut)))]
pub async fn set_state(
    seat: Seat<Triages>,
    State(app): State<App>,
    At(id): At<i64>,
    Body(body): Body<StateBody>,
) -> Result<Json<ConversationOut>, Problem> {
    let by = (seat.person, seat.name.as_str());
    match body.state.as_str() {
        "closed" => complaints::close(&app.world, seat.organisation, id, by).await?,
        "open" => complaints::reopen(&app.world, seat.organisation, id, by).await?,
        _ => return Err(Problem::bad("`state` must be open or closed")),
    }
    told(&app, seat.organisation, id, true).await
}

/// Lets in what was held aside: from then on it is a mention like any other.
#[utoipa::path(post, operation_id = "let_in_complaint", path = "/organisations/{organisation}/complaints/{complaint}/let-in", tag = "complaints",
    params(("organisation" = i64, Path), ("complaint" = i64, Path)), responses((status = 200, description = "Done.", body = ConversationOut)))]
pub async fn let_in(
    seat: Seat<Triages>,
    State(app): State<App>,
    At(id): At<i64>,
) -> Result<Json<ConversationOut>, Problem> {
    complaints::let_in(&app.waking, &app.ingest, seat.organisation, id).await?;
    told(&app, seat.organisation, id, true).await
}

/// Lets go of what was held aside: what was said, its files and who said it are erased, and its link opens nothing any more. What is not held stays.
#[utoipa::path(post, operation_id = "let_go_complaint", path = "/organisations/{organisation}/complaints/{complaint}/let-go", tag = "complaints",
    params(("organisation" = i64, Path), ("complaint" = i64, Path)), responses((status = 200, description = "Done.", body = ConversationOut)))]
pub async fn let_go(
    seat: Seat<Triages>,
    State(app): State<App>,
    At(id): At<i64>,
) -> Result<Json<ConversationOut>, Problem> {
    complaints::let_go(&app.world, seat.organisation, id).await?;
    told(&app, seat.organisation, id, true).await
}

fn channel_out(app: &App, brand: i64, channel: Option<Channel>) -> Json<ChannelOut> {
    let page = channel.as_ref().map(|channel| format!("{}/complaint/{}", app.waking.origin, channel.address));
    Json(match channel {
        Some(Channel { address, open, terms, .. }) => {
            ChannelOut { brand, open, address: Some(address), page, phone: terms.phone, sites: terms.sites }
        }
        None => ChannelOut { brand, open: false, address: None, page, phone: String::new(), sites: Vec::new() },
    })
}

/// A brand's channel.
#[utoipa::path(get, operation_id = "get_complaint_channel", path = "/organisations/{organisation}/brands/{brand}/complaints", tag = "complaints",
    params(("organisation" = i64, Path), ("brand" = i64, Path)), responses((status = 200, description = "Done.", body = ChannelOut)))]
pub async fn channel(
    seat: Seat<Inspects>,
    State(app): State<App>,
    At(brand): At<i64>,
) -> Result<Json<ChannelOut>, Problem> {
    let channel = app.world.store.channel(seat.organisation, BrandId(brand)).await?;
    Ok(channel_out(&app, brand, channel))
}

/// Opens, changes or shuts a brand's channel.
#[utoipa::path(put, operation_id = "set_complaint_channel", path = "/organisations/{organisation}/brands/{brand}/complaints", tag = "complaints",
    request_body = ChannelBody, params(("organisation" = i64, Path), ("brand" = i64, Path)),
    responses((status = 200, description = "Done.", body = ChannelOut)))]
pub async fn set_channel(
    seat: Seat<Configures>,
    State(app): State<App>,
    At(brand): At<i64>,
    Body(body): Body<ChannelBody>,
) -> Result<Json<ChannelOut>, Problem> {
    let ChannelBody { open, address, phone, sites } = body;
    let wanted = Wanted { open, address, phone, sites };
    let set = complaints::set_channel(&app.waking, seat.organisation, BrandId(brand), wanted).await?;
    let channel = set.map_err(|unfit| Failure::Bad(unfit.to_string()))?;
    Ok(channel_out(&app, brand, Some(channel)))
}
