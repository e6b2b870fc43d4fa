//! Telephone numbers as people write them.

use super::{digit, is_blank, is_dash};

/// The digits of an international number, country code included (E.164 says 15 at most).
const INTERNATIONAL: std::ops::RangeInclusive<usize> = 8..=15;
/// The digits of a national number, its leading 0 included: Belgium from 9, the United Kingdom to 11.
const NATIONAL: std::ops::RangeInclusive<usize> = 9..=11;
/// The countries whose numbers are known also without `+`: code, and digits in all. Many put their 0 between the two: `+33 (0)6`.
const KNOWN: [(&str, &[usize]); 4] = [("33", &[11]), ("31", &[11]), ("32", &[10, 11]), ("44", &[12])];

/// A number that begins here: where it ends, and its mask.
pub(super) fn find(text: &[char], at: usize) -> Option<(usize, String)> {
    let after_digit = at > 0 && digit(text[at - 1]).is_some();
    let after_decimal = at > 1 && matches!(text[at - 1], '.' | ',') && digit(text[at - 2]).is_some();
    if after_digit || after_decimal || date(text, at).is_some() {
        return None;
    }
    let groups = Groups::read(text, at)?;
    let (end, length, head) = groups.international().or_else(|| groups.national(text, at)).or_else(|| groups.bare())?;
    Some((end, format!("{head} … {}", &groups.digits[length - 2..length])))
}

/// Digits with what stands between them: brackets, blanks, dashes, dots, slashes.
struct Groups {
    /// The digits, without those of a leading `00`.
    digits: String,
    /// Whether a `+` or `00` came first.
    prefixed: bool,
    /// After how many digits a group ends, and where in the text.
    ends: Vec<(usize, usize)>,
}

impl Groups {
    fn read(text: &[char], at: usize) -> Option<Self> {
        let mut found = Self { digits: String::new(), prefixed: false, ends: Vec::new() };
        let mut gap = 0;
        for (place, c) in text.iter().copied().enumerate().skip(at) {
            if let Some(d) = digit(c) {
                found.digits.push(d);
                gap = 0;
                if text.get(place + 1).is_none_or(|c| digit(*c).is_none()) {
                    found.ends.push((found.digits.len(), place + 1));
                }
            } else if matches!(c, '+' | '＋') && found.digits.is_empty() && !found.prefixed {
                found.prefixed = true;
            } else if found.digits.is_empty()
                && (found.prefixed && (is_blank(c) || c == '(') || place == at && c == '(')
            {
                gap += 1;
            } else {
                gap += 1;
                let between = is_blank(c) || is_dash(c) || matches!(c, '(' | ')' | '.' | '/' | '（' | '）');
                if found.digits.is_empty() || !between || gap > 3 {
                    break;
                }
            }
            if gap > 3 || found.digits.len() > 40 {
                break;
            }
        }
        if !found.prefixed && found.digits.starts_with("00") {
            found.prefixed = true;
            found.digits.drain(..2);
            found.ends = found.ends.into_iter().filter(|(n, _)| *n > 2).map(|(n, end)| (n - 2, end)).collect();
        }
        (!found.ends.is_empty()).then_some(found)
    }

    /// The longest run of whole groups with so many digits: where it ends, and how many.
    fn longest(&self, fits: impl Fn(usize) -> bool) -> Option<(usize, usize)> {
        self.ends.iter().rev().find(|(length, _)| fits(*length)).map(|(length, end)| (*end, *length))
    }

    fn international(&self) -> Option<(usize, usize, String)> {
        if !self.prefixed || self.digits.starts_with('0') {
            return None;
        }
        let zero = usize::from(self.digits.get(2..3) == Some("0"));
        let known = self.known().and_then(|lengths| self.longest(|n| lengths.contains(&(n - zero))));
        let (end, length) = known.or_else(|| self.longest(|n| INTERNATIONAL.contains(&n)))?;
        // A growth of so many, told in thousands.
        let count = self.in_thousands(length) && (length == 8 || self.digits[..length].ends_with("000000"));
        (!count).then(|| (end, length, format!("+{}", &self.digits[..code(&self.digits)])))
    }

