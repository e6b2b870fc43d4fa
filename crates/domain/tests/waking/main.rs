//! Who is woken, tried: the laws over random orders of everything, tables of single cases, and a month of life.

mod desk;
mod laws;
mod month;
mod oracle;
mod sleep;
mod stories;
