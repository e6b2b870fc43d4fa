//! What can go wrong, in words that tell what was kept and what to do.

use thiserror::Error;

/// What the store answers when it cannot do what was asked.
#[derive(Debug, Error)]
pub enum Error {
    /// No such thing, or it belongs to another organisation: the answer is the same.
    #[error("not found")]
    NotFound,
    /// It is there already, or it changed meanwhile.
    #[error("conflict: {0}")]
    Conflict(String),
    /// The store was written by a newer Vigie.
    #[error(
        "the store is at schema version {found} but this program knows only {known}; nothing was changed; install the newer version of vigie, or restore a backup made by this one"
    )]
    Newer {
        /// The version found.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// Another process holds the write lock.
    #[error(
        "the store is locked by another process; this change was not written, all earlier ones are kept; stop the other process or try again"
    )]
    Locked,
    /// No room left.
    #[error(
        "the disk of the store is full; this change was not written, all earlier ones are kept; free some room and try again"
    )]
    Full,
    /// May not be written.
    #[error(
        "the store is read-only; nothing was changed; check the owner and the rights of its file and folder, or whether the server is a standby"
    )]
    ReadOnly,
    /// Not there, or does not answer.
    #[error(
        "the store cannot be reached: {0}; nothing was changed; check its address and that its folder or server is there"
    )]
    Unreachable(String),
    /// Does not hold what it must.
    #[error("the store is damaged: {0}; stop writing to it and restore the last backup")]
    Corrupt(String),
    /// Anything else the database says.
    #[error("the database says: {0}")]
    Other(sqlx::Error),
}

/// What every function of the store answers.
pub type Result<T> = std::result::Result<T, Error>;

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(said) => {
                let code = said.code().unwrap_or_default().into_owned();
                let message = said.message().to_owned();
                match said.try_downcast_ref::<sqlx::sqlite::SqliteError>() {
                    Some(_) => sqlite(&code, message).unwrap_or(Self::Other(error)),
                    None => postgres(&code, message).unwrap_or(Self::Other(error)),
                }
            }
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::Configuration(_) => Self::Unreachable(error.to_string()),
            _ => Self::Other(error),
        }
    }
}

/// SQLite's extended result codes; the low byte is the primary one.
fn sqlite(code: &str, message: String) -> Option<Error> {
    let code: i64 = code.parse().ok()?;
    match (code, code & 0xff) {
        (1555 | 2067, _) => Some(Error::Conflict(message)),
        (_, 5 | 6) => Some(Error::Locked),
        (_, 8) => Some(Error::ReadOnly),
        (_, 11 | 26) => Some(Error::Corrupt(message)),
        (_, 13) => Some(Error::Full),
        (_, 14) => Some(Error::Unreachable(message)),
        _ => None,
    }
}

fn postgres(code: &str, message: String) -> Option<Error> {
    match code {
        "23505" => Some(Error::Conflict(message)),
        "55P03" | "40P01" => Some(Error::Locked),
        "53100" => Some(Error::Full),
        "25006" => Some(Error::ReadOnly),
        "3D000" | "57P01" | "57P02" | "57P03" | "53300" => Some(Error::Unreachable(message)),
        "XX001" | "XX002" => Some(Error::Corrupt(message)),
        _ if code.starts_with("08") || code.starts_with("28") => Some(Error::Unreachable(message)),
        _ => None,
    }
}
