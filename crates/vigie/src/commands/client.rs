//! One organisation to set up from the command line: by flags, or by a line of a table.

use super::{Setting, user, waking};
use crate::cli::Init;
use crate::output;
use domain::organisation::{Organisation, Role};
use domain::setup::{Country, FieldError, Fields, Proposal, Servers, Size, TRADES, propose};
use engine::setup::{Answers, Example, Made};
use engine::world::World;
use serde::{Deserialize, Serialize};
use std::io::{BufRead, Read};
use words::Locale;

/// Most bytes that are read of what somebody answers.
const ANSWERS: u64 = 4_096;

/// What is said of a client; empty where nothing is.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Client {
    pub organisation: String,
    pub email: String,
    pub name: String,
    pub locale: String,
    pub size: String,
    pub brand: String,
    pub town: String,
    pub trade: String,
    pub link: String,
    pub contact: String,
    pub competitor: String,
    pub country: String,
    pub zone: String,
    /// Codes, separated by blanks.
    pub language: String,
}

/// Something that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Where: the flag or the column.
    pub column: &'static str,
    /// Why.
    pub why: String,
}

/// A client that can be made.
pub struct Planned {
    client: Client,
    locale: Locale,
    answers: Answers,
    proposal: Option<Proposal>,
}

/// What was made of a client.
#[derive(Debug, Serialize)]
pub struct Ready {
    /// The organisation's id.
    pub organisation: i64,
    /// Its name.
    pub name: String,
    /// The owner's login.
    pub email: String,
    /// The password, where one was made up.
    pub password: Option<String>,
    /// Whether anything is new.
    pub changed: bool,
    /// The country that was only expected, by the language of the pages: nothing that was given tells it.
    pub expected_country: Option<&'static str>,
    #[serde(flatten)]
    pub made: Made,
}

