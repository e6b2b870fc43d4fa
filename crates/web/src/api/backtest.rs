//! Another set of queries tried on what is stored.

use super::problem::Problem;
use super::seat::{At, Body, Configures, Seat};
use crate::state::App;
use axum::Json;
use axum::extract::State;
use domain::id::BrandId;
use engine::backtest::{Backtest, Bounds, Difference, Found, WEEKS};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Most queries of one set.
const QUERIES: usize = 200;

/// What is to be tried.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BacktestIn {
    /// All the brand's queries as they would be, in the query language.
    #[schema(max_items = 200)]
    queries: Vec<String>,
    /// How many weeks back; 4 where it is not said.
    #[schema(minimum = 1, maximum = 26)]
    weeks: Option<i64>,
}

/// What the saved and the tried queries find in the same posts.
#[derive(Serialize, ToSchema)]
pub struct BacktestOut {
    /// The stretch that was tried: from.
    #[schema(value_type = String, format = DateTime)]
    from: Timestamp,
    /// The stretch that was tried: until.
    #[schema(value_type = String, format = DateTime)]
    until: Timestamp,
    /// Whether that is the stretch asked for; else a bound was hit, and only this newest part of it was tried.
    whole: bool,
    /// How many stored posts were looked at.
    looked: usize,
    /// Each day of the brand's zone.
    days: Vec<DayOut>,
    /// What the saved queries find.
    present: FoundOut,
    /// What the tried ones find.
    changed: FoundOut,
    /// What only the tried ones find.
    gained: DifferenceOut,
    /// What only the saved ones find.
    lost: DifferenceOut,
    /// What neither can find, because it was not kept.
    unseen: UnseenOut,
}

/// The mentions of one day.
#[derive(Serialize, ToSchema)]
pub struct DayOut {
    /// Which.
    #[schema(value_type = String, format = Date)]
    day: jiff::civil::Date,
    /// By the saved queries.
    present: i64,
    /// By the tried ones.
    changed: i64,
}

/// What one set of queries finds.
#[derive(Serialize, ToSchema)]
pub struct FoundOut {
    /// Mentions.
    mentions: i64,
    /// Those of them that speak ill.
    negative: i64,
    /// The signals these counts raise, oldest first.
    signals: Vec<RaisedOut>,
}

/// A signal that counts raise.
#[derive(Serialize, ToSchema)]
pub struct RaisedOut {
    /// `notice` or `alert`.
    level: String,
    /// `mentions`, `negative` or `low_ratings`.
    series: String,
    /// Since when.
    #[schema(value_type = String, format = DateTime)]
    onset: Timestamp,
    /// What was counted.
    observed: i64,
    /// What was expected.
    expected: f64,
}

/// Mentions that one set finds and the other does not.
#[derive(Serialize, ToSchema)]
pub struct DifferenceOut {
    /// How many.
    count: i64,
    /// The newest ten.
    examples: Vec<ExampleOut>,
}

/// A post that one set finds and the other does not.
#[derive(Serialize, ToSchema)]
pub struct ExampleOut {
    /// When it happened.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<String>,
    /// Its text, cut.
    text: String,
    /// Its page.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    /// The mention that it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    mention: Option<i64>,
}

/// Posts that were passed by: their sources keep only what matches.
#[derive(Serialize, ToSchema)]
pub struct UnseenOut {
    /// How many posts of the stretch were not kept.
    passed: i64,
    /// How many were seen by all sources, those included.
    seen: i64,
    /// The names of the sources that keep only what matches.
    sources: Vec<String>,
}

impl From<Found> for FoundOut {
    fn from(found: Found) -> Self {
        let signals = found.signals.into_iter().map(|raised| RaisedOut {
            level: raised.level.code().to_owned(),
            series: raised.series.code().to_owned(),
            onset: raised.onset,
            observed: raised.observed,
            expected: raised.expected as f64 / 1000.0,
        });
        Self { mentions: found.mentions, negative: found.negative, signals: signals.collect() }
    }
}

impl From<Difference> for DifferenceOut {
    fn from(side: Difference) -> Self {
        let examples = side.examples.into_iter().map(|one| ExampleOut {
            at: one.at,
            author: one.author,
            text: one.text,
            url: one.url,
            mention: one.mention,
        });
        Self { count: side.count, examples: examples.collect() }
    }
}

impl From<Backtest> for BacktestOut {
    fn from(all: Backtest) -> Self {
        let day = |day: engine::backtest::Day| DayOut { day: day.day, present: day.present, changed: day.changed };
        Self {
            from: all.from,
            until: all.until,
            whole: all.whole,
            looked: all.looked,
            days: all.days.into_iter().map(day).collect(),
            present: all.present.into(),
            changed: all.changed.into(),
            gained: all.gained.into(),
            lost: all.lost.into(),
            unseen: UnseenOut { passed: all.unseen.passed, seen: all.unseen.seen, sources: all.unseen.sources },
        }
    }
}

/// Tries a set of queries on what is stored, beside the one that is saved; changes nothing.
#[utoipa::path(post, operation_id = "backtest_queries", path = "/organisations/{organisation}/brands/{brand}/backtest", tag = "queries", request_body = BacktestIn,
    params(("organisation" = i64, Path), ("brand" = i64, Path)), responses((status = 200, description = "Done.", body = BacktestOut)))]
pub async fn run(
    seat: Seat<Configures>,
    State(app): State<App>,
    At(id): At<i64>,
    Body(asked): Body<BacktestIn>,
) -> Result<Json<BacktestOut>, Problem> {
    let brand = app.world.store.brand(seat.organisation, BrandId(id)).await?;
    let weeks = asked.weeks.unwrap_or(4);
    if !(1..=WEEKS).contains(&weeks) || asked.queries.len() > QUERIES {
        return Err(Problem::bad(format!("`weeks` must be from 1 to {WEEKS}, and `queries` hold at most {QUERIES}")));
    }
    for text in &asked.queries {
        query::parse(text).map_err(|wrong| Problem::wrong_query(text, &wrong))?;
    }
    let asked = engine::backtest::Asked { brand, queries: asked.queries, weeks };
    Ok(Json(engine::backtest::run(&app.world, &asked, Bounds::default()).await?.into()))
}
