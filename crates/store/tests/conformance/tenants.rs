//! Each function that takes an organisation, called with another organisation's ids: not found, and nothing changed.

use crate::account::{account_of, new_account};
use crate::case::{append, heard, open};
use crate::complaint::{by_mail, channel, complaint, open_channel, saying};
use crate::drill::{ended, new_drill, note};
use crate::house::{House, batch, new_brand, new_person, new_source, on_both, post, t};
use crate::policy::policy;
use crate::scheduled::new_scheduled;
use crate::ticks::{settlement, signal};
use crate::tool::{new_tool, tool_of};
use domain::assess::{Reported, Subject};
use domain::brand::{Brand, BrandQuery};
use domain::case::event::{Heat, Step, Thaw};
use domain::case::{Actor, Capture};
use domain::complaint::{Act, Mail};
use domain::counter::Series;
use domain::id::{CaseId, MentionId, OrganisationId};
use domain::mention::Sees;
use domain::organisation::{Membership, Role};
use domain::signal::{Budget, Verdict};
use domain::source::Source;
use store::{
    ComplaintFilter, Confirmation, DrillTexts, Error, MentionFilter, NewAccount, NewScheduled, NewSource, PlanVersion,
    Result, Rewritten, Said, ScheduledFilter, SignalFilter, Store,
};

fn refused<T>(name: &str, answer: Result<T>) {
    assert!(matches!(answer, Err(Error::NotFound)), "{name}: {:?}", answer.err());
}

