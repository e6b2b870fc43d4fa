//! What the forms of the room ask: each is one command, written as the API takes it.

use super::super::bridge::failed;
use super::super::desk::Desk;
use super::show::shown;
use super::{find, night};
use crate::error::Failure;
use crate::pages::Kept;
use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::Refusal;
use domain::case::event::Target;
use domain::id::MentionId;
use domain::organisation::{Right, Role};
use engine::case;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
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
    let fields = Sent { fields: own_key(fields), people: desk.people(file.organisation).await? };
    if night::FORMS.contains(&what.as_str()) {
        return night::answered(desk, &file, role, &what, &fields).await;
    }
    let asked = match what.as_str() {
        "draft" | "revise" => drafted(&desk, &file, &what, &fields).await?,
        _ => {
            let zone = zone(&desk, &file).await?;
            Some(fields.command(&what, &zone, desk.now()).ok_or(Failure::NotFound)?)
        }
    };
    let came = match asked {
        Some(asked) => ask(&desk, &file, role, asked).await?,
        None => Err(words::case::refusal(&desk.words, &Refusal::Stale)),
    };
    let problem = match came {
        Ok(()) if fields.get("back") == "night" => {
            return Ok(Redirect::to(&format!("/cases/{id}/night{}", night::after(&what))).into_response());
        }
        Ok(()) => {
            let part = part(&what);
            return Ok(Redirect::to(&format!("/cases/{id}?done=yes&at={part}#{part}")).into_response());
        }
        Err(problem) => problem,
    };
    let (part, seen) = (part(&what), file.version);
    shown(&desk, &file, role, Some((problem, kept(&what, fields))), (part, seen, false)).await
}

/// Asks something of the case; the inner error says to the reader why nothing was done.
pub(super) async fn ask(
    desk: &Desk,
    file: &store::CaseFile,
    role: Role,
    asked: Value,
) -> Result<Result<(), String>, Failure> {
    let by = (desk.principal.person.id, role);
    super::super::asked::asked(desk, asked, async |ask| {
        case::ask(&desk.app.waking, file.organisation, file.id, by, ask).await
    })
    .await
}

/// The thing that a form is of, as its page names it: a text, a fact, a task, a clock, a mention, a stakeholder; nothing for what is new.
fn thing(what: &str) -> &'static str {
    match what {
        "move" => "fact",
        "done" | "aside" | "reopen" | "hand" => "task",
        "meet" | "drop" | "pause" | "resume" => "clock",
        "draft" | "handmention" | "letgo" | "leave" | "offer" | "capture" => "mention",
        "tell" => "stakeholder",
        _ => "draft",
    }
}

/// What was typed, as the form that it was typed into finds it again.
fn kept(what: &str, sent: Sent) -> Kept {
    let form = match what {
        // Two buttons of one form, and two forms that ask the same.
        "pause" => "drop".to_owned(),
        "leave" => format!("leave-{}", sent.get("exit")),
        what => what.to_owned(),
    };
    let of = sent.get(thing(what)).to_owned();
    Kept::of(&form, &of, sent.fields)
}

/// The same form sent twice is sent once; with other words in it, as by who goes back and writes on, it is another.
fn own_key(mut fields: Fields) -> Fields {
    let words = serde_json::to_vec(&fields).unwrap_or_default();
    if let Some(key) = fields.get_mut("key") {
        key.push_str(&format!("-{}", &blake3::hash(&words).to_hex()[..8]));
    }
    fields
}

/// The part of the page that a form stands in.
fn part(what: &str) -> &'static str {
    match what {
        "note" => "log",
        "fact" | "move" => "facts",
        "task" | "done" | "aside" | "reopen" | "hand" => "tasks",
        "triage" | "choose" | "posture" | "loudness" | "lead" | "assign" | "step" => "course",
        "meet" | "drop" | "pause" | "resume" => "now",
        "claim" | "handmention" | "letgo" | "offer" | "leave" | "capture" => "mentions",
        "tell" => "told",
        "report" => "figures",
        "declare" => "legal",
        "freeze" | "lift" | "unfreeze" => "freeze",
        _ => "texts",
    }
}

