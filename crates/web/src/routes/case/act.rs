//! What the forms of the room ask: each is one command, written as the API takes it.

use super::super::bridge::failed;
use super::super::desk::Desk;
use super::find;
use super::show::shown;
use crate::error::Failure;
use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use domain::organisation::Right;
use engine::EngineError;
use engine::case::{self, Around, Ask, CaseError};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What a form sent.
type Fields = BTreeMap<String, String>;

/// Does what a form asks, and shows the room again; where it is refused, with the reason and what was typed.
pub async fn act(
    desk: Desk,
    Path((id, what)): Path<(i64, String)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let (file, role) = find(&desk, id, Right::Triage).await?;
    let fields = Sent { fields, people: desk.people(file.organisation).await? };
    let asked = match what.as_str() {
        "draft" | "revise" => drafted(&desk, &file, &what, &fields).await?,
        "promise" => promised(&desk, &file, &fields).await?,
        _ => fields.command(&what).ok_or(Failure::NotFound)?,
    };
    let by = (desk.principal.person.id, role);
    let came = match serde_json::from_value::<Ask>(asked) {
        Ok(ask) if desk.app.site.plain_http && ask.publishes() => return Err(Failure::PlainHttp),
        Ok(ask) => case::ask(&desk.app.waking, file.organisation, file.id, by, ask).await,
        Err(_) => Err(CaseError::House(EngineError::Report(desk.words.say("case-form-wrong")))),
    };
    let problem = match came {
        Ok(_) => return Ok(Redirect::to(&format!("/cases/{id}?done=yes{}", place(&what))).into_response()),
        Err(CaseError::Refused(refusal)) => words::case::refusal(&desk.words, &refusal),
        Err(CaseError::House(EngineError::Report(why))) => why,
        Err(CaseError::House(error)) => return Err(failed(error)),
    };
    let of = ["draft", "fact", "task", "clock"].into_iter().map(|name| fields.get(name)).find(|of| !of.is_empty());
    let kept = (what, of.unwrap_or_default().to_owned(), fields.fields);
    shown(desk, &file, role, Some(problem), Some(kept), false).await
}

/// Where on the page it went on.
fn place(what: &str) -> &'static str {
    match what {
        "note" => "#log",
        "fact" | "move" => "#facts",
        "task" | "done" | "aside" => "#tasks",
        "triage" | "choose" => "#triage",
        "lead" | "step" | "meet" => "",
        _ => "#texts",
    }
}

/// What was typed into a form.
struct Sent {
    fields: Fields,
    people: Vec<(i64, String)>,
}

impl Sent {
    fn get(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", |value| value.trim())
    }

    fn number(&self, name: &str) -> Value {
        self.get(name).parse::<u32>().map_or(Value::Null, Value::from)
    }

    fn maybe(&self, name: &str) -> Value {
        if self.get(name).is_empty() { Value::Null } else { Value::from(self.get(name)) }
    }

    fn person(&self, name: &str) -> Value {
        let id = self.get(name).parse::<i64>().ok();
        id.filter(|id| self.people.iter().any(|(person, _)| person == id)).map_or(Value::Null, Value::from)
    }

    /// The command of a form, as the API takes it; `None` where there is no such form.
    fn command(&self, what: &str) -> Option<Value> {
        let (draft, binding) = (self.number("draft"), self.get("binding"));
        Some(match what {
            "note" => {
                json!({ "note": { "key": self.get("key"), "text": self.get("text"), "visibility": self.get("visibility") } })
            }
            "fact" => {
                let source = self.get("source");
                let source = if source.is_empty() { Value::Null } else { json!({ "told": source }) };
                json!({ "state": { "key": self.get("key"), "status": self.get("status"), "text": self.get("text"), "source": source } })
            }
            "move" if self.get("to") == "retracted" => {
                json!({ "retract": { "fact": self.number("fact"), "why": self.get("why") } })
            }
            "move" => {
                let why = self.get("why");
                json!({ "move": { "fact": self.number("fact"), "to": self.get("to"), "source": { "told": why }, "why": why } })
            }
            "task" => {
                json!({ "add_task": { "key": self.get("key"), "text": self.get("text"), "owner": self.person("owner") } })
            }
            "done" => json!({ "do": { "task": self.number("task"), "result": self.get("result") } }),
            "aside" => json!({ "set_aside": { "task": self.number("task"), "why": self.get("why") } }),
            "triage" => json!({ "triage": { "answers": self.answers() } }),
            "choose" => json!({ "choose": { "scenario": self.get("scenario") } }),
            "lead" => json!({ "hand_over_lead": { "to": self.person("to") } }),
            "step" => json!({ "step": { "to": self.get("to"), "why": self.maybe("why") } }),
            "meet" => json!({ "meet": { "clock": self.number("clock"), "why": self.maybe("why") } }),
            "submit" => {
                json!({ "submit": { "draft": draft, "binding": binding, "despite": self.maybe("despite") } })
            }
            "approve" => json!({ "approve": { "draft": draft, "binding": binding } }),
            "decline" => json!({ "decline": { "draft": draft, "binding": binding, "why": self.get("why") } }),
            "release" => {
                let shown: Value = serde_json::from_str(self.get("shown")).unwrap_or_default();
                json!({ "release_alone": { "draft": draft, "binding": binding, "shown": shown } })
            }
            "send" => json!({ "send": { "draft": draft, "binding": binding } }),
            "undo" => json!({ "undo": { "draft": draft } }),
            "lift" => json!("lift"),
            "unfreeze" => json!("undo_freeze"),
            "shelve" => json!({ "shelve": { "draft": draft } }),
            "copied" => json!({ "copied": { "draft": draft, "binding": binding, "receipt": self.get("receipt") } }),
            "resolve" => {
                let (attempt, receipt) = (self.number("attempt"), self.maybe("receipt"));
                json!({ "resolve": { "draft": draft, "attempt": attempt, "receipt": receipt, "why": self.get("why") } })
            }
            _ => return None,
        })
    }

