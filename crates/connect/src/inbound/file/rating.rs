//! Stars as people write them.

use domain::post::Rating;

/// Reads `4`, `4.5`, `4,5`, `4/5`, `8/10`, `4 stars`, `★★★★☆`; nothing for an empty cell.
pub(super) fn parse(text: &str, out_of: u32) -> Result<Option<Rating>, String> {
    let text = text.trim();
    if super::is_absent(text) {
        return Ok(None);
    }
    if text.chars().all(|c| matches!(c, '★' | '☆' | '⭐' | '\u{fe0f}')) {
        let given = text.chars().filter(|c| matches!(c, '★' | '⭐')).count();
        return of_number(given as f64, out_of).map(Some);
    }
    let (given, out_of) = match text.split_once('/') {
        Some((given, top)) => (given, top.trim().parse().map_err(|_| not_a_rating(text))?),
        None => (text, out_of),
    };
    let digits = given.trim_end_matches(|c: char| c.is_alphabetic() || c.is_whitespace()).trim();
    let number: f64 = digits.replace(',', ".").parse().map_err(|_| not_a_rating(text))?;
    of_number(number, out_of).map(Some)
}

/// A rating from a number on a scale whose top is `out_of`.
pub(super) fn of_number(number: f64, out_of: u32) -> Result<Rating, String> {
    if !(1..=1000).contains(&out_of) {
        return Err(format!("a scale of {out_of} is none"));
    }
    if !(0.0..=f64::from(out_of)).contains(&number) {
        return Err(format!(
            "rating {number} is not between 0 and {out_of}; another scale is given by --rating-out-of"
        ));
    }
    Ok(Rating { tenths: (number * 10.0).round() as u32, out_of })
}

fn not_a_rating(text: &str) -> String {
    format!("{:?} is no rating", text.chars().take(40).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        let rating = |tenths, out_of| Ok(Some(Rating { tenths, out_of }));
        for (text, expected) in [
            ("4", rating(40, 5)),
            ("4.5", rating(45, 5)),
            ("4,5", rating(45, 5)),
            ("1.0", rating(10, 5)),
            ("8/10", rating(80, 10)),
            ("3 / 5", rating(30, 5)),
            ("2 étoiles", rating(20, 5)),
            ("★★☆☆☆", rating(20, 5)),
            ("⭐️⭐️⭐️", rating(30, 5)),
            ("", Ok(None)),
            ("n/a", Ok(None)),
        ] {
            assert_eq!(parse(text, 5), expected, "{text}");
        }
        for text in ["8", "-1", "nan stars", "good", "1/0", "4/x", "inf", "1e400"] {
            assert!(parse(text, 5).is_err(), "{text}");
        }
    }
}
