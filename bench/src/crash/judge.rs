//! Compares what the peers served with what can be read back.

use crate::hook::Sent;
use crate::post;
use crate::victim::Victim;
use anyhow::Context;
use domain::counter::Series;
use std::collections::{BTreeMap, BTreeSet};

/// What became of what the peers served.
#[derive(Debug, Default)]
pub struct Verdict {
    pub stored: usize,
    pub feed_served: usize,
    pub feed_lost: Vec<String>,
    pub hook_acknowledged: usize,
    pub hook_lost: Vec<String>,
    /// Stored twice: by serial, or by the source's own id.
    pub duplicate: Vec<String>,
    /// Stored and never served whole nor acknowledged: a peer cannot have a post we do not know.
    pub strange: Vec<String>,
    pub mentions: i64,
    pub counted: i64,
}

impl Verdict {
    pub fn is_clean(&self) -> bool {
        let faults = [&self.feed_lost, &self.hook_lost, &self.duplicate, &self.strange];
        faults.iter().all(|list| list.is_empty())
            && self.mentions == self.counted
            && usize::try_from(self.mentions).is_ok_and(|mentions| mentions == self.stored)
    }
}

/// Reads back with `vigie export` and from the counters.
pub fn judge(victim: &Victim, served: Vec<String>, sent: &Sent) -> anyhow::Result<Verdict> {
    let exported = victim.ask(&["export"])?;
    let (mentions, counted) = counted(&victim.store())?;
    compare(&exported, served, &sent.acknowledged).map(|verdict| Verdict { mentions, counted, ..verdict })
}

fn compare(exported: &str, served: Vec<String>, acknowledged: &[String]) -> anyhow::Result<Verdict> {
    let mut serials: BTreeMap<String, usize> = BTreeMap::new();
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    for line in exported.lines() {
        let post: serde_json::Value = serde_json::from_str(line).context("the export cannot be read")?;
        let field = |name: &str| post[name].as_str().unwrap_or_default();
        let serial = post::serial(field("text")).with_context(|| format!("a post without a serial number: {line}"))?;
        *serials.entry(serial.to_owned()).or_default() += 1;
        *ids.entry(format!("{} {}", field("source_kind"), field("native_id"))).or_default() += 1;
    }
    let known: BTreeSet<&String> = served.iter().chain(acknowledged).collect();
    let missing = |wanted: &[String]| wanted.iter().filter(|serial| !serials.contains_key(*serial)).cloned().collect();
    let twice = serials.iter().chain(&ids).filter(|(_, n)| **n > 1).map(|(what, _)| what.clone());
    Ok(Verdict {
        stored: serials.values().sum(),
        feed_served: served.len(),
        feed_lost: missing(&served),
        hook_acknowledged: acknowledged.len(),
        hook_lost: missing(acknowledged),
        duplicate: twice.collect(),
        strange: serials.keys().filter(|serial| !known.contains(serial)).cloned().collect(),
        mentions: 0,
        counted: 0,
    })
}

/// Mentions, and the sum of the minute counters.
fn counted(address: &str) -> anyhow::Result<(i64, i64)> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let store = store::Store::open(address).await?;
        let mut sum = 0;
        for organisation in store.organisations().await? {
            for brand in store.brands(organisation.id).await? {
                let Some(first) = store.first_minute(organisation.id, brand.id, Series::Mentions).await? else {
                    continue;
                };
                let until = domain::counter::minute(jiff::Timestamp::now()) + 1;
                let counts = store.counts(organisation.id, brand.id, Series::Mentions, first, until).await?;
                sum += counts.iter().map(|(_, n)| n).sum::<i64>();
            }
        }
        let mentions = store.counts_of_rows().await?.mentions;
        store.close().await;
        Ok((mentions, sum))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(id: &str, serial: &str) -> String {
        format!("{{\"source_kind\":\"feed\",\"native_id\":\"{id}\",\"text\":\"Dune {serial}\"}}\n")
    }

    #[test]
    fn what_is_lost_twice_or_strange_is_told() {
        let exported = [line("1", "f000001x"), line("2", "f000001x"), line("2", "w000009x")].concat();
        let served = ["f000001x", "f000002x"].map(str::to_owned).to_vec();
        let verdict = compare(&exported, served, &["w000003x".to_owned()]).unwrap();
        assert_eq!(verdict.feed_lost, ["f000002x"]);
        assert_eq!(verdict.hook_lost, ["w000003x"]);
        assert_eq!(verdict.duplicate, ["f000001x", "feed 2"]);
        assert_eq!(verdict.strange, ["w000009x"]);
        assert!(!verdict.is_clean());
        let clean = compare(&line("1", "f000001x"), vec!["f000001x".to_owned()], &[]).unwrap();
        assert!(!clean.is_clean(), "a post without its mention");
        assert!(Verdict { mentions: 1, counted: 1, ..clean }.is_clean());
    }
}
