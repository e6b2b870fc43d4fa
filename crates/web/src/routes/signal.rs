//! A signal: why it was raised, and what somebody said of it.

use super::bridge::{failed, point, state};
use super::desk::{Desk, page};
use super::show::post_view;
use crate::error::Failure;
use crate::pages::assessment::AssessmentView;
use crate::pages::signal::{Reason, ShareView, SignalPage, StoryView, Subject};
use crate::pages::waking::CallView;
use crate::pages::{Figure, Room};
use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use domain::assess::{self, Reported, Severity};
use domain::counter::Series;
use domain::figure::share;
use domain::id::{MentionId, OrganisationId, PersonId};
use domain::organisation::Right;
use domain::signal::{Explanation, Share, Verdict};
use engine::assess::{of_signal, report as keep_report, say_severity};
use engine::search::search;
use engine::view::timeline;
use engine::waking::Called;
use jiff::SignedDuration;
use serde::Deserialize;
use signal::why::{Frozen, recompute};
use store::{MentionFilter, SignalRow};
use words::Words;

/// Posts shown.
const POSTS: usize = 20;

pub(super) async fn find(desk: &Desk, id: &str) -> Result<(OrganisationId, SignalRow), Failure> {
    for organisation in desk.organisations(Right::Read) {
        match desk.app.world.store.signal(organisation.id, id).await {
            Ok(row) => return Ok((organisation.id, row)),
            Err(store::Error::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Failure::NotFound)
}

/// The page.
pub async fn show(desk: Desk, Path(id): Path<String>) -> Result<Response, Failure> {
    let (organisation, row) = find(&desk, &id).await?;
    let said: Explanation = serde_json::from_str(&row.explanation).map_err(|e| Failure::Ours(e.to_string()))?;
    let said = engine::private::shown(&desk.app.world, &row, desk.sees(organisation), said).await.map_err(failed)?;
    let (one_in, version) = method(&row)?;
    let (world, now) = (&desk.app.world, desk.now());
    let brand = world.store.brand(organisation, row.brand).await?;
    let people = desk.people(organisation).await?;
    let until = row.ended_at.unwrap_or(now);
    let from = until.saturating_sub(SignedDuration::from_hours(48)).unwrap_or(until);
    let settings = engine::surge_settings().map_err(|e| Failure::Ours(e.to_string()))?;
    let points = timeline(world, &desk.app.memory, &settings, (organisation, brand.id), from, until, 30)
        .await
        .map_err(failed)?;
    let filter = MentionFilter {
        brand: Some(brand.id),
        since: Some(row.onset),
        until: row.ended_at,
        ..MentionFilter::default()
    };
    let found =
        search(world, (organisation, desk.sees(organisation)), &filter, None, None, POSTS).await.map_err(failed)?;
    let since_onset = world.store.summary(organisation, brand.id, row.onset, until).await?;
    // Who is called and when is the house's own affair.
    let telling = match desk.principal.organisation(organisation, Right::Inspect) {
        Ok(_) => desk.app.waking.told(organisation, &row.id).await.map_err(failed)?,
        Err(_) => engine::waking::Telling::default(),
    };
    let label = row.label.as_ref();
    let who =
        |id: i64| people.iter().find(|(person, _)| *person == id).map_or("?".to_owned(), |(_, name)| name.clone());
    let shown = SignalPage {
        shell: desk.shell(Room::Bridge).await?,
        id: row.id.clone(),
        brand: (brand.id.0, brand.name.clone()),
        state: if row.is_dismissed() { crate::pages::State::Closed } else { state(&row) },
        subject: subject(said.series.unwrap_or(row.series)),
        observed: said.observed,
        minutes: said.window_minutes,
        expected: said.expected,
        usual: (said.low, said.high),
        since: row.onset,
        frozen_at: row.raised_at,
        least: said.least,
        one_in,
        assessment: assessment(&desk, organisation, &row, &people).await?,
        negative: share(since_onset.negative, since_onset.mentions),
        points: points.iter().map(point).collect(),
        grave: said.grave.map(|grave| (grave.harm, grave.words)),
        standing_out: said.words,
        stories: said.stories.iter().map(|one| story(&desk.words, one)).collect(),
        queries: said.queries.iter().map(share_view).collect(),
        authors: said.authors.iter().map(share_view).collect(),
        sources: said.sources.iter().map(share_view).collect(),
        posts: found.mentions.iter().map(|view| post_view(view, &brand.name, &people)).collect(),
        posts_total: since_onset.mentions,
        partial: deaf(&desk, organisation).await?,
        late: row.late,
        versions: (version, text::READER.to_owned()),
        acknowledged: label.filter(|l| l.verdict == Verdict::Confirmed).map(|l| (who(l.person.0), l.at)),
        dismissed: label
            .filter(|l| l.verdict == Verdict::Dismissed)
            .map(|l| (who(l.person.0), l.at, Reason::from_code(&l.reason).unwrap_or(Reason::TooSmall))),
        first: telling.answer.map(|(who, answer)| (who, answer.at)),
        calls: telling.calls.into_iter().map(call_view).collect(),
        may_triage: desk.principal.organisation(organisation, Right::Triage).is_ok(),
        words: desk.words,
    };
    page(&shown)
}

/// The assessment as of now, and the names it leaves out.
async fn assessment(
    desk: &Desk,
    organisation: OrganisationId,
    row: &SignalRow,
    people: &[(i64, String)],
) -> Result<AssessmentView, Failure> {
    let (world, now) = (&desk.app.world, desk.now());
    let mut found = of_signal(world, &desk.app.memory, row, now).await.map_err(failed)?;
    // The plan and the clocks of a case are the house's own affair.
    if desk.principal.organisation(organisation, Right::Inspect).is_err() {
        found.urgency.clocks = None;
    }
    let carrying: Vec<MentionId> = found.carriers.iter().map(|carrier| carrier.mention).collect();
    let carriers = names(desk, organisation, &carrying).await?;
    let mut members = Vec::new();
    for group in found.company.iter().flat_map(|company| &company.groups) {
        members.push(names(desk, organisation, &group.members).await?);
    }
    let people = people.iter().map(|(id, name)| (PersonId(*id), name.clone())).collect();
    let brands = world.store.brands(organisation).await?.into_iter().map(|brand| (brand.id, brand.name)).collect();
    Ok(AssessmentView { found, carriers, members, people, brands })
}

/// Who wrote these mentions, where it is known and not erased.
async fn names(
    desk: &Desk,
    organisation: OrganisationId,
    mentions: &[MentionId],
) -> Result<Vec<Option<String>>, Failure> {
    let mut names = Vec::new();
    for mention in mentions {
        // Who complained in private is named to those who may answer.
        names.push(match desk.app.world.store.mention_for(organisation, *mention, desk.sees(organisation)).await {
            Ok(found) => found.view.post.post.author.display.or(found.view.post.post.author.handle),
            Err(store::Error::NotFound) => None,
            Err(error) => return Err(error.into()),
        });
    }
    Ok(names)
}

fn call_view(call: Called) -> CallView {
    CallView { name: call.name, at: call.at, kind: call.kind, state: call.state, tries: call.tries }
}

fn subject(series: Series) -> Subject {
    match series {
        Series::Mentions => Subject::Mentions,
        Series::Negative => Subject::Negative,
        Series::LowRatings => Subject::LowRatings,
        Series::Grave => Subject::Grave,
    }
}

/// How seldom it is, and the version of what judged it: the detector, or for one grave post the reader.
fn method(row: &SignalRow) -> Result<(Figure, String), Failure> {
    let unreadable = |e: serde_json::Error| Failure::Ours(e.to_string());
    if row.series == Series::Grave {
        let frozen: engine::grave::Frozen = serde_json::from_str(&row.frozen).map_err(unreadable)?;
        return Ok((Figure::Unknown, frozen.reader));
    }
    let frozen: Frozen = serde_json::from_str(&row.frozen).map_err(unreadable)?;
    Ok((one_in(&frozen), frozen.version.to_string()))
}

/// So many usual windows go by for one like this.
fn one_in(frozen: &Frozen) -> Figure {
    match recompute(frozen) {
        Ok(step) if step.p > 0.0 && step.p < 1.0 => {
            let odds = two_digits((1.0 / step.p).min(1e15) as i64);
            Figure::Estimated { mid: odds, low: odds / 3, high: odds.saturating_mul(3) }
        }
        _ => Figure::Unknown,
    }
}

/// Odds are no count: two digits of them are known, if that.
fn two_digits(n: i64) -> i64 {
    let unit = 10_i64.pow(n.max(1).ilog10().saturating_sub(1));
    n / unit * unit
}

fn story(words: &Words, story: &domain::signal::Story) -> StoryView {
    let is_private = story.mentions.is_empty() && story.text.is_empty();
    StoryView {
        text: if is_private { words.say("signal-story-private") } else { story.text.clone() },
        author: story.first_author.clone(),
        at: story.first_at,
        count: story.count,
        fires_without: story.fires_without,
        href: story.mentions.first().map_or("#posts".to_owned(), |id| format!("/mentions/{id}")),
    }
}

fn share_view(share: &Share) -> ShareView {
    ShareView { label: share.label.clone(), count: share.count, share: share.share, fires_without: share.fires_without }
}

async fn deaf(desk: &Desk, organisation: OrganisationId) -> Result<Vec<String>, Failure> {
    let health = desk.app.world.store.health(organisation).await?;
    let sources = desk.app.world.store.sources(organisation).await?;
    let is_deaf = |id| health.iter().any(|(of, health)| *of == id && health.deaf_since.is_some());
    Ok(sources.into_iter().filter(|source| source.enabled && is_deaf(source.id)).map(|source| source.name).collect())
}

/// What somebody types of a figure.
#[derive(Deserialize)]
pub struct ReportForm {
    subject: String,
    value: String,
    #[serde(default)]
    note: String,
}

/// Somebody reports a figure that no source counts.
pub async fn report(desk: Desk, Path(id): Path<String>, Form(form): Form<ReportForm>) -> Result<Response, Failure> {
    let (organisation, row) = find(&desk, &id).await?;
    desk.principal.organisation(organisation, Right::Triage)?;
    let subject = assess::Subject::from_code(&form.subject)
        .ok_or_else(|| Failure::Bad(format!("`{}` is nothing that can be reported", form.subject)))?;
    let value = form.value.trim().parse().map_err(|_| Failure::Bad(format!("`{}` is no number", form.value)))?;
    let reported = Reported::new(subject, value, &form.note, desk.principal.person.id, desk.now())
        .map_err(|wrong| Failure::Bad(wrong.to_string()))?;
    keep_report(&desk.app.world, organisation, &row.id, &reported).await.map_err(failed)?;
    Ok(Redirect::to(&format!("/signals/{}#reported", row.id)).into_response())
}

/// What somebody says the severity is; nothing lets the rubric decide.
#[derive(Deserialize)]
pub struct SeverityForm {
    severity: String,
    #[serde(default)]
    reason: String,
}

/// Somebody says another severity, and why.
pub async fn severity(desk: Desk, Path(id): Path<String>, Form(form): Form<SeverityForm>) -> Result<Response, Failure> {
    let (organisation, row) = find(&desk, &id).await?;
    desk.principal.organisation(organisation, Right::Triage)?;
    let severity = match form.severity.as_str() {
        "" => None,
        code => Some(Severity::from_code(code).ok_or_else(|| Failure::Bad(format!("`{code}` is no severity")))?),
    };
    let (world, person) = (&desk.app.world, desk.principal.person.id);
    say_severity(world, organisation, &row.id, severity, &form.reason, person).await.map_err(failed)?;
    Ok(Redirect::to(&format!("/signals/{}#assessment", row.id)).into_response())
}

/// Somebody has seen it and takes it for real; kept as a label.
pub async fn acknowledge(desk: Desk, Path(id): Path<String>) -> Result<Response, Failure> {
    label(&desk, &id, Verdict::Confirmed, "").await
}

/// Why it is not a problem.
#[derive(Deserialize)]
pub struct Dismissal {
    reason: String,
}

/// Somebody says that it is not a problem, and why; kept as a label.
pub async fn dismiss(desk: Desk, Path(id): Path<String>, Form(said): Form<Dismissal>) -> Result<Response, Failure> {
    let reason =
        Reason::from_code(&said.reason).ok_or_else(|| Failure::Bad(format!("`{}` is not a reason", said.reason)))?;
    label(&desk, &id, Verdict::Dismissed, reason.code()).await
}

async fn label(desk: &Desk, id: &str, verdict: Verdict, reason: &str) -> Result<Response, Failure> {
    let (organisation, row) = find(desk, id).await?;
    desk.principal.organisation(organisation, Right::Triage)?;
    let person = desk.principal.person.id;
    desk.app.waking.label(organisation, &row.id, verdict, reason, person).await.map_err(failed)?;
    Ok(Redirect::to(&format!("/signals/{}", row.id)).into_response())
}
