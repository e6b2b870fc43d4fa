//! Drills that people played.

use crate::house::{House, on_both, t};
use store::{DrillEnd, DrillNote, DrillRow, DrillShown, DrillTexts, Error, NewDrill, Store};

pub fn new_drill(house: &House) -> NewDrill {
    NewDrill {
        pack: "grave-post".to_owned(),
        title: "One post".to_owned(),
        seed: 7,
        seats: "{}".to_owned(),
        person: house.lea,
    }
}

pub fn note(house: &House, text: &str) -> DrillNote {
    DrillNote { person: Some(house.lea), at: t(3), played_at: t(9), text: text.to_owned() }
}

pub fn ended() -> DrillEnd {
    DrillEnd {
        ended: "finished".to_owned(),
        score: Some(92),
        report: r#"{"a":1}"#.to_owned(),
        shown: r#"{"b":2}"#.to_owned(),
    }
}

#[test]
fn a_drill_is_begun_noted_ended_once_and_found_again() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let id = store.begin_drill(house.ours, &new_drill(&house), t(0)).await.unwrap();
        let other = store.begin_drill(house.theirs, &new_drill(&house), t(5)).await.unwrap();
        store.heard_drill(house.ours, id, t(2)).await.unwrap();
        store.seat_drill(house.ours, id, "[1]").await.unwrap();
        store.note_drill(house.ours, id, &note(&house, "One")).await.unwrap();
        store.note_drill(house.ours, id, &DrillNote { person: None, ..note(&house, "Two") }).await.unwrap();
        let row = DrillRow {
            id,
            pack: "grave-post".to_owned(),
            title: "One post".to_owned(),
            seed: 7,
            seats: "[1]".to_owned(),
            person: Some(house.lea),
            started_at: t(0),
            heard_at: t(2),
            ended_at: None,
            ended: String::new(),
            score: None,
        };
        assert_eq!(store.drill(house.ours, id).await.unwrap(), (row.clone(), String::new()));
        store.end_drill(house.ours, id, &ended(), t(8)).await.unwrap();
        for again in [
            store.end_drill(house.ours, id, &ended(), t(9)).await,
            store.heard_drill(house.ours, id, t(9)).await,
            store.seat_drill(house.ours, id, "[2]").await,
        ] {
            assert!(matches!(again, Err(Error::NotFound)), "it is over");
        }
        let over = DrillRow { ended_at: Some(t(8)), ended: "finished".to_owned(), score: Some(92), ..row };
        assert_eq!(store.drill(house.ours, id).await.unwrap(), (over.clone(), r#"{"a":1}"#.to_owned()));
        let later = store.begin_drill(house.ours, &new_drill(&house), t(6)).await.unwrap();
        let listed = store.drills(house.ours, 9).await.unwrap();
        assert_eq!(listed.iter().map(|one| one.id).collect::<Vec<_>>(), [later, id]);
        assert_eq!(listed[1], over);
        assert_eq!(store.drills(house.theirs, 9).await.unwrap()[0].id, other);
        let notes = store.drill_notes(house.ours, id).await.unwrap();
        assert_eq!(notes, [note(&house, "One"), DrillNote { person: None, ..note(&house, "Two") }]);
    });
}

#[test]
fn what_people_showed_is_kept_for_as_long_as_it_holds() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        for (began, ends) in [(0, 4), (1, 8), (2, 6)] {
            let id = store.begin_drill(house.ours, &new_drill(&house), t(began)).await.unwrap();
            let shown = if ends == 6 { String::new() } else { format!("{{\"at\":{ends}}}") };
            store.end_drill(house.ours, id, &DrillEnd { shown, ..ended() }, t(ends)).await.unwrap();
        }
        store.begin_drill(house.ours, &new_drill(&house), t(9)).await.unwrap();
        let told =
            |at: i64| DrillShown { pack: "grave-post".to_owned(), ended_at: t(at), shown: format!("{{\"at\":{at}}}") };
        assert_eq!(
            store.drills_shown(house.ours, t(0)).await.unwrap(),
            [told(8), told(4)],
            "none of which nobody knows"
        );
        assert_eq!(store.drills_shown(house.ours, t(5)).await.unwrap(), [told(8)]);
        assert_eq!(store.drills_shown(house.theirs, t(0)).await.unwrap(), []);
    });
}

#[test]
fn who_is_erased_from_a_drill_is_nowhere_in_it() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let new = NewDrill { seats: r#"["Zoé Quimper"]"#.to_owned(), ..new_drill(&house) };
        let id = store.begin_drill(house.ours, &new, t(0)).await.unwrap();
        store.note_drill(house.ours, id, &note(&house, "Zoé Quimper was fast")).await.unwrap();
        store.note_drill(house.ours, id, &note(&house, "Two")).await.unwrap();
        assert_eq!(store.drill_texts(house.ours, 0).await.unwrap(), None, "it is played still");
        let report = r#"{"review":"Zoé Quimper"}"#.to_owned();
        store.end_drill(house.ours, id, &DrillEnd { report, ..ended() }, t(8)).await.unwrap();
        let found = store.drill_texts(house.ours, 0).await.unwrap().unwrap();
        assert_eq!((found.id, found.notes.len(), found.shown.as_str()), (id, 2, r#"{"b":2}"#));
        assert_eq!(found.by, [house.lea], "who led it, and noted it");
        assert!(found.report.contains("Quimper") && found.seats.contains("Quimper"));
        let clean = DrillTexts {
            seats: r#"["owner"]"#.to_owned(),
            report: r#"{"review":"owner"}"#.to_owned(),
            notes: vec![(1, "owner was fast".to_owned())],
            ..found
        };
        assert!(matches!(store.erase_in_drill(house.theirs, &clean, None).await, Err(Error::NotFound)));
        store.erase_in_drill(house.ours, &clean, Some(house.lea)).await.unwrap();
        let (row, _) = store.drill(house.ours, id).await.unwrap();
        assert_eq!(row.person, None, "nor who led it");
        let notes = store.drill_notes(house.ours, id).await.unwrap();
        let notes: Vec<_> = notes.iter().map(|note| (note.person, note.text.as_str())).collect();
        assert_eq!(notes, [(None, "owner was fast"), (None, "Two")]);
        assert!(!store.dump().await.unwrap().contains("Quimper"));
        assert_eq!(store.drill_texts(house.ours, id).await.unwrap(), None, "there is no other");
    });
}
