//! Setting up a brand: from five fields to everything a watch needs, to be looked at and confirmed. Pure.
//!
//! - [`propose`]: queries, own accounts, languages, country, zone, opening hours, places, sources, a competitor.
//! - [`Profile`]: what is kept of it beside the brand, and how it changes.
//! - [`exclude`]: from "is this you? yes / no" to what is left out.

mod country;
mod exclude;
mod link;
mod profile;
mod queries;
mod sources;
mod trade;

pub use country::Country;
pub use exclude::{Exclusion, Sample, exclude, holds, with_exclusions};
pub use link::{Link, LinkError, LinkKind};
pub use profile::{Profile, ProfileChange, ProfileError};
pub use queries::{ProposedQuery, QueryRefused, Reason, checked};
pub use sources::{ProposedSource, Servers};
pub use trade::{Label, Opening, Spot, TRADES, Trade};

use crate::brand::Watch;
use crate::name::NameError;
use serde::{Deserialize, Serialize};
use text::Language;

/// How many look after it: decides what is shown at first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Size {
    /// One person, one brand: only what is needed.
    #[default]
    Solo,
    /// Several people.
    Team,
    /// Many clients.
    Agency,
}

impl Size {
    /// Every size.
    pub const ALL: [Self; 3] = [Self::Solo, Self::Team, Self::Agency];

    /// The name in data and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Solo => "solo",
            Self::Team => "team",
            Self::Agency => "agency",
        }
    }

    /// Reads a [`Size::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.code() == code)
    }
}

/// What somebody says of their brand: five fields, and what may be left to be told from them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Fields {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub town: String,
    /// The code of its trade.
    pub trade: String,
    /// Its site or a profile of its own.
    pub link: String,
    /// A phone number or an e-mail address.
    pub contact: String,
    /// A competitor, watched beside it.
    pub competitor: String,
    /// The country whose law applies, where it was said.
    pub country: Option<Country>,
    /// The IANA zone, where it was said.
    pub zone: Option<String>,
    /// The languages of its customers, where they were said.
    pub languages: Vec<Language>,
}

/// A field that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FieldError {
    /// The name.
    #[error("the name of the brand: {0}")]
    Name(NameError),
    /// The town.
    #[error("the town: {0}")]
    Town(NameError),
    /// The trade.
    #[error("this is no trade of the list")]
    Trade,
    /// The link.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// Phone or e-mail.
    #[error("the contact is neither a phone number nor an e-mail address")]
    Contact,
    /// The competitor.
    #[error("the name of the competitor: {0}")]
    Competitor(NameError),
    /// The zone.
    #[error("this is not a time zone such as Europe/Paris")]
    Zone,
    /// The name alone would find half the world.
    #[error("the name is a word that everybody uses: say the town as well, or give a link")]
    Common,
}

impl FieldError {
    /// The field it is about, as forms and tables call it.
    pub fn field(self) -> &'static str {
        match self {
            Self::Name(_) | Self::Common => "name",
            Self::Town(_) => "town",
            Self::Trade => "trade",
            Self::Link(_) => "link",
            Self::Contact => "contact",
            Self::Competitor(_) => "competitor",
            Self::Zone => "zone",
        }
    }

    /// The message that says so to whoever fills in the form.
    pub fn message(self) -> &'static str {
        match self {
            Self::Name(NameError::Empty) => "name-problem-empty",
            Self::Name(_) | Self::Town(_) | Self::Competitor(_) => "name-problem",
            Self::Trade => "setup-problem-trade",
            Self::Link(_) => "setup-problem-link",
            Self::Contact => "setup-problem-contact",
            Self::Zone => "setup-problem-zone",
            Self::Common => "setup-problem-common",
        }
    }
}

/// Everything a watch needs, to be confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proposal {
    /// The brand's name as kept.
    pub name: String,
    /// Its queries; one at least.
    pub queries: Vec<ProposedQuery>,
    /// Accounts that speak for it.
    pub own_accounts: Vec<String>,
    /// The country whose law applies.
    pub country: Country,
    /// Whether the country is only expected: to be asked.
    pub country_expected: bool,
    /// Its IANA zone.
    pub zone: String,
    /// The languages of its customers.
    pub languages: Vec<Language>,
    /// The code of its trade; nothing where it fits none of the list.
    pub trade: Option<String>,
    /// When it is usually open.
    pub opening: Opening,
    /// Where its customers talk.
    pub places: Vec<(Spot, Watch)>,
    /// Sources that need no key.
    pub sources: Vec<ProposedSource>,
    /// A competitor, with the queries for its name.
    pub competitor: Option<(String, Vec<ProposedQuery>)>,
    /// The telephone, where that was the contact.
    pub phone: Option<String>,
}

