//! Postiz, on its own server or in its cloud (docs.postiz.com/public-api: *integrations*, *posts*, *posts/{id}/status*). One key opens every channel of a
//! workspace, whose clients they are; here each channel is asked for by name, and what is another's is not even read.

mod queue;

use super::Account;
use super::answer::{failed, of, refused, text, unasked};
use crate::http::{Error, Request, Response};
use crate::inbound::json;
use crate::outbound::House;
use crate::outbound::answer::short;
use domain::publish::{Channel, Failed, Why};
use jiff::Timestamp;
use serde_json::Value;
use url::Url;

/// Channels of one key that are read.
const CHANNELS: usize = 2_000;
/// Where the pages of the cloud are, whose interface has an address of its own.
const CLOUD: (&str, &str) = ("api.postiz.com", "https://platform.postiz.com");

/// One key at its server.
pub(super) struct Server<'a> {
    pub(super) house: &'a House,
    pub(super) account: &'a Account,
}

impl Server<'_> {
    fn host(&self) -> String {
        crate::outbound::answer::host(&self.account.server)
    }

    /// An address of the public interface; `segments` are escaped.
    fn address(&self, segments: &[&str], query: &[(&str, &str)]) -> Url {
        let mut url = self.account.server.clone();
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().extend(["public", "v1"]).extend(segments);
        }
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        url
    }

    /// Only the server that was named gets the key.
    fn allowed(&self, request: Request) -> Result<Request, Error> {
        request.allow(&self.house.allow).key(&self.account.token)
    }

    async fn get(&self, segments: &[&str], query: &[(&str, &str)], now: Timestamp) -> Result<Value, Failed> {
        let asked = async || {
            let request = self.allowed(Request::get(self.address(segments, query).as_str())?)?;
            self.house.client.fetch(&request).await
        };
        let response = asked().await.map_err(|error| unasked(&error, &self.host()))?;
        self.read(&response, now)
    }

    /// The JSON of a good answer that the server itself gave.
    fn read(&self, response: &Response, now: Timestamp) -> Result<Value, Failed> {
        let host = self.host();
        if response.final_url.host() != self.account.server.host() {
            let other = crate::outbound::answer::host(&response.final_url);
            return Err(of(Why::Moved, &host, format!("{host} sends us on to {other}: enter that server instead")));
        }
        if !(200..300).contains(&response.status) {
            return Err(refused(response, &host, now));
        }
        let unread = |_| {
            of(
                Why::Unreadable,
                &host,
                format!("the answer of {host} cannot be read: is it the address of its interface?"),
            )
        };
        json::read(&response.body).map_err(unread)
    }

    /// The channels that the key opens.
    pub(super) async fn channels(&self, now: Timestamp) -> Result<Vec<Channel>, Failed> {
        let all = self.get(&["integrations"], &[], now).await?;
        let unread =
            || of(Why::Unreadable, &self.host(), format!("{} does not say its channels: is it a Postiz?", self.host()));
        let all = all.as_array().ok_or_else(unread)?;
        if all.len() > CHANNELS {
            return Err(failed(format!("{} has more than {CHANNELS} channels", self.host()), None));
        }
        let channels: Vec<Channel> = all.iter().filter_map(channel).collect();
        // A list none of whose entries is a channel is no list of channels.
        if channels.is_empty() && !all.is_empty() { Err(unread()) } else { Ok(channels) }
    }
}

/// Where people see the calendar of a server, as far as its address tells.
pub fn calendar(server: &str) -> Option<String> {
    let url = Url::parse(server).ok()?;
    if url.host_str() == Some(CLOUD.0) {
        return Some(format!("{}/launches", CLOUD.1));
    }
    let path = url.path().trim_end_matches('/').strip_suffix("/api")?;
    let origin = url.origin();
    origin.is_tuple().then(|| format!("{}{path}/launches", origin.ascii_serialization()))
}

fn channel(value: &Value) -> Option<Channel> {
    let shown = |value: Option<String>| value.map(|text| short(&text)).filter(|text| !text.is_empty());
    let native = text(value, "id").filter(|id| is_id(id))?;
    let profile = shown(text(value, "profile"));
    Some(Channel {
        name: shown(text(value, "name")).or(profile).unwrap_or_else(|| native.clone()),
        platform: shown(text(value, "identifier")).unwrap_or_default(),
        client: value.get("customer").and_then(|customer| shown(text(customer, "name"))),
        disabled: value["disabled"].as_bool().unwrap_or_default(),
        native,
    })
}

/// Whether an id can stand in an address as it is.
fn is_id(id: &str) -> bool {
    (1..=100).contains(&id.len()) && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

#[cfg(test)]
mod tests {
    use super::calendar;

    #[test]
    fn a_calendar_is_told_only_where_it_is_known() {
        for (server, expected) in [
            ("https://api.postiz.com", Some("https://platform.postiz.com/launches")),
            ("https://postiz.example/api", Some("https://postiz.example/launches")),
            ("https://example.org:8443/plan/api/", Some("https://example.org:8443/plan/launches")),
            ("https://backend.example", None),
            ("javascript:alert(1)//api", None),
            ("", None),
        ] {
            assert_eq!(calendar(server).as_deref(), expected, "{server}");
        }
    }
}
