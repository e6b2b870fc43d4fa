//! The store and the room that is left for it.

use super::{About, Finding};
use crate::commands::house::masked;
use engine::world::World;
use jiff::SignedDuration;
use std::path::Path;
use store::{Engine, Facts, Result};

/// A disk with fewer days left than this is about to be full.
const SOON: i64 = 7;
/// A disk with fewer days left than this should be thought of.
const LATER: i64 = 30;
/// Less room than this, in bytes, is none: a database needs some to tidy up.
const LEAST: i64 = 500_000_000;

/// Looks at the store, its file and its disk.
pub(super) async fn look(world: &World, address: &str) -> Result<Vec<Finding>> {
    let facts = world.store.check().await?;
    let mut findings = vec![Finding::good(
        About::Store,
        format!(
            "the store {} answers: {}, schema {}, {} posts, {} mentions",
            masked(address),
            size(facts.bytes),
            facts.schema,
            facts.counts.posts,
            facts.counts.mentions
        ),
    )];
    let lag = world.store.index_lag().await?;
    if lag.behind > 100_000 {
        let what = format!("the search index is {} mentions behind", lag.behind);
        findings.push(Finding::warning(
            About::Store,
            what,
            "searches take longer until then",
            "let `vigie serve` run: it catches up",
        ));
    }
    if facts.counts.due_ticks > 0 && facts.counts.posts > 0 {
        let what = format!("the counts of {} brands wait to be judged", facts.counts.due_ticks);
        let why = "no alert is raised for what is not judged";
        findings.push(Finding::warning(
            About::Store,
            what,
            why,
            "see to it that `vigie serve` runs; it judges each minute",
        ));
    }
    if facts.engine == Engine::Postgres {
        let what = "how much room the PostgreSQL server has left cannot be seen from here";
        findings.push(Finding::unknown(About::Disk, what, "a full disk stops the listening"));
        return Ok(findings);
    }
    findings.extend(open_to_others(&facts));
    let week_ago = world.clock.now().saturating_sub(SignedDuration::from_hours(7 * 24)).unwrap_or_default();
    let (arrived, began) = world.store.arrived_since(week_ago).await?;
    let days = world.clock.now().duration_since(began).as_hours().max(24) as f64 / 24.0;
    let a_day = (arrived as f64 / days) * (facts.bytes as f64 / facts.counts.posts.max(1) as f64);
    findings.push(room(free(&facts.place), facts.bytes, a_day as i64));
    Ok(findings)
}

/// Bytes that may still be written where the store's file is.
fn free(place: &str) -> Option<i64> {
    let folder = Path::new(place).parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let disk = rustix::fs::statvfs(folder).ok()?;
    i64::try_from(disk.f_bavail.saturating_mul(disk.f_frsize)).ok()
}

/// What there is to say of a disk, from what is free, what the store takes and what comes to it a day.
fn room(free: Option<i64>, bytes: i64, a_day: i64) -> Finding {
    let why = "a full disk stops the listening; what is stored is kept";
    let todo = "free some room, move the store, or let fewer posts be kept (`vigie source add … --keep-matched`)";
    let Some(free) = free else {
        return Finding::unknown(About::Disk, "how much room the disk has left could not be found out", why);
    };
    let left = if a_day > 0 { free / a_day } else { i64::MAX };
    let grows = format!("{} free; the store is {} and grows by {} a day", size(free), size(bytes), size(a_day));
    let days = if left < 3_650 { format!("{grows}: room for {left} days") } else { format!("{grows}: room for years") };
    match () {
        () if free < LEAST || left < SOON => {
            Finding::broken(About::Disk, format!("the disk is about to be full: {days}"), why, todo)
        }
        () if left < LATER => Finding::warning(About::Disk, format!("the disk fills: {days}"), why, todo),
        () => Finding::good(About::Disk, format!("disk: {days}")),
    }
}

fn size(bytes: i64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes / 1_000),
        1_000_000..10_000_000_000 => format!("{} MB", bytes / 1_000_000),
        _ => format!("{} GB", bytes / 1_000_000_000),
    }
}

/// The store holds what sources are asked with, and what people wrote.
#[cfg(unix)]
fn open_to_others(facts: &Facts) -> Option<Finding> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(&facts.place).ok()?.permissions().mode();
    (mode & 0o077 != 0).then(|| {
        let what = format!("other users of this machine can open {}", facts.place);
        let todo = format!("run `chmod 600 {}`", facts.place);
        Finding::warning(About::Store, what, "it holds passwords of sources and what people wrote", todo)
    })
}

#[cfg(not(unix))]
fn open_to_others(_: &Facts) -> Option<Finding> {
    None
}

#[cfg(test)]
mod tests {
    use super::super::Severity;
    use super::*;

    #[test]
    fn a_disk_is_judged_by_the_days_it_has_left() {
        const GB: i64 = 1_000_000_000;
        let table = [
            (None, 0, Severity::Unknown, "could not"),
            (Some(100 * GB), 0, Severity::Good, "years"),
            (Some(100 * GB), GB, Severity::Good, "100 days"),
            (Some(20 * GB), GB, Severity::Warning, "20 days"),
            (Some(6 * GB), GB, Severity::Broken, "6 days"),
            (Some(GB / 10), 1, Severity::Broken, "100 MB free"),
        ];
        for (free, a_day, severity, says) in table {
            let found = room(free, GB, a_day);
            assert!(found.severity == severity && found.what.contains(says), "{free:?} {a_day}: {found:?}");
        }
    }
}
