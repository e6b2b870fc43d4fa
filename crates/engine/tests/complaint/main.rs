//! Complaints from the form, and by mail, to a mention, and the mails they cause.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends here")]

mod form;
mod post;
mod shop;
