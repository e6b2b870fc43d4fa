//! Scheduling tools, their channels, and the queue of a tool that pauses.

use crate::house::{House, on_both, t};
use domain::case::event::Thaw;
use domain::id::{CaseId, OrganisationId, ScheduledId, ToolId};
use domain::marketing::{Misfit, State};
use domain::publish::{Channel, Tool, Waiting};
use jiff::Timestamp;
use store::{Error, Given, NewTool, ScheduledFilter, ScheduledRow, Store};

const CASE: CaseId = CaseId(7);

fn minute(minutes: i64) -> Timestamp {
    t(60 * minutes)
}

fn channel(native: &str, client: Option<&str>) -> Channel {
    Channel {
        native: native.to_owned(),
        name: format!("Shop {native}"),
        platform: "bluesky".to_owned(),
        client: client.map(str::to_owned),
        disabled: native == "c3",
    }
}

pub fn new_tool(token: &str) -> NewTool {
    let (server, name) = ("https://postiz.example/api".to_owned(), "Postiz".to_owned());
    NewTool { kind: Tool::Postiz, server, name, token: token.to_owned() }
}

pub async fn tool_of(store: &Store, organisation: OrganisationId) -> (ToolId, Vec<Channel>) {
    let channels = vec![channel("c1", Some("Martin")), channel("c2", Some("Dunes")), channel("c3", None)];
    (store.add_tool(organisation, new_tool("unique-key"), &channels, t(0)).await.unwrap().id, channels)
}

