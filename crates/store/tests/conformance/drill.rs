//! Drills that people played.

use crate::house::{House, on_both, t};
use store::{DrillEnd, DrillNote, DrillRow, Error, NewDrill, Store};

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
    DrillEnd { ended: "finished".to_owned(), score: Some(92), report: r#"{"a":1}"#.to_owned() }
}

#[test]
fn a_drill_is_begun_noted_ended_once_and_found_again() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let id = store.begin_drill(house.ours, &new_drill(&house), t(0)).await.unwrap();
        let other = store.begin_drill(house.theirs, &new_drill(&house), t(5)).await.unwrap();
        store.heard_drill(house.ours, id, t(2)).await.unwrap();
        store.note_drill(house.ours, id, &note(&house, "One")).await.unwrap();
        store.note_drill(house.ours, id, &DrillNote { person: None, ..note(&house, "Two") }).await.unwrap();
        let row = DrillRow {
            id,
            pack: "grave-post".to_owned(),
            title: "One post".to_owned(),
            seed: 7,
            seats: "{}".to_owned(),
            person: Some(house.lea),
            started_at: t(0),
            heard_at: t(2),
            ended_at: None,
            ended: String::new(),
            score: None,
        };
        assert_eq!(store.drill(house.ours, id).await.unwrap(), (row.clone(), String::new()));
        store.end_drill(house.ours, id, &ended(), t(8)).await.unwrap();
        for again in
            [store.end_drill(house.ours, id, &ended(), t(9)).await, store.heard_drill(house.ours, id, t(9)).await]
        {
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
