//! Addresses: made absolute, made canonical, taken out of a wrapper.

use domain::address::is_tracking;
use url::Url;

/// An absolute http or https address, canonical: host in lower case, no fragment, no tracking parameters, no password.
/// Anything else is no address.
pub fn canonical(address: &str, base: Option<&Url>) -> Option<String> {
    let address = address.trim();
    if address.is_empty() || address.len() > 8 << 10 {
        return None;
    }
    let mut url = match Url::parse(address) {
        Ok(url) => url,
        Err(_) => base?.join(address).ok()?,
    };
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    if let Some(real) = google_target(&url) {
        url = real;
    }
    url.set_fragment(None);
    // Neither can fail: http addresses have a host.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    if let Some(query) = url.query().map(str::to_owned) {
        let kept: Vec<&str> =
            query.split('&').filter(|pair| !is_tracking(pair.split('=').next().unwrap_or(""))).collect();
        url.set_query(if kept.is_empty() { None } else { Some(kept.join("&")) }.as_deref());
    }
    Some(url.into())
}

/// The real address inside `https://www.google.com/url?url=…`.
fn google_target(url: &Url) -> Option<Url> {
    let host = url.host_str()?.strip_prefix("www.")?;
    if !host.starts_with("google.") || url.path() != "/url" {
        return None;
    }
    let target = url.query_pairs().find(|(name, _)| name == "url" || name == "q")?.1;
    Url::parse(&target).ok().filter(|t| matches!(t.scheme(), "http" | "https"))
}

/// The host of an address, without `www.`: who publishes it.
pub(super) fn publisher(address: &str) -> Option<String> {
    let host = Url::parse(address).ok()?.host_str()?.to_owned();
    Some(host.strip_prefix("www.").map(str::to_owned).unwrap_or(host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_canonical() {
        let base = Url::parse("https://blog.example/a/feed.xml").unwrap();
        let table = [
            ("HTTPS://News.Example/A?utm_source=x&id=7&UTM_medium=y#top", Some("https://news.example/A?id=7")),
            ("https://news.example/?fbclid=1", Some("https://news.example/")),
            ("../b c", Some("https://blog.example/b%20c")),
            ("//cdn.example/x", Some("https://cdn.example/x")),
            ("https://u:p@news.example/", Some("https://news.example/")),
            ("javascript:alert(1)", None),
            ("data:text/html,x", None),
            ("file:///etc/passwd", None),
            ("", None),
            (
                "https://www.google.com/url?rct=j&sa=t&url=https://press.example/a%3Fid%3D1%26b%3D2&ct=ga&cd=x",
                Some("https://press.example/a?id=1&b=2"),
            ),
            ("https://www.google.com/url?url=javascript:x", Some("https://www.google.com/url?url=javascript:x")),
            ("https://www.google.evil.example/search?q=x", Some("https://www.google.evil.example/search?q=x")),
        ];
        for (address, expected) in table {
            assert_eq!(canonical(address, Some(&base)).as_deref(), expected, "{address}");
        }
        assert_eq!(canonical("/relative", None), None);
    }
}
