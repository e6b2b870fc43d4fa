//! The first text of a crisis, over every plan that ships: it can be asked for at once, and says nothing that somebody guessed.

use crate::rig::Rig;
use domain::case::{Command, Refusal};
use domain::organisation::Role;
use domain::plan::{Kind, shipped};
use text::Language;
use vigie_engine::case::{CaseError, crisis, room};

#[tokio::test]
async fn the_first_text_of_each_plan_that_ships_can_be_asked_for() {
    // A client's lies over its agency's.
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Client) {
        for language in [Language::Fr, Language::En, Language::Fy, Language::Nl] {
            let text = shipped(kind, language).unwrap();
            for (hurt, scenario) in [(false, None), (true, None), (true, Some("injury"))] {
                let rig = Rig::planned(text).await;
                let scenario = scenario.map(str::to_owned);
                let alarm = vigie_engine::case::Alarm { hurt, scenario, ..rig.alarm("tap-1") };
                let by = (rig.anna, Role::Owner);
                let case = crisis(&rig.waking, rig.organisation, by, &alarm).await.unwrap().case;
                let now = room(&rig.waking.world, rig.organisation, case).await.unwrap();
                assert!(!now.state.drafts.is_empty());
                for (draft, found) in &now.state.drafts {
                    let said = now.text(found.wording.text).unwrap();
                    let at = format!("{kind:?} {language:?} hurt {hurt}: {said}");
                    assert_eq!(found.wording.blanks, 0, "{at}");
                    // Nobody named it: the words are no plan's.
                    assert!(alarm.scenario.is_some() || found.wording.prepared.is_none(), "{at}");
                    let submit = Command::Submit { draft: *draft, binding: found.binding, despite: None };
                    let came = rig.by(rig.anna, case, submit).await;
                    let stands = matches!(came, Err(CaseError::Refused(Refusal::Blank | Refusal::Stopped(_))));
                    assert!(!stands, "{at}: {came:?}");
                }
            }
        }
    }
}
