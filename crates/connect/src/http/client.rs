//! The client: one connection per hop, to checked addresses only.

use super::body::{Body, Trouble};
use super::error::{CONNECTING, CertificateFault};
use super::request::{strip_credentials, web_address};
use super::{Allow, Error, Method, Request, Resolver, Response, Streaming};
use reqwest::header::{
    ACCEPT, ACCEPT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderValue, IF_MODIFIED_SINCE, IF_NONE_MATCH, LOCATION,
    USER_AGENT,
};
use rustls_platform_verifier::BuilderVerifierExt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use url::Url;

/// The bounds of one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// To find the addresses, and to connect.
    pub connect: Duration,
    /// Until the head of the answer.
    pub first_byte: Duration,
    /// For everything, redirects included.
    pub total: Duration,
    /// Bytes on the wire.
    pub packed: usize,
    /// Bytes unpacked.
    pub unpacked: usize,
    /// Bytes unpacked for one on the wire, beyond the first mebibyte.
    pub ratio: usize,
    /// Redirects followed.
    pub redirects: usize,
    /// Bytes of one line of a stream.
    pub line: usize,
    /// Silence on a stream.
    pub idle: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            first_byte: Duration::from_secs(15),
            total: Duration::from_secs(60),
            packed: 5 << 20,
            unpacked: 20 << 20,
            ratio: 100,
            redirects: 5,
            line: 1 << 20,
            idle: Duration::from_secs(60),
        }
    }
}

/// The one guarded client. Cheap to clone.
#[derive(Clone)]
pub struct Client {
    tls: Result<Arc<rustls::ClientConfig>, Error>,
    resolver: Resolver,
    limits: Limits,
    user_agent: HeaderValue,
}

impl Client {
    /// A client that names itself and, where given, the address under which its operator can be reached.
    pub fn new(contact: Option<&str>) -> Self {
        let name = concat!("vigie/", env!("CARGO_PKG_VERSION"));
        let named = contact.and_then(|c| HeaderValue::from_str(&format!("{name} (+{c})")).ok());
        Self {
            tls: tls(),
            resolver: Resolver::System,
            limits: Limits::default(),
            user_agent: named.unwrap_or(HeaderValue::from_static(name)),
        }
    }

    /// The same client with other bounds.
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// The same client with names of its own.
    pub fn with_resolver(self, resolver: Resolver) -> Self {
        Self { resolver, ..self }
    }

    /// Sends a request and reads the whole answer. Redirects of a reading request are followed, each hop checked; a
    /// request with a body gets its 3xx back.
    pub async fn fetch(&self, request: &Request) -> Result<Response, Error> {
        let host = host_of(&request.url);
        match tokio::time::timeout(self.limits.total, self.fetch_unhurried(request)).await {
            Ok(answer) => answer,
            Err(_) => Err(Error::Time { host, stage: "the whole answer" }),
        }
    }

    /// Sends a request and hands over the answer line by line, for as long as it goes on.
    pub async fn stream(&self, request: &Request) -> Result<Streaming, Error> {
        let hop = self.follow(request).await?;
        Ok(Streaming {
            status: hop.response.status().as_u16(),
            headers: hop.response.headers().clone(),
            host: host_of(&hop.url),
            response: hop.response,
            idle: self.limits.idle,
            longest: self.limits.line,
            buffer: Vec::new(),
            searched: 0,
        })
    }

    /// The checked addresses of a host, for a protocol that connects by itself (WebSocket): connect to these and no other.
    pub async fn checked_addresses(&self, url: &Url, allow: &Allow) -> Result<Vec<SocketAddr>, Error> {
        match url.scheme() {
            "http" | "https" | "ws" | "wss" => self.resolver.checked(url, allow, self.limits.connect).await,
            other => Err(Error::Address { reason: format!("it begins with {other}:") }),
        }
    }

    /// What judges certificates, for a protocol that connects by itself.
    pub fn tls(&self) -> Result<Arc<rustls::ClientConfig>, Error> {
        self.tls.clone()
    }

