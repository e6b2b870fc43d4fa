//! The address that links in messages begin with: from where it can be opened, and what a phone would find there.

use crate::http::{Allow, CertificateFault, Client, Error, Request, Response};
use std::net::IpAddr;
use url::{Host, Url};

/// From where a host can be opened, by its name or number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// From anywhere, as far as its name tells.
    Anywhere,
    /// From inside the house's own network.
    ThisNetwork,
    /// From this machine only: by no phone.
    ThisMachine,
}

impl Reach {
    /// Of the host of an address.
    pub fn of(address: &Url) -> Self {
        match address.host() {
            Some(Host::Ipv4(ip)) => Self::of_number(IpAddr::V4(ip)),
            Some(Host::Ipv6(ip)) => Self::of_number(ip.to_ipv4_mapped().map_or(IpAddr::V6(ip), IpAddr::V4)),
            Some(Host::Domain(name)) => Self::of_name(name),
            None => Self::ThisMachine,
        }
    }

    fn of_name(name: &str) -> Self {
        let name = name.trim_end_matches('.').to_ascii_lowercase();
        let ends = |end: &str| name == end || name.ends_with(&format!(".{end}"));
        match () {
            () if ends("localhost") => Self::ThisMachine,
            () if !name.contains('.') => Self::ThisNetwork,
            () if ["local", "lan", "home", "internal", "home.arpa"].into_iter().any(ends) => Self::ThisNetwork,
            () => Self::Anywhere,
        }
    }

    fn of_number(number: IpAddr) -> Self {
        match number {
            ip if ip.is_loopback() || ip.is_unspecified() => Self::ThisMachine,
            IpAddr::V4(ip) if ip.is_private() || ip.is_link_local() => Self::ThisNetwork,
            // Shared by carriers (RFC 6598), and by some private networks of machines.
            IpAddr::V4(ip) if ip.octets()[0] == 100 && ip.octets()[1] & 0b1100_0000 == 64 => Self::ThisNetwork,
            IpAddr::V6(ip) if ip.is_unique_local() || ip.is_unicast_link_local() => Self::ThisNetwork,
            _ => Self::Anywhere,
        }
    }
}

/// What came of opening the login page at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// It is there.
    Ours,
    /// A server that does not answer for that name.
    OtherName,
    /// Another server than Vigie, with its status.
    OtherServer(u16),
    /// A phone refuses its certificate.
    Certificate(CertificateFault),
    /// Nobody knows the name.
    Unknown,
    /// It could not be tried: there is nothing to judge certificates by, and why.
    Untried(String),
    /// Nothing answered, and why.
    Closed(String),
}

impl Opened {
    /// Opens the login page at an origin, within the client's bounds. The address is the operator's own: it may lead inside.
    pub async fn at(origin: &Url, client: &Client) -> Self {
        let place =
            format!("{}:{}", origin.host_str().unwrap_or_default(), origin.port_or_known_default().unwrap_or(443));
        let request = origin.join("/login").map_err(|e| Error::Address { reason: e.to_string() });
        let request = request.and_then(|login| Ok(Request::get(login.as_str())?.allow(&Allow::parse(&[place])?)));
        Self::by(match request {
            Ok(request) => client.fetch(&request).await,
            Err(error) => Err(error),
        })
    }

    /// By an answer, or none.
    pub fn by(answer: Result<Response, Error>) -> Self {
        match answer {
            Ok(page) if page.status == 200 && is_ours(&page.body) => Self::Ours,
            Ok(page) if page.status == 421 => Self::OtherName,
            Ok(page) => Self::OtherServer(page.status),
            Err(Error::Certificate { fault, .. }) => Self::Certificate(fault),
            Err(Error::Resolve { .. }) => Self::Unknown,
            Err(error @ Error::Certificates(_)) => Self::Untried(error.to_string()),
            Err(error) => Self::Closed(error.to_string()),
        }
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
            assert_eq!(Reach::of(&Url::parse(address).unwrap()), expected, "{address}");
        }
    }
}
