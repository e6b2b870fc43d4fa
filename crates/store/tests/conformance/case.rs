//! Cases: numbered once a brand, written record after record over the last one seen, erased beside their log.

use crate::house::{House, on_both, t};
use domain::case::event::{CourseEvent, Event, Heat, Step};
use domain::case::{Actor, Capture, Entry, Record, Salt, Sealed, records};
use domain::id::{CaseId, OrganisationId};
use store::{Append, CaseNow, Error, NewMessage, Store};

/// A record that says how loud it is.
pub fn heard(organisation: OrganisationId, case: CaseId, last: Option<&Record>, by: Actor, heat: Heat) -> Vec<Record> {
    let entry = Entry { at: t(1), by, event: Event::Course(CourseEvent::Sensed { heat }) };
    records(organisation, case, last, &[entry]).unwrap()
}

pub fn append(expected: u32, records: Vec<Record>, step: Step) -> Append {
    let now = CaseNow { step, lead: None, due_at: Some(t(60)), heat: Heat::Notice };
    let (texts, captures, messages) = (Vec::new(), Vec::new(), Vec::new());
    let (erases, takes, leaves) = ((Vec::new(), Vec::new()), Vec::new(), Vec::new());
    Append { expected, records, texts, captures, erases, takes, leaves, now, messages }
}

/// A case of our brand with one record.
pub async fn open(store: &Store, house: &House) -> CaseId {
    let case = store.number_case(house.ours, house.brand, false, t(0)).await.unwrap();
    let first = heard(house.ours, case, None, Actor::House, Heat::Alert);
    store.append_to_case(house.ours, case, append(0, first, Step::Crisis), t(1)).await.unwrap();
    case
}

#[test]
fn a_brand_has_one_open_case_unless_somebody_wants_another_beside_it() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let case = store.number_case(house.ours, house.brand, false, t(0)).await.unwrap();
        assert_eq!(store.number_case(house.ours, house.brand, false, t(9)).await.unwrap(), case);
        assert_eq!(store.cases(house.ours, false, None, 9).await.unwrap(), [], "a number is no case yet");
        assert_eq!(store.open_case(house.ours, house.brand).await.unwrap(), None);
        assert_eq!(open(store, &house).await, case);
        let beside = store.number_case(house.ours, house.brand, true, t(2)).await.unwrap();
        assert_ne!(beside, case);
        let first = heard(house.ours, beside, None, Actor::Member(house.lea), Heat::Notice);
        store.append_to_case(house.ours, beside, append(0, first.clone(), Step::Closed), t(3)).await.unwrap();
        assert_eq!(store.open_case(house.ours, house.brand).await.unwrap().map(|file| file.id), Some(case));
        let all = store.cases(house.ours, false, None, 9).await.unwrap();
        assert_eq!(
            all.iter().map(|file| (file.id, file.step)).collect::<Vec<_>>(),
            [(beside, Step::Closed), (case, Step::Crisis)]
        );
        let open = store.cases(house.ours, true, None, 9).await.unwrap();
        assert_eq!(open.iter().map(|file| file.id).collect::<Vec<_>>(), [case]);
        let older = store.cases(house.ours, false, Some((all[0].moved_at, all[0].id)), 9).await.unwrap();
        assert_eq!(older, all[1..]);
        assert_eq!(store.cases_of_public(house.brand, 9).await.unwrap().len(), 2);
        // What is over comes back while another is the open one, and stays beside it.
        let again = heard(house.ours, beside, first.last(), Actor::House, Heat::Alert);
        store.append_to_case(house.ours, beside, append(1, again, Step::Paracrisis), t(4)).await.unwrap();
        assert_eq!(store.open_case(house.ours, house.brand).await.unwrap().map(|file| file.id), Some(case));
        // The open one ends: the next call has a number of its own.
        let log = store.case_records(house.ours, case, 0).await.unwrap();
        let end = heard(house.ours, case, log.last(), Actor::House, Heat::Calm);
        store.append_to_case(house.ours, case, append(1, end, Step::Dismissed), t(5)).await.unwrap();
        let next = store.number_case(house.ours, house.brand, false, t(6)).await.unwrap();
        assert!(next != case && next != beside);
    });
}

