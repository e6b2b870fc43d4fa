//! Somebody is erased from the drills that are kept: their name in who played whom, in the reviews and in the notes; what they typed it in; that they led, noted
//! or showed something.

use super::Chair;
use crate::error::Failure;
use crate::html::escape;
use domain::id::{OrganisationId, PersonId};
use domain::practice::Kept;
use engine::world::World;
use serde_json::Value;
use store::DrillTexts;

/// What stands where a name stood.
const NOBODY: &str = "–";
/// The file of a kept case with what people typed; a line of it that is gone is a text that was erased, and the log is whole without it.
const TYPED: &str = "texts.jsonl";

/// Erases somebody who is or was in the team from every kept drill of the organisation. Answers in how many they were found. A drill that is still played is
/// not touched: it is erased once it is over.
///
/// # Errors
/// [`Failure::NotFound`] for who was never in the team; the store's.
pub async fn erase(world: &World, organisation: OrganisationId, person: PersonId) -> Result<i64, Failure> {
    let team = world.store.team(organisation).await?;
    let (who, _) = team.into_iter().find(|(one, _)| one.id == person).ok_or(Failure::NotFound)?;
    let (mut after, mut erased) = (0, 0);
    while let Some(kept) = world.store.drill_texts(organisation, after).await? {
        after = kept.id;
        let without = without(&kept, person, &who.name)?;
        if without != kept || kept.by.contains(&person) {
            world.store.erase_in_drill(organisation, &without, Some(person)).await?;
            erased += 1;
        }
    }
    Ok(erased)
}

/// What is written down of a drill, without somebody: by the name that they have, and the one that they played under.
fn without(kept: &DrillTexts, person: PersonId, name: &str) -> Result<DrillTexts, Failure> {
    let mut chairs: Vec<Chair> = serde_json::from_str(&kept.seats).unwrap_or_default();
    let mut names = vec![name.trim().to_owned()];
    for chair in chairs.iter_mut().filter(|chair| chair.person == Some(person.0)) {
        chair.person = None;
        names.extend(chair.player.replace(NOBODY.to_owned()).map(|name| name.trim().to_owned()));
    }
    names.extend(names.clone().iter().map(|name| escape(name)));
    names.retain(|name| !name.is_empty() && name != NOBODY);
    names.sort_unstable_by_key(|name| std::cmp::Reverse(name.len()));
    names.dedup();
    let clean = |text: &str| names.iter().fold(text.to_owned(), |text, name| replaced(&text, name));
    let seats = if chairs.is_empty() { clean(&kept.seats) } else { written(&chairs)? };
    let report = match serde_json::from_str::<Value>(&kept.report) {
        Ok(mut report) => {
            scrub(&mut report, &clean);
            let same = serde_json::from_str::<Value>(&kept.report).is_ok_and(|was| was == report);
            if same { kept.report.clone() } else { written(&report)? }
        }
        Err(_) => clean(&kept.report),
    };
    let mut shown: Option<Kept> = serde_json::from_str(&kept.shown).ok();
    let showed = shown.as_mut().and_then(|shown| shown.shown.remove(&person)).is_some();
    let shown = if showed { written(&shown)? } else { kept.shown.clone() };
    let notes = kept.notes.iter().map(|(number, text)| (*number, clean(text))).collect();
    let was: Vec<Chair> = serde_json::from_str(&kept.seats).unwrap_or_default();
    let seats = if was == chairs && !chairs.is_empty() { kept.seats.clone() } else { seats };
    Ok(DrillTexts { id: kept.id, seats, report, shown, notes, by: kept.by.clone() })
}

fn written(value: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|error| Failure::Ours(error.to_string()))
}

