//! The canonical form: what `Display` prints parses to the same query.

use crate::ast::{Field, Kind, Node, Query, Sequence, Step, Wanted};
use std::fmt::{Display, Formatter, Result};

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.root.fmt(f)
    }
}

impl Display for Node {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match &self.kind {
            Kind::Sequence(sequence) => sequence.fmt(f),
            Kind::Field(field) => field.fmt(f),
            Kind::Near { left, right, distance } => {
                alternatives(left, f)?;
                write!(f, " NEAR/{distance} ")?;
                alternatives(right, f)
            }
            Kind::And(children) => joined(children, " AND ", f),
            Kind::Or(children) => joined(children, " OR ", f),
            Kind::Not(child) => {
                f.write_str("NOT ")?;
                inner(child, f)
            }
        }
    }
}

/// A child: in parentheses unless it stands for itself.
fn inner(node: &Node, f: &mut Formatter<'_>) -> Result {
    match node.kind {
        Kind::And(_) | Kind::Or(_) | Kind::Near { .. } => write!(f, "({node})"),
        _ => node.fmt(f),
    }
}

fn joined(children: &[Node], operator: &str, f: &mut Formatter<'_>) -> Result {
    for (i, child) in children.iter().enumerate() {
        if i > 0 {
            f.write_str(operator)?;
        }
        inner(child, f)?;
    }
    Ok(())
}

fn alternatives(sequences: &[Sequence], f: &mut Formatter<'_>) -> Result {
    if let [only] = sequences {
        return only.fmt(f);
    }
    for (i, sequence) in sequences.iter().enumerate() {
        write!(f, "{}{sequence}", if i == 0 { "(" } else { " OR " })?;
    }
    f.write_str(")")
}

impl Display for Sequence {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if let [only] = &self.0[..] {
            return only.fmt(f);
        }
        f.write_str("\"")?;
        for (i, step) in self.0.iter().enumerate() {
            let address = step.is_address();
            if i > 0 && !address {
                f.write_str(" ")?;
            }
            if address { f.write_str(&step.text)? } else { step.fmt(f)? }
        }
        f.write_str("\"")
    }
}

impl Step {
    /// The part of a handle after its first word, which keeps its own sign.
    fn is_address(&self) -> bool {
        self.wanted == Wanted::Handle && self.text.starts_with(['.', '@'])
    }
}

impl Display for Step {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let sign = match self.wanted {
            Wanted::Any => "",
            Wanted::Hashtag => "#",
            Wanted::Handle => "@",
        };
        write!(f, "{sign}{}{}", self.text, if self.prefix { "*" } else { "" })
    }
}

impl Display for Field {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Lang(code) => write!(f, "lang:{code}"),
            Self::Source(name) => write!(f, "source:\"{name}\""),
            Self::Author(name) => write!(f, "author:\"{name}\""),
            Self::Followers(comparison, n) => write!(f, "followers:{}{n}", comparison.sign()),
            Self::Rating(comparison, n) => write!(f, "rating:{}{n}", comparison.sign()),
        }
    }
}
