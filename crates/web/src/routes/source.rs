//! One source in the browser: added, changed, paused, tried. As the API does it; no secret comes back.

use super::bridge::failed;
use super::desk::{Desk, page};
use super::sources::view;
use crate::api::listening::{self, SourceChange, SourceIn};
use crate::error::Failure;
use crate::pages::source::{AddSourcePage, KINDS, SourcePage, Typed};
use crate::pages::{Notice, Room};
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use connect::inbound::Verdict;
use domain::id::{OrganisationId, SourceId};
use domain::organisation::{Organisation, Right};
use domain::source::{Health, Source};
use engine::EngineError;
use engine::bus::Change;
use serde::Deserialize;
use store::NewSource;

/// What the address says.
#[derive(Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    said: String,
    #[serde(default)]
    kind: String,
    /// The place that is to be listened to, and its brand.
    #[serde(default)]
    place: String,
    brand: Option<i64>,
}

/// What just happened to a source, or was found of it.
#[derive(Default)]
struct Said {
    tried: Option<Verdict>,
    problem: Option<String>,
    secret: Option<String>,
    notice: Option<String>,
}

/// A source of one of the reader's organisations, and where it is seen from.
async fn find(desk: &Desk, id: i64, right: Right) -> Result<(Organisation, Source), Failure> {
    for (organisation, role) in &desk.principal.memberships {
        match desk.app.world.store.source(organisation.id, SourceId(id)).await {
            // The house's are everybody's to see and nobody's to change.
            Ok(source) if !role.may(right) || (right != Right::Inspect && source.organisation.is_none()) => {
                return Err(Failure::Forbidden);
            }
            Ok(source) => return Ok((organisation.clone(), source)),
            Err(store::Error::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Failure::NotFound)
}

/// One source.
pub async fn show(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let (organisation, source) = find(&desk, id, Right::Inspect).await?;
    let notice = match asked.said.as_str() {
        "added" => Some(desk.words.say("source-added")),
        "changed" => Some(desk.words.say("source-changed")),
        _ => None,
    };
    shown(desk, organisation, source, Said { notice, ..Said::default() }).await
}

async fn shown(desk: Desk, organisation: Organisation, source: Source, said: Said) -> Result<Response, Failure> {
    let store = &desk.app.world.store;
    let brands = store.brands(organisation.id).await?;
    let health = store.health(organisation.id).await?;
    let fares = health.into_iter().find(|(id, _)| *id == source.id).map_or_else(Health::default, |(_, fares)| fares);
    let settings: serde_json::Value = serde_json::from_str(&source.settings).unwrap_or_default();
    let status = if said.problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut shell = desk.shell(Room::Sources).await?;
    shell.path = format!("/sources/{}", source.id);
    shell.notice = said.notice.map(|text| Notice { text, undo: None });
    let shown = page(&SourcePage {
        host: listening::host(&source.settings),
        brands: brands.iter().map(|brand| (brand.id.0, brand.name.clone())).collect(),
        bound: source.brand.map(|brand| brand.0),
        keep_matched: settings["keep"] == "matched",
        streaming: listening::streams(&source.settings),
        may_configure: source.organisation.is_some() && desk.may(organisation.id, Right::Configure),
        source: view(store, organisation.id, &brands, source, fares, desk.now()).await?,
        tried: said.tried,
        problem: said.problem,
        secret: said.secret,
        shell,
        words: desk.words,
    })?;
    Ok((status, shown).into_response())
}

/// Tries a source once; remembers nothing.
pub async fn test(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let (organisation, source) = find(&desk, id, Right::Configure).await?;
    let said = match engine::collect::test(&desk.app.world, &desk.app.client, &source).await {
        Ok(verdict) => Said { tried: Some(verdict), ..Said::default() },
        Err(EngineError::Source { why, .. }) => Said { problem: Some(why), ..Said::default() },
        Err(error) => return Err(failed(error)),
    };
    shown(desk, organisation, source, said).await
}

/// What the form of a source sends.
#[derive(Deserialize)]
pub struct ChangeForm {
    change: String,
    #[serde(default)]
    name: String,
    brand: Option<i64>,
    keep_matched: Option<String>,
    streaming: Option<String>,
    #[serde(default)]
    url: String,
    #[serde(default)]
    token: String,
    #[serde(default)]
    login: String,
    #[serde(default)]
    password: String,
}

/// Changes a source, pauses it or goes on with it; an empty secret leaves the one that is kept.
pub async fn change(desk: Desk, Path(id): Path<i64>, Form(form): Form<ChangeForm>) -> Result<Response, Failure> {
    let (organisation, mut source) = find(&desk, id, Right::Configure).await?;
    let typed = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let asked = match form.change.as_str() {
        "pause" => SourceChange { enabled: Some(false), ..SourceChange::default() },
        "resume" => SourceChange { enabled: Some(true), ..SourceChange::default() },
        _ => SourceChange {
            name: Some(form.name.clone()),
            brand: form.brand,
            url: typed(&form.url),
            token: typed(&form.token),
            login: typed(&form.login),
            password: Some(form.password.clone()).filter(|password| !password.is_empty()),
            streaming: (source.kind == "mastodon").then_some(form.streaming.is_some()),
            keep_matched: matches!(source.kind.as_str(), "feed" | "mastodon").then_some(form.keep_matched.is_some()),
            ..SourceChange::default()
        },
    };
    let before = source.clone();
    if asked.login.is_some() != asked.password.is_some() {
        let problem = Some(desk.words.say("source-login-both"));
        return shown(desk, organisation, before, Said { problem, ..Said::default() }).await;
    }
    if let Err(why) = listening::change(&mut source, asked) {
        return shown(desk, organisation, before, Said { problem: Some(why), ..Said::default() }).await;
    }
    desk.app.world.store.update_source(&source).await?;
    desk.app.world.bus.tell(organisation.id, Change::Sources);
    Ok(Redirect::to(&format!("/sources/{id}?said=changed")).into_response())
}

/// The form of a new source.
pub async fn form(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let kind = if KINDS.contains(&asked.kind.as_str()) { asked.kind } else { "feed".to_owned() };
    let of = match asked.brand {
        Some(id) => format!("{}-0", desk.brand(id, Right::Configure).await?.organisation),
        None => format!("{}-0", desk.first(Right::Configure)?),
    };
    let typed = Typed { kind, of, name: asked.place, ..Typed::default() };
    add_page(desk, typed, None, false).await
}

async fn add_page(desk: Desk, typed: Typed, problem: Option<String>, may_force: bool) -> Result<Response, Failure> {
    let houses: Vec<&Organisation> = desk.organisations(Right::Configure).collect();
    let mut choices = Vec::new();
    for house in &houses {
        let named = (houses.len() > 1).then(|| house.name.clone());
        choices.push((format!("{}-0", house.id), named.clone(), None));
        for brand in desk.app.world.store.brands(house.id).await? {
            choices.push((format!("{}-{}", house.id, brand.id), named.clone(), Some(brand.name)));
        }
    }
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut shell = desk.shell(Room::Sources).await?;
    shell.path = format!("/sources/add?kind={}", typed.kind);
    let shown = page(&AddSourcePage { shell, typed, choices, problem, may_force, words: desk.words })?;
    Ok((status, shown).into_response())
}

/// What the form of a new source sends.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct AddForm {
    kind: String,
    of: String,
    name: String,
    url: String,
    server: String,
    port: String,
    tag: String,
    token: String,
    streaming: Option<String>,
    login: String,
    password: String,
    address: String,
    #[serde(rename = "do")]
    force: String,
}

/// The source that a form describes; `None` where a port is no port.
fn asked_for(form: &AddForm, brand: Option<i64>) -> Option<SourceIn> {
    let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let name = said(&form.name);
    Some(match form.kind.as_str() {
        "mastodon" => SourceIn::Mastodon {
            name,
            brand,
            server: form.server.trim().to_owned(),
            tag: said(&form.tag),
            token: said(&form.token),
            streaming: form.streaming.is_some(),
        },
        "mailbox" => SourceIn::Mailbox {
            name,
            brand,
            server: form.server.trim().to_owned(),
            port: said(&form.port).map(|port| port.parse()).transpose().ok()?,
            login: said(&form.login),
            password: form.password.clone(),
            address: form.address.trim().to_owned(),
            sub_addresses: None,
            folder: None,
        },
        "webhook" => SourceIn::Webhook { name: form.name.clone(), brand },
        _ => SourceIn::Feed { name, brand, url: form.url.trim().to_owned() },
    })
}

/// Tries a new source and listens to it from now on; one that is not heard is kept only when that is asked for.
pub async fn add(desk: Desk, Form(form): Form<AddForm>) -> Result<Response, Failure> {
    let read = |text: &str| text.parse::<i64>().ok();
    let of = form.of.split_once('-').and_then(|(of, brand)| Some((read(of)?, read(brand)?)));
    let Some((of, brand)) = of else { return Err(Failure::Bad(desk.words.say("settings-add-house-missing"))) };
    let organisation = desk.principal.organisation(OrganisationId(of), Right::Configure)?.clone();
    let store = &desk.app.world.store;
    let known = |kind: &str| KINDS.iter().find(|known| **known == kind).copied().unwrap_or("feed");
    let typed = Typed {
        kind: known(&form.kind).to_owned(),
        of: form.of.clone(),
        name: form.name.clone(),
        url: form.url.clone(),
        server: form.server.clone(),
        port: form.port.clone(),
        tag: form.tag.clone(),
        login: form.login.clone(),
        address: form.address.clone(),
    };
    let planned = asked_for(&form, (brand != 0).then_some(brand));
    let planned = planned.ok_or_else(|| desk.words.say("source-port-problem")).and_then(listening::planned);
    let (new, secret) = match planned {
        Ok((new, secret)) => (NewSource { organisation: Some(organisation.id), ..new }, secret),
        Err(why) => return add_page(desk, typed, Some(why), false).await,
    };
    let sources = store.sources(organisation.id).await?;
    if sources.iter().any(|known| known.kind == new.kind && known.settings == new.settings && known.brand == new.brand)
    {
        let why = desk.words.say("source-known");
        return add_page(desk, typed, Some(why), false).await;
    }
    if new.kind != "webhook" && form.force != "force" {
        let trial = Source {
            id: SourceId(0),
            organisation: new.organisation,
            brand: new.brand,
            kind: new.kind.clone(),
            name: new.name.clone(),
            settings: new.settings.clone(),
            enabled: true,
        };
        match engine::collect::test(&desk.app.world, &desk.app.client, &trial).await {
            Ok(verdict) if verdict.outcome.is_heard() => {}
            Ok(verdict) => return add_page(desk, typed, Some(verdict.detail), true).await,
            Err(EngineError::Source { why, .. }) => return add_page(desk, typed, Some(why), false).await,
            Err(error) => return Err(failed(error)),
        }
    }
    let source = store.create_source(new, desk.app.world.clock.now()).await?;
    desk.app.world.bus.tell(organisation.id, Change::Sources);
    if secret.is_some() {
        return shown(desk, organisation, source, Said { secret, ..Said::default() }).await;
    }
    Ok(Redirect::to(&format!("/sources/{}?said=added", source.id)).into_response())
}
