//! Reads a reply before it is sent: which words may make things worse, and what is missing.
//!
//! Rules of the craft, each with its words; never a score. Words and phrases of four languages carry marks (`words/`), `patterns.txt`
//! says which marks in which order make a finding, and what no list can say (a part that is missing, a name, a sentence too long) has its
//! own file here. No model but the one that tells languages apart: whoever writes sees the words and may know better.
//!
//! Sources: Lewicki, Polin and Lount 2016 (the parts of an apology); Coombs and Holladay 2008 (sympathy and repair do as well as an apology,
//! so none is asked for where responsibility is not established); Youk and Park 2022 (blame ruins an apology); Herhausen et al. 2019 (early
//! public compensation feeds a firestorm, the same answer again too); the CDC's CERC manual (what is known, what is done, when next).

mod cut;
mod echo;
mod form;
mod parts;
mod patterns;
mod people;
mod rule;
mod tone;

pub use form::{ease, length};
pub use rule::{Rule, Weight};

use crate::phrases::Phrases;
use crate::{LONGEST, Language, Reader, script};
use cut::Cut;
use patterns::{MARKS, Pattern};
use std::sync::LazyLock;

/// What is about to be said.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'a> {
    /// The text. What lies beyond [`LONGEST`] bytes is not read, and said to be too long.
    pub text: &'a str,
    /// The language it should be in; `None`: that of the post that is answered, and where there is none, its own.
    pub language: Option<Language>,
}

/// The post that is answered.
#[derive(Clone, Copy, Debug)]
pub struct Post<'a> {
    /// What it says.
    pub text: &'a str,
    /// Its language, where known.
    pub language: Option<Language>,
}

/// Who can read it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Channel {
    /// Everybody.
    #[default]
    Public,
    /// The one it is sent to.
    Private,
}

/// How long a text may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// At most so much.
    pub most: usize,
    /// Of what.
    pub counts: Counts,
}

/// How a channel counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// Unicode characters.
    Characters,
    /// UTF-16 code units.
    Utf16,
    /// Characters, each web address as so many (Mastodon: 23).
    AddressesAs(usize),
}

/// Whether the house is responsible for what happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Responsibility {
    /// It is, and that is established.
    Established,
    /// Nobody knows yet.
    #[default]
    Unclear,
    /// It is not.
    Absent,
}

/// What sort of text it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// To one post.
    #[default]
    Reply,
    /// To everybody.
    Statement,
    /// To everybody, before much is known.
    Holding,
}

/// What is known around a draft. The default: a public reply in a case's first hours, nothing else known.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// What is answered, where there is one post.
    pub post: Option<Post<'a>>,
    /// Who can read it.
    pub channel: Channel,
    /// How long it may be.
    pub limit: Option<Limit>,
    /// Whether the house is responsible.
    pub responsibility: Responsibility,
    /// What is known for certain, in the words of the fact board: a denial must rest on one of them.
    pub facts: &'a [&'a str],
    /// Names and addresses that may appear: the sender, the brand, the customer who is answered, the house's own telephone and mail.
    pub may: &'a [&'a str],
    /// Names that may not: staff, customers, third parties.
    pub may_not: &'a [&'a str],
    /// What was answered to others.
    pub earlier: &'a [&'a str],
    /// Whether the case is still growing.
    pub early: bool,
    /// What sort of text it is.
    pub kind: Kind,
}

impl Default for Context<'_> {
    fn default() -> Self {
        Self {
            post: None,
            channel: Channel::Public,
            limit: None,
            responsibility: Responsibility::Unclear,
            facts: &[],
            may: &[],
            may_not: &[],
            earlier: &[],
            early: true,
            kind: Kind::Reply,
        }
    }
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// By which rule.
    pub rule: Rule,
    /// Where its words stand: from and to in bytes of the text, in order, apart. Empty for what is missing.
    pub spans: Vec<(u32, u32)>,
    /// How many: words of the longest sentence, points of reading ease, characters too many, the place of the earlier reply (from 1).
    pub number: Option<i32>,
}

impl Finding {
    fn of(rule: Rule, spans: Vec<(u32, u32)>) -> Self {
        Self { rule, spans, number: None }
    }

    fn with(self, number: usize) -> Self {
        Self { number: Some(i32::try_from(number).unwrap_or(i32::MAX)), ..self }
    }