impl Client {
    /// The names of the columns, and what stands in them.
    pub fn columns(&mut self) -> [(&'static str, &mut String); 14] {
        [
            ("organisation", &mut self.organisation),
            ("email", &mut self.email),
            ("name", &mut self.name),
            ("locale", &mut self.locale),
            ("size", &mut self.size),
            ("brand", &mut self.brand),
            ("town", &mut self.town),
            ("trade", &mut self.trade),
            ("link", &mut self.link),
            ("contact", &mut self.contact),
            ("competitor", &mut self.competitor),
            ("country", &mut self.country),
            ("zone", &mut self.zone),
            ("language", &mut self.language),
        ]
    }

    /// The client that the flags describe.
    pub fn of(asked: &Init, organisation: String, email: String, name: String) -> Self {
        let said = |text: &Option<String>| text.clone().unwrap_or_default();
        let brand = &asked.brand;
        Self {
            organisation,
            email,
            name,
            locale: asked.locale.clone(),
            zone: said(&asked.zone),
            size: said(&brand.size),
            brand: said(&brand.brand),
            town: said(&brand.town),
            trade: said(&brand.trade),
            link: said(&brand.link),
            contact: said(&brand.contact),
            competitor: said(&brand.competitor),
            country: said(&brand.country),
            language: brand.languages.join(" "),
        }
    }

    /// Takes from the base what was left empty.
    pub fn over(mut self, base: &Self) -> Self {
        let mut base = base.clone();
        for ((_, own), (_, usual)) in self.columns().into_iter().zip(base.columns()) {
            if own.is_empty() {
                *own = std::mem::take(usual);
            }
        }
        self
    }

    /// Whether anything is said of a brand.
    fn has_brand(&self) -> bool {
        let said = [&self.size, &self.brand, &self.town, &self.trade, &self.link, &self.contact, &self.competitor];
        said.into_iter().any(|text| !text.is_empty())
    }

    /// Checks it, and proposes a watch where a brand is described; makes nothing.
    ///
    /// # Errors
    /// All that cannot be used.
    pub fn planned(self, servers: &Servers) -> Result<Planned, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let mut refuse = |column: &'static str, why: String| wrong.push(Wrong { column, why });
        if let Err(why) = domain::name::checked(&self.organisation) {
            refuse("organisation", why.to_string());
        }
        if !domain::mail::is_address(self.email.trim()) {
            refuse("email", format!("`{}` is no address that mail can reach, as name@example.org", self.email));
        }
        let locale = Locale::from_code(&self.locale);
        if locale.is_none() {
            refuse("locale", format!("`{}` is not a language of the pages: fr, en, fy, nl", self.locale));
        }
        let size = if self.size.is_empty() { Some(Size::Solo) } else { Size::from_code(&self.size) };
        if size.is_none() {
            refuse("size", format!("`{}` is not solo, team or agency", self.size));
        }
        if !self.country.is_empty() && Country::from_code(&self.country).is_none() {
            let known: Vec<&str> = Country::all().map(Country::code).collect();
            refuse("country", format!("`{}` is not one of {}", self.country, known.join(" ")));
        }
        let mut languages = Vec::new();
        for code in self.language.split_whitespace() {
            match text::Language::from_code(code).filter(|language| *language != text::Language::Unknown) {
                Some(language) => languages.push(language),
                None => {
                    refuse("language", format!("`{code}` is not a language that is read: fr en fy nl de es it pt af"))
                }
            }
        }
        let or = |text: &str, usual: &str| if text.is_empty() { usual.to_owned() } else { text.to_owned() };
        let fields = Fields {
            name: or(&self.brand, &self.organisation),
            town: self.town.clone(),
            trade: or(&self.trade, "other"),
            link: self.link.clone(),
            contact: self.contact.clone(),
            competitor: self.competitor.clone(),
            country: Country::from_code(&self.country),
            zone: Some(self.zone.clone()).filter(|zone| !zone.is_empty()),
            languages,
        };
        let proposal = match self.has_brand() {
            true => propose(&fields, &self.locale, servers).map_err(|all| {
                for error in all {
                    refuse(column(error), why(error, &fields));
                }
            }),
            false => Err(()),
        };
        match (locale, size) {
            (Some(locale), Some(size)) if wrong.is_empty() => {
                let answers = Answers { size, locale: locale.code().to_owned(), fields, ..Answers::default() };
                Ok(Planned { client: self, locale, answers, proposal: proposal.ok() })
            }
            _ => Err(wrong),
        }
    }
}

/// The column of a field: the brand's name has another than the owner's.
fn column(error: FieldError) -> &'static str {
    match error.field() {
        "name" => "brand",
        other => other,
    }
}

fn why(error: FieldError, fields: &Fields) -> String {
    match error {
        FieldError::Trade => {
            let known: Vec<&str> = TRADES.iter().map(|trade| trade.code).collect();
            format!("`{}` is not one of {}", fields.trade, known.join(" "))
        }
        other => other.to_string(),
    }
}

impl Planned {
    /// Looks for posts that the proposed queries find and asks of each whether it is about the brand; what is not is left out from then on.
    ///
    /// # Errors
    /// The store's, or the terminal's.
    pub async fn ask(&mut self, world: &World, setting: &Setting) -> anyhow::Result<()> {
        let Some(proposal) = &self.proposal else { return Ok(()) };
        let asks = connect::http::Client::new(setting.config.contact.as_deref());
        let texts: Vec<String> = proposal.queries.iter().map(|query| query.text.clone()).collect();
        let found =
            engine::setup::examples(world, &asks, None, &texts, &proposal.own_accounts, &proposal.sources).await?;
        for trouble in &found.troubles {
            output::aside(format!("{}: {}", output::tame(&trouble.source), output::tame(&trouble.why)));
        }
        self.answers.said = said(&found.examples)?;
        self.answers.found = Some(found);
        let learnt = self.answers.learnt(proposal, &text::Reader::new()?);
        self.answers.exclusions = learnt.into_iter().map(|exclusion| exclusion.term).collect();
        Ok(())
    }

