//! The plan as a file: taken out, and brought in. What is brought in is checked, and its differences are read before it is kept.

use crate::error::Failure;
use crate::pages::Room;
use crate::pages::plan::import::{Brought, ImportPage};
use crate::pages::plan::told;
use crate::routes::bridge::failed;
use crate::routes::desk::{Desk, page};
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::extract::{Multipart, Path};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::id::OrganisationId;
use domain::organisation::Right;
use domain::plan::{Code, MOST_BYTES, changes};
use engine::plan as plans;

/// The kind of a plan's text.
const TOML: &str = "application/toml; charset=utf-8";

/// The plan's text as a file.
pub async fn export(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Inspect)?.id;
    let held = desk.app.world.store.plan(organisation).await?.ok_or(Failure::NotFound)?;
    Ok(file("plan.toml", TOML, held.text))
}

/// The text of the plan that it is laid over.
pub async fn export_base(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Inspect)?.id;
    let base = plans::base(&desk.app.world, organisation).await.map_err(failed)?.ok_or(Failure::NotFound)?;
    Ok(file("base.toml", TOML, base.text))
}

/// A scenario as a playbook of CACAO 2.0.
pub async fn export_cacao(desk: Desk, Path((id, scenario)): Path<(i64, String)>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Read)?.id;
    let made = plans::playbooks(&desk.app.world, organisation).await.map_err(failed)?;
    let (_, playbook) = made.into_iter().find(|(name, _)| *name == scenario).ok_or(Failure::NotFound)?;
    let text = serde_json::to_string_pretty(&playbook).map_err(|error| Failure::Ours(error.to_string()))?;
    Ok(file("playbook.json", "application/cacao+json; version=2.0", text))
}

fn file(name: &str, kind: &'static str, text: String) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox; frame-ancestors 'none'".to_owned()),
    ];
    (headers, text).into_response()
}

/// The page: out, and in.
pub async fn show(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    shown(desk, OrganisationId(id), None, None).await
}

/// What a file holds, before it is kept.
pub async fn read(
    desk: Desk,
    Path(id): Path<i64>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    let form = form.map_err(|rejected| Failure::Bad(rejected.body_text()))?;
    let bytes = match brought(form).await {
        Ok(bytes) => bytes,
        // Cut off on the way: of a file that no plan has the size of, nothing is looked at.
        Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            return shown(desk, organisation, None, Some("import-large")).await;
        }
        Err(error) => return Err(Failure::Bad(error.body_text())),
    };
    let problem = match bytes.len() {
        0 => Some("import-empty"),
        long if long > MOST_BYTES => Some("import-large"),
        _ => None,
    };
    let text = String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
    match (problem, text) {
        (None, Some(text)) => {
            // Windows begins a text file with a mark that says nothing.
            let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
            shown(desk, organisation, Some(text), None).await
        }
        (problem, _) => shown(desk, organisation, None, Some(problem.unwrap_or("import-no-text"))).await,
    }
}

async fn brought(mut form: Multipart) -> Result<Vec<u8>, MultipartError> {
    let mut bytes = Vec::new();
    while let Some(field) = form.next_field().await? {
        if field.name() == Some("file") {
            bytes = field.bytes().await?.to_vec();
        }
    }
    Ok(bytes)
}

async fn shown(
    desk: Desk,
    id: OrganisationId,
    text: Option<String>,
    problem: Option<&str>,
) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(id, Right::Inspect)?.clone();
    let world = &desk.app.world;
    let held = world.store.plan(id).await?;
    let base = plans::base(world, id).await.map_err(failed)?;
    let brought = text.map(|text| {
        let (_, findings) = plans::checked(world, &text, base.as_ref().map(|base| base.text.as_str()));
        let now = held.as_ref().map_or("", |held| held.text.as_str());
        let mut found: Vec<_> = findings.iter().map(|one| (told(&desk.words, one), one)).collect();
        found.sort_by_key(|(told, _)| told.weight);
        Brought {
            changes: changes(now, &text).0,
            is_readable: !findings.iter().any(|one| matches!(one.code, Code::Unreadable | Code::TooLong)),
            found: found.into_iter().map(|(told, one)| told.placed(&text, one, base.is_some())).collect(),
            text,
        }
    });
    let mut shell = desk.shell(Room::Plan).await?;
    shell.path = format!("/plan/{id}/import");
    let scenarios = plans::said(world, id).await.map_err(failed)?.map_or_else(Vec::new, |plan| {
        let with_moves = plan.scenarios.iter().filter(|one| !plan.actions_of(one).is_empty());
        with_moves.map(|one| (one.id.clone(), plan.filled(&one.body.title))).collect()
    });
    page(&ImportPage {
        scenarios,
        organisation: (id.0, organisation.name),
        version: held.map_or(0, |held| held.version),
        base: base.is_some(),
        may_configure: desk.principal.organisation(id, Right::Configure).is_ok(),
        brought,
        problem: problem.map(|id| desk.words.name(id, &desk.words.number(MOST_BYTES as i64))),
        shell,
        words: desk.words,
    })
}
