//! Pages of a list: an opaque cursor, and a link to the next page.

use super::problem::Problem;
use axum::http::Uri;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Most items of one page.
pub const MOST: usize = 200;
/// Items of a page where nothing is said.
const USUAL: usize = 50;

/// Which page of a list is wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PageAsked {
    /// Where it begins: the `cursor` of the page before.
    pub cursor: Option<String>,
    /// Most items, at most 200; 50 where it is not said.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<usize>,
}

/// One page of a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// Its items.
    pub items: Vec<T>,
    /// What the next page begins with; absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// The address of the next page; absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// How many items a page is to hold.
///
/// # Errors
/// None, or more than [`MOST`].
pub fn limit(asked: Option<usize>) -> Result<usize, Problem> {
    match asked {
        None => Ok(USUAL),
        Some(limit @ 1..=MOST) => Ok(limit),
        Some(_) => Err(Problem::bad(format!("`limit` must be from 1 to {MOST}"))),
    }
}

impl<T> Page<T> {
    /// A page that was asked for at `uri`, and the text of its cursor.
    pub fn new(uri: &Uri, items: Vec<T>, cursor: Option<String>) -> Self {
        let cursor = cursor.map(|text| URL_SAFE_NO_PAD.encode(text));
        let next = cursor.as_deref().map(|cursor| link(uri, cursor));
        Self { items, cursor, next }
    }

    /// The page of a list in order of id that is asked for.
    ///
    /// # Errors
    /// A cursor or a limit that is none.
    pub fn of(
        uri: &Uri,
        asked: &PageAsked,
        all: impl IntoIterator<Item = T>,
        id: impl Fn(&T) -> i64,
    ) -> Result<Self, Problem> {
        let limit = limit(asked.limit)?;
        let after = asked.cursor.as_deref().map(|cursor| read(cursor)?.parse().map_err(|_| wrong())).transpose()?;
        let mut items = all.into_iter().filter(|item| after.is_none_or(|after| id(item) > after));
        let page: Vec<T> = items.by_ref().take(limit).collect();
        let cursor = items.next().and(page.last()).map(|last| id(last).to_string());
        Ok(Self::new(uri, page, cursor))
    }
}

/// The text that was made a cursor.
///
/// # Errors
/// Not one of ours.
pub fn read(cursor: &str) -> Result<String, Problem> {
    let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| wrong())?;
    String::from_utf8(bytes).map_err(|_| wrong())
}

/// A moment and what follows it, of a cursor.
///
/// # Errors
/// Not one of ours.
pub fn read_moment(cursor: &str) -> Result<(Timestamp, String), Problem> {
    let text = read(cursor)?;
    let (micros, rest) = text.split_once(' ').ok_or_else(wrong)?;
    let micros = micros.parse().map_err(|_| wrong())?;
    Ok((Timestamp::from_microsecond(micros).map_err(|_| wrong())?, rest.to_owned()))
}

/// The text of a cursor that stands at a moment.
pub fn moment(at: Timestamp, rest: impl std::fmt::Display) -> String {
    format!("{} {rest}", at.as_microsecond())
}

/// A cursor that is none.
pub fn wrong() -> Problem {
    Problem::bad("`cursor` is none of ours: take the one of the page before, or leave it out")
}

/// The same address with another cursor.
fn link(uri: &Uri, cursor: &str) -> String {
    let others = uri.query().unwrap_or("").split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("cursor="));
    let pairs: Vec<&str> = others.collect();
    let ahead = if pairs.is_empty() { String::new() } else { format!("{}&", pairs.join("&")) };
    format!("{}?{ahead}cursor={cursor}", uri.path())
}
