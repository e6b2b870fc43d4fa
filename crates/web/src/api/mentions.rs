//! Mentions, found and done with.

#![expect(unused_qualifications, reason = "utoipa::path writes them")]

use super::page::{self, Page};
use super::problem::Problem;
use super::seat::{Asked, At, Body, Reads, Seat, Triages};
use crate::state::App;
use axum::Json;
use axum::extract::{OriginalUri, State};
use axum::http::StatusCode;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::id::{BrandId, MentionId, PersonId, SourceId};
use domain::mention::Sees;
use domain::post::Engagement;
use engine::bus::Change;
use engine::hand::{self, Report};
use engine::search::search;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::{MentionDetail, MentionFilter, MentionView};
use text::{Language, Polarity};
use utoipa::{IntoParams, ToSchema};

/// Most mentions of one change.
const BULK: usize = 1_000;

/// Which mentions are wanted; everything said must hold.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MentionsAsked {
    /// Of this brand.
    brand: Option<i64>,
    /// Brought first by this source.
    source: Option<i64>,
    /// Read as this language: `fr`, `en`, `fy`, `nl`, `de`, `es`, `it`, `pt`, `af` or `unknown`.
    lang: Option<String>,
    /// Read as `negative`, `neutral` or `positive`.
    polarity: Option<String>,
    /// Done with, or not.
    handled: Option<bool>,
    /// Somebody's: a person's id.
    assigned: Option<i64>,
    /// Happened at or after.
    #[param(value_type = Option<String>, format = DateTime)]
    since: Option<Timestamp>,
    /// Happened before.
    #[param(value_type = Option<String>, format = DateTime)]
    until: Option<Timestamp>,
    /// Found by this query of the query language.
    #[param(example = "acme AND (refund OR \"never again\")")]
    q: Option<String>,
    /// Where the page begins: the `cursor` of the page before.
    cursor: Option<String>,
    /// Most items, at most 200; 50 where it is not said.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
}

impl MentionsAsked {
    fn filter(&self) -> Result<MentionFilter, Problem> {
        let lang = self.lang.as_deref().map(|code| {
            let known = Language::from_code(code);
            known.ok_or_else(|| Problem::bad(format!("`{code}` is no language that is told apart")))
        });
        let polarity = self.polarity.as_deref().map(|code| {
            let known = Polarity::ALL.into_iter().find(|polarity| polarity.code() == code);
            known.ok_or_else(|| Problem::bad("`polarity` must be negative, neutral or positive"))
        });
        Ok(MentionFilter {
            brand: self.brand.map(BrandId),
            source: self.source.map(SourceId),
            lang: lang.transpose()?,
            polarity: polarity.transpose()?,
            handled: self.handled,
            assigned: self.assigned.map(PersonId),
            since: self.since,
            until: self.until,
            arrival: None,
            sees: Sees::default(),
            search: None,
        })
    }
}

/// A mention with its post.
#[derive(Serialize, ToSchema)]
pub struct MentionOut {
    /// Its id.
    id: i64,
    /// The brand mentioned.
    brand: i64,
    /// The source that brought it first.
    source: i64,
    /// That source's name.
    source_name: String,
    /// Ids of the brand's queries it hit; none for a bound source.
    queries: Vec<i64>,
    /// When it happened, for counting.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// When it arrived here.
    #[schema(value_type = String, format = DateTime)]
    arrived_at: Timestamp,
    /// `live`, `late` or `history`.
    #[schema(value_type = String)]
    arrival: domain::mention::Arrival,
    /// Who has done with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    handled_by: Option<i64>,
    /// Since when it is done with.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    handled_at: Option<Timestamp>,
    /// Who takes care of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    assigned: Option<i64>,
    /// The post, as its source gave it: kind, author, url, text, engagement, rating. What it lacked is absent.
    #[schema(value_type = Object)]
    post: domain::post::Post,
    /// How many versions of the post there are.
    version: i64,
    /// Since when the post is known to be deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    deleted_at: Option<Timestamp>,
    /// When its text was erased for data protection; it is empty then, and has neither address nor public name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    text_erased_at: Option<Timestamp>,
    /// When it was erased who wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    author_erased_at: Option<Timestamp>,
    /// What the reader says of its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<ReadingOut>,
}

/// What the reader says of a text.
#[derive(Serialize, ToSchema)]
pub struct ReadingOut {
    /// Which reader.
    reader: String,
    /// Language.
    lang: String,
    /// `negative`, `neutral` or `positive`.
    polarity: String,
    /// Probabilities of negative, neutral, positive.
    p: [f64; 3],
    /// `statement`, `question` or `complaint`.
    kind: String,
    /// What makes it grave, if anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    grave: Option<GraveOut>,
}

/// What makes a text grave.
#[derive(Serialize, ToSchema)]
pub struct GraveOut {
    /// `injury`, `leak`, `discrimination`, `violence` or `minor`.
    harm: String,
    /// The words that say so; none where the text was erased.
    words: Vec<String>,
}

