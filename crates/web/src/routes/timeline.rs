//! A brand's timeline.

use super::bridge::{failed, point, state};
use super::desk::{Desk, page};
use crate::chart::Point;
use crate::error::Failure;
use crate::pages::timeline::{Span, TimelinePage};
use crate::pages::{Room, State};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::brand::Brand;
use domain::counter::{Series, minute};
use domain::figure::share;
use domain::organisation::Right;
use engine::view::{TimelinePoint, hours, usual_range};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span as Days, Timestamp};
use serde::Deserialize;
use store::{MentionFilter, SignalFilter};

/// Signals told of.
const SIGNALS: i64 = 200;
/// Mentions that a rhythm is read from, at least.
const RHYTHM_LEAST: i64 = 50;
/// Hours that a rhythm tells of, and what they bring of even days, in thousandths.
const RHYTHM: (usize, i64) = (6, 250);
/// A rhythm stands out when it is so far from even days, in thousandths, and in standard deviations.
const OUT: (i64, i64) = (50, 4);

/// What the address says.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    span: String,
    until: String,
}

/// Days of the reader's zone, the last one included.
struct Stretch {
    span: Span,
    last: Date,
    today: Date,
    from: Timestamp,
    until: Timestamp,
}

impl Stretch {
    fn new(asked: &Asked, zone: &TimeZone, now: Timestamp) -> Self {
        let today = now.to_zoned(zone.clone()).date();
        let span = Span::from_code(&asked.span).unwrap_or(Span::Week);
        let last = asked.until.parse().unwrap_or(today).min(today);
        let begins = |day: Date| day.to_zoned(zone.clone()).map_or(now, |day| day.timestamp());
        let from = begins(moved(last, 1 - span.days()));
        Self { span, last, today, from, until: begins(moved(last, 1)).min(now) }
    }

    fn href(&self, brand: &Brand, last: Date) -> String {
        format!("/brands/{}/timeline?span={}&until={last}", brand.id, self.span.code())
    }
}

fn moved(day: Date, days: i64) -> Date {
    Days::new().try_days(days).and_then(|days| day.checked_add(days)).unwrap_or(day)
}

/// The page.
pub async fn show(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let brand = desk.brand(id, Right::Read).await?;
    let (world, zone) = (&desk.app.world, desk.words.zone().clone());
    let stretch = Stretch::new(&asked, &zone, desk.now());
    let settings = engine::surge_settings().map_err(|e| Failure::Ours(e.to_string()))?;
    let scope = (brand.organisation, brand.id);
    let hours = hours(world, &desk.app.memory, &settings, scope, stretch.from, stretch.until).await.map_err(failed)?;
    let mentions = hours.iter().map(|hour| hour.observed).sum();
    let negative =
        world.store.counted(scope.0, scope.1, Series::Negative, minute(stretch.from), minute(stretch.until)).await?;
    let newest = if mentions == 0 { newest(&desk, &brand, &stretch, &zone).await? } else { None };
    let shown = TimelinePage {
        shell: desk.shell(Room::Bridge).await?,
        span: stretch.span,
        last_day: stretch.last.to_string(),
        bounds: (stretch.from, stretch.until),
        usual: usual_range(&hours),
        rhythm: rhythm(&hours, &zone),
        points: if stretch.span == Span::Weeks { days(&hours, &zone) } else { hours.iter().map(point).collect() },
        negative: share(negative, mentions),
        signals: signals(&desk, &brand, &stretch).await?,
        earlier: stretch.href(&brand, moved(stretch.last, -stretch.span.days())),
        later: (stretch.last < stretch.today)
            .then(|| stretch.href(&brand, moved(stretch.last, stretch.span.days()).min(stretch.today))),
        brand: (brand.id.0, brand.name),
        words: desk.words,
        mentions,
        newest,
    };
    page(&shown)
}

/// The newest mention of a brand, and the address of the days that end with it.
async fn newest(
    desk: &Desk,
    brand: &Brand,
    stretch: &Stretch,
    zone: &TimeZone,
) -> Result<Option<(Timestamp, String)>, Failure> {
    let sees = desk.sees(brand.organisation);
    let filter = MentionFilter { brand: Some(brand.id), sees, ..MentionFilter::default() };
    let found = desk.app.world.store.mentions(brand.organisation, &filter, None, 1).await?;
    let at = found.first().map(|view| view.mention.at);
    Ok(at.map(|at| (at, stretch.href(brand, at.to_zoned(zone.clone()).date()))))
}

async fn signals(desk: &Desk, brand: &Brand, stretch: &Stretch) -> Result<Vec<(String, State, Timestamp)>, Failure> {
    let filter = SignalFilter { brand: Some(brand.id), since: Some(stretch.from), ..SignalFilter::default() };
    // From the end of the stretch back: an id is never empty.
    let found =
        desk.app.world.store.signals_beyond(brand.organisation, filter, Some((stretch.until, "")), SIGNALS).await?;
    let shown = |row: store::SignalRow| {
        let state = if row.is_dismissed() { State::Closed } else { state(&row) };
        (row.id, state, row.onset)
    };
    Ok(found.into_iter().map(shown).collect())
}