/// The zone in which the hours of a case are meant.
pub(super) async fn zone(desk: &Desk, file: &store::CaseFile) -> Result<TimeZone, Failure> {
    let room = case::room(&desk.app.world, file.organisation, file.id).await.map_err(failed)?;
    Ok(room.state.zone())
}

/// What was typed into a form.
pub(super) struct Sent {
    pub(super) fields: Fields,
    pub(super) people: Vec<(i64, String)>,
}

impl Sent {
    pub(super) fn get(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", |value| value.trim())
    }

    pub(super) fn number(&self, name: &str) -> Value {
        self.get(name).parse::<i64>().map_or(Value::Null, Value::from)
    }

    pub(super) fn maybe(&self, name: &str) -> Value {
        if self.get(name).is_empty() { Value::Null } else { Value::from(self.get(name)) }
    }

    pub(super) fn person(&self, name: &str) -> Value {
        let id = self.get(name).parse::<i64>().ok();
        id.filter(|id| self.people.iter().any(|(person, _)| person == id)).map_or(Value::Null, Value::from)
    }

    /// An hour of the brand's day; what is no hour is no time, and an empty field none.
    pub(super) fn time(&self, name: &str, zone: &TimeZone) -> Option<Timestamp> {
        let at = self.get(name).parse::<DateTime>().ok()?;
        zone.to_timestamp(at).ok()
    }

    /// The same where none means now: a form that was filled in knows no seconds.
    fn time_or(&self, name: &str, zone: &TimeZone, now: Timestamp) -> Value {
        if self.get(name).is_empty() { json!(now) } else { json!(self.time(name, zone)) }
    }

    /// The command of a form, as the API takes it; `None` where there is no such form.
    fn command(&self, what: &str, zone: &TimeZone, now: Timestamp) -> Option<Value> {
        let (key, why, to) = (self.get("key"), self.get("why"), self.person("to"));
        let (task, clock, mention) = (self.number("task"), self.number("clock"), self.number("mention"));
        Some(match what {
            "note" => {
                let calls: Vec<Value> = Some(self.person("call")).into_iter().filter(|call| !call.is_null()).collect();
                let (text, visibility) = (self.get("text"), self.get("visibility"));
                json!({ "note": { "key": key, "text": text, "visibility": visibility, "mentions": calls } })
            }
            "fact" | "move" => self.of_board(what),
            "task" => json!({ "add_task": { "key": key, "text": self.get("text"), "owner": self.person("owner") } }),
            "done" => json!({ "do": { "task": task, "result": self.get("result") } }),
            "aside" => json!({ "set_aside": { "task": task, "why": why } }),
            "reopen" => json!({ "reopen": { "task": task, "why": why } }),
            "hand" => json!({ "hand_over_task": { "task": task, "to": to } }),
            "report" => {
                let figure = json!({ self.get("kind"): self.number("value") });
                let as_of = self.time_or("at", zone, now);
                json!({ "report": { "key": key, "what": self.get("what"), "figure": figure, "as_of": as_of } })
            }
            "tell" => {
                let when = self.time_or("at", zone, now);
                let stakeholder = self.get("stakeholder");
                json!({ "tell": { "key": key, "stakeholder": stakeholder, "when": when, "text": self.get("text") } })
            }
            "declare" => {
                let (matter, start, since) = (self.get("matter"), self.get("start"), self.time("since", zone));
                json!({ "declare": { "key": key, "matter": matter, "start": start, "since": since, "why": why, "mention": mention } })
            }
            "meet" => json!({ "meet": { "clock": clock, "why": self.maybe("why") } }),
            "drop" => json!({ "drop": { "clock": clock, "why": why } }),
            "pause" => json!({ "pause": { "clock": clock, "why": why } }),
            "resume" => json!({ "resume": { "clock": clock } }),
            "promise" => json!({ "promise": { "until": self.time("until", zone) } }),
            "claim" => json!({ "claim": { "mention": mention } }),
            "capture" => json!({ "capture": { "mention": mention } }),
            "handmention" => json!({ "hand_over_mention": { "mention": mention, "to": to } }),
            "letgo" => json!({ "let_go": { "mention": mention } }),
            "leave" => {
                let exit = json!({ self.get("exit"): self.get("reason") });
                json!({ "leave": { "mention": mention, "exit": exit, "why": why } })
            }
            "offer" => {
                let cents = cents(self.get("amount"));
                json!({ "offer": { "key": key, "mention": mention, "what": self.get("what"), "cents": cents, "authorised": to } })
            }
            "freeze" => json!({ "freeze": { "key": key } }),
            "lift" => json!("lift"),
            "unfreeze" => json!("undo_freeze"),
            "triage" | "choose" | "posture" | "loudness" | "lead" | "assign" | "step" => self.of_course(what),
            _ => return self.of_text(what, zone),
        })
    }

