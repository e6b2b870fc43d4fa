//! Scheduled marketing: accounts connected, posts scheduled, and those that are held decided on one by one.

use super::desk::{Desk, page};
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::marketing::{MarketingPage, Problem, Typed};
use crate::pages::shell::Notice;
use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::event::Thaw;
use domain::id::{AccountId, OrganisationId, ScheduledId};
use domain::organisation::Right;
use domain::publish::{Reason, Tool};
use engine::case::{self, CaseError, ThawError};
use engine::marketing::Marketing;
use engine::marketing::account::{AccountError, Connecting};
use engine::marketing::write::{Post, PostError};
use jiff::Timestamp;
use jiff::civil::DateTime;
use serde::Deserialize;
use store::{ScheduledFilter, ScheduledRow};

/// Most posts of the page; the command line and the API tell all.
const MOST: i64 = 300;

/// What was done a moment ago.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    said: String,
}

/// The marketing of the reader's first organisation.
pub async fn first(desk: Desk) -> Result<Response, Failure> {
    let organisation = desk.first(Right::Inspect)?;
    Ok(Redirect::to(&format!("/marketing/{organisation}")).into_response())
}

/// The page.
pub async fn show(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let notice = (asked.said == "done").then(|| desk.words.say("market-done"));
    shown(desk, id, Typed::default(), None, notice).await
}

async fn shown(
    desk: Desk,
    id: i64,
    typed: Typed,
    problem: Option<Problem>,
    notice: Option<String>,
) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Inspect)?.clone();
    let store = &desk.app.world.store;
    let mut accounts = Vec::new();
    for account in store.accounts(organisation.id).await? {
        let leases = store.leases(organisation.id, account.id).await?;
        accounts.push((account, leases));
    }
    let mut posts = store.scheduled_posts(organisation.id, ScheduledFilter::default(), None, MOST + 1).await?;
    let more = posts.len() as i64 > MOST;
    posts.truncate(usize::try_from(MOST).unwrap_or_default());
    let clashes = case::clashing(&desk.app.world, organisation.id, &posts).await.map_err(super::bridge::failed)?;
    let plan = engine::plan::said(&desk.app.world, organisation.id).await.map_err(super::bridge::failed)?;
    let kinds = plan.and_then(|plan| Some(plan.freeze?.value.allow)).unwrap_or_default();
    let unmapped = store.channels_of_nobody(organisation.id).await?;
    let may = |right: Right| desk.principal.organisation(organisation.id, right).is_ok();
    let (may_configure, may_decide) = (may(Right::Configure), may(Right::Triage));
    let others = desk.organisations(Right::Inspect).filter(|other| other.id != organisation.id);
    let mut shell = desk.shell(Room::Settings).await?;
    shell.path = format!("/marketing/{id}");
    shell.notice = notice.map(|text| Notice { text, undo: None });
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown = MarketingPage {
        shell,
        organisation: (id, organisation.name),
        others: others.map(|other| (other.id.0, other.name.clone())).collect(),
        accounts,
        posts,
        clashes,
        more,
        kinds,
        unmapped,
        may_configure,
        may_decide,
        typed,
        problem,
        words: desk.words,
    };
    Ok((status, page(&shown)?).into_response())
}

/// Where the page says that it is done.
fn done(id: i64) -> Response {
    Redirect::to(&format!("/marketing/{id}?said=done")).into_response()
}

/// What became of a post, or why nothing did.
async fn answered(
    desk: Desk,
    id: i64,
    typed: Typed,
    came: Result<ScheduledRow, PostError>,
) -> Result<Response, Failure> {
    let problem = match came {
        Ok(_) => return Ok(done(id)),
        Err(PostError::Unfit(unfit)) => Problem::Unfit(unfit),
        Err(PostError::Misfit(misfit)) => Problem::Misfit(misfit),
        Err(PostError::Store(store::Error::Conflict(_))) => Problem::Changed,
        Err(PostError::Store(error)) => return Err(error.into()),
    };
    shown(desk, id, typed, Some(problem), None).await
}

