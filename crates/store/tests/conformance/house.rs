//! A house to tell stories in: two organisations with a brand each, sources, and posts made to order.

use domain::brand::{BrandQuery, BrandRole, Place, Watch};
use domain::counter::counted_in;
use domain::id::{BrandId, OrganisationId, PersonId, SourceId};
use domain::mention::{Arrival, Reading};
use domain::organisation::Role;
use domain::post::{Author, Engagement, Post};
use jiff::Timestamp;
use std::sync::atomic::{AtomicU64, Ordering};
use store::{Batch, Hit, Item, NewBrand, NewPerson, NewSource, Store};
use text::{Kind, Language, Polarity};

/// Runs a story on SQLite, then on PostgreSQL, each time in a new store.
pub fn on_both<F: AsyncFn(&Store)>(story: F) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = Store::open("sqlite::memory:").await.unwrap();
        story(&store).await;
        store.close().await;
        if let Some(server) = server() {
            let url = create_database(&server).await;
            let store = Store::open(&url).await.unwrap();
            story(&store).await;
            store.close().await;
            drop_database(&server, &url).await;
        }
    });
}

/// A folder of its own for one test, removed at the end.
pub struct Folder(pub std::path::PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("vigie-store-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn url(&self) -> String {
        format!("sqlite://{}/vigie.db", self.0.display())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The PostgreSQL server to test on; left out only when told so.
pub fn server() -> Option<String> {
    if let Ok(url) = std::env::var("VIGIE_TEST_POSTGRES") {
        return Some(url);
    }
    assert_eq!(
        std::env::var("VIGIE_TEST_FAST").as_deref(),
        Ok("1"),
        "VIGIE_TEST_POSTGRES is not set: give the address of a PostgreSQL server that may create databases (cargo xtask test does), \
         or set VIGIE_TEST_FAST=1 to test on SQLite only"
    );
    eprintln!("PostgreSQL was left out: VIGIE_TEST_FAST=1");
    None
}

/// The server's address with another database.
fn with_database(server: &str, name: &str) -> String {
    let (scheme, rest) = server.split_once("://").unwrap();
    let (path, options) = rest.split_once('?').map_or((rest, String::new()), |(p, o)| (p, format!("?{o}")));
    let host = path.split('/').next().unwrap_or_default();
    format!("{scheme}://{host}/{name}{options}")
}

async fn on_server(server: &str, sql: String) {
    use sqlx::Connection;
    let mut connection = sqlx::PgConnection::connect(server).await.unwrap();
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

pub async fn create_database(server: &str) -> String {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let name = format!("vigie_test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    on_server(server, format!("DROP DATABASE IF EXISTS {name}")).await;
    on_server(server, format!("CREATE DATABASE {name}")).await;
    with_database(server, &name)
}

pub async fn drop_database(server: &str, url: &str) {
    let name = url.split('?').next().and_then(|u| u.rsplit('/').next()).unwrap();
    on_server(server, format!("DROP DATABASE {name}")).await;
}

/// A time of the stories: seconds after midnight UTC on 2 March 2026.
pub fn t(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_772_409_600 + seconds).unwrap()
}

/// Two organisations. The first has a member, a brand with a query, a source of its own; the house has a source too.
pub struct House {
    pub ours: OrganisationId,
    pub theirs: OrganisationId,
    pub lea: PersonId,
    pub anna: PersonId,
    pub brand: BrandId,
    pub their_brand: BrandId,
    pub query: BrandQuery,
    pub feed: SourceId,
    pub firehose: SourceId,
    pub their_feed: SourceId,
}

pub fn new_person(name: &str) -> NewPerson {
    NewPerson {
        name: name.to_owned(),
        email: format!("{}@Example.org", name.to_lowercase()),
        locale: "fr".to_owned(),
        zone: "Europe/Paris".to_owned(),
        password_hash: "hash".to_owned(),
    }
}

pub fn new_brand(name: &str) -> NewBrand {
    NewBrand {
        name: name.to_owned(),
        role: BrandRole::Own,
        zone: "Europe/Paris".to_owned(),
        own_accounts: vec!["lantern@example.org".to_owned()],
        places: vec![Place { name: "Google reviews".to_owned(), watch: Watch::NotWatched }],
    }
}

pub fn new_source(organisation: Option<OrganisationId>, name: &str) -> NewSource {
    NewSource { organisation, brand: None, kind: "feed".to_owned(), name: name.to_owned(), settings: "{}".to_owned() }
}

impl House {
    pub async fn build(store: &Store) -> Self {
        let ours = store.create_organisation("Ours", t(0)).await.unwrap().id;
        let theirs = store.create_organisation("Theirs", t(0)).await.unwrap().id;
        let lea = store.create_person(new_person("Lea"), t(0)).await.unwrap().id;
        let anna = store.create_person(new_person("Anna"), t(0)).await.unwrap().id;
        store.set_membership(ours, lea, Role::Owner).await.unwrap();
        store.set_membership(theirs, anna, Role::Owner).await.unwrap();
        let brand = store.create_brand(ours, new_brand("Lantern")).await.unwrap().id;
        let their_brand = store.create_brand(theirs, new_brand("Harbour")).await.unwrap().id;
        let query = store.create_query(ours, brand, "name", "lantern").await.unwrap();
        let feed = store.create_source(new_source(Some(ours), "Our feed"), t(0)).await.unwrap().id;
        let firehose = store.create_source(new_source(None, "Firehose"), t(0)).await.unwrap().id;
        let their_feed = store.create_source(new_source(Some(theirs), "Their feed"), t(0)).await.unwrap().id;
        Self { ours, theirs, lea, anna, brand, their_brand, query, feed, firehose, their_feed }
    }

    /// A hit of our brand by its query.
    pub fn hit(&self, post: &Post) -> Hit {
        Hit {
            organisation: self.ours,
            brand: self.brand,
            queries: vec![self.query.id],
            arrival: Arrival::Live,
            series: counted_in(post, &reading(Polarity::Negative)),
        }
    }

    /// A hit of their brand, without a query.
    pub fn their_hit(&self, post: &Post) -> Hit {
        Hit { organisation: self.theirs, brand: self.their_brand, queries: Vec::new(), ..self.hit(post) }
    }

    /// A post that hits our brand.
    pub fn item(&self, post: Post) -> Item {
        Item { reading: Some(reading(Polarity::Negative)), hits: vec![self.hit(&post)], post, keep: true }
    }
}

pub fn reading(polarity: Polarity) -> Reading {
    Reading {
        reader: "1".to_owned(),
        lang: Language::Fr,
        polarity,
        p: [700, 200, 100],
        kind: Kind::Complaint,
        fingerprint: u64::MAX - 7,
        grave: None,
    }
}

/// A post published and seen at `t(seconds)`.
pub fn post(native_id: &str, text: &str, seconds: i64) -> Post {
    Post {
        source_kind: "feed".to_owned(),
        native_id: native_id.to_owned(),
        author: Author { handle: Some("jan@example.org".to_owned()), followers: Some(12), ..Author::default() },
        url: Some(format!("https://example.org/{native_id}")),
        text: text.to_owned(),
        published_at: Some(t(seconds)),
        seen_at: t(seconds + 30),
        raw: text.as_bytes().to_vec(),
        ..Post::default()
    }
}

pub fn likes(n: i64) -> Engagement {
    Engagement { likes: Some(n), ..Engagement::default() }
}

pub fn batch(source: SourceId, items: Vec<Item>) -> Batch {
    Batch { items, ..Batch::new(source, t(1_000)) }
}
