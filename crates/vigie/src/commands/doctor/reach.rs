//! Whom a call reaches, and who notices when this Vigie calls no more.

use super::{About, Finding};
use engine::world::World;
use std::collections::BTreeSet;
use store::Result;
use words::{Locale, Words};

/// After so many failures in a row a target is told of: one may be the other server's bad minute.
const FAILURES: i64 = 3;

/// Looks at who can be woken in each organisation, at targets that fail, and at who is told that this Vigie is alive.
pub(super) async fn look(world: &World, heartbeats: &[String]) -> Result<Vec<Finding>> {
    let now = world.clock.now();
    let english = Words::new(Locale::En, "UTC", now);
    let targets = world.store.targets(None).await?;
    let reached: BTreeSet<_> = targets.iter().map(|target| target.person).collect();
    let tapped = targets.iter().filter(|target| target.tapped_at.is_some());
    let tapped: BTreeSet<_> = tapped.map(|target| target.person).collect();
    let mut findings = Vec::new();
    for organisation in world.store.organisations().await? {
        let members = world.store.members(organisation.id, now).await?;
        if !members.iter().any(|(person, _)| reached.contains(&person.id)) {
            let what = format!("nobody of {} can be woken: no member has a target", organisation.name);
            let why = "an alert stands on the page until somebody happens to look";
            let todo = "add one on the page of who is woken, or by `vigie target add`";
            findings.push(Finding::warning(About::Waking, what, why, todo));
        } else if !members.iter().any(|(person, _)| tapped.contains(&person.id)) {
            let what = format!("no test of {} was tapped yet", organisation.name);
            let why = "nobody knows whether an alert wakes anybody";
            let todo =
                "send one from the page of who is woken, or by `vigie target test`, and tap its link on the phone";
            findings.push(Finding::warning(About::Waking, what, why, todo));
        }
    }
    for target in targets.iter().filter(|target| target.failures >= FAILURES) {
        let problem = target.problem.as_deref().map(|kept| words::target::kept(&english, kept));
        let problem = problem.unwrap_or_else(|| "no reason was given".to_owned());
        let what = format!("the target {} ({}) failed {} times: {problem}", target.name, target.kind, target.failures);
        let why = "whoever it belongs to may not hear of an alert";
        findings.push(Finding::warning(About::Waking, what, why, "correct it and send a test from the same page"));
    }
    if heartbeats.is_empty() {
        let what = "nobody outside is told that this Vigie is alive";
        let why = "when this machine stops, nothing says so";
        let todo = "set `heartbeats` in vigie.toml: an address that warns when it is asked no more";
        findings.push(Finding::warning(About::Waking, what, why, todo));
    }
    Ok(findings)
}
