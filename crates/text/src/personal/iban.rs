//! Account numbers: ISO 13616, check digits by ISO 7064 mod 97-10.

use super::{digit, is_blank, is_dash};

/// Countries whose account numbers have this length, of the IBAN registry; any other country's may have 15 to 34 characters.
const LENGTHS: [(&str, usize); 40] = [
    ("AD", 24),
    ("AT", 20),
    ("BE", 16),
    ("BG", 22),
    ("CH", 21),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DK", 18),
    ("EE", 20),
    ("ES", 24),
    ("FI", 18),
    ("FO", 18),
    ("FR", 27),
    ("GB", 22),
    ("GI", 23),
    ("GL", 18),
    ("GR", 27),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IS", 26),
    ("IT", 27),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("MC", 27),
    ("MT", 31),
    ("NL", 18),
    ("NO", 15),
    ("PL", 28),
    ("PT", 25),
    ("RO", 24),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
    ("VA", 22),
    ("XK", 20),
];

/// An account number that begins here, in one piece or in groups: where it ends, and its mask.
pub(super) fn find(text: &[char], at: usize) -> Option<(usize, String)> {
    let mut found = String::new();
    let mut best = None;
    let mut gap = 0;
    for (place, c) in text.iter().copied().enumerate().skip(at) {
        let Some(c) = symbol(c) else {
            gap += 1;
            if found.is_empty() || gap > 2 || !(is_blank(c) || is_dash(c) || c == '.') {
                break;
            }
            continue;
        };
        // `FR 76 …` begins a number, `no 47 …` a sentence.
        let apart = gap > 0 && found.len() < 4;
        if apart
            && !(found.len() == 2 && text[at].is_uppercase() && LENGTHS.iter().any(|(country, _)| found == *country))
        {
            return None;
        }
        gap = 0;
        found.push(c);
        if found.len() == 4 && !is_head(&found) {
            return None;
        }
        let ends = match LENGTHS.iter().find(|(country, _)| found.starts_with(country)) {
            Some((_, length)) => found.len() == *length,
            None => found.len() >= 15 && text.get(place + 1).is_none_or(|c| symbol(*c).is_none()),
        };
        if ends && is_right(&found) {
            best = Some((place + 1, format!("{} … {}", &found[..4], &found[found.len() - 4..])));
        }
        if found.len() == 34 {
            break;
        }
    }
    best
}

fn symbol(c: char) -> Option<char> {
    let full_width = matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    let c = if full_width { char::from_u32(c as u32 - 0xfee0)? } else { c };
    digit(c).or_else(|| c.is_ascii_alphabetic().then(|| c.to_ascii_uppercase()))
}

fn is_head(found: &str) -> bool {
    let (country, check) = found.as_bytes().split_at(2);
    country.iter().all(u8::is_ascii_uppercase) && check[..2].iter().all(u8::is_ascii_digit)
}

fn is_right(found: &str) -> bool {
    let rest = found[4..].chars().chain(found[..4].chars()).try_fold(0, |rest, c| {
        let value = c.to_digit(36)?;
        Some((rest * if value < 10 { 10 } else { 100 } + value) % 97)
    });
    rest == Some(1)
}
