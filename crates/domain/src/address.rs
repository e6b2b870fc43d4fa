//! When two addresses are the same page, as far as the addresses alone tell: nothing is fetched, so what a page itself says its address
//! is stays unknown.

use url::Url;

/// Longer addresses are none.
const LONGEST: usize = 8 << 10;
/// Parameters that tell where a click came from and change nothing on the page.
const TRACKING: [&str; 7] = ["fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ref_src", "dclid"];
/// More of them, told apart by their beginnings, and those that choose a form of the same page.
const BEGINNINGS: [&str; 7] = ["utm_", "pk_", "mtm_", "hsa_", "at_campaign", "at_medium", "fb_action_"];
const PASSED_ON: [&str; 24] = [
    "gbraid",
    "wbraid",
    "gclsrc",
    "msclkid",
    "yclid",
    "twclid",
    "ttclid",
    "li_fat_id",
    "igsh",
    "fb_source",
    "fb_ref",
    "ref_url",
    "_ga",
    "_gl",
    "_hsenc",
    "_hsmi",
    "mkt_tok",
    "vero_id",
    "oly_enc_id",
    "xtor",
    "cmpid",
    "__twitter_impression",
    "amp",
    "outputtype",
];
/// Names that sites put before their own for another form of the same page.
const FORMS: [&str; 4] = ["www", "m", "mobile", "amp"];

/// Whether a parameter only tells where a click came from. Few, and each is sure: what a source gives is kept by it.
pub fn is_tracking(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("utm_") || TRACKING.contains(&name.as_str())
}

