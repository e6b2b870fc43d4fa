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

const SHIPPED: [Shipped; 1] = [Shipped { name: "bakery", text: include_str!("../../../../packs/bakery.toml") }];

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
