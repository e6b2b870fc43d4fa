//! What is wrong with a query, and where.

use std::fmt::{Display, Formatter};
use std::ops::Range;
use thiserror::Error;

/// Why a query was refused. Pages translate [`Diagnostic::code`] with [`Diagnostic::args`]; the message here is for the command line.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.message())]
pub struct Diagnostic {
    code: Code,
    span: Range<usize>,
    args: Vec<(&'static str, String)>,
    suggestion: Option<String>,
}

/// The kinds of refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// No text at all.
    Empty,
    /// More bytes than the limit.
    TooLong,
    /// Parentheses or NOTs nested beyond the limit.
    TooDeep,
    /// More terms than the limit.
    TooManyTerms,
    /// A quotation mark without its partner.
    UnclosedQuote,
    /// `(` without `)`.
    UnclosedParenthesis,
    /// `)` without `(`.
    UnexpectedParenthesis,
    /// `()`.
    EmptyGroup,
    /// Nothing before an operator.
    MissingLeft,
    /// Nothing after an operator.
    MissingRight,
    /// A term without letter or digit.
    NoWord,
    /// An operator of another language or system.
    ForeignOperator,
    /// `&&`, `|`.
    SignOperator,
    /// `near/5`.
    NearCase,
    /// NEAR without a number, or out of bounds.
    NearDistance,
    /// NEAR beside something that has no place in the text.
    NearOperand,
    /// `a NEAR/3 b NEAR/3 c`.
    NearChain,
    /// Fewer than three characters before the star.
    PrefixShort,
    /// A star anywhere but at the end of one word.
    StarPlace,
    /// `?` inside a word.
    QuestionMark,
    /// A field that does not exist.
    UnknownField,
    /// A field without its value.
    EmptyField,
    /// `lang:` with something that is no code.
    BadLanguage,
    /// A number that is none, or too large.
    BadNumber,
    /// A comparison where none is possible.
    NoComparison,
    /// Only exclusions: it would match nearly everything.
    OnlyExclusions,
    /// Only conditions: it would match a whole source, language or class of accounts.
    OnlyConditions,
}

impl Code {
    /// Every code.
    pub const ALL: [Self; 27] = [
        Self::Empty,
        Self::TooLong,
        Self::TooDeep,
        Self::TooManyTerms,
        Self::UnclosedQuote,
        Self::UnclosedParenthesis,
        Self::UnexpectedParenthesis,
        Self::EmptyGroup,
        Self::MissingLeft,
        Self::MissingRight,
        Self::NoWord,
        Self::ForeignOperator,
        Self::SignOperator,
        Self::NearCase,
        Self::NearDistance,
        Self::NearOperand,
        Self::NearChain,
        Self::PrefixShort,
        Self::StarPlace,
        Self::QuestionMark,
        Self::UnknownField,
        Self::EmptyField,
        Self::BadLanguage,
        Self::BadNumber,
        Self::NoComparison,
        Self::OnlyExclusions,
        Self::OnlyConditions,
    ];

    /// Its stable name.
    pub fn as_str(self) -> &'static str {
        self.text().0
    }

    /// Its stable name, and its message with places for the arguments.
    fn text(self) -> (&'static str, &'static str) {
        match self {
            Self::Empty => ("empty", "the query is empty: write at least one word to look for"),
            Self::TooLong => ("too-long", "the query is longer than {limit} bytes: cut it into several queries"),
            Self::TooDeep => ("too-deep", "more than {limit} parentheses or NOTs inside each other: flatten the query"),
            Self::TooManyTerms => {
                ("too-many-terms", "the query has more than {limit} terms: cut it into several queries")
            }
            Self::UnclosedQuote => ("unclosed-quote", "this quotation mark is never closed"),
            Self::UnclosedParenthesis => ("unclosed-parenthesis", "this parenthesis is never closed"),
            Self::UnexpectedParenthesis => {
                ("unexpected-parenthesis", "nothing was opened for this parenthesis: leave it out")
            }
            Self::EmptyGroup => ("empty-group", "there is nothing between these parentheses"),
            Self::MissingLeft => ("missing-left", "{operator} needs something before it"),
            Self::MissingRight => ("missing-right", "{operator} needs something after it"),
            Self::NoWord => ("no-word", "there is no letter or digit in this: leave it out"),
            Self::ForeignOperator => (
                "foreign-operator",
                "{word} is not an operator here: write {operator}, or {lower} in small letters for the word itself",
            ),
            Self::SignOperator => ("sign-operator", "signs are not operators here: write {operator}"),
            Self::NearCase => ("near-case", "operators are written in capitals"),
            Self::NearDistance => ("near-distance", "NEAR needs a distance from 1 to {limit}, as in NEAR/5"),
            Self::NearOperand => (
                "near-operand",
                "beside NEAR stand words, phrases, prefixes, or several of them in parentheses with OR",
            ),
            Self::NearChain => ("near-chain", "NEAR joins two things: write the second pair after AND"),
            Self::PrefixShort => ("prefix-short", "at least {limit} letters must stand before the star"),
            Self::StarPlace => {
                ("star-place", "a star stands only at the end of a single word, outside quotation marks")
            }
            Self::QuestionMark => {
                ("question-mark", "? stands for no letter here: write the forms with OR, or a prefix with *")
            }
            Self::UnknownField => (
                "unknown-field",
                "there is no field {field}: fields are lang, source, author, followers and rating; put words with a colon in quotation marks",
            ),
            Self::EmptyField => ("empty-field", "{field}: needs a value right after the colon"),
            Self::BadLanguage => {
                ("bad-language", "{value} is not a language code: write two or three letters, as in lang:fr")
            }
            Self::BadNumber => ("bad-number", "{field}: needs a whole number, as in {field}:>=3"),
            Self::NoComparison => ("no-comparison", "{field}: is compared by name, not by size"),
            Self::OnlyExclusions => {
                ("only-exclusions", "this would match every post without these words: add a word that must be there")
            }
            Self::OnlyConditions => (
                "only-conditions",
                "this would match every post that meets a condition, whatever it says: add a word, or an author",
            ),
        }
    }
}

