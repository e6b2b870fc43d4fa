//! What people report by hand: kept as they said it, once, with what they say later beside it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

use domain::brand::Brand;
use domain::id::MentionId;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use store::{MentionDetail, MentionFilter, NewBrand, Store};
use vigie_engine::bus::Bus;
use vigie_engine::hand::{Report, add};
use vigie_engine::ingest::Ingest;
use vigie_engine::world::{Clock, World};

struct Desk {
    world: World,
    ingest: Ingest,
    brand: Brand,
}

fn start() -> Timestamp {
    "2026-03-02T01:55:00Z".parse().unwrap()
}

impl Desk {
    async fn open() -> Self {
        let store = Arc::new(Store::open("sqlite::memory:").await.unwrap());
        let organisation = store.create_organisation("Dunes", start()).await.unwrap().id;
        let new = NewBrand {
            name: "Dunes".to_owned(),
            role: domain::brand::BrandRole::Own,
            zone: "Europe/Paris".to_owned(),
            own_accounts: Vec::new(),
            places: Vec::new(),
        };
        let brand = store.create_brand(organisation, new).await.unwrap();
        let world = World {
            store,
            clock: Clock::standing_at(start()),
            bus: Bus::default(),
            folds: Default::default(),
            workers: 1,
        };
        Self { ingest: Ingest::open(world.clone()).await.unwrap(), world, brand }
    }

    async fn add(&self, report: Report) -> Option<MentionId> {
        add(&self.world, &self.ingest, &self.brand, report).await.unwrap()
    }

    async fn mention(&self, id: MentionId) -> MentionDetail {
        self.world.store.mention(self.brand.organisation, id).await.unwrap()
    }

    async fn count(&self) -> usize {
        let all =
            self.world.store.mentions(self.brand.organisation, &MentionFilter::default(), None, 99).await.unwrap();
        all.len()
    }
}

fn video(text: &str, views: i64) -> Report {
    Report {
        text: text.to_owned(),
        url: Some("https://video.example/v/1".to_owned()),
        author: Some("@chef_en_colere".to_owned()),
        views: Some(views),
        seen_at: Some("2026-03-02T01:50:00Z".parse().unwrap()),
        reported_by: "Léa".to_owned(),
        picture: Some(b"\x89PNG\r\n\x1a\npixels".to_vec()),
    }
}

#[tokio::test]
async fn a_report_is_kept_as_it_was_said() {
    let desk = Desk::open().await;
    let id = desk.add(video("Du verre dans la galette", 340_000)).await.unwrap();
    let kept = desk.mention(id).await.view.post.post;
    let json = serde_json::to_string(&kept).unwrap().replace(&kept.native_id, "ID");
    assert_eq!(
        json,
        r#"{"source_kind":"hand","native_id":"ID","kind":"report","author":{"handle":"@chef_en_colere"},"url":"https://video.example/v/1","text":"Du verre dans la galette\n— Léa","published_at":"2026-03-02T01:50:00Z","seen_at":"2026-03-02T01:55:00Z","engagement":{"views":340000}}"#
    );
    assert_eq!(desk.world.store.raw(desk.brand.organisation, id).await.unwrap(), b"\x89PNG\r\n\x1a\npixels");
    for text in ["It giet net", "اللغة العربية", "日本の悪い夢", "👩‍👩‍👧‍👦", "שלום \u{200f}(כן)"]
    {
        let id = desk
            .add(Report { text: text.to_owned(), reported_by: "Léa".to_owned(), ..Report::default() })
            .await
            .unwrap();
        assert_eq!(desk.mention(id).await.view.post.post.text, format!("{text}\n— Léa"));
    }
    // A clock that runs ahead: nobody saw it tomorrow.
    let tomorrow = Some(start() + SignedDuration::from_hours(24));
    let ahead = Report { text: "demain".to_owned(), seen_at: tomorrow, ..Report::default() };
    let id = desk.add(ahead).await.unwrap();
    assert_eq!(desk.mention(id).await.view.mention.at, start());
}

#[tokio::test]
async fn the_same_page_reported_again_is_the_same_mention() {
    let desk = Desk::open().await;
    let id = desk.add(video("Du verre dans la galette", 340_000)).await.unwrap();
    for (minutes, text, views) in [
        (1, "Du verre dans la galette", 340_000),
        (10, "Du verre dans la galette", 900_000),
        (20, "Elle a été corrigée", 900_000),
    ] {
        desk.world.clock.advance_to(start() + SignedDuration::from_mins(minutes));
        assert_eq!(desk.add(video(text, views)).await, None);
    }
    assert_eq!(desk.count().await, 1);
    let detail = desk.mention(id).await;
    let series: Vec<_> = detail.engagement.iter().map(|(_, counts)| counts.views.unwrap()).collect();
    assert_eq!(series, [340_000, 900_000], "counts are a series");
    assert_eq!(detail.view.post.post.text, "Elle a été corrigée\n— Léa");
    assert_eq!(detail.versions.len(), 1, "what was said before is kept");
    // Other words without a page are another mention.
    let words = |text: &str| Report { text: text.to_owned(), ..Report::default() };
    assert!(desk.add(words("au marché, on ne parle que de ça")).await.is_some());
    assert!(desk.add(words("au marché, on ne parle que de ça")).await.is_none());
    assert!(desk.add(words("à la radio aussi")).await.is_some());
    assert_eq!(desk.count().await, 3);
}

#[tokio::test]
async fn a_report_that_says_nothing_or_too_much_is_refused() {
    let desk = Desk::open().await;
    let refused =
        async |report: Report| add(&desk.world, &desk.ingest, &desk.brand, report).await.unwrap_err().to_string();
    assert!(refused(Report::default()).await.contains("says nothing"));
    let url = |url: &str| Report { url: Some(url.to_owned()), ..Report::default() };
    for link in ["javascript:alert(1)", "file:///etc/passwd", "//video.example"] {
        assert!(refused(url(link)).await.contains("http"), "{link}");
    }
    assert!(refused(Report { text: "x".repeat((64 << 10) + 1), ..Report::default() }).await.contains("too long"));
    assert!(refused(Report { picture: Some(vec![0; (8 << 20) + 1]), ..Report::default() }).await.contains("8 MiB"));
    assert_eq!(desk.count().await, 0);
}
