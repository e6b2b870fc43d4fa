//! Signals, why they were raised, and what people say of them.

#![expect(unused_qualifications, reason = "utoipa::path writes them")]

use super::page::{self, Page};
use super::problem::Problem;
use super::seat::{Asked, At, Body, Reads, Seat, Triages};
use crate::error::Failure;
use crate::state::App;
use axum::Json;
use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use domain::counter::Series;
use domain::id::BrandId;
use domain::signal::Explanation;
use engine::private::shown;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use signal::why::{Frozen, recompute};
use store::{Label, SignalFilter, SignalRow};
use utoipa::{IntoParams, ToSchema};

/// Longest reason, in characters.
const REASON: usize = 2_000;

/// A surge that became a signal.
#[derive(Serialize, ToSchema)]
pub struct SignalOut {
    /// Its id.
    id: String,
    /// Its brand.
    brand: i64,
    /// `mentions`, `negative`, `low_ratings`, or `grave`: one post that alerts by itself.
    series: String,
    /// `notice` or `alert`.
    level: String,
    /// Since when the counts depart.
    #[schema(value_type = String, format = DateTime)]
    onset: Timestamp,
    /// When it was found.
    #[schema(value_type = String, format = DateTime)]
    raised_at: Timestamp,
    /// When it ended; absent while it goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    ended_at: Option<Timestamp>,
    /// When the counts last departed.
    #[schema(value_type = String, format = DateTime)]
    last_hot_at: Timestamp,
    /// Whether it was found by catching up.
    late: bool,
    /// Whether it wakes anyone.
    wakes: bool,
    /// Its score: how improbable so many are on a usual day, by how improbable this brand’s counts usually are; the levels are thresholds
    /// of it. 1 for one grave post.
    score: f64,
    /// What was counted.
    observed: i64,
    /// What was expected.
    expected: f64,
    /// What people say of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<LabelOut>,
}

/// What somebody says of a signal.
#[derive(Serialize, ToSchema)]
pub struct LabelOut {
    /// `dismissed` or `confirmed`.
    verdict: String,
    /// Why.
    reason: String,
    /// Who.
    person: i64,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
}

impl From<SignalRow> for SignalOut {
    fn from(row: SignalRow) -> Self {
        let label = row.label.map(|Label { verdict, reason, person, at }| LabelOut {
            verdict: verdict.code().to_owned(),
            reason,
            person: person.0,
            at,
        });
        Self {
            id: row.id,
            brand: row.brand.0,
            series: row.series.code().to_owned(),
            level: row.level,
            onset: row.onset,
            raised_at: row.raised_at,
            ended_at: row.ended_at,
            last_hot_at: row.last_hot_at,
            late: row.late,
            wakes: row.wakes,
            score: row.score as f64 / 1000.0,
            observed: row.observed,
            expected: row.expected as f64 / 1000.0,
            label,
        }
    }
}

/// Which signals are wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SignalsAsked {
    /// Of this brand.
    brand: Option<i64>,
    /// Only those that go on.
    open: Option<bool>,
    /// Only those with an onset at or after.
    #[param(value_type = Option<String>, format = DateTime)]
    since: Option<Timestamp>,
    /// Where the page begins: the `cursor` of the page before.
    cursor: Option<String>,
    /// Most items, at most 200; 50 where it is not said.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
}

/// An organisation's signals, latest onset first.
#[utoipa::path(get, operation_id = "list_signals", path = "/organisations/{organisation}/signals", tag = "signals",
    params(("organisation" = i64, Path), SignalsAsked), responses((status = 200, description = "Done.", body = Page<SignalOut>)))]
pub async fn list(
    seat: Seat<Reads>,
    State(app): State<App>,
    Asked(asked): Asked<SignalsAsked>,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<Page<SignalOut>>, Problem> {
    let limit = page::limit(asked.limit)?;
    let after = asked.cursor.as_deref().map(page::read_moment).transpose()?;
    let filter = SignalFilter {
        brand: asked.brand.map(BrandId),
        open_only: asked.open.unwrap_or(false),
        since: asked.since,
        ..SignalFilter::default()
    };
    let last = after.as_ref().map(|(onset, id)| (*onset, id.as_str()));
    // One more than is shown tells whether there is another page.
    let reach = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let mut rows = app.world.store.signals_beyond(seat.organisation, filter, last, reach).await?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let cursor = rows.last().filter(|_| more).map(|last| page::moment(last.onset, &last.id));
    Ok(Json(Page::new(&uri, rows.into_iter().map(SignalOut::from).collect(), cursor)))
}

/// A signal and why it was raised.
#[derive(Serialize, ToSchema)]
pub struct SignalDetail {
    /// The signal.
    #[serde(flatten)]
    signal: SignalOut,
    /// Why, in parts: window, expected and usual range, least count that fires, people, words that stand out, stories, queries,
    /// authors, sources, each with its count and whether it would have fired without; of one grave post, the harm and the words that say so.
    #[schema(value_type = Object)]
    explanation: Explanation,
}

/// One signal, with why it was raised; to whoever may not triage, without the words and the authors of what was written in private.
#[utoipa::path(get, operation_id = "get_signal", path = "/organisations/{organisation}/signals/{signal}", tag = "signals",
    params(("organisation" = i64, Path), ("signal" = String, Path)), responses((status = 200, description = "Done.", body = SignalDetail)))]