    fn of_board(&self, what: &str) -> Value {
        let (fact, to, why) = (self.number("fact"), self.get("to"), self.get("why"));
        match what {
            "fact" => {
                let source = self.get("source");
                let source = if source.is_empty() { Value::Null } else { json!({ "told": source }) };
                let (key, status, text) = (self.get("key"), self.get("status"), self.get("text"));
                json!({ "state": { "key": key, "status": status, "text": text, "source": source } })
            }
            _ if to == "retracted" => json!({ "retract": { "fact": fact, "why": why } }),
            _ => json!({ "move": { "fact": fact, "to": to, "source": { "told": why }, "why": why } }),
        }
    }

    fn of_course(&self, what: &str) -> Value {
        let (why, to) = (self.maybe("why"), self.person("to"));
        match what {
            "triage" => json!({ "triage": { "answers": self.answers() } }),
            "choose" => json!({ "choose": { "scenario": self.get("scenario") } }),
            "posture" => {
                let bolster = self.get("bolster") == "yes";
                json!({ "set_posture": { "posture": self.get("posture"), "bolster": bolster, "why": why } })
            }
            "loudness" => json!({ "set_loudness": { "loudness": self.get("loudness"), "why": why } }),
            "lead" => json!({ "hand_over_lead": { "to": to } }),
            "assign" => json!({ "assign": { "role": self.get("role"), "to": to } }),
            _ => json!({ "step": { "to": self.get("to"), "why": why } }),
        }
    }

