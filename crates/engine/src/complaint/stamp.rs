//! The mark of a form: when it was made and for which channel, signed. It tells a person, who takes a while to write, from what sends at once.

use super::keyed;
use jiff::{SignedDuration, Timestamp};

/// People take longer to write what went wrong.
const LEAST: SignedDuration = SignedDuration::from_secs(3);
/// A page left open for so long is still somebody's.
const MOST: SignedDuration = SignedDuration::from_hours(24 * 7);

/// The mark of a form that is made now; `nonce` is nobody else's.
pub fn stamp(secret: &[u8; 32], address: &str, now: Timestamp, nonce: &str) -> String {
    let nonce: String = nonce.chars().filter(char::is_ascii_alphanumeric).take(22).collect();
    let named = format!("{}.{nonce}", now.as_microsecond());
    format!("{named}.{}", seal(secret, address, &named))
}

/// What a mark says of whoever sends the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Written in the time that people take.
    Good,
    /// Sent faster than people write.
    Fast,
    /// None of ours, of another channel, or older than a week.
    None,
}

/// Reads a mark.
pub(super) fn read(secret: &[u8; 32], address: &str, stamp: &str, now: Timestamp) -> Mark {
    let Some((named, sealed)) = stamp.rsplit_once('.').filter(|_| stamp.len() < 200) else { return Mark::None };
    // Hashes are compared in constant time.
    if blake3::hash(seal(secret, address, named).as_bytes()) != blake3::hash(sealed.as_bytes()) {
        return Mark::None;
    }
    let made = named.split('.').next().and_then(|micros| Timestamp::from_microsecond(micros.parse().ok()?).ok());
    match made.map(|made| now.duration_since(made)) {
        Some(age) if age < LEAST => Mark::Fast,
        Some(age) if age <= MOST => Mark::Good,
        _ => Mark::None,
    }
}

fn seal(secret: &[u8; 32], address: &str, named: &str) -> String {
    let sealed = keyed(secret, "complaint form", &[address.as_bytes(), named.as_bytes()]);
    blake3::Hash::from_bytes(sealed).to_hex()[..32].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_of_one_channel_one_house_and_a_while() {
        let at = |seconds: i64| Timestamp::from_second(1_772_409_600 + seconds).unwrap();
        let (house, other) = ([1; 32], [2; 32]);
        let made = stamp(&house, "lantern", at(0), "n0nce/../x");
        assert_eq!(made.matches('.').count(), 2, "{made}");
        for (secret, address, text, seconds, expected) in [
            (&house, "lantern", made.as_str(), 10, Mark::Good),
            (&house, "lantern", &made, 6 * 86_400, Mark::Good),
            (&house, "lantern", &made, 1, Mark::Fast),
            (&house, "lantern", &made, -5, Mark::Fast),
            (&house, "lantern", &made, 8 * 86_400, Mark::None),
            (&house, "harbour", &made, 10, Mark::None),
            (&other, "lantern", &made, 10, Mark::None),
            (&house, "lantern", &made.replacen('1', "2", 1), 10, Mark::None),
            (&house, "lantern", "", 10, Mark::None),
            (&house, "lantern", "..", 10, Mark::None),
            (&house, "lantern", &"9".repeat(300), 10, Mark::None),
        ] {
            assert_eq!(read(secret, address, text, at(seconds)), expected, "{text} after {seconds} s");
        }
    }
}
