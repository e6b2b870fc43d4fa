//! From a name, a town and a trade to queries: as wide as the name allows, never so wide that everybody is meant.

use super::link::{self, Link, LinkKind};
use super::trade::{TRADES, Trade};
use serde::{Deserialize, Serialize};
use text::token::fold;

/// A query to be confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposedQuery {
    /// What it asks, in the language of the `query` crate.
    pub text: String,
    /// Why it is proposed.
    pub reason: Reason,
}

/// Why a query is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The name tells by itself.
    Name,
    /// The name is an ordinary word: only near the town.
    Town,
    /// The name beside words of the trade.
    Trade,
    /// The name as a hashtag.
    Hashtag,
    /// Whoever calls the account.
    Handle,
    /// Whoever links to the site.
    Site,
}

impl Reason {
    /// The message that names the query.
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "setup-query-name",
            Self::Town => "setup-query-town",
            Self::Trade => "setup-query-trade",
            Self::Hashtag => "setup-query-hashtag",
            Self::Handle => "setup-query-handle",
            Self::Site => "setup-query-site",
        }
    }

    /// The message that says why.
    pub fn message(self) -> &'static str {
        match self {
            Self::Name => "setup-why-name",
            Self::Town => "setup-why-town",
            Self::Trade => "setup-why-trade",
            Self::Hashtag => "setup-why-hashtag",
            Self::Handle => "setup-why-handle",
            Self::Site => "setup-why-site",
        }
    }
}

/// Why a query is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QueryRefused {
    /// It cannot be read.
    #[error("the query cannot be read: {0}")]
    Unread(query::Diagnostic),
    /// It would find nearly everything.
    #[error("the query is too wide: {0}")]
    Wide(query::Warning),
}

/// Reads a query that may be proposed: one that can be read and is not found by words that stand everywhere.
///
/// # Errors
/// A query that cannot be read, or one that would match nearly everything.
pub fn checked(text: &str) -> Result<query::Query, QueryRefused> {
    let parsed = query::parse(text).map_err(QueryRefused::Unread)?;
    let wide = |warning: &query::Warning| matches!(warning.code, "common-anchor" | "short-anchor" | "ordinary-word");
    match query::explain(&parsed).warnings.into_iter().find(wide) {
        Some(warning) => Err(QueryRefused::Wide(warning)),
        None => Ok(parsed),
    }
}

const ARTICLES: &str =
    "le la les l un une des du de d the a an het de t een den der die das el los las il lo i gli o os it in";

/// What stands between the words of a name and tells nothing.
const FILLERS: &str =
    "et and en and & chez aux au a sur sous by of van von zu da do di dal del op oan fan yn te ter ten s n";

const LEGAL: &str = "sarl sas sasu eurl sa snc sci scop selarl scm asbl srl sprl sc scrl bv vof nv cv gmbh ug ag kg ohg ev ltd limited llc inc \
    plc llp sl slu spa sarls stichting";

/// Words that half the shops are called by.
const GENERAL: &str = "maison hotel cafe bar brasserie chez petit petite grand grande bon bonne nouveau nouvelle central centrale gare poste mairie \
    eglise place marche port plage mer soleil lion cheval coq cygne moulin jardin fleur atelier boutique salon cabinet clinique institut agence \
    garage ecole club cercle comptoir relais auberge ferme chateau tour pont parc lac forge fournil etoile or paris europe france \
    station markt kerk plein haven strand zee zon molen hof huis huys gouden leeuw paard zwaan kroon anker toren brug park meer dorp stad \
    centrum winkel salon house home golden lion horse swan crown anchor tower bridge park lake village city center centre station garden flower shop corner \
    hus mole kroan pleats merke haven stee tsjerke";

fn is_one_of(word: &str, list: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == word)
}

/// Whether the word says what is done, or what anybody's shop is called, and not who it is.
fn is_general(word: &str) -> bool {
    is_one_of(word, ARTICLES)
        || is_one_of(word, FILLERS)
        || is_one_of(word, GENERAL)
        || TRADES.iter().any(|trade| trade.words().any(|own| own == word))
}

/// The words of a name as written, apostrophes and hyphens separating as they do in the language of queries.
fn words(name: &str) -> Vec<String> {
    let parts = name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(str::to_owned).filter(|part| !fold(part).trim().is_empty()).collect()
}

/// A name as it is said: without its legal form and the article before it, which a post may leave out or fold into another.
struct Name {
    bare: Vec<String>,
}

impl Name {
    fn read(name: &str) -> Self {
        // Written with dots, a legal form would fall into letters.
        let undotted: Vec<String> = name
            .split_whitespace()
            .filter(|word| !is_one_of(&fold(&word.replace(['.', ','], "")), LEGAL))
            .map(str::to_owned)
            .collect();
        let mut full = words(&undotted.join(" "));
        if full.is_empty() {
            full = words(name);
        }
        full.truncate(12);
        let articles = full.iter().take_while(|word| is_one_of(&fold(word), ARTICLES)).count();
        let bare = if articles < full.len() { full[articles..].to_vec() } else { full.clone() };
        Self { bare }
    }

