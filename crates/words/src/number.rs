//! Numbers as each language writes them.

use crate::Locale;

/// A whole number, grouped by three.
pub fn number(locale: Locale, n: i64) -> String {
    let separator = match locale {
        Locale::Fr => '\u{202f}',
        Locale::En => ',',
        Locale::Fy | Locale::Nl => '.',
    };
    let digits = n.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + 12);
    if n < 0 {
        out.push('−');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// Thousandths as whole percents, rounded half up; what is not nothing is never shown as 0 %.
pub fn percent(locale: Locale, thousandths: i64) -> String {
    let whole = (thousandths + 5).div_euclid(10);
    let space = if locale == Locale::Fr { "\u{202f}" } else { "" };
    if whole == 0 && thousandths > 0 {
        return format!("<{space}1{space}%");
    }
    format!("{}{space}%", number(locale, whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_each_language_does() {
        for (locale, expected) in [
            (Locale::Fr, "1\u{202f}234\u{202f}567"),
            (Locale::En, "1,234,567"),
            (Locale::Fy, "1.234.567"),
            (Locale::Nl, "1.234.567"),
        ] {
            assert_eq!(number(locale, 1_234_567), expected);
        }
        assert_eq!(number(Locale::En, 999), "999");
        assert_eq!(number(Locale::En, -1000), "−1,000");
        assert_eq!(number(Locale::En, i64::MIN), "−9,223,372,036,854,775,808");
    }

    #[test]
    fn percents_round_and_never_hide_a_little() {
        assert_eq!(percent(Locale::Fr, 714), "71\u{202f}%");
        assert_eq!(percent(Locale::En, 715), "72%");
        assert_eq!(percent(Locale::En, 4), "<1%");
        assert_eq!(percent(Locale::Nl, 0), "0%");
    }
}
