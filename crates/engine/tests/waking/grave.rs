//! One grave post: from a source to a called receiver within a minute, once for each story.

use crate::rig::{Shop, after, start};
use domain::brand::{Brand, BrandRole};
use domain::counter::Series;
use domain::retention::{Days, Retention};
use domain::signal::Explanation;
use domain::waking::Subject;
use jiff::{SignedDuration, Timestamp};
use store::{SignalFilter, SignalRow};
use vigie_engine::assess::of_signal;
use vigie_engine::grave::{look, read_again};
use vigie_engine::ingest::Manner;
use vigie_engine::view::Memory;
use vigie_engine::waking::Taken;

/// Half past eight in the morning, after three quiet weeks.
const MORNING: i64 = 22 * 1_440 + 7 * 60 + 30;
const GLASS: &str = "Du verre dans la baguette, ma fille s'est coupé la langue. Léa, 06 12 34 56 78";
const GUARD: &str = "Le vigile a plaqué mon frère au sol et l'a frappé au visage";

async fn grave(shop: &Shop) -> Vec<SignalRow> {
    let rows = shop.world.store.signals(shop.organisation, SignalFilter::default(), 99).await.unwrap();
    rows.into_iter().filter(|row| row.series == Series::Grave).collect()
}

/// What a live world does each ten seconds.
async fn looks(shop: &Shop, at: Timestamp) {
    shop.world.clock.advance_to(at);
    look(&shop.world).await.unwrap();
    shop.waking.decide().await.unwrap();
    shop.send().await;
}

#[tokio::test]
async fn one_grave_post_calls_somebody_within_a_minute_and_says_the_words() {
    let shop = Shop::open().await;
    let at = after(MORNING) + SignedDuration::from_secs(5);
    shop.says(at, 1, GLASS).await;
    let mut called = None;
    for seconds in (10..60).step_by(10) {
        looks(&shop, at + SignedDuration::from_secs(seconds)).await;
        called = called.or((!shop.receiver.heard().is_empty()).then_some(seconds));
    }
    assert_eq!(called, Some(10), "the first look finds it");
    let heard = shop.receiver.heard();
    assert_eq!(heard.len(), 1, "{heard:?}");
    let said = heard[0].to_string();
    for part in ["Une publication grave", "Dunes", "blessure, maladie", "verre dans", "coupé", "baguette"] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(!said.contains("06 12 34"), "what is private is masked: {said}");
    for part in
        ["C’est la seule publication sur cette marque depuis une heure", "d’habitude à cette heure", "environ 0"]
    {
        assert!(said.contains(part), "{part} in {said}");
    }
    let row = grave(&shop).await.remove(0);
    let told: Explanation = serde_json::from_str(&row.explanation).unwrap();
    assert_eq!((row.level.as_str(), row.wakes, row.late, row.observed), ("alert", true, false, 1));
    assert_eq!(told.grave.as_ref().map(|grave| grave.harm), Some(text::Harm::Injury));
    assert!(read_again(&shop.world, &row).await.unwrap().is_identical());
}

#[tokio::test]
async fn a_story_alerts_once_and_another_one_alerts_too() {
    let shop = Shop::open().await;
    for n in 0..6 {
        let at = after(MORNING + n * 7);
        shop.says(at, 1, &format!("{GLASS}{}", "!".repeat(n as usize))).await;
        looks(&shop, at + SignedDuration::from_secs(10)).await;
        // A tick finds nothing that a look did not find, and one that runs twice neither.
        shop.minute(at + SignedDuration::from_secs(65)).await;
        shop.judge(at + SignedDuration::from_secs(66)).await;
    }
    assert_eq!((grave(&shop).await.len(), shop.receiver.heard().len()), (1, 1));
    let row = grave(&shop).await.remove(0);
    let (organisation, now) = (shop.organisation, shop.world.clock.now());
    shop.world
        .store
        .label_signal(organisation, &row.id, domain::signal::Verdict::Dismissed, "homonym", shop.lea, now)
        .await
        .unwrap();
    // What was dismissed stays so when it is told again; another story is another matter.
    shop.says(after(MORNING + 90), 1, GLASS).await;
    shop.minutes(after(MORNING + 91), 3).await;
    assert_eq!((grave(&shop).await.len(), shop.receiver.heard().len()), (1, 1));
    shop.says(after(MORNING + 100), 1, GUARD).await;
    shop.minutes(after(MORNING + 101), 3).await;
    assert_eq!((grave(&shop).await.len(), shop.receiver.heard().len()), (2, 2));
}

