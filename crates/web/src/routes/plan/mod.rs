//! The plan: begin with one that ships, write it, see what is found in it, who changed what, and the card.

pub mod approve;
pub mod form;
pub mod import;

use super::bridge::failed;
use super::desk::{Desk, page};
use crate::error::Failure;
use crate::pages::plan::iso::IsoPage;
use crate::pages::plan::{Beginning, Conflict, Draft, Logged, PlanPage, Writing};
use crate::pages::{Notice, Room};
use axum::Form;
use axum::extract::{Path, Query};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::brand::{Brand, BrandRole};
use domain::id::OrganisationId;
use domain::organisation::{Organisation, Right};
use domain::plan::{Kind, MOST_BYTES, Owner, changes, iso22361};
use domain::setup::Profile;
use engine::plan::{self as plans, Written};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use text::Language;
use words::Locale;

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
    #[serde(default)]
    email: String,
    #[serde(default)]
    base: String,
}

/// Over whose plan it is laid.
#[derive(Deserialize)]
pub struct Laid {
    #[serde(default)]
    base: String,
}

/// The page of the reader's first organisation.
pub async fn first(desk: Desk) -> Result<Response, Failure> {
    let id = desk.about(None).await?;
    shown(desk, id, None, "").await
}

/// The page.
pub async fn show(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let said = match asked.said.as_str() {
        "saved" => "plan-saved",
        "names" => "plan-begun-names",
        "no-base" => "plan-begin-base",
        _ => "",
    };
    shown(desk, OrganisationId(id), None, said).await
}

/// Begins with a plan that ships.
pub async fn begin(desk: Desk, Path(id): Path<i64>, Form(chosen): Form<Chosen>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    let kind = Kind::ALL.into_iter().find(|kind| kind.code() == chosen.kind).ok_or(Failure::NotFound)?;
    let language = Language::from_code(&chosen.language).ok_or(Failure::NotFound)?;
    let brands = desk.app.world.store.brands(organisation).await?;
    let brand = brands.into_iter().find(|brand| brand.role == BrandRole::Own);
    let base = match (kind, below(&desk, &chosen.base)?) {
        (Kind::Client, None) => match may_lie_below(&desk, organisation).await?.as_slice() {
            [(only, ..)] => Some(OrganisationId(*only)),
            _ => return Ok(Redirect::to(&format!("/plan/{organisation}?said=no-base")).into_response()),
        },
        (kind, base) => base.filter(|_| kind == Kind::Client),
    };
    let email = Some(chosen.email.trim()).filter(|email| !email.is_empty());
    let email = email.unwrap_or(&desk.principal.person.email).to_owned();
    let (page, updates) = addresses(&desk, organisation, brand.as_ref(), (kind, &email)).await?;
    let profile = set_up(&desk, organisation).await?;
    let owner = Owner {
        page: Some(page),
        updates: Some(updates),
        country: profile.as_ref().map(|profile| profile.country.code().to_owned()),
        languages: profile.map(|profile| spoken(profile.languages, language)).unwrap_or_default(),
        zone: brand.as_ref().map(|brand| brand.zone.clone()),
        brand: brand.map(|brand| brand.name),
        person: Some(chosen.person),
        phone: Some(chosen.phone),
        email: Some(email),
    };
    let by = Some(desk.principal.person.id);
    let begun =
        plans::begin(&desk.app.world, organisation, by, (kind, language), base, &owner).await.map_err(failed)?;
    match begun.names_only {
        true => Ok(Redirect::to(&format!("/plan/{organisation}?said=names")).into_response()),
        false => Ok(saved(organisation)),
    }
}

/// The languages of its customers, with the one that the plan is written in.
fn spoken(mut languages: Vec<Language>, written: Language) -> Vec<Language> {
    if !languages.contains(&written) {
        languages.insert(0, written);
    }
    languages
}

/// What was said when it was set up; nothing where nobody did.
async fn set_up(desk: &Desk, id: OrganisationId) -> Result<Option<Profile>, Failure> {
    let organisation = desk.app.world.store.organisation(id).await?;
    engine::setup::profile(&desk.app.world, &organisation).await.map_err(failed)
}

/// Where the public complains and reads news at this house, as a text names it. Until there is a page to complain, mail is the way.
async fn addresses(
    desk: &Desk,
    organisation: OrganisationId,
    brand: Option<&Brand>,
    (kind, email): (Kind, &str),
) -> Result<(String, String), Failure> {
    // A figure's page lists their accounts: none of ours does.
    let instead = if kind == Kind::Figure { String::new() } else { email.to_owned() };
    let Some(brand) = brand else { return Ok((instead, String::new())) };
    let origin = &desk.app.waking.origin;
    let channel = desk.app.world.store.channel(organisation, brand.id).await?.filter(|channel| channel.open);
    let channel = channel.filter(|_| kind != Kind::Figure);
    let page = channel.map(|channel| plans::as_named(&format!("{origin}/complaint/{}", channel.address)));
    Ok((page.unwrap_or(instead), plans::as_named(&engine::case::updates_page(origin, brand.id))))
}

