//! What is asked.

use super::{Allow, Error};
use base64::Engine;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use url::Url;

/// The verbs that are used. There is none that deletes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Sends.
    Post,
    /// Puts.
    Put,
}

/// One request.
#[derive(Clone, Debug)]
pub struct Request {
    pub(super) method: Method,
    pub(super) url: Url,
    pub(super) headers: HeaderMap,
    pub(super) authorization: Option<HeaderValue>,
    pub(super) body: Vec<u8>,
    pub(super) allow: Allow,
}

impl Request {
    /// Asks for an address. A name and password in it become credentials.
    pub fn get(address: &str) -> Result<Self, Error> {
        Self::new(Method::Get, address)
    }

    /// Sends a body to an address.
    pub fn post(address: &str, content_type: &str, body: Vec<u8>) -> Result<Self, Error> {
        let mut request = Self::new(Method::Post, address)?.header("content-type", content_type)?;
        request.body = body;
        Ok(request)
    }

    /// Puts a body at an address.
    pub fn put(address: &str, content_type: &str, body: Vec<u8>) -> Result<Self, Error> {
        Ok(Self { method: Method::Put, ..Self::post(address, content_type, body)? })
    }

    fn new(method: Method, address: &str) -> Result<Self, Error> {
        let mut url = web_address(address)?;
        let name = decoded(url.username());
        let password = decoded(url.password().unwrap_or(""));
        strip_credentials(&mut url);
        let request = Self {
            method,
            url,
            headers: HeaderMap::new(),
            authorization: None,
            body: Vec::new(),
            allow: Allow::nothing(),
        };
        if name.is_empty() && password.is_empty() { Ok(request) } else { request.basic(&name, &password) }
    }

    /// Adds a header. It is not sent on to another host.
    pub fn header(mut self, name: &'static str, value: &str) -> Result<Self, Error> {
        let bad = || Error::Header { what: format!("the header {name}") };
        let value = HeaderValue::from_str(value).map_err(|_| bad())?;
        self.headers.insert(HeaderName::from_bytes(name.as_bytes()).map_err(|_| bad())?, value);
        Ok(self)
    }

    /// Adds a bearer token.
    pub fn bearer(self, token: &str) -> Result<Self, Error> {
        self.authorize(format!("Bearer {token}"), "the token")
    }

    /// Adds a key as it is, without the name of a scheme before it.
    pub fn key(self, key: &str) -> Result<Self, Error> {
        self.authorize(key.to_owned(), "the key")
    }

    /// Adds a name and a password.
    pub fn basic(self, name: &str, password: &str) -> Result<Self, Error> {
        let pair = base64::engine::general_purpose::STANDARD.encode(format!("{name}:{password}"));
        self.authorize(format!("Basic {pair}"), "the password")
    }

    fn authorize(mut self, value: String, what: &str) -> Result<Self, Error> {
        let mut value = HeaderValue::from_str(&value).map_err(|_| Error::Header { what: what.to_owned() })?;
        value.set_sensitive(true);
        self.authorization = Some(value);
        Ok(self)
    }

    /// Allows internal places.
    pub fn allow(mut self, allow: &Allow) -> Self {
        self.allow = allow.clone();
        self
    }

    /// Where it goes.
    pub fn url(&self) -> &Url {
        &self.url
    }
}

/// Reads an http or https address.
pub(super) fn web_address(address: &str) -> Result<Url, Error> {
    let url = Url::parse(address.trim()).map_err(|e| Error::Address { reason: e.to_string() })?;
    match url.scheme() {
        "http" | "https" => Ok(url),
        other => Err(Error::Address { reason: format!("it begins with {other}:") }),
    }
}

/// Takes the name and password out of an address.
pub(super) fn strip_credentials(url: &mut Url) {
    // Neither can fail for an address that has a host, and http addresses have one.
    let _ = url.set_username("");
    let _ = url.set_password(None);
}

fn decoded(part: &str) -> String {
    let pairs = format!("p={}", part.replace('+', "%2B"));
    url::form_urlencoded::parse(pairs.as_bytes()).next().map(|(_, v)| v.into_owned()).unwrap_or_default()
}
