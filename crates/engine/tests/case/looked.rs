//! Whoever only looks reads what was written since, and sees what the log says.

use crate::rig::{Rig, key};
use domain::case::Command;
use domain::case::event::Visibility;
use std::sync::Arc;
use std::time::Instant;
use vigie_engine::case::{Said, folded, room, seal};

#[tokio::test]
#[expect(clippy::disallowed_methods, reason = "the figure is printed, and nothing is asserted of it")]
async fn what_is_kept_of_a_log_is_what_the_log_says_and_is_read_once() {
    let mut rig = Rig::kept("looked").await;
    let case = rig.open().await;
    let other = Rig::shop().await;
    other.open().await;
    let world = &rig.waking.world;
    let file = async || rig.waking.world.store.case(rig.organisation, case).await.unwrap();
    let first = folded(world, &file().await).await.unwrap();
    for n in 0..400 {
        let mut said = Said::default();
        let text = said.say(seal(world, &format!("note {n}")).unwrap());
        let note =
            Command::Note { key: key(&format!("n{n}")), text, visibility: Visibility::Internal, mentions: vec![] };
        rig.said(rig.anna, case, &said, note).await.unwrap();
        if n % 50 == 0 {
            let (seen, log) =
                (folded(world, &file().await).await.unwrap(), room(world, rig.organisation, case).await.unwrap());
            assert_eq!((&seen.state, seen.first), (&log.state, log.records[0].hash), "after {n}");
        }
    }
    let seen = folded(world, &file().await).await.unwrap();
    assert!(seen.state.version >= first.state.version + 400);
    // Nothing was written: the very same is shown, and one log is kept. Another world knows nothing of it.
    assert!(Arc::ptr_eq(&seen, &folded(world, &file().await).await.unwrap()));
    assert_eq!(world.folds.kept(), (1, u64::from(seen.state.version)));
    assert_eq!(other.waking.world.folds.kept(), (0, 0));

    // A board of fifty such cases, looked at once.
    let from = Instant::now();
    for _ in 0..50 {
        room(world, rig.organisation, case).await.unwrap();
    }
    let (whole, file) = (from.elapsed(), file().await);
    let from = Instant::now();
    for _ in 0..50 {
        folded(world, &file).await.unwrap();
    }
    println!("50 logs of {} records: {whole:?} read whole, {:?} kept", seen.state.version, from.elapsed());

    // Another process folds it anew.
    let before = rig.waking.world.folds.clone();
    rig.restart().await;
    let world = &rig.waking.world;
    let again = folded(world, &world.store.case(rig.organisation, case).await.unwrap()).await.unwrap();
    assert!(before.kept().0 == 1 && again.state == seen.state && !Arc::ptr_eq(&again, &seen));
}
