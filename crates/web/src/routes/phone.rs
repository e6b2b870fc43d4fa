//! The end of the set-up: somebody says how they are reached at night, a test is sent, and its link is tapped on the phone. All that is
//! shown is read from the store, so that the page may be left and come back to.

use super::bridge::failed;
use super::desk::{Desk, page};
use super::waking::TargetForm;
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::phone::{Found, LinkFault, PhonePage, Test, TestState};
use axum::Form;
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use connect::outbound::link::{Opened, Reach};
use engine::EngineError;
use engine::waking::settings::{self, MOST_TARGETS};
use serde::Deserialize;
use std::time::Duration;
use store::{NewTarget, OutboxRow, OutboxState, TargetRow};
use url::Url;
use words::Words;
use words::target::kept;

/// Where the page is.
pub const HERE: &str = "/setup/phone";
/// How long whoever pressed the button waits for the look at the link; the test is on its way meanwhile.
const PATIENCE: Duration = Duration::from_secs(5);

/// What the address says.
#[derive(Deserialize)]
pub struct Asked {
    /// `other`: the ways are shown though a test is on its way.
    #[serde(default)]
    way: String,
    /// What opening the link from here came to, as [`LinkFault::code`].
    #[serde(default)]
    link: String,
}

/// The page.
pub async fn show(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    shown(desk, asked, None).await
}

async fn shown(desk: Desk, asked: Asked, refused: Option<TargetForm>) -> Result<Response, Failure> {
    let app = &desk.app;
    let person = &desk.principal.person;
    let newest = app.waking.newest_test(person.id).await.map_err(failed)?;
    let targets = app.world.store.targets(Some(person.id)).await?;
    let too_many = targets.len() >= MOST_TARGETS;
    let tapped = targets.into_iter().rfind(|target| target.tapped_at.is_some());
    let test = match newest {
        Some((row, target)) => Some(test_of(&desk.words, &row, &target)),
        None => tapped.map(|target| Test { target: target.id, name: target.name, state: TestState::Tapped }),
    };
    let mut shell = desk.shell(Room::Settings).await?;
    shell.path = HERE.to_owned();
    let typed = refused.as_ref().filter(|form| form.kind == "mail").map(|form| form.place.clone());
    let server = app.doorstep.servers.ntfy.clone();
    let shown = PhonePage {
        other: asked.way == "other" || refused.is_some(),
        faults: faults(&app.waking.origin, &asked.link),
        origin: app.waking.origin.clone(),
        mail: app.waking.outbound.mails().then(|| typed.unwrap_or_else(|| person.email.clone())),
        ntfy: (!server.is_empty()).then(|| format!("{}/{}", server.trim_end_matches('/'), topic(&desk))),
        push_key: app.waking.outbound.push_key(),
        refused: refused.map(|form| form.kind),
        too_many,
        test,
        shell,
        words: desk.words,
    };
    page(&shown)
}

fn test_of(words: &Words, row: &OutboxRow, target: &TargetRow) -> Test {
    let came = || Found { reason: row.reason.as_deref().map(|why| kept(words, why)), next_try_at: row.next_try_at };
    let state = match row.state {
        _ if target.tapped_at.is_some() => TestState::Tapped,
        OutboxState::Sent => TestState::Sent,
        OutboxState::Waiting if row.tries > 0 => TestState::Refused(came()),
        OutboxState::Waiting | OutboxState::Sending => TestState::Waiting,
        OutboxState::Unknown => TestState::Unknown,
        OutboxState::Failed | OutboxState::Stale | OutboxState::Silenced => TestState::Failed(came()),
    };
    Test { target: target.id, name: target.name.clone(), state }
}

/// What keeps a phone from opening the link: what its name tells, and what was found when it was opened from here.
fn faults(origin: &str, found: &str) -> Vec<LinkFault> {
    let Ok(url) = Url::parse(origin) else { return vec![LinkFault::Closed] };
    let by_name = match Reach::of(&url) {
        Reach::Anywhere => None,
        Reach::ThisNetwork => Some(LinkFault::ThisNetwork),
        Reach::ThisMachine => Some(LinkFault::ThisMachine),
    };
    // What leads nowhere need not be encrypted first.
    let plain = (url.scheme() == "http" && by_name != Some(LinkFault::ThisMachine)).then_some(LinkFault::Plain);
    by_name.into_iter().chain(plain).chain(LinkFault::from_code(found)).collect()
}

/// The topic offered to somebody: always the same, and nobody can guess it.
fn topic(desk: &Desk) -> String {
    let what = format!("ntfy topic {}", desk.principal.person.id.0);
    let hash = blake3::keyed_hash(&desk.app.waking.secret, what.as_bytes());
    format!("vigie-{}", URL_SAFE_NO_PAD.encode(&hash.as_bytes()[..15]))
}

/// What the form sends: a way to be reached, or the target that is tried again.
#[derive(Deserialize)]
pub struct PhoneForm {
    kind: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    subscription: String,
    /// The target that is tried again, or that this one stands in for.
    target: Option<i64>,
}

/// Sends the test, and looks whether its link can be opened.
pub async fn send(desk: Desk, Form(form): Form<PhoneForm>) -> Result<Response, Failure> {
    let (app, person) = (&desk.app, desk.principal.person.id);
    let target = match (form.kind.as_str(), form.target) {
        ("again", Some(target)) => target,
        _ => match add(&desk, &form).await? {
            Ok(target) => target,
            Err(refused) => {
                let asked = Asked { way: String::new(), link: String::new() };
                return shown(desk, asked, Some(refused)).await;
            }
        },
    };
    app.waking.test(person, target).await.map_err(failed)?;
    let query = match look(&desk).await {
        Some(fault) => format!("?link={}", fault.code()),
        None => String::new(),
    };
    Ok(Redirect::to(&format!("{HERE}{query}")).into_response())
}

/// Adds the target; what could not be taken comes back. What was tried in the same way before and never tapped was mistyped: it goes.
async fn add(desk: &Desk, form: &PhoneForm) -> Result<Result<i64, TargetForm>, Failure> {
    let (world, person) = (&desk.app.world, desk.principal.person.id);
    let mut wanted = TargetForm { kind: form.kind.clone(), name: form.name.clone(), ..TargetForm::default() };
    match form.kind.as_str() {
        "mail" => wanted.place = form.place.clone(),
        "ntfy" => (wanted.place, wanted.topic) = (desk.app.doorstep.servers.ntfy.clone(), topic(desk)),
        "push" => wanted.subscription = form.subscription.clone(),
        other => return Err(Failure::Bad(format!("`{other}` is no way to be reached"))),
    }
    let (settings, _) = wanted.settings()?;
    let new = NewTarget { person, kind: wanted.kind.clone(), name: wanted.name.trim().to_owned(), settings };
    let added = match settings::add_target(world, new).await {
        Ok(added) => added,
        Err(EngineError::Report(_)) => return Ok(Err(wanted)),
        Err(error) => return Err(failed(error)),
    };
    for old in world.store.targets(Some(person)).await? {
        if Some(old.id) == form.target && old.id != added.id && old.kind == added.kind && old.tapped_at.is_none() {
            world.store.remove_target(person, old.id).await?;
        }
    }
    Ok(Ok(added.id))
}

/// What keeps the link from being opened from here.
async fn look(desk: &Desk) -> Option<LinkFault> {
    let origin = Url::parse(&desk.app.waking.origin).ok()?;
    match tokio::time::timeout(PATIENCE, Opened::at(&origin, &desk.app.client)).await {
        Ok(opened) => LinkFault::of(&opened),
        Err(_) => Some(LinkFault::Closed),
    }
}
