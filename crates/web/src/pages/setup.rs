//! Setting up: five small steps before anybody has a login (the sixth is [the phone](super::phone)), and what is said where there is no way in.

use crate::auth::password::LEAST;
use crate::pages::Shell;
use crate::pages::shell::Choice;
use askama::Template;
use domain::brand::{Place, Watch};
use domain::organisation::Role;
use domain::setup::{Country, Exclusion, Fields, Opening, ProposedQuery, Size, TRADES, Trade};
use engine::setup::{Example, Step, Trouble};
use text::Language;
use words::Words;

/// There is no way in here: nobody has a login yet, or the link is over.
#[derive(Clone, Debug, Template)]
#[template(path = "setup_closed.html")]
pub struct ClosedPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// Whether somebody came by a link that is over.
    pub over: bool,
}

/// How many look after it, and in which language.
#[derive(Clone, Debug, Template)]
#[template(path = "setup_size.html")]
pub struct SizePage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// What was said.
    pub size: Size,
}

/// The five fields.
#[derive(Clone, Debug, Template)]
#[template(path = "setup_brand.html")]
pub struct FieldsPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// What was typed.
    pub fields: Fields,
    /// What is wrong: the field, and a sentence.
    pub problems: Vec<(&'static str, String)>,
}

/// What will be looked for, with examples.
#[derive(Clone, Debug, Template)]
#[template(path = "setup_proposal.html")]
pub struct ProposalPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The queries, and whether each is kept.
    pub queries: Vec<(ProposedQuery, bool)>,
    /// Examples, and what was said to each.
    pub examples: Vec<(Example, Option<bool>)>,
    /// Terms to leave out, and whether each is left out.
    pub exclusions: Vec<(Exclusion, bool)>,
    /// Sources that did not answer.
    pub troubles: Vec<Trouble>,
    /// The competitor typed.
    pub competitor: String,
    /// The country told or expected.
    pub country: Country,
    /// Whether it is only expected.
    pub expected: bool,
    /// The languages of its customers.
    pub languages: Vec<Language>,
    /// When it is usually open.
    pub opening: Opening,
    /// Accounts of the house, one a line.
    pub own_accounts: String,
    /// What is wrong, in sentences.
    pub problems: Vec<String>,
}

/// Where customers talk.
#[derive(Clone, Debug, Template)]
#[template(path = "setup_places.html")]
pub struct PlacesPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The places.
    pub places: Vec<Place>,
    /// Names of the sources that will be listened to.
    pub sources: Vec<String>,
    /// What is wrong, in sentences.
    pub problems: Vec<String>,
}

/// The login.
#[derive(Clone, Debug, Template)]
#[template(path = "setup_account.html")]
pub struct AccountPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The address typed, or told before.
    pub email: String,
    /// The name typed.
    pub name: String,
    /// Whether there are more clients than this one.
    pub agency: bool,
    /// For whom somebody else made the link: the organisation's name, and what they will be there.
    pub invited: Option<(String, Role)>,
    /// What is wrong, in sentences.
    pub problems: Vec<String>,
}

/// A day of the week in short, 1 is Monday.
pub(crate) fn weekday(words: &Words, day: u8) -> String {
    // 1970-01-05 was one. Noon by the reader's clock, whatever that is.
    let date = jiff::civil::date(1970, 1, 4).saturating_add(jiff::Span::new().days(i64::from(day)));
    let at = date.at(12, 0, 0, 0).to_zoned(words.zone().clone());
    words.short_day(at.map_or(jiff::Timestamp::UNIX_EPOCH, |at| at.timestamp())).to_owned()
}

/// "Step 2 of 6": one is left when everything is answered, the test on the phone.
pub(crate) fn progress(words: &Words, step: Step) -> String {
    let at = Step::ALL.iter().position(|known| *known == step).unwrap_or(0);
    progress_at(words, at)
}

/// The same of the last step.
pub(crate) fn last_step(words: &Words) -> String {
    progress_at(words, Step::ALL.len())
}

fn progress_at(words: &Words, before: usize) -> String {
    let all = Step::ALL.len() as i64 + 1;
    words.tell("setup-step", &[("count", (before as i64 + 1).into()), ("all", all.into())])
}

impl SizePage {
    pub(crate) fn progress(&self) -> String {
        progress(&self.words, Step::Size)
    }

    pub(crate) fn sizes(&self) -> [(&'static str, String, String, bool); 3] {
        Size::ALL.map(|size| {
            let (name, hint) = match size {
                Size::Solo => ("size-solo", "size-solo-hint"),
                Size::Team => ("size-team", "size-team-hint"),
                Size::Agency => ("size-agency", "size-agency-hint"),
            };
            (size.code(), self.words.say(name), self.words.say(hint), size == self.size)
        })
    }
}

impl FieldsPage {
    pub(crate) fn progress(&self) -> String {
        progress(&self.words, Step::Brand)
    }

    /// The trades as the language sorts them, what fits nothing at the end.
    pub(crate) fn trades(&self) -> Vec<Choice> {
        let choice = |trade: &domain::setup::Trade| Choice {
            value: trade.code.to_owned(),
            label: self.words.say(trade.label),
            chosen: trade.code == self.fields.trade,
        };
        let mut trades: Vec<Choice> = TRADES.iter().map(choice).collect();
        trades.sort_by_key(|trade| (trade.value == Trade::OTHER, text::token::fold(&trade.label)));
        trades
    }

    pub(crate) fn is_wrong(&self, field: &str) -> bool {
        self.problems.iter().any(|(wrong, _)| *wrong == field)
    }
}

impl ProposalPage {
    pub(crate) fn progress(&self) -> String {
        progress(&self.words, Step::Proposal)
    }

    pub(crate) fn countries(&self) -> Vec<Choice> {
        let choice = |country: Country| Choice {
            value: country.code().to_owned(),
            label: self.words.say(country.label()),
            chosen: country == self.country,
        };
        Country::all().map(choice).collect()
    }

    pub(crate) fn languages_line(&self) -> String {
        let names: Vec<String> = self.languages.iter().map(|l| crate::pages::show::language(&self.words, l)).collect();
        self.words.name("setup-languages", &names.join(", "))
    }

    pub(crate) fn opening_line(&self) -> String {
        let day = |n: u8| weekday(&self.words, n);
        let (from, until) = self.opening.clocks();
        let said = format!("{}–{}, {from}–{until}", day(self.opening.first_day), day(self.opening.last_day));
        self.words.name("setup-opening", &said)
    }

    pub(crate) fn holds_line(&self, exclusion: &Exclusion) -> String {
        self.words.count("setup-exclusion-holds", exclusion.holds as i64)
    }
}

impl PlacesPage {
    pub(crate) fn progress(&self) -> String {
        progress(&self.words, Step::Places)
    }

    pub(crate) fn watch_choices(&self, watch: &Watch) -> [(&'static str, String, bool); 3] {
        crate::pages::brand::watch_choices(&self.words, *watch)
    }
}

impl AccountPage {
    pub(crate) fn progress(&self) -> String {
        progress(&self.words, Step::Account)
    }

    pub(crate) fn invitation(&self) -> Option<String> {
        let (organisation, role) = self.invited.as_ref()?;
        let role = words::plan::house_role(&self.words, *role);
        let args = [("what", organisation.as_str().into()), ("role", role.as_str().into())];
        Some(self.words.tell("invited-to", &args))
    }

    pub(crate) fn password_hint(&self) -> String {
        self.words.tell("setup-password-hint", &[("least", (LEAST as i64).into())])
    }
}
