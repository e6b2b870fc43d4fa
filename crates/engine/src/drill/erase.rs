//! Somebody is erased from the kept drills in which they had a seat, or that they led or noted something of: their name in who played whom,
//! in the reviews and in the notes; what anybody typed that holds it; that they led, noted or showed something.
//!
//! A kept folder still verifies: of its files only `texts.jsonl` is touched, whole lines of it. Whatever else is in it names people by numbers.

use super::Chair;
use crate::EngineError;
use crate::world::World;
use domain::id::{OrganisationId, PersonId};
use domain::practice::Kept;
use serde_json::Value;
use store::DrillTexts;

/// What stands where a name stood.
pub const NOBODY: &str = "–";
/// The file of a kept case with what people typed; a line of it that is gone is a text that was erased, and the log is whole without it.
const TYPED: &str = "texts.jsonl";
/// Takes names out of a kept page where it says who did something, and texts that are gone, whole: whoever made the page knows how it is written.
pub type Reviewed = fn(page: &str, names: &[String], gone: &[String]) -> String;

/// Erases somebody who is or was in the team from the kept drills of the organisation that they were in. Answers how many these were.
/// A drill that is still played is not touched: it is erased once it is over.
///
/// # Errors
/// [`store::Error::NotFound`] for who was never in the team; the store's.
pub async fn erase(
    world: &World,
    organisation: OrganisationId,
    person: PersonId,
    reviewed: Reviewed,
) -> Result<i64, EngineError> {
    let team = world.store.team(organisation).await?;
    let (who, _) = team.into_iter().find(|(one, _)| one.id == person).ok_or(store::Error::NotFound)?;
    let (mut after, mut erased) = (0, 0);
    while let Some(kept) = world.store.drill_texts(organisation, after).await? {
        after = kept.id;
        if let Some(without) = without(&kept, (person, &who.name), reviewed)? {
            world.store.erase_in_drill(organisation, &without, Some(person)).await?;
            erased += 1;
        }
    }
    Ok(erased)
}

/// What is written down of a drill, without somebody: by the name that they have, and the one that they played under. `None`: they were not in it.
///
/// # Errors
/// [`EngineError::State`] for what cannot be written as JSON.
pub fn without(
    kept: &DrillTexts,
    (person, name): (PersonId, &str),
    reviewed: Reviewed,
) -> Result<Option<DrillTexts>, EngineError> {
    let mut chairs: Vec<Chair> = serde_json::from_str(&kept.seats).unwrap_or_default();
    let mut shown: Option<Kept> = serde_json::from_str(&kept.shown).ok();
    let showed = shown.as_mut().and_then(|shown| shown.shown.remove(&person)).is_some();
    let (mut sat, mut called) = (false, vec![name.to_owned()]);
    for chair in chairs.iter_mut().filter(|chair| chair.person == Some(person.0)) {
        sat = true;
        chair.person = None;
        called.extend(chair.player.replace(NOBODY.to_owned()));
    }
    if !sat && !showed && !kept.by.contains(&person) {
        return Ok(None);
    }
    let names = spellings(&called);
    let seats = if sat { serde_json::to_string(&chairs)? } else { kept.seats.clone() };
    let shown = if showed { serde_json::to_string(&shown)? } else { kept.shown.clone() };
    let mut report: Value = serde_json::from_str(&kept.report).unwrap_or_default();
    let report =
        if scrub(&mut report, &names, reviewed) { serde_json::to_string(&report)? } else { kept.report.clone() };
    let notes = kept.notes.iter().map(|(number, text)| (*number, cleaned(text, &names))).collect();
    Ok(Some(DrillTexts { id: kept.id, seats, report, shown, notes, by: kept.by.clone() }))
}

/// How names may be written in a text, the longest first: as they are, and as JSON escapes them, for a text can itself be JSON.
fn spellings(called: &[String]) -> Vec<String> {
    let quoted = |name: &str| {
        let quoted = Value::from(name).to_string();
        quoted[1..quoted.len() - 1].to_owned()
    };
    let mut names: Vec<String> = Vec::new();
    for name in called.iter().filter(|name| !name.trim().is_empty() && name.trim() != NOBODY) {
        names.extend([name.clone(), name.trim().to_owned(), quoted(name.trim())]);
    }
    names.sort_unstable_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    names.dedup();
    names
}

/// Takes names out of the cases of a report: texts that hold one go from the folder and from the review, whole. Answers whether anything changed.
fn scrub(report: &mut Value, names: &[String], reviewed: Reviewed) -> bool {
    let mut changed = false;
    for case in report.get_mut("cases").and_then(Value::as_array_mut).into_iter().flatten() {
        let mut gone: Vec<String> = Vec::new();
        if let Some(Value::String(typed)) = case.get_mut("folder").and_then(|folder| folder.get_mut(TYPED)) {
            let (with, without): (Vec<&str>, Vec<&str>) = typed.split_inclusive('\n').partition(|line| {
                let text = text_of(line);
                cleaned(&text, names) != text
            });
            gone.extend(with.into_iter().map(text_of));
            let without = without.concat();
            changed |= !gone.is_empty();
            *typed = without;
        }
        if let Some(Value::String(review)) = case.get_mut("review") {
            let without = reviewed(review, names, &gone);
            changed |= without != *review;
            *review = without;
        }
    }
    changed
}

/// The text that a line of the typed texts keeps; of what cannot be read, the line.
pub fn text_of(line: &str) -> String {
    let read: Option<Value> = serde_json::from_str(line).ok();
    read.and_then(|line| Some(line.get("text")?.as_str()?.to_owned())).unwrap_or_else(|| line.to_owned())
}

/// A text without names.
fn cleaned(text: &str, names: &[String]) -> String {
    names.iter().fold(text.to_owned(), |text, name| replaced(&text, name))
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
