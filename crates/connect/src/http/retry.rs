//! When we may come back, in every form a server says it.

use jiff::{Timestamp, civil};
use std::time::Duration;

/// When a server allows the next try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetryAfter {
    /// So long from now.
    After(Duration),
    /// Not before.
    At(Timestamp),
}

impl RetryAfter {
    /// Reads seconds (whole or with a fraction), a Unix time, an HTTP date or an ISO date.
    pub fn parse(value: &str) -> Option<Self> {
        let value = value.trim();
        if let Ok(seconds) = value.parse::<f64>() {
            // Nobody asks for thirty years: such a number is a Unix time.
            return match seconds {
                s if !s.is_finite() || s < 0.0 => None,
                s if s >= 1e9 => Timestamp::from_second(s.min(2.5e11) as i64).ok().map(Self::At),
                s => Some(Self::After(Duration::from_millis((s * 1000.0).ceil() as u64))),
            };
        }
        http_date(value).or_else(|| value.parse().ok()).map(Self::At)
    }

    /// How long to wait from `now`; nothing when the time is past.
    pub fn wait(self, now: Timestamp) -> Duration {
        match self {
            Self::After(wait) => wait,
            Self::At(at) => Duration::try_from(at.duration_since(now)).unwrap_or(Duration::ZERO),
        }
    }
}

/// An HTTP date: `Sun, 06 Nov 1994 08:49:37 GMT`, or the two older forms that must still be read.
pub(crate) fn http_date(value: &str) -> Option<Timestamp> {
    if let Ok(zoned) = jiff::fmt::rfc2822::parse(value) {
        return Some(zoned.timestamp());
    }
    ["%a %b %e %H:%M:%S %Y", "%A, %d-%b-%y %H:%M:%S GMT"].iter().find_map(|form| {
        let civil = civil::DateTime::strptime(form, value).ok()?;
        civil.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|z| z.timestamp())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_read() {
        let now: Timestamp = "1994-11-06T08:49:00Z".parse().unwrap();
        let table = [
            ("120", Some(120_000)),
            ("1.5", Some(1_500)),
            (" 0 ", Some(0)),
            ("Sun, 06 Nov 1994 08:49:37 GMT", Some(37_000)),
            ("Sun Nov  6 08:49:37 1994", Some(37_000)),
            ("Sunday, 06-Nov-94 08:49:37 GMT", Some(37_000)),
            ("1994-11-06T08:50:00.5Z", Some(60_500)),
            ("1994-11-06T08:00:00Z", Some(0)),
            ("1790000000", Some((1_790_000_000 - now.as_second() as u64) * 1000)),
            ("soon", None),
            ("-5", None),
            ("NaN", None),
            ("1e400", None),
        ];
        for (value, expected) in table {
            let wait = RetryAfter::parse(value).map(|r| r.wait(now).as_millis() as u64);
            assert_eq!(wait, expected, "{value}");
        }
    }
}