impl From<MentionView> for MentionOut {
    fn from(view: MentionView) -> Self {
        let MentionView { mention, post, reading, source_name } = view;
        let reading = reading.map(|reading| ReadingOut {
            reader: reading.reader,
            lang: reading.lang.code().to_owned(),
            polarity: reading.polarity.code().to_owned(),
            p: reading.p.map(|thousandths| f64::from(thousandths) / 1000.0),
            kind: reading.kind.code().to_owned(),
            grave: reading.grave.map(|grave| GraveOut {
                harm: grave.harm.code().to_owned(),
                words: grave.words(&post.post.text).map(str::to_owned).collect(),
            }),
        });
        Self {
            id: mention.id.0,
            brand: mention.brand.0,
            source: mention.source.0,
            source_name,
            queries: mention.queries.iter().map(|query| query.0).collect(),
            at: mention.at,
            arrived_at: mention.arrived_at,
            arrival: mention.arrival,
            handled_by: mention.handled.map(|(person, _)| person.0),
            handled_at: mention.handled.map(|(_, at)| at),
            assigned: mention.assigned.map(|person| person.0),
            version: post.version,
            deleted_at: post.deleted_at,
            text_erased_at: post.text_erased_at,
            author_erased_at: post.author_erased_at,
            post: post.post,
            reading,
        }
    }
}

/// One page of mentions.
#[derive(Serialize, ToSchema)]
pub struct MentionsOut {
    #[serde(flatten)]
    page: Page<MentionOut>,
    /// With `q`: the time of the oldest mention that was looked at. A page may hold few, even none, and have a next one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    looked_until: Option<Timestamp>,
}

/// An organisation's mentions, newest first.
#[utoipa::path(get, operation_id = "list_mentions", path = "/organisations/{organisation}/mentions", tag = "mentions",
    params(("organisation" = i64, Path), MentionsAsked), responses((status = 200, description = "Done.", body = MentionsOut)))]
pub async fn list(
    seat: Seat<Reads>,
    State(app): State<App>,
    Asked(asked): Asked<MentionsAsked>,
    OriginalUri(uri): OriginalUri,
) -> Result<Json<MentionsOut>, Problem> {
    let limit = page::limit(asked.limit)?;
    let filter = asked.filter()?;
    let text = asked.q.as_deref().filter(|text| !text.trim().is_empty());
    let query = text.map(|text| query::parse(text).map_err(|wrong| Problem::wrong_query(text, &wrong))).transpose()?;
    let before = asked.cursor.as_deref().map(|cursor| {
        let (at, id) = page::read_moment(cursor)?;
        Ok::<_, Problem>((at, MentionId(id.parse().map_err(|_| page::wrong())?)))
    });
    let found = search(
        &app.world,
        (seat.organisation, seat.role().sees()),
        &filter,
        query.as_ref(),
        before.transpose()?,
        limit,
    )
    .await?;
    let cursor = found.next.map(|(at, id)| page::moment(at, id));
    let items = found.mentions.into_iter().map(MentionOut::from).collect();
    let looked_until = query.and(found.looked_until);
    Ok(Json(MentionsOut { page: Page::new(&uri, items, cursor), looked_until }))
}

/// All there is to say of a mention.
#[derive(Serialize, ToSchema)]
pub struct MentionDetailOut {
    #[serde(flatten)]
    mention: MentionOut,
    /// Its counts over time.
    engagement: Vec<Seen>,
    /// Its earlier versions, oldest first.
    versions: Vec<VersionOut>,
    /// The queries it hit.
    hits: Vec<HitOut>,
}

/// Counts seen at one moment; an absent one is unknown, not zero.
#[derive(Serialize, ToSchema)]
pub struct Seen {
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// Likes, shares, replies, views.
    #[schema(value_type = Object)]
    counts: Engagement,
}

/// An earlier version of an edited post.
#[derive(Serialize, ToSchema)]
pub struct VersionOut {
    /// 1 for the first.
    version: i64,
    /// Its text.
    text: String,
    /// When another took its place.
    #[schema(value_type = String, format = DateTime)]
    replaced_at: Timestamp,
}

/// A query that a mention hit.
#[derive(Serialize, ToSchema)]
pub struct HitOut {
    /// Its id.
    id: i64,
    /// Its name; absent where it was taken away since.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
}

/// One mention, with its counts over time, its versions and the queries it hit.
#[utoipa::path(get, operation_id = "get_mention", path = "/organisations/{organisation}/mentions/{mention}", tag = "mentions",
    params(("organisation" = i64, Path), ("mention" = i64, Path)), responses((status = 200, description = "Done.", body = MentionDetailOut)))]
pub async fn get(
    seat: Seat<Reads>,
    State(app): State<App>,
    At(id): At<i64>,
) -> Result<Json<MentionDetailOut>, Problem> {
    let MentionDetail { view, engagement, versions, hits } =
        app.world.store.mention_for(seat.organisation, MentionId(id), seat.role().sees()).await?;
    let version = |v: store::Version| VersionOut { version: v.version, text: v.text, replaced_at: v.replaced_at };
    Ok(Json(MentionDetailOut {
        mention: view.into(),
        engagement: engagement.into_iter().map(|(at, counts)| Seen { at, counts }).collect(),
        versions: versions.into_iter().map(version).collect(),
        hits: hits.into_iter().map(|(id, name)| HitOut { id: id.0, name }).collect(),
    }))
}

