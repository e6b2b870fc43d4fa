//! A lesson is drawn: where in the plan, then its form there; what was typed becomes changes of the plan, proposed and not yet made.

use super::super::bridge::failed;
use super::super::desk::{Desk, page};
use super::super::plan::form::{Came, read};
use super::view::View;
use super::{find, fresh_key};
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::case::LessonPage;
use crate::pages::plan::form::{Made, called};
use axum::extract::{Path, Query, RawForm};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::Key;
use domain::organisation::{Right, Role};
use domain::plan::{Entry, Form, below, edits, entries, form, forms};
use engine::EngineError;
use engine::case::CaseError;
use engine::plan::{self as plans, Kept};
use engine::review::Lesson;
use serde::Deserialize;
use store::CaseFile;

/// Where in the plan, as the address says it: `action.stop`, or a section that stands alone, `policy`.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    place: String,
}

/// What was refused: why, and what was typed: the sentence, the records, the fields.
struct Refused {
    why: String,
    said: (String, String),
    typed: Vec<(String, Vec<String>)>,
}

/// First where in the plan; then its form.
pub async fn lesson(desk: Desk, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let (file, role) = find(&desk, id, Right::Triage).await?;
    shown(&desk, &file, role, &asked.place, None).await
}

/// Proposes what was typed; where it is refused, with the reason and what was typed.
pub async fn draw(desk: Desk, Path(id): Path<i64>, RawForm(raw): RawForm) -> Result<Response, Failure> {
    let (file, role) = find(&desk, id, Right::Triage).await?;
    let one = |name: &str| {
        let found = url::form_urlencoded::parse(&raw).find(|(of, _)| of == name);
        found.map(|(_, typed)| typed.trim().to_owned()).unwrap_or_default()
    };
    let (place, text, records) = (one("place"), one("text"), one("records"));
    let key =
        Key::new(&one("key")).ok_or_else(|| Failure::Bad("the form is damaged; load the page again".to_owned()))?;
    let kept = plans::of(&desk.app.world, file.organisation).await.map_err(failed)?.ok_or(Failure::NotFound)?;
    let spot = Spot::of(&kept, &place).ok_or(Failure::NotFound)?;
    let came: Came = read(&raw);
    let sent = came.sent(&spot.form, None);
    let id_of = spot.entry.id.as_deref();
    let below = kept.under().and_then(|base| {
        below(&kept.version.text, base)
            .into_iter()
            .find(|it| it.section == spot.entry.section && it.id == spot.entry.id)
    });
    let changes = edits(spot.form.section, id_of, Some(&spot.entry), below.as_ref(), &sent);
    let typed =
        sent.iter().filter(|one| one.is_changed()).map(|one| (one.name.to_owned(), one.typed.clone())).collect();
    let numbers = records.split([',', ' ', ';']).filter(|number| !number.is_empty()).map(str::parse::<u32>);
    let refused = |why: String| Refused { why, said: (text.clone(), records.clone()), typed };
    let why = match numbers.collect::<Result<Vec<_>, _>>() {
        Err(_) => desk.words.say("lesson-records-wrong"),
        Ok(_) if text.is_empty() => desk.words.say("lesson-no-text"),
        Ok(records) => {
            let lesson = Lesson { key, text: text.clone(), changes, records };
            let by = (desk.principal.person.id, role);
            match engine::review::draw(&desk.app.waking, file.organisation, file.id, by, &lesson).await {
                Ok(number) => {
                    return Ok(Redirect::to(&format!("/cases/{id}/repair?done=yes#lesson-{number}")).into_response());
                }
                Err(CaseError::Refused(refusal)) => words::case::refusal(&desk.words, &refusal),
                Err(CaseError::House(EngineError::Report(why))) => why,
                Err(CaseError::House(error)) => return Err(failed(error)),
            }
        }
    };
    shown(&desk, &file, role, &place, Some(refused(why))).await
}

/// A place in the plan that holds.
struct Spot {
    form: Form,
    entry: Entry,
}

impl Spot {
    fn of(kept: &Kept, place: &str) -> Option<Self> {
        let (section, id) = match place.split_once('.') {
            Some((section, id)) => (section, Some(id)),
            None => (place, None),
        };
        let form = form(section).filter(|form| form.alone == id.is_none())?;
        let mut all = entries(&kept.version.text, kept.under()).into_iter();
        let entry = all.find(|entry| entry.section == section && entry.id.as_deref() == id)?;
        Some(Self { form, entry })
    }
}

/// Sections in which a lesson of a case is drawn: not what the plan says of itself, nor earlier lessons.
fn is_learned(section: &str) -> bool {
    !matches!(section, "plan" | "blank" | "lesson" | "test")
}

async fn shown(
    desk: &Desk,
    file: &CaseFile,
    role: Role,
    place: &str,
    refused: Option<Refused>,
) -> Result<Response, Failure> {
    let view = View::of(desk, file, role).await?;
    let kept = plans::of(&desk.app.world, file.organisation).await.map_err(failed)?;
    let spot = match (&kept, place) {
        (_, "") => None,
        (Some(kept), place) => Some(Spot::of(kept, place).ok_or(Failure::NotFound)?),
        (None, _) => return Err(Failure::NotFound),
    };
    let (mut places, mut fields) = (Vec::new(), Vec::new());
    let typed = refused.as_ref().map(|refused| refused.typed.as_slice()).unwrap_or_default();
    match (&kept, &spot) {
        (Some(kept), Some(spot)) => {
            let top = u8::from(kept.base.is_some());
            let (plan, findings) = (&kept.plan, &kept.findings);
            let made = Made { words: &desk.words, plan, entry: Some(&spot.entry), findings, typed, top };
            fields = made.inputs(&spot.form);
        }
        (Some(kept), None) => {
            let all = entries(&kept.version.text, kept.under());
            for form in forms().filter(|form| is_learned(form.section)) {
                let here = all.iter().filter(|entry| entry.section == form.section);
                let named = |entry: &Entry| match &entry.id {
                    Some(id) => (format!("{}.{id}", form.section), called(entry)),
                    None => (form.section.to_owned(), words::plan::section(&desk.words, form.section)),
                };
                let here: Vec<(String, String)> = here.map(named).collect();
                if !here.is_empty() {
                    places.push((words::plan::section(&desk.words, form.section), here));
                }
            }
        }
        (None, _) => {}
    }
    let mut shell = desk.shell(Room::Cases).await?;
    shell.path = format!("/cases/{}/lesson", file.id);
    let status = if refused.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    let (problem, said) = refused.map(|refused| (refused.why, refused.said)).unzip();
    let shown = LessonPage {
        id: file.id.0,
        about: view.about(),
        places,
        section: spot.as_ref().map_or("", |spot| spot.form.section),
        place: spot.map(|spot| (place.to_owned(), called(&spot.entry))),
        fields,
        may_configure: true,
        said: said.unwrap_or_default(),
        key: fresh_key()?,
        problem,
        shell,
        words: desk.words.clone(),
    };
    Ok((status, page(&shown)?).into_response())
}
