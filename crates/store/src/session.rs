//! Sessions, and the log of logins that throttles guessing.

use crate::people::person;
use crate::{Result, Store};
use domain::id::PersonId;
use domain::organisation::Person;
use jiff::{SignedDuration, Timestamp};

/// A session unused for so long has ended, whatever its expiry.
const IDLE: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How exactly "last seen" is known; keeps reads from becoming writes.
const GRAIN: SignedDuration = SignedDuration::from_mins(5);
/// How long attempts to log in are remembered.
const LOGINS_KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

fn before(at: Timestamp, span: SignedDuration) -> Timestamp {
    at.checked_sub(span).unwrap_or(Timestamp::MIN)
}

impl Store {
    /// Starts a session; only the digest of its secret is kept.
    pub async fn create_session(
        &self,
        digest: &[u8; 32],
        person: PersonId,
        at: Timestamp,
        expires_at: Timestamp,
    ) -> Result<()> {
        let mut tx = self.write().await?;
        tx.run(
            "INSERT INTO session (digest, person, created_at, expires_at, last_seen) VALUES (?, ?, ?, ?, ?)",
            [digest[..].into(), person.into(), at.into(), expires_at.into(), at.into()],
        )
        .await?;
        tx.run("DELETE FROM session WHERE expires_at <= ? OR last_seen <= ?", [at.into(), before(at, IDLE).into()])
            .await?;
        tx.commit().await
    }

    /// Whose session it is; nobody's once it expired or lay unused for a week.
    pub async fn session(&self, digest: &[u8; 32], at: Timestamp) -> Result<Option<Person>> {
        let sql = "SELECT p.id, p.name, p.email, p.locale, p.zone, s.last_seen FROM session s JOIN person p ON p.id = s.person
                   WHERE s.digest = ? AND s.expires_at > ? AND s.last_seen > ?";
        let Some(row) = self.row(sql, [digest[..].into(), at.into(), before(at, IDLE).into()]).await? else {
            return Ok(None);
        };
        let mut columns = row.columns();
        let person = person(&mut columns)?;
        if at.duration_since(columns.time()?) > GRAIN {
            let mut tx = self.write().await?;
            tx.run("UPDATE session SET last_seen = ? WHERE digest = ?", [at.into(), digest[..].into()]).await?;
            tx.commit().await?;
        }
        Ok(Some(person))
    }

    /// Ends a session; an unknown one has ended already.
    pub async fn end_session(&self, digest: &[u8; 32]) -> Result<()> {
        let mut tx = self.write().await?;
        tx.run("DELETE FROM session WHERE digest = ?", [digest[..].into()]).await?;
        tx.commit().await
    }

    /// Remembers an attempt to log in; `key` says who tried (an account, an address). Success forgets the failures before it.
    pub async fn record_login(&self, key: &str, at: Timestamp, ok: bool) -> Result<()> {
        let mut tx = self.write().await?;
        tx.run("DELETE FROM login WHERE at <= ?", [before(at, LOGINS_KEPT).into()]).await?;
        if ok {
            tx.run("DELETE FROM login WHERE key = ?", [key.into()]).await?;
        }
        tx.run("INSERT INTO login (key, at, ok) VALUES (?, ?, ?)", [key.into(), at.into(), ok.into()]).await?;
        tx.commit().await
    }

    /// How many attempts failed since then, and since the last success.
    pub async fn failed_logins(&self, key: &str, since: Timestamp) -> Result<i64> {
        let sql = "SELECT count(*) FROM login WHERE key = ? AND ok = 0 AND at >= ?";
        self.row(sql, [key.into(), since.into()]).await?.map_or(Ok(0), |r| r.columns().int())
    }
}