/// Lays it over another plan, or over none.
pub async fn base(desk: Desk, Path(id): Path<i64>, Form(laid): Form<Laid>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    let now = plans::base(&desk.app.world, organisation).await.map_err(failed)?;
    if now.is_some_and(|now| now.organisation.to_string() == laid.base) {
        return Ok(saved(organisation));
    }
    let base = below(&desk, &laid.base)?;
    plans::lay_over(&desk.app.world, organisation, base).await.map_err(failed)?;
    Ok(saved(organisation))
}

/// Ends that a client's plan is laid over this one.
pub async fn end(desk: Desk, Path((id, client)): Path<(i64, i64)>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    let client = OrganisationId(client);
    if !plans::clients(&desk.app.world, organisation).await.map_err(failed)?.contains(&client) {
        return Err(Failure::NotFound);
    }
    plans::lay_over(&desk.app.world, client, None).await.map_err(failed)?;
    Ok(saved(organisation))
}

/// The organisations whose plan may lie below: those whose plan the reader may change, and the one that does.
fn bases(desk: &Desk, id: OrganisationId, base: Option<&Organisation>) -> Vec<(i64, String, bool)> {
    let theirs: Vec<&Organisation> = desk.organisations(Right::Configure).filter(|other| other.id != id).collect();
    let other = base.filter(|base| !theirs.iter().any(|one| one.id == base.id));
    let all = theirs.into_iter().chain(other);
    all.map(|one| (one.id.0, one.name.clone(), base.is_some_and(|base| base.id == one.id))).collect()
}

/// The organisations whose plan a new one may be laid over: those whose plan the reader may change, where it lies over none. The only one is chosen.
async fn may_lie_below(desk: &Desk, id: OrganisationId) -> Result<Vec<(i64, String, bool)>, Failure> {
    let mut found = Vec::new();
    for (other, name, _) in bases(desk, id, None) {
        let (store, of) = (&desk.app.world.store, OrganisationId(other));
        if store.plan(of).await?.is_some() && plans::base(&desk.app.world, of).await.map_err(failed)?.is_none() {
            found.push((other, name));
        }
    }
    let only = found.len() == 1;
    Ok(found.into_iter().map(|(other, name)| (other, name, only)).collect())
}

/// The organisation whose plan is chosen to lie below: one whose plan the reader may change.
fn below(desk: &Desk, chosen: &str) -> Result<Option<OrganisationId>, Failure> {
    if chosen.is_empty() {
        return Ok(None);
    }
    let id = chosen.parse().map_err(|_| Failure::NotFound)?;
    Ok(Some(desk.principal.organisation(OrganisationId(id), Right::Configure)?.id))
}

/// Keeps what was written; where somebody else wrote meanwhile, both are shown and nothing is lost.
pub async fn save(desk: Desk, Path(id): Path<i64>, Form(edited): Form<Edited>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    let by = Some(desk.principal.person.id);
    let world = &desk.app.world;
    if edited.text.len() > MOST_BYTES {
        return too_long(desk, organisation, edited).await;
    }
    let came =
        plans::write(world, organisation, by, edited.version, &edited.text, &edited.why).await.map_err(failed)?;
    match came {
        Written::Kept(_) => Ok(saved(organisation)),
        Written::Meanwhile { now, theirs, ours, both } => {
            let conflict = Conflict { version: now.version, theirs, ours, both };
            shown(desk, organisation, Some((edited, Some(conflict))), "").await
        }
    }
}

/// What is longer than a plan can be: nothing was kept, and what was typed stands there to be shortened.
async fn too_long(desk: Desk, organisation: OrganisationId, edited: Edited) -> Result<Response, Failure> {
    Ok((StatusCode::PAYLOAD_TOO_LARGE, shown(desk, organisation, Some((edited, None)), "").await?).into_response())
}

/// What the set-up fills in of a new plan.
async fn beginning(desk: &Desk, id: OrganisationId, of_agency: bool) -> Result<Beginning, Failure> {
    let profile = set_up(desk, id).await?;
    let spoken = profile.iter().flat_map(|profile| &profile.languages).find_map(|one| Locale::from_code(one.code()));
    Ok(Beginning {
        language: spoken.unwrap_or(desk.words.locale()),
        // Who looks after several plans by one of them is not who leads at each.
        person: if of_agency { String::new() } else { desk.principal.person.name.clone() },
        email: if of_agency { String::new() } else { desk.principal.person.email.clone() },
        phone: profile.and_then(|profile| profile.phone).unwrap_or_default(),
    })
}