    /// Whether a word of it could be found without finding every text.
    fn is_anything(&self) -> bool {
        let said = |word: &String| !is_one_of(&fold(word), ARTICLES) && !is_one_of(&fold(word), FILLERS);
        self.bare.iter().any(|word| said(word) && (word.chars().count() > 1 || !word.is_ascii()))
    }

    /// Whether the name points at somebody: two words that are said together, one of them their own, or figures and letters mixed.
    fn is_telling(&self) -> bool {
        let own = self.bare.iter().filter(|word| !is_general(&fold(word)) && word.chars().count() > 2).count();
        let said = self.bare.iter().filter(|word| !is_one_of(&fold(word), ARTICLES)).count();
        own >= 1 && said >= 2
    }

    fn tag(&self) -> String {
        self.bare.concat().to_lowercase()
    }
}

/// A word, or several in a row.
fn phrase(words: &[String]) -> String {
    match words {
        [one] => one.clone(),
        several => format!("\"{}\"", several.join(" ")),
    }
}

fn any_of(parts: &[String]) -> String {
    match parts {
        [one] => one.clone(),
        several => format!("({})", several.join(" OR ")),
    }
}

/// The queries for a name: telling ones as they are, others in company of town and trade.
pub(super) fn of_name(name: &str, town: &str, trade: &Trade) -> Vec<ProposedQuery> {
    let name = Name::read(name);
    if !name.is_anything() {
        return Vec::new();
    }
    let town = words(town);
    let said = phrase(&name.bare);
    let mut found = Vec::new();
    let mut add = |reason: Reason, text: String| {
        let known = found.iter().any(|query: &ProposedQuery| query.text == text);
        if !known && checked(&text).is_ok() {
            found.push(ProposedQuery { text, reason });
        }
    };
    let telling = name.is_telling();
    if telling {
        add(Reason::Name, said);
    } else if !town.is_empty() {
        add(Reason::Town, format!("{said} NEAR/12 {}", phrase(&town)));
    }
    let core: Vec<String> = name.bare.iter().filter(|word| !is_general(&fold(word))).cloned().collect();
    let others = trade.words().filter(|word| !core.iter().any(|own| fold(own) == *word));
    // Plurals and kin: "croissant" finds "croissants".
    let beside: Vec<String> =
        others.map(|word| if word.len() >= 5 { format!("{word}*") } else { word.to_owned() }).collect();
    match (&core[..], telling) {
        // A surname beside the trade needs the town as well: there is one in every town.
        ([], _) => {}
        (core, true) if !town.is_empty() => {
            add(Reason::Trade, format!("{} NEAR/8 {} AND {}", phrase(core), any_of(&beside), phrase(&town)));
        }
        (core, false) => add(Reason::Trade, format!("{} NEAR/6 {}", phrase(core), any_of(&beside))),
        _ => {}
    }
    let tag = if telling { name.tag() } else { format!("{}{}", name.tag(), town.concat().to_lowercase()) };
    if (telling || !town.is_empty()) && tag.chars().count() >= 5 {
        add(Reason::Hashtag, format!("#{tag}"));
    }
    found
}

/// The queries for who links to, or calls, the house.
pub(super) fn of_link(link: Option<&Link>, contact: &str) -> Vec<ProposedQuery> {
    let mut found: Vec<ProposedQuery> = Vec::new();
    let mut add = |reason: Reason, text: String| {
        if found.iter().all(|query| query.text != text) && checked(&text).is_ok() {
            found.push(ProposedQuery { text, reason });
        }
    };
    if let Some(handle) = link.and_then(Link::handle).filter(|handle| handle.chars().count() >= 4) {
        add(Reason::Handle, format!("@{handle}"));
    }
    let site = link.filter(|link| link.kind == LinkKind::Site).map(|link| link.host.clone());
    for host in site.into_iter().chain(link::own_mail_host(contact)) {
        let words: Vec<String> = words(&host);
        // A host of one short word and an ending would be found in prose.
        let is_address = words.last().is_none_or(|last| last.chars().all(|c| c.is_ascii_digit()));
        if words.len() >= 2 && !is_address {
            add(Reason::Site, format!("\"{}\"", words.join(" ")));
        }
    }
    found
}

/// The hashtag without its sign, where one is proposed.
pub(super) fn tag_of(queries: &[ProposedQuery]) -> Option<&str> {
    queries.iter().find(|query| query.reason == Reason::Hashtag).and_then(|query| query.text.strip_prefix('#'))
}
