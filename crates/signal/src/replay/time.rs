//! Reads the three ways a row may write its time.

/// Seconds since 1970 of `YYYY-MM-DD HH:MM:SS`, RFC 3339 or plain seconds; a time without zone is UTC.
pub(crate) fn read(text: &str) -> Option<i64> {
    if !text.is_empty() && text.bytes().skip(usize::from(text.starts_with('-'))).all(|b| b.is_ascii_digit()) {
        // Years 0 to 9999, as in the other forms.
        return text.parse().ok().filter(|s| (-62_167_219_200..=253_402_300_799).contains(s));
    }
    let bytes = text.as_bytes();
    let digits = |from: usize, len: usize| -> Option<i64> {
        let part = bytes.get(from..from + len)?;
        part.iter().try_fold(0, |n, b| b.is_ascii_digit().then(|| n * 10 + i64::from(b - b'0')))
    };
    let sign = |at: usize, signs: &[u8]| bytes.get(at).filter(|b| signs.contains(b)).copied();
    let (year, month, day) = (digits(0, 4)?, digits(5, 2)?, digits(8, 2)?);
    let (hour, minute) = (digits(11, 2)?, digits(14, 2)?);
    sign(4, b"-")?;
    sign(7, b"-")?;
    sign(10, b" Tt")?;
    sign(13, b":")?;
    let (second, mut at) = if sign(16, b":").is_some() { (digits(17, 2)?, 19) } else { (0, 16) };
    if at == 19 && sign(at, b".").is_some() {
        let fraction = bytes[at + 1..].iter().take_while(|b| b.is_ascii_digit()).count();
        at += 1 + fraction;
        (fraction > 0).then_some(())?;
    }
    let offset = match sign(at, b"Zz+-") {
        None if at == bytes.len() => 0,
        None => return None,
        Some(b'Z' | b'z') if at + 1 == bytes.len() => 0,
        Some(way @ (b'+' | b'-')) if at + 6 == bytes.len() => {
            let (hours, minutes) = (digits(at + 1, 2)?, digits(at + 4, 2)?);
            sign(at + 3, b":")?;
            (hours < 24 && minutes < 60).then_some(())?;
            (hours * 3600 + minutes * 60) * if way == b'-' { -1 } else { 1 }
        }
        Some(_) => return None,
    };
    let day_ok = (1..=12).contains(&month) && (1..=month_days(year, month)).contains(&day);
    (day_ok && hour < 24 && minute < 60 && second < 60).then_some(())?;
    Some(days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset)
}

fn month_days(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01, with the year begun in March so that the leap day comes last.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let (y, m) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * y + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + (153 * m + 2) / 5 + day - 1 - 719_468
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn times_in_every_form() {
        for (text, seconds) in [
            ("1970-01-01 00:00:00", Some(0)),
            ("1424986973", Some(1_424_986_973)),
            ("-60", Some(-60)),
            ("2015-02-26 21:42:53", Some(1_424_986_973)),
            ("2015-02-26T21:42:53Z", Some(1_424_986_973)),
            ("2015-02-26T22:42:53.250+01:00", Some(1_424_986_973)),
            ("2015-02-26T16:12:53-05:30", Some(1_424_986_973)),
            ("2024-02-29 00:00", Some(1_709_164_800)),
            ("2023-02-29 00:00:00", None),
            ("2000-02-29 00:00:00", Some(951_782_400)),
            ("1900-02-29 00:00:00", None),
            ("1969-12-31 23:59:59", Some(-1)),
            ("2015-13-01 00:00:00", None),
            ("2015-02-26 24:00:00", None),
            ("2015-02-26 21:42:53 ", None),
            ("2015-02-26T21:42:53.Z", None),
            ("2015-02-26T21:42:53+0100", None),
            ("26/02/2015 21:42", None),
            ("99999999999999999999", None),
            ("-", None),
            ("", None),
            ("é015-02-26 21:42:53", None),
        ] {
            assert_eq!(read(text), seconds, "{text:?}");
        }
    }
}
