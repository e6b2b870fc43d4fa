//! Secrets handed out once and kept only as digests: session cookies and API tokens.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// What API tokens begin with, so that secret scanners know them.
pub const TOKEN_PREFIX: &str = "vig_";

/// A fresh secret of 256 bits as text, and the digest to keep of it.
///
/// # Errors
/// The machine gives no randomness.
#[expect(
    clippy::disallowed_methods,
    reason = "secrets of real logins come from the machine, not from a world that can be replayed"
)]
pub fn fresh(prefix: &str) -> Result<(String, [u8; 32]), getrandom::Error> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)?;
    let text = format!("{prefix}{}", URL_SAFE_NO_PAD.encode(bytes));
    let digest = digest(&text);
    Ok((text, digest))
}

/// The digest a secret is kept as. It is random enough to need no salt and no slow hash.
pub fn digest(secret: &str) -> [u8; 32] {
    *blake3::hash(secret.as_bytes()).as_bytes()
}
