//! How severity is judged: the rubric as a form, saved whole or not at all, or the house's again.

use super::bridge::failed;
use super::desk::{Desk, page};
use crate::error::Failure;
use crate::pages::rubric::{Place, RubricPage, StepTyped, Typed, Wrong};
use crate::pages::{Notice, Room};
use axum::extract::{Path, Query, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use domain::assess::{Factor, Rubric, Severity, Step};
use domain::id::OrganisationId;
use domain::organisation::Right;
use engine::assess;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Most rows of a factor that are read: more than it may have, so that too many are told.
const ROWS: usize = 12;

/// What just happened, as the address says it.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    said: String,
}

/// The page of the reader's first organisation.
pub async fn first(desk: Desk) -> Result<Response, Failure> {
    let id = desk.first(Right::Inspect)?;
    shown(desk, id, None, false).await
}

/// The page.
pub async fn show(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    shown(desk, OrganisationId(id), None, asked.said == "saved").await
}

/// Saves what was typed; what is wrong with it comes back beside its fields.
pub async fn save(desk: Desk, Path(id): Path<i64>, RawForm(form): RawForm) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    match read(&form) {
        Ok(rubric) => {
            assess::set_rubric(&desk.app.world, organisation, Some(&rubric)).await.map_err(failed)?;
            Ok(saved(organisation))
        }
        Err(typed) => shown(desk, organisation, Some(*typed), false).await,
    }
}

/// The house's again.
pub async fn reset(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(OrganisationId(id), Right::Configure)?.id;
    assess::set_rubric(&desk.app.world, organisation, None).await.map_err(failed)?;
    Ok(saved(organisation))
}

fn saved(organisation: OrganisationId) -> Response {
    Redirect::to(&format!("/settings/rubric/{organisation}?said=saved")).into_response()
}

async fn shown(desk: Desk, id: OrganisationId, typed: Option<Typed>, saved: bool) -> Result<Response, Failure> {
    let organisation = desk.principal.organisation(id, Right::Inspect)?.clone();
    let rubric = assess::rubric(&desk.app.world, id).await.map_err(failed)?;
    let mut shell = desk.shell(Room::Settings).await?;
    shell.path = format!("/settings/rubric/{id}");
    shell.notice = saved.then(|| Notice { text: desk.words.say("rubric-saved"), undo: None });
    let others = desk.organisations(Right::Inspect).filter(|other| other.id != id);
    page(&RubricPage {
        others: others.map(|other| (other.id.0, other.name.clone())).collect(),
        own: rubric != Rubric::default(),
        may_configure: desk.principal.organisation(id, Right::Configure).is_ok(),
        typed: typed.unwrap_or_else(|| Typed::from(&rubric)),
        organisation: (id.0, organisation.name),
        shell,
        words: desk.words,
    })
}

/// The rubric of a form, or the form with what is wrong.
fn read(form: &[u8]) -> Result<Rubric, Box<Typed>> {
    let fields: BTreeMap<String, String> =
        url::form_urlencoded::parse(form).map(|(name, value)| (name.into_owned(), value.trim().to_owned())).collect();
    let field = |name: String| fields.get(&name).cloned().unwrap_or_default();
    let row = |factor: Factor, row: usize| StepTyped {
        from: field(format!("{}-from-{row}", factor.code())),
        points: field(format!("{}-points-{row}", factor.code())),
        least: field(format!("{}-least-{row}", factor.code())),
    };
    let rows = |factor| (1..=ROWS).map(move |n| row(factor, n)).filter(|row| !is_empty(row)).collect();
    let mut typed = Typed {
        factors: Factor::ALL.map(|factor| (factor, rows(factor))).into(),
        bounds: ["alert", "crisis"].map(|code| field(format!("bound-{code}"))),
        minutes: Severity::ALL.map(|of| field(format!("minutes-{}", of.code()))),
        wrong: Vec::new(),
    };
    let mut rubric = Rubric::default();
    for (factor, rows) in &typed.factors {
        match rows.iter().map(step).collect::<Option<Vec<Step>>>() {
            Some(steps) => {
                rubric.factors.insert(*factor, steps);
            }
            None => typed.wrong.push(Wrong::number(Place::Factor(*factor))),
        }
    }
    match typed.bounds.each_ref().map(|text| text.parse().ok()) {
        [Some(alert), Some(crisis)] => (rubric.alert, rubric.crisis) = (alert, crisis),
        _ => typed.wrong.push(Wrong::number(Place::Bounds)),
    }
    match typed.minutes.each_ref().map(|text| text.parse().ok()) {
        [Some(watch), Some(alert), Some(crisis)] => rubric.answer_minutes = [watch, alert, crisis],
        _ => typed.wrong.push(Wrong::number(Place::Minutes)),
    }
    typed.wrong.extend(rubric.problems().into_iter().map(Wrong::from));
    if typed.wrong.is_empty() { Ok(rubric) } else { Err(Box::new(typed)) }
}