pub async fn get(seat: Seat<Reads>, State(app): State<App>, At(id): At<String>) -> Result<Json<SignalDetail>, Problem> {
    let row = app.world.store.signal(seat.organisation, &id).await?;
    let explanation = shown(&app.world, &row, seat.role().sees(), kept(&row.explanation)?).await?;
    Ok(Json(SignalDetail { signal: row.into(), explanation }))
}

fn kept<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, Failure> {
    serde_json::from_str(json).map_err(|e| Failure::Ours(format!("what the signal kept cannot be read: {e}")))
}

/// A signal's score computed again from what it froze.
#[derive(Serialize, ToSchema)]
pub struct Why {
    /// Its id.
    id: String,
    /// The version of the method; of the reader for one grave post.
    method_version: u32,
    /// The score as it was.
    score: f64,
    /// The score computed again.
    recomputed: f64,
    /// Whether both are the same.
    identical: bool,
    /// What was judged: counts, settings and the detector's state, as they were.
    #[schema(value_type = Object)]
    frozen: serde_json::Value,
}

/// Computes a signal's score again from its frozen inputs.
#[utoipa::path(get, operation_id = "recompute_signal", path = "/organisations/{organisation}/signals/{signal}/why", tag = "signals",
    params(("organisation" = i64, Path), ("signal" = String, Path)), responses((status = 200, description = "Done.", body = Why)))]
pub async fn why(seat: Seat<Reads>, State(app): State<App>, At(id): At<String>) -> Result<Json<Why>, Problem> {
    let row = app.world.store.signal(seat.organisation, &id).await?;
    if row.series == Series::Grave {
        return grave_again(&app, row).await;
    }
    let frozen: Frozen = kept(&row.frozen)?;
    let again = recompute(&frozen).map_err(|e| Failure::Conflict(e.to_string()))?;
    let score = engine::tick::thousandths(again.score);
    Ok(Json(Why {
        id: row.id,
        method_version: frozen.version,
        score: row.score as f64 / 1000.0,
        recomputed: score as f64 / 1000.0,
        identical: score == row.score,
        frozen: kept(&row.frozen)?,
    }))
}

/// Reads the one post again that raised a signal.
async fn grave_again(app: &App, row: SignalRow) -> Result<Json<Why>, Problem> {
    let again = engine::grave::read_again(&app.world, &row).await?;
    let identical = again.is_identical();
    let score = row.score as f64 / 1000.0;
    Ok(Json(Why {
        id: row.id,
        method_version: again.frozen.reader.parse().unwrap_or(0),
        score,
        recomputed: if identical { score } else { 0.0 },
        identical,
        frozen: kept(&row.frozen)?,
    }))
}

/// What somebody says of a signal.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LabelIn {
    /// Dismissed or confirmed.
    verdict: Verdict,
    /// Why; may be empty.
    #[serde(default)]
    #[schema(max_length = 2000)]
    reason: String,
}

/// Whether there was something to it.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Nothing to it.
    Dismissed,
    /// There was.
    Confirmed,
}

impl From<Verdict> for domain::signal::Verdict {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Dismissed => Self::Dismissed,
            Verdict::Confirmed => Self::Confirmed,
        }
    }
}

/// Says of a signal that there was something to it, or nothing, and why.
#[utoipa::path(put, operation_id = "label_signal", path = "/organisations/{organisation}/signals/{signal}/label", tag = "signals", request_body = LabelIn,
    params(("organisation" = i64, Path), ("signal" = String, Path)), responses((status = 204, description = "Done.")))]
pub async fn label(
    seat: Seat<Triages>,
    State(app): State<App>,
    At(id): At<String>,
    Body(label): Body<LabelIn>,
) -> Result<StatusCode, Problem> {
    let reason = label.reason.trim();
    if reason.chars().count() > REASON {
        return Err(Problem::bad(format!("`reason` holds at most {REASON} characters")));
    }
    app.waking.label(seat.organisation, &id, label.verdict.into(), reason, seat.person).await?;
    Ok(StatusCode::NO_CONTENT)
}
