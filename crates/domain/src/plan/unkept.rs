//! What holds where nobody kept a plan: the deadlines of the plan that ships for the size; the owner leads, and who may lead releases.

use super::model::{Approval, Clock, Item, Person, Plan, RoleOf, Said};
use super::read::read;
use super::shipped::{Kind, shipped};
use super::source::At;
use crate::id::PersonId;
use crate::organisation::{self, Right, Role};
use crate::setup::{Country, Size};
use jiff::tz::TimeZone;
use std::collections::BTreeMap;
use text::Language;

/// The role that all of it names.
const LEAD: &str = "lead";

/// What is known of an organisation beside a plan.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// How many look after it.
    pub size: Size,
    /// The name of the brand.
    pub brand: String,
    /// The number that its public calls, as its set-up says it.
    pub phone: Option<String>,
    /// The country whose law applies.
    pub country: Option<Country>,
    /// The IANA zone in which its hours are meant.
    pub zone: Option<String>,
}

/// The plan of an organisation that kept none, and who of the team its people are. In a team two see a text: of those who may lead each releases what another
/// wrote; alone one releases one's own.
pub fn unkept(known: &Known, team: &[(organisation::Person, Role)]) -> (Plan, BTreeMap<String, PersonId>) {
    let work = |(_, role): &&(organisation::Person, Role)| role.may(Right::Triage);
    let id = |person: &organisation::Person| format!("member-{}", person.id.0);
    let people: Vec<Item<Person>> =
        team.iter().filter(work).map(|(person, _)| item(&id(person), somebody(person))).collect();
    let mut leads: Vec<_> = team.iter().filter(|(_, role)| matches!(role, Role::Owner | Role::Lead)).collect();
    // Who owns it leads, and after them whoever was called a lead.
    leads.sort_by_key(|(_, role)| *role);
    let lead = RoleOf { people: leads.iter().map(|(person, _)| said(id(person))).collect() };
    let approvals = match known.size {
        Size::Solo => Vec::new(),
        Size::Team | Size::Agency => {
            vec![item("all", Approval { any: vec![said(LEAD.to_owned())], ..Approval::default() })]
        }
    };
    let blanks = [
        ("brand", Some(known.brand.clone())),
        ("phone", known.phone.clone()),
        ("emergency", known.country.map(|country| country.emergency().to_owned())),
    ];
    let plan = Plan {
        zone: known.zone.as_ref().and_then(|zone| TimeZone::get(zone).ok()),
        blanks: blanks.into_iter().filter_map(|(name, said)| Some((name.to_owned(), said?))).collect(),
        people,
        roles: vec![item(LEAD, lead)],
        clocks: clocks(known.size),
        approvals,
        ..Plan::default()
    };
    (plan, team.iter().filter(work).map(|(person, _)| (id(person), person.id)).collect())
}

/// The deadlines of the plan that ships for a size; whoever leads keeps each.
fn clocks(size: Size) -> Vec<Item<Clock>> {
    let kind = match size {
        Size::Solo => Kind::Shop,
        Size::Team => Kind::Brand,
        Size::Agency => Kind::Agency,
    };
    let ships = shipped(kind, Language::En).map(|text| read(text, None).0.clocks).unwrap_or_default();
    let ours = |clock: Clock| Clock { owner: Some(said(LEAD.to_owned())), fallback: None, ..clock };
    ships.into_iter().map(|clock| Item { body: ours(clock.body), ..clock }).collect()
}

fn somebody(person: &organisation::Person) -> Person {
    Person { name: person.name.clone(), email: Some(person.email.clone()), ..Person::default() }
}

fn said<T>(value: T) -> Said<T> {
    Said { value, at: At::default() }
}

fn item<T>(id: &str, body: T) -> Item<T> {
    Item { id: id.to_owned(), at: At::default(), body }
}
