//! What is heard, what is not, and what was kept aside.

use super::desk::{Desk, page};
use crate::error::Failure;
use crate::pages::sources::{GapView, QuarantinePage, QuarantinedView, SourceView, SourcesPage};
use crate::pages::{Figure, Room};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::brand::Brand;
use domain::id::{OrganisationId, SourceId};
use domain::organisation::Right;
use domain::source::{Health, Source};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use store::Store;

/// Items kept aside that are shown.
const SHOWN: i64 = 100;
/// Characters of an item that are shown.
const BEGINNING: usize = 300;

/// All of them.
pub async fn show(desk: Desk) -> Result<Response, Failure> {
    let (store, now) = (&desk.app.world.store, desk.now());
    desk.organisations(Right::Inspect).next().ok_or(Failure::Forbidden)?;
    let mut shown = Vec::new();
    for organisation in desk.organisations(Right::Inspect) {
        let brands = store.brands(organisation.id).await?;
        let health = store.health(organisation.id).await?;
        for source in store.sources(organisation.id).await? {
            let fares = health.iter().find(|(id, _)| *id == source.id).map(|(_, h)| h.clone()).unwrap_or_default();
            shown.push(view(store, organisation.id, &brands, source, fares, now).await?);
        }
    }
    let shell = desk.shell(Room::Sources).await?;
    let may_add = desk.organisations(Right::Configure).next().is_some();
    page(&SourcesPage { words: desk.words, shell, sources: shown, may_add })
}

/// A source and how it fares, as pages show it.
pub(super) async fn view(
    store: &Store,
    organisation: OrganisationId,
    brands: &[Brand],
    source: Source,
    fares: Health,
    now: Timestamp,
) -> Result<SourceView, Failure> {
    let week = now.saturating_sub(SignedDuration::from_hours(24 * 7)).unwrap_or(now);
    let gaps = store.gaps(organisation, source.id, week).await?.into_iter();
    Ok(SourceView {
        id: source.id.0,
        brand: source.brand.and_then(|id| brands.iter().find(|b| b.id == id)).map(|b| b.name.clone()),
        quarantined: store.quarantine_count(organisation, source.id).await?.kept,
        house: source.organisation.is_none(),
        gaps: gaps.map(|gap| GapView { from: gap.from, until: gap.until, reason: gap.reason }).collect(),
        posts_today: Figure::Unknown,
        name: source.name,
        kind: source.kind,
        enabled: source.enabled,
        deaf_since: fares.deaf_since,
        outcome: fares.outcome,
        detail: fares.detail,
        last_ok_at: fares.last_ok_at,
        last_post_at: fares.last_post_at,
        next_try_at: fares.next_try_at,
    })
}

/// What the address says.
#[derive(Deserialize)]
pub struct Asked {
    before: Option<i64>,
}

/// What one source brought that could not be read.
pub async fn quarantine(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let store = &desk.app.world.store;
    for organisation in desk.organisations(Right::Inspect) {
        let source = match store.source(organisation.id, SourceId(id)).await {
            Ok(source) => source,
            Err(store::Error::NotFound) => continue,
            Err(error) => return Err(error.into()),
        };
        let aside = store.quarantine_count(organisation.id, source.id).await?;
        let mut items = store.quarantine(organisation.id, source.id, asked.before, SHOWN + 1).await?;
        let more = items.len() as i64 > SHOWN;
        items.truncate(SHOWN as usize);
        let last = items.last().filter(|_| more).map(|(seq, ..)| *seq);
        let view = |(_, at, item): (i64, jiff::Timestamp, domain::source::Quarantined)| QuarantinedView {
            at,
            beginning: String::from_utf8_lossy(&item.bytes).chars().take(BEGINNING).collect(),
            bytes: item.bytes.len() as i64,
            reason: item.reason,
            place: item.place,
        };
        let shown = QuarantinePage {
            shell: desk.shell(Room::Sources).await?,
            total: aside.kept,
            dropped: aside.dropped,
            items: items.into_iter().map(view).collect(),
            source: source.name,
            older: last.map(|seq| format!("/sources/{id}/quarantine?before={seq}")),
            words: desk.words.clone(),
        };
        return page(&shown);
    }
    Err(Failure::NotFound)
}
