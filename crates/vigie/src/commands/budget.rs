//! `vigie brand budget`, `vigie signal calibrate`: how often a brand is told of, and what labels propose.

use crate::Done;
use crate::output;
use anyhow::Context;
use domain::brand::Brand;
use domain::calibrate::Advice;
use domain::signal::{Budget, Level, Often};
use engine::budget::{self, Trial};
use engine::world::World;
use serde_json::json;

/// Sets what was asked for, and says what holds.
pub async fn set_or_show(
    world: &World,
    brand: &Brand,
    notice: Option<&str>,
    alert: Option<&str>,
    as_json: bool,
) -> anyhow::Result<()> {
    let mut now = budget::of(world, brand.organisation, brand.id).await?;
    if notice.is_some() || alert.is_some() {
        let often = |code: Option<&str>, otherwise| match code {
            None => Ok(otherwise),
            Some(code) => Often::from_code(code).with_context(|| {
                format!("`{code}` is no choice: say day, week, month, two_months or half_year; nothing was changed")
            }),
        };
        let wanted = Budget { notice: often(notice, now.budget.notice)?, alert: often(alert, now.budget.alert)? };
        budget::set(world, brand.organisation, brand.id, wanted, None).await?;
        now = budget::of(world, brand.organisation, brand.id).await?;
    }
    if as_json {
        let (rarer, settings) = (now.rarer, &now.settings);
        return output::json(&json!({
            "brand": brand.id.0, "budget": now.budget, "brands": now.brands, "notice_rarer": rarer.notice, "alert_rarer": rarer.alert,
            "notice_from": settings.notice, "alert_from": settings.alert,
        }));
    }
    let name = output::tame(&brand.name);
    for (level, from) in [(Level::Notice, now.settings.notice), (Level::Alert, now.settings.alert)] {
        let (what, times) = (level.code(), now.rarer.times(level));
        let rarer = match times > 1.0 {
            true => format!(", {times:.1} times rarer because there are {} brands of your own", now.brands),
            false => String::new(),
        };
        output::line(format!("{name}: {what} {}, from a score of {from:.3}{rarer}", words(now.budget.of(level))))?;
    }
    Ok(())
}

/// Says what labels propose for each brand, and takes it where that is wanted.
pub async fn calibrate(world: &World, brands: &[Brand], apply: bool, as_json: bool) -> anyhow::Result<Done> {
    for brand in brands {
        let trial = budget::trial(world, brand.organisation, brand.id).await?;
        // What is told is what is kept.
        let kept = trial.proposed().filter(|_| apply);
        if let Some(shown) = kept {
            budget::calibrate(world, brand.organisation, brand.id, shown, None).await?;
        }
        if as_json {
            let [notice, alert] = trial.advice;
            output::json(&json!({
                "brand": brand.id.0, "budget": trial.present.budget, "from": trial.from, "notice_advice": notice, "alert_advice": alert,
                "proposed": trial.proposed(), "applied": kept.is_some(),
            }))?;
            continue;
        }
        for level in [Level::Notice, Level::Alert] {
            output::line(format!("{}: {}s: {}", output::tame(&brand.name), level.code(), told(&trial, level)))?;
        }
        if let Some(budget) = kept {
            let (notice, alert) = (words(budget.notice), words(budget.alert));
            output::line(format!("{}: kept: notice {notice}, alert {alert}", output::tame(&brand.name)))?;
        }
    }
    Ok(Done::All)
}

fn told(trial: &Trial, level: Level) -> String {
    match trial.advice[level as usize] {
        Advice::TooFew { labelled, needed } => {
            format!(
                "{labelled} of the last {} days carry a label, {needed} are needed to propose anything",
                budget::DAYS
            )
        }
        Advice::Keep { labelled, dismissed } => {
            format!("{dismissed} of {labelled} labelled ones were dismissed; no other choice does better")
        }
        Advice::Rarer { often, labelled, dismissed, spared } => format!(
            "{dismissed} of {labelled} labelled ones were dismissed; with {} {spared} of them would not have come, and no acknowledged one would have been lost",
            words(often)
        ),
    }
}

fn words(often: Often) -> &'static str {
    match often {
        Often::Day => "about one a day",
        Often::Week => "about one a week",
        Often::Month => "about one a month",
        Often::TwoMonths => "about one in two months",
        Often::HalfYear => "about one in half a year",
    }
}
