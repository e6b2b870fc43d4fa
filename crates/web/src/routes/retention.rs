//! How long texts and authors are kept: shown, tried, saved.

use super::bridge::failed;
use super::desk::{Desk, page};
use crate::error::Failure;
use crate::pages::retention::{EntryView, RetentionPage};
use crate::pages::{Notice, Room};
use axum::extract::{Path, Query, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use domain::id::{OrganisationId, SourceId};
use domain::organisation::Right;
use domain::retention::{Days, Retention};
use engine::EngineError;
use engine::retain::{self, Survey};
use serde::Deserialize;

/// Entries of the log that are shown.
const SHOWN: i64 = 20;

/// What just happened, as the address says it.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    said: String,
}

/// What was typed.
#[derive(Default)]
struct Typed {
    save: bool,
    /// The rules that were shown with what would go.
    seen: String,
    /// Nothing where a number is none.
    rules: Option<Retention>,
}

/// The page of the reader's first organisation.
pub async fn first(desk: Desk) -> Result<Response, Failure> {
    let id = desk.first(Right::Inspect)?;
    show(desk, Path(id.0), Query(Asked { said: String::new() })).await
}

/// The page.
pub async fn show(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    shown(desk, OrganisationId(id), None, asked.said == "saved").await
}

/// Tries what was typed; saves it where what would go was seen for just that.
pub async fn save(desk: Desk, Path(id): Path<i64>, RawForm(form): RawForm) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    let typed = read(&form);
    if let Some(rules) = typed.rules.as_ref().filter(|rules| typed.save && typed.seen == told(rules)) {
        let saved = retain::set_rules(&desk.app.world, organisation, rules, Some(desk.principal.person.id)).await;
        return match saved {
            Ok(()) => Ok(Redirect::to(&format!("/settings/retention/{organisation}?said=saved")).into_response()),
            Err(EngineError::Report(_)) => shown(desk, organisation, Some(Typed::default()), false).await,
            Err(error) => Err(failed(error)),
        };
    }
    shown(desk, organisation, Some(typed), false).await
}

async fn shown(desk: Desk, id: OrganisationId, typed: Option<Typed>, saved: bool) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(id, Right::Inspect)?.clone();
    let world = &desk.app.world;
    let set = retain::rules(world, id).await.map_err(failed)?;
    let tried = typed.as_ref().and_then(|typed| typed.rules.clone());
    let surveyed = match retain::survey(world, id, tried.as_ref().unwrap_or(&set)).await {
        Err(EngineError::Report(_)) => None,
        answer => Some(answer.map_err(failed)?),
    };
    let refused = surveyed.is_none() || (typed.is_some() && tried.is_none());
    let survey = match surveyed {
        Some(survey) => survey,
        None => Survey { stock: world.store.stock(id).await?, whole: true, ..Survey::default() },
    };
    let tried = tried.filter(|_| !refused);
    let rules = tried.as_ref().unwrap_or(&set);
    let text = |days: Option<u32>| days.map(|days| days.to_string()).unwrap_or_default();
    let source = |source: domain::source::Source| {
        let days = rules.sources.get(&source.id).copied().unwrap_or_default();
        (source.id.0, source.name, [text(days.text_days), text(days.author_days)])
    };
    let mut log = Vec::new();
    for entry in world.store.erasures(Some(id), SHOWN).await? {
        let name = match entry.person {
            Some(person) => world.store.person(person).await?.name,
            None => String::new(),
        };
        let set_by = entry.rules.map(|_| name);
        log.push(EntryView { at: entry.at, set_by, texts: entry.texts, authors: entry.authors });
    }
    let mut shell = desk.shell(Room::Settings).await?;
    shell.path = format!("/settings/retention/{id}");
    shell.notice = saved.then(|| Notice { text: desk.words.say("retention-saved"), undo: None });
    let others = desk.organisations(Right::Inspect).filter(|other| other.id != id);
    page(&RetentionPage {
        others: others.map(|other| (other.id.0, other.name.clone())).collect(),
        organisation: (id.0, organisation.name),
        set: set.erases(),
        survey,
        days: [rules.all.text_days, rules.all.author_days, rules.evidence_days].map(text),
        sources: world.store.sources(id).await?.into_iter().map(source).collect(),
        tried: tried.as_ref().map(told),
        refused,
        may_configure: desk.principal.organisation(id, Right::Configure).is_ok(),
        log,
        shell,
        words: desk.words,
    })
}

/// The rules in one line: what a form sends back to say what was seen.
fn told(rules: &Retention) -> String {
    serde_json::to_string(rules).unwrap_or_default()
}

fn read(form: &[u8]) -> Typed {
    let (mut typed, mut rules, mut right) = (Typed::default(), Retention::default(), true);
    for (name, value) in url::form_urlencoded::parse(form) {
        let value = value.trim();
        match name.as_ref() {
            "do" => typed.save = value == "save",
            "seen" => value.clone_into(&mut typed.seen),
            _ if value.is_empty() => {}
            name => match (value.parse::<u32>(), place(name, &mut rules)) {
                (Ok(days), Some(place)) => *place = Some(days),
                _ => right = false,
            },
        }
    }
    typed.rules = right.then_some(rules);
    typed
}

/// Where the value of a field belongs.
fn place<'a>(name: &str, rules: &'a mut Retention) -> Option<&'a mut Option<u32>> {
    let (part, source) = name.split_once('-').map_or((name, None), |(part, source)| (part, Some(source)));
    let days: &mut Days = match source {
        None if part == "evidence" => return Some(&mut rules.evidence_days),
        None => &mut rules.all,
        Some(source) => rules.sources.entry(SourceId(source.parse().ok()?)).or_default(),
    };
    match part {
        "text" => Some(&mut days.text_days),
        "author" => Some(&mut days.author_days),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_becomes_rules() {
        let rules = |form: &str| read(form.as_bytes()).rules;
        let days = |text_days, author_days| Days { text_days, author_days };
        let wanted = Retention {
            all: days(Some(365), None),
            sources: [(SourceId(7), days(None, Some(30)))].into(),
            evidence_days: Some(900),
        };
        let form = "do=preview&text=+365&author=&evidence=900&text-7=&author-7=30&text-8=&author-8=";
        assert_eq!(rules(form), Some(wanted));
        assert_eq!(rules("do=save"), Some(Retention::default()));
        for wrong in ["text=many", "text=-7", "text-x=7", "picture-7=7", "text=7.5"] {
            assert_eq!(rules(wrong), None, "{wrong}");
        }
    }
}
