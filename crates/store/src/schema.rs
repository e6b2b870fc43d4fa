//! Opens a store and brings its schema to the version this program knows.

use crate::ingest::identity::Identity;
use crate::sql::{Pool, Tx};
use crate::{Error, Result, Store};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// One text per version, oldest first.
pub(crate) const MIGRATIONS: [&str; 27] = [
    include_str!("../migrations/0001_line.sql"),
    include_str!("../migrations/0002_local_id.sql"),
    include_str!("../migrations/0003_open.sql"),
    include_str!("../migrations/0004_kept_counts.sql"),
    include_str!("../migrations/0005_no_wake.sql"),
    include_str!("../migrations/0006_identity.sql"),
    include_str!("../migrations/0007_waking.sql"),
    include_str!("../migrations/0008_setup.sql"),
    include_str!("../migrations/0009_sending.sql"),
    include_str!("../migrations/0010_erasure.sql"),
    include_str!("../migrations/0011_target_place.sql"),
    include_str!("../migrations/0012_grave.sql"),
    include_str!("../migrations/0013_assessment.sql"),
    include_str!("../migrations/0014_budget.sql"),
    include_str!("../migrations/0015_images_and_accounts.sql"),
    include_str!("../migrations/0016_plan.sql"),
    include_str!("../migrations/0017_complaint.sql"),
    include_str!("../migrations/0018_team.sql"),
    include_str!("../migrations/0019_case.sql"),
    include_str!("../migrations/0020_account.sql"),
    include_str!("../migrations/0021_former_address.sql"),
    include_str!("../migrations/0022_policy.sql"),
    include_str!("../migrations/0023_everyday.sql"),
    include_str!("../migrations/0024_mail.sql"),
    include_str!("../migrations/0025_drill.sql"),
    include_str!("../migrations/0026_tool.sql"),
    include_str!("../migrations/0027_loop.sql"),
];

/// The newest version this program knows.
pub(crate) const KNOWN: i64 = MIGRATIONS.len() as i64;

const BUSY: Duration = Duration::from_secs(5);

impl Store {
    /// Opens `sqlite://path`, `sqlite::memory:` (a throw-away file, removed with the store) or `postgres://…`, and migrates it.
    pub async fn open(url: &str) -> Result<Self> {
        let store = if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            open_postgres(url).await?
        } else if url == "sqlite::memory:" {
            open_throw_away().await?
        } else if let Some(path) = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:")) {
            open_sqlite(Path::new(path), None).await?
        } else {
            return Err(Error::Unreachable(format!(
                "'{}' is neither sqlite://path nor postgres://…",
                without_password(url)
            )));
        };
        store.migrate().await?;
        Ok(store)
    }

    async fn migrate(&self) -> Result<()> {
        match self.schema_version().await? {
            KNOWN => return Ok(()),
            found if found > KNOWN => {
                return Err(Error::Newer { found, known: KNOWN });
            }
            _ => {}
        }
        let mut tx = self.write().await?;
        let mut version = version(&mut tx).await?;
        if version > KNOWN {
            return Err(Error::Newer { found: version, known: KNOWN });
        }
        if version == 0 {
            tx.script(tx.engine().schema("CREATE TABLE schema_version (version BIGINT NOT NULL)")).await?;
            tx.run("INSERT INTO schema_version (version) VALUES (?)", [0.into()]).await?;
            tx.script(tx.engine().full_text_schema().to_owned()).await?;
        }
        for text in MIGRATIONS.iter().skip(usize::try_from(version).unwrap_or_default()) {
            tx.script(tx.engine().schema(text)).await?;
            version += 1;
        }
        tx.run("UPDATE schema_version SET version = ?", [version.into()]).await?;
        tx.commit().await
    }

    /// The version of the schema; 0 for an empty store. Only reads, so that a read-only store of this version can be opened.
    pub(crate) async fn schema_version(&self) -> Result<i64> {
        let there = self.row(self.engine().table_exists(), ["schema_version".into()]).await?;
        match there.map(|r| r.columns().int()).transpose()? {
            Some(1) => match self.row("SELECT version FROM schema_version", []).await? {
                Some(row) => row.columns().int(),
                None => Err(Error::Corrupt("its schema has no version".to_owned())),
            },
            _ => Ok(0),
        }
    }
}

/// Asked again under the write lock: another process may have migrated meanwhile.
async fn version(tx: &mut Tx) -> Result<i64> {
    let there = tx.row(tx.engine().table_exists(), ["schema_version".into()]).await?;
    match there.map(|r| r.columns().int()).transpose()? {
        Some(1) => tx.row("SELECT version FROM schema_version", []).await?.map_or(Ok(0), |r| r.columns().int()),
        _ => Ok(0),
    }
}

/// A new store is for its owner's eyes: it holds what sources are asked with. What cannot be made here is told by the opening itself.
fn for_the_owner_only(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        let _ = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    }
}

