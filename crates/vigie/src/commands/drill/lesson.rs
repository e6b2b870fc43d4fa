//! A drill by one's own plan: a file's, or an organisation's; and which of its lessons the drill has tried.

use crate::cli::DrillRun;
use crate::commands::complaint::desk;
use crate::commands::{Setting, house};
use crate::output;
use anyhow::{Context, bail};
use domain::id::OrganisationId;
use domain::review::tested as marked;
use engine::drill::{Drill, Outcome, by_plan};
use engine::pack::Pack;
use engine::world::Clock;
use serde_json::{Value, json};
use std::path::PathBuf;

/// A plan that is played.
pub struct Played {
    text: String,
    /// The plan that it is laid over, where it is.
    base: Option<String>,
    place: Place,
}

/// Where it stands.
enum Place {
    File(PathBuf),
    House(OrganisationId),
}

/// What the drill tried.
pub struct Tested {
    drill: String,
    lessons: Vec<String>,
    /// Whether that was written down, and in which version of an organisation's plan.
    marked: bool,
    version: Option<i64>,
}

/// The plan that was named, if one was.
pub async fn of(asked: &DrillRun, setting: &Setting) -> anyhow::Result<Option<Played>> {
    if let Some(path) = &asked.plan {
        let text =
            std::fs::read_to_string(path).with_context(|| format!("the plan {} cannot be read", path.display()))?;
        return Ok(Some(Played { text, base: None, place: Place::File(path.clone()) }));
    }
    let Some(name) = &asked.of else {
        if asked.mark {
            bail!("name the plan to be marked: --plan FILE or --of ORGANISATION; nothing was played");
        }
        return Ok(None);
    };
    let world = house::open(setting).await?;
    let organisation = house::organisation(&world, Some(name)).await?;
    let kept = engine::plan::of(&world, organisation.id).await?;
    let kept = kept.with_context(|| format!("{} has no plan yet; nothing was played", organisation.name))?;
    let base = kept.base.map(|base| base.text);
    Ok(Some(Played { text: kept.version.text, base, place: Place::House(organisation.id) }))
}

/// The pack, played by that plan.
pub fn by(pack: Pack, plan: Option<&Played>) -> anyhow::Result<Pack> {
    let Some(plan) = plan else { return Ok(pack) };
    let today = Clock::Wall.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    Ok(by_plan(pack, &plan.text, plan.base.as_deref(), today)?)
}

/// Which lessons of the plan were tried; with `mark`, written into it.
pub async fn tested(
    drill: &Drill,
    outcome: &Outcome,
    played: &Played,
    (mark, setting): (bool, &Setting),
) -> anyhow::Result<Tested> {
    let lessons = drill.lessons_tested().await?;
    let name = drill.name(&outcome.log_hash).context("a drill has a name")?;
    let (mark, mut version) = (mark && !lessons.is_empty(), None);
    match &played.place {
        Place::File(path) if mark => {
            let text = marked(&played.text, None, &lessons, &name.to_string())?;
            let stands = std::fs::read_to_string(path)?;
            if stands != played.text {
                bail!("{} was changed while the drill ran: nothing was marked", path.display());
            }
            std::fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))?;
        }
        Place::House(organisation) if mark => {
            let world = house::open(setting).await?;
            let waking = desk(setting, &world).await?;
            let kept = engine::review::mark_tested(&waking, *organisation, None, &lessons, &name).await;
            version = Some(kept.context("the drill was played, and its lessons are not marked")?);
        }
        Place::File(_) | Place::House(_) => {}
    }
    Ok(Tested { drill: name.to_string(), lessons, marked: mark, version })
}

/// The outcome with what was tried beside it.
pub fn beside(outcome: &Outcome, tested: Option<&Tested>) -> anyhow::Result<Value> {
    let mut value = serde_json::to_value(outcome)?;
    if let (Some(tested), Some(fields)) = (tested, value.as_object_mut()) {
        let Tested { drill, lessons, marked, version } = tested;
        fields.insert("drill".to_owned(), json!(drill));
        fields.insert("lessons_tested".to_owned(), json!(lessons));
        fields.insert("lessons_marked".to_owned(), json!(marked));
        fields.insert("plan_version".to_owned(), json!(version));
    }
    Ok(value)
}

/// What was tried, in lines.
pub fn say(tested: Option<&Tested>) -> std::io::Result<()> {
    let Some(Tested { drill, lessons, marked, .. }) = tested else { return Ok(()) };
    for lesson in lessons {
        let how = if *marked { "marked as tried" } else { "tried; --mark writes it into the plan" };
        output::line(format!("{}: {how} by {drill}", output::tame(lesson)))?;
    }
    if lessons.is_empty() {
        output::line("no lesson of this plan was tried")?;
    }
    Ok(())
}
