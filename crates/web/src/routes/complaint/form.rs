//! The form, by itself and in a frame of another site, and what came of it.

use super::body::{self, Body, Gate};
use super::{Asked, POLICY, POLICY_EMBEDDED, from, lost_status, shown, words};
use crate::auth::principal::session_now;
use crate::auth::secret;
use crate::error::Failure;
use crate::pages::complaint::{Draft, FormPage, SentPage, ToldPage, wrong_word};
use crate::routes::bridge::failed;
use crate::state::App;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::brand::Brand;
use domain::complaint::Channel;
use engine::complaint::{self as complaints, Filed, Filing};
use words::{Locale, Words};

/// A channel that is shown, and how.
struct Shown {
    app: App,
    channel: Channel,
    brand: Brand,
    words: Words,
    embed: bool,
}

/// The page.
pub async fn show(
    State(app): State<App>,
    Path(address): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    Shown::find(app, &address, asked.locale(&headers, None), false).await?.form().await
}

/// The same in a frame.
pub async fn embed(
    State(app): State<App>,
    Path(address): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    Shown::find(app, &address, asked.locale(&headers, None), true).await?.form().await
}

/// Takes the form.
pub async fn send(
    State(app): State<App>,
    Path(address): Path<String>,
    Query(asked): Query<Asked>,
    parts: Parts,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Failure> {
    Shown::find(app, &address, asked.locale(&parts.headers, None), false).await?.take(&parts, form).await
}

/// Takes the form of a frame.
pub async fn send_embedded(
    State(app): State<App>,
    Path(address): Path<String>,
    Query(asked): Query<Asked>,
    parts: Parts,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Failure> {
    Shown::find(app, &address, asked.locale(&parts.headers, None), true).await?.take(&parts, form).await
}

impl Shown {
    async fn find(app: App, address: &str, locale: Locale, embed: bool) -> Result<Self, Failure> {
        let store = &app.world.store;
        let channel = store.channel_at(address).await?.ok_or(Failure::NotFound)?;
        let brand = store.brand(channel.organisation, channel.brand).await?;
        let words = words(&app, locale, &brand.zone);
        Ok(Self { channel, brand, words, embed, app })
    }

    /// Who may frame the page.
    fn policy(&self) -> String {
        match (self.embed, self.channel.terms.sites.as_slice()) {
            (false, _) => POLICY.to_owned(),
            (true, []) => format!("{POLICY_EMBEDDED} *"),
            (true, sites) => format!("{POLICY_EMBEDDED} {}", sites.join(" ")),
        }
    }

    async fn form(self) -> Result<Response, Failure> {
        if !self.channel.open {
            return self.shut().await;
        }
        self.asked(StatusCode::OK, Draft::default(), Vec::new()).await
    }

    async fn asked(self, status: StatusCode, draft: Draft, problems: Vec<String>) -> Result<Response, Failure> {
        let (nonce, _) = secret::fresh("").map_err(|e| Failure::Ours(e.to_string()))?;
        let waking = &self.app.waking;
        let phone = match problems.is_empty() {
            true => None,
            false => complaints::phone(&self.app.world, &self.channel).await.map_err(failed)?,
        };
        let policy = self.policy();
        let page = FormPage {
            stamp: complaints::stamp(&waking.secret, &self.channel.address, session_now(), &nonce),
            mails: waking.outbound.mails(),
            brand: self.brand.name,
            words: self.words,
            draft,
            problems,
            phone,
        };
        shown(status, &page, &policy)
    }

    async fn shut(self) -> Result<Response, Failure> {
        let phone = complaints::phone(&self.app.world, &self.channel).await.map_err(failed)?;
        let (policy, title) = (self.policy(), self.words.name("complaint-shut", &self.brand.name));
        let lead = self.words.say("complaint-shut-lead");
        shown(StatusCode::OK, &ToldPage { words: self.words, title, lead, phone }, &policy)
    }

    async fn take(self, parts: &Parts, form: Result<Multipart, MultipartRejection>) -> Result<Response, Failure> {
        let from = from(&self.app, parts);
        let gate = Gate { waking: &self.app.waking, form: Some((&self.channel.address, session_now())), from };
        let mut read = body::read(form, &gate).await.map_err(failed)?;
        let had_files = !read.files.is_empty();
        let lost = read.lost;
        let (draft, filing) = self.filing(&mut read, from);
        if let Some(lost) = lost {
            let problem = self.words.say("complaint-too-large");
            return self.asked(lost_status(lost), draft, vec![problem]).await;
        }
        let filed =
            complaints::file(&self.app.waking, &self.app.ingest, &self.channel, filing).await.map_err(failed)?;
        match filed {
            Filed::Taken { secret, mailed } => self.sent(&secret, mailed),
            Filed::Shut => self.shut().await,
            Filed::TooMany => {
                let mut problems = vec![self.words.say("complaint-too-many")];
                problems.extend(had_files.then(|| self.words.say("complaint-wrong-again")));
                self.asked(StatusCode::TOO_MANY_REQUESTS, draft, problems).await
            }
            Filed::Wrong(wrong) => {
                let mut problems: Vec<String> = wrong.into_iter().map(|wrong| wrong_word(&self.words, wrong)).collect();
                problems.push(self.words.say("complaint-wrong-again"));
                self.asked(StatusCode::UNPROCESSABLE_ENTITY, draft, problems).await
            }
        }
    }

    fn filing(&self, read: &mut Body, from: Option<std::net::IpAddr>) -> (Draft, Filing) {
        let draft = Draft { text: read.field("text"), name: read.field("name"), email: read.field("email") };
        // Where no mail leaves the house no address is asked for, nor kept.
        let email = if self.app.waking.outbound.mails() { draft.email.clone() } else { String::new() };
        let filing = Filing {
            name: draft.name.clone(),
            email,
            text: draft.text.clone(),
            files: std::mem::take(&mut read.files),
            locale: self.words.locale(),
            stamp: read.field("stamp"),
            trap: read.field("website"),
            came_at: session_now(),
            from,
        };
        (draft, filing)
    }

    fn sent(self, secret: &str, mailed: bool) -> Result<Response, Failure> {
        let policy = self.policy();
        let link = format!("{}/conversation/{secret}", self.app.waking.origin);
        let page = SentPage { words: self.words, brand: self.brand.name, link, mailed, embed: self.embed };
        shown(StatusCode::OK, &page, &policy)
    }
}
