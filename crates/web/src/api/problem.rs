//! Errors as RFC 9457 problems.

use crate::error::Failure;
use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use engine::EngineError;
use query::Diagnostic;
use serde::Serialize;
use utoipa::ToSchema;

/// What went wrong.
#[derive(Clone, Debug)]
pub struct Problem {
    status: StatusCode,
    code: &'static str,
    detail: String,
    query: Option<Box<WrongQuery>>,
}

/// What went wrong, as `application/problem+json` (RFC 9457).
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemOut {
    /// `urn:vigie:problem:` and the code.
    #[serde(rename = "type")]
    kind: String,
    /// The kind of problem, in words.
    title: &'static str,
    /// The status of the answer.
    status: u16,
    /// What happened and what to do.
    detail: String,
    /// A stable name for programs.
    code: &'static str,
    /// What is wrong with a query, and where.
    #[serde(skip_serializing_if = "Option::is_none")]
    query: Option<Box<WrongQuery>>,
}

/// What is wrong with a query, and where.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct WrongQuery {
    /// A stable name of what is wrong.
    pub code: String,
    /// What is wrong, in English.
    pub message: String,
    /// Where it begins, in bytes of the query.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The message with the line and a caret under the place.
    pub rendered: String,
    /// Query text that could stand in its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
}

impl WrongQuery {
    /// From the parser's diagnostic.
    pub fn new(source: &str, wrong: &Diagnostic) -> Self {
        let span = wrong.span();
        Self {
            code: wrong.code().to_owned(),
            message: wrong.message(),
            start: span.start,
            end: span.end,
            rendered: wrong.render(source),
            suggestion: wrong.suggestion().map(str::to_owned),
        }
    }
}

impl Problem {
    /// A problem of this status and code.
    pub fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        Self { status, code, detail: detail.into(), query: None }
    }

    /// A value that cannot be taken.
    pub fn bad(detail: impl Into<String>) -> Self {
        Failure::Bad(detail.into()).into()
    }

    /// A query that cannot be read.
    pub fn wrong_query(source: &str, wrong: &Diagnostic) -> Self {
        let said = WrongQuery::new(source, wrong);
        let mut problem = Self::new(StatusCode::UNPROCESSABLE_ENTITY, "wrong-query", said.message.clone());
        problem.query = Some(Box::new(said));
        problem
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match &failure {
            Failure::Store(error) => tracing::error!(%error, "the store did not answer the API"),
            Failure::Ours(error) => tracing::error!(error, "the API broke"),
            _ => {}
        }
        Self::new(failure.status(), failure.code(), failure.to_string())
    }
}

impl From<store::Error> for Problem {
    fn from(error: store::Error) -> Self {
        Failure::from(error).into()
    }
}

impl From<EngineError> for Problem {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::Store(error) => Failure::from(error),
            EngineError::Report(why) => Failure::Bad(why),
            wrong @ EngineError::Source { .. } => Failure::Bad(wrong.to_string()),
            other => Failure::Ours(other.to_string()),
        }
        .into()
    }
}

impl From<JsonRejection> for Problem {
    fn from(rejection: JsonRejection) -> Self {
        let status = rejection.status();
        let code = match status {
            StatusCode::PAYLOAD_TOO_LARGE => "too-big",
            StatusCode::UNSUPPORTED_MEDIA_TYPE => "not-json",
            _ => "bad-body",
        };
        Self::new(status, code, rejection.body_text())
    }
}

impl From<QueryRejection> for Problem {
    fn from(rejection: QueryRejection) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "bad-parameter", rejection.body_text())
    }
}

impl From<PathRejection> for Problem {
    fn from(_: PathRejection) -> Self {
        Failure::NotFound.into()
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let Self { status, code, detail, query } = self;
        let said = ProblemOut {
            kind: format!("urn:vigie:problem:{code}"),
            title: status.canonical_reason().unwrap_or("Problem"),
            status: status.as_u16(),
            detail,
            code,
            query,
        };
        let mut answer = (status, Json(said)).into_response();
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        match status {
            StatusCode::UNAUTHORIZED => headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")),
            StatusCode::SERVICE_UNAVAILABLE => headers.insert(header::RETRY_AFTER, HeaderValue::from_static("5")),
            _ => None,
        };
        answer
    }
}