#[tokio::test]
async fn what_is_imported_or_said_of_others_or_innocent_calls_nobody() {
    let shop = Shop::open().await;
    for manner in [Manner::Import, Manner::FirstPoll] {
        shop.tells(after(MORNING), 1, GLASS, manner).await;
    }
    shop.ingest.finish_import(&shop.source).await.unwrap();
    shop.minutes(after(MORNING + 1), 3).await;
    for calm in ["L'enfer, ce gâteau", "Une tuerie, cette bombe glacée", "Personne n'a été blessé, simple exercice"]
    {
        shop.says(after(MORNING + 10), 5, calm).await;
    }
    shop.minutes(after(MORNING + 11), 3).await;
    let brand = shop.world.store.brands(shop.organisation).await.unwrap().remove(0);
    let theirs = Brand { role: BrandRole::Competitor, ..brand.clone() };
    shop.world.store.update_brand(&theirs).await.unwrap();
    shop.says(after(MORNING + 20), 1, GUARD).await;
    shop.minutes(after(MORNING + 21), 3).await;
    assert!(grave(&shop).await.is_empty() && shop.receiver.heard().is_empty());
    // What history told and nobody alerted to is news once somebody says it now.
    shop.world.store.update_brand(&brand).await.unwrap();
    shop.says(after(MORNING + 30), 1, GLASS).await;
    shop.minutes(after(MORNING + 31), 3).await;
    assert_eq!((grave(&shop).await.len(), shop.receiver.heard().len()), (1, 1));
}

#[tokio::test]
async fn what_was_dated_this_morning_and_is_heard_now_still_calls_and_last_month_does_not() {
    let shop = Shop::open().await;
    for (days, calls) in [(0, 1), (5, 1)] {
        let published = after(MORNING) - SignedDuration::from_hours(7 + days * 24);
        shop.keeps_quiet_and_says(published, 1, if days == 0 { GLASS } else { GUARD }).await;
        shop.world.clock.advance_to(after(MORNING + days));
        shop.catches_up().await;
        shop.minutes(after(MORNING + days + 1), 3).await;
        assert_eq!(shop.receiver.heard().len(), calls);
    }
    let rows = grave(&shop).await;
    assert_eq!(rows.iter().map(|row| (row.late, row.wakes)).collect::<Vec<_>>(), [(true, true), (true, false)]);
    assert!(rows.iter().all(|row| row.onset > start()));
}

#[tokio::test]
async fn an_old_copy_and_a_dismissed_decoy_silence_nobody() {
    let shop = Shop::open().await;
    shop.keeps_quiet_and_says(after(MORNING) - SignedDuration::from_hours(30), 1, GLASS).await;
    shop.world.clock.advance_to(after(MORNING));
    shop.catches_up().await;
    looks(&shop, after(MORNING)).await;
    assert_eq!((grave(&shop).await.len(), shop.receiver.heard().len()), (1, 0), "too old to call");
    shop.says(after(MORNING + 1), 1, GLASS).await;
    looks(&shop, after(MORNING + 2)).await;
    assert_eq!((grave(&shop).await.len(), shop.receiver.heard().len()), (2, 1), "somebody says it now");
    let (organisation, now) = (shop.organisation, shop.world.clock.now());
    for row in grave(&shop).await {
        let verdict = domain::signal::Verdict::Dismissed;
        shop.world.store.label_signal(organisation, &row.id, verdict, "a hoax", shop.lea, now).await.unwrap();
    }
    shop.says(after(MORNING + 5), 1, GLASS).await;
    looks(&shop, after(MORNING + 6)).await;
    assert_eq!(grave(&shop).await.len(), 2, "a copy of what was dismissed");
    let other =
        "Ma voisine a trouvé du verre dans sa baguette hier, le dentiste l'a gardée deux heures et personne ne répond";
    shop.says(after(MORNING + 7), 1, other).await;
    looks(&shop, after(MORNING + 8)).await;
    assert_eq!(grave(&shop).await.len(), 3, "what another customer says");
}

#[tokio::test]
async fn copies_by_the_hundred_hide_no_other_story() {
    let shop = Shop::open().await;
    for n in 0..510 {
        shop.keeps_quiet_and_says(after(MORNING) + SignedDuration::from_millis(n * 100), 1, GLASS).await;
    }
    shop.keeps_quiet_and_says(after(MORNING + 1), 1, GUARD).await;
    shop.world.clock.advance_to(after(MORNING + 1));
    shop.catches_up().await;
    looks(&shop, after(MORNING + 2)).await;
    assert_eq!((grave(&shop).await.len(), shop.receiver.heard().len()), (2, 2));
}

