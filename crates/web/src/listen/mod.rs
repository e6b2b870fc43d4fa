//! Where the pages are served and how: loopback as it is, elsewhere only by TLS, or by plain http when told so.

mod doors;
mod patience;

pub use doors::{Bounds, Peer, serve};

use sha2::{Digest, Sha256};
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use tokio::net::TcpListener;

/// How the pages leave the house.
#[derive(Clone)]
pub enum Transport {
    /// Plain http; outside loopback only where it was asked for.
    Plain {
        /// Whether plain http outside loopback was asked for.
        asked: bool,
    },
    /// TLS with this certificate and key.
    Tls(Arc<rustls::ServerConfig>),
}

/// Why the pages are not served.
#[derive(Debug, thiserror::Error)]
pub enum ListenError {
    /// Plain http where anybody on the way could read it.
    #[error(
        "plain http on {0} is refused: anybody on the way could read logins. Use `--tls self-signed` (a phone in the same network), \
         a proxy that speaks https, or `--plain-http` on a private address"
    )]
    PlainRefused(IpAddr),
    /// Plain http on an address the whole world reaches.
    #[error(
        "plain http on {0} is refused even with `--plain-http`: that is only for private addresses (10.x, 172.16.x, 192.168.x, fc00::)"
    )]
    PlainOnPublic(IpAddr),
    /// The address cannot be had.
    #[error(
        "cannot listen on {address}: {reason}. If another program holds the port, choose another with `--listen HOST:PORT`"
    )]
    Bind {
        /// Where.
        address: SocketAddr,
        /// Why.
        reason: io::Error,
    },
    /// A certificate or key that cannot be used.
    #[error("the certificate cannot be used: {0}")]
    Certificate(String),
}

/// Whether plain or TLS may be served on that address.
///
/// # Errors
/// [`ListenError::PlainRefused`], [`ListenError::PlainOnPublic`].
pub fn allowed(address: SocketAddr, transport: &Transport) -> Result<(), ListenError> {
    let ip = address.ip().to_canonical();
    match transport {
        Transport::Tls(_) => Ok(()),
        Transport::Plain { .. } if ip.is_loopback() => Ok(()),
        Transport::Plain { asked: false } => Err(ListenError::PlainRefused(ip)),
        Transport::Plain { asked: true } if is_private(ip) => Ok(()),
        Transport::Plain { asked: true } => Err(ListenError::PlainOnPublic(ip)),
    }
}

fn is_private(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(v4) => v4.is_private() || v4.is_link_local(),
        IpAddr::V6(v6) => v6.is_unique_local() || v6.is_unicast_link_local(),
    }
}

/// A TLS set-up from PEM texts.
///
/// # Errors
/// [`ListenError::Certificate`].
pub fn tls(certificate_pem: &str, key_pem: &str) -> Result<Arc<rustls::ServerConfig>, ListenError> {
    use rustls::pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject};
    let wrong = |e: String| ListenError::Certificate(e);
    let certificates = CertificateDer::pem_slice_iter(certificate_pem.as_bytes())
        .collect::<Result<Vec<_>, _>>()
        .map_err(|e| wrong(e.to_string()))?;
    let key = PrivateKeyDer::from_pem_slice(key_pem.as_bytes()).map_err(|e| wrong(e.to_string()))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|e| wrong(e.to_string()))?
        .with_no_client_auth()
        .with_single_cert(certificates, key)
        .map_err(|e| wrong(e.to_string()))?;
    Ok(Arc::new(config))
}

/// A key and certificate made here for these hosts: (certificate, key) in PEM.
///
/// # Errors
/// [`ListenError::Certificate`].
pub fn self_signed(hosts: Vec<String>) -> Result<(String, String), ListenError> {
    let made = rcgen::generate_simple_self_signed(hosts).map_err(|e| ListenError::Certificate(e.to_string()))?;
    Ok((made.cert.pem(), made.signing_key.serialize_pem()))
}

/// The SHA-256 fingerprint of a certificate as browsers show it: `AB:CD:…`.
///
/// # Errors
/// [`ListenError::Certificate`].
pub fn fingerprint(certificate_pem: &str) -> Result<String, ListenError> {
    use rustls::pki_types::{CertificateDer, pem::PemObject};
    let certificate = CertificateDer::from_pem_slice(certificate_pem.as_bytes())
        .map_err(|e| ListenError::Certificate(e.to_string()))?;
    let bytes: Vec<String> = Sha256::digest(&certificate).iter().map(|byte| format!("{byte:02X}")).collect();
    Ok(bytes.join(":"))
}

/// Takes the address, so that what is printed next is true.
///
/// # Errors
/// [`ListenError`] where the address may not be served so, or cannot be had.
pub async fn bind(address: SocketAddr, transport: &Transport) -> Result<TcpListener, ListenError> {
    allowed(address, transport)?;
    TcpListener::bind(address).await.map_err(|reason| ListenError::Bind { address, reason })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_stays_where_nobody_listens_in() {
        let plain = |asked| Transport::Plain { asked };
        let at = |text: &str| text.parse::<SocketAddr>().unwrap();
        assert!(allowed(at("127.0.0.1:80"), &plain(false)).is_ok());
        assert!(allowed(at("[::1]:80"), &plain(false)).is_ok());
        assert!(allowed(at("[::ffff:127.0.0.1]:80"), &plain(false)).is_ok());
        assert!(matches!(allowed(at("192.168.1.4:80"), &plain(false)), Err(ListenError::PlainRefused(_))));
        assert!(matches!(allowed(at("0.0.0.0:80"), &plain(false)), Err(ListenError::PlainRefused(_))));
        assert!(allowed(at("192.168.1.4:80"), &plain(true)).is_ok());
        assert!(matches!(allowed(at("0.0.0.0:80"), &plain(true)), Err(ListenError::PlainOnPublic(_))));
        assert!(matches!(allowed(at("203.0.113.9:80"), &plain(true)), Err(ListenError::PlainOnPublic(_))));
    }

    #[test]
    fn a_certificate_made_here_is_taken_here() {
        let (certificate, key) = self_signed(vec!["192.168.1.4".into(), "vigie.local".into()]).unwrap();
        assert!(tls(&certificate, &key).is_ok());
        assert!(tls(&certificate, "not a key").is_err());
    }
}
