//! Passwords: argon2id with the library's own recommended cost.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};

/// The least length of a password, in characters.
pub const LEAST: usize = 10;

/// A password that is not taken or not hashed.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// Too short to be one.
    #[error("a password needs at least {LEAST} characters")]
    TooShort,
    /// The hash could not be made.
    #[error("the password could not be hashed: {0}")]
    Hash(String),
}

/// The hash to keep of a password, in PHC form.
///
/// # Errors
/// Shorter than [`LEAST`], or no randomness for the salt.
pub fn hash(password: &str) -> Result<String, PasswordError> {
    if password.chars().count() < LEAST {
        return Err(PasswordError::TooShort);
    }
    let hash = Argon2::default().hash_password(password.as_bytes()).map_err(|e| PasswordError::Hash(e.to_string()))?;
    Ok(hash.to_string())
}

/// Whether it is the password. With no hash (nobody has that login) the same work is done for nothing, so that
/// the time of the answer does not tell who has a login.
pub fn verify(password: &str, hash: Option<&str>) -> bool {
    const NOBODY: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    let Ok(parsed) = PasswordHash::new(hash.unwrap_or(NOBODY)) else { return false };
    Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok() && hash.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_password_opens() {
        let hash = hash("correct horse battery").unwrap();
        assert!(verify("correct horse battery", Some(&hash)));
        assert!(!verify("correct horse batterz", Some(&hash)));
        assert!(!verify("", Some(&hash)));
        assert!(!verify("correct horse battery", None));
        assert!(!verify("correct horse battery", Some("not a hash")));
        assert!(matches!(super::hash("short"), Err(PasswordError::TooShort)));
    }

    #[test]
    fn the_hash_of_nobody_is_well_formed() {
        // Otherwise an unknown login would answer at once and be told from a known one.
        assert!(
            PasswordHash::new(
                "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            )
            .is_ok()
        );
    }
}
