//! What somebody answered so far, step by step; kept between the steps and resumed.

use super::{Chosen, Found, Invited, named, spot_name};
use domain::brand::{Place, Watch};
use domain::setup::{
    Exclusion, FieldError, Fields, Proposal, ProposedQuery, Reason, Sample, Servers, Size, Spot, Trade, exclude,
    propose, with_exclusions,
};
use serde::{Deserialize, Serialize};
use text::Reader;
use words::Locale;

/// The steps of a set-up, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    /// How many look after it, and in which language.
    #[default]
    Size,
    /// The five fields.
    Brand,
    /// What will be looked for, with examples.
    Proposal,
    /// Where customers talk.
    Places,
    /// The login.
    Account,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 5] = [Self::Size, Self::Brand, Self::Proposal, Self::Places, Self::Account];

    /// The name in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Size => "size",
            Self::Brand => "brand",
            Self::Proposal => "proposal",
            Self::Places => "places",
            Self::Account => "account",
        }
    }

    /// Reads a [`Step::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.code() == code)
    }

    /// The step after it; the last stays.
    pub fn next(self) -> Self {
        Self::ALL.into_iter().find(|step| *step > self).unwrap_or(self)
    }
}

/// What was answered so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// The furthest step that is open.
    pub reached: Step,
    /// How many look after it.
    pub size: Size,
    /// The language of the pages; empty until it was chosen.
    pub locale: String,
    /// The five fields and what goes with them.
    pub fields: Fields,
    /// Examples found for these fields; `None` until somebody looked.
    pub found: Option<Found>,
    /// What was said to each example: ours, not ours, nothing.
    pub said: Vec<Option<bool>>,
    /// Texts of proposed queries that were refused.
    pub refused: Vec<String>,
    /// Terms to leave out.
    pub exclusions: Vec<String>,
    /// Accounts that speak for the brand, where they were corrected.
    pub own_accounts: Option<Vec<String>>,
    /// Where customers talk, once it was said.
    pub places: Option<Vec<Place>>,
    /// What somebody is invited to: then nothing is set up, and only a login is asked for.
    pub invited: Option<Invited>,
}

impl Answers {
    /// New fields: what was found and said for others is forgotten.
    pub fn describe(&mut self, fields: Fields) {
        if fields != self.fields {
            let Answers { size, locale, reached, .. } = std::mem::take(self);
            *self = Self { size, locale, reached, fields, ..Self::default() };
        }
    }

    /// What is proposed for the fields.
    ///
    /// # Errors
    /// Fields that cannot be used.
    pub fn proposal(&self, servers: &Servers) -> Result<Proposal, Vec<FieldError>> {
        let mut proposal = propose(&self.fields, &self.locale, servers)?;
        if let Some(found) = &self.found {
            proposal.sources.retain(|source| !source.guessed || found.heard.contains(&source.settings));
        }
        if let Some(own) = &self.own_accounts {
            proposal.own_accounts.clone_from(own);
        }
        Ok(proposal)
    }

    /// The proposed queries that were not refused; all where every one was.
    pub fn kept<'p>(&self, proposal: &'p Proposal) -> Vec<&'p ProposedQuery> {
        let kept: Vec<_> = proposal.queries.iter().filter(|query| !self.refused.contains(&query.text)).collect();
        if kept.is_empty() { proposal.queries.iter().collect() } else { kept }
    }

    /// What could be left out, learnt from the examples that were answered.
    pub fn learnt(&self, proposal: &Proposal, reader: &Reader) -> Vec<Exclusion> {
        let said = |what: bool| -> Vec<Sample> {
            let examples = self.found.iter().flat_map(|found| &found.examples).zip(&self.said);
            examples.filter(|(_, said)| **said == Some(what)).map(|(example, _)| example.sample.clone()).collect()
        };
        let (yes, no) = (said(true), said(false));
        let kept: Vec<String> = self.kept(proposal).into_iter().map(|query| format!("({})", query.text)).collect();
        let Ok(query) = query::parse(&kept.join(" OR ")) else { return Vec::new() };
        let trade = Trade::from_code(&self.fields.trade);
        let mut stay: Vec<&str> = trade.into_iter().flat_map(Trade::words).collect();
        stay.push(&self.fields.town);
        exclude(&query, &stay, &yes, &no, reader)
    }

    /// What is made of it in the end, in the language of the pages.
    pub fn chosen(&self, proposal: Proposal) -> Chosen {
        let locale = Locale::from_code(&self.locale).unwrap_or(Locale::En);
        let narrowed = |query: &ProposedQuery| {
            // Who calls the account or links to the site means it.
            let sure = matches!(query.reason, Reason::Handle | Reason::Site);
            let terms = if sure { &[][..] } else { &self.exclusions };
            // What is too wide with its exclusions stays as it was proposed.
            let text = with_exclusions(&query.text, terms).unwrap_or_else(|_| query.text.clone());
            ProposedQuery { text, reason: query.reason }
        };
        let queries: Vec<ProposedQuery> = self.kept(&proposal).into_iter().map(narrowed).collect();
        let own_site = proposal.sources.iter().any(|source| source.bound);
        let mut chosen = Chosen::all_of(proposal, self.size, locale);
        chosen.queries = named(&queries, locale);
        if let Some(places) = &self.places {
            chosen.places.clone_from(places);
        } else if own_site {
            chosen.places.push(Place { name: spot_name(Spot::OwnSite, locale), watch: Watch::Watched });
        }
        chosen
    }
}
