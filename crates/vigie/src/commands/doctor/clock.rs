//! The clock of this machine against those of the places it listens to.

use super::{About, Finding};
use connect::http::{Allow, Client, Request};
use domain::source::Source;
use engine::world::{Clock, World};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use store::Result;
use url::Url;

/// Most places that are asked for the time.
const ASKED: usize = 3;
/// A clock that is off by more is told of, in seconds: an answer's date is whole seconds, and takes a while to come.
const OFF: i64 = 30;
/// A clock that is off by more is broken, in seconds: signed deliveries are refused, and posts stand in the future.
const BROKEN: i64 = 240;

/// Asks some sources' servers what time it is there.
pub(super) async fn look(world: &World, client: &Client, clock: &Clock) -> Result<Vec<Finding>> {
    let mut offsets = Vec::new();
    let mut hosts: Vec<String> = Vec::new();
    for source in world.store.all_sources().await? {
        let Some((address, request)) = asked(&source) else { continue };
        if offsets.len() == ASKED || hosts.contains(&address) {
            continue;
        }
        hosts.push(address);
        let before = clock.now();
        let Ok(answer) = client.fetch(&request).await else { continue };
        offsets.extend(answer.date().map(|there| off(there, before, clock.now())));
    }
    Ok(vec![judged(offsets)])
}

/// The one small page that nearly every server has, at a source's server.
fn asked(source: &Source) -> Option<(String, Request)> {
    let settings: Value = serde_json::from_str(&source.settings).ok().filter(|_| source.enabled)?;
    let address = settings["url"].as_str().or(settings["server"].as_str())?;
    let url = Url::parse(address).ok()?.join("/robots.txt").ok()?;
    let allow: Vec<String> = serde_json::from_value(settings["allow"].clone()).unwrap_or_default();
    let request = Request::get(url.as_str()).ok()?.allow(&Allow::parse(&allow).ok()?);
    Some((url.origin().ascii_serialization(), request))
}

/// How many seconds this clock is ahead of one that said `there`, asked between `before` and `after`. Whatever moment of that it was said
/// at, and of the second it was cut to, counts for us.
fn off(there: Timestamp, before: Timestamp, after: Timestamp) -> i64 {
    let ahead = before.duration_since(there.saturating_add(SignedDuration::from_secs(1)).unwrap_or(there)).as_secs();
    let behind = after.duration_since(there).as_secs();
    match () {
        () if ahead > 0 => ahead,
        () if behind < 0 => behind,
        () => 0,
    }
}

/// The one in the middle decides: one server may be wrong itself.
fn judged(mut offsets: Vec<i64>) -> Finding {
    offsets.sort_unstable();
    let Some(off) = offsets.get(offsets.len() / 2).copied() else {
        let what = "the clock could not be compared: no source was there that tells the time";
        return Finding::unknown(
            About::Clock,
            what,
            "with a wrong clock posts stand in the wrong minute and alerts come late",
        );
    };
    let way = if off > 0 { "ahead" } else { "behind" };
    let what = format!("the clock of this machine is {} s {way} (asked {} servers)", off.abs(), offsets.len());
    let why = "posts stand in the wrong minute, alerts come late, signed deliveries are refused";
    let todo = "let the machine set its clock by the network: `timedatectl set-ntp true`";
    match off.abs() {
        0..=OFF => Finding::good(About::Clock, format!("the clock agrees with {} servers", offsets.len())),
        ..=BROKEN => Finding::warning(About::Clock, what, why, todo),
        _ => Finding::broken(About::Clock, what, why, todo),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Severity;
    use super::*;

    #[test]
    fn a_clock_is_off_by_what_waiting_cannot_explain() {
        let at = |ms: i64| Timestamp::from_millisecond(1_772_409_600_000 + ms).unwrap();
        for (there, before, after, seconds) in
            [(0, 0, 200, 0), (0, 900, 3_000, 0), (0, 5_000, 9_000, 4), (60_000, 0, 8_000, -52), (7_000, 0, 8_000, 0)]
        {
            assert_eq!(off(at(there), at(before), at(after)), seconds, "{there} {before} {after}");
        }
    }

    #[test]
    fn the_middle_of_the_servers_decides() {
        for (offsets, severity) in [
            (vec![], Severity::Unknown),
            (vec![0, 9_000, 1], Severity::Good),
            (vec![-45, -40, 0], Severity::Warning),
            (vec![700, 699, 0], Severity::Broken),
            (vec![-241], Severity::Broken),
        ] {
            assert_eq!(judged(offsets.clone()).severity, severity, "{offsets:?}");
        }
    }
}