#[test]
fn a_channel_of_a_key_is_one_organisations_or_nobodys() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let (tool, channels) = tool_of(store, house.ours).await;
        let row = store.tool(house.ours, tool).await.unwrap();
        assert!(!format!("{row:?}").contains("unique-key"));
        assert_eq!(
            (row.kind, row.checked_at, store.tools(house.ours).await.unwrap().len()),
            (Tool::Postiz, Some(t(0)), 1)
        );
        let listed = store.tool_channels(house.ours, tool).await.unwrap();
        let expected = [&channels[1], &channels[0], &channels[2]];
        assert_eq!(listed.iter().map(|(channel, _)| channel).collect::<Vec<_>>(), expected, "by client, then name");
        assert!(listed.iter().all(|(_, given)| *given == Given::Nobody));
        assert_eq!(store.accounts(house.ours).await.unwrap(), [], "nothing is touched before it is given");
        assert_eq!(store.channels_of_nobody(house.ours).await.unwrap(), 3);

        // One key serves two organisations, and each sees its own.
        let ours = store.give_channel(house.ours, tool, "c1", (house.ours, Some(house.brand)), t(1)).await.unwrap();
        let theirs = store.give_channel(house.ours, tool, "c2", (house.theirs, None), t(1)).await.unwrap();
        assert_eq!((ours.organisation, ours.brand, ours.tool), (house.ours, Some(house.brand), Some(tool)));
        assert_eq!(
            (theirs.organisation, theirs.token.as_str(), theirs.publishes()),
            (house.theirs, "unique-key", false)
        );
        assert_eq!(store.accounts(house.ours).await.unwrap().len(), 1);
        assert_eq!(store.accounts(house.theirs).await.unwrap().len(), 1);
        assert_eq!(store.channels_of_nobody(house.ours).await.unwrap(), 1);
        let again = store.give_channel(house.ours, tool, "c1", (house.ours, None), t(2)).await.unwrap();
        assert_eq!((again.id, again.brand), (ours.id, None));
        // A server that is made up lists ids that it has heard of: they are other channels, and take nothing from anybody.
        let fake = NewTool { server: "https://fake.example/api".to_owned(), ..new_tool("made-up") };
        let fake = store.add_tool(house.theirs, fake, &channels, t(2)).await.unwrap().id;
        let made_up = store.give_channel(house.theirs, fake, "c1", (house.theirs, None), t(2)).await.unwrap();
        assert!(made_up.id != ours.id && store.account(house.ours, ours.id).await.unwrap().server == ours.server);
        store.let_go_tool(house.theirs, fake, t(2)).await.unwrap();
        // The same key by another address is the same tool.
        let alias = NewTool { server: "https://10.0.0.7/api".to_owned(), ..new_tool("unique-key") };
        let alias = store.add_tool(house.theirs, alias, &channels, t(2)).await.unwrap().id;
        let taken = store.give_channel(house.theirs, alias, "c1", (house.theirs, None), t(2)).await;
        assert!(matches!(taken, Err(Error::Conflict(_))), "{taken:?}");
        store.let_go_tool(house.theirs, alias, t(2)).await.unwrap();
        // A second key of the same tool: what is given is taken, whoever asks.
        let other = new_tool("second");
        let other = store.add_tool(house.theirs, other, &channels, t(2)).await.unwrap().id;
        let taken = store.give_channel(house.theirs, other, "c1", (house.theirs, None), t(2)).await;
        let Err(Error::Conflict(why)) = taken else { panic!("{taken:?}") };
        assert!(!why.contains("ours") && !why.contains("Shop"), "{why}");
        let given = async |of, id| {
            let all = store.tool_channels(of, id).await.unwrap();
            all.into_iter().map(|(channel, given)| (channel.native, given)).collect::<Vec<_>>()
        };
        let to = |account, organisation| Given::To { account, organisation, brand: None };
        let named = |native: &str, given| (native.to_owned(), given);
        let expected = [
            named("c2", to(theirs.id, house.theirs)),
            named("c1", to(ours.id, house.ours)),
            named("c3", Given::Nobody),
        ];
        assert_eq!(given(house.ours, tool).await, expected);
        let expected = [named("c2", Given::Taken), named("c1", Given::Taken), named("c3", Given::Nobody)];
        assert_eq!(given(house.theirs, other).await, expected);
        let unknown = store.give_channel(house.ours, tool, "c9", (house.ours, None), t(2)).await;
        assert!(matches!(unknown, Err(Error::NotFound)), "only what was listed is given");

        // A new key is the accounts' too; what went wrong is said until it goes well.
        store.tool_checked(house.ours, tool, Err("status 401"), t(3)).await.unwrap();
        assert_eq!(store.tool(house.ours, tool).await.unwrap().problem.as_deref(), Some("status 401"));
        store.tool_checked(house.ours, tool, Ok((&channels[..2], Some("fresh"))), t(4)).await.unwrap();
        let row = store.tool(house.ours, tool).await.unwrap();
        assert_eq!((row.token.as_str(), row.problem, row.checked_at), ("fresh", None, Some(t(4))));
        assert_eq!(store.account(house.theirs, theirs.id).await.unwrap().token, "fresh");
        assert_eq!(given(house.ours, tool).await.len(), 2);

        store.leave_channel(house.ours, tool, "c1", t(5)).await.unwrap();
        assert_eq!(store.accounts(house.ours).await.unwrap(), []);
        assert!(matches!(store.leave_channel(house.ours, tool, "c1", t(5)).await, Err(Error::NotFound)));
        store.let_go_tool(house.ours, tool, t(6)).await.unwrap();
        assert_eq!(store.tools(house.ours).await.unwrap(), []);
        let gone = store.account(house.theirs, theirs.id).await.unwrap();
        assert_eq!((gone.token.as_str(), gone.gone_at), ("", Some(t(6))));
    });
}

fn waiting(native: &str, due: Timestamp, paused: bool) -> Waiting {
    let (native, text) = (native.to_owned(), format!("post {native}"));
    Waiting { native, due, paused, labels: Vec::new(), text, language: None, media: 0 }
}

