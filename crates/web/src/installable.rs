//! What makes the pages an app on a phone: the manifest, and the worker that takes messages and keeps the last bridge for when there is no
//! network. Both stand at fixed addresses: browsers know an installed page by them.

use crate::assets::{ICON, ICON_192, ICON_512};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use std::sync::LazyLock;

/// Where the manifest is.
pub const MANIFEST: &str = "/manifest.webmanifest";
/// Where the worker is; the root, so that it serves all pages. `live.js` registers it there.
pub const WORKER: &str = "/sw.js";

/// The colours of the pages' ground, light and dark, as in the style sheet.
const GROUND: [&str; 2] = ["#f7f6f2", "#12161a"];

static MANIFEST_TEXT: LazyLock<String> = LazyLock::new(|| {
    let icon = |path: &str, sizes, media_type, purpose| json!({ "src": path, "sizes": sizes, "type": media_type, "purpose": purpose });
    json!({
        "id": "/",
        "name": "Vigie",
        "short_name": "Vigie",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": GROUND[0],
        "theme_color": GROUND[0],
        "icons": [
            icon(&ICON.path, "any", "image/svg+xml", "any"),
            icon(&ICON_192.path, "192x192", "image/png", "any"),
            icon(&ICON_512.path, "512x512", "image/png", "any maskable"),
        ],
    })
    .to_string()
});

static WORKER_TEXT: LazyLock<String> =
    LazyLock::new(|| include_str!("../assets/sw.js").replace("{icon}", &ICON_192.path));

/// The manifest (W3C Web Application Manifest).
pub async fn manifest() -> Response {
    let headers = [(header::CONTENT_TYPE, "application/manifest+json"), (header::CACHE_CONTROL, "no-cache")];
    (headers, MANIFEST_TEXT.as_str()).into_response()
}

/// The worker (W3C Service Workers). Never kept, so that a new Vigie brings its own.
pub async fn worker() -> Response {
    let headers = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    (headers, WORKER_TEXT.as_str()).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_names_pictures_that_are_there() {
        let manifest: serde_json::Value = serde_json::from_str(&MANIFEST_TEXT).unwrap();
        for icon in manifest["icons"].as_array().unwrap() {
            let found = crate::assets::find(icon["src"].as_str().unwrap()).unwrap();
            assert_eq!(icon["type"], found.media_type);
            if let Some((width, height)) = icon["sizes"].as_str().unwrap().split_once('x') {
                assert_eq!(&found.bytes[1..4], b"PNG");
                let number = |at: usize| u32::from_be_bytes(found.bytes[at..at + 4].try_into().unwrap()).to_string();
                assert_eq!((number(16).as_str(), number(20).as_str()), (width, height));
            }
        }
        let style = std::str::from_utf8(crate::assets::STYLE.bytes).unwrap();
        assert!(GROUND.iter().all(|colour| style.contains(&format!("--bg: {colour}"))), "the ground is the pages'");
    }

    #[test]
    fn the_worker_finds_the_line_it_shows_and_asks_no_other_host() {
        assert!(WORKER_TEXT.contains(ICON_192.path.as_str()) && !WORKER_TEXT.contains("{icon}"));
        let line = "id=\"offline\" data-live hidden";
        assert!(WORKER_TEXT.contains(line) && include_str!("../templates/layout.html").contains(line));
        for banned in ["http:", "https:", "eval(", "importScripts"] {
            assert!(!WORKER_TEXT.contains(banned), "{banned}");
        }
    }
}
