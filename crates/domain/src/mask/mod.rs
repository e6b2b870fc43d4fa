//! Masks what would tell strangers how to reach somebody, or where their money is: messages that leave the house quote strangers.
//!
//! E-mail addresses, telephone numbers and IBANs. Who reads still sees that something was there.

mod iban;
mod telephone;

/// The text with e-mail addresses as `l…@…`, telephone numbers (those of France, the Netherlands, Belgium and the United Kingdom as they
/// are written there, any other after `+` or `00`) as `+31 … 78`, and IBANs with right check digits as `FR76 … 1234`. Where it is
/// unclear what a long number is, it is masked.
pub fn mask(text: &str) -> String {
    let text: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let found = iban::find(&text, at).or_else(|| email(&text, at)).or_else(|| telephone::find(&text, at));
        if let Some((end, masked)) = found {
            out.push_str(&masked);
            at = end;
        } else {
            let end = telephone::date(&text, at).unwrap_or(at + 1);
            out.extend(&text[at..end]);
            at = end;
        }
    }
    out
}

/// A digit as people write it: plain, full-width or Arabic.
fn digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => '0',
        '０'..='９' => '０',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    char::from_digit(c as u32 - zero as u32, 10)
}

/// Blanks of all widths, none included.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{ad}' | '\u{2000}'..='\u{200f}' | '\u{202f}' | '\u{205f}'..='\u{2064}' | '\u{3000}')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '－')
}

/// The longest local part and the longest host of an address (RFC 5321).
const LOCAL: usize = 64;
const HOST: usize = 255;

/// An e-mail address that begins here: a local part, `@`, and a host whose last label begins with a letter.
fn email(text: &[char], at: usize) -> Option<(usize, String)> {
    let local = text[at..].iter().take(LOCAL + 1).take_while(|c| is_local(**c)).count();
    let sign = at + local;
    if local == 0 || !matches!(text.get(sign), Some('@' | '＠' | '﹫')) {
        return None;
    }
    let host: &[char] = &text[sign + 1..text.len().min(sign + 1 + HOST)];
    let length = host.iter().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '_' | '。')).count();
    let length = host[..length].iter().rposition(|c| c.is_alphanumeric())? + 1;
    let dotted = host[..length].windows(3).any(|w| w[0] != '.' && matches!(w[1], '.' | '。') && w[2].is_alphabetic());
    dotted.then(|| (sign + 1 + length, format!("{}…@…", text[at])))
}

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || "._%+-'’!#$&*=~/?^`{|}".contains(c)
}

#[cfg(test)]
mod tests;
