//! One part of the plan as a form: each field with what is found in it.

use super::{Found, told};
use crate::pages::Shell;
use askama::Template;
use domain::plan::{Entry, Field, Finding, Form, Of, Plan, Shape, shown};
use words::Words;
use words::plan::{choice, field, hint};

/// The page of one item, or of a section that stands alone.
#[derive(Clone, Debug, Template)]
#[template(path = "plan_form.html")]
pub struct PlanFormPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation: id, name.
    pub organisation: (i64, String),
    /// The section.
    pub section: &'static str,
    /// The item; none in a section that stands alone.
    pub id: Option<String>,
    /// What it is called.
    pub name: String,
    /// Whether the reader may change it.
    pub may_configure: bool,
    /// The version the form was made from.
    pub version: i64,
    /// The inputs.
    pub fields: Vec<Input>,
    /// What is found in the item as a whole.
    pub found: Vec<Found>,
    /// Somebody changed the same meanwhile.
    pub conflict: bool,
    /// Whether there is such an item yet.
    pub there: bool,
    /// Whether it has just been kept.
    pub kept: bool,
}

/// The page of a section that holds items.
#[derive(Clone, Debug, Template)]
#[template(path = "plan_section.html")]
pub struct PlanSectionPage {
    /// Speaks.
    pub words: Words,
    /// Surrounds.
    pub shell: Shell,
    /// The organisation: id, name.
    pub organisation: (i64, String),
    /// The section.
    pub section: &'static str,
    /// Whether the reader may change it.
    pub may_configure: bool,
    /// Its items.
    pub items: Vec<Listed>,
    /// A name that could not be taken, as it was typed.
    pub refused: Option<String>,
}

/// An item in a list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its short name.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Whether only the base plan says it.
    pub below: bool,
    /// How much is found in it.
    pub found: i64,
}

/// One input.
#[derive(Clone, Debug)]
pub struct Input {
    /// The field's name.
    pub name: String,
    /// What stands above it.
    pub label: String,
    /// How it is typed.
    pub hint: Option<String>,
    /// Whether it must be there.
    pub needed: bool,
    /// Whether the base plan says it.
    pub below: bool,
    /// How it is asked.
    pub kind: Kind,
    /// What is found in it.
    pub found: Vec<Found>,
}

/// How a field is asked.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A line.
    Line(String),
    /// Several lines.
    Lines(String),
    /// A box to tick.
    Tick(bool),
    /// Boxes to tick: value, label, ticked.
    Ticks(Vec<(String, String, bool)>),
    /// Lists to choose one each from: value, label, chosen.
    Lists(Vec<Vec<(String, String, bool)>>),
    /// Not by a form.
    Locked(String),
}

/// What a form is made from.
pub struct Made<'a> {
    /// Speaks.
    pub words: &'a Words,
    /// The whole plan, for the names one may choose.
    pub plan: &'a Plan,
    /// The item as it stands; none where it is new.
    pub entry: Option<&'a Entry>,
    /// What is found in the plan.
    pub findings: &'a [Finding],
    /// What was typed, where it comes back.
    pub typed: Option<&'a [(String, Vec<String>)]>,
    /// Which text is the organisation's own: 1 over a base, else 0.
    pub top: u8,
}

/// How an item is called: its title, name or words, else its short name.
pub fn called(entry: &Entry) -> String {
    let said =
        ["title", "name", "text"].into_iter().find_map(|field| entry.field(field)?.said.as_ref().and_then(shown));
    let short =
        |text: String| if text.chars().count() > 80 { text.chars().take(79).chain(['…']).collect() } else { text };
    said.and_then(|mut said| said.pop()).map(short).or_else(|| entry.id.clone()).unwrap_or_default()
}

