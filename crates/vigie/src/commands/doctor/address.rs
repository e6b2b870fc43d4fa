//! The address that links in messages lead to: whether a phone can open it.

use super::{About, Finding};
use crate::config::Config;
use connect::http::{Allow, CertificateFault, Client, Error, Request, Response};
use std::net::IpAddr;
use url::{Host, Url};

const WHY: &str = "whoever is woken at night taps a link on a phone; it must open there";

/// Looks at the origins of the settings, as a phone would open them.
pub(super) async fn look(config: &Config, client: &Client) -> Vec<Finding> {
    if config.origins.is_empty() {
        let what = match config.listen.ip().is_loopback() {
            true => format!("the pages can be opened on this machine only ({})", config.listen),
            false => format!("no address is set under which the pages are reached (they listen on {})", config.listen),
        };
        let todo = "set `origins = [\"https://…\"]` in vigie.toml to the address by which phones reach Vigie";
        return vec![Finding::warning(About::Address, what, WHY, todo)];
    }
    let mut findings = Vec::new();
    for origin in &config.origins {
        match Url::parse(origin) {
            Ok(url) if url.has_host() && matches!(url.scheme(), "http" | "https") => {
                findings.extend(by_name(&url));
                findings.push(by_asking(&url, client).await);
            }
            _ => {
                let what = format!("`{origin}` in `origins` is no address");
                let todo = "write it like https://vigie.example.org";
                findings.push(Finding::broken(About::Address, what, "`vigie serve` does not start with it", todo));
            }
        }
    }
    findings
}

/// What can be told of an address without asking.
fn by_name(url: &Url) -> Vec<Finding> {
    let (origin, mut findings) = (url.origin().ascii_serialization(), Vec::new());
    let todo = "use a name that the outside knows, or a private network that the phone is in too (a VPN)";
    match reach(url.host()) {
        Reach::Anywhere => {}
        Reach::ThisMachine => {
            let what = format!("{origin} is this machine itself: no phone can open it");
            findings.push(Finding::broken(About::Address, what, WHY, todo));
        }
        Reach::ThisNetwork => {
            let what = format!("{origin} can be opened inside your own network only");
            findings.push(Finding::warning(About::Address, what, WHY, todo));
        }
    }
    if url.scheme() == "http" {
        let what = format!("{origin} is not encrypted");
        let why =
            "passwords travel in the clear, a phone installs no page from it, and nothing can be published from it";
        let todo = "put a proxy with a certificate before it, or run `vigie init --tls HOST` and `vigie serve --tls self-signed`";
        findings.push(Finding::warning(About::Address, what, why, todo));
    }
    findings
}

#[derive(Debug, PartialEq, Eq)]
enum Reach {
    Anywhere,
    ThisNetwork,
    ThisMachine,
}

/// From where a host can be opened, by its name or number.
fn reach(host: Option<Host<&str>>) -> Reach {
    let number = match host {
        Some(Host::Ipv4(ip)) => IpAddr::V4(ip),
        Some(Host::Ipv6(ip)) => ip.to_ipv4_mapped().map_or(IpAddr::V6(ip), IpAddr::V4),
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.').to_ascii_lowercase();
            let ends = |end: &str| name == end || name.ends_with(&format!(".{end}"));
            return match () {
                () if ends("localhost") => Reach::ThisMachine,
                () if !name.contains('.')
                    || ["local", "lan", "home", "internal", "home.arpa"].into_iter().any(ends) =>
                {
                    Reach::ThisNetwork
                }
                () => Reach::Anywhere,
            };
        }
        None => return Reach::ThisMachine,
    };
    match number {
        ip if ip.is_loopback() || ip.is_unspecified() => Reach::ThisMachine,
        IpAddr::V4(ip) if ip.is_private() || ip.is_link_local() => Reach::ThisNetwork,
        // Shared by carriers (RFC 6598), and by some private networks of machines.
        IpAddr::V4(ip) if ip.octets()[0] == 100 && ip.octets()[1] & 0b1100_0000 == 64 => Reach::ThisNetwork,
        IpAddr::V6(ip) if ip.is_unique_local() || ip.is_unicast_link_local() => Reach::ThisNetwork,
        _ => Reach::Anywhere,
    }
}