#[test]
fn another_organisations_ids_are_not_found() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let ids = store.commit(batch(house.feed, vec![house.item(post("1", "lantern", 0))])).await.unwrap().mentions;
        let mut raised = settlement(None);
        raised.raise = vec![signal(&house, "s1")];
        store.settle(house.ours, house.brand, raised).await.unwrap();
        let token = store.create_token(house.ours, house.lea, "phone", [1; 32], t(0)).await.unwrap();
        let channel_source = open_channel(store, &house).await.source;
        let by_mail = store::NewComplaint { by_mail: Some(by_mail(1)), ..complaint(&house, 7, None) };
        let (filed, _) = store.file_complaint(house.ours, by_mail, t(0)).await.unwrap();
        store.add_complaint_reply(house.ours, filed, &[3; 32], t(1)).await.unwrap();
        let case = open(store, &house).await;
        let staff = store.add_staff_link(house.ours, "kitchen", [9; 32], None, t(0)).await.unwrap();
        let public = policy("Ours");
        store.publish_policy(house.ours, house.brand, "ours", &public, (None, t(0))).await.unwrap();
        let trained = store.add_training(&[9; 32], "Zoé", (1, 1, "spot"), t(0)).await.unwrap();
        let drill = store.begin_drill(house.ours, &new_drill(&house), t(0)).await.unwrap();
        store.set_calendar_link(house.ours, house.lea, [7; 32], t(0)).await.unwrap();
        let account = account_of(store, house.ours, "1").await;
        store.freeze_accounts(house.ours, &[account], CaseId(1), 1, &[], t(0)).await.unwrap();
        let post = store.schedule(house.ours, new_scheduled(account, t(99)), t(0)).await.unwrap();
        let waiting = post.id;
        let (tool, channels) = tool_of(store, house.ours).await;
        let before = store.dump().await.unwrap();
        let (them, brand, feed) = (house.theirs, house.brand, house.feed);

        refused("brand", store.brand(them, brand).await);
        let ours = store.brand(house.ours, brand).await.unwrap();
        refused("update_brand", store.update_brand(&Brand { organisation: them, ..ours }).await);
        refused("create_query", store.create_query(them, brand, "n", "t").await);
        refused("update_query", store.update_query(&BrandQuery { organisation: them, ..house.query.clone() }).await);
        refused("delete_query", store.delete_query(them, house.query.id).await);
        refused(
            "create_source",
            store.create_source(NewSource { brand: Some(brand), ..new_source(Some(them), "n") }, t(0)).await,
        );
        let source = store.source(house.ours, feed).await.unwrap();
        refused("update_source", store.update_source(&Source { organisation: Some(them), ..source.clone() }).await);
        refused(
            "update_source to the house",
            store.update_source(&Source { organisation: None, ..source.clone() }).await,
        );
        refused(
            "update_source to their brand",
            store.update_source(&Source { brand: Some(house.their_brand), ..source }).await,
        );
        refused("source", store.source(them, feed).await);
        refused("quarantine", store.quarantine(them, feed, None, 9).await);
        refused("quarantine_count", store.quarantine_count(them, feed).await);
        refused("gaps", store.gaps(them, feed, t(0)).await);
        refused("counts", store.counts(them, brand, Series::Mentions, 0, 9).await);
        refused("first_minute", store.first_minute(them, brand, Series::Mentions).await);
        refused("fresh_minutes", store.fresh_minutes(them, brand, 0, 9).await);
        refused("articles", store.articles(them, brand, t(0), t(9)).await);
        refused("grave_mentions", store.grave_mentions(them, brand, (t(0), MentionId(0)), 9).await);
        refused("grave_mentions_within", store.grave_mentions_within(them, brand, t(0), t(9), 9).await);
        refused("window", store.window(them, brand, t(0), t(9), 9).await);
        refused("past_posts", store.past_posts(them, brand, t(0), None, 9).await);
        refused("marks", store.marks(them, brand, t(0), t(9), 9).await);
        refused("settle", store.settle(them, brand, settlement(None)).await);
        refused("detectors", store.detectors(them, brand).await);
        refused("signal", store.signal(them, "s1").await);
        refused(
            "signals",
            store.signals(them, SignalFilter { brand: Some(brand), ..SignalFilter::default() }, 9).await,
        );
        refused(
            "signals_beyond",
            store
                .signals_beyond(
                    them,
                    SignalFilter { brand: Some(brand), ..SignalFilter::default() },
                    Some((t(0), "s")),
                    9,
                )
                .await,
        );
        let figure = Reported::new(Subject::Calls, 3, "", house.anna, t(0)).unwrap();
        refused("report_figure", store.report_figure(them, "s1", &figure).await);
        refused("report_figure by a stranger", store.report_figure(house.ours, "s1", &figure).await);
        refused("reported", store.reported(them, "s1").await);
        refused("say_severity", store.say_severity(them, "s1", None, "", house.anna, t(0)).await);
        refused("say_severity by a stranger", store.say_severity(house.ours, "s1", None, "", house.anna, t(0)).await);
        refused("said_severity", store.said_severity(them, "s1").await);
        refused("past_ratings", store.past_ratings(them, brand, t(0), t(9), 9).await);
        refused("witnesses", store.witnesses(them, brand, t(0), t(9), 9).await);
        refused("witnesses_before", store.witnesses_before(them, brand, t(0), t(9), 9).await);
        refused("label_signal", store.label_signal(them, "s1", Verdict::Dismissed, "", house.anna, t(0)).await);
        refused(
            "label_signal by a stranger",
            store.label_signal(house.ours, "s1", Verdict::Dismissed, "", house.anna, t(0)).await,
        );
        refused("mention", store.mention(them, ids[0]).await);
        refused("mention_for", store.mention_for(them, ids[0], Sees::All).await);
        refused(
            "mentions",
            store.mentions(them, &MentionFilter { brand: Some(brand), ..MentionFilter::default() }, None, 9).await,
        );
        refused("raw", store.raw(them, ids[0]).await);
        refused("query_hits", store.query_hits(them, brand).await);
        refused("engagement_series", store.engagement_series(them, ids[0]).await);
        refused("set_handled", store.set_handled(them, &ids, Some(house.anna), t(0)).await);
        refused("set_handled by a stranger", store.set_handled(house.ours, &ids, Some(house.anna), t(0)).await);
        refused("assign", store.assign(them, &ids, None, t(0)).await);
        let of_brand = MentionFilter { brand: Some(brand), ..MentionFilter::default() };
        refused("count_mentions", store.count_mentions(them, &of_brand, 9).await);
        refused("open_mentions", store.open_mentions(them, brand, 9).await);
        refused("counted", store.counted(them, brand, Series::Mentions, 0, 9).await);
        refused("stored_after", store.stored_after(them, brand, None).await);
        assert_eq!(store.own_mentions(them, &ids).await.unwrap(), []);
        let (texts, authors) = store.erased_mentions(them, &ids).await.unwrap();
        assert!(texts.is_empty() && authors.is_empty());
        assert_eq!(store.stock(them).await.unwrap().posts, 0);
        assert_eq!(store.held_posts(Some(them), t(9_999), None, 9).await.unwrap(), []);
        assert_eq!(store.erasures(Some(them), 9).await.unwrap(), []);
        assert_eq!(store.retention(them).await.unwrap(), None);
        refused("erase_in_signal", store.erase_in_signal(them, "s1", "{}").await);
        let said = Said { budget: Budget::default(), by_labels: false, person: None, at: t(0) };
        refused("say_budget", store.say_budget(them, brand, &said).await);
        let by_anna = Said { person: Some(house.anna), ..said };
        refused("say_budget by a stranger", store.say_budget(house.ours, brand, &by_anna).await);
        refused("said_budgets", store.said_budgets(them, brand, 9).await);
        assert!(store.budgets(them).await.unwrap().iter().all(|(id, _)| *id != brand));
        let version =
            PlanVersion { version: 1, text: "x".into(), why: String::new(), person: Some(house.anna), at: t(0) };
        refused("keep_plan by a stranger", store.keep_plan(house.ours, 0, &version).await);
        assert_eq!(store.plan(them).await.unwrap(), None);
        refused("set_channel", store.set_channel(them, &channel(&house, channel_source, "ours")).await);
        refused("set_channel by their source", store.set_channel(house.ours, &channel(&house, feed, "ours")).await);
        refused("channel", store.channel(them, brand).await);
        assert_eq!(store.channels(them).await.unwrap(), []);
        refused("number_case", store.number_case(them, brand, false, t(1)).await);
        refused("number_everyday", store.number_everyday(them, ids[0], t(1)).await);
        assert_eq!(store.everyday(them, ids[0]).await.unwrap(), None);
        assert_eq!(store.answering(them, ids[0]).await.unwrap(), None);
        assert_eq!(store.erased_everyday(them, domain::id::CaseId(0), 9).await.unwrap(), []);
        refused("case", store.case(them, case).await);
        refused("open_case", store.open_case(them, brand).await);
        assert_eq!(store.cases(them, false, None, 9).await.unwrap(), []);
        refused("case_records", store.case_records(them, case, 0).await);
        refused("case_texts", store.case_texts(them, case).await);
        refused("case_captures", store.case_captures(them, case).await);
        refused("case_capture", store.case_capture(them, case, Capture([0; 32])).await);
        refused("case_seen", store.case_seen(them, case, house.anna).await);
        refused("see_case", store.see_case(them, case, house.anna, 1, t(1)).await);
        refused("see_case by a stranger", store.see_case(house.ours, case, house.anna, 1, t(1)).await);
        refused("put_off_case", store.put_off_case(them, case, 1, None).await);
        let more = heard(them, case, None, Actor::House, Heat::Calm);
        refused("append_to_case", store.append_to_case(them, case, append(0, more, Step::Crisis), t(1)).await);
        refused("publish_policy", store.publish_policy(them, brand, "x", &public, (None, t(0))).await);
        let by = (Some(house.anna), t(0));
        refused("publish_policy by a stranger", store.publish_policy(house.ours, brand, "ours", &public, by).await);
        refused("withdraw_policy", store.withdraw_policy(them, brand).await);
        refused("policies", store.policies(them, brand, 9).await);
        refused("erase_training", store.erase_training(them, trained).await);
        refused("heard_drill", store.heard_drill(them, drill, t(1)).await);
        refused("seat_drill", store.seat_drill(them, drill, "[]").await);
        refused("note_drill", store.note_drill(them, drill, &note(&house, "n")).await);
        refused("end_drill", store.end_drill(them, drill, &ended(), t(1)).await);
        refused("drill", store.drill(them, drill).await);
        refused("drill_notes", store.drill_notes(them, drill).await);
        assert_eq!(store.drills_shown(them, t(0)).await.unwrap(), []);
        assert_eq!(store.drill_texts(them, 0).await.unwrap(), None);
        let empty = String::new;
        let (seats, report, shown) = (empty(), empty(), empty());
        let erased = DrillTexts { id: drill, seats, report, shown, notes: vec![], by: vec![] };
        refused("erase_in_drill", store.erase_in_drill(them, &erased, Some(house.lea)).await);
        refused("withdraw_calendar_link", store.withdraw_calendar_link(them, house.lea).await);
        assert_eq!(store.calendar_link(them, house.lea).await.unwrap(), None);
        refused("set_calendar_link of a stranger", store.set_calendar_link(them, house.lea, [8; 32], t(0)).await);
        assert_eq!(store.calendar_of(&[7; 32], t(1)).await.unwrap().unwrap().0, house.ours, "of whom it is");
        assert_eq!(store.drills(them, 9).await.unwrap(), []);
        assert_eq!(store.trainings(them, 9).await.unwrap(), []);
        refused("file_complaint", store.file_complaint(them, complaint(&house, 9, None), t(1)).await.map(|_| ()));
        refused("complaint", store.complaint(them, filed).await);
        refused("complaint_file", store.complaint_file(them, filed, 1).await);
        let of_brand = ComplaintFilter { brand: Some(brand), ..ComplaintFilter::default() };
        refused("complaints", store.complaints(them, of_brand, None, 9).await);
        assert_eq!(store.complaints(them, ComplaintFilter::default(), None, 9).await.unwrap(), []);
        assert_eq!(store.complaint_counts(them).await.unwrap(), store::ComplaintCounts::default());
        assert_eq!(store.complaint_of(them, ids[0]).await.unwrap(), None);
        refused("complaint_mails", store.complaint_mails(them, filed).await);
        refused("complaint_bytes", store.complaint_bytes(them, brand, t(0)).await);
        refused("say_in_complaint", store.say_in_complaint(them, filed, saying(Act::Said, None, "x"), t(1)).await);
        let by_anna = saying(Act::Said, Some(house.anna), "x");
        refused("say_in_complaint by a stranger", store.say_in_complaint(house.ours, filed, by_anna, t(1)).await);
        refused("assign_complaint", store.assign_complaint(them, filed, None, t(1)).await);
        refused(
            "assign_complaint to a stranger",
            store.assign_complaint(house.ours, filed, Some(house.anna), t(1)).await,
        );
        refused("let_go_complaint", store.let_go_complaint(them, filed, t(1)).await);
        refused("let_in_complaint", store.let_in_complaint(them, filed, t(1)).await);
        refused("set_complaint_mention", store.set_complaint_mention(them, filed, Some(ids[0]), "1").await);
        refused("add_complaint_link", store.add_complaint_link(them, filed, &[9; 32], t(1)).await);
        refused("complaint_mail", store.complaint_mail(them, filed, 1).await);
        assert!(!store.is_mail_taken(them, &[1; 32]).await.unwrap());
        refused("add_complaint_reply", store.add_complaint_reply(them, filed, &[3; 32], t(1)).await);
        assert_eq!(store.complaint_by_reply(them, &[[3; 32]]).await.unwrap(), None);
        refused("set_complaint_mail", store.set_complaint_mail(them, filed, Mail::Stopped).await);
        refused("erase_held_complaints", store.erase_held_complaints(them, brand, t(9_999)).await);
        refused("summary", store.summary(them, brand, t(0), t(9)).await);
        let lea = Membership::from(Role::Owner);
        refused("change_membership", store.change_membership(them, house.lea, lea, lea).await);
        refused("remove_membership", store.remove_membership(them, house.lea, t(0)).await);
        refused("revoke_token", store.revoke_token(them, token).await);
        refused("create_token", store.create_token(them, house.lea, "n", [2; 32], t(0)).await);

        let said = Confirmation { person: house.lea, contact: "06".into(), at: t(0) };
        refused("confirm by a stranger", store.confirm(them, &said).await);
        refused("rehearse by a stranger", store.rehearse(them, "x", Some(house.lea), t(0)).await);
        let link = store.add_staff_link(them, "x", [8; 32], Some(house.lea), t(0)).await;
        refused("add_staff_link by a stranger", link);
        refused("withdraw_staff_link", store.withdraw_staff_link(them, staff).await);

        refused("account", store.account(them, account).await);
        let to_brand = NewAccount { brand: Some(brand), ..new_account("2") };
        refused("add_account to their brand", store.add_account(them, to_brand, t(1)).await);
        refused("account_checked", store.account_checked(them, account, None, t(1)).await);
        let told = store::CampaignTold { key: "pause-1-1".into(), at: t(1), answer: "yes".into() };
        refused("campaign_told", store.campaign_told(them, account, &told, true, None).await);
        refused("let_go_account", store.let_go_account(them, account, t(1)).await);
        refused("leases", store.leases(them, account).await);
        refused("freeze_accounts", store.freeze_accounts(them, &[account], CaseId(2), 1, &[], t(1)).await);
        refused("lift_freeze", store.lift_freeze(them, CaseId(1), 1, t(1)).await);
        refused("undo_freeze", store.undo_freeze(them, CaseId(1), 1, t(1)).await);
        refused("schedule", store.schedule(them, new_scheduled(account, t(9)), t(1)).await);
        let by_anna = NewScheduled { person: Some(house.anna), ..new_scheduled(account, t(9)) };
        refused("schedule by a stranger", store.schedule(house.ours, by_anna, t(1)).await);
        refused("scheduled", store.scheduled(them, waiting).await);
        let new = Rewritten { text: "x".into(), language: None, label: None, due: t(9) };
        refused("rewrite_scheduled", store.rewrite_scheduled(them, waiting, post.version, new, t(1)).await);
        refused("label_scheduled", store.label_scheduled(them, waiting, post.version, None).await);
        refused("thaw_scheduled", store.thaw_scheduled(them, waiting, post.version, Thaw::Withdraw, t(1)).await);
        refused("see_queue", store.see_queue(them, account, &[], t(0), t(1)).await);
        refused("queue_moved", store.queue_moved(them, waiting, Ok(Some(t(9))), t(1)).await);
        refused("waits_since", store.waits_since(them, account).await);
        refused("tool", store.tool(them, tool).await);
        refused("tool_checked", store.tool_checked(them, tool, Ok((&channels, Some("other"))), t(1)).await);
        refused("tool_channels", store.tool_channels(them, tool).await);
        refused("give_channel", store.give_channel(them, tool, "c1", (them, None), t(1)).await);
        let to_brand = store.give_channel(house.ours, tool, "c1", (them, Some(brand)), t(1)).await;
        refused("give_channel to another's brand", to_brand);
        refused("leave_channel", store.leave_channel(them, tool, "c1", t(1)).await);
        refused("let_go_tool", store.let_go_tool(them, tool, t(1)).await);
        assert_eq!(store.tools(them).await.unwrap(), []);
        assert_eq!(store.channels_of_nobody(them).await.unwrap(), 0);
        assert_eq!(store.frozen_posts(them, CaseId(1)).await.unwrap(), []);

        // What lists shows nothing of ours.
        assert_eq!(store.accounts(them).await.unwrap(), []);
        assert_eq!(store.scheduled_posts(them, ScheduledFilter::default(), None, 9).await.unwrap(), []);
        assert_eq!(store.team(them).await.unwrap().len(), 1);
        assert_eq!(store.confirmations(them).await.unwrap(), []);
        assert_eq!(store.rehearsals(them).await.unwrap(), []);
        assert_eq!(store.staff_links(them).await.unwrap(), []);
        assert_eq!(store.brands(them).await.unwrap().len(), 1);
        assert_eq!(store.queries(them).await.unwrap(), []);
        assert_eq!(store.members(them, t(0)).await.unwrap().len(), 1);
        assert_eq!(store.tokens(them).await.unwrap(), []);
        assert_eq!(store.signals(them, SignalFilter::default(), 9).await.unwrap(), []);
        assert_eq!(store.mentions(them, &MentionFilter::default(), None, 9).await.unwrap(), []);
        assert_eq!(store.export(them, None, 9).await.unwrap(), []);
        assert_eq!(store.heard(them, t(0), t(9)).await.unwrap(), []);
        assert!(store.sources(them).await.unwrap().iter().all(|s| s.id != feed));
        assert!(store.health(them).await.unwrap().iter().all(|(id, _)| *id != feed));
        assert_eq!(store.dump().await.unwrap(), before, "nothing changed");
    });
}

