//! Statements, values and rows, the same for both engines. Every column is a whole number, a text or bytes.

use crate::dialect::{self, Engine};
use crate::value::Value;
use crate::{Error, Result, Store};
use jiff::Timestamp;
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Arguments, AssertSqlSafe, PgPool, Postgres, Row as _, Sqlite, SqlitePool, Transaction};

/// One row of an answer.
pub(crate) enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl Row {
    /// Reads the columns from left to right.
    pub(crate) fn columns(&self) -> Columns<'_> {
        Columns { row: self, next: 0 }
    }
}

/// Reads the columns of a row from left to right.
pub(crate) struct Columns<'r> {
    row: &'r Row,
    next: usize,
}

impl Columns<'_> {
    pub(crate) fn maybe_int(&mut self) -> Result<Option<i64>> {
        let i = self.next;
        self.next += 1;
        Ok(match self.row {
            Row::Sqlite(row) => row.try_get(i)?,
            Row::Postgres(row) => row.try_get(i)?,
        })
    }

    pub(crate) fn maybe_text(&mut self) -> Result<Option<String>> {
        let i = self.next;
        self.next += 1;
        Ok(match self.row {
            Row::Sqlite(row) => row.try_get(i)?,
            Row::Postgres(row) => row.try_get(i)?,
        })
    }

    pub(crate) fn bytes(&mut self) -> Result<Vec<u8>> {
        let i = self.next;
        self.next += 1;
        Ok(match self.row {
            Row::Sqlite(row) => row.try_get(i)?,
            Row::Postgres(row) => row.try_get(i)?,
        })
    }

    pub(crate) fn int(&mut self) -> Result<i64> {
        let i = self.next;
        self.maybe_int()?.ok_or_else(|| Error::Corrupt(format!("column {i} holds nothing where a number must be")))
    }

    pub(crate) fn text(&mut self) -> Result<String> {
        let i = self.next;
        self.maybe_text()?.ok_or_else(|| Error::Corrupt(format!("column {i} holds nothing where a text must be")))
    }

    pub(crate) fn flag(&mut self) -> Result<bool> {
        Ok(self.int()? != 0)
    }

    pub(crate) fn time(&mut self) -> Result<Timestamp> {
        time(self.int()?)
    }

    pub(crate) fn maybe_time(&mut self) -> Result<Option<Timestamp>> {
        self.maybe_int()?.map(time).transpose()
    }

    /// A word that stands for a value of the domain.
    pub(crate) fn word<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Result<T> {
        let word = self.text()?;
        known(&word, read)
    }

    pub(crate) fn maybe_word<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>> {
        self.maybe_text()?.map(|word| known(&word, read)).transpose()
    }
}

fn known<T>(word: &str, read: impl Fn(&str) -> Option<T>) -> Result<T> {
    read(word).ok_or_else(|| Error::Corrupt(format!("unknown word '{word}'")))
}

fn time(microseconds: i64) -> Result<Timestamp> {
    Timestamp::from_microsecond(microseconds).map_err(|_| Error::Corrupt(format!("{microseconds} µs is no time")))
}

