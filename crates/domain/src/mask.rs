//! Masks what would tell strangers how to reach somebody, or where their money is: messages that leave the house quote strangers.
//!
//! E-mail addresses, telephone numbers and IBANs, as [`text::personal()`] finds them. Who reads still sees that something was there.

/// The text with e-mail addresses as `l…@…`, telephone numbers as `+31 … 78`, and IBANs with right check digits as `FR76 … 1234`.
/// Where it is unclear what a long number is, it is masked.
pub fn mask(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for found in text::personal(text) {
        out.push_str(&text[at..found.start]);
        out.push_str(&found.masked);
        at = found.end;
    }
    out.push_str(&text[at..]);
    out
}

#[cfg(test)]
mod tests;