    /// The words, as they are written in the text that was checked.
    pub fn words<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        self.spans.iter().filter_map(|(from, to)| text.get(*from as usize..*to as usize))
    }
}

/// The phrases of the languages that are checked.
struct Lists {
    fr: Phrases,
    en: Phrases,
    nl: Phrases,
    fy: Phrases,
    patterns: Vec<Pattern>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists {
    fr: Phrases::new(&MARKS, &[include_str!("words/fr.txt")]),
    en: Phrases::new(&MARKS, &[include_str!("words/en.txt")]),
    nl: Phrases::new(&MARKS, &[include_str!("words/nl.txt")]),
    fy: Phrases::new(&MARKS, &[include_str!("words/fy.txt")]),
    patterns: patterns::read(include_str!("patterns.txt")),
});

impl Lists {
    fn of(&self, language: Language) -> Option<&Phrases> {
        match language {
            Language::Fr => Some(&self.fr),
            Language::En => Some(&self.en),
            Language::Nl => Some(&self.nl),
            Language::Fy => Some(&self.fy),
            _ => None,
        }
    }
}

/// What is to be looked at: a text, cut, and all that is known around it.
struct Sheet<'a> {
    reader: &'a Reader,
    text: &'a str,
    cut: Cut,
    language: Language,
    context: &'a Context<'a>,
    patterns: &'a [Pattern],
}

/// What is found in a draft, the gravest first, then in the order of the text. In a language that is not read here, that alone is found.
pub fn check(reader: &Reader, draft: &Draft<'_>, context: &Context<'_>) -> Vec<Finding> {
    let text = script::start(draft.text, LONGEST);
    let read = reader.language(text);
    let post = context.post.and_then(|post| post.language);
    let wanted = draft.language.or(post).filter(|language| *language != Language::Unknown).unwrap_or(read);
    let Some(own) = LISTS.of(wanted) else {
        return vec![Finding::of(Rule::NotChecked, Vec::new())];
    };
    let wrong = form::wrong_language(text, wanted, read);
    // What is written in another language is read as that.
    let (language, phrases) = if wrong.is_some() { (read, LISTS.of(read)) } else { (wanted, Some(own)) };
    let mut found: Vec<Finding> = wrong.into_iter().collect();
    let Some(phrases) = phrases else {
        found.push(Finding::of(Rule::NotChecked, Vec::new()));
        return found;
    };
    let sheet = Sheet { reader, text, cut: Cut::new(text, phrases), language, context, patterns: &LISTS.patterns };
    found.extend(form::too_long(draft.text, context));
    found.extend(form::template(&sheet));
    found.extend(form::hard_to_read(&sheet));
    found.extend(tone::find(&sheet));
    found.extend(people::find(&sheet));
    found.extend(echo::find(&sheet));
    found.extend(parts::find(&sheet));
    found.sort_by_key(|found| (found.rule.weight(), found.spans.first().copied(), found.rule));
    found
}

/// What is found in the subject of a letter: everything that its words can do. Its parts, its ease and a date beside a promise are the letter's, and looked for
/// there. The spans are of the subject.
pub fn check_subject(reader: &Reader, subject: &Draft<'_>, context: &Context<'_>) -> Vec<Finding> {
    let text = script::start(subject.text, LONGEST);
    // So few words do not tell their language.
    let post = context.post.and_then(|post| post.language);
    let wanted = subject.language.or(post).filter(|language| *language != Language::Unknown);
    let language = wanted.unwrap_or_else(|| reader.language(text));
    let Some(phrases) = LISTS.of(language) else { return Vec::new() };
    let sheet = Sheet { reader, text, cut: Cut::new(text, phrases), language, context, patterns: &LISTS.patterns };
    let mut found: Vec<Finding> = form::template(&sheet).into_iter().collect();
    found.extend(tone::find(&sheet));
    found.extend(people::find(&sheet));
    found.extend(echo::find(&sheet));
    let of_a_letter = |rule: Rule| matches!(rule, Rule::UndatedPromise | Rule::CopyPaste);
    found.retain(|found| !found.spans.is_empty() && !of_a_letter(found.rule));
    found.sort_by_key(|found| (found.rule.weight(), found.spans.first().copied(), found.rule));
    found
}
