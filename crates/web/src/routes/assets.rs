//! Style, script and icon, named by their content and so kept for ever.

use crate::assets::find;
use crate::error::Failure;
use axum::extract::OriginalUri;
use axum::http::header;
use axum::response::{IntoResponse, Response};

/// One of them.
pub async fn serve(OriginalUri(address): OriginalUri) -> Result<Response, Failure> {
    let asset = find(address.path()).ok_or(Failure::NotFound)?;
    let headers =
        [(header::CONTENT_TYPE, asset.media_type), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, asset.bytes).into_response())
}