impl Desk {
    fn marketing(&self) -> Marketing {
        Marketing::of(&self.app.waking)
    }

    /// A time of the reader's clock, as a form sends it.
    fn typed_time(&self, typed: &str) -> Option<Timestamp> {
        let civil: DateTime = typed.trim().parse().ok()?;
        Some(civil.to_zoned(self.words.zone().clone()).ok()?.timestamp())
    }
}

/// A post as the form sends it.
#[derive(Deserialize)]
pub struct PostForm {
    #[serde(default)]
    account: i64,
    #[serde(default)]
    version: i64,
    text: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    label: String,
    at: String,
}

/// Schedules a post.
pub async fn schedule(desk: Desk, Path(id): Path<i64>, Form(form): Form<PostForm>) -> Result<Response, Failure> {
    let of = desk.principal.organisation(OrganisationId(id), Right::Triage)?.id;
    let PostForm { account, text, language, label, at, .. } = form;
    let typed = Typed { account, text, language, label, at, ..Typed::default() };
    if desk.app.site.plain_http {
        return shown(desk, id, typed, Some(Problem::PlainHttp), None).await;
    }
    let Some(due) = desk.typed_time(&typed.at) else {
        return shown(desk, id, typed, Some(Problem::NoTime), None).await;
    };
    let post = Post { text: typed.text.clone(), language: typed.language.clone(), label: typed.label.clone(), due };
    let person = Some(desk.principal.person.id);
    let came = desk.marketing().schedule(of, AccountId(account), &post, person).await;
    answered(desk, id, typed, came).await
}

/// Changes a post of ours.
pub async fn change(
    desk: Desk,
    Path((id, post)): Path<(i64, i64)>,
    Form(form): Form<PostForm>,
) -> Result<Response, Failure> {
    let of = desk.principal.organisation(OrganisationId(id), Right::Triage)?.id;
    let before = desk.app.world.store.scheduled(of, ScheduledId(post)).await?;
    if desk.app.site.plain_http {
        return shown(desk, id, Typed::default(), Some(Problem::PlainHttp), None).await;
    }
    let Some(due) = desk.typed_time(&form.at) else {
        return shown(desk, id, Typed::default(), Some(Problem::NoTime), None).await;
    };
    // The field knows no seconds: sent back as it was shown, the time is as it was.
    let same = before.due.as_second().div_euclid(60) == due.as_second().div_euclid(60);
    let due = if same { before.due } else { due };
    let (language, label) = (before.language.unwrap_or_default(), before.label.unwrap_or_default());
    let changed = Post { text: form.text, language, label, due };
    let came = desk.marketing().rewrite(of, (ScheduledId(post), form.version), &changed).await;
    answered(desk, id, Typed::default(), came).await
}

/// Of what kind a post is.
#[derive(Deserialize)]
pub struct LabelForm {
    version: i64,
    #[serde(default)]
    label: String,
}

/// Says of what kind a post is.
pub async fn label(
    desk: Desk,
    Path((id, post)): Path<(i64, i64)>,
    Form(form): Form<LabelForm>,
) -> Result<Response, Failure> {
    let of = desk.principal.organisation(OrganisationId(id), Right::Triage)?.id;
    let came = desk.marketing().label(of, (ScheduledId(post), form.version), &form.label).await;
    answered(desk, id, Typed::default(), came).await
}

/// What is done with a held post.
#[derive(Deserialize)]
pub struct ThawForm {
    version: i64,
    thaw: String,
    #[serde(default)]
    at: String,
}