    /// Sends a message. What counts is the status, known once the head of the answer is there: a body that is late, damaged or too
    /// large is left out.
    pub async fn deliver(&self, request: &Request) -> Result<Response, Error> {
        let host = host_of(&request.url);
        let mut hop = match tokio::time::timeout(self.limits.total, self.follow(request)).await {
            Ok(hop) => hop?,
            Err(_) => return Err(Error::Time { host, stage: "an answer" }),
        };
        let body = tokio::time::timeout(self.limits.first_byte, self.body(&mut hop)).await;
        Ok(hop.answered(body.ok().and_then(Result::ok).unwrap_or_default()))
    }

    async fn fetch_unhurried(&self, request: &Request) -> Result<Response, Error> {
        let mut hop = self.follow(request).await?;
        let body = self.body(&mut hop).await?;
        Ok(hop.answered(body))
    }

    /// The whole body of an answer, unpacked.
    async fn body(&self, hop: &mut Hop) -> Result<Vec<u8>, Error> {
        let host = host_of(&hop.url);
        let coding =
            hop.response.headers().get("content-encoding").and_then(|v| v.to_str().ok()).unwrap_or("").to_owned();
        let damaged = || Error::Encoding { host: host.clone(), encoding: coding.clone() };
        let refuse = |trouble| match trouble {
            Trouble::TooBig(limit) => Error::TooBig { host: host.clone(), limit },
            Trouble::Damaged => damaged(),
        };
        let mut body = Body::new(&coding, &self.limits).ok_or_else(damaged)?;
        if hop.response.content_length().is_some_and(|n| n > self.limits.packed as u64) {
            return Err(refuse(Trouble::TooBig("on the wire")));
        }
        while let Some(piece) = hop.response.chunk().await.map_err(|e| describe(e, &host))? {
            body.push(&piece).map_err(refuse)?;
        }
        body.finish().map_err(refuse)
    }

    async fn follow(&self, request: &Request) -> Result<Hop, Error> {
        let mut request = request.clone();
        let mut moved_to = None;
        let mut all_permanent = true;
        for _ in 0..=self.limits.redirects {
            let response = self.send(&request).await?;
            let status = response.status().as_u16();
            let redirects = matches!(status, 301 | 302 | 303 | 307 | 308) && request.method == Method::Get;
            if !redirects {
                return Ok(Hop { response, url: request.url, moved_to });
            }
            let next = target(&request.url, response.headers())?;
            all_permanent &= matches!(status, 301 | 308);
            if all_permanent {
                moved_to = Some(next.clone());
            }
            request = redirected(request, next)?;
        }
        Err(Error::Redirects(self.limits.redirects))
    }

    /// One hop: check, connect to what was checked, send, wait for the head of the answer.
    async fn send(&self, request: &Request) -> Result<reqwest::Response, Error> {
        let host = host_of(&request.url);
        let addresses = self.resolver.checked(&request.url, &request.allow, self.limits.connect).await?;
        let client = self.connector(addresses, request.url.scheme() == "https")?;
        let method = match request.method {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            Method::Put => reqwest::Method::PUT,
        };
        let mut headers = request.headers.clone();
        headers.insert(USER_AGENT, self.user_agent.clone());
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip, br, deflate"));
        if let Some(authorization) = &request.authorization {
            headers.insert(reqwest::header::AUTHORIZATION, authorization.clone());
        }
        let sending = client.request(method, request.url.clone()).headers(headers).body(request.body.clone()).send();
        match tokio::time::timeout(self.limits.first_byte, sending).await {
            Err(_) => Err(Error::Time { host, stage: "the first byte" }),
            Ok(answer) => answer.map_err(|e| describe(e, &host)),
        }
    }

    /// A client of the underlying library that can reach these addresses and no other. One per hop: a pooled connection
    /// would carry one source's allowance to another.
    fn connector(&self, addresses: Vec<SocketAddr>, secure: bool) -> Result<reqwest::Client, Error> {
        #[expect(clippy::disallowed_methods, reason = "this is the one place where the guarded client is made")]
        let builder = reqwest::Client::builder();
        let tls = match &self.tls {
            Ok(tls) => (**tls).clone(),
            Err(error) if secure => return Err(error.clone()),
            Err(_) => bare_tls()?,
        };
        builder
            .tls_backend_preconfigured(tls)
            .dns_resolver(Checked(addresses))
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .no_proxy()
            .no_gzip()
            .no_brotli()
            .no_deflate()
            .no_zstd()
            .referer(false)
            .http1_only()
            .pool_max_idle_per_host(0)
            .connect_timeout(self.limits.connect)
            .build()
            .map_err(|e| Error::Unreached { host: "any host".to_owned(), reason: chain(&e.without_url()) })
    }
}