/// One of many grave posts that are no near copies; two of one harm are told thirteen hours apart.
fn another(n: usize) -> String {
    let words: Vec<&str> = "hier matin avec mes parents devant toute la famille pendant le marché alors que nous avions commandé trois \
        sandwichs deux tartes une quiche puis quatre cafés sous la pluie près du port où chaque dimanche mon voisin vend encore ses fleurs \
        jaunes aux touristes venus par le train depuis Lille ou Dunkerque sans jamais demander combien coûte cette petite place"
        .split_whitespace()
        .collect();
    let says = [
        "Du verre dans la baguette, ma fille s'est coupé la langue",
        "vos serveurs ont été hackés, mon IBAN est en vente",
    ][n % 2];
    let rest = &words[n / 2 * 6..n / 2 * 6 + 6];
    let numbers: Vec<String> = (1..9).map(|k| (n * 97 + k * 8_191).to_string()).collect();
    format!("{says} {} {}", rest.join(" "), numbers.join(" "))
}

#[tokio::test]
async fn a_flood_of_stories_deafens_for_an_hour_at_most() {
    let shop = Shop::open().await;
    for n in 0..20 {
        let at = after(MORNING) - SignedDuration::from_hours(13 * (10 - n / 2));
        shop.keeps_quiet_and_says(at, 1, &another(n as usize)).await;
    }
    shop.keeps_quiet_and_says(after(MORNING), 1, GUARD).await;
    shop.world.clock.advance_to(after(MORNING + 1));
    shop.catches_up().await;
    shop.judge(after(MORNING + 1)).await;
    let told = async || grave(&shop).await.iter().filter(|row| row.explanation.contains("vigile")).count();
    assert_eq!((grave(&shop).await.len(), told().await), (20, 0), "as many as an hour holds");
    shop.judge(after(MORNING + 60)).await;
    assert_eq!(told().await, 0);
    // Nothing else was heard since.
    shop.judge(after(MORNING + 62)).await;
    assert_eq!((grave(&shop).await.len(), told().await), (21, 1), "it waited and is told");
    assert_eq!(shop.world.store.due_ticks().await.unwrap(), [], "nothing is due any more");
}

#[tokio::test]
async fn a_grave_signal_is_assessed_with_its_own_post_and_a_dismissed_one_lifts_nothing() {
    let shop = Shop::open().await;
    let at = after(MORNING) + SignedDuration::from_secs(5);
    shop.says(at, 1, GLASS).await;
    looks(&shop, at + SignedDuration::from_secs(10)).await;
    let assessed =
        async |row: &SignalRow| of_signal(&shop.world, &Memory::default(), row, shop.world.clock.now()).await.unwrap();
    let first = grave(&shop).await.remove(0);
    let in_its_minute = assessed(&first).await;
    let said: Explanation = serde_json::from_str(&first.explanation).unwrap();
    assert_eq!(in_its_minute.grave.map(|grave| grave.mention), said.grave.map(|grave| grave.mention));
    assert_eq!(in_its_minute.mentions, domain::figure::Figure::Counted(1), "the running minute counts");
    // Two hours later another story: of the day, the first post is its own until somebody says that there is nothing to it.
    shop.says(after(MORNING + 120), 1, GUARD).await;
    shop.says(after(MORNING + 125), 1, GLASS).await;
    looks(&shop, after(MORNING + 130)).await;
    let rows = grave(&shop).await;
    assert_eq!(rows.len(), 2);
    let dismiss = async |row: &SignalRow| {
        let (verdict, now) = (domain::signal::Verdict::Dismissed, shop.world.clock.now());
        shop.world.store.label_signal(shop.organisation, &row.id, verdict, "a hoax", shop.lea, now).await.unwrap();
        shop.world.store.signal(shop.organisation, &row.id).await.unwrap()
    };
    let second = rows.iter().find(|row| row.id != first.id).unwrap();
    let first = dismiss(&first).await;
    let own = assessed(second).await.grave.unwrap().mention;
    assert_eq!(assessed(&first).await.grave.unwrap().mention, own, "the first that nobody dismissed, not a copy");
    dismiss(second).await;
    assert_eq!(assessed(&first).await.grave, None);
}

/// So many who tell a story each in their own words, one each ten seconds.
async fn many_tell(shop: &Shop, from: Timestamp, number: usize, story: &[&str; 2]) {
    for n in 0..number {
        let at = from + SignedDuration::from_secs(n as i64 * 10);
        let own: Vec<String> = (1..7).map(|k| (n * 97 + k * 8_191).to_string()).collect();
        shop.says(at, 1, &format!("{} {}", story[n % 2], own.join(" "))).await;
        if n % 6 == 5 {
            shop.minute(at + SignedDuration::from_secs(5)).await;
        }
    }
}

