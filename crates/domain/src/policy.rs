//! The communication policy as the public reads it: what the plan says of it and nothing else, published by a person as one text that a
//! change of the plan leaves as it is. Pure.

use crate::plan::{Plan, Promises, stamp};
use serde::{Deserialize, Serialize};
use text::Language;

/// The policy of a brand, as published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Where to complain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complaints: Option<String>,
    /// Hours until an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_within: Option<i64>,
    /// What is said, in each language once, the brand's main one first.
    pub said: Vec<Said>,
}

/// What is said in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Its code; empty where the plan names no language.
    pub language: String,
    /// The policy.
    pub text: String,
    /// Who answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<String>,
    /// What we do.
    #[serde(default, rename = "do", skip_serializing_if = "Vec::is_empty")]
    pub do_: Vec<String>,
    /// What we never do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub never: Vec<String>,
}

impl Said {
    fn of(plan: &Plan, language: &str, text: &str, more: &Promises) -> Self {
        let lines = |lines: &[String]| {
            let filled = lines.iter().map(|line| plan.filled(line).trim().to_owned());
            filled.filter(|line| !line.is_empty()).collect()
        };
        Self {
            language: language.to_owned(),
            text: plan.filled(text).trim().to_owned(),
            answers: more.answers.as_ref().map(|who| plan.filled(who).trim().to_owned()),
            do_: lines(&more.do_),
            never: lines(&more.never),
        }
    }

    fn texts(&self) -> impl Iterator<Item = &String> {
        [&self.text].into_iter().chain(&self.answers).chain(&self.do_).chain(&self.never)
    }
}

impl Policy {
    /// What a plan says to the public, its blanks filled in; `None` where it has no policy.
    pub fn of(plan: &Plan) -> Option<Self> {
        let main = &plan.policy.as_ref()?.value;
        let language = plan.languages.first().map_or("", |said| said.value.code());
        let mut said = vec![Said::of(plan, language, &main.text, &main.more)];
        for other in &plan.policies {
            let Some(language) = other.body.language.as_ref().map(|said| said.value.code()) else { continue };
            if !said.iter().any(|there| there.language == language) {
                said.push(Said::of(plan, language, &other.body.text, &other.body.more));
            }
        }
        let complaints = main.complaints.as_ref().map(|at| plan.filled(at).trim().to_owned());
        let complaints = complaints.filter(|place| !place.is_empty());
        let policy = Self { complaints, answer_within: main.answer_within, said };
        (!policy.said[0].text.is_empty()).then_some(policy)
    }

    /// What tells one policy from another.
    pub fn stamp(&self) -> String {
        stamp(&serde_json::to_string(self).unwrap_or_default())
    }

    /// A blank that nothing fills in: it would be published as it stands.
    pub fn open_blank(&self) -> Option<&str> {
        let texts = self.complaints.iter().chain(self.said.iter().flat_map(Said::texts));
        texts
            .filter_map(|text| text.split_once('{'))
            .map(|(_, rest)| {
                let end = rest.find(['}', ' ', '\n']).unwrap_or(rest.len());
                &rest[..end]
            })
            .next()
    }

    /// An address of an example that still stands in it: nobody reads mail there, and no page answers.
    pub fn invented(&self) -> Option<&str> {
        let texts = self.complaints.iter().chain(self.said.iter().flat_map(Said::texts));
        texts.flat_map(|text| text.split_whitespace()).find(|word| word.contains(".example"))
    }

    /// What is said in a reader's language; where there is nothing, in the brand's own.
    pub fn for_reader(&self, language: Option<Language>) -> Option<&Said> {
        let own = language.and_then(|language| self.said.iter().find(|said| said.language == language.code()));
        own.or(self.said.first())
    }

    /// What this one says otherwise than the one before, part by part; where nothing was published before, everything.
    pub fn differences(&self, before: Option<&Self>) -> Vec<Difference> {
        let nothing = Self::default();
        let before = before.unwrap_or(&nothing);
        let mut found = Vec::new();
        let mut one = |language: &str, part: Part, was: Option<String>, is: Option<String>| {
            if was != is {
                found.push(Difference { language: language.to_owned(), part, was, is });
            }
        };
        one("", Part::Complaints, before.complaints.clone(), self.complaints.clone());
        let hours = |within: Option<i64>| within.map(|hours| hours.to_string());
        one("", Part::AnswerWithin, hours(before.answer_within), hours(self.answer_within));
        let languages = |policy: &Self| policy.said.iter().map(|said| said.language.clone()).collect::<Vec<_>>();
        let (were, are) = (languages(before), languages(self));
        for language in were.iter().filter(|was| !are.contains(was)).chain(&are) {
            let of = |policy: &Self| policy.said.iter().find(|said| said.language == *language).cloned();
            let (was, is) = (of(before), of(self));
            let texts = |said: &Option<Said>| said.as_ref().map(|said| said.text.clone());
            let answers = |said: &Option<Said>| said.as_ref().and_then(|said| said.answers.clone());
            one(language, Part::Text, texts(&was), texts(&is));
            one(language, Part::Answers, answers(&was), answers(&is));
            let (was, is) = (was.unwrap_or_default(), is.unwrap_or_default());
            for (part, was, is) in [(Part::Do, was.do_, is.do_), (Part::Never, was.never, is.never)] {
                for line in was.iter().filter(|line| !is.contains(line)) {
                    one(language, part, Some(line.clone()), None);
                }
                for line in is.iter().filter(|line| !was.contains(line)) {
                    one(language, part, None, Some(line.clone()));
                }
                let same = was.iter().all(|line| is.contains(line)) && is.iter().all(|line| was.contains(line));
                if same {
                    let order = |lines: &[String]| (!lines.is_empty()).then(|| lines.join(" / "));
                    one(language, part, order(&was), order(&is));
                }
            }
        }
        // The main language is the one that others fall back to.
        one("", Part::Languages, (!were.is_empty()).then(|| were.join(", ")), Some(are.join(", ")));
        found
    }
}

/// A part of a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Where to complain.
    Complaints,
    /// How soon an answer comes.
    AnswerWithin,
    /// The languages, in their order.
    Languages,
    /// The text.
    Text,
    /// Who answers.
    Answers,
    /// Something we do.
    Do,
    /// Something we never do.
    Never,
}

impl Part {
    /// The field of the plan that says it.
    pub fn field(self) -> &'static str {
        match self {
            Self::Complaints => "complaints",
            Self::AnswerWithin => "answer_within",
            Self::Languages => "languages",
            Self::Text => "text",
            Self::Answers => "answers",
            Self::Do => "do",
            Self::Never => "never",
        }
    }
}

/// Something that one policy says otherwise than another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// In which language; empty where it is of all.
    pub language: String,
    /// What.
    pub part: Part,
    /// What was said.
    pub was: Option<String>,
    /// What is said now.
    pub is: Option<String>,
}
