//! Trying a query before it is saved. Asked by GET: it changes nothing.

use super::desk::{Desk, page};
use super::mentions::problem;
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::backtest::BacktestPage;
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::brand::Brand;
use domain::id::QueryId;
use domain::organisation::Right;
use domain::setup::{QueryRefused, checked};
use engine::backtest::{Backtest, Bounds};
use serde::Deserialize;

/// How many weeks back the page tries.
const WEEKS: i64 = 4;

/// What the form sends.
#[derive(Deserialize)]
pub struct Asked {
    query: Option<i64>,
    #[serde(default)]
    name: String,
    #[serde(default)]
    text: String,
}

/// What a query would have found.
pub async fn show(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let brand = desk.brand(id, Right::Configure).await?;
    shown(desk, brand, asked.query, asked.name, asked.text).await
}

/// The page of one query, and what it would have found.
pub(super) async fn shown(
    desk: Desk,
    brand: Brand,
    query: Option<i64>,
    name: String,
    text: String,
) -> Result<Response, Failure> {
    let known = desk.app.world.store.queries(brand.organisation).await?;
    let mut queries: Vec<(QueryId, String)> =
        known.into_iter().filter(|query| query.brand == brand.id).map(|query| (query.id, query.text)).collect();
    if let Some(replaced) = query {
        let place = queries.iter_mut().find(|(id, _)| id.0 == replaced).ok_or(Failure::NotFound)?;
        place.1.clone_from(&text);
    } else {
        queries.push((QueryId(0), text.clone()));
    }
    let (mut wrong, mut result, mut wide) = (None, None, None);
    match checked(&text) {
        // A form that was just opened asks for nothing yet.
        Err(_) if text.trim().is_empty() => {}
        Err(QueryRefused::Unread(diagnostic)) => wrong = Some(problem(&text, &diagnostic)),
        good => {
            wide = good.err().and_then(|refused| match refused {
                QueryRefused::Wide(warning) => Some(warning.word),
                QueryRefused::Unread(_) => None,
            });
            result = Some(tried(&desk, &brand, queries.into_iter().map(|(_, text)| text).collect()).await?);
        }
    }
    let shell = desk.shell(Room::Settings).await?;
    let brand = (brand.id.0, brand.name);
    page(&BacktestPage { words: desk.words, shell, brand, query, name, text, problem: wrong, wide, result })
}

async fn tried(desk: &Desk, brand: &Brand, mut queries: Vec<String>) -> Result<Backtest, Failure> {
    // Another saved one that cannot be read finds nothing, saved or tried.
    queries.retain(|text| query::parse(text).is_ok());
    let asked = engine::backtest::Asked { brand: brand.clone(), queries, weeks: WEEKS };
    engine::backtest::run(&desk.app.world, &asked, Bounds::default()).await.map_err(super::bridge::failed)
}