/// Opens the login page there. The address is the operator's own: it may lead inside.
async fn by_asking(url: &Url, client: &Client) -> Finding {
    let host = url.host_str().unwrap_or_default();
    let place = format!("{host}:{}", url.port_or_known_default().unwrap_or(443));
    let request = url.join("/login").map_err(|e| Error::Address { reason: e.to_string() });
    let request = request.and_then(|login| Ok(Request::get(login.as_str())?.allow(&Allow::parse(&[place])?)));
    let answer = match request {
        Ok(request) => client.fetch(&request).await,
        Err(error) => Err(error),
    };
    told(&url.origin().ascii_serialization(), answer)
}

/// What an answer, or none, says of the address.
fn told(origin: &str, answer: Result<Response, Error>) -> Finding {
    let broken = |what: String, todo: &str| Finding::broken(About::Address, what, WHY, todo);
    match answer {
        Ok(page) if page.status == 200 && is_ours(&page.body) => {
            Finding::good(About::Address, format!("{origin} opens the login page"))
        }
        Ok(page) if page.status == 421 => broken(
            format!("{origin} leads to a server that does not answer for that name"),
            "put exactly this address into `origins`, and let the proxy pass the host on as it came",
        ),
        Ok(page) => broken(
            format!("{origin} leads to another server than Vigie (it answered {})", page.status),
            "let the name or the proxy lead to this machine and the port that Vigie listens on",
        ),
        Err(Error::Certificate { fault, .. }) => {
            let what = format!("a phone refuses {origin}: its certificate cannot be trusted ({fault})");
            match fault {
                CertificateFault::Unknown => broken(
                    what,
                    "use a certificate that phones know (Let's Encrypt), or install yours on each phone that is to be woken",
                ),
                CertificateFault::OtherHost => broken(what, "make a certificate for exactly this host"),
                CertificateFault::Time => broken(what, "renew the certificate, and see that it is renewed by itself"),
                CertificateFault::Other => broken(what, "make a new certificate for this host"),
            }
        }
        Err(Error::Resolve { .. }) => broken(
            format!("nobody knows the name in {origin}"),
            "correct the spelling in `origins`, or have the name entered (DNS)",
        ),
        Err(error @ Error::Certificates(_)) => {
            Finding::unknown(About::Address, format!("{origin} could not be tried: {error}"), WHY)
        }
        Err(error) => broken(
            format!("{origin} could not be opened from here: {error}"),
            "see that `vigie serve` runs and that the way to it is open (name, router, firewall); some routers do not let a machine \
             in the house use the outside address: try it on a phone without Wi-Fi",
        ),
    }
}

/// Whether a page is our login page.
fn is_ours(body: &[u8]) -> bool {
    String::from_utf8_lossy(body).contains("· Vigie</title>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_phone_can_reach() {
        for (address, expected) in [
            ("https://vigie.example.org", Reach::Anywhere),
            ("https://203.0.113.9", Reach::Anywhere),
            ("https://[2001:db8::1]:8443", Reach::Anywhere),
            ("https://localhost:8787", Reach::ThisMachine),
            ("https://app.localhost", Reach::ThisMachine),
            ("http://127.0.0.1:8787", Reach::ThisMachine),
            ("http://0.0.0.0:8787", Reach::ThisMachine),
            ("http://[::ffff:127.0.0.1]", Reach::ThisMachine),
            ("https://192.168.1.7", Reach::ThisNetwork),
            ("https://100.101.2.3", Reach::ThisNetwork),
            ("https://[fd00::7]", Reach::ThisNetwork),
            ("https://vigie", Reach::ThisNetwork),
            ("https://vigie.LOCAL.", Reach::ThisNetwork),
            ("https://local.example.org", Reach::Anywhere),
        ] {
            assert_eq!(reach(Url::parse(address).unwrap().host()), expected, "{address}");
        }
    }

    #[test]
    fn each_fault_has_its_own_remedy() {
        let host = || "vigie.example.org".to_owned();
        let certificate = |fault| Error::Certificate { host: host(), fault };
        for (error, says, todo) in [
            (certificate(CertificateFault::Unknown), "nobody known has signed it", "Let's Encrypt"),
            (certificate(CertificateFault::OtherHost), "another host", "exactly this host"),
            (certificate(CertificateFault::Time), "run out", "renew"),
            (Error::Resolve { host: host() }, "nobody knows the name", "DNS"),
            (Error::Connection { host: host(), reason: "refused".to_owned() }, "refused", "vigie serve"),
        ] {
            let found = told("https://vigie.example.org", Err(error));
            assert!(found.what.contains(says) && found.remedy.contains(todo), "{found:?}");
            assert_eq!(found.severity, super::super::Severity::Broken);
        }
    }
}
