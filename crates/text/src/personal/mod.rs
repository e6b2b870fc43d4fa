//! Finds what tells how to reach somebody, or where their money is: e-mail addresses, telephone numbers, account numbers.

mod iban;
mod telephone;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Datum {
    /// An e-mail address.
    Email,
    /// A telephone number: those of France, the Netherlands, Belgium and the United Kingdom as they are written there, any other after
    /// `+` or `00`. Where it is unclear what a long number is, it is one.
    Telephone,
    /// An IBAN with right check digits.
    Iban,
}

/// One of them, in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Personal {
    /// What it is.
    pub datum: Datum,
    /// Where it begins, in bytes of the text.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// What may be shown of it: `l…@…`, `+31 … 78`, `FR76 … 1234`.
    pub masked: String,
}

/// Every one in a text, in order, apart.
pub fn personal(text: &str) -> Vec<Personal> {
    let (starts, chars): (Vec<usize>, Vec<char>) = text.char_indices().unzip();
    let byte = |at: usize| starts.get(at).copied().unwrap_or(text.len());
    let mut all = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let found = (iban::find(&chars, at).map(|found| (Datum::Iban, found)))
            .or_else(|| email(&chars, at).map(|found| (Datum::Email, found)))
            .or_else(|| telephone::find(&chars, at).map(|found| (Datum::Telephone, found)));
        at = if let Some((datum, (end, masked))) = found {
            all.push(Personal { datum, start: byte(at), end: byte(end), masked });
            end
        } else {
            telephone::date(&chars, at).unwrap_or(at + 1)
        };
    }
    all
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
mod tests {
    use super::iban;

    #[test]
    fn any_change_of_a_digit_makes_another_account_number() {
        let right: Vec<char> = "NL91ABNA0417164300".chars().collect();
        assert_eq!(iban::find(&right, 0), Some((18, "NL91 … 4300".to_owned())));
        for at in 2..18 {
            let mut wrong = right.clone();
            wrong[at] = if wrong[at] == '5' { '6' } else { '5' };
            assert_eq!(iban::find(&wrong, 0), None, "{at}");
        }
    }
}
