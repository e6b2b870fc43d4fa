//! The answer to one mention: what its part of the page shows, and what its forms ask. Each is commands of the mention's log, written as the API takes them.

use super::asked::asked;
use super::bridge::failed;
use super::desk::Desk;
use super::mention;
use crate::error::Failure;
use crate::pages::Kept;
use crate::pages::answer::{AnswerDraft, AnswerView};
use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::event::Target;
use domain::case::state::{Draft, Stage};
use domain::case::{Party, Refusal, TextRef};
use domain::id::{MentionId, OrganisationId};
use domain::organisation::{Right, Role};
use domain::post::PostKind;
use engine::case::{self, Around};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use store::MentionDetail;
use text::Language;
use text::wording::Weight;

/// What a form sent.
type Fields = BTreeMap<String, String>;

/// Does what a form asks, and shows the mention again; where it is refused, with the reason and what was typed.
pub async fn act(
    desk: Desk,
    Path((id, what)): Path<(i64, String)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let (organisation, _) = mention::find(&desk, id).await?;
    desk.principal.organisation(organisation, Right::Triage)?;
    let role = role(&desk, organisation)?;
    let by = (desk.principal.person.id, role);
    let open = case::answer_to(&desk.app.world, organisation, MentionId(id)).await.map_err(failed)?;
    let came = match commands(id, &what, &fields, open.as_ref()).ok_or(Failure::NotFound)? {
        Some(asks) => {
            let mut came = Ok(());
            for command in asks {
                came = asked(&desk, command, async |ask| {
                    case::answer(&desk.app.waking, organisation, MentionId(id), by, ask).await
                })
                .await?;
                if came.is_err() {
                    break;
                }
            }
            came
        }
        None => Err(words::case::refusal(&desk.words, &Refusal::Stale)),
    };
    if let Err(problem) = came {
        let of = fields.get("draft").cloned().unwrap_or_default();
        return mention::shown(desk, id, Some((problem, Kept::of(&what, &of, fields)))).await;
    }
    Ok(Redirect::to(&format!("/mentions/{id}#answer")).into_response())
}

/// The commands of a form, as the API takes them; none within where a text reads otherwise by now than where its form was filled in. `None` where there is
/// no such form.
fn commands(mention: i64, what: &str, fields: &Fields, open: Option<&case::Room>) -> Option<Option<Vec<Value>>> {
    let get = |name: &str| fields.get(name).map_or("", |value| value.trim());
    let maybe = |name: &str| if get(name).is_empty() { Value::Null } else { Value::from(get(name)) };
    let number = |name: &str| get(name).parse::<u32>().map_or(Value::Null, Value::from);
    let (draft, binding) = (number("draft"), get("binding"));
    let found = || get("draft").parse().ok().and_then(|number: u32| open?.state.drafts.get(&number));
    let one = |command: Value| Some(Some(vec![command]));
    match what {
        "claim" => one(json!({ "claim": { "mention": mention } })),
        "let-go" => one(json!({ "let_go": { "mention": mention } })),
        "hand-over" => one(json!({ "hand_over_mention": { "mention": mention, "to": get("to").parse::<i64>().ok() } })),
        "draft" => {
            let (to, account) = goes(mention, get("to"));
            let words = json!({
                "text": get("text"), "language": get("language"), "to": to, "account": account, "reply": maybe("reply"),
            });
            one(json!({ "draft": { "key": get("key"), "form": "reply", "words": words } }))
        }
        "revise" => {
            let found = found()?;
            if !binding.is_empty() && binding != found.binding.to_string() {
                return Some(None);
            }
            let wording = &found.wording;
            let to = match wording.target {
                Target::Mention(mention) => json!({ "mention": mention }),
                Target::Conversation(complaint) => json!({ "conversation": complaint }),
                Target::ByHand(channel) => json!({ "by_hand": channel }),
                _ => return None,
            };
            let words = json!({
                "text": get("text"), "language": wording.language.code(), "to": to, "account": wording.account,
            });
            one(json!({ "revise": { "draft": draft, "words": words } }))
        }
        "go" => {
            let shown: Value = serde_json::from_str(get("shown")).unwrap_or_default();
            let stage = &found()?.stage;
            let mut asks = Vec::new();
            if matches!(stage, Stage::Writing | Stage::Declined(_)) {
                asks.push(json!({ "submit": { "draft": draft, "binding": binding } }));
            }
            if !matches!(stage, Stage::Released(_) | Stage::Intended(_) | Stage::Trying(_) | Stage::Sent(..)) {
                asks.push(json!({ "release_alone": { "draft": draft, "binding": binding, "shown": shown } }));
            }
            if !matches!(found()?.wording.target, Target::ByHand(_)) {
                asks.push(json!({ "send": { "draft": draft, "binding": binding } }));
            }
            Some(Some(asks))
        }
        "submit" => one(json!({ "submit": { "draft": draft, "binding": binding, "despite": maybe("despite") } })),
        "approve" => one(json!({ "approve": { "draft": draft, "binding": binding } })),
        "decline" => one(json!({ "decline": { "draft": draft, "binding": binding, "why": get("why") } })),
        "send" => one(json!({ "send": { "draft": draft, "binding": binding } })),
        "undo" => one(json!({ "undo": { "draft": draft } })),
        "shelve" => one(json!({ "shelve": { "draft": draft } })),
        "copied" => one(json!({ "copied": { "draft": draft, "binding": binding, "receipt": get("receipt") } })),
        "resolve" => {
            let (attempt, receipt) = (number("attempt"), maybe("receipt"));
            one(json!({ "resolve": { "draft": draft, "attempt": attempt, "receipt": receipt, "why": get("why") } }))
        }
        _ => None,
    }
}

