//! The face of Vigie: pages, charts, styles and the little script that keeps them live.
//!
//! A page is plain data ([`pages`]) and a template; it decides nothing and knows no request. Everything works without JavaScript.

pub mod assets;
pub mod chart;
pub mod html;
pub mod pages;
pub mod untrusted;
