//! Where the two engines differ, and nowhere else: placeholders, the words of the schema, the write lock, full text, size.

use std::fmt::Write;

/// Which database holds the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// One file, no server.
    Sqlite,
    /// A server.
    Postgres,
}

impl Engine {
    /// Its name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }

    /// A statement written with bare `?`: SQLite takes it as it is (its numbered look-up is quadratic), PostgreSQL wants `$n`.
    /// Our statements hold no `?` inside quotes.
    pub(crate) fn placeholders(self, sql: &str) -> String {
        if self == Self::Sqlite {
            return sql.to_owned();
        }
        let mut out = String::with_capacity(sql.len() + sql.len() / 4);
        for (n, part) in sql.split('?').enumerate() {
            if n > 0 {
                // Writing to a string cannot fail.
                let _ = write!(out, "${n}");
            }
            out.push_str(part);
        }
        out
    }

    /// The schema is written in SQLite's words. PostgreSQL's text columns compare by bytes, as SQLite's do. A number that is the
    /// whole key is SQLite's row number when its type is spelt INTEGER; else it would get a second tree of its own.
    pub(crate) fn schema(self, sql: &str) -> String {
        match self {
            Self::Sqlite => sql.replace(" BIGINT NOT NULL PRIMARY KEY", " INTEGER NOT NULL PRIMARY KEY"),
            Self::Postgres => {
                sql.replace(" WITHOUT ROWID", "").replace(" BLOB", " BYTEA").replace(" TEXT", " TEXT COLLATE \"C\"")
            }
        }
    }

    /// The table of full text, which no wording makes common.
    pub(crate) fn full_text_schema(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "CREATE VIRTUAL TABLE mention_text USING fts5 (words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')"
            }
            Self::Postgres => {
                "CREATE TABLE mention_text (mention BIGINT NOT NULL PRIMARY KEY, words TSVECTOR NOT NULL);
                 CREATE INDEX mention_text_words ON mention_text USING gin (words)"
            }
        }
    }

    /// Adds one mention's words (folded, cut, set apart by spaces) to the full text: mention, words.
    pub(crate) fn full_text_insert(self) -> &'static str {
        match self {
            Self::Sqlite => "INSERT INTO mention_text (rowid, words) VALUES (?, ?)",
            Self::Postgres => {
                "INSERT INTO mention_text (mention, words) VALUES (?, array_to_tsvector(array_remove(string_to_array(?, ' '), '')))"
            }
        }
    }

    /// What makes a transaction overwrite what it erases, where that must be asked for.
    pub(crate) fn overwrites(self) -> &'static [&'static str] {
        match self {
            Self::Sqlite => &["PRAGMA secure_delete = ON"],
            Self::Postgres => &[],
        }
    }

    /// Writes some pages of the full text anew without what was taken out of it, where that does not happen by itself.
    pub(crate) fn full_text_merge(self) -> Option<&'static str> {
        match self {
            Self::Sqlite => Some("INSERT INTO mention_text (mention_text, rank) VALUES ('merge', -500)"),
            Self::Postgres => None,
        }
    }

    /// Takes one mention out of the full text.
    pub(crate) fn full_text_delete(self) -> &'static str {
        match self {
            Self::Sqlite => "DELETE FROM mention_text WHERE rowid = ?",
            Self::Postgres => "DELETE FROM mention_text WHERE mention = ?",
        }
    }

    /// The condition "mention `m` holds all the words of [`Engine::full_text_query`], or is not indexed as it stands now".
    pub(crate) fn full_text_condition(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "(m.id IN (SELECT rowid FROM mention_text WHERE mention_text MATCH ?) OR m.id IN (SELECT mention FROM mention_stale)
                  OR m.id > coalesce((SELECT next FROM sequence WHERE name = 'mention_text'), 0))"
            }
            Self::Postgres => {
                "(m.id IN (SELECT mention FROM mention_text WHERE words @@ CAST(? AS tsquery)) OR m.id IN (SELECT mention FROM mention_stale)
                  OR m.id > coalesce((SELECT next FROM sequence WHERE name = 'mention_text'), 0))"
            }
        }
    }

    /// The search for mentions that hold every word; words hold letters and digits only.
    pub(crate) fn full_text_query(self, words: &[String]) -> String {
        let (quote, and) = match self {
            Self::Sqlite => ('"', " AND "),
            Self::Postgres => ('\'', " & "),
        };
        words.iter().map(|w| format!("{quote}{w}{quote}")).collect::<Vec<_>>().join(and)
    }

    /// Bytes that the store takes on disk.
    pub(crate) fn size(self) -> &'static str {
        match self {
            Self::Sqlite => "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
            Self::Postgres => "SELECT pg_database_size(current_database())",
        }
    }

    /// Whether a table of that name is there.
    pub(crate) fn table_exists(self) -> &'static str {
        match self {
            Self::Sqlite => "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?",
            Self::Postgres => "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = ?",
        }
    }
}

/// Starts a write on SQLite: the lock is taken at once, so a transaction never fails half way for want of it.
pub(crate) const SQLITE_BEGIN: &str = "BEGIN IMMEDIATE";

/// Taken first in every write on PostgreSQL: one writer at a time, so ids grow in the order in which they become visible.
pub(crate) const POSTGRES_LOCK: &str = "SELECT pg_advisory_xact_lock(5425491)";
