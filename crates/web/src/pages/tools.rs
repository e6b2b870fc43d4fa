//! Scheduling tools of one client: the channels that a key opens, each given to a brand or left alone.

use crate::pages::Shell;
use askama::Template;
use domain::id::{BrandId, OrganisationId};
use domain::publish::{Channel, Reason};
use store::{Given, ToolRow};
use words::Words;

/// The page.
#[derive(Clone, Debug, Template)]
#[template(path = "tools.html")]
pub struct ToolsPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// Whose: id, name.
    pub organisation: (i64, String),
    /// The tools that are connected, and the channels of each.
    pub tools: Vec<(ToolRow, Vec<(Channel, Given)>)>,
    /// Whom a channel may be given to: brands of every organisation that the reader configures, with both their names.
    pub brands: Vec<(OrganisationId, BrandId, String)>,
    /// What was typed and not taken: server, name.
    pub typed: (String, String),
    /// What was not done, and why.
    pub problem: Option<Problem>,
}

/// What was not done, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Somebody else of the house has the channel.
    Taken,
    /// What the tool says.
    Refused(Reason),
    /// A case holds posts there: left now, nobody would let them go.
    Holds,
    /// The pages are served without https.
    PlainHttp,
}

impl ToolsPage {
    /// Why an account or a tool does not do as it should.
    pub(crate) fn refused(&self, kept: &str) -> String {
        format!("{} {}", self.words.say("market-refused"), words::publish::kept(&self.words, kept))
    }

    pub(crate) fn told(&self) -> Option<String> {
        Some(match self.problem.as_ref()? {
            Problem::Taken => self.words.say("tool-taken"),
            Problem::Refused(why) => self.refused(&why.kept()),
            Problem::Holds => self.words.say("market-holds"),
            Problem::PlainHttp => self.words.say("market-plain-http"),
        })
    }

    /// A channel as it is shown: its name, platform and client.
    pub(crate) fn channel(&self, channel: &Channel) -> String {
        let client = channel.client.as_deref().map(|client| format!(" · {client}")).unwrap_or_default();
        format!("{} ({}){client}", channel.name, channel.platform)
    }

    /// Whose it is, in words.
    pub(crate) fn holder(&self, given: &Given) -> String {
        match given {
            Given::Nobody => self.words.say("tool-nobody"),
            Given::Taken => self.words.say("tool-taken-by"),
            Given::To { organisation, brand, .. } => {
                let mine = self.brands.iter().find(|(of, one, _)| of == organisation && Some(*one) == *brand);
                match mine {
                    Some((_, _, name)) => self.words.tell("tool-given", &[("brand", name.clone().into())]),
                    None => self.words.say("tool-given-other"),
                }
            }
        }
    }

    /// The choices of a channel: value, what it says, whether it is so now.
    pub(crate) fn choices(&self, given: &Given) -> Vec<(String, String, bool)> {
        let now = match given {
            Given::To { organisation, brand: Some(brand), .. } => Some((*organisation, *brand)),
            _ => None,
        };
        let choice = |(of, brand, name): &'_ (OrganisationId, BrandId, String)| {
            (format!("{of}-{brand}"), name.clone(), now == Some((*of, *brand)))
        };
        self.brands.iter().map(choice).collect()
    }

    /// How many channels of a tool are nobody's, and how many somebody's, in words.
    pub(crate) fn tally(&self, channels: &[(Channel, Given)]) -> String {
        let nobody = channels.iter().filter(|(_, given)| *given == Given::Nobody).count();
        let count = |n: usize| self.words.number(i64::try_from(n).unwrap_or(i64::MAX)).into();
        let given = channels.len() - nobody;
        self.words.tell("tool-tally", &[("given", count(given)), ("alone", count(nobody))])
    }
}
