//! The one guarded client. Whatever address it is given (a feed, a redirect, a next page, a host named by a stranger),
//! it connects only to addresses it has checked itself, within bounds of size and time.

mod address;
mod body;
mod client;
mod error;
mod request;
mod response;
mod retry;
mod stream;

pub(crate) use address::is_public;
pub use address::{Allow, Resolver};
pub use client::{Client, Limits};
pub use error::{CertificateFault, Error};
pub use request::{Method, Request};
pub use response::Response;
pub use retry::RetryAfter;
pub(crate) use retry::http_date;
pub use stream::Streaming;
