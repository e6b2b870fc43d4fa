//! The conversation behind a customer's link. A wrong link costs a hash and a look-up, and is told from no other wrong one.

use super::body::{self, Gate};
use super::{Asked, POLICY, attachment, file_view, from, lost_status, shown, words};
use crate::error::Failure;
use crate::pages::complaint::{ConversationPage, SaidView, ToldPage, wrong_word};
use crate::routes::bridge::failed;
use crate::state::App;
use axum::Form;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use domain::complaint::Act;
use engine::complaint::{self as complaints, Opened, Reply};
use serde::Deserialize;
use store::{ComplaintMessage, Conversation};
use words::{Locale, Words};

/// A conversation that a link opened.
struct Door {
    app: App,
    secret: String,
    opened: Opened,
    brand: String,
    words: Words,
}

/// The conversation.
pub async fn open(
    State(app): State<App>,
    Path(secret): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    match Door::find(&app, secret, &asked, &headers).await? {
        Ok(door) => door.shown(StatusCode::OK, String::new(), Vec::new(), asked.said == "yes"),
        Err(gone) => Ok(gone),
    }
}

/// The customer says something.
pub async fn write(
    State(app): State<App>,
    Path(secret): Path<String>,
    Query(asked): Query<Asked>,
    parts: Parts,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Failure> {
    let door = match Door::find(&app, secret, &asked, &parts.headers).await? {
        Ok(door) => door,
        Err(gone) => return Ok(gone),
    };
    let from = from(&app, &parts);
    let mut read = body::read(form, &Gate { waking: &app.waking, form: None, from }).await.map_err(failed)?;
    let (text, files) = (read.field("text"), std::mem::take(&mut read.files));
    if let Some(lost) = read.lost {
        let problem = door.words.say("complaint-too-large");
        return door.shown(lost_status(lost), text, vec![problem], false);
    }
    let came = complaints::reply(&app.waking, &door.opened, &text, files, from).await.map_err(failed)?;
    match came {
        Reply::Said => Ok(Redirect::to(&door.address("&said=yes")).into_response()),
        Reply::Ended => Ok(Redirect::to(&door.address("")).into_response()),
        Reply::TooMany => {
            let problem = door.words.say("conversation-too-many");
            door.shown(StatusCode::TOO_MANY_REQUESTS, text, vec![problem], false)
        }
        Reply::Wrong(wrong) => {
            let problems = wrong.into_iter().map(|wrong| wrong_word(&door.words, wrong)).collect();
            door.shown(StatusCode::UNPROCESSABLE_ENTITY, text, problems, false)
        }
    }
}

/// Whether mails are wanted.
#[derive(Deserialize)]
pub struct Mails {
    mails: String,
}

/// Whoever has a link that was mailed says whether more mails may come.
pub async fn mails(
    State(app): State<App>,
    Path(secret): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    Form(wanted): Form<Mails>,
) -> Result<Response, Failure> {
    let door = match Door::find(&app, secret, &asked, &headers).await? {
        Ok(door) => door,
        Err(gone) => return Ok(gone),
    };
    if !door.opened.mailed {
        return Err(Failure::NotFound);
    }
    let complaint = &door.opened.conversation.complaint;
    let wants = wanted.mails == "yes";
    complaints::confirm(&app.waking, complaint.organisation, complaint.id, wants).await.map_err(failed)?;
    Ok(Redirect::to(&door.address("")).into_response())
}

/// One of its files.
pub async fn file(State(app): State<App>, Path((secret, n)): Path<(String, i64)>) -> Result<Response, Failure> {
    let opened = complaints::open(&app.world, &secret).await.map_err(failed)?.ok_or(Failure::NotFound)?;
    let complaint = &opened.conversation.complaint;
    let (media_type, bytes) = app.world.store.complaint_file(complaint.organisation, complaint.id, n).await?;
    attachment(complaint.id, n, &media_type, bytes)
}

impl Door {
    /// What the link opens, or the page that says that it opens nothing.
    async fn find(
        app: &App,
        secret: String,
        asked: &Asked,
        headers: &HeaderMap,
    ) -> Result<Result<Self, Response>, Failure> {
        let Some(opened) = complaints::open(&app.world, &secret).await.map_err(failed)? else {
            let words = words(app, asked.locale(headers, None), "UTC");
            let (title, lead) = (words.say("conversation-gone"), words.say("conversation-gone-lead"));
            let told = ToldPage { words, title, lead, phone: None };
            return Ok(Err(shown(StatusCode::NOT_FOUND, &told, POLICY)?));
        };
        let complaint = &opened.conversation.complaint;
        let brand = app.world.store.brand(complaint.organisation, complaint.brand).await?;
        let locale = asked.locale(headers, Locale::from_code(&complaint.locale));
        let words = words(app, locale, &brand.zone);
        Ok(Ok(Self { app: app.clone(), secret, brand: brand.name, words, opened }))
    }

    fn address(&self, more: &str) -> String {
        format!("/conversation/{}?lang={}{more}", self.secret, self.words.locale().code())
    }

    fn shown(self, status: StatusCode, draft: String, problems: Vec<String>, said: bool) -> Result<Response, Failure> {
        let path = format!("/conversation/{}", self.secret);
        let Conversation { complaint, messages, .. } = &self.opened.conversation;
        let view = |message: &ComplaintMessage| {
            said_view(&self.words, &self.opened.conversation, message, &path, &|message| match (
                message.person,
                &message.name,
            ) {
                (None, _) => self.words.say("conversation-you"),
                (Some(_), name) => {
                    let args = [("who", name.as_deref().unwrap_or("").into()), ("what", self.brand.as_str().into())];
                    self.words.tell("conversation-of", &args)
                }
            })
        };
        let mails = (self.opened.mailed && self.app.waking.outbound.mails()).then_some(complaint.mail);
        let page = ConversationPage {
            state: complaint.state,
            erased: complaint.erased_at.is_some(),
            messages: messages.iter().map(view).collect(),
            mails,
            said,
            draft,
            problems,
            brand: self.brand.clone(),
            words: self.words.clone(),
            path: path.clone(),
        };
        shown(status, &page, POLICY)
    }
}

/// A message as either side sees it; `by` names who said it.
pub(in crate::routes) fn said_view(
    words: &Words,
    conversation: &Conversation,
    message: &ComplaintMessage,
    base: &str,
    by: &dyn Fn(&ComplaintMessage) -> String,
) -> SaidView {
    let done = |id: &str| words.tell(id, &[("who", message.name.as_deref().unwrap_or("").into())]);
    let files = conversation.files.iter().filter(|file| file.message == message.n);
    SaidView {
        n: message.n,
        team: message.person.is_some(),
        by: match message.act {
            Act::Said => by(message),
            Act::Closed => done("conversation-closed-by"),
            Act::Reopened => done("conversation-reopened-by"),
        },
        at: message.at,
        text: message.text.clone(),
        files: files.map(|file| file_view(file, base)).collect(),
        mail: message.by_mail.as_ref().map(|_| words.say("conversation-by-mail")),
        raw: None,
    }
}