#[test]
fn records_follow_the_last_one_or_nothing_is_written() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let case = open(store, &house).await;
        let log = store.case_records(house.ours, case, 0).await.unwrap();
        let by = Actor::Member(house.lea);
        let text = Sealed { salt: Salt([3; 16]), text: "naïve 👩‍🍳 \u{200f}".to_owned() };
        let capture = Capture(*blake3::hash(b"raw \0 bytes").as_bytes());
        let message = NewMessage {
            key: "case-1".to_owned(),
            target: 1,
            person: house.lea,
            story: None,
            body: "{}".to_owned(),
            until: t(999),
            complaint: None,
        };
        let full = Append {
            texts: vec![text.clone()],
            captures: vec![(capture, b"raw \0 bytes".to_vec())],
            messages: vec![message],
            ..append(1, heard(house.ours, case, log.last(), by, Heat::Calm), Step::Crisis)
        };
        let before = store.dump().await.unwrap();
        let stale = Append { expected: 0, ..full.clone() };
        let elsewhere =
            Append { records: heard(house.theirs, case, None, by, Heat::Calm), expected: 1, ..full.clone() };
        let gap = Append { records: heard(house.ours, case, None, by, Heat::Calm), expected: 1, ..full.clone() };
        for wrong in [stale, elsewhere, gap] {
            let refused = store.append_to_case(house.ours, case, wrong, t(2)).await;
            assert!(matches!(refused, Err(Error::Conflict(_))), "{refused:?}");
        }
        assert_eq!(store.dump().await.unwrap(), before);
        store.append_to_case(house.ours, case, full.clone(), t(2)).await.unwrap();
        assert!(matches!(store.append_to_case(house.ours, case, full.clone(), t(3)).await, Err(Error::Conflict(_))));
        let log = store.case_records(house.ours, case, 0).await.unwrap();
        assert_eq!((log.len(), &log[1], log[1].reckoned()), (2, &full.records[0], full.records[0].hash));
        assert_eq!(store.case_records(house.ours, case, 1).await.unwrap(), log[1..]);
        assert_eq!(store.case_texts(house.ours, case).await.unwrap(), std::slice::from_ref(&text));
        assert_eq!(store.case_captures(house.ours, case).await.unwrap(), [(capture, t(2))]);
        assert_eq!(store.case_capture(house.ours, case, capture).await.unwrap(), b"raw \0 bytes");
        assert!(store.is_posted(house.lea, "case-1").await.unwrap());
        // Erased beside the log: the log stays as it is.
        let said = heard(house.ours, case, log.last(), by, Heat::Alert);
        let erases = (vec![text.reference()], vec![capture]);
        let erase = Append { erases: erases.clone(), ..append(2, said.clone(), Step::Crisis) };
        store.append_to_case(house.ours, case, erase, t(3)).await.unwrap();
        let again = Append { erases, ..append(3, heard(house.ours, case, said.last(), by, Heat::Calm), Step::Crisis) };
        store.append_to_case(house.ours, case, again, t(3)).await.unwrap();
        assert_eq!(store.case_texts(house.ours, case).await.unwrap(), []);
        assert!(matches!(store.case_capture(house.ours, case, capture).await, Err(Error::NotFound)));
        assert_eq!(store.case_records(house.ours, case, 0).await.unwrap()[..2], log);
    });
}

#[test]
fn a_case_is_due_until_it_is_put_off_and_what_was_seen_stays_seen() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let case = open(store, &house).await;
        let due =
            async |at| store.due_cases(t(at), 9).await.unwrap().into_iter().map(|file| file.id).collect::<Vec<_>>();
        assert_eq!((due(59).await, due(60).await), (vec![], vec![case]));
        store.put_off_case(house.ours, case, 1, Some(t(90))).await.unwrap();
        assert_eq!((due(89).await, due(90).await), (vec![], vec![case]));
        store.put_off_case(house.ours, case, 7, None).await.unwrap();
        assert_eq!(due(90).await, vec![case], "others wrote meanwhile");
        store.put_off_case(house.ours, case, 1, None).await.unwrap();
        assert_eq!(due(9_999).await, []);
        assert_eq!(store.case_seen(house.ours, case, house.lea).await.unwrap(), 0);
        for (version, seen) in [(3, 3), (2, 3), (5, 5)] {
            store.see_case(house.ours, case, house.lea, version, t(1)).await.unwrap();
            assert_eq!(store.case_seen(house.ours, case, house.lea).await.unwrap(), seen);
        }
    });
}
