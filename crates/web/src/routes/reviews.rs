//! Reviews side by side, and how good detection was.

use super::bridge::failed;
use super::desk::{Desk, page};
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::reviews::ReviewsPage;
use axum::response::Response;
use domain::organisation::Right;

/// The page of every organisation into which the reader may look.
pub async fn show(desk: Desk) -> Result<Response, Failure> {
    desk.first(Right::Inspect)?;
    let mut organisations = Vec::new();
    for organisation in desk.organisations(Right::Inspect) {
        let compared = engine::review::compare(&desk.app.world, organisation.id).await.map_err(failed)?;
        let measured = engine::review::measured(&desk.app.world, organisation.id).await.map_err(failed)?;
        organisations.push((organisation.name.clone(), compared, measured));
    }
    let mut shell = desk.shell(Room::Cases).await?;
    shell.path = "/reviews".to_owned();
    page(&ReviewsPage { organisations, shell, words: desk.words })
}
