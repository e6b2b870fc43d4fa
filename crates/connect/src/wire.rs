//! A connection that speaks lines and no HTTP: to a mail server, to a mailbox. It goes to addresses that the guarded client judged.

use crate::http::Client;
use rustls::pki_types::ServerName;
use std::io;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use url::{Host, Url};

/// The connection.
pub(crate) enum Wire {
    Plain(TcpStream),
    Tls(Box<TlsStream<TcpStream>>),
}

impl Wire {
    /// The same connection by TLS, its certificate judged for the host of that place. One that has TLS already stays as it is.
    pub(crate) async fn secured(self, client: &Client, place: &Url) -> io::Result<Self> {
        let Self::Plain(tcp) = self else { return Ok(self) };
        let config = client.tls().map_err(io::Error::other)?;
        let host = place.host_str().unwrap_or_default().trim_start_matches('[').trim_end_matches(']').to_owned();
        let name = ServerName::try_from(host).map_err(io::Error::other)?;
        let tls = TlsConnector::from(config).connect(name, tcp).await;
        let tls = tls.map_err(|e| io::Error::other(format!("the connection cannot be made secure: {e}")))?;
        Ok(Self::Tls(Box::new(tls)))
    }

    /// Reads what is there; 0 when the other side closed.
    pub(crate) async fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(tcp) => tcp.read(into).await,
            Self::Tls(tls) => tls.read(into).await,
        }
    }

    /// Writes all of it.
    pub(crate) async fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Plain(tcp) => tcp.write_all(bytes).await,
            Self::Tls(tls) => {
                tls.write_all(bytes).await?;
                tls.flush().await
            }
        }
    }
}

/// Where a server stands, as the one check of addresses takes it.
pub(crate) fn place(host: &str, port: u16) -> Option<Url> {
    let host = match host.parse::<std::net::Ipv6Addr>() {
        Ok(address) => format!("[{address}]"),
        Err(_) => Host::parse(host).ok()?.to_string(),
    };
    Url::parse(&format!("https://{host}:{port}/")).ok()
}