/// Every text in a report; of what people typed, whole lines go.
fn scrub(value: &mut Value, clean: &impl Fn(&str) -> String) {
    match value {
        Value::String(text) => *text = clean(text),
        Value::Array(values) => values.iter_mut().for_each(|value| scrub(value, clean)),
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(typed) if key == TYPED => {
                        *typed = typed.split_inclusive('\n').filter(|line| clean(line) == **line).collect();
                    }
                    value => scrub(value, clean),
                }
            }
        }
        _ => {}
    }
}

/// A text without a name, where it stands as a word of its own.
fn replaced(text: &str, name: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find(name) {
        let (before, after) = (&rest[..at], &rest[at + name.len()..]);
        let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        out.push_str(before);
        let stands =
            !joins(before.chars().next_back().or_else(|| out.chars().next_back())) && !joins(after.chars().next());
        out.push_str(if stands { NOBODY } else { name });
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::training::Part;
    use std::collections::{BTreeMap, BTreeSet};

    fn chair(seat: &str, person: Option<i64>, player: Option<&str>) -> Chair {
        let (seat, name) = (seat.to_owned(), "Jo Martin".to_owned());
        Chair { seat, name, roles: vec![], person, player: player.map(str::to_owned) }
    }

    fn kept(seats: &[Chair]) -> DrillTexts {
        let folder = "{\"ref\":\"1\",\"text\":\"Ann O'Hara says so\"}\n{\"ref\":\"2\",\"text\":\"Joann O'Haras\"}\n";
        let report = serde_json::json!({
            "outcome": { "score": 1 },
            "cases": [{ "review": "<td>Ann O&#39;Hara</td><td>Zoé</td>", "folder": { "texts.jsonl": folder, "events.jsonl": "{}\n" } }],
        });
        let shown = BTreeMap::from([3, 4].map(|id| (PersonId(id), BTreeSet::from([Part::Spot]))));
        DrillTexts {
            id: 1,
            seats: serde_json::to_string(seats).expect("seats"),
            report: report.to_string(),
            shown: serde_json::to_string(&Kept { shown, ..Kept::default() }).expect("shown"),
            notes: vec![(1, "ANN was late; Ann O'Hara too.".to_owned()), (2, "Zoé wrote it".to_owned())],
            by: vec![],
        }
    }

    #[test]
    fn who_is_erased_is_nowhere_and_everybody_else_is_where_they_were() {
        let was = kept(&[chair("owner", Some(3), Some("Ann O'Hara")), chair("friend", Some(4), Some("Zoé"))]);
        let now = without(&was, PersonId(3), "Ann Married").expect("it is read");
        for text in [&now.seats, &now.report, &now.shown, &now.notes[0].1] {
            assert!(!text.contains("Ann O'Hara") && !text.contains("Ann O&#39;Hara"), "{text}");
        }
        let chairs: Vec<Chair> = serde_json::from_str(&now.seats).expect("seats");
        assert_eq!(chairs, [chair("owner", None, Some(NOBODY)), chair("friend", Some(4), Some("Zoé"))]);
        let report: Value = serde_json::from_str(&now.report).expect("a report");
        assert_eq!(report["cases"][0]["review"], "<td>–</td><td>Zoé</td>");
        // What they typed it in is erased; a longer word that begins so is somebody else's.
        let typed = report["cases"][0]["folder"]["texts.jsonl"].as_str().expect("texts");
        assert_eq!(typed, "{\"ref\":\"2\",\"text\":\"Joann O'Haras\"}\n");
        assert_eq!(report["outcome"]["score"], 1);
        assert_eq!(now.notes, [(1, "ANN was late; – too.".to_owned()), (2, "Zoé wrote it".to_owned())]);
        let shown: Kept = serde_json::from_str(&now.shown).expect("shown");
        assert_eq!(shown.shown.keys().collect::<Vec<_>>(), [&PersonId(4)]);
        assert_eq!(without(&now, PersonId(3), "Ann Married").expect("it is read"), now, "twice is once");
        let other = without(&was, PersonId(9), "Nobody Here").expect("it is read");
        assert_eq!(other, was, "who did not play is looked for by name, and is not there");
    }
}