impl Diagnostic {
    pub(crate) fn new(code: Code, span: Range<usize>) -> Self {
        Self { code, span, args: Vec::new(), suggestion: None }
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    pub(crate) fn suggest(mut self, text: impl Into<String>) -> Self {
        self.suggestion = Some(text.into());
        self
    }

    /// The stable name of what is wrong: the key of its translation.
    pub fn code(&self) -> &'static str {
        self.code.as_str()
    }

    /// What is wrong, as a value.
    pub fn kind(&self) -> Code {
        self.code
    }

    /// Where, in bytes of the source.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The values its message names.
    pub fn args(&self) -> &[(&'static str, String)] {
        &self.args
    }

    /// Query text that could stand in place of the span.
    pub fn suggestion(&self) -> Option<&str> {
        self.suggestion.as_deref()
    }

    /// The message in English.
    pub fn message(&self) -> String {
        let mut message = self.code.text().1.to_owned();
        for (name, value) in &self.args {
            message = message.replace(&format!("{{{name}}}"), value);
        }
        message
    }

    /// The message, the line it is about, a caret under the place, and the suggestion.
    pub fn render(&self, source: &str) -> String {
        Rendered { diagnostic: self, source }.to_string()
    }
}

struct Rendered<'a> {
    diagnostic: &'a Diagnostic,
    source: &'a str,
}

impl Display for Rendered<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Diagnostic { code, span, suggestion, .. } = self.diagnostic;
        let start = self.source.floor_char_boundary(span.start);
        let end = self.source.floor_char_boundary(span.end.max(start));
        let line_start = self.source[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = self.source[start..].find('\n').map_or(self.source.len(), |at| start + at);
        let (line, line_number) = (&self.source[line_start..line_end], self.source[..start].matches('\n').count() + 1);
        let carets = columns(&self.source[start..end.min(line_end).max(start)]).clamp(1, 100);

        // A long line is shown around the place.
        let before: Vec<char> = visible(&self.source[line_start..start]).collect();
        let skipped = before.len().saturating_sub(60);
        let ahead = if skipped > 0 { "…" } else { "" };
        let shown: String = visible(line).skip(skipped).take(100).collect();
        let behind = if visible(line).nth(skipped + 100).is_some() { "…" } else { "" };
        let column = ahead.chars().count() + before[skipped..].iter().copied().map(width).sum::<usize>();
        writeln!(f, "error[{}]: {}", code.as_str(), self.diagnostic)?;
        writeln!(f, "{line_number:>4} | {ahead}{shown}{behind}")?;
        let indent = " ".repeat(column);
        write!(f, "     | {indent}{}", "^".repeat(carets))?;
        match suggestion {
            Some(text) => write!(f, "\n     = write: {}", text.trim()),
            None => Ok(()),
        }
    }
}

/// The characters that are shown; the others could move the caret, or hide what is there.
fn visible(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| width(*c) > 0).map(|c| if c.is_control() { ' ' } else { c })
}

fn columns(text: &str) -> usize {
    text.chars().map(width).sum()
}

/// How many columns a terminal gives a character.
fn width(c: char) -> usize {
    match c as u32 {
        0x300..=0x36F | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFE00..=0xFE0F | 0xFEFF => 0,
        0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE6F => 2,
        0xFF00..=0xFF60 | 0x1F300..=0x1FAFF | 0x20000..=0x3FFFF => 2,
        _ => 1,
    }
}