    fn of_text(&self, what: &str, zone: &TimeZone) -> Option<Value> {
        let (draft, binding) = (self.number("draft"), self.get("binding"));
        let promise = self.time("promise", zone);
        Some(match what {
            "submit" => {
                json!({ "submit": { "draft": draft, "binding": binding, "despite": self.maybe("despite") } })
            }
            "approve" => json!({ "approve": { "draft": draft, "binding": binding } }),
            "decline" => json!({ "decline": { "draft": draft, "binding": binding, "why": self.get("why") } }),
            "release" => {
                let shown: Value = serde_json::from_str(self.get("shown")).unwrap_or_default();
                json!({ "release_alone": { "draft": draft, "binding": binding, "shown": shown } })
            }
            "fallback" => json!({ "release_as_fallback": { "draft": draft, "binding": binding } }),
            "send" => json!({ "send": { "draft": draft, "binding": binding, "promise": promise } }),
            "undo" => json!({ "undo": { "draft": draft } }),
            "shelve" => json!({ "shelve": { "draft": draft } }),
            "passover" => {
                let (against, said, here) = (self.number("against"), self.number("said"), self.number("here"));
                let place = json!({ "draft": draft, "binding": binding, "against": against, "said": said, "here": here, "why": self.get("why") });
                json!({ "pass_over": place })
            }
            "copied" => {
                let receipt = self.get("receipt");
                json!({ "copied": { "draft": draft, "binding": binding, "receipt": receipt, "promise": promise } })
            }
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
        answers.insert("cause".to_owned(), self.maybe("cause"));
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

/// An amount as it is typed, in the smallest unit: `12`, `12,50`, `12.50`. Nothing typed is no amount; what is none is refused as a form that is damaged.
fn cents(typed: &str) -> Value {
    if typed.is_empty() {
        return Value::Null;
    }
    let (whole, part) = typed.split_once([',', '.']).unwrap_or((typed, "00"));
    let read = || whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(part.parse::<u8>().ok()?.into());
    match read() {
        Some(cents) if part.len() == 2 => json!(cents),
        _ => json!(typed),
    }
}

/// A new text, or other words of one; none: it reads otherwise by now than where these words were written.
async fn drafted(desk: &Desk, file: &store::CaseFile, what: &str, sent: &Sent) -> Result<Option<Value>, Failure> {
    let room = case::room(&desk.app.world, file.organisation, file.id).await.map_err(failed)?;
    if what == "revise" {
        let number = sent.number("draft");
        let found = sent.get("draft").parse().ok().and_then(|number: u32| room.state.drafts.get(&number));
        let found = found.ok_or(Failure::NotFound)?;
        if !sent.get("binding").is_empty() && sent.get("binding") != found.binding.to_string() {
            return Ok(None);
        }
        let wording = &found.wording;
        let to = match wording.target {
            Target::Mail(_) => json!({ "mail": sent.get("address") }),
            ref target => to_of(target),
        };
        let words = json!({
            "text": sent.get("text"), "language": wording.language.code(), "to": to,
            "subject": sent.maybe("subject"), "account": wording.account, "cites": wording.cites, "posture": wording.posture,
            "reply": wording.prepared.as_ref().map(|prepared| &prepared.reply),
        });
        return Ok(Some(json!({ "revise": { "draft": number, "words": words } })));
    }
    let reply = sent.maybe("reply");
    let (to, account) = aim(desk, file, sent).await?;
    let answers = sent.get("form") == "reply";
    let posture = room.state.course.posture.filter(|_| !answers);
    let words = json!({
        "text": sent.get("text"), "language": sent.get("language"), "to": to, "account": account,
        "subject": sent.maybe("subject"),
        "cites": sent.cites(&room), "reply": reply, "posture": posture,
    });
    let key = sent.get("key");
    let (form, corrects) = (sent.get("form"), sent.number("corrects"));
    // A form of a mention is an answer to it, wherever it goes.
    let about = if answers { sent.number("mention") } else { Value::Null };
    Ok(Some(json!({ "draft": { "key": key, "form": form, "words": words, "corrects": corrects, "about": about } })))
}

/// Where a new text goes, and from which account; none: the brand's own voice.
async fn aim(desk: &Desk, file: &store::CaseFile, sent: &Sent) -> Result<(Value, Value), Failure> {
    let account = |id: &str| id.parse::<i64>().map_or(Value::Null, Value::from);
    let to = sent.get("to");
    if let Some(id) = to.strip_prefix("post-") {
        return Ok((json!({ "post": "mastodon" }), account(id)));
    }
    if let Some(id) = to.strip_prefix("mention-") {
        return Ok((json!({ "mention": sent.number("mention") }), account(id)));
    }
    Ok(match to {
        "updates_page" | "" => (json!("updates_page"), Value::Null),
        "conversation" => {
            let mention = MentionId(sent.get("mention").parse().map_err(|_| Failure::NotFound)?);
            let complaint = desk.app.world.store.complaint_of(file.organisation, mention).await?;
            (complaint.map_or(Value::Null, |id| json!({ "conversation": id })), Value::Null)
        }
        "mail" => (json!({ "mail": sent.get("address") }), Value::Null),
        channel => (json!({ "by_hand": channel }), Value::Null),
    })
}

/// A target as it is asked for; a letter's addressee is typed.
fn to_of(target: &Target) -> Value {
    match target {
        Target::Mention(mention) => json!({ "mention": mention }),
        Target::Post(channel) => json!({ "post": channel }),
        Target::Mail(_) => Value::Null,
        Target::Conversation(complaint) => json!({ "conversation": complaint }),
        Target::UpdatesPage => json!("updates_page"),
        Target::ByHand(channel) => json!({ "by_hand": channel }),
    }
}