#[tokio::test]
async fn who_knows_of_the_post_is_not_woken_by_its_storm_until_that_is_materially_worse() {
    let same =
        ["Du verre dans leur baguette, honteux, boycott", "Encore coupé par du verre : la baguette de Dunes, honteux"];
    let other = ["Le patron se moque d'une cliente en vidéo, odieux", "Odieux, cette vidéo du patron avec la cliente"];
    for (story, number, calls) in [(same, 36, 1), (same, 240, 2), (other, 36, 2)] {
        let shop = Shop::open().await;
        shop.says(after(MORNING), 1, GLASS).await;
        looks(&shop, after(MORNING) + SignedDuration::from_secs(10)).await;
        let post = grave(&shop).await.remove(0);
        let tap = Subject::Signal(post.id);
        assert_eq!(shop.waking.acknowledge(&tap, shop.lea, None).await.unwrap(), Taken::First);
        many_tell(&shop, after(MORNING + 30), number, &story).await;
        let rows = shop.world.store.signals(shop.organisation, SignalFilter::default(), 9).await.unwrap();
        let surge = rows.iter().find(|row| row.series != Series::Grave && row.level == "alert" && row.wakes).unwrap();
        let said: Vec<_> = shop.receiver.heard().iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), calls, "{number} of {story:?}, {} counted: {said:?}", surge.observed);
        // The page of the surge says who knows of it.
        let told = shop.waking.told(shop.organisation, &surge.id).await.unwrap();
        assert_eq!(told.answer.is_some(), calls == 1, "{:?}", told.answer);
    }
}

/// However the posts are cut into deliveries and whenever they are looked for, the same stories alert.
#[tokio::test]
async fn the_same_signals_whatever_the_cut() {
    let mut told = Vec::new();
    for cut in [1, 2, 8] {
        let shop = Shop::open().await;
        let texts = [
            GLASS,
            GUARD,
            GLASS,
            "un bon pain",
            GUARD,
            GLASS,
            "vos serveurs ont été hackés, mon IBAN est en vente",
            GUARD,
        ];
        for (n, text) in texts.iter().enumerate() {
            let at = after(MORNING) + SignedDuration::from_secs(n as i64 * 40);
            shop.keeps_quiet_and_says(at, 1, text).await;
            if (n + 1) % cut == 0 {
                shop.world.clock.advance_to(at);
                shop.catches_up().await;
                look(&shop.world).await.unwrap();
            }
        }
        shop.minutes(after(MORNING + 9), 2).await;
        told.push(grave(&shop).await.into_iter().map(|row| (row.id, row.explanation)).collect::<Vec<_>>());
    }
    assert_eq!(told[0].len(), 3, "{told:?}");
    assert!(told.iter().all(|one| *one == told[0]), "{told:?}");
}

#[tokio::test]
async fn an_erased_post_takes_the_words_along() {
    let shop = Shop::open().await;
    shop.says(after(MORNING), 1, GLASS).await;
    looks(&shop, after(MORNING) + SignedDuration::from_secs(10)).await;
    let row = grave(&shop).await.remove(0);
    let (organisation, now) = (shop.organisation, shop.world.clock.now());
    shop.world
        .store
        .label_signal(organisation, &row.id, domain::signal::Verdict::Dismissed, "spam", shop.lea, now)
        .await
        .unwrap();
    let rules = Retention { all: Days { text_days: Some(1), author_days: Some(1) }, ..Retention::default() };
    let rules = serde_json::to_string(&rules).unwrap();
    shop.world.store.set_retention(organisation, &rules, None, now).await.unwrap();
    shop.world.clock.advance_to(now + SignedDuration::from_hours(24 * 9));
    vigie_engine::retain::pass(&shop.world).await.unwrap();
    let row = shop.world.store.signal(organisation, &row.id).await.unwrap();
    assert!(!format!("{} {}", row.explanation, row.frozen).contains("verre"), "{}", row.explanation);
    let again = read_again(&shop.world, &row).await.unwrap_err().to_string();
    assert!(again.contains("erased"), "{again}");
}

/// A brand called by a word of harm is nobody that harm was done to; what was done to somebody there is told, and reads the same again.
#[tokio::test]
async fn a_brands_name_alerts_nobody_and_hides_nothing() {
    let shop = Shop::open().await;
    let row = shop.world.store.brands(shop.organisation).await.unwrap().remove(0);
    shop.world.store.update_brand(&Brand { name: "Kids Store".to_owned(), ..row }).await.unwrap();
    let at = after(MORNING);
    shop.says(at, 1, "Kids Store staff screamed at me about a refund").await;
    looks(&shop, at + SignedDuration::from_secs(10)).await;
    assert_eq!(grave(&shop).await.len(), 0);
    let at = after(MORNING + 5);
    shop.says(at, 1, "Kids Store staff screamed at my little boy until he cried").await;
    looks(&shop, at + SignedDuration::from_secs(10)).await;
    let row = grave(&shop).await.remove(0);
    let told: Explanation = serde_json::from_str(&row.explanation).unwrap();
    assert_eq!(told.grave.map(|grave| grave.harm), Some(text::Harm::Minor));
    assert!(read_again(&shop.world, &row).await.unwrap().is_identical());
}
