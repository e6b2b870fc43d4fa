//! What a query does, in words for those who write it.

use crate::ast::{Kind, Node, Query, Step, Wanted};
use crate::cover::{Anchor, cover};
use crate::frequency::{Frequencies, is_common};
use serde::Serialize;
use std::fmt::{Display, Formatter};

/// What a query looks for, needs and leaves out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The query in its canonical form, with all parentheses.
    pub canonical: String,
    /// Of these, one at least stands in every post it matches: what it is found by.
    pub anchors: Vec<String>,
    /// All of these must hold.
    pub required: Vec<String>,
    /// None of these may hold.
    pub excluded: Vec<String>,
    /// What is probably not meant.
    pub warnings: Vec<Warning>,
}

/// Something probably not meant. Pages translate `code`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// `common-anchor`, `ordinary-word`, `article-kept`, `small-operator` or `short-anchor`.
    pub code: &'static str,
    /// The word it is about.
    pub word: String,
}

/// Explains a query.
pub fn explain(query: &Query) -> Explanation {
    let frequencies = Frequencies::default();
    let (_, anchors) = cover(&query.root, &|step| frequencies.cost(step)).unwrap_or_default();
    let parts = if let Kind::And(children) = &query.root.kind { children } else { std::slice::from_ref(&query.root) };
    let mut warnings = Vec::new();
    warn_of_anchors(&anchors, parts, &mut warnings);
    warn_of_words(&query.root, &mut warnings);
    Explanation {
        canonical: query.to_string(),
        anchors: anchors.iter().map(shown).collect(),
        required: parts.iter().filter(|part| excluded(part).is_none()).map(Node::to_string).collect(),
        excluded: parts.iter().filter_map(excluded).map(Node::to_string).collect(),
        warnings,
    }
}

fn excluded(node: &Node) -> Option<&Node> {
    if let Kind::Not(child) = &node.kind { Some(child) } else { None }
}

fn shown(anchor: &Anchor<'_>) -> String {
    match anchor {
        Anchor::Step(step) => step.to_string(),
        Anchor::Author(name) => format!("author:\"{name}\""),
    }
}

fn warn_of_anchors(anchors: &[Anchor<'_>], parts: &[Node], out: &mut Vec<Warning>) {
    let texts =
        parts.iter().filter(|part| matches!(part.kind, Kind::Sequence(_) | Kind::Near { .. } | Kind::Or(_))).count();
    for anchor in anchors {
        let Anchor::Step(step @ Step { prefix: false, wanted: Wanted::Any, text }) = anchor else { continue };
        let code = if is_common(text) {
            "common-anchor"
        } else if text.is_ascii() && text.len() <= 2 {
            "short-anchor"
        } else if texts == 1 && ORDINARY.split_ascii_whitespace().any(|word| word == text) && stands_alone(parts, step)
        {
            "ordinary-word"
        } else {
            continue;
        };
        out.push(Warning { code, word: text.clone() });
    }
}

/// Whether a step is asked for as a single word, not inside a phrase.
fn stands_alone(parts: &[Node], step: &Step) -> bool {
    parts.iter().any(|part| match &part.kind {
        Kind::Sequence(sequence) => sequence.0.len() == 1 && sequence.0[0] == *step,
        Kind::Or(children) => stands_alone(children, step),
        _ => false,
    })
}

fn warn_of_words(node: &Node, out: &mut Vec<Warning>) {
    match &node.kind {
        Kind::Sequence(sequence) => {
            let words: Vec<&str> = sequence.0.iter().map(|step| step.text.as_str()).collect();
            match words[..] {
                ["and" | "or" | "not" | "near"] => {
                    out.push(Warning { code: "small-operator", word: words[0].to_owned() })
                }
                [article, name] if ARTICLES.contains(&article) => {
                    out.push(Warning { code: "article-kept", word: name.to_owned() });
                }
                _ => {}
            }
        }
        Kind::And(children) | Kind::Or(children) => children.iter().for_each(|child| warn_of_words(child, out)),
        Kind::Not(child) => warn_of_words(child, out),
        Kind::Near { .. } | Kind::Field(_) => {}
    }
}

impl Display for Warning {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let word = &self.word;
        match self.code {
            "common-anchor" => write!(f, "{word} stands in nearly every post: add a rarer word that must be there"),
            "short-anchor" => write!(f, "{word} is very short and will be found in many posts: add a word of context"),
            "ordinary-word" => {
                write!(f, "{word} is an ordinary word too: add words of context, as in {word} AND (shop OR service)")
            }
            "small-operator" => {
                write!(f, "{word} in small letters is a word to find: write {} for the operator", word.to_uppercase())
            }
            _ => write!(f, "this is found only with its article: write {word} alone to find it after any"),
        }
    }
}

impl Display for Explanation {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "query     {}", self.canonical)?;
        writeln!(f, "found by  {}", self.anchors.join(", "))?;
        for part in &self.required {
            writeln!(f, "needs     {part}")?;
        }
        for part in &self.excluded {
            writeln!(f, "leaves    {part}")?;
        }
        for warning in &self.warnings {
            writeln!(f, "warning   {warning}")?;
        }
        Ok(())
    }
}

/// French words that stand elided before a name.
const ARTICLES: [&str; 5] = ["l", "d", "qu", "jusqu", "s"];

/// Brand names that are words of daily life in one of the languages read.
const ORDINARY: &str = "\
    action always amazon ambition apple avenir bol boss bounty carrefour casino champion chance comet corona delta diesel dove \
    echo eclair elan express fox free galaxy gap giant go guess horizon hugo impact jaguar jumbo kiwi lion magnum mango mars match \
    meta mini minute mondial monster navigator next nova oasis oracle orange orchestra origine paris picnic pilot plus polo prime \
    puma quick rituals royal saga sharp shell silence smart sprite square stream subway sun target tide time total triumph visa \
    vision vogue wish";