/// Where a new text goes, and from which account, as the form names it.
fn goes(mention: i64, to: &str) -> (Value, Value) {
    match to.split_once('-') {
        Some(("account", account)) => {
            (json!({ "mention": mention }), account.parse::<i64>().map_or(Value::Null, Value::from))
        }
        Some(("conversation", complaint)) => (json!({ "conversation": complaint.parse::<i64>().ok() }), Value::Null),
        Some(("hand", channel)) => (json!({ "by_hand": channel }), Value::Null),
        _ => (Value::Null, Value::Null),
    }
}

/// What the reader is in an organisation.
fn role(desk: &Desk, organisation: OrganisationId) -> Result<Role, Failure> {
    let found = desk.principal.memberships.iter().find(|(of, _)| of.id == organisation);
    found.map(|(_, role)| *role).ok_or(Failure::NotFound)
}

/// The part of the page; `None` for who reads mentions and nothing of the house.
pub async fn view(
    desk: &Desk,
    organisation: OrganisationId,
    found: &MentionDetail,
    complaint: Option<i64>,
    refused: Option<(String, Kept)>,
) -> Result<Option<AnswerView>, Failure> {
    let role = role(desk, organisation)?;
    if !role.may(Right::Inspect) {
        return Ok(None);
    }
    let (world, mention) = (&desk.app.world, found.view.mention.id);
    let answering = world.store.answering(organisation, mention).await?;
    let case = answering.filter(|file| file.mention.is_none()).map(|file| file.id.0);
    let around = Around::of(world, organisation, found.view.mention.brand).await.map_err(failed)?;
    let open = case::answer_to(world, organisation, mention).await.map_err(failed)?;
    let me = Party::Member(desk.principal.person.id);
    let handling = open.as_ref().and_then(|open| open.state.mentions.get(&mention));
    let holder = handling.and_then(|handling| handling.holder).map(|(holder, _)| holder);
    let mut drafts = Vec::new();
    if let Some(open) = &open {
        let shown = Shown { desk, open, around: &around, may_act: role.may(Right::Triage), me };
        for (number, draft) in open.state.drafts.iter().rev() {
            drafts.push(shown.draft(*number, draft).await?);
        }
    }
    let (problem, kept) = refused.unzip();
    let begins = |text: &str| text.chars().take(90).collect::<String>();
    let replies = around.plan.replies.iter();
    let members = around.team.iter().filter(|(_, role)| role.may(Right::Triage));
    Ok(Some(AnswerView {
        mention: mention.0,
        case,
        holder: holder.map(|holder| named(desk, &around, open.as_ref(), holder)),
        is_mine: holder == Some(me),
        may_act: role.may(Right::Triage),
        drafts,
        targets: targets(desk, &around, found, complaint),
        alternatives: replies
            .map(|reply| (reply.id.clone(), begins(&around.plan.filled(&reply.body.text.value))))
            .collect(),
        languages: languages(&around, found),
        people: members.map(|(person, _)| (person.id.0, person.name.clone())).collect(),
        key: super::case::fresh_key()?,
        kept: kept.unwrap_or_default(),
        problem,
    }))
}

