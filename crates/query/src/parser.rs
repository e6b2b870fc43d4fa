//! From lexemes to a query.

use crate::ast::{Kind, Node, Query, Sequence};
use crate::cover;
use crate::diagnostic::{Code, Diagnostic};
use crate::lexer::{Lexeme, LexemeKind, lexemes};
use std::ops::Range;

/// The deepest nesting of parentheses and NOTs.
pub const MAX_DEPTH: usize = 64;
/// The most terms in one query; each word of a phrase is one.
pub const MAX_TERMS: usize = 2_000;
/// The largest distance of NEAR.
pub const MAX_DISTANCE: u32 = 50;

/// Reads a query. One that could match everything is refused.
pub fn parse(source: &str) -> Result<Query, Diagnostic> {
    let lexemes = lexemes(source)?;
    if lexemes.is_empty() {
        return Err(Diagnostic::new(Code::Empty, 0..0));
    }
    let mut parser = Parser { source, lexemes, at: 0, depth: 0 };
    let root = parser.disjunction(None)?;
    if let Some(lexeme) = parser.peek() {
        return Err(Diagnostic::new(Code::UnexpectedParenthesis, lexeme.span.clone()));
    }
    cover::require_anchor(&root)?;
    Ok(Query { root })
}

struct Parser<'s> {
    source: &'s str,
    lexemes: Vec<Lexeme>,
    at: usize,
    depth: usize,
}

/// Where an operator stands, to name it when its operand is missing.
type Before = Option<Range<usize>>;