fn is_empty(row: &StepTyped) -> bool {
    row.from.is_empty() && row.points.is_empty()
}

fn step(row: &StepTyped) -> Option<Step> {
    let least = match row.least.as_str() {
        "" => None,
        code => Some(Severity::from_code(code)?),
    };
    Some(Step { from: row.from.parse().ok()?, points: row.points.parse().ok()?, least })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The form that a page with this rubric sends back untouched.
    fn form(rubric: &Rubric, change: &[(&str, &str)]) -> Vec<u8> {
        let typed = Typed::from(rubric);
        let mut fields = BTreeMap::new();
        for (factor, steps) in &typed.factors {
            // The empty row too.
            for (n, row) in steps.iter().cloned().chain([StepTyped::default()]).enumerate() {
                for (part, value) in [("from", row.from), ("points", row.points), ("least", row.least)] {
                    fields.insert(format!("{}-{part}-{}", factor.code(), n + 1), value);
                }
            }
        }
        for (code, value) in ["alert", "crisis"].into_iter().zip(&typed.bounds) {
            fields.insert(format!("bound-{code}"), value.clone());
        }
        for (of, value) in Severity::ALL.into_iter().zip(&typed.minutes) {
            fields.insert(format!("minutes-{}", of.code()), value.clone());
        }
        fields.extend(change.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish().into_bytes()
    }

    #[test]
    fn a_form_becomes_the_rubric_it_shows() {
        let house = Rubric::default();
        assert_eq!(read(&form(&house, &[])).ok(), Some(house.clone()));
        // A step more, one taken away, a severity called for.
        let change = [("reach-from-4", "5000000"), ("reach-points-4", "9"), ("reach-least-4", "crisis")];
        let mut wanted = house.clone();
        let step = Step { from: 5_000_000, points: 9, least: Some(Severity::Crisis) };
        wanted.factors.get_mut(&Factor::Reach).unwrap().push(step);
        wanted.factors.insert(Factor::Vivid, Vec::new());
        let emptied = [("vivid-from-1", " "), ("vivid-points-1", "")];
        assert_eq!(read(&form(&house, &[&change[..], &emptied].concat())).ok(), Some(wanted));
    }

    #[test]
    fn what_is_wrong_is_told_in_its_place_and_what_was_typed_comes_back() {
        let house = Rubric::default();
        let wrong = |change: &[(&str, &str)]| {
            read(&form(&house, change)).err().map(|typed| {
                let told = typed.wrong.iter().map(|wrong| (wrong.place, wrong.message)).collect::<Vec<_>>();
                (told, typed)
            })
        };
        let (told, typed) = wrong(&[("volume-points-3", "2"), ("press-from-2", "many"), ("bound-crisis", "")]).unwrap();
        let places = [Place::Factor(Factor::Press), Place::Bounds, Place::Factor(Factor::Volume)];
        let messages = ["rubric-wrong-number", "rubric-wrong-number", "rubric-wrong-falls"];
        assert_eq!(told, places.into_iter().zip(messages).collect::<Vec<_>>());
        let press = typed.factors.iter().find(|(factor, _)| *factor == Factor::Press).unwrap();
        assert_eq!(press.1[1].from, "many");
        for (change, place, message) in [
            (("volume-points-1", "-1"), Place::Factor(Factor::Volume), "rubric-wrong-points"),
            (("press-least-3", "watch"), Place::Factor(Factor::Press), "rubric-wrong-falls"),
            (("press-least-3", "doom"), Place::Factor(Factor::Press), "rubric-wrong-number"),
            (("bound-alert", "13"), Place::Bounds, "rubric-wrong-order"),
            (("minutes-crisis", "121"), Place::Minutes, "rubric-wrong-minutes"),
            (("minutes-watch", "99999999999"), Place::Minutes, "rubric-wrong-number"),
        ] {
            assert_eq!(wrong(&[change]).map(|(told, _)| told), Some(vec![(place, message)]), "{change:?}");
        }
        let missing = read(b"");
        assert!(missing.is_err(), "an empty form is no rubric");
    }
}