/// Proposes all that can be told from the fields. `locale` is the language of the pages, which is asked last: only where neither phone nor
/// link nor town tells the country.
///
/// # Errors
/// Every field that cannot be used, in their order.
pub fn propose(fields: &Fields, locale: &str, servers: &Servers) -> Result<Proposal, Vec<FieldError>> {
    let (name, trade, link) = checked_fields(fields)?;
    let mut queries = queries::of_name(&name, &fields.town, trade);
    queries.extend(queries::of_link(link.as_ref(), &fields.contact));
    if queries.is_empty() {
        return Err(vec![FieldError::Common]);
    }
    let told = fields.country.or_else(|| country::told(&fields.contact, link.as_ref(), &fields.town));
    let country = told.unwrap_or_else(|| Country::expected_of(locale));
    let languages = match &fields.languages[..] {
        [] => country::languages(country, &fields.contact, link.as_ref(), &fields.town),
        said => said.to_vec(),
    };
    let telling = queries.iter().any(|query| query.reason == Reason::Name);
    let town = fields.town.trim();
    let mut sources = sources::of(&name, town, &queries, telling, (country, &languages), link.as_ref(), servers);
    let competitor = Some(fields.competitor.trim()).filter(|name| !name.is_empty());
    // Calm that nobody listened for would be compared with ours.
    sources.extend(competitor.into_iter().flat_map(|other| sources::news(other, town, (country, &languages), servers)));
    Ok(Proposal {
        own_accounts: link.as_ref().map(Link::accounts).unwrap_or_default(),
        zone: fields.zone.clone().unwrap_or_else(|| country.zone().to_owned()),
        places: places(trade, &sources),
        trade: (trade.code != Trade::OTHER).then(|| trade.code.to_owned()),
        opening: trade.opening,
        competitor: competitor.map(|other| (other.to_owned(), queries::of_name(other, &fields.town, trade))),
        country_expected: told.is_none(),
        phone: Some(fields.contact.trim()).filter(|said| !said.is_empty() && !said.contains('@')).map(str::to_owned),
        name,
        queries,
        country,
        languages,
        sources,
    })
}

fn checked_fields(fields: &Fields) -> Result<(String, &'static Trade, Option<Link>), Vec<FieldError>> {
    let optional = |text: &str| if text.trim().is_empty() { Ok(()) } else { crate::name::checked(text).map(|_| ()) };
    let name = crate::name::checked(&fields.name).map_err(FieldError::Name);
    let town = optional(&fields.town).map_err(FieldError::Town);
    let trade = Trade::from_code(&fields.trade).ok_or(FieldError::Trade);
    let link = Link::read(&fields.link).map_err(FieldError::from);
    let contact = if is_contact(fields.contact.trim()) { Ok(()) } else { Err(FieldError::Contact) };
    let competitor = optional(&fields.competitor).map_err(FieldError::Competitor);
    let zone = match &fields.zone {
        Some(zone) if jiff::tz::TimeZone::get(zone).is_err() => Err(FieldError::Zone),
        _ => Ok(()),
    };
    match (name, town, trade, link, contact, competitor, zone) {
        (Ok(name), Ok(()), Ok(trade), Ok(link), Ok(()), Ok(()), Ok(())) => Ok((name, trade, link)),
        (name, town, trade, link, contact, competitor, zone) => {
            let all = [name.err(), town.err(), trade.err(), link.err(), contact.err(), competitor.err(), zone.err()];
            Err(all.into_iter().flatten().collect())
        }
    }
}

/// Nothing, an address that mail can reach, or six digits or more.
fn is_contact(contact: &str) -> bool {
    let plain = contact.len() <= 254 && !contact.chars().any(char::is_control);
    let mail = crate::mail::is_address(contact);
    let digits = contact.chars().filter(char::is_ascii_digit).count();
    let phone = (6..=15).contains(&digits)
        && contact.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "+-./()".contains(c));
    plain && (contact.is_empty() || mail || phone)
}

/// The places of the trade: watched where one of the sources looks there.
fn places(trade: &Trade, sources: &[ProposedSource]) -> Vec<(Spot, Watch)> {
    let mut places: Vec<(Spot, Watch)> = trade.spots.iter().map(|spot| (*spot, Watch::NotWatched)).collect();
    let sure = |kind: &str| sources.iter().any(|source| source.kind == kind && !source.guessed);
    if sure("feed") {
        places.retain(|(spot, _)| *spot != Spot::LocalPress);
        places.push((Spot::LocalPress, Watch::Watched));
    }
    if sure("mastodon") {
        places.push((Spot::Mastodon, Watch::Watched));
    }
    places
}
