//! Which clocks run about a signal: those of the brand's open case, else those that a case opened now would start.

use crate::EngineError;
use crate::case::{Around, folded};
use crate::world::World;
use domain::assess::{Assessment, Clocks, matters};
use domain::case::event::{Opening, Origin, Step};
use domain::case::{Actor, Key};
use domain::id::PersonId;
use domain::organisation::Role;
use domain::signal::Explanation;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::SignalRow;

/// The clocks, as of now; `None` where no case is open and the signal is over or dismissed: then nobody is about to open one.
pub(crate) async fn clocks(
    world: &World,
    row: &SignalRow,
    found: &Assessment,
    now: Timestamp,
) -> Result<Option<Clocks>, EngineError> {
    if let Some(file) = world.store.open_case(row.organisation, row.brand).await? {
        return Ok(Some(Clocks::of_case(file.id, &folded(world, &file).await?.state, now)));
    }
    if row.ended_at.is_some() || row.is_dismissed() {
        return Ok(None);
    }
    let around = Around::of(world, row.organisation, row.brand).await?;
    let told: Explanation = serde_json::from_str(&row.explanation)?;
    let severity = found.severity.severity;
    let opening = Opening {
        key: Key::new("would").ok_or_else(|| EngineError::Broken("no key".to_owned()))?,
        organisation: row.organisation,
        brand: row.brand,
        step: Step::Signal,
        origin: Origin::Signal(row.id.clone()),
        began: None,
        reported: now,
        plan: around.version,
        size: around.size,
        country: around.country.clone(),
        zone: around.zone.clone(),
        hurt: false,
        scenario: None,
    };
    // Whoever opens it: what is decided here is shown and kept nowhere.
    let person = around.team.first().map_or(PersonId(0), |(person, _)| person.id);
    let desk = around.desk(Actor::Member(person), Some(Role::Owner), now);
    let zone = TimeZone::get(&around.zone).unwrap_or(TimeZone::UTC);
    let asked = matters(&found.causes, told.grave.map(|grave| grave.harm));
    let would = Clocks::would(&desk, opening, severity, &asked, &zone);
    would.map(Some).map_err(|refusal| EngineError::Broken(refusal.to_string()))
}