#[test]
fn an_organisation_that_is_not_there_is_not_found() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let nobody = OrganisationId(99);
        refused("organisation", store.organisation(nobody).await);
        refused("stock", store.stock(nobody).await);
        refused("budgets", store.budgets(nobody).await);
        refused("plan", store.plan(nobody).await);
        refused("plans", store.plans(nobody, None, 9).await);
        let version = PlanVersion { version: 1, text: "x".into(), why: String::new(), person: None, at: t(0) };
        refused("keep_plan", store.keep_plan(nobody, 0, &version).await);
        refused("held_posts", store.held_posts(Some(nobody), t(9), None, 9).await);
        refused("erased_mentions", store.erased_mentions(nobody, &[]).await);
        refused("erasures", store.erasures(Some(nobody), 9).await);
        refused("retention", store.retention(nobody).await);
        refused("set_retention", store.set_retention(nobody, "{}", None, t(9)).await);
        refused("set_membership", store.set_membership(nobody, house.lea, Role::Owner).await);
        refused("team", store.team(nobody).await);
        refused("tools", store.tools(nobody).await);
        refused("channels_of_nobody", store.channels_of_nobody(nobody).await);
        let new = new_tool("k");
        refused("add_tool", store.add_tool(nobody, new, &[], t(0)).await);
        refused("confirmations", store.confirmations(nobody).await);
        refused("rehearsals", store.rehearsals(nobody).await);
        refused("rehearse", store.rehearse(nobody, "x", None, t(0)).await);
        refused("staff_links", store.staff_links(nobody).await);
        refused("trainings", store.trainings(nobody, 9).await);
        refused("begin_drill", store.begin_drill(nobody, &new_drill(&house), t(0)).await);
        refused("drills", store.drills(nobody, 9).await);
        refused("drills_shown", store.drills_shown(nobody, t(0)).await);
        refused("drill_texts", store.drill_texts(nobody, 0).await);
        refused("calendar_link", store.calendar_link(nobody, house.lea).await);
        refused("add_staff_link", store.add_staff_link(nobody, "x", [8; 32], None, t(0)).await);
        refused("accounts", store.accounts(nobody).await);
        refused("add_account", store.add_account(nobody, new_account("1"), t(0)).await);
        refused("scheduled_posts", store.scheduled_posts(nobody, ScheduledFilter::default(), None, 9).await);
        refused("frozen_posts", store.frozen_posts(nobody, CaseId(1)).await);
        refused("members", store.members(nobody, t(0)).await);
        refused("tokens", store.tokens(nobody).await);
        refused("create_brand", store.create_brand(nobody, new_brand("n")).await);
        refused("brands", store.brands(nobody).await);
        refused("queries", store.queries(nobody).await);
        refused("sources", store.sources(nobody).await);
        refused("health", store.health(nobody).await);
        refused("signals", store.signals(nobody, SignalFilter::default(), 9).await);
        refused("mentions", store.mentions(nobody, &MentionFilter::default(), None, 9).await);
        refused("export", store.export(nobody, None, 9).await);
        refused("heard", store.heard(nobody, t(0), t(9)).await);
        refused("idempotent", store.idempotent(nobody, "k", &[0; 32]).await);
        refused("keep_answer", store.keep_answer(nobody, "k", &[0; 32], 200, "", t(0)).await);
        refused("get_setting", store.get_setting(Some(nobody), "n").await);
        store.begin_setup(&[7; 32], false, t(0), t(9)).await.unwrap();
        refused(
            "finish_setup",
            store.finish_setup(nobody, &[7; 32], (new_person("Eve"), Role::Owner.into()), t(1)).await,
        );
        refused("cases", store.cases(nobody, false, None, 9).await);
        refused("channels", store.channels(nobody).await);
        refused("complaints of nobody", store.complaints(nobody, ComplaintFilter::default(), None, 9).await);
        refused("complaint_counts", store.complaint_counts(nobody).await);
        refused("set_setting", store.set_setting(Some(nobody), "n", "v").await);
        refused("unset_setting", store.unset_setting(nobody, "n").await);
    });
}
