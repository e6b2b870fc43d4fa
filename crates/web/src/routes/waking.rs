//! How somebody is woken: targets, a test of each, quiet hours and budgets, and the messages that were sent.

use super::bridge::failed;
use super::desk::{Desk, page};
use crate::auth::secret;
use crate::error::Failure;
use crate::pages::waking::{Draft, LOST, MessageView, MessagesPage, TargetView, WakingPage};
use crate::pages::{Notice, Room};
use axum::Form;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use connect::outbound::Target;
use domain::organisation::Right;
use domain::waking::{Budget, Quiet};
use engine::EngineError;
use engine::waking::settings::{self, MOST_TARGETS};
use engine::waking::{Hours, Letter};
use jiff::Timestamp;
use jiff::civil::Time;
use serde::Deserialize;
use serde_json::{Value, json};
use store::{NewTarget, OutboxRow, OutboxState, TargetRow};
use words::Words;
use words::target::kept;

/// Messages of a page.
const SHOWN: i64 = 50;
/// Messages that are looked through for those that did not arrive.
const LOOKED: i64 = 100;
const HERE: &str = "/settings/waking";

/// What just happened, as the address says it.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    said: String,
}

/// What the page shows beside what is kept.
#[derive(Default)]
struct Shown {
    fresh: Option<String>,
    draft: Option<Draft>,
    refused: bool,
    said: String,
}

/// The page.
pub async fn show(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    shown(desk, Shown { said: asked.said, ..Shown::default() }).await
}

async fn shown(desk: Desk, with: Shown) -> Result<Response, Failure> {
    let (world, person) = (&desk.app.world, desk.principal.person.id);
    let Hours { quiet, budget, weekly } = settings::hours(world, person).await.map_err(failed)?;
    let clock = |time: Time| time.strftime("%H:%M").to_string();
    let lost = world.store.messages_to(person, &LOST, None, LOOKED).await?;
    let (targets, now) = (world.store.targets(Some(person)).await?, desk.now());
    let mut shell = desk.shell(Room::Settings).await?;
    shell.path = HERE.to_owned();
    let said = match with.said.as_str() {
        "tested" => Some("target-tested"),
        "added" => Some("target-added"),
        "saved" => Some("waking-saved"),
        _ => None,
    };
    shell.notice = said.map(|id| Notice { text: desk.words.say(id), undo: None });
    let shown = WakingPage {
        shell,
        targets: targets.iter().map(|row| target_view(&desk.words, row, now)).collect(),
        fresh: with.fresh,
        draft: with.draft,
        push_key: desk.app.waking.outbound.push_key(),
        quiet: quiet.map(|quiet| (clock(quiet.from), clock(quiet.to))),
        budget: [budget.half_hour, budget.day, budget.brand_day],
        weekly,
        refused: with.refused,
        ladders: desk.organisations(Right::Inspect).map(|o| (o.id.0, o.name.clone())).collect(),
        lost: lost.len() as i64,
        words: desk.words,
    };
    page(&shown)
}

fn target_view(words: &Words, row: &TargetRow, now: Timestamp) -> TargetView {
    TargetView {
        id: row.id,
        kind: row.kind.clone(),
        name: row.name.clone(),
        shown: Target::parse(&row.kind, &row.settings).map_or_else(|_| String::new(), |target| target.shown()),
        problem: row.problem.as_deref().map(|why| kept(words, why)),
        rests_until: row.rests_until.filter(|until| *until > now),
        tapped_at: row.tapped_at,
    }
}

/// What the form of a new target sends: of each kind what it needs.
#[derive(Default, Deserialize)]
pub struct TargetForm {
    pub(super) kind: String,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) place: String,
    #[serde(default)]
    pub(super) topic: String,
    #[serde(default)]
    pub(super) token: String,
    #[serde(default)]
    pub(super) markup: String,
    #[serde(default)]
    pub(super) subscription: String,
}

impl TargetForm {
    /// The settings of the target, and a secret to be shown once.
    pub(super) fn settings(&self) -> Result<(String, Option<String>), Failure> {
        let place = self.place.trim();
        let settings: Value = match self.kind.as_str() {
            "mail" => json!({ "address": place }),
            "ntfy" if self.token.trim().is_empty() => json!({ "server": place, "topic": self.topic.trim() }),
            "ntfy" => json!({ "server": place, "topic": self.topic.trim(), "token": self.token.trim() }),
            "chat" => json!({ "url": place, "markup": if self.markup == "markdown" { "markdown" } else { "slack" } }),
            "webhook" => {
                let (_, random) = secret::fresh("").map_err(|e| Failure::Ours(e.to_string()))?;
                let secret = connect::inbound::webhook::secret(&random);
                return Ok((json!({ "url": place, "secret": secret }).to_string(), Some(secret)));
            }
            // What the browser says is kept as it came, once it could be read.
            "push" => return Ok((self.subscription.clone(), None)),
            other => return Err(Failure::Bad(format!("`{other}` is no kind of target"))),
        };
        Ok((settings.to_string(), None))
    }
}

