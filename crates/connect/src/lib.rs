//! Talks to the outside: the guarded client, feeds, Mastodon, webhooks, files.
//!
//! - [`http`]: the one client; everything that leaves the house goes through it.
//! - [`inbound`]: one module per kind of source; each turns what it hears into [`domain::source::Delivery`].

pub mod http;
pub mod inbound;
