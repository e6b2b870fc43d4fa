//! The languages of the pages, and which one somebody gets.

use serde::{Deserialize, Serialize};

/// A language the house speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// French.
    Fr,
    /// English.
    En,
    /// West Frisian.
    Fy,
    /// Dutch.
    Nl,
}

impl Locale {
    /// Every language, in the order of the switch.
    pub const ALL: [Self; 4] = [Self::Fr, Self::En, Self::Fy, Self::Nl];

    /// The BCP-47 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
            Self::Fy => "fy",
            Self::Nl => "nl",
        }
    }

    /// Its own name for itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::En => "English",
            Self::Fy => "Frysk",
            Self::Nl => "Nederlands",
        }
    }

    /// Reads a code (`fr`, `fr-CA`, `FR`); anything else is `None`.
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.trim().split(['-', '_']).next().unwrap_or("");
        Self::ALL.into_iter().find(|locale| locale.code().eq_ignore_ascii_case(primary))
    }

    /// The best language for an `Accept-Language` header: highest quality first, then the header's order; English otherwise.
    pub fn negotiate(accept_language: &str) -> Self {
        let mut best: Option<(u16, Self)> = None;
        for part in accept_language.split(',').take(32) {
            let mut pieces = part.split(';');
            let Some(locale) = pieces.next().and_then(Self::from_code) else { continue };
            let quality = pieces.find_map(|p| p.trim().strip_prefix("q=")).map_or(Some(1000), quality);
            let Some(quality) = quality.filter(|q| *q > 0) else { continue };
            if best.is_none_or(|(q, _)| quality > q) {
                best = Some((quality, locale));
            }
        }
        best.map_or(Self::En, |(_, locale)| locale)
    }
}

/// A quality between 0 and 1 in thousandths.
fn quality(text: &str) -> Option<u16> {
    let q: f32 = text.trim().parse().ok()?;
    (0.0..=1.0).contains(&q).then_some((q * 1000.0) as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negotiation_follows_quality_then_order() {
        for (header, expected) in [
            ("", Locale::En),
            ("*", Locale::En),
            ("fr-CA,en;q=0.8", Locale::Fr),
            ("de, fy;q=0.3, nl;q=0.9", Locale::Nl),
            ("nl,fy", Locale::Nl),
            ("en;q=0, FY;q=0.1", Locale::Fy),
            ("fr;q=huge, nl;q=0.2", Locale::Nl),
            ("fr;q=2, en", Locale::En),
        ] {
            assert_eq!(Locale::negotiate(header), expected, "{header}");
        }
    }

    #[test]
    fn codes_read_back() {
        for locale in Locale::ALL {
            assert_eq!(Locale::from_code(locale.code()), Some(locale));
        }
        assert_eq!(Locale::from_code("nl_BE"), Some(Locale::Nl));
        assert_eq!(Locale::from_code("frr"), None);
    }
}
