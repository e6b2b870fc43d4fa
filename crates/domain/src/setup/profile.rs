//! What is kept of an organisation's set-up beside its brand, and how it changes afterwards.

use super::{Country, Opening, Size};
use serde::{Deserialize, Serialize};
use text::Language;

/// What is kept of an organisation's set-up beside its brand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// How many look after it.
    pub size: Size,
    /// The country whose law applies.
    pub country: Country,
    /// The languages of its customers.
    pub languages: Vec<Language>,
    /// When it is usually open.
    pub opening: Opening,
    /// The code of its trade; nothing where it fits none of the list.
    #[serde(default)]
    pub trade: Option<String>,
    /// The telephone, where that was the contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

/// What changes of a [`Profile`], as somebody wrote it; what is not said stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProfileChange {
    /// A [`Size::code`].
    pub size: Option<String>,
    /// A country's code.
    pub country: Option<String>,
    /// Codes of the languages of its customers, one at least.
    pub languages: Option<Vec<String>>,
    /// The first and the last open day of the week, 1 is Monday.
    pub days: Option<(u8, u8)>,
    /// When it opens and when it closes: `9:30`. What closes before it opens closes after midnight.
    pub hours: Option<(String, String)>,
    /// The IANA zone of its brands.
    pub zone: Option<String>,
}

/// Something of a change that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum ProfileError {
    /// No size.
    #[error("`size` is solo, team or agency")]
    Size,
    /// No country known here.
    #[error("`country` is not one that is known here")]
    Country,
    /// No language, or none that is read.
    #[error("`languages` holds one at least of fr en fy nl de es it pt af")]
    Languages,
    /// No day of the week.
    #[error("days go from 1, Monday, to 7, Sunday")]
    Days,
    /// When it opens.
    #[error("`from` is a time such as 9:30")]
    From,
    /// When it closes.
    #[error("`until` is a time such as 18:30, and not the one at which it opens")]
    Until,
    /// No zone.
    #[error("`zone` is not a time zone such as Europe/Paris")]
    Zone,
}

impl ProfileError {
    /// The field it is about, as forms call it.
    pub fn field(self) -> &'static str {
        match self {
            Self::Size => "size",
            Self::Country => "country",
            Self::Languages => "languages",
            Self::Days => "days",
            Self::From => "from",
            Self::Until => "until",
            Self::Zone => "zone",
        }
    }

    /// The message that says so to whoever fills in the form.
    pub fn message(self) -> &'static str {
        match self {
            Self::Size => "profile-problem-size",
            Self::Country => "profile-problem-country",
            Self::Languages => "profile-problem-languages",
            Self::Days => "profile-problem-days",
            Self::From => "profile-problem-from",
            Self::Until => "profile-problem-until",
            Self::Zone => "setup-problem-zone",
        }
    }
}

impl Profile {
    /// Where nothing was said yet: the usual of a country.
    pub fn usual(size: Size, country: Country) -> Self {
        let opening = Opening { first_day: 1, last_day: 5, from: 9 * 60, until: 18 * 60 };
        Self { size, country, languages: country.spoken().to_vec(), opening, trade: None, phone: None }
    }

    /// It with the change made; the zone is only checked.
    ///
    /// # Errors
    /// All that cannot be used: then nothing is to be changed.
    pub fn changed(&self, change: &ProfileChange) -> Result<Self, Vec<ProfileError>> {
        let (mut new, mut wrong) = (self.clone(), Vec::new());
        if let Some(code) = &change.size {
            Size::from_code(code).map_or_else(|| wrong.push(ProfileError::Size), |size| new.size = size);
        }
        if let Some(code) = &change.country {
            Country::from_code(code).map_or_else(|| wrong.push(ProfileError::Country), |said| new.country = said);
        }
        if let Some(codes) = &change.languages {
            match spoken(codes) {
                Some(languages) => new.languages = languages,
                None => wrong.push(ProfileError::Languages),
            }
        }
        if let Some(days) = change.days {
            (new.opening.first_day, new.opening.last_day) = days;
            if !(1..=7).contains(&days.0) || !(1..=7).contains(&days.1) {
                wrong.push(ProfileError::Days);
            }
        }
        if let Some((from, until)) = &change.hours {
            match hours(from, until) {
                Ok(hours) => (new.opening.from, new.opening.until) = hours,
                Err(all) => wrong.extend(all),
            }
        }
        if change.zone.as_ref().is_some_and(|zone| jiff::tz::TimeZone::get(zone.trim()).is_err()) {
            wrong.push(ProfileError::Zone);
        }
        if wrong.is_empty() { Ok(new) } else { Err(wrong) }
    }
}

/// The languages of these codes, each once; `None` where one is not read, or there is none.
fn spoken(codes: &[String]) -> Option<Vec<Language>> {
    let mut languages = Vec::new();
    for code in codes {
        let language = Language::from_code(code.trim()).filter(|language| *language != Language::Unknown)?;
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    (!languages.is_empty()).then_some(languages)
}

/// From opening to closing in minutes after midnight; what closes at midnight closes at 1440.
fn hours(from: &str, until: &str) -> Result<(u16, u16), Vec<ProfileError>> {
    let opens = minutes(from).filter(|minutes| *minutes < 24 * 60);
    let closes = minutes(until).map(|minutes| if minutes == 0 { 24 * 60 } else { minutes });
    match (opens, closes) {
        (Some(opens), Some(closes)) if opens != closes => Ok((opens, closes)),
        (opens, closes) => {
            let until = (closes.is_none() || opens == closes).then_some(ProfileError::Until);
            Err(opens.is_none().then_some(ProfileError::From).into_iter().chain(until).collect())
        }
    }
}

/// `9:30`, `09:30`, `9h30`, `9h` or `9` in minutes after midnight, up to `24:00`.
fn minutes(text: &str) -> Option<u16> {
    let text = text.trim().to_lowercase();
    let (hours, rest) = text.split_once([':', 'h', '.']).unwrap_or((&text, ""));
    let part = |part: &str| (part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())?;
    let (hours, rest): (u16, u16) = (part(hours)?, if rest.is_empty() { 0 } else { part(rest)? });
    (rest < 60).then_some(hours * 60 + rest).filter(|minutes| *minutes <= 24 * 60)
}
