//! The two carriers of a stream: server-sent events and WebSocket.

use super::event::{Event, Lines, frame};
use super::rest::{Failed, instance, is_of};
use super::{Settings, Timeline, Transport, address};
use crate::http::{Allow, Client, Streaming};
use domain::source::Outcome;
use futures_util::StreamExt;
use jiff::Timestamp;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Error as WsError, Message};
use tokio_tungstenite::{WebSocketStream, client_async_with_config};
use url::Url;

/// Anything that a WebSocket can run over.
pub(super) trait Wire: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Wire for T {}

/// An open stream.
pub(super) enum Socket {
    Sse(Box<Streaming>, Lines),
    Ws(Box<WebSocketStream<Box<dyn Wire>>>),
}

impl Socket {
    /// Opens the stream, by the carrier that is set or by the first that works.
    pub(super) async fn open(client: &Client, settings: &Settings, now: Timestamp) -> Result<Self, Failed> {
        let server = streaming_server(client, settings, now).await?;
        match settings.transport {
            Some(Transport::Sse) => sse(client, settings, &server, now).await,
            Some(Transport::WebSocket) => ws(client, settings, &server).await,
            None => match sse(client, settings, &server, now).await {
                Err(failed) if matches!(failed.outcome, Outcome::Gone | Outcome::Malformed) => {
                    ws(client, settings, &server).await
                }
                opened => opened,
            },
        }
    }

    /// The next event; `None` when the server has closed. May be dropped half-way and called again.
    pub(super) async fn next(&mut self, host: &str, now: Timestamp) -> Result<Option<Event>, Failed> {
        match self {
            Self::Sse(streaming, lines) => Ok(streaming.next_line().await?.map(|line| lines.take(&line, host, now))),
            Self::Ws(socket) => match socket.next().await {
                None | Some(Ok(Message::Close(_))) => Ok(None),
                Some(Ok(Message::Text(text))) => match frame(text.as_str(), host, now) {
                    Ok(event) => Ok(Some(event)),
                    Err(complaint) => Err(failed(
                        Outcome::Malformed,
                        format!("the stream of {host} says: {}", complaint.chars().take(200).collect::<String>()),
                    )),
                },
                Some(Ok(_)) => Ok(Some(Event::Nothing)),
                Some(Err(error)) => Err(failed(Outcome::Network, format!("the stream of {host} broke: {error}"))),
            },
        }
    }
}

fn failed(outcome: Outcome, detail: String) -> Failed {
    Failed { outcome, detail, wait: None }
}

/// Where the stream is: only the host of the settings is believed, whatever the server says of itself.
async fn streaming_server(client: &Client, settings: &Settings, now: Timestamp) -> Result<Url, Failed> {
    if let Some(server) = &settings.streaming_server {
        return Ok(server.clone());
    }
    let Ok(instance) = instance(client, settings, now).await else { return Ok(settings.server.clone()) };
    let named = instance["configuration"]["urls"]["streaming"].as_str().and_then(|url| Url::parse(url).ok());
    match named {
        Some(named) if !is_of(&named, &settings.server) => Err(failed(
            Outcome::Blocked,
            format!(
                "{} keeps its stream on another host: if {} is right, set \"streaming_server\": \"https://{}\"",
                settings.host(),
                named.host_str().unwrap_or_default(),
                named.host_str().unwrap_or_default()
            ),
        )),
        _ => Ok(settings.server.clone()),
    }
}

async fn sse(client: &Client, settings: &Settings, server: &Url, now: Timestamp) -> Result<Socket, Failed> {
    let url = match &settings.timeline {
        Timeline::Public => address(server, &["api", "v1", "streaming", "public"], &[]),
        Timeline::Tag(tag) => address(server, &["api", "v1", "streaming", "hashtag"], &[("tag", tag)]),
    };
    let request = settings.request(&url)?.header("accept", "text/event-stream")?;
    let streaming = client.stream(&request).await?;
    let host = server.host_str().unwrap_or_default();
    if streaming.status != 200 {
        let detail = format!("the stream of {host} answered with status {}", streaming.status);
        return Err(Failed::told(streaming.outcome(), detail, streaming.retry_after(), now));
    }
    if !streaming.header("content-type").is_some_and(|kind| kind.starts_with("text/event-stream")) {
        return Err(failed(Outcome::Malformed, format!("what {host} sends is no stream of events")));
    }
    Ok(Socket::Sse(Box::new(streaming), Lines::default()))
}

