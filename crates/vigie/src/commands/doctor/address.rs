//! The address that links in messages lead to: whether a phone can open it.

use super::{About, Finding};
use crate::config::Config;
use connect::http::{CertificateFault, Client};
use connect::outbound::link::{Opened, Reach};
use url::Url;

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
                let opened = Opened::at(&url, client).await;
                findings.push(told(&url.origin().ascii_serialization(), opened));
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
    match Reach::of(url) {
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

/// What was found there, in words.
fn told(origin: &str, opened: Opened) -> Finding {
    let broken = |what: String, todo: &str| Finding::broken(About::Address, what, WHY, todo);
    match opened {
        Opened::Ours => Finding::good(About::Address, format!("{origin} opens the login page")),
        Opened::OtherName => broken(
            format!("{origin} leads to a server that does not answer for that name"),
            "put exactly this address into `origins`, and let the proxy pass the host on as it came",
        ),
        Opened::OtherServer(status) => broken(
            format!("{origin} leads to another server than Vigie (it answered {status})"),
            "let the name or the proxy lead to this machine and the port that Vigie listens on",
        ),
        Opened::Certificate(fault) => {
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
        Opened::Unknown => broken(
            format!("nobody knows the name in {origin}"),
            "correct the spelling in `origins`, or have the name entered (DNS)",
        ),
        Opened::Untried(why) => Finding::unknown(About::Address, format!("{origin} could not be tried: {why}"), WHY),
        Opened::Closed(why) => broken(
            format!("{origin} could not be opened from here: {why}"),
            "see that `vigie serve` runs and that the way to it is open (name, router, firewall); some routers do not let a machine \
             in the house use the outside address: try it on a phone without Wi-Fi",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use connect::http::Error;

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
            let found = told("https://vigie.example.org", Opened::by(Err(error)));
            assert!(found.what.contains(says) && found.remedy.contains(todo), "{found:?}");
            assert_eq!(found.severity, super::super::Severity::Broken);
        }
    }
}
