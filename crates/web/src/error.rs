//! What can go wrong on the way to a page, said as data. Pages and API each word it their way.

use axum::http::StatusCode;

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Not there, or not theirs: the two are told apart by nobody.
    #[error("there is nothing here, or it is not yours to see")]
    NotFound,
    /// Theirs to see, not to do.
    #[error("your role in this organisation does not allow this")]
    Forbidden,
    /// Pages without https publish nothing.
    #[error("these pages are served without https outside this machine: nothing is published or approved from them")]
    PlainHttp,
    /// Nobody is logged in.
    #[error("log in first")]
    LoginNeeded,
    /// A token that is not one.
    #[error("this API token is unknown or was revoked")]
    TokenUnknown,
    /// Too many tries.
    #[error("too many tries; wait {0} minutes")]
    TooMany(i64),
    /// The request cannot be read.
    #[error("{0}")]
    Bad(String),
    /// It clashes with what is there.
    #[error("{0}")]
    Conflict(String),
    /// The store did not do it.
    #[error("the store did not answer: {0}")]
    Store(store::Error),
    /// Ours.
    #[error("something broke on our side: {0}")]
    Ours(String),
}

impl Failure {
    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::PlainHttp => StatusCode::FORBIDDEN,
            Self::LoginNeeded | Self::TokenUnknown => StatusCode::UNAUTHORIZED,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Bad(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::Store(store::Error::Full) => StatusCode::INSUFFICIENT_STORAGE,
            Self::Store(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Ours(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Forbidden => "forbidden",
            Self::PlainHttp => "plain-http",
            Self::LoginNeeded => "login-needed",
            Self::TokenUnknown => "token-unknown",
            Self::TooMany(_) => "too-many-tries",
            Self::Bad(_) => "bad-request",
            Self::Conflict(_) => "conflict",
            Self::Store(store::Error::Full) => "disk-full",
            Self::Store(_) => "store",
            Self::Ours(_) => "ours",
        }
    }
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::NotFound => Self::NotFound,
            store::Error::Conflict(what) => Self::Conflict(what),
            other => Self::Store(other),
        }
    }
}