/// The token goes in the header; servers that look for it in the address alone get it there at the second try.
async fn ws(client: &Client, settings: &Settings, server: &Url) -> Result<Socket, Failed> {
    let mut query = match &settings.timeline {
        Timeline::Public => vec![("stream", "public")],
        Timeline::Tag(tag) => vec![("stream", "hashtag"), ("tag", tag.as_str())],
    };
    let opened = ws_at(client, settings, server, &query).await;
    match (opened, &settings.token) {
        (Err(failed), Some(token)) if failed.outcome == Outcome::Auth => {
            query.push(("access_token", &token.0));
            ws_at(client, settings, server, &query).await
        }
        (opened, _) => opened,
    }
}

async fn ws_at(client: &Client, settings: &Settings, server: &Url, query: &[(&str, &str)]) -> Result<Socket, Failed> {
    let url = address(server, &["api", "v1", "streaming"], query);
    let host = server.host_str().unwrap_or_default().to_string();
    let handshake = async {
        let wire = connect(client, settings, &url, &host).await?;
        let secure = url.scheme() == "https";
        let target = url.as_str().replacen("http", "ws", 1);
        let unsent = |_| failed(Outcome::Auth, "the token holds characters that cannot be sent: enter it again".into());
        let mut request = target
            .into_client_request()
            .map_err(|_| failed(Outcome::Blocked, format!("{host} cannot be asked for a stream")))?;
        if let Some(token) = &settings.token {
            let mut value = HeaderValue::from_str(&format!("Bearer {}", token.0)).map_err(unsent)?;
            value.set_sensitive(true);
            request.headers_mut().insert("authorization", value);
        }
        let config = WebSocketConfig::default().max_message_size(Some(1 << 20)).max_frame_size(Some(1 << 20));
        match client_async_with_config(request, wire, Some(config)).await {
            Ok((socket, _)) => Ok(Socket::Ws(Box::new(socket))),
            Err(WsError::Http(answer)) => {
                let status = answer.status().as_u16();
                let outcome = match status {
                    401 | 403 => Outcome::Auth,
                    404 | 410 => Outcome::Gone,
                    429 => Outcome::RateLimited,
                    _ => Outcome::Network,
                };
                Err(failed(outcome, format!("the stream of {host} answered with status {status}")))
            }
            Err(error) => Err(failed(
                Outcome::Network,
                format!("the stream of {host} could not be opened{}: {error}", if secure { " over TLS" } else { "" }),
            )),
        }
    };
    tokio::time::timeout(Duration::from_secs(15), handshake)
        .await
        .unwrap_or_else(|_| Err(failed(Outcome::Network, format!("the stream of {host} did not open in time"))))
}

/// Connects to the addresses that the guarded client has checked, and to no other.
async fn connect(client: &Client, settings: &Settings, url: &Url, host: &str) -> Result<Box<dyn Wire>, Failed> {
    let addresses = client.checked_addresses(url, &Allow::parse(&settings.allow)?).await?;
    let broke = |error: std::io::Error| failed(Outcome::Network, format!("the connection to {host} failed: {error}"));
    let tcp = TcpStream::connect(addresses.as_slice()).await.map_err(broke)?;
    if url.scheme() != "https" {
        return Ok(Box::new(tcp));
    }
    let name = rustls::pki_types::ServerName::try_from(host.to_string())
        .map_err(|_| failed(Outcome::Blocked, format!("{host} is no name for TLS")))?;
    let tls = tokio_rustls::TlsConnector::from(client.tls()?).connect(name, tcp).await.map_err(broke)?;
    Ok(Box::new(tls))
}
