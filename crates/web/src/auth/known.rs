//! Who may still try to log in. Guesses are counted by login and network, so that nobody's guessing elsewhere locks the owner out; those of
//! the whole world against one login are counted too, and a browser that was logged in before passes them by.

use super::secret;
use crate::error::Failure;
use crate::routes::cookie;
use crate::state::Site;
use axum::http::HeaderMap;
use std::net::{IpAddr, Ipv6Addr};
use store::Store;

/// Failures of one login from one network, or of one login from known browsers.
pub const OF_BOTH: i64 = 10;
/// Failures of one login from everywhere.
pub const OF_LOGIN: i64 = 60;
/// Failures from one network, whatever the login.
pub const OF_NETWORK: i64 = 40;

/// The setting of the house that holds the key of the marks.
const KEY: &str = "known-browser-key";

/// What is counted of a try and how many failures close the door: what a success forgets comes first.
pub fn buckets(email: &str, from: IpAddr, is_known: bool) -> Vec<(String, i64)> {
    if is_known {
        return vec![(format!("known:{email}"), OF_BOTH)];
    }
    let network = network(from);
    vec![
        (format!("both:{network}:{email}"), OF_BOTH),
        (format!("login:{email}"), OF_LOGIN),
        (format!("from:{network}"), OF_NETWORK),
    ]
}

/// The address; of IPv6 the half that a household or an office has as one.
fn network(from: IpAddr) -> IpAddr {
    match from.to_canonical() {
        IpAddr::V4(v4) => v4.into(),
        IpAddr::V6(v6) => Ipv6Addr::from_bits(v6.to_bits() & (u128::MAX << 64)).into(),
    }
}

/// The mark of a browser that this login was used with. It cannot be made without the house's key, and ends with the password.
///
/// # Errors
/// The store's, or no randomness for the key.
pub async fn mark(store: &Store, email: &str, password_hash: &str) -> Result<String, Failure> {
    let key = match store.get_setting(None, KEY).await? {
        Some(key) => key,
        None => {
            let (key, _) = secret::fresh("").map_err(|e| Failure::Ours(e.to_string()))?;
            store.set_setting(None, KEY, &key).await?;
            key
        }
    };
    let mut hasher = blake3::Hasher::new_keyed(&secret::digest(&key));
    for part in [email, password_hash] {
        hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
    }
    Ok(hasher.finalize().to_hex().to_string())
}

/// Whether the request shows that mark.
pub fn is_shown(site: &Site, headers: &HeaderMap, mark: &str) -> bool {
    let shown = cookie(headers, site.known_cookie()).and_then(|shown| blake3::Hash::from_hex(shown).ok());
    // Hashes are compared in constant time.
    shown.is_some_and(|shown| blake3::Hash::from_hex(mark).is_ok_and(|mark| mark == shown))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_what_one_person_has() {
        let of = |text: &str| network(text.parse().unwrap()).to_string();
        assert_eq!(of("203.0.113.9"), "203.0.113.9");
        assert_eq!(of("::ffff:203.0.113.9"), "203.0.113.9");
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
    }
}