/// Mentions to be marked.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Handle {
    /// Their ids, at most 1000; all or none is changed.
    ids: Vec<i64>,
    /// Done with, or not.
    handled: bool,
}

/// How many changed.
#[derive(Serialize, ToSchema)]
pub struct Changed {
    /// How many.
    changed: usize,
}

fn bulk(ids: &[i64]) -> Result<Vec<MentionId>, Problem> {
    if ids.is_empty() || ids.len() > BULK {
        return Err(Problem::bad(format!("`ids` must hold 1 to {BULK} ids")));
    }
    Ok(ids.iter().copied().map(MentionId).collect())
}

/// Marks mentions as done with by the one who asks, or as not done with. Who did it first stays.
#[utoipa::path(post, operation_id = "handle_mentions", path = "/organisations/{organisation}/mentions/handle", tag = "mentions", request_body = Handle,
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = Changed)))]
pub async fn handle(
    seat: Seat<Triages>,
    State(app): State<App>,
    Body(asked): Body<Handle>,
) -> Result<Json<Changed>, Problem> {
    let ids = bulk(&asked.ids)?;
    let person = asked.handled.then_some(seat.person);
    let changed = app.world.store.set_handled(seat.organisation, &ids, person, app.world.clock.now()).await?;
    app.world.bus.tell(seat.organisation, Change::Mentions);
    Ok(Json(Changed { changed }))
}

/// Mentions to be given to somebody.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Assign {
    /// Their ids, at most 1000; all or none is changed.
    ids: Vec<i64>,
    /// A member's id; nobody where it is not said.
    person: Option<i64>,
}

/// Gives mentions to a member, or to nobody.
#[utoipa::path(post, operation_id = "assign_mentions", path = "/organisations/{organisation}/mentions/assign", tag = "mentions", request_body = Assign,
    params(("organisation" = i64, Path)), responses((status = 200, description = "Done.", body = Changed)))]
pub async fn assign(
    seat: Seat<Triages>,
    State(app): State<App>,
    Body(asked): Body<Assign>,
) -> Result<Json<Changed>, Problem> {
    let ids = bulk(&asked.ids)?;
    app.world.store.assign(seat.organisation, &ids, asked.person.map(PersonId), app.world.clock.now()).await?;
    app.world.bus.tell(seat.organisation, Change::Mentions);
    Ok(Json(Changed { changed: ids.len() }))
}

/// What somebody saw: a text, a link or a picture.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportIn {
    /// The brand it is about.
    brand: i64,
    /// What was said, or what was seen in their words.
    #[serde(default)]
    text: String,
    /// Where; http or https.
    url: Option<String>,
    /// Who said it.
    author: Option<String>,
    /// Views seen.
    #[schema(minimum = 0)]
    views: Option<i64>,
    /// When it was seen; now where it is not said.
    #[schema(value_type = Option<String>, format = DateTime)]
    seen_at: Option<Timestamp>,
    /// Who reports it; the one who asks where it is not said.
    reported_by: Option<String>,
    /// A picture of it in base64, at most 8 MiB once decoded.
    #[schema(content_encoding = "base64")]
    picture: Option<String>,
}

/// What became of a report.
#[derive(Serialize, ToSchema)]
pub struct Reported {
    /// The mention made; absent where the same was reported before, and its counts were added to.
    #[serde(skip_serializing_if = "Option::is_none")]
    mention: Option<i64>,
}

/// Adds by hand what somebody saw; no match is needed.
#[utoipa::path(post, operation_id = "add_mention", path = "/organisations/{organisation}/mentions", tag = "mentions", request_body = ReportIn,
    params(("organisation" = i64, Path)), responses((status = 201, description = "Made.", body = Reported)))]
pub async fn add(
    seat: Seat<Triages>,
    State(app): State<App>,
    Body(report): Body<ReportIn>,
) -> Result<(StatusCode, Json<Reported>), Problem> {
    if report.views.is_some_and(|views| views < 0) {
        return Err(Problem::bad("`views` cannot be less than nothing"));
    }
    let brand = app.world.store.brand(seat.organisation, BrandId(report.brand)).await?;
    let picture = report.picture.map(|text| STANDARD.decode(text)).transpose();
    let report = Report {
        text: report.text,
        url: report.url,
        author: report
            .author
            .map(|author| author.trim().trim_start_matches('@').to_owned())
            .filter(|author| !author.is_empty()),
        views: report.views,
        seen_at: report.seen_at,
        reported_by: report.reported_by.filter(|name| !name.trim().is_empty()).unwrap_or(seat.name),
        picture: picture.map_err(|e| Problem::bad(format!("`picture` is no base64: {e}")))?,
    };
    let made = hand::add(&app.world, &app.ingest, &brand, report).await?;
    Ok((StatusCode::CREATED, Json(Reported { mention: made.map(|id| id.0) })))
}
