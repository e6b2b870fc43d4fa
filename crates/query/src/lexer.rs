//! Cuts the source of a query into lexemes.

use crate::ast::{Field, Sequence};
use crate::diagnostic::{Code, Diagnostic};
use crate::parser::{MAX_DISTANCE, MAX_TERMS};
use crate::term;
use std::ops::Range;

/// The longest query, in bytes.
pub const MAX_BYTES: usize = 8 * 1024;

/// A lexeme and its place.
#[derive(Clone, Debug)]
pub(crate) struct Lexeme {
    pub(crate) kind: LexemeKind,
    pub(crate) span: Range<usize>,
}

#[derive(Clone, Debug)]
pub(crate) enum LexemeKind {
    Open,
    Close,
    And,
    Or,
    /// `NOT`, or `-` before something.
    Not,
    Near(u32),
    Sequence(Sequence),
    Field(Field),
}

/// All lexemes of a query.
pub(crate) fn lexemes(source: &str) -> Result<Vec<Lexeme>, Diagnostic> {
    if source.len() > MAX_BYTES {
        let end = source.floor_char_boundary(MAX_BYTES);
        return Err(Diagnostic::new(Code::TooLong, end..source.len()).with("limit", MAX_BYTES));
    }
    let mut lexer = Lexer { source, at: 0, terms: 0 };
    let mut out = Vec::new();
    while let Some(lexeme) = lexer.next_lexeme()? {
        out.push(lexeme);
    }
    Ok(out)
}

struct Lexer<'s> {
    source: &'s str,
    at: usize,
    terms: usize,
}

/// Whether `c` separates: white space, and what is pasted along with text without being seen.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{200e}' | '\u{200f}')
}

/// What closes a quotation that `c` opens.
fn closers(c: char) -> Option<&'static [char]> {
    match c {
        '"' | '“' | '”' | '„' => Some(&['"', '“', '”']),
        '«' => Some(&['»']),
        '»' => Some(&['«', '»']),
        _ => None,
    }
}

impl<'s> Lexer<'s> {
    fn next_lexeme(&mut self) -> Result<Option<Lexeme>, Diagnostic> {
        let rest = self.source[self.at..].trim_start_matches(is_space);
        self.at = self.source.len() - rest.len();
        let Some(c) = rest.chars().next() else { return Ok(None) };
        let start = self.at;
        let kind = match c {
            '(' | ')' => {
                self.at += 1;
                if c == '(' { LexemeKind::Open } else { LexemeKind::Close }
            }
            '-' if rest[1..].starts_with(|next: char| !is_space(next) && next != ')' && next != '-') => {
                self.at += 1;
                LexemeKind::Not
            }
            _ if closers(c).is_some() => {
                let raw = self.quotation()?;
                LexemeKind::Sequence(term::quoted(raw, start..self.at)?)
            }
            _ => self.bare()?,
        };
        self.count(&kind, start)?;
        Ok(Some(Lexeme { kind, span: start..self.at }))
    }

    fn count(&mut self, kind: &LexemeKind, start: usize) -> Result<(), Diagnostic> {
        self.terms += match kind {
            LexemeKind::Sequence(sequence) => sequence.0.len(),
            LexemeKind::Field(_) => 1,
            _ => 0,
        };
        match self.terms {
            0..=MAX_TERMS => Ok(()),
            _ => Err(Diagnostic::new(Code::TooManyTerms, start..self.at).with("limit", MAX_TERMS)),
        }
    }

    /// What stands between the quotation mark here and the one that closes it; moves behind it.
    fn quotation(&mut self) -> Result<&'s str, Diagnostic> {
        let rest = &self.source[self.at..];
        let open = rest.chars().next().map_or(0, char::len_utf8);
        let closing = rest.chars().next().and_then(closers).unwrap_or(&[]);
        match rest[open..].find(closing) {
            Some(length) => {
                let end = open + length;
                self.at += end + rest[end..].chars().next().map_or(0, char::len_utf8);
                Ok(&rest[open..end])
            }
            None => Err(Diagnostic::new(Code::UnclosedQuote, self.at..self.at + open)),
        }
    }

    /// A word, an operator or a field outside quotation marks.
    fn bare(&mut self) -> Result<LexemeKind, Diagnostic> {
        let start = self.at;
        let rest = &self.source[start..];
        let ends = |c: char| is_space(c) || matches!(c, '(' | ')') || closers(c).is_some();
        let raw = &rest[..rest.find(ends).unwrap_or(rest.len())];
        self.at += raw.len();
        let name = raw.strip_suffix(':').or_else(|| raw.strip_suffix(":="));
        if let Some(name) = name.filter(|name| !name.is_empty() && name.chars().all(char::is_alphabetic))
            && self.source[self.at..].chars().next().is_some_and(|c| closers(c).is_some())
        {
            let value = self.quotation()?;
            return term::field(name, value, start..self.at).map(LexemeKind::Field);
        }
        let span = start..self.at;
        if let Some(operator) = operator(raw, span.clone())? {
            return Ok(operator);
        }
        match term::field_name(raw) {
            Some((name, value)) => term::field(name, value, span).map(LexemeKind::Field),
            None => term::word(raw, span).map(LexemeKind::Sequence),
        }
    }
}

/// The operator a word is, if it is one; an error when it is one elsewhere.
fn operator(raw: &str, span: Range<usize>) -> Result<Option<LexemeKind>, Diagnostic> {
    let foreign = |operator: &str| {
        let error = Diagnostic::new(Code::ForeignOperator, span.clone()).with("word", raw);
        Err(error.with("operator", operator).with("lower", raw.to_lowercase()).suggest(operator))
    };
    match raw {
        "AND" => return Ok(Some(LexemeKind::And)),
        "OR" => return Ok(Some(LexemeKind::Or)),
        "NOT" => return Ok(Some(LexemeKind::Not)),
        "ET" | "EN" | "UND" => return foreign("AND"),
        "OU" | "OF" | "ODER" => return foreign("OR"),
        "SAUF" | "NIET" | "NICHT" => return foreign("NOT"),
        _ => {}
    }
    let Some(distance) = raw.get(..4).filter(|near| near.eq_ignore_ascii_case("near")).map(|_| &raw[4..]) else {
        return Ok(None);
    };
    let capitals = raw.starts_with("NEAR");
    let Some(number) = distance.strip_prefix(['/', '~', ':']) else {
        let alone = capitals && distance.bytes().all(|b| b.is_ascii_digit());
        let error = Diagnostic::new(Code::NearDistance, span).with("limit", MAX_DISTANCE);
        return if alone { Err(error.suggest("NEAR/5")) } else { Ok(None) };
    };
    match number.parse() {
        Ok(distance @ 1..=MAX_DISTANCE) if raw.starts_with("NEAR/") => Ok(Some(LexemeKind::Near(distance))),
        Ok(distance @ 1..=MAX_DISTANCE) => {
            Err(Diagnostic::new(Code::NearCase, span).suggest(format!("NEAR/{distance}")))
        }
        _ if capitals => {
            let distance = if number.parse::<u64>().is_ok_and(|n| n > 0) { MAX_DISTANCE } else { 5 };
            Err(Diagnostic::new(Code::NearDistance, span)
                .with("limit", MAX_DISTANCE)
                .suggest(format!("NEAR/{distance}")))
        }
        _ => Ok(None),
    }
}
