//! Which addresses may be connected to.

use super::Error;
use super::error::RESOLVING;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use url::{Host, Url};

/// Internal places one source may reach although they are private: hosts (`intranet.example`), hosts with a port
/// (`127.0.0.1:8080`, `[::1]:8080`) and networks (`10.0.0.0/8`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allow(Vec<Entry>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Entry {
    Host { name: String, port: Option<u16> },
    Network { base: IpAddr, prefix: u8, port: Option<u16> },
}

impl Allow {
    /// Nothing private: the default.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// Reads the entries of a settings file.
    pub fn parse<S: AsRef<str>>(entries: &[S]) -> Result<Self, Error> {
        entries.iter().map(|e| Entry::parse(e.as_ref().trim())).collect::<Result<_, _>>().map(Self)
    }

    fn permits(&self, host: &str, address: IpAddr, port: u16) -> bool {
        self.0.iter().any(|entry| match entry {
            Entry::Host { name, port: only } => {
                // A name is no licence for the cloud's metadata service: that takes its address in so many words.
                name == host && only.is_none_or(|p| p == port) && !is_metadata(address)
            }
            Entry::Network { base, prefix, port: only } => {
                only.is_none_or(|p| p == port) && within(address, *base, *prefix)
            }
        })
    }
}

impl Entry {
    fn parse(entry: &str) -> Result<Self, Error> {
        let bad = || Error::Allow { entry: entry.to_owned() };
        if let Some((base, prefix)) = entry.split_once('/') {
            let base: IpAddr = base.parse().map_err(|_| bad())?;
            let prefix: u8 = prefix.parse().map_err(|_| bad())?;
            let longest = if base.is_ipv4() { 32 } else { 128 };
            if prefix > longest {
                return Err(bad());
            }
            return Ok(Self::Network { base, prefix, port: None });
        }
        let bare = entry.trim_start_matches('[').trim_end_matches(']');
        if let Ok(base) = bare.parse::<IpAddr>() {
            let prefix = if base.is_ipv4() { 32 } else { 128 };
            return Ok(Self::Network { base, prefix, port: None });
        }
        if let Ok(socket) = entry.parse::<SocketAddr>() {
            let prefix = if socket.is_ipv4() { 32 } else { 128 };
            return Ok(Self::Network { base: socket.ip(), prefix, port: Some(socket.port()) });
        }
        let (name, port) = match entry.split_once(':') {
            Some((name, port)) => (name, Some(port.parse().map_err(|_| bad())?)),
            None => (entry, None),
        };
        match Host::parse(name) {
            Ok(Host::Domain(name)) => Ok(Self::Host { name, port }),
            _ => Err(bad()),
        }
    }
}

fn within(address: IpAddr, base: IpAddr, prefix: u8) -> bool {
    match (address.to_canonical(), base.to_canonical()) {
        (IpAddr::V4(a), IpAddr::V4(b)) => shared(u128::from(a.to_bits()), u128::from(b.to_bits()), prefix, 32),
        (IpAddr::V6(a), IpAddr::V6(b)) => shared(a.to_bits(), b.to_bits(), prefix, 128),
        _ => false,
    }
}

fn shared(a: u128, b: u128, prefix: u8, width: u8) -> bool {
    let shift = u32::from(width.saturating_sub(prefix));
    a.checked_shr(shift).unwrap_or(0) == b.checked_shr(shift).unwrap_or(0)
}

const METADATA: [IpAddr; 4] = [
    IpAddr::V4(Ipv4Addr::new(169, 254, 169, 254)),
    IpAddr::V4(Ipv4Addr::new(169, 254, 170, 2)),
    IpAddr::V4(Ipv4Addr::new(100, 100, 100, 200)),
    IpAddr::V6(Ipv6Addr::new(0xfd00, 0xec2, 0, 0, 0, 0, 0, 0x254)),
];

fn is_metadata(address: IpAddr) -> bool {
    METADATA.contains(&address.to_canonical())
}

/// The networks of the IANA special-purpose registries that are not reachable on the public internet, and
/// 168.63.129.16, a public address that a cloud uses for its own host.
const CLOSED_V4: [(Ipv4Addr, u8); 16] = [
    (Ipv4Addr::new(0, 0, 0, 0), 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(168, 63, 129, 16), 32),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    (Ipv4Addr::new(240, 0, 0, 0), 4),
];

/// Inside the one block of public IPv6 addresses, 2000::/3: tunnels, documentation, 6to4.
const CLOSED_V6: [(Ipv6Addr, u8); 4] = [
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

/// Whether an address lies on the public internet, in whatever form it is written.
pub(crate) fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(a) => !CLOSED_V4.iter().any(|(base, prefix)| within(a.into(), (*base).into(), *prefix)),
        IpAddr::V6(a) => {
            let global = within(a.into(), Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0).into(), 3);
            global && !CLOSED_V6.iter().any(|(base, prefix)| within(a.into(), (*base).into(), *prefix))
        }
    }
}