/// Hours added up to days of the zone.
fn days(hours: &[TimelinePoint], zone: &TimeZone) -> Vec<Point> {
    let date = |hour: &TimelinePoint| hour.at.to_zoned(zone.clone()).date();
    let day = |hours: &[TimelinePoint]| {
        let (low, high) = usual_range(hours);
        let observed = hours.iter().map(|hour| hour.observed).sum();
        Point { at: hours[0].at, observed: Some(observed), low: low as f64, high: high as f64 }
    };
    hours.chunk_by(|a, b| date(a) == date(b)).map(day).collect()
}

/// The hours of the day that bring most of what came, where there is enough of it and they stand out: from, to, their share.
fn rhythm(hours: &[TimelinePoint], zone: &TimeZone) -> Option<(Timestamp, Timestamp, i64)> {
    let mut by_hour = [0_i64; 24];
    for hour in hours {
        let at = hour.at.to_zoned(zone.clone()).hour();
        by_hour[usize::from(at.unsigned_abs()) % 24] += hour.observed;
    }
    let all: i64 = by_hour.iter().sum();
    let (length, even) = RHYTHM;
    let sum = |from: &usize| (0..length).map(|n| by_hour[(from + n) % 24]).sum::<i64>();
    let from = (0..24).rev().max_by_key(sum)?;
    let share = (sum(&from) * 1_000).checked_div(all)?;
    let beyond = share - even;
    // Of even days the share varies by even × (1 − even) / all.
    let chance = OUT.1 * OUT.1 * even * (1_000 - even);
    if all < RHYTHM_LEAST || hours.len() < 3 * 24 || beyond < OUT.0 || beyond * beyond * all < chance {
        return None;
    }
    let begins =
        hours.iter().find(|hour| usize::from(hour.at.to_zoned(zone.clone()).hour().unsigned_abs()) == from)?.at;
    let until = begins.saturating_add(SignedDuration::from_hours(length as i64)).ok()?;
    Some((begins, until, share))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(span: &str, until: &str) -> Asked {
        Asked { span: span.to_owned(), until: until.to_owned() }
    }

    #[test]
    fn days_are_those_of_the_reader() {
        let zone = TimeZone::get("Europe/Paris").unwrap();
        let now: Timestamp = "2026-11-22T23:30:00Z".parse().unwrap();
        let table = [
            ("week", "", "2026-11-16T23:00:00Z", "2026-11-22T23:30:00Z"),
            ("day", "2026-11-23", "2026-11-22T23:00:00Z", "2026-11-22T23:30:00Z"),
            ("day", "2026-11-22", "2026-11-21T23:00:00Z", "2026-11-22T23:00:00Z"),
            ("weeks", "2030-01-01", "2026-10-26T23:00:00Z", "2026-11-22T23:30:00Z"),
            // Two clock changes: 25 hours, 23 hours.
            ("day", "2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"),
            ("day", "2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"),
            ("never", "nonsense", "2026-11-16T23:00:00Z", "2026-11-22T23:30:00Z"),
        ];
        for (span, until, from, to) in table {
            let stretch = Stretch::new(&asked(span, until), &zone, now);
            assert_eq!((stretch.from.to_string(), stretch.until.to_string()), (from.into(), to.into()), "{until}");
        }
        // The edges of time are no panic.
        for until in ["-009999-01-01", "9999-12-31"] {
            Stretch::new(&asked("weeks", until), &zone, now);
        }
    }

    #[test]
    fn the_rhythm_of_the_day_is_told_where_there_is_one() {
        let zone = TimeZone::get("America/New_York").unwrap();
        let start: Timestamp = "2026-11-02T05:00:00Z".parse().unwrap();
        let hours = |observed: fn(i64) -> i64| -> Vec<TimelinePoint> {
            (0..7 * 24)
                .map(|n| TimelinePoint {
                    at: start.saturating_add(SignedDuration::from_hours(n)).unwrap(),
                    observed: observed(n % 24),
                    expected: 1.0,
                    low: 0,
                    high: 3,
                })
                .collect()
        };
        let told = rhythm(&hours(|hour| if (20..24).contains(&hour) || hour < 2 { 9 } else { 1 }), &zone).unwrap();
        assert_eq!(told.0.to_zoned(zone.clone()).time().to_string(), "20:00:00");
        assert_eq!(told.1.to_zoned(zone.clone()).time().to_string(), "02:00:00");
        assert_eq!(told.2, 54_000 / 72);
        assert_eq!(rhythm(&hours(|_| 5), &zone), None, "every hour the same");
        assert_eq!(rhythm(&hours(|hour| i64::from(hour == 3)), &zone), None, "too few");
        assert_eq!(rhythm(&[], &zone), None);
        let days = days(&hours(|_| 2), &zone);
        assert_eq!((days.len(), days[0].observed, days[0].at), (7, Some(48), start));
    }
}
