//! The rules, by codes that are never given to another.

use std::fmt::{self, Display, Formatter};

/// How much a finding matters. The gravest is the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Not to be sent so.
    Stop,
    /// To be thought over.
    Warn,
    /// To know.
    Note,
}

impl Weight {
    /// `stop`, `warn` or `note`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Stop => "stop",
            Self::Warn => "warn",
            Self::Note => "note",
        }
    }
}

/// A rule of the craft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Insults, anger, shouting.
    Anger,
    /// Irony at the cost of whoever is answered.
    Sarcasm,
    /// The customer or somebody else is blamed.
    Blame,
    /// "Sorry if you feel so".
    NonApology,
    /// Words that leave open what, who or when; nobody who did it.
    Weasel,
    /// The concern is not recognised.
    MissingAcknowledgement,
    /// No feeling for whom it happened to.
    MissingEmpathy,
    /// Nothing is said to be done.
    MissingAction,
    /// Not what comes next, nor whom to ask.
    MissingNextStep,
    /// No name of a person under a reply.
    MissingName,
    /// What will be done, and not by when.
    UndatedPromise,
    /// "Never again", "100 %".
    UnlimitedPromise,
    /// Money or goods offered before everybody while the case grows.
    EarlyCompensation,
    /// How to reach somebody, an account, an order's number.
    PersonalData,
    /// An employee, a customer or a third party by name.
    NamedPerson,
    /// A place of a template that nobody filled.
    Template,
    /// Another language than the wanted one.
    WrongLanguage,
    /// The accusing word or its hashtag again.
    RepeatedAccusation,
    /// A denial that rests on no known fact.
    BareDenial,
    /// A denial and an apology in one.
    MixedPosture,
    /// What was answered to others already.
    CopyPaste,
    /// A sentence of more than 25 words.
    LongSentence,
    /// A reading ease under 50.
    HardToRead,
    /// Longer than the channel takes.
    TooLong,
    /// Lawyers announced, or a post asked to be taken down.
    Threat,
    /// "No comment".
    NoComment,
    /// Words that a court may take for an admission: they acknowledge, and they bind.
    Admission,
    /// Responsibility is established and not taken: it binds to nothing, and it costs trust.
    Silence,
    /// A language that is not read here.
    NotChecked,
}

impl Rule {
    /// Every rule.
    pub const ALL: [Self; 29] = [
        Self::Anger,
        Self::Sarcasm,
        Self::Blame,
        Self::NonApology,
        Self::Weasel,
        Self::MissingAcknowledgement,
        Self::MissingEmpathy,
        Self::MissingAction,
        Self::MissingNextStep,
        Self::MissingName,
        Self::UndatedPromise,
        Self::UnlimitedPromise,
        Self::EarlyCompensation,
        Self::PersonalData,
        Self::NamedPerson,
        Self::Template,
        Self::WrongLanguage,
        Self::RepeatedAccusation,
        Self::BareDenial,
        Self::MixedPosture,
        Self::CopyPaste,
        Self::LongSentence,
        Self::HardToRead,
        Self::TooLong,
        Self::Threat,
        Self::NoComment,
        Self::Admission,
        Self::Silence,
        Self::NotChecked,
    ];

    /// The name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Anger => "anger",
            Self::Sarcasm => "sarcasm",
            Self::Blame => "blame",
            Self::NonApology => "non-apology",
            Self::Weasel => "weasel",
            Self::MissingAcknowledgement => "missing-acknowledgement",
            Self::MissingEmpathy => "missing-empathy",
            Self::MissingAction => "missing-action",
            Self::MissingNextStep => "missing-next-step",
            Self::MissingName => "missing-name",
            Self::UndatedPromise => "undated-promise",
            Self::UnlimitedPromise => "unlimited-promise",
            Self::EarlyCompensation => "early-compensation",
            Self::PersonalData => "personal-data",
            Self::NamedPerson => "named-person",
            Self::Template => "template",
            Self::WrongLanguage => "wrong-language",
            Self::RepeatedAccusation => "repeated-accusation",
            Self::BareDenial => "bare-denial",
            Self::MixedPosture => "mixed-posture",
            Self::CopyPaste => "copy-paste",
            Self::LongSentence => "long-sentence",
            Self::HardToRead => "hard-to-read",
            Self::TooLong => "too-long",
            Self::Threat => "threat",
            Self::NoComment => "no-comment",
            Self::Admission => "trade-off-admission",
            Self::Silence => "trade-off-silence",
            Self::NotChecked => "not-checked",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.code() == code)
    }

    /// How much it matters.
    pub fn weight(self) -> Weight {
        match self {
            Self::Anger | Self::PersonalData | Self::NamedPerson | Self::Template | Self::WrongLanguage => Weight::Stop,
            Self::TooLong => Weight::Stop,
            Self::Weasel | Self::MissingAction | Self::MissingName | Self::LongSentence => Weight::Note,
            Self::HardToRead | Self::NotChecked => Weight::Note,
            _ => Weight::Warn,
        }
    }

    /// Whether it is one side of a trade-off, which people settle and no rule: taking responsibility in words binds, keeping silent
    /// costs trust.
    pub fn is_trade_off(self) -> bool {
        matches!(self, Self::Admission | Self::Silence)
    }
}

impl Display for Rule {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
