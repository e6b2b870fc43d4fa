//! Talks to the outside: the guarded client; feeds, Mastodon, mailboxes, webhooks, files; mail, ntfy, Web Push, chat; publishing.
//!
//! - [`http`]: the one client; everything that leaves the house goes through it.
//! - [`inbound`]: one module per kind of source; each turns what it hears into [`domain::source::Delivery`].
//! - [`outbound`]: one module per kind of target; each sends a [`domain::target::Notification`] and says what came of it.
//! - [`publish`]: one module per tool that texts are published by; each says what came of a try, and holds what waits in its queue.

pub mod http;
pub mod inbound;
pub mod outbound;
pub mod publish;
mod wire;
