//! The private complaint channel: anybody tells a brand what went wrong, somebody named answers, by a link and by mail.
//!
//! Nothing here looks at what the reader says of a text: every complaint goes the same way. Each is a mention of its brand and so reaches the
//! signals; it wakes nobody by itself. What comes too fast, or as people do not send it, is held aside until somebody of the team looks at it:
//! held, never thrown away.

mod channel;
mod file;
mod mail;
mod mailbox;
mod post;
mod stamp;
mod talk;

pub use channel::{Unfit, Wanted, phone, set_channel};
pub use file::{Bringing, Filed, Filing, Sent, Wrong, brings_files, file, let_go, let_in, repair, watch};
pub use mail::confirm;
pub use mailbox::{Typed, mailbox, set_mailbox};
pub use post::{Rest, receive};
pub use stamp::stamp;
pub use talk::{Opened, Reply, answer, close, open, reopen, reply};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// What the store keeps of a secret that opens a conversation.
fn digest(secret: &str) -> [u8; 32] {
    *blake3::hash(secret.as_bytes()).as_bytes()
}

/// A digest of these parts that nobody makes without the house's secret, for this purpose only.
fn keyed(secret: &[u8; 32], purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_keyed(secret);
    for part in [purpose.as_bytes()].iter().chain(parts) {
        hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
    }
    *hasher.finalize().as_bytes()
}

/// Bytes as they stand in an address.
fn written(bytes: &[u8; 32]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
