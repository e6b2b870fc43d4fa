//! The dossier of a burst of ratings: each review and why it is in it, to print.

use super::bridge::failed;
use super::desk::{Desk, page};
use super::signal::find;
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::company::{DossierPage, ReviewView};
use axum::extract::Path;
use axum::response::Response;
use domain::assess::{Judged, Part, ReviewEvidence};
use domain::id::OrganisationId;
use words::company::evidence;

/// Reviews of one part that the page shows.
const SHOWN: usize = 200;

/// The page.
pub async fn show(desk: Desk, Path(id): Path<String>) -> Result<Response, Failure> {
    let (organisation, row) = find(&desk, &id).await?;
    let world = &desk.app.world;
    let brand = world.store.brand(organisation, row.brand).await?;
    let dossier = engine::dossier::of_signal(world, &row, desk.now()).await.map_err(failed)?;
    let (burst, reviews) = dossier.map_or((None, Vec::new()), |dossier| (Some(dossier.burst), dossier.reviews));
    let mut parts = Vec::new();
    for part in [Part::Alike, Part::Own, Part::Open] {
        let of: Vec<&Judged> = reviews.iter().filter(|review| review.part == part).collect();
        let mut shown = Vec::new();
        for review in of.iter().take(SHOWN) {
            shown.push(view(&desk, organisation, review).await?);
        }
        if !of.is_empty() {
            parts.push((part, of.len() as i64, shown));
        }
    }
    let shell = desk.shell(Room::Bridge).await?;
    page(&DossierPage { words: desk.words, shell, signal: row.id, brand: brand.name, burst, parts })
}

async fn view(desk: &Desk, organisation: OrganisationId, review: &Judged) -> Result<ReviewView, Failure> {
    let found = desk.app.world.store.mention_for(organisation, review.mention, desk.sees(organisation)).await?.view;
    let post = found.post.post;
    let said = |of: &[ReviewEvidence]| of.iter().map(|one| evidence(&desk.words, one)).collect();
    Ok(ReviewView {
        id: review.mention.0,
        author: post.author.display.or(post.author.handle),
        source: found.source_name,
        at: review.at,
        stars: review.stars.map(i64::from),
        text: post.text,
        erased: found.post.text_erased_at.is_some(),
        url: post.url,
        evidence: [said(&review.evidence_for), said(&review.evidence_against), said(&review.unknown)],
    })
}
