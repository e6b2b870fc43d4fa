//! Scheduling tools: a key tried, its channels given one by one, or left alone.

use super::desk::{Desk, page};
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::shell::Notice;
use crate::pages::tools::{Problem, ToolsPage};
use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::brand::BrandRole;
use domain::id::{BrandId, OrganisationId, ToolId};
use domain::organisation::Right;
use domain::publish::Reason;
use engine::marketing::Marketing;
use engine::marketing::account::AccountError;
use engine::marketing::tool::ConnectingTool;
use serde::Deserialize;

/// What was done a moment ago.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    said: String,
}

/// The page.
pub async fn show(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let notice = (asked.said == "done").then(|| desk.words.say("market-done"));
    shown(desk, id, (String::new(), String::new()), None, notice).await
}

async fn shown(
    desk: Desk,
    id: i64,
    typed: (String, String),
    problem: Option<Problem>,
    notice: Option<String>,
) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.clone();
    let store = &desk.app.world.store;
    let mut tools = Vec::new();
    for tool in store.tools(organisation.id).await? {
        let channels = store.tool_channels(organisation.id, tool.id).await?;
        tools.push((tool, channels));
    }
    let mut brands = Vec::new();
    for of in desk.organisations(Right::Configure) {
        for brand in store.brands(of.id).await?.into_iter().filter(|brand| brand.role == BrandRole::Own) {
            brands.push((of.id, brand.id, format!("{} – {}", of.name, brand.name)));
        }
    }
    let mut shell = desk.shell(Room::Settings).await?;
    shell.path = format!("/marketing/{id}/tools");
    shell.notice = notice.map(|text| Notice { text, undo: None });
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let organisation = (id, organisation.name);
    let shown = ToolsPage { shell, organisation, tools, brands, typed, problem, words: desk.words };
    Ok((status, page(&shown)?).into_response())
}

async fn answered<T>(
    desk: Desk,
    id: i64,
    typed: (String, String),
    came: Result<T, AccountError>,
) -> Result<Response, Failure> {
    let problem = match came {
        Ok(_) => return Ok(Redirect::to(&format!("/marketing/{id}/tools?said=done")).into_response()),
        Err(AccountError::Taken) => Problem::Taken,
        Err(AccountError::Refused(why)) => Problem::Refused(why),
        // Nothing but what is held there keeps a channel from being left.
        Err(AccountError::Store(store::Error::Conflict(_))) => Problem::Holds,
        Err(AccountError::Store(error)) => return Err(error.into()),
    };
    shown(desk, id, typed, Some(problem), None).await
}

/// A tool to be connected.
#[derive(Deserialize)]
pub struct ToolForm {
    server: String,
    token: String,
    #[serde(default)]
    name: String,
}

/// Connects a tool.
pub async fn connect(desk: Desk, Path(id): Path<i64>, Form(form): Form<ToolForm>) -> Result<Response, Failure> {
    let of = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    let ToolForm { server, token, name } = form;
    let typed = (server.clone(), name.clone());
    if desk.app.site.plain_http {
        return shown(desk, id, typed, Some(Problem::PlainHttp), None).await;
    }
    let asked = ConnectingTool { kind: "postiz".to_owned(), server, token, name };
    let came = Marketing::of(&desk.app.waking).connect_tool(of, asked).await;
    answered(desk, id, typed, came).await
}

/// A new key, or none.
#[derive(Deserialize)]
pub struct KeyForm {
    #[serde(default)]
    token: String,
}

/// Asks a tool for its channels again.
pub async fn check(
    desk: Desk,
    Path((id, tool)): Path<(i64, i64)>,
    Form(form): Form<KeyForm>,
) -> Result<Response, Failure> {
    let of = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    let key = Some(form.token.as_str()).filter(|key| !key.trim().is_empty());
    if key.is_some() && desk.app.site.plain_http {
        return shown(desk, id, Default::default(), Some(Problem::PlainHttp), None).await;
    }
    let came = Marketing::of(&desk.app.waking).check_tool(of, ToolId(tool), key).await;
    let came = came.and_then(|row| row.problem.map_or(Ok(()), |why| Err(AccountError::Refused(Reason::read(&why)))));
    answered(desk, id, Default::default(), came).await
}

/// To whom a channel is given.
#[derive(Deserialize)]
pub struct ChannelForm {
    channel: String,
    #[serde(default)]
    to: String,
}

/// Gives a channel to a brand, or leaves it alone.
pub async fn channel(
    desk: Desk,
    Path((id, tool)): Path<(i64, i64)>,
    Form(form): Form<ChannelForm>,
) -> Result<Response, Failure> {
    let of = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    if form.to.is_empty() {
        let left = desk.app.world.store.leave_channel(of, ToolId(tool), &form.channel, desk.now()).await;
        let left = match left {
            // It is nobody's as it is.
            Err(store::Error::NotFound) => desk.app.world.store.tool(of, ToolId(tool)).await.map(drop),
            left => left,
        };
        return answered(desk, id, Default::default(), left.map_err(AccountError::Store)).await;
    }
    let read = |text: &str| text.parse::<i64>().ok();
    let to = form.to.split_once('-').and_then(|(of, brand)| Some((read(of)?, read(brand)?)));
    let Some((to, brand)) = to else {
        return Err(Failure::Bad("that is no brand that a channel could be given to".to_owned()));
    };
    let to = desk.principal.organisation(OrganisationId(to), Right::Configure)?.id;
    let marketing = Marketing::of(&desk.app.waking);
    let given = marketing.give(of, (ToolId(tool), &form.channel), (to, Some(BrandId(brand)))).await;
    answered(desk, id, Default::default(), given).await
}

/// Lets a tool go.
pub async fn remove(desk: Desk, Path((id, tool)): Path<(i64, i64)>) -> Result<Response, Failure> {
    let of = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    let gone = desk.app.world.store.let_go_tool(of, ToolId(tool), desk.now()).await;
    answered(desk, id, Default::default(), gone.map_err(AccountError::Store)).await
}
