//! The packs that ship.

use super::{Pack, PackError};

/// A pack that ships.
#[derive(Clone, Copy, Debug)]
pub struct Shipped {
    /// Its name.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

const SHIPPED: [Shipped; 14] = [
    Shipped { name: "bakery", text: include_str!("../../../../packs/bakery.toml") },
    Shipped { name: "data-leak", text: include_str!("../../../../packs/data-leak.toml") },
    Shipped { name: "rumour", text: include_str!("../../../../packs/rumour.toml") },
    Shipped { name: "employee-video", text: include_str!("../../../../packs/employee-video.toml") },
    Shipped { name: "review-bombing", text: include_str!("../../../../packs/review-bombing.toml") },
    Shipped { name: "slow-burn", text: include_str!("../../../../packs/slow-burn.toml") },
    Shipped { name: "false-alarm", text: include_str!("../../../../packs/false-alarm.toml") },
    Shipped { name: "popular-contest", text: include_str!("../../../../packs/popular-contest.toml") },
    Shipped { name: "grave-post", text: include_str!("../../../../packs/grave-post.toml") },
    Shipped { name: "forty-stars", text: include_str!("../../../../packs/forty-stars.toml") },
    Shipped { name: "by-phone", text: include_str!("../../../../packs/by-phone.toml") },
    Shipped { name: "two-at-once", text: include_str!("../../../../packs/two-at-once.toml") },
    Shipped { name: "nine-clients", text: include_str!("../../../../packs/nine-clients.toml") },
    Shipped { name: "offensive-campaign", text: include_str!("../../../../packs/offensive-campaign.toml") },
];

/// Every pack that ships.
pub fn shipped() -> &'static [Shipped] {
    &SHIPPED
}

impl Shipped {
    /// The pack.
    ///
    /// # Errors
    /// None, as a test says.
    pub fn read(&self) -> Result<Pack, PackError> {
        Pack::read(self.text)
    }
}
