//! Scheduling tools: one key, many channels, each given to one brand or left alone. A key is taken, never shown.

use super::marketing::{marketing, over_https};
use super::page::{Page, PageAsked};
use super::problem::Problem;
use super::seat::{Anybody, Asked, At, Body, Configures, Seat};
use crate::state::App;
use axum::Json;
use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use domain::id::{BrandId, OrganisationId, ToolId};
use domain::organisation::Right;
use domain::publish::{Channel, Reason};
use engine::marketing::account::AccountError;
use engine::marketing::tool::ConnectingTool;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Given, ToolRow};
use utoipa::ToSchema;

/// A scheduling tool whose key is here.
#[derive(Serialize, ToSchema)]
pub struct ToolOut {
    /// Its id.
    id: i64,
    /// `postiz`.
    kind: String,
    /// The address of its interface.
    server: String,
    /// Its name as shown.
    name: String,
    /// Since when it is there.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// When it answered last.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    checked_at: Option<Timestamp>,
    /// What went wrong last.
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<String>,
}

impl From<ToolRow> for ToolOut {
    fn from(row: ToolRow) -> Self {
        Self {
            id: row.id.0,
            kind: row.kind.code().to_owned(),
            server: row.server,
            name: row.name,
            created_at: row.created_at,
            checked_at: row.checked_at,
            problem: row.problem.map(|why| Reason::read(&why).plain),
        }
    }
}

/// A channel of a tool, and whose it is here.
#[derive(Serialize, ToSchema)]
pub struct ToolChannelOut {
    /// What the tool calls it.
    channel: String,
    /// Its name there.
    name: String,
    /// On which platform.
    platform: String,
    /// Whose it is, as the tool says.
    #[serde(skip_serializing_if = "Option::is_none")]
    client: Option<String>,
    /// Whether it is switched off there.
    disabled: bool,
    /// `nobody`: it is never touched. `given`: by this tool. `taken`: somebody else of the house has it.
    held: String,
    /// The account that it is, where it is given to the organisation of the path.
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<i64>,
    /// Which brand it speaks for, where it is given to the organisation of the path.
    #[serde(skip_serializing_if = "Option::is_none")]
    brand: Option<i64>,
}

impl ToolChannelOut {
    fn new((channel, given): (Channel, Given), seat: OrganisationId) -> Self {
        let held = match given {
            Given::Nobody => "nobody",
            Given::To { .. } => "given",
            Given::Taken => "taken",
        };
        let own = match given {
            Given::To { account, organisation, brand } if organisation == seat => Some((account, brand)),
            _ => None,
        };
        Self {
            channel: channel.native,
            name: channel.name,
            platform: channel.platform,
            client: channel.client,
            disabled: channel.disabled,
            held: held.to_owned(),
            account: own.map(|(account, _)| account.0),
            brand: own.and_then(|(_, brand)| brand).map(|brand| brand.0),
        }
    }
}

/// The tools whose key the organisation holds.
#[utoipa::path(get, operation_id = "list_tools", path = "/organisations/{organisation}/tools", tag = "marketing",
    params(("organisation" = i64, Path), PageAsked), responses((status = 200, description = "Done.", body = Page<ToolOut>)))]
pub async fn list(
    seat: Seat<Configures>,
    State(app): State<App>,
    Asked(asked): Asked<PageAsked>,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<Page<ToolOut>>, Problem> {
    let all: Vec<ToolOut> = app.world.store.tools(seat.organisation).await?.into_iter().map(ToolOut::from).collect();
    Ok(Json(Page::of(&uri, &asked, all, |item| item.id)?))
}

/// A tool to be connected.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ToolIn {
    /// `postiz`.
    kind: String,
    /// The address of its interface.
    #[schema(example = "https://postiz.example/api")]
    server: String,
    /// Its key. It is kept, and never shown again.
    token: String,
    /// Its name as shown; its host where it is not said.
    #[serde(default)]
    name: String,
}

/// Connects a tool once it has listed its channels. None of them is touched before it is given.
#[utoipa::path(post, operation_id = "connect_tool", path = "/organisations/{organisation}/tools", tag = "marketing", request_body = ToolIn,
    params(("organisation" = i64, Path)), responses((status = 201, description = "Made.", body = ToolOut)))]
pub async fn connect(
    seat: Seat<Configures>,
    State(app): State<App>,
    Body(new): Body<ToolIn>,
) -> Result<(StatusCode, Json<ToolOut>), Problem> {
    over_https(&app)?;
    let ToolIn { kind, server, token, name } = new;
    let asked = ConnectingTool { kind, server, token, name };
    let made = marketing(&app).connect_tool(seat.organisation, asked).await?;
    Ok((StatusCode::CREATED, Json(made.into())))
}

