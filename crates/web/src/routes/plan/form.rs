//! The plan part by part: a section, an item, its fields; what is typed is laid into the text as changes.

use super::super::bridge::failed;
use super::super::desk::{Desk, page};
use crate::error::Failure;
use crate::pages::plan::form::{Listed, Made, PlanFormPage, PlanSectionPage, called, escaped};
use crate::pages::{Notice, Room};
use axum::extract::{Path, Query, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use domain::id::OrganisationId;
use domain::organisation::{Organisation, Right};
use domain::plan::{Change, Entry, Form, Sent, Shape, Written, entries, form};
use engine::plan::{self as plans, Kept};
use serde::Deserialize;

/// Most characters of an item's short name.
const LONGEST_NAME: usize = 40;

/// What just happened, as the address says it.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    said: String,
}

/// The version something is said of.
#[derive(Deserialize)]
pub struct Versioned {
    version: i64,
}

/// What came back with a form: of each field what it showed and what was typed; and a blank more.
pub(in crate::routes) struct Came {
    fields: Vec<(String, Vec<String>, Vec<String>)>,
    blank: (String, String),
}

/// A section: its items, or its form where it stands alone.
pub async fn section(
    desk: Desk,
    Path((id, section)): Path<(i64, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let spot = Spot::of(&desk, id, &section, None).await?;
    match spot.form.alone {
        true => spot.shown(desk, None, asked.said == "saved").await,
        false => spot.listed(desk, None).await,
    }
}

/// An item.
pub async fn item(
    desk: Desk,
    Path((id, section, item)): Path<(i64, String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let spot = Spot::of(&desk, id, &section, Some(item)).await?;
    spot.shown(desk, None, asked.said == "saved").await
}

/// A new item's name, or what was typed into a section that stands alone.
pub async fn save_section(
    desk: Desk,
    Path((id, section)): Path<(i64, String)>,
    RawForm(raw): RawForm,
) -> Result<Response, Failure> {
    let spot = Spot::of(&desk, id, &section, None).await?;
    if spot.form.alone {
        return spot.kept(desk, read(&raw)).await;
    }
    desk.principal.organisation(OrganisationId(id), Right::Configure)?;
    let typed = url::form_urlencoded::parse(&raw).find(|(name, _)| name == "id").map(|(_, typed)| typed.into_owned());
    let typed = typed.unwrap_or_default();
    match short_name(&typed).filter(|name| !spot.entries.iter().any(|one| one.id.as_deref() == Some(name))) {
        Some(name) => Ok(Redirect::to(&format!("/plan/{id}/edit/{section}/{name}")).into_response()),
        None => spot.listed(desk, Some(typed)).await,
    }
}

/// What was typed into an item.
pub async fn save_item(
    desk: Desk,
    Path((id, section, item)): Path<(i64, String, String)>,
    RawForm(raw): RawForm,
) -> Result<Response, Failure> {
    let spot = Spot::of(&desk, id, &section, Some(item)).await?;
    spot.kept(desk, read(&raw)).await
}

/// Takes an item out; earlier versions keep it.
pub async fn without(
    desk: Desk,
    Path((id, section, item)): Path<(i64, String, String)>,
    axum::Form(of): axum::Form<Versioned>,
) -> Result<Response, Failure> {
    desk.principal.organisation(OrganisationId(id), Right::Configure)?;
    let spot = Spot::of(&desk, id, &section, Some(item.clone())).await?;
    let gone = domain::plan::without(&spot.kept.version.text, spot.kept.under(), &section, &item);
    let by = Some(desk.principal.person.id);
    let came = plans::edit(&desk.app.world, OrganisationId(id), by, of.version, &gone, "").await.map_err(failed)?;
    match came {
        plans::Written::Kept(_) => Ok(Redirect::to(&format!("/plan/{id}/edit/{section}")).into_response()),
        plans::Written::Meanwhile { .. } => spot.shown(desk, Some(Typed::default()), false).await,
    }
}

/// A short name for an item: lower case, digits, dashes; `None` where nothing is left of it.
fn short_name(typed: &str) -> Option<String> {
    let name: String =
        typed.trim().to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let name = name.trim_matches('-');
    (!name.is_empty() && name.len() <= LONGEST_NAME).then(|| name.to_owned())
}

/// Reads a form: `field` names those it showed, so that one it did not show is not taken for emptied.
pub(in crate::routes) fn read(raw: &[u8]) -> Came {
    let pairs: Vec<(String, String)> = url::form_urlencoded::parse(raw).into_owned().collect();
    let all =
        |name: &str| pairs.iter().filter(|(of, _)| of == name).map(|(_, typed)| typed.clone()).collect::<Vec<_>>();
    let one = |name: &str| all(name).into_iter().next().unwrap_or_default();
    let field = |name: String| {
        let (was, typed) = (all(&format!("was-{name}")), all(&format!("f-{name}")));
        (name, was, typed)
    };
    Came { fields: all("field").into_iter().map(field).collect(), blank: (one("new-name"), one("new-text")) }
}

impl Came {
    /// The fields of the form, as they are to be understood.
    pub(in crate::routes) fn sent<'a>(&'a self, form: &'a Form, new: Option<&'a str>) -> Vec<Sent<'a>> {
        let shape = |name: &str| match form.section {
            "blank" => Some(&Shape::Text),
            _ => form.fields.iter().find(|field| field.name == name).map(|field| &field.shape),
        };
        let sent = |(name, was, typed): &'a (String, Vec<String>, Vec<String>)| {
            Some(Sent { name, shape: shape(name)?, was: was.clone(), typed: typed.clone() })
        };
        let mut all: Vec<Sent<'a>> = self.fields.iter().filter_map(sent).collect();
        let typed = vec![self.blank.1.clone()];
        all.extend(new.map(|name| Sent { name, shape: &Shape::Text, was: Vec::new(), typed }));
        all
    }
}

