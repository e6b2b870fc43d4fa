//! What an assessment reads, and what people say of a signal.

use crate::house::{House, batch, new_brand, on_both, post, t};
use crate::ticks::{settlement, signal};
use domain::assess::{MOST_REPORTED, Place, Reported, Severity, Subject};
use domain::post::{Author, Engagement, Image, PostKind, Rating};
use domain::signal::{Budget, Often};
use store::{Error, PastRating, PlanVersion, Said, Store};

#[test]
fn witnesses_say_what_is_known_of_them() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let mut first = post("1", "a lantern fell", 10);
        first.author.followers = Some(40);
        first.engagement = Engagement { likes: Some(3), shares: Some(i64::MAX), ..Engagement::default() };
        let mut second = post("2", "lantern", 5);
        (second.kind, second.repost_of) = (PostKind::Article, Some("1".to_owned()));
        let pictures = vec![Image::Cid("bafkreiaaaaaa".to_owned()), Image::Blurhash("00\"Z,y".to_owned())];
        second.images = pictures.clone();
        let mut third = post("3", "lantern", 20);
        (third.kind, third.rating) = (PostKind::Review, Some(Rating { tenths: 10, out_of: 5 }));
        third.author = Author { display: Some("Client".to_owned()), created_at: Some(t(-9)), ..Author::default() };
        (third.author.reviews, third.author.default_profile) = (Some(1), Some(true));
        third.url = Some("https://reviews.example/3".to_owned());
        let items = vec![house.item(first), house.item(second), house.item(third)];
        let ids = store.commit(batch(house.feed, items)).await.unwrap().mentions;
        let found = store.witnesses(house.ours, house.brand, t(0), t(20), 9).await.unwrap();
        let brief: Vec<_> = found.iter().map(|w| (w.native_id.as_str(), w.at, w.place, w.drawn, w.followers)).collect();
        let place = Place::of(&post("1", "", 0).source_kind, PostKind::Post);
        let second = ("2", t(5), Place::Press, None, Some(12));
        assert_eq!(brief, [second, ("1", t(10), place, Some(i64::MAX), Some(40))], "oldest first, the end left out");
        assert_eq!((found[1].mention, found[1].source.as_str()), (ids[0], "Our feed"));
        assert_eq!(found[0].repost_of.as_deref(), Some("1"));
        assert_eq!((&found[0].images, found[1].images.len()), (&pictures, 0));
        assert!(found[1].text.contains("fell") && found[1].author.is_some());
        let stars = store.witnesses(house.ours, house.brand, t(20), t(21), 9).await.unwrap();
        assert!(stars[0].negative, "one star of five speaks ill, whatever was read");
        assert_eq!(stars[0].author.as_deref(), Some("~ Client"), "a name alone is nobody's id or handle");
        let known = (stars[0].stars, stars[0].account_since, stars[0].url.as_deref(), stars[0].erased);
        assert_eq!(known, (Some(1), Some(t(-9)), Some("https://reviews.example/3"), false));
        assert_eq!((stars[0].account_reviews, stars[0].default_profile), (Some(1), Some(true)));
        assert_eq!((found[0].account_reviews, found[0].default_profile), (None, None));
        assert_eq!((found[1].stars, found[1].deleted_at, found[1].parent.as_deref()), (None, None, None));
        let past = store.past_ratings(house.ours, house.brand, t(0), t(21), 9).await.unwrap();
        let nobody =
            PastRating { at: t(20), stars: 1, account: None, account_since: Some(t(-9)), account_reviews: Some(1) };
        assert_eq!(past, [nobody], "ratings only, and a name alone is nobody");
        assert_eq!(store.past_ratings(house.ours, house.brand, t(0), t(20), 9).await.unwrap(), []);
        assert_eq!(store.witnesses(house.ours, house.brand, t(0), t(99), 1).await.unwrap().len(), 1);
        let last = store.witnesses_before(house.ours, house.brand, t(0), t(20), 1).await.unwrap();
        assert_eq!(last.iter().map(|w| w.native_id.as_str()).collect::<Vec<_>>(), ["1"], "the newest is kept");
        assert_eq!(
            store.witnesses_before(house.ours, house.brand, t(0), t(20), 9).await.unwrap(),
            found,
            "oldest first too"
        );
    });
}