/// Adds a target; what cannot be taken comes back with what to correct.
pub async fn add(desk: Desk, Form(form): Form<TargetForm>) -> Result<Response, Failure> {
    let person = desk.principal.person.id;
    let (settings, fresh) = form.settings()?;
    let named = |name: &str| if name.trim().is_empty() { String::new() } else { name.trim().to_owned() };
    let new = NewTarget { person, kind: form.kind.clone(), name: named(&form.name), settings };
    match settings::add_target(&desk.app.world, new).await {
        Ok(_) if fresh.is_some() => shown(desk, Shown { fresh, said: "added".to_owned(), ..Shown::default() }).await,
        Ok(_) => Ok(back("added")),
        Err(EngineError::Report(_)) => {
            let too_many = desk.app.world.store.targets(Some(person)).await?.len() >= MOST_TARGETS;
            let draft = Draft { kind: form.kind, name: form.name, place: form.place, topic: form.topic, too_many };
            shown(desk, Shown { draft: Some(draft), ..Shown::default() }).await
        }
        Err(error) => Err(failed(error)),
    }
}

/// Has a target tried before the others.
pub async fn first(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    desk.app.world.store.put_target_first(desk.principal.person.id, id).await?;
    Ok(back(""))
}

/// Takes a target away.
pub async fn remove(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    desk.app.world.store.remove_target(desk.principal.person.id, id).await?;
    Ok(back(""))
}

/// Sends a message that only shows that the target works.
pub async fn test(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    desk.app.waking.test(desk.principal.person.id, id).await.map_err(failed)?;
    Ok(back("tested"))
}

fn back(said: &str) -> Response {
    let address = if said.is_empty() { HERE.to_owned() } else { format!("{HERE}?said={said}") };
    Redirect::to(&address).into_response()
}

/// What the form of hours and budgets sends.
#[derive(Deserialize)]
pub struct HoursForm {
    quiet: Option<String>,
    from: String,
    to: String,
    half_hour: String,
    day: String,
    brand_day: String,
    weekly: Option<String>,
}

impl HoursForm {
    fn hours(&self) -> Option<Hours> {
        let hour = |text: &str| Time::strptime("%H:%M", text.trim()).ok();
        let calls = |text: &str| text.trim().parse().ok();
        let quiet = match self.quiet {
            Some(_) => Some(Quiet { from: hour(&self.from)?, to: hour(&self.to)? }),
            None => None,
        };
        let budget =
            Budget { half_hour: calls(&self.half_hour)?, day: calls(&self.day)?, brand_day: calls(&self.brand_day)? };
        Some(Hours { quiet, budget, weekly: self.weekly.is_some() })
    }
}

/// Keeps quiet hours and budgets.
pub async fn save(desk: Desk, Form(form): Form<HoursForm>) -> Result<Response, Failure> {
    let refused = Shown { refused: true, ..Shown::default() };
    let Some(hours) = form.hours() else { return shown(desk, refused).await };
    match settings::set_hours(&desk.app.world, desk.principal.person.id, &hours).await {
        Ok(()) => Ok(back("saved")),
        Err(EngineError::Report(_)) => shown(desk, refused).await,
        Err(error) => Err(failed(error)),
    }
}

/// Which messages are wanted.
#[derive(Deserialize)]
pub struct MessagesAsked {
    #[serde(default)]
    state: String,
    before: Option<i64>,
}

/// The messages to the reader, newest first.
pub async fn messages(desk: Desk, Query(asked): Query<MessagesAsked>) -> Result<Response, Failure> {
    let person = desk.principal.person.id;
    let one = OutboxState::ALL.into_iter().find(|state| state.code() == asked.state);
    let states = if asked.state == "lost" { LOST.to_vec() } else { one.into_iter().collect() };
    let store = &desk.app.world.store;
    let targets = store.targets(Some(person)).await?;
    let mut rows = store.messages_to(person, &states, asked.before, SHOWN + 1).await?;
    let more = rows.len() as i64 > SHOWN;
    rows.truncate(SHOWN as usize);
    let wanted = if states.is_empty() { String::new() } else { asked.state };
    let last = rows.last().filter(|_| more).map(|row| row.id);
    let shown = MessagesPage {
        shell: desk.shell(Room::Settings).await?,
        messages: rows.into_iter().map(|row| message_view(&desk.words, row, &targets)).collect(),
        older: last.map(|id| format!("{HERE}/messages?state={wanted}&before={id}")),
        wanted,
        words: desk.words,
    };
    page(&shown)
}

fn message_view(words: &Words, row: OutboxRow, targets: &[TargetRow]) -> MessageView {
    let letter: Result<Letter, _> = serde_json::from_str(&row.message.body);
    let target = targets.iter().find(|target| target.id == row.message.target);
    MessageView {
        title: letter.map_or_else(|_| row.message.key.clone(), |letter| letter.note.title),
        at: row.created_at,
        target: target.map(|target| (target.kind.clone(), target.name.clone())),
        next_try_at: (row.state == OutboxState::Waiting && row.tries > 0).then_some(row.next_try_at),
        state: row.state,
        tries: row.tries,
        unknown: row.unknown,
        reason: row.reason.map(|why| kept(words, &why)),
    }
}
