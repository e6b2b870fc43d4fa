//! The week in five lines.

use super::desk::{Desk, page};
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::report::ReportPage;
use axum::extract::Query;
use axum::response::Response;
use domain::id::BrandId;
use domain::organisation::Right;
use jiff::Timestamp;
use serde::Deserialize;

/// Which week of what.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    brand: String,
    until: Option<Timestamp>,
}

/// The week of the organisation, or of one brand.
pub async fn show(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let brand = match asked.brand.trim() {
        "" => None,
        id => Some(id.parse::<i64>().map_err(|_| Failure::NotFound)?),
    };
    let organisation = desk.about(brand).await?;
    let (world, now) = (&desk.app.world, desk.now());
    let until = asked.until.unwrap_or(now).min(now);
    let report = match brand {
        Some(id) => engine::report::week_of(world, organisation, BrandId(id), until).await,
        None => engine::report::week(world, organisation, until).await,
    };
    let report = report.map_err(super::bridge::failed)?;
    let mut brands = Vec::new();
    for theirs in desk.organisations(Right::Read) {
        let all = world.store.brands(theirs.id).await?;
        brands.extend(all.into_iter().map(|brand| (brand.id.0, brand.name)));
    }
    let address = |until: Timestamp| {
        let brand = brand.map_or(String::new(), |id| format!("&brand={id}"));
        format!("/report?until={until}{brand}")
    };
    let after = until.checked_add(domain::report::week()).unwrap_or(now);
    let (earlier, later) = (address(report.from), (until < now).then(|| address(after.min(now))));
    let shell = desk.shell(Room::Bridge).await?;
    page(&ReportPage { words: desk.words, shell, report, brand, brands, earlier, later })
}
