//! One mention, its evidence, and adding one by hand.

use super::answer;
use super::bridge::failed;
use super::desk::{Desk, page};
use super::mentions::brands;
use super::show::post_view;
use crate::error::Failure;
use crate::pages::mentions::{EngagementRow, MentionAddPage, MentionDraft, MentionPage};
use crate::pages::{Kept, Room};
use askama::Template;
use axum::extract::{Multipart, Path};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::brand::BrandRole;
use domain::id::{MentionId, OrganisationId};
use domain::organisation::Right;
use engine::hand::{LARGEST_PICTURE, Report};
use jiff::Timestamp;
use jiff::civil::DateTime;
use store::MentionDetail;

/// The largest form: a picture and what is said of it.
pub const LARGEST: usize = LARGEST_PICTURE + (256 << 10);

/// Pictures that may be kept and shown again: magic bytes, media type. WebP is looked for by [`is_webp`].
const PICTURES: [(&[u8], &str); 2] = [(b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg")];

pub(super) async fn find(desk: &Desk, id: i64) -> Result<(OrganisationId, MentionDetail), Failure> {
    for organisation in desk.organisations(Right::Read) {
        let sees = desk.sees(organisation.id);
        match desk.app.world.store.mention_for(organisation.id, MentionId(id), sees).await {
            Ok(found) => return Ok((organisation.id, found)),
            Err(store::Error::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Failure::NotFound)
}

/// The page.
pub async fn show(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    shown(desk, id, None).await
}

/// The page, perhaps with what was refused of its answer: why, and what was typed.
pub(super) async fn shown(desk: Desk, id: i64, refused: Option<(String, Kept)>) -> Result<Response, Failure> {
    let status = if refused.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    let (organisation, found) = find(&desk, id).await?;
    let store = &desk.app.world.store;
    let people = desk.people(organisation).await?;
    let brand = store.brand(organisation, found.view.mention.brand).await?;
    let raw = store.raw(organisation, MentionId(id)).await?;
    let row = |(at, counts): &(Timestamp, domain::post::Engagement)| EngagementRow {
        at: *at,
        likes: counts.likes.into(),
        shares: counts.shares.into(),
        replies: counts.replies.into(),
        views: counts.views.into(),
        by: None,
    };
    let complaint = store.complaint_of(organisation, MentionId(id)).await?;
    let answer = answer::view(&desk, organisation, &found, complaint, refused).await?;
    let mut shell = desk.shell(Room::Mentions).await?;
    shell.path = format!("/mentions/{id}");
    let may_triage = desk.may(organisation, Right::Triage);
    let complaint = complaint.filter(|_| may_triage);
    let mut shown = MentionPage {
        shell,
        may_triage,
        post: post_view(&found.view, &brand.name, &people),
        queries: found.hits.iter().filter_map(|(_, name)| name.clone()).collect(),
        engagement: found.engagement.iter().map(row).collect(),
        versions: found.versions.iter().map(|v| (v.replaced_at, v.text.clone())).collect(),
        digest: blake3::hash(&raw).to_hex().to_string(),
        bytes: raw.len() as i64,
        arrived_at: found.view.mention.arrived_at,
        reader: found.view.reading.as_ref().map_or(String::new(), |r| r.reader.clone()),
        crisis: brand.role == BrandRole::Own && answer.as_ref().is_some_and(|answer| answer.may_act),
        complaint,
        answer,
        screenshot: media_type(&raw).map(|_| format!("/mentions/{id}/screenshot")),
        words: desk.words,
        people: if may_triage { people } else { Vec::new() },
    };
    if shown.answer.as_ref().is_some_and(|answer| answer.problem.is_some()) {
        let first = shown.render().map_err(|error| Failure::Ours(error.to_string()))?;
        shown.answer.iter_mut().for_each(|answer| answer.kept.look_on(&first));
    }
    Ok((status, page(&shown)?).into_response())
}

fn media_type(raw: &[u8]) -> Option<&'static str> {
    let known = PICTURES.into_iter().find(|(magic, _)| raw.starts_with(magic)).map(|(_, media_type)| media_type);
    known.or(is_webp(raw).then_some("image/webp"))
}

/// A RIFF container with a size and the tag WEBP: sounds and films come in the same container.
fn is_webp(raw: &[u8]) -> bool {
    raw.starts_with(b"RIFF") && raw.get(8..12) == Some(b"WEBP")
}

/// The picture somebody added; nothing else of a payload is ever served as what it claims to be.
pub async fn screenshot(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let (organisation, _) = find(&desk, id).await?;
    let raw = desk.app.world.store.raw(organisation, MentionId(id)).await?;
    let media_type = media_type(&raw).ok_or(Failure::NotFound)?;
    let headers =
        [(header::CONTENT_TYPE, media_type), (header::CONTENT_DISPOSITION, "inline; filename=\"screenshot\"")];
    Ok((headers, raw).into_response())
}

/// The form.
pub async fn form(desk: Desk) -> Result<Response, Failure> {
    form_page(desk, MentionDraft::default(), Vec::new()).await
}

async fn form_page(desk: Desk, draft: MentionDraft, problems: Vec<String>) -> Result<Response, Failure> {
    let (brands, shell) = (brands(&desk).await?, desk.shell(Room::Mentions).await?);
    page(&MentionAddPage { words: desk.words, shell, brands, draft, problems })
}

/// Adds what somebody saw.
pub async fn add(desk: Desk, mut form: Multipart) -> Result<Response, Failure> {
    let unreadable = |e: axum::extract::multipart::MultipartError| Failure::Bad(e.body_text());
    let (mut draft, mut picture) = (MentionDraft::default(), None);
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        let name = field.name().unwrap_or("").to_owned();
        if name == "screenshot" {
            picture = Some(field.bytes().await.map_err(unreadable)?.to_vec()).filter(|bytes| !bytes.is_empty());
            continue;
        }
        let value = field.text().await.map_err(unreadable)?;
        match name.as_str() {
            "brand" => draft.brand = value.parse().ok(),
            "url" => draft.url = value,
            "text" => draft.text = value,
            "author" => draft.author = value,
            "views" => draft.views = value,
            "seen_at" => draft.seen_at = value,
            _ => {}
        }
    }
    let Some(brand) = draft.brand else { return Err(Failure::Bad("say which brand it is about".to_owned())) };
    let brand = desk.brand(brand, Right::Triage).await?;
    let report = match report(&desk, &draft, picture) {
        Ok(report) => report,
        Err(problem) => return form_page(desk, draft, vec![problem]).await,
    };
    let added = engine::hand::add(&desk.app.world, &desk.app.ingest, &brand, report).await;
    match added {
        Ok(Some(id)) => Ok(Redirect::to(&format!("/mentions/{id}")).into_response()),
        Ok(None) => Ok(Redirect::to(&format!("/mentions?brand={}", brand.id)).into_response()),
        Err(engine::EngineError::Report(problem)) => form_page(desk, draft, vec![problem]).await,
        Err(error) => Err(failed(error)),
    }
}

fn report(desk: &Desk, draft: &MentionDraft, picture: Option<Vec<u8>>) -> Result<Report, String> {
    let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let views: String = draft
        .views
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '.' | ',' | '\u{202f}' | '’' | '\''))
        .collect();
    let views = match views.as_str() {
        "" => None,
        digits => {
            Some(digits.parse::<i64>().ok().filter(|n| *n >= 0).ok_or_else(|| desk.words.say("add-problem-views"))?)
        }
    };
    let seen_at = match filled(&draft.seen_at) {
        None => None,
        Some(text) => {
            let civil: DateTime = text.parse().map_err(|_| desk.words.say("add-problem-time"))?;
            let zoned = civil.to_zoned(desk.words.zone().clone()).map_err(|_| desk.words.say("add-problem-time"))?;
            Some(zoned.timestamp())
        }
    };
    if picture.as_ref().is_some_and(|bytes| media_type(bytes).is_none()) {
        return Err(desk.words.say("add-problem-picture"));
    }
    Ok(Report {
        text: draft.text.clone(),
        url: filled(&draft.url),
        author: filled(&draft.author),
        views,
        seen_at,
        reported_by: desk.principal.person.name.clone(),
        picture,
    })
}

#[cfg(test)]
mod tests {
    use super::media_type;

    #[test]
    fn only_pictures_are_pictures() {
        assert_eq!(media_type(b"RIFF\x24\0\0\0WEBPVP8 "), Some("image/webp"));
        assert_eq!(media_type(b"\xff\xd8\xff\xe0"), Some("image/jpeg"));
        for other in [&b"RIFF\x24\0\0\0WAVEfmt "[..], b"RIFF\x24\0\0\0AVI LIST", b"RIFF", b"WEBP", b"<svg", b""] {
            assert_eq!(media_type(other), None, "{other:?}");
        }
    }
}