/// A new key of a tool.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ToolKeyIn {
    /// The new key; the present one is asked by where it is absent.
    #[serde(default)]
    token: Option<String>,
}

/// Asks a tool for its channels again, by a new key where there is one; `problem` says why not.
#[utoipa::path(post, operation_id = "check_tool", path = "/organisations/{organisation}/tools/{tool}/check", tag = "marketing", request_body = ToolKeyIn,
    params(("organisation" = i64, Path), ("tool" = i64, Path)), responses((status = 200, description = "Done.", body = ToolOut)))]
pub async fn check(
    seat: Seat<Configures>,
    State(app): State<App>,
    At(id): At<i64>,
    Body(asked): Body<ToolKeyIn>,
) -> Result<Json<ToolOut>, Problem> {
    if asked.token.is_some() {
        over_https(&app)?;
    }
    Ok(Json(marketing(&app).check_tool(seat.organisation, ToolId(id), asked.token.as_deref()).await?.into()))
}

/// Lets a tool go: its key is forgotten, its channels are left alone. What is in the tool stays there.
#[utoipa::path(delete, operation_id = "let_go_tool", path = "/organisations/{organisation}/tools/{tool}", tag = "marketing",
    params(("organisation" = i64, Path), ("tool" = i64, Path)), responses((status = 204, description = "Done."), (status = 409, description = "A case holds posts there: decide on each first.")))]
pub async fn let_go(seat: Seat<Configures>, State(app): State<App>, At(id): At<i64>) -> Result<StatusCode, Problem> {
    app.world.store.let_go_tool(seat.organisation, ToolId(id), app.world.clock.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The channels of a tool as it last listed them.
#[utoipa::path(get, operation_id = "list_tool_channels", path = "/organisations/{organisation}/tools/{tool}/channels", tag = "marketing",
    params(("organisation" = i64, Path), ("tool" = i64, Path)), responses((status = 200, description = "Done.", body = Vec<ToolChannelOut>)))]
pub async fn channels(
    seat: Seat<Configures>,
    State(app): State<App>,
    At(id): At<i64>,
) -> Result<Json<Vec<ToolChannelOut>>, Problem> {
    let all = app.world.store.tool_channels(seat.organisation, ToolId(id)).await?;
    Ok(Json(all.into_iter().map(|one| ToolChannelOut::new(one, seat.organisation)).collect()))
}

/// To whom a channel is given.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ToolChannelIn {
    /// What the tool calls it.
    channel: String,
    /// Whether it is left alone again.
    #[serde(default)]
    alone: bool,
    /// The organisation; that of the path where it is absent. Another one only by a login that configures both.
    #[serde(default)]
    organisation: Option<i64>,
    /// Which brand of it the channel speaks for.
    #[serde(default)]
    brand: Option<i64>,
}

/// Gives a channel of a tool to a brand, or leaves it alone again. A channel belongs to one organisation of the house.
#[utoipa::path(put, operation_id = "give_tool_channel", path = "/organisations/{organisation}/tools/{tool}/channels", tag = "marketing", request_body = ToolChannelIn,
    params(("organisation" = i64, Path), ("tool" = i64, Path)), responses((status = 204, description = "Done.")))]
pub async fn give(
    seat: Seat<Configures>,
    Anybody(principal): Anybody,
    State(app): State<App>,
    At(id): At<i64>,
    Body(asked): Body<ToolChannelIn>,
) -> Result<StatusCode, Problem> {
    let ToolChannelIn { channel, alone, organisation, brand } = asked;
    if alone {
        app.world.store.leave_channel(seat.organisation, ToolId(id), &channel, app.world.clock.now()).await?;
        return Ok(StatusCode::NO_CONTENT);
    }
    let to = match organisation {
        Some(to) => principal.organisation(OrganisationId(to), Right::Configure)?.id,
        None => seat.organisation,
    };
    let given = marketing(&app).give(seat.organisation, (ToolId(id), &channel), (to, brand.map(BrandId))).await;
    match given {
        Err(AccountError::Taken) => {
            let why = "this channel is taken: somebody else of this house publishes with it";
            Err(Problem::new(StatusCode::CONFLICT, "taken", why))
        }
        given => Ok(given.map(|_| StatusCode::NO_CONTENT)?),
    }
}