impl Parser<'_> {
    fn peek(&self) -> Option<&Lexeme> {
        self.lexemes.get(self.at)
    }

    fn next_is(&self, test: impl Fn(&LexemeKind) -> bool) -> bool {
        self.peek().is_some_and(|lexeme| test(&lexeme.kind))
    }

    fn take(&mut self) -> Option<Lexeme> {
        let lexeme = self.lexemes.get(self.at).cloned();
        self.at += 1;
        lexeme
    }

    /// Operands joined by OR.
    fn disjunction(&mut self, before: Before) -> Result<Node, Diagnostic> {
        let mut children = vec![self.conjunction(before)?];
        while self.next_is(|kind| matches!(kind, LexemeKind::Or)) {
            let operator = self.take().map(|lexeme| lexeme.span);
            children.push(self.conjunction(operator)?);
        }
        Ok(join(children, Kind::Or, |kind| if let Kind::Or(inner) = kind { Ok(inner) } else { Err(kind) }))
    }

    /// Operands joined by AND, or by nothing.
    fn conjunction(&mut self, before: Before) -> Result<Node, Diagnostic> {
        let mut children = vec![self.negation(before)?];
        loop {
            let operator = match self.peek().map(|lexeme| &lexeme.kind) {
                Some(LexemeKind::And) => self.take().map(|lexeme| lexeme.span),
                Some(LexemeKind::Or | LexemeKind::Close) | None => break,
                Some(_) => None,
            };
            children.push(self.negation(operator)?);
        }
        Ok(join(children, Kind::And, |kind| if let Kind::And(inner) = kind { Ok(inner) } else { Err(kind) }))
    }

    fn negation(&mut self, before: Before) -> Result<Node, Diagnostic> {
        if !self.next_is(|kind| matches!(kind, LexemeKind::Not)) {
            return self.proximity(before);
        }
        let Some(Lexeme { span: operator, .. }) = self.take() else { return self.operand(before) };
        self.deeper(&operator)?;
        let child = self.negation(Some(operator.clone()))?;
        self.depth -= 1;
        let span = operator.start..child.span.end;
        Ok(match child.kind {
            Kind::Not(twice) => Node { kind: twice.kind, span },
            _ => Node { kind: Kind::Not(Box::new(child)), span },
        })
    }

    fn proximity(&mut self, before: Before) -> Result<Node, Diagnostic> {
        let left = self.operand(before)?;
        let Some(Lexeme { kind: LexemeKind::Near(distance), span: operator }) = self.peek().cloned() else {
            return Ok(left);
        };
        self.at += 1;
        let right = self.operand(Some(operator))?;
        if let Some(Lexeme { kind: LexemeKind::Near(second), span }) = self.peek() {
            let again = self.source.get(right.span.clone()).unwrap_or("");
            let error = Diagnostic::new(Code::NearChain, span.clone());
            return Err(error.suggest(format!("AND {again} NEAR/{second}")));
        }
        let span = left.span.start..right.span.end;
        let (left, right) = (alternatives(left)?, alternatives(right)?);
        Ok(Node { kind: Kind::Near { left, right, distance }, span })
    }

    /// A term, a field, or a group.
    fn operand(&mut self, before: Before) -> Result<Node, Diagnostic> {
        let Some(Lexeme { kind, span }) = self.take() else { return Err(self.missing(before, None)) };
        match kind {
            LexemeKind::Sequence(sequence) => Ok(Node { kind: Kind::Sequence(sequence), span }),
            LexemeKind::Field(field) => Ok(Node { kind: Kind::Field(field), span }),
            LexemeKind::Open => self.group(span),
            LexemeKind::Not => Err(Diagnostic::new(Code::NearOperand, span)),
            LexemeKind::And | LexemeKind::Or | LexemeKind::Near(_) | LexemeKind::Close => {
                Err(self.missing(before, Some(span)))
            }
        }
    }

    fn group(&mut self, open: Range<usize>) -> Result<Node, Diagnostic> {
        self.deeper(&open)?;
        if self.next_is(|kind| matches!(kind, LexemeKind::Close)) {
            let end = self.peek().map_or(open.end, |close| close.span.end);
            return Err(Diagnostic::new(Code::EmptyGroup, open.start..end));
        }
        if self.peek().is_none() {
            return Err(Diagnostic::new(Code::UnclosedParenthesis, open));
        }
        let inner = self.disjunction(None)?;
        self.depth -= 1;
        match self.take() {
            Some(close) => Ok(Node { kind: inner.kind, span: open.start..close.span.end }),
            None => Err(Diagnostic::new(Code::UnclosedParenthesis, open)),
        }
    }

    fn deeper(&mut self, span: &Range<usize>) -> Result<(), Diagnostic> {
        self.depth += 1;
        match self.depth {
            0..=MAX_DEPTH => Ok(()),
            _ => Err(Diagnostic::new(Code::TooDeep, span.clone()).with("limit", MAX_DEPTH)),
        }
    }

    /// What to say where an operand should stand: the operator before it lacks one, or the one found has none on its left.
    fn missing(&self, before: Before, found: Before) -> Diagnostic {
        let name = |span: &Range<usize>| self.source.get(span.clone()).unwrap_or("").to_owned();
        match (before, found) {
            (Some(operator), _) => {
                Diagnostic::new(Code::MissingRight, operator.clone()).with("operator", name(&operator))
            }
            (None, Some(found)) if name(&found) == ")" => Diagnostic::new(Code::UnexpectedParenthesis, found),
            (None, Some(found)) => Diagnostic::new(Code::MissingLeft, found.clone()).with("operator", name(&found)),
            (None, None) => Diagnostic::new(Code::Empty, 0..0),
        }
    }
}

/// One child stands for itself; children that are themselves joined the same way are taken in.
fn join(children: Vec<Node>, kind: fn(Vec<Node>) -> Kind, flatten: fn(Kind) -> Result<Vec<Node>, Kind>) -> Node {
    let span = children.first().map_or(0, |first| first.span.start)..children.last().map_or(0, |last| last.span.end);
    let mut flat = Vec::with_capacity(children.len());
    for Node { kind, span } in children {
        match flatten(kind) {
            Ok(inner) => flat.extend(inner),
            Err(kind) => flat.push(Node { kind, span }),
        }
    }
    match flat.len() {
        1 => flat.remove(0),
        _ => Node { kind: kind(flat), span },
    }
}

/// The sequences beside NEAR.
fn alternatives(node: Node) -> Result<Vec<Sequence>, Diagnostic> {
    let error = Diagnostic::new(Code::NearOperand, node.span.clone());
    match node.kind {
        Kind::Sequence(sequence) => Ok(vec![sequence]),
        Kind::Or(children) => children
            .into_iter()
            .map(|child| match child.kind {
                Kind::Sequence(sequence) => Ok(sequence),
                _ => Err(Diagnostic::new(Code::NearOperand, child.span)),
            })
            .collect(),
        _ => Err(error),
    }
}
