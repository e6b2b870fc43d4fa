//! The answer to one mention outside a case: who has it, what is written, sent, proved.

use super::cases::{ActedOut, asks};
use super::problem::Problem;
use super::seat::{At, Body, Inspects, Seat, Triages};
use crate::error::Failure;
use crate::state::App;
use axum::Json;
use axum::extract::State;
use domain::id::MentionId;
use engine::case::Ask;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// How a mention is answered.
#[derive(Serialize, ToSchema)]
pub struct AnswerOut {
    /// The mention.
    mention: i64,
    /// The case that answers it, or did; absent: none.
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<i64>,
    /// The number of its own log, by which it is exported as a case is; absent: nobody began one.
    #[serde(skip_serializing_if = "Option::is_none")]
    log: Option<i64>,
    /// What its own log folds to: who has it, texts under way and sent. Texts stand in it by what stands for them in the log.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    state: Option<serde_json::Value>,
    /// The texts, by what stands for them; those that were erased are not there.
    texts: BTreeMap<String, String>,
}

/// How a mention is answered: by a case, or in a log of its own. One that was written in private is not found by whoever may not triage.
#[utoipa::path(get, operation_id = "get_answer", path = "/organisations/{organisation}/mentions/{mention}/answer", tag = "mentions",
    params(("organisation" = i64, Path), ("mention" = i64, Path)), responses((status = 200, description = "Done.", body = AnswerOut)))]
pub async fn get(seat: Seat<Inspects>, State(app): State<App>, At(id): At<i64>) -> Result<Json<AnswerOut>, Problem> {
    let (store, mention) = (&app.world.store, MentionId(id));
    store.mention_for(seat.organisation, mention, seat.role().sees()).await?;
    let answering = store.answering(seat.organisation, mention).await?;
    let open = engine::case::answer_to(&app.world, seat.organisation, mention).await?;
    let folded = open.as_ref().map(|open| serde_json::to_value(&open.state)).transpose();
    let texts = open.iter().flat_map(|open| open.texts_for(seat.role()));
    Ok(Json(AnswerOut {
        mention: id,
        case: answering.filter(|file| file.mention.is_none()).map(|file| file.id.0),
        log: open.as_ref().map(|open| open.file.id.0),
        state: folded.map_err(|error| Failure::Ours(error.to_string()))?,
        texts: texts.map(|(of, text)| (of.to_string(), text)).collect(),
    }))
}

/// Asks something of the answer to a mention: one command, as a case takes it: `{"claim": {"mention": 7}}`, then draft, submit, release_alone where the
/// check found nothing, send, undo, copied, resolve. The same command twice is one. A refusal is a conflict (or forbidden) whose `code` says why.
#[utoipa::path(post, operation_id = "ask_answer", path = "/organisations/{organisation}/mentions/{mention}/answer", tag = "mentions",
    request_body = serde_json::Value, params(("organisation" = i64, Path), ("mention" = i64, Path)),
    responses((status = 200, description = "Done; `case` is the number of its log.", body = ActedOut)))]
pub async fn ask(
    seat: Seat<Triages>,
    State(app): State<App>,
    At(id): At<i64>,
    Body(asked): Body<Ask>,
) -> Result<Json<ActedOut>, Problem> {
    let by = asks(&app, (seat.person, seat.role()), &asked)?;
    Ok(Json(engine::case::answer(&app.waking, seat.organisation, MentionId(id), by, asked).await?.into()))
}