/// A table of names that stands in for the system's resolver.
pub type Names = dyn Fn(&str) -> Vec<IpAddr> + Send + Sync;

/// Who turns names into addresses.
#[derive(Clone, Default)]
pub enum Resolver {
    /// The system.
    #[default]
    System,
    /// A function: tests that need names of their own.
    Function(Arc<Names>),
}

impl Resolver {
    async fn addresses(&self, name: &str, port: u16, wait: Duration) -> Result<Vec<SocketAddr>, Error> {
        let found = match self {
            Self::Function(names) => names(name).into_iter().map(|ip| SocketAddr::new(ip, port)).collect(),
            Self::System => match tokio::time::timeout(wait, tokio::net::lookup_host((name, port))).await {
                Err(_) => {
                    return Err(Error::Time { host: name.to_owned(), stage: RESOLVING });
                }
                Ok(Err(_)) => Vec::new(),
                Ok(Ok(found)) => found.collect(),
            },
        };
        if found.is_empty() { Err(Error::Resolve { host: name.to_owned() }) } else { Ok(found) }
    }

    /// The addresses of an address's host, every one of them checked: one private address refuses the host.
    pub(super) async fn checked(&self, url: &Url, allow: &Allow, wait: Duration) -> Result<Vec<SocketAddr>, Error> {
        let missing = |reason: &str| Error::Address { reason: reason.to_owned() };
        let port = url.port_or_known_default().ok_or_else(|| missing("no port"))?;
        let (name, found) = match url.host().ok_or_else(|| missing("no host"))? {
            Host::Ipv4(ip) => (ip.to_string(), vec![SocketAddr::new(ip.into(), port)]),
            Host::Ipv6(ip) => (ip.to_string(), vec![SocketAddr::new(ip.into(), port)]),
            Host::Domain(name) => (name.to_owned(), self.addresses(name, port, wait).await?),
        };
        match found.iter().find(|a| !is_public(a.ip()) && !allow.permits(&name, a.ip(), port)) {
            Some(closed) => Err(Error::Refused { host: name, address: closed.ip().to_string() }),
            None => Ok(found),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_addresses_are_public() {
        let closed = [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.255.254",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.168.1.1",
            "198.19.0.1",
            "203.0.113.9",
            "224.0.0.1",
            "255.255.255.255",
            "168.63.129.16",
            "::",
            "::1",
            "::ffff:10.0.0.1",
            "::10.0.0.1",
            "64:ff9b::a00:1",
            "64:ff9b:1::1",
            "fe80::1",
            "fec0::1",
            "fc00::1",
            "fd00:ec2::254",
            "ff02::1",
            "2001:db8::1",
            "2001::1",
            "2002:7f00:1::",
            "3fff::1",
            "4000::1",
        ];
        for address in closed {
            assert!(!is_public(address.parse().unwrap()), "{address} must be closed");
        }
        for address in ["1.1.1.1", "100.63.255.255", "172.32.0.1", "192.167.0.1", "2606:4700::1111", "::ffff:8.8.8.8"] {
            assert!(is_public(address.parse().unwrap()), "{address} must be open");
        }
    }

    #[test]
    fn an_entry_allows_its_own_place_and_nothing_else() {
        let allow =
            Allow::parse(&["127.0.0.1:8080", "10.0.0.0/8", "intranet.example", "wiki.example:81", "[::1]:9"]).unwrap();
        let table = [
            ("127.0.0.1", "127.0.0.1", 8080, true),
            ("127.0.0.1", "127.0.0.1", 8081, false),
            ("evil.example", "127.0.0.1", 8080, true),
            ("any.example", "10.9.9.9", 80, true),
            ("any.example", "11.0.0.1", 80, false),
            ("intranet.example", "192.168.0.5", 443, true),
            ("intranet.example", "169.254.169.254", 80, false),
            ("www.intranet.example", "192.168.0.5", 443, false),
            ("wiki.example", "192.168.0.5", 81, true),
            ("wiki.example", "192.168.0.5", 82, false),
            ("x", "::1", 9, true),
            ("x", "::1", 10, false),
        ];
        for (host, address, port, expected) in table {
            assert_eq!(allow.permits(host, address.parse().unwrap(), port), expected, "{host} {address} {port}");
        }
        for bad in ["", "10.0.0.0/33", "a b", "host:port", "10.0.0.0/x"] {
            assert!(Allow::parse(&[bad]).is_err(), "{bad:?} must not be read");
        }
    }
}