/// Decides on one held post.
pub async fn thaw(
    desk: Desk,
    Path((id, post)): Path<(i64, i64)>,
    Form(form): Form<ThawForm>,
) -> Result<Response, Failure> {
    let of = desk.principal.organisation(OrganisationId(id), Right::Triage)?.id;
    if desk.app.site.plain_http {
        return shown(desk, id, Typed::default(), Some(Problem::PlainHttp), None).await;
    }
    let thaw = match form.thaw.as_str() {
        "as-it-was" => Thaw::AsItWas,
        "rewrite" => Thaw::Rewrite,
        "withdraw" => Thaw::Withdraw,
        "reschedule" => match desk.typed_time(&form.at) {
            Some(at) => Thaw::Reschedule(at),
            None => return shown(desk, id, Typed::default(), Some(Problem::NoTime), None).await,
        },
        other => return Err(Failure::Bad(format!("`{other}` is nothing that is done with a held post"))),
    };
    let by = (desk.principal.person.id, desk.principal.role(of)?);
    let came = match case::thaw(&desk.app.waking, of, by, (ScheduledId(post), form.version), thaw).await {
        Ok(row) => Ok(row),
        Err(ThawError::Post(error)) => Err(error),
        Err(ThawError::Case(CaseError::House(error))) => return Err(super::bridge::failed(error)),
        Err(ThawError::Case(CaseError::Refused(refusal))) => {
            return shown(desk, id, Typed::default(), Some(Problem::Case(refusal)), None).await;
        }
    };
    answered(desk, id, Typed::default(), came).await
}

/// An account to be connected.
#[derive(Deserialize)]
pub struct AccountForm {
    #[serde(default)]
    kind: String,
    server: String,
    token: String,
    #[serde(default)]
    name: String,
}

/// Connects an account.
pub async fn connect(desk: Desk, Path(id): Path<i64>, Form(form): Form<AccountForm>) -> Result<Response, Failure> {
    let of = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    let AccountForm { kind, server, token, name } = form;
    let is_hook = kind == Tool::Webhook.code();
    let typed = Typed { name: name.clone(), ..Typed::default() };
    let typed = match is_hook {
        true => Typed { hook: server.clone(), ..typed },
        false => Typed { server: server.clone(), ..typed },
    };
    if desk.app.site.plain_http {
        return shown(desk, id, typed, Some(Problem::PlainHttp), None).await;
    }
    let asked = Connecting {
        kind: if is_hook { kind } else { Tool::Mastodon.code().to_owned() },
        server,
        token,
        name,
        brand: None,
    };
    let problem = match desk.marketing().connect(of, asked).await {
        Ok(_) => return Ok(done(id)),
        Err(AccountError::Taken) => Problem::Taken,
        Err(AccountError::Refused(why)) => Problem::Refused(why),
        Err(AccountError::Store(error)) => return Err(error.into()),
    };
    shown(desk, id, typed, Some(problem), None).await
}

/// Asks whether an account still answers.
pub async fn check(desk: Desk, Path((id, account)): Path<(i64, i64)>) -> Result<Response, Failure> {
    let of = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    let problem = match desk.marketing().check(of, AccountId(account)).await {
        Ok(row) => row.problem.map(|why| Problem::Refused(Reason::read(&why))),
        Err(AccountError::Store(error)) => return Err(error.into()),
        Err(AccountError::Refused(why)) => Some(Problem::Refused(why)),
        Err(AccountError::Taken) => Some(Problem::Taken),
    };
    match problem {
        None => Ok(done(id)),
        problem => shown(desk, id, Typed::default(), problem, None).await,
    }
}

/// Lets an account go.
pub async fn remove(desk: Desk, Path((id, account)): Path<(i64, i64)>) -> Result<Response, Failure> {
    let of = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    match desk.app.world.store.let_go_account(of, AccountId(account), desk.now()).await {
        Err(store::Error::Conflict(_)) => shown(desk, id, Typed::default(), Some(Problem::Holds), None).await,
        gone => gone.map(|()| done(id)).map_err(Failure::from),
    }
}
