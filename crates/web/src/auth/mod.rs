//! Who is asking: passwords, sessions, tokens, and the two guards in front of every route.

pub mod doorstep;
pub mod guard;
pub mod known;
pub mod password;
pub mod principal;
pub mod secret;