    /// Makes what is missing: the organisation, its owner, the brand and what goes with it.
    ///
    /// # Errors
    /// The store's, or a password that cannot be used.
    pub async fn make(self, world: &World, setting: &Setting) -> anyhow::Result<Ready> {
        let client = &self.client;
        let name = domain::name::checked(&client.organisation)?;
        let known = world.store.organisations().await?.into_iter().find(|o| o.name == name);
        let is_new = known.is_none();
        let organisation = match known {
            Some(known) => known,
            None => world.store.create_organisation(&name, world.clock.now()).await?,
        };
        let zone = self.proposal.as_ref().map_or_else(|| self.zone(), |proposal| proposal.zone.clone());
        let (owner_is_new, password) = self.owner(world, &organisation, &zone).await?;
        // Made here, so that `serve` has nothing to write before it listens.
        waking::secret(world).await?;
        let mut made = Made::default();
        let expected = self.proposal.as_ref().filter(|proposal| proposal.country_expected);
        let expected_country = expected.map(|proposal| proposal.country.code());
        if let Some(proposal) = self.proposal {
            let mut chosen = self.answers.chosen(proposal);
            if !engine::setup::is_done(world, &organisation, &chosen.brand).await? {
                let asks = connect::http::Client::new(setting.config.contact.as_deref());
                chosen.sources = engine::setup::answering(world, &asks, chosen.sources).await;
                made = engine::setup::open(world, &organisation, &chosen).await?;
            }
        }
        Ok(Ready {
            organisation: organisation.id.0,
            name: organisation.name,
            email: client.email.to_lowercase(),
            password,
            changed: is_new || owner_is_new || made != Made::default(),
            expected_country,
            made,
        })
    }

    fn zone(&self) -> String {
        if self.client.zone.is_empty() { "Europe/Paris".to_owned() } else { self.client.zone.clone() }
    }

    /// The owner's login, unless they are a member already, as whatever; whether it is new, and the password that was made up.
    async fn owner(
        &self,
        world: &World,
        organisation: &Organisation,
        zone: &str,
    ) -> anyhow::Result<(bool, Option<String>)> {
        let client = &self.client;
        if let Some((person, _)) = world.store.person_by_email(&client.email).await? {
            let members = world.store.members(organisation.id, world.clock.now()).await?;
            if members.iter().any(|(member, _)| member.id == person.id) {
                return Ok((false, None));
            }
        }
        let local = client.email.split('@').next().unwrap_or_default();
        let name = if client.name.is_empty() { local } else { &client.name };
        let login = user::Login { email: &client.email, name, locale: self.locale.code(), zone };
        Ok((true, user::create(world, organisation, login, Role::Owner).await?))
    }
}

/// What somebody says to each example: yes, no, or anything else for nothing. Where nobody answers any more, nothing is said to the rest.
fn said(examples: &[Example]) -> std::io::Result<Vec<Option<bool>>> {
    let mut answers = std::io::stdin().lock().take(ANSWERS);
    let mut said = Vec::new();
    for (n, example) in examples.iter().enumerate() {
        let author = example.sample.author.as_deref().unwrap_or("?");
        output::aside(format!(
            "{}/{} {} · {}",
            n + 1,
            examples.len(),
            output::tame(&example.source),
            output::tame(author)
        ));
        output::aside(format!("  {}", output::tame(&example.sample.text)));
        output::aside("  is this you? [y/n]");
        let mut line = String::new();
        answers.read_line(&mut line)?;
        said.push(match line.trim() {
            "y" | "yes" => Some(true),
            "n" | "no" => Some(false),
            _ => None,
        });
    }
    Ok(said)
}

impl Ready {
    /// What was made, a line each.
    pub fn lines(&self) -> Vec<String> {
        let all = [("brand", &self.made.brands), ("query", &self.made.queries), ("source", &self.made.sources)];
        let mut lines: Vec<String> =
            all.into_iter().flat_map(|(what, made)| made.iter().map(move |one| format!("  {what}\t{one}"))).collect();
        if let Some(country) = self.expected_country.filter(|_| self.changed) {
            lines.push(format!(
                "  country\t{country} is only a guess, by the language of the pages: law, news and hours follow it; say which with `country`"
            ));
        }
        lines
    }
}
