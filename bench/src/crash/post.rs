//! A post of a peer, with a serial number that is found again in the text.

use crate::chance::Chance;
use jiff::{SignedDuration, Timestamp};

/// The brand that every post names.
pub const BRAND: &str = "Dune";

/// What a peer made.
pub struct Made {
    /// `f000012x`: no serial is the beginning of another.
    pub serial: String,
    pub text: String,
    /// Some minutes ago: its minute is over, so its tick is due at once.
    pub at: Timestamp,
}

impl Made {
    pub fn new(peer: char, number: u64, chance: &mut Chance) -> Self {
        const COMPLAINTS: [&str; 5] =
            ["arrived broken", "never came", "is late again", "was left in the rain", "is not what was ordered"];
        let serial = format!("{peer}{number:06}x");
        let what = COMPLAINTS[chance.below(COMPLAINTS.len() as u64) as usize];
        let ago = SignedDuration::from_secs(120 + chance.below(1_200).cast_signed());
        let at = Timestamp::now().saturating_sub(ago).unwrap_or(Timestamp::UNIX_EPOCH);
        Self { text: format!("The parcel of {BRAND} {what} {serial}"), serial, at }
    }
}

/// The serial in a text.
pub fn serial(text: &str) -> Option<&str> {
    text.split_whitespace().find(|word| {
        let inner = word.strip_prefix(['f', 'w']).and_then(|rest| rest.strip_suffix('x'));
        inner.is_some_and(|digits| digits.len() >= 6 && digits.bytes().all(|b| b.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_serial_is_found_again() {
        let made = Made::new('w', 12, &mut Chance::new(3));
        assert_eq!(serial(&made.text), Some("w000012x"));
        assert_eq!(serial("The parcel of Dune fx w12x"), None);
    }
}
