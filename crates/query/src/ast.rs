//! What a query is once read.

use std::ops::Range;

/// A query that was read and has something to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    pub(crate) root: Node,
}

impl Query {
    /// Its outermost part.
    pub fn root(&self) -> &Node {
        &self.root
    }
}

/// One part of a query and the place where it was written. Equality is of meaning: places are not compared.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it asks.
    pub kind: Kind,
    /// Where it stands in the source, in bytes.
    pub span: Range<usize>,
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

impl Eq for Node {}

/// What one part of a query asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word, a prefix, or words in a row.
    Sequence(Sequence),
    /// One of the left and one of the right, in any order, at most `distance` tokens apart.
    Near {
        /// The alternatives on the left.
        left: Vec<Sequence>,
        /// The alternatives on the right.
        right: Vec<Sequence>,
        /// How far apart, from the last token of one to the first of the other; neighbours are 1 apart.
        distance: u32,
    },
    /// A condition on what is known of the post.
    Field(Field),
    /// All of these: two or more, none of them an `And`.
    And(Vec<Node>),
    /// One of these: two or more, none of them an `Or`.
    Or(Vec<Node>),
    /// Not this, which is no `Not`.
    Not(Box<Node>),
}

/// Steps at consecutive tokens: one for a word, more for a phrase, never none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sequence(pub Vec<Step>);

/// What one token must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The folded characters.
    pub text: String,
    /// Whether the token may go on after them.
    pub prefix: bool,
    /// Which tokens count.
    pub wanted: Wanted,
}

/// Which tokens a step accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wanted {
    /// Words, hashtags, handles, and the words inside compound hashtags and handles.
    Any,
    /// Hashtags only.
    Hashtag,
    /// Handles only.
    Handle,
}

/// A condition on what is known of the post; what is unknown satisfies none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// The language, by its primary code.
    Lang(String),
    /// The source, folded.
    Source(String),
    /// The author, folded, without `@`: the whole handle, or its part before `@server`.
    Author(String),
    /// The number of followers.
    Followers(Comparison, i64),
    /// The stars given.
    Rating(Comparison, u8),
}

/// How a number is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `=`, or nothing.
    Equal,
    /// `>=`
    AtLeast,
    /// `>`
    More,
}

impl Comparison {
    /// Whether `value` stands in this relation to `bound`.
    pub fn holds<T: Ord>(self, value: T, bound: T) -> bool {
        match self {
            Self::Less => value < bound,
            Self::AtMost => value <= bound,
            Self::Equal => value == bound,
            Self::AtLeast => value >= bound,
            Self::More => value > bound,
        }
    }

    pub(crate) fn sign(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Equal => "",
            Self::AtLeast => ">=",
            Self::More => ">",
        }
    }
}