#[test]
fn a_tool_that_pauses_holds_and_lets_go_by_state_and_the_date_is_its_own() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let (tool, _) = tool_of(store, house.ours).await;
        let account = store.give_channel(house.ours, tool, "c1", (house.ours, None), t(0)).await.unwrap().id;
        let see = async |queue: &[Waiting], at: Timestamp| {
            let moves = store.see_queue(house.ours, account, queue, minute(-60), at).await.unwrap();
            moves.into_iter().map(|row| row.native.unwrap()).collect::<Vec<_>>()
        };
        let of = async |native: &str| -> ScheduledRow {
            let all = store.scheduled_posts(house.ours, ScheduledFilter::default(), None, 99).await.unwrap();
            all.into_iter().find(|row| row.native.as_deref() == Some(native)).unwrap()
        };
        let told = async |native: &str, goes: Option<Timestamp>, at: Timestamp| {
            store.queue_moved(house.ours, of(native).await.id, Ok(goes), at).await.unwrap();
        };
        let thaw = async |id: ScheduledId, thaw, at| -> Result<State, Misfit> {
            let version = store.scheduled(house.ours, id).await.unwrap().version;
            store.thaw_scheduled(house.ours, id, version, thaw, at).await.unwrap().map(|row| row.state)
        };
        let safe = Waiting { labels: vec!["offer".into(), "Safety".into()], ..waiting("safe", minute(30), false) };
        let draft = waiting("draft", minute(40), true);
        let all = |near: bool, far: bool| {
            [waiting("near", minute(11), near), waiting("far", minute(600), far), safe.clone(), draft.clone()]
        };
        assert!(see(&all(false, false), minute(0)).await.is_empty());
        assert_eq!(store.waits_since(house.ours, account).await.unwrap(), Some(minute(11)));
        let allow = ["safety".to_owned()];
        store.freeze_accounts(house.ours, &[account], CASE, 1, &allow, minute(10)).await.unwrap();
        assert_eq!(see(&all(false, false), minute(10)).await, ["near", "far"], "not the kind let out, not the draft");
        assert_eq!((of("near").await.state, of("safe").await.state), (State::Holding, State::Queued));
        told("near", None, minute(10)).await;
        told("far", None, minute(10)).await;
        assert!(see(&all(true, true), minute(10)).await.is_empty());
        assert_eq!((of("near").await.state, of("far").await.state), (State::Holding, State::Held));
        see(&all(true, true), minute(14)).await;
        let near = of("near").await;
        assert_eq!(
            (near.state, near.reason.is_some()),
            (State::Held, true),
            "held, and somebody is to look at the channel"
        );
        // Let go in the tool under the lease: held again. Another date there is taken.
        assert_eq!(see(&all(true, false), minute(15)).await, ["far"]);
        told("far", None, minute(15)).await;
        let dated = [waiting("near", minute(90), true), waiting("far", minute(700), true), safe.clone()];
        assert!(see(&dated, minute(16)).await.is_empty());
        assert_eq!((of("near").await.due, of("far").await.due), (minute(90), minute(700)));
        assert_eq!(of("far").await.state, State::Held);

        // Let go here: at its own date alone, and told until it is so.
        let (near, far) = (of("near").await.id, of("far").await.id);
        assert_eq!(thaw(near, Thaw::AsItWas, minute(17)).await, Err(Misfit::Frozen));
        store.lift_freeze(house.ours, CASE, 1, minute(17)).await.unwrap();
        assert_eq!(thaw(near, Thaw::Reschedule(minute(95)), minute(17)).await, Err(Misfit::Elsewhere));
        assert_eq!(thaw(near, Thaw::AsItWas, minute(89)).await, Err(Misfit::Time), "it would go out at once");
        assert_eq!(thaw(near, Thaw::AsItWas, minute(17)).await, Ok(State::Queued));
        assert_eq!(see(&dated, minute(18)).await, ["near"]);
        store.queue_moved(house.ours, near, Err(("busy".to_owned(), Some(minute(19)))), minute(18)).await.unwrap();
        assert!(see(&dated, minute(18)).await.is_empty(), "it waits its turn");
        told("near", Some(minute(90)), minute(19)).await;
        let going = [waiting("near", minute(90), false), dated[1].clone(), safe.clone()];
        assert!(see(&going, minute(20)).await.is_empty());
        assert_eq!(of("near").await.state, State::Queued);
        // Made a draft there by somebody: nothing of it goes out by us.
        assert!(see(&dated, minute(21)).await.is_empty());
        assert_eq!((of("near").await.state, of("near").await.holder), (State::Held, None));
        // One that the tool cannot let go is held again, with the reason.
        assert_eq!(thaw(far, Thaw::AsItWas, minute(21)).await, Ok(State::Queued));
        store.queue_moved(house.ours, far, Err(("its date is past".to_owned(), None)), minute(22)).await.unwrap();
        assert_eq!((of("far").await.state, of("far").await.reason.as_deref()), (State::Held, Some("its date is past")));
        // Written anew is written there, and scheduled there it is on its way again.
        assert_eq!(thaw(near, Thaw::Rewrite, minute(22)).await, Ok(State::Draft));
        assert!(see(&going, minute(23)).await.is_empty());
        assert_eq!(of("near").await.state, State::Queued);

        // Undone in the middle: what the tool was told is not known, so it is told again.
        store.freeze_accounts(house.ours, &[account], CASE, 2, &allow, minute(24)).await.unwrap();
        let back = store.undo_freeze(house.ours, CASE, 2, minute(25)).await.unwrap();
        assert_eq!(back.iter().map(|row| row.id).collect::<Vec<_>>(), [near]);
        assert_eq!(see(&dated, minute(26)).await, ["near"]);
        // What is older than what was listed is not gone for that.
        let none = store.see_queue(house.ours, account, &[], minute(100), minute(101)).await.unwrap();
        assert!(none.is_empty());
        assert_eq!((of("near").await.state, of("far").await.state), (State::Queued, State::Gone));
    });
}

