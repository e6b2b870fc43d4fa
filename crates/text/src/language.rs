use serde::{Deserialize, Serialize};

/// The languages the reader tells apart; `Unknown` is an answer too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// French.
    Fr,
    /// English.
    En,
    /// West Frisian.
    Fy,
    /// Dutch.
    Nl,
    /// German.
    De,
    /// Spanish.
    Es,
    /// Italian.
    It,
    /// Portuguese.
    Pt,
    /// Afrikaans.
    Af,
    /// None of these, or too little text to tell.
    Unknown,
}

impl Language {
    /// Every language, `Unknown` last.
    pub const ALL: [Self; 10] =
        [Self::Fr, Self::En, Self::Fy, Self::Nl, Self::De, Self::Es, Self::It, Self::Pt, Self::Af, Self::Unknown];

    /// The BCP-47 code, or `unknown`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
            Self::Fy => "fy",
            Self::Nl => "nl",
            Self::De => "de",
            Self::Es => "es",
            Self::It => "it",
            Self::Pt => "pt",
            Self::Af => "af",
            Self::Unknown => "unknown",
        }
    }

    /// Reads a code (`fr`, `fr-FR`, `FR`); anything else is `None`.
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next().unwrap_or("");
        Self::ALL.into_iter().find(|l| l.code().eq_ignore_ascii_case(primary))
    }
}
