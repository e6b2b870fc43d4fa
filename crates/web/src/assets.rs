//! The style sheet and the script, in the binary, under addresses that carry their hash: cached for ever, never stale.

use std::sync::LazyLock;

/// One file the pages ask for.
#[derive(Debug)]
pub struct Asset {
    /// Its address: `/assets/vigie.3f2a….css`.
    pub path: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its bytes.
    pub bytes: &'static [u8],
}

/// The style sheet.
pub static STYLE: LazyLock<Asset> =
    LazyLock::new(|| asset("vigie", "css", "text/css; charset=utf-8", include_bytes!("../assets/vigie.css")));
/// The script that keeps pages live and takes keys.
pub static SCRIPT: LazyLock<Asset> =
    LazyLock::new(|| asset("live", "js", "text/javascript; charset=utf-8", include_bytes!("../assets/live.js")));
/// The mark shown by the browser's tab.
pub static ICON: LazyLock<Asset> =
    LazyLock::new(|| asset("vigie", "svg", "image/svg+xml", include_bytes!("../assets/vigie.svg")));
/// The mark as a picture of 192 pixels: on the home screen and in notifications.
pub static ICON_192: LazyLock<Asset> =
    LazyLock::new(|| asset("vigie-192", "png", "image/png", include_bytes!("../assets/vigie-192.png")));
/// The same of 512 pixels, with room to be cut to any shape.
pub static ICON_512: LazyLock<Asset> =
    LazyLock::new(|| asset("vigie-512", "png", "image/png", include_bytes!("../assets/vigie-512.png")));
/// The same for the home screen of Apple's phones, which read no manifest for it.
pub static TOUCH_ICON: LazyLock<Asset> =
    LazyLock::new(|| asset("vigie-180", "png", "image/png", include_bytes!("../assets/vigie-180.png")));

/// The policy every page is served with. No inline code, no inline style, no other host, no frame.
/// The one trusted type is the address of our own worker, made in `live.js`.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; \
trusted-types vigie-worker";

/// The asset at an address, if there is one.
pub fn find(path: &str) -> Option<&'static Asset> {
    [&*STYLE, &*SCRIPT, &*ICON, &*ICON_192, &*ICON_512, &*TOUCH_ICON].into_iter().find(|asset| asset.path == path)
}

fn asset(stem: &str, extension: &str, media_type: &'static str, bytes: &'static [u8]) -> Asset {
    let hash = blake3::hash(bytes).to_hex();
    Asset { path: format!("/assets/{stem}.{}.{extension}", &hash[..12]), media_type, bytes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assets_are_found_by_their_hash_only() {
        assert_eq!(find(&STYLE.path).map(|a| a.media_type), Some("text/css; charset=utf-8"));
        assert!(find("/assets/vigie.css").is_none());
    }

    #[test]
    fn nothing_asks_another_host_or_evaluates_text() {
        let style = std::str::from_utf8(STYLE.bytes).unwrap();
        let script = std::str::from_utf8(SCRIPT.bytes).unwrap();
        assert!(!style.contains("url(") && !style.contains("@import"));
        for banned in [
            "eval(",
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "new Function",
            "http://",
            "https://",
        ] {
            assert!(!script.contains(banned), "{banned}");
        }
    }
}
