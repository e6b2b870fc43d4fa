//! Who is woken, tried: the laws over random orders of everything, tables of single cases, and a month of life.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test may fail loudly, and the month prints its calls")]

mod began;
mod desk;
mod golden;
mod laws;
mod month;
mod oracle;
mod sleep;
mod standing;
mod stories;