struct Hop {
    response: reqwest::Response,
    url: Url,
    moved_to: Option<Url>,
}

impl Hop {
    fn answered(self, body: Vec<u8>) -> Response {
        let status = self.response.status().as_u16();
        let headers = self.response.headers().clone();
        Response { status, body, final_url: self.url, moved_to: self.moved_to, headers }
    }
}

/// Answers every question for an address with the addresses that were checked.
struct Checked(Vec<SocketAddr>);

impl reqwest::dns::Resolve for Checked {
    fn resolve(&self, _: reqwest::dns::Name) -> reqwest::dns::Resolving {
        let addresses: reqwest::dns::Addrs = Box::new(self.0.clone().into_iter());
        Box::pin(std::future::ready(Ok(addresses)))
    }
}

fn target(from: &Url, headers: &HeaderMap) -> Result<Url, Error> {
    let lost = || Error::Location { host: host_of(from) };
    let location = headers.get(LOCATION).and_then(|v| std::str::from_utf8(v.as_bytes()).ok()).ok_or_else(lost)?;
    let mut next = web_address(from.join(location.trim()).map_err(|_| lost())?.as_str())?;
    strip_credentials(&mut next);
    Ok(next)
}

/// The request for the next hop. Another host gets nothing that was meant for the first.
fn redirected(mut request: Request, next: Url) -> Result<Request, Error> {
    let same_place = request.url.host() == next.host() && request.url.port() == next.port();
    if !same_place {
        request.authorization = None;
        let kept = [ACCEPT, IF_NONE_MATCH, IF_MODIFIED_SINCE, CONTENT_TYPE];
        request.headers = kept
            .into_iter()
            .filter_map(|name| request.headers.get(&name).cloned().map(|value| (name, value)))
            .collect();
    } else if request.authorization.is_some() && request.url.scheme() == "https" && next.scheme() == "http" {
        return Err(Error::Downgrade { host: host_of(&request.url) });
    }
    request.url = next;
    Ok(request)
}

fn tls() -> Result<Arc<rustls::ClientConfig>, Error> {
    let told = |e: rustls::Error| Error::Certificates(e.to_string());
    let config = rustls::ClientConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()
        .map_err(told)?
        .with_platform_verifier()
        .map_err(told)?;
    Ok(Arc::new(config.with_no_client_auth()))
}

/// Trusts nobody: stands in where the system has no root certificates and the address is plain http.
fn bare_tls() -> Result<rustls::ClientConfig, Error> {
    let config = rustls::ClientConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()
        .map_err(|e| Error::Certificates(e.to_string()))?;
    Ok(config.with_root_certificates(rustls::RootCertStore::empty()).with_no_client_auth())
}

fn provider() -> Arc<rustls::crypto::CryptoProvider> {
    Arc::new(rustls::crypto::ring::default_provider())
}

fn host_of(url: &Url) -> String {
    url.host_str().unwrap_or("the host").to_owned()
}

/// An error of the underlying library in our words, without the address.
pub(super) fn describe(error: reqwest::Error, host: &str) -> Error {
    let error = error.without_url();
    let host = host.to_owned();
    if error.is_timeout() {
        return Error::Time { host, stage: if error.is_connect() { CONNECTING } else { "an answer" } };
    }
    match CertificateFault::behind(&error) {
        Some(fault) => Error::Certificate { host, fault },
        None if error.is_connect() => Error::Unreached { host, reason: chain(&error) },
        None => Error::Connection { host, reason: chain(&error) },
    }
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut innermost = error;
    while let Some(cause) = innermost.source() {
        innermost = cause;
    }
    innermost.to_string()
}
