//! Masks what would tell strangers how to reach somebody, or where their money is: messages that leave the house quote strangers.
//!
//! E-mail addresses, telephone numbers and IBANs, as [`text::personal()`] finds them. Who reads still sees that something was there.

/// The text with e-mail addresses as `l…@…`, telephone numbers as `+31 … 78`, and IBANs with right check digits as `FR76 … 1234`.
/// Where it is unclear what a long number is, it is masked.
pub fn mask(text: &str) -> String {
    mask_with(text, &[]).0
}

/// The same, with where these spans of the text (bytes, from and to) stand in what is left of it; one that touches what is masked is left out.
pub fn mask_with(text: &str, spans: &[(u32, u32)]) -> (String, Vec<(u32, u32)>) {
    let mut out = String::with_capacity(text.len());
    let mut left: Vec<(usize, usize)> = spans.iter().map(|(from, to)| (*from as usize, *to as usize)).collect();
    // What stands behind is moved once what was before it is written.
    let (mut at, mut moved) = (0, Vec::new());
    for found in text::personal(text) {
        left.retain(|(from, to)| {
            let (before, after) = (*to <= found.start, *from >= found.end);
            if before {
                moved.push((*from - at + out.len(), *to - at + out.len()));
            }
            after
        });
        out.push_str(&text[at..found.start]);
        out.push_str(&found.masked);
        at = found.end;
    }
    moved.extend(left.iter().map(|(from, to)| (*from - at + out.len(), *to - at + out.len())));
    out.push_str(&text[at..]);
    let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    (out, moved.into_iter().map(|(from, to)| (narrow(from), narrow(to))).collect())
}

#[cfg(test)]
mod tests;