#[test]
fn a_channel_that_is_left_alone_shows_its_posts_so_and_has_them_again() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let (tool, _) = tool_of(store, house.ours).await;
        let account = store.give_channel(house.ours, tool, "c1", (house.ours, None), t(0)).await.unwrap().id;
        let see = async |queue: &[Waiting], at: Timestamp| {
            store.see_queue(house.ours, account, queue, minute(-60), at).await.unwrap();
        };
        let states = async || {
            let all = store.scheduled_posts(house.ours, ScheduledFilter::default(), None, 99).await.unwrap();
            all.into_iter().map(|row| (row.native.unwrap(), row.state)).collect::<Vec<_>>()
        };
        let named = |all: &[(&str, State)]| all.iter().map(|(n, s)| ((*n).to_owned(), *s)).collect::<Vec<_>>();
        let leave = async |at| store.leave_channel(house.ours, tool, "c1", at).await;
        let queue = [waiting("a", minute(60), false), waiting("b", minute(70), false), waiting("c", minute(80), false)];
        see(&queue, minute(0)).await;
        store.freeze_accounts(house.ours, &[account], CASE, 1, &[], minute(1)).await.unwrap();
        for native in ["a", "b", "c"] {
            let all = store.scheduled_posts(house.ours, ScheduledFilter::default(), None, 99).await.unwrap();
            let id = all.iter().find(|row| row.native.as_deref() == Some(native)).unwrap().id;
            store.queue_moved(house.ours, id, Ok(None), minute(1)).await.unwrap();
        }
        let drafts = [waiting("a", minute(60), true), waiting("b", minute(70), true), waiting("c", minute(80), true)];
        see(&drafts, minute(2)).await;
        // What a case holds there would stay a draft for ever: not left before each is decided on, nor with the whole tool.
        assert!(matches!(leave(minute(3)).await, Err(Error::Conflict(_))));
        assert!(matches!(store.let_go_tool(house.ours, tool, minute(3)).await, Err(Error::Conflict(_))));
        assert!(matches!(store.let_go_account(house.ours, account, minute(3)).await, Err(Error::Conflict(_))));
        assert_eq!(store.tools(house.ours).await.unwrap().len(), 1);
        store.lift_freeze(house.ours, CASE, 1, minute(4)).await.unwrap();
        for (native, thaw) in [("a", Thaw::AsItWas), ("b", Thaw::AsItWas), ("c", Thaw::Withdraw)] {
            let all = store.scheduled_posts(house.ours, ScheduledFilter::default(), None, 99).await.unwrap();
            let row = all.iter().find(|row| row.native.as_deref() == Some(native)).unwrap();
            store.thaw_scheduled(house.ours, row.id, row.version, thaw, minute(5)).await.unwrap().unwrap();
            if native == "a" {
                assert!(matches!(leave(minute(5)).await, Err(Error::Conflict(_))), "its tool does not know yet");
            }
            if thaw == Thaw::AsItWas {
                store.queue_moved(house.ours, row.id, Ok(Some(row.due)), minute(5)).await.unwrap();
            }
        }
        leave(minute(6)).await.unwrap();
        assert_eq!(
            states().await,
            named(&[("a", State::Left), ("b", State::Left), ("c", State::Withdrawn)]),
            "neither gone nor ours to hold"
        );

        // Given again it is the same account: what goes out there goes out, what was made a draft meanwhile waits for somebody, what is there no more is gone.
        let again = store.give_channel(house.ours, tool, "c1", (house.ours, None), minute(7)).await.unwrap();
        assert_eq!((again.id, again.gone_at, again.token.as_str()), (account, None, "unique-key"));
        see(&[waiting("a", minute(60), false), waiting("b", minute(75), true)], minute(8)).await;
        assert_eq!(states().await, named(&[("a", State::Queued), ("b", State::Held), ("c", State::Gone)]));
        leave(minute(9)).await.unwrap();
        // Left with a draft of somebody's, and given again while a case holds it: what goes out there is held.
        assert!(states().await.contains(&("b".to_owned(), State::Left)));
        store.give_channel(house.ours, tool, "c1", (house.ours, None), minute(10)).await.unwrap();
        store.freeze_accounts(house.ours, &[account], CASE, 2, &[], minute(10)).await.unwrap();
        see(&[waiting("a", minute(60), false), waiting("b", minute(75), false)], minute(11)).await;
        let held = [("a", State::Holding), ("b", State::Holding), ("c", State::Gone)];
        assert_eq!(states().await, named(&held));
    });
}