async fn open_sqlite(path: &Path, throw_away: Option<PathBuf>) -> Result<Store> {
    for_the_owner_only(path);
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        .busy_timeout(BUSY)
        .page_size(8192)
        .pragma("cache_size", "-65536")
        .pragma("temp_store", "memory")
        .pragma("wal_autocheckpoint", "4000");
    let at = |error: sqlx::Error| match Error::from(error) {
        Error::Unreachable(why) => Error::Unreachable(format!("{}: {why}", path.display())),
        other => other,
    };
    let writer = SqlitePoolOptions::new()
        .max_connections(1)
        .acquire_timeout(Duration::from_secs(60))
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(options.clone())
        .await
        .map_err(at)?;
    let readers = SqlitePoolOptions::new()
        .max_connections(4)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(options.pragma("query_only", "on"))
        .await
        .map_err(at)?;
    Ok(Store {
        pool: Pool::Sqlite { readers, writer },
        place: path.display().to_string(),
        identity: Identity::default(),
        throw_away,
    })
}

/// A file of its own in the folder for temporary files; the first name that is free.
async fn open_throw_away() -> Result<Store> {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    for _ in 0..10_000 {
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("vigie-{}-{n}.sqlite", std::process::id()));
        match std::fs::File::create_new(&path) {
            Ok(_) => return open_sqlite(&path, Some(path.clone())).await,
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(Error::Unreachable(format!("{}: {error}", path.display()))),
        }
    }
    Err(Error::Unreachable("no free name in the folder for temporary files".to_owned()))
}

async fn open_postgres(url: &str) -> Result<Store> {
    let options = PgConnectOptions::from_str(url)?.options([("lock_timeout", "10s")]);
    let pool =
        PgPoolOptions::new().max_connections(8).acquire_timeout(Duration::from_secs(10)).connect_with(options).await?;
    Ok(Store {
        pool: Pool::Postgres(pool),
        place: without_password(url),
        identity: Identity::default(),
        throw_away: None,
    })
}

/// The address without what stands between `://` and `@`.
fn without_password(url: &str) -> String {
    match (url.split_once("://"), url.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, host))) => format!("{scheme}://{host}"),
        _ => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Batch, Item, NewSource};
    use domain::post::{Post, identity_key};
    use jiff::Timestamp;

    #[tokio::test]
    async fn posts_of_an_older_store_are_known_after_the_migration() {
        let store = open_throw_away().await.unwrap().with_runs_of(4);
        let mut tx = store.write().await.unwrap();
        for text in &MIGRATIONS[..5] {
            tx.script(tx.engine().schema(text)).await.unwrap();
        }
        tx.script(tx.engine().schema("CREATE TABLE schema_version (version BIGINT NOT NULL)")).await.unwrap();
        tx.run("INSERT INTO schema_version (version) VALUES (5)", []).await.unwrap();
        tx.run(
            "INSERT INTO source (id, kind, name, settings, enabled, created_at) VALUES (99, 'feed', 'old', '{}', 1, 0)",
            [],
        )
        .await
        .unwrap();
        for n in 1..=10_i64 {
            let (week, name) = (2_900 + n / 6, n.to_string());
            let sql = "INSERT INTO post (id, period, key, scope, source, source_kind, native_id, kind, text, seen_at, version)
                       VALUES (?, ?, ?, 0, 99, 'feed', ?, 'post', 'old', 0, 1)";
            let values = [(week << 40 | n).into(), week.into(), identity_key("feed", &name).into(), name.into()];
            tx.run(sql, values).await.unwrap();
        }
        tx.script("INSERT INTO period VALUES (2900), (2901); INSERT INTO sequence VALUES ('post', 11)".to_owned())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        store.migrate().await.unwrap();
        let source = store.create_source(
            NewSource {
                organisation: None,
                brand: None,
                kind: "feed".into(),
                name: "new".into(),
                settings: "{}".into(),
            },
            Timestamp::UNIX_EPOCH,
        );
        let source = source.await.unwrap().id;
        let items = (1..=12).map(|n: i64| {
            let post =
                Post { source_kind: "feed".into(), native_id: n.to_string(), text: "old".into(), ..Post::default() };
            Item { post, reading: None, hits: Vec::new(), keep: true }
        });
        let batch = Batch { items: items.collect(), ..Batch::new(source, Timestamp::UNIX_EPOCH) };
        let done = store.commit(batch).await.unwrap();
        assert_eq!((done.new, done.duplicate), (2, 10));
        let newest =
            store.row("SELECT max(id), (SELECT count(*) FROM identity_run) FROM post", []).await.unwrap().unwrap();
        let mut c = newest.columns();
        assert_eq!((c.int().unwrap() >> 40, c.int().unwrap()), (2_901, 2), "the week goes on, full runs are written");
        store.close().await;
    }
}
