//! Full text over mentions. It follows behind a watermark: what came later is found once it is indexed.

use crate::sql::{Row, Tx};
use crate::{Error, Result, Store};
use domain::id::MentionId;

/// How far the index has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indexed {
    /// The newest mention indexed; 0 for none.
    pub upto: MentionId,
    /// Whether nothing is left.
    pub done: bool,
}

/// How far the index is behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IndexLag {
    /// The newest mention indexed; 0 for none.
    pub indexed_upto: MentionId,
    /// The newest mention; 0 for none.
    pub newest: MentionId,
    /// How many are not indexed, or only with a text that was edited since.
    pub behind: i64,
}

/// The sequence that holds the watermark: the newest mention indexed.
const WATERMARK: &str = "mention_text";

/// The words of a folded text: runs of letters and digits.
pub(crate) fn words(folded: &str) -> Vec<String> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

impl Store {
    /// Indexes up to `limit` mentions, oldest first, those whose text was edited before all. `fold` is what searches are folded with.
    pub async fn index_mentions(&self, limit: i64, fold: fn(&str) -> String) -> Result<Indexed> {
        let mut tx = self.write().await?;
        let mut upto = watermark(tx.row("SELECT next FROM sequence WHERE name = ?", [WATERMARK.into()]).await?)?;
        let sql =
            "SELECT m.id, p.text FROM mention_stale s JOIN mention m ON m.id = s.mention JOIN post p ON p.id = m.post
                   ORDER BY m.id LIMIT ?";
        let stale = tx.rows(sql, [limit.into()]).await?;
        let mut left = limit;
        for row in &stale {
            let id = row.columns().int()?;
            tx.run("DELETE FROM mention_stale WHERE mention = ?", [id.into()]).await?;
            if id <= upto {
                tx.run(tx.engine().full_text_delete(), [id.into()]).await?;
                index(&mut tx, row, fold).await?;
            }
            left -= 1;
        }
        let sql =
            "SELECT m.id, p.text FROM mention m JOIN post p ON p.id = m.post WHERE m.id > ? ORDER BY m.id LIMIT ?";
        let rows = tx.rows(sql, [upto.into(), left.max(0).into()]).await?;
        for row in &rows {
            upto = index(&mut tx, row, fold).await?;
        }
        tx.run(
            "INSERT INTO sequence (name, next) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET next = excluded.next",
            [WATERMARK.into(), upto.into()],
        )
        .await?;
        tx.commit().await?;
        Ok(Indexed { upto: MentionId(upto), done: ((stale.len() + rows.len()) as i64) < limit })
    }

    /// Writes some of the index anew, so that no word is left in it of what was taken out. `true` once nothing is left to do.
    pub async fn compact_index(&self) -> Result<bool> {
        let mut tx = self.write().await?;
        let Some(merge) = tx.engine().full_text_merge() else { return Ok(true) };
        for statement in tx.engine().overwrites() {
            tx.run(statement, []).await?;
        }
        let before = changes(&mut tx).await?;
        tx.run(merge, []).await?;
        // The statement itself is one change.
        let done = changes(&mut tx).await? - before < 2;
        tx.commit().await?;
        Ok(done)
    }

    /// How far full text is behind.
    pub async fn index_lag(&self) -> Result<IndexLag> {
        let upto = watermark(self.row("SELECT next FROM sequence WHERE name = ?", [WATERMARK.into()]).await?)?;
        let sql = "SELECT coalesce((SELECT max(id) FROM mention), 0),
                   (SELECT count(*) FROM mention WHERE id > ?) + (SELECT count(*) FROM mention_stale WHERE mention <= ?)";
        let row = self.row(sql, [upto.into(), upto.into()]).await?.ok_or(Error::NotFound)?;
        let mut c = row.columns();
        Ok(IndexLag { indexed_upto: MentionId(upto), newest: MentionId(c.int()?), behind: c.int()? })
    }
}

/// Rows that this connection changed so far, those inside the full text too; SQLite's word.
async fn changes(tx: &mut Tx) -> Result<i64> {
    tx.row("SELECT total_changes()", []).await?.ok_or(Error::NotFound)?.columns().int()
}

fn watermark(row: Option<Row>) -> Result<i64> {
    row.map_or(Ok(0), |r| r.columns().int())
}

async fn index(tx: &mut Tx, row: &Row, fold: fn(&str) -> String) -> Result<i64> {
    let mut c = row.columns();
    let (id, text) = (c.int()?, c.text()?);
    tx.run(tx.engine().full_text_insert(), [id.into(), words(&fold(&text)).join(" ").into()]).await?;
    Ok(id)
}