#[test]
fn the_kinds_of_a_post_are_read_at_each_sight() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let (tool, _) = tool_of(store, house.ours).await;
        let account = store.give_channel(house.ours, tool, "c1", (house.ours, None), t(0)).await.unwrap().id;
        let seen = async |kinds: &[&str], at: Timestamp| -> (Option<String>, State) {
            let labels = kinds.iter().map(|kind| (*kind).to_owned()).collect();
            let queue = [Waiting { labels, ..waiting("a", minute(60), false) }];
            store.see_queue(house.ours, account, &queue, minute(-60), at).await.unwrap();
            let row = store.scheduled_posts(house.ours, ScheduledFilter::default(), None, 9).await.unwrap().remove(0);
            (row.label, row.state)
        };
        let said = |label: &str, state| (Some(label.to_owned()), state);
        store.freeze_accounts(house.ours, &[account], CASE, 1, &["safety".to_owned()], minute(1)).await.unwrap();
        assert_eq!(seen(&["Safety"], minute(2)).await, said("Safety", State::Queued), "let out by its kind");
        // The mark is taken away there: nothing lets it out any more.
        assert_eq!(seen(&[], minute(3)).await, (None, State::Holding));
        assert_eq!(seen(&["Offer"], minute(4)).await, said("Offer", State::Holding));
        // What somebody says here stands until it changes there; what is held is held until somebody decides.
        let row = store.scheduled_posts(house.ours, ScheduledFilter::default(), None, 9).await.unwrap().remove(0);
        store.label_scheduled(house.ours, row.id, row.version, Some("opening hours")).await.unwrap();
        assert_eq!(seen(&["Offer"], minute(5)).await, said("opening hours", State::Holding));
        assert_eq!(seen(&["Safety"], minute(6)).await, said("Safety", State::Holding));
    });
}