/// The card, as one page that needs nothing else.
pub async fn card(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Read)?.id;
    let kept = plans::of(&desk.app.world, organisation).await.map_err(failed)?.ok_or(Failure::NotFound)?;
    let page =
        crate::card(&kept.plan, desk.now(), kept.is_whole()).map_err(|error| Failure::Ours(error.to_string()))?;
    let policy = card_policy(&page);
    Ok(([(header::CONTENT_SECURITY_POLICY, policy)], Html(page)).into_response())
}

/// The card brings its style along, since it is kept as one file: that very style is let in, and nothing else.
fn card_policy(page: &str) -> String {
    let style =
        page.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>")).map_or("", |(style, _)| style);
    let digest = STANDARD.encode(Sha256::digest(style));
    format!(
        "default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
}

/// What of ISO 22361 the plan shows.
pub async fn iso(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Read)?.clone();
    let kept = plans::of(&desk.app.world, organisation.id).await.map_err(failed)?.ok_or(Failure::NotFound)?;
    let mut shell = desk.shell(Room::Plan).await?;
    shell.path = format!("/plan/{id}/iso");
    let shown = kept.is_whole().then(|| iso22361(&kept.plan, &kept.findings));
    page(&IsoPage { organisation: (id, organisation.name), shown, shell, words: desk.words })
}

fn saved(organisation: OrganisationId) -> Response {
    Redirect::to(&format!("/plan/{organisation}?said=saved")).into_response()
}

async fn shown(
    desk: Desk,
    id: OrganisationId,
    typed: Option<(Edited, Option<Conflict>)>,
    said: &str,
) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(id, Right::Read)?.clone();
    let world = &desk.app.world;
    let kept = plans::of(world, id).await.map_err(failed)?;
    let base = plans::base(world, id).await.map_err(failed)?;
    let draft = |version, text, why| Draft { organisation: id.0, version, text, base: base.as_ref(), why };
    let to_approve = kept.as_ref().map_or(0, |kept| approve::waiting(kept).count() as i64);
    let may_approve = kept.as_ref().is_some_and(|kept| approve::may(&desk, id, &kept.plan));
    let too_long =
        typed.as_ref().filter(|(_, conflict)| conflict.is_none()).map(|(edited, _)| edited.text.len() as i64);
    let writing = match (kept, typed) {
        (_, Some((edited, conflict))) => {
            let (_, findings) = plans::checked(world, &edited.text, base.as_ref().map(|base| base.text.as_str()));
            let version = conflict.as_ref().map_or(edited.version, |conflict| conflict.version);
            let draft = draft(version, edited.text, edited.why);
            Some(Writing::new(&desk.words, draft, &findings, conflict))
        }
        (Some(kept), None) => {
            let draft = draft(kept.version.version, kept.version.text, String::new());
            Some(Writing::new(&desk.words, draft, &kept.findings, None))
        }
        (None, None) => None,
    };
    let base = base.map(|base| base.organisation);
    let mut shell = desk.shell(Room::Plan).await?;
    shell.path = format!("/plan/{id}");
    shell.notice = (!said.is_empty()).then(|| Notice { text: desk.words.say(said), undo: None });
    let others = desk.organisations(Right::Read).filter(|other| other.id != id);
    let base = match base {
        Some(base) => Some(world.store.organisation(base).await?),
        None => None,
    };
    let mut clients = Vec::new();
    for client in plans::clients(world, id).await.map_err(failed)? {
        clients.push((client.0, world.store.organisation(client).await?.name));
    }
    let bases = match writing {
        Some(_) => bases(&desk, id, base.as_ref()),
        None => may_lie_below(&desk, id).await?,
    };
    page(&PlanPage {
        too_long: too_long.map(|bytes| (bytes, MOST_BYTES as i64)),
        beginning: beginning(&desk, id, !bases.is_empty()).await?,
        bases,
        base: base.map(|base| base.name),
        clients,
        to_approve,
        may_approve,
        others: others.map(|other| (other.id.0, other.name.clone())).collect(),
        may_configure: desk.principal.organisation(id, Right::Configure).is_ok(),
        log: log(&desk, id).await?,
        organisation: (id.0, organisation.name),
        writing,
        shell,
        words: desk.words,
    })
}

/// Who changed what, newest first.
async fn log(desk: &Desk, id: OrganisationId) -> Result<Vec<Logged>, Failure> {
    let store = &desk.app.world.store;
    let versions = store.plans(id, None, LISTED + 1).await?;
    let people = store.team(id).await?;
    let name = |of| people.iter().find(|(person, _)| Some(person.id) == of).map(|(person, _)| person.name.clone());
    let texts: Vec<&str> = versions.iter().map(|version| version.text.as_str()).collect();
    let listed = versions.iter().enumerate().take(LISTED as usize);
    let entries = listed.map(|(at, version)| Logged {
        version: version.version,
        by: name(version.person),
        why: version.why.clone(),
        at: version.at,
        changes: texts.get(at + 1).map(|before| changes(before, &version.text).0).unwrap_or_default(),
    });
    Ok(entries.collect())
}
