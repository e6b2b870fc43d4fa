//! The week in five lines.

use super::problem::Problem;
use super::seat::{Anybody, Asked, Reads, Seat};
use crate::state::App;
use axum::Json;
use axum::extract::State;
use domain::figure::Figure;
use domain::id::BrandId;
use domain::report::{Missing, Report};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use words::{Locale, Words};

/// Which week of what.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Week {
    /// Of this brand only; of all own brands where it is not said.
    brand: Option<i64>,
    /// The end of the week; now where it is not said.
    #[param(value_type = Option<String>, format = DateTime)]
    until: Option<Timestamp>,
}

/// A number and what kind it is.
#[derive(Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum FigureOut {
    /// Counted, one by one.
    Counted {
        /// The number.
        value: i64,
    },
    /// Estimated, with its range.
    Estimated {
        /// The best guess.
        value: i64,
        /// From.
        low: i64,
        /// To.
        high: i64,
    },
    /// So many were counted; there may be more.
    AtLeast {
        /// The number.
        value: i64,
    },
    /// Somebody reported it.
    Reported {
        /// The number.
        value: i64,
    },
    /// Not known.
    Unknown,
}

impl From<Figure> for FigureOut {
    fn from(figure: Figure) -> Self {
        match figure {
            Figure::Counted(value) => Self::Counted { value },
            Figure::Estimated { mid, low, high } => Self::Estimated { value: mid, low, high },
            Figure::AtLeast(value) => Self::AtLeast { value },
            Figure::Reported(value) => Self::Reported { value },
            Figure::Unknown => Self::Unknown,
        }
    }
}

/// A week.
#[derive(Serialize, ToSchema)]
pub struct ReportOut {
    /// From.
    #[schema(value_type = String, format = DateTime)]
    from: Timestamp,
    /// Until.
    #[schema(value_type = String, format = DateTime)]
    until: Timestamp,
    /// The names of the brands reported on.
    brands: Vec<String>,
    /// The week in five lines, in the language of the one who asks.
    lines: Vec<String>,
    /// Mentions.
    mentions: FigureOut,
    /// Mentions of the week before.
    before: FigureOut,
    /// Alerts that began.
    alerts: i64,
    /// Notices that began.
    notices: i64,
    /// Mentions that nobody has done with.
    unanswered: FigureOut,
    /// The oldest of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    waits_since: Option<Timestamp>,
    /// Likes, shares and replies under the week's mentions.
    engagement: FigureOut,
    /// How many mentions speak ill.
    negative: FigureOut,
    /// Their share in thousandths, within 90 %.
    negative_share: FigureOut,
    /// How well the tone was read.
    reader: ReaderOut,
    /// How the sources fare.
    sources: SourcesOut,
    /// What the report cannot know.
    missing: Vec<MissingOut>,
}

/// How well the tone of the week's texts was read.
#[derive(Serialize, ToSchema)]
pub struct ReaderOut {
    /// How many were read by machine; the others had stars.
    read: i64,
    /// The reader's measured macro-averaged F1 over the languages of these texts, in thousandths; chance is 333. Absent where it was
    /// measured in none of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    quality: Option<i64>,
    /// How many were in a language in which it was not measured.
    unmeasured: i64,
}

/// How the sources fare.
#[derive(Serialize, ToSchema)]
pub struct SourcesOut {
    /// How many are listened to.
    all: i64,
    /// Those of them that nobody has listened to yet.
    untried: Vec<String>,
    /// Those of them that cannot be heard.
    deaf: Vec<DeafOut>,
    /// How many of the others had holes in the week.
    with_gaps: i64,
    /// How many minutes of the week those holes make, each source by itself.
    gap_minutes: i64,
}

/// A source that cannot be heard.
#[derive(Serialize, ToSchema)]
pub struct DeafOut {
    /// Its name.
    name: String,
    /// Since when.
    #[schema(value_type = String, format = DateTime)]
    since: Timestamp,
}

/// Something the report cannot know.
#[derive(Serialize, ToSchema)]
pub struct MissingOut {
    /// `sources`, `since`, `places`, `queries`, `brands`, `engagement` or `tone`.
    what: &'static str,
    /// Which.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    names: Vec<String>,
    /// How many mentions.
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<i64>,
    /// Nobody listened before.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    since: Option<Timestamp>,
}

impl From<Missing> for MissingOut {
    fn from(missing: Missing) -> Self {
        let (what, names, count, since) = match missing {
            Missing::Sources => ("sources", Vec::new(), None, None),
            Missing::Since(at) => ("since", Vec::new(), None, Some(at)),
            Missing::Places(all) => ("places", all, None, None),
            Missing::Queries(all) => ("queries", all, None, None),
            Missing::Brands(all) => ("brands", all, None, None),
            Missing::Engagement(n) => ("engagement", Vec::new(), Some(n), None),
            Missing::Tone(n) => ("tone", Vec::new(), Some(n), None),
        };
        Self { what, names, count, since }
    }
}

fn shown(report: Report, lines: Vec<String>) -> ReportOut {
    let deaf = report.sources.deaf.into_iter().map(|(name, since)| DeafOut { name, since });
    let reader = report.reader;
    ReportOut {
        lines,
        from: report.from,
        until: report.until,
        brands: report.brands,
        mentions: report.mentions.into(),
        before: report.before.into(),
        alerts: report.alerts,
        notices: report.notices,
        unanswered: report.unanswered.into(),
        waits_since: report.waits_since,
        engagement: report.engagement.into(),
        negative: report.negative.into(),
        negative_share: report.negative_share.into(),
        reader: ReaderOut { read: reader.read, quality: reader.quality, unmeasured: reader.unmeasured },
        sources: SourcesOut {
            all: report.sources.all,
            untried: report.sources.untried,
            deaf: deaf.collect(),
            with_gaps: report.sources.with_gaps,
            gap_minutes: report.sources.gap_minutes,
        },
        missing: report.missing.into_iter().map(MissingOut::from).collect(),
    }
}

/// The seven days before a time: mentions, what waits, engagement and tone, the sources, what is missing.
#[utoipa::path(get, operation_id = "week_report", path = "/organisations/{organisation}/report", tag = "organisations",
    params(("organisation" = i64, Path), Week), responses((status = 200, description = "Done.", body = ReportOut)))]
pub async fn week(
    seat: Seat<Reads>,
    Anybody(principal): Anybody,
    State(app): State<App>,
    Asked(asked): Asked<Week>,
) -> Result<Json<ReportOut>, Problem> {
    let until = asked.until.unwrap_or_else(|| app.world.clock.now());
    let report = match asked.brand {
        Some(id) => engine::report::week_of(&app.world, seat.organisation, BrandId(id), until).await?,
        None => engine::report::week(&app.world, seat.organisation, until).await?,
    };
    let person = &principal.person;
    let words = Words::new(Locale::from_code(&person.locale).unwrap_or(Locale::En), &person.zone, until);
    let lines = words::report::lines(&words, &report);
    Ok(Json(shown(report, lines.into())))
}