/// What stands for the page behind an http or https address: the same for each way of writing it. No address itself: it has no scheme, and no
/// tracking parameter, fragment, user, default port, closing slash or mark of a mobile or AMP form. Parameters keep their order: it may matter.
pub fn page(address: &str) -> Option<String> {
    if address.len() > LONGEST {
        return None;
    }
    let url = Url::parse(address.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    if let Some(origin) = behind_a_cache(&url) {
        return page_of(&origin);
    }
    page_of(&url)
}

fn page_of(url: &Url) -> Option<String> {
    let mut page = host(url.host_str()?);
    if let Some(port) = url.port() {
        page.push_str(&format!(":{port}"));
    }
    page.push_str(path(url.path()));
    let plain = |pair: &&str| {
        let name = pair.split('=').next().unwrap_or("").to_ascii_lowercase();
        let passed_on = PASSED_ON.contains(&name.as_str()) || BEGINNINGS.iter().any(|begin| name.starts_with(begin));
        !(pair.is_empty() || passed_on || is_tracking(&name))
    };
    let query: Vec<&str> = url.query().unwrap_or("").split('&').filter(plain).collect();
    if !query.is_empty() {
        page.push('?');
        page.push_str(&query.join("&"));
    }
    Some(page)
}

/// The host without the names of its forms; what is left has a dot at least.
fn host(host: &str) -> String {
    let labels: Vec<&str> = host.trim_end_matches('.').split('.').collect();
    let own = labels.len().saturating_sub(2);
    let kept = labels.iter().enumerate().filter(|(place, label)| *place >= own || !FORMS.contains(label));
    kept.map(|(_, label)| *label).collect::<Vec<_>>().join(".")
}

/// The path without the mark of its AMP form, and without its closing slash.
fn path(path: &str) -> &str {
    let path = path.trim_end_matches('/');
    let path = ["/amp", ".amp", ".amp.html"].iter().find_map(|mark| path.strip_suffix(mark)).unwrap_or(path);
    let path = path.strip_prefix("/amp").filter(|rest| rest.starts_with('/')).unwrap_or(path);
    path.trim_end_matches('/')
}

/// The page that a cache of AMP pages shows: `google.…/amp/s/HOST/PATH`, `….cdn.ampproject.org/c/s/HOST/PATH`.
fn behind_a_cache(url: &Url) -> Option<Url> {
    let host = url.host_str()?;
    let path = if host.ends_with(".cdn.ampproject.org") {
        ["/c/", "/v/"].iter().find_map(|mark| url.path().strip_prefix(mark))?
    } else if host.strip_prefix("www.").unwrap_or(host).starts_with("google.") {
        url.path().strip_prefix("/amp/")?
    } else {
        return None;
    };
    let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
    let origin = Url::parse(&format!("https://{}{query}", path.strip_prefix("s/").unwrap_or(path))).ok()?;
    origin.host_str().is_some_and(|host| host.contains('.')).then_some(origin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_page_has_one_name_however_it_is_written() {
        let same = [
            "https://press.example/story/7?id=1&b=2",
            "http://press.example/story/7?id=1&b=2",
            "HTTPS://Press.Example/story/7/?id=1&b=2#comments",
            "https://www.press.example:443/story/7?id=1&b=2",
            "http://m.press.example:80/story/7?id=1&b=2",
            "https://www.m.press.example./story/7?id=1&b=2",
            "https://mobile.press.example/story/7?id=1&utm_source=x&UTM_medium=y&b=2",
            "https://amp.press.example/story/7?fbclid=a&id=1&gclid=b&b=2&mc_cid=c&igshid=d&ref_src=e",
            "https://press.example/story/7/amp?id=1&b=2",
            "https://press.example/story/7/amp/?id=1&b=2&amp=1",
            "https://press.example/amp/story/7?id=1&b=2&outputType=amp",
            "https://press.example/story/7.amp.html?id=1&b=2",
            "https://lea:secret@press.example/story/7?&id=1&&b=2",
            "https://www.google.fr/amp/s/www.press.example/story/7/amp?id=1&b=2",
            "https://www-press-example.cdn.ampproject.org/c/s/www.press.example/story/7?id=1&b=2",
            " https://press.example/story/7?id=1&b=2&xtor=CS1-15&msclkid=q&at_medium=social&pk_kwd=z ",
        ];
        for address in same {
            assert_eq!(page(address).as_deref(), Some("press.example/story/7?id=1&b=2"), "{address}");
        }
    }

    #[test]
    fn other_pages_have_other_names() {
        let others = [
            ("https://press.example/", "press.example"),
            ("https://press.example/story/7?b=2&id=1", "press.example/story/7?b=2&id=1"),
            ("https://press.example/story/7?id=2&ref=front", "press.example/story/7?id=2&ref=front"),
            ("https://press.example/Story/7", "press.example/Story/7"),
            ("https://press.example:8443/", "press.example:8443"),
            ("https://blog.press.example/", "blog.press.example"),
            ("https://fr.m.lexicon.example/wiki/Pain", "fr.lexicon.example/wiki/Pain"),
            ("https://m.example/a", "m.example/a"),
            ("https://www.example/a", "www.example/a"),
            ("https://shop.example/amplifiers", "shop.example/amplifiers"),
            ("https://shop.example/amp-1", "shop.example/amp-1"),
            ("https://shop.example/ampoule?amper=1", "shop.example/ampoule?amper=1"),
            ("https://www.google.com/search?q=x", "google.com/search?q=x"),
            ("https://www.google.com/amp/s/nowhere", "google.com/s/nowhere"),
            ("https://192.0.2.7/a", "192.0.2.7/a"),
            ("https://[2001:db8::1]:8080/a", "[2001:db8::1]:8080/a"),
            ("https://pâtes.example/é", "xn--ptes-boa.example/%C3%A9"),
        ];
        for (address, expected) in others {
            assert_eq!(page(address).as_deref(), Some(expected), "{address}");
        }
        for none in
            ["", "press.example/story", "javascript:alert(1)", "ftp://press.example/", "https://", "mailto:a@b.example"]
        {
            assert_eq!(page(none), None, "{none}");
        }
        assert_eq!(page(&format!("https://press.example/{}", "a".repeat(LONGEST))), None);
    }

    proptest! {
        #[test]
        fn what_tells_of_the_click_never_changes_the_page(
            path in "(/[a-o0-9]{1,8}){0,4}", query in "([a-f]=[0-9]{1,3}(&[a-f]=[0-9]{1,3}){0,3})?",
            name in "utm_[a-z]{1,8}|fbclid|gclid|msclkid|igshid", fragment in "[a-z]{0,5}",
        ) {
            let plain = format!("https://press.example{path}?{query}");
            let told = format!("http://www.press.example{path}?{name}=1&{query}&{name}=2#{fragment}");
            prop_assert_eq!(page(&plain), page(&told));
            // Its name, written as an address, is the same page.
            let again = page(&plain).map(|page_name| format!("https://{page_name}"));
            prop_assert_eq!(again.and_then(|address| page(&address)), page(&plain));
        }

        #[test]
        fn any_text_is_read(text in any::<String>()) {
            let _ = (page(&text), page(&format!("https://{text}")));
        }
    }
}
