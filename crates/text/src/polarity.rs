use serde::{Deserialize, Serialize};

/// Whether a text speaks ill, well, or neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// Speaks ill.
    Negative,
    /// Neither.
    Neutral,
    /// Speaks well.
    Positive,
}

impl Polarity {
    /// Every polarity, in the order of the model's probabilities.
    pub const ALL: [Self; 3] = [Self::Negative, Self::Neutral, Self::Positive];

    /// `negative`, `neutral` or `positive`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Negative => "negative",
            Self::Neutral => "neutral",
            Self::Positive => "positive",
        }
    }
}

/// What a text asks of whom it speaks to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A statement: neither of the others.
    Statement,
    /// Asks something.
    Question,
    /// Complains of something bought, done or not done.
    Complaint,
}

impl Kind {
    /// `statement`, `question` or `complaint`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Question => "question",
            Self::Complaint => "complaint",
        }
    }
}
