//! How long texts and authors are kept in an organisation, what would go, and what went.

use super::problem::Problem;
use super::seat::{Body, Configures, Inspects, Seat};
use crate::state::App;
use axum::Json;
use axum::extract::State;
use domain::id::{OrganisationId, SourceId};
use domain::retention::{Days, Retention};
use engine::retain::{self, Survey};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Entries of the log that are told.
const TOLD: i64 = 100;

/// For how many days things are kept, from the day a post arrived: 7 to 36500 each. What is not said is kept for ever.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RulesBody {
    /// Texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text_days: Option<u32>,
    /// Who wrote them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    author_days: Option<u32>,
    /// Evidence: what was reported by hand or is in hand, and what a signal quotes that nobody dismissed. Not said: as long as it is that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    evidence_days: Option<u32>,
    /// Where it differs for one source.
    #[serde(default)]
    sources: Vec<SourceDays>,
}

/// Days of one source.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceDays {
    /// Which.
    source: i64,
    /// Texts; as for every source where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text_days: Option<u32>,
    /// Who wrote them; as for every source where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    author_days: Option<u32>,
}

impl From<Retention> for RulesBody {
    fn from(rules: Retention) -> Self {
        let source = |(id, days): (SourceId, Days)| SourceDays {
            source: id.0,
            text_days: days.text_days,
            author_days: days.author_days,
        };
        Self {
            text_days: rules.all.text_days,
            author_days: rules.all.author_days,
            evidence_days: rules.evidence_days,
            sources: rules.sources.into_iter().map(source).collect(),
        }
    }
}

impl From<RulesBody> for Retention {
    fn from(body: RulesBody) -> Self {
        let source =
            |of: SourceDays| (SourceId(of.source), Days { text_days: of.text_days, author_days: of.author_days });
        Self {
            all: Days { text_days: body.text_days, author_days: body.author_days },
            sources: body.sources.into_iter().map(source).collect(),
            evidence_days: body.evidence_days,
        }
    }
}

/// What an organisation keeps and for how long.
#[derive(Serialize, ToSchema)]
pub struct RetentionOut {
    /// For how long.
    rules: RulesBody,
    /// What there is, and what the next pass will erase by these rules.
    survey: SurveyOut,
    /// What was erased and who set the rules, newest first; a hundred entries at most.
    log: Vec<ErasureOut>,
}

/// What there is, and what would go now.
#[derive(Serialize, ToSchema)]
pub struct SurveyOut {
    /// Posts that the organisation's sources brought or that are its mentions.
    posts: i64,
    /// When the oldest of them arrived.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    oldest: Option<Timestamp>,
    /// Those whose text was erased.
    without_text: i64,
    /// Those of which it was erased who wrote them.
    without_author: i64,
    /// Texts that would go.
    texts: i64,
    /// Authors that would go.
    authors: i64,
    /// Posts that are old enough and stay as evidence.
    evidence: i64,
    /// Whether every post was looked at; else half a million were.
    whole: bool,
}

impl From<Survey> for SurveyOut {
    fn from(Survey { stock, tally, whole }: Survey) -> Self {
        Self {
            posts: stock.posts,
            oldest: stock.oldest,
            without_text: stock.without_text,
            without_author: stock.without_author,
            texts: tally.texts,
            authors: tally.authors,
            evidence: tally.evidence,
            whole,
        }
    }
}

/// An entry of the log: rules were set, or a pass erased something.
#[derive(Serialize, ToSchema)]
pub struct ErasureOut {
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// `rules` or `pass`.
    kind: String,
    /// Who set the rules; absent for the command line.
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<i64>,
    /// Texts erased.
    texts: i64,
    /// Authors erased.
    authors: i64,
}

async fn told(app: &App, organisation: OrganisationId) -> Result<Json<RetentionOut>, Problem> {
    let rules = retain::rules(&app.world, organisation).await?;
    let survey = retain::survey(&app.world, organisation, &rules).await?.into();
    let entry = |entry: store::Erasure| ErasureOut {
        at: entry.at,
        kind: entry.kind().to_owned(),
        person: entry.person.map(|person| person.0),
        texts: entry.texts,
        authors: entry.authors,
    };
    let log = app.world.store.erasures(Some(organisation), TOLD).await?.into_iter().map(entry).collect();
    Ok(Json(RetentionOut { rules: rules.into(), survey, log }))
}

/// What an organisation keeps and for how long, and what was erased.
#[utoipa::path(get, operation_id = "get_retention", path = "/organisations/{organisation}/retention", tag = "organisations",
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = RetentionOut)))]
pub async fn get(seat: Seat<Inspects>, State(app): State<App>) -> Result<Json<RetentionOut>, Problem> {
    told(&app, seat.organisation).await
}

/// Says for how long an organisation keeps things. What is to go goes within a day and does not come back: try it first.
#[utoipa::path(put, operation_id = "set_retention", path = "/organisations/{organisation}/retention", tag = "organisations",
    request_body = RulesBody, params(("organisation" = i64, Path)),
    responses((status = 200, description = "Done.", body = RetentionOut)))]
pub async fn set(
    seat: Seat<Configures>,
    State(app): State<App>,
    Body(body): Body<RulesBody>,
) -> Result<Json<RetentionOut>, Problem> {
    retain::set_rules(&app.world, seat.organisation, &body.into(), Some(seat.person)).await?;
    told(&app, seat.organisation).await
}

/// What rules would erase now; changes nothing.
#[utoipa::path(post, operation_id = "try_retention", path = "/organisations/{organisation}/retention/try", tag = "organisations",
    request_body = RulesBody, params(("organisation" = i64, Path)),
    responses((status = 200, description = "Done.", body = SurveyOut)))]
pub async fn try_rules(
    seat: Seat<Configures>,
    State(app): State<App>,
    Body(body): Body<RulesBody>,
) -> Result<Json<SurveyOut>, Problem> {
    Ok(Json(retain::survey(&app.world, seat.organisation, &body.into()).await?.into()))
}