    fn answers(&self) -> Value {
        let known = ["hurt", "responsibility", "history", "vivid", "who"];
        let mut answers: Map<String, Value> =
            known.iter().map(|name| ((*name).to_owned(), Value::from(self.get(name)))).collect();
        answers.insert("cause".to_owned(), Value::Null);
        Value::Object(answers)
    }

    /// The facts that were ticked; a probable one is cited with its hedge.
    fn cites(&self, room: &case::Room) -> Vec<Value> {
        let ticked = self.fields.keys().filter_map(|name| name.strip_prefix("cite-")?.parse::<u32>().ok());
        let hedged = |fact: u32| {
            let known = room.state.facts.get(&fact);
            known.is_some_and(|fact| fact.status == domain::case::event::FactStatus::Probable)
        };
        ticked.map(|fact| json!({ "fact": fact, "hedged": hedged(fact) })).collect()
    }
}

/// A new text, or other words of one.
async fn drafted(desk: &Desk, file: &store::CaseFile, what: &str, sent: &Sent) -> Result<Value, Failure> {
    let room = case::room(&desk.app.world, file.organisation, file.id).await.map_err(failed)?;
    if what == "revise" {
        let number = sent.number("draft");
        let found = sent.get("draft").parse().ok().and_then(|number: u32| room.state.drafts.get(&number));
        let wording = &found.ok_or(Failure::NotFound)?.wording;
        let words = json!({
            "text": sent.get("text"), "language": wording.language.code(), "to": to_of(&wording.target),
            "account": wording.account, "cites": wording.cites, "posture": wording.posture,
            "reply": wording.prepared.as_ref().map(|prepared| &prepared.reply),
        });
        return Ok(json!({ "revise": { "draft": number, "words": words } }));
    }
    let reply = sent.maybe("reply");
    let to = match sent.get("to") {
        "updates_page" | "" => json!("updates_page"),
        channel => json!({ "by_hand": channel }),
    };
    let words = json!({
        "text": sent.get("text"), "language": sent.get("language"), "to": to, "cites": sent.cites(&room), "reply": reply,
        "posture": room.state.course.posture,
    });
    let key = sent.get("key");
    let corrects = sent.number("corrects");
    Ok(json!({ "draft": { "key": key, "form": sent.get("form"), "words": words, "corrects": corrects } }))
}

/// A target as it is asked for; a letter's addressee is not known here any more.
fn to_of(target: &domain::case::event::Target) -> Value {
    use domain::case::event::Target;
    match target {
        Target::Mention(mention) => json!({ "mention": mention }),
        Target::Post(channel) => json!({ "post": channel }),
        Target::Mail(_) => Value::Null,
        Target::Conversation(complaint) => json!({ "conversation": complaint }),
        Target::UpdatesPage => json!("updates_page"),
        Target::ByHand(channel) => json!({ "by_hand": channel }),
    }
}

/// News are promised for an hour of the brand's own day.
async fn promised(desk: &Desk, file: &store::CaseFile, sent: &Sent) -> Result<Value, Failure> {
    let around = Around::of(&desk.app.world, file.organisation, file.brand).await.map_err(failed)?;
    let zone = jiff::tz::TimeZone::get(&around.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let at = sent.get("until").parse::<jiff::civil::DateTime>().ok().and_then(|at| zone.to_timestamp(at).ok());
    Ok(json!({ "promise": { "until": at } }))
}
