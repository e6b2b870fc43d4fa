//! `vigie signal dossier`, and what `signal show` says of who acts together.

use crate::output;
use anyhow::Context;
use domain::assess::{Company, Judged, Part, ReviewBurst, ReviewEvidence, Sign};
use domain::organisation::Organisation;
use engine::world::World;
use jiff::Timestamp;
use words::company::{burst, evidence, kind, seldom, sign, unseen};
use words::{Locale, Words};

/// Prints the dossier of a signal.
pub async fn run(world: &World, organisation: &Organisation, id: &str, as_json: bool) -> anyhow::Result<()> {
    let row = world.store.signal(organisation.id, id).await.with_context(|| format!("signal `{id}`"))?;
    let now = world.clock.now();
    let dossier = engine::dossier::of_signal(world, &row, now).await?;
    if as_json {
        return output::json(&serde_json::json!({ "id": row.id, "dossier": dossier }));
    }
    let words = speaks(now);
    let Some(dossier) = dossier else { return Ok(output::line(words.say("dossier-none"))?) };
    for line in whole(&words, &dossier.burst) {
        output::line(line)?;
    }
    for part in [Part::Alike, Part::Own, Part::Open] {
        let of: Vec<&Judged> = dossier.reviews.iter().filter(|review| review.part == part).collect();
        let id = match part {
            Part::Alike => "dossier-alike",
            Part::Own => "dossier-own",
            Part::Open => "dossier-open",
        };
        output::line(words.count(id, of.len() as i64))?;
        for review in of {
            output::line(one(&words, review))?;
        }
    }
    Ok(output::line(words.say("company-hypothesis"))?)
}

fn one(words: &Words, review: &Judged) -> String {
    let stars = review.stars.map_or("?".to_owned(), |stars| stars.to_string());
    let said = |id: &str, of: &[ReviewEvidence]| {
        let told: Vec<String> = of.iter().map(|one| evidence(words, one)).collect();
        if told.is_empty() { String::new() } else { format!("\t{}: {}", words.say(id), told.join(", ")) }
    };
    let (for_it, against) = (&review.evidence_for, &review.evidence_against);
    let (plus, minus) = (said("dossier-for", for_it), said("dossier-against", against));
    let open = said("dossier-unknown", &review.unknown);
    format!("  {}\t{}\t{stars}/5{plus}{minus}{open}", review.mention, review.at)
}

/// Who acts together, line by line.
pub fn company(found: &Company, now: Timestamp) -> Vec<String> {
    let words = speaks(now);
    let share = found.share.map(|share| [("share", words.percent(share).into())]);
    let mut lines =
        vec![share.map_or_else(|| words.say("company-share-unknown"), |share| words.tell("company-share", &share))];
    lines.extend(found.reviews.iter().flat_map(|found| whole(&words, found)));
    for group in &found.groups {
        let seldom = words.count("company-one-in", group.one_in);
        lines.push(format!("{}. {seldom}", words.count("company-group", group.accounts)));
        lines.extend(signs(&words, &group.signs_for, &group.signs_against));
        for shared in &group.shared {
            let mentions: Vec<String> = shared.mentions.iter().map(ToString::to_string).collect();
            let what = kind(&words, shared.kind);
            lines.push(format!("  {what}: {} ({}; mentions {})", shared.accounts, shared.first, mentions.join(", ")));
        }
    }
    if !found.groups.is_empty() || found.reviews.is_some() {
        lines.push(words.say("company-hypothesis"));
    }
    lines.extend(found.unseen.iter().map(|what| format!("  ? {}", unseen(&words, what))));
    lines
}

fn whole(words: &Words, found: &ReviewBurst) -> Vec<String> {
    let mut lines: Vec<String> = [burst(words, found)].into_iter().chain(seldom(words, found)).collect();
    lines.extend(signs(words, &found.signs_for, &found.signs_against));
    lines
}

fn signs<'a>(words: &'a Words, plus: &'a [Sign], minus: &'a [Sign]) -> impl Iterator<Item = String> + 'a {
    let plus = plus.iter().map(|one| format!("  + {}", sign(words, one)));
    plus.chain(minus.iter().map(|one| format!("  - {}", sign(words, one))))
}

/// The command line speaks English.
fn speaks(now: Timestamp) -> Words {
    Words::new(Locale::En, "UTC", now)
}
