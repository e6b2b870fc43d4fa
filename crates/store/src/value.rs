//! What is bound to a statement: whole numbers, texts and bytes.

use domain::id::{BrandId, MentionId, OrganisationId, PersonId, PostId, QueryId, SourceId};
use jiff::Timestamp;
use std::sync::Arc;

/// One parameter of a statement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Value {
    Int(Option<i64>),
    Text(Option<Arc<str>>),
    Blob(Vec<u8>),
}

impl Value {
    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Self::Int(None) | Self::Text(None))
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(Some(value))
    }
}

impl From<Option<i64>> for Value {
    fn from(value: Option<i64>) -> Self {
        Self::Int(value)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Int(Some(i64::from(value)))
    }
}

impl From<Timestamp> for Value {
    fn from(value: Timestamp) -> Self {
        Self::Int(Some(value.as_microsecond()))
    }
}

impl From<Option<Timestamp>> for Value {
    fn from(value: Option<Timestamp>) -> Self {
        Self::Int(value.map(Timestamp::as_microsecond))
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(Some(without_nul(value).into()))
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(Some(if value.contains('\0') { without_nul(value.to_owned()).into() } else { value.into() }))
    }
}

impl From<&String> for Value {
    fn from(value: &String) -> Self {
        Self::from(value.as_str())
    }
}

impl From<Option<&str>> for Value {
    fn from(value: Option<&str>) -> Self {
        value.map_or(Self::Text(None), Self::from)
    }
}

impl From<&Option<String>> for Value {
    fn from(value: &Option<String>) -> Self {
        Self::from(value.as_deref())
    }
}

impl From<Vec<u8>> for Value {
    fn from(value: Vec<u8>) -> Self {
        Self::Blob(value)
    }
}

impl From<&[u8]> for Value {
    fn from(value: &[u8]) -> Self {
        Self::Blob(value.to_vec())
    }
}

impl From<OrganisationId> for Value {
    fn from(value: OrganisationId) -> Self {
        value.0.into()
    }
}

impl From<PersonId> for Value {
    fn from(value: PersonId) -> Self {
        value.0.into()
    }
}

impl From<BrandId> for Value {
    fn from(value: BrandId) -> Self {
        value.0.into()
    }
}

impl From<QueryId> for Value {
    fn from(value: QueryId) -> Self {
        value.0.into()
    }
}

impl From<SourceId> for Value {
    fn from(value: SourceId) -> Self {
        value.0.into()
    }
}

impl From<PostId> for Value {
    fn from(value: PostId) -> Self {
        value.0.into()
    }
}

impl From<MentionId> for Value {
    fn from(value: MentionId) -> Self {
        value.0.into()
    }
}

/// PostgreSQL takes no NUL in a text, and nobody means one.
pub(crate) fn without_nul(text: String) -> String {
    if text.contains('\0') { text.replace('\0', "\u{fffd}") } else { text }
}
