//! How often the reader is wrong.

use crate::error::Failure;
use crate::pages::Room;
use crate::pages::reader::ReaderPage;
use crate::routes::desk::Desk;
use crate::routes::desk::page;
use axum::response::Response;

/// The page; anybody who may read mentions may read it.
pub async fn show(desk: Desk) -> Result<Response, Failure> {
    let shell = desk.shell(Room::Mentions).await?;
    page(&ReaderPage { words: desk.words, shell })
}