impl Made<'_> {
    /// The inputs of a form.
    pub fn inputs(&self, form: &Form) -> Vec<Input> {
        if form.section == "blank" {
            let names = self.entry.iter().flat_map(|entry| &entry.fields).map(|field| field.name.as_str());
            return names.map(|name| self.input(name, name.to_owned(), &Shape::Text, false)).collect();
        }
        let of = |one: &Field| self.input(one.name, field(self.words, one.name), &one.shape, one.needed);
        form.fields.iter().map(of).collect()
    }

    /// What is found in the item as a whole.
    pub fn found(&self) -> Vec<Found> {
        let Some(entry) = self.entry else { return Vec::new() };
        let whole = self.findings.iter().filter(|one| entry.concerns(one) == Some(None));
        whole.map(|one| told(self.words, one)).collect()
    }

    fn input(&self, name: &str, label: String, shape: &Shape, needed: bool) -> Input {
        let there = self.entry.and_then(|entry| entry.field(name));
        let said = match there {
            Some(field) => field.said.as_ref().and_then(shown),
            None => Some(Vec::new()),
        };
        let typed = self.typed.and_then(|typed| typed.iter().find(|(of, _)| of == name));
        let kind = match (typed, said) {
            (_, None) => Kind::Locked(self.words.say("plan-in-text-only")),
            (Some((_, typed)), _) => self.kind(name, shape, typed),
            (None, Some(said)) => self.kind(name, shape, &said),
        };
        let concerned = |one: &&Finding| self.entry.and_then(|entry| entry.concerns(one)) == Some(Some(name));
        Input {
            name: name.to_owned(),
            label,
            hint: hint(self.words, shape),
            needed,
            below: there.is_some_and(|field| field.at.text != self.top),
            kind,
            found: self.findings.iter().filter(concerned).map(|one| told(self.words, one)).collect(),
        }
    }

    fn kind(&self, name: &str, shape: &Shape, said: &[String]) -> Kind {
        let first = said.first().cloned().unwrap_or_default();
        let option = |word: &str, label: String| (word.to_owned(), label, said.iter().any(|said| said == word));
        match shape {
            Shape::Text if matches!(name, "text" | "safety" | "message") => Kind::Lines(first),
            Shape::Texts | Shape::Hours | Shape::Absences => Kind::Lines(said.join("\n")),
            Shape::Flag => Kind::Tick(first == "true"),
            Shape::Choices(words) => {
                let mut ticks: Vec<_> = words.iter().map(|word| option(word, choice(self.words, name, word))).collect();
                let odd = said.iter().filter(|said| !words.contains(&said.as_str()));
                ticks.extend(odd.map(|odd| (odd.clone(), odd.clone(), true)));
                Kind::Ticks(ticks)
            }
            Shape::Choice(words) => {
                let known = words.iter().map(|word| ((*word).to_owned(), choice(self.words, name, word)));
                Kind::Lists(vec![list(&first, known.collect())])
            }
            Shape::Name(of) => Kind::Lists(vec![list(&first, self.names(*of))]),
            Shape::Names(of) => {
                let rows = said.iter().map(String::as_str).chain(["", ""]);
                Kind::Lists(rows.map(|row| list(row, self.names(*of))).collect())
            }
            _ => Kind::Line(first),
        }
    }

    /// What one may name: short name and how it is called.
    fn names(&self, of: Of) -> Vec<(String, String)> {
        let plan = self.plan;
        let people = || plan.people.iter().map(|one| (one.id.clone(), one.body.name.clone()));
        let roles = plan.roles.iter().map(|one| {
            let first = one.body.people.first().and_then(|first| plan.person(&first.value));
            let name = first.map_or(String::new(), |first| format!(" ({})", first.body.name));
            (one.id.clone(), format!("{}{name}", one.id))
        });
        match of {
            Of::Person => people().collect(),
            Of::Who => roles.chain(people()).collect(),
            Of::Objective => plan.objectives.iter().map(|one| (one.id.clone(), one.body.text.clone())).collect(),
            Of::Strategy => plan.strategies.iter().map(|one| (one.id.clone(), one.body.text.clone())).collect(),
            Of::Action => plan.actions.iter().map(|one| (one.id.clone(), one.body.text.clone())).collect(),
            Of::Scenario => plan.scenarios.iter().map(|one| (one.id.clone(), one.body.title.clone())).collect(),
        }
    }
}

/// One list: nothing, what one may choose, and what stands there although one may not.
fn list(said: &str, known: Vec<(String, String)>) -> Vec<(String, String, bool)> {
    let mut options = vec![(String::new(), "—".to_owned(), said.is_empty())];
    let odd = !said.is_empty() && !known.iter().any(|(name, _)| name == said);
    options.extend(known.into_iter().map(|(name, label)| (name.clone(), label, name == said)));
    if odd {
        options.push((said.to_owned(), said.to_owned(), true));
    }
    options
}

impl PlanFormPage {
    /// Where the form is sent.
    pub(crate) fn action(&self) -> String {
        let (organisation, section) = (self.organisation.0, self.section);
        match &self.id {
            Some(id) => format!("/plan/{organisation}/edit/{section}/{}", escaped(id)),
            None => format!("/plan/{organisation}/edit/{section}"),
        }
    }

    /// Where one comes from.
    pub(crate) fn back(&self) -> String {
        match self.id {
            Some(_) => format!("/plan/{}/edit/{}", self.organisation.0, self.section),
            None => format!("/plan/{}", self.organisation.0),
        }
    }
}

/// A short name in an address.
pub fn escaped(id: &str) -> String {
    let text: String = url::form_urlencoded::byte_serialize(id.as_bytes()).collect();
    text.replace('+', "%20")
}
