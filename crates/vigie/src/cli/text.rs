//! `vigie text …`: the reader and the wording check, as filters.

use super::PlanLanguage;
use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub enum Text {
    /// One text a line on standard input, one reading (JSON) a line on standard output
    Read,
    /// Checks the wording of a reply on standard input: what may make things worse, with its words; ends with 1 where something says stop, with 3
    /// in a language that is not read here
    Wording(Box<TextWording>),
}

#[derive(Debug, Args)]
pub struct TextWording {
    /// The language it should be in, and what is found is told in; without it, that of the post, or its own
    #[arg(long, value_enum)]
    pub language: Option<PlanLanguage>,
    /// What sort of text it is
    #[arg(long, value_enum, default_value = "reply")]
    pub kind: TextKind,
    /// The post it answers
    #[arg(long, value_name = "POST")]
    pub to: Option<String>,
    /// It goes to one person only
    #[arg(long)]
    pub private: bool,
    /// Whether the house is responsible
    #[arg(long, value_enum, default_value = "unclear")]
    pub responsible: TextResponsible,
    /// The case no longer grows: what may be offered in public is not held back
    #[arg(long)]
    pub late: bool,
    /// Something that is known for certain; may be given again
    #[arg(long = "fact", value_name = "FACT")]
    pub facts: Vec<String>,
    /// A name, an address or a number that may appear; may be given again
    #[arg(long = "may", value_name = "NAME")]
    pub may: Vec<String>,
    /// A name that may not; may be given again
    #[arg(long = "may-not", value_name = "NAME")]
    pub may_not: Vec<String>,
    /// An earlier reply; may be given again
    #[arg(long = "earlier", value_name = "REPLY")]
    pub earlier: Vec<String>,
    /// At most so many characters
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
}

/// What sort of text is checked.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum TextKind {
    /// To one post
    Reply,
    /// To everybody
    Statement,
    /// To everybody, before much is known
    Holding,
}

/// Whether the house is responsible for what happened.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum TextResponsible {
    /// Established
    Yes,
    /// Nobody knows yet
    Unclear,
    /// It is not
    No,
}
