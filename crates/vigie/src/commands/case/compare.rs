//! `vigie case earlier`, `vigie case reviews` and `vigie case quality`.

use super::unknown;
use crate::Done;
use crate::output;
use anyhow::Context;
use domain::figure::Figure;
use domain::id::CaseId;
use domain::organisation::Organisation;
use domain::signal::{Budget, Often};
use engine::backtest::Raised;
use engine::review::{self, Try};
use engine::world::World;
use serde_json::json;
use words::{Locale, Words, review as said};

/// Reviews side by side.
pub(super) async fn reviews(world: &World, organisation: &Organisation, json: bool) -> anyhow::Result<Done> {
    let compared = review::compare(world, organisation.id).await?;
    if json {
        output::json(&json!({ "reviews": compared }))?;
        return Ok(Done::All);
    }
    let words = Words::new(Locale::En, "UTC", world.clock.now());
    let span = |seconds: Option<i64>| {
        seconds.map_or_else(|| words.say("review-unknown-time"), |seconds| said::span(&words, seconds))
    };
    for one in compared {
        let is = one.is;
        let opened = is.opened.map(|at| at.to_string()).unwrap_or_default();
        output::line(format!("case {} {opened} {}", one.case, output::tame(&one.called)))?;
        output::line(format!(
            "  alert {}, acknowledged {}, holding {}, full {}; clocks {}/{}, answered {}/{}, lessons {}/{}/{}",
            span(is.onset_to_alert),
            span(is.alert_to_acknowledged),
            span(is.opened_to_holding),
            span(is.opened_to_full),
            is.clocks.0,
            is.clocks.1,
            is.answered.0,
            is.answered.1,
            is.lessons.0,
            is.lessons.1,
            is.lessons.2,
        ))?;
    }
    Ok(Done::All)
}

/// How good detection was.
pub(super) async fn quality(world: &World, organisation: &Organisation, json: bool) -> anyhow::Result<Done> {
    let measured = review::measured(world, organisation.id).await?;
    if json {
        output::json(&json!({ "quality": measured }))?;
        return Ok(Done::All);
    }
    let words = Words::new(Locale::En, "UTC", world.clock.now());
    output::line(format!("{} – {}: {} nights", measured.from, measured.until, measured.nights))?;
    for (id, of) in [("quality-alerts", measured.alerts), ("quality-notices", measured.notices)] {
        let precision = match of.precision {
            Figure::Unknown => words.say("quality-too-few"),
            known => said::share(&words, known),
        };
        let delay = of.delay.map_or_else(|| words.say("review-unknown-time"), |delay| said::span(&words, delay));
        output::line(format!(
            "{}: {} raised, {} confirmed, {} dismissed; precision {precision}; delay {delay}; at night {}",
            words.say(id),
            of.raised,
            of.confirmed,
            of.dismissed,
            of.at_night
        ))?;
    }
    Ok(Done::All)
}

/// What would have shown a case earlier.
pub(super) async fn earlier(
    world: &World,
    organisation: &Organisation,
    case: i64,
    (query, budget): (Option<String>, Option<(&str, &str)>),
    json: bool,
) -> anyhow::Result<Done> {
    let often = |code: &str| {
        let choices = "say day, week, month, two_months or half_year; nothing was tried";
        Often::from_code(code).with_context(|| format!("`{code}` is no choice: {choices}"))
    };
    let budget = match budget {
        Some((notice, alert)) => Some(Budget { notice: often(notice)?, alert: often(alert)? }),
        None => None,
    };
    let what = Try { query, budget };
    let tried = review::tried(world, organisation.id, CaseId(case), &what).await.with_context(|| unknown(case))?;
    if json {
        output::json(&json!({ "tried": tried }))?;
        return Ok(Done::All);
    }
    let words = Words::new(Locale::En, "UTC", world.clock.now());
    let first = |raised: Option<Raised>| {
        let said = |raised: Raised| format!("{} since {}", raised.level.code(), raised.onset);
        raised.map_or_else(|| words.say("earlier-nothing"), said)
    };
    match tried.sooner {
        Some(sooner) => output::line(words.tell("earlier-sooner", &[("span", said::span(&words, sooner).into())]))?,
        None => output::line(words.say("earlier-no-sooner"))?,
    }
    output::line(format!("  as things are: {}; {} signals until now", first(tried.present), tried.signals.0))?;
    output::line(format!("  as tried: {}; {} signals until now", first(tried.changed), tried.signals.1))?;
    if !tried.whole {
        output::line(words.say("earlier-short"))?;
    }
    if tried.passed > 0 {
        output::line(words.count("earlier-passed", tried.passed))?;
    }
    Ok(Done::All)
}
