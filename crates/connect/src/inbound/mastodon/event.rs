//! What a stream says: the same events in both of its carriers.

use super::status::{Status, read};
use domain::source::Quarantined;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;

/// One event.
#[derive(Debug)]
pub(super) enum Event {
    /// A status is new or was edited.
    Status(Status),
    /// The status with this id of the server is deleted.
    Deleted(String),
    /// Something that could not be read.
    Broken(Quarantined),
    /// A sign of life, or an event of no interest.
    Nothing,
}

impl Event {
    /// About how much memory it takes.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Status(status) => status.post.as_ref().map_or(0, |post| post.raw.len() + post.text.len()),
            Self::Deleted(id) => id.len(),
            Self::Broken(broken) => broken.bytes.len(),
            Self::Nothing => 0,
        }
    }
}

/// Reads an event by its name and payload.
pub(super) fn event(name: &str, payload: &str, host: &str, now: Timestamp) -> Event {
    let broken = |reason: String| {
        let cut = payload.len().min(64 << 10);
        Event::Broken(Quarantined { reason, place: format!("event {name}"), bytes: payload.as_bytes()[..cut].to_vec() })
    };
    match name {
        "update" | "status.update" => {
            let raw: Result<&RawValue, _> = serde_json::from_str(payload);
            match raw.map_err(|e| format!("the event cannot be read: {e}")).and_then(|raw| read(raw, host, now)) {
                Ok(status) => Event::Status(status),
                Err(reason) => broken(reason),
            }
        }
        "delete" => match payload.trim().trim_matches('"') {
            "" => broken("the event names no status".into()),
            // An address would be a post's name everywhere: another server's post is not this one's to delete.
            id if id.contains(':') => broken("the event names no status of its server".into()),
            id => Event::Deleted(id.to_string()),
        },
        _ => Event::Nothing,
    }
}

/// A frame of the WebSocket: the payload is JSON inside a string.
#[derive(Deserialize)]
struct Frame {
    event: String,
    payload: Option<String>,
}

/// Reads a text frame; `Err` is the server's complaint.
pub(super) fn frame(text: &str, host: &str, now: Timestamp) -> Result<Event, String> {
    match serde_json::from_str::<Frame>(text) {
        Ok(frame) => Ok(event(&frame.event, frame.payload.as_deref().unwrap_or_default(), host, now)),
        Err(problem) => {
            #[derive(Deserialize)]
            struct Complaint {
                error: String,
            }
            match serde_json::from_str::<Complaint>(text) {
                Ok(complaint) => Err(complaint.error),
                Err(_) => Ok(Event::Broken(Quarantined {
                    reason: format!("the frame cannot be read: {problem}"),
                    place: "a frame".into(),
                    bytes: text.as_bytes()[..text.len().min(64 << 10)].to_vec(),
                })),
            }
        }
    }
}

/// Puts the lines of server-sent events together.
#[derive(Default)]
pub(super) struct Lines {
    name: String,
    data: String,
}

impl Lines {
    /// The most data one event may have.
    const MAX: usize = 1 << 20;

    /// Takes one line; an event at its blank line. A comment is a sign of life.
    pub(super) fn take(&mut self, line: &[u8], host: &str, now: Timestamp) -> Event {
        if line.is_empty() {
            let (name, data) = (std::mem::take(&mut self.name), std::mem::take(&mut self.data));
            return if data.is_empty() { Event::Nothing } else { event(&name, &data, host, now) };
        }
        let Ok(line) = std::str::from_utf8(line) else {
            self.data.clear();
            self.name.clear();
            let bytes = line[..line.len().min(64 << 10)].to_vec();
            return Event::Broken(Quarantined {
                reason: "the event is not valid UTF-8".into(),
                place: "a stream's line".into(),
                bytes,
            });
        };
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => self.name = value.to_string(),
            "data" if self.data.len() + value.len() <= Self::MAX => {
                if !self.data.is_empty() {
                    self.data.push('\n');
                }
                self.data.push_str(value);
            }
            _ => {}
        }
        Event::Nothing
    }
}