fn sqlite_arguments(values: impl IntoIterator<Item = Value>) -> Result<SqliteArguments> {
    let mut arguments = SqliteArguments::default();
    for value in values {
        match value {
            Value::Int(v) => arguments.add(v),
            Value::Text(v) => arguments.add(v),
            Value::Blob(v) => arguments.add(v),
        }
        .map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}

fn postgres_arguments(values: impl IntoIterator<Item = Value>) -> Result<PgArguments> {
    let mut arguments = PgArguments::default();
    for value in values {
        match value {
            Value::Int(v) => arguments.add(v),
            Value::Text(v) => arguments.add(v),
            Value::Blob(v) => arguments.add(v),
        }
        .map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}

/// Values as an engine takes them.
enum Bound {
    Sqlite(SqliteArguments),
    Postgres(PgArguments),
}

impl Engine {
    fn arguments(self, values: impl IntoIterator<Item = Value>) -> Result<Bound> {
        Ok(match self {
            Self::Sqlite => Bound::Sqlite(sqlite_arguments(values)?),
            Self::Postgres => Bound::Postgres(postgres_arguments(values)?),
        })
    }
}

/// The two kinds of connections behind a store.
pub(crate) enum Pool {
    /// Readers, and the one writer.
    Sqlite {
        readers: SqlitePool,
        writer: SqlitePool,
    },
    Postgres(PgPool),
}

/// A transaction; rolled back when dropped before [`Tx::commit`].
pub(crate) enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Store {
    /// A transaction that may write; one at a time.
    pub(crate) async fn write(&self) -> Result<Tx> {
        match &self.pool {
            Pool::Sqlite { writer, .. } => Ok(Tx::Sqlite(writer.begin_with(dialect::SQLITE_BEGIN).await?)),
            Pool::Postgres(pool) => {
                let mut tx = Tx::Postgres(pool.begin().await?);
                tx.run(dialect::POSTGRES_LOCK, []).await?;
                Ok(tx)
            }
        }
    }

    /// Answers a question outside any transaction.
    pub(crate) async fn rows(&self, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<Vec<Row>> {
        Ok(match &self.pool {
            Pool::Sqlite { readers, .. } => {
                let query = sqlx::query_with(AssertSqlSafe(sql), sqlite_arguments(values)?);
                query.fetch_all(readers).await?.into_iter().map(Row::Sqlite).collect()
            }
            Pool::Postgres(pool) => {
                let sql = Engine::Postgres.placeholders(sql);
                let query = sqlx::query_with(AssertSqlSafe(sql), postgres_arguments(values)?);
                query.fetch_all(pool).await?.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    /// Answers a question that has one row at most.
    pub(crate) async fn row(&self, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<Option<Row>> {
        Ok(self.rows(sql, values).await?.pop())
    }

    /// One row for each of many ids, chunk by chunk: `sql` holds `{in}` where their list goes, after all other parameters.
    pub(crate) async fn rows_in(&self, sql: &str, first: &[Value], ids: &[i64]) -> Result<Vec<Row>> {
        let mut rows = Vec::new();
        for (sql, values) in in_chunks(sql, first, ids) {
            rows.extend(self.rows(&sql, values).await?);
        }
        Ok(rows)
    }
}

impl Tx {
    pub(crate) fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    /// Runs a statement; answers how many rows it touched.
    pub(crate) async fn run(&mut self, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<u64> {
        let engine = self.engine();
        self.execute(&engine.placeholders(sql), engine.arguments(values)?).await
    }

    async fn execute(&mut self, sql: &str, bound: Bound) -> Result<u64> {
        let sql = AssertSqlSafe(sql.to_owned());
        Ok(match (self, bound) {
            (Self::Sqlite(tx), Bound::Sqlite(bound)) => {
                sqlx::query_with(sql, bound).execute(&mut **tx).await?.rows_affected()
            }
            (Self::Postgres(tx), Bound::Postgres(bound)) => {
                sqlx::query_with(sql, bound).execute(&mut **tx).await?.rows_affected()
            }
            _ => return Err(Error::Corrupt("values made for one engine went to the other".to_owned())),
        })
    }

    /// Runs several statements without parameters.
    pub(crate) async fn script(&mut self, sql: String) -> Result<()> {
        match self {
            Self::Sqlite(tx) => sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut **tx).await.map(|_| ())?,
            Self::Postgres(tx) => sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut **tx).await.map(|_| ())?,
        }
        Ok(())
    }

    pub(crate) async fn rows(&mut self, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<Vec<Row>> {
        let sql = AssertSqlSafe(self.engine().placeholders(sql));
        Ok(match self {
            Self::Sqlite(tx) => {
                let rows = sqlx::query_with(sql, sqlite_arguments(values)?).fetch_all(&mut **tx).await?;
                rows.into_iter().map(Row::Sqlite).collect()
            }
            Self::Postgres(tx) => {
                let rows = sqlx::query_with(sql, postgres_arguments(values)?).fetch_all(&mut **tx).await?;
                rows.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    pub(crate) async fn row(&mut self, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<Option<Row>> {
        Ok(self.rows(sql, values).await?.pop())
    }

    pub(crate) async fn rows_in(&mut self, sql: &str, first: &[Value], ids: &[i64]) -> Result<Vec<Row>> {
        let mut rows = Vec::new();
        for (sql, values) in in_chunks(sql, first, ids) {
            rows.extend(self.rows(&sql, values).await?);
        }
        Ok(rows)
    }

    /// Inserts many rows in chunks of 500, 50 and 1. `head` is `INSERT INTO t (a, b)`; the values come row after row. A column
    /// that no row fills is left out where there are many rows: binding nothing takes as long as binding something.
    ///
    /// # Panics
    /// Where the values do not fill whole rows of the columns named: an unbound parameter would be a silent NULL.
    pub(crate) async fn bulk(&mut self, head: &str, tail: &str, values: Vec<Value>) -> Result<u64> {
        let columns = head.matches(',').count() + 1;
        assert_eq!(values.len() % columns, 0, "{head}: {} values do not fill rows of {columns}", values.len());
        let mut left = values.len() / columns;
        let filled: Vec<bool> = match left {
            0..50 => vec![true; columns],
            _ => (0..columns).map(|i| values.iter().skip(i).step_by(columns).any(|value| !value.is_null())).collect(),
        };
        let head = only(head, &filled);
        let columns = filled.iter().filter(|filled| **filled).count();
        let mut values =
            values.into_iter().zip(filled.into_iter().cycle()).filter_map(|(value, filled)| filled.then_some(value));
        let mut touched = 0;
        let row = format!("({})", vec!["?"; columns].join(", "));
        let engine = self.engine();
        for size in [500, 50, 1] {
            if left < size {
                continue;
            }
            let sql = engine.placeholders(&format!("{head} VALUES {} {tail}", vec![row.as_str(); size].join(", ")));
            let mut chunk = || engine.arguments(values.by_ref().take(size * columns));
            let mut next = Some(chunk()?);
            while let Some(arguments) = next.take() {
                left -= size;
                // The next chunk is made ready while the engine works on this one.
                let (done, ready) =
                    tokio::join!(self.execute(&sql, arguments), async { (left >= size).then(&mut chunk).transpose() });
                touched += done?;
                next = ready?;
            }
        }
        Ok(touched)
    }

    /// The next id of that name.
    pub(crate) async fn next_id(&mut self, name: &str) -> Result<i64> {
        self.next_ids(name, 1).await
    }

    /// The first of `n` ids of that name, one after the other.
    pub(crate) async fn next_ids(&mut self, name: &str, n: i64) -> Result<i64> {
        let sql = "INSERT INTO sequence (name, next) VALUES (?, ?)
                   ON CONFLICT (name) DO UPDATE SET next = sequence.next + excluded.next - 1 RETURNING next";
        let next = self.row(sql, [name.into(), (n + 1).into()]).await?.ok_or(Error::NotFound)?.columns().int()?;
        Ok(next - n)
    }

    pub(crate) async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}

/// `INSERT INTO t (a, b, c)` with only the columns that are filled.
fn only(head: &str, filled: &[bool]) -> String {
    let Some((table, columns)) = head.split_once('(') else { return head.to_owned() };
    let columns = columns.trim_end_matches(')').split(',').map(str::trim).zip(filled);
    let columns: Vec<&str> = columns.filter_map(|(column, filled)| filled.then_some(column)).collect();
    format!("{table}({})", columns.join(", "))
}

/// The statement and its values for each chunk of ids. A chunk is filled up with its last id, so that few different
/// statements are ever prepared.
fn in_chunks(sql: &str, first: &[Value], ids: &[i64]) -> Vec<(String, Vec<Value>)> {
    ids.chunks(500)
        .map(|chunk| {
            let size = [1, 50, 500].into_iter().find(|s| chunk.len() <= *s).unwrap_or(500);
            let last = chunk.last().copied().unwrap_or_default();
            let list = chunk.iter().copied().chain(std::iter::repeat(last)).take(size);
            let values = first.iter().cloned().chain(list.map(Value::from)).collect();
            (sql.replace("{in}", &format!("({})", vec!["?"; size].join(", "))), values)
        })
        .collect()
}