    fn national(&self, text: &[char], at: usize) -> Option<(usize, usize, String)> {
        if self.prefixed || !self.digits.starts_with('0') {
            return None;
        }
        let (end, length) = self.longest(|n| NATIONAL.contains(&n))?;
        let first = self.ends[0].0;
        let one_by_one = self.ends.iter().take_while(|(n, _)| *n <= length).count() == length;
        let after_count = at > 1 && is_blank(text[at - 1]) && digit(text[at - 2]).is_some();
        let count = first == 3 && self.in_thousands(length) && after_count;
        ((first > 1 || one_by_one) && !count).then(|| (end, length, self.digits[..2].to_owned()))
    }

    /// An international number without its `+`, as it stands in addresses of messengers.
    fn bare(&self) -> Option<(usize, usize, String)> {
        if self.prefixed || self.digits.get(2..3) == Some("0") {
            return None;
        }
        let lengths = self.known()?;
        let (end, length) = self.longest(|n| lengths.contains(&n))?;
        (!self.in_thousands(length)).then(|| (end, length, format!("+{}", &self.digits[..2])))
    }

    fn known(&self) -> Option<&'static [usize]> {
        KNOWN.iter().find(|(code, _)| self.digits.starts_with(code)).map(|(_, lengths)| *lengths)
    }

    /// Whether the first digits are grouped as a large count is: up to three, then threes.
    fn in_thousands(&self, length: usize) -> bool {
        let lengths = self.ends.iter().map(|(n, _)| *n).take_while(|n| *n <= length);
        let first = self.ends[0].0;
        first <= 3 && first < length && lengths.enumerate().all(|(i, n)| n == first + 3 * i)
    }
}

/// How many digits the country code has (ITU-T E.164).
fn code(digits: &str) -> usize {
    const TWO: [&str; 43] = [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
        "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
        "86", "90", "91", "92", "93", "94", "95",
    ];
    match digits {
        d if d.starts_with(['1', '7']) => 1,
        d if TWO.iter().any(|code| d.starts_with(code)) || d.starts_with("98") => 2,
        _ => 3,
    }
}

/// A date that begins here, and where it ends: `05/11/2026`, `5-11-2026`, `05.11.2026`, `05/11/26`, `2026-11-05`.
pub(super) fn date(text: &[char], at: usize) -> Option<usize> {
    let mut parts: Vec<(u32, usize)> = Vec::new();
    let mut place = at;
    let mut mark = None;
    while parts.len() < 3 {
        let run = text[place..].iter().take(5).map_while(|c| c.to_digit(10)).collect::<Vec<_>>();
        parts.push((run.iter().fold(0, |n, d| n * 10 + d), run.len()));
        place += run.len();
        let next = text.get(place).copied();
        let same = next.is_some_and(|c| matches!(c, '/' | '-' | '.') && mark.is_none_or(|m| m == c));
        match parts.len() {
            3 if same && text.get(place + 1).is_some_and(|c| digit(*c).is_some()) => return None,
            3 => {}
            _ if !same => return None,
            _ => {
                mark = next;
                place += 1;
            }
        }
    }
    let day = |(n, length): (u32, usize)| (1..=31).contains(&n) && length <= 2;
    let year = |(n, length): (u32, usize)| length == 4 && (1900..2100).contains(&n);
    let month = day(parts[1]) && (parts[1].0 <= 12 || parts[0].0 <= 12);
    let little = day(parts[0]) && (year(parts[2]) || parts[2].1 == 2 && mark == Some('/'));
    let big = year(parts[0]) && day(parts[2]);
    (month && (little || big)).then_some(place)
}