#[test]
fn what_people_say_of_a_signal_is_kept_in_order_and_the_last_word_holds() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let mut raised = settlement(None);
        raised.raise = vec![signal(&house, "s1"), signal(&house, "s2")];
        store.settle(house.ours, house.brand, raised).await.unwrap();
        let of = |subject, value, at| Reported::new(subject, value, "per telephone", house.lea, t(at)).unwrap();
        let told = [of(Subject::Calls, 4, 700), of(Subject::Views, 80_000, 700), of(Subject::Calls, 9, 690)];
        for reported in &told {
            store.report_figure(house.ours, "s1", reported).await.unwrap();
        }
        assert_eq!(store.reported(house.ours, "s1").await.unwrap(), told);
        assert_eq!(store.reported(house.ours, "s2").await.unwrap(), []);
        for n in 3..MOST_REPORTED {
            store.report_figure(house.ours, "s1", &of(Subject::Money, n, 700)).await.unwrap();
        }
        let more = store.report_figure(house.ours, "s1", &told[0]).await;
        assert!(matches!(more, Err(Error::Conflict(_))), "{more:?}");

        assert_eq!(store.said_severity(house.ours, "s1").await.unwrap(), None);
        for (severity, at) in [(Some(Severity::Crisis), 710), (Some(Severity::Watch), 720)] {
            store.say_severity(house.ours, "s1", severity, "the mayor wrote", house.lea, t(at)).await.unwrap();
        }
        let said = store.said_severity(house.ours, "s1").await.unwrap().unwrap();
        assert_eq!((said.severity, said.person, said.at), (Severity::Watch, house.lea, t(720)));
        assert_eq!(said.reason, "the mayor wrote");
        store.say_severity(house.ours, "s1", None, "", house.lea, t(730)).await.unwrap();
        assert_eq!(store.said_severity(house.ours, "s1").await.unwrap(), None, "the rubric holds again");
        assert_eq!(store.said_severity(house.ours, "s2").await.unwrap(), None);
    });
}

#[test]
fn a_plan_is_kept_in_versions_and_never_over_somebody_elses() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        assert_eq!(store.plan(house.ours).await.unwrap(), None);
        let first = PlanVersion { version: 1, text: "[plan]\n".into(), why: String::new(), person: None, at: t(1) };
        store.keep_plan(house.ours, 0, &first).await.unwrap();
        let second =
            PlanVersion { version: 2, text: "é'\n".into(), why: "names".into(), person: Some(house.lea), at: t(2) };
        store.keep_plan(house.ours, 1, &second).await.unwrap();
        let late = PlanVersion { text: "late".into(), ..second.clone() };
        for expected in [0, 1, 3] {
            let kept = store.keep_plan(house.ours, expected, &late).await;
            assert!(matches!(kept, Err(Error::Conflict(_))), "{expected}: {kept:?}");
        }
        assert_eq!(store.plan(house.ours).await.unwrap().as_ref(), Some(&second));
        assert_eq!(store.plans(house.ours, None, 9).await.unwrap(), [second.clone(), first.clone()]);
        assert_eq!(store.plans(house.ours, Some(2), 9).await.unwrap(), [first]);
        assert_eq!(store.plans(house.theirs, None, 9).await.unwrap(), []);
    });
}

#[test]
fn of_a_brands_budgets_the_last_holds_and_all_are_remembered() {
    on_both(async |store: &Store| {
        let house = House::build(store).await;
        let other = store.create_brand(house.ours, new_brand("Other")).await.unwrap().id;
        let usual = Budget::default();
        assert_eq!(store.budgets(house.ours).await.unwrap(), [(house.brand, usual), (other, usual)]);
        let rare = Budget { notice: Often::Month, alert: Often::HalfYear };
        let by_labels = Said { budget: rare, by_labels: true, person: Some(house.lea), at: t(5) };
        let back = Said { budget: Budget { alert: Often::Month, ..usual }, by_labels: false, person: None, at: t(4) };
        for said in [&by_labels, &back, &by_labels] {
            store.say_budget(house.ours, house.brand, said).await.unwrap();
        }
        store.say_budget(house.ours, other, &back).await.unwrap();
        assert_eq!(store.budgets(house.ours).await.unwrap(), [(house.brand, rare), (other, back.budget)]);
        assert_eq!(store.said_budgets(house.ours, house.brand, 2).await.unwrap(), [by_labels, back]);
        assert_eq!(store.said_budgets(house.ours, other, 9).await.unwrap(), [back]);
        // What another release wrote and this one cannot read keeps no brand from being judged.
        let unreadable = Budget { notice: Often::HalfYear, alert: Often::Day };
        store.say_budget(house.ours, other, &Said { budget: unreadable, ..back }).await.unwrap();
        assert_eq!(store.budgets(house.ours).await.unwrap(), [(house.brand, rare), (other, usual)]);
        assert_eq!(store.said_budgets(house.ours, other, 9).await.unwrap(), [back]);
    });
}