/// Under the post itself where an account can, into the conversation of a complaint, or by hand.
fn targets(desk: &Desk, around: &Around, found: &MentionDetail, complaint: Option<i64>) -> Vec<(String, String)> {
    let post = &found.view.post.post;
    let mut targets = Vec::new();
    if let Some(complaint) = complaint {
        let name = words::case::target(&desk.words, &Target::Conversation(complaint));
        targets.push((format!("conversation-{complaint}"), name));
    }
    if post.source_kind == "mastodon" && post.url.is_some() {
        let accounts = around.platforms.iter();
        targets.extend(accounts.map(|(id, name)| (format!("account-{id}"), desk.words.name("answer-from", name))));
    }
    let channel = match (post.kind, post.source_kind.as_str()) {
        (PostKind::Review, _) => "review",
        (PostKind::Mail, _) => "mail",
        (_, "mastodon") => "mastodon",
        _ => "any",
    };
    targets.push((format!("hand-{channel}"), desk.words.say("answer-by-hand")));
    targets
}

/// The mention's own language first.
fn languages(around: &Around, found: &MentionDetail) -> Vec<(&'static str, String)> {
    let own = found.view.reading.as_ref().map(|reading| reading.lang);
    let planned = around.plan.languages.iter().map(|said| said.value);
    let usual = [Language::Fr, Language::En, Language::Fy, Language::Nl];
    let mut all: Vec<Language> = Vec::new();
    for language in own.into_iter().filter(|own| usual.contains(own)).chain(planned).chain(usual) {
        if !all.contains(&language) {
            all.push(language);
        }
    }
    all.into_iter().map(|language| (language.code(), language.code().to_uppercase())).collect()
}

fn named(desk: &Desk, around: &Around, open: Option<&case::Room>, party: Party) -> String {
    let known = match party {
        Party::Member(person) => around.member(person).map(|person| person.name.clone()),
        Party::Contact(name) => open.and_then(|open| open.text(name)).map(str::to_owned),
    };
    known.unwrap_or_else(|| desk.words.say("case-somebody"))
}

/// What the texts are shown from.
struct Shown<'a> {
    desk: &'a Desk,
    open: &'a case::Room,
    around: &'a Around,
    may_act: bool,
    me: Party,
}

impl Shown<'_> {
    async fn draft(&self, number: u32, draft: &Draft) -> Result<AnswerDraft, Failure> {
        let words = &self.desk.words;
        let found = match draft.is_open() {
            true => case::findings(&self.desk.app.world, self.open, draft).await.map_err(failed)?,
            false => Vec::new(),
        };
        let findings = found.iter().map(|found| {
            let told = words::wording::finding(words, &found.finding);
            let what = words::wording::cited(words, &told, &found.words, found.in_subject);
            (found.finding.rule.weight() == Weight::Stop, what, told.fix)
        });
        let asked: Vec<String> = match draft.stage {
            Stage::Submitted(_) => {
                let asked = draft.asked_now().into_iter();
                asked.map(|party| named(self.desk, self.around, Some(self.open), party)).collect()
            }
            _ => Vec::new(),
        };
        let text = |of: TextRef| self.open.text(of).map(str::to_owned);
        Ok(AnswerDraft {
            number,
            target: words::case::target(words, &draft.wording.target),
            text: text(draft.wording.text),
            stands: words::case::stage(words, &draft.stage),
            binding: draft.binding.to_string(),
            findings: findings.collect(),
            shown: serde_json::to_string(&draft.checked).unwrap_or_default(),
            asked: (!asked.is_empty()).then(|| words.name("case-asked", &asked.join(", "))),
            may: if self.may_act { self.may(draft) } else { Vec::new() },
            attempt: draft.attempts,
            language: draft.wording.language.code(),
            receipt: match draft.stage {
                Stage::Sent(_, receipt) => text(receipt),
                _ => None,
            },
        })
    }

    /// What the reader can do with a text now: the forms that are shown. What is not let is refused all the same.
    fn may(&self, draft: &Draft) -> Vec<&'static str> {
        let clean = draft.checked.is_some_and(|checked| checked.is_clean());
        let mine = draft.authors.contains(&self.me);
        let mut may = match draft.stage {
            Stage::Writing | Stage::Declined(_) | Stage::Submitted(_) if clean && mine => vec!["go"],
            Stage::Writing | Stage::Declined(_) => vec!["submit"],
            Stage::Submitted(_) if !mine && !draft.asked(self.me).is_empty() => vec!["approve"],
            Stage::Released(_) if matches!(draft.wording.target, Target::ByHand(_)) => vec!["copied"],
            Stage::Released(_) | Stage::Refused(_) => vec!["send"],
            Stage::Intended(after) if after > self.desk.now() => vec!["undo"],
            Stage::Unknown(_) => vec!["resolve"],
            _ => Vec::new(),
        };
        if draft.is_open() {
            may.push("revise");
        }
        may
    }
}
