//! How a kept review is written, and so how somebody is erased from it; in what order that happens is the engine's.

use super::told;
use crate::error::Failure;
use crate::untrusted;
use domain::id::{OrganisationId, PersonId};
use engine::drill::NOBODY;
use engine::world::World;

/// What stands around whatever people typed, in a page: see [`untrusted::text`].
const AROUND: (&str, &str) = ("<bdi dir=\"auto\">", "</bdi>");

/// Erases somebody who is or was in the team from the kept drills of the organisation that they were in. Answers how many these were.
///
/// # Errors
/// [`Failure::NotFound`] for who was never in the team; the store's.
pub async fn erase(world: &World, organisation: OrganisationId, person: PersonId) -> Result<i64, Failure> {
    engine::drill::erase(world, organisation, person, reviewed).await.map_err(told)
}

/// A kept review without names where it says who did something, and without texts that are gone.
fn reviewed(review: &str, names: &[String], gone: &[String]) -> String {
    let did = |who: &str| format!("<td>{}</td><td>{}", untrusted::text(who), AROUND.0);
    let page = names.iter().fold(review.to_owned(), |page, name| page.replace(&did(name), &did(NOBODY)));
    let gone: Vec<String> = gone.iter().map(|text| untrusted::text(text).to_string()).collect();
    let gone: Vec<&str> = gone.iter().filter_map(|text| text.strip_prefix(AROUND.0)?.strip_suffix(AROUND.1)).collect();
    // A long text is cut where it is shown.
    let is_gone = |shown: &str| {
        let begun = shown.strip_suffix('…').filter(|begun| !begun.is_empty());
        gone.iter().any(|text| *text == shown || begun.is_some_and(|begun| text.starts_with(begun)))
    };
    let (mut out, mut rest) = (String::with_capacity(page.len()), page.as_str());
    while let Some((before, opened)) = rest.split_once(AROUND.0) {
        let Some((shown, after)) = opened.split_once(AROUND.1) else { break };
        out.extend([before, AROUND.0]);
        match shown.split_once(": ") {
            _ if is_gone(shown) => out.push_str(NOBODY),
            // A measure is its number, then its text.
            Some((what, text)) if is_gone(text) => out.extend([what, ": ", NOBODY]),
            _ => out.push_str(shown),
        }
        out.push_str(AROUND.1);
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::super::keep::files_of;
    use super::*;
    use domain::case::event::{Entry, Event, HotWash, LessonEvent};
    use domain::case::{Actor, Folder, Key, Salt, Sealed, lay_beside, lay_out, records, verify};
    use domain::id::CaseId;
    use domain::practice::Kept;
    use domain::training::Part;
    use engine::drill::{Chair, text_of, without};
    use jiff::Timestamp;
    use serde_json::Value;
    use std::collections::{BTreeMap, BTreeSet};
    use store::DrillTexts;

    fn chair(seat: &str, person: Option<i64>, player: Option<&str>) -> Chair {
        let (seat, name) = (seat.to_owned(), "Jo Martin".to_owned());
        Chair { seat, name, roles: vec![], person, player: player.map(str::to_owned), member: Some(7), joined: None }
    }

    /// A folder of a case in which these texts were typed.
    fn folder(texts: &[&str]) -> BTreeMap<String, String> {
        let (organisation, case, seed) = (OrganisationId(1), CaseId(1), [7; 32]);
        let sealed: Vec<Sealed> =
            (1..).zip(texts).map(|(n, text)| Sealed { salt: Salt([n; 16]), text: (*text).to_owned() }).collect();
        let entry = |(n, text): (usize, &Sealed)| {
            let key = Key::new(&format!("note-{n}")).expect("a key");
            let event: Event = LessonEvent::Answered { key, question: HotWash::Missing, text: text.reference() }.into();
            Entry { at: Timestamp::UNIX_EPOCH, by: Actor::Member(PersonId(1)), event }
        };
        let entries: Vec<Entry> = sealed.iter().enumerate().map(entry).collect();
        let log = records(organisation, case, None, &entries).expect("records");
        let bare = lay_out(organisation, case, &log, &sealed, Vec::new(), &seed).expect("a folder");
        let beside = BTreeMap::from([("review.json".to_owned(), b"{\"note\":\"note\",\"by\":5}".to_vec())]);
        files_of(&lay_beside(bare, beside, &seed).expect("a folder"))
    }

    fn verifies(files: &Value) -> bool {
        let mut beside: BTreeMap<String, Vec<u8>> = serde_json::from_value::<BTreeMap<String, String>>(files.clone())
            .expect("files")
            .into_iter()
            .map(|(name, text)| (name, text.into_bytes()))
            .collect();
        let mut take = |name: &str| beside.remove(name).expect("a file");
        let (manifest, events, texts) = (take("manifest.json"), take("events.jsonl"), take("texts.jsonl"));
        verify(&Folder { manifest, events, texts, captures: Vec::new(), beside }, None, None).is_ok()
    }

    fn kept(seats: &[Chair], name: &str, texts: &[&str]) -> DrillTexts {
        let shows = |text: &str| untrusted::text(text).to_string();
        let typed: String = texts.iter().map(|text| format!("<blockquote>{}</blockquote>", shows(text))).collect();
        let who = format!("<td>{}</td><td>{}</td>", shows(name), shows("note: 5"));
        let report = serde_json::json!({
            "note": { "by": "note", "score": 5 },
            "cases": [{ "case": 5, "review": format!("<td class=\"note\">5</td>{who}{typed}"), "folder": folder(texts) }],
        });
        let shown = BTreeMap::from([3, 4].map(|id| (PersonId(id), BTreeSet::from([Part::Spot]))));
        DrillTexts {
            id: 1,
            seats: serde_json::to_string(seats).expect("seats"),
            report: report.to_string(),
            shown: serde_json::to_string(&Kept { shown, ..Kept::default() }).expect("shown"),
            notes: vec![(1, format!("ANN was late; {name} too.")), (2, "Zoé wrote it".to_owned())],
            by: vec![],
        }
    }

    #[test]
    fn who_is_erased_is_nowhere_and_everybody_else_is_where_they_were() {
        for name in ["Ann O'Hara", "note", "by", "respond", "5", "legal", "Ann \"A\" \\ Hara"] {
            let (says, longer) = (format!("{name} says so"), format!("x{name}s, and it was so"));
            let seats = [chair("owner", Some(3), Some(name)), chair("friend", Some(4), Some("Zoé"))];
            let was = kept(&seats, name, &[says.as_str(), longer.as_str(), "it burns"]);
            let now =
                without(&was, (PersonId(3), "Ann Married"), reviewed).expect("it is written").expect("they were in it");
            let chairs: Vec<Chair> = serde_json::from_str(&now.seats).expect("seats");
            assert_eq!(chairs, [chair("owner", None, Some(NOBODY)), chair("friend", Some(4), Some("Zoé"))]);
            assert_eq!(now.notes, [(1, "ANN was late; – too.".to_owned()), (2, "Zoé wrote it".to_owned())]);
            let shown: Kept = serde_json::from_str(&now.shown).expect("shown");
            assert_eq!(shown.shown.keys().collect::<Vec<_>>(), [&PersonId(4)]);
            // What they typed it in is erased, and nothing else: a longer word that holds it is somebody else's.
            let [before, report]: [Value; 2] =
                [&was.report, &now.report].map(|text| serde_json::from_str(text).expect("a report"));
            assert_eq!(report["note"], before["note"], "{name}");
            let (old, new) = (&before["cases"][0]["folder"], &report["cases"][0]["folder"]);
            assert!(verifies(old) && verifies(new), "{name}");
            let typed = |files: &Value| -> BTreeSet<String> {
                files["texts.jsonl"].as_str().expect("texts").lines().map(text_of).collect()
            };
            assert_eq!(typed(new), BTreeSet::from([longer.clone(), "it burns".to_owned()]), "{name}");
            let shows = |text: &str| untrusted::text(text).to_string();
            let review = report["cases"][0]["review"].as_str().expect("a review");
            let expected = format!(
                "<td class=\"note\">5</td><td>{0}</td><td>{1}</td><blockquote>{0}</blockquote><blockquote>{2}</blockquote>\
                 <blockquote>{3}</blockquote>",
                shows(NOBODY),
                shows("note: 5"),
                shows(&longer),
                shows("it burns"),
            );
            assert_eq!(review, expected);
            assert_eq!(
                without(&now, (PersonId(3), "Ann Married"), reviewed).expect("it is read"),
                None,
                "twice is once"
            );
        }
    }

    #[test]
    fn a_drill_of_others_is_left_as_it_is_and_a_text_in_a_measure_goes() {
        let was = kept(&[chair("friend", Some(4), Some("Zoé"))], "Zoé", &["Ann Married says so"]);
        assert_eq!(
            without(&was, (PersonId(9), "Ann Married"), reviewed).expect("it is read"),
            None,
            "they did not play"
        );
        let led = DrillTexts { by: vec![PersonId(9)], ..was };
        let now = without(&led, (PersonId(9), "Ann Married"), reviewed).expect("it is written").expect("they led it");
        assert!(now.report.contains("Zoé") && !now.report.contains("Ann Married"), "{}", now.report);
        let shows = |text: &str| untrusted::text(text).to_string();
        let long = "W".repeat(7_000);
        for text in ["Ann <Married> calls", long.as_str()] {
            let page = reviewed(&shows(&format!("measure 1: {text}")), &[], &[text.to_owned()]);
            assert_eq!(page, shows("measure 1: –"));
        }
    }
}