/// What comes back to be typed on: fields, and a blank more.
type Typed = (Vec<(String, Vec<String>)>, (String, String));

/// A place in the plan of an organisation.
struct Spot {
    organisation: Organisation,
    form: Form,
    id: Option<String>,
    kept: Kept,
    /// What the section says.
    entries: Vec<Entry>,
}

impl Spot {
    async fn of(desk: &Desk, id: i64, section: &str, item: Option<String>) -> Result<Self, Failure> {
        let organisation = desk.principal.organisation(OrganisationId(id), Right::Inspect)?.clone();
        let form = form(section).filter(|form| item.is_none() || !form.alone).ok_or(Failure::NotFound)?;
        let kept = plans::of(&desk.app.world, organisation.id).await.map_err(failed)?.ok_or(Failure::NotFound)?;
        let mut entries = entries(&kept.version.text, kept.under());
        entries.retain(|entry| entry.section == section);
        let known = |id: &String| entries.iter().any(|entry| entry.id.as_ref() == Some(id));
        if item.as_ref().is_some_and(|item| !known(item) && short_name(item).as_ref() != Some(item)) {
            return Err(Failure::NotFound);
        }
        Ok(Self { organisation, form, id: item, kept, entries })
    }

    fn entry(&self) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == self.id)
    }

    async fn kept(self, desk: Desk, came: Came) -> Result<Response, Failure> {
        let organisation = desk.principal.organisation(self.organisation.id, Right::Configure)?.id;
        let new = short_name(&came.blank.0).filter(|_| self.form.section == "blank" && !came.blank.1.is_empty());
        let sent = came.sent(&self.form, new.as_deref());
        let (by, section) = (Some(desk.principal.person.id), self.form.section);
        let place = (section, self.id.as_deref());
        match plans::fill_in(&desk.app.world, organisation, by, place, &sent).await.map_err(failed)? {
            plans::FilledIn::Kept(_) => {
                let item = self.id.as_deref().map(|id| format!("/{}", escaped(id))).unwrap_or_default();
                Ok(Redirect::to(&format!("/plan/{organisation}/edit/{section}{item}?said=saved")).into_response())
            }
            plans::FilledIn::Contested(_) => {
                let typed = sent.iter().filter(|one| one.is_changed());
                let typed = typed.map(|one| (one.name.to_owned(), one.typed.clone())).collect();
                self.shown(desk, Some((typed, came.blank.clone())), false).await
            }
        }
    }

    /// The form; with what was typed, where somebody changed the same meanwhile.
    async fn shown(&self, desk: Desk, contested: Option<Typed>, kept: bool) -> Result<Response, Failure> {
        let entry = self.entry();
        let conflict = contested.is_some();
        let (typed, blank) = contested.unwrap_or_default();
        let top = u8::from(self.kept.base.is_some());
        let findings = &self.kept.findings;
        let made = Made { words: &desk.words, plan: &self.kept.plan, entry, findings, typed: &typed, top };
        let mut shell = desk.shell(Room::Plan).await?;
        shell.path = desk.path.split('?').next().unwrap_or("/plan").to_owned();
        shell.notice = kept.then(|| Notice { text: desk.words.say("plan-saved"), undo: None });
        page(&PlanFormPage {
            organisation: (self.organisation.id.0, self.organisation.name.clone()),
            section: self.form.section,
            id: self.id.clone(),
            name: entry.map(called).or_else(|| self.id.clone()).unwrap_or_default(),
            may_configure: desk.principal.organisation(self.organisation.id, Right::Configure).is_ok(),
            version: self.kept.version.version,
            fields: made.inputs(&self.form),
            found: made.found(),
            conflict,
            there: entry.is_some(),
            kept,
            blank,
            shell,
            words: desk.words,
        })
    }

    async fn listed(&self, desk: Desk, refused: Option<String>) -> Result<Response, Failure> {
        let top = u8::from(self.kept.base.is_some());
        let items = self.entries.iter().map(|entry| Listed {
            id: entry.id.clone().unwrap_or_default(),
            name: called(entry),
            below: !entry.own && top == 1,
            found: self.kept.findings.iter().filter(|found| entry.concerns(found).is_some()).count() as i64,
        });
        page(&PlanSectionPage {
            organisation: (self.organisation.id.0, self.organisation.name.clone()),
            section: self.form.section,
            may_configure: desk.principal.organisation(self.organisation.id, Right::Configure).is_ok(),
            items: items.collect(),
            refused,
            shell: desk.shell(Room::Plan).await?,
            words: desk.words,
        })
    }
}

/// The one change of a field to a text.
pub(super) fn said(section: &str, id: &str, field: &str, to: String) -> Change {
    let (section, id, field) = (section.to_owned(), Some(id.to_owned()), Some(field.to_owned()));
    Change { section, id, field, from: None, to: Some(Written::Text(to)) }
}
