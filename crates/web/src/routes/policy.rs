//! The communication policy: the page for everybody, and where the team publishes it.

use super::bridge::failed;
use super::complaint::{Asked as InLanguage, outside};
use super::desk::{Desk, page};
use crate::error::Failure;
use crate::pages::policy::{PolicyPage, PolicySettingsPage};
use crate::pages::{Notice, Room};
use crate::state::App;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use domain::brand::Brand;
use domain::organisation::Right;
use engine::policy::{self, Standing, Unfit, Wanted};
use serde::Deserialize;
use words::Words;

/// What the public reads. What was taken off looks like what never was.
pub async fn show(
    State(app): State<App>,
    Path(address): Path<String>,
    Query(asked): Query<InLanguage>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let found = policy::at(&app.world, &address).await.map_err(failed)?.ok_or(Failure::NotFound)?;
    let words = Words::new(asked.locale(&headers, None), &found.brand.zone, app.world.clock.now());
    let shown = found.published.into_iter().next().ok_or(Failure::NotFound)?;
    let page =
        PolicyPage { words, brand: found.brand.name, policy: shown.policy, at: shown.at, channel: found.channel };
    outside(&page)
}

/// What just happened, as the address says it.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    said: String,
}

/// What is published, and what would be.
pub async fn settings(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let brand = desk.brand(id, Right::Inspect).await?;
    let said = match asked.said.as_str() {
        "published" => Some("policy-said-published"),
        "withdrawn" => Some("policy-said-withdrawn"),
        _ => None,
    };
    let notice = said.map(|id| desk.words.say(id));
    settings_page(desk, brand, None, notice).await
}

/// What the form of publishing sends.
#[derive(Deserialize)]
pub struct PublishForm {
    #[serde(default)]
    stamp: String,
    #[serde(default)]
    address: String,
}

/// Publishes what was read.
pub async fn publish(desk: Desk, Path(id): Path<i64>, Form(form): Form<PublishForm>) -> Result<Response, Failure> {
    let brand = desk.brand(id, Right::Configure).await?;
    let wanted = Wanted { stamp: form.stamp, address: Some(form.address) };
    let by = Some(desk.principal.person.id);
    let published = policy::publish(&desk.app.world, brand.organisation, brand.id, by, wanted).await.map_err(failed)?;
    let problem = match published {
        Ok(_) => return Ok(back(id, "published")),
        Err(Unfit::Own) => desk.words.say("policy-wrong-own"),
        Err(Unfit::Nothing) => desk.words.say("policy-nothing"),
        Err(Unfit::Blank(blank)) => desk.words.name("policy-wrong-blank", &blank),
        Err(Unfit::Nowhere) => desk.words.say("policy-wrong-nowhere"),
        Err(Unfit::Invented(address)) => desk.words.name("policy-wrong-invented", &address),
        Err(Unfit::Changed) => desk.words.say("policy-wrong-changed"),
        Err(Unfit::Address) => desk.words.say("channel-wrong-address"),
        Err(Unfit::Taken) => desk.words.say("channel-wrong-taken"),
    };
    settings_page(desk, brand, Some(problem), None).await
}

/// Takes it off.
pub async fn withdraw(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let brand = desk.brand(id, Right::Configure).await?;
    desk.app.world.store.withdraw_policy(brand.organisation, brand.id).await?;
    Ok(back(id, "withdrawn"))
}

fn back(id: i64, said: &str) -> Response {
    Redirect::to(&format!("/settings/brands/{id}/policy?said={said}")).into_response()
}

async fn settings_page(
    desk: Desk,
    brand: Brand,
    problem: Option<String>,
    notice: Option<String>,
) -> Result<Response, Failure> {
    let world = &desk.app.world;
    let standing = policy::standing(world, brand.organisation, brand.id).await.map_err(failed)?;
    let team = world.store.team(brand.organisation).await?;
    let name = |of| team.iter().find(|(person, _)| Some(person.id) == of).map(|(person, _)| person.name.clone());
    let mut shell = desk.shell(Room::Settings).await?;
    shell.path = format!("/settings/brands/{}/policy", brand.id);
    shell.notice = notice.map(|text| Notice { text, undo: None });
    let public = standing.shown().map(|shown| format!("{}/policy/{}", desk.app.waking.origin, shown.address));
    let differences = standing.differences();
    let Standing { published, planned, address, channel, .. } = standing;
    let shown = PolicySettingsPage {
        may_configure: desk.principal.organisation(brand.organisation, Right::Configure).is_ok(),
        brand: (brand.id.0, brand.name),
        organisation: brand.organisation.0,
        public,
        address,
        channel: channel.is_some(),
        planned,
        differences,
        log: published.into_iter().map(|one| (one.version, name(one.person), one.at)).collect(),
        problem,
        shell,
        words: desk.words,
    };
    page(&shown)
}
