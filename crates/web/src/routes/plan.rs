//! The plan: begin with one that ships, write it, see what is found in it, who changed what, and the card.

use super::bridge::failed;
use super::desk::{Desk, page};
use crate::error::Failure;
use crate::pages::plan::{Beginning, Conflict, Entry, PlanPage, Writing};
use crate::pages::{Notice, Room};
use axum::Form;
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse, Redirect, Response};
use domain::brand::BrandRole;
use domain::id::OrganisationId;
use domain::organisation::Right;
use domain::plan::{Kind, Owner, changes};
use engine::plan::{self as plans, Written};
use serde::Deserialize;
use text::Language;

/// Most bytes of a plan in a form, where a letter may take nine.
pub const LARGEST: usize = 4 << 20;

/// Most versions that are listed.
const LISTED: i64 = 20;

/// What just happened, as the address says it.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    said: String,
}

/// What the editor sends.
#[derive(Deserialize)]
pub struct Edited {
    version: i64,
    text: String,
    #[serde(default)]
    why: String,
}

/// With which plan one begins.
#[derive(Deserialize)]
pub struct Chosen {
    kind: String,
    language: String,
    #[serde(default)]
    person: String,
    #[serde(default)]
    phone: String,
}

/// The page of the reader's first organisation.
pub async fn first(desk: Desk) -> Result<Response, Failure> {
    let id = desk.about(None).await?;
    shown(desk, id, None, false).await
}

/// The page.
pub async fn show(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    shown(desk, OrganisationId(id), None, asked.said == "saved").await
}

/// Begins with a plan that ships.
pub async fn begin(desk: Desk, Path(id): Path<i64>, Form(chosen): Form<Chosen>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    let kind = Kind::ALL.into_iter().find(|kind| kind.code() == chosen.kind).ok_or(Failure::NotFound)?;
    let language = Language::from_code(&chosen.language).ok_or(Failure::NotFound)?;
    let brands = desk.app.world.store.brands(organisation).await?;
    let owner = Owner {
        brand: brands.into_iter().find(|brand| brand.role == BrandRole::Own).map(|brand| brand.name),
        person: Some(chosen.person),
        phone: Some(chosen.phone),
        email: Some(desk.principal.person.email.clone()),
    };
    let by = Some(desk.principal.person.id);
    plans::begin(&desk.app.world, organisation, by, kind, language, &owner).await.map_err(failed)?;
    Ok(saved(organisation))
}

/// Keeps what was written; where somebody else wrote meanwhile, both are shown and nothing is lost.
pub async fn save(desk: Desk, Path(id): Path<i64>, Form(edited): Form<Edited>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    let by = Some(desk.principal.person.id);
    let world = &desk.app.world;
    let came =
        plans::write(world, organisation, by, edited.version, &edited.text, &edited.why).await.map_err(failed)?;
    match came {
        Written::Kept(_) => Ok(saved(organisation)),
        Written::Meanwhile { now, theirs, ours, both } => {
            let conflict = Conflict { version: now.version, theirs, ours, both };
            shown(desk, organisation, Some((edited, conflict)), false).await
        }
    }
}

/// The card, as one page that needs nothing else.
pub async fn card(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Read)?.id;
    let kept = plans::of(&desk.app.world, organisation).await.map_err(failed)?.ok_or(Failure::NotFound)?;
    let page = crate::card(&kept.plan, desk.now()).map_err(|error| Failure::Ours(error.to_string()))?;
    Ok(Html(page).into_response())
}

fn saved(organisation: OrganisationId) -> Response {
    Redirect::to(&format!("/plan/{organisation}?said=saved")).into_response()
}

async fn shown(
    desk: Desk,
    id: OrganisationId,
    conflict: Option<(Edited, Conflict)>,
    saved: bool,
) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(id, Right::Read)?.clone();
    let world = &desk.app.world;
    let kept = plans::of(world, id).await.map_err(failed)?;
    let writing = match (kept, conflict) {
        (_, Some((edited, conflict))) => {
            let (_, findings) = plans::checked(world, &edited.text);
            Some(Writing::new(&desk.words, conflict.version, edited.text, edited.why, &findings, Some(conflict)))
        }
        (Some(kept), None) => {
            let version = kept.version;
            Some(Writing::new(&desk.words, version.version, version.text, String::new(), &kept.findings, None))
        }
        (None, None) => None,
    };
    let mut shell = desk.shell(Room::Settings).await?;
    shell.path = format!("/plan/{id}");
    shell.notice = saved.then(|| Notice { text: desk.words.say("plan-saved"), undo: None });
    let others = desk.organisations(Right::Read).filter(|other| other.id != id);
    page(&PlanPage {
        others: others.map(|other| (other.id.0, other.name.clone())).collect(),
        may_configure: desk.principal.organisation(id, Right::Configure).is_ok(),
        log: log(&desk, id).await?,
        beginning: Beginning { language: desk.words.locale(), person: desk.principal.person.name.clone() },
        organisation: (id.0, organisation.name),
        writing,
        shell,
        words: desk.words,
    })
}

/// Who changed what, newest first.
async fn log(desk: &Desk, id: OrganisationId) -> Result<Vec<Entry>, Failure> {
    let store = &desk.app.world.store;
    let versions = store.plans(id, None, LISTED + 1).await?;
    let people = store.team(id).await?;
    let name = |of| people.iter().find(|(person, _)| Some(person.id) == of).map(|(person, _)| person.name.clone());
    let texts: Vec<&str> = versions.iter().map(|version| version.text.as_str()).collect();
    let listed = versions.iter().enumerate().take(LISTED as usize);
    let entries = listed.map(|(at, version)| Entry {
        version: version.version,
        by: name(version.person),
        why: version.why.clone(),
        at: version.at,
        changes: texts.get(at + 1).map(|before| changes(before, &version.text).0).unwrap_or_default(),
    });
    Ok(entries.collect())
}
